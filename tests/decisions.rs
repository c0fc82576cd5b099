//! Decisions from outside: skeletons, stamps, grounds that move, and the records on both examples.

use serde_json::Value;

use super::kit::{EXAMPLES, Model, Run, item, list, records, state, text, texts};

/// Two doors, a rule about them, and a control that comes later.
const DOORS: &str = r#"category Opening
rule DOOR1 "{p} can be opened" : Opening {
    for process p
    applies when p.privileged
    mitigated when p.secure_boot
    statement: "A burglar opens {p}, and \"{p.title}\" stands open."
    fix: [DebugLock]
}
rule DOOR2 "{f} can be overheard" : Opening {
    for flow f
    applies when f.two_way
    statement: "A neighbour listens at {f}."
}
test "fires" {
    process a { privileged: yes, secure_boot: no }
    process b
    flow f: a <-> b
    flow g: a -> b
    expect DOOR1 @ a open
    expect DOOR1 @ b question
    expect DOOR2 @ f open
    expect DOOR2 @ g absent
}
test "silent" {
    process a { privileged: no }
    process b { privileged: yes, secure_boot: yes }
    expect DOOR1 @ a absent
    expect DOOR1 @ b mitigated
}
type Room : boundary
boundary lobby : Room {
    process front "Front door" { privileged: yes, secure_boot: no, purpose: "Opens." }
    process back "Back door" { privileged: yes, secure_boot: no, purpose: "Opens." }
}
flow talk: lobby.front <-> lobby.back
"#;

/// A complete acceptance of the front door, not laid out as `ward fmt` would.
const ACCEPTED: &str = "respond DOOR1 @ lobby.front {\n  accept: \"Nothing is behind it.\"   // for now\n\tapproved_by: \"Board\"\n  policy: \"P-1\"\n}\n";

/// A model of the doors, with what is said about them in `decisions.tm`.
fn doors(decisions: &str) -> Model {
    let model = Model::of("");
    model.write("m.tm", &format!("import std.medical\nimport \"decisions.tm\"\n{DOORS}"));
    model.write("decisions.tm", decisions);
    model.write("ward.toml", "[model]\nroot = \"m.tm\"\npacks = []\n");
    model
}

fn messages(run: &Run, code: &str) -> usize {
    run.said.matches(&format!("[{code}]")).count()
}

#[test]
fn a_skeleton_has_the_threat_the_choices_and_the_fields() {
    let model = doors("");
    model.write("m.tm", &format!("import std.medical\n{DOORS}"));
    std::fs::remove_file(model.path().join("decisions.tm")).expect("removed");
    let run = model.ward(&["respond", "DOOR1@lobby.front"]);
    run.ends(0, &["1 decision to be completed in `decisions.tm`", "write `import \"decisions.tm\"` in `m.tm`"]);
    let written = model.read("decisions.tm");
    let parts = [
        "/// A burglar opens Front door",
        "respond DOOR1 @ lobby.front {\n",
        "// Because lobby.front.privileged = yes (set, m.tm:",
        "// Risk: exploitability ",
        "// Counter it, where they fit: Debug lock",
        "// avoid:    \"…\"",
        "approved_by: \"\"",
    ];
    for part in parts {
        assert!(written.contains(part), "`{part}` is not in: {written}");
    }
    model.ward(&["fmt", "--check", "decisions.tm"]).ends(0, &[]);
    // nothing else changed: the file is not part of the model before somebody imports it
    assert_eq!(model.read("m.tm"), format!("import std.medical\n{DOORS}"));
    model.edit("m.tm", "import std.medical\n", "import std.medical\nimport \"decisions.tm\"\n");
    let run = model.ward(&["check"]);
    run.ends(2, &["error[TM0403]"]);
    assert_eq!(messages(&run, "TM0403"), 1);
    assert!(run.said.contains("1 error\n"), "{}", run.said);
}

