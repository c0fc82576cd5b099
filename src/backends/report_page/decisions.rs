//! The tables of questions and of decisions.

use super::links::{Links, encoded, fragment};
use super::markup::{Cell, Row, Table, attribute, list, text};
use super::standing;
use crate::backends::threats::wording;
use crate::backends::{plain, stated};
use crate::report::{QuestionRow, Report, ResponseRow, ThreatRow};

/// What the model leaves unsaid.
pub(super) fn questions(report: &Report, links: &Links<'_>) -> String {
    let row = |(at, question): (usize, &QuestionRow)| {
        let place = attribute(&fragment("question", &question.id));
        let threats: Vec<String> = question.threats.iter().map(|id| links.code(id)).collect();
        let cells = vec![
            Cell::ranked(format!("{}<br><code>{}</code>", text(&question.text), text(&question.id)), at),
            links.name(&question.element, &question.element_name).into(),
            text(&question.answers).into(),
            Cell::ranked(list(&threats), question.threats.len()),
            // the order of the list is that of the severity
            Cell::ranked(text(&stated::text(question.severity.as_deref())), at),
            format!("<code>{}</code>", text(&question.place)).into(),
        ];
        Row { attributes: format!(" id=\"{place}\" data-id=\"{}\"", attribute(&encoded(&question.id))), cells }
    };
    let table = Table {
        caption: "Facts nobody has stated, most consequential first, with the threats that hang on each",
        class: "questions fixed",
        columns: &["Question", "About", "Answered by", "Threats undecided until then", "Worst severity", "Where to say it"],
        rows: report.questions.iter().enumerate().map(row).collect(),
    };
    table.html("Nothing is asked: no threat hangs on a fact that the model leaves unsaid.")
}

/// What was decided, by whom and why, and whether it still holds.
pub(super) fn body(report: &Report, links: &Links<'_>) -> String {
    let decided = report.threats.iter().filter_map(|threat| Some((threat, threat.response.as_ref()?)));
    let row = |(threat, response): (&ThreatRow, &ResponseRow)| Row {
        attributes: String::new(),
        cells: vec![
            format!("{}<br>{}", links.code(&threat.id), text(&threat.title)).into(),
            text(&plain::name(&response.decision)).into(),
            text(&response.reason).into(),
            text(&stated::text(response.approved_by.as_deref())).into(),
            text(&standing_of(threat, response)).into(),
            Cell::ranked(standing::state(threat.state), standing::state_rank(threat.state)),
            text(&stated::list(&response.evidence, stated::NO_EVIDENCE)).into(),
            format!("<code>{}</code>", text(&response.place)).into(),
        ],
    };
    let table = Table {
        caption: "Decisions on threats",
        class: "decisions fixed",
        columns: &["Threat", "Decision", "Reason", "Approved by", "Does it hold", "State", "Evidence", "Written at"],
        rows: decided.map(row).collect(),
    };
    table.html("No decision is recorded.")
}

/// Whether a decision still counts, in words.
pub(super) fn standing_of(threat: &ThreatRow, response: &ResponseRow) -> String {
    if let Some(reopened) = wording::reopened(threat) {
        return format!("under review: {reopened}");
    }
    if response.under_review {
        return "under review: its ground has moved, so that it counts for nothing until then".to_owned();
    }
    match (&response.until, response.expired) {
        (until, true) => format!("expired on {}, so that the threat counts as open", stated::text(until.as_deref())),
        (Some(until), false) => format!("valid until {until}"),
        (None, false) => "end of validity not stated".to_owned(),
    }
}
