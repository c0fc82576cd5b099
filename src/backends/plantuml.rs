//! A diagram as PlantUML text, for wikis that render it.
//!
//! Ids are generated (`n3` a node, `p2` a port, `b1` a frame); every text passes [`escape::plantuml`].

use crate::backends::mermaid::{facts, flow_label, line, marks};
use crate::backends::{escape, plantuml_sequence};
use crate::report::diagram::{Diagram, End, Frame, FrameShape, Node, NodeShape, Style};
use crate::report::title_block::TitleBlock;

const LOOK: &str = "\
skinparam shadowing false
skinparam defaultTextAlignment center
skinparam backgroundColor #FFFFFF
skinparam ArrowColor #000000
skinparam rectangle {
  BackgroundColor #FFFFFF
  BorderColor #000000
  RoundCorner<<process>> 20
  BackgroundColor<<component>> #F6F6F6
  RoundCorner<<component>> 20
  BorderStyle<<boundary>> dashed
  BorderColor<<boundary>> #8B0000
  FontColor<<boundary>> #8B0000
  BorderThickness<<boundary>> 2
}
skinparam database {
  BackgroundColor #FFFFFF
  BorderColor #000000
}
skinparam actor {
  BackgroundColor #FFFFFF
  BorderColor #000000
}
hide stereotype
";

/// Writes a diagram as PlantUML.
pub fn plantuml(diagram: &Diagram, title: &TitleBlock) -> String {
    let mut out = String::from("@startuml\n");
    heading(diagram, title, &mut out);
    match diagram.style {
        Style::Sequence => plantuml_sequence::body(diagram, &mut out),
        Style::Dataflow => body(diagram, &mut out),
    }
    out.push_str("@enduml\n");
    out
}

/// Title and caption: what is described, and in which state.
fn heading(diagram: &Diagram, title: &TitleBlock, out: &mut String) {
    let draft = if title.draft { "DRAFT. " } else { "" };
    line(out, 0, &format!("title {}", escape::plantuml(&format!("{draft}{}", diagram.title))));
    line(out, 0, &format!("caption {}", escape::plantuml(&facts(diagram, title))));
}

fn body(diagram: &Diagram, out: &mut String) {
    out.push_str("left to right direction\n");
    out.push_str(LOOK);
    inside(diagram, None, 0, out);
    for edge in &diagram.edges {
        let arrow = match (edge.movement, edge.two_way) {
            (true, _) => "-[bold]->>",
            (false, true) => "<-->",
            (false, false) => "-->",
        };
        let label = escape::plantuml(&flow_label(diagram, edge));
        line(out, 0, &format!("{} {arrow} {} : {label}", id(edge.source), id(edge.target)));
    }
}

/// What stands directly in a frame, or outside all.
fn inside(diagram: &Diagram, parent: Option<usize>, depth: usize, out: &mut String) {
    for (index, found) in diagram.nodes.iter().enumerate().filter(|(_, node)| node.parent == parent) {
        node(diagram, index, found, depth, out);
    }
    for (index, found) in diagram.frames.iter().enumerate().filter(|(_, frame)| frame.parent == parent) {
        frame(diagram, index, found, depth, out);
    }
}

fn node(diagram: &Diagram, index: usize, node: &Node, depth: usize, out: &mut String) {
    let kind = node.type_name.as_ref().map_or_else(String::new, |kind| format!("\n\u{ab}{kind}\u{bb}"));
    let name = escape::plantuml(&format!("{}{kind}{}", node.name, marks(diagram, node.counts, node.controls)));
    let (word, class) = match node.shape {
        NodeShape::Actor => ("actor", ""),
        NodeShape::Attacker => ("hexagon", ""),
        NodeShape::External => ("rectangle", ""),
        NodeShape::Process => ("rectangle", " <<process>>"),
        NodeShape::Store => ("database", ""),
        NodeShape::ClosedBoundary => ("rectangle", " <<boundary>>"),
    };
    line(out, depth, &format!("{word} \"{name}\" as n{index}{class}"));
    // PlantUML draws ports only on what contains something: here they are boxes tied to their owner.
    for (port, mark) in diagram.ports.iter().enumerate().filter(|(_, port)| port.owner == End::Node(index)) {
        let name = escape::plantuml(&format!("{}{}", mark.name, marks(diagram, mark.counts, mark.controls)));
        line(out, depth, &format!("rectangle \"{name}\" as p{port}"));
        line(out, depth, &format!("p{port} -- n{index}"));
    }
}

