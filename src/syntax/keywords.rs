//! The words that can be keywords: one table, which the layout reads and which editors' lists are generated from.
//!
//! None of them is reserved. `layout` makes a word a keyword only where it stands as one.

use super::ast::{Keyword, TABLES};
use super::token::Token;

/// What a keyword is for, as editors colour it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Begins a declaration with name, title, type and body: `process`.
    Declaration,
    /// Begins another member: `flow`, `import`, `applies`.
    Member,
    /// Names a table of a risk scheme: `matrix`.
    Table,
    /// Stands between the parts of a member: `over`, `when`, `one of`.
    Link,
    /// Joins or turns expressions: `and`, `not`.
    Operator,
    /// Goes through a list: `any x in xs where …`.
    Quantifier,
    /// Is a value: `yes`.
    Literal,
}

/// Words that begin a member and are neither declarations nor tables.
const MEMBERS: [(&str, Token); 15] = [
    ("flow", Token::Flow),
    ("import", Token::Import),
    ("extend", Token::Extend),
    ("attribute", Token::Attribute),
    ("define", Token::Define),
    ("respond", Token::Respond),
    ("answer", Token::Answer),
    ("assert", Token::Assert),
    ("test", Token::Test),
    ("expect", Token::Expect),
    ("for", Token::For),
    ("applies", Token::Applies),
    ("mitigated", Token::Mitigated),
    ("satisfied", Token::Satisfied),
    ("provides", Token::Provides),
];

/// Words inside a member.
const INNER: [(&str, Token, Role); 19] = [
    ("over", Token::Over, Role::Link),
    ("when", Token::When, Role::Link),
    ("where", Token::Where, Role::Link),
    ("one", Token::One, Role::Link),
    ("list", Token::ListWord, Role::Link),
    ("of", Token::Of, Role::Link),
    ("type", Token::TypeWord, Role::Link),
    ("and", Token::And, Role::Operator),
    ("or", Token::Or, Role::Operator),
    ("not", Token::Not, Role::Operator),
    ("in", Token::In, Role::Operator),
    ("is", Token::Is, Role::Operator),
    ("any", Token::Any, Role::Quantifier),
    ("all", Token::All, Role::Quantifier),
    ("count", Token::Count, Role::Quantifier),
    ("each", Token::Each, Role::Quantifier),
    ("yes", Token::Yes, Role::Literal),
    ("no", Token::No, Role::Literal),
    ("unknown", Token::UnknownWord, Role::Literal),
];

/// Every word that can be a keyword, with what it is for. `type` is there twice: it declares one, and stands in `control type`.
pub fn keywords() -> impl Iterator<Item = (&'static str, Role)> {
    let declarations = Keyword::ALL.iter().map(|(word, _)| (*word, Role::Declaration));
    let members = MEMBERS.iter().map(|(word, _)| (*word, Role::Member));
    let tables = TABLES.iter().map(|word| (*word, Role::Table));
    declarations.chain(members).chain(tables).chain(INNER.iter().map(|(word, _, role)| (*word, *role)))
}

/// The words that begin members of their own form: what a misspelt word at the beginning of a member can have been meant for.
pub(super) fn beginning_with_a_name() -> impl Iterator<Item = &'static str> {
    // what begins a condition goes on with `when`, by which it is known
    let condition = |token: &Token| matches!(token, Token::Applies | Token::Mitigated | Token::Satisfied);
    MEMBERS.iter().filter(move |(_, token)| !condition(token)).map(|(word, _)| *word)
}

/// The keyword that a word can be at the beginning of a member.
pub(super) fn at_the_beginning(word: &str) -> Option<Token> {
    if let Some((_, token)) = MEMBERS.iter().find(|(member, _)| *member == word) {
        return Some(*token);
    }
    if TABLES.contains(&word) {
        return Some(Token::Table);
    }
    Keyword::of(word).map(|_| Token::Declare)
}

/// The keyword that a word can be inside a member.
pub(super) fn inside(word: &str) -> Option<Token> {
    INNER.iter().find(|(inner, ..)| *inner == word).map(|(_, token, _)| *token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_place_of_each_sort() {
        let mut seen: Vec<(&str, bool)> = Vec::new();
        for (word, role) in keywords() {
            let begins = matches!(role, Role::Declaration | Role::Member | Role::Table);
            assert!(!seen.contains(&(word, begins)), "`{word}` is there twice");
            assert!(if begins { at_the_beginning(word).is_some() } else { inside(word).is_some() }, "`{word}`");
            seen.push((word, begins));
        }
    }
}
