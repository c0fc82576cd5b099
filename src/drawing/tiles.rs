//! A picture whose letters would be too small on one page, cut into pages that overlap a little.

use crate::drawing::paper::{FOOT, LARGEST, LONG, MARGIN, Paper, SHORT, SMALLEST_PRINT, is_legible};

/// What two neighbours both show, in points: room for most words that stand on the cut.
const OVERLAP: f64 = 56.0;
/// Above the foot of a page, for where its neighbours are.
pub(crate) const KEY: f64 = 16.0;
/// What needs more pages than this is no longer put together by anybody.
const MOST: usize = 48;

/// A grid of pages that shows a picture at a size at which it can be read. Lengths on paper are points, those of the picture pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// Width and height of each page.
    pub page: (f64, f64),
    /// Points for each pixel of the picture.
    pub scale: f64,
    /// Where the columns begin in the picture.
    pub columns: Vec<f64>,
    /// Where the rows begin in the picture, below what is repeated.
    pub rows: Vec<f64>,
    /// Width and height in pixels that a page shows, without what is repeated.
    pub shown: (f64, f64),
    /// Heads that every row but the first repeats: from where to where.
    pub heads: Option<(f64, f64)>,
}

impl Tiles {
    /// The pages for a picture; nothing where one page suffices, or no reasonable number does.
    pub fn of(size: (u32, u32), smallest_text: f64, heads: Option<(f64, f64)>) -> Option<Self> {
        if is_legible(Paper::fitting(size).scale * smallest_text) {
            return None;
        }
        let least = SMALLEST_PRINT / smallest_text;
        let [upright, lying] = [(SHORT, LONG), (LONG, SHORT)].map(|page| Self::on(page, size, least, heads));
        // Fewer pages, then larger letters.
        let upright_wins =
            (upright.count(), -upright.scale).partial_cmp(&(lying.count(), -lying.scale)) == Some(std::cmp::Ordering::Less);
        let best = if upright_wins { upright } else { lying };
        (best.count() <= MOST).then_some(best)
    }

    fn on(page: (f64, f64), size: (u32, u32), least: f64, heads: Option<(f64, f64)>) -> Self {
        let (w, h) = (f64::from(size.0), f64::from(size.1));
        let room = (page.0 - 2.0 * MARGIN, page.1 - 2.0 * MARGIN - FOOT - KEY);
        // Heads that fill half a page leave nothing to repeat them for.
        let heads = heads.filter(|(top, bottom)| (bottom - top) * least < room.1 / 2.0);
        let repeated = heads.map_or(0.0, |(top, bottom)| bottom - top);
        // As many as the least size needs; then as large as so many pages allow.
        let columns = pages(w * least, room.0, 0.0);
        let rows = pages(h * least, room.1, repeated * least);
        let reach = |n: usize, room: f64| n as f64 * room - (n - 1) as f64 * OVERLAP;
        let down = reach(rows, room.1) / (h + (rows - 1) as f64 * repeated);
        let scale = (reach(columns, room.0) / w).min(down).clamp(least, LARGEST.max(least));
        let shown = (room.0 / scale, room.1 / scale);
        let below = shown.1 - if rows > 1 { repeated } else { 0.0 };
        // The first row shows the heads where they are, so that it reaches further down than the others.
        let first = shown.1;
        let mut tops = vec![0.0];
        let step = if rows > 1 { (h - first) / (rows - 1) as f64 } else { 0.0 };
        tops.extend((1..rows).map(|row| first + step * row as f64 - below));
        let step = if columns > 1 { (w - shown.0) / (columns - 1) as f64 } else { 0.0 };
        let columns = (0..columns).map(|column| step * column as f64).collect();
        Self { page, scale, columns, rows: tops, shown, heads: heads.filter(|_| rows > 1) }
    }

    /// How many pages.
    pub fn count(&self) -> usize {
        self.columns.len() * self.rows.len()
    }

    /// Row and column of each page, row by row.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.rows.len()).flat_map(|row| (0..self.columns.len()).map(move |column| (row, column)))
    }

    /// How far down the page the heads reach that a row repeats, in points.
    pub fn repeated(&self, row: usize) -> f64 {
        match self.heads {
            Some((top, bottom)) if row > 0 => (bottom - top) * self.scale,
            _ => 0.0,
        }
    }
}

/// How many pages a length needs where each but the first repeats something.
fn pages(length: f64, room: f64, repeated: f64) -> usize {
    let mut count = 1;
    let mut reach = room;
    while reach < length - 0.01 && count <= MOST {
        reach += room - repeated - OVERLAP;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_on_one_page_has_one() {
        assert_eq!(Tiles::of((1200, 800), 10.0, None), None);
    }

    #[test]
    fn every_part_of_a_picture_is_on_some_page() {
        for (w, h) in [(2400, 900), (900, 2400), (2600, 2100), (1321, 1000), (1700, 5000)] {
            for heads in [None, Some((60.0, 190.0))] {
                let tiles = Tiles::of((w, h), 10.0, heads).unwrap();
                assert!(tiles.count() > 1 && tiles.scale * 10.0 >= SMALLEST_PRINT - 0.001, "{w} x {h}: {tiles:?}");
                let covered = |starts: &[f64], reach: &dyn Fn(usize) -> f64, length: f64| {
                    let mut to = 0.0;
                    for (index, start) in starts.iter().enumerate() {
                        let overlap = (to - start) * tiles.scale;
                        assert!(index == 0 && *start == 0.0 || overlap >= OVERLAP - 0.01, "{w} x {h}: {tiles:?}");
                        to = start + reach(index);
                    }
                    assert!(to >= length - 0.01, "{w} x {h}: {tiles:?}");
                };
                covered(&tiles.columns, &|_| tiles.shown.0, f64::from(w));
                let down = |row: usize| tiles.shown.1 - tiles.repeated(row) / tiles.scale;
                covered(&tiles.rows, &down, f64::from(h));
            }
        }
    }

    #[test]
    fn a_picture_without_end_is_not_cut_into_a_book() {
        assert_eq!(Tiles::of((60_000, 60_000), 10.0, None), None);
    }
}
