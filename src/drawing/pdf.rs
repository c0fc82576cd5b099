//! Drawings as pages of a PDF: each fitted on a page of A4, as vectors, with text that can be selected, and the number of the page. A drawing
//! that could not be read so follows on further pages, enlarged.

use krilla::Document;
use krilla::geom::{PathBuilder, Rect as Area, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use crate::drawing::canvas::{Anchor, BLACK, Canvas, Pen, Setting, num};
use crate::drawing::fonts::{ExtraFont, FAMILIES, guarded, tree};
use crate::drawing::furniture::PLAIN;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::paper::{FOOT, MARGIN, Paper};
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::drawing::tiles::{KEY, Tiles};
use crate::report::title_block::TitleBlock;
use crate::words;

const SMALL: Font = Font { size: 7.0, weight: Weight::Regular };

/// One drawing to be put on a page.
pub struct Page<'p> {
    /// What it is called.
    pub title: &'p str,
    /// An SVG of our own.
    pub svg: &'p str,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Size of its smallest letters in pixels.
    pub smallest_text: f64,
    /// What of it is repeated where it goes on below: from where to where.
    pub heads: Option<(f64, f64)>,
}

/// Writes a document of some pages; nothing where a drawing cannot be read.
pub fn pdf(title: &TitleBlock, pages: &[Page<'_>], extra: &[ExtraFont]) -> Option<Vec<u8>> {
    guarded(|| written(title, pages, extra))
}

fn written(title: &TitleBlock, pages: &[Page<'_>], extra: &[ExtraFont]) -> Option<Vec<u8>> {
    let tiles: Vec<Option<Tiles>> = pages.iter().map(|page| Tiles::of(page.size, page.smallest_text, page.heads)).collect();
    let of = pages.len() + tiles.iter().flatten().map(Tiles::count).sum::<usize>();
    let mut book = Book { document: Document::new(), title, extra, number: 0, of };
    for (page, tiles) in pages.iter().zip(&tiles) {
        let drawing = tree(page.svg, extra)?;
        book.overview(page, &drawing, tiles.as_ref().map_or(0, Tiles::count))?;
        if let Some(tiles) = tiles {
            book.enlarged(page, &drawing, tiles)?;
        }
    }
    book.document.set_metadata(metadata(title, pages));
    book.document.finish().ok()
}

/// The pages that are written, one after the other.
struct Book<'b> {
    document: Document,
    title: &'b TitleBlock,
    extra: &'b [ExtraFont],
    /// Pages there are so far.
    number: usize,
    /// Pages there will be.
    of: usize,
}

impl Book<'_> {
    /// The whole drawing on one page.
    fn overview(&mut self, page: &Page<'_>, drawing: &Tree, more: usize) -> Option<()> {
        self.number += 1;
        let enlarged = match more {
            0 => String::new(),
            _ => format!(" (pages {} to {} show it enlarged)", self.number + 1, self.number + more),
        };
        let paper = Paper::fitting(page.size);
        let (width, base) = (paper.foot_width(), FOOT - 3.0);
        let foot = self.foot(&format!("{}{enlarged}", page.title), (width, base));
        let foot = tree(&svg((width, FOOT), foot), self.extra)?;
        let mut sheet = self.document.start_page_with(PageSettings::from_wh(paper.width as f32, paper.height as f32)?);
        let mut surface = sheet.surface();
        let size = |length: u32| f64::from(length) * paper.scale;
        put(&mut surface, drawing, (paper.left, paper.top), (size(page.size.0), size(page.size.1)))?;
        put(&mut surface, &foot, (MARGIN, paper.foot()), (width, FOOT))?;
        surface.finish();
        sheet.finish();
        Some(())
    }

    /// The drawing at a size at which it can be read, a part on each page.
    fn enlarged(&mut self, page: &Page<'_>, drawing: &Tree, tiles: &Tiles) -> Option<()> {
        let first = self.number + 1;
        let (width, height) = (tiles.page.0 - 2.0 * MARGIN, FOOT + KEY);
        let size = (f64::from(page.size.0) * tiles.scale, f64::from(page.size.1) * tiles.scale);
        let shown = (tiles.shown.0 * tiles.scale, tiles.shown.1 * tiles.scale);
        for (row, column) in tiles.places() {
            self.number += 1;
            let what = format!("{} (row {}, column {})", page.title, row + 1, column + 1);
            let mut foot = self.foot(&what, (width, height - 3.0));
            key(&mut foot, tiles, (row, column), (first, width));
            let foot = tree(&svg((width, height), foot), self.extra)?;
            let mut sheet = self.document.start_page_with(PageSettings::from_wh(tiles.page.0 as f32, tiles.page.1 as f32)?);
            let mut surface = sheet.surface();
            let left = MARGIN - tiles.columns[column] * tiles.scale;
            let below = tiles.repeated(row);
            let rest = Rect { x: MARGIN, y: MARGIN + below, width: shown.0, height: shown.1 - below };
            let top = rest.y - tiles.rows[row] * tiles.scale;
            part(&mut surface, drawing, rest, ((left, top), size))?;
            if let (Some((from, _)), true) = (tiles.heads, below > 0.0) {
                let heads = Rect { x: MARGIN, y: MARGIN, width: shown.0, height: below };
                part(&mut surface, drawing, heads, ((left, MARGIN - from * tiles.scale), size))?;
            }
            put(&mut surface, &foot, (MARGIN, tiles.page.1 - MARGIN - height), (width, height))?;
            surface.finish();
            sheet.finish();
        }
        Some(())
    }

    /// What the page shows, and which of how many it is.
    fn foot(&self, what: &str, (width, base): (f64, f64)) -> Canvas {
        let measure = Measure::new();
        let place = format!("Page {} of {}", self.number, self.of);
        let title = self.title;
        let draft = if title.draft { "DRAFT. " } else { "" };
        let version = title.version.as_deref().unwrap_or("version not stated");
        let what = format!("{draft}{what}: {}, {version}, model {}", title.device, title.model_hash);
        let room = width - measure.width(&place, SMALL) - 20.0;
        let lines = measure.wrap(&what, SMALL, room);
        let mut canvas = Canvas::default();
        let cut = if lines.len() > 1 { "\u{2026}" } else { "" };
        canvas.words(Point { x: 0.0, y: base }, &format!("{}{cut}", lines[0]), SMALL, PLAIN);
        canvas.words(Point { x: width, y: base }, &place, SMALL, Setting { anchor: Anchor::End, ..PLAIN });
        canvas
    }
}

