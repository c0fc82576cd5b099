//! Standards held against models: rows H2, H3 and H6 of the regulatory checklist, and the answers of a model.

use std::collections::BTreeSet;

use serde_json::Value;

use super::kit::{EXAMPLES, Model, ids, item, list, records, text, texts};

/// The groups of table 1 of IMDRF N60 with the number of their considerations.
const CONSIDERATIONS: [(&str, usize); 7] =
    [("comm", 8), ("data", 4), ("integ", 3), ("auth", 5), ("maint", 7), ("phys", 3), ("avail", 4)];

/// A model with a standard of its own.
const HOUSE: &str = r#"
standard house "House rules" {
    edition: "3"
    binding: guidance
    prefix:  "house"
    clause one "Purpose" {
        id:           "house.1"
        text:         "Each port says what it is for."
        evidence_tag: recalled
        for port p
        satisfied when known(p.purpose)
    }
    clause two "Sockets" {
        id:           "house.2"
        text:         "Somebody looks after the sockets."
        evidence_tag: verified
    }
}
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port lan : EthernetPort { purpose: "Sends alarms." }
        port usb : UsbHost { default: disabled, unused: "Not fitted." }
    }
}
"#;

#[track_caller]
fn matrix(model: &Model, standard: &str) -> Value {
    model.json(&["emit", "matrix", "--standard", standard, "--format", "json"])["standard"].clone()
}

fn house(answers: &str) -> Model {
    Model::of(&format!("{HOUSE}{answers}"))
}

/// The states of a clause's parts.
fn states<'v>(standard: &'v Value, clause: &str) -> Vec<&'v str> {
    list(item(standard, "clauses", clause), "parts").iter().map(|part| text(part, "state")).collect()
}

/// The documents of a part.
fn documents(part: &Value) -> Vec<&str> {
    list(part, "evidence").iter().map(|evidence| text(evidence, "document")).collect()
}

/// H2: each of the 34 considerations is answered by something, or asked.
#[test]
fn all_considerations_of_n60_are_answered_or_asked() {
    for name in EXAMPLES {
        let standard = matrix(&Model::example(name), "imdrf_n60");
        for (group, number) in CONSIDERATIONS {
            let prefix = format!("imdrf.n60.{group}.");
            let of_group: Vec<&Value> =
                list(&standard, "clauses").iter().filter(|clause| text(clause, "id").starts_with(&prefix)).collect();
            assert_eq!(of_group.len(), number, "{name}: {group}");
            for clause in of_group {
                assert!(!list(clause, "parts").is_empty(), "{name}: {} is blank", clause["id"]);
                for part in list(clause, "parts") {
                    let told = !text(part, "reason").is_empty()
                        || !list(part, "evidence").is_empty()
                        || !list(part, "controls").is_empty();
                    assert!(told, "{name}: {} says nothing: {part}", clause["id"]);
                    let asks = !list(part, "questions").is_empty();
                    assert!(text(part, "state") != "asked" || asks, "{name}: {} asks nothing: {part}", clause["id"]);
                }
            }
        }
    }
}

/// Every clause of every standard of the ventilator has a state, and the sums are those of the rows.
#[test]
fn the_sums_are_those_of_the_rows() {
    let model = Model::example("ventilator");
    for standard in ["mdr", "fda_premarket", "mdcg_2019_16", "imdrf_n60"] {
        let standard = matrix(&model, standard);
        let counts = standard["counts"].as_object().expect("counts");
        let sum: u64 = counts.values().filter_map(Value::as_u64).sum();
        assert_eq!(sum as usize, list(&standard, "clauses").len());
        let gaps = list(&standard, "clauses").iter().filter(|clause| clause["state"] == "gap").count();
        assert_eq!(counts["gap"], gaps);
    }
}

/// Closing a gap changes the cells of the element and of the control, and no other.
#[test]
fn closing_a_gap_changes_exactly_its_cells() {
    const PORT: &str = "hospital.icu.breva.therapy.blower.swd";
    let model = Model::example("ventilator");
    // clause, state, what says so, and the threat or element it is said of
    let cells = || -> BTreeSet<[String; 4]> {
        let standard = matrix(&model, "imdrf_n60");
        let mut cells = BTreeSet::new();
        for clause in list(&standard, "clauses") {
            for part in list(clause, "parts") {
                let named = if part["ground"] == "threats" { texts(part, "threats") } else { ids(part, "elements") };
                cells.extend(
                    named
                        .into_iter()
                        .map(|named| [text(clause, "id"), text(part, "state"), text(part, "ground"), named].map(str::to_owned)),
                );
            }
        }
        cells
    };
    let gap = |standard: &Value| states(standard, "imdrf.n60.phys.3").contains(&"gap");
    let before = cells();
    assert!(gap(&matrix(&model, "imdrf_n60")));
    let line =
        model.read("controls.tm").lines().find(|line| line.starts_with("control therapy_debug_lock")).expect("it").to_owned();
    assert!(line.contains("status: planned"), "{line}");
    let closed = line.replace("status: planned", "status: verified, evidence: [\"VER-241\"]");
    model.edit("controls.tm", &line, &closed);
    let after = cells();
    assert!(!gap(&matrix(&model, "imdrf_n60")));
    let changed: Vec<&[String; 4]> = before.symmetric_difference(&after).collect();
    for cell in &changed {
        assert!(cell[3].ends_with(PORT) || cell[3] == "therapy_debug_lock", "{cell:?}");
    }
    let moved = |clause: &str, state: &str, ground: &str, of: &str| {
        let cell = [clause, state, ground, of].map(str::to_owned);
        (before.contains(&cell), after.contains(&cell))
    };
    let threat = format!("TAM05@{PORT}");
    assert_eq!(moved("imdrf.n60.phys.3", "gap", "check", PORT), (true, false));
    assert_eq!(moved("imdrf.n60.phys.3", "addressed", "check", PORT), (false, true));
    assert_eq!(moved("imdrf.n60.phys.3", "gap", "threats", &threat), (true, false));
    assert_eq!(moved("imdrf.n60.phys.3", "addressed", "threats", &threat), (false, true));
    assert_eq!(moved("imdrf.n60.sub.3", "gap", "check", "therapy_debug_lock"), (true, false));
    let clause = matrix(&model, "imdrf_n60");
    let parts = list(item(&clause, "clauses", "imdrf.n60.phys.3"), "parts");
    assert!(parts.iter().any(|part| documents(part).contains(&"VER-241")));
}

