//! Threat table and its traces on both examples: rows E, F and G of the regulatory checklist, and what a reader does with five threats
//! picked at random, done with all of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::kit::{EXAMPLES, Model, ids, item, list, text, texts};

/// A model, its report and its artifacts.
struct Example {
    name: &'static str,
    model: Model,
    report: Value,
    artifacts: BTreeMap<String, String>,
}

fn examples() -> impl Iterator<Item = Example> {
    EXAMPLES.into_iter().map(|name| {
        let model = Model::example(name);
        Example { name, report: model.report(), artifacts: model.build(), model }
    })
}

/// Names of everything a statement can be about: elements, flows and data of the model.
fn names(report: &Value) -> BTreeSet<&str> {
    let named = ["elements", "flows", "data"];
    named.iter().flat_map(|key| list(report, key)).map(|item| text(item, "name")).filter(|name| !name.is_empty()).collect()
}

/// E1: no statement would fit any device: each names its element, and something else of the model beside it.
#[test]
fn statements_name_the_element_and_what_it_touches() {
    for example in examples() {
        let names = names(&example.report);
        for threat in list(&example.report, "threats") {
            let (statement, element) = (text(threat, "statement"), text(threat, "element_name"));
            let told = format!("{} {statement}", text(threat, "title"));
            assert!(told.contains(element), "{} does not name {element}: {told}", threat["id"]);
            let named = names.iter().filter(|name| statement.contains(**name)).count();
            assert!(named >= 1, "{} names nothing of the model: {statement}", threat["id"]);
            assert!(!statement.contains("something not stated"), "{}: {statement}", threat["id"]);
        }
    }
}

/// E4: what is countered or decided stays in the table.
#[test]
fn countered_threats_stay_listed() {
    for example in examples() {
        let page = &example.artifacts["threats.md"];
        for threat in list(&example.report, "threats") {
            assert!(page.contains(&format!("`{}`", text(threat, "id"))), "{} is missing from threats.md", threat["id"]);
        }
        let mitigated = list(&example.report, "threats").iter().filter(|threat| threat["state"] == "mitigated").count();
        assert!(mitigated > 20, "{}: {mitigated} mitigated", example.name);
    }
}

/// E5: every finding says by which rule and facts it was found, and every one of STRIDE which principle of N60 it touches.
#[test]
fn findings_say_why() {
    for example in examples() {
        for threat in list(&example.report, "threats") {
            assert!(!list(threat, "why").is_empty(), "{} rests on nothing", threat["id"]);
            let beside_stride = text(threat, "letter").len() != 1 || ["P", "M"].contains(&text(threat, "letter"));
            assert!(beside_stride || !list(threat, "clauses").is_empty(), "{} names no clause", threat["id"]);
        }
    }
}

/// E6: the number of unanswered questions stands on the first page.
#[test]
fn questions_are_counted_on_the_first_page() {
    for example in examples() {
        let questions = list(&example.report, "questions").len();
        let first_page: Vec<&str> = example.artifacts["threats.md"].lines().take(40).collect();
        let count = format!("Questions unanswered: {questions}.");
        assert!(first_page.join("\n").contains(&count), "{}: {count}", example.name);
    }
}

/// E7: references resolve in the pinned lists and are called related, not proof.
#[test]
fn references_resolve() {
    let known = |file: &str| -> BTreeSet<String> {
        let text = std::fs::read_to_string(format!("data/ids/{file}.csv")).expect("the pinned list");
        text.lines()
            .filter_map(|line| line.split_once(','))
            .map(|(id, _)| id.rsplit('-').next().unwrap_or(id).to_owned())
            .collect()
    };
    let lists = [("cwe", known("cwe")), ("capec", known("capec")), ("emb3d", known("emb3d"))];
    for example in examples() {
        for threat in list(&example.report, "threats") {
            for (list_name, known) in &lists {
                for number in list(threat, list_name) {
                    let shown = number.to_string();
                    let padded = format!("{number:0>3}");
                    assert!(known.contains(&shown) || known.contains(&padded), "{}: {list_name} {number}", threat["id"]);
                }
            }
        }
        assert!(example.artifacts["threats.md"].contains("They do not show that the device has the weakness."));
    }
}

