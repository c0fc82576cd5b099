//! Tokens to AST. The only module that knows LALRPOP.

use std::cell::RefCell;

use ecow::EcoString;
use lalrpop_util::{ErrorRecovery, ParseError, lalrpop_mod};

use crate::diagnostic::Diagnostics;
use crate::text::{FileId, Span};

use super::ast::{Body, Date, ExprKind, Keyword, Name, TABLES, Text};
use super::errors;
use super::expected;
use super::layout::{Placed, layout};
use super::lexer::{Lexeme, lex_words, without_tests};
use super::token::Token;
use super::unquote;

lalrpop_mod!(
    #[allow(warnings, clippy::all, clippy::restriction, reason = "generated")]
    tm
);

/// What a file says, and what is wrong with it.
#[derive(Debug)]
pub struct Parse {
    /// Its members.
    pub body: Body,
    /// Faults of the text.
    pub diagnostics: Diagnostics,
}

/// The grammar itself raises no error of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SyntaxError {}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

type RawError = ParseError<u32, Token, SyntaxError>;

/// What the grammar's actions may use.
pub(crate) struct Cx<'src> {
    file: FileId,
    text: &'src str,
    tokens: &'src [Placed],
    diagnostics: RefCell<Diagnostics>,
}

/// Reads a file. Never fails: what cannot be read becomes error nodes and diagnostics.
pub fn parse(file: FileId, text: &str) -> Parse {
    parse_words(file, text, &lex_words(text))
}

/// Parses a file of a library that is used and not checked: its tests are passed over.
pub(crate) fn parse_used(file: FileId, text: &str) -> Parse {
    parse_words(file, text, &without_tests(text, &lex_words(text)))
}

fn parse_words(file: FileId, text: &str, words: &[Lexeme]) -> Parse {
    let mut diagnostics = Diagnostics::default();
    let tokens = layout(file, text, words, &mut diagnostics);
    let cx = Cx { file, text, tokens: &tokens, diagnostics: RefCell::new(diagnostics) };
    let stream = tokens.iter().copied().map(Ok::<Placed, SyntaxError>);
    let body = tm::FileParser::new().parse(&cx, stream).unwrap_or_else(|error| {
        cx.report(error);
        Body::new()
    });
    let diagnostics = cx.diagnostics.into_inner();
    Parse { body, diagnostics }
}

