//! `model.json` follows its published schema, and the artifacts agree with each other (checklist row N2).

use std::collections::BTreeSet;

use serde_json::Value;

use super::kit::{EXAMPLES, Model, find, ids, item, list, records, text, texts};

fn schema() -> Value {
    serde_json::from_str(&std::fs::read_to_string("docs/model.schema.json").expect("the schema")).expect("JSON")
}

#[test]
fn model_json_follows_the_published_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for model in EXAMPLES.map(Model::example).iter().chain([&Model::of("")]) {
        let report = model.report();
        let faults: Vec<String> =
            validator.iter_errors(&report).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    let mut broken = Model::of("").report();
    broken["threats"] = Value::String("none".to_owned());
    assert!(!validator.is_valid(&broken), "the schema refuses what is wrong");
}

#[test]
fn identities_agree_between_the_artifacts() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let artifacts = model.build();
        let read = |file: &str| -> Value { serde_json::from_str(&artifacts[file]).expect("JSON") };
        let (report, threats, ports, questions) =
            (read("model.json"), read("threats.json"), read("ports.json"), read("questions.json"));
        let set = |value: &Value, key: &str| -> BTreeSet<String> { ids(value, key).into_iter().map(str::to_owned).collect() };
        let (elements, flows) = (set(&report, "elements"), set(&report, "flows"));
        let known: BTreeSet<String> = elements.union(&flows).cloned().collect();
        let controls = set(&report, "controls");
        // customers read of no port that only the manufacturer uses
        let told = |port: &&Value| port["internal"] == false;
        let told: Vec<&str> = list(&report, "ports").iter().filter(told).map(|port| text(port, "id")).collect();
        for (key, file) in [("threats", &threats), ("ports", &ports), ("questions", &questions)] {
            let expected = if key == "ports" { told.clone() } else { ids(&report, key) };
            assert_eq!(expected, ids(file, key), "{name}: {key}");
            assert_eq!(report["title"], file["title"], "{name}: {key}");
            assert_eq!(ids(file, key).len(), set(file, key).len(), "{name}: an id of the {key} stands twice");
        }
        assert_eq!(elements.intersection(&flows).count(), 0);
        for threat in list(&threats, "threats") {
            assert!(known.contains(text(threat, "element")), "{name}: {}", threat["id"]);
            assert_eq!(text(threat, "id"), format!("{}@{}", text(threat, "rule"), text(threat, "element")));
            for used in list(threat, "controls").iter().chain(list(threat, "planned")) {
                assert!(controls.contains(text(used, "id")), "{name}: {used}");
                let control = item(&report, "controls", text(used, "id"));
                for key in ["name", "measure", "status", "evidence"] {
                    assert_eq!(used[key], control[key], "{name}: {}", threat["id"]);
                }
            }
            // what was decided although a fact is missing is not asked again
            if threat["state"] != "question" {
                continue;
            }
            assert!(!list(threat, "missing").is_empty(), "{name}: {}", threat["id"]);
            for question in texts(threat, "missing") {
                let asked = item(&questions, "questions", question);
                assert!(texts(asked, "threats").contains(&text(threat, "id")), "{name}: {question}");
            }
        }
        for port in list(&ports, "ports") {
            let element = item(&report, "elements", text(port, "id"));
            assert_eq!((&element["kind"], &element["name"]), (&Value::from("port"), &port["name"]), "{name}");
        }
        for question in list(&questions, "questions") {
            let about = ["data", "harms", "controls"].iter().any(|key| find(&report, key, text(question, "element")).is_some());
            let of_system = question["element_name"] == report["title"]["device"];
            assert!(about || of_system || known.contains(text(question, "element")), "{name}: {}", question["id"]);
            assert_eq!(text(question, "id"), format!("{}.{}", text(question, "element"), text(question, "attribute")));
            // what software is built of, and what the instructions for use lack, is asked for its own sake
            let for_its_own_sake =
                of_system || matches!(text(question, "attribute"), "sbom" | "exploitable_vulnerabilities" | "hosted_at");
            assert!((for_its_own_sake || !list(question, "threats").is_empty()) && !text(question, "text").is_empty());
        }
        for element in list(&report, "elements") {
            let around = texts(element, "boundaries").into_iter().chain(element["parent"].as_str());
            assert!(around.into_iter().all(|id| elements.contains(id)), "{name}: {}", element["id"]);
        }
        for flow in list(&report, "flows") {
            assert!(elements.contains(text(flow, "source")) && elements.contains(text(flow, "target")), "{name}: {}", flow["id"]);
        }
        for data in list(&report, "data") {
            assert!(
                texts(data, "carried_by").iter().all(|id| flows.contains(*id))
                    && texts(data, "held_by").iter().all(|id| elements.contains(*id))
            );
        }
        for control in list(&report, "controls") {
            assert!(texts(control, "protects").iter().all(|id| known.contains(*id)), "{name}: {control}");
        }
        for port in list(&report, "ports") {
            let found = set(&threats, "threats");
            assert!(texts(port, "threats").iter().all(|id| found.contains(*id)), "{name}: {}", port["id"]);
        }
    }
}

#[test]
fn the_summary_counts_what_is_listed() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let report = model.report();
        let count = |state: &str| Value::from(list(&report, "threats").iter().filter(|threat| threat["state"] == state).count());
        for (key, state) in [
            ("open", "open"),
            ("undecided", "question"),
            ("mitigated", "mitigated"),
            ("accepted", "accepted"),
            ("transferred", "transferred"),
            ("avoided", "avoided"),
            ("dismissed", "dismissed"),
        ] {
            assert_eq!(report["summary"][key], count(state), "{name}: {key}");
        }
        assert_eq!(report["summary"]["questions"], Value::from(list(&report, "questions").len()));
        let line = format!("{} open threat", report["summary"]["open"]);
        model.ward(&["check"]).ends(0, &[&line]);
    }
}

#[test]
fn the_tables_have_the_rows_of_the_json() {
    for name in EXAMPLES {
        let artifacts = Model::example(name).build();
        for key in ["threats", "questions"] {
            let json: Value = serde_json::from_str(&artifacts[&format!("{key}.json")]).expect("JSON");
            let (headings, rows) = records(&artifacts[&format!("{key}.csv")]);
            assert_eq!(rows.len(), ids(&json, key).len(), "{name}: {key}");
            let at = headings
                .iter()
                .position(|heading| heading == "state" || heading == "question" || heading == "text")
                .expect("a column");
            assert!(rows.iter().all(|row| !row[at].is_empty()));
            let page = &artifacts[&format!("{key}.md")];
            for item in list(&json, key) {
                let named =
                    if key == "threats" { format!("`{}`", text(item, "id")) } else { format!("`{}`", text(item, "element")) };
                assert!(page.contains(&named), "{name}: {key}.md lacks {named}");
            }
        }
    }
}

/// A template whose path leads nowhere would leave a hole.
#[test]
fn no_statement_has_a_hole_in_it() {
    for name in EXAMPLES {
        let report = Model::example(name).report();
        for threat in list(&report, "threats") {
            for key in ["title", "statement", "advice"] {
                let said = text(threat, key);
                for hole in ["{", "}", "  ", " ,", "none "] {
                    assert!(!said.contains(hole), "{name}: {}: {key}: {said}", threat["id"]);
                }
            }
            assert!(text(threat, "statement").ends_with('.'), "{name}: {}", threat["id"]);
        }
        for question in list(&report, "questions") {
            let said = text(question, "text");
            assert!(said.ends_with('?') && !said.contains('{'), "{name}: {said}");
        }
    }
}
