//! Diagrams for tests: a realistic one, random ones, hostile ones.

mod pump;
mod use_case;

pub(crate) use pump::pump;
pub(crate) use use_case::{hostile_use_case, use_case};

use crate::report::diagram::{Carried, ControlCounts, Counts, Diagram, Edge, End, Frame, FrameShape, Node, NodeShape, PortMark};
use crate::report::title_block::TitleBlock;

pub(crate) fn node(name: &str, parent: Option<usize>) -> Node {
    Node {
        id: name.to_owned(),
        name: name.to_owned(),
        type_name: None,
        shape: NodeShape::Process,
        parent,
        counts: Counts::default(),
        controls: ControlCounts::default(),
    }
}

pub(crate) fn edge(name: &str, source: End, target: End) -> Edge {
    Edge {
        id: name.to_owned(),
        name: name.to_owned(),
        carries: Vec::new(),
        protocol: None,
        source,
        target,
        two_way: false,
        fetched: false,
        movement: false,
        counts: Counts::default(),
        controls: ControlCounts::default(),
    }
}

/// Something carried, of the class data.
pub(crate) fn carried(name: &str) -> Carried {
    Carried { name: name.to_owned(), class: Some("data".to_owned()) }
}

fn frame(name: &str, shape: FrameShape, parent: Option<usize>) -> Frame {
    let (counts, controls) = Default::default();
    Frame { id: name.to_owned(), name: name.to_owned(), shape, parent, counts, controls }
}

fn port(name: &str, owner: End) -> PortMark {
    let (counts, controls) = Default::default();
    PortMark { id: name.to_owned(), name: name.to_owned(), owner, counts, controls }
}

pub(crate) fn title() -> TitleBlock {
    TitleBlock {
        device: "Perfusa 3 infusion pump system".to_owned(),
        manufacturer: Some("Example Medical GmbH".to_owned()),
        version: Some("3.2".to_owned()),
        model_hash: "0123456789ab".to_owned(),
        packs: vec!["ward-core 0.1.0".to_owned(), "iec-81001-5-1 0.1.0".to_owned()],
        generator: "ward 0.1.0".to_owned(),
        status: Some("in review".to_owned()),
        draft: true,
        ..TitleBlock::default()
    }
}

/// Many boxes and no flow.
pub(crate) fn crowd(count: usize) -> Diagram {
    Diagram { nodes: (0..count).map(|n| node(&format!("Device {n}"), None)).collect(), ..Diagram::default() }
}

/// Names that would break out of a careless writer.
pub(crate) const NASTY: [&str; 12] = [
    "quote \" and ' quote",
    "pipe | pipe",
    "<script>alert(1)</script>",
    "two\nlines\r\n\ttab",
    "emoji 🩺 漢字 عربي",
    "trailing backslash \\",
    "]]>",
    "",
    "x\"]; evil [label=\"pwned\" URL=\"javascript:alert(1)\"]; y [label=\"z",
    "--> subgraph end; %%{init}%% `**b**` #35;",
    "&amp; &#60; \u{0}\u{1}\u{7f}\u{85}\u{202e}\u{FFFF}",
    "node",
];

/// Every element has a nasty name, one of a thousand characters.
pub(crate) fn hostile() -> Diagram {
    let long = "w".repeat(1000);
    let names: Vec<&str> = NASTY.into_iter().chain([long.as_str()]).collect();
    let mut diagram = Diagram {
        id: NASTY[8].to_owned(),
        title: NASTY[2].to_owned(),
        threat_counts: true,
        controls: true,
        ..Diagram::default()
    };
    for (index, name) in names.iter().enumerate() {
        diagram.frames.push(frame(name, FrameShape::Boundary, index.checked_sub(1).filter(|i| i % 3 != 0)));
        diagram.nodes.push(Node { type_name: Some((*name).to_owned()), ..node(name, Some(index)) });
        diagram.ports.push(port(name, End::Node(index)));
        diagram.edges.push(Edge {
            carries: vec![carried(name)],
            protocol: Some((*name).to_owned()),
            ..edge(name, End::Node(index), End::Port(index * 7 % (index + 1)))
        });
    }
    diagram
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Nested frames, ports on nodes and frames, loops, parallel and two-way flows.
pub(crate) fn random(seed: u64) -> Diagram {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995);
    let mut diagram = Diagram {
        id: format!("random{seed}"),
        title: "Random".to_owned(),
        threat_counts: true,
        controls: true,
        ..Diagram::default()
    };
    let frames = dice.below(6);
    for f in 0..frames {
        let parent = if f > 0 && dice.chance(60) { Some(dice.below(f)) } else { None };
        let shape = if dice.chance(70) { FrameShape::Boundary } else { FrameShape::Component };
        diagram.frames.push(frame(&format!("Frame {f}"), shape, parent));
    }
    let shapes = [NodeShape::Actor, NodeShape::External, NodeShape::Process, NodeShape::Store, NodeShape::ClosedBoundary];
    for n in 0..2 + dice.below(18) {
        let parent = if frames > 0 && dice.chance(80) { Some(dice.below(frames)) } else { None };
        let counts = Counts { open: dice.below(3), questions: dice.below(2) };
        let controls = ControlCounts { in_place: n % 3, planned: n % 2 };
        diagram.nodes.push(Node { shape: shapes[dice.below(5)], counts, controls, ..node(&format!("Element {n}"), parent) });
    }
    for p in 0..dice.below(9) {
        let owner = any_box(&mut dice, &diagram, 75);
        diagram.ports.push(port(&format!("port {p}"), owner));
    }
    for e in 0..dice.below(30) {
        let (source, target) = (any_end(&mut dice, &diagram), any_end(&mut dice, &diagram));
        let two_way = dice.chance(30);
        let count = if dice.chance(15) { 2 } else { 1 };
        for _ in 0..count {
            let carries = vec![carried("Some data"); dice.below(3)];
            diagram.edges.push(Edge {
                two_way,
                carries,
                fetched: !two_way && e % 3 == 0,
                movement: false,
                ..edge(&format!("Flow {e}"), source, target)
            });
        }
    }
    diagram
}

fn any_box(dice: &mut Dice, diagram: &Diagram, nodes: usize) -> End {
    if diagram.frames.is_empty() || dice.chance(nodes) {
        return End::Node(dice.below(diagram.nodes.len()));
    }
    End::Frame(dice.below(diagram.frames.len()))
}

fn any_end(dice: &mut Dice, diagram: &Diagram) -> End {
    if !diagram.ports.is_empty() && dice.chance(40) {
        return End::Port(dice.below(diagram.ports.len()));
    }
    any_box(dice, diagram, 93)
}
