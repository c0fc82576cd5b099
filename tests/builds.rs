//! Builds: what make and ninja make of the rules that come with an example, several models in one call, and settings.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::kit::{Model, Run, TODAY, bytes, ward};

/// The folder with the program under test, to be found first.
fn path_with_ward() -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_ward")).parent().expect("a folder").display().to_string();
    format!("{folder}:{}", std::env::var("PATH").unwrap_or_default())
}

/// A program that builds, in a folder; what it says.
#[track_caller]
fn built(program: &str, folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments).env("PATH", path_with_ward()).env("SOURCE_DATE_EPOCH", "1795305600");
    let output = command.output().expect("it runs");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    said
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what was not tried")]
fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

/// A copy of an example with its rules, in a folder whose name make has to be told of.
fn example() -> (tempfile::TempDir, PathBuf) {
    let around = tempfile::tempdir().expect("a folder");
    let folder = around.path().join("ventilator");
    fs::create_dir(&folder).expect("a folder");
    for entry in fs::read_dir("examples/ventilator").expect("the example").filter_map(Result::ok) {
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
        }
    }
    (around, folder)
}

/// Makes a file look as if somebody had just saved it.
fn touch(path: &Path) {
    let file = fs::File::options().append(true).open(path).expect("a file");
    file.set_modified(SystemTime::now()).expect("a time");
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a file");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).expect("a file");
    touch(path);
}

/// How often Ward was called.
fn calls(said: &str) -> usize {
    said.lines().filter(|line| line.contains(" emit ")).count()
}

/// Artifacts small enough for a test that makes them again and again.
const FEW: [&str; 4] = ["threats.csv", "ports.md", "matrix-mdr.md", "sarif.json"];

#[test]
fn make_makes_what_changed_and_nothing_else() {
    let (_around, folder) = example();
    let targets: Vec<String> = FEW.iter().map(|name| format!("out/{name}")).collect();
    let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
    let make = |more: &[&str]| built("make", &folder, &[&targets[..], more].concat());
    let lines = |said: &str| said.lines().filter(|line| line.contains("ward emit")).count();
    assert_eq!(lines(&make(&["-n"])), FEW.len());
    make(&[]);
    assert!(make(&[]).contains("up to date"));
    // one import, and only what hangs on it
    touch(&folder.join("hospital.tm"));
    assert_eq!(lines(&make(&["-n"])), FEW.len());
    make(&[]);
    fs::write(folder.join("notes.tm"), "// nobody imports this\n").expect("a file");
    assert!(make(&[]).contains("up to date"));
    // the bill of materials is read for all, the manifest, too
    for input in ["app.cdx.json", "ward.toml"] {
        touch(&folder.join(input));
        assert_eq!(lines(&make(&["-n"])), FEW.len(), "{input}");
        // as if they had been made
        make(&["-t"]);
    }
    // an import that is not there any more does not stop make
    let text = fs::read_to_string(folder.join("views.tm")).expect("a file");
    fs::remove_file(folder.join("views.tm")).expect("removed");
    edit(&folder.join("ventilator.tm"), "import \"views.tm\"\n", "import \"pictures.tm\"\n");
    fs::write(folder.join("pictures.tm"), text).expect("a file");
    make(&[]);
    assert!(make(&[]).contains("up to date"));
    // a list of sources that is lost is made anew
    fs::remove_dir_all(folder.join(".deps")).expect("removed");
    assert_eq!(lines(&make(&["-n"])), FEW.len());
}

