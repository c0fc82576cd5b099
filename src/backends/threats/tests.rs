use super::*;
use crate::backends::escape_text::visible;
use crate::backends::{rendered, sample};
use crate::report::{RiskRow, State, ThreatRow};

fn markdown(report: &Report) -> String {
    page(report).markdown()
}

fn csv(report: &Report) -> String {
    rendered::csv(&table(report))
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The overview: the table with one row per threat.
fn overview(page: &str) -> rendered::Table {
    rendered::tables(page).into_iter().find(|table| table[0][0] == "Id" && table[0][1] == "Threat").unwrap()
}

#[test]
fn every_threat_is_in_the_overview_open_ones_first() {
    let mut report = sample::plain();
    report.threats.reverse();
    let states: Vec<String> = overview(&markdown(&report))[1..].iter().map(|row| row[4].clone()).collect();
    assert_eq!(states, ["open", "question", "accepted", "mitigated"]);
    assert_eq!(records(&csv(&report)).len(), report.threats.len());
}

#[test]
fn a_hostile_report_keeps_its_rows() {
    let report = sample::hostile();
    let rows = overview(&markdown(&report));
    assert_eq!(rows.len(), report.threats.len() + 1);
    for (row, threat) in rows[1..].iter().zip(&report.threats) {
        assert_eq!(row[1], visible(&threat.title));
    }
    assert_eq!(records(&csv(&report)).len(), report.threats.len());
}

#[test]
fn a_draft_says_so_and_counts_its_questions_first() {
    let page = markdown(&sample::plain());
    let first = page.split("## Scope").next().unwrap();
    assert!(first.contains("> **DRAFT.** Not released"), "{first}");
    assert!(
        first.contains("**Questions unanswered: 1.** Threats that cannot be decided before they are answered: 1."),
        "{first}"
    );
    assert!(first.contains("| Unique device identifier (UDI-DI) | not stated |"));
}

#[test]
fn an_open_threat_shows_why_and_what_is_missing() {
    let page = markdown(&sample::plain());
    assert!(page.contains("### `TAM04@unit.lan` Malicious packets"), "{page}");
    assert!(page.contains("unit.lan: filtered = no (set, device.tm:12)"), "{page}");
    assert!(page.contains("Is Settings encrypted in transit? `settings.encrypted`"), "{page}");
    assert!(page.contains("no evidence recorded"), "{page}");
    assert!(page.contains("CWE-319; CAPEC-94; EMB3D TID-406"), "{page}");
    assert!(page.contains("EXPIRED"), "{page}");
}

#[test]
fn only_a_clause_not_read_in_the_original_has_a_mark() {
    let page = markdown(&sample::plain());
    assert!(page.contains("imdrf.n60.comm.5 Authentication between devices (IMDRF N60, 2020; guidance)"), "{page}");
    assert!(!page.contains("guidance) \\[verified"), "{page}");
    assert!(page.contains("(IEC 60601-1; standard) \\[recalled\\]"), "{page}");
}

#[test]
fn a_countered_threat_stays_listed_with_what_counters_it() {
    let page = markdown(&sample::plain());
    let (_, mitigated) = page.split_once("## Mitigated threats").unwrap();
    assert!(mitigated.contains("`SPO01@unit.lan`"), "{mitigated}");
    assert!(mitigated.contains("Mutual TLS (protective measure, verified)"), "{mitigated}");
    assert!(mitigated.contains("mtls: evidence VER-214; VER-215"), "{mitigated}");
}

#[test]
fn every_field_of_a_threat_reaches_the_table() {
    let text = csv(&sample::sentinels());
    for field in sample::THREAT_FIELDS {
        assert!(text.contains(&format!("SENTthreat.{field}")), "{field}");
    }
}

#[test]
fn a_threat_without_anything_has_no_blank_section() {
    let mut report = sample::plain();
    report.threats = vec![ThreatRow { state: State::Open, ..ThreatRow::default() }];
    for table in rendered::tables(&markdown(&report)) {
        for row in table.iter().filter(|row| row.len() == 2 && row[0] != "About this document") {
            assert!(!row[0].is_empty());
        }
    }
}

#[test]
fn the_json_has_the_title_and_the_threats() {
    let value: serde_json::Value = serde_json::from_str(&json(&sample::hostile())).unwrap();
    assert_eq!(value["schema_version"], 1);
    assert_eq!(value["threats"].as_array().unwrap().len(), 4);
}

#[test]
fn the_matrix_and_the_policy_stand_once_and_belong_to_whoever_declared_them() {
    let page = markdown(&sample::sentinels());
    assert_eq!(page.matches("SENTscheme.policy").count(), 1);
    assert!(page.contains("SENTscheme.version"));
    let matrix = rendered::tables(&page).into_iter().find(|table| table[0][0] == "Severity").unwrap();
    assert_eq!(matrix[0][1], "Exploitability SENTscheme.exploitability");
    assert_eq!(matrix[1], ["SENTscheme.severity", "SENTscheme.level (acceptable)"]);
    assert!(page.contains("is the policy declared above, and not a statement of this document"));
    let text = csv(&sample::sentinels());
    assert!(text.contains("SENTscheme.name") && text.contains("SENTscheme.version"));
}

#[test]
fn without_a_scheme_nothing_is_called_acceptable() {
    let mut report = sample::plain();
    for threat in &mut report.threats {
        threat.risk_before = RiskRow::default();
        threat.risk_after = RiskRow::default();
    }
    let page = markdown(&report);
    assert!(page.contains("No risk scheme is declared"), "{page}");
    let overall = rendered::tables(&page).into_iter().find(|table| table[0][0] == "After controls and decisions").unwrap();
    let counts: Vec<&str> = overall[1..4].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(counts, ["0", "0", "4"]);
}

#[test]
fn the_conclusion_is_counted_here_and_drawn_by_a_person() {
    let page = markdown(&sample::plain());
    let (_, conclusion) = page.split_once("## Overall residual security risk").unwrap();
    assert!(conclusion.contains("concluded by a person"), "{conclusion}");
    assert!(conclusion.contains("Date and signature"), "{conclusion}");
    let overall = rendered::tables(&page).into_iter().find(|table| table[0][0] == "After controls and decisions").unwrap();
    assert_eq!(overall[1][1], "4", "the sample's risks are low after controls");
}

#[test]
fn a_threat_that_is_gone_has_no_risk_left() {
    let mut report = sample::plain();
    report.threats.truncate(1);
    report.threats[0].risk_after = RiskRow { exploitability: "not applicable".to_owned(), ..RiskRow::default() };
    let row = &records(&csv(&report))[0];
    assert_eq!(row.iter().filter(|cell| *cell == "not applicable").count(), 3);
    assert!(overview(&markdown(&report))[1][5].ends_with("→ not applicable"));
}
