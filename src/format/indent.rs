//! How far each line stands in: one step for the brackets a line leaves open, one where a member runs on.

use crate::syntax::Token;

use super::lines::{Line, Piece};

/// Blanks in a step.
pub(super) const WIDTH: usize = 4;

/// Steps for each line.
pub(super) fn indents(lines: &[Line<'_>]) -> Vec<usize> {
    let mut open: Vec<Open> = Vec::new();
    let mut indents = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let leading = line.pieces.iter().take_while(|piece| piece.closes()).count();
        let mut closed = None;
        for _ in 0..leading {
            closed = open.pop().or(closed);
        }
        let indent = match closed {
            Some(closed) => closed.indent,
            None => inside(&open) + usize::from(runs_on(lines, at, &open)),
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

/// Whether a line goes on with the member of the line above. Inside `( )` and `[ ]` the bracket says enough.
fn runs_on(lines: &[Line<'_>], at: usize, open: &[Open]) -> bool {
    if open.last().is_some_and(|open| !open.brace) {
        return false;
    }
    let code = lines[at..].iter().find(|line| !line.is_comment());
    code.is_some_and(|line| !line.pieces[0].begins && !line.closes())
}
