//! Lexemes to lines, as the author broke them.

use crate::syntax::{Lexeme, Placed, Token};

/// A token or comment with what the layout made of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// What it is; a word that is a keyword here is that keyword.
    pub(super) token: Token,
    /// As written; of a comment without the blanks at its end.
    pub(super) text: &'a str,
    /// The keyword (or `Ident`) that began the member it belongs to.
    pub(super) statement: Token,
    /// Whether it begins a member.
    pub(super) begins: bool,
}

impl Piece<'_> {
    /// Whether it is a comment of either sort.
    pub(super) fn is_comment(&self) -> bool {
        matches!(self.token, Token::Comment | Token::DocComment)
    }

    /// Whether it opens a bracket.
    pub(super) fn opens(&self) -> bool {
        matches!(self.token, Token::LBrace | Token::LBracket | Token::LParen)
    }

    /// Whether it closes a bracket.
    pub(super) fn closes(&self) -> bool {
        matches!(self.token, Token::RBrace | Token::RBracket | Token::RParen)
    }
}

/// What the author wrote between two line ends (a text block may hold line ends of its own).
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// At least one.
    pub(super) pieces: Vec<Piece<'a>>,
    /// Whether an empty line stands above.
    pub(super) blank_before: bool,
    /// Whether it (of a comment: the code under it) goes on with the member of the line above.
    pub(super) runs_on: bool,
}

impl Line<'_> {
    /// Whether it begins with a closing bracket.
    pub(super) fn closes(&self) -> bool {
        self.pieces[0].closes()
    }

    /// Whether it is nothing but a comment.
    pub(super) fn is_comment(&self) -> bool {
        self.pieces[0].is_comment()
    }
}

/// Splits the lexemes of a text at its line ends; `words` is their layout.
pub(super) fn split<'a>(text: &'a str, lexemes: &[Lexeme], words: &[Placed]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut layout = Layout { words, at: 0, statement: Token::LineEnd, begins: true };
    let mut newlines = 1;
    for lexeme in lexemes {
        match lexeme.token {
            Token::Whitespace => {}
            Token::Newline => newlines += 1,
            _ => {
                let slice = &text[lexeme.start as usize..lexeme.end as usize];
                let piece = layout.piece(*lexeme, slice);
                match lines.last_mut().filter(|_| newlines == 0) {
                    Some(line) => line.pieces.push(piece),
                    None => lines.push(Line { pieces: vec![piece], blank_before: newlines > 1, runs_on: false }),
                }
                newlines = 0;
            }
        }
    }
    mark_what_runs_on(&mut lines);
    lines
}

fn mark_what_runs_on(lines: &mut [Line<'_>]) {
    let mut below = false;
    for line in lines.iter_mut().rev() {
        if !line.is_comment() {
            below = !line.pieces[0].begins && !line.closes();
        }
        line.runs_on = below;
    }
}

/// A walk through the layout beside the lexemes.
struct Layout<'w> {
    words: &'w [Placed],
    at: usize,
    statement: Token,
    begins: bool,
}

impl Layout<'_> {
    fn piece<'a>(&mut self, lexeme: Lexeme, text: &'a str) -> Piece<'a> {
        if matches!(lexeme.token, Token::Comment | Token::DocComment) {
            return Piece { token: lexeme.token, text: text.trim_end(), statement: self.statement, begins: false };
        }
        let token = self.word(lexeme);
        // a comma that ends a member begins none
        let begins = token != Token::Comma && std::mem::take(&mut self.begins) && token != Token::RBrace;
        if begins {
            self.statement = token;
        }
        if token == Token::LBrace {
            self.begins = true;
        }
        Piece { token, text, statement: self.statement, begins }
    }

    /// What the layout made of a lexeme; passes the member ends before it.
    fn word(&mut self, lexeme: Lexeme) -> Token {
        while let Some((start, token, end)) = self.words.get(self.at).copied() {
            if token == Token::LineEnd && start <= lexeme.start {
                self.begins = true;
            } else if start == lexeme.start && end == lexeme.end {
                self.at += 1;
                return token;
            } else {
                break;
            }
            self.at += 1;
        }
        lexeme.token
    }
}
