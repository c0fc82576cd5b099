//! Standards held against models: rows H2, H3 and H6 of the regulatory checklist, and the answers of a model.

use std::collections::{BTreeMap, BTreeSet};

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

/// Cells of the CSV of every matrix of the ventilator: file, clause, what is said of (an element, a threat, or the clause), column; and the cell.
///
/// A row of the CSV holds elements that stand alike together, so each of its cells is one of each element.
fn csv_cells(model: &Model) -> BTreeMap<[String; 4], String> {
    const OF_EACH: [&str; 3] = ["state", "does it apply", "how it is shown, or why not"];
    const OF_ROW: [&str; 3] = ["document", "section or item", "questions"];
    const OF_CLAUSE: [&str; 4] = ["state of the clause", "what it asks for", "where in the document", "edition"];
    let mut cells = BTreeMap::new();
    for (file, csv) in model.build().iter().filter(|(file, _)| file.starts_with("matrix-") && file.ends_with(".csv")) {
        let (headings, rows) = records(csv);
        let at = |row: &[String], name: &str| row[headings.iter().position(|heading| heading == name).expect(name)].clone();
        for row in &rows {
            let clause = at(row, "clause");
            let mut add = |of: &str, columns: &[&str]| {
                for column in columns {
                    let key = [file.clone(), clause.clone(), of.to_owned(), (*column).to_owned()];
                    let known = cells.insert(key.clone(), at(row, column));
                    assert!(known.is_none_or(|known| known == at(row, column)), "two values of {key:?}");
                }
            };
            let (elements, threats) = (at(row, "elements"), at(row, "threats"));
            let ground = at(row, "decided by");
            let named: Vec<&str> = if threats == "none" { elements.split("; ") } else { threats.split("; ") }.collect();
            named.iter().for_each(|name| add(&format!("{ground}: {name}"), &OF_EACH));
            // documents of elements that stand alike stand together, those of an answer for themselves
            if named == ["none"] {
                add(&format!("{ground}: none"), &OF_ROW);
            }
            add("the clause", &OF_CLAUSE);
        }
    }
    cells
}

/// The rows (file, clause, what they are said of) in which two builds differ.
fn changed_rows(before: &BTreeMap<[String; 4], String>, after: &BTreeMap<[String; 4], String>) -> BTreeSet<[String; 3]> {
    let keys = before.keys().chain(after.keys());
    let differing = keys.filter(|key| before.get(*key) != after.get(*key));
    differing.map(|[file, clause, of, _]| [file.clone(), clause.clone(), of.clone()]).collect()
}

/// A control with evidence that closes a gap: the rows of the CSV that hold its element, and no others, in whichever standard.
#[test]
fn closing_a_gap_changes_only_the_rows_of_its_element() {
    const PORT: &str = "hospital.icu.breva.therapy.blower.swd";
    let model = Model::example("ventilator");
    let before = csv_cells(&model);
    let line =
        model.read("controls.tm").lines().find(|line| line.starts_with("control therapy_debug_lock")).expect("it").to_owned();
    model.edit("controls.tm", &line, &line.replace("status: planned", "status: verified, evidence: [\"VER-249, section 3\"]"));
    let after = csv_cells(&model);
    let changed = changed_rows(&before, &after);
    assert!(changed.len() > 6, "{changed:?}");
    let about = |of: &str| of.ends_with(PORT) || of.ends_with(": therapy_debug_lock");
    let touched: BTreeSet<&String> = changed.iter().filter(|[.., of]| about(of)).map(|[_, clause, _]| clause).collect();
    for [file, clause, of] in &changed {
        // a clause as a whole changes with its rows alone
        assert!(about(of) || (of == "the clause" && touched.contains(clause)), "{file}, {clause}: {of}");
    }
    let files: BTreeSet<&str> = changed.iter().map(|[file, ..]| file.as_str()).collect();
    let expected =
        ["matrix-fda_premarket.csv", "matrix-imdrf_n60.csv", "matrix-mdcg_2019_16.csv", "matrix-mdr.csv", "matrix-mds2.csv"];
    assert_eq!(files.into_iter().collect::<Vec<_>>(), expected);
    // the protection against access: the gap of the port is gone, and its new row names document and place
    let of_access = |cells: &BTreeMap<[String; 4], String>, column: &str| -> Vec<String> {
        let of_port = cells
            .iter()
            .filter(|([_, clause, of, heading], _)| clause == "mdr.gspr.18.8" && of.contains(PORT) && heading == column);
        of_port.map(|(_, cell)| cell.clone()).collect()
    };
    assert_eq!(of_access(&before, "state"), ["gap"]);
    assert_eq!(of_access(&after, "state"), ["addressed, evidence named"]);
    let page = model.ward(&["emit", "matrix", "--standard", "mdr"]);
    page.prints(&["VER-249", "VER-249: section 3"]);
    let key = ["matrix-mdr.csv", "mdr.gspr.18.8", "the clause", "state of the clause"].map(str::to_owned);
    assert_eq!((before[&key].as_str(), after[&key].as_str()), ("gaps", "asked"));
}

