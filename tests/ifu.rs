//! The instructions for use and the security documentation for customers: rows A1, A6, I1 to I12, J1 to J9, K4, N5 and N8 of the checklist, as far
//! as a program can decide them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::kit::{EXAMPLES, Model, check_html, find, ids, item, list, text, texts};

/// The bullets of N60, 5.5.2, of which the sixth holds two topics.
const BULLETS: [&str; 9] = ["1", "2", "3", "4", "5", "6a", "6b", "7", "8"];

/// What administrators are told, but for hosting, which not every device has.
const ADMINISTRATION: [&str; 10] =
    ["controls", "updates", "hardware", "sbom", "roles", "logging", "integration", "workstation", "streams", "firewall"];

/// The document as Markdown, without the marks by which characters are kept from being markup.
fn document(model: &Model, profile: &str) -> String {
    let run = model.ward(&["emit", "ifu", "--profile", profile]);
    assert_eq!(run.status, 0, "{}", run.said);
    run.printed.replace('\\', "")
}

/// The part of the document under a heading, up to the next of the same level or a higher one.
#[track_caller]
fn under<'d>(document: &'d str, title: &str) -> &'d str {
    let heading = document.lines().find(|line| line.starts_with("### ") && line.ends_with(title));
    let heading = heading.unwrap_or_else(|| panic!("no heading “{title}” in:\n{document}"));
    let rest = &document[document.find(heading).expect("the heading") + heading.len()..];
    let end = ["\n## ", "\n### "].iter().filter_map(|next| rest.find(next)).min().unwrap_or(rest.len());
    &rest[..end]
}

/// The cells of the tables in a part of the document, without the headings.
fn rows(part: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| -> Vec<String> { line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect() };
    let lines: Vec<&str> = part.lines().collect();
    let is_row = |at: usize| lines[at].starts_with('|') && !lines[at].starts_with("| ---");
    let is_head = |at: usize| lines.get(at + 1).is_some_and(|next| next.starts_with("| ---"));
    (0..lines.len()).filter(|at| is_row(*at) && !is_head(*at)).map(|at| cells(lines[at])).collect()
}

fn asked(model: &Model) -> Vec<String> {
    let printed = model.ward(&["list", "questions", "--format", "json"]).printed;
    let all: Value = serde_json::from_str(&printed).expect("JSON");
    all.as_array().expect("a list").iter().map(|row| text(row, "id").to_owned()).collect()
}

/// A1
#[test]
fn the_document_says_of_which_device_and_version_it_is_and_that_it_is_a_draft() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (page, report) = (document(&model, "customer"), model.report());
        let title = &report["title"];
        for field in ["device", "manufacturer", "model", "udi_di", "version", "model_hash", "author"] {
            assert!(page.contains(text(title, field)) && !text(title, field).is_empty(), "{name}: {field}");
        }
        assert!(page.contains("**DRAFT.**"), "{name}");
        let html = model.ward(&["emit", "ifu", "--format", "html"]).printed;
        check_html(name, &html);
        assert!(html.contains("<strong>DRAFT.</strong>") && html.contains(text(title, "udi_di")), "{name}");
    }
}

/// A6
#[test]
fn what_others_answer_for_is_a_requirement_and_what_the_manufacturer_does_is_none() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (page, report) = (document(&model, "customer"), model.report());
        let stated = rows(under(&page, "Infrastructure and minimum IT requirements"));
        let consequences = under(&page, "What follows from changes of configuration or environment");
        for assumption in list(&report, "assumptions") {
            let id = format!("`{}`", text(assumption, "id"));
            let row = stated.iter().find(|row| row[6] == id);
            if text(assumption, "owner") != "manufacturer" {
                let row = row.unwrap_or_else(|| panic!("{name}: {id} is no requirement"));
                assert_eq!((row[1].as_str(), row[4].as_str()), (text(assumption, "text"), text(assumption, "owner")), "{name}");
                assert!(consequences.contains(text(assumption, "if_false")), "{name}: {id}");
            } else if let Some(row) = row {
                assert_eq!(row[3], "nothing needed", "{name}: {id}");
            }
        }
    }
    let model = Model::of(
        r#"system s "S" {}
        assumption vault "The keys are kept in a safe." { owner: manufacturer, if_false: "Keys get known." }
        assumption locked "The room is locked." { owner: operator, if_false: "Visitors reach it." }"#,
    );
    let page = document(&model, "customer");
    assert!(page.contains("The room is locked.") && !page.contains("kept in a safe"), "{page}");
}