#[test]
fn ninja_makes_what_changed_and_nothing_else() {
    if !is_installed("ninja") {
        return;
    }
    let (_around, folder) = example();
    let targets: Vec<String> = FEW.iter().map(|name| format!("out/{name}")).collect();
    let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
    let ninja = |more: &[&str]| built("ninja", &folder, &[&["-v"], &targets[..], more].concat());
    assert_eq!(calls(&ninja(&[])), FEW.len());
    assert!(ninja(&[]).contains("no work to do"));
    let before = bytes(&folder.join("out"));
    touch(&folder.join("hospital.tm"));
    assert_eq!(calls(&ninja(&[])), FEW.len());
    assert_eq!(bytes(&folder.join("out")), before);
    assert!(ninja(&[]).contains("no work to do"));
    fs::write(folder.join("notes.tm"), "// nobody imports this\n").expect("a file");
    assert!(ninja(&[]).contains("no work to do"));
}

#[test]
fn make_and_ninja_know_the_same_artifacts() {
    let rules = fs::read_to_string("examples/ventilator/build.ninja").expect("the rules");
    let mut by_ninja: Vec<&str> = rules.lines().filter_map(|line| line.strip_prefix("build ")?.strip_suffix(": emit")).collect();
    let said = built("make", Path::new("examples/ventilator"), &["-n", "-B", "OUT=out", "DEPS=nowhere"]);
    let mut by_make: Vec<&str> = said.lines().filter_map(|line| line.split(" -o ").nth(1)?.split(' ').next()).collect();
    by_ninja.sort_unstable();
    by_make.sort_unstable();
    assert_eq!(by_make, by_ninja);
    assert!(by_make.len() > 20);
}

#[test]
fn a_depfile_names_everything_that_was_read() {
    let model = Model::example("ventilator");
    model.write("layout.toml", "[context]\n");
    let folder = model.path().join("std lib");
    fs::create_dir(&folder).expect("a folder");
    for file in fs::read_dir("stdlib").expect("the library").filter_map(Result::ok) {
        fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
    }
    let arguments = ["emit", "dfd", "--view", "context", "-o", "a $b#c.svg", "--depfile", "d", "--stdlib", "std lib"];
    model.ward(&arguments).ends(0, &[]);
    let depfile = model.read("d");
    assert!(depfile.starts_with("a\\ $$b\\#c.svg: \\\n"), "{depfile}");
    for input in ["layout.toml", "ward.toml", "device.tm", "app.cdx.json", "std\\ lib/core.tm", "std\\ lib/stride.tm"] {
        assert!(depfile.contains(&format!("  {input}")), "{input}: {depfile}");
        assert!(depfile.contains(&format!("\n{input}:\n")), "{input} has no rule of its own: {depfile}");
    }
    // make reads it as it is meant
    model.write("Makefile", "include d\na\\ $$b\\#c.svg:\n\t@echo made of $(words $^) files\n");
    let said = built("make", model.path(), &["-B", "a $b#c.svg"]);
    assert!(said.contains("made of"), "{said}");
    // what a picture is compared with is one of its sources
    let old = Model::example("ventilator");
    let before = old.path().to_str().expect("UTF-8");
    model.ward(&["emit", "dfd", "--view", "context", "--compare", before, "-o", "e.svg", "--depfile", "e"]).ends(0, &[]);
    assert!(model.read("e").contains(&format!("{before}/hospital.tm")));
}

/// Several small models; the last one does not compile.
fn fleet(models: usize) -> tempfile::TempDir {
    let fleet = tempfile::tempdir().expect("a folder");
    for at in 0..models {
        let folder = fleet.path().join(format!("m{at}"));
        fs::create_dir(&folder).expect("a folder");
        let kind = if at + 1 == models { "Nothing" } else { "Firmware" };
        let text = format!(
            "import std.medical\nsystem s{at} \"System {at}\"\nboundary b : DeviceEnclosure {{\n    process p : {kind}\n}}\n"
        );
        fs::write(folder.join("m.tm"), text).expect("a file");
        fs::write(folder.join("ward.toml"), "[model]\nroot = \"m.tm\"\n[build]\noutputs = [\"questions.md\"]\n").expect("a file");
    }
    fleet
}

