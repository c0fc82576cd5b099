//! The threat table for a spreadsheet: one row per threat, all columns, and what the row belongs to.

use super::wording;
use crate::backends::{csv_table, stated, title};
use crate::report::{ControlUse, Report, ThreatRow};

const COLUMNS: [&str; 35] = [
    "id",
    "rule",
    "title",
    "statement",
    "category",
    "letter",
    "element",
    "element name",
    "element kind",
    "entry",
    "state",
    "exploitability before",
    "severity before",
    "exploitability after",
    "severity after",
    "controls",
    "planned controls",
    "decision",
    "reason",
    "approved by",
    "until",
    "expired",
    "under review",
    "decision evidence",
    "decision place",
    "suggested controls",
    "advice",
    "clauses",
    "related CWE",
    "related CAPEC",
    "related EMB3D",
    "why",
    "missing facts",
    "relies on a control without evidence",
    "place",
];

/// The table as CSV, in the order of the report.
pub fn csv(report: &Report) -> String {
    let headings: Vec<&str> = COLUMNS.iter().chain(title::COLUMNS.iter()).copied().collect();
    let rows: Vec<Vec<String>> =
        report.threats.iter().map(|threat| [cells(threat), title::cells(&report.title)].concat()).collect();
    csv_table::write(&headings, &rows)
}

fn cells(threat: &ThreatRow) -> Vec<String> {
    let controls = |controls: &[ControlUse]| all(controls, wording::control);
    let mut cells = vec![
        threat.id.clone(),
        threat.rule.clone(),
        threat.title.clone(),
        threat.statement.clone(),
        threat.category.clone(),
        threat.letter.clone(),
        threat.element.clone(),
        threat.element_name.clone(),
        threat.element_kind.clone(),
        stated::filled(&threat.entry),
        threat.state.word().to_owned(),
        stated::filled(&threat.risk_before.exploitability),
        wording::severity(&threat.risk_before),
        stated::filled(&threat.risk_after.exploitability),
        wording::severity(&threat.risk_after),
        controls(&threat.controls),
        controls(&threat.planned),
    ];
    cells.extend(decision(threat));
    cells.extend([
        stated::list(&threat.fix, stated::NONE_STATED),
        stated::text(threat.advice.as_deref()),
        all(&threat.clauses, wording::clause),
        numbers("CWE", &threat.cwe),
        numbers("CAPEC", &threat.capec),
        numbers("TID", &threat.emb3d),
        all(&threat.why, wording::fact),
        stated::list(&threat.missing, stated::NONE_STATED),
        stated::yes_no(threat.unevidenced),
        threat.place.clone(),
    ]);
    cells
}

fn decision(threat: &ThreatRow) -> Vec<String> {
    const CELLS: usize = 8;
    let Some(response) = &threat.response else {
        return vec!["no decision".to_owned(); CELLS];
    };
    vec![
        stated::filled(&response.decision),
        stated::filled(&response.reason),
        stated::text(response.approved_by.as_deref()),
        stated::text(response.until.as_deref()),
        stated::yes_no(response.expired),
        stated::yes_no(response.under_review),
        stated::list(&response.evidence, stated::NO_EVIDENCE),
        stated::filled(&response.place),
    ]
}

fn all<T>(items: &[T], words: impl Fn(&T) -> String) -> String {
    stated::list(&items.iter().map(words).collect::<Vec<_>>(), stated::NONE_STATED)
}

fn numbers(prefix: &str, ids: &[i64]) -> String {
    stated::list(&ids.iter().map(|id| format!("{prefix}-{id}")).collect::<Vec<_>>(), stated::NONE_STATED)
}
