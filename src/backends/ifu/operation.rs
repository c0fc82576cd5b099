//! Settings, events, logs, updates and the end of support.

use super::document::Cx;
use super::{NOT_YET, joined, or_not_yet};
use crate::backends::page::{Inline, Page};
use crate::backends::{plain, stated};
use crate::report::SettingRow;

/// What can be configured: as shipped, what can be chosen, what changes and what risk that brings.
pub(super) fn settings(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.settings;
    if all.is_empty() {
        page.paragraph(Inline::words(&[Inline::strong("Not yet provided:"), "which settings bear on security.".into()]));
        return;
    }
    let rows: Vec<Vec<Inline>> = all.iter().map(|row| setting(row, cx)).collect();
    let mut headings = vec![
        "Setting",
        "As shipped",
        "Can be set to",
        "How it is set, and what changes",
        "Risk of another choice",
        "Who can change it",
    ];
    if cx.internal() {
        headings.push("Declared as (internal)");
    }
    page.table(&headings, &rows);
}

fn setting(row: &SettingRow, cx: &Cx<'_>) -> Vec<Inline> {
    let port = cx.report.ports.iter().find(|port| row.port && port.id == row.id);
    let as_shipped = or_not_yet(row.as_shipped.as_deref());
    let choices = if row.port { "see how it is set".to_owned() } else { or_not_yet(row.choices.as_deref()) };
    let who = match port.and_then(|port| port.access.as_deref()) {
        Some(access) if row.changed_by.is_empty() => plain::access(access),
        _ => joined(&row.changed_by, NOT_YET),
    };
    let mut cells: Vec<Inline> = vec![
        row.name.as_str().into(),
        if row.port { plain::default_state(&as_shipped).into() } else { as_shipped.into() },
        choices.into(),
        or_not_yet(row.effect.as_deref()).into(),
        or_not_yet(row.risk.as_deref()).into(),
        who.into(),
    ];
    if cx.internal() {
        cells.push(Inline::code(&row.id));
    }
    cells
}

/// What the device reports, and what there is to do.
pub(super) fn events(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.events;
    if all.is_empty() {
        page.paragraph(Inline::words(&[Inline::strong("Not yet provided:"), "which security events the device reports.".into()]));
        return;
    }
    let row = |row: &crate::report::EventRow| -> Vec<Inline> {
        vec![
            row.name.as_str().into(),
            or_not_yet(row.noticed.as_deref()).into(),
            or_not_yet(row.action.as_deref()).into(),
            stated::text(row.recorded.as_deref()).into(),
        ]
    };
    page.table(
        &["Event", "What you see or hear", "What you have to do", "Where it is recorded"],
        &all.iter().map(row).collect::<Vec<_>>(),
    );
}

/// Logs: where, how much, in which format, how they are exported.
pub(super) fn logs(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.logs;
    if all.is_empty() {
        page.paragraph("The manufacturer’s model describes no log on the device.");
        return;
    }
    let row = |row: &crate::report::LogRow| -> Vec<Inline> {
        vec![
            row.name.as_str().into(),
            joined(&row.data, stated::NONE_STATED).into(),
            or_not_yet(row.capacity.as_deref()).into(),
            or_not_yet(row.when_full.as_deref()).into(),
            or_not_yet(row.format.as_deref()).into(),
            or_not_yet(row.export.as_deref()).into(),
        ]
    };
    page.table(
        &["Log", "What is recorded", "How much", "When it is full", "Format", "How it is exported"],
        &all.iter().map(row).collect::<Vec<_>>(),
    );
}

/// How customers learn of updates, and how the device checks them.
pub(super) fn updates(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions;
    let mut rows: Vec<Vec<Inline>> = vec![
        vec!["Installed version described here".into(), or_not_yet(cx.report.title.version.as_deref()).into()],
        vec!["Where you see the installed version".into(), or_not_yet(all.version_shown.as_deref()).into()],
        vec!["How you learn of updates".into(), or_not_yet(all.update_notice.as_deref()).into()],
    ];
    for row in &all.updates {
        let what = format!("How the device checks an update of {}", crate::words::list(&row.names, "and"));
        rows.push(vec![what.into(), row.check.as_str().into()]);
    }
    page.table(&["Item", "Statement"], &rows);
}

/// Until when there is support.
pub(super) fn support(page: &mut Page, cx: &Cx<'_>) {
    let until = cx.report.scope.support_until.as_deref();
    page.paragraph(match until {
        Some(until) => format!("Security updates are provided until {until}."),
        None => "Until when security updates are provided is not yet determined.".to_owned(),
    });
}

/// How to get the bill of materials; never the list itself.
pub(super) fn bill(page: &mut Page, cx: &Cx<'_>) {
    page.paragraph("The bill of materials names each component of the software with its origin, version and build. It is sensitive and not part of this document.");
    let access = or_not_yet(cx.report.instructions.bill_access.as_deref());
    page.paragraph(Inline::words(&[Inline::strong("How to get it:"), access.into()]));
}
