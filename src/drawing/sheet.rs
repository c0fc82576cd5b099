//! The sheet round a picture: heading, list of flows, legend, changes, title block, below the picture or beside it, whichever can be read on A4.

use crate::drawing::canvas::{Canvas, Painted, Pen, num};
use crate::drawing::changes;
use crate::drawing::fonts::{self, ExtraFont, Used};
use crate::drawing::furniture::{self, Strip};
use crate::drawing::geometry::Rect;
use crate::drawing::inline::Classes;
use crate::drawing::key;
use crate::drawing::legend;
use crate::drawing::paper::{Paper, SMALLEST_PRINT};
use crate::drawing::sized::ID;
use crate::drawing::svg::safe_id;
use crate::drawing::xml::escape;
use crate::report::diagram::Diagram;
use crate::report::title_block::TitleBlock;

/// The title block and the legend need as much.
const SMALLEST: f64 = 760.0;
/// Widths tried for what stands beside a picture.
const BESIDE: [f64; 6] = [250.0, 300.0, 390.0, 480.0, 600.0, 780.0];
/// How much larger the print must become for things to stand beside a picture and not below it, where they are expected.
const WORTH: f64 = 1.03;

/// What a picture is made for.
#[derive(Debug, Clone, Copy)]
pub enum Dress<'t> {
    /// A document of its own: the sheet says what it shows and of which device.
    Document(&'t TitleBlock),
    /// A page that says so itself, and lists the flows by their numbers: no heading, no list and no title block, but counts at every element.
    Page(&'t TitleBlock),
}

impl Dress<'_> {
    fn title(&self) -> &TitleBlock {
        let (Self::Document(title) | Self::Page(title)) = self;
        title
    }

    fn heading(&self, diagram: &Diagram, width: f64) -> Strip {
        match self {
            Self::Document(title) => furniture::heading(diagram, title, width),
            Self::Page(_) => Strip::default(),
        }
    }

    /// List of flows, legend, changes: those that there are.
    fn under(&self, diagram: &Diagram, width: f64) -> Vec<Strip> {
        let list = match self {
            Self::Document(_) => key::strip(diagram, width),
            Self::Page(_) => None,
        };
        let all = [list, Some(legend::legend(diagram, width)), changes::strip(diagram, width)];
        all.into_iter().flatten().collect()
    }

    fn canvas(&self) -> Canvas {
        match self {
            Self::Document(_) => Canvas::default(),
            Self::Page(_) => Canvas::without_tips(),
        }
    }

    fn title_block(&self, width: f64) -> Strip {
        match self {
            Self::Document(title) => furniture::title_block(title, width),
            Self::Page(_) => Strip::default(),
        }
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

    /// As a part of a page whose style sheet has the glyphs, [`STYLE`](crate::drawing::inline::STYLE) and the classes.
    pub(crate) fn element(&self, classes: &mut Classes) -> String {
        let Self { markup, name, description, size: (w, h), .. } = self;
        format!(
            "<svg class=\"drawing\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" aria-label=\"{name}. {description}\">\n\
             {}</svg>\n",
            classes.shortened(markup)
        )
    }
}

/// How high the smallest letters are on one page of A4, in points, when a picture of some size stands on its sheet.
pub(crate) fn print_size(diagram: &Diagram, size: (f64, f64), title: &TitleBlock) -> f64 {
    Arranged::best(diagram, size, Dress::Document(title)).print()
}

/// Puts a picture of a given size on a sheet.
pub(crate) fn sheet(diagram: &Diagram, size: (f64, f64), dress: Dress<'_>, picture: impl FnOnce(&mut Canvas)) -> Sheet {
    let arranged = Arranged::best(diagram, size, dress);
    let (width, height) = arranged.size();
    let mut canvas = dress.canvas();
    canvas.rect(Rect { x: 0.0, y: 0.0, width: f64::from(width), height: f64::from(height) }, 0.0, Pen::NO_LINE);
    let (left, picture_top) = arranged.picture;
    canvas.raw(&format!("<g transform=\"translate({} {})\">", num(left), num(picture_top)));
    picture(&mut canvas);
    canvas.close();
    for (strip, x, y) in arranged.strips.iter().filter(|(strip, ..)| strip.height > 0.0) {
        canvas.raw(&format!("<g transform=\"translate({} {})\">", num(*x), num(*y)));
        canvas.join(&strip.canvas);
        canvas.close();
    }
    let Painted { markup, used, smallest } = canvas.finish();
    Sheet {
        markup,
        prefix: safe_id(&diagram.id),
        name: escape(&format!("{}: {}", dress.title().device, diagram.title)),
        description: escape(&furniture::description(diagram)),
        size: (width, height),
        smallest_text: smallest,
        picture_top,
        used,
    }
}

/// Where everything on a sheet stands.
struct Arranged {
    width: f64,
    height: f64,
    /// Where the picture begins.
    picture: (f64, f64),
    /// What stands round it, and where.
    strips: Vec<(Strip, f64, f64)>,
}

impl Arranged {
    /// Below the picture if that can be read, else where print is largest.
    fn best(diagram: &Diagram, size: (f64, f64), dress: Dress<'_>) -> Self {
        let below = Self::below(diagram, size, dress);
        // a page is scrolled, not fitted on paper
        if below.print() >= SMALLEST_PRINT || matches!(dress, Dress::Page(_)) {
            return below;
        }
        let beside = BESIDE.into_iter().map(|panel| Self::beside(diagram, size, dress, panel));
        let best = beside.reduce(|best, next| if next.print() > best.print() { next } else { best });
        best.filter(|best| best.print() > WORTH * below.print()).unwrap_or(below)
    }

    fn below(diagram: &Diagram, size: (f64, f64), dress: Dress<'_>) -> Self {
        let width = size.0.max(SMALLEST);
        let head = dress.heading(diagram, width);
        let top = head.height;
        let mut y = top + size.1;
        let mut strips = vec![(head, 0.0, 0.0)];
        for strip in dress.under(diagram, width).into_iter().chain([dress.title_block(width)]) {
            let height = strip.height;
            strips.push((strip, 0.0, y));
            y += height;
        }
        Self { width, height: y, picture: ((width - size.0) / 2.0, top), strips }
    }

    fn beside(diagram: &Diagram, size: (f64, f64), dress: Dress<'_>, panel: f64) -> Self {
        let width = size.0 + panel;
        let head = dress.heading(diagram, width);
        let top = head.height;
        let mut y = top;
        let mut strips = vec![(head, 0.0, 0.0)];
        for strip in dress.under(diagram, panel) {
            let height = strip.height;
            strips.push((strip, size.0, y));
            y += height;
        }
        let block = dress.title_block(panel);
        let height = (top + size.1).max(y + block.height);
        // in the corner, where it is looked for
        let at = height - block.height;
        strips.push((block, size.0, at));
        Self { width, height, picture: (0.0, top), strips }
    }

    fn size(&self) -> (u32, u32) {
        (self.width.ceil() as u32, self.height.ceil() as u32)
    }

    fn print(&self) -> f64 {
        Paper::fitting(self.size()).scale * ID.size
    }
}