#[test]
fn what_stands_in_the_file_is_kept_byte_by_byte() {
    for before in
        [ACCEPTED.to_owned(), ACCEPTED.trim_end().to_owned(), ACCEPTED.replace('\n', "\r\n"), "// nothing yet".to_owned()]
    {
        let model = doors(&before);
        model.ward(&["respond", "DOOR1@lobby.back", "DOOR2@talk"]).ends(0, &["2 decisions"]);
        let after = model.read("decisions.tm");
        // a new one stands where the order of elements has it
        assert!(after.contains(before.trim_end()), "{after}");
        assert_eq!(after.contains("\r\n"), before.contains("\r\n"));
        assert_eq!(after.matches("respond DOOR1 @ lobby.back {").count(), 1);
        // a decision that waits for its choice does not keep others from being asked for
        let run = model.ward(&["respond", "--open", "-o", "-"]);
        run.ends(0, &[]);
        assert_eq!(run.printed.matches("respond ").count(), usize::from(before.starts_with("//")));
    }
}

#[test]
fn a_threat_is_decided_once() {
    let model = doors(ACCEPTED);
    let refused = |arguments: &[&str], says: &[&str]| {
        let before = model.read("decisions.tm");
        model.ward(arguments).ends(3, says);
        assert_eq!(model.read("decisions.tm"), before);
    };
    refused(&["respond", "DOOR1@lobby.front", "DOOR2@talk"], &["`DOOR1@lobby.front` has a decision already, at decisions.tm:1"]);
    refused(&["respond", "DOOR1@lobby.bak"], &["there is no finding `DOOR1@lobby.bak`; did you mean `DOOR1@lobby.back`?"]);
    refused(&["respond", "DOOR1"], &["`DOOR1` is neither a model nor a finding, which is written RULE@element"]);
    refused(&["respond"], &["name findings (RULE@element)"]);
    refused(&["respond", "--stamp", "DOOR2@talk"], &["`DOOR2@talk` has no decision to record the ground of"]);
    // nor in a file that the model does not import
    model.ward(&["respond", "DOOR2@talk", "-o", "later.tm"]).ends(0, &["`later.tm`"]);
    refused(&["respond", "DOOR2@talk", "-o", "later.tm"], &["`DOOR2@talk` has a decision already, at later.tm"]);
    model.write("broken.tm", "respond {");
    model.ward(&["respond", "DOOR2@talk", "-o", "broken.tm"]).ends(2, &["broken.tm:1"]);
    assert_eq!(model.read("broken.tm"), "respond {");
}

#[test]
fn open_threats_are_chosen_by_their_elements() {
    let model = doors("");
    let printed = |arguments: &[&str]| model.ward(&[&["respond", "--open", "-o", "-"], arguments].concat()).printed;
    assert_eq!(printed(&[]).matches("respond ").count(), 3);
    let processes = printed(&["--where", "self is process and purpose == \"Opens.\" and name == \"Back door\""]);
    assert!(processes.contains("respond DOOR1 @ lobby.back {") && processes.matches("respond ").count() == 1, "{processes}");
    model.ward(&["respond", "--open", "--where", "self is nothing"]).ends(3, &["error["]);
    // a folder first, then findings
    let folder = model.path().to_str().expect("UTF-8").to_owned();
    assert!(model.ward(&["respond", &folder, "DOOR2@talk", "-o", "-"]).printed.contains("respond DOOR2 @ talk {"));
}

#[test]
fn a_stamp_adds_the_ground_and_nothing_else() {
    let model = doors(&format!("{ACCEPTED}respond DOOR2 @ talk {{ dismiss: \"They are friends.\" }}\n"));
    let before = model.read("decisions.tm");
    model.ward(&["respond", "--stamp"]).ends(0, &["ground of 2 decisions recorded", "0 unchanged"]);
    let after = model.read("decisions.tm");
    let block = "    basis: [\n        \"lobby.front.privileged = yes\",\n        \"lobby.front.secure_boot = no\",\n    ]\n";
    assert!(after.contains(block), "{after}");
    let list = ", basis: [\"talk.two_way = yes\"]";
    assert_eq!(after.replace(block, "").replace(list, ""), before);
    let run = model.ward(&["check"]);
    assert_eq!(messages(&run, "TM0416"), 0, "{}", run.said);
    model.ward(&["respond", "--stamp"]).ends(0, &["ground of 0 decisions recorded, 2 unchanged"]);
    assert_eq!(model.read("decisions.tm"), after);
    // what was canonical stays so
    model.ward(&["fmt", "decisions.tm"]).ends(0, &[]);
    let canonical = model.read("decisions.tm").replace(block, "");
    model.write("decisions.tm", &canonical);
    model.ward(&["respond", "--stamp", "DOOR1@lobby.front"]).ends(0, &["ground of 1 decision recorded"]);
    model.ward(&["fmt", "--check", "decisions.tm"]).ends(0, &[]);
}

