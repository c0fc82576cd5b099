//! What is printed where the model says nothing. Never a blank: a blank could mean anything.

use super::escape_text::one_line;

/// The words for a fact nobody has stated.
pub(super) const NOT_STATED: &str = "not stated";

/// The words for a list nobody has put anything in.
pub(super) const NONE_STATED: &str = "none stated";

/// The words for evidence nobody has recorded.
pub(super) const NO_EVIDENCE: &str = "no evidence recorded";

/// The text, or that there is none.
pub(super) fn text(text: Option<&str>) -> String {
    match text {
        Some(text) if !text.trim().is_empty() => text.to_owned(),
        Some(_) | None => NOT_STATED.to_owned(),
    }
}

/// The text, or that there is none, where an empty text stands for none.
pub(super) fn filled(value: &str) -> String {
    text(Some(value))
}

/// `a; b`, or `nothing` where the list is empty.
pub(super) fn list<S: AsRef<str>>(items: &[S], nothing: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| one_line(item.as_ref())).filter(|item| !item.is_empty()).collect();
    if items.is_empty() {
        return nothing.to_owned();
    }
    items.join("; ")
}

/// `yes` or `no`.
pub(super) fn yes_no(yes: bool) -> String {
    if yes { "yes".to_owned() } else { "no".to_owned() }
}
