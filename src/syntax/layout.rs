//! Lexemes to the tokens the grammar reads: blanks and comments go, members end, brackets balance, and words become keywords
//! where they stand as such.
//!
//! There are no reserved words: a word is a keyword only at the beginning of a member (or between operands) and only when what
//! follows it fits, so `data:` is an attribute and `hospital.data` a path.

use crate::diagnostic::{Diagnostics, code::Code};
use crate::text::{FileId, Span};

use super::ast::{Keyword, TABLES};
use super::errors;
use super::keywords;
use super::lexer::Lexeme;
use super::token::Token;

/// A token with the bytes it stands at, as LALRPOP wants it.
pub(crate) type Placed = (u32, Token, u32);

/// Deeper nesting is refused: a reader could not follow it, and the tree is walked recursively.
const DEEPEST: usize = 200;

/// More `not`s in a row are refused.
const MOST_NOTS: usize = 100;

/// Lays out the lexemes of a file, those of [`lex_words`](super::lexer::lex_words).
pub(crate) fn layout(file: FileId, text: &str, words: &[Lexeme], diagnostics: &mut Diagnostics) -> Vec<Placed> {
    let missing = missing_braces(words);
    let out = Vec::with_capacity(words.len());
    let mut layout =
        Layout { file, text, words, out, open: Vec::new(), statement: Token::LineEnd, nots: 0, missing, diagnostics };
    layout.run();
    layout.out
}

fn missing_braces(words: &[Lexeme]) -> usize {
    let of = |word: &Lexeme| i64::from(word.token == Token::LBrace) - i64::from(word.token == Token::RBrace);
    usize::try_from(words.iter().map(of).sum::<i64>()).unwrap_or(0)
}

struct Layout<'a> {
    file: FileId,
    text: &'a str,
    words: &'a [Lexeme],
    out: Vec<Placed>,
    open: Vec<Lexeme>,
    /// The keyword that began the member being read.
    statement: Token,
    nots: usize,
    /// How many closing braces are missing: as many are put where the indentation shows that they were forgotten.
    missing: usize,
    diagnostics: &'a mut Diagnostics,
}

