//! `ward diff` before a sceptical reviewer: changes that leave something behind, weaken what the model is judged by, or are nastier than they look.

use super::kit::{Run, TODAY, list, text, ward};
use super::repository::{MANIFEST, PUMP, Repository};

#[test]
fn every_part_of_a_record_is_told() {
    let repository = Repository::new();
    repository.write(
        "pump.tm",
        &format!("{PUMP}assumption seal \"The seal is checked each month.\" {{ owner: operator, if_false: \"Nobody notices.\", measured_by: \"Log of seals.\" }}\n"),
    );
    repository.commit("assumed");
    repository.edit("decisions.tm", "    until: ", "    assumptions: [seal]\n    severity:    serious\n    until: ");
    let run = repository.diff(&["HEAD"]);
    run.ends(0, &[]).prints(&[
        "~ ACME3@pump.motor accept, changed",
        "assumptions: was nothing, is “The seal is checked each month.”",
        "severity: was nothing, is “serious”",
    ]);
    // a version that is the same and not the same
    let bill = |hash: &str| {
        format!(
            "{{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{{\"type\":\"library\",\"name\":\"zlib\",\"version\":\"1.3.1\",\"purl\":\"pkg:generic/zlib@1.3.1\",\"hashes\":[{{\"alg\":\"SHA-256\",\"content\":\"{}\"}}]}}]}}",
            hash.repeat(64)
        )
    };
    repository.edit(
        "pump.tm",
        "process app \"Pump software\" : EmbeddedLinux {",
        "process app \"Pump software\" : EmbeddedLinux {\n        sbom: \"app.json\"",
    );
    repository.write("app.json", &bill("a"));
    repository.commit("bill");
    repository.write("app.json", &bill("b"));
    repository.diff(&["HEAD"]).ends(0, &[]).prints(&["~ component zlib 1.3.1, hashes: was ", "bbbb"]);
}

/// The pump with its motor, what is said of it, and the flow to it cut out.
fn without_motor(repository: &Repository) {
    repository.edit(
        "pump.tm",
        "    process motor \"Motor controller\" : Firmware {\n        privileged:  yes\n        secure_boot: no\n    }\n",
        "",
    );
    repository.edit("pump.tm", "flow drive \"Motor speed\": pump.app -> pump.motor over Spi { carries: [rate] }\n", "");
}

#[test]
fn a_decision_that_is_left_behind_is_told_with_the_change() {
    let repository = Repository::new();
    without_motor(&repository);
    repository.commit("motor-gone");
    let run = repository.diff(&["start", "motor-gone"]);
    run.ends(1, &["does not compile: `motor-gone` ("]).prints(&[
        "This change adds 1 decision that stands on nothing. The model does not compile until that is put right.",
        "Decisions (1 standing on nothing)",
        "! ACME3@pump.motor accept, stands on nothing: cannot find `pump.motor` (decisions.tm:1)",
        "Nobody gets at the controller without breaking the seal. (approved by Security board)",
        "give it `was: ` and its old path",
        "process Motor controller (pump.motor) is gone",
    ]);
    assert!(!run.printed.contains("withdrawn"), "{}", run.printed);
    let comment = repository.diff(&["start", "motor-gone", "--format", "markdown"]);
    comment.prints(&["> **Refused.**", "**Decisions that stand on nothing:**"]);
    // where it was so before, it is no matter of the change
    repository.edit("pump.tm", "Takes the rate", "Takes rates");
    repository.commit("later");
    let run = repository.diff(&["motor-gone", "later"]);
    run.ends(0, &["does not compile: `later` ("]);
    assert!(!run.printed.contains("Decisions"), "{}", run.printed);
    // and who clears it away is told so
    repository.write("decisions.tm", "// none\n");
    repository.commit("cleared");
    let run = repository.diff(&["later", "cleared"]);
    run.ends(0, &[]).prints(&["✓ ACME3@pump.motor stood on nothing, is gone: cannot find `pump.motor`"]);
    assert!(run.said.is_empty(), "{}", run.said);
}

