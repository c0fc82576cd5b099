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
    // a model that was not there is compared with nothing
    fs::create_dir(model.path().join("other")).expect("a folder");
    for file in ["m.tm", "ward.toml"] {
        fs::copy(model.path().join(file), model.path().join("other").join(file)).expect("a copy");
    }
    assert!(ends(&step(&["diff", "main", "other"]), 3).contains("there is no `other`"), "it is in no commit");
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "third"]);
    ends(&step(&["diff", "main", "other/"]), 1);
    assert!(model.read("ward-out/changes.md").contains("is new"), "{}", model.read("ward-out/changes.md"));
    ends(&step(&["check", "."]), 0);
    ends(&step(&["dance", "."]), 3);
    ends(&step(&[]), 3);
}

/// The shell of a step of an action or a workflow.
fn step_of(file: &Path, name: &str) -> String {
    let text = fs::read_to_string(file).expect("the steps");
    let from = text.find(&format!("- name: {name}\n")).expect("a step of that name");
    let (before, run) = text[from..].split_once("run: |\n").expect("its shell");
    let margin = before.len() - before.rfind('\n').expect("lines") - 1 + 2;
    let lines = run.lines().take_while(|line| line.is_empty() || line.starts_with(&" ".repeat(margin)));
    lines.map(|line| format!("{}\n", line.get(margin..).unwrap_or_default())).collect()
}

/// A stand-in for GitHub's program, which tells what it was called with, and lists the comment whose number is in `comment`.
fn github_program(folder: &Path) -> String {
    fs::create_dir_all(folder).expect("a folder");
    let told = "#!/bin/sh\necho \"gh $*\" >> \"$(dirname \"$0\")/calls\"\ncase $* in *--paginate*) cat \"$(dirname \"$0\")/comment\" ;; esac\n";
    fs::write(folder.join("gh"), told).expect("a file");
    fs::write(folder.join("comment"), "").expect("a file");
    ends(&shell(folder, "chmod", &["+x", "gh"]), 0);
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default())
}

#[track_caller]
fn calls(folder: &Path) -> String {
    let calls = fs::read_to_string(folder.join("calls")).expect("calls");
    fs::remove_file(folder.join("calls")).expect("removed");
    calls
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
    let tools = model.path().join("tools");
    let path = github_program(&tools);
    let out = model.path().join("temp");
    let changes = || {
        let mut command = Command::new("bash");
        command.current_dir(model.path()).args(["-euo", "pipefail", "-c", &step_of(Path::new("action.yml"), "Changes")]);
        command.envs([
            ("PATH", path.as_str()),
            ("WARD", env!("CARGO_BIN_EXE_ward")),
            ("MODELS", "\n.\n"),
            ("BASE", "main"),
            ("NUMBER", "7"),
            ("GITHUB_REPOSITORY", "acme/pump"),
        ]);
        command.env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")).env("WARD_OUT", &out).env("WARD_GATE", "any");
        command.env("GITHUB_OUTPUT", model.path().join("output")).env("GITHUB_STEP_SUMMARY", model.path().join("summary"));
        command.output().expect("it runs")
    };
    ends(&changes(), 1);
    assert!(calls(&tools).contains("--method POST repos/acme/pump/issues/7/comments --field body=@"));
    let comment = fs::read_to_string(out.join("comment.md")).expect("a comment");
    assert!(comment.starts_with("<!-- ward: threat models -->\n") && comment.contains("SPF01@order"), "{comment}");
    assert!(model.read("summary").contains("SPF01@order"));
    assert!(model.read("output").starts_with("changes="));
    // its own comment is edited; those of others that begin otherwise are not listed
    fs::write(tools.join("comment"), "4711\n4712\n").expect("a file");
    ends(&changes(), 1);
    let called = calls(&tools);
    assert!(called.contains("startswith(\"<!-- ward: threat models -->\")"), "{called}");
    assert!(called.contains("--method PATCH repos/acme/pump/issues/comments/4711 --field body=@"), "{called}");
    // what GitHub would not take is left to the summary
    let long = format!("{}\n", "long ".repeat(20_000));
    fs::write(out.join("changes.md"), long).expect("a file");
    let mut command = Command::new(script());
    command.current_dir(model.path()).args(["comment", "7"]).envs([("PATH", path.as_str()), ("GITHUB_REPOSITORY", "acme/pump")]);
    ends(&command.env("WARD_OUT", &out).output().expect("it runs"), 0);
    assert!(fs::read_to_string(out.join("comment.md")).expect("a comment").contains("too long for a comment"));
    let mut check = Command::new("bash");
    check.current_dir(model.path()).args(["-euo", "pipefail", "-c", &step_of(Path::new("action.yml"), "Check")]);
    check.envs([
        ("WARD", env!("CARGO_BIN_EXE_ward")),
        ("WARD_MESSAGES", "github"),
        ("MODELS", "."),
        ("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")),
    ]);
    let said = ends(&check.output().expect("it runs"), 0);
    assert!(said.contains("::warning title=SPF01@order,file=m.tm,"), "{said}");
}

