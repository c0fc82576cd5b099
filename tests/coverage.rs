//! The coverage matrix of the examples: every element, every interface and every finding is in it, and no cell is blank
//! (checklist rows E2 and E3).

use std::collections::BTreeSet;

use serde_json::Value;

use super::kit::{EXAMPLES, Model, ids, list, records, text};

#[test]
fn every_element_has_a_row_and_no_cell_is_blank() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        let coverage = model.json(&["emit", "coverage", "--format", "json"]);
        let rows: BTreeSet<&str> = list(&coverage, "cells").iter().map(|cell| text(cell, "element")).collect();
        let known: BTreeSet<&str> = ids(&report, "elements").into_iter().chain(ids(&report, "flows")).collect();
        assert_eq!(rows, known, "{name}");
        let ports: BTreeSet<&str> = ids(&report, "ports").into_iter().collect();
        assert!(ports.is_subset(&rows) && !ports.is_empty(), "{name}: {ports:?}");
        let categories = ids(&coverage, "categories");
        assert_eq!(list(&coverage, "cells").len(), rows.len() * categories.len(), "{name}");
        for cell in list(&coverage, "cells") {
            let reasons = list(cell, "reasons");
            assert_eq!(list(cell, "findings").is_empty(), !reasons.is_empty(), "{name}: {cell}");
            assert!(reasons.iter().all(|reason| !text(reason, "text").trim().is_empty()), "{name}: {cell}");
            assert!(!reasons.iter().any(|reason| text(reason, "text").contains("not stated in")), "{name}: {cell}");
        }
    }
}

#[test]
fn every_finding_is_in_its_cell_with_its_state() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        let coverage = model.json(&["emit", "coverage", "--format", "json"]);
        let shown = |cell: &Value| -> Vec<(String, String, String)> {
            let of_cell = |finding: &Value| {
                (text(finding, "id").to_owned(), text(finding, "state").to_owned(), text(cell, "element").to_owned())
            };
            list(cell, "findings").iter().map(of_cell).collect()
        };
        let mut found: Vec<(String, String, String)> = list(&coverage, "cells").iter().flat_map(shown).collect();
        let own = |threat: &Value| ["id", "state", "element"].map(|key| text(threat, key).to_owned());
        let mut threats: Vec<(String, String, String)> =
            list(&report, "threats").iter().map(own).map(|[id, state, element]| (id, state, element)).collect();
        found.sort();
        threats.sort();
        assert_eq!(found, threats, "{name}");
    }
}

#[test]
fn the_table_has_a_row_a_cell_and_the_reasons_are_those_of_the_model() {
    let model = Model::of(
        "boundary unit { device: yes\n process app { port lan { offers: [ip] } } }\nprocess server\n\
         data state : TechnicalData\nflow f: unit.app.lan -> server { carries: [state], encrypted: no }\n",
    );
    let csv = model.ward(&["emit", "coverage", "--format", "csv"]);
    let (headings, rows) = records(&csv.printed);
    assert_eq!(headings[..8], ["element", "element name", "kind", "category", "category name", "state", "findings", "reason"]);
    let cell = |element: &str, letter: &str| {
        rows.iter().find(|row| row[0] == element && row[3] == letter).unwrap_or_else(|| panic!("{element} {letter}"))
    };
    assert!(rows.iter().flatten().all(|cell| !cell.is_empty()));
    assert_eq!(cell("f", "I")[5], "no finding");
    assert!(cell("f", "I")[7].contains("carries: none with about patient (INF01"), "{}", cell("f", "I")[7]);
    assert_eq!(cell("f", "E")[5], "no rule");
    assert!(cell("f", "E")[7].starts_with("A message has no rights"), "{}", cell("f", "E")[7]);
    assert!(cell("unit.app.lan", "D")[6].starts_with("DOS03@unit.app.lan ("), "{}", cell("unit.app.lan", "D")[6]);
}

#[test]
fn it_is_made_only_where_it_is_asked_for() {
    let model = Model::example("ventilator");
    assert!(model.report().get("coverage").is_none());
    assert!(model.build().keys().any(|name| name == "coverage.md"), "`ward build` writes it");
    model.edit("ward.toml", "profile = \"draft\"", "profile = \"draft\"\n[build]\noutputs = [\"threats.md\"]");
    assert_eq!(model.build().into_keys().collect::<Vec<_>>(), ["threats.md"]);
    model.edit("ward.toml", "threats.md", "coverage.csv");
    let built = model.build();
    assert!(built["coverage.csv"].lines().count() > 100, "{}", built["coverage.csv"].lines().count());
}
