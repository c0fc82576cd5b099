//! A use case as a Mermaid sequence diagram. Mermaid's boxes do not nest, so each holds the neighbours of one innermost boundary.
//!
//! Ids are generated (`n3` a participant); every text passes [`escape::mermaid_line`].

use crate::backends::escape;
use crate::backends::mermaid::{comment, flow_label, line, marks};
use crate::drawing::nesting;
use crate::drawing::sequence::runs;
use crate::report::diagram::{Diagram, Edge, End, NodeShape};
use crate::report::title_block::TitleBlock;

/// Writes a diagram of style sequence as Mermaid.
pub(super) fn sequence(diagram: &Diagram, title: &TitleBlock) -> String {
    let mut out = String::from("sequenceDiagram\n");
    out.push_str(&comment(diagram, title));
    for (first, last, frame) in runs(diagram) {
        if let Some(frame) = frame.map(|frame| &diagram.frames[frame]) {
            let name = format!("{}{}", frame.name, marks(diagram, frame.counts, frame.controls));
            line(&mut out, 1, &format!("box transparent {}", escape::mermaid_line(&name)));
        }
        for index in first..=last {
            participant(diagram, index, if frame.is_some() { 2 } else { 1 }, &mut out);
        }
        if frame.is_some() {
            line(&mut out, 1, "end");
        }
    }
    if title.draft && !diagram.nodes.is_empty() {
        line(&mut out, 1, "Note over n0: DRAFT");
    }
    for (edge, number) in diagram.edges.iter().zip(1..) {
        message(diagram, edge, number, &mut out);
    }
    out
}

fn participant(diagram: &Diagram, index: usize, depth: usize, out: &mut String) {
    let node = &diagram.nodes[index];
    let word = match node.shape {
        NodeShape::Actor | NodeShape::Attacker => "actor",
        NodeShape::External | NodeShape::Process | NodeShape::Store | NodeShape::ClosedBoundary => "participant",
    };
    let kind = node.type_name.as_ref().map_or_else(String::new, |kind| format!("\n\u{ab}{kind}\u{bb}"));
    let name = escape::mermaid_line(&format!("{}{kind}{}", node.name, marks(diagram, node.counts, node.controls)));
    line(out, depth, &format!("{word} n{index} as {name}"));
}

fn message(diagram: &Diagram, edge: &Edge, number: usize, out: &mut String) {
    let (End::Node(source), End::Node(target)) = (nesting::element(diagram, edge.source), nesting::element(diagram, edge.target))
    else {
        return;
    };
    let text = escape::mermaid_line(&format!("{number}. {}", flow_label(diagram, edge)));
    line(out, 1, &format!("n{source}->>n{target}: {text}"));
    if edge.two_way {
        line(out, 1, &format!("n{target}-->>n{source}: response"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn a_use_case_reads_well() {
        let text = sequence(&samples::use_case(), &samples::title());
        let (head, rest) = text.split_once('\n').unwrap_or_default();
        let (comment, body) = rest.split_once('\n').unwrap_or_default();
        assert_eq!(head, "sequenceDiagram");
        assert!(comment.starts_with("  %% Way of an order; "), "{comment}");
        let expected = "  actor n0 as Nurse<br/>«ClinicalUser»\n  box transparent Pump\n    participant n1 as Panel\n    participant n2 as Controller\n  end\n  \
             box transparent Network\n    participant n3 as Orders\n  end\n  Note over n0: DRAFT\n  \
             n0->>n1: 1. Programme<br/>data#58; Order, Login<br/>over Touch\n  n1->>n2: 2. Order\n  n2->>n3: 3. Look up<br/>over HTTPS\n  \
             n3-->>n2: response\n  n2->>n2: 4. Check\n  n2->>n0: 5. Show\n";
        assert_eq!(body, expected);
    }

    #[test]
    fn hostile_names_stay_on_their_lines() {
        let diagram = samples::hostile_use_case();
        let text = sequence(&diagram, &samples::title());
        let boxes = runs(&diagram).iter().filter(|(_, _, frame)| frame.is_some()).count();
        let answers = diagram.edges.iter().filter(|edge| edge.two_way).count();
        assert_eq!(text.lines().count(), 3 + diagram.nodes.len() + 2 * boxes + diagram.edges.len() + answers);
        for line in text.lines().skip(2) {
            assert!(!line.contains("<script") && !line.contains("%%") && !line.contains('"'), "{line}");
            // a semicolon ends a statement, unless it ends an entity code
            let codes = line.matches('#').count();
            assert_eq!(line.matches(';').count(), codes, "{line}");
        }
    }
}
