//! How values are printed, and the filters that make text harmless for the format it goes into.

use std::borrow::Cow;

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, escape_formatter};

use crate::backends::escape_text::{csv_cell, markdown, spelt_out};

/// The filters there are.
pub(super) const NAMES: [&str; 43] = [
    "abs",
    "attr",
    "batch",
    "bool",
    "capitalize",
    "chain",
    "count",
    "csv",
    "default",
    "dictsort",
    "escape",
    "first",
    "float",
    "format",
    "groupby",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "list",
    "lower",
    "map",
    "max",
    "md",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "safe",
    "select",
    "selectattr",
    "slice",
    "sort",
    "split",
    "string",
    "sum",
    "title",
    "trim",
];

/// Adds `md`, `csv` and the way values are printed.
pub(super) fn add(environment: &mut Environment<'static>) {
    environment.add_filter("md", |value: &Value| Ok::<_, Error>(markdown(&text(value)?)));
    environment.add_filter("csv", |value: &Value| Ok::<_, Error>(quoted(&csv_cell(&text(value)?))));
    environment.set_formatter(print);
}

/// Prints a value, with nothing in it that reorders text; what has no text of its own is refused.
fn print(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(said) if said.chars().any(is_unseen) && value.is_safe() => {
            escape_formatter(out, state, &Value::from_safe_string(spelt_out(said)))
        }
        Some(said) if said.chars().any(is_unseen) => escape_formatter(out, state, &Value::from(spelt_out(said))),
        Some(_) => escape_formatter(out, state, value),
        None if value.is_undefined() => escape_formatter(out, state, value),
        None => text(value).and_then(|_| escape_formatter(out, state, value)),
    }
}

fn is_unseen(sign: char) -> bool {
    let is_plain = matches!(sign, '\n' | '\r' | '\t');
    (sign.is_control() && !is_plain)
        || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// A text, a number, yes or no: what can be printed.
fn text(value: &Value) -> Result<Cow<'_, str>, Error> {
    let refused = |what: &'static str| Err(Error::new(ErrorKind::InvalidOperation, what));
    match value.kind() {
        ValueKind::String | ValueKind::Number | ValueKind::Bool => {
            Ok(value.as_str().map_or_else(|| value.to_string().into(), Cow::Borrowed))
        }
        ValueKind::None => refused(super::fault::UNSAID),
        ValueKind::Undefined => Err(ErrorKind::UndefinedError.into()),
        _ => refused(super::fault::NO_TEXT),
    }
}

/// A field of a CSV file, in quotes where it has to be; quotes around a semicolon are for spreadsheets that split there.
fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', ';', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
