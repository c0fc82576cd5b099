//! Continuous integration: the steps of the action and of the GitLab template, run as what they are, shell.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::kit::Model;

const PUMP: &str = "system pump \"Pump\" { version: \"1.0\" }\ndata rate \"Rate\" : TherapySettings\nboundary bay : HospitalNetwork {\n    external station \"Station\" : HospitalServer\n}\nboundary housing : DeviceEnclosure {\n    process app \"Software\" : EmbeddedLinux {\n        port lan \"LAN\" : EthernetPort { default: enabled, access: user, purpose: \"Rates.\" }\n    }\n}\nflow order \"Order\": bay.station -> housing.app.lan over Mqtt { carries: [rate] }\n";

fn script() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ci/ward-ci").display().to_string()
}

fn shell(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments).env("WARD", env!("CARGO_BIN_EXE_ward")).env("SOURCE_DATE_EPOCH", "1795305600");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "x").env(format!("GIT_{who}_EMAIL"), "x@example.org");
    }
    command.output().expect("it runs")
}

#[track_caller]
fn ends(output: &Output, status: i32) -> String {
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{said}");
    said
}

#[test]
fn the_steps_check_build_scan_and_compare() {
    let model = Model::of(PUMP);
    fs::write(model.path().join("ward.toml"), "[model]\nroot = \"m.tm\"\n[build]\noutputs = [\"threats.md\"]\n").expect("a file");
    let step = |arguments: &[&str]| shell(model.path(), &script(), arguments);
    let git = |arguments: &[&str]| ends(&shell(model.path(), "git", arguments), 0);
    git(&["init", "-q", "-b", "main", "."]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "first"]);
    git(&["checkout", "-q", "-b", "work"]);
    assert!(ends(&step(&["check", "."]), 0).contains("open threat"));
    ends(&step(&["build", "."]), 0);
    assert!(model.read("out/threats.md").contains("Pump"));
    ends(&step(&["sarif", "."]), 0);
    assert!(model.read("ward-out/model.sarif").contains("\"2.1.0\""));
    ends(&step(&["quality", "."]), 0);
    let issues: serde_json::Value = serde_json::from_str(&model.read("ward-out/gl-code-quality-report.json")).expect("JSON");
    assert!(!issues.as_array().expect("a list").is_empty());
    ends(&step(&["diff", "main", "."]), 0);
    assert!(model.read("ward-out/changes.md").contains("Nothing in the model changed"));
    model.edit("m.tm", "carries: [rate]", "carries: [rate], authentication: none");
    git(&["commit", "-q", "-a", "-m", "second"]);
    ends(&step(&["diff", "main", "."]), 1);
    assert!(model.read("ward-out/changes.md").contains("SPF01@order"));
    assert!(ends(&step(&["diff", "nowhere", "."]), 3).contains("`nowhere` is no revision"));
    // what cannot be compared is told in the comment, too
    assert!(model.read("ward-out/changes.md").contains("`nowhere` is no revision"), "{}", model.read("ward-out/changes.md"));
    ends(&step(&["check", "."]), 0);
    ends(&step(&["dance", "."]), 3);
    ends(&step(&[]), 3);
}

/// The shell of a step of the action.
fn step_of_the_action(name: &str) -> String {
    let action = fs::read_to_string("action.yml").expect("the action");
    let from = action.find(&format!("- name: {name}\n")).expect("a step of that name");
    let run = &action[from..][action[from..].find("run: |\n").expect("its shell") + 7..];
    let lines = run.lines().take_while(|line| line.is_empty() || line.starts_with("        "));
    lines.map(|line| format!("{}\n", line.get(8..).unwrap_or_default())).collect()
}

#[test]
fn the_action_comments_what_a_pull_request_changes() {
    let model = Model::of(PUMP);
    let git = |arguments: &[&str]| ends(&shell(model.path(), "git", arguments), 0);
    git(&["init", "-q", "-b", "main", "."]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "first"]);
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    model.edit("m.tm", "carries: [rate]", "carries: [rate], authentication: none");
    git(&["commit", "-q", "-a", "-m", "second"]);
    // a stand-in for GitHub's program, which tells what it was called with
    let tools = model.path().join("tools");
    fs::create_dir(&tools).expect("a folder");
    let stand_in = "#!/bin/sh\ncase \"$*\" in *--jq*) cat \"$KNOWN\" ;; *) echo \"gh $*\" ;; esac\n";
    fs::write(tools.join("gh"), stand_in).expect("a file");
    let known = model.path().join("known");
    fs::write(&known, "").expect("a file");
    ends(&shell(model.path(), "chmod", &["+x", "tools/gh"]), 0);
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap_or_default());
    let out = model.path().join("temp");
    let mut command = Command::new("bash");
    command.current_dir(model.path()).args(["-euo", "pipefail", "-c", &step_of_the_action("Changes")]);
    command.envs([
        ("PATH", path.as_str()),
        ("WARD", env!("CARGO_BIN_EXE_ward")),
        ("MODELS", "\n.\n"),
        ("BASE", "main"),
        ("NUMBER", "7"),
        ("GITHUB_REPOSITORY", "o/r"),
    ]);
    command.env("KNOWN", &known);
    command.env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")).env("WARD_OUT", &out).env("WARD_GATE", "any");
    command.env("GITHUB_OUTPUT", model.path().join("output")).env("GITHUB_STEP_SUMMARY", model.path().join("summary"));
    let said = ends(&command.output().expect("it runs"), 1);
    assert!(said.contains("gh pr comment 7 --body-file"), "{said}");
    assert!(model.read("temp/comment.md").starts_with("<!-- ward: what a pull request changes -->\n\n**Threat model of Pump:**"));
    // the second time it is the same comment
    fs::write(&known, "3\n42\n").expect("a file");
    let said = ends(&command.output().expect("it runs"), 1);
    assert!(said.contains("gh api --silent -X PATCH repos/o/r/issues/comments/42 -F body=@"), "{said}");
    assert!(!said.contains("gh pr comment"), "{said}");
    assert!(model.read("summary").contains("SPF01@order"));
    assert!(model.read("output").starts_with("changes="));
    let mut check = Command::new("bash");
    check.current_dir(model.path()).args(["-euo", "pipefail", "-c", &step_of_the_action("Check")]);
    check.envs([
        ("WARD", env!("CARGO_BIN_EXE_ward")),
        ("WARD_MESSAGES", "github"),
        ("MODELS", "."),
        ("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")),
    ]);
    let said = ends(&check.output().expect("it runs"), 0);
    assert!(said.contains("::warning title=SPF01@order,file=m.tm,"), "{said}");
}
