//! Roles and logins, what protects the device, what is kept elsewhere, and whom to tell.

use super::document::Cx;
use super::{joined, or_not_yet};
use crate::backends::page::{Inline, Page};
use crate::backends::{plain, stated};
use crate::report::{FeatureRow, HeldRow};
use crate::words::capitalised;

/// Who may do what, and how people log in.
pub(super) fn roles(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions;
    if all.roles.is_empty() {
        page.paragraph("The manufacturer’s model describes nobody who works with the device.");
    } else {
        let row = |row: &crate::report::RoleRow| -> Vec<Inline> {
            vec![
                row.name.as_str().into(),
                or_not_yet(row.privileges.as_deref()).into(),
                or_not_yet(row.credentials.as_deref()).into(),
                joined(&row.ports, stated::NONE_STATED).into(),
            ]
        };
        page.table(&["Role", "May", "Login, and first credential", "Ports used"], &all.roles.iter().map(row).collect::<Vec<_>>());
    }
    if !all.logins.is_empty() {
        let row = |row: &crate::report::LoginRow| -> Vec<Inline> {
            let emergency = row.emergency.as_deref();
            vec![row.name.as_str().into(), plain::name(&row.login).into(), stated::text(emergency).into()]
        };
        page.table(
            &["Part of the device", "How people log in", "Can be operated in an emergency without a login"],
            &all.logins.iter().map(row).collect::<Vec<_>>(),
        );
    }
}

/// What protects the device, by layer, in the words meant for customers.
pub(super) fn features(page: &mut Page, cx: &Cx<'_>) {
    let all = &cx.report.instructions.features;
    if all.is_empty() {
        page.paragraph(Inline::words(&[
            Inline::strong("Not yet provided:"),
            "which security controls the device contains.".into(),
        ]));
        return;
    }
    let mut headings = vec!["Layer", "What the device does"];
    if cx.internal() {
        headings.extend(["Control (internal)", "Evidence (internal)"]);
    }
    let row = |row: &FeatureRow| -> Vec<Inline> {
        let layer = row.layer.as_deref().map_or_else(|| "not stated".to_owned(), capitalised);
        let mut cells: Vec<Inline> = vec![layer.into(), row.told.as_str().into()];
        if cx.internal() {
            cells.extend([Inline::code(&row.id), joined(&row.evidence, stated::NO_EVIDENCE).into()]);
        }
        cells
    };
    page.table(&headings, &all.iter().map(row).collect::<Vec<_>>());
}

/// What is kept outside the device, where, and how it is protected.
pub(super) fn hosting(page: &mut Page, cx: &Cx<'_>) {
    for service in &cx.report.instructions.hosted {
        let at = or_not_yet(service.hosted_at.as_deref());
        page.paragraph(Inline::words(&[
            Inline::strong(&format!("{}.", service.name)),
            service.purpose.as_deref().unwrap_or_default().into(),
            "Where, and by whom it is run:".into(),
            at.into(),
        ]));
        if service.data.is_empty() {
            page.paragraph("The manufacturer’s model describes nothing that is stored there.");
            continue;
        }
        let row = |row: &HeldRow| -> Vec<Inline> {
            vec![
                row.name.as_str().into(),
                stated::text(row.encrypted.as_deref()).into(),
                stated::text(row.backed_up.as_deref()).into(),
            ]
        };
        page.table(
            &["What is stored there", "Encrypted where it is stored", "Can be restored from a copy"],
            &service.data.iter().map(row).collect::<Vec<_>>(),
        );
    }
}

/// Whom to tell.
pub(super) fn contact(page: &mut Page, cx: &Cx<'_>) {
    let contact = or_not_yet(cx.report.instructions.contact.as_deref());
    page.paragraph(Inline::words(&[Inline::strong("Contact:"), contact.into()]));
    let manufacturer = stated::text(cx.report.title.manufacturer.as_deref());
    page.paragraph(Inline::words(&[Inline::strong("Manufacturer:"), manufacturer.into()]));
}
