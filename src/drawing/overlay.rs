//! Counts of threats and controls on top of a finished picture, for readers who can switch them off: they take no room, and boxes and lines stand
//! where they stand in the picture without them. What the picture counts by itself is not counted again.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Setting};
use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::sequence::Plan;
use crate::drawing::sized::{BADGE, Line, Mark, Sized, controls_in_words, threats_in_words};
use crate::drawing::symbols::badge_width;
use crate::report::diagram::{ControlCounts, Counts};

/// At the upper right corner of each box, frame, label and port.
pub(crate) fn dataflow(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry) {
    let diagram = sized.diagram;
    for (frame, rect) in diagram.frames.iter().zip(&geometry.frames) {
        badges(canvas, sized, *rect, (&frame.id, frame.counts, frame.controls));
    }
    for (edge, route) in diagram.edges.iter().zip(&geometry.edges) {
        badges(canvas, sized, route.label, (&edge.id, edge.counts, edge.controls));
    }
    for (node, rect) in diagram.nodes.iter().zip(&geometry.nodes) {
        badges(canvas, sized, *rect, (&node.id, node.counts, node.controls));
    }
    for (port, place) in diagram.ports.iter().zip(&geometry.ports) {
        let Some(rect) = place.labels.first().or(place.squares.first()) else { continue };
        badges(canvas, sized, *rect, (&port.id, port.counts, port.controls));
    }
}

/// At the participants and the messages.
pub(crate) fn sequence(canvas: &mut Canvas, sized: &Sized<'_>, plan: &Plan) {
    for (node, rect) in sized.diagram.nodes.iter().zip(&plan.heads) {
        badges(canvas, sized, *rect, (&node.id, node.counts, node.controls));
    }
    for row in plan.rows.iter().filter(|row| !row.response) {
        let edge = &sized.diagram.edges[row.edge];
        badges(canvas, sized, row.label, (&edge.id, edge.counts, edge.controls));
    }
}

fn badges(canvas: &mut Canvas, sized: &Sized<'_>, at: Rect, (element, counts, controls): (&str, Counts, ControlCounts)) {
    let own =
        |text: Option<String>, mark: Mark, drawn: bool| text.filter(|_| !drawn).map(|text| Line { text, font: BADGE, mark });
    let threats = own(threats_in_words(counts), Mark::Threats, sized.diagram.threat_counts);
    let controls = own(controls_in_words(controls), Mark::Controls, sized.diagram.controls);
    if threats.is_none() && controls.is_none() {
        return;
    }
    canvas.raw(&format!("<g class=\"counts\" data-element=\"{}\">", crate::drawing::xml::escape(element)));
    // threats above the corner, controls below: either may be hidden
    for (line, top) in [(threats, -0.75), (controls, 0.1)] {
        let Some(line) = line else { continue };
        let corner = Point { x: at.x + at.width - badge_width(&line) * 0.6, y: at.y + line.height() * top };
        canvas.text(corner.x, corner.y, &[line], Setting { anchor: Anchor::Start, colour: BLACK, halo: false });
    }
    canvas.close();
}
