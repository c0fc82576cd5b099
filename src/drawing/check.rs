//! What can be wrong with a drawing. A threat model's picture must not say something untrue, so what an engine gives is looked at before it is
//! painted.

use std::fmt;

use crate::drawing::geometry::{Geometry, Rect, SLACK};
use crate::drawing::sized::Sized;
use crate::report::diagram::End;

/// Something wrong with a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A number is missing, infinite or outside the drawing.
    OffSheet,
    /// Two nodes lie over one another.
    NodesOverlap(usize, usize),
    /// Two frames neither of which holds the other lie over one another, or a frame over a node it does not hold.
    FrameOverlaps(usize),
    /// A node reaches out of its frame.
    NodeOutside(usize),
    /// A frame reaches out of its frame.
    FrameOutside(usize),
    /// A square is not on the border of the port's owner.
    PortAstray(usize),
    /// A flow does not end at its port, node or frame.
    EndAstray(usize),
    /// A flow runs through a node it has nothing to do with.
    ThroughNode(usize, usize),
    /// The text of a flow lies over a node.
    LabelOverNode(usize, usize),
    /// The texts of two flows lie over one another.
    LabelsOverlap(usize, usize),
}

/// Lists what is wrong with a drawing, in a fixed order.
pub fn faults(sized: &Sized<'_>, geometry: &Geometry) -> Vec<Fault> {
    let mut found = Vec::new();
    if !complete(sized, geometry) {
        return vec![Fault::OffSheet];
    }
    boxes(sized, geometry, &mut found);
    ports(sized, geometry, &mut found);
    routes(sized, geometry, &mut found);
    labels(geometry, &mut found);
    found
}

fn complete(sized: &Sized<'_>, geometry: &Geometry) -> bool {
    let diagram = sized.diagram;
    let sheet = Rect { x: 0.0, y: 0.0, width: geometry.width, height: geometry.height };
    let squares = geometry.ports.iter().flat_map(|p| &p.squares);
    let points = geometry.edges.iter().flat_map(|e| &e.points);
    geometry.nodes.len() == diagram.nodes.len()
        && geometry.frames.len() == diagram.frames.len()
        && geometry.ports.len() == diagram.ports.len()
        && geometry.edges.len() == diagram.edges.len()
        && geometry.edges.iter().all(|e| e.points.len() >= 2)
        && geometry.ports.iter().all(|p| !p.squares.is_empty())
        && geometry.nodes.iter().chain(&geometry.frames).chain(squares).all(|r| sheet.contains(r))
        && geometry.edges.iter().map(|e| &e.label).all(|r| sheet.contains(r))
        && points.into_iter().all(|p| sheet.grown(SLACK).has(*p))
}

fn boxes(sized: &Sized<'_>, geometry: &Geometry, found: &mut Vec<Fault>) {
    let diagram = sized.diagram;
    for (i, rect) in geometry.nodes.iter().enumerate() {
        for (j, other) in geometry.nodes.iter().enumerate().skip(i + 1) {
            if rect.overlaps(other) {
                found.push(Fault::NodesOverlap(i, j));
            }
        }
        if diagram.nodes[i].parent.is_some_and(|f| !geometry.frames[f].contains(rect)) {
            found.push(Fault::NodeOutside(i));
        }
    }
    for (f, frame) in geometry.frames.iter().enumerate() {
        if diagram.frames[f].parent.is_some_and(|o| !geometry.frames[o].contains(frame)) {
            found.push(Fault::FrameOutside(f));
        }
        let over_node = (0..geometry.nodes.len()).any(|n| !sized.holds(f, End::Node(n)) && frame.overlaps(&geometry.nodes[n]));
        let over_frame = (f + 1..geometry.frames.len()).any(|g| {
            let apart = !sized.holds(f, End::Frame(g)) && !sized.holds(g, End::Frame(f));
            apart && frame.overlaps(&geometry.frames[g])
        });
        if over_node || over_frame {
            found.push(Fault::FrameOverlaps(f));
        }
    }
}

fn ports(sized: &Sized<'_>, geometry: &Geometry, found: &mut Vec<Fault>) {
    for (p, place) in geometry.ports.iter().enumerate() {
        let owner = geometry.rect(sized, End::Port(p));
        if place.squares.iter().any(|s| owner.border_distance(s.centre()) > SLACK) {
            found.push(Fault::PortAstray(p));
        }
    }
}

fn routes(sized: &Sized<'_>, geometry: &Geometry, found: &mut Vec<Fault>) {
    for (e, route) in geometry.edges.iter().enumerate() {
        let edge = &sized.diagram.edges[e];
        let ends = [(edge.source, route.points.first()), (edge.target, route.points.last())];
        let astray = ends.into_iter().any(|(end, point)| point.is_none_or(|p| !geometry.meets(sized, end, *p)));
        if astray {
            found.push(Fault::EndAstray(e));
        }
        for (n, rect) in geometry.nodes.iter().enumerate() {
            let own = ends.iter().any(|(end, _)| sized.element(*end) == End::Node(n));
            if !own && route.crosses(&rect.grown(-SLACK)) {
                found.push(Fault::ThroughNode(e, n));
            }
        }
    }
}

fn labels(geometry: &Geometry, found: &mut Vec<Fault>) {
    for (e, route) in geometry.edges.iter().enumerate() {
        for (n, rect) in geometry.nodes.iter().enumerate() {
            if rect.overlaps(&route.label) {
                found.push(Fault::LabelOverNode(e, n));
            }
        }
        for (o, other) in geometry.edges.iter().enumerate().skip(e + 1) {
            if route.label.overlaps(&other.label) {
                found.push(Fault::LabelsOverlap(e, o));
            }
        }
    }
}

impl Fault {
    /// Whether the drawing would say something untrue, rather than be merely untidy.
    pub fn misleads(self) -> bool {
        match self {
            Self::OffSheet
            | Self::NodesOverlap(..)
            | Self::FrameOverlaps(_)
            | Self::NodeOutside(_)
            | Self::FrameOutside(_)
            | Self::PortAstray(_)
            | Self::EndAstray(_)
            | Self::ThroughNode(..) => true,
            Self::LabelOverNode(..) | Self::LabelsOverlap(..) => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OffSheet => write!(f, "something lies outside the sheet"),
            Self::NodesOverlap(a, b) => write!(f, "nodes {a} and {b} overlap"),
            Self::FrameOverlaps(a) => write!(f, "frame {a} overlaps something it does not hold"),
            Self::NodeOutside(n) => write!(f, "node {n} reaches out of its frame"),
            Self::FrameOutside(n) => write!(f, "frame {n} reaches out of its frame"),
            Self::PortAstray(p) => write!(f, "port {p} is not on its owner's border"),
            Self::EndAstray(e) => write!(f, "flow {e} does not end where it should"),
            Self::ThroughNode(e, n) => write!(f, "flow {e} runs through node {n}"),
            Self::LabelOverNode(e, n) => write!(f, "the text of flow {e} lies over node {n}"),
            Self::LabelsOverlap(a, b) => write!(f, "the texts of flows {a} and {b} overlap"),
        }
    }
}
