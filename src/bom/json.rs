//! JSON that remembers where its parts stand: a reader takes a document apart piece by piece, each still being text.

use serde::Deserialize;
use serde_json::value::RawValue;

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where, in bytes.
    pub(super) at: usize,
    /// What, in words.
    pub(super) what: String,
    /// Whether the document is of a kind that is not read, rather than broken.
    pub(super) foreign: bool,
}

impl Fault {
    /// Something the document needs is missing or wrong.
    pub(super) fn broken(at: usize, what: impl Into<String>) -> Self {
        Self { at, what: what.into(), foreign: false }
    }

    /// It is of another format or version.
    pub(super) fn foreign(what: impl Into<String>) -> Self {
        Self { at: 0, what: what.into(), foreign: true }
    }
}

/// A document's text, of which parts are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'t>(pub(super) &'t str);

impl<'t> Source<'t> {
    /// Where a part of the text begins.
    pub(super) fn position(self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.0.as_ptr() as usize).min(self.0.len())
    }

    /// Reads the whole text. A byte-order mark, which some programs write, is passed over.
    pub(super) fn whole<T: Deserialize<'t>>(self) -> Result<T, Fault> {
        self.read(self.0.strip_prefix('\u{feff}').unwrap_or(self.0))
    }

    /// Reads a part of the text.
    pub(super) fn part<T: Deserialize<'t>>(self, raw: &'t RawValue) -> Result<T, Fault> {
        self.read(raw.get())
    }

    fn read<T: Deserialize<'t>>(self, text: &'t str) -> Result<T, Fault> {
        serde_json::from_str(text).map_err(|error| {
            let at = self.position(text) + offset(text, error.line(), error.column());
            let said = error.to_string();
            let what = said.split(" at line ").next().unwrap_or_default();
            Fault::broken(at, what.chars().filter(|sign| !sign.is_control()).take(160).collect::<String>())
        })
    }
}

/// The byte at a line and column, both from 1; columns are bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    (start + column.saturating_sub(1)).min(text.len())
}

/// A text that says something.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty() && text != "NOASSERTION" && text != "NONE")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_where_the_text_is_wrong() {
        let fault = Source("{\n  \"a\": [1,\n   x]}").whole::<serde_json::Value>().unwrap_err();
        assert_eq!((fault.at, fault.what.as_str()), (16, "expected value"));
    }

    #[test]
    fn a_part_knows_its_place() {
        let text = "\u{feff}{\"a\": {\"b\": \"no number\"}}";
        #[derive(Deserialize)]
        struct Outer<'a> {
            #[serde(borrow)]
            a: &'a RawValue,
        }
        #[derive(Debug, Deserialize)]
        struct Inner {
            #[allow(dead_code)]
            b: u32,
        }
        let outer: Outer<'_> = Source(text).whole().unwrap();
        assert_eq!(Source(text).position(outer.a.get()), 9);
        assert!(Source(text).part::<Inner>(outer.a).unwrap_err().at > 9);
    }
}