#[test]
fn several_models_are_told_in_their_order() {
    let fleet = fleet(5);
    let names: Vec<String> = (0..5).map(|at| format!("m{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let run = |command: &[&str], models: &[&str]| {
        let mut ward = ward(fleet.path());
        Run::of(ward.args(command).args(models).args(["--today", TODAY]))
    };
    let one = run(&["check", "--jobs", "1"], &names);
    one.ends(2, &["m0: 0 open threats", "m4/m.tm:4:", "m4: 1 error"]);
    for jobs in ["2", "7"] {
        let other = run(&["check", "--jobs", jobs], &names);
        assert_eq!((other.status, &other.said), (2, &one.said));
    }
    let order: Vec<usize> = names.iter().filter_map(|name| one.said.find(&format!("{name}: "))).collect();
    assert!(order.len() == 5 && order.is_sorted(), "{}", one.said);
    // what cannot be read is the worst end, and the others are checked nevertheless
    run(&["check"], &["m0", "nowhere", "m1"]).ends(3, &["m0: 0 open", "cannot read `nowhere`", "m1: 0 open"]);
    run(&["build", "-j", "2"], &["m0", "m1"]).ends(0, &["m0: 1 artifact in `m0/out`, 1 changed", "m1: 1 artifact"]);
    run(&["build"], &["m0", "m1"]).ends(0, &["m0: 1 artifact in `m0/out`, 0 changed"]);
    assert!(fs::read_to_string(fleet.path().join("m1/out/questions.md")).expect("written").contains("System 1"));
    run(&["build", "-o", "x"], &["m0", "m1"]).ends(3, &["`x` can hold the artifacts of one model"]);
    run(&["check", "--message-format", "sarif"], &["m0", "m1"]).ends(3, &["a SARIF log is of one model"]);
    run(&["check", "--jobs", "0"], &["m0"]).ends(3, &["0"]);
    let json = run(&["check", "--message-format", "json"], &["m0", "m1"]);
    for line in json.printed.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        assert!(value["reason"].is_string());
    }
}

#[test]
fn what_ward_wrote_is_written_again_in_every_format() {
    let model = Model::of("system s \"S\"\nboundary b : DeviceEnclosure {\n    process p : Firmware\n}\n");
    for (kind, endings) in [
        ("threats", &["md", "csv", "json", "xlsx", "html", "docx"][..]),
        ("sarif", &["json", "sarif"]),
        ("code-quality", &["json"]),
    ] {
        for ending in endings {
            let file = format!("{kind}.{ending}");
            for _ in 0..2 {
                model.ward(&["emit", kind, "-o", &file]).ends(0, &[]);
            }
            // another one in its place
            model.ward(&["emit", kind, "--today", "2027-01-01", "-o", &file]).ends(0, &[]);
        }
    }
}

#[test]
fn a_new_model_passes_and_asks() {
    let around = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| Run::of(ward(around.path()).args(arguments).args(["--today", TODAY]));
    run(&["new", "models/dose-pump", "--title", "The \"new\" pump"]).ends(0, &["ward list questions models/dose-pump"]);
    let folder = around.path().join("models/dose-pump");
    let checked = run(&["check", "models/dose-pump"]);
    checked.ends(0, &[" questions"]);
    assert!(!checked.said.contains("error"), "{}", checked.said);
    run(&["fmt", "--check", "models/dose-pump"]).ends(0, &[]);
    let listed = run(&["list", "questions", "models/dose-pump", "--format", "json"]);
    assert!(serde_json::from_str::<serde_json::Value>(&listed.printed).expect("JSON").as_array().expect("a list").len() > 5);
    assert!(fs::read_to_string(folder.join("dose_pump.tm")).expect("the model").contains("\"The \\\"new\\\" pump\""));
    run(&["build", "models/dose-pump"]).ends(0, &["artifacts in"]);
    // its Makefile works
    fs::remove_dir_all(folder.join("out")).expect("removed");
    built("make", &folder, &["-j2"]);
    assert!(built("make", &folder, &[]).contains("Nothing to be done"));
    built("make", &folder, &["check"]);
    // nothing of somebody else's is touched
    run(&["new", "models/dose-pump"]).ends(3, &["something is there already"]);
    run(&["new", "models/2nd"]).ends(3, &["`2nd` cannot be the name of a model"]);
    // git names the element in which something changed
    fs::create_dir(around.path().join("repository")).expect("a folder");
    let repository = around.path().join("repository");
    let git = |arguments: &[&str]| {
        let named = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
        built("git", &repository, &[&named[..], arguments].concat())
    };
    git(&["init", "-q", "."]);
    let written = Run::of(ward(&repository).args(["new", "."]));
    written.ends(0, &["`.` has a first model of `Repository`", "`.github/workflows/ward.yml`, says"]);
    assert!(fs::read_to_string(repository.join(".github/workflows/ward.yml")).expect("a file").contains("MODEL: \".\"\n"));
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "first"]);
    let attributes = fs::read_to_string(repository.join(".gitattributes")).expect("a file");
    let pattern =
        attributes.lines().find_map(|line| line.split_once("xfuncname '")).expect("the pattern").1.trim_end_matches('\'');
    git(&["config", "diff.tm.xfuncname", pattern]);
    edit(&repository.join("repository.tm"), "access:  user", "access:  public");
    assert!(git(&["diff"]).contains("port lan"), "{}", git(&["diff"]));
}

