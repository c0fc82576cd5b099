//! Messages as lines of JSON, and the line that sums them up.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::report::{AlertLevel, AlertPlace, AlertRow};
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
    place: Option<AlertPlace>,
    notes: &'a [String],
    help: &'a [String],
}

/// The summary as a program reads it.
#[derive(Debug, Serialize)]
struct Sum<'a> {
    reason: &'static str,
    message: &'a str,
}

/// One line of JSON for a diagnostic.
pub(super) fn diagnostic_json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    json(&Message {
        reason: "diagnostic",
        code: diagnostic.code.id(),
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        place: diagnostic.span().map(|span| AlertPlace::of(span, sources)),
        notes: &diagnostic.notes,
        help: &diagnostic.helps,
    })
}

/// A workflow command of GitHub for a diagnostic: it shows it beside the line.
pub(super) fn annotation(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let help = diagnostic.helps.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> =
        std::iter::once(diagnostic.message.clone()).chain(diagnostic.notes.iter().cloned()).chain(help).collect();
    let place = diagnostic.span().map(|span| AlertPlace::of(span, sources));
    located(diagnostic.severity.word(), diagnostic.code.id(), place.as_ref(), &lines.join("\n"))
}

/// The same for a threat without an answer.
pub(super) fn alert_annotation(alert: &AlertRow) -> String {
    let level = match alert.level {
        AlertLevel::Error => "error",
        AlertLevel::Warning => "warning",
        AlertLevel::Note => "notice",
    };
    located(level, &alert.fingerprint, Some(&alert.place), &alert.message)
}

/// A workflow command without a place.
pub(super) fn command(level: &str, title: &str, message: &str) -> String {
    located(level, title, None, message)
}

fn located(level: &str, title: &str, place: Option<&AlertPlace>, message: &str) -> String {
    // what ends a command or one of its properties is written by its number
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut properties = vec![format!("title={}", property(title))];
    if let Some(place) = place {
        properties.push(format!("file={},line={},endLine={}", property(&place.file), place.line, place.end_line));
        // GitHub refuses columns of a range over several lines
        if place.line == place.end_line {
            properties.push(format!("col={},endColumn={}", place.column, place.end_column));
        }
    }
    format!("::{level} {}::{}\n", properties.join(","), data(message))
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
    fn nothing_in_a_message_ends_its_command() {
        let mut session = Session::default();
        let file = session.add_source("a,b.tm", "a: 1\nb: 2\n");
        let diagnostic = Diagnostic::new(Code::UnknownName, Span::new(file, 0, 1)).message("100%\n::error::x").help("z");
        assert_eq!(
            annotation(&diagnostic, session.sources()),
            "::error title=TM0201,file=a%2Cb.tm,line=1,endLine=1,col=1,endColumn=2::100%25%0A::error::x%0Ahelp: z\n"
        );
        let over_lines = Diagnostic::new(Code::UnusedData, Span::new(file, 0, 6)).message("x");
        assert_eq!(
            annotation(&over_lines, session.sources()),
            "::warning title=TM0410,file=a%2Cb.tm,line=1,endLine=2::x\n".replace("TM0410", Code::UnusedData.id())
        );
        assert_eq!(command("notice", "a: b", "c"), "::notice title=a%3A b::c\n");
    }

    #[test]
    fn sums_read_as_english() {
        let error = Diagnostic::nowhere(Code::UnknownName);
        let warning = Diagnostic::nowhere(Code::UnusedData);
        assert_eq!(tally([&error, &error, &warning].into_iter()).as_deref(), Some("2 errors, 1 warning"));
        assert_eq!(tally(std::iter::empty()), None);
    }
}
