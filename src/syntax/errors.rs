//! What can be wrong with a text. One function a message; codes TM00xx.

use crate::diagnostic::{Diagnostic, code::Code};
use crate::text::Span;
use crate::words::{list, nearest, tick};

use super::ast::Keyword;

fn expectation(expected: &[&str]) -> String {
    if expected.is_empty() { "nothing that can stand here".to_owned() } else { format!("expected {}", list(expected, "or")) }
}

/// TM0001
pub(super) fn unexpected(span: Span, found: &str, expected: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::Unexpected, span).message(format!("unexpected {}", tick(found))).label(expectation(expected))
}

/// TM0001
pub(super) fn unexpected_end(span: Span, expected: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::Unexpected, span).message("unexpected end of file").label(expectation(expected))
}

/// TM0002
pub(super) fn line_ends_early(span: Span, expected: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::LineEndsEarly, span)
        .message("the line ends before it is complete")
        .label(format!("{} after this", expectation(expected)))
        .note("a member ends with its line; inside `( )` and `[ ]`, and next to an operator, a line runs on")
}

/// TM0003
pub(super) fn unclosed(span: Span, bracket: &str) -> Diagnostic {
    let closing = match bracket {
        "{" => "}",
        "[" => "]",
        _ => ")",
    };
    Diagnostic::new(Code::UnclosedBracket, span)
        .message(format!("`{bracket}` is never closed"))
        .label("opened here")
        .help(format!("write the missing `{closing}`"))
}

/// TM0004
pub(super) fn nothing_open(span: Span, bracket: &str) -> Diagnostic {
    Diagnostic::new(Code::NothingOpen, span)
        .message(format!("`{bracket}` closes nothing"))
        .label("no bracket is open here")
        .help("remove it, or write the opening bracket it belongs to")
}

/// TM0005
pub(super) fn unterminated_text(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnterminatedText, Span::new(span.file, span.start, span.end))
        .message("this text has no closing quotation mark")
        .label("begins here")
        .help("close it with `\"` on the same line; for several lines write `\"\"\"` before and after")
}

/// TM0006
pub(super) fn unrecognised(span: Span, text: &str) -> Diagnostic {
    let shown: String = text.chars().take(20).flat_map(char::escape_default).collect();
    Diagnostic::new(Code::Unrecognised, span)
        .message(format!("{} has no meaning in this language", tick(&shown)))
        .label("not a name, a number, a text or a mark")
}

/// TM0007
pub(super) fn unknown_escape(span: Span, escape: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownEscape, span)
        .message(format!("{} is not an escape", tick(escape)))
        .label("in this text")
        .help(r#"the escapes are `\"`, `\\`, `\n`, `\t` and `\u{…}`; write a backslash as `\\`"#)
}

/// TM0008
pub(super) fn number_too_large(span: Span) -> Diagnostic {
    Diagnostic::new(Code::NumberTooLarge, span).message("this number is too large").label(format!("at most {}", i64::MAX))
}

/// TM0009
pub(super) fn no_such_day(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(Code::NoSuchDay, span)
        .message(format!("{} is not a day of the calendar", tick(text)))
        .label("year-month-day")
}

/// TM0010
pub(super) fn too_deep(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::TooDeep, span)
        .message("this is nested too deeply")
        .label(format!("more than {limit} levels"))
        .note("the rest of the file is not read")
}

/// TM0011
pub(super) fn no_such_keyword(span: Span, word: &str, name: &str) -> Diagnostic {
    let others = ["flow", "import", "extend", "attribute", "define", "respond", "assert", "test", "expect", "provides"];
    let keywords = Keyword::ALL.iter().map(|(word, _)| *word).chain(others);
    let near = nearest(word, keywords);
    Diagnostic::new(Code::NoSuchKeyword, span)
        .message(format!("{} does not begin a declaration", tick(word)))
        .label(format!("before the name {}", tick(name)))
        .maybe_help(near.map(|near| format!("did you mean `{near}`?")))
        .maybe_help(near.is_none().then(|| format!("to set an attribute, write {}", tick(&format!("{word}: {name}")))))
}
