//! The threat table for a spreadsheet: one row per threat, all columns, and what the row belongs to.

use super::wording;
use crate::backends::stated;
use crate::backends::table::Table;
use crate::report::{ControlUse, Report, RiskRow, SchemeRow, ThreatRow, VectorRow};

const COLUMNS: [&str; 48] = [
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
    "risk before",
    "acceptable before",
    "exploitability after",
    "severity after",
    "risk after",
    "acceptable after",
    "how it was rated",
    "harms and hazards",
    "several patients",
    "several patients because",
    "CVSS vector",
    "CVSS score",
    "risk scheme",
    "risk scheme version",
    "controls",
    "planned controls",
    "open again because of",
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

/// The table, in the order of the report.
pub fn table(report: &Report) -> Table {
    let rows = report.threats.iter().map(|threat| cells(threat, report.scheme.as_ref())).collect();
    Table::new(&COLUMNS, rows)
}

fn cells(threat: &ThreatRow, scheme: Option<&SchemeRow>) -> Vec<String> {
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
    ];
    cells.extend(risk(threat, scheme));
    cells.extend([controls(&threat.controls), controls(&threat.planned)]);
    cells.push(wording::reopened(threat).unwrap_or_else(|| "nothing".to_owned()));
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

fn risk(threat: &ThreatRow, scheme: Option<&SchemeRow>) -> Vec<String> {
    let rating = |risk: &RiskRow| {
        let exploitability = stated::filled(&risk.exploitability);
        [exploitability, wording::severity(risk), wording::level(risk), wording::acceptable(risk)]
    };
    let vector = |part: fn(&VectorRow) -> &str| threat.cvss.as_ref().map_or("no vector", part).to_owned();
    let mut cells: Vec<String> = [rating(&threat.risk_before), rating(&threat.risk_after)].concat();
    cells.extend([
        all(&threat.risk_steps, wording::step),
        all(&threat.harms, wording::harm),
        wording::patients(&threat.multi_patient),
        all(&threat.multi_patient.facts, wording::fact),
        vector(|vector| &vector.vector),
        vector(|vector| &vector.score),
        scheme.map_or(stated::NOT_STATED.to_owned(), |scheme| scheme.name.clone()),
        stated::text(scheme.and_then(|scheme| scheme.version.as_deref())),
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
