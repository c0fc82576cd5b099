//! What others see to, and what risks remain.

use super::document::{Cx, gap};
use super::{NOT_YET, codes, joined, or_not_yet};
use crate::backends::page::{Inline, Page};
use crate::report::{Content, RequirementRow};

/// What the environment has to provide: measurable, each with its owner and its reference.
pub(super) fn requirements(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions;
    page.paragraph("The device relies on the following. Whoever is named makes sure that it holds, and checks it as described.");
    let mut headings =
        vec!["What", "Requirement", "How to check it", "Required or recommended", "Responsible", "Concerns", "Reference"];
    if cx.internal() {
        headings.extend(["Relied on by (internal)", "Threats (internal)", "Declared at (internal)"]);
    }
    let mut rows: Vec<Vec<Inline>> = all.requirements.iter().map(|row| requirement(row, cx.internal())).collect();
    rows.extend(all.unrequired.iter().map(|asked| {
        let mut cells = vec![Inline::text("–"); headings.len()];
        cells[0] = asked.title.as_str().into();
        cells[1] = gap(cx, &asked.asks, &asked.id);
        cells
    }));
    page.table(&headings, &rows);
}

fn requirement(row: &RequirementRow, internal: bool) -> Vec<Inline> {
    let mut cells: Vec<Inline> = vec![
        row.kind.as_str().into(),
        row.text.as_str().into(),
        if row.nothing_needed { "nothing to check".into() } else { or_not_yet(row.measured_by.as_deref()).into() },
        row.importance.as_str().into(),
        if row.nothing_needed { "nobody".into() } else { or_not_yet(row.owner.as_deref()).into() },
        joined(&row.concerns, "the device as a whole").into(),
        Inline::code(&row.id),
    ];
    if internal {
        let none = || Inline::text("none: no element and no decision names it");
        cells.push(if row.nothing_needed && row.relied_on_by.is_empty() {
            "none".into()
        } else if row.relied_on_by.is_empty() {
            none()
        } else {
            codes(&row.relied_on_by)
        });
        cells.push(if row.threats.is_empty() { "none".into() } else { codes(&row.threats) });
        cells.push(Inline::code(&row.place));
    }
    cells
}

/// Controls that others put in place, each with the reason why this device needs it.
pub(super) fn measures(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.environment;
    if all.is_empty() {
        page.paragraph("No control around the device is stated beyond the requirements above.");
        return;
    }
    let mut headings = vec!["Control", "Required or recommended", "Why this device needs it", "Responsible"];
    if cx.internal() {
        headings.extend(["Control (internal)", "Protects (internal)", "Threats (internal)"]);
    }
    let rows: Vec<Vec<Inline>> = all
        .iter()
        .map(|row| {
            let told: Inline = row.told.as_deref().unwrap_or_default().into();
            let mut cells = vec![
                Inline::lines(&[Inline::strong(&row.name), told]),
                or_not_yet(row.importance.as_deref()).into(),
                or_not_yet(row.reason.as_deref()).into(),
                row.owner.as_str().into(),
            ];
            if cx.internal() {
                cells.extend([Inline::code(&row.id), codes(&row.protects), codes(&row.threats)]);
            }
            cells
        })
        .collect();
    page.table(&headings, &rows);
}

/// Risks that remain, as sentences, by who has to act on them.
pub(super) fn sentences(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.sentences;
    if all.is_empty() {
        page.paragraph("No remaining risk is stated for which others have to do something.");
        return;
    }
    page.paragraph("These risks remain with the measures that the device takes. Do what the sentence says.");
    let mut headings = vec!["What remains, and what to do", "Addressed to", "Concerns", "Reference"];
    if cx.internal() {
        headings.extend(["Threats (internal)", "Remarks (internal)"]);
    }
    let rows: Vec<Vec<Inline>> = all
        .iter()
        .map(|row| {
            let mut cells: Vec<Inline> = vec![
                row.text.as_str().into(),
                row.recipient.as_deref().unwrap_or("everybody").into(),
                joined(&row.concerns, "the device as a whole").into(),
                codes(&row.references),
            ];
            if cx.internal() {
                cells.extend([codes(&row.threats), joined(&row.remarks, "none").into()]);
            }
            cells
        })
        .collect();
    page.table(&headings, &rows);
}

/// What follows where the environment or the configuration is changed.
pub(super) fn consequences(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions;
    let mut rows: Vec<Vec<Inline>> = Vec::new();
    for row in all.requirements.iter().filter(|row| !row.nothing_needed) {
        let what = Inline::words(&["This no longer holds:".into(), row.text.as_str().into()]);
        rows.push(vec![what, or_not_yet(row.if_false.as_deref()).into()]);
    }
    for row in &all.settings {
        let what = format!("“{}” is set to anything else than as shipped", row.name);
        rows.push(vec![what.into(), or_not_yet(row.risk.as_deref()).into()]);
    }
    if rows.is_empty() {
        page.paragraph(Inline::strong("Not yet provided."));
        return;
    }
    page.table(&["If this changes", "This follows"], &rows);
}

/// Every measure with the one who sees to it.
pub(super) fn duties(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions;
    let mut rows: Vec<(String, Inline, Option<&str>)> = Vec::new();
    for row in all.requirements.iter().filter(|row| !row.nothing_needed) {
        let owner = or_not_yet(row.owner.as_deref());
        rows.push((owner, row.text.as_str().into(), cx.number_of(Content::Requirements)));
    }
    for row in &all.environment {
        rows.push((row.owner.clone(), row.name.as_str().into(), cx.number_of(Content::Environment)));
    }
    for row in &all.sentences {
        let owner = row.recipient.clone().unwrap_or_else(|| "user".to_owned());
        rows.push((owner, row.text.as_str().into(), cx.number_of(Content::RemainingRisk)));
    }
    if rows.is_empty() {
        page.paragraph("Nothing is left to others.");
        return;
    }
    page.paragraph("Each measure outside the device has one who sees to it. What the manufacturer does is said below.");
    // by owner, in the order in which the owners first come up
    let mut owners: Vec<String> = Vec::new();
    for (owner, ..) in &rows {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    rows.sort_by_key(|(owner, ..)| owners.iter().position(|known| known == owner));
    let rows: Vec<Vec<Inline>> = rows
        .into_iter()
        .map(|(owner, what, section)| vec![Inline::strong(&owner), what, section.unwrap_or(NOT_YET).into()])
        .collect();
    page.table(&["Who", "Sees to", "Section"], &rows);
}
