//! Where in a text the cursor stands, read off the lexemes before it: what is open around it, and what of the member is written already. Works
//! in a text that does not parse, which is the usual state of one that is being typed.

use crate::syntax::{Lexeme, Token, lex};

/// A word or mark before the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'t> {
    pub(super) token: Token,
    pub(super) text: &'t str,
    pub(super) start: usize,
}

/// A brace that is open before the cursor.
#[derive(Debug, Clone, Default)]
pub(super) struct Block<'t> {
    /// The words between the beginning of the member and its brace; empty outermost.
    pub(super) header: Vec<Word<'t>>,
    /// The first words of the members that are complete.
    pub(super) said: Vec<&'t str>,
    /// Kind or type, and name, of the line `for …`.
    pub(super) binder: Option<(&'t str, &'t str)>,
}

/// Where the cursor stands.
#[derive(Debug, Default)]
pub(super) struct Context<'t> {
    /// What is open, outermost first; the first is the file.
    pub(super) blocks: Vec<Block<'t>>,
    /// The words of the member, without the one that is being typed.
    pub(super) member: Vec<Word<'t>>,
    /// Where the word begins that is being typed.
    pub(super) typed: usize,
    /// Whether the cursor is in a text, and where that begins.
    pub(super) text: Option<usize>,
}

/// Reads where the end of a text stands; nothing in a comment.
pub(super) fn context(before: &str) -> Option<Context<'_>> {
    let lexemes = lex(before);
    let last = lexemes.last();
    if matches!(last, Some(Lexeme { token: Token::Comment | Token::DocComment, .. })) {
        return None;
    }
    let mut reader = Reader {
        before,
        context: Context { blocks: vec![Block::default()], typed: before.len(), ..Context::default() },
        depth: 0,
    };
    let mut words: Vec<Lexeme> = lexemes.iter().copied().filter(|lexeme| !is_blank(lexeme.token)).collect();
    match last {
        Some(lexeme) if lexeme.token == Token::Ident => {
            words.pop();
            reader.context.typed = lexeme.start as usize;
        }
        Some(lexeme) if lexeme.token == Token::UnterminatedStr => {
            words.pop();
            reader.context.typed = lexeme.start as usize + 1;
            reader.context.text = Some(lexeme.start as usize);
        }
        _ => {}
    }
    for at in 0..words.len() {
        reader.take(&words, at);
    }
    Some(reader.context)
}

fn is_blank(token: Token) -> bool {
    matches!(token, Token::Whitespace | Token::Comment | Token::DocComment)
}

struct Reader<'t> {
    before: &'t str,
    context: Context<'t>,
    /// How many brackets are open in the member.
    depth: usize,
}

