//! Where a line may meet a box.

use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::grid::members;
use crate::drawing::router::maze::{Maze, Way};
use crate::drawing::sized::{PORT, Sized};
use crate::report::diagram::End;

/// How near to a corner a line may end.
const CORNER: f64 = 10.0;
/// Two ends of which one has a square keep this far apart.
const SQUARES: f64 = PORT + 1.0;
/// Two bare ends.
const BARE: f64 = 6.0;

/// A place on a border at which a line may end.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    pub(crate) at: Point,
    /// The way a line leaves here.
    pub(crate) out: Way,
    /// The grid point before it.
    pub(crate) landing: usize,
    pub(crate) cost: u32,
}

impl Gate {
    /// A place no grid line leads to.
    pub(crate) fn bare(at: Point) -> Self {
        Self { at, out: Way::East, landing: 0, cost: 0 }
    }
}

/// An end that has its place.
struct Taken {
    element: End,
    port: Option<usize>,
    edge: usize,
    at: Point,
}

/// The borders and what has been given away of them.
pub(crate) struct Sills {
    taken: Vec<Taken>,
    /// Per port: how many of its ends have no place yet.
    waiting: Vec<usize>,
}

/// A box that many lines meet has to be large: the size at which they all find a place.
pub(crate) fn least_size(sized: &Sized<'_>, node: usize, pitch: f64) -> (f64, f64) {
    let block = &sized.nodes[node];
    let ends = sized.diagram.edges.iter().flat_map(|e| [e.source, e.target]);
    let lines = ends.filter(|&end| sized.element(end) == End::Node(node)).count();
    let idle = sized.diagram.ports.iter().filter(|p| p.owner == End::Node(node)).count();
    // Half of the border is left for lines that cannot come from every side.
    let need = (lines + idle) as f64 * (pitch + 2.0) + 4.0 * CORNER;
    let lack = (need - block.width - block.height).max(0.0);
    (block.width + lack * 0.6, block.height + lack * 0.4)
}

impl Sills {
    pub(crate) fn new(sized: &Sized<'_>, _: &Geometry) -> Self {
        let ends: Vec<End> = sized.diagram.edges.iter().flat_map(|e| [e.source, e.target]).collect();
        let count = |p: usize| ends.iter().filter(|&&end| end == End::Port(p)).count();
        Self { taken: Vec::new(), waiting: (0..sized.diagram.ports.len()).map(count).collect() }
    }

    /// Every free place at which a line to `other` may meet `end`.
    pub(crate) fn gates(
        &self,
        sized: &Sized<'_>,
        geometry: &Geometry,
        maze: &Maze,
        end: End,
        other: End,
        soft: bool,
    ) -> Vec<Gate> {
        let element = sized.element(end);
        let rect = geometry.rect(sized, element);
        let inwards = match element {
            End::Frame(frame) => sized.holds(frame, other),
            End::Node(_) | End::Port(_) => false,
        };
        let own = port_of(end);
        let mut gates = Vec::new();
        for side in SIDES {
            let (low, high) = if side.is_level() { (rect.y, rect.y + rect.height) } else { (rect.x, rect.x + rect.width) };
            for place in maze.lines(!side.is_level(), low + CORNER, high - CORNER) {
                let at = on_side(&rect, side, place);
                let room = |t: &Taken| {
                    let gap = if own.is_some() || t.port.is_some() { SQUARES } else { BARE };
                    t.element != element || t.at.distance(at) >= gap - 0.01
                };
                let out = if inwards { opposite(side) } else { side };
                if !self.taken.iter().all(room) || inwards && under_title(sized, geometry, element, at) {
                    continue;
                }
                if let Some(landing) = maze.landing(at, out, soft) {
                    gates.push(Gate { at, out, landing, cost: self.cost(own, element, at) });
                }
            }
        }
        gates
    }

    /// A port's squares belong together, and what stands beside a port that waits for more of its own is in the way.
    fn cost(&self, own: Option<usize>, element: End, at: Point) -> u32 {
        let mut cost = 0.0_f64;
        let near = |t: &&Taken| t.at.distance(at);
        let nearest = |t: &mut dyn Iterator<Item = &Taken>| t.map(|t| near(&t)).fold(f64::INFINITY, f64::min);
        if own.is_some() {
            let gap = nearest(&mut self.taken.iter().filter(|t| t.port == own));
            if gap.is_finite() {
                cost += (gap - SQUARES - 2.0).max(0.0) * 4.0;
            }
        }
        for taken in self.taken.iter().filter(|t| t.element == element && t.port != own) {
            let waits = taken.port.is_some_and(|p| self.waiting[p] > 0);
            if waits && taken.at.distance(at) < 3.0 * SQUARES {
                cost += 60.0;
            }
        }
        cost.min(10_000.0) as u32
    }

