//! Sequences for tests.

use super::{NASTY, carried, edge, frame, node};
use crate::report::diagram::{Diagram, Edge, End, FrameShape, Node, NodeShape, Style};

/// Four participants, five messages: one with an answer, one to oneself, one past others.
pub(crate) fn use_case() -> Diagram {
    let person = Node { shape: NodeShape::Actor, type_name: Some("ClinicalUser".to_owned()), ..node("Nurse", None) };
    let store = Node { shape: NodeShape::Store, ..node("Orders", Some(1)) };
    let message = |name: &str, from: usize, to: usize| edge(name, End::Node(from), End::Node(to));
    Diagram {
        id: "order".to_owned(),
        title: "Way of an order".to_owned(),
        style: Style::Sequence,
        frames: vec![frame("Pump", FrameShape::Boundary, None), frame("Network", FrameShape::Boundary, None)],
        nodes: vec![person, node("Panel", Some(0)), node("Controller", Some(0)), store],
        edges: vec![
            Edge {
                carries: vec![carried("Order"), carried("Login")],
                protocol: Some("Touch".to_owned()),
                ..message("Programme", 0, 1)
            },
            message("Order", 1, 2),
            Edge { two_way: true, protocol: Some("HTTPS".to_owned()), ..message("Look up", 2, 3) },
            message("Check", 2, 2),
            message("Show", 2, 0),
        ],
        ..Diagram::default()
    }
}

/// Every name is nasty, one has a thousand characters; messages go far, near and nowhere.
pub(crate) fn hostile_use_case() -> Diagram {
    let long = "w".repeat(1000);
    let names: Vec<&str> = NASTY.into_iter().chain([long.as_str()]).collect();
    let mut diagram = Diagram {
        id: NASTY[8].to_owned(),
        title: NASTY[2].to_owned(),
        style: Style::Sequence,
        threat_counts: true,
        ..Diagram::default()
    };
    let shapes = [NodeShape::Actor, NodeShape::External, NodeShape::Process, NodeShape::Store, NodeShape::ClosedBoundary];
    for (index, name) in names.iter().enumerate() {
        diagram.frames.push(frame(name, FrameShape::Boundary, index.checked_sub(1)));
        let parent = (index % 4 != 3).then_some(index - index % 2);
        let shape = shapes[index % shapes.len()];
        diagram.nodes.push(Node { type_name: Some((*name).to_owned()), shape, ..node(name, parent) });
    }
    for (index, name) in names.iter().enumerate() {
        for step in [0, 1, 5] {
            let target = End::Node((index + step) % names.len());
            diagram.edges.push(Edge {
                carries: vec![carried(name); step],
                protocol: Some((*name).to_owned()),
                two_way: (index + step) % 2 == 0,
                ..edge(name, End::Node(index), target)
            });
        }
    }
    diagram
}
