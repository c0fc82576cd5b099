//! The form MDS2, filled in by the model: row J7 of the regulatory checklist.

use std::collections::BTreeMap;

use super::kit::{EXAMPLES, Model, records};

const NOT_STATED: &str = "not stated";

/// A device that sends a patient's values to a station, and says everything of how it does.
const MONITOR: &str = r#"
import std.mds2
system monitor "Monitor" { version: "1" }
data values "Values" : Measurement
boundary ward "Ward" : HospitalNetwork {
    external station "Station" : HospitalServer
    boundary box "Box" : DeviceEnclosure {
        process brain "Brain" : Firmware {
            port lan "Network socket" : EthernetPort { purpose: "Sends.", required: yes, default: enabled }
        }
    }
}
flow send "Sending": ward.box.brain.lan -> ward.station over ProprietaryTcp {
    carries:             [values]
    encrypted:           no
    integrity_protected: no
    signed:              no
    authentication:      none
}
"#;

/// The rows of the CSV by the number of the question, each by its headings.
fn rows(model: &Model, profile: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let run = model.ward(&["emit", "mds2", "--format", "csv", "--profile", profile]);
    assert_eq!(run.status, 0, "{}", run.said);
    let (headings, rows) = records(&run.printed);
    let named = |row: Vec<String>| -> BTreeMap<String, String> { headings.iter().cloned().zip(row).collect() };
    rows.into_iter().map(named).map(|row| (row["Question"].clone(), row)).collect()
}

fn answers(model: &Model) -> BTreeMap<String, String> {
    rows(model, "internal").into_iter().map(|(id, row)| (id, row["Answer"].clone())).collect()
}

/// What a change of the model changes in the answers.
fn changed(model: &Model, from: &str, to: &str) -> Vec<(String, String, String)> {
    let before = answers(model);
    model.edit("m.tm", from, to);
    let after = answers(model);
    assert_eq!(before.len(), after.len());
    let pairs = before.into_iter().map(|(id, was)| (after[&id].clone(), id, was));
    pairs.filter(|(is, _, was)| is != was).map(|(is, id, was)| (id, was, is)).collect()
}

fn change(id: &str, was: &str, is: &str) -> (String, String, String) {
    (id.to_owned(), was.to_owned(), is.to_owned())
}

#[test]
fn a_model_that_says_nothing_answers_nothing() {
    let model = Model::of(
        "import std.mds2\nsystem s \"S\" { version: \"1\" }\nboundary box \"Box\" : DeviceEnclosure { process p \"P\" : Firmware }",
    );
    let answers = answers(&model);
    assert!(answers.len() > 50, "{}", answers.len());
    for (id, answer) in answers {
        assert_eq!(answer, NOT_STATED, "{id}");
    }
}

#[test]
fn every_yes_and_no_names_its_elements_and_lines() {
    for name in EXAMPLES {
        let rows = rows(&Model::example(name), "internal");
        let (mut yes, mut no) = (0, 0);
        for (id, row) in &rows {
            match row["Answer"].as_str() {
                "Yes" => yes += 1,
                "No" => no += 1,
                _ => continue,
            }
            assert_ne!(row["Elements (internal)"], "none stated", "{name}: {id}");
            for place in row["Lines of the model (internal)"].split("; ") {
                let (file, line) = place.split_once(':').unwrap_or_else(|| panic!("{name}: {id}: {place}"));
                let text = std::fs::read_to_string(format!("examples/{name}/{file}")).expect("a file of the model");
                let line: usize = line.parse().expect("a number of a line");
                assert!(line >= 1 && line <= text.lines().count(), "{name}: {id}: {place}");
            }
        }
        assert!(yes > 5 && no > 5, "{name}: {yes} yes, {no} no");
    }
}