/// Taking an answer back leaves its clause asked; putting a clause aside leaves it not applicable. Neither touches another clause.
#[test]
fn an_answer_changes_its_own_clause_and_no_other() {
    let model = Model::example("ventilator");
    let before = csv_cells(&model);
    let line = model.read("answers.tm").lines().find(|line| line.starts_with("answer mdr.art_83 ")).expect("it").to_owned();
    let of_clause = |cells: &BTreeMap<[String; 4], String>, column: &str| -> Vec<String> {
        let rows = cells.iter().filter(|([_, clause, _, heading], _)| clause == "mdr.art.83" && heading == column);
        rows.map(|(_, cell)| cell.clone()).collect()
    };
    assert_eq!(of_clause(&before, "document"), ["SOP-40"]);
    assert_eq!(of_clause(&before, "section or item"), ["section 2"]);
    assert_eq!(of_clause(&before, "does it apply"), ["yes"]);
    for (replaced, state, applies) in [
        ("", "asked", "not decided"),
        ("answer mdr.art_83 { not_applicable: \"The device is not placed on the market.\" }", "not applicable", "no"),
    ] {
        model.edit("answers.tm", &line, replaced);
        let after = csv_cells(&model);
        for [file, clause, _] in changed_rows(&before, &after) {
            assert_eq!((file.as_str(), clause.as_str()), ("matrix-mdr.csv", "mdr.art.83"));
        }
        assert_eq!(of_clause(&after, "state"), [state]);
        assert_eq!(of_clause(&after, "does it apply"), [applies]);
        let text = model.read("answers.tm");
        model.write("answers.tm", &if replaced.is_empty() { format!("{text}\n{line}\n") } else { text.replace(replaced, &line) });
    }
}

/// H3: each row of the MDR says whether it applies, how that is shown, in which document and where in it.
#[test]
fn a_row_of_the_mdr_says_whether_how_and_where() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let artifacts = model.build();
        let (headings, rows) = records(&artifacts["matrix-mdr.csv"]);
        let at = |row: &[String], name: &str| row[headings.iter().position(|heading| heading == name).expect("a column")].clone();
        let mut answered = 0;
        for row in &rows {
            let clause = at(row, "clause");
            assert!(["yes", "no", "not decided"].contains(&at(row, "does it apply").as_str()));
            assert!(!at(row, "how it is shown, or why not").is_empty(), "{name}: {clause}");
            if at(row, "decided by") == "answer of the model" && at(row, "does it apply") == "yes" {
                answered += 1;
                let (document, place) = (at(row, "document"), at(row, "section or item"));
                assert_ne!(document, "no evidence recorded", "{name}: {clause}");
                // the place of what the answer itself names; a control's own report is a document as a whole
                assert!(
                    place.contains("section")
                        || place.contains("part")
                        || place.contains("page")
                        || place.contains("table")
                        || place.contains("cover"),
                    "{name}: {clause}: {place}"
                );
            }
        }
        assert!(answered >= 30, "{name}: {answered}");
    }
}

