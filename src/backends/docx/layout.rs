//! Which parts of a document are read lying, and how large its pictures are.

use super::widths::fits;
use crate::backends::page::Block;

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;
const MARGIN: f64 = 20.0;
const SHORT: f64 = 210.0;
const LONG: f64 = 297.0;
/// What heading, caption and the running lines take of the height of a page.
const FURNITURE: f64 = 37.0;
/// A pixel of a picture at its own size.
const PIXEL: f64 = 25.4 / 96.0;
/// A picture is not enlarged more, and one that would be smaller than this is turned where that helps.
const LARGEST: f64 = 1.1;
const SMALL: f64 = 0.7;
/// Tables of more columns are read lying.
const UPRIGHT_COLUMNS: usize = 6;
/// Text of fewer lines between two lying parts is not worth two turns of the page.
const FEW_LINES: usize = 30;
/// Signs of a line of text.
const LINE: usize = 95;

/// How a page is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Orientation {
    Upright,
    Lying,
}

impl Orientation {
    /// Millimetres between the margins, across and down.
    fn room(self) -> (f64, f64) {
        match self {
            Self::Upright => (SHORT - 2.0 * MARGIN, LONG - 2.0 * MARGIN - FURNITURE),
            Self::Lying => (LONG - 2.0 * MARGIN, SHORT - 2.0 * MARGIN - FURNITURE),
        }
    }

    /// Width between the margins in twentieths of a point.
    pub(super) fn width(self) -> usize {
        twips(self.room().0)
    }

    /// The properties of a section.
    pub(super) fn section(self) -> String {
        let (width, height, lying) = match self {
            Self::Upright => (SHORT, LONG, ""),
            Self::Lying => (LONG, SHORT, " w:orient=\"landscape\""),
        };
        let (width, height, margin) = (twips(width), twips(height), twips(MARGIN));
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:footerReference w:type=\"default\" r:id=\"rFooter\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lying}/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" \
             w:left=\"{margin}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
        )
    }

    fn scale(self, (width, height): (u32, u32)) -> f64 {
        let (across, down) = self.room();
        let of = |room: f64, pixels: u32| room / (f64::from(pixels.max(1)) * PIXEL);
        of(across, width).min(of(down, height)).min(LARGEST)
    }

    /// Millimetres of a picture of so many pixels.
    pub(super) fn fitted(self, size: (u32, u32)) -> (f64, f64) {
        let scale = self.scale(size) * PIXEL;
        (f64::from(size.0.max(1)) * scale, f64::from(size.1.max(1)) * scale)
    }
}

fn twips(millimetres: f64) -> usize {
    (millimetres * TWIPS).round() as usize
}

/// The blocks in runs that are held in the same way. What stands under one heading stays together; the page is turned for a table or a picture that
/// needs it, and not turned back for a few lines.
pub(super) fn units(blocks: &[Block]) -> Vec<(Orientation, &[Block])> {
    let mut units: Vec<&[Block]> = Vec::new();
    let is_heading = |block: &Block| matches!(block, Block::Heading(..));
    let mut start = 0;
    for at in 1..blocks.len() {
        if is_heading(&blocks[at]) && !is_heading(&blocks[at - 1]) {
            units.push(&blocks[start..at]);
            start = at;
        }
    }
    units.push(&blocks[start..]);
    let mut held: Vec<Orientation> = units.iter().map(|unit| wanted(unit)).collect();
    turn_back_for_much(&units, &mut held);
    // runs of the same
    let mut runs: Vec<(Orientation, usize)> = Vec::new();
    for (orientation, unit) in held.into_iter().zip(&units) {
        match runs.last_mut() {
            Some((last, length)) if *last == orientation => *length += unit.len(),
            _ => runs.push((orientation, unit.len())),
        }
    }
    let mut rest = blocks;
    let cut = |(orientation, length)| {
        let (run, after) = rest.split_at(length);
        rest = after;
        (orientation, run)
    };
    runs.into_iter().map(cut).collect()
}

fn wanted(unit: &[Block]) -> Orientation {
    if unit.iter().any(needs_turning) { Orientation::Lying } else { Orientation::Upright }
}

