//! What a change to a model changes in what Ward says of it, and what it must not.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::kit::{EXAMPLES, Model, drawn, find, ids, item, list, records, state, text, texts};

// ------------------------------------------------------------ controls

#[test]
fn a_control_taken_away_leaves_its_threats_uncountered() {
    let model = Model::example("inhaler");
    let id = "TAM05@home.around.inhaler.main.pads";
    assert_eq!(state(&model.report(), id), "mitigated");
    model.edit("home.tm", "controls: [chip_lock]", "");
    assert!(["open", "question"].contains(&&*state(&model.report(), id)));
    let model = Model::example("ventilator");
    model.edit("device.tm", "controls: [debug_fuse]", "");
    assert_eq!(state(&model.report(), "TAM05@hospital.icu.breva.main.app.jtag"), "question");
}

#[test]
fn a_control_without_a_status_does_not_count() {
    let model = Model::example("inhaler");
    model.edit(
        "controls.tm",
        "control chip_lock \"Debug access locked in the chip\" : DebugLock { status: verified, ",
        "control chip_lock : DebugLock { ",
    );
    let report = model.report();
    assert_ne!(state(&report, "TAM05@home.around.inhaler.main.pads"), "mitigated");
    assert_eq!(item(&report, "controls", "chip_lock")["status"], Value::Null);
}

