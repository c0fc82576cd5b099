//! Messages as text, with the source they point at. The only file that names codespan's renderer.

use std::io::Write;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::term::{self, Config};

use super::code::Severity;
use super::{Diagnostic, Label};
use crate::text::{FileId, SourceMap, Span};

/// A longer line is not shown: it would bury the message.
const LONGEST_LINE: usize = 400;

/// The message with its source lines; `colour` adds ANSI escapes.
pub fn render(diagnostic: &Diagnostic, sources: &SourceMap, colour: bool) -> String {
    if diagnostic.labels.iter().any(|label| line_is_long(sources, label.span)) {
        return render_short(diagnostic, sources);
    }
    let shown = to_codespan(diagnostic, sources);
    let config = Config::default();
    let mut out = String::new();
    let written = if colour {
        let mut styled = Ansi(Vec::new());
        let written = term::emit_to_write_style(&mut styled, &config, sources, &shown);
        out = String::from_utf8_lossy(&styled.0).into_owned();
        written
    } else {
        term::emit_to_string(&mut out, &config, sources, &shown)
    };
    if written.is_err() {
        return render_short(diagnostic, sources);
    }
    out
}

/// `file:line:column: error[TM0101]: message`, and what to do.
pub fn render_short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let word = diagnostic.severity.word();
    let place = diagnostic.span().map_or(String::new(), |span| format!("{}: ", sources.locate(span)));
    let helps: String = diagnostic.helps.iter().map(|help| format!("\n  = help: {help}")).collect();
    format!("{place}{word}[{}]: {}{helps}\n", diagnostic.code.id(), diagnostic.message)
}

fn line_is_long(sources: &SourceMap, span: Span) -> bool {
    let text = &sources.file(span.file).text;
    let before = text.get(..span.start as usize).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let length = text[start..].find('\n').unwrap_or(text.len() - start);
    length > LONGEST_LINE
}

fn to_codespan(diagnostic: &Diagnostic, sources: &SourceMap) -> codespan::Diagnostic<FileId> {
    let severity = match diagnostic.severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
    };
    let labels = diagnostic.labels.iter().enumerate().map(|(index, Label { span, text })| {
        let style = if index == 0 { codespan::LabelStyle::Primary } else { codespan::LabelStyle::Secondary };
        codespan::Label::new(style, span.file, whole_characters(&sources.file(span.file).text, span.range())).with_message(text)
    });
    let notes = diagnostic.notes.iter().map(|note| format!("note: {note}"));
    let helps = diagnostic.helps.iter().map(|help| format!("help: {help}"));
    codespan::Diagnostic::new(severity)
        .with_code(diagnostic.code.id())
        .with_message(&diagnostic.message)
        .with_labels(labels.collect())
        .with_notes(notes.chain(helps).collect())
}

/// A place inside a template is computed, and only near where the text has escapes: it must not cut a character.
fn whole_characters(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let cut = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = cut(range.start);
    start..cut(range.end).max(start)
}

/// Writes ANSI escapes; whether the terminal gets to see them is decided where it is written.
struct Ansi(Vec<u8>);

impl Ansi {
    fn escape(&mut self, code: &str) -> std::io::Result<()> {
        write!(self.0, "\u{1b}[{code}m")
    }

    fn of(severity: codespan::Severity) -> &'static str {
        match severity {
            codespan::Severity::Bug | codespan::Severity::Error => "1;31",
            codespan::Severity::Warning => "1;33",
            codespan::Severity::Note => "1;32",
            codespan::Severity::Help => "1;36",
        }
    }
}

impl Write for Ansi {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl term::WriteStyle for Ansi {
    fn set_header(&mut self, severity: codespan::Severity) -> std::io::Result<()> {
        self.escape(Self::of(severity))
    }

    fn set_header_message(&mut self) -> std::io::Result<()> {
        self.escape("1")
    }

    fn set_line_number(&mut self) -> std::io::Result<()> {
        self.escape("34")
    }

    fn set_note_bullet(&mut self) -> std::io::Result<()> {
        self.escape("34")
    }

    fn set_source_border(&mut self) -> std::io::Result<()> {
        self.escape("34")
    }

    fn set_label(&mut self, severity: codespan::Severity, style: codespan::LabelStyle) -> std::io::Result<()> {
        match style {
            codespan::LabelStyle::Primary => self.escape(Self::of(severity)),
            codespan::LabelStyle::Secondary => self.escape("34"),
        }
    }

    fn reset(&mut self) -> std::io::Result<()> {
        self.escape("0")
    }
}