/// I1 and J5: the parts of the port listing are those of the listing itself.
#[test]
fn ports_and_firewall_say_what_the_listing_says() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let page = document(&model, "customer");
        let listing = model.ward(&["emit", "ports"]).printed.replace('\\', "");
        let sections: Vec<&str> =
            listing.split("\n### ").skip(1).map(|part| part.split("\n## ").next().unwrap_or(part)).collect();
        let report = model.report();
        let told: Vec<_> = list(&report, "ports").iter().filter(|port| port["internal"] == false).collect();
        assert_eq!(sections.len(), told.len(), "{name}");
        let details = under(&page, "All ports");
        for section in sections {
            let table = &section[section.find("| Item |").expect("a table")..];
            assert!(details.contains(table.trim_end()), "{name}: {section}");
        }
        let firewall = &listing[listing.find("## Firewall rules").expect("the rules")..];
        let firewall = firewall[..firewall.find("\n## Precautions").expect("precautions")].replace("## Firewall rules", "");
        assert_eq!(under(&page, "Rules for the firewall").trim(), firewall.trim(), "{name}");
        let overview = under(&page, "Ports: what is plugged in, and is it on");
        for port in told {
            assert!(overview.contains(text(port, "name")), "{name}: {}", text(port, "name"));
        }
    }
}

/// I2
#[test]
fn each_requirement_is_measurable_owned_and_leads_back_to_threats() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let internal = document(&model, "internal");
        let stated = rows(under(&internal, "Infrastructure and minimum IT requirements"));
        let kinds: BTreeSet<&str> = stated.iter().map(|row| row[0].as_str()).collect();
        for kind in [
            "Hardware",
            "Operating systems and platforms",
            "Bandwidth",
            "Latency",
            "Network segments",
            "Names and addresses",
            "Time",
            "IT security measures",
        ] {
            assert!(kinds.contains(kind), "{name}: {kind}");
        }
        let report = model.report();
        for row in stated.iter().filter(|row| row[3] != "nothing needed") {
            assert_ne!(row[2], "not yet provided", "{name}: {row:?}");
            assert!(["operator", "integrator", "user"].contains(&row[4].as_str()), "{name}: {row:?}");
            let relying: Vec<&str> = row[7].split("<br>").map(|id| id.trim_matches('`')).collect();
            let known = |id: &&str| {
                find(&report, "elements", id).or(find(&report, "flows", id)).or(find(&report, "threats", id)).is_some()
            };
            assert!(relying.iter().all(known), "{name}: {relying:?}");
        }
    }
}

#[test]
fn a_kind_of_requirement_that_nobody_states_is_asked_for_and_printed_as_missing() {
    let model = Model::of("system s \"S\" {}\nsection how \"How\" : BackupRestore { text: \"So.\" }");
    let page = document(&model, "customer");
    let stated = rows(under(&page, "Infrastructure and minimum IT requirements"));
    let bandwidth = stated.iter().find(|row| row[0] == "Bandwidth").expect("a row");
    assert_eq!(bandwidth[1], "**Not yet provided.**");
    assert!(asked(&model).contains(&"s.BandwidthRequirement".to_owned()));
    model.append("m.tm", "assumption none \"None is needed.\" : BandwidthRequirement { owner: manufacturer, importance: not_needed, if_false: \"Nothing.\" }");
    assert!(!asked(&model).contains(&"s.BandwidthRequirement".to_owned()));
    assert!(under(&document(&model, "customer"), "Infrastructure and minimum IT requirements").contains("None is needed."));
}

/// I8
#[test]
fn each_transferred_threat_has_a_sentence_and_each_sentence_leads_back() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (customer, internal, report) = (document(&model, "customer"), document(&model, "internal"), model.report());
        let trace = model.ward(&["emit", "trace"]).printed.replace('\\', "");
        let told = rows(under(&customer, "Remaining risks and what to do about them"));
        let known = rows(under(&internal, "Remaining risks and what to do about them"));
        let back = &trace[trace.find("## From the instructions for use back").expect("the way back")..];
        let back = rows(back.split("\n## ").next().unwrap_or(back));
        let mut transferred = 0;
        for threat in list(&report, "threats").iter().filter(|threat| !threat["response"]["instruction"].is_null()) {
            let (id, sentence) = (text(threat, "id"), text(&threat["response"], "instruction"));
            transferred += usize::from(text(threat, "state") == "transferred");
            let row = known.iter().find(|row| row[4].contains(&format!("`{id}`"))).unwrap_or_else(|| panic!("{name}: {id}"));
            assert_eq!(row[0], sentence, "{name}");
            let reference = row[3].trim_matches('`').to_owned();
            assert!(told.iter().any(|row| row[0] == sentence && row[3].contains(&reference)), "{name}: {id}");
            let way_back = back.iter().find(|row| row[0].contains(&reference)).unwrap_or_else(|| panic!("{name}: {reference}"));
            assert!(way_back[0].contains(sentence) && way_back[1].contains(id), "{name}: {way_back:?}");
        }
        assert_eq!(told.len(), known.len());
        assert_eq!(
            transferred,
            list(&report, "threats").iter().filter(|threat| threat["state"] == "transferred").count(),
            "{name}"
        );
        for row in &told {
            assert!(row[3].split("<br>").all(|reference| trace.contains(reference.trim_matches('`'))), "{name}: {row:?}");
        }
    }
}

