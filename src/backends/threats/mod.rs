//! The threat table: every finding with its state, risk, controls and grounds (checklist E). An internal document.

mod csv;
mod markdown;
pub(super) mod risk;
mod section;
pub(super) mod wording;

pub use self::csv::table;
pub use self::markdown::page;

use serde::Serialize;

use super::json::pretty;
use crate::report::{Report, SchemeRow, ThreatRow, TitleBlock};

/// The threats as JSON has them.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    scheme: Option<&'a SchemeRow>,
    threats: &'a [ThreatRow],
}

/// The threats, the risk scheme and the title block, in the shape the model's schema gives them.
pub fn json(report: &Report) -> String {
    let Report { schema_version, title, scheme, threats, .. } = report;
    pretty(&Document { schema_version: *schema_version, title, scheme: scheme.as_ref(), threats })
}

#[cfg(test)]
mod tests;