#[test]
fn an_answer_without_a_place_is_told_in_a_draft_and_refused_in_a_release() {
    let mdr = |evidence: &str| Model::of(&format!("import std.mdr\nanswer mdr.gspr_3 {{ evidence: [{evidence}] }}\n"));
    let model = mdr("\"SOP-12, section 3\", \"RMF-001\"");
    model.ward(&["check"]).ends(0, &["warning[TM0425]", "`RMF-001`", "precise place"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0425]"]);
    assert!(!mdr("\"RMF-001, section 8\"").ward(&["check"]).said.contains("TM0425"));
    // guidance does not ask for it
    let guidance = Model::of("import std.n60\nanswer imdrf_n60.plan_2 { evidence: [\"SOP-17\"] }\n");
    assert!(!guidance.ward(&["check"]).said.contains("TM0425"));
}

#[test]
fn a_shortened_id_is_recognised() {
    let model = Model::of("import std.fda\n");
    model.ward(&["explain", "fda.label.3"]).ends(3, &["did you mean `fda.premarket.2026-02-03.label.3`?"]);
    model.ward(&["explain", "fda.premarket.2026-02-03.app2.3"]).ends(0, &[]).prints(&[
        "place           appendix 2, item 3",
        "edition 2026-02-03",
        "guidance, not law",
    ]);
}

/// A missing fact leaves open whether a clause applies only where it is the fact that decides this.
#[test]
fn a_clause_applies_although_its_answer_is_missing() {
    let model = Model::of(
        r#"
attribute port.watched : bool "Is {self} watched?"
attribute port.logged  : bool "Is {self} logged?"
standard house "House rules" {
    edition: "1"
    binding: guidance
    prefix:  "house"
    clause one "Logging" {
        id:           "house.1"
        text:         "A watched port is logged."
        evidence_tag: verified
        for port p
        applies when   p.watched
        satisfied when p.logged
    }
}
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        port seen : EthernetPort { purpose: "x", watched: yes }
        port open : UsbHost { purpose: "x" }
        port shut : UsbHost { purpose: "x", watched: no }
    }
}
"#,
    );
    let standard = matrix(&model, "house");
    let parts = list(item(&standard, "clauses", "house.1"), "parts");
    let of = |port: &str| {
        let part = parts.iter().find(|part| ids(part, "elements").contains(&port)).unwrap_or_else(|| panic!("{port}: {parts:?}"));
        (text(part, "state"), part["applies"].as_bool())
    };
    assert_eq!(of("pump.app.seen"), ("asked", Some(true)));
    assert_eq!(of("pump.app.open"), ("asked", None));
    assert_eq!(of("pump.app.shut"), ("not_applicable", Some(false)));
}

#[test]
fn clauses_are_listed_with_their_state_and_place() {
    let model = Model::example("ventilator");
    let rows = model.json(&["list", "clauses", "--format", "json"]);
    let of =
        |id: &str| rows.as_array().expect("rows").iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id}")).clone();
    let row = of("mdr.gspr.18.8");
    assert_eq!((text(&row, "state"), text(&row, "where_in_the_document")), ("gap", "Annex I, point 18.8"));
    assert_eq!(text(&of("mdr.art.83"), "state"), "addressed, evidence named");
    assert_eq!(text(&of("fda.premarket.2026-02-03.label.3"), "edition"), "2026-02-03");
    // a library has clauses, and nothing that stands to them
    let library = super::kit::Run::of(super::kit::ward(std::path::Path::new(".")).args(["list", "clauses", "stdlib"]));
    library.ends(0, &[]).prints(&["mdr.gspr.18.8"]);
    assert!(!library.printed.contains("STATE"));
}

#[test]
fn an_answer_is_explained_with_its_documents() {
    let model = Model::example("ventilator");
    let page = model.ward(&["explain", "mdr.gspr.14.2d"]);
    page.ends(0, &[]).prints(&[
        "place           Annex I, point 14.2(d)",
        "  by runs_alone, verified",
        "  shown in VER-102, section 3",
    ]);
}

/// Each row of the standards an example imports is answered or asked; most are answered, and a draft leaves some to be asked.
#[test]
fn the_examples_answer_most_rows_and_hide_none() {
    for (name, standards) in [
        ("ventilator", &["imdrf_n60", "mdr", "fda_premarket", "fdca_524b", "mdcg_2019_16"][..]),
        ("inhaler", &["imdrf_n60", "mdr", "fda_premarket", "fdca_524b"]),
    ] {
        let model = Model::example(name);
        let mut asked_in_all = 0;
        for standard in standards {
            let standard = matrix(&model, standard);
            let clauses = list(&standard, "clauses");
            let nobody = |clause: &&Value| list(clause, "parts").iter().any(|part| part["ground"] == "nothing");
            for clause in clauses {
                assert!(!list(clause, "parts").is_empty(), "{name}: {}", clause["id"]);
                for part in list(clause, "parts").iter().filter(|part| part["ground"] == "nothing") {
                    assert_eq!((text(part, "state"), list(part, "questions").len()), ("asked", 1), "{name}: {}", clause["id"]);
                }
            }
            let asked = clauses.iter().filter(nobody).count();
            assert!(clauses.len() < 10 || asked * 8 < clauses.len(), "{name}, {}: {asked} of {}", standard["id"], clauses.len());
            asked_in_all += asked;
        }
        assert!(asked_in_all > 0, "{name}: a draft owes something");
    }
}
