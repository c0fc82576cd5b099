//! The painter: places in, SVG out. Black on white; what colour says, a dash or a shape says too.
//!
//! The document stands alone: no script, no style sheet, no reference to anything outside. Ids are generated from the view's and the index, the
//! model's own identity of an element is in `data-element`.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Painted, Pen, RED, Setting, num};
use crate::drawing::changes;
use crate::drawing::fonts::{self, ExtraFont, Used};
use crate::drawing::furniture::{self, Strip};
use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::inline;
use crate::drawing::legend;
use crate::drawing::overlay;
use crate::drawing::sized::{Sized, TITLE_PADDING};
use crate::drawing::symbols;
use crate::drawing::xml::escape;
use crate::report::diagram::{Diagram, Edge, End, FrameShape, NodeShape};
use crate::report::title_block::TitleBlock;

const SMALLEST_SHEET: f64 = 760.0;
/// Title, legend and title block grow with the sheet, so that they can be read when it is printed on A4.
const PAGE: (f64, f64) = (1400.0, 1000.0);
const MOST_GROWTH: f64 = 1.7;

/// What a picture is made for.
#[derive(Debug, Clone, Copy)]
pub enum Dress<'t> {
    /// A document of its own: the sheet says what it shows and of which device.
    Document(&'t TitleBlock),
    /// A page that says so itself: no heading and no title block, but counts at every element.
    Page(&'t TitleBlock),
}

impl Dress<'_> {
    fn title(&self) -> &TitleBlock {
        let (Self::Document(title) | Self::Page(title)) = self;
        title
    }
}

/// A finished picture with all that stands round it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// All that is drawn.
    markup: String,
    /// A prefix for ids.
    prefix: String,
    /// What it is called.
    name: String,
    /// What it shows, for those who cannot see it.
    description: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Size of the smallest letters in pixels.
    pub smallest_text: f64,
    /// Where the picture begins, below the heading.
    pub picture_top: f64,
    /// The characters in it.
    pub used: Used,
}

impl Sheet {
    /// As a document that stands alone, with the glyphs it uses.
    pub fn document(&self, extra: &[ExtraFont]) -> String {
        let Self { markup, prefix, name, description, size: (w, h), .. } = self;
        let style = fonts::style_sheet(&self.used, extra);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             aria-labelledby=\"{prefix}-title {prefix}-desc\" font-family=\"{}\" fill=\"#000000\" \
             style=\"font-kerning:none;font-variant-ligatures:none\">\n\
             <title id=\"{prefix}-title\">{name}</title>\n<desc id=\"{prefix}-desc\">{description}</desc>\n\
             <style>{style}</style>\n{markup}</svg>\n",
            fonts::FAMILIES
        )
    }

    /// As a part of a page whose style sheet has the glyphs and [`inline::STYLE`].
    pub(crate) fn element(&self) -> String {
        let Self { markup, prefix, name, description, size: (w, h), .. } = self;
        format!(
            "<svg class=\"drawing\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             aria-labelledby=\"{prefix}-title {prefix}-desc\">\n\
             <title id=\"{prefix}-title\">{name}</title>\n<desc id=\"{prefix}-desc\">{description}</desc>\n{}</svg>\n",
            inline::by_classes(markup)
        )
    }
}

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

/// Puts a picture of a given size on a sheet: heading, picture, legend, title block.
pub(crate) fn sheet(diagram: &Diagram, size: (f64, f64), dress: Dress<'_>, picture: impl FnOnce(&mut Canvas)) -> Sheet {
    let title = dress.title();
    let width = size.0.max(SMALLEST_SHEET);
    let lying = (width / PAGE.0).max(size.1 / PAGE.1);
    let upright = (width / PAGE.1).max(size.1 / PAGE.0);
    let scale = lying.min(upright).clamp(1.0, MOST_GROWTH).min(width / SMALLEST_SHEET);
    let room = width / scale;
    let alone = matches!(dress, Dress::Document(_));
    let head = if alone { furniture::heading(diagram, title, room) } else { Strip::default() };
    let legend = legend::legend(diagram, room);
    let changes = changes::strip(diagram, room).unwrap_or_default();
    let block = if alone { furniture::title_block(title, room) } else { Strip::default() };
    let picture_top = head.height * scale;
    let legend_top = picture_top + size.1;
    let changes_top = legend_top + legend.height * scale;
    let block_top = changes_top + changes.height * scale;
    let height = block_top + block.height * scale;

    let mut canvas = Canvas::default();
    canvas.rect(Rect { x: 0.0, y: 0.0, width: width.ceil(), height: height.ceil() }, 0.0, Pen::NO_LINE);
    let left = (width - size.0) / 2.0;
    canvas.raw(&format!("<g transform=\"translate({} {})\">", num(left), num(picture_top)));
    picture(&mut canvas);
    canvas.close();
    for (part, top) in [(head, 0.0), (legend, legend_top), (changes, changes_top), (block, block_top)] {
        if part.height == 0.0 {
            continue;
        }
        canvas.raw(&format!("<g transform=\"translate(0 {}) scale({scale:.3})\">", num(top)));
        canvas.join(&part.canvas, scale);
        canvas.close();
    }
    let Painted { markup, used, smallest } = canvas.finish();
    let size = (width.ceil() as u32, height.ceil() as u32);
    Sheet {
        markup,
        prefix: safe_id(&diagram.id),
        name: escape(&format!("{}: {}", title.device, diagram.title)),
        description: escape(&furniture::description(diagram)),
        size,
        smallest_text: smallest,
        picture_top,
        used,
    }
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
