//! Comments, found by where they stand.

use super::lexer::Lexeme;
use super::token::Token;

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