#[test]
fn what_does_not_compile_is_not_stamped() {
    let broken = ACCEPTED.replace("accept: \"Nothing is behind it.\"", "");
    let model = doors(&broken);
    model.ward(&["respond", "--stamp"]).ends(2, &["error[TM0403]"]);
    assert_eq!(model.read("decisions.tm"), broken);
}

#[test]
fn a_decision_goes_back_to_review_when_its_ground_moves() {
    let model = doors(ACCEPTED);
    model.ward(&["respond", "--stamp"]).ends(0, &[]);
    assert_eq!(state(&model.report(), "DOOR1@lobby.front"), "accepted");
    model.write("controls.tm", "control badge \"Badge\" : SecureBoot { status: planned }\n");
    model.edit("m.tm", "import \"decisions.tm\"\n", "import \"decisions.tm\"\nimport \"controls.tm\"\n");
    model.edit(
        "m.tm",
        "process front \"Front door\" { privileged: yes, secure_boot: no,",
        "process front \"Front door\" { privileged: yes, controls: [badge],",
    );
    let run = model.ward(&["check"]);
    run.ends(0, &["warning[TM0416]", "`lobby.front.secure_boot` was no when the decision was stamped, and is unknown now"]);
    assert_eq!(messages(&run, "TM0416"), 1);
    let report = model.report();
    assert_eq!(state(&report, "DOOR1@lobby.front"), "open");
    assert_eq!(item(&report, "threats", "DOOR1@lobby.front")["response"]["under_review"], true);
    model.ward(&["emit", "threats"]).prints(&["UNDER REVIEW"]);
    model.ward(&["explain", "DOOR1@lobby.front"]).prints(&["(under review: its ground has moved)"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0416]"]);
    // the control is there: the new value comes from it
    model.edit("controls.tm", "planned", "implemented");
    let run = model.ward(&["check"]);
    run.ends(
        0,
        &["warning[TM0416]", "was no when the decision was stamped, and is yes now", "where `lobby.front.secure_boot` is yes"],
    );
    assert_eq!(state(&model.report(), "DOOR1@lobby.front"), "mitigated");
    // somebody looked again
    model.ward(&["respond", "--stamp"]).ends(0, &["ground of 1 decision recorded"]);
    assert_eq!(messages(&model.ward(&["check"]), "TM0416"), 0);
    assert_eq!(state(&model.report(), "DOOR1@lobby.front"), "accepted");
}

#[test]
fn what_an_element_is_called_or_where_it_stands_is_no_ground() {
    let model = doors(&format!("{ACCEPTED}respond DOOR2 @ talk {{ dismiss: \"They are friends.\" }}\n"));
    model.ward(&["respond", "--stamp"]).ends(0, &[]);
    model.edit("m.tm", "process front \"Front door\" {", "process entrance \"Main entrance\" { was: lobby.front,");
    model.edit("m.tm", "flow talk: lobby.front", "// a comment\nflow talk: lobby.entrance");
    let run = model.ward(&["check"]);
    assert_eq!((messages(&run, "TM0416"), run.status), (0, 0), "{}", run.said);
}

#[test]
fn a_vanished_threat_names_the_fact_that_changed() {
    let model = doors(ACCEPTED);
    model.ward(&["respond", "--stamp"]).ends(0, &[]);
    model.edit("m.tm", "process front \"Front door\" { privileged: yes,", "process front \"Front door\" { privileged: no,");
    let run = model.ward(&["check"]);
    run.ends(2, &["error[TM0401]", "`lobby.front.privileged` was yes when the decision was stamped, and is no now"]);
    assert_eq!((messages(&run, "TM0401"), messages(&run, "TM0416")), (1, 0));
}

#[test]
fn a_line_of_the_ground_that_is_no_fact_is_told_as_such() {
    let model = doors(&ACCEPTED.replace("policy:", "basis: [\"whatever\"]\n  policy:"));
    model.ward(&["check"]).ends(0, &["warning[TM0416]", "`whatever` in `basis:` is no fact"]);
}

#[test]
fn a_passed_date_names_the_date_and_the_day() {
    let model = doors(&ACCEPTED.replace("policy:", "until: 2026-11-22\n  policy:"));
    assert_eq!(state(&model.report(), "DOOR1@lobby.front"), "accepted");
    let run = model.ward(&["check", "--today", "2026-11-23"]);
    run.ends(0, &["warning[TM0402]", "valid until 2026-11-22, and today is 2026-11-23"]);
}

#[test]
fn complete_records_give_no_message() {
    let kept = r#"control lock "Lock" : DebugLock { status: verified, requirement: "REQ-1", verification: ["T-1"] }
control sign "Sign" : NetworkSegmentation { status: implemented, requirement: "REQ-2", evidence: ["IFU 2"] }
extend lobby { controls: [lock, sign] }
respond DOOR1 @ lobby.front { mitigate: "The lock.", controls: [lock] }
respond DOOR1 @ lobby.back {
    mitigate:        "A sign says that the door is open."
    controls:        [sign]
    why_not_design:  "The door has to open."
    why_not_protect: "A lock would be in the way in a fire."
}
respond DOOR2 @ talk {
    transfer:        "Whoever talks looks around first."
    recipient:       user
    instruction:     "Look around before you talk."
    why_not_design:  "People talk."
    why_not_protect: "A wall would keep them apart."
}
assumption porter "A porter sits in a secure environment at the front door." {
    owner:       operator
    if_false:    "Nobody sees who comes in."
    measured_by: "The rota shows a name for every hour."
}
"#;
    let model = doors(kept);
    let run = model.ward(&["check"]);
    assert!(!run.said.contains("TM04"), "{}", run.said);
    // with a system, every threat has its answer: nothing is left for rule DR1
    model.append("m.tm", "system house \"House\"\n");
    assert!(!model.ward(&["check"]).said.contains("TM04"));
    model.edit("decisions.tm", "respond DOOR1 @ lobby.front { mitigate: \"The lock.\", controls: [lock] }\n", "");
    let run = model.ward(&["check"]);
    run.ends(0, &["warning[TM0411]: 1 open threat has no decision", "`DOOR1@lobby.front`", "ward respond DOOR1@lobby.front"]);
    model.ward(&["check", "--release"]).ends(2, &["error[TM0411]"]);
}

#[test]
fn the_decisions_of_the_examples_are_complete() {
    for name in EXAMPLES {
        let run = Model::example(name).ward(&["check"]);
        for code in ["TM0401", "TM0402", "TM0406", "TM0412", "TM0413", "TM0414", "TM0415", "TM0416", "TM0417", "TM0418", "TM0419"]
        {
            assert_eq!(messages(&run, code), 0, "{name}: {}", run.said);
        }
    }
}

#[test]
fn every_threat_has_its_record() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let artifacts = model.build();
        let read = |file: &str| -> Value { serde_json::from_str(&artifacts[file]).expect("JSON") };
        let (decisions, threats) = (read("decisions.json"), read("threats.json"));
        let ids =
            |value: &Value, key: &str| -> Vec<String> { list(value, key).iter().map(|row| text(row, "id").to_owned()).collect() };
        assert_eq!(ids(&decisions, "decisions"), ids(&threats, "threats"), "{name}");
        // G2: what is met by information alone has both reasons
        assert!(list(&decisions["summary"], "unreasoned").is_empty(), "{name}");
        for record in list(&decisions, "decisions").iter().filter(|record| record["class"] == "c") {
            for reason in ["why_not_design", "why_not_protect"] {
                assert!(!text(&record["threat"]["response"], reason).is_empty(), "{name}: {}", record["id"]);
            }
        }
        // G3: no category is left out, an empty one is a question
        let page = &artifacts["decisions.md"];
        let categories = list(&decisions["summary"], "categories");
        assert_eq!(categories.len(), 8);
        for category in categories {
            let asked = format!("| {} | **Question** |", text(category, "category"));
            assert_eq!(page.contains(&asked), list(category, "controls").is_empty(), "{name}: {asked}");
        }
        // no blank: each field is stated, does not apply, or is counted
        let (headings, rows) = records(&artifacts["decisions.csv"]);
        let at = headings.iter().position(|heading| heading == "number of fields not stated").expect("the column");
        for (row, record) in rows.iter().zip(list(&decisions, "decisions")) {
            assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{name}: {row:?}");
            let shown = row[..at].iter().filter(|cell| *cell == "not stated").count();
            assert_eq!(
                (row[at].clone(), shown),
                (texts(record, "not_stated").len().to_string(), texts(record, "not_stated").len()),
                "{name}: {}",
                row[0]
            );
        }
        // G6
        assert!(!list(&decisions["summary"], "deferred").is_empty());
    }
}