#[test]
fn the_workflow_of_a_new_model_does_what_it_says() {
    let around = tempfile::tempdir().expect("a folder");
    let root = around.path().join("repository");
    fs::create_dir(&root).expect("a folder");
    let git = |arguments: &[&str]| ends(&shell(&root, "git", arguments), 0);
    git(&["init", "-q", "-b", "main", "."]);
    git(&["commit", "-q", "--allow-empty", "-m", "first"]);
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let new = |path: &str| ends(&shell(&root, env!("CARGO_BIN_EXE_ward"), &["new", path]), 0);
    // GitHub looks at the root of a repository and nowhere else
    let workflow = root.join(".github/workflows/ward-pump.yml");
    assert!(new("models/pump").contains("`.github/workflows/ward-pump.yml`, says what it needs"));
    let text = fs::read_to_string(&workflow).expect("the workflow");
    assert!(text.contains("MODEL: \"models/pump\"\n") && !root.join("models/pump/.github").exists());
    // nobody's workflow is written over
    fs::write(&workflow, format!("{text}# ours\n")).expect("a file");
    assert!(new("other/pump").contains("was there and is left as it is"));
    assert!(fs::read_to_string(&workflow).expect("the workflow").ends_with("# ours\n"));
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "second"]);

    let tools = around.path().join("tools");
    let path = github_program(&tools);
    // a stand-in that installs the program under test
    let cargo = format!(
        "#!/bin/sh\necho \"cargo $*\"\nmkdir -p \"$RUNNER_TEMP/ward/bin\"\ncp '{}' \"$RUNNER_TEMP/ward/bin/ward\"\n",
        env!("CARGO_BIN_EXE_ward")
    );
    fs::write(tools.join("cargo"), cargo).expect("a file");
    ends(&shell(&tools, "chmod", &["+x", "cargo"]), 0);
    let temp = around.path().join("temp");
    fs::create_dir(&temp).expect("a folder");
    let step = |name: &str, more: &[(&str, &str)]| {
        let mut command = Command::new("bash");
        let shell = step_of(&workflow, name);
        command.current_dir(&root).args(["-e", "-c", &shell]).env("PATH", format!("{}/ward/bin:{path}", temp.display()));
        command.envs([("MODEL", "models/pump"), ("BASE", "main"), ("NUMBER", "7"), ("GITHUB_REPOSITORY", "acme/pump")]);
        command.env("RUNNER_TEMP", &temp).env("GITHUB_PATH", temp.join("path")).env("GITHUB_STEP_SUMMARY", temp.join("summary"));
        command.env("SOURCE_DATE_EPOCH", "1795305600").envs(more.iter().copied());
        command.output().expect("it runs")
    };
    let source = [("GIT", "https://example.org/ward"), ("REV", "0123456789abcdef0123456789abcdef01234567")];
    assert!(ends(&step("Ward", &[("GIT", ""), ("REV", "")]), 1).contains("::error::Say where Ward comes from"));
    assert!(ends(&step("Ward", &source), 0).contains("--git https://example.org/ward --rev 0123456789"));
    assert!(!ends(&step("Ward", &source), 0).contains("cargo"), "what is built is not built again");
    assert!(ends(&step("Check", &[]), 0).contains("file=models/pump/pump.tm"));
    // a model that is new is compared with nothing
    ends(&step("What the pull request changes", &[]), 0);
    assert!(fs::read_to_string(temp.join("summary")).expect("a summary").contains("is new"));
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let model = root.join("models/pump/pump.tm");
    let text = fs::read_to_string(&model).expect("the model");
    fs::write(&model, text.replace("over Https {", "over Https {\n    authentication: none")).expect("a file");
    git(&["commit", "-q", "-a", "-m", "third"]);
    ends(&step("What the pull request changes", &[]), 0);
    let called = calls(&tools);
    assert!(called.contains("--method POST repos/acme/pump/issues/7/comments --field body=@"), "{called}");
    let comment = fs::read_to_string(temp.join("comment.md")).expect("a comment");
    assert!(comment.starts_with("<!-- ward: pump -->\n") && comment.contains("authentication"), "{comment}");
    fs::write(tools.join("comment"), "4711\n").expect("a file");
    ends(&step("What the pull request changes", &[]), 0);
    assert!(calls(&tools).contains("--method PATCH repos/acme/pump/issues/comments/4711 "));
    // where GitHub takes no comment, the run does not fail for it
    fs::write(tools.join("gh"), "#!/bin/sh\nexit 1\n").expect("a file");
    assert!(ends(&step("What the pull request changes", &[]), 0).contains("::notice::No comment"));
}