/// E8: hardware in the model has its threats.
#[test]
fn debug_headers_have_threats() {
    let example = examples().next().expect("the ventilator");
    let of_jtag = list(&example.report, "threats").iter().filter(|threat| text(threat, "element").ends_with(".jtag")).count();
    assert!(of_jtag > 0);
}

/// Few and right: a reader is not drowned, and nothing is said twice.
#[test]
fn findings_are_few_and_differ() {
    for example in examples() {
        let threats = list(&example.report, "threats");
        let open = threats.iter().filter(|threat| threat["state"] == "open").count();
        let drawn = ["actor", "external", "process", "store", "port"];
        let elements = list(&example.report, "elements").iter().filter(|element| drawn.contains(&text(element, "kind"))).count();
        let about = elements + list(&example.report, "flows").len();
        let asked = list(&example.report, "questions").len();
        assert!(open + asked <= 2 * about, "{}: {open} open and {asked} questions about {about}", example.name);
        let mut said: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for threat in threats {
            for key in ["title", "statement"] {
                let told = (text(threat, "element"), text(threat, key));
                if let Some(other) = said.insert(told, text(threat, "id")) {
                    panic!("{other} and {} say the same: {}", threat["id"], told.1);
                }
            }
        }
        let questions: Vec<&str> = ids(&example.report, "questions");
        assert_eq!(questions.len(), questions.iter().collect::<BTreeSet<_>>().len(), "{}: a question twice", example.name);
    }
}

/// What a reader does with a threat: from the row to its facts in the source, its rule, its controls and their evidence.
#[test]
fn every_threat_can_be_followed_to_its_ground() {
    for example in examples() {
        let mut rules = BTreeSet::new();
        for (at, threat) in list(&example.report, "threats").iter().enumerate() {
            let id = text(threat, "id");
            for fact in list(threat, "why") {
                let place = text(fact, "place");
                if !place.is_empty() && !place.starts_with('<') {
                    let (file, line) = place.rsplit_once(':').expect("file and line");
                    let line: usize = line.parse().expect("a line number");
                    assert!(example.model.read(file).lines().count() >= line, "{id}: {place}");
                }
            }
            for control in list(threat, "controls") {
                let row = item(&example.report, "controls", text(control, "id"));
                assert!(texts(row, "counters").contains(&id), "{id}: no way back from {}", row["id"]);
            }
            let asked = if threat["state"] == "question" { texts(threat, "missing") } else { Vec::new() };
            for question in asked {
                let row = item(&example.report, "questions", question);
                assert!(texts(row, "threats").contains(&id), "{id}: no way back from {question}");
            }
            rules.insert(text(threat, "rule"));
            // a process a finding: every seventh is enough to meet every state
            if at % 7 != 0 {
                continue;
            }
            let explained = example.model.ward(&["explain", id]);
            explained.ends(0, &[]).prints(&[id, text(threat, "statement"), "It rests on these facts:"]);
            for fact in list(threat, "why") {
                explained.prints(&[&format!("{}.{}", text(fact, "element"), text(fact, "attribute"))]);
            }
        }
        for rule in rules {
            example.model.ward(&["explain", rule]).ends(0, &[]).prints(&[&format!("# {rule}: "), "declared at"]);
        }
    }
}

/// And back: whatever a control or a question names exists, and names it too.
#[test]
fn every_control_leads_back_to_its_threats() {
    for example in examples() {
        let page = &example.artifacts["threats.md"];
        for control in list(&example.report, "controls") {
            for id in texts(control, "counters") {
                let threat = item(&example.report, "threats", id);
                let named = list(threat, "controls").iter().chain(list(threat, "planned"));
                assert!(named.into_iter().any(|used| used["id"] == control["id"]), "{id} does not name {}", control["id"]);
            }
            assert!(page.contains(&format!("| `{}` |", text(control, "id"))), "{} is not in threats.md", control["id"]);
        }
    }
}

