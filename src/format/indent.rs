//! How far each line stands in: one step for the brackets a line leaves open, one where a member runs on.

use crate::syntax::Token;

use super::lines::{Line, Piece};

/// Blanks in a step.
pub(super) const WIDTH: usize = 4;

/// Steps for each line.
pub(super) fn indents(lines: &[Line<'_>]) -> Vec<usize> {
    let mut open: Vec<Open> = Vec::new();
    let mut indents = Vec::with_capacity(lines.len());
    for line in lines {
        let leading = line.pieces.iter().take_while(|piece| piece.closes()).count();
        let mut closed = None;
        for _ in 0..leading {
            closed = open.pop().or(closed);
        }
        let indent = match closed {
            Some(closed) => closed.indent,
            None => inside(&open) + usize::from(line.runs_on && !in_brackets(&open)),
        };
        indents.push(indent);
        for piece in &line.pieces[leading..] {
            track(&mut open, piece, indent);
        }
    }
    indents
}

/// An open bracket.
#[derive(Clone, Copy)]
struct Open {
    brace: bool,
    /// How far the line stands in that the closing bracket lines up with.
    indent: usize,
}

fn inside(open: &[Open]) -> usize {
    open.last().map_or(0, |open| open.indent + 1)
}

/// Inside `( )` and `[ ]` the bracket says enough.
fn in_brackets(open: &[Open]) -> bool {
    open.last().is_some_and(|open| !open.brace)
}

fn track(open: &mut Vec<Open>, piece: &Piece<'_>, indent: usize) {
    if piece.opens() {
        let brace = piece.token == Token::LBrace;
        // A body belongs to its declaration, even where the declaration runs over several lines.
        let indent = if brace { inside(open).min(indent) } else { indent };
        open.push(Open { brace, indent });
    } else if piece.closes() {
        open.pop();
    }
}