    /// Gives a place away.
    pub(crate) fn take(&mut self, sized: &Sized<'_>, end: End, edge: usize, gate: &Gate) {
        let port = port_of(end);
        if let Some(port) = port {
            self.waiting[port] = self.waiting[port].saturating_sub(1);
        }
        self.taken.push(Taken { element: sized.element(end), port, edge, at: gate.at });
    }

    /// The two ends of a flow.
    pub(crate) fn ends(&self, edge: usize) -> Vec<Point> {
        self.taken.iter().filter(|t| t.edge == edge).map(|t| t.at).collect()
    }

    /// Where the ends at a port are.
    pub(crate) fn of_port(&self, port: usize) -> Vec<Point> {
        self.taken.iter().filter(|t| t.port == Some(port)).map(|t| t.at).collect()
    }

    /// A place for a port that no flow meets: where most room is left, the lower border first.
    pub(crate) fn idle(&mut self, sized: &Sized<'_>, geometry: &Geometry, port: usize) -> Point {
        let element = sized.element(End::Port(port));
        let rect = geometry.rect(sized, element);
        let mut best = (f64::NEG_INFINITY, rect.centre());
        for side in [Way::South, Way::East, Way::North, Way::West] {
            let length = if side.is_level() { rect.height } else { rect.width };
            let low = if side.is_level() { rect.y } else { rect.x };
            let steps = ((length - 2.0 * CORNER) / 4.0).max(1.0) as usize;
            for step in 0..=steps {
                let at = on_side(&rect, side, low + CORNER + (length - 2.0 * CORNER) * step as f64 / steps as f64);
                if under_title(sized, geometry, element, at) {
                    continue;
                }
                let own = self.taken.iter().filter(|t| t.element == element).map(|t| t.at.distance(at));
                let room = own.fold(60.0, f64::min) + crowd(sized, geometry, element, at);
                if room > best.0 + 0.01 {
                    best = (room, at);
                }
            }
        }
        self.taken.push(Taken { element, port: Some(port), edge: usize::MAX, at: best.1 });
        best.1
    }
}

/// Distance to the nearest other box, up to a point.
fn crowd(sized: &Sized<'_>, geometry: &Geometry, element: End, at: Point) -> f64 {
    let around = members(sized, sized.parent(element)).into_iter().filter(|&e| e != element);
    let far = |r: Rect| {
        let (dx, dy) = ((r.x - at.x).max(at.x - r.x - r.width).max(0.0), (r.y - at.y).max(at.y - r.y - r.height).max(0.0));
        dx.hypot(dy)
    };
    around.map(|e| far(geometry.rect(sized, e))).fold(40.0, f64::min)
}

const SIDES: [Way; 4] = [Way::East, Way::South, Way::West, Way::North];

fn port_of(end: End) -> Option<usize> {
    match end {
        End::Port(port) => Some(port),
        End::Node(_) | End::Frame(_) => None,
    }
}

fn opposite(side: Way) -> Way {
    match side {
        Way::East => Way::West,
        Way::South => Way::North,
        Way::West => Way::East,
        Way::North => Way::South,
    }
}

fn on_side(rect: &Rect, side: Way, place: f64) -> Point {
    match side {
        Way::East => Point { x: rect.x + rect.width, y: place },
        Way::West => Point { x: rect.x, y: place },
        Way::South => Point { x: place, y: rect.y + rect.height },
        Way::North => Point { x: place, y: rect.y },
    }
}

/// Whether the title of a frame is at a place of its border.
fn under_title(sized: &Sized<'_>, geometry: &Geometry, element: End, at: Point) -> bool {
    let End::Frame(f) = element else { return false };
    let (frame, block) = (geometry.frames[f], &sized.frames[f]);
    Rect { width: block.width + 20.0, height: block.height + 6.0, ..frame }.grown(PORT).has(at)
}
