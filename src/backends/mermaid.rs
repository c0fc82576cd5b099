//! A diagram as a Mermaid flowchart, or sequence diagram, for pages that render Mermaid. Mermaid has no ports: a port is a small box tied to its owner.
//!
//! Ids are generated; every text passes [`escape::mermaid`].

use std::fmt::Write;

use crate::backends::{escape, mermaid_sequence};
use crate::drawing::sized::{controls_text, threats_text};
use crate::report::diagram::{ControlCounts, Counts, Diagram, Edge, End, FrameShape, NodeShape, Style};
use crate::report::title_block::TitleBlock;

const CLASSES: &str = "\
  classDef boundary fill:none,stroke:#8b0000,stroke-width:2px,stroke-dasharray:6 4,color:#8b0000
  classDef component fill:#f6f6f6,stroke:#000,stroke-width:1.5px,color:#000
  classDef element fill:#fff,stroke:#000,color:#000
  classDef actor fill:#fff,stroke:#000,stroke-width:3px,color:#000
  classDef closed fill:#fff,stroke:#8b0000,stroke-dasharray:6 4,color:#000
  classDef port fill:#fff,stroke:#000,color:#000,font-size:11px
";

/// Writes a diagram as Mermaid.
pub fn mermaid(diagram: &Diagram, title: &TitleBlock) -> String {
    if diagram.style == Style::Sequence {
        return mermaid_sequence::sequence(diagram, title);
    }
    let mut out = String::from("flowchart LR\n");
    out.push_str(&comment(diagram, title));
    if title.draft {
        out.push_str("  draft[\"DRAFT\"]:::closed\n");
    }
    inside(diagram, None, 1, &mut out);
    for edge in &diagram.edges {
        let arrow = match (edge.movement, edge.two_way) {
            (true, _) => "==>",
            (false, true) => "<-->",
            (false, false) => "-->",
        };
        let label = escape::mermaid(&flow_label(diagram, edge));
        line(
            &mut out,
            1,
            &format!("{} {arrow}|{label}| {}", id(diagram, edge.source, edge.target), id(diagram, edge.target, edge.source)),
        );
    }
    out.push_str(CLASSES);
    out
}

/// A comment ends with its line, so nothing but printable characters goes in; `{` and `}` could begin a directive.
pub(super) fn comment(diagram: &Diagram, title: &TitleBlock) -> String {
    let safe = |c: char| {
        if c.is_control() || "{}%".contains(c) { ' ' } else { c }
    };
    format!("  %% {}\n", facts(diagram, title).chars().map(safe).collect::<String>())
}

/// What is described, in one line.
pub(super) fn facts(diagram: &Diagram, title: &TitleBlock) -> String {
    let version = title.version.as_deref().unwrap_or("version not stated");
    format!("{}; {}, {version}; model {}; {}", diagram.title, title.device, title.model_hash, title.generator)
}

fn inside(diagram: &Diagram, parent: Option<usize>, depth: usize, out: &mut String) {
    for (index, node) in diagram.nodes.iter().enumerate().filter(|(_, n)| n.parent == parent) {
        let mut text = node.name.clone();
        if let Some(kind) = &node.type_name {
            let _ = write!(text, "\n\u{ab}{kind}\u{bb}");
        }
        let text = escape::mermaid(&(text + &marks(diagram, node.counts, node.controls)));
        let shape = match node.shape {
            NodeShape::Actor => format!("n{index}[{text}]:::actor"),
            NodeShape::Attacker => format!("n{index}{{{{{text}}}}}:::actor"),
            NodeShape::External => format!("n{index}[{text}]:::element"),
            NodeShape::Process => format!("n{index}({text}):::element"),
            NodeShape::Store => format!("n{index}[({text})]:::element"),
            NodeShape::ClosedBoundary => format!("n{index}[{text}]:::closed"),
        };
        line(out, depth, &shape);
        ports(diagram, End::Node(index), depth, out);
    }
    for (index, frame) in diagram.frames.iter().enumerate().filter(|(_, f)| f.parent == parent) {
        let text = escape::mermaid(&format!("{}{}", frame.name, marks(diagram, frame.counts, frame.controls)));
        line(out, depth, &format!("subgraph b{index}[{text}]"));
        anchor(diagram, index, depth + 1, out);
        ports(diagram, End::Frame(index), depth + 1, out);
        inside(diagram, Some(index), depth + 1, out);
        line(out, depth, "end");
        let class = match frame.shape {
            FrameShape::Boundary => "boundary",
            FrameShape::Component => "component",
        };
        line(out, depth, &format!("class b{index} {class}"));
    }
}

