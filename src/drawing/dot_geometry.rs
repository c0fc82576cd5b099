//! Layout by Graphviz: only the geometry of `dot -Tjson0` is taken, and our own painter draws it.
//!
//! What `dot` is given has no text of the user's in it: generated ids and measured sizes, one point to a pixel. `dot` knows no ports on borders,
//! so a port's squares are put where its lines end. Who runs the program is not known here; see [`RunDot`].

use std::fmt::{self, Write};

use indexmap::IndexMap;
use serde_json::Value;

use crate::drawing::feedback::feedback;
use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect, Route, faults};
use crate::drawing::grid::members;
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::sized::{Block, Sized};
use crate::drawing::straight::fit;
use crate::drawing::tidy::tidy;
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
                write!(
                    f,
                    "`dot` failed: {}",
                    stderr.lines().next().unwrap_or("it gave no reason")
                )
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
        let answer = self
            .runner
            .run(&dot_text(sized, &turned))
            .map_err(|e| LayoutError::Engine(e.to_string()))?;
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
        let _ = writeln!(
            out,
            "  {} -> {} [id=e{index} label={label}]",
            ends[0], ends[1]
        );
    }
    out.push_str("}\n");
    out
}

fn container(sized: &Sized<'_>, parent: Option<usize>, out: &mut String) {
    for end in members(sized, parent) {
        match end {
            End::Node(n) => {
                let Block { width, height, .. } = sized.nodes[n];
                let _ = writeln!(
                    out,
                    "  n{n} [width={:.4} height={:.4}]",
                    width / 72.0,
                    height / 72.0
                );
            }
            End::Frame(f) => {
                let title = blank(sized.frames[f].width, sized.frames[f].height);
                let _ = writeln!(
                    out,
                    "  subgraph cluster_b{f} {{ label={title} labeljust=l margin=16"
                );
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
    format!(
        "<<table border=\"0\" cellborder=\"0\" fixedsize=\"true\" width=\"{w}\" height=\"{h}\"><tr><td></td></tr></table>>"
    )
}

/// Reads the output of `dot -Tjson0` for a text written by [`dot_text`].
pub fn geometry(sized: &Sized<'_>, turned: &[bool], json: &str) -> Result<Geometry, LayoutError> {
    let answer: Value =
        serde_json::from_str(json).map_err(|e| LayoutError::Unreadable(format!("JSON: {e}")))?;
    let sheet = numbers(&answer, "bb");
    let [_, _, _, top] = sheet[..] else {
        return Err(unreadable("size"));
    };
    let diagram = sized.diagram;
    let by_key = |list: &str, key: &str| -> IndexMap<String, &Value> {
        let items = answer
            .get(list)
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        items
            .filter_map(|v| Some((v.get(key)?.as_str()?.to_owned(), v)))
            .collect()
    };
    let (objects, edges) = (by_key("objects", "name"), by_key("edges", "id"));
    let mut out = Geometry {
        ports: vec![PortPlace::default(); diagram.ports.len()],
        ..Geometry::default()
    };
    for (n, block) in sized.nodes.iter().enumerate() {
        let object = objects
            .get(&format!("n{n}"))
            .ok_or_else(|| unreadable("node"))?;
        let [x, y] = numbers(object, "pos")[..] else {
            return Err(unreadable("position of a node"));
        };
        let (width, height) = (block.width, block.height);
        out.nodes.push(Rect {
            x: x - width / 2.0,
            y: top - y - height / 2.0,
            width,
            height,
        });
    }
    for f in 0..diagram.frames.len() {
        let object = objects
            .get(&format!("cluster_b{f}"))
            .ok_or_else(|| unreadable("cluster"))?;
        let [x0, y0, x1, y1] = numbers(object, "bb")[..] else {
            return Err(unreadable("size of a cluster"));
        };
        out.frames.push(Rect {
            x: x0,
            y: top - y1,
            width: x1 - x0,
            height: y1 - y0,
        });
    }
    for (index, block) in sized.edges.iter().enumerate() {
        let object = edges
            .get(&format!("e{index}"))
            .ok_or_else(|| unreadable("edge"))?;
        let mut points = curve(&numbers(object, "pos"), top);
        if points.len() < 2 {
            return Err(unreadable("line of an edge"));
        }
        if turned[index] {
            points.reverse();
        }
        let (w, h) = (block.width, block.height);
        let [x, y] = numbers(object, "lp")[..] else {
            return Err(unreadable("place of a label"));
        };
        let label = Rect {
            x: x - w / 2.0,
            y: top - y - h / 2.0,
            width: w,
            height: h,
        };
        let edge = &diagram.edges[index];
        land(sized, &mut out, edge.source, edge.target, &mut points);
        points.reverse();
        land(sized, &mut out, edge.target, edge.source, &mut points);
        points.reverse();
        out.edges.push(Route { points, label });
    }
    idle_ports(sized, &mut out);
    for (port, place) in out.ports.iter_mut().enumerate() {
        let (block, square) = (&sized.ports[port], place.squares[0]);
        let x = square.x + square.width + 2.0;
        place.labels.push(Rect {
            x,
            y: square.y - block.height,
            width: block.width,
            height: block.height,
        });
    }
    tidy(sized, &mut out);
    Ok(fit(out))
}

fn unreadable(what: &str) -> LayoutError {
    LayoutError::Unreadable(what.to_owned())
}

fn numbers(value: &Value, key: &str) -> Vec<f64> {
    let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
    text.split([',', ' '])
        .filter_map(|n| n.parse().ok())
        .collect()
}

/// Points along the Bézier curves of a `pos`; arrowheads are not asked for, so it has control points only.
fn curve(numbers: &[f64], top: f64) -> Vec<Point> {
    let control: Vec<Point> = numbers
        .chunks_exact(2)
        .map(|p| Point {
            x: p[0],
            y: top - p[1],
        })
        .collect();
    let mut points: Vec<Point> = control.first().copied().into_iter().collect();
    for piece in control.windows(4).step_by(3) {
        for step in 1..=8 {
            let t = f64::from(step) / 8.0;
            let mut row = piece.to_vec();
            while row.len() > 1 {
                row = row.windows(2).map(|p| p[0].towards(p[1], t)).collect();
            }
            points.extend(row);
        }
    }
    points.dedup();
    points
}

/// Makes the first point of a line end on the border of what it belongs to, with a square if that is a port.
fn land(sized: &Sized<'_>, out: &mut Geometry, end: End, other: End, points: &mut Vec<Point>) {
    let rect = out.rect(sized, end);
    if let End::Frame(frame) = sized.element(end) {
        let own = sized.element(other) == End::Frame(frame);
        if own || sized.holds(frame, other) {
            points.insert(
                0,
                Point {
                    x: rect.x,
                    y: points[0].y,
                },
            );
        } else {
            leave(&rect, points);
        }
    } else {
        points[0] = onto(&rect, points[0]);
    }
    if let End::Port(port) = end {
        let square = Rect::port_at(points[0]);
        out.ports[port].squares.push(square);
        leave(&square, points);
    }
}

/// Cuts off what lies in a rectangle.
fn leave(rect: &Rect, points: &mut Vec<Point>) {
    while points.len() > 2 && rect.has(points[1]) {
        points.remove(0);
    }
    if let Some((_, share)) = rect.clip(points[0], points[1]) {
        points[0] = points[0].towards(points[1], share);
    }
}

fn onto(rect: &Rect, point: Point) -> Point {
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    let inside = Point {
        x: point.x.clamp(rect.x, right),
        y: point.y.clamp(rect.y, bottom),
    };
    let ways = [
        Point {
            x: rect.x,
            ..inside
        },
        Point { x: right, ..inside },
        Point {
            y: rect.y,
            ..inside
        },
        Point {
            y: bottom,
            ..inside
        },
    ];
    let nearest = ways
        .into_iter()
        .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)));
    nearest.unwrap_or(inside)
}

