//! The records for a spreadsheet: one row a threat, every field a column.

use super::record::Record;
use crate::backends::stated;
use crate::backends::table::Table;
use crate::report::Report;

/// The table, in the order of the report's threats.
pub fn table(report: &Report) -> Table {
    let records = Record::all(report);
    let empty = crate::report::ThreatRow::default();
    let names: Vec<&str> = Record::blank(&empty).fields().iter().map(|field| field.name).collect();
    let mut headings = vec!["id", "title", "state", "strategy", "class"];
    headings.extend(names);
    headings.extend(["number of fields not stated", "place of the decision"]);
    let rows: Vec<Vec<String>> = records.iter().map(cells).collect();
    Table::new(&headings, rows)
}

fn cells(record: &Record<'_>) -> Vec<String> {
    let threat = record.threat;
    let mut cells = vec![
        record.id.to_owned(),
        threat.title.clone(),
        threat.state.word().to_owned(),
        record.strategy.unwrap_or("not decided").to_owned(),
        record.class.unwrap_or("none").to_owned(),
    ];
    cells.extend(record.fields().iter().map(super::record::Field::text));
    cells.push(record.not_stated.len().to_string());
    cells.push(threat.response.as_ref().map_or_else(|| "no decision".to_owned(), |response| stated::filled(&response.place)));
    cells
}
