//! `ward check` on a library: what it says of packs, and how it ends.

use std::fs;
use std::path::Path;

use super::kit::{Run, TODAY, ward};

const MANIFEST: &str = "[library]\nname = \"acme\"\n";

const RULE: &str = "
rule ACME1 \"{f} can be read\" : Looking {
    for flow f
    applies when   f.crosses
    mitigated when f.encrypted
    statement:     \"Somebody between {f.source} and {f.target} reads {f.carries}.\"
}
";

const TEST: &str = "
test \"ACME1: what crosses can be read\" {
    boundary pump { process app }
    process server
    process other
    flow bare: pump.app -> server { encrypted: no }
    flow safe: pump.app -> server { encrypted: yes }
    flow both: pump.app -> server
    flow near: server -> other
    expect ACME1 @ bare open
    expect ACME1 @ safe mitigated
    expect ACME1 @ both question
    expect ACME1 @ near absent
}
";

/// Everything a category of its own needs to say where it has no rules.
const CATEGORY: &str = "
pack acme \"Rules of the house\" { version: \"1\" }
category Looking \"Looking\" {
    letter:           \"L\"
    not_for_actor:    \"People are not looked into.\"
    not_for_external: \"Others are not ours.\"
    not_for_process:  \"Programs are opaque.\"
    not_for_store:    \"Nothing is kept.\"
    not_for_port:     \"Ports have no windows.\"
    not_for_boundary: \"Walls are opaque.\"
}
";

/// Checks a library of these modules.
fn check(modules: &[(&str, &str)]) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ward.toml"), MANIFEST).expect("a file");
    for (name, text) in modules {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    Run::of(ward(folder.path()).args(["check", "--today", TODAY]))
}

#[test]
fn the_library_is_clean() {
    let run = Run::of(ward(Path::new(env!("CARGO_MANIFEST_DIR"))).args(["check", "stdlib", "--today", TODAY]));
    run.ends(0, &["no warnings"]);
    assert_eq!(run.said.lines().count(), 1, "{}", run.said);
}

#[test]
fn a_library_of_ones_own_is_checked_alone() {
    let run = check(&[("looking.tm", &format!("import std.stride\n{CATEGORY}{RULE}{TEST}"))]);
    run.ends(0, &["1 rule, 1 test run, no warnings"]);
}

#[test]
fn a_rule_without_tests_is_a_warning() {
    let run = check(&[("looking.tm", &format!("{CATEGORY}{RULE}"))]);
    run.ends(0, &["TM0308", "looking.tm:13:6", "1 rule, 0 tests run, 1 warning"]);
}

#[test]
fn a_test_that_fails_is_an_error() {
    let run = check(&[("looking.tm", &format!("{CATEGORY}{RULE}")), ("tests.tm", &TEST.replace("near absent", "near open"))]);
    run.ends(2, &["TM0307", "ACME1 @ near is absent, the test expects open", "tests.tm:13:5", "1 error"]);
}

#[test]
fn a_cell_without_rules_has_a_reason_and_one_with_rules_has_none() {
    let bare = CATEGORY.replace("    not_for_port:     \"Ports have no windows.\"\n", "");
    let run = check(&[("looking.tm", &format!("{bare}{RULE}{TEST}"))]);
    run.ends(0, &["TM0314", "no rule is about 1 pair of element and category", "Looking: port", "looking.tm:2:6", "1 warning"]);
    let denied = CATEGORY.replace("not_for_port: ", "not_for_flow: ");
    let run = check(&[("looking.tm", &format!("{denied}{RULE}{TEST}"))]);
    run.ends(0, &["TM0314", "`Looking` says why it has no rule about a flow, and it has one", "Looking: port", "2 warnings"]);
}

#[test]
fn a_library_is_no_model() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ward.toml"), MANIFEST).expect("a file");
    fs::write(folder.path().join("looking.tm"), CATEGORY).expect("a file");
    for command in [&["build"][..], &["emit", "threats"]] {
        Run::of(ward(folder.path()).args(command)).ends(3, &["`acme` is a library and no model"]);
    }
    let list = Run::of(ward(folder.path()).args(["list", "categories"]));
    list.ends(0, &[]).prints(&["Looking"]);
}

#[test]
fn a_rule_is_explained_with_its_threats_preconditions_and_tests() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ward.toml"), MANIFEST).expect("a file");
    let rule = RULE.replace("    statement:", "    catalogue: [\"I01\", \"S10\"]\n    preconditions: [insider]\n    statement:");
    fs::write(folder.path().join("looking.tm"), format!("{CATEGORY}{rule}{TEST}")).expect("a file");
    let run = Run::of(ward(folder.path()).args(["explain", "ACME1"]));
    run.ends(0, &[]).prints(&[
        "preconditions   a position inside the manufacturer or one of its suppliers",
        "tests           1 (absent, mitigated, open, question)",
        "It finds these threats of the reference list:",
        "  S10  Password/PIN guessed by brute force, dictionary or spraying",
    ]);
}
