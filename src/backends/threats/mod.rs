//! The threat table: every finding with its state, risk, controls and grounds (checklist E). An internal document.

mod csv;
mod markdown;
mod section;
pub(super) mod wording;

pub use self::csv::csv;
pub use self::markdown::markdown;

use serde::Serialize;

use super::json::pretty;
use crate::report::{Report, ThreatRow, TitleBlock};

/// The threats as JSON has them.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    threats: &'a [ThreatRow],
}

/// The threats and the title block, in the shape the model's schema gives them.
pub fn json(report: &Report) -> String {
    pretty(&Document { schema_version: report.schema_version, title: &report.title, threats: &report.threats })
}

#[cfg(test)]
mod tests;
