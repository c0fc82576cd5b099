//! The painter: places in, SVG out. Black on white; what colour says, a dash or a shape says too.
//!
//! The document stands alone: no script, no style sheet, no reference to anything outside. Ids are generated from the view's and the index, the
//! model's own identity of an element is in `data-element`.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Pen, RED, Setting};
use crate::drawing::changes;
use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::overlay;
use crate::drawing::sheet::{Dress, Sheet, sheet};
use crate::drawing::sized::{Sized, TITLE_PADDING};
use crate::drawing::symbols;
use crate::report::diagram::{Edge, End, FrameShape, NodeShape};

/// Paints a data-flow diagram.
pub fn paint(sized: &Sized<'_>, geometry: &Geometry, dress: Dress<'_>) -> Sheet {
    let size = (geometry.width, geometry.height);
    sheet(sized.diagram, size, dress, |canvas| {
        picture(canvas, sized, geometry);
        if let Dress::Page(_) = dress {
            overlay::dataflow(canvas, sized, geometry);
        }
    })
}

fn picture(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry) {
    let prefix = safe_id(&sized.diagram.id);
    frames(canvas, sized, geometry, &prefix);
    lines(canvas, sized, geometry, &prefix);
    nodes(canvas, sized, geometry, &prefix);
    frame_titles(canvas, sized, geometry);
    ports(canvas, sized, geometry, &prefix);
    labels(canvas, sized, geometry, &prefix);
    changes::marks(canvas, sized, geometry);
}

/// Parents come before children, so inner frames are painted over outer ones.
fn frames(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, prefix: &str) {
    for (index, (frame, rect)) in sized.diagram.frames.iter().zip(&geometry.frames).enumerate() {
        canvas.open(&format!("{prefix}-b{index}"), "frame", &frame.id, &frame.name);
        symbols::frame(canvas, frame.shape, *rect);
        canvas.close();
    }
}

/// Over the lines, with a halo: what an engine could not keep clear stays legible.
fn frame_titles(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry) {
    for (index, (frame, rect)) in sized.diagram.frames.iter().zip(&geometry.titles).enumerate() {
        let colour = match frame.shape {
            FrameShape::Boundary => RED,
            FrameShape::Component => BLACK,
        };
        let setting = Setting { anchor: Anchor::Start, colour, halo: true };
        canvas.text(rect.x + TITLE_PADDING, rect.y + TITLE_PADDING, &sized.frames[index].lines, setting);
    }
}

fn lines(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, prefix: &str) {
    for (index, (edge, route)) in sized.diagram.edges.iter().zip(&geometry.edges).enumerate() {
        canvas.open(&format!("{prefix}-e{index}"), "flow", &edge.id, &edge_tip(edge));
        symbols::flow(canvas, &route.points, symbols::way(edge));
        canvas.close();
    }
}

fn nodes(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, prefix: &str) {
    let setting = Setting { anchor: Anchor::Middle, colour: BLACK, halo: false };
    for (index, (node, rect)) in sized.diagram.nodes.iter().zip(&geometry.nodes).enumerate() {
        canvas.open(&format!("{prefix}-n{index}"), "node", &node.id, &node.name);
        symbols::node(canvas, node.shape, *rect);
        if node.shape == NodeShape::Store {
            store_sides(canvas, sized, geometry, index);
        }
        canvas.centred(*rect, &sized.nodes[index], setting);
        canvas.close();
    }
}

fn store_sides(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, node: usize) {
    let rect = geometry.nodes[node];
    let own = sized.diagram.ports.iter().zip(&geometry.ports).filter(|(p, _)| p.owner == End::Node(node));
    let squares: Vec<Rect> = own.flat_map(|(_, place)| place.squares.clone()).collect();
    for x in [rect.x, rect.x + rect.width] {
        if squares.iter().any(|s| (s.centre().x - x).abs() < 1.0) {
            symbols::store_side(canvas, rect, x);
        }
    }
}

fn ports(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, prefix: &str) {
    for (index, (port, place)) in sized.diagram.ports.iter().zip(&geometry.ports).enumerate() {
        canvas.open(&format!("{prefix}-p{index}"), "port", &port.id, &port.name);
        for pair in place.squares.windows(2).filter(|pair| side_by_side(pair)) {
            bar(canvas, pair[0], pair[1]);
        }
        for square in &place.squares {
            symbols::port(canvas, *square);
        }
        let setting = Setting { anchor: Anchor::Middle, colour: BLACK, halo: true };
        for label in &place.labels {
            canvas.centred(*label, &sized.ports[index], setting);
        }
        canvas.close();
    }
}

/// Squares of one port that stand along one border, near each other.
fn side_by_side(pair: &[Rect]) -> bool {
    let (a, b) = (pair[0].centre(), pair[1].centre());
    let aligned = (a.x - b.x).abs() < 0.5 || (a.y - b.y).abs() < 0.5;
    aligned && a.distance(b) < 5.0 * pair[0].width
}

/// Holds the squares of one port together.
fn bar(canvas: &mut Canvas, first: Rect, last: Rect) {
    let pen = Pen { stroke: BLACK, width: 4.0, ..Pen::LINE };
    let (a, b) = (first.centre(), last.centre());
    canvas.path(&[Point { x: a.x, y: a.y }, Point { x: b.x, y: b.y }], false, pen);
}

fn labels(canvas: &mut Canvas, sized: &Sized<'_>, geometry: &Geometry, prefix: &str) {
    let setting = Setting { anchor: Anchor::Middle, colour: BLACK, halo: true };
    for (index, (edge, route)) in sized.diagram.edges.iter().zip(&geometry.edges).enumerate() {
        canvas.open(&format!("{prefix}-t{index}"), "flow-label", &edge.id, &edge_tip(edge));
        canvas.centred(route.label, &sized.edges[index], setting);
        canvas.close();
    }
}

/// The whole text of a flow, also where its label is cut short.
pub(crate) fn edge_tip(edge: &Edge) -> String {
    let mut out = if edge.movement { edge.name.clone() } else { format!("{} ({})", edge.name, edge.id) };
    if !edge.carries.is_empty() {
        out.push_str(": ");
        out.push_str(&edge.contents().join("; "));
    }
    if let Some(protocol) = &edge.protocol {
        out.push_str(" over ");
        out.push_str(protocol);
    }
    if edge.fetched {
        out.push_str("; the target starts it");
    }
    out
}

/// A prefix for ids that stays unique when several pictures stand in one page.
pub(crate) fn safe_id(id: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let slug: String = id.chars().filter(|&c| safe(c)).take(40).collect();
    if slug == id && !slug.is_empty() {
        return format!("v-{slug}");
    }
    let mut hash: u32 = 0x811c_9dc5;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    format!("v-{slug}-{hash:08x}")
}
