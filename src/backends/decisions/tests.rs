use super::*;
use crate::backends::{rendered, sample};
use crate::report::{ControlRow, ControlUse, ResponseRow, State, ThreatRow};

fn markdown(report: &Report) -> String {
    page(report).markdown()
}

fn csv(report: &Report) -> String {
    rendered::csv(&table(report))
}

/// One threat met by information alone, one by a control, one by nothing.
fn report() -> Report {
    let text = |text: &str| Some(text.to_owned());
    let control = ControlRow {
        id: "mtls".to_owned(),
        name: "Mutual TLS".to_owned(),
        class: text("b"),
        fda_category: text("AN authentication"),
        requirement: text("REQ-1"),
        ..ControlRow::default()
    };
    let used = ControlUse { id: "mtls".to_owned(), name: "Mutual TLS".to_owned(), ..ControlUse::default() };
    let transfer = ResponseRow {
        decision: "transfer".to_owned(),
        reason: "No TLS at the other end.".to_owned(),
        why_not_design: text("The format is fixed."),
        deferred_to: text("2.4"),
        under_review: true,
        ..ResponseRow::default()
    };
    Report {
        control_categories: vec!["AN authentication".to_owned(), "CF confidentiality".to_owned()],
        controls: vec![control],
        threats: vec![
            ThreatRow { id: "A@x".to_owned(), state: State::Open, ..ThreatRow::default() },
            ThreatRow { id: "B@x".to_owned(), state: State::Transferred, response: Some(transfer), ..ThreatRow::default() },
            ThreatRow { id: "C@x".to_owned(), state: State::Mitigated, controls: vec![used], ..ThreatRow::default() },
        ],
        ..sample::plain()
    }
}

#[test]
fn what_nobody_has_stated_is_shown_and_counted() {
    let page = markdown(&report());
    assert!(page.contains("**Records: 3. Without a decision: 1. Fields not stated: "), "{page}");
    assert!(page.contains("| why not by design | The format is fixed. |"), "{page}");
    assert!(page.contains("| why not by a protective measure | not stated |"), "{page}");
    assert!(page.contains("| recipient | not stated |"), "{page}");
    assert!(page.contains("UNDER REVIEW"), "{page}");
    for table in rendered::tables(&page) {
        assert!(table.iter().flatten().all(|cell| !cell.trim().is_empty()), "{table:?}");
    }
}

#[test]
fn classes_are_counted_and_a_category_without_a_control_is_a_question() {
    let value: serde_json::Value = serde_json::from_str(&json(&report())).unwrap();
    let threats: Vec<u64> = (0..4).map(|at| value["summary"]["classes"][at]["threats"].as_u64().unwrap()).collect();
    assert_eq!(threats, [0, 1, 1, 1]);
    assert_eq!(value["summary"]["unreasoned"], serde_json::json!(["B@x"]));
    assert_eq!(value["summary"]["deferred"][0]["release"], "2.4");
    let page = markdown(&report());
    assert!(page.contains("| CF confidentiality | **Question** | no control"), "{page}");
    assert!(page.contains("| `B@x` |"), "{page}");
}

#[test]
fn nothing_deferred_is_said() {
    let page = markdown(&sample::plain());
    let (_, deferred) = page.split_once("## Deferred to a later release").unwrap();
    assert!(deferred.trim_start().starts_with("none"), "{deferred}");
}

#[test]
fn the_table_has_a_row_a_threat_and_no_blank_cell() {
    let text = csv(&report());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 3);
    for record in &records {
        assert!(record.iter().enumerate().all(|(at, cell)| at == 1 || !cell.is_empty()), "{record:?}");
    }
}