/// Each control of the inhaler, planned instead of there: what it alone countered is open, with the control named beside it.
#[test]
fn a_planned_control_leaves_the_threat_open_and_is_named_beside_it() {
    let before = Model::example("inhaler").report();
    let countered = |threat: &&Value, control: &str| {
        let by: Vec<&str> = list(threat, "controls").iter().map(|used| text(used, "id")).collect();
        threat["state"] == "mitigated" && threat["response"].is_null() && by == [control]
    };
    let mut seen = 0;
    for control in ids(&before, "controls") {
        let held: Vec<&Value> = list(&before, "threats").iter().filter(|threat| countered(threat, control)).collect();
        if held.is_empty() {
            continue;
        }
        let model = Model::example("inhaler");
        let declared = format!("control {control} ");
        let lines: Vec<String> = model
            .read("controls.tm")
            .lines()
            .map(|line| {
                if line.starts_with(&declared) {
                    line.replace("status: verified", "status: planned").replace("status: implemented", "status: planned")
                } else {
                    line.to_owned()
                }
            })
            .collect();
        model.write("controls.tm", &lines.join("\n"));
        let after = model.report();
        for threat in held {
            // a rule about the control itself, such as outdated encryption, has nothing to say without it
            let Some(now) = find(&after, "threats", text(threat, "id")) else { continue };
            if now["state"] == "mitigated" {
                let by: Vec<&str> = list(now, "controls").iter().map(|used| text(used, "id")).collect();
                assert!(!by.contains(&control), "{} still counts on {control}", threat["id"]);
                continue;
            }
            assert_eq!(now["state"], "open", "{} without {control}", threat["id"]);
            let planned: Vec<&str> = list(now, "planned").iter().map(|used| text(used, "id")).collect();
            assert!(planned.contains(&control), "{}: {control} is not among {planned:?}", threat["id"]);
            assert_eq!(now["risk_before"], now["risk_after"], "{}", threat["id"]);
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn a_planned_control_is_named_where_the_protocol_guarantees_too_little() {
    let report = Model::example("inhaler").report();
    let threat = item(&report, "threats", "SPF01@download_plan");
    assert_eq!(threat["state"], "open");
    assert_eq!(threat["planned"][0]["id"], "signed_plan");
}

#[test]
fn a_control_with_evidence_is_in_the_table_of_mitigated_threats() {
    let artifacts = Model::example("inhaler").build();
    let (_, table) = artifacts["threats.md"].split_once("## Mitigated threats").expect("the table");
    let row = table.lines().find(|line| line.contains("`TAM05@home.around.inhaler.main.pads`")).expect("the row");
    assert!(row.contains("Debug access locked in the chip (protective measure, verified)") && row.contains("T-140"), "{row}");
    let threat: Value = serde_json::from_str(&artifacts["threats.json"]).expect("JSON");
    assert_eq!(item(&threat, "threats", "TAM05@home.around.inhaler.main.pads")["unevidenced"], false);
}

#[test]
fn a_protection_nobody_stands_behind_is_reported() {
    let model = Model::example("inhaler");
    model.edit("home.tm", "carries: [advertised_name]", "carries: [advertised_name]\n    encrypted: yes");
    model.ward(&["check"]).ends(0, &["warning[TM0256]", "encrypted", "advertise"]);
    let release = model.ward(&["check", "--release"]);
    assert!(release.said.contains("TM0256"), "{}", release.said);
}

// ------------------------------------------------------------ facts

#[test]
fn a_fact_taken_away_is_asked_for() {
    let model = Model::example("inhaler");
    let id = "ELV04@home.around.phone.app";
    assert_eq!(state(&model.report(), id), "mitigated");
    model.edit("home.tm", "privileged:      no\n", "\n");
    let report = model.report();
    assert_eq!(state(&report, id), "question");
    assert_eq!(texts(item(&report, "threats", id), "missing"), ["home.around.phone.app.privileged"]);
    assert!(find(&report, "questions", "home.around.phone.app.privileged").is_some());
    let explained = model.ward(&["explain", id]);
    explained.ends(0, &[]).prints(&[
        "state           question",
        "home.around.phone.app.privileged = not stated",
        "Are the rights of Aera app wider than needed?",
    ]);
    model.ward(&["list", "questions"]).ends(0, &[]).prints(&["home.around.phone.app.privileged"]);
    model.edit(
        "home.tm",
        "controls:        [app_lock, app_checks]",
        "privileged: unknown\ncontrols:        [app_lock, app_checks]",
    );
    assert_eq!(state(&model.report(), id), "question", "`unknown` is the same as silence");
}

#[test]
fn an_answer_decides_its_threats() {
    let model = Model::example("inhaler");
    let report = model.report();
    let question = &list(&report, "questions")[0];
    assert_eq!(question["id"], "home.around.inhaler.main.login", "the most consequential one");
    let hanging = texts(question, "threats");
    model.edit("home.tm", "operating_system: rtos", "operating_system: rtos\nlogin: none");
    let after = model.report();
    assert!(find(&after, "questions", "home.around.inhaler.main.login").is_none());
    assert!(hanging.iter().any(|threat| state(&after, threat) == "open"));
}

// ------------------------------------------------------------ what must not change anything

/// Lines of an artifact without what may change, each with how often it occurs.
fn lines(artifact: &str, hash: &str) -> BTreeMap<String, isize> {
    let mut all = BTreeMap::new();
    for line in artifact.lines() {
        let line = line.replace(hash, "HASH");
        *all.entry(line.trim().trim_end_matches(',').to_owned()).or_default() += 1;
    }
    all
}

fn hash(report: &Value) -> String {
    text(&report["title"], "model_hash").to_owned()
}

#[test]
fn an_unrelated_component_only_adds() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let (before, report) = (model.build(), model.report());
        model.write("annex.tm", "boundary annex \"Annex\" {\n    process zonk \"Zonk counter\" {\n        port zonk_port \"Zonk socket\" { purpose: \"Counts.\", unused: \"Nothing.\" }\n    }\n}\n");
        let root = format!("{name}.tm");
        model.append(&root, "import \"annex.tm\"");
        let (after, grown) = (model.build(), model.report());
        for key in ["threats", "questions", "ports", "elements", "flows", "data", "controls"] {
            let grown: BTreeSet<&str> = ids(&grown, key).into_iter().collect();
            assert!(ids(&report, key).iter().all(|id| grown.contains(id)), "{name}: {key}");
        }
        assert_ne!(hash(&report), hash(&grown));
        let added: Vec<&String> = after.keys().filter(|file| !before.contains_key(*file)).collect();
        assert!(added.iter().all(|file| file.starts_with("dfd-annex.")) && !added.is_empty(), "{added:?}");
        // pictures of the whole show what is new; all others stay as they are
        let whole = |file: &str| after[file].contains("Annex") || after[file].contains("Zonk");
        // the page of the coverage matrix counts its reasons, that of the views its elements; tables have them in full; HTML is written from the same pages
        let counting = ["coverage.md", "views.md"];
        for (file, was) in before.iter().filter(|(file, _)| !counting.contains(&file.as_str()) && !file.ends_with(".html")) {
            if file.starts_with("dfd-") && whole(file) {
                continue;
            }
            let (was, is) = (lines(was, &hash(&report)), lines(&after[file], &hash(&grown)));
            for (line, number) in was {
                let kept = is.get(&line).copied().unwrap_or(0) >= number;
                assert!(kept || is_a_count(&line), "{name}: {file} lost the line {line}");
            }
        }
        let pictures: Vec<&String> = before.keys().filter(|file| file.starts_with("dfd-") && !whole(file)).collect();
        assert!(pictures.len() > 30, "{name}: {pictures:?}");
        for file in pictures {
            assert_eq!(before[file].replace(&hash(&report), ""), after[file].replace(&hash(&grown), ""), "{name}: {file}");
        }
    }
}

/// Numbers of findings and questions, and the running numbers of questions, which a new one can push down.
fn is_a_count(line: &str) -> bool {
    let counts =
        ["**Questions unanswered", "| open |", "| question |", "\"open\":", "\"undecided\":", "\"questions\":", "### Question "];
    let numbered =
        || line.strip_prefix("| ").and_then(|rest| rest.split(' ').next()).is_some_and(|word| word.parse::<u32>().is_ok());
    let listing = line.split(',').next().is_some_and(|cell| cell.parse::<u32>().is_ok());
    counts.iter().any(|count| line.starts_with(count)) || numbered() || listing
}

fn findings(report: &Value) -> BTreeMap<String, String> {
    list(report, "threats").iter().map(|threat| (text(threat, "id").to_owned(), text(threat, "state").to_owned())).collect()
}

/// A model says the same as before: same findings in the same states, same fingerprint.
#[track_caller]
fn unchanged(before: &Value, after: &Value) {
    assert_eq!(findings(before), findings(after));
    assert_eq!(hash(before), hash(after), "the fingerprint");
}

#[test]
fn the_order_of_declarations_does_not_matter() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let before = model.report();
        for file in model.sources() {
            let declared = blocks(&model.read(&file));
            model.write(&file, &declared.into_iter().rev().collect::<Vec<_>>().join("\n"));
        }
        model.ward(&["check"]).ends(0, &[]);
        unchanged(&before, &model.report());
    }
}