/// Ports that no flow meets stand along the right border of their owner.
fn idle_ports(sized: &Sized<'_>, out: &mut Geometry) {
    let idle: Vec<usize> = (0..out.ports.len())
        .filter(|&p| out.ports[p].squares.is_empty())
        .collect();
    for &port in &idle {
        let owner = sized.element(End::Port(port));
        let row: Vec<usize> = idle
            .iter()
            .copied()
            .filter(|&p| sized.element(End::Port(p)) == owner)
            .collect();
        let place = row.iter().position(|&p| p == port).unwrap_or(0) + 1;
        let rect = out.rect(sized, owner);
        let y = rect.y + rect.height * place as f64 / (row.len() + 1) as f64;
        out.ports[port].squares.push(Rect::port_at(Point {
            x: rect.x + rect.width,
            y,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::geometry::Fault;
    use crate::drawing::samples::{edge, node};
    use crate::drawing::sized::size;
    use crate::report::diagram::{Counts, Diagram, Frame, FrameShape, PortMark};

    /// What Graphviz 2.43 answered for `small()`.
    const ANSWER: &str = include_str!("small.json0");

    fn small() -> Diagram {
        let name = |s: &str| s.to_owned();
        let port = |owner| PortMark {
            id: name("p"),
            name: name("LAN"),
            owner,
            counts: Counts::default(),
        };
        Diagram {
            frames: vec![Frame {
                id: name("f"),
                name: name("Device"),
                shape: FrameShape::Boundary,
                parent: None,
                counts: Counts::default(),
            }],
            nodes: vec![
                node("Server", None),
                node("App", Some(0)),
                node("Log", Some(0)),
            ],
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
        for text in [
            "",
            "{}",
            "[]",
            "{\"bb\":\"0,0,9,9\"}",
            "{\"bb\":\"0,0,9,9\",\"objects\":[{\"name\":3}]}",
        ] {
            assert!(
                matches!(
                    geometry(&sized, &turned, text),
                    Err(LayoutError::Unreadable(_))
                ),
                "{text}"
            );
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
