//! The shapes of the notation. The legend draws with the same functions as the picture, so that the two cannot differ.

use crate::drawing::canvas::{Canvas, GREY, Pen};
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::sized::Line;
use crate::drawing::text_measure::Measure;
use crate::report::diagram::{Edge, FrameShape, NodeShape};

const CORNER: f64 = 12.0;
const ARROW: f64 = 10.0;
const RING: f64 = 4.0;
const POINTED: f64 = 9.0;

/// Outline of a node; text comes on top.
pub(crate) fn node(canvas: &mut Canvas, shape: NodeShape, rect: Rect) {
    match shape {
        NodeShape::External => canvas.rect(rect, 0.0, Pen::SOLID),
        NodeShape::Actor => {
            canvas.rect(rect, 0.0, Pen::SOLID);
            person(canvas, rect);
        }
        NodeShape::Attacker => canvas.path(&six_corners(rect), true, Pen { width: 2.4, ..Pen::SOLID }),
        NodeShape::Process => canvas.rect(rect, CORNER.min(rect.height / 3.0), Pen::SOLID),
        NodeShape::Store => store(canvas, rect),
        NodeShape::ClosedBoundary => {
            canvas.rect(rect, 0.0, Pen { fill: "#ffffff", ..Pen::DASHED });
            plus(canvas, rect);
        }
    }
}

/// A box with a point at either side.
fn six_corners(rect: Rect) -> [Point; 6] {
    let (left, right, middle) = (rect.x, rect.x + rect.width, rect.centre().y);
    let (top, bottom) = (rect.y, rect.y + rect.height);
    let cut = POINTED.min(rect.width / 4.0);
    [(left, middle), (left + cut, top), (right - cut, top), (right, middle), (right - cut, bottom), (left + cut, bottom)]
        .map(|(x, y)| Point { x, y })
}

/// Outline of a frame.
pub(crate) fn frame(canvas: &mut Canvas, shape: FrameShape, rect: Rect) {
    match shape {
        FrameShape::Boundary => canvas.rect(rect, 0.0, Pen::DASHED),
        FrameShape::Component => {
            canvas.rect(rect, CORNER.min(rect.height / 3.0), Pen { fill: "#f6f6f6", ..Pen::SOLID });
        }
    }
}

/// How round the corners of a node are.
pub(crate) fn corner(shape: NodeShape, rect: Rect) -> f64 {
    match shape {
        NodeShape::Process => CORNER.min(rect.height / 3.0),
        NodeShape::External | NodeShape::Actor | NodeShape::Attacker | NodeShape::Store | NodeShape::ClosedBoundary => 0.0,
    }
}

/// How round the corners of a frame are.
pub(crate) fn frame_corner(shape: FrameShape, rect: Rect) -> f64 {
    match shape {
        FrameShape::Component => CORNER.min(rect.height / 3.0),
        FrameShape::Boundary => 0.0,
    }
}

/// One square of a port.
pub(crate) fn port(canvas: &mut Canvas, rect: Rect) {
    canvas.rect(rect, 0.0, Pen { width: 1.3, ..Pen::SOLID });
}

/// Which way a flow goes, and who starts it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// From source to target, started by the source.
    Out,
    /// From source to target, started by the target.
    Fetched,
    /// Request and answer, started by the source.
    Both,
    /// No flow: an attacker gets from one place to the next.
    Movement,
}

/// The way of a flow.
pub(crate) fn way(edge: &Edge) -> Way {
    if edge.movement {
        return Way::Movement;
    }
    match (edge.two_way, edge.fetched) {
        (true, _) => Way::Both,
        (false, true) => Way::Fetched,
        (false, false) => Way::Out,
    }
}

/// A flow: filled head where it ends, hollow head where the answer comes back, a ring near the end that fetches. A movement is a heavy line with
/// two heads one behind the other.
pub(crate) fn flow(canvas: &mut Canvas, points: &[Point], way: Way) {
    if way == Way::Movement {
        movement(canvas, points);
        return;
    }
    canvas.path(points, false, Pen { stroke: "#ffffff", width: 4.5, ..Pen::LINE });
    canvas.path(points, false, Pen::LINE);
    if let [.., before, end] = points {
        arrow(canvas, *before, *end, Pen { fill: "#000000", width: 1.0, ..Pen::SOLID });
    }
    if let (Way::Fetched, [.., before, end]) = (way, points) {
        ring(canvas, *before, *end);
    }
    if let (Way::Both, [start, after, ..]) = (way, points) {
        arrow(canvas, *after, *start, Pen { width: 1.2, ..Pen::SOLID });
    }
}