impl<'t> Reader<'t> {
    fn slice(&self, lexeme: Lexeme) -> &'t str {
        &self.before[lexeme.start as usize..lexeme.end as usize]
    }

    fn take(&mut self, words: &[Lexeme], at: usize) {
        let lexeme = words[at];
        match lexeme.token {
            Token::LBrace => {
                let header = std::mem::take(&mut self.context.member);
                self.note_said(&header);
                self.context.blocks.push(Block { header, ..Block::default() });
                self.depth = 0;
            }
            Token::RBrace => {
                self.end_member();
                if self.context.blocks.len() > 1 {
                    self.context.blocks.pop();
                }
            }
            Token::Newline if self.depth > 0 && !self.begins_member(words, at + 1) => {}
            Token::Newline if self.depth == 0 && self.runs_on(words, at + 1) => {}
            Token::Newline => self.end_member(),
            Token::Comma if self.depth == 0 && self.first() != Some("attribute") => self.end_member(),
            token => {
                match token {
                    Token::LBracket | Token::LParen => self.depth += 1,
                    Token::RBracket | Token::RParen => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                let word = Word { token, text: self.slice(lexeme), start: lexeme.start as usize };
                self.context.member.push(word);
            }
        }
    }

    fn first(&self) -> Option<&'t str> {
        self.context.member.first().map(|word| word.text)
    }

    fn end_member(&mut self) {
        let member = std::mem::take(&mut self.context.member);
        self.note_said(&member);
        self.depth = 0;
    }

    fn note_said(&mut self, member: &[Word<'t>]) {
        let Some(block) = self.context.blocks.last_mut() else { return };
        block.said.extend(member.first().map(|word| word.text));
        if let [word, domain, name, ..] = member
            && word.text == "for"
        {
            block.binder = Some((domain.text, name.text));
        }
    }

    /// Whether `name:` follows, so that a bracket was forgotten.
    fn begins_member(&self, words: &[Lexeme], at: usize) -> bool {
        let token = |at: usize| words.get(at).map(|word| word.token);
        token(at) == Some(Token::Ident) && token(at + 1) == Some(Token::Colon)
    }

    /// Whether the line break stands beside an operator.
    fn runs_on(&self, words: &[Lexeme], at: usize) -> bool {
        let infix = |text: &str| matches!(text, "and" | "or" | "not" | "in" | "is" | "where" | "when" | "over");
        let after = self
            .context
            .member
            .last()
            .is_some_and(|word| word.token.is_mark() || (self.context.member.len() > 1 && infix(word.text)));
        let before = words.get(at).is_some_and(|next| next.token.is_mark() || matches!(self.slice(*next), "and" | "or" | "over"));
        (after || before) && !self.context.member.is_empty()
    }
}

impl<'t> Context<'t> {
    /// The dotted path the cursor is in: where it begins, and its names before the cursor, without the one that is being typed.
    pub(super) fn path(&self) -> (usize, Vec<&'t str>) {
        let mut names = Vec::new();
        let mut start = self.typed;
        let mut rest = &self.member[..];
        while let [before @ .., name, dot] = rest {
            if dot.token != Token::Dot || name.token != Token::Ident {
                break;
            }
            names.push(name.text);
            start = name.start;
            rest = before;
        }
        names.reverse();
        (start, names)
    }

    /// The words before the path the cursor is in.
    pub(super) fn before_path(&self) -> &[Word<'t>] {
        let (start, _) = self.path();
        let end = self.member.partition_point(|word| word.start < start);
        &self.member[..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'t>(words: &[Word<'t>]) -> Vec<&'t str> {
        words.iter().map(|word| word.text).collect()
    }

    #[test]
    fn what_is_open_and_what_is_written_is_known() {
        let at = context("system s { a: 1 }\nboundary b \"B\" : T {\n  x: [1,\n  2]\n  process p {\n    controls: [a.b.c")
            .expect("code");
        let headers: Vec<Vec<&str>> = at.blocks.iter().map(|block| words(&block.header)).collect();
        assert_eq!(headers, [vec![], vec!["boundary", "b", "\"B\"", ":", "T"], vec!["process", "p"]]);
        assert_eq!(at.blocks[1].said, ["x", "process"]);
        assert_eq!(words(&at.member), ["controls", ":", "[", "a", ".", "b", "."]);
        assert_eq!(at.path().1, ["a", "b"]);
        assert_eq!(words(at.before_path()), ["controls", ":", "["]);
    }

    #[test]
    fn broken_texts_are_read_as_far_as_they_go() {
        let at = context("boundary b {\n  x: [1, 2\n  y: z\n  ").expect("code");
        assert_eq!((at.blocks.len(), at.member.len()), (2, 0));
        let at = context("flow f: a ->\n  b").expect("code");
        assert_eq!(words(&at.member), ["flow", "f", ":", "a", "->"]);
        assert!(context("a: 1 // b").is_none());
        assert_eq!(context("import \"x").expect("code").text, Some(7));
        let at = context("}}} rule R : C {\n for flow f\n applies when f.").expect("code");
        assert_eq!(at.blocks[1].binder, Some(("flow", "f")));
    }
}