#[test]
fn a_control_protects_what_is_near_it() {
    let control = "control lock \"Lock\" : DebugLock { status: verified, requirement: \"R\", evidence: [\"T\"] }\n";
    let decision = "respond DOOR1 @ lobby.front { mitigate: \"The lock.\", controls: [lock] }\n";
    let on = |place: &str| {
        let model = doors(&format!("{control}{place}\n{decision}"));
        let run = model.ward(&["check"]);
        run.ends(0, &[]);
        messages(&run, "TM0415")
    };
    let near = [
        "extend lobby.front { controls: [lock] }",
        "extend lobby { controls: [lock] }",
        "extend talk { controls: [lock] }",
        "extend lobby.front { port keyhole { purpose: \"Key.\", controls: [lock] } }",
    ];
    for place in near {
        assert_eq!(on(place), 0, "{place}");
    }
    for place in [
        "",
        "extend lobby.back { controls: [lock] }",
        "extend lobby.back { port keyhole { purpose: \"Key.\", controls: [lock] } }",
    ] {
        assert_eq!(on(place), 1, "{place}");
    }
}

#[test]
fn a_decision_to_mitigate_counts_by_a_control_that_is_in_place() {
    let control = "control lock \"Lock\" : DebugLock { status: verified, requirement: \"R\", evidence: [\"T\"] }\n";
    let with = |text: &str| {
        let model = doors(&format!("{control}{text}"));
        (state(&model.report(), "DOOR1@lobby.front"), model)
    };
    let (state, model) = with("respond DOOR1 @ lobby.front { mitigate: \"We will.\" }\n");
    assert_eq!(state, "open", "no control is named");
    model.ward(&["explain", "DOOR1@lobby.front"]).prints(&["names no control that counts: takes nothing off"]);
    let decision = "respond DOOR1 @ lobby.front { mitigate: \"The lock.\", controls: [lock] }\n";
    assert_eq!(with(&format!("extend lobby.back {{ controls: [lock] }}\n{decision}")).0, "open", "it protects something else");
    assert_eq!(with(&format!("extend lobby.front {{ controls: [lock] }}\n{decision}")).0, "mitigated");
}

#[test]
fn a_pack_adds_its_own_vague_words() {
    let assumption =
        "assumption quiet \"The house stands in a good neighbourhood.\" { owner: user, if_false: \"It is robbed.\" }\n";
    let model = doors(assumption);
    assert!(!model.ward(&["check"]).said.contains("TM04"));
    model.append("m.tm", "pack house \"House\" { vague_terms: [\"good neighbourhood\"], filler_words: [\"house\"] }");
    model.ward(&["check"]).ends(2, &["error[TM0419]", "says nothing but `good neighbourhood`"]);
    model.edit(
        "decisions.tm",
        "The house stands in a good neighbourhood.",
        "No burglary was reported in this good neighbourhood in 2026.",
    );
    model.ward(&["check"]).ends(0, &["warning[TM0418]", "rests on `good neighbourhood`"]);
    model.edit("decisions.tm", "owner: user", "owner: user, measured_by: \"The statistics of the police, every January.\"");
    assert!(!model.ward(&["check"]).said.contains("TM04"));
}
