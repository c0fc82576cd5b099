//! The one way to lay out a `.tm` file. Text goes in, text comes out; the tokens and comments between are the same.
//!
//! Works on the lexemes, not on the tree, so that nothing can be lost: `lines` groups them as the author broke the
//! lines, `indent` says how far each line stands in, `spacing` what stands between two tokens, and `align` makes
//! columns of neighbouring lines of one form.

mod align;
mod indent;
mod lines;
mod spacing;

use crate::diagnostic::Diagnostics;
use crate::syntax::{Token, laid_out, lex, lex_words};
use crate::text::FileId;

use lines::{Line, Piece};

/// The text in canonical form. A text whose brackets or quotation marks do not pair is returned as it is: nothing says
/// how it is meant.
pub fn format(text: &str) -> String {
    let lexemes = lex(text);
    let broken = lexemes.iter().any(|lexeme| matches!(lexeme.token, Token::UnterminatedStr | Token::Unrecognised));
    let mut diagnostics = Diagnostics::default();
    let words = laid_out(FileId(0), text, &lex_words(text), &mut diagnostics);
    if broken || !diagnostics.is_empty() {
        return text.to_owned();
    }
    let lines = lines::split(text, &lexemes, &words);
    let indents = indent::indents(&lines);
    let gaps = align::gaps(&lines);
    write(&lines, &indents, &gaps)
}

/// Puts the lines together. `gaps` has the blanks before each piece of each line.
fn write(lines: &[Line<'_>], indents: &[usize], gaps: &[Vec<usize>]) -> String {
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        if line.blank_before && at > 0 && !opens_block(&lines[at - 1]) && !line.closes() {
            out.push('\n');
        }
        blanks(&mut out, indents[at] * indent::WIDTH);
        for (piece, gap) in line.pieces.iter().zip(&gaps[at]) {
            blanks(&mut out, *gap);
            out.push_str(piece.text);
        }
        out.push('\n');
    }
    out
}

fn blanks(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}

fn opens_block(line: &Line<'_>) -> bool {
    let last = line.pieces.iter().rev().find(|piece| !piece.is_comment());
    last.is_some_and(Piece::opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(format(text), expected);
        assert_eq!(format(expected), expected, "the canonical form is its own");
    }

    #[test]
    fn blanks_and_blank_lines_are_canonical() {
        case(
            "\u{feff}\r\n\n  system  s{\r\n\n\n\ta :1,b: 2\n\n\n\n c:[ 1,2 ]\n\n}\n\n\n",
            "system s {\n    a: 1, b: 2\n\n    c: [1, 2]\n}\n",
        );
        case("a: 1", "a: 1\n");
        case("", "");
        case("\n \n", "");
        case("process x{}", "process x {}\n");
        case("process x{a:1}", "process x { a: 1 }\n");
    }

    #[test]
    fn values_of_neighbouring_lines_are_aligned() {
        case("a: 1\nlong: 2\n\nb: 3", "a:    1\nlong: 2\n\nb: 3\n");
        case("a: 1\nb2: [\n1\n]\nlonger: 3", "a: 1\nb2: [\n    1\n]\nlonger: 3\n");
        case("a: 1\n// why\nlong: 2", "a: 1\n// why\nlong: 2\n");
    }

    #[test]
    fn declarations_of_one_kind_make_a_table() {
        case(
            "data a \"A\":X{b:1}\ndata long \"Long\" :X {b: 1}\nactor c",
            "data a    \"A\"    : X { b: 1 }\ndata long \"Long\" : X { b: 1 }\nactor c\n",
        );
        case("flow a:x->y\nflow long \"L\":x.y<->z", "flow a:        x   -> y\nflow long \"L\": x.y <-> z\n");
        case(
            "attribute flow.a:bool \"?\"\nattribute flow.long: bool",
            "attribute flow.a    : bool \"?\"\nattribute flow.long : bool\n",
        );
    }

    #[test]
    fn a_line_that_runs_on_stands_in() {
        let text = "rule R : C {\n    for flow f\n    applies when   f.x\n    mitigated when\n        not (f.y)\n        and any d in f.z where (\n            d is Alarm)\n}\n";
        case(text, text);
        case(
            "rule R:C{\napplies when f . x\nor( count( f.y )>=2 )\n}",
            "rule R : C {\n    applies when   f.x\n        or (count(f.y) >= 2)\n}\n",
        );
    }

    #[test]
    fn comments_stay_where_they_are() {
        case(
            "a: 1   // one  \n  // own line\nprocess x { // here\n\n// in\n}\n",
            "a: 1 // one\n// own line\nprocess x { // here\n    // in\n}\n",
        );
    }

    #[test]
    fn text_blocks_are_kept() {
        case("a:\"\"\"\n  x\t\n    y\"\"\"\nb:1", "a: \"\"\"\n  x\t\n    y\"\"\"\nb: 1\n");
    }

    #[test]
    fn a_text_that_cannot_be_read_is_left_alone() {
        assert_eq!(format("a  {"), "a  {");
        assert_eq!(format("a:  \"x"), "a:  \"x");
    }

    #[test]
    fn one_huge_name_does_not_push_its_neighbours_away() {
        let text = format!("{}: 1\nb:  2\ncc: 3\n", "a".repeat(1000));
        case(&text, &text);
    }
}
