//! Text to lexemes, losslessly: their texts put together are the file.

use logos::Logos;

use super::token::Token;

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// What it is.
    pub token: Token,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// Lexes the whole text. Never fails: what is no token is [`Token::Unrecognised`].
pub fn lex(text: &str) -> Vec<Lexeme> {
    lexemes(text).collect()
}

/// What the layout reads of a text: all but blanks and comments.
pub(crate) fn lex_words(text: &str) -> Vec<Lexeme> {
    let mut words = Vec::with_capacity(text.len() / 4);
    words.extend(lexemes(text).filter(|lexeme| !matches!(lexeme.token, Token::Whitespace | Token::Comment | Token::DocComment)));
    words
}

fn lexemes(text: &str) -> impl Iterator<Item = Lexeme> {
    Token::lexer(text).spanned().map(|(token, range)| {
        let token = token
            .unwrap_or_else(|()| if text[range.clone()].starts_with('"') { Token::UnterminatedStr } else { Token::Unrecognised });
        Lexeme { token, start: range.start as u32, end: range.end as u32 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        lex(text).into_iter().map(|lexeme| lexeme.token).filter(|token| !token.is_trivia()).collect()
    }

    #[test]
    fn a_text_block_without_an_end_is_one_fault() {
        assert_eq!(tokens("\"\"\" a\nb"), [Token::UnterminatedStr, Token::Ident]);
    }

    #[test]
    fn texts_dates_and_numbers_are_told_apart() {
        use Token::*;
        assert_eq!(tokens(r#"a "b\"" 2027-06-30 443 "open"#), [Ident, Str, Date, Int, UnterminatedStr]);
        assert_eq!(tokens("a<->b->c<=d \"\"\"x\ny\"\"\""), [Ident, BothWays, Ident, Arrow, Ident, LessEq, Ident, TextBlock]);
        assert_eq!(tokens("\"\""), [Str]);
    }
}
