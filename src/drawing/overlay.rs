//! Counts of threats and controls on top of a finished picture, for readers who can switch them off: they take no room, and boxes and lines stand
//! where they stand in the picture without them. What the picture counts by itself is not counted again.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Pen, Setting};
use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::sequence::Plan;
use crate::drawing::sized::{BADGE, Line, Mark, Sized, controls_in_words, threats_in_words};
use crate::drawing::symbols::badge_width;
use crate::report::diagram::{ControlCounts, Counts, Diagram};

/// At the upper right corner of each box, frame, label and port.
pub(crate) fn dataflow(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry) {
    let diagram = sized.diagram;
    let mut counts = Badges::default();
    for (frame, rect) in diagram.frames.iter().zip(&geometry.frames) {
        counts.add(diagram, *rect, (frame.counts, frame.controls));
    }
    for (edge, route) in diagram.edges.iter().zip(&geometry.edges) {
        counts.add(diagram, route.label, (edge.counts, edge.controls));
    }
    for (node, rect) in diagram.nodes.iter().zip(&geometry.nodes) {
        counts.add(diagram, *rect, (node.counts, node.controls));
    }
    for (port, place) in diagram.ports.iter().zip(&geometry.ports) {
        let Some(rect) = place.labels.first().or(place.squares.first()) else { continue };
        counts.add(diagram, *rect, (port.counts, port.controls));
    }
    counts.draw(canvas);
}

/// At the participants and the messages.
pub(crate) fn sequence(canvas: &mut Canvas, sized: &Sized<'_>, plan: &Plan) {
    let diagram = sized.diagram;
    let mut counts = Badges::default();
    for (node, rect) in diagram.nodes.iter().zip(&plan.heads) {
        counts.add(diagram, *rect, (node.counts, node.controls));
    }
    for row in plan.rows.iter().filter(|row| !row.response) {
        let edge = &diagram.edges[row.edge];
        counts.add(diagram, row.label, (edge.counts, edge.controls));
    }
    counts.draw(canvas);
}

/// The counts of a picture: a layer of threats and one of controls, each with all its boxes in one.
#[derive(Default)]
struct Badges {
    threats: Vec<(Rect, Line)>,
    controls: Vec<(Rect, Line)>,
}

impl Badges {
    fn add(&mut self, diagram: &Diagram, at: Rect, (counts, controls): (Counts, ControlCounts)) {
        let threats = threats_in_words(counts).filter(|_| !diagram.threat_counts);
        let controls = controls_in_words(controls).filter(|_| !diagram.controls);
        // threats above the corner, controls below: either may be hidden
        for (text, mark, drop) in [(threats, Mark::Threats, -0.75), (controls, Mark::Controls, 0.1)] {
            let Some(text) = text else { continue };
            let line = Line { text, font: BADGE, mark };
            let (width, high) = (badge_width(&line), line.height());
            let place = Rect { x: at.x + at.width - width * 0.6, y: at.y + high * drop + 2.0, width, height: high - 3.0 };
            let layer = if mark == Mark::Threats { &mut self.threats } else { &mut self.controls };
            layer.push((place, line));
        }
    }

    /// A click goes to what is below, as the page's style sheet says of the class.
    fn draw(self, canvas: &mut Canvas) {
        let middle = Setting { anchor: Anchor::Middle, colour: BLACK, halo: false };
        canvas.raw("<g class=\"counts\">");
        for (class, layer) in [("threats", self.threats), ("controls", self.controls)] {
            if layer.is_empty() {
                continue;
            }
            canvas.raw(&format!("<g class=\"{class}\">"));
            let boxes: Vec<Rect> = layer.iter().map(|(place, _)| *place).collect();
            canvas.boxes(&boxes, Pen { width: 1.0, ..Pen::SOLID });
            for (place, line) in &layer {
                let at = Point { x: place.centre().x, y: place.centre().y + line.font.size * 0.36 };
                canvas.words(at, &line.text, line.font, middle);
            }
            canvas.close();
        }
        canvas.close();
    }
}