/// Which pages go on where this one ends, and a small map of all with this one filled.
fn key(canvas: &mut Canvas, tiles: &Tiles, (row, column): (usize, usize), (first, width): (usize, f64)) {
    let columns = tiles.columns.len();
    let page = |row: usize, column: usize| first + row * columns + column;
    let mut sides = Vec::new();
    if row > 0 {
        sides.push(format!("above on page {}", page(row - 1, column)));
    }
    if column > 0 {
        sides.push(format!("to the left on page {}", page(row, column - 1)));
    }
    if column + 1 < columns {
        sides.push(format!("to the right on page {}", page(row, column + 1)));
    }
    if row + 1 < tiles.rows.len() {
        sides.push(format!("below on page {}", page(row + 1, column)));
    }
    let text = format!("Goes on {}. The whole is on page {}.", words::list(&sides, "and"), first - 1);
    canvas.words(Point { x: 0.0, y: KEY - 2.0 }, &text, SMALL, PLAIN);
    let cell = (10.0, (KEY - 3.0) / tiles.rows.len() as f64);
    for (r, c) in tiles.places() {
        let x = width - 0.5 - (columns - c) as f64 * cell.0;
        let rect = Rect { x, y: 2.0 + r as f64 * cell.1, width: cell.0, height: cell.1 };
        let fill = if (r, c) == (row, column) { BLACK } else { "#ffffff" };
        canvas.rect(rect, 0.0, Pen { width: 0.5, fill, ..Pen::SOLID });
    }
}

/// What of a drawing lies in a window of the page.
fn part(surface: &mut Surface<'_>, drawing: &Tree, window: Rect, (at, size): ((f64, f64), (f64, f64))) -> Option<()> {
    let mut outline = PathBuilder::new();
    outline.push_rect(Area::from_xywh(window.x as f32, window.y as f32, window.width as f32, window.height as f32)?);
    surface.push_clip_path(&outline.finish()?, &FillRule::NonZero);
    put(surface, drawing, at, size)?;
    surface.pop();
    Some(())
}

fn put(surface: &mut Surface<'_>, drawing: &Tree, at: (f64, f64), size: (f64, f64)) -> Option<()> {
    surface.push_transform(&Transform::from_translate(at.0 as f32, at.1 as f32));
    let size = Size::from_wh(size.0 as f32, size.1 as f32)?;
    surface.draw_svg(drawing, size, SvgSettings::default())?;
    surface.pop();
    Some(())
}

/// A drawing of its own, as wide as the page.
fn svg((width, height): (f64, f64), canvas: Canvas) -> String {
    let (w, h) = (num(width), num(height));
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