/// The name of the clause that a row of the index begins with.
fn clause_of(row: &[String]) -> String {
    row[0].split('`').nth(1).unwrap_or_else(|| panic!("no clause in {row:?}")).to_owned()
}

/// J1, J2 and J3
#[test]
fn every_expected_heading_is_there_even_where_nothing_is_known() {
    let empty = Model::of("system s \"S\" {}");
    for model in EXAMPLES.iter().map(|name| Model::example(name)).chain([empty]) {
        let page = document(&model, "customer");
        let index: BTreeMap<String, String> =
            rows(under(&page, "Clauses and sections")).into_iter().map(|row| (clause_of(&row), row[1].clone())).collect();
        let bullets = BULLETS.iter().map(|bullet| format!("imdrf.n60.csd.{bullet}"));
        let others = (1..=4)
            .map(|at| format!("imdrf.n60.label.{at}"))
            .chain((1..=9).map(|at| format!("mdcg.2019-16.hcp.{at}")))
            .chain(ADMINISTRATION.map(|what| format!("mdcg.2019-16.adm.{what}")));
        for clause in bullets.chain(others) {
            let places = index.get(&clause).unwrap_or_else(|| panic!("nothing answers {clause}"));
            for place in places.split("<br>") {
                assert!(page.contains(&format!("\n### {place}\n")), "{clause}: {place}");
                assert!(!under(&page, place).trim().is_empty(), "{clause}: {place} is empty");
            }
        }
    }
    let page = document(&Model::of("system s \"S\" {}"), "customer");
    for title in [
        "Getting and installing updates",
        "Backup and restore",
        "Keeping and recovering the configuration",
        "Hardening and secure configuration",
        "End of security support",
    ] {
        assert!(under(&page, title).to_lowercase().contains("not yet "), "{title}");
    }
}

/// The clauses that headings answer are clauses of the library.
#[test]
fn no_clause_is_invented() {
    let listed = std::fs::read_to_string("data/clauses.csv").expect("the list of clauses");
    let known: BTreeSet<&str> = listed.lines().filter_map(|line| line.split(',').next()).collect();
    let page = document(&Model::of("system s \"S\" {}"), "customer");
    let index = rows(under(&page, "Clauses and sections"));
    assert!(index.len() > 50);
    for row in index {
        assert!(known.contains(clause_of(&row).as_str()), "{row:?}");
    }
}

/// J4
#[test]
fn every_measure_has_one_who_sees_to_it() {
    for name in EXAMPLES {
        let page = document(&Model::example(name), "customer");
        let duties = rows(under(&page, "Who sees to what"));
        let mut seen = BTreeSet::new();
        for row in &duties {
            let owner = row[0].trim_matches('*');
            assert!(["operator", "integrator", "user"].contains(&owner), "{name}: {row:?}");
            assert!(seen.insert(row[1].clone()), "{name}: two see to “{}”", row[1]);
        }
        let requirements = rows(under(&page, "Infrastructure and minimum IT requirements"));
        for row in requirements.iter().filter(|row| row[3] != "nothing needed") {
            assert!(seen.contains(&row[1]), "{name}: {row:?}");
        }
    }
}

/// J6
#[test]
fn hosting_is_stated_where_something_is_hosted() {
    let local = Model::of("system s \"S\" {}\nboundary box \"Box\" : DeviceEnclosure { process p \"P\" : Firmware }");
    assert!(!document(&local, "customer").contains("Data kept outside the place of use"));
    local.append("m.tm", "boundary cloud \"Cloud\" : CloudTenant { store db \"Base\" : SqlDatabase { holds: [reading], encrypted: yes } }\ndata reading \"Reading\" : Measurement");
    let page = document(&local, "customer");
    let hosting = under(&page, "Data kept outside the place of use");
    assert_eq!(rows(hosting), [["Reading", "yes", "not stated"]], "{hosting}");
    assert!(hosting.contains("not yet provided"), "where it is hosted is not known: {hosting}");
}

