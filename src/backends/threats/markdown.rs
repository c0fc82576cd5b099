//! The threat table for a human reader: what needs a decision first, what is countered last, and how it was found.

use std::collections::BTreeSet;

use super::risk;
use super::section;
use super::wording::{self, STATES};
use crate::backends::page::{Inline, Page};
use crate::backends::{stated, title};
use crate::report::{Report, State, ThreatRow};

/// The page.
pub fn page(report: &Report) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Threats", &report.title);
    summary(&mut page, report);
    scope(&mut page, report);
    risk::policy(&mut page, report);
    overview(&mut page, report);
    let questions = section::Questions::of(&report.questions);
    for (state, heading) in DETAILED {
        let threats = in_state(report, state);
        if !threats.is_empty() {
            page.heading(2, heading);
        }
        for threat in threats {
            section::threat(&mut page, threat, &questions);
        }
    }
    mitigated(&mut page, report);
    risk::hazards(&mut page, report);
    risk::conclusion(&mut page, report);
    controls(&mut page, report);
    assumptions(&mut page, report);
    method(&mut page, report);
    page
}

/// States whose threats get a section each.
const DETAILED: [(State, &str); 6] = [
    (State::Open, "Open threats"),
    (State::Question, "Threats that hang on an unanswered question"),
    (State::Accepted, "Accepted threats"),
    (State::Transferred, "Transferred threats"),
    (State::Avoided, "Avoided threats"),
    (State::Dismissed, "Dismissed threats"),
];

fn in_state(report: &Report, state: State) -> Vec<&ThreatRow> {
    report.threats.iter().filter(|threat| threat.state == state).collect()
}

fn summary(page: &mut Page, report: &Report) {
    let summary = &report.summary;
    page.heading(2, "Summary");
    page.paragraph(Inline::words(&[
        Inline::strong(&format!("Questions unanswered: {}.", summary.questions)),
        format!(
            "Threats that cannot be decided before they are answered: {}. A fact the model does not state is treated as unknown, never as favourable.",
            summary.undecided
        )
        .into(),
    ]));
    let count = |state: State| match state {
        State::Open => summary.open,
        State::Question => summary.undecided,
        State::Accepted => summary.accepted,
        State::Transferred => summary.transferred,
        State::Avoided => summary.avoided,
        State::Dismissed => summary.dismissed,
        State::Mitigated => summary.mitigated,
    };
    let rows: Vec<Vec<Inline>> = STATES
        .into_iter()
        .map(|state| vec![state.word().into(), count(state).to_string().into(), wording::meaning(state).into()])
        .collect();
    page.table(&["State", "Threats", "Meaning"], &rows);
    page.paragraph(
        "The list was derived from the model by rules. It is an aid to the analysis: it can be no better than the model, and threats may exist that no rule describes.",
    );
}

fn scope(page: &mut Page, report: &Report) {
    let row = |name: &str, value: &Option<String>| vec![name.into(), stated::text(value.as_deref()).into()];
    page.heading(2, "Scope");
    page.table(
        &["What the device is for", "Statement"],
        &[
            row("Intended use", &report.scope.intended_use),
            row("Users", &report.scope.users),
            row("Environments of use", &report.scope.environment),
            row("End of security support", &report.scope.support_until),
        ],
    );
}

fn overview(page: &mut Page, report: &Report) {
    page.heading(2, "Overview");
    if report.threats.is_empty() {
        page.paragraph("No rule found a threat or a question in this model.");
        return;
    }
    page.paragraph("Risk is the level of the matrix (exploitability / severity of harm), without controls → with the controls and decisions in place. Exploitability says how easily a weakness is used; it is not a probability.");
    page.paragraph("The letter behind a control is its class in the order of risk control: (a) inherently safe design, (b) protective measure, (c) information for security.");
    let rows: Vec<Vec<Inline>> = STATES
        .into_iter()
        .flat_map(|state| in_state(report, state))
        .map(|threat| {
            let controls: Vec<String> = threat.controls.iter().map(wording::control_class).collect();
            vec![
                Inline::code(&threat.id),
                threat.title.as_str().into(),
                threat.element_name.as_str().into(),
                threat.category.as_str().into(),
                Inline::strong(threat.state.word()),
                wording::change(threat).into(),
                stated::list(&controls, wording::no_control(threat)).into(),
            ]
        })
        .collect();
    page.table(&["Id", "Threat", "Element", "Category", "State", "Risk before → after", "Controls"], &rows);
}