/// H1: the trace leads both ways between threats, controls, statements and components, and what is broken stands first.
#[test]
fn the_trace_leads_both_ways_and_breaks_first() {
    for example in examples() {
        let (headings, rows) = super::kit::records(&example.artifacts["trace.csv"]);
        let at = |row: &[String], name: &str| row[headings.iter().position(|heading| heading == name).expect(name)].clone();
        let threats: Vec<&Vec<String>> = rows.iter().filter(|row| at(row, "kind") == "threat").collect();
        let whole: Vec<bool> = threats.iter().map(|row| at(row, "what is missing") == "nothing").collect();
        assert!(whole.is_sorted() && whole.contains(&true) && whole.contains(&false), "{}: broken first", example.name);
        // forth: each threat, with each of its controls; back: each control, with each of its threats
        let forth: BTreeSet<(String, String)> =
            threats.iter().map(|row| (at(row, "id"), at(row, "control"))).filter(|(_, control)| control != "none").collect();
        let mut back = BTreeSet::new();
        for control in list(&example.report, "controls") {
            back.extend(texts(control, "counters").into_iter().map(|threat| (threat.to_owned(), text(control, "id").to_owned())));
        }
        assert_eq!(forth, back, "{}", example.name);
        let traced: BTreeSet<String> = threats.iter().map(|row| at(row, "id")).collect();
        let all: BTreeSet<String> = list(&example.report, "threats").iter().map(|threat| text(threat, "id").to_owned()).collect();
        assert_eq!(traced, all, "{}: each threat is traced", example.name);
        let page = &example.artifacts["trace.md"];
        let part = |from: &str| {
            page.split_once(&format!("## {from}\n")).unwrap_or_else(|| panic!("{from}")).1.split("\n## ").next().expect("it")
        };
        assert!(page.find("## Broken links") < page.find("## From threats to what was done"));
        let controls = part("From requirements and tests back to threats");
        for (threat, control) in &back {
            let row = controls.lines().find(|line| line.contains(&format!("| `{control}` |"))).expect("a row of the control");
            assert!(row.contains(&format!("`{threat}`")), "{}: {control} leads back to {threat}", example.name);
        }
        let statements = part("From the instructions for use back to threats");
        for row in threats.iter().filter(|row| at(row, "statement in the instructions for use") != "none") {
            assert!(statements.contains(&format!("`{}`", at(row, "id"))), "{}: {}", example.name, at(row, "id"));
        }
    }
}

/// F3: no harm is left without a threat, and no threat without a harm is hidden.
#[test]
fn orphans_of_the_safety_file_are_named() {
    for example in examples() {
        let page = &example.artifacts["threats.md"];
        let (_, orphans) = page.split_once("### What is linked on one side only").expect("the list");
        assert!(orphans.contains("Harms that no threat leads to: none."), "{}", example.name);
        let named = orphans.lines().find(|line| line.starts_with("Threats that name no harm")).expect("the list");
        for threat in list(&example.report, "threats") {
            let reasoned = threat["response"]["no_hazard"].is_string();
            let orphan = list(threat, "harms").is_empty() && !reasoned;
            assert_eq!(named.contains(&format!("`{}`", text(threat, "id"))), orphan, "{}: {}", example.name, threat["id"]);
        }
    }
    let model = Model::example("inhaler");
    model.append("inhaler.tm", "harm burn \"Burn\" { severity: minor, hazard: \"HZ-99\" }");
    let page = model.ward(&["emit", "threats"]).printed;
    assert!(page.contains("Harms that no threat leads to: Burn (HZ-99)"), "{page}");
}