/// The outermost declarations of a file, each with what is written above it.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let (mut depth, mut block_text) = (0isize, false);
    for line in text.lines() {
        let block = blocks.last_mut().expect("one at least");
        block.push_str(line);
        block.push('\n');
        let bare = line.split("//").next().unwrap_or("");
        if line.matches("\"\"\"").count() == 1 {
            block_text = !block_text;
        }
        if block_text {
            continue;
        }
        let quoted: Vec<&str> = bare.split('"').step_by(2).collect();
        let count = |open, close| {
            quoted.iter().map(|part| part.matches(open).count() as isize - part.matches(close).count() as isize).sum::<isize>()
        };
        depth += count('{', '}') + count('[', ']');
        if depth == 0 && !bare.trim().is_empty() {
            blocks.push(String::new());
        }
    }
    blocks
}

#[test]
fn layout_does_not_matter() {
    let model = Model::example("inhaler");
    let before = model.report();
    for file in model.sources() {
        // what stands between the marks of a text over several lines is content
        let mut in_text = false;
        let mut ugly = String::new();
        for line in model.read(&file).lines() {
            let is_content = in_text;
            in_text ^= line.matches("\"\"\"").count() == 1;
            match is_content {
                true => ugly.push_str(&format!("{line}\n")),
                false => ugly.push_str(&format!("   {}  \n{}", line.trim(), if in_text { "" } else { "\n" })),
            }
        }
        model.write(&file, &ugly);
    }
    unchanged(&before, &model.report());
    let mut arguments = vec!["fmt".to_owned()];
    arguments.extend(model.sources());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    model.ward(&arguments).ends(0, &[]);
    model.ward(&["fmt", "--check", "."]).ends(0, &[]);
    unchanged(&before, &model.report());
}

