//! The sheet round a picture: heading, list of flows, legend, changes, title block, below the picture or beside it, whichever can be read on A4.

use crate::drawing::canvas::{Canvas, Painted, Pen, num};
use crate::drawing::changes;
use crate::drawing::fonts::{self, ExtraFont, Used};
use crate::drawing::furniture::{self, Strip};
use crate::drawing::geometry::Rect;
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

/// A finished picture with all that stands round it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// A standalone SVG document.
    pub svg: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Size of the smallest letters in pixels.
    pub smallest_text: f64,
    /// Where the picture begins, below the heading.
    pub picture_top: f64,
    /// The characters in it.
    pub used: Used,
}

/// How high the smallest letters are on one page of A4, in points, when a picture of some size stands on its sheet.
pub(crate) fn print_size(diagram: &Diagram, size: (f64, f64), title: &TitleBlock) -> f64 {
    Arranged::best(diagram, size, title).print()
}

/// Puts a picture of a given size on a sheet.
pub(crate) fn sheet(
    diagram: &Diagram,
    size: (f64, f64),
    (title, extra): (&TitleBlock, &[ExtraFont]),
    picture: impl FnOnce(&mut Canvas),
) -> Sheet {
    let arranged = Arranged::best(diagram, size, title);
    let (width, height) = arranged.size();
    let mut canvas = Canvas::default();
    canvas.rect(Rect { x: 0.0, y: 0.0, width: f64::from(width), height: f64::from(height) }, 0.0, Pen::NO_LINE);
    let (left, picture_top) = arranged.picture;
    canvas.raw(&format!("<g transform=\"translate({} {})\">", num(left), num(picture_top)));
    picture(&mut canvas);
    canvas.close();
    for (strip, x, y) in &arranged.strips {
        canvas.raw(&format!("<g transform=\"translate({} {})\">", num(*x), num(*y)));
        canvas.join(&strip.canvas);
        canvas.close();
    }
    let Painted { markup, used, smallest } = canvas.finish();
    let style = fonts::style_sheet(&used, extra);
    let svg = format!("{}<style>{style}</style>\n{markup}</svg>\n", opening(diagram, title, (width, height)));
    Sheet { svg, size: (width, height), smallest_text: smallest, picture_top, used }
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
    fn best(diagram: &Diagram, size: (f64, f64), title: &TitleBlock) -> Self {
        let below = Self::below(diagram, size, title);
        if below.print() >= SMALLEST_PRINT {
            return below;
        }
        let beside = BESIDE.into_iter().map(|panel| Self::beside(diagram, size, title, panel));
        let best = beside.reduce(|best, next| if next.print() > best.print() { next } else { best });
        best.filter(|best| best.print() > WORTH * below.print()).unwrap_or(below)
    }

    fn below(diagram: &Diagram, size: (f64, f64), title: &TitleBlock) -> Self {
        let width = size.0.max(SMALLEST);
        let head = furniture::heading(diagram, title, width);
        let top = head.height;
        let mut y = top + size.1;
        let mut strips = vec![(head, 0.0, 0.0)];
        for strip in under(diagram, width).into_iter().chain([furniture::title_block(title, width)]) {
            let height = strip.height;
            strips.push((strip, 0.0, y));
            y += height;
        }
        Self { width, height: y, picture: ((width - size.0) / 2.0, top), strips }
    }

    fn beside(diagram: &Diagram, size: (f64, f64), title: &TitleBlock, panel: f64) -> Self {
        let width = size.0 + panel;
        let head = furniture::heading(diagram, title, width);
        let top = head.height;
        let mut y = top;
        let mut strips = vec![(head, 0.0, 0.0)];
        for strip in under(diagram, panel) {
            let height = strip.height;
            strips.push((strip, size.0, y));
            y += height;
        }
        let block = furniture::title_block(title, panel);
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

/// List of flows, legend, changes: those that there are.
fn under(diagram: &Diagram, width: f64) -> Vec<Strip> {
    let all = [key::strip(diagram, width), Some(legend::legend(diagram, width)), changes::strip(diagram, width)];
    all.into_iter().flatten().filter(|strip| strip.height > 0.0).collect()
}

/// The beginning of the document, with what it is called and what it shows for those who cannot see it.
fn opening(diagram: &Diagram, title: &TitleBlock, (w, h): (u32, u32)) -> String {
    let prefix = safe_id(&diagram.id);
    let name = escape(&format!("{}: {}", title.device, diagram.title));
    let description = escape(&furniture::description(diagram));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
         aria-labelledby=\"{prefix}-title {prefix}-desc\" font-family=\"{}\" fill=\"#000000\" \
         style=\"font-kerning:none;font-variant-ligatures:none\">\n\
         <title id=\"{prefix}-title\">{name}</title>\n<desc id=\"{prefix}-desc\">{description}</desc>\n",
        fonts::FAMILIES
    )
}