/// H6: nothing claims more than that something is addressed; guidance is no law, and a text that is recalled says so.
#[test]
fn nothing_claims_conformity() {
    let model = house("answer house.two { text: \"The technician does.\" }\n");
    let page = model.ward(&["emit", "matrix", "--standard", "house"]).printed;
    for claim in ["conform", "complian", "complies", "satisf", "fulfil", "guarantee", "certif", "is met"] {
        assert!(!page.to_lowercase().contains(claim), "{claim}: {page}");
    }
    for part in ["guidance, not law", "**\\[text recalled\\]**", "addressed, evidence pending", "| Edition | 3 |"] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn a_clause_without_a_check_is_asked_until_it_is_answered() {
    let asked = matrix(&house(""), "house");
    assert_eq!(states(&asked, "house.2"), ["asked"]);
    assert_eq!(texts(&list(item(&asked, "clauses", "house.2"), "parts")[0], "questions"), ["answer house.two"]);
    let shown = matrix(&house("answer \"house.2\" { evidence: [\"SOP-17\"] }\n"), "house");
    assert_eq!(states(&shown, "house.2"), ["addressed"]);
    assert_eq!(documents(&list(item(&shown, "clauses", "house.2"), "parts")[0]), ["SOP-17"]);
    assert_eq!(shown["counts"]["addressed"], 1);
    let aside = matrix(&house("answer house.two { not_applicable: \"It has no sockets.\" }\n"), "house");
    assert_eq!(states(&aside, "house.2"), ["not_applicable"]);
}

#[test]
fn what_is_only_planned_addresses_nothing() {
    let planned = "control care : LockedCover { status: planned }\nanswer house.two { controls: [care] }\n";
    assert_eq!(states(&matrix(&house(planned), "house"), "house.2"), ["gap"]);
    let there = planned.replace("planned", "implemented");
    assert_eq!(states(&matrix(&house(&there), "house"), "house.2"), ["addressed"]);
}

#[test]
fn an_answer_stands_beside_a_gap_and_never_hides_it() {
    let model = house("answer house.one { not_applicable: \"It has no ports.\" }\n");
    let standard = matrix(&model, "house");
    assert_eq!(states(&standard, "house.1"), ["gap", "addressed", "not_applicable"]);
    assert_eq!(item(&standard, "clauses", "house.1")["state"], "gap");
    model.ward(&["check"]).ends(0, &["TM0424", "pump.app.lan"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0424]"]);
}

#[test]
fn the_command_line_names_the_standard() {
    let model = house("");
    let emit = |arguments: &[&str]| model.ward(&[&["emit", "matrix"], arguments].concat());
    emit(&[]).ends(3, &["which standard?", "`house`", "`imdrf_n60`"]);
    emit(&["--standard", "huose"]).ends(3, &["did you mean `house`?"]);
    emit(&["--standard", "imdrf.n60"]).ends(0, &[]).prints(&["IMDRF N60"]);
    model.ward(&["emit", "threats", "--standard", "house"]).ends(3, &["`--standard` is about matrices"]);
    let all = model.build();
    for name in ["matrix-house.md", "matrix-house.csv", "matrix-house.json", "matrix-imdrf_n60.md"] {
        assert!(all.contains_key(name), "{name}");
    }
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\n[build]\noutputs = [\"matrix.csv\", \"matrix-house.md\"]\n");
    assert_eq!(model.build().into_keys().collect::<Vec<_>>(), ["matrix-house.csv", "matrix-house.md", "matrix-imdrf_n60.csv"]);
}

#[test]
fn the_table_has_a_row_for_each_part_and_the_page_each_clause() {
    let model = Model::example("inhaler");
    let artifacts = model.build();
    let standard = matrix(&model, "imdrf_n60");
    let (headings, rows) = records(&artifacts["matrix-imdrf_n60.csv"]);
    let parts: usize = list(&standard, "clauses").iter().map(|clause| list(clause, "parts").len()).sum();
    assert_eq!(rows.len(), parts);
    assert_eq!(headings[0], "clause");
    for clause in ids(&standard, "clauses") {
        assert!(artifacts["matrix-imdrf_n60.md"].contains(&format!("`{clause}`")), "{clause}");
    }
}

#[test]
fn a_clause_is_explained_with_its_standing() {
    let model = house("");
    model.ward(&["explain", "house.1"]).ends(0, &[]).prints(&["gap: purpose: not stated", "  pump.app.usb", "  pump.app.lan"]);
    model.ward(&["explain", "house.two"]).ends(0, &[]).prints(&["asked: no check decides it"]);
}