#[test]
fn files_do_not_matter() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let before = model.report();
        let root = format!("{name}.tm");
        let mut all = model.read(&root);
        for file in model.sources().into_iter().filter(|file| *file != root) {
            let text = model.read(&file);
            all = all.replace(&format!("import \"{file}\"\n"), "");
            all.push_str(&text);
        }
        let other = Model::of("");
        other.write("m.tm", &all);
        // documents are named by the files that make the model, and stand beside them
        for document in ["app.cdx.json", "app.openvex.json", "firmware.spdx.json", "firmware.vex.cdx.json"] {
            if model.path().join(document).exists() {
                other.write(document, &model.read(document));
            }
        }
        unchanged(&before, &other.report());
    }
}

#[test]
fn the_day_changes_the_state_of_decisions_but_not_the_model() {
    let model = Model::example("inhaler");
    let later: Value = serde_json::from_str(&model.ward(&["emit", "model", "--today", "2099-01-01"]).printed).expect("JSON");
    assert_eq!(hash(&model.report()), hash(&later));
    assert_ne!(findings(&model.report()), findings(&later));
}

#[test]
fn the_fingerprint_follows_everything_that_is_stated() {
    let before = hash(&Model::example("inhaler").report());
    for (file, from, to) in [
        ("inhaler.tm", "version:       \"1.4\"", "version:       \"1.5\""),
        ("inhaler.tm", "The dose is metered mechanically;", "The dose is metered electrically;"),
        ("inhaler.tm", "hazard: \"HZ-03\"", "hazard: \"HZ-04\""),
        ("decisions.tm", "a wrong label is visible in the app", "a wrong label is not visible"),
        ("home.tm", "Keep dry.", "Keep wet."),
        ("controls.tm", "requirement: \"SR-01\"", "requirement: \"SR-02\""),
        ("cloud.tm", "over Fhir", "over Https"),
    ] {
        let model = Model::example("inhaler");
        model.edit(file, from, to);
        assert_ne!(before, hash(&model.report()), "{from}");
    }
}

// ------------------------------------------------------------ renaming

#[test]
fn a_renamed_element_keeps_its_identity() {
    let model = Model::example("inhaler");
    let before = model.report();
    model
        .edit(
            "home.tm",
            "port reader \"Canister reader\" : AccessoryConnector {",
            "port scanner \"Canister reader\" : AccessoryConnector {\nwas: home.around.inhaler.main.reader",
        )
        .edit("home.tm", "-> home.around.inhaler.main.reader over", "-> home.around.inhaler.main.scanner over");
    unchanged(&before, &model.report());
    assert_eq!(
        state(&model.report(), "SPF07@home.around.inhaler.main.reader"),
        "accepted",
        "the decision written for the old path holds"
    );
    // under its new name, too
    model.edit("decisions.tm", "SPF07 @ home.around.inhaler.main.reader", "SPF07 @ home.around.inhaler.main.scanner");
    unchanged(&before, &model.report());
    for path in ["home.around.inhaler.main.reader", "home.around.inhaler.main.scanner"] {
        model
            .ward(&["explain", &format!("SPF07@{path}")])
            .ends(0, &[])
            .prints(&["# SPF07@home.around.inhaler.main.reader", "accept"]);
    }
}