#[test]
fn a_decision_may_stand_on_nothing_for_other_reasons() {
    let repository = Repository::new();
    // the threat
    repository.edit("pump.tm", "        privileged:  yes\n", "        privileged:  no\n");
    repository.diff(&["HEAD"]).ends(1, &[]).prints(&[
        "! ACME3@pump.motor accept, stands on nothing: there is no threat `ACME3@pump.motor`",
        "`privileged` of `pump.motor` is no",
    ]);
    // the rule
    repository.git(&["checkout", "-q", "."]);
    let rules = repository.read("acme/rules.tm");
    repository.write("acme/rules.tm", &rules[..rules.find("rule ACME3").expect("the rule")]);
    repository.diff(&["HEAD"]).ends(1, &[]).prints(&["stands on nothing: there is no rule `ACME3`", "the rule ACME3 is gone"]);
    // a renamed element, without `was:`
    repository.git(&["checkout", "-q", "."]);
    repository.edit("pump.tm", "process motor ", "process engine ").edit("pump.tm", "-> pump.motor", "-> pump.engine");
    repository.diff(&["HEAD"]).ends(1, &[]).prints(&["cannot find `pump.motor`", "ACME3@pump.engine"]);
    // an element that was renamed is known by what it was called first
    repository.git(&["checkout", "-q", "."]);
    repository.edit(
        "pump.tm",
        "process motor \"Motor controller\" : Firmware {",
        "process engine \"Motor controller\" : Firmware {\n        was: pump.motor",
    );
    repository.edit("pump.tm", "-> pump.motor", "-> pump.engine").edit("pump.tm", "privileged:  yes", "privileged:  no");
    repository.edit("decisions.tm", "pump.motor", "pump.engine");
    let run = repository.diff(&["HEAD"]);
    run.ends(1, &[]).prints(&["! ACME3@pump.motor accept, stands on nothing"]);
    assert!(!run.printed.contains("withdrawn"), "{}", run.printed);
}

#[test]
fn what_is_wrong_in_remarks_is_told_and_what_is_wrong_in_the_model_ends_it() {
    let repository = Repository::new();
    let claim = "assert \"the motor is not reached from the bay\": not reaches(bay, pump.motor)\n";
    repository.write(
        "pump.tm",
        &format!("{PUMP}{claim}")
            .replace("flow drive \"Motor speed\": pump.app -> pump.motor", "flow drive \"Motor speed\": pump.motor -> pump.app"),
    );
    repository.commit("claimed");
    // an assertion that does not hold any more
    repository.edit("pump.tm", "pump.motor -> pump.app over", "pump.app -> pump.motor over");
    let run = repository.diff(&["claimed", "."]);
    run.ends(1, &["does not compile: the model as it is on disk"]).prints(&[
        "This change adds 1 error.",
        "Errors (1 new)",
        "! TM0404 the assertion does not hold: the motor is not reached from the bay (pump.tm:",
        "the way: bay.station",
    ]);
    // names in remarks that mean nothing any more: a control in a decision, an element in a view, what is extended
    repository.git(&["checkout", "-q", "."]);
    repository.edit("decisions.tm", "    until: ", "    controls:    [gone_control]\n    until: ");
    repository.edit("pump.tm", "of: [bay, pump]", "of: [bay, gone_boundary]");
    repository.write("pump.tm", &format!("{}extend gone_thing {{ process x : Firmware }}\n", repository.read("pump.tm")));
    repository.diff(&["HEAD"]).ends(1, &[]).prints(&["Errors (3 new)", "`gone_control`", "`gone_boundary`", "`gone_thing`"]);
    // a flow to nowhere is no remark
    repository.git(&["checkout", "-q", "."]);
    repository.edit("pump.tm", "bay.station -> pump.app.lan", "bay.station -> pump.app.wan");
    let run = repository.diff(&["HEAD"]);
    run.ends(2, &["does not compile: the model as it is on disk", "`wan`"]);
    assert!(run.printed.is_empty(), "{}", run.printed);
    // nor is a decision that cannot be read
    repository.git(&["checkout", "-q", "."]);
    repository.edit("decisions.tm", "approved_by: \"Security board\"", "approved_by: \"Security board");
    repository.diff(&["HEAD"]).ends(2, &["does not compile", "closing quotation mark"]);
}

