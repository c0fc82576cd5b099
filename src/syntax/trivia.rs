//! Comments, found by where they stand.

use super::lexer::Lexeme;
use super::token::Token;
use crate::text::{SourceMap, Span};

/// The documentation comment on the lines right above the declaration that begins at byte `start`.
pub fn doc_comment(text: &str, lexemes: &[Lexeme], start: u32) -> Option<String> {
    let at = lexemes.partition_point(|lexeme| lexeme.start < start);
    let mut lines: Vec<&str> = Vec::new();
    for lexeme in lexemes[..at].iter().rev() {
        match lexeme.token {
            Token::Whitespace | Token::Newline => {}
            Token::DocComment => {
                let line = &text[lexeme.start as usize..lexeme.end as usize];
                let line = line.trim_start_matches('/');
                lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end());
            }
            _ => break,
        }
    }
    lines.reverse();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The documentation comment above the line a name stands on.
pub fn doc_before(sources: &SourceMap, lexemes: &[Lexeme], name: Span) -> Option<String> {
    let text = &sources.file(name.file).text;
    let at = lexemes.partition_point(|lexeme| lexeme.start < name.start);
    let line = lexemes[..at].iter().rposition(|lexeme| lexeme.token == Token::Newline).map_or(0, |newline| newline + 1);
    doc_comment(text, lexemes, lexemes.get(line)?.start)
}
