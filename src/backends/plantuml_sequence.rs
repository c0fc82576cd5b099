//! A use case as a PlantUML sequence diagram. PlantUML's boxes do not nest here, so each holds the neighbours of one innermost boundary.

use crate::backends::escape;
use crate::backends::mermaid::{flow_label, line, marks};
use crate::drawing::nesting;
use crate::drawing::sequence::runs;
use crate::report::diagram::{Diagram, Edge, End, NodeShape};

const LOOK: &str = "\
skinparam shadowing false
skinparam monochrome true
hide footbox
";

/// Participants and messages.
pub(super) fn body(diagram: &Diagram, out: &mut String) {
    out.push_str(LOOK);
    for (first, last, frame) in runs(diagram) {
        if let Some(frame) = frame.map(|frame| &diagram.frames[frame]) {
            let name = format!("{}{}", frame.name, marks(diagram, frame.counts, frame.controls));
            line(out, 0, &format!("box \"{}\" #FFFFFF", escape::plantuml(&name)));
        }
        for index in first..=last {
            participant(diagram, index, out);
        }
        if frame.is_some() {
            line(out, 0, "end box");
        }
    }
    for (edge, number) in diagram.edges.iter().zip(1..) {
        message(diagram, edge, number, out);
    }
}

fn participant(diagram: &Diagram, index: usize, out: &mut String) {
    let node = &diagram.nodes[index];
    let word = match node.shape {
        NodeShape::Actor | NodeShape::Attacker => "actor",
        NodeShape::Store => "database",
        NodeShape::External | NodeShape::Process | NodeShape::ClosedBoundary => "participant",
    };
    let kind = node.type_name.as_ref().map_or_else(String::new, |kind| format!("\n\u{ab}{kind}\u{bb}"));
    let name = escape::plantuml(&format!("{}{kind}{}", node.name, marks(diagram, node.counts, node.controls)));
    line(out, 1, &format!("{word} \"{name}\" as n{index}"));
}

fn message(diagram: &Diagram, edge: &Edge, number: usize, out: &mut String) {
    let ends = (nesting::element(diagram, edge.source), nesting::element(diagram, edge.target));
    let (End::Node(source), End::Node(target)) = ends else { return };
    let text = escape::plantuml(&format!("{number}. {}", flow_label(diagram, edge)));
    line(out, 0, &format!("n{source} -> n{target} : {text}"));
    if edge.two_way {
        line(out, 0, &format!("n{target} --> n{source} : response"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn messages_keep_their_order() {
        let mut text = String::new();
        body(&samples::use_case(), &mut text);
        let messages: Vec<&str> = text.lines().filter_map(|line| line.split_once(" : ").map(|(ends, _)| ends)).collect();
        assert_eq!(messages, ["n0 -> n1", "n1 -> n2", "n2 -> n3", "n3 --> n2", "n2 -> n2", "n2 -> n0"]);
        assert_eq!(text.matches("box \"").count(), 2);
    }
}
