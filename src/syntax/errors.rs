//! What can be wrong with a text. One function a message; codes TM00xx.

use crate::diagnostic::{Diagnostic, code::Code};
use crate::text::Span;
use crate::words::{list, nearest, tick};

use super::ast::{Keyword, TABLES};
use super::keywords;

fn expectation(expected: &[&str]) -> String {
    if expected.is_empty() { "nothing that can stand here".to_owned() } else { format!("expected {}", list(expected, "or")) }
}

/// The keyword a misspelt one is nearest to.
pub(super) fn nearest_keyword(word: &str) -> Option<&'static str> {
    let declarations = Keyword::ALL.iter().map(|(word, _)| *word);
    nearest(word, declarations.chain(keywords::beginning_with_a_name()).chain(TABLES))
}

/// Help for `purpose = "…"`.
pub(super) fn write_a_colon(name: &str) -> String {
    format!("to set an attribute, write {}", tick(&format!("{name}: …")))
}

/// Help for `a = b` in a condition.
pub(super) fn write_two_equals_signs() -> String {
    "to compare, write `==`".to_owned()
}

/// Help for `flow a.b -> c`.
pub(super) fn name_the_flow() -> String {
    "a flow has a name of its own: `flow NAME: … -> …`".to_owned()
}

/// Help for `31.12.2036`.
pub(super) fn write_the_year_first() -> String {
    "a date is written year-month-day: `2036-12-31`".to_owned()
}

/// Help for `a => b`.
pub(super) fn write_an_arrow() -> String {
    "write the arrow as `->`, or as `<->` for request and answer".to_owned()
}

/// Help for `purpose: Doses the drug`.
pub(super) fn quote_the_text() -> String {
    "put a text in quotation marks: `\"…\"`".to_owned()
}

/// Help for `process app Application processor`.
pub(super) fn quote_the_title() -> String {
    "put a title in quotation marks: `\"…\"`".to_owned()
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
pub(super) fn unterminated_text(span: Span, text: &str) -> Diagnostic {
    let block = text.starts_with("\"\"\"");
    let shown = if block { Span::new(span.file, span.start, span.start + 3) } else { span };
    Diagnostic::new(Code::UnterminatedText, shown)
        .message(if block { "this text has no closing quotation marks" } else { "this text has no closing quotation mark" })
        .label("begins here")
        .help(if block {
            "write `\"\"\"` after its last line"
        } else {
            "close it with `\"` on the same line; for several lines write `\"\"\"` before and after"
        })
}

/// TM0006
pub(super) fn unrecognised(span: Span, text: &str) -> Diagnostic {
    let shown: String = text.chars().take(20).map(visible).collect();
    let meant = text.chars().next().and_then(meant_by);
    Diagnostic::new(Code::Unrecognised, span)
        .message(format!("{} has no meaning in this language", tick(&shown)))
        .label("not a name, a number, a text or a mark")
        .maybe_help(meant.map(str::to_owned))
}

/// A character as itself, or escaped where nobody could see it.
fn visible(character: char) -> String {
    if matches!(character, '\'' | '"' | '\\') { character.to_string() } else { character.escape_debug().to_string() }
}

/// What a character of another language stands for in this one.
fn meant_by(character: char) -> Option<&'static str> {
    Some(match character {
        ';' => "remove it: a line end or a comma ends a member",
        '&' => "write `and`",
        '|' => "write `or`",
        '!' => "write `not`",
        '-' => "a name is made of letters, digits and `_`; in a title, in quotation marks, anything can stand",
        '\'' | '\u{2018}'..='\u{201f}' | '«' | '»' => "write a text between straight quotation marks: `\"…\"`",
        '/' | '#' => "a comment begins with `//` and ends with its line",
        '→' | '⟶' | '–' | '—' => "write an arrow as `->`",
        _ => return None,
    })
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
    Diagnostic::new(Code::NoSuchDay, span).message(format!("{} is not a day of the calendar", tick(text))).label("year-month-day")
}

/// TM0010
pub(super) fn too_deep(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::TooDeep, span)
        .message("this is nested too deeply")
        .label(format!("more than {limit} levels"))
        .note("the rest of the file is not read")
}

/// TM0011
pub(super) fn no_such_keyword(span: Span, word: &str) -> Diagnostic {
    let near = nearest_keyword(word);
    let kinds = ["process", "store", "port", "boundary", "actor", "external", "flow", "data"].map(tick);
    Diagnostic::new(Code::NoSuchKeyword, span)
        .message(format!("{} does not begin a declaration", tick(word)))
        .label("expected a keyword here")
        .did_you_mean(near)
        .maybe_help(near.is_none().then(|| {
            format!(
                "a declaration begins with its kind, such as {}; an attribute is written {}",
                list(&kinds, "or"),
                tick(&format!("{word}: …"))
            )
        }))
}