/// N5 and K4, over the examples; field by field they are held to it beside the code.
#[test]
fn customers_learn_of_no_threat_no_evidence_no_component_and_no_file() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (page, report) = (document(&model, "customer"), model.report());
        let rules: BTreeSet<&str> = list(&report, "threats").iter().map(|threat| text(threat, "rule")).collect();
        for threat in list(&report, "threats") {
            assert!(!page.contains(text(threat, "id")) && !page.contains(text(threat, "statement")), "{name}");
        }
        assert!(rules.iter().all(|rule| !page.contains(&format!("{rule}@"))), "{name}");
        for control in list(&report, "controls") {
            for document in texts(control, "evidence").into_iter().filter(|document| !document.starts_with("IFU")) {
                assert!(!page.contains(document), "{name}: {document}");
            }
        }
        for software in list(&report, "software") {
            for component in list(software, "components") {
                let label = format!("{} {}", text(component, "name"), text(component, "version"));
                assert!(!page.contains(&label), "{name}: {label}");
            }
        }
        for file in model.sources() {
            assert!(!page.contains(&file), "{name}: {file}");
        }
    }
}

/// N8: what the tables say stands in the model or in the library, word by word.
#[test]
fn the_tables_say_what_the_model_says() {
    const WORDS: [&str; 12] = [
        "on (enabled)",
        "off (disabled)",
        "see how it is set",
        "not yet provided",
        "not stated",
        "users of the device",
        "anyone",
        "service staff",
        "nothing to check",
        "nobody",
        "the device as a whole",
        "nothing needed",
    ];
    for name in EXAMPLES {
        let model = Model::example(name);
        let said: String = model.sources().iter().map(|file| model.read(file)).collect::<Vec<_>>().join("\n");
        let library: String = ["ifu.tm", "core.tm", "components.tm", "ports.tm"]
            .map(|file| std::fs::read_to_string(format!("stdlib/{file}")).expect("the library"))
            .concat();
        let said = format!("{said}\n{library}").replace("\\\"", "\"");
        let page = document(&model, "customer");
        for title in [
            "Infrastructure and minimum IT requirements",
            "Hardening and secure configuration",
            "Messages, events and logs",
            "Roles, accounts and passwords",
        ] {
            for cell in rows(under(&page, title)).into_iter().flatten() {
                let pieces = cell.split("; ").map(|piece| piece.trim_matches('`'));
                let known = |piece: &str| {
                    said.contains(piece) || WORDS.contains(&piece) || ["required", "recommended", "yes", "none"].contains(&piece)
                };
                assert!(known(&cell) || pieces.clone().all(known), "{name}, {title}: “{cell}” is nowhere in the model");
            }
        }
    }
}

#[test]
fn nothing_is_asked_before_the_first_section_and_each_gap_once_after_it() {
    let model =
        Model::of("system s \"S\" {}\nboundary box \"Box\" : DeviceEnclosure { process p \"P\" : Firmware { own_code: yes } }");
    let before = asked(&model);
    assert!(before.iter().all(|id| !id.starts_with("s.")), "{before:?}");
    model.append("m.tm", "section how \"How\" : BackupRestore { text: \"So.\" }");
    let questions = asked(&model);
    let distinct: BTreeSet<&String> = questions.iter().collect();
    assert_eq!(distinct.len(), questions.len());
    assert!(questions.contains(&"s.Updates".to_owned()) && questions.contains(&"s.contact".to_owned()), "{questions:?}");
    assert!(!questions.contains(&"s.BackupRestore".to_owned()) && !questions.contains(&"s.Hosting".to_owned()), "{questions:?}");
    assert!(questions.len() - before.len() < 45, "a flood of {}", questions.len());
    assert!(model.ward(&["check"]).said.contains(&format!("{} questions", questions.len())));
    // a section that says nothing answers nothing
    model.edit("m.tm", "text: \"So.\"", "text: \" \"");
    assert!(asked(&model).contains(&"s.BackupRestore".to_owned()));
    assert!(under(&document(&model, "customer"), "Backup and restore").contains("Not yet provided."));
}