impl Layout<'_> {
    fn run(&mut self) {
        let mut line_started = false;
        for at in 0..self.words.len() {
            let word = self.words[at];
            if word.token == Token::Newline {
                line_started = true;
                continue;
            }
            if std::mem::take(&mut line_started) {
                self.line(at, word);
            }
            if !self.put(at, word) {
                self.close_silently();
                return;
            }
        }
        self.close_all();
    }

    /// What a line end before `word` means.
    fn line(&mut self, at: usize, word: Lexeme) {
        if self.in_brackets() {
            if !self.begins_member(at, word) {
                return;
            }
            self.close_brackets();
        }
        if self.runs_on(at, word) {
            return;
        }
        self.end_member(word.start);
        self.close_dedented(word);
    }

    fn in_brackets(&self) -> bool {
        self.open.last().is_some_and(|open| open.token != Token::LBrace)
    }

    /// Whether the line break before `word` is beside an operator.
    fn runs_on(&self, at: usize, word: Lexeme) -> bool {
        let Some((_, last, _)) = self.out.last() else { return false };
        let after = matches!(
            last,
            Token::And | Token::Or | Token::Not | Token::In | Token::Is | Token::Where | Token::When | Token::Over
        ) || last.is_mark();
        let before = match word.token {
            mark if mark.is_mark() => true,
            Token::Ident => {
                let infix = matches!(self.slice(word), "and" | "or" | "in" | "is" | "where" | "over" | "not");
                infix && *last != Token::LBrace && self.operand_follows(at)
            }
            _ => false,
        };
        (after && !self.begins_member(at, word)) || before
    }

    fn operand_follows(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| {
            matches!(next.token, Token::Ident | Token::LParen | Token::LBracket | Token::Str | Token::Int | Token::Date)
        })
    }

    /// Whether a line inside open brackets looks like a new member, so that a bracket was forgotten.
    fn begins_member(&self, at: usize, word: Lexeme) -> bool {
        if word.token != Token::Ident {
            return false;
        }
        let next = self.words.get(at + 1).map(|next| next.token);
        next == Some(Token::Colon) || (next == Some(Token::Ident) && self.statement_keyword(at, word) != Token::Ident)
    }

    fn end_member(&mut self, at: u32) {
        if !matches!(self.out.last(), None | Some((_, Token::LineEnd | Token::LBrace, _))) {
            self.out.push((at, Token::LineEnd, at));
        }
    }

    /// Puts a word; false where reading stops.
    fn put(&mut self, at: usize, word: Lexeme) -> bool {
        match word.token {
            Token::LBrace => return self.open_brace(word),
            Token::RBrace => self.close_brace(word),
            Token::LParen | Token::LBracket => return self.open(word),
            Token::RParen | Token::RBracket => self.close_bracket(word),
            Token::Comma if !self.in_brackets() && self.statement != Token::Attribute => self.end_member(word.start),
            Token::Ident => return self.put_word(at, word),
            token => self.out.push((word.start, token, word.end)),
        }
        true
    }

    fn put_word(&mut self, at: usize, word: Lexeme) -> bool {
        let mut token = self.keyword(at, word);
        if self.begins_here() {
            if token == Token::Ident {
                token = self.misspelt_keyword(at, word);
            }
            self.statement = token;
        }
        self.nots = if token == Token::Not { self.nots + 1 } else { 0 };
        if self.nots > MOST_NOTS {
            self.diagnostics.push(errors::too_deep(self.span(word), MOST_NOTS));
            return false;
        }
        self.out.push((word.start, token, word.end));
        true
    }

    fn begins_here(&self) -> bool {
        matches!(self.out.last(), None | Some((_, Token::LineEnd | Token::LBrace, _)))
    }

    // ------------------------------------------------------------ brackets

    fn open(&mut self, word: Lexeme) -> bool {
        if self.open.len() >= DEEPEST {
            self.diagnostics.push(errors::too_deep(self.span(word), DEEPEST));
            return false;
        }
        self.open.push(word);
        self.out.push((word.start, word.token, word.end));
        true
    }

    fn open_brace(&mut self, word: Lexeme) -> bool {
        self.close_brackets();
        self.open(word)
    }

    /// No brace ever stands inside brackets: what is open here was forgotten.
    fn close_brackets(&mut self) {
        while let Some(open) = self.open.last().copied().filter(|open| open.token != Token::LBrace) {
            self.diagnostics.push(errors::unclosed(self.span(open), self.slice(open)));
            self.synthesise_close(open);
        }
    }

    fn synthesise_close(&mut self, open: Lexeme) {
        self.open.pop();
        let end = self.out.last().map_or(0, |(_, _, end)| *end);
        let token = match open.token {
            Token::LParen => Token::RParen,
            Token::LBracket => Token::RBracket,
            _ => {
                self.drop_line_end();
                Token::RBrace
            }
        };
        self.out.push((end, token, end));
    }

    fn drop_line_end(&mut self) {
        if matches!(self.out.last(), Some((_, Token::LineEnd, _))) {
            self.out.pop();
        }
    }

    fn close_bracket(&mut self, word: Lexeme) {
        let opener = if word.token == Token::RParen { Token::LParen } else { Token::LBracket };
        let inner = self.open.iter().rev().take_while(|open| open.token != Token::LBrace);
        if !inner.clone().any(|open| open.token == opener) {
            match inner.last().copied() {
                // closed with the wrong mark
                Some(_) => self.close_with(word),
                None => self.diagnostics.push(errors::nothing_open(self.span(word), self.slice(word))),
            }
            return;
        }
        while let Some(open) = self.open.last().copied().filter(|open| open.token != opener) {
            self.diagnostics.push(errors::unclosed(self.span(open), self.slice(open)));
            self.synthesise_close(open);
        }
        self.open.pop();
        self.out.push((word.start, word.token, word.end));
    }

    /// Takes the wrong closing mark for the right one.
    fn close_with(&mut self, word: Lexeme) {
        if let Some(open) = self.open.last().copied() {
            let diagnostic = errors::unclosed(self.span(open), self.slice(open));
            self.diagnostics.push(diagnostic.also(self.span(word), "closed here with another mark"));
            self.synthesise_close(open);
        }
    }

    fn close_brace(&mut self, word: Lexeme) {
        self.close_brackets();
        self.close_by_indentation(word);
        if self.open.pop().is_none() {
            self.diagnostics.push(errors::nothing_open(self.span(word), "}"));
            return;
        }
        self.drop_line_end();
        self.out.push((word.start, Token::RBrace, word.end));
    }

    /// A closing brace that lines up with an outer opening one shows that the inner ones were forgotten.
    fn close_by_indentation(&mut self, word: Lexeme) {
        let column = self.indentation(word);
        let lines_up = |open: &Lexeme| self.indentation(*open) == column;
        if !self.open.iter().any(lines_up) {
            return;
        }
        while let Some(open) = self.open.last().copied().filter(|open| self.missing > 0 && self.indentation(*open) > column) {
            self.close_forgotten(open);
        }
    }

    /// A line that begins no deeper than the one with an opening brace shows that the closing one was forgotten.
    fn close_dedented(&mut self, word: Lexeme) {
        let column = self.indentation(word);
        let forgotten = |this: &Self, open: &Lexeme| {
            this.missing > 0 && word.token != Token::RBrace && open.token == Token::LBrace && this.indentation(*open) >= column
        };
        while let Some(open) = self.open.last().copied().filter(|open| forgotten(self, open)) {
            self.close_forgotten(open);
            self.end_member(word.start);
        }
    }

    fn close_forgotten(&mut self, open: Lexeme) {
        self.missing -= 1;
        self.diagnostics.push(errors::unclosed(self.span(open), "{"));
        self.synthesise_close(open);
    }

    /// How far the line of a lexeme is indented.
    fn indentation(&self, lexeme: Lexeme) -> usize {
        let before = &self.text[..lexeme.start as usize];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        line.len() - line.trim_start().len()
    }

    /// Reading stopped, which was said; what is open is not the reader's mistake.
    fn close_silently(&mut self) {
        let end = self.out.last().map_or(0, |(_, _, end)| *end);
        self.out.push((end, Token::Misread, end));
        while let Some(open) = self.open.last().copied() {
            self.synthesise_close(open);
        }
    }

    fn close_all(&mut self) {
        self.close_brackets();
        let repaired = self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::UnclosedBracket);
        if let Some(open) = self.open.last().copied().filter(|_| !repaired) {
            self.diagnostics.push(errors::unclosed(self.span(open), "{"));
        }
        while let Some(open) = self.open.last().copied() {
            self.synthesise_close(open);
            self.close_brackets();
        }
        self.drop_line_end();
    }

    // ------------------------------------------------------------ words

    fn slice(&self, lexeme: Lexeme) -> &str {
        &self.text[lexeme.start as usize..lexeme.end as usize]
    }

    fn span(&self, lexeme: Lexeme) -> Span {
        Span::new(self.file, lexeme.start, lexeme.end)
    }

    fn next_word(&self, at: usize) -> Option<&str> {
        self.words.get(at + 1).filter(|next| next.token == Token::Ident).map(|next| self.slice(*next))
    }

    /// The keyword a word is here, or `Ident`.
    fn keyword(&self, at: usize, word: Lexeme) -> Token {
        let Some((_, last, _)) = self.out.last().copied() else { return self.statement_keyword(at, word) };
        match last {
            Token::LineEnd | Token::LBrace => self.statement_keyword(at, word),
            Token::Applies | Token::Mitigated | Token::Satisfied if self.slice(word) == "when" => Token::When,
            Token::One | Token::ListWord => Token::Of,
            Token::Dot | Token::Declare | Token::Flow | Token::For | Token::Any | Token::All | Token::Count | Token::Each => {
                Token::Ident
            }
            Token::Is if self.slice(word) == "not" => Token::Not,
            Token::Ident
            | Token::Str
            | Token::TextBlock
            | Token::Int
            | Token::Date
            | Token::RParen
            | Token::RBracket
            | Token::Yes
            | Token::No
            | Token::UnknownWord => self.infix_keyword(at, word),
            Token::Not if self.slice(word) == "in" => Token::In,
            _ => self.operand_keyword(at, word),
        }
    }

    /// At the beginning of a member.
    fn statement_keyword(&self, at: usize, word: Lexeme) -> Token {
        let Some(keyword) = keywords::at_the_beginning(self.slice(word)) else { return Token::Ident };
        let next = self.words.get(at + 1).map(|next| next.token);
        let fits = match (keyword, next) {
            (Token::Assert | Token::Test, Some(Token::Str | Token::TextBlock)) | (Token::Import, Some(Token::Str)) => true,
            (Token::Answer, Some(Token::Str)) => self.words.get(at + 2).is_some_and(|word| word.token == Token::LBrace),
            (Token::Provides | Token::Table, _) => next == Some(Token::LBrace),
            (Token::Assert | Token::Test, _) => false,
            (_, Some(Token::Ident)) => true,
            (Token::Declare, Some(_)) => self.lacks_a_name(at),
            _ => false,
        };
        if fits { keyword } else { Token::Ident }
    }

    /// Whether the word is followed by a title or a type as in a declaration, but by no name.
    fn lacks_a_name(&self, at: usize) -> bool {
        let token = |steps: usize| self.words.get(at + steps).map(|word| word.token);
        match (token(1), token(2)) {
            (Some(Token::Str), Some(Token::Colon | Token::LBrace)) => true,
            (Some(Token::Colon), Some(Token::Ident)) => token(3) == Some(Token::LBrace),
            _ => false,
        }
    }

    /// A word at the beginning of a member that is followed as a keyword would be: the one that was meant, where one is near.
    fn misspelt_keyword(&mut self, at: usize, word: Lexeme) -> Token {
        let token = |steps: usize| self.words.get(at + steps).map_or(Token::Newline, |word| word.token);
        // nearly every member is `name: value` or a value of a set; only the rest is worth a search
        if !matches!((token(1), token(2)), (Token::Ident | Token::LBrace, _) | (Token::Str, Token::Colon | Token::LBrace)) {
            return Token::Ident;
        }
        let meant = errors::nearest_keyword(self.slice(word));
        let found = match (meant, token(1), token(2)) {
            (Some("provides"), Token::LBrace, _) => Token::Provides,
            (Some(table), Token::LBrace, _) if TABLES.contains(&table) => Token::Table,
            (Some("assert"), Token::Str, Token::Colon) => Token::Assert,
            (Some("test"), Token::Str, Token::LBrace) => Token::Test,
            (_, first, _) if first != Token::Ident => return Token::Ident,
            (Some("flow"), _, Token::Colon | Token::Str) => Token::Flow,
            (Some("for"), _, Token::Ident) => Token::For,
            (Some("import"), _, Token::Dot | Token::Newline) => Token::Import,
            (Some("extend"), _, Token::Dot | Token::LBrace) => Token::Extend,
            (Some("attribute"), _, Token::Dot) => Token::Attribute,
            (Some("define"), _, Token::Dot) => Token::Define,
            (Some("respond"), _, Token::At) => Token::Respond,
            (Some("answer"), _, Token::Dot) => Token::Answer,
            (Some("expect"), _, Token::At) => Token::Expect,
            (Some(meant), _, Token::Colon | Token::Str | Token::LBrace | Token::Newline | Token::Comma | Token::RBrace)
                if Keyword::of(meant).is_some() =>
            {
                Token::Declare
            }
            _ => Token::Misread,
        };
        self.diagnostics.push(errors::no_such_keyword(self.span(word), self.slice(word)));
        found
    }

    /// After an operand.
    fn infix_keyword(&self, at: usize, word: Lexeme) -> Token {
        let Some(keyword) = keywords::inside(self.slice(word)) else { return Token::Ident };
        let fits = match keyword {
            Token::And | Token::Or | Token::In | Token::Is | Token::Where => true,
            Token::Not => self.next_word(at) == Some("in"),
            Token::Over => self.statement == Token::Flow,
            Token::TypeWord => self.statement == Token::Attribute,
            _ => false,
        };
        if fits { keyword } else { Token::Ident }
    }

    /// Where an operand is expected.
    fn operand_keyword(&self, at: usize, word: Lexeme) -> Token {
        let Some(keyword) = keywords::inside(self.slice(word)) else { return Token::Ident };
        let quantifies = || {
            let listed = |third: &Lexeme| third.token == Token::Ident && self.slice(*third) == "in";
            self.next_word(at).is_some() && self.words.get(at + 2).is_some_and(listed)
        };
        let after_arrow = || matches!(self.out.last(), Some((_, Token::Arrow | Token::BothWays, _)));
        let fits = match keyword {
            Token::Not | Token::Yes | Token::No | Token::UnknownWord => true,
            Token::Over => after_arrow() && self.next_word(at).is_some_and(|next| next != "over"),
            Token::Any | Token::All | Token::Count | Token::Each => quantifies(),
            Token::One | Token::ListWord => self.next_word(at) == Some("of"),
            _ => false,
        };
        if fits { keyword } else { Token::Ident }
    }
}