impl Cx<'_> {
    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.file, start, end)
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        &self.text[start as usize..end as usize]
    }

    pub(crate) fn name(&self, start: u32, end: u32) -> Name {
        Name { text: EcoString::from(self.slice(start, end)), span: self.span(start, end) }
    }

    pub(crate) fn keyword(&self, start: u32, end: u32) -> Keyword {
        let word = self.slice(start, end);
        // a misspelt keyword was reported by the layout, and stands for the nearest one
        let meant = Keyword::of(word).or_else(|| errors::nearest_keyword(word).and_then(Keyword::of));
        meant.expect("layout makes a declaration of keywords, and of words near to one")
    }

    /// The name of a table; a misspelt one was reported by the layout, and stands for the nearest one.
    pub(crate) fn table(&self, start: u32, end: u32) -> Name {
        let written = self.name(start, end);
        let meant = TABLES.into_iter().find(|table| *table == written.text).or_else(|| errors::nearest_keyword(&written.text));
        Name { text: meant.map_or(written.text, EcoString::from), span: written.span }
    }

    pub(crate) fn string(&self, start: u32, end: u32) -> Text {
        let span = self.span(start, end);
        let inner = &self.text[start as usize + 1..end as usize - 1];
        let (text, faults) = unquote::line(inner);
        for (from, to) in faults {
            let fault = self.span(start + 1 + from, start + 1 + to);
            self.diagnostics.borrow_mut().push(errors::unknown_escape(fault, self.slice(fault.start, fault.end)));
        }
        Text { text, span }
    }

    pub(crate) fn block(&self, start: u32, end: u32) -> Text {
        let inner = &self.text[start as usize + 3..end as usize - 3];
        Text { text: unquote::block(inner), span: self.span(start, end) }
    }

    pub(crate) fn int(&self, start: u32, end: u32) -> ExprKind {
        match self.slice(start, end).parse() {
            Ok(number) => ExprKind::Int(number),
            Err(_) => {
                self.diagnostics.borrow_mut().push(errors::number_too_large(self.span(start, end)));
                ExprKind::Error
            }
        }
    }

    pub(crate) fn date(&self, start: u32, end: u32) -> ExprKind {
        match Date::parse(self.slice(start, end)) {
            Some(date) => ExprKind::Date(date),
            None => {
                self.diagnostics.borrow_mut().push(errors::no_such_day(self.span(start, end), self.slice(start, end)));
                ExprKind::Error
            }
        }
    }

    pub(crate) fn recover(&self, recovery: ErrorRecovery<u32, Token, SyntaxError>) {
        self.report(recovery.error);
    }

    fn report(&self, error: RawError) {
        if let ParseError::UnrecognizedToken { token: (_, Token::Misread, _), .. } = error {
            return;
        }
        let diagnostic = match error {
            ParseError::User { error } => match error {},
            ParseError::InvalidToken { location } => self.at_end(location, &[]),
            ParseError::UnrecognizedEof { location, expected } => self.at_end(location, &expected),
            ParseError::UnrecognizedToken { token, expected } => self.unexpected(token, &expected),
            ParseError::ExtraToken { token } => self.unexpected(token, &[]),
        };
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    fn at_end(&self, location: u32, expected: &[String]) -> crate::diagnostic::Diagnostic {
        errors::unexpected_end(self.span(location, location), &expected::words(expected))
    }

    fn unexpected(&self, (start, token, end): Placed, expected: &[String]) -> crate::diagnostic::Diagnostic {
        let span = self.span(start, end);
        let words = expected::words(expected);
        match token {
            Token::UnterminatedStr => errors::unterminated_text(span, self.slice(start, end)),
            Token::Unrecognised => errors::unrecognised(span, self.slice(start, end)),
            Token::LineEnd | Token::RBrace => {
                let before = self.before(start).map_or(span, |(from, _, to)| self.span(from, to));
                let last = self.slice(before.start, before.end).chars().next_back().map_or(0, char::len_utf8);
                errors::line_ends_early(self.span(before.end - last as u32, before.end), &words)
            }
            _ => errors::unexpected(span, self.slice(start, end), &words).maybe_help(self.advice(start, token, &words)),
        }
    }

    /// What to do about a token that cannot stand where it does, where the tokens before it tell what was meant.
    fn advice(&self, start: u32, token: Token, expected: &[&str]) -> Option<String> {
        let at = self.tokens.partition_point(|(from, _, _)| *from < start);
        let back = |steps: usize| at.checked_sub(steps).map(|at| self.tokens[at]);
        let (from, last, to) = back(1)?;
        let word = self.slice(from, to);
        let begins = back(2).is_none_or(|(_, token, _)| matches!(token, Token::LineEnd | Token::LBrace));
        match (token, last, back(2).map(|(_, token, _)| token)) {
            (Token::Assign | Token::LessEq | Token::Less, ..) if expected.contains(&"`->`") => Some(errors::write_an_arrow()),
            (Token::Assign, Token::Ident, _) if begins => Some(errors::write_a_colon(word)),
            (Token::Assign, ..) => Some(errors::write_two_equals_signs()),
            (Token::Dot | Token::Arrow | Token::BothWays, _, Some(Token::Flow)) => Some(errors::name_the_flow()),
            (Token::Dot, Token::Int, _) => Some(errors::write_the_year_first()),
            (Token::Ident, Token::Ident, Some(Token::Flow)) => Some(errors::name_the_flow()),
            (Token::Ident, Token::Ident, Some(Token::Declare)) => Some(errors::quote_the_title()),
            (Token::Ident, Token::Ident, Some(Token::Colon)) => Some(errors::quote_the_text()),
            _ => None,
        }
    }

    fn before(&self, start: u32) -> Option<Placed> {
        let at = self.tokens.partition_point(|(from, _, _)| *from < start);
        at.checked_sub(1).map(|before| self.tokens[before])
    }
}
