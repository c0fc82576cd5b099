//! The code-quality report that GitLab shows in a merge request: what is open, undecided or wrong, with the line it is about.

use serde::Serialize;

use super::escape_text::one_line;
use super::json::pretty;
use crate::report::{AlertLevel, AlertRow, Report};
use crate::words::digest;

#[derive(Serialize)]
struct Issue<'a> {
    engine_name: &'a str,
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// What nobody has answered; GitLab knows no suppression.
pub fn code_quality(report: &Report) -> String {
    let unanswered = report.alerts.all.iter().filter(|alert| alert.is_unanswered());
    pretty(&unanswered.map(|alert| issue(alert, &report.title.generator)).collect::<Vec<_>>())
}

fn issue<'a>(alert: &'a AlertRow, generator: &'a str) -> Issue<'a> {
    let severity = match (alert.level, alert.rank) {
        (AlertLevel::Error, _) => "blocker",
        (AlertLevel::Note, _) => "info",
        (AlertLevel::Warning, Some(90..)) => "critical",
        (AlertLevel::Warning, Some(60..)) => "major",
        (AlertLevel::Warning, _) => "minor",
    };
    Issue {
        engine_name: generator,
        description: one_line(&alert.message),
        check_name: &alert.rule,
        fingerprint: digest(&alert.fingerprint, 8),
        severity,
        location: Location { path: &alert.place.file, lines: Lines { begin: alert.place.line } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{AlertPlace, Alerts};

    #[test]
    fn what_is_answered_is_no_issue() {
        let alert = |answer: Option<&str>| AlertRow {
            rule: "SPF01".to_owned(),
            fingerprint: "SPF01@a".to_owned(),
            message: "a\nb".to_owned(),
            place: AlertPlace { file: "a.tm".to_owned(), line: 7, ..AlertPlace::default() },
            answer: answer.map(str::to_owned),
            rank: Some(95),
            ..AlertRow::default()
        };
        let report =
            Report { alerts: Alerts { all: vec![alert(None), alert(Some("x"))], ..Alerts::default() }, ..Report::default() };
        let issues: serde_json::Value = serde_json::from_str(&code_quality(&report)).expect("JSON");
        let issue = &issues.as_array().expect("a list")[..];
        assert_eq!(issue.len(), 1);
        assert_eq!(issue[0]["description"], "a b");
        assert_eq!(issue[0]["severity"], "critical");
        assert_eq!(issue[0]["location"]["lines"]["begin"], 7);
    }
}