fn movement(canvas: &mut Canvas, points: &[Point]) {
    canvas.path(points, false, Pen { stroke: "#ffffff", width: 6.0, ..Pen::LINE });
    canvas.path(points, false, Pen { width: 2.8, ..Pen::LINE });
    if let [.., before, end] = points {
        let length = before.distance(*end);
        let pen = Pen { fill: "#000000", width: 2.0, ..Pen::SOLID };
        if length > ARROW {
            arrow(canvas, *before, end.towards(*before, ARROW / length), pen);
        }
        arrow(canvas, *before, *end, pen);
    }
}

/// The answer to a message of a sequence: dashed, with a hollow head.
pub(crate) fn response(canvas: &mut Canvas, points: &[Point]) {
    let under = Pen { stroke: "#ffffff", width: 4.5, ..Pen::LINE };
    canvas.path(points, false, under);
    let dashed = Pen { dashes: "6 3", ..Pen::LINE };
    canvas.path(points, false, dashed);
    if let [.., before, end] = points {
        let hollow = Pen { width: 1.2, ..Pen::SOLID };
        arrow(canvas, *before, *end, hollow);
    }
}

/// Under the head of a participant: time runs downwards.
pub(crate) fn lifeline(canvas: &mut Canvas, x: f64, top: f64, bottom: f64) {
    let pen = Pen { stroke: GREY, width: 1.0, dashes: "3 4", ..Pen::LINE };
    canvas.path(&[Point { x, y: top }, Point { x, y: bottom }], false, pen);
}

/// Width of a count with its frame.
pub(crate) fn badge_width(line: &Line) -> f64 {
    Measure::new().width(&line.text, line.font) + 12.0
}

/// Where a store, open at the side, bears ports: something for them to stand on.
pub(crate) fn store_side(canvas: &mut Canvas, rect: Rect, x: f64) {
    let side = [Point { x, y: rect.y }, Point { x, y: rect.y + rect.height }];
    canvas.path(&side, false, Pen { width: 0.8, dashes: "2 2", ..Pen::LINE });
}

/// In the upper right corner: there is more inside.
fn plus(canvas: &mut Canvas, rect: Rect) {
    let (x, y, half) = (rect.x + rect.width - 9.0, rect.y + 9.0, 4.5);
    let pen = Pen { width: 1.0, ..Pen::SOLID };
    canvas.rect(Rect { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half }, 0.0, pen);
    canvas.path(&[Point { x: x - 2.5, y }, Point { x: x + 2.5, y }], false, pen);
    canvas.path(&[Point { x, y: y - 2.5 }, Point { x, y: y + 2.5 }], false, pen);
}

/// Head and shoulders in the upper left corner.
fn person(canvas: &mut Canvas, rect: Rect) {
    let (x, y) = (rect.x + 12.0, rect.y + 9.0);
    let pen = Pen { width: 1.2, ..Pen::SOLID };
    canvas.circle(Point { x, y }, 3.6, pen);
    let shoulders = [(-6.0, 13.0), (-6.0, 9.0), (-3.0, 5.5), (3.0, 5.5), (6.0, 9.0), (6.0, 13.0)];
    let points = shoulders.map(|(dx, dy)| Point { x: x + dx, y: y + dy });
    canvas.path(&points, true, pen);
}

fn store(canvas: &mut Canvas, rect: Rect) {
    canvas.rect(rect, 0.0, Pen::NO_LINE);
    let right = rect.x + rect.width;
    for y in [rect.y, rect.y + rect.height] {
        let line = [Point { x: rect.x, y }, Point { x: right, y }];
        canvas.path(&line, false, Pen { width: 2.2, ..Pen::LINE });
    }
}

/// Behind the head of an arrow.
fn ring(canvas: &mut Canvas, from: Point, tip: Point) {
    let length = from.distance(tip);
    if length > 0.0 {
        let behind = (ARROW + RING + 1.0).min(length);
        canvas.circle(tip.towards(from, behind / length), RING, Pen { width: 1.3, ..Pen::SOLID });
    }
}

fn arrow(canvas: &mut Canvas, from: Point, tip: Point, pen: Pen) {
    let length = from.distance(tip);
    if length <= 0.0 {
        return;
    }
    let (ux, uy) = ((tip.x - from.x) / length, (tip.y - from.y) / length);
    let base = Point { x: tip.x - ARROW * ux, y: tip.y - ARROW * uy };
    let half = ARROW * 0.4;
    let points =
        [tip, Point { x: base.x - uy * half, y: base.y + ux * half }, Point { x: base.x + uy * half, y: base.y - ux * half }];
    canvas.path(&points, true, pen);
}
