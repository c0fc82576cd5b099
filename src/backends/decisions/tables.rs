//! The tables before the records: what a reviewer asks about all decisions together.

use super::record::Record;
use super::summary::Summary;
use crate::backends::page::{Inline, Page};
use crate::backends::stated;
use crate::backends::threats::wording;
use crate::report::{ControlRow, Report};

/// Classes in the order of risk control.
const CLASSES: [&str; 4] = [
    "(a) inherently safe design",
    "(b) protective measure",
    "(c) information for security only",
    "none: open, undecided, accepted as it is, dismissed, or countered by facts without a control",
];

/// How many records there are, and what they lack.
pub(super) fn completeness(page: &mut Page, summary: &Summary<'_>) {
    page.heading(2, "Summary");
    let blanks: usize = summary.not_stated.iter().map(|(_, count)| count).sum();
    page.paragraph(Inline::words(&[
        Inline::strong(&format!(
            "Records: {}. Without a decision: {}. Fields not stated: {blanks}.",
            summary.records, summary.undecided
        )),
        "A field that nobody has stated is shown as “not stated” and counted here; none is left blank.".into(),
    ]));
    if !summary.not_stated.is_empty() {
        let rows: Vec<Vec<Inline>> =
            summary.not_stated.iter().map(|(name, count)| vec![(*name).into(), count.to_string().into()]).collect();
        page.table(&["Field", "Records in which it is not stated"], &rows);
    }
}

/// G2.
pub(super) fn classes(page: &mut Page, summary: &Summary<'_>) {
    page.heading(2, "Order of risk control");
    page.paragraph("Risks are first removed by safe design, then reduced by protective measures, and only then left to information. A threat counts for the highest class of what counters it. Information alone lowers no risk.");
    let rows: Vec<Vec<Inline>> = summary
        .classes
        .iter()
        .zip(CLASSES)
        .map(|(count, class)| vec![class.into(), count.threats.to_string().into(), count.controls.to_string().into()])
        .collect();
    page.table(&["Class", "Threats", "Controls"], &rows);
    if !summary.unreasoned.is_empty() {
        page.paragraph("Met by information alone, without a reason against design or protection:");
        page.list(&summary.unreasoned.iter().map(|id| Inline::code(id)).collect::<Vec<_>>());
    }
}

/// G3.
pub(super) fn categories(page: &mut Page, report: &Report, summary: &Summary<'_>) {
    page.heading(2, "Controls by category");
    page.paragraph("The categories are those of Appendix 1 of the FDA's premarket guidance. For a type of the library the assignment is the library's judgement.");
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    for category in &summary.categories {
        if category.controls.is_empty() {
            let question = "no control: which one does the device have, or why is none needed?";
            rows.push(vec![category.category.into(), Inline::strong("Question"), question.into(), "".into(), "".into()]);
        }
        rows.extend(category.controls.iter().filter_map(|id| control(report, id)).map(|control| row(category.category, control)));
    }
    rows.extend(
        summary.uncategorised.iter().filter_map(|id| control(report, id)).map(|control| row("category not stated", control)),
    );
    let rows: Vec<Vec<Inline>> = rows
        .into_iter()
        .map(|row| row.into_iter().map(|cell| if cell == Inline::default() { "–".into() } else { cell }).collect())
        .collect();
    page.table(&["Category", "Control", "Requirement", "Acceptance criterion", "Verification"], &rows);
}

fn row(category: &str, control: &ControlRow) -> Vec<Inline> {
    let tests = if control.verification.is_empty() { &control.evidence } else { &control.verification };
    let result = control.result.as_ref().map_or(String::new(), |result| format!(": {result}"));
    vec![
        category.into(),
        name(control),
        stated::text(control.requirement.as_deref()).into(),
        stated::text(control.acceptance_criterion.as_deref()).into(),
        format!("{}{result}", stated::list(tests, stated::NOT_STATED)).into(),
    ]
}

/// G4.
pub(super) fn side_effects(page: &mut Page, report: &Report, summary: &Summary<'_>) {
    page.heading(2, "Effects of the controls on safety");
    page.paragraph("What a control could do to safety: lock users out, blank a screen, silence or delay an alarm.");
    let not_stated = summary.side_effects_not_stated.len();
    page.paragraph(Inline::strong(&format!("Controls whose effects are not stated: {not_stated}.")));
    let stated: Vec<Vec<Inline>> = report
        .controls
        .iter()
        .filter(|control| !summary.side_effects_not_stated.contains(&control.id.as_str()))
        .map(|control| vec![name(control), stated::text(control.side_effects.as_deref()).into()])
        .collect();
    let unstated = summary.side_effects_not_stated.iter().filter_map(|id| control(report, id));
    let unstated: Vec<Vec<Inline>> = unstated.map(|control| vec![name(control), stated::NOT_STATED.into()]).collect();
    table(page, &["Control", "Effect on safety"], &[stated, unstated].concat(), "The model declares no control.");
}

/// G5.
pub(super) fn outside(page: &mut Page, report: &Report, summary: &Summary<'_>) {
    page.heading(2, "Controls outside the device");
    page.paragraph("Controls of the environment and compensating controls: what they protect stands outside the device, or they are information for whoever runs it. They do not make up for a weakness of the device without a justification, and what the operator has to do belongs in the instructions for use.");
    let rows: Vec<Vec<Inline>> = summary
        .outside
        .iter()
        .filter_map(|id| control(report, id))
        .map(|control| {
            let class = control.class.as_deref().map_or_else(|| stated::NOT_STATED.to_owned(), |class| format!("({class})"));
            vec![
                name(control),
                class.into(),
                stated::list(&control.protects, "nothing").into(),
                stated::text(control.description.as_deref()).into(),
            ]
        })
        .collect();
    table(page, &["Control", "Class", "Protects", "Justification"], &rows, "none");
}

/// G6.
pub(super) fn deferred(page: &mut Page, records: &[Record<'_>], summary: &Summary<'_>) {
    page.heading(2, "Deferred to a later release");
    let rows: Vec<Vec<Inline>> = summary
        .deferred
        .iter()
        .map(|deferred| {
            let risk = records.get(deferred.at).map(|record| wording::risk(&record.threat.risk_after)).unwrap_or_default();
            vec![Inline::code(deferred.id), risk.into(), stated::filled(deferred.reason).into(), deferred.release.into()]
        })
        .collect();
    table(page, &["Threat", "Risk until then", "Reason", "Target release"], &rows, "none");
}

fn table(page: &mut Page, headings: &[&str], rows: &[Vec<Inline>], nothing: &str) {
    match rows {
        [] => page.paragraph(nothing),
        _ => page.table(headings, rows),
    }
}

fn control<'r>(report: &'r Report, id: &str) -> Option<&'r ControlRow> {
    report.controls.iter().find(|control| control.id == id)
}

fn name(control: &ControlRow) -> Inline {
    Inline::words(&[stated::filled(&control.name).into(), Inline::code(&control.id)])
}
