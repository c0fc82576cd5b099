//! Where everything stands: what a layout engine gives and the painter takes. Pixels, y downwards, from the top left of the drawing.

use std::fmt;

use crate::drawing::sized::{PORT, Sized};
use crate::report::diagram::End;

/// A point of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// The place of everything in a diagram, index for index.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Geometry {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Nodes.
    pub nodes: Vec<Rect>,
    /// Frames.
    pub frames: Vec<Rect>,
    /// Ports.
    pub ports: Vec<PortPlace>,
    /// Flows.
    pub edges: Vec<Route>,
}

/// Where a port is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PortPlace {
    /// One square for every end of a flow, or a single one; each is centred on the border of the owner.
    pub squares: Vec<Rect>,
    /// Where the name stands: once, unless the squares stand apart.
    pub labels: Vec<Rect>,
}

/// How a flow runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// From the source to the target.
    pub points: Vec<Point>,
    /// Where its text stands.
    pub label: Rect,
}

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

const SLACK: f64 = 1.5;

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
    let sheet = Rect {
        x: 0.0,
        y: 0.0,
        width: geometry.width,
        height: geometry.height,
    };
    let squares = geometry.ports.iter().flat_map(|p| &p.squares);
    let points = geometry.edges.iter().flat_map(|e| &e.points);
    geometry.nodes.len() == diagram.nodes.len()
        && geometry.frames.len() == diagram.frames.len()
        && geometry.ports.len() == diagram.ports.len()
        && geometry.edges.len() == diagram.edges.len()
        && geometry.edges.iter().all(|e| e.points.len() >= 2)
        && geometry.ports.iter().all(|p| !p.squares.is_empty())
        && geometry
            .nodes
            .iter()
            .chain(&geometry.frames)
            .chain(squares)
            .all(|r| sheet.contains(r))
        && geometry
            .edges
            .iter()
            .map(|e| &e.label)
            .all(|r| sheet.contains(r))
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
        if diagram.nodes[i]
            .parent
            .is_some_and(|f| !geometry.frames[f].contains(rect))
        {
            found.push(Fault::NodeOutside(i));
        }
    }
    for (f, frame) in geometry.frames.iter().enumerate() {
        if diagram.frames[f]
            .parent
            .is_some_and(|o| !geometry.frames[o].contains(frame))
        {
            found.push(Fault::FrameOutside(f));
        }
        let over_node = (0..geometry.nodes.len())
            .any(|n| !sized.holds(f, End::Node(n)) && frame.overlaps(&geometry.nodes[n]));
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
        if place
            .squares
            .iter()
            .any(|s| owner.border_distance(s.centre()) > SLACK)
        {
            found.push(Fault::PortAstray(p));
        }
    }
}

fn routes(sized: &Sized<'_>, geometry: &Geometry, found: &mut Vec<Fault>) {
    for (e, route) in geometry.edges.iter().enumerate() {
        let edge = &sized.diagram.edges[e];
        let ends = [
            (edge.source, route.points.first()),
            (edge.target, route.points.last()),
        ];
        let astray = ends
            .into_iter()
            .any(|(end, point)| point.is_none_or(|p| !geometry.meets(sized, end, *p)));
        if astray {
            found.push(Fault::EndAstray(e));
        }
        for (n, rect) in geometry.nodes.iter().enumerate() {
            let own = ends
                .iter()
                .any(|(end, _)| sized.element(*end) == End::Node(n));
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

impl Geometry {
    /// Rectangle of a node or frame, or of a port's owner.
    pub fn rect(&self, sized: &Sized<'_>, end: End) -> Rect {
        match sized.element(end) {
            End::Node(n) => self.nodes[n],
            End::Frame(f) => self.frames[f],
            End::Port(_) => Rect::default(),
        }
    }

    fn meets(&self, sized: &Sized<'_>, end: End, point: Point) -> bool {
        match end {
            End::Port(p) => self.ports[p]
                .squares
                .iter()
                .any(|s| s.grown(SLACK).has(point)),
            End::Node(_) | End::Frame(_) => self.rect(sized, end).border_distance(point) <= SLACK,
        }
    }
}

impl Route {
    /// Whether any stretch of the line enters a rectangle.
    pub fn crosses(&self, rect: &Rect) -> bool {
        self.points
            .windows(2)
            .any(|pair| rect.clip(pair[0], pair[1]).is_some())
    }
}

impl Rect {
    /// The point in the middle.
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// A square of a port round a point of a border.
    pub fn port_at(centre: Point) -> Self {
        Self {
            x: centre.x - PORT / 2.0,
            y: centre.y - PORT / 2.0,
            width: PORT,
            height: PORT,
        }
    }

    /// Larger (or smaller) by as much on all sides.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: (self.width + 2.0 * by).max(0.0),
            height: (self.height + 2.0 * by).max(0.0),
        }
    }

    /// Moved.
    pub fn shifted(&self, by: Point) -> Self {
        Self {
            x: self.x + by.x,
            y: self.y + by.y,
            ..*self
        }
    }

    /// Whether a point lies in it or on its border.
    pub fn has(&self, point: Point) -> bool {
        point.x >= self.x
            && point.x <= self.x + self.width
            && point.y >= self.y
            && point.y <= self.y + self.height
    }

    /// Whether another lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        let room = self.grown(SLACK);
        room.has(Point {
            x: other.x,
            y: other.y,
        }) && room.has(Point {
            x: other.x + other.width,
            y: other.y + other.height,
        })
    }

    /// Whether the two share more than a border.
    pub fn overlaps(&self, other: &Self) -> bool {
        let across = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let down = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        across > SLACK && down > SLACK
    }

    /// How far a point is from the border, from within or without.
    pub fn border_distance(&self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.x - self.width);
        let dy = (self.y - point.y).max(point.y - self.y - self.height);
        if dx > 0.0 || dy > 0.0 {
            return dx.max(0.0).hypot(dy.max(0.0));
        }
        -dx.max(dy)
    }

    /// The part of a straight line that lies inside, as shares of its length; `None` when it stays out.
    pub fn clip(&self, from: Point, to: Point) -> Option<(f64, f64)> {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let axes = [
            (from.x, to.x - from.x, self.x, self.x + self.width),
            (from.y, to.y - from.y, self.y, self.y + self.height),
        ];
        for (start, delta, low, high) in axes {
            if delta.abs() < 1e-9 {
                if start <= low || start >= high {
                    return None;
                }
                continue;
            }
            let (a, b) = ((low - start) / delta, (high - start) / delta);
            enter = enter.max(a.min(b));
            leave = leave.min(a.max(b));
        }
        (leave - enter > 1e-9).then_some((enter, leave))
    }
}

impl Point {
    /// The point a share of the way to another.
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self {
            x: self.x + (other.x - self.x) * share,
            y: self.y + (other.y - self.y) * share,
        }
    }

    /// How far it is to another.
    pub fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }
}