#[test]
fn what_is_missing_from_the_examples_is_asked_and_nothing_else_of_the_instructions() {
    let of_documents = |name: &str, system: &str| -> Vec<String> {
        let all = asked(&Model::example(name)).into_iter();
        all.filter(|id| id.starts_with(&format!("{system}.")) || id.ends_with(".hosted_at")).collect()
    };
    assert_eq!(of_documents("ventilator", "breva"), ["breva.Decommissioning"]);
    assert_eq!(of_documents("inhaler", "aera"), ["aera.bill_access", "internet.push.hosted_at", "aera.UseOutside"]);
    for (name, title) in
        [("ventilator", "Giving away, returning and disposing of the device"), ("inhaler", "Use in other places than intended")]
    {
        let model = Model::example(name);
        assert_eq!(under(&document(&model, "customer"), title).trim(), "**Not yet provided.**");
        let line = format!("section … : {} {{ … }}", if name == "inhaler" { "UseOutside" } else { "Decommissioning" });
        assert!(model.ward(&["emit", "questions"]).printed.contains(&line), "{name}: {line}");
        let internal = document(&model, "internal");
        assert!(under(&internal, title).contains("To be said in the model under the type `"), "{name}");
    }
}

#[test]
fn a_company_adds_its_own_heading_and_lays_out_steps() {
    let model = Model::of(
        r#"system s "S" {}
        type Cleaning "Cleaning" : section { chapter: safe_use, order: 15, readers: [user], asks: "How is the device cleaned?" }
        section loose "On paper" { text: "Printed on demand." }"#,
    );
    assert!(under(&document(&model, "customer"), "Cleaning").contains("Not yet provided."));
    assert!(asked(&model).contains(&"s.Cleaning".to_owned()));
    model.append("m.tm", "section wipe \"Wiping\" : Cleaning {\ntext: \"\"\"\n    Wipe it so:\n    1. Pull\n       the plug.\n    2. Wipe.\n    \"\"\"\n}");
    let page = document(&model, "customer");
    assert!(under(&page, "Cleaning").contains("Wipe it so:\n\n1. Pull the plug.\n2. Wipe."), "{page}");
    assert!(page.contains("### On paper\n\nPrinted on demand."), "{page}");
    let order: Vec<usize> = ["Remaining risks", "Cleaning", "What keeps working"]
        .iter()
        .filter_map(|title| page.find(&format!(" {title}")))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// J9 and N2
#[test]
fn names_and_values_are_those_of_the_other_artifacts() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (page, report) = (document(&model, "customer"), model.report());
        for row in rows(under(&page, "Data streams")) {
            let flow = item(&report, "flows", row[11].trim_matches('`'));
            assert_eq!((row[0].as_str(), row[1].as_str()), (text(flow, "name"), text(flow, "source_name")), "{name}");
            assert_eq!(row[2].trim_end_matches(" (and back)"), text(flow, "target_name"), "{name}");
            assert_eq!(row[5], flow["protocol"].as_str().unwrap_or("not stated"), "{name}");
        }
        assert!(page.contains(text(&report["scope"], "support_until")), "{name}");
        assert!(!ids(&report, "ports").is_empty());
    }
}

/// I3 and I6
#[test]
fn controls_around_the_device_have_a_reason_and_events_an_action_or_both_are_asked_for() {
    let page = document(&Model::example("ventilator"), "customer");
    let measures = rows(under(&page, "Controls around the device"));
    assert_eq!(measures.len(), 2);
    let importance: Vec<&str> = measures.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(importance, ["required", "recommended"]);
    for name in EXAMPLES {
        let page = document(&Model::example(name), "customer");
        for row in rows(under(&page, "Controls around the device")).iter().chain(&rows(under(&page, "Messages, events and logs")))
        {
            assert!(row.iter().all(|cell| !cell.contains("not yet provided")), "{name}: {row:?}");
        }
    }
    let model = Model::of(
        r#"system s "S" {}
        boundary box "Box" : DeviceEnclosure { process p "P" : Firmware { own_code: yes, controls: [segment] } }
        control segment "Segment" : NetworkSegmentation { status: implemented }
        section wrong "Wrong password" : SecurityEvent { noticed: "A tone." }"#,
    );
    let questions = asked(&model);
    for id in ["segment.owner", "segment.importance", "segment.reason", "wrong.action"] {
        assert!(questions.contains(&id.to_owned()), "{id} in {questions:?}");
    }
    assert!(!questions.contains(&"wrong.noticed".to_owned()));
    let event = rows(under(&document(&model, "customer"), "Messages, events and logs"));
    assert_eq!(event[0], ["Wrong password", "A tone.", "not yet provided", "not stated"]);
}
