//! Drawings as pages of a PDF: each fitted on a page of A4, as vectors, with text that can be selected, and the number of the page.

use krilla::Document;
use krilla::geom::{Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use crate::drawing::canvas::{Anchor, Canvas, Setting, num};
use crate::drawing::fonts::{ExtraFont, FAMILIES, guarded, tree};
use crate::drawing::furniture::PLAIN;
use crate::drawing::geometry::Point;
use crate::drawing::paper::{FOOT, Paper};
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::title_block::TitleBlock;

const SMALL: Font = Font { size: 7.0, weight: Weight::Regular };

/// One drawing to be put on a page.
pub struct Page<'p> {
    /// What it is called.
    pub title: &'p str,
    /// An SVG of our own.
    pub svg: &'p str,
    /// Its width and height in pixels.
    pub size: (u32, u32),
}

/// Writes a document of some pages; nothing where a drawing cannot be read.
pub fn pdf(title: &TitleBlock, pages: &[Page<'_>], extra: &[ExtraFont]) -> Option<Vec<u8>> {
    guarded(|| written(title, pages, extra))
}

fn written(title: &TitleBlock, pages: &[Page<'_>], extra: &[ExtraFont]) -> Option<Vec<u8>> {
    let mut document = Document::new();
    for (index, page) in pages.iter().enumerate() {
        let paper = Paper::fitting(page.size);
        let (drawing, foot) = (tree(page.svg, extra)?, tree(&foot(title, page, &paper, (index + 1, pages.len())), extra)?);
        let mut sheet = document.start_page_with(PageSettings::from_wh(paper.width as f32, paper.height as f32)?);
        let mut surface = sheet.surface();
        let size = |length: u32| f64::from(length) * paper.scale;
        put(&mut surface, &drawing, (paper.left, paper.top), (size(page.size.0), size(page.size.1)))?;
        let left = (paper.width - paper.foot_width()) / 2.0;
        put(&mut surface, &foot, (left, paper.foot()), (paper.foot_width(), FOOT))?;
        surface.finish();
        sheet.finish();
    }
    document.set_metadata(metadata(title, pages));
    document.finish().ok()
}

fn put(surface: &mut Surface<'_>, drawing: &Tree, at: (f64, f64), size: (f64, f64)) -> Option<()> {
    surface.push_transform(&Transform::from_translate(at.0 as f32, at.1 as f32));
    let size = Size::from_wh(size.0 as f32, size.1 as f32)?;
    surface.draw_svg(drawing, size, SvgSettings::default())?;
    surface.pop();
    Some(())
}

/// What the page shows, and which of how many it is, in a drawing of its own.
fn foot(title: &TitleBlock, page: &Page<'_>, paper: &Paper, (number, of): (usize, usize)) -> String {
    let measure = Measure::new();
    let place = format!("Page {number} of {of}");
    let (width, base) = (paper.foot_width(), FOOT - 3.0);
    let draft = if title.draft { "DRAFT. " } else { "" };
    let version = title.version.as_deref().unwrap_or("version not stated");
    let what = format!("{draft}{}: {}, {version}, model {}", page.title, title.device, title.model_hash);
    let room = width - measure.width(&place, SMALL) - 20.0;
    let lines = measure.wrap(&what, SMALL, room);
    let mut canvas = Canvas::default();
    let cut = if lines.len() > 1 { "\u{2026}" } else { "" };
    canvas.words(Point { x: 0.0, y: base }, &format!("{}{cut}", lines[0]), SMALL, PLAIN);
    canvas.words(Point { x: width, y: base }, &place, SMALL, Setting { anchor: Anchor::End, ..PLAIN });
    let (w, h) = (num(width), num(FOOT));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"{FAMILIES}\" style=\"font-kerning:none\">{}</svg>",
        canvas.finish().markup
    )
}

fn metadata(title: &TitleBlock, pages: &[Page<'_>]) -> Metadata {
    let views: Vec<&str> = pages.iter().map(|page| page.title).collect();
    let metadata = Metadata::new()
        .title(format!("{}: {}", title.device, views.join(", ")))
        .creator(title.generator.clone())
        .producer(title.generator.clone())
        .language("en".to_owned());
    let metadata = match &title.author {
        Some(author) => metadata.authors(vec![author.clone()]),
        None => metadata,
    };
    match title.date.as_deref().and_then(day) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// A day as the title block writes it: year, month and day with dashes.
fn day(text: &str) -> Option<DateTime> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(DateTime::new(year.parse().ok()?).month(month.parse().ok()?).day(day.parse().ok()?))
}
