//! Widths of the columns of a table.

use crate::backends::page::Inline;

/// Twentieths of a point that a sign in a cell takes, about.
const SIGN: usize = 92;
/// What lines and margins of a cell take.
const PADDING: usize = 160;
/// Signs beyond which a column is not wider than others, and a word is broken.
const WIDEST: usize = 42;
const LONGEST_WORD: usize = 20;
const NARROWEST: usize = 5;

/// Wide enough for the longest word where there is room, and the rest by what stands in the columns.
pub(super) fn widths(headings: &[String], rows: &[Vec<Inline>], all: usize) -> Vec<usize> {
    let least: Vec<usize> = words(headings, rows).into_iter().map(|signs| signs * SIGN + PADDING).collect();
    let needed: usize = least.iter().sum();
    if needed >= all {
        return least.iter().map(|width| width * all / needed.max(1)).collect();
    }
    let wanted = signs(headings, rows, |cell| cell.chars().count(), WIDEST);
    let more: Vec<usize> =
        wanted.iter().zip(&least).map(|(signs, least)| (signs * SIGN + PADDING).saturating_sub(*least) + 1).collect();
    let sum: usize = more.iter().sum();
    least.iter().zip(more).map(|(least, more)| least + more * (all - needed) / sum.max(1)).collect()
}

/// Whether no word has to be broken.
pub(super) fn fits(headings: &[String], rows: &[Vec<Inline>], all: usize) -> bool {
    words(headings, rows).into_iter().map(|signs| signs * SIGN + PADDING).sum::<usize>() <= all
}

/// Signs of the longest word of each column.
fn words(headings: &[String], rows: &[Vec<Inline>]) -> Vec<usize> {
    let longest = |cell: &str| cell.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    signs(headings, rows, longest, LONGEST_WORD)
}

fn signs(headings: &[String], rows: &[Vec<Inline>], measure: impl Fn(&str) -> usize, most: usize) -> Vec<usize> {
    let column = |(column, heading): (usize, &String)| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| measure(&cell.plain()));
        cells.chain([measure(heading)]).max().unwrap_or(0).clamp(NARROWEST, most)
    };
    headings.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_room_for_its_longest_word() {
        let headings = ["No.".to_owned(), "Authentication".to_owned(), "Text".to_owned()];
        let rows = [vec!["1".into(), "no".into(), Inline::text(&"word ".repeat(200))]];
        let found = widths(&headings, &rows, 9638);
        assert!(found[1] >= 14 * SIGN + PADDING && found[2] > found[1] && found[1] > found[0], "{found:?}");
        assert!(found.iter().sum::<usize>() <= 9638);
        assert!(fits(&headings, &rows, 9638) && !fits(&headings, &rows, 1000));
        assert!(widths(&headings, &rows, 1000).iter().sum::<usize>() <= 1000);
    }
}