#[test]
fn what_stands_in_a_renamed_element_keeps_its_identity() {
    let model = Model::example("inhaler");
    let before = model.report();
    for file in model.sources() {
        let text = model
            .read(&file)
            .replace("inhaler.main.", "inhaler.core.")
            .replace("home.around.inhaler.main)", "home.around.inhaler.core)");
        let text = text.replace("SPF07 @ home.around.inhaler.core.reader", "SPF07 @ home.around.inhaler.main.reader");
        let text = text.replace(
            "process main \"Inhaler firmware\" : BatteryFirmware {",
            "process core \"Inhaler firmware\" : BatteryFirmware {\nwas: home.around.inhaler.main",
        );
        let inner = [
            ("dose_sensor -> main over", "dose_sensor -> core over"),
            (": main <-> ", ": core <-> "),
            (": main -> ", ": core -> "),
            ("boot -> main over", "boot -> core over"),
        ];
        let text = inner.iter().fold(text, |text, (from, to)| text.replace(from, to));
        model.write(&file, &text);
    }
    unchanged(&before, &model.report());
    assert_eq!(state(&model.report(), "SPF07@home.around.inhaler.main.reader"), "accepted");
    model.ward(&["explain", "DOS04@home.around.inhaler.core"]).ends(0, &[]).prints(&["# DOS04@home.around.inhaler.main:"]);
}

// ------------------------------------------------------------ extensions

#[test]
fn an_extension_adds() {
    let model = Model::example("inhaler");
    let before = model.report();
    model.append("cloud.tm", "extend home.around.inhaler.main {\n    notes: \"Extended.\"\n    port hatch \"Service hatch\" : UsbDevice { purpose: \"Service.\", unused: \"Closed.\", default: disabled }\n}");
    let after = model.report();
    assert!(ids(&after, "ports").contains(&"home.around.inhaler.main.hatch"));
    let facts = list(item(&after, "elements", "home.around.inhaler.main"), "facts");
    assert!(facts.iter().any(|fact| fact["attribute"] == "notes" && fact["value"] == "Extended."));
    let (was, is) = (findings(&before), findings(&after));
    assert!(was.iter().all(|(id, state)| is.get(id) == Some(state)), "what was there is as before");
}

#[test]
fn a_part_of_a_type_can_be_refined() {
    let model = Model::of(
        "process a \"A\" : UpdateServer {\n    extend api { purpose: \"Refined.\", default: disabled }\n}\nextend a.api { label: \"API\" }\n",
    );
    let report = model.report();
    let port = item(&report, "ports", "a.api");
    assert_eq!((text(port, "purpose"), text(port, "default_state"), text(port, "label")), ("Refined.", "disabled", "API"));
    Model::of("extend nobody { notes: \"?\" }\n").ward(&["check"]).ends(2, &["error[", "nobody"]);
}

// ------------------------------------------------------------ views

const TOWN: &str = r#"
system town "Town" { version: "1" }
data goods "Goods" : TechnicalData
actor anna "Anna" : ServiceUser
boundary outer "Outer" {
    boundary inner "Inner" {
        process deep "Deep" : Firmware { port hatch "Hatch" : UsbDevice { purpose: "x" } }
        store shelf "Shelf" : FlashStore { holds: [goods] }
        flow keep "Keep": deep -> shelf over Spi { carries: [goods] }
    }
    process shallow "Shallow" : Firmware { port door "Door" : UsbDevice { purpose: "x" } }
    flow dig "Dig": shallow -> inner.deep over Uart { carries: [goods] }
}
external far "Far" : CloudService
flow call "Call": far -> outer.shallow over Https { carries: [goods] }
flow visit "Visit": anna -> outer.inner.deep.hatch over UsbMass { carries: [goods] }
"#;

/// What the view of a town shows, by the drawing; the DOT and Mermaid texts must have as many flows.
#[track_caller]
fn shown(view: &str) -> Vec<String> {
    let model = Model::of(&format!("{TOWN}\nview v \"V\" {{ {view} }}\n"));
    let artifacts = model.build();
    let all = drawn(&artifacts["dfd-v.svg"]);
    let report = model.report();
    let flows = all.iter().filter(|id| find(&report, "flows", id).is_some()).count();
    assert_eq!(artifacts["dfd-v.dot"].matches("id=\"e").count(), flows, "{}", artifacts["dfd-v.dot"]);
    let arrows = artifacts["dfd-v.mmd"].lines().filter(|line| line.contains("-->")).count();
    assert_eq!(arrows, flows, "{}", artifacts["dfd-v.mmd"]);
    all
}

