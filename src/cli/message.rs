//! Messages as lines of JSON, and the line that sums them up.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::text::SourceMap;
use crate::words;

/// A diagnostic as a program reads it. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
struct Message<'a> {
    reason: &'static str,
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Option<Place<'a>>,
    notes: &'a [String],
    help: &'a [String],
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The summary as a program reads it.
#[derive(Debug, Serialize)]
struct Sum<'a> {
    reason: &'static str,
    message: &'a str,
}

/// One line of JSON for a diagnostic.
pub(super) fn diagnostic_json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let place = diagnostic.span().map(|span| {
        let file = sources.file(span.file);
        let (line, column) = file.line_column(span.start);
        let (end_line, end_column) = file.line_column(span.end);
        Place { file: &file.name, line, column, end_line, end_column }
    });
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json(&Message {
        reason: "diagnostic",
        code: diagnostic.code.id(),
        severity,
        message: &diagnostic.message,
        place,
        notes: &diagnostic.notes,
        help: &diagnostic.helps,
    })
}

/// One line of JSON for a line of text.
pub(super) fn line_json(reason: &'static str, message: &str) -> String {
    json(&Sum { reason, message })
}

fn json(message: &impl Serialize) -> String {
    let mut line = serde_json::to_string(message).expect("texts and numbers are JSON");
    line.push('\n');
    line
}

/// `2 errors, 3 warnings`; nothing where there are neither.
pub(super) fn tally<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Option<String> {
    let (errors, warnings): (Vec<_>, Vec<_>) = diagnostics.partition(|diagnostic| diagnostic.severity == Severity::Error);
    let parts: Vec<String> = [(errors.len(), "error"), (warnings.len(), "warning")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| words::count(number, noun))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::Code;
    use crate::session::Session;
    use crate::text::Span;

    #[test]
    fn a_message_is_one_line_of_json() {
        let mut session = Session::default();
        let file = session.add_source("a.tm", "ä: 1\nb: 2\n");
        let diagnostic = Diagnostic::new(Code::UnknownName, Span::new(file, 3, 7)).message("x\ny").help("z");
        assert_eq!(
            diagnostic_json(&diagnostic, session.sources()),
            "{\"reason\":\"diagnostic\",\"code\":\"TM0201\",\"severity\":\"error\",\"message\":\"x\\ny\",\"file\":\"a.tm\",\"line\":1,\
             \"column\":3,\"end_line\":2,\"end_column\":2,\"notes\":[],\"help\":[\"z\"]}\n"
        );
        assert!(!diagnostic_json(&Diagnostic::nowhere(Code::UnknownName), session.sources()).contains("file"));
    }

    #[test]
    fn sums_read_as_english() {
        let error = Diagnostic::nowhere(Code::UnknownName);
        let warning = Diagnostic::nowhere(Code::UnusedData);
        assert_eq!(tally([&error, &error, &warning].into_iter()).as_deref(), Some("2 errors, 1 warning"));
        assert_eq!(tally(std::iter::empty()), None);
    }
}
