//! Where everything stands: what a layout engine gives and the painter takes. Pixels, y downwards, from the top left of the drawing.

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
    /// Titles of the frames.
    pub titles: Vec<Rect>,
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

/// Rounding and the width of a line: less than this is not a fault.
pub(crate) const SLACK: f64 = 1.5;

impl Geometry {
    /// Rectangle of a node or frame, or of a port's owner.
    pub fn rect(&self, sized: &Sized<'_>, end: End) -> Rect {
        match sized.element(end) {
            End::Node(n) => self.nodes[n],
            End::Frame(f) => self.frames[f],
            End::Port(_) => Rect::default(),
        }
    }

    /// Whether a point is where a flow may end.
    pub(crate) fn meets(&self, sized: &Sized<'_>, end: End, point: Point) -> bool {
        match end {
            End::Port(p) => self.ports[p].squares.iter().any(|s| s.grown(SLACK).has(point)),
            End::Node(_) | End::Frame(_) => self.rect(sized, end).border_distance(point) <= SLACK,
        }
    }
}

impl Route {
    /// Whether any stretch of the line enters a rectangle.
    pub fn crosses(&self, rect: &Rect) -> bool {
        self.points.windows(2).any(|pair| rect.clip(pair[0], pair[1]).is_some())
    }
}

impl Rect {
    /// The point in the middle.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// A square of a port round a point of a border.
    pub fn port_at(centre: Point) -> Self {
        Self { x: centre.x - PORT / 2.0, y: centre.y - PORT / 2.0, width: PORT, height: PORT }
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
        Self { x: self.x + by.x, y: self.y + by.y, ..*self }
    }

    /// Whether a point lies in it or on its border.
    pub fn has(&self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.x + self.width && point.y >= self.y && point.y <= self.y + self.height
    }

    /// Whether another lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        let room = self.grown(SLACK);
        room.has(Point { x: other.x, y: other.y }) && room.has(Point { x: other.x + other.width, y: other.y + other.height })
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
        let axes = [(from.x, to.x - from.x, self.x, self.x + self.width), (from.y, to.y - from.y, self.y, self.y + self.height)];
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
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }

    /// How far it is to another.
    pub fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }
}
