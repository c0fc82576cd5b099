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
    let mut lexemes: Vec<Lexeme> = Vec::with_capacity(text.len() / 4);
    for (token, range) in Token::lexer(text).spanned() {
        let unclosed = text[range.clone()].starts_with('"');
        let token = token.unwrap_or(if unclosed { Token::UnterminatedStr } else { Token::Unrecognised });
        lexemes.push(Lexeme { token, start: range.start as u32, end: range.end as u32 });
    }
    lexemes
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
