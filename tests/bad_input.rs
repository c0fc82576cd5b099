//! What nobody should feed Ward, and somebody will. Each ends with a documented status, without a panic and without half a file.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn ward(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ward"));
    command.current_dir(folder).args(arguments).env("SOURCE_DATE_EPOCH", "1800000000").env("NO_COLOR", "1");
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// Runs Ward and holds its status and its messages against what is expected.
#[track_caller]
fn ends(command: &mut Command, status: i32, says: &[&str]) -> Output {
    let output = command.output().expect("Ward runs");
    let said = stderr(&output);
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(output.status.code(), Some(status), "{said}");
    for part in says {
        assert!(said.contains(part), "`{part}` is not said in: {said}");
    }
    output
}

#[track_caller]
fn check(files: &[(&str, &str)], status: i32, says: &[&str]) {
    let folder = folder(files);
    ends(&mut ward(folder.path(), &["check", "m.tm"]), status, says);
    leaves_nothing(folder.path());
}

/// No temporary file is left behind.
#[track_caller]
fn leaves_nothing(folder: &Path) {
    let left: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(".ward-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

const UGLY: &str = "actor   a\nactor b\n\n\n";
const PRETTY: &str = "actor a\nactor b\n";

// ------------------------------------------------------------ texts

#[test]
fn an_empty_file_is_a_model_of_nothing() {
    check(&[("m.tm", "")], 0, &[]);
    let folder = folder(&[("m.tm", "")]);
    ends(&mut ward(folder.path(), &["fmt", "--check", "m.tm"]), 0, &[]);
}

#[test]
fn a_binary_file_is_no_text() {
    let folder = folder(&[]);
    fs::write(folder.path().join("m.tm"), b"\x7fELF\x02\xff\x00").expect("a file");
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 3, &["`m.tm`", "not UTF-8 text (byte 5)"]);
    ends(&mut ward(folder.path(), &["fmt", "m.tm"]), 3, &["not UTF-8 text (byte 5)"]);
}

#[test]
fn a_huge_file_is_not_even_read() {
    let folder = folder(&[]);
    let file = fs::File::create(folder.path().join("m.tm")).expect("a file");
    file.set_len(100 * 1024 * 1024).expect("a sparse file");
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 3, &["larger than 64 MiB"]);
    ends(&mut ward(folder.path(), &["fmt", "m.tm"]), 3, &["larger than 64 MiB"]);
}

#[test]
fn deep_nesting_is_refused() {
    let expression = "assert \"x\": ";
    for (start, open, close) in
        [("", "process x {\n", "}\n"), (expression, "[", "]"), (expression, "(", ")"), (expression, "not ", "a")]
    {
        let text = format!("{start}{}{}", open.repeat(10_000), close.repeat(10_000));
        check(&[("m.tm", &text)], 2, &["TM0010"]);
        let folder = folder(&[("m.tm", &text)]);
        ends(&mut ward(folder.path(), &["fmt", "m.tm"]), 2, &["TM0010"]);
        assert_eq!(fs::read_to_string(folder.path().join("m.tm")).expect("there"), text);
    }
}

#[test]
fn a_name_of_a_megabyte_does_not_flood_the_messages() {
    let name = "x".repeat(1 << 20);
    let folder = folder(&[("m.tm", &format!("actor {name}\nflow f: {name} -> nowhere\nactor {name}\n"))]);
    let output = ends(&mut ward(folder.path(), &["check", "m.tm"]), 2, &["TM0202", "TM0201"]);
    assert!(output.stderr.len() < 10_000, "{} bytes of messages", output.stderr.len());
    ends(&mut ward(folder.path(), &["fmt", "m.tm"]), 0, &[]);
}

#[test]
fn a_text_with_faults_is_not_formatted() {
    let text = "actor   a {\n";
    let folder = folder(&[("m.tm", text), ("n.tm", UGLY)]);
    ends(&mut ward(folder.path(), &["fmt", "m.tm", "n.tm"]), 2, &["TM0003", "m.tm:1:11"]);
    assert_eq!(fs::read_to_string(folder.path().join("m.tm")).expect("there"), text);
    assert_eq!(fs::read_to_string(folder.path().join("n.tm")).expect("there"), PRETTY, "the others are formatted");
}

// ------------------------------------------------------------ imports

