//! A use case as a picture: participants beside each other, their messages below each other.
//!
//! In: a [`Diagram`] of style sequence. `plan` says where everything stands, this module draws it with the symbols of the data-flow diagrams.

mod columns;
mod plan;
#[cfg(test)]
mod tests;

pub(crate) use columns::runs;
pub(crate) use plan::Plan;

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Pen, RED, Setting};
use crate::drawing::geometry::Rect;
use crate::drawing::overlay;
use crate::drawing::sequence::plan::plan;
use crate::drawing::sheet::{Dress, Sheet, sheet};
use crate::drawing::sized::{Sized, size};
use crate::drawing::svg::{edge_tip, safe_id};
use crate::drawing::symbols::{self, Way};
use crate::report::diagram::{Diagram, FrameShape};

/// Width and height of a sequence diagram.
pub(crate) fn room(sized: &Sized<'_>) -> (f64, f64) {
    let plan = plan(sized);
    (plan.width, plan.height)
}

/// Paints a sequence diagram with its heading, legend and title block; says also from where to where the heads of the participants stand.
pub fn paint(diagram: &Diagram, dress: Dress<'_>) -> (Sheet, Option<(f64, f64)>) {
    let sized = size(diagram);
    let plan = plan(&sized);
    let sheet = sheet(diagram, (plan.width, plan.height), dress, |canvas| {
        let prefix = safe_id(&diagram.id);
        groups(canvas, &sized, &plan, &prefix);
        lifelines(canvas, &plan);
        arrows(canvas, &sized, &plan, &prefix);
        heads(canvas, &sized, &plan.heads, &format!("{prefix}-n"));
        heads(canvas, &sized, &plan.feet, &format!("{prefix}-f"));
        labels(canvas, &sized, &plan, &prefix);
        if let Dress::Page(_) = dress {
            overlay::sequence(canvas, &sized, &plan);
        }
    });
    let heads = plan.heads.first().map(|head| (sheet.picture_top + plan::MARGIN, sheet.picture_top + head.y + head.height + 2.0));
    (sheet, heads)
}

fn groups(canvas: &mut Canvas, sized: &Sized<'_>, plan: &Plan, prefix: &str) {
    let setting = Setting { anchor: Anchor::Start, colour: RED, halo: false };
    for (index, group) in plan.groups.iter().enumerate() {
        let frame = &sized.diagram.frames[group.frame];
        canvas.open(&format!("{prefix}-b{index}"), "frame", &frame.id, &frame.name);
        symbols::frame(canvas, FrameShape::Boundary, group.rect);
        let (x, y) = (group.rect.x + group.padding, group.rect.y + 6.0);
        canvas.text(x, y, &group.title.lines, setting);
        canvas.close();
    }
}

fn lifelines(canvas: &mut Canvas, plan: &Plan) {
    for head in &plan.heads {
        symbols::lifeline(canvas, head.centre().x, head.y + head.height, plan.end);
    }
}

fn arrows(canvas: &mut Canvas, sized: &Sized<'_>, plan: &Plan, prefix: &str) {
    for row in &plan.rows {
        let edge = &sized.diagram.edges[row.edge];
        let kind = if row.response { 'r' } else { 'e' };
        let id = format!("{prefix}-{kind}{}", row.edge);
        canvas.open(&id, "flow", &edge.id, &edge_tip(edge));
        if row.response {
            symbols::response(canvas, &row.points);
        } else {
            let way = if edge.fetched { Way::Fetched } else { Way::Out };
            symbols::flow(canvas, &row.points, way);
        }
        canvas.close();
    }
}

fn heads(canvas: &mut Canvas, sized: &Sized<'_>, places: &[Rect], prefix: &str) {
    let setting = Setting { anchor: Anchor::Middle, colour: BLACK, halo: false };
    for (index, (node, rect)) in sized.diagram.nodes.iter().zip(places).enumerate() {
        canvas.open(&format!("{prefix}{index}"), "node", &node.id, &node.name);
        symbols::node(canvas, node.shape, *rect);
        canvas.centred(*rect, &sized.nodes[index], setting);
        canvas.close();
    }
}

/// Over the lines: the text of a message that leaves a boundary interrupts the boundary's line.
fn labels(canvas: &mut Canvas, sized: &Sized<'_>, plan: &Plan, prefix: &str) {
    let setting = Setting { anchor: Anchor::Middle, colour: BLACK, halo: false };
    for row in &plan.rows {
        let edge = &sized.diagram.edges[row.edge];
        let kind = if row.response { 'a' } else { 't' };
        let id = format!("{prefix}-{kind}{}", row.edge);
        canvas.open(&id, "flow-label", &edge.id, &edge_tip(edge));
        canvas.rect(row.label, 0.0, Pen::NO_LINE);
        canvas.centred(row.label, &row.text, setting);
        canvas.close();
    }
}