#[test]
fn a_view_shows_exactly_what_it_asks_for() {
    let inner = ["outer.inner", "outer.inner.deep", "outer.inner.deep.hatch", "outer.inner.keep", "outer.inner.shelf"];
    assert_eq!(shown("of: [outer.inner]"), inner);
    assert_eq!(shown("of: [outer], depth: 1"), ["outer", "outer.dig", "outer.inner", "outer.shallow", "outer.shallow.door"]);
    assert_eq!(
        shown("of: [outer, anna, far], depth: 0"),
        ["anna", "call", "far", "outer", "visit"],
        "a closed box takes the flows to what it hides"
    );
    assert_eq!(
        shown("of: [outer.inner], layers: []"),
        ["outer.inner", "outer.inner.deep", "outer.inner.keep", "outer.inner.shelf"]
    );
    assert_eq!(
        shown("of: [outer, far], flows: [call]")
            .iter()
            .filter(|id| ["call", "outer.dig", "outer.inner.keep", "visit"].contains(&id.as_str()))
            .collect::<Vec<_>>(),
        ["call"]
    );
    assert_eq!(shown("of: [outer.inner, outer.inner.deep]"), inner, "what stands inside another chosen element is drawn once");
}

#[test]
fn neighbours_are_shown_when_asked_for() {
    let inner = shown("of: [outer.inner], neighbours: yes");
    let wanted = ["anna", "outer.dig", "outer.shallow", "visit"];
    assert!(wanted.iter().all(|id| inner.iter().any(|shown| shown == id)), "{inner:?}");
    assert!(!inner.iter().any(|id| id == "far" || id == "call"), "not the neighbours of neighbours: {inner:?}");
}

#[test]
fn counts_are_a_layer() {
    let count = |layers: &str| {
        Model::of(&format!("{TOWN}\nview v \"V\" {{ of: [outer]\nlayers: {layers} }}\n")).build()["dfd-v.dot"].contains("\\n[")
    };
    assert!(count("[ports, threat_counts]"));
    assert!(!count("[ports]"));
}

