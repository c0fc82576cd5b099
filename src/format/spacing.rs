//! What stands between two tokens of a line: a table.

use crate::syntax::Token;

use super::lines::Piece;

/// Blanks between two neighbours on a line.
pub(super) fn between(left: &Piece<'_>, right: &Piece<'_>) -> usize {
    let tight = match (left.token, right.token) {
        (_, Token::Comment | Token::DocComment) => false,
        (Token::LBrace, Token::RBrace) => true,
        (Token::LParen | Token::LBracket | Token::Dot, _) => true,
        (_, Token::RParen | Token::RBracket | Token::Dot | Token::Comma) => true,
        (_, Token::Colon) => !names_a_type(right.statement),
        (Token::Ident, Token::LParen) => true,
        _ => false,
    };
    match (left.token, left.text) {
        (Token::When, _) if left.statement == Token::Applies && !right.is_comment() => WHEN,
        _ => usize::from(!tight),
    }
}

/// `applies when` is shorter than `mitigated when` and `satisfied when` by two letters; what follows stands in one column.
const WHEN: usize = 3;

/// Whether the colon of a member says of what type something is, and has a blank on either side.
fn names_a_type(statement: Token) -> bool {
    matches!(statement, Token::Declare | Token::Attribute | Token::Define)
}