#[test]
fn threats_of_a_fleet_are_one_stream() {
    let fleet = fleet(4);
    let run = |arguments: &[&str]| Run::of(ward(fleet.path()).args(arguments).args(["--today", TODAY]));
    let stream = run(&["list", "threats", "m0", "m1", "m2", "--format", "ndjson", "--jobs", "2"]);
    stream.ends(0, &[]);
    let records: Vec<serde_json::Value> =
        stream.printed.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
    assert!(records.len() >= 3);
    let fields: Vec<&String> = records[0].as_object().expect("a record").keys().collect();
    for record in &records {
        assert_eq!(record["schema"], "ward.threats/1");
        assert_eq!(record.as_object().expect("a record").keys().collect::<Vec<_>>(), fields);
        assert!(
            record["controls"].is_array() && record["line"].is_u64() && record["id"].as_str().is_some_and(|id| id.contains('@'))
        );
    }
    let models: Vec<&str> = records.iter().filter_map(|record| record["model"].as_str()).collect();
    assert!(models.is_sorted() && models.first() == Some(&"m0") && models.last() == Some(&"m2"));
    let ports = run(&["list", "processes", "m0", "m1", "--format", "ndjson"]);
    ports.prints(&["\"schema\":\"ward.processes/1\"", "\"model\":\"m1\"", "\"id\":\"b.p\""]);
    // one that does not compile does not keep the others from being listed
    run(&["list", "threats", "m3", "m0", "--format", "ndjson"]).ends(2, &["m3/m.tm:4:"]).prints(&["\"model\":\"m0\""]);
    run(&["list", "threats", "m0", "m1"]).ends(3, &["`--format ndjson` says of each row"]);
}