fn needs_turning(block: &Block) -> bool {
    match block {
        Block::Table(headings, rows) => headings.len() > UPRIGHT_COLUMNS || !fits(headings, rows, Orientation::Upright.width()),
        Block::Picture(picture) => {
            let (upright, lying) = (Orientation::Upright.scale(picture.plate.size), Orientation::Lying.scale(picture.plate.size));
            upright < SMALL && lying > upright * 1.15
        }
        Block::Fold(_, inner) => inner.iter().any(needs_turning),
        Block::Heading(..) | Block::Paragraph(_) | Block::Alert(..) | Block::List(_) | Block::Steps(..) => false,
        Block::Verbatim(_) | Block::Source(..) => false,
    }
}

fn turn_back_for_much(units: &[&[Block]], held: &mut [Orientation]) {
    let mut at = 0;
    while at < held.len() {
        let run = held[at..].iter().take_while(|one| **one == held[at]).count();
        let few = units[at..at + run].iter().flat_map(|unit| unit.iter()).map(lines).sum::<usize>() < FEW_LINES;
        if held[at] == Orientation::Upright && at > 0 && few {
            held[at..at + run].fill(Orientation::Lying);
        }
        at += run;
    }
}

/// About how many lines a block takes.
fn lines(block: &Block) -> usize {
    let of = |signs: usize| signs / LINE + 1;
    match block {
        Block::Heading(..) => 2,
        Block::Paragraph(text) => of(text.plain().len()) + 1,
        Block::Alert(word, text) => of(word.len() + text.len()) + 2,
        Block::List(items) | Block::Steps(_, items) => items.iter().map(|item| of(item.plain().len())).sum(),
        Block::Table(_, rows) => {
            let row = |row: &Vec<_>| row.iter().map(|cell: &crate::backends::page::Inline| cell.plain().len()).max().unwrap_or(0);
            3 + rows.iter().map(|cells| row(cells) * cells.len() / LINE + 1).sum::<usize>()
        }
        Block::Picture(picture) => (Orientation::Upright.fitted(picture.plate.size).1 / 5.0) as usize,
        Block::Verbatim(_) => 2,
        Block::Source(_, text) => text.lines().count() + 1,
        Block::Fold(_, inner) => 1 + inner.iter().map(lines).sum::<usize>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::page::{Inline, Page};

    fn held(fill: impl Fn(&mut Page)) -> Vec<Orientation> {
        let mut page = Page::default();
        page.heading(1, "Title");
        page.paragraph("Text.");
        fill(&mut page);
        let units = units(page.blocks());
        assert_eq!(units.iter().map(|(_, blocks)| blocks.len()).sum::<usize>(), page.blocks().len());
        units.into_iter().map(|(orientation, _)| orientation).collect()
    }

    fn wide(page: &mut Page) {
        page.heading(2, "Wide");
        page.table(&["a"; 9], &[vec![Inline::text("x"); 9]]);
    }

    #[test]
    fn only_what_needs_it_is_turned_and_a_few_lines_turn_nothing_back() {
        let long = "word ".repeat(900);
        let text = |page: &mut Page, text: &str| {
            page.heading(2, "Text");
            page.paragraph(text);
        };
        assert_eq!(held(|page| text(page, "short")), [Orientation::Upright]);
        assert_eq!(held(wide), [Orientation::Upright, Orientation::Lying]);
        let between = |said: &str| {
            held(|page| {
                wide(page);
                text(page, said);
                wide(page);
            })
        };
        assert_eq!(between("short"), [Orientation::Upright, Orientation::Lying]);
        assert_eq!(between(&long), [Orientation::Upright, Orientation::Lying, Orientation::Upright, Orientation::Lying]);
    }

    #[test]
    fn a_picture_keeps_its_shape_and_its_place_on_the_page() {
        for size in [(300, 200), (4000, 900), (900, 4000), (0, 0)] {
            for orientation in [Orientation::Upright, Orientation::Lying] {
                let ((width, height), room) = (orientation.fitted(size), orientation.room());
                assert!(width <= room.0 + 0.01 && height <= room.1 + 0.01, "{size:?}");
                let shape = f64::from(size.0.max(1)) / f64::from(size.1.max(1));
                assert!((width / height - shape).abs() < 0.01, "{size:?}");
            }
        }
    }
}