#[test]
fn a_claim_that_is_gone_or_weaker_is_no_small_thing() {
    let repository = Repository::new();
    repository.write(
        "pump.tm",
        &format!("{PUMP}assert \"nothing reaches the bay\": not reaches(pump, bay) and not reaches(pump.motor, bay)\n"),
    );
    repository.commit("claimed");
    repository.edit("pump.tm", "not reaches(pump, bay) and not reaches(pump.motor, bay)", "not  reaches(pump, bay) // enough");
    let run = repository.diff(&["claimed", ".", "--format", "markdown"]);
    run.prints(&["**Assertions that are gone or claim something else:**", "“nothing reaches the bay” claims something else"]);
    repository.write("pump.tm", PUMP);
    repository
        .diff(&["claimed", "."])
        .prints(&["Assertions (1 gone)", "! assertion “nothing reaches the bay” is gone (pump.tm:"]);
    // what is only renamed is claimed as before
    repository.git(&["checkout", "-q", "."]);
    let motor = "process motor \"Motor controller\" : Firmware {";
    repository.edit("pump.tm", motor, "process engine \"Motor controller\" : Firmware {\n        was: pump.motor");
    let renamed = repository.read("pump.tm").replace("-> pump.motor", "-> pump.engine");
    repository.write("pump.tm", &renamed.replace("reaches(pump.motor", "reaches(pump.engine"));
    repository.edit("decisions.tm", "pump.motor", "pump.engine");
    let run = repository.diff(&["claimed", "."]);
    run.ends(0, &[]).prints(&["was pump.motor, is now pump.engine"]);
    assert!(!run.printed.contains("Assertions"), "{}", run.printed);
}

#[test]
fn what_the_model_is_judged_by_is_told() {
    let repository = Repository::new();
    repository.write("ward.toml", &format!("{MANIFEST}\n[gate]\nopen_at_or_above = \"never\"\n"));
    let run = repository.diff(&["HEAD", ".", "--format", "markdown"]);
    run.ends(0, &[]).prints(&[
        "**What the model is judged by has changed:**",
        "`gate.open_at_or_above` was not stated, ",
        "is never",
    ]);
    assert!(!run.printed.contains("Nothing in the model changed"), "{}", run.printed);
}

#[test]
fn reasons_name_what_came_and_what_was_turned() {
    let repository = Repository::new();
    repository.edit(
        "pump.tm",
        "view overview",
        "flow echo \"Echo\": pump.motor -> bay.station over Mqtt { carries: [rate] }\nview overview",
    );
    let run = repository.diff(&["HEAD"]);
    run.prints(&["because flow echo is new"]);
    assert!(!run.printed.contains("echo.carries: was not stated"), "{}", run.printed);
}

#[test]
fn silence_about_a_port_is_neither_open_nor_closed() {
    let repository = Repository::new();
    let told = |from: &str, to: &str| {
        repository.git(&["checkout", "-q", "."]);
        repository.edit("pump.tm", "            default: enabled\n", from);
        repository.git(&["commit", "-q", "--allow-empty", "-a", "-m", "before"]);
        repository.write(
            "pump.tm",
            &repository.read("pump.tm").replace(&format!("{from}            access"), &format!("{to}            access")),
        );
        let printed = repository.diff(&["HEAD"]).printed;
        repository.git(&["reset", "-q", "--hard", "start"]);
        printed
            .lines()
            .find(|line| line.contains("default was"))
            .map(|line| line.trim().chars().next().unwrap_or(' '))
            .unwrap_or('?')
    };
    let (open, shut, silent) = ("            default: enabled\n", "            default: disabled\n", "");
    assert_eq!([told(shut, open), told(silent, open), told(shut, silent)], ['!'; 3]);
    assert_eq!([told(open, shut), told(silent, shut)], ['✓'; 2]);
    assert_eq!(told(open, silent), '~');
}

