//! The trace for a spreadsheet: one row a chain, the broken ones first, then what no chain leads to.

use super::chain::{self, chains};
use crate::backends::stated;
use crate::backends::table::Table;
use crate::backends::threats::wording;
use crate::report::Report;

const COLUMNS: [&str; 14] = [
    "kind",
    "id",
    "what",
    "element",
    "state",
    "risk before and after",
    "hazards",
    "control",
    "requirement",
    "verification",
    "result",
    "statement in the instructions for use",
    "components",
    "what is missing",
];

/// What a cell says that does not fit the kind of row.
const NOT_APPLICABLE: &str = "not applicable";

/// The table.
pub fn table(report: &Report) -> Table {
    let chains = chains(report);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in report.software.iter().filter(|row| row.is_unmapped()) {
        rows.push(bare("software", &row.element, &row.element_name, "no bill of materials, and not said to be own code only"));
    }
    for control in chain::idle_controls(report) {
        let mut cells = bare("control", &control.id, &control.name, "no threat leads to it");
        cells[7] = control.id.clone();
        cells[8..11].clone_from_slice(&chain::shown_by(control));
        rows.push(cells);
    }
    for chain in &chains {
        let threat = chain.threat;
        let [requirement, verification, result] = chain.control.map_or([NOT_APPLICABLE; 3].map(str::to_owned), chain::shown_by);
        rows.push(vec![
            "threat".to_owned(),
            threat.id.clone(),
            threat.statement.clone(),
            threat.element.clone(),
            threat.state.word().to_owned(),
            wording::change(threat),
            stated::list(&chain::hazards(threat), stated::NONE_STATED),
            chain.control.map_or("none".to_owned(), |control| control.id.clone()),
            requirement,
            verification,
            result,
            chain::statement(threat).unwrap_or_else(|| "none".to_owned()),
            stated::list(&chain::components(chain), stated::NONE_STATED),
            stated::list(&chain.broken, "nothing"),
        ]);
    }
    for row in &report.software {
        for component in &row.components {
            let name = chain::label(component);
            let found = row.vulnerabilities.iter().filter(|found| found.component.as_ref() == Some(&name));
            let found: Vec<String> = found.map(|found| format!("{} {}", found.id, found.status)).collect();
            let missing = stated::list(&component.missing, "nothing");
            let mut cells = bare("component", component.identifier.as_deref().unwrap_or(&name), &name, &missing);
            cells[3] = row.element.clone();
            cells[12] = stated::list(&found, "no vulnerability stated");
            rows.push(cells);
        }
    }
    Table::new(&COLUMNS, rows)
}

fn bare(kind: &str, id: &str, what: &str, missing: &str) -> Vec<String> {
    let mut cells = vec![NOT_APPLICABLE.to_owned(); COLUMNS.len()];
    cells[0] = kind.to_owned();
    cells[1] = id.to_owned();
    cells[2] = what.to_owned();
    cells[3] = id.to_owned();
    cells[13] = missing.to_owned();
    cells
}
