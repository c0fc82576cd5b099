//! Layout by Graphviz: only the geometry of `dot -Tjson0` is taken, and our own painter draws it.
//!
//! What `dot` is given has no text of the user's in it: generated ids and measured sizes, one point to a pixel. Who runs the program is not known
//! here; see [`RunDot`].

use std::fmt::{self, Write};

use crate::drawing::check::faults;
use crate::drawing::dot_geometry::geometry;
use crate::drawing::feedback::feedback;
use crate::drawing::geometry::Geometry;
use crate::drawing::grid::members;
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::sized::{Block, Sized};
use crate::report::diagram::End;

/// Something that runs `dot -Tjson0`.
pub trait RunDot {
    /// Text in the DOT language in, JSON out.
    fn run(&self, dot: &str) -> Result<String, DotError>;
}

/// Why Graphviz gave no layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DotError {
    /// There is no `dot` on the PATH.
    NotInstalled,
    /// It was stopped.
    TimedOut {
        /// How long it was given.
        seconds: u64,
    },
    /// It reported an error.
    Failed {
        /// What it wrote to standard error.
        stderr: String,
    },
}

impl fmt::Display for DotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => write!(
                f,
                "Graphviz is not installed: the package is called `graphviz` on Debian, Ubuntu and Fedora, and in Homebrew"
            ),
            Self::TimedOut { seconds } => {
                write!(f, "`dot` did not finish within {seconds} seconds")
            }
            Self::Failed { stderr } => {
                write!(f, "`dot` failed: {}", stderr.lines().next().unwrap_or("it gave no reason"))
            }
        }
    }
}

impl std::error::Error for DotError {}

/// Graphviz as a layout engine.
pub struct DotEngine<'r> {
    /// Who runs it.
    pub runner: &'r dyn RunDot,
}

impl LayoutEngine for DotEngine<'_> {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        let turned = feedback(sized.diagram);
        let answer = self.runner.run(&dot_text(sized, &turned)).map_err(|e| LayoutError::Engine(e.to_string()))?;
        let geometry = geometry(sized, &turned, &answer)?;
        match faults(sized, &geometry).into_iter().find(|f| f.misleads()) {
            Some(fault) => Err(LayoutError::Faulty(fault)),
            None => Ok(geometry),
        }
    }
}

/// What `dot` is given: sizes and ties.
pub fn dot_text(sized: &Sized<'_>, turned: &[bool]) -> String {
    let mut out = String::from(
        "digraph view {\n  graph [compound=true newrank=true nodesep=0.3 ranksep=0.4 fontsize=12]\n  \
         node [shape=box fixedsize=true label=\"\"]\n  edge [dir=none]\n",
    );
    container(sized, None, &mut out);
    for (index, edge) in sized.diagram.edges.iter().enumerate() {
        let mut ends = [edge.source, edge.target].map(|end| match sized.element(end) {
            End::Node(n) | End::Port(n) => format!("n{n}"),
            End::Frame(f) => format!("x{f}"),
        });
        if turned[index] {
            ends.reverse();
        }
        let label = blank(sized.edges[index].width, sized.edges[index].height);
        let _ = writeln!(out, "  {} -> {} [id=e{index} label={label}]", ends[0], ends[1]);
    }
    out.push_str("}\n");
    out
}

fn container(sized: &Sized<'_>, parent: Option<usize>, out: &mut String) {
    for end in members(sized, parent) {
        match end {
            End::Node(n) => {
                let Block { width, height, .. } = sized.nodes[n];
                let _ = writeln!(out, "  n{n} [width={:.4} height={:.4}]", width / 72.0, height / 72.0);
            }
            End::Frame(f) => {
                let title = blank(sized.frames[f].width, sized.frames[f].height);
                let _ = writeln!(out, "  subgraph cluster_b{f} {{ label={title} labeljust=l margin=16");
                let _ = writeln!(out, "  x{f} [width=0.02 height=0.02]");
                container(sized, Some(f), out);
                out.push_str("  }\n");
            }
            End::Port(_) => {}
        }
    }
}

/// A label that takes room and shows nothing.
fn blank(width: f64, height: f64) -> String {
    let (w, h) = (width.ceil(), height.ceil());
    format!("<<table border=\"0\" cellborder=\"0\" fixedsize=\"true\" width=\"{w}\" height=\"{h}\"><tr><td></td></tr></table>>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::check::Fault;
    use crate::drawing::samples::{edge, node};
    use crate::drawing::sized::size;
    use crate::report::diagram::{ControlCounts, Counts, Diagram, Frame, FrameShape, PortMark};

    /// What Graphviz 2.43 answered for `small()`.
    const ANSWER: &str = include_str!("samples/small.json0");

    fn small() -> Diagram {
        let name = |s: &str| s.to_owned();
        let port = |owner| PortMark {
            id: name("p"),
            name: name("LAN"),
            owner,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        };
        Diagram {
            frames: vec![Frame {
                id: name("f"),
                name: name("Device"),
                shape: FrameShape::Boundary,
                parent: None,
                counts: Counts::default(),
                controls: ControlCounts::default(),
            }],
            nodes: vec![node("Server", None), node("App", Some(0)), node("Log", Some(0))],
            ports: vec![port(End::Frame(0)), port(End::Node(1)), port(End::Node(2))],
            edges: vec![
                edge("Ask", End::Node(0), End::Port(0)),
                edge("Pass", End::Port(0), End::Port(1)),
                edge("Note", End::Node(1), End::Node(2)),
                edge("Read", End::Node(2), End::Node(0)),
                edge("Again", End::Node(1), End::Node(1)),
            ],
            ..Diagram::default()
        }
    }

    struct Recorded;

    impl RunDot for Recorded {
        fn run(&self, _: &str) -> Result<String, DotError> {
            Ok(ANSWER.to_owned())
        }
    }

    struct Missing;

    impl RunDot for Missing {
        fn run(&self, _: &str) -> Result<String, DotError> {
            Err(DotError::NotInstalled)
        }
    }

    #[test]
    fn an_answer_of_dot_is_a_geometry() {
        let diagram = small();
        let sized = size(&diagram);
        let geometry = DotEngine { runner: &Recorded }.layout(&sized).unwrap();
        let found = faults(&sized, &geometry);
        assert!(!found.iter().any(|f: &Fault| f.misleads()), "{found:?}");
    }

    #[test]
    fn rubbish_and_absence_are_errors() {
        let diagram = small();
        let sized = size(&diagram);
        let turned = vec![false; 5];
        for text in ["", "{}", "[]", "{\"bb\":\"0,0,9,9\"}", "{\"bb\":\"0,0,9,9\",\"objects\":[{\"name\":3}]}"] {
            assert!(matches!(geometry(&sized, &turned, text), Err(LayoutError::Unreadable(_))), "{text}");
        }
        let error = DotEngine { runner: &Missing }.layout(&sized).unwrap_err();
        assert!(error.to_string().contains("Homebrew"), "{error}");
    }

    #[test]
    #[ignore = "writes what the recorded answer was made from: run with --nocapture and pipe it through `dot -Tjson0`"]
    fn show_small() {
        let diagram = small();
        println!("{}", dot_text(&size(&diagram), &feedback(&diagram)));
    }
}