fn frame(diagram: &Diagram, index: usize, frame: &Frame, depth: usize, out: &mut String) {
    let class = match frame.shape {
        FrameShape::Boundary => "boundary",
        FrameShape::Component => "component",
    };
    let name = escape::plantuml(&format!("{}{}", frame.name, marks(diagram, frame.counts, frame.controls)));
    line(out, depth, &format!("rectangle \"{name}\" as b{index} <<{class}>> {{"));
    for (port, mark) in diagram.ports.iter().enumerate().filter(|(_, port)| port.owner == End::Frame(index)) {
        let name = escape::plantuml(&format!("{}{}", mark.name, marks(diagram, mark.counts, mark.controls)));
        line(out, depth + 1, &format!("rectangle \"{name}\" as p{port}"));
    }
    inside(diagram, Some(index), depth + 1, out);
    // an empty frame would be drawn as a box of its own kind
    let empty = diagram.nodes.iter().all(|node| node.parent != Some(index))
        && diagram.frames.iter().all(|inner| inner.parent != Some(index))
        && diagram.ports.iter().all(|port| port.owner != End::Frame(index));
    if empty {
        line(out, depth + 1, &format!("label \"<U+00A0>\" as x{index}"));
    }
    line(out, depth, "}");
}

fn id(end: End) -> String {
    match end {
        End::Node(node) => format!("n{node}"),
        End::Port(port) => format!("p{port}"),
        End::Frame(frame) => format!("b{frame}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    /// Whether there are only letters, digits and numbers of signs.
    fn harmless(text: &str) -> bool {
        let decoded = text.replace("\\n", " ");
        let mut parts = decoded.split("<U+");
        let plain = |part: &str| !part.chars().any(|c| c.is_ascii_punctuation() && !",.".contains(c));
        parts.next().is_none_or(plain) && parts.all(|part| part.split_once('>').is_some_and(|(_, rest)| plain(rest)))
    }

    #[test]
    fn hostile_names_stay_text() {
        for diagram in [samples::hostile(), samples::hostile_use_case()] {
            let mut title = samples::title();
            title.device = "\" @enduml\n!include /etc/passwd".to_owned();
            let text = plantuml(&diagram, &title);
            assert_eq!(text.matches("@enduml").count(), 1);
            for line in text.lines().filter(|line| line.contains('"')) {
                let parts: Vec<&str> = line.split('"').collect();
                assert!(parts.len() == 3 && harmless(parts[1]), "{line}");
            }
            for label in text.lines().filter_map(|line| line.split_once(" : ")) {
                assert!(harmless(label.1), "{label:?}");
            }
        }
    }

    #[test]
    fn everything_is_written_once() {
        let diagram = samples::pump();
        let text = plantuml(&diagram, &samples::title());
        assert_eq!(text.lines().filter(|line| line.contains(" : ")).count(), diagram.edges.len());
        for (what, count) in [("n", diagram.nodes.len()), ("p", diagram.ports.len()), ("b", diagram.frames.len())] {
            for index in 0..count {
                let declared = text.lines().filter(|line| line.contains('"') && line.contains(&format!("as {what}{index}")));
                let exact = declared.filter(|line| {
                    line.rsplit(" as ").next().is_some_and(|rest| rest.split(' ').next() == Some(&format!("{what}{index}")))
                });
                assert_eq!(exact.count(), 1, "{what}{index}");
            }
        }
    }
}
