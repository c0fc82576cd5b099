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

/// Takes out the outermost `test "…" { … }`: half of a rule library, which only a check of that library reads. One whose braces do not
/// balance stays, so that it is reported.
pub(crate) fn without_tests(text: &str, words: &[Lexeme]) -> Vec<Lexeme> {
    let mut kept = Vec::with_capacity(words.len());
    let mut depth = 0_usize;
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let begins = at == 0 || words[at - 1].token == Token::Newline;
        let is_test = word.token == Token::Ident && &text[word.start as usize..word.end as usize] == "test";
        if depth == 0
            && begins
            && is_test
            && let Some(end) = end_of_test(&words[at..])
        {
            at += end;
            continue;
        }
        match word.token {
            Token::LBrace => depth += 1,
            Token::RBrace => depth = depth.saturating_sub(1),
            _ => {}
        }
        kept.push(word);
        at += 1;
    }
    kept
}

/// How many words a test has that begins with the first of these.
fn end_of_test(words: &[Lexeme]) -> Option<usize> {
    let token = |at: usize| words.get(at).map(|word| word.token);
    if !matches!((token(1), token(2)), (Some(Token::Str | Token::TextBlock), Some(Token::LBrace))) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate().skip(2) {
        match word.token {
            Token::LBrace => depth += 1,
            Token::RBrace if depth == 1 => return Some(at + 1),
            Token::RBrace => depth -= 1,
            _ => {}
        }
    }
    None
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

    #[test]
    fn tests_are_taken_out_whole() {
        let rest = |text: &str| {
            let words = lex_words(text);
            let kept = without_tests(text, &words);
            let slices: Vec<&str> = kept.iter().map(|word| &text[word.start as usize..word.end as usize]).collect();
            slices.join(" ").replace('\n', ";")
        };
        assert_eq!(rest("a: 1\ntest \"t\" { b { c } }\nd: 2"), "a : 1 ; ; d : 2");
        assert_eq!(rest("test \"t\" {\n}\nx { test \"u\" { } }"), "; x { test \"u\" { } }");
        assert_eq!(rest("test: 1"), "test : 1");
        assert_eq!(rest("test \"t\" { a {"), "test \"t\" { a {");
    }

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
