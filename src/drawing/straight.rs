//! Straight lines between boxes that stand already, their texts beside them, and the sheet round it all.

use crate::drawing::geometry::{Geometry, Point, Rect, Route};
use crate::drawing::sized::Sized;
use crate::report::diagram::End;

const SHEET_MARGIN: f64 = 12.0;
/// How far flows between the same two boxes keep from one another.
const SPREAD: f64 = 16.0;

/// A line for every flow. Squares of ports are handed out in order of declaration.
pub(crate) fn routes(sized: &Sized<'_>, geometry: &Geometry) -> Vec<Route> {
    let mut taken = vec![0; sized.diagram.ports.len()];
    let mut out: Vec<Route> = Vec::new();
    for (index, edge) in sized.diagram.edges.iter().enumerate() {
        let squares = [edge.source, edge.target].map(|end| square(geometry, end, &mut taken));
        let rects = [edge.source, edge.target].map(|end| geometry.rect(sized, end));
        let twins = sized.diagram.edges[..index].iter().filter(|other| {
            let ends = [sized.element(other.source), sized.element(other.target)];
            let own = [sized.element(edge.source), sized.element(edge.target)];
            ends == own || ends == [own[1], own[0]]
        });
        let points = line(rects, squares, twins.count());
        let label = label(sized, index, &points);
        out.push(Route { points, label });
    }
    out
}

/// The next free square of a port.
fn square(geometry: &Geometry, end: End, taken: &mut [usize]) -> Option<Rect> {
    let End::Port(port) = end else { return None };
    let squares = &geometry.ports[port].squares;
    let rect = squares.get(taken[port].min(squares.len().saturating_sub(1))).copied();
    taken[port] += 1;
    rect
}

fn line(rects: [Rect; 2], squares: [Option<Rect>; 2], twins: usize) -> Vec<Point> {
    let [from, to] = [0, 1].map(|i| squares[i].unwrap_or(rects[i]));
    if from == to || rects[0] == rects[1] {
        return loop_beside(rects[0], from, to, twins);
    }
    let [mut start, mut end] = [from.centre(), to.centre()];
    let across = (end.x - start.x).abs() > (end.y - start.y).abs();
    let spread = SPREAD * twins.div_ceil(2) as f64 * if twins.is_multiple_of(2) { 1.0 } else { -1.0 };
    for (point, own, rect) in [(&mut start, squares[0], from), (&mut end, squares[1], to)] {
        if own.is_none() {
            let half = if across { rect.height } else { rect.width } / 2.0 - 4.0;
            let shift = spread.clamp(-half, half);
            point.x += if across { 0.0 } else { shift };
            point.y += if across { shift } else { 0.0 };
        }
    }
    let first = from.clip(start, end).map_or(start, |(_, leave)| start.towards(end, leave));
    let last = to.clip(start, end).map_or(end, |(enter, _)| start.towards(end, enter));
    if from.contains(&to) || to.contains(&from) {
        return nested(from, to);
    }
    vec![first, last]
}

/// From a frame to something in it, or back: from the left border straight across.
fn nested(from: Rect, to: Rect) -> Vec<Point> {
    if from.contains(&to) {
        let y = to.centre().y;
        return vec![Point { x: from.x, y }, Point { x: to.x, y }];
    }
    let mut points = nested(to, from);
    points.reverse();
    points
}

/// From a box back to itself, round its right side.
fn loop_beside(owner: Rect, from: Rect, to: Rect, twins: usize) -> Vec<Point> {
    let right = owner.x + owner.width;
    let out = right + 24.0 + 12.0 * twins as f64;
    let below = owner.y + owner.height + 24.0 + 8.0 * twins as f64;
    if from == owner && to == owner {
        let (a, b) = (owner.y + owner.height * 0.3, owner.y + owner.height * 0.7);
        return vec![Point { x: right, y: a }, Point { x: out, y: a }, Point { x: out, y: b }, Point { x: right, y: b }];
    }
    let foot = |r: Rect| Point { x: r.centre().x, y: r.y + r.height };
    let side = Point { x: right, y: owner.y + owner.height * 0.5 };
    let way = |r: Rect| {
        let start = foot(r);
        vec![start, Point { x: start.x, y: below }]
    };
    let round = vec![Point { x: out, y: below }, Point { x: out, y: side.y }, side];
    if to == owner {
        return [way(from), round].concat();
    }
    let mut back = way(to);
    back.reverse();
    if from == owner {
        let mut start = round;
        start.reverse();
        return [start, back].concat();
    }
    [way(from), back].concat()
}

/// On the middle of the line; the caller tidies.
fn label(sized: &Sized<'_>, index: usize, points: &[Point]) -> Rect {
    let (block, at) = (&sized.edges[index], along(points, 0.5));
    Rect { x: at.x - block.width / 2.0, y: at.y - block.height / 2.0, width: block.width, height: block.height }
}

/// The point a share of the way along a line.
pub(crate) fn along(points: &[Point], share: f64) -> Point {
    let length: f64 = points.windows(2).map(|p| p[0].distance(p[1])).sum();
    let mut left = length * share;
    for pair in points.windows(2) {
        let step = pair[0].distance(pair[1]);
        if step >= left && step > 0.0 {
            return pair[0].towards(pair[1], left / step);
        }
        left -= step;
    }
    points.last().copied().unwrap_or_default()
}

/// Moves and crops the sheet to what is on it.
pub(crate) fn fit(mut geometry: Geometry) -> Geometry {
    let (mut low, mut high) =
        (Point { x: f64::INFINITY, y: f64::INFINITY }, Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY });
    let mut see = |x: f64, y: f64| {
        low = Point { x: low.x.min(x), y: low.y.min(y) };
        high = Point { x: high.x.max(x), y: high.y.max(y) };
    };
    each_rect(&mut geometry, &mut |r| {
        see(r.x, r.y);
        see(r.x + r.width, r.y + r.height);
    });
    for point in geometry.edges.iter().flat_map(|e| &e.points) {
        see(point.x, point.y);
    }
    if !low.x.is_finite() {
        low = Point::default();
        high = Point::default();
    }
    let by = Point { x: SHEET_MARGIN - low.x, y: SHEET_MARGIN - low.y };
    each_rect(&mut geometry, &mut |r| *r = r.shifted(by));
    for point in geometry.edges.iter_mut().flat_map(|e| &mut e.points) {
        *point = Point { x: point.x + by.x, y: point.y + by.y };
    }
    geometry.width = (high.x - low.x + 2.0 * SHEET_MARGIN).ceil();
    geometry.height = (high.y - low.y + 2.0 * SHEET_MARGIN).ceil();
    geometry
}

fn each_rect(geometry: &mut Geometry, act: &mut dyn FnMut(&mut Rect)) {
    geometry.nodes.iter_mut().for_each(&mut *act);
    geometry.frames.iter_mut().for_each(&mut *act);
    geometry.titles.iter_mut().for_each(&mut *act);
    for port in &mut geometry.ports {
        port.squares.iter_mut().for_each(&mut *act);
        port.labels.iter_mut().for_each(&mut *act);
    }
    for edge in &mut geometry.edges {
        act(&mut edge.label);
    }
}
