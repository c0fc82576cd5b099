//! Ports and connections, as the instructions for use list them (checklist rows C1 to C17).
//!
//! One list of columns feeds the page, the CSV and, by what it hides, the JSON: the three cannot disagree.

mod column;
mod json;
mod markdown;

pub use self::json::json;
pub use self::markdown::page;
pub(in crate::backends) use self::markdown::{firewall_table, marked_name, overview_table, section};

use self::column::columns;
use super::table::Table;
use crate::report::{FirewallRow, PortRow, Report};

/// Who reads the listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Who buys and runs the device: sees no findings, no places in files and no numbers of internal documents.
    Customer,
    /// The manufacturer.
    Internal,
}

/// Everything there is to say of a port to its manufacturer: what, and the statement.
pub(super) fn said(port: &PortRow, report: &Report) -> Vec<(&'static str, String)> {
    columns(Audience::Internal).into_iter().map(|column| (column.name, (column.value)(port, report))).collect()
}

/// The ports an audience sees: a customer those of the device, and those that the device or a place of use connects to; not those through which
/// only the manufacturer works.
pub(super) fn listed(report: &Report, audience: Audience) -> impl Iterator<Item = &PortRow> {
    report.ports.iter().filter(move |port| audience == Audience::Internal || !port.internal)
}

/// The connections an audience sees: a customer those of the ports that are listed, not how the manufacturer works inside.
fn firewall(report: &Report, audience: Audience) -> impl Iterator<Item = &FirewallRow> {
    let is_listed = move |id: &str| listed(report, audience).any(|port| port.id == id);
    report.firewall.iter().filter(move |row| audience == Audience::Internal || is_listed(&row.port))
}

/// The listing as a table: the ports and fields of the page, one row per port.
pub fn table(report: &Report, audience: Audience) -> Table {
    let columns = columns(audience);
    let headings: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let rows: Vec<Vec<String>> =
        listed(report, audience).map(|port| columns.iter().map(|column| (column.value)(port, report)).collect()).collect();
    Table::new(&headings, rows)
}

#[cfg(test)]
mod tests;