/// B1: each element in at least one picture, and nothing else in any.
#[test]
fn without_views_every_element_is_drawn_somewhere() {
    let mut models = vec![Model::of(TOWN)];
    for name in EXAMPLES {
        let model = Model::example(name);
        for file in model.sources() {
            model.write(
                &file,
                &blocks(&model.read(&file))
                    .into_iter()
                    .filter(|block| !block.lines().any(|line| line.starts_with("view ")))
                    .collect::<String>(),
            );
        }
        models.push(model);
    }
    for model in models {
        let (artifacts, report) = (model.build(), model.report());
        // pictures of attack paths have attackers and hops in them, which are no elements
        let of_flows = |file: &str| file.starts_with("dfd-") && !file.starts_with("dfd-attack-path") && file.ends_with(".svg");
        let pictures = artifacts.iter().filter(|(file, _)| of_flows(file));
        let shown: BTreeSet<String> = pictures.flat_map(|(_, svg)| drawn(svg)).collect();
        let known: BTreeSet<String> =
            ids(&report, "elements").into_iter().chain(ids(&report, "flows")).map(str::to_owned).collect();
        assert_eq!(shown.symmetric_difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

// ------------------------------------------------------------ assertions, gate, dates

#[test]
fn a_violated_assertion_prints_the_way() {
    let model = Model::of(&format!("{TOWN}\nassert \"nothing far reaches the shelf\": not reaches(far, outer.inner.shelf)\n"));
    model.ward(&["check"]).ends(
        2,
        &[
            "error[TM0404]",
            "nothing far reaches the shelf",
            "the way: far → (call) → outer.shallow → (outer.dig) → outer.inner.deep → (outer.inner.keep) → outer.inner.shelf",
        ],
    );
    Model::of(&format!("{TOWN}\nassert \"the shelf reaches nobody\": not reaches(outer.inner.shelf, far)\n"))
        .ward(&["check"])
        .ends(0, &[]);
}

#[test]
fn a_release_is_stricter_and_the_gate_refuses() {
    let model = Model::example("ventilator");
    model.ward(&["check"]).ends(0, &["warning[TM0255]", "draft"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0255]"]);
    let output = tempfile::tempdir().expect("a folder");
    model.ward(&["build", "--release", "-o", output.path().to_str().expect("UTF-8")]).ends(2, &["error[TM0255]"]);
    assert_eq!(std::fs::read_dir(output.path()).expect("a folder").count(), 0, "nothing is written of what does not compile");
    // without the enabled debug ports, threats without a decision are left
    for port in ["console \"Boot console\"", "swd \"Therapy debug connector\""] {
        let text = model.read("device.tm");
        let at = text.find(port).expect("the port");
        let (head, tail) = text.split_at(at);
        let tail = tail.replacen("default:  enabled", "default:  disabled", 1).replacen(
            "default:    enabled",
            "default:    disabled",
            1,
        );
        model.write("device.tm", &format!("{head}{tail}"));
    }
    model.ward(&["check"]).ends(0, &[]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0411]"]);
}

/// A door, a rule about it, and a decision to wait for a lock.
const DOOR: &str = r#"category Opening
rule DOOR1 "{p} can be opened" : Opening {
    for process p
    applies when p.privileged
    statement: "An attacker opens {p}."
}
test "fires" {
    process a { privileged: yes }
    expect DOOR1 @ a open
}
test "silent" {
    process a { privileged: no }
    expect DOOR1 @ a absent
}
harm theft { severity: minor }
control lock : DebugLock { status: planned, requirement: "REQ-1" }
boundary lobby : Room {
    process door { privileged: yes, controls: [lock], harms: [theft] }
}
type Room : boundary
"#;

#[test]
fn what_a_release_compiles_the_gate_can_still_refuse() {
    let model =
        Model::of(&format!("system s\n{DOOR}respond DOOR1 @ lobby.door {{ mitigate: \"A lock comes.\", controls: [lock] }}\n"));
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\npacks = []\n");
    model.ward(&["check", "--release"]).ends(1, &["refused: 1 open threat", "release"]);
}

#[test]
fn an_expired_decision_counts_as_open_and_names_its_date() {
    let model = Model::example("inhaler");
    let run = model.ward(&["check", "--today", "2099-01-01"]);
    run.ends(0, &["2027-08-31", "SPF07"]);
    let report: Value = serde_json::from_str(&model.ward(&["emit", "model", "--today", "2099-01-01"]).printed).expect("JSON");
    let threat = item(&report, "threats", "SPF07@home.around.inhaler.main.reader");
    assert_eq!((text(threat, "state"), &threat["response"]["expired"]), ("open", &Value::Bool(true)));
    model.ward(&["emit", "threats", "--today", "2099-01-01"]).prints(&["valid until 2027-08-31: EXPIRED"]);
    model
        .ward(&["explain", "SPF07@home.around.inhaler.main.reader", "--today", "2099-01-01"])
        .prints(&["until 2027-08-31 (expired)", "state           open"]);
    // the day itself still counts
    let last: Value = serde_json::from_str(&model.ward(&["emit", "model", "--today", "2027-08-31"]).printed).expect("JSON");
    assert_eq!(state(&last, "SPF07@home.around.inhaler.main.reader"), "accepted");
}

#[test]
fn a_decision_on_nothing_is_stale() {
    let model = Model::example("inhaler");
    model.edit("decisions.tm", "SPF07 @ home.around.inhaler.main.reader", "SPF07 @ home.around.inhaler.main.lamp");
    model.ward(&["check"]).ends(2, &["SPF07", "home.around.inhaler.main.lamp"]);
}

#[test]
fn every_row_of_the_tables_says_which_model_it_is_of() {
    let model = Model::example("inhaler");
    let fingerprint = hash(&model.report());
    for (file, artifact) in model.build() {
        if file.ends_with(".csv") {
            let (headings, rows) = records(&artifact);
            let at = headings.iter().position(|heading| heading == "threat model fingerprint").expect("the column");
            assert!(rows.iter().all(|row| row[at] == fingerprint), "{file}");
        } else if file != "code-quality.json" {
            // which is GitLab's own form, and has no place for it
            assert!(artifact.contains(&fingerprint), "{file}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in EXAMPLES {
        assert_eq!(Model::example(name).build(), Model::example(name).build());
    }
}
