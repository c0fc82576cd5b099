//! The decision records: one for each threat, with every field of the disposition record (checklist G1), and what they come to: classes of
//! control (G2), categories of control (G3), effects on safety (G4), controls outside the device (G5) and what is deferred (G6). An internal
//! document.

mod csv;
mod markdown;
mod record;
mod summary;
mod tables;

pub use self::csv::table;
pub use self::markdown::page;

use serde::Serialize;

use self::record::Record;
use self::summary::Summary;
use super::json::pretty;
use crate::report::{Report, TitleBlock};

/// The records as JSON has them.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    summary: Summary<'a>,
    decisions: Vec<Record<'a>>,
}

/// The records, what they come to, and the title block.
pub fn json(report: &Report) -> String {
    let decisions = Record::all(report);
    let summary = Summary::of(report, &decisions);
    pretty(&Document { schema_version: report.schema_version, title: &report.title, summary, decisions })
}

#[cfg(test)]
mod tests;
