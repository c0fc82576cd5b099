//! Lines between boxes that stand already: level and upright, round every box, none upon another.
//!
//! Flows are led one after the other, the shortest first, through a grid ([`maze`]); each takes the cheapest way by length, bends, crossings and
//! boundaries it has nothing to do with. Ports stand where their lines end, side by side ([`gates`]).

mod gates;
mod maze;

use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect, Route};
use crate::drawing::sized::{PORT, Sized};
use crate::drawing::straight::along;
use crate::drawing::texts::Text;
use crate::drawing::tidy::{move_text, sizes};
use crate::report::diagram::End;

use gates::{Gate, Sills};
use maze::Maze;

pub(crate) use gates::least_size;

/// Squares of a port further apart than this do not read as one.
const GROUP: f64 = 130.0;

/// Leads every flow of a geometry whose boxes are placed; whether all of them found a way of their own.
pub(crate) fn lead(sized: &Sized<'_>, geometry: &mut Geometry, pitch: f64) -> bool {
    let diagram = sized.diagram;
    let mut maze = Maze::new(sized, geometry, pitch);
    let mut sills = Sills::new(sized, geometry);
    let mut led: Vec<usize> = Vec::new();
    let mut drawn = geometry.clone();
    drawn.edges.clear();
    drawn.ports.clear();
    sizes(sized, &mut drawn);
    let mut order: Vec<usize> = (0..diagram.edges.len()).collect();
    let span = |e: usize| {
        let edge = &diagram.edges[e];
        let [a, b] = [edge.source, edge.target].map(|end| geometry.rect(sized, end).centre());
        (a.x - b.x).abs() + (a.y - b.y).abs()
    };
    order.sort_by(|&a, &b| span(a).total_cmp(&span(b)));
    let mut clean = true;
    for edge in order {
        let (points, own) = one(sized, geometry, &mut maze, &mut sills, edge);
        clean &= own;
        let route = finish(sized, edge, points);
        // Each text has its place before the next line is led.
        drawn.edges.push(route);
        let last = drawn.edges.len() - 1;
        if move_text(&mut drawn, Text::Flow(last)) {
            maze.shut_in(&drawn.edges[last].label);
        }
        led.push(edge);
    }
    geometry.ports = (0..diagram.ports.len()).map(|p| port(sized, geometry, &mut sills, p)).collect();
    let mut routes: Vec<(usize, Route)> = led.into_iter().zip(drawn.edges).collect();
    routes.sort_by_key(|(edge, _)| *edge);
    geometry.edges = routes.into_iter().map(|(_, route)| route).collect();
    clean
}

/// The way of one flow, from border to border.
fn one(sized: &Sized<'_>, geometry: &Geometry, maze: &mut Maze, sills: &mut Sills, edge: usize) -> (Vec<Point>, bool) {
    let flow = &sized.diagram.edges[edge];
    let foreign: Vec<bool> = (0..sized.diagram.frames.len())
        .map(|f| {
            let own = [flow.source, flow.target].iter().any(|&end| sized.element(end) == End::Frame(f) || sized.holds(f, end));
            !own
        })
        .collect();
    for soft in [false, true] {
        let mut starts = sills.gates(sized, geometry, maze, flow.source, flow.target, soft);
        let mut goals = sills.gates(sized, geometry, maze, flow.target, flow.source, soft);
        if sized.element(flow.source) == sized.element(flow.target) {
            let level = |g: &Gate| g.out.is_level();
            if starts.iter().any(level) && goals.iter().any(|g| !level(g)) {
                starts.retain(level);
                goals.retain(|g| !level(g));
            }
        }
        if let Some((from, way, to)) = maze.way(&starts, &goals, &foreign, soft) {
            let (from, to) = (starts[from].clone(), goals[to].clone());
            maze.take(&from, &way, &to);
            sills.take(sized, flow.source, edge, &from);
            sills.take(sized, flow.target, edge, &to);
            let mut points = vec![from.at];
            points.extend(way.iter().map(|&v| maze.point(v)));
            points.push(to.at);
            return (straighten(points), !soft);
        }
    }
    // Shut in on all sides: a straight line says it still.
    let [a, b] = [flow.source, flow.target].map(|end| geometry.rect(sized, end).centre());
    for (end, other) in [(flow.source, b), (flow.target, a)] {
        let rect = geometry.rect(sized, end);
        let centre = rect.centre();
        let at = rect.clip(centre, other).map_or(centre, |(_, leave)| centre.towards(other, leave));
        sills.take(sized, end, edge, &Gate::bare(at));
    }
    let ends = sills.ends(edge);
    (ends.to_vec(), false)
}

/// Without the points at which it does not turn.
fn straighten(points: Vec<Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for point in points {
        if out.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = out[..] {
            let level = (a.y - b.y).abs() < 0.01 && (b.y - point.y).abs() < 0.01;
            let upright = (a.x - b.x).abs() < 0.01 && (b.x - point.x).abs() < 0.01;
            if level || upright {
                out.pop();
            }
        }
        out.push(point);
    }
    out
}

/// Squares where the port's flows end, each run of neighbours with one label.
fn port(sized: &Sized<'_>, geometry: &Geometry, sills: &mut Sills, port: usize) -> PortPlace {
    let owner = geometry.rect(sized, End::Port(port));
    let mut ends = sills.of_port(port);
    if ends.is_empty() {
        ends.push(sills.idle(sized, geometry, port));
    }
    ends.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let squares: Vec<Rect> = ends.iter().map(|&p| Rect::port_at(p)).collect();
    let block = &sized.ports[port];
    let mut labels = Vec::new();
    for (index, square) in squares.iter().enumerate() {
        let next = squares.get(index + 1);
        if next.is_some_and(|n| n.centre().distance(square.centre()) < GROUP) {
            continue;
        }
        let right = square.centre().x - owner.x > owner.width / 2.0;
        let x = if right { square.x + square.width + 1.0 } else { square.x - 1.0 - block.width };
        let y = square.centre().y + 1.0;
        labels.push(Rect { x, y, width: block.width, height: block.height });
    }
    PortPlace { squares, labels }
}

fn finish(sized: &Sized<'_>, index: usize, mut points: Vec<Point>) -> Route {
    let edge = &sized.diagram.edges[index];
    for end in [edge.source, edge.target] {
        // A line at a port ends at the rim of its square.
        if let (End::Port(_), [first, next, ..]) = (end, &mut points[..]) {
            let far = first.distance(*next).max(0.01);
            *first = first.towards(*next, (PORT / 2.0 / far).min(0.9));
        }
        points.reverse();
    }
    let block = &sized.edges[index];
    let longest = points.windows(2).max_by(|a, b| a[0].distance(a[1]).total_cmp(&b[0].distance(b[1])));
    let at = longest.map_or_else(|| along(&points, 0.5), |pair| pair[0].towards(pair[1], 0.5));
    let label = Rect { x: at.x - block.width / 2.0, y: at.y - block.height / 2.0, width: block.width, height: block.height };
    Route { points, label }
}
