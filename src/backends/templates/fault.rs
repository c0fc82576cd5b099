//! What went wrong in a template, in words of our own, and where.

use std::error::Error as _;
use std::ops::Range;

use minijinja::{Error, ErrorKind};

use crate::words::{did_you_mean, nearest, tick};

use super::filters;

/// Said of a value that the report has and that says nothing.
pub(super) const UNSAID: &str = "the model does not say this value";
/// Said of a list or an object that is printed as if it were a text.
pub(super) const NO_TEXT: &str = "a list or an object has no text of its own";

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the template, from the folder of templates.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The bytes, where they are known.
    pub range: Option<Range<usize>>,
}

/// Why a template could not be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where; the place of the mistake first, then those it was reached through. Empty where the template itself cannot be had.
    pub places: Vec<Place>,
    /// What is wrong.
    pub message: String,
    /// Why that is wrong.
    pub why: Option<&'static str>,
    /// What to do.
    pub help: Option<String>,
}

/// The error of a loader that refuses a name. It is no error of the kind "not found": `ignore missing` would hide it.
pub(super) fn refusal(reason: String) -> Error {
    Error::new(ErrorKind::BadInclude, reason)
}

/// An error of the engine; `is_full` where the document grew too large, `fields` are the names a field may have.
pub(super) fn of(error: &Error, is_full: bool, fields: &[String]) -> Fault {
    let mut chain: Vec<&Error> = std::iter::successors(Some(error), |outer| inner(outer)).collect();
    chain.reverse();
    let places: Vec<Place> = chain.iter().filter_map(|error| place(error)).collect();
    let (message, why, help) = worded(chain.first().unwrap_or(&error), is_full, fields);
    Fault { places, message, why, help }
}

/// The machine has no memory for the engine.
pub(super) fn no_room() -> Fault {
    nowhere("there is not enough memory to fill in a template")
}

/// The engine itself failed.
pub(super) fn broken() -> Fault {
    nowhere("the engine for templates failed on this one")
}

fn nowhere(message: &str) -> Fault {
    Fault { places: Vec::new(), message: message.to_owned(), why: None, help: None }
}

fn inner(outer: &Error) -> Option<&Error> {
    outer.source()?.downcast_ref()
}

fn place(error: &Error) -> Option<Place> {
    Some(Place { file: error.name()?.to_owned(), line: error.line()?, range: error.range().filter(|range| !range.is_empty()) })
}

type Words = (String, Option<&'static str>, Option<String>);

fn worded(error: &Error, is_full: bool, fields: &[String]) -> Words {
    let detail = error.detail().unwrap_or_default();
    if is_full {
        let help = "print less, or split the document into several templates";
        return ("the document is larger than 64 MiB".to_owned(), None, Some(help.to_owned()));
    }
    match error.kind() {
        ErrorKind::UndefinedError => undefined(detail, fields),
        ErrorKind::UnknownFilter => {
            let name = detail.strip_prefix("filter ").and_then(|rest| rest.strip_suffix(" is unknown")).unwrap_or(detail);
            let help = did_you_mean(nearest(name, filters::NAMES));
            (format!("there is no filter {}", tick(name)), None, help)
        }
        ErrorKind::UnknownFunction => {
            let name = detail.strip_suffix(" is unknown").unwrap_or(detail);
            (format!("there is no function {}", tick(name)), Some("a template sees the report and nothing else"), None)
        }
        ErrorKind::OutOfFuel => (
            "the template takes too many steps".to_owned(),
            Some("a template that does not come to an end would stop every build"),
            Some("look for loops inside of loops, and texts that grow".to_owned()),
        ),
        ErrorKind::SyntaxError => (format!("the template cannot be read: {detail}"), None, None),
        ErrorKind::InvalidOperation if detail == UNSAID => (
            detail.to_owned(),
            Some("printed as it is, it would read like an answer"),
            Some("say what stands in its place, `{{ x or \"not stated\" }}`, or ask first, `{% if x %}`".to_owned()),
        ),
        ErrorKind::InvalidOperation if detail == NO_TEXT => {
            (detail.to_owned(), None, Some("print its items: `{{ x|join(\", \") }}`, or `{% for item in x %}`".to_owned()))
        }
        ErrorKind::InvalidOperation if detail.contains("recursion limit") => (
            "the template goes too deep".to_owned(),
            Some("what includes or calls itself without end would stop every build"),
            Some("look for a macro that calls itself, or a template that includes itself".to_owned()),
        ),
        ErrorKind::TemplateNotFound => (
            format!("the template {} does not exist", tick(detail.split(['\'', '"']).nth(1).unwrap_or_default())),
            None,
            Some("names of templates are paths from the folder of the template in `ward.toml`".to_owned()),
        ),
        ErrorKind::BadInclude if detail.contains("larger than") => {
            (detail.to_owned(), None, Some("split it, and `include` the parts".to_owned()))
        }
        ErrorKind::BadInclude => (
            detail.to_owned(),
            Some("a template reads only its own folder and what is below it"),
            Some("copy the file into the folder of the template".to_owned()),
        ),
        kind if detail.is_empty() => (format!("the template cannot be filled in: {kind}"), None, None),
        kind => (format!("the template cannot be filled in: {kind}: {detail}"), None, None),
    }
}

/// Of `` `report.titel` is undefined `` the engine knows the expression, and the report the names it may mean.
fn undefined(detail: &str, fields: &[String]) -> Words {
    let expression = detail.split('`').nth(1).unwrap_or_default();
    let message = match expression {
        "" => "this value is not in the report".to_owned(),
        _ => format!("{} is not in the report", tick(expression)),
    };
    let last = expression.rsplit('.').next().unwrap_or_default();
    let known = "`docs/model.schema.json` lists the fields; `{% if x is defined %}` asks for one that may be missing";
    let help = did_you_mean(nearest(last, fields.iter().map(String::as_str))).unwrap_or_else(|| known.to_owned());
    (message, Some("a gap in the document would read like an answer"), Some(help))
}