/// Whether a frame holds what a flow ends at, or is it.
fn holds(diagram: &Diagram, frame: usize, end: End) -> bool {
    let owner = match end {
        End::Port(port) => diagram.ports[port].owner,
        End::Node(_) | End::Frame(_) => end,
    };
    let mut outer = match owner {
        End::Node(node) => diagram.nodes[node].parent,
        End::Frame(frame) => Some(frame),
        End::Port(_) => None,
    };
    while let Some(at) = outer {
        if at == frame {
            return true;
        }
        outer = diagram.frames[at].parent;
    }
    false
}

fn anchor(diagram: &Diagram, frame: usize, depth: usize, out: &mut String) {
    let end = End::Frame(frame);
    let needed = diagram
        .edges
        .iter()
        .any(|e| (e.source == end && holds(diagram, frame, e.target)) || (e.target == end && holds(diagram, frame, e.source)));
    if needed {
        line(out, depth, &format!("x{frame}((\" \")):::port"));
    }
}

fn ports(diagram: &Diagram, owner: End, depth: usize, out: &mut String) {
    for (index, port) in diagram.ports.iter().enumerate().filter(|(_, p)| p.owner == owner) {
        let text = escape::mermaid(&format!("{}{}", port.name, marks(diagram, port.counts, port.controls)));
        line(out, depth, &format!("p{index}[{text}]:::port"));
        // A subgraph cannot be tied to what it holds.
        if let End::Node(node) = owner {
            line(out, depth, &format!("p{index} --- n{node}"));
        }
    }
}

pub(super) fn flow_label(diagram: &Diagram, edge: &Edge) -> String {
    let mut label = if edge.id == edge.name || edge.movement { edge.name.clone() } else { format!("{}\n{}", edge.name, edge.id) };
    if !edge.carries.is_empty() {
        let _ = write!(label, "\n{}", edge.contents().join("; "));
    }
    if let Some(protocol) = &edge.protocol {
        let _ = write!(label, "\nover {protocol}");
    }
    if edge.fetched {
        label.push_str("\nstarted by its target");
    }
    if edge.movement {
        label.push_str("\nmovement of an attacker");
    }
    label + &marks(diagram, edge.counts, edge.controls)
}

/// What the layers add to the name of an element.
pub(super) fn marks(diagram: &Diagram, counts: Counts, controls: ControlCounts) -> String {
    let marks = threats_text(diagram, counts).into_iter().chain(controls_text(diagram, controls));
    marks.map(|mark| format!("\n{mark}")).collect()
}

/// Mermaid breaks on a tie between a subgraph and what is in it; that goes to a dot inside instead.
fn id(diagram: &Diagram, end: End, other: End) -> String {
    match end {
        End::Node(node) => format!("n{node}"),
        End::Port(port) => format!("p{port}"),
        End::Frame(frame) if holds(diagram, frame, other) => format!("x{frame}"),
        End::Frame(frame) => format!("b{frame}"),
    }
}

pub(super) fn line(out: &mut String, depth: usize, text: &str) {
    let _ = writeln!(out, "{:1$}{text}", "", 2 * depth);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn hostile_names_stay_inside_their_quotes() {
        let text = mermaid(&samples::hostile(), &samples::title());
        for line in text.lines().filter(|l| !l.trim_start().starts_with("%%")) {
            assert!(line.matches('"').count() % 2 == 0, "{line}");
            assert!(!line.contains("<script") && !line.contains("%%{"), "{line}");
        }
        assert_eq!(text.lines().filter(|l| l.trim() == "end").count(), samples::hostile().frames.len());
    }

    #[test]
    fn a_small_diagram_reads_well() {
        let mut diagram = samples::pump();
        diagram.threat_counts = false;
        diagram.frames.truncate(1);
        diagram.nodes.truncate(2);
        diagram.ports.clear();
        diagram.nodes[1].parent = Some(0);
        diagram.edges.truncate(1);
        diagram.edges[0].source = End::Node(0);
        diagram.edges[0].target = End::Node(1);
        let text = mermaid(&diagram, &samples::title());
        let expected = "  draft[\"DRAFT\"]:::closed\n  n0[\"Nurse<br/>«ClinicalUser»\"]:::actor\n  subgraph b0[\"Hospital network\"]\n    \
             n1[\"Service technician<br/>«ServiceUser»\"]:::actor\n  end\n  class b0 boundary\n  \
             n0 <-->|\"Programme infusion<br/>data: Infusion order\"| n1\n";
        assert!(text.contains(expected), "{text}");
    }
}