#[test]
fn one_fact_changes_the_answers_that_rest_on_it() {
    let model = Model::of(MONITOR);
    let all = answers(&model);
    for (id, answer) in
        [("CONN-1.2.1", "Yes"), ("CONN-1.2.2", "No"), ("CONN-1.1", "No"), ("CONN-3", "Yes"), ("TXCF", "No"), ("CONN-8", "No")]
    {
        assert_eq!(all[id], answer, "{id}");
    }
    assert_eq!(changed(&model, "encrypted:           no", "encrypted:           yes"), [change("TXCF", "No", "Yes")]);
    let both = [change("TXCF-5", "No", "Yes"), change("TXIG", "No", "Yes")];
    assert_eq!(changed(&model, "integrity_protected: no", "integrity_protected: yes"), both);
    // silence takes an answer away, and makes no other
    assert_eq!(
        changed(&model, "encrypted:           yes", ""),
        [change("TXCF", "Yes", NOT_STATED), change("TXCF-5", "Yes", NOT_STATED)]
    );
    assert_eq!(changed(&model, "required: yes", "required: no"), [change("SAHD-8", NOT_STATED, "No")]);
    assert_eq!(changed(&model, "default: enabled", "default: disabled"), [change("SAHD-8", "No", "Yes")]);
}

#[test]
fn the_model_itself_answers_what_nothing_decides() {
    let model = Model::of(MONITOR);
    model.append("m.tm", "answer mds2.doc_8 { text: \"The process is published.\", owner: \"A. Keller\" }");
    model.append("m.tm", "answer mds2.sahd_7 { not_applicable: \"There is no file system.\" }");
    let (internal, customer) = (rows(&model, "internal"), rows(&model, "customer"));
    for (id, answer, note) in [("DOC-8", "See note", "The process is published."), ("SAHD-7", "N/A", "There is no file system.")]
    {
        assert_eq!((internal[id]["Answer"].as_str(), internal[id]["Note"].as_str()), (answer, note));
        assert_eq!(customer[id]["Answer"], answer);
        assert!(internal[id]["Lines of the model (internal)"].starts_with("m.tm:"));
    }
    assert_eq!(internal["DOC-8"]["Stated by (internal)"], "A. Keller");
}

#[test]
fn page_and_table_have_the_same_rows() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let page = model.ward(&["emit", "mds2", "--format", "md"]).printed.replace('\\', "");
        let rows = rows(&model, "customer");
        assert!(rows.values().next().is_some_and(|row| !row.keys().any(|heading| heading.contains("internal"))));
        for (id, row) in &rows {
            let starts = format!("| {id} |");
            let lines: Vec<&str> = page.lines().filter(|line| line.starts_with(&starts)).collect();
            let headings = ["Question", "What is asked", "Answer", "Note", "Rests on", "How the question is known"];
            let cells: Vec<&str> = headings.iter().map(|heading| row[*heading].as_str()).collect();
            assert_eq!(lines, [format!("| {} |", cells.join(" | "))], "{name}");
        }
        assert_eq!(page.lines().filter(|line| rows.keys().any(|id| line.starts_with(&format!("| {id} |")))).count(), rows.len());
    }
}

#[test]
fn customers_do_not_read_what_is_inside_the_device() {
    let model = Model::example("ventilator");
    let (internal, customer) = (rows(&model, "internal"), rows(&model, "customer"));
    let emergency = &internal["EMRG"];
    assert_eq!(emergency["Answer"], "Yes");
    assert_eq!(customer["EMRG"]["Rests on"], "a process in the device");
    assert!(!customer["EMRG"].values().any(|cell| cell.contains(&emergency["Elements (internal)"])));
    assert!(!customer.values().flat_map(BTreeMap::values).any(|cell| cell.contains(".tm:")));
}

#[test]
fn without_the_form_the_document_says_how_to_get_it() {
    let model = Model::of("system s \"S\" { version: \"1\" }");
    assert!(model.ward(&["emit", "mds2"]).printed.contains("import std.mds2"));
}
