//! What can be wrong with a drawing. A threat model's picture must not say something untrue, so what an engine gives is looked at before it is
//! painted.

use std::fmt;

use crate::drawing::geometry::{Geometry, Point, Rect, SLACK};
use crate::drawing::sized::Sized;
use crate::drawing::texts::{self, Over, Text};
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
    /// The title of a frame reaches out of it.
    TitleOutside(usize),
    /// A square is not on the border of the port's owner.
    PortAstray(usize),
    /// A flow does not end at its port, node or frame.
    EndAstray(usize),
    /// A flow runs through a node.
    ThroughNode(usize, usize),
    /// A flow runs along the border of a frame, where it cannot be told from it.
    AlongFrame(usize, usize),
    /// Two flows run over one another for a stretch, so that they cannot be told apart.
    LinesMerge(usize, usize),
    /// A text lies over something.
    TextOver(Text, Over),
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
    merges(geometry, &mut found);
    texts(geometry, &mut found);
    found
}

fn complete(sized: &Sized<'_>, geometry: &Geometry) -> bool {
    let diagram = sized.diagram;
    let sheet = Rect { x: 0.0, y: 0.0, width: geometry.width, height: geometry.height };
    let squares = geometry.ports.iter().flat_map(|p| &p.squares);
    let points = geometry.edges.iter().flat_map(|e| &e.points);
    geometry.nodes.len() == diagram.nodes.len()
        && geometry.frames.len() == diagram.frames.len()
        && geometry.titles.len() == diagram.frames.len()
        && geometry.ports.len() == diagram.ports.len()
        && geometry.edges.len() == diagram.edges.len()
        && geometry.edges.iter().all(|e| e.points.len() >= 2)
        && geometry.ports.iter().all(|p| !p.squares.is_empty() && !p.labels.is_empty())
        && geometry.nodes.iter().chain(&geometry.frames).chain(squares).all(|r| sheet.contains(r))
        && texts::all(geometry).iter().all(|(_, r)| sheet.contains(r))
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
        if !frame.contains(&geometry.titles[f]) {
            found.push(Fault::TitleOutside(f));
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
            if route.crosses(&rect.grown(-SLACK)) {
                found.push(Fault::ThroughNode(e, n));
            }
        }
        for (f, rect) in geometry.frames.iter().enumerate() {
            let sides = sides(rect);
            if route.points.windows(2).any(|pair| sides.iter().any(|side| merge(pair, side))) {
                found.push(Fault::AlongFrame(e, f));
            }
        }
    }
}

fn sides(rect: &Rect) -> [[Point; 2]; 4] {
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    let at = |x: f64, y: f64| Point { x, y };
    [
        [at(rect.x, rect.y), at(right, rect.y)],
        [at(rect.x, bottom), at(right, bottom)],
        [at(rect.x, rect.y), at(rect.x, bottom)],
        [at(right, rect.y), at(right, bottom)],
    ]
}

/// Nearer than this, two lines look like one.
const APART: f64 = 2.0;
/// For shorter stretches it does not matter.
const STRETCH: f64 = 6.0;

/// Whether two upright or level stretches run over one another.
pub(crate) fn merge(a: &[Point], b: &[Point]) -> bool {
    let level = |s: &[Point]| (s[0].y - s[1].y).abs() < 0.1;
    let upright = |s: &[Point]| (s[0].x - s[1].x).abs() < 0.1;
    let shared = |p: f64, q: f64, r: f64, s: f64| p.max(q).min(r.max(s)) - p.min(q).max(r.min(s)) > STRETCH;
    (level(a) && level(b) && (a[0].y - b[0].y).abs() < APART && shared(a[0].x, a[1].x, b[0].x, b[1].x))
        || (upright(a) && upright(b) && (a[0].x - b[0].x).abs() < APART && shared(a[0].y, a[1].y, b[0].y, b[1].y))
}

fn merges(geometry: &Geometry, found: &mut Vec<Fault>) {
    for (e, route) in geometry.edges.iter().enumerate() {
        for (o, other) in geometry.edges.iter().enumerate().skip(e + 1) {
            if route.points.windows(2).any(|a| other.points.windows(2).any(|b| merge(a, b))) {
                found.push(Fault::LinesMerge(e, o));
            }
        }
    }
}

fn texts(geometry: &Geometry, found: &mut Vec<Fault>) {
    for (text, rect) in texts::all(geometry) {
        for over in texts::over(geometry, text, &rect) {
            // Two texts over one another are one fault.
            if !matches!(over, Over::Text(other) if other < text) {
                found.push(Fault::TextOver(text, over));
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
            Self::TitleOutside(_) | Self::AlongFrame(..) | Self::LinesMerge(..) | Self::TextOver(..) => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OffSheet => write!(f, "something lies outside the sheet"),
            Self::NodesOverlap(a, b) => write!(f, "nodes {a} and {b} overlap"),
            Self::TitleOutside(a) => write!(f, "the title of frame {a} reaches out of it"),
            Self::FrameOverlaps(a) => write!(f, "frame {a} overlaps something it does not hold"),
            Self::NodeOutside(n) => write!(f, "node {n} reaches out of its frame"),
            Self::FrameOutside(n) => write!(f, "frame {n} reaches out of its frame"),
            Self::PortAstray(p) => write!(f, "port {p} is not on its owner's border"),
            Self::EndAstray(e) => write!(f, "flow {e} does not end where it should"),
            Self::ThroughNode(e, n) => write!(f, "flow {e} runs through node {n}"),
            Self::AlongFrame(e, n) => write!(f, "flow {e} runs along the border of frame {n}"),
            Self::LinesMerge(a, b) => write!(f, "flows {a} and {b} run over one another"),
            Self::TextOver(text, over) => write!(f, "{text:?} lies over {over:?}"),
        }
    }
}