#[test]
fn a_model_that_is_new_is_compared_with_nothing() {
    let repository = Repository::new();
    for file in ["ward.toml", "pump.tm", "decisions.tm", "acme/rules.tm"] {
        repository.write(&format!("models/second/{file}"), &repository.read(file));
    }
    repository.commit("second");
    let run = repository.diff(&["start...second", "--model", "models/second"]);
    run.ends(0, &[]).prints(&[
        "which has no `models/second`",
        "New way in: port LAN socket",
        "process Motor controller (pump.motor)",
        "Decisions (1 new)",
    ]);
    assert!(!run.printed.contains("Packs and rules"), "{}", run.printed);
    let comment = repository.diff(&["start...second", "--model", "models/second", "--format", "markdown"]);
    comment.prints(&["```mermaid", "Pump software"]);
    // the other way round there is nothing that could be judged, and a path that is named has to be there
    repository.diff(&["second", "start", "--model", "models/second"]).ends(3, &["there is no `models/second` in `start`"]);
    repository.diff(&["start:models/second", "second"]).ends(3, &["there is no `models/second` in `start`"]);
}

#[test]
fn a_comment_is_as_long_as_it_may_be() {
    let repository = Repository::new();
    let ports: String = (0..60).map(|at| format!("        port p{at} \"Port {at}\" : Jtag\n")).collect();
    repository.edit(
        "pump.tm",
        "    process motor",
        &format!("    process many : EmbeddedLinux {{\n{ports}    }}\n    process motor"),
    );
    let whole = repository.diff(&["HEAD", "--format", "markdown"]).printed;
    for longest in [30_000, 12_000, 7_000] {
        let run = repository.diff(&["HEAD", "--format", "markdown", "--longest", &longest.to_string()]);
        assert!(run.printed.len() <= longest && run.printed.len() < whole.len(), "{longest}: {}", run.printed.len());
        run.prints(&["not shown here; `ward diff --format html` has all."]);
    }
    let list_of = |run: &Run| list(&serde_json::from_str(&run.printed).expect("JSON"), "threats").len();
    let mut json = ward(repository.path());
    let all = Run::of(json.args(["diff", "HEAD", "--format", "json", "--today", TODAY]));
    assert!(list_of(&all) >= 60 && !text(&serde_json::from_str(&all.printed).expect("JSON"), "generator").is_empty());
}

#[test]
fn two_branches_that_each_decide_something_merge() {
    let repository = Repository::new();
    let decide = |branch: &str, from: &str, to: &str, name: &str| {
        repository.git(&["checkout", "-q", "-b", branch, "start"]);
        repository.edit("pump.tm", from, to);
        let run = Run::of(ward(repository.path()).args(["respond", &format!("ACME3@pump.{name}")]));
        run.ends(0, &["1 decision to be completed in `decisions.tm`"]);
        let skeleton = repository.read("decisions.tm");
        let decided = skeleton.lines().map(|line| if line.contains("// accept:") { "    accept: \"Sealed.\"" } else { line });
        repository.write("decisions.tm", &format!("{}\n", decided.collect::<Vec<_>>().join("\n")));
        repository.commit(&format!("{branch}-done"));
    };
    let new = |name: &str| format!("    process {name} : Firmware {{ privileged: yes, secure_boot: no }}\n");
    let motor = "    process motor \"Motor controller\"";
    decide("left", motor, &format!("{}{motor}", new("gauge")), "gauge");
    let end = "        secure_boot: no\n    }\n";
    decide("right", end, &format!("{end}{}", new("valve")), "valve");
    repository.git(&["merge", "-q", "-m", "both", "left"]);
    let run = repository.diff(&["start", "."]);
    run.ends(0, &[]).prints(&["process gauge (pump.gauge) is new", "process valve (pump.valve) is new", "Decisions (2 new)"]);
    let order: Vec<usize> = ["gauge", "motor", "valve"]
        .iter()
        .filter_map(|name| repository.read("decisions.tm").find(&format!("@ pump.{name}")))
        .collect();
    assert!(order.len() == 3 && order.is_sorted(), "{order:?}");
}
