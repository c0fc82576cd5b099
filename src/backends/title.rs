//! The title block as every artifact shows it (checklist row A1).

use super::page::{Inline, Page};
use super::{plain, stated};
use crate::report::TitleBlock;

/// The page's title, whether it is a draft, and what it describes.
pub(super) fn markdown(page: &mut Page, what: &str, title: &TitleBlock) {
    page.heading(1, &format!("{what}: {}", stated::filled(&title.device)));
    if let Some(remark) = draft(title) {
        page.alert("DRAFT.", &remark);
    }
    let rows: Vec<Vec<Inline>> = fields(title).into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect();
    page.table(&["About this document", "Statement"], &rows);
}

/// Headings of the columns that identify each row of a CSV file.
pub(super) const COLUMNS: [&str; 7] = [
    "device",
    "device model",
    "device version",
    "threat model revision",
    "threat model fingerprint",
    "approver",
    "document status",
];

/// The cells for [`COLUMNS`].
pub(super) fn cells(title: &TitleBlock) -> Vec<String> {
    let field = |value: &Option<String>| stated::text(value.as_deref());
    vec![
        stated::filled(&title.device),
        field(&title.model),
        field(&title.version),
        field(&title.revision),
        stated::filled(&title.model_hash),
        field(&title.approver),
        status(title),
    ]
}

/// What the artifact is about, and who wrote it.
pub(super) fn fields(title: &TitleBlock) -> Vec<(&'static str, String)> {
    let field = |value: &Option<String>| stated::text(value.as_deref());
    vec![
        ("Device", stated::filled(&title.device)),
        ("Manufacturer", field(&title.manufacturer)),
        ("Model or variant", field(&title.model)),
        ("Unique device identifier (UDI-DI)", field(&title.udi_di)),
        ("Device version", field(&title.version)),
        ("Revision of the threat model", field(&title.revision)),
        ("Fingerprint of the threat model", stated::filled(&title.model_hash)),
        ("Rule packs", stated::list(&title.packs, stated::NONE_STATED)),
        ("Written by", stated::filled(&title.generator)),
        ("Date", field(&title.date)),
        ("Author", field(&title.author)),
        ("Reviewer", field(&title.reviewer)),
        ("Approver", field(&title.approver)),
        ("Status", status(title)),
    ]
}

/// That it is a draft, and why.
pub(super) fn draft(title: &TitleBlock) -> Option<String> {
    title.draft.then(|| not_released(title))
}

/// Why it is a draft: nobody has approved it, or it is approved and the gate refuses it.
fn not_released(title: &TitleBlock) -> String {
    match title.status.as_deref() {
        Some("approved") => "Not released: the checks that the manufacturer has set for a release do not pass.".to_owned(),
        Some(status) => format!("Not released: the status of the threat model is “{}”.", plain::name(status)),
        None => "Not released: the threat model does not state that it is approved.".to_owned(),
    }
}

/// The status the model states; what is a draft says so first.
pub(super) fn status(title: &TitleBlock) -> String {
    let stated = plain::name(&stated::text(title.status.as_deref()));
    if title.draft { format!("DRAFT (status in the model: {stated})") } else { stated }
}
