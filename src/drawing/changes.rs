//! Marks of what was added, removed and changed since another version, drawn over a finished picture: a heavy outline and a plus, a dashed
//! grey one and a minus, a tilde. What they say is also written under the picture.

use crate::drawing::canvas::{BLACK, Canvas, GREY, Pen};
use crate::drawing::furniture::{MARGIN, PLAIN, Strip, TEXT, lines};
use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::sized::{Line, Sized};
use crate::drawing::symbols;
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::diagram::{Change, Changes, Diagram};

/// Radius of a sign.
const SIGN: f64 = 8.0;
const HEAD: Font = Font { size: 12.0, weight: Weight::Bold };

/// All marks of a picture.
pub(crate) fn marks(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry) {
    let diagram = sized.diagram;
    let Some(changes) = &diagram.changes else { return };
    for (frame, rect) in diagram.frames.iter().zip(&geometry.frames) {
        if let Some(change) = changes.of(&frame.id) {
            outline(canvas, *rect, symbols::frame_corner(frame.shape, *rect), change);
        }
    }
    for (node, rect) in diagram.nodes.iter().zip(&geometry.nodes) {
        if let Some(change) = changes.of(&node.id) {
            outline(canvas, *rect, symbols::corner(node.shape, *rect), change);
        }
    }
    for (edge, route) in diagram.edges.iter().zip(&geometry.edges) {
        let Some(change) = changes.of(&edge.id) else { continue };
        line(canvas, &route.points, change);
        let label = route.label;
        sign(canvas, Point { x: label.x - SIGN - 1.0, y: label.centre().y }, change);
    }
    for (port, place) in diagram.ports.iter().zip(&geometry.ports) {
        let Some(change) = changes.of(&port.id) else { continue };
        for square in &place.squares {
            outline_only(canvas, *square, 0.0, change);
        }
        if let (Some(label), Some(square)) = (place.labels.first(), place.squares.first()) {
            // on the side of the label that is away from the port
            let right = label.centre().x > square.centre().x;
            let x = if right { label.x + label.width + SIGN } else { label.x - SIGN };
            sign(canvas, Point { x, y: label.centre().y }, change);
        }
    }
}

/// A mark around a shape, its sign in the lower left corner.
pub(crate) fn outline(canvas: &mut Canvas, rect: Rect, corner: f64, change: Change) {
    outline_only(canvas, rect, corner, change);
    sign(canvas, Point { x: rect.x, y: rect.y + rect.height }, change);
}

fn outline_only(canvas: &mut Canvas, rect: Rect, corner: f64, change: Change) {
    let none = Pen { fill: "none", ..Pen::SOLID };
    match change {
        Change::Added => canvas.rect(rect, corner, Pen { width: 4.0, ..none }),
        Change::Removed => {
            canvas.rect(rect, corner, Pen { stroke: "#ffffff", width: 4.5, ..none });
            canvas.rect(rect, corner, Pen { stroke: GREY, width: 1.6, dashes: "3 4", ..none });
        }
        Change::Changed => {}
    }
}

fn line(canvas: &mut Canvas, points: &[Point], change: Change) {
    match change {
        Change::Added => canvas.path(points, false, Pen { width: 3.4, ..Pen::LINE }),
        Change::Removed => {
            canvas.path(points, false, Pen { stroke: "#ffffff", width: 4.5, ..Pen::LINE });
            canvas.path(points, false, Pen { stroke: GREY, width: 1.6, dashes: "3 4", ..Pen::LINE });
        }
        Change::Changed => {}
    }
}

/// The sign of a change in a circle.
fn sign(canvas: &mut Canvas, at: Point, change: Change) {
    canvas.circle(at, SIGN, Pen { width: 1.4, stroke: BLACK, ..Pen::SOLID });
    let pen = Pen { width: 2.0, ..Pen::LINE };
    let to = |x: f64, y: f64| Point { x: at.x + x, y: at.y + y };
    match change {
        Change::Added => {
            canvas.path(&[to(-4.5, 0.0), to(4.5, 0.0)], false, pen);
            canvas.path(&[to(0.0, -4.5), to(0.0, 4.5)], false, pen);
        }
        Change::Removed => canvas.path(&[to(-4.5, 0.0), to(4.5, 0.0)], false, pen),
        Change::Changed => {
            canvas.path(&[to(-4.5, 1.5), to(-2.5, -1.5), to(-0.5, 0.0), to(0.5, 0.0), to(2.5, 1.5), to(4.5, -1.5)], false, pen);
        }
    }
}

/// What was changed, in words, under the legend; nothing where the picture was not compared.
pub(crate) fn strip(diagram: &Diagram, width: f64) -> Option<Strip> {
    let Changes { before, words, .. } = diagram.changes.as_ref()?;
    let measure = Measure::new();
    let mut canvas = Canvas::default();
    let mut y = 4.0;
    let head = format!("Changes since {before}");
    for (text, font) in std::iter::once((&head, HEAD)).chain(words.iter().map(|line| (line, TEXT))) {
        let lines = lines(&measure, text, font, width - 2.0 * MARGIN);
        canvas.text(MARGIN, y, &lines, PLAIN);
        y += lines.iter().map(Line::height).sum::<f64>();
    }
    Some(Strip { canvas, height: y + 8.0 })
}
