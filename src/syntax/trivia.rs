//! Comments, found by where they stand, and texts without them.

use super::lexer::lex;
use crate::text::{SourceMap, Span};

/// A text without blanks, comments and ends of lines: two texts that are only laid out otherwise are the same.
pub fn tokens(text: &str) -> String {
    let telling = lex(text).into_iter().filter(|lexeme| !lexeme.token.is_trivia());
    telling.map(|lexeme| &text[lexeme.start as usize..lexeme.end as usize]).collect::<Vec<_>>().join(" ")
}

/// The documentation comment above the line a name stands on. Read off the text, so that no parse has to keep its lexemes.
pub fn doc_before(sources: &SourceMap, name: Span) -> Option<String> {
    let text = sources.file(name.file).text.get(..name.start as usize)?;
    let above = &text[..text.rfind('\n')?];
    let mut lines: Vec<&str> = above
        .rsplit('\n')
        .map(|line| line.trim_matches([' ', '\t', '\r', '\u{feff}']))
        // an empty line ends a comment: what stands above it is about the file
        .skip_while(|line| line.is_empty())
        .map_while(|line| line.strip_prefix("///"))
        .map(|line| line.trim_start_matches('/'))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.reverse();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        let mut sources = SourceMap::default();
        let file = sources.set("x.tm", text.into());
        let at = text.find("NAME").expect("the text has the name") as u32;
        assert_eq!(doc_before(&sources, Span::new(file, at, at + 4)).as_deref(), expected);
    }

    #[test]
    fn a_comment_belongs_to_the_declaration_under_it() {
        case("/// One.\n///\n/// Two.  \n  store NAME", Some("One.\n\nTwo."));
        case("store a\n/// One.\r\n\r\nstore NAME", Some("One."));
        case("/// Of the file.\n\n/// One.\nstore NAME", Some("One."));
        case("/// Of a.\nstore a\nstore NAME", None);
        case("/// One.\n// no documentation\nstore NAME", None);
        case("store NAME /// after it", None);
    }
}
