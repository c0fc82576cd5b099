//! Findings and messages with their places, for programs that show them beside the text: code scanning, annotations of pull requests.

use serde::Serialize;

use super::State;
use crate::text::{SourceMap, Span};

/// Everything of which such a program shows a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alerts {
    /// What can be found, each once, in the order of first use.
    pub rules: Vec<AlertRule>,
    /// What was found.
    pub all: Vec<AlertRow>,
}

/// A rule, or a message of the compiler, as something that can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AlertRule {
    /// `SPF01`, `TM0204`.
    pub id: String,
    /// What it finds, in short.
    pub title: String,
    /// What it is about.
    pub category: String,
    /// What it means and what to do, each a paragraph.
    pub help: Vec<String>,
    /// Identifiers of other catalogues, `CWE-311`.
    pub references: Vec<String>,
    /// How pressing what it finds can be, in tenths from 0 to 100, by the matrix of the risk scheme; nothing for a message of the compiler.
    pub rank: Option<u32>,
}

/// A finding or a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AlertRow {
    /// Identity of the rule.
    pub rule: String,
    /// What stays the same as long as it is the same finding.
    pub fingerprint: String,
    /// How loud it is.
    pub level: AlertLevel,
    /// What is to be said, on several lines.
    pub message: String,
    /// Where.
    pub place: AlertPlace,
    /// The facts it rests on, where they are written in the model.
    pub related: Vec<(AlertPlace, String)>,
    /// The state of a threat; nothing for a message of the compiler.
    pub state: Option<State>,
    /// Why nobody has to act on it: what counters it, or who decided what.
    pub answer: Option<String>,
    /// How pressing it is, in tenths from 0 to 100.
    pub rank: Option<u32>,
}

impl AlertRow {
    /// Whether somebody still has to act on it.
    pub fn is_unanswered(&self) -> bool {
        self.answer.is_none()
    }
}

/// How loud something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlertLevel {
    /// The model does not compile.
    Error,
    /// A threat is open, or somebody should look.
    #[default]
    Warning,
    /// A question, or something that is answered.
    Note,
}

/// A range of a file. Lines and columns count from 1, columns in characters; the end is the first column after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AlertPlace {
    /// Path with `/`, from the root of the sources.
    pub file: String,
    /// First line.
    pub line: usize,
    /// Column in it.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// Column in it.
    pub end_column: usize,
}

impl AlertPlace {
    /// Where a span is, in a file called as its source is.
    pub fn of(span: Span, sources: &SourceMap) -> Self {
        let file = sources.file(span.file);
        let ((line, column), (end_line, end_column)) = (file.line_column(span.start), file.line_column(span.end.max(span.start)));
        Self { file: file.name.clone(), line, column, end_line, end_column }
    }
}