#[test]
fn imports_in_a_circle_end() {
    let files = [("m.tm", "import \"n.tm\""), ("n.tm", "import \"m.tm\"")];
    check(&files, 2, &["TM0103", "n.tm:1:1"]);
}

#[test]
fn a_missing_import_is_named() {
    check(&[("m.tm", "import \"n.tm\"")], 2, &["TM0102", "`n.tm`"]);
    check(&[("m.tm", "import std.medicl")], 2, &["TM0105", "did you mean `std.medical`?"]);
}

#[test]
fn no_import_leaves_the_folder() {
    let outer = folder(&[("secret.tm", "actor secret")]);
    let inner = outer.path().join("model");
    fs::create_dir(&inner).expect("a folder");
    let absolute = format!("import \"{}\"", outer.path().join("secret.tm").display());
    for text in ["import \"../secret.tm\"", "import \"a/../../secret.tm\"", &absolute] {
        fs::write(inner.join("m.tm"), text).expect("a file");
        ends(&mut ward(&inner, &["check", "m.tm"]), 2, &["TM0104"]);
        ends(&mut ward(outer.path(), &["check", "model/m.tm"]), 2, &["TM0104", "model/m.tm:1:1"]);
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let outer = folder(&[("secret.tm", "actor secret")]);
    let inner = outer.path().join("model");
    fs::create_dir(&inner).expect("a folder");
    std::os::unix::fs::symlink("../secret.tm", inner.join("link.tm")).expect("a link");
    std::os::unix::fs::symlink("..", inner.join("up")).expect("a link");
    for text in ["import \"link.tm\"", "import \"up/secret.tm\""] {
        fs::write(inner.join("m.tm"), text).expect("a file");
        ends(&mut ward(&inner, &["check", "m.tm"]), 2, &["TM0104"]);
    }
}

// ------------------------------------------------------------ files that are none

#[test]
fn a_folder_is_no_file() {
    let folder = folder(&[("m.tm", "import \"n.tm\"")]);
    fs::create_dir(folder.path().join("n.tm")).expect("a folder");
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 2, &["TM0101", "it is a folder"]);
    ends(&mut ward(folder.path(), &["check", "n.tm"]), 3, &["there is no model in `n.tm`"]);
    ends(&mut ward(folder.path(), &["check", "none.tm"]), 3, &["`none.tm`", "there is no such file"]);
    ends(&mut ward(folder.path(), &["fmt", "none.tm"]), 3, &["there is no such file"]);
    ends(&mut ward(folder.path(), &["fmt", "n.tm"]), 3, &["it holds no .tm file"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("m.tm", "actor a")]);
    let path = folder.path().join("m.tm");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&path).is_ok() {
        return; // root reads everything
    }
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 3, &["`m.tm`", "permission denied"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_no_model() {
    let folder = folder(&[]);
    ends(&mut ward(folder.path(), &["fmt", "/dev/zero"]), 3, &["not an ordinary file"]);
}

// ------------------------------------------------------------ outputs

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let folder = folder(&[("m.tm", "actor a")]);
    let no_space = "no space is left on the device";
    ends(ward(folder.path(), &["explain", "TM0101"]).stdout(full()), 3, &[no_space]);
    ends(&mut ward(folder.path(), &["emit", "threats", "m.tm", "-o", "/dev/full"]), 3, &[no_space]);
    ends(ward(folder.path(), &["emit", "threats", "m.tm"]).stdout(full()), 3, &[no_space]);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = folder(&[("m.tm", "actor a")]);
    for arguments in [["explain", "TM0101"].as_slice(), &["emit", "threats", "m.tm"], &["list", "threats", "m.tm"]] {
        let mut child = ward(folder.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("Ward runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("Ward ends");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn an_output_that_ward_did_not_write_is_kept() {
    let folder = folder(&[("m.tm", "actor a"), ("thesis.md", "precious")]);
    let emit = ["emit", "threats", "m.tm", "-o", "thesis.md"];
    ends(&mut ward(folder.path(), &emit), 3, &["--force overwrites it"]);
    assert_eq!(fs::read_to_string(folder.path().join("thesis.md")).expect("there"), "precious");
    ends(ward(folder.path(), &emit).arg("--force"), 0, &[]);
    ends(&mut ward(folder.path(), &emit), 0, &[]);
    leaves_nothing(folder.path());
}

#[test]
fn an_output_cannot_be_a_folder_or_lie_under_a_file() {
    let folder = folder(&[("m.tm", "actor a"), ("file", "")]);
    fs::create_dir(folder.path().join("sub")).expect("a folder");
    for output in ["sub", "file/x.md"] {
        ends(&mut ward(folder.path(), &["emit", "threats", "m.tm", "-o", output]), 3, &["cannot write"]);
    }
    leaves_nothing(folder.path());
}

#[cfg(unix)]
#[test]
fn formatting_keeps_permissions_and_links() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("m.tm", UGLY)]);
    let path = folder.path().join("m.tm");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink("m.tm", folder.path().join("link.tm")).expect("a link");
    ends(&mut ward(folder.path(), &["fmt", "--check", "m.tm"]), 1, &["`m.tm` is not formatted"]);
    ends(&mut ward(folder.path(), &["fmt", "link.tm"]), 0, &[]);
    assert!(folder.path().join("link.tm").is_symlink());
    assert_eq!(fs::read_to_string(&path).expect("there"), PRETTY);
    let known = fs::metadata(&path).expect("there");
    assert_eq!(known.permissions().mode() & 0o777, 0o640);
    ends(&mut ward(folder.path(), &["fmt", "."]), 0, &[]);
    let again = fs::metadata(&path).expect("there");
    assert_eq!(known.modified().ok(), again.modified().ok(), "a canonical file is not written");
    leaves_nothing(folder.path());
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let folder = folder(&[]);
    let mut command = ward(folder.path(), &["fmt", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("Ward runs");
    child.stdin.take().expect("a pipe").write_all(UGLY.as_bytes()).expect("written");
    let output = child.wait_with_output().expect("Ward ends");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), PRETTY.as_bytes()));
}