fn mitigated(page: &mut Page, report: &Report) {
    let threats = in_state(report, State::Mitigated);
    if threats.is_empty() {
        return;
    }
    page.heading(2, "Mitigated threats");
    page.paragraph("Countered threats stay listed, so that a change to a control shows what it holds back.");
    let lines = |texts: Vec<String>| Inline::lines(&texts.into_iter().map(Inline::from).collect::<Vec<_>>());
    let rows: Vec<Vec<Inline>> = threats
        .into_iter()
        .map(|threat| {
            let mut evidence: Vec<String> = threat
                .controls
                .iter()
                .map(|control| format!("{}: {}", control.id, wording::evidence(&control.evidence)))
                .collect();
            if let Some(response) = &threat.response {
                evidence.push(format!("decision: {}", wording::evidence(&response.evidence)));
            }
            if threat.unevidenced {
                evidence.push("a counter-measure it rests on has no evidence recorded".to_owned());
            }
            vec![
                Inline::code(&threat.id),
                threat.statement.as_str().into(),
                section::mitigation(threat),
                if evidence.is_empty() { stated::NO_EVIDENCE.into() } else { lines(evidence) },
                lines(threat.why.iter().map(wording::fact).collect()),
                section::clauses(threat),
            ]
        })
        .collect();
    page.table(&["Id", "Statement", "Controls (class, status)", "Evidence", "Facts it rests on", "Clauses"], &rows);
}

/// The way back: what each control is there for.
fn controls(page: &mut Page, report: &Report) {
    if report.controls.is_empty() {
        return;
    }
    page.heading(2, "Controls and the threats they counter");
    let codes = |ids: &[String]| match ids {
        [] => "none".into(),
        ids => Inline::lines(&ids.iter().map(|id| Inline::code(id)).collect::<Vec<_>>()),
    };
    // nobody is to read a control that is only planned as one that counters anything
    let planned: BTreeSet<&str> =
        report.threats.iter().flat_map(|threat| &threat.planned).map(|control| control.id.as_str()).collect();
    let counters = |id: &str, threats: &[String]| match planned.contains(id) {
        true => Inline::lines(&["none yet; planned for:".into(), codes(threats)]),
        false => codes(threats),
    };
    let rows: Vec<Vec<Inline>> = report
        .controls
        .iter()
        .map(|control| {
            vec![
                Inline::code(&control.id),
                control.name.as_str().into(),
                stated::text(control.measure.as_deref()).into(),
                stated::text(control.status.as_deref()).into(),
                wording::evidence(&control.evidence).into(),
                codes(&control.protects),
                counters(&control.id, &control.counters),
            ]
        })
        .collect();
    page.table(&["Id", "Control", "Class", "Status", "Evidence", "Protects", "Counters"], &rows);
}

fn assumptions(page: &mut Page, report: &Report) {
    if report.assumptions.is_empty() {
        return;
    }
    page.heading(2, "Assumptions");
    let rows: Vec<Vec<Inline>> = report
        .assumptions
        .iter()
        .map(|assumption| {
            vec![
                Inline::code(&assumption.id),
                assumption.text.as_str().into(),
                stated::text(assumption.owner.as_deref()).into(),
                stated::text(assumption.if_false.as_deref()).into(),
                stated::text(assumption.measured_by.as_deref()).into(),
            ]
        })
        .collect();
    page.table(
        &[
            "Id",
            "What is taken for granted",
            "Who answers for it",
            "What follows if it is false",
            "How one sees whether it holds",
        ],
        &rows,
    );
}

fn method(page: &mut Page, report: &Report) {
    page.heading(2, "Method");
    if report.method.is_empty() {
        page.paragraph(stated::NOT_STATED);
    }
    for paragraph in &report.method {
        page.paragraph(paragraph.as_str());
    }
    page.heading(3, "How to read the references");
    page.list(&[
        "CWE, CAPEC and EMB3D entries (TID-…) are related reading. They do not show that the device has the weakness.".into(),
        "A clause is named because the threat touches its subject. In brackets: document and edition; whether it is law, guidance, a standard or the work of a community.".into(),
        "A mark in square brackets after a clause means that its wording was not taken from the original: check it before it is cited. “second hand” was read in a text that quotes it, “recalled” comes from memory, “judgement” is an assignment of our own.".into(),
    ]);
}