#[test]
fn a_change_is_of_the_models_that_were_read_from_it() {
    let fleet = fleet(4);
    let git = |arguments: &[&str]| {
        let named = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
        built("git", fleet.path(), &[&named[..], arguments].concat())
    };
    fs::create_dir(fleet.path().join("shared")).expect("a folder");
    fs::write(fleet.path().join("shared/ward.toml"), "[library]\nname = \"shared\"\n").expect("a file");
    fs::write(fleet.path().join("shared/parts.tm"), "type Board : boundary\n").expect("a file");
    fs::write(fleet.path().join("m1/ward.toml"), "[model]\nroot = \"m.tm\"\n[libraries]\nshared = \"../shared\"\n")
        .expect("a file");
    fs::write(fleet.path().join("m1/m.tm"), "import shared.parts\nimport \"more.tm\"\nsystem s1 \"System 1\"\n").expect("a file");
    fs::write(fleet.path().join("m1/more.tm"), "boundary b : Board\n").expect("a file");
    git(&["init", "-q", "."]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "first"]);
    let models = |arguments: &[&str]| -> Vec<String> {
        let run = Run::of(ward(fleet.path()).args(["list", "models", "--format", "json"]).args(arguments));
        assert_eq!(run.status, 0, "{}", run.said);
        let rows: serde_json::Value = serde_json::from_str(&run.printed).expect("JSON");
        rows.as_array().expect("a list").iter().map(|row| row["model"].as_str().expect("a path").to_owned()).collect()
    };
    assert_eq!(models(&[]), ["m0", "m1", "m2", "m3"]);
    assert!(models(&["--changed-since", "HEAD"]).is_empty());
    fs::write(fleet.path().join("shared/parts.tm"), "type Board : boundary\ntype Chip : boundary\n").expect("a file");
    assert_eq!(models(&["--changed-since", "HEAD"]), ["m1"]);
    fs::write(fleet.path().join("m2/new.tm"), "// nobody imports it\n").expect("a file");
    assert_eq!(models(&["--changed-since", "HEAD"]), ["m1"]);
    fs::write(fleet.path().join("m0/m.tm"), "import \"other.tm\"\nsystem s0\n").expect("a file");
    fs::write(fleet.path().join("m0/other.tm"), "// new\n").expect("a file");
    assert_eq!(models(&["--changed-since", "HEAD"]), ["m0", "m1"]);
    // the folder where one stands can be a model itself
    let here = Run::of(ward(&fleet.path().join("m0")).args(["list", "models", "--changed-since", "HEAD", "--format", "csv"]));
    here.ends(0, &[]).prints(&["\n.,", "m.tm"]);
    let refused = Run::of(ward(fleet.path()).args(["list", "threats", "m0", "--changed-since", "HEAD"]));
    refused.ends(3, &["`--changed-since` chooses among models"]);
    Run::of(ward(fleet.path()).args(["list", "models", "--changed-since", "haed"])).ends(3, &["`haed` is no revision"]);
}

#[test]
fn settings_say_who_says_so() {
    let model = Model::of("");
    model.write(
        "ward.toml",
        "[model]\nroot = \"m.tm\"\n\n[libraries]\nacme = \"acme\"\n\n[gate]\nquestions = true\nopen_at_or_above = \"serious\"\n",
    );
    fs::create_dir(model.path().join("acme")).expect("a folder");
    let settings: BTreeMap<String, (String, String)> = {
        let listed = model.json(&["list", "config", "--format", "json"]);
        let text = |row: &serde_json::Value, key: &str| row[key].as_str().expect("a text").to_owned();
        let rows = listed.as_array().expect("a list").iter();
        rows.map(|row| (text(row, "setting"), (text(row, "value"), text(row, "from")))).collect()
    };
    for (setting, value, from) in [
        ("model.root", "m.tm", "ward.toml:2"),
        ("model.packs", "std.stride", "default"),
        ("model.profile", "draft", "default"),
        ("libraries.acme", "acme", "ward.toml:5"),
        ("build.outputs", "all", "default"),
        ("gate.open_at_or_above", "serious", "ward.toml:9"),
        ("gate.questions", "true", "ward.toml:8"),
        ("gate.unevidenced", "false", "default"),
    ] {
        assert_eq!(settings.get(setting), Some(&(value.to_owned(), from.to_owned())), "{setting}");
    }
    let release = model.ward(&["list", "config", "--release", "--format", "ndjson"]);
    release.ends(0, &[]).prints(&["{\"setting\":\"model.profile\",\"value\":\"release\",\"from\":\"--release\"}\n"]);
    model.ward(&["list", "config", "--where", "self is Port"]).ends(3, &["`config` are none"]);
    model.write("ward.toml", "[model]\nroute = \"m.tm\"\n");
    model.ward(&["list", "config"]).ends(2, &["ward.toml:2:1", "unknown field `route`"]);
}
