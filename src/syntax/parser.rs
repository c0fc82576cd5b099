//! Tokens to AST. The only module that knows LALRPOP.

use std::cell::RefCell;

use ecow::EcoString;
use lalrpop_util::{ErrorRecovery, ParseError, lalrpop_mod};

use crate::diagnostic::Diagnostics;
use crate::text::{FileId, Span};

use super::ast::{Body, Date, ExprKind, Keyword, Name, Text};
use super::errors;
use super::expected;
use super::layout::{Placed, layout};
use super::lexer::lex_words;
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
    let mut diagnostics = Diagnostics::default();
    let tokens = layout(file, text, &lex_words(text), &mut diagnostics);
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
        Keyword::of(self.slice(start, end)).expect("layout makes a declaration of keywords only")
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
        match token {
            Token::UnterminatedStr => errors::unterminated_text(span),
            Token::Unrecognised => errors::unrecognised(span, self.slice(start, end)),
            Token::LineEnd | Token::RBrace => {
                let before = self.before(start).map_or(span, |(from, _, to)| self.span(from, to));
                errors::line_ends_early(self.span(before.end.saturating_sub(1).max(before.start), before.end), &expected::words(expected))
            }
            Token::Ident if self.follows_a_lone_word(start) => {
                let (from, _, to) = self.before(start).expect("a word stands before it");
                errors::no_such_keyword(self.span(from, to), self.slice(from, to), self.slice(start, end))
            }
            _ => errors::unexpected(span, self.slice(start, end), &expected::words(expected)),
        }
    }

    fn before(&self, start: u32) -> Option<Placed> {
        let at = self.tokens.partition_point(|(from, _, _)| *from < start);
        at.checked_sub(1).map(|before| self.tokens[before])
    }

    /// Whether the token at `start` stands right after a name that begins a member: a keyword that does not exist.
    fn follows_a_lone_word(&self, start: u32) -> bool {
        let at = self.tokens.partition_point(|(from, _, _)| *from < start);
        let begins = |at: usize| at == 0 || matches!(self.tokens[at - 1].1, Token::LineEnd | Token::LBrace);
        at >= 1 && self.tokens[at - 1].1 == Token::Ident && begins(at - 1)
    }
}
