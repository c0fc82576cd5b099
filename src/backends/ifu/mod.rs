//! The instructions for use and the security documentation for customers, as far as they come from the threat model (checklist groups A, I, J).
//!
//! Which headings there are, in which order and for whom, is said in the library; what is missing under one is printed as "not yet provided".

mod content;
mod document;
mod environment;
mod network;
mod operation;
mod people;

pub use document::page;

use super::escape_text::one_line;
use super::page::Inline;

/// What stands in the place of what nobody has said.
const NOT_YET: &str = "not yet provided";

/// The text, or that there is none.
fn or_not_yet(text: Option<&str>) -> String {
    text.filter(|text| !text.trim().is_empty()).map_or_else(|| NOT_YET.to_owned(), str::to_owned)
}

/// `a; b`, or the word for nothing.
fn joined<S: AsRef<str>>(items: &[S], nothing: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| one_line(item.as_ref())).filter(|item| !item.is_empty()).collect();
    if items.is_empty() { nothing.to_owned() } else { items.join("; ") }
}

/// Identities, each on a line.
fn codes(ids: &[String]) -> Inline {
    Inline::lines(&ids.iter().map(|id| Inline::code(id)).collect::<Vec<_>>())
}
