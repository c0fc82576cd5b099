//! One threat in full.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::wording;
use crate::backends::page::{Inline, Page};
use crate::backends::{plain, stated};
use crate::report::{QuestionRow, ResponseRow, ThreatRow};

/// The texts of the questions, by identity.
pub(super) struct Questions<'r>(IndexMap<&'r str, &'r str, FxBuildHasher>);

impl<'r> Questions<'r> {
    pub(super) fn of(rows: &'r [QuestionRow]) -> Self {
        Self(rows.iter().map(|question| (question.id.as_str(), question.text.as_str())).collect())
    }
}

/// The section of a threat: statement, then everything known of it as a table.
pub(super) fn threat(page: &mut Page, threat: &ThreatRow, questions: &Questions<'_>) {
    page.heading_of(3, &threat.id, &threat.title);
    page.paragraph(stated::filled(&threat.statement));
    let mut rows = what(threat);
    rows.extend(why(threat, questions));
    rows.extend(against(threat));
    rows.extend(references(threat));
    page.table(&["Item", "Statement"], &rows);
}

/// How a countered threat is countered: by controls, by a decision, or by neither of them.
pub(super) fn mitigation(threat: &ThreatRow) -> Inline {
    let mut ways: Vec<Inline> = threat.controls.iter().map(|control| wording::control_short(control).into()).collect();
    ways.extend(threat.response.as_ref().map(|said| response(threat, said)));
    if ways.is_empty() {
        return "no control; the facts it rests on counter it".into();
    }
    Inline::lines(&ways)
}

/// The clauses a threat touches.
pub(super) fn clauses(threat: &ThreatRow) -> Inline {
    lines(threat.clauses.iter().map(wording::clause), "none")
}

fn what(threat: &ThreatRow) -> Vec<Vec<Inline>> {
    let element = Inline::words(&[
        stated::filled(&threat.element_name).into(),
        Inline::code(&threat.element),
        format!("({})", stated::filled(&threat.element_kind)).into(),
    ]);
    let mut rows = vec![
        row(
            "State",
            Inline::words(&[Inline::strong(threat.state.word()), format!("– {}", wording::meaning(threat.state)).into()]),
        ),
        row("Element", element),
        row("Category", stated::filled(&threat.category).into()),
        row("Entry point", stated::filled(&threat.entry).into()),
        row("Risk before controls", wording::risk(&threat.risk_before).into()),
        row("Risk after controls", wording::risk(&threat.risk_after).into()),
        row("How it was rated", lines(threat.risk_steps.iter().map(wording::step), stated::NOT_STATED)),
        row("Harms and hazards of the safety risk file", lines(threat.harms.iter().map(wording::harm), "no harm named")),
        row("Several patients at once", patients(threat)),
    ];
    rows.extend(wording::reopened(threat).map(|reason| row("Open again because of", reason.into())));
    rows.extend(threat.cvss.as_ref().map(|vector| row("CVSS, which decides nothing here", wording::vector(vector).into())));
    rows
}

fn patients(threat: &ThreatRow) -> Inline {
    let facts = threat.multi_patient.facts.iter().map(wording::fact);
    lines([wording::patients(&threat.multi_patient)].into_iter().chain(facts), "")
}

fn why(threat: &ThreatRow, questions: &Questions<'_>) -> Vec<Vec<Inline>> {
    let mut rows = vec![row("Why it is listed", lines(threat.why.iter().map(wording::fact), stated::NONE_STATED))];
    if !threat.missing.is_empty() {
        let missing: Vec<Inline> = threat.missing.iter().map(|id| missing(id, questions)).collect();
        rows.push(row("Facts missing", Inline::lines(&missing)));
    }
    rows
}

fn missing(id: &str, questions: &Questions<'_>) -> Inline {
    match questions.0.get(id) {
        Some(text) => Inline::words(&[(*text).into(), Inline::code(id)]),
        None => Inline::code(id),
    }
}

fn against(threat: &ThreatRow) -> Vec<Vec<Inline>> {
    let mut rows = vec![row("Controls", lines(threat.controls.iter().map(wording::control), wording::no_control(threat)))];
    if threat.unevidenced {
        rows.push(row("Evidence", "a counter-measure it rests on has no evidence recorded".into()));
    }
    if !threat.planned.is_empty() {
        rows.push(row("Planned controls, which do not count yet", lines(threat.planned.iter().map(wording::control), "none")));
    }
    let decision = threat.response.as_ref().map_or_else(|| "no decision recorded".into(), |said| response(threat, said));
    rows.push(row("Decision", decision));
    rows.push(row("Types of control that can counter it, where they fit", lines(threat.fix.iter().cloned(), "none suggested")));
    if let Some(advice) = &threat.advice {
        rows.push(row("Advice", advice.as_str().into()));
    }
    rows
}

fn response(threat: &ThreatRow, response: &ResponseRow) -> Inline {
    let reopened = wording::reopened(threat);
    let until = match (&response.until, response.expired) {
        _ if reopened.is_some() => format!("UNDER REVIEW: {}", reopened.unwrap_or_default()),
        _ if response.under_review => "UNDER REVIEW: its ground has moved, so that it counts for nothing until then".to_owned(),
        (Some(until), true) => {
            format!("valid until {until}: EXPIRED, so that the threat counts as open")
        }
        (Some(until), false) => format!("valid until {until}"),
        (None, true) => "EXPIRED, so that the threat counts as open".to_owned(),
        (None, false) => "end of validity not stated".to_owned(),
    };
    Inline::lines(&[
        Inline::words(&[
            Inline::strong(&format!("{}:", plain::name(&stated::filled(&response.decision)))),
            stated::filled(&response.reason).into(),
        ]),
        format!("approved by: {}; {until}", stated::text(response.approved_by.as_deref())).into(),
        wording::evidence(&response.evidence).into(),
        format!("written at {}", stated::filled(&response.place)).into(),
    ])
}

fn references(threat: &ThreatRow) -> Vec<Vec<Inline>> {
    vec![
        row("Clauses it touches", clauses(threat)),
        row("Related entries (not proof)", stated::list(&wording::related(threat), "none").into()),
        row("Rule", Inline::code(&threat.rule)),
        row("Element declared at", stated::filled(&threat.place).into()),
    ]
}

fn row(name: &str, value: Inline) -> Vec<Inline> {
    vec![name.into(), value]
}

fn lines(texts: impl Iterator<Item = String>, nothing: &str) -> Inline {
    let lines: Vec<Inline> = texts.map(Inline::from).collect();
    if lines.is_empty() { nothing.into() } else { Inline::lines(&lines) }
}
