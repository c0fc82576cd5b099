//! Columns: neighbouring lines that say the same sort of thing are set as a table.
//!
//! A run of lines ends at an empty line, a comment, a line of another form and a member that spans lines. Only lists of
//! attributes run on over the documentation of each: they are long, and each line has some.

use crate::syntax::Token;

use super::lines::{Line, Piece};
use super::spacing::between;

/// Further right than this no column begins: one long name must not push all its neighbours away.
const RIGHTMOST: usize = 100;

/// What lines must share to be set as a table.
#[derive(Debug, PartialEq, Eq)]
enum Form<'a> {
    /// `name: value`
    Attribute,
    /// `name "Title"`
    Value,
    /// `flow name: a -> b`
    Flow,
    /// `expect RULE @ path state`
    Expect,
    /// `KIND name "Title" : Type { … }`, by kind.
    Declaration(&'a str),
    /// `attribute owner.name : type` or `define owner.name : type = …`
    Owned(Token),
}

/// A line of a table: which pieces begin columns, by column.
struct Row<'a> {
    form: Form<'a>,
    columns: Vec<Option<usize>>,
}

/// Blanks before each piece of each line.
pub(super) fn gaps(lines: &[Line<'_>]) -> Vec<Vec<usize>> {
    let mut gaps: Vec<Vec<usize>> = lines.iter().map(natural).collect();
    let mut run: Vec<(usize, Row<'_>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let owned = run.last().is_some_and(|(_, last)| matches!(last.form, Form::Owned(_)));
        if owned && line.pieces[0].token == Token::DocComment {
            continue;
        }
        let row = row(line, lines.get(at + 1));
        let goes_on = match (&row, run.last()) {
            (Some(row), Some((_, last))) => row.form == last.form && !blank_above(lines, at),
            _ => false,
        };
        if !goes_on {
            set(&run, lines, &mut gaps);
            run.clear();
        }
        run.extend(row.map(|row| (at, row)));
    }
    set(&run, lines, &mut gaps);
    gaps
}

fn natural(line: &Line<'_>) -> Vec<usize> {
    let mut gaps = vec![0];
    gaps.extend(line.pieces.windows(2).map(|pair| between(&pair[0], &pair[1])));
    gaps
}

/// Whether an empty line stands above a line or above its documentation.
fn blank_above(lines: &[Line<'_>], at: usize) -> bool {
    let documentation = lines[..at].iter().rev().take_while(|line| line.pieces[0].token == Token::DocComment).count();
    lines[at - documentation..=at].iter().any(|line| line.blank_before)
}

/// The line as a row of a table, where it is one whole member.
fn row<'a>(line: &Line<'a>, below: Option<&Line<'a>>) -> Option<Row<'a>> {
    let pieces = line.pieces.as_slice();
    let spans_lines =
        below.is_some_and(|below| below.runs_on || matches!(below.pieces[0].token, Token::RParen | Token::RBracket));
    if !pieces[0].begins || spans_lines || pieces.iter().any(|piece| piece.text.contains('\n')) {
        return None;
    }
    let mut depth = 0_usize;
    let mut outer = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        if piece.closes() {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            if at > 0 && piece.begins {
                return None;
            }
            outer.push((at, piece));
        }
        depth += usize::from(piece.opens());
    }
    (depth == 0).then(|| form(pieces, &outer)).flatten()
}

fn form<'a>(pieces: &[Piece<'a>], outer: &[(usize, &Piece<'a>)]) -> Option<Row<'a>> {
    let find = |token: Token| outer.iter().find(|(_, piece)| piece.token == token).map(|(at, _)| *at);
    let after = |at: usize| (at + 1 < pieces.len()).then_some(at + 1);
    let second = pieces.get(1).map(|piece| piece.token);
    let (form, columns) = match (pieces[0].token, second) {
        (Token::Ident, Some(Token::Colon)) => (Form::Attribute, vec![after(1)]),
        (Token::Ident, Some(Token::Str)) => (Form::Value, vec![Some(1)]),
        (Token::Ident, None | Some(Token::Comma)) => (Form::Value, Vec::new()),
        (Token::Flow, _) => (
            Form::Flow,
            vec![
                find(Token::Colon).and_then(after),
                find(Token::Arrow).or(find(Token::BothWays)),
                find(Token::Over),
                find(Token::LBrace),
            ],
        ),
        (Token::Expect, _) => (Form::Expect, vec![find(Token::At), state(outer)]),
        (Token::Declare, _) => {
            (Form::Declaration(pieces[0].text), vec![find(Token::Str), find(Token::Colon), find(Token::LBrace)])
        }
        (token @ (Token::Attribute | Token::Define), _) => (Form::Owned(token), vec![find(Token::Colon)]),
        _ => return None,
    };
    Some(Row { form, columns })
}

/// The state at the end of an expectation: the word after a word.
fn state(outer: &[(usize, &Piece<'_>)]) -> Option<usize> {
    let is_state = |pair: &&[(usize, &Piece<'_>)]| pair[0].1.token == Token::Ident && pair[1].1.token == Token::Ident;
    outer.windows(2).find(is_state).map(|pair| pair[1].0)
}

/// Widens the gaps of a run so that each column begins in one place.
fn set(run: &[(usize, Row<'_>)], lines: &[Line<'_>], gaps: &mut [Vec<usize>]) {
    let columns = run.iter().map(|(_, row)| row.columns.len()).max().unwrap_or(0);
    for column in 0..columns {
        let starts: Vec<(usize, usize, usize)> = run
            .iter()
            .filter_map(|(at, row)| {
                let piece = row.columns.get(column).copied().flatten()?;
                let start = start(&lines[*at], &gaps[*at], piece)?;
                Some((*at, piece, start))
            })
            .collect();
        let begin = starts.iter().map(|(_, _, start)| *start).max().unwrap_or(0);
        for (at, piece, start) in starts {
            gaps[at][piece] += begin - start;
        }
    }
}

/// Where a piece begins, counted from the indentation; nothing where that is too far right.
fn start(line: &Line<'_>, gaps: &[usize], piece: usize) -> Option<usize> {
    let mut column = gaps[piece];
    for (before, gap) in line.pieces[..piece].iter().zip(gaps) {
        column += gap + before.text.chars().count();
        if column > RIGHTMOST {
            return None;
        }
    }
    Some(column)
}
