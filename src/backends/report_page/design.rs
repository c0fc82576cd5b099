//! The tables of controls and of assumptions.

use super::links::{Links, encoded, fragment};
use super::markup::{Cell, Row, Table, attribute, text};
use crate::backends::{plain, stated};
use crate::report::{AssumptionRow, ControlRow, Report};

/// The place of a row that has one of its own.
fn place(kind: &str, id: &str) -> String {
    format!(" id=\"{}\" data-id=\"{}\"", attribute(&fragment(kind, id)), attribute(&encoded(id)))
}

/// What protects, how far it has come and what shows it.
pub(super) fn controls(report: &Report, links: &Links<'_>) -> String {
    let table = Table {
        caption: "Controls",
        class: "controls fixed",
        columns: &[
            "Control",
            "Class",
            "Status",
            "Requirement",
            "Verification and evidence",
            "Effects on safety",
            "Protects",
            "Counters",
        ],
        rows: report.controls.iter().map(|control| control_row(control, links)).collect(),
    };
    table.html("The model declares no controls.")
}

fn control_row(control: &ControlRow, links: &Links<'_>) -> Row {
    let kind = control.type_name.as_ref().map_or_else(String::new, |kind| format!("<br><small>{}</small>", text(kind)));
    let about = control.description.as_ref().map_or_else(String::new, |about| format!("<br>{}", text(about)));
    let class = control.measure.as_deref().map(plain::measure);
    let outside = if control.outside { "<br><small>outside the device</small>" } else { "" };
    let accepted =
        control.acceptance_criterion.as_ref().map_or_else(String::new, |text_of| format!("<br><small>{}</small>", text(text_of)));
    let mut shown: Vec<String> = control.verification.iter().chain(&control.evidence).map(|id| text(id)).collect();
    shown.dedup();
    shown.extend(control.result.as_ref().map(|result| format!("result: {}", text(result))));
    let shown = if shown.is_empty() { stated::NO_EVIDENCE.to_owned() } else { shown.join(", ") };
    let cells: Vec<Cell> = vec![
        format!("{}{kind}<br><code>{}</code>{about}", text(&control.name), text(&control.id)).into(),
        format!("{}{outside}", text(&stated::text(class.as_deref()))).into(),
        text(&stated::text(control.status.as_deref())).into(),
        format!("{}{accepted}", text(&stated::text(control.requirement.as_deref()))).into(),
        shown.into(),
        text(&stated::text(control.side_effects.as_deref())).into(),
        links.codes(&control.protects).into(),
        Cell::ranked(links.codes(&control.counters), control.counters.len()),
    ];
    Row { attributes: place("control", &control.id), cells }
}

/// What is taken for granted.
pub(super) fn assumptions(report: &Report) -> String {
    let row = |assumption: &AssumptionRow| Row {
        attributes: place("assumption", &assumption.id),
        cells: vec![
            format!("<code>{}</code>", text(&assumption.id)).into(),
            text(&assumption.text).into(),
            text(&stated::text(assumption.owner.as_deref())).into(),
            text(&stated::text(assumption.if_false.as_deref())).into(),
            text(&stated::text(assumption.measured_by.as_deref())).into(),
        ],
    };
    let table = Table {
        caption: "Assumptions",
        class: "assumptions",
        columns: &[
            "Id",
            "What is taken for granted",
            "Who answers for it",
            "What follows if it is false",
            "How one sees whether it holds",
        ],
        rows: report.assumptions.iter().map(row).collect(),
    };
    table.html("The model states no assumptions.")
}
