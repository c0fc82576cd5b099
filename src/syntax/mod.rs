//! Text to AST, one file at a time. Never fails: faults become diagnostics and error nodes.

pub mod ast;
mod date;
mod errors;
mod expected;
mod keywords;
mod layout;
mod lexer;
mod parser;
mod token;
mod trivia;
mod unquote;

pub use keywords::{Role, keywords};
pub(crate) use layout::{Placed, layout as laid_out};
pub(crate) use lexer::lex_words;
pub use lexer::{Lexeme, lex};
pub(crate) use parser::parse_used;
pub use parser::{Parse, parse};
pub use token::Token;
pub use trivia::{doc_before, tokens};