// ------------------------------------------------------------ arguments and manifests

#[test]
fn bad_arguments_are_ends_of_their_own() {
    let folder = folder(&[]);
    ends(&mut ward(folder.path(), &[]), 3, &["Usage"]);
    ends(&mut ward(folder.path(), &["chek"]), 3, &["check"]);
    ends(&mut ward(folder.path(), &["check", "--today", "2027-02-30"]), 3, &["not a day of the calendar"]);
    ends(&mut ward(folder.path(), &["explain", "TM1O1"]), 3, &["there is no m"]);
    ends(&mut ward(folder.path(), &["explain", "TM0100"]), 3, &["there is no message `TM0100`; did you mean `TM0"]);
    ends(&mut ward(folder.path(), &["--help"]), 0, &[]);
    ends(&mut ward(folder.path(), &["--version"]), 0, &[]);
    ends(&mut ward(folder.path(), &["check"]), 3, &["there is no model in `.`", "it holds no .tm file"]);
    ends(ward(folder.path(), &["check"]).env("SOURCE_DATE_EPOCH", "soon"), 3, &["SOURCE_DATE_EPOCH"]);
}

#[test]
fn a_fault_in_the_manifest_is_shown_where_it_is() {
    let folder = folder(&[("m.tm", "actor a"), ("ward.toml", "[model]\nroute = \"m.tm\"\n")]);
    ends(&mut ward(folder.path(), &["check"]), 2, &["TM0501", "ward.toml:2:1", "unknown field `route`"]);
    fs::write(folder.path().join("ward.toml"), "[libraries]\nacme = \"none\"\n").expect("a file");
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 2, &["TM0501", "ward.toml:2:8", "there is no folder"]);
    fs::write(folder.path().join("ward.toml"), "[gate]\nopen_at_or_above = \"terrible\"\n").expect("a file");
    ends(&mut ward(folder.path(), &["check", "m.tm"]), 2, &["TM0501", "ward.toml:2:20", "`terrible`"]);
}

#[test]
fn messages_for_programs_are_lines_of_json() {
    let folder = folder(&[("m.tm", "import \"n.tm\"\nimport \"ä.tm\"\n")]);
    let output = ends(&mut ward(folder.path(), &["check", "m.tm", "--message-format", "json"]), 2, &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let diagnostics: Vec<_> = lines.iter().filter(|line| line["reason"] == "diagnostic").collect();
    assert_eq!(diagnostics.len(), 2, "{text}");
    assert_eq!((&diagnostics[1]["code"], &diagnostics[1]["line"]), (&"TM0102".into(), &2.into()));
    assert_eq!(lines.last().map(|line| line["reason"].clone()), Some("summary".into()));
}
