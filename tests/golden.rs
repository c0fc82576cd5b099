//! What `ward build` makes of the examples, byte for byte, as it is committed in `examples/*/out`. PNG and PDF follow from the SVG of the same view and
//! are not committed; `formats` sees to it that they are the same on every run.
//!
//! After a change that is meant, write the files anew, and read what changed in them before committing:
//!
//! ```text
//! WARD_BLESS=1 cargo test --test tests golden
//! git diff examples
//! ```

use std::fs;
use std::path::Path;

use super::kit::{EXAMPLES, Run, TODAY, files, ward};

#[test]
fn the_examples_give_what_is_committed() {
    for name in EXAMPLES {
        holds(name);
    }
}

fn holds(name: &str) {
    let output = tempfile::tempdir().expect("a folder");
    let mut command = ward(Path::new("."));
    command.args(["build", &format!("examples/{name}"), "--today", TODAY, "-o"]).arg(output.path());
    Run::of(&mut command).ends(0, &[]);
    let made = files(output.path());
    let committed = Path::new("examples").join(name).join("out");
    if std::env::var_os("WARD_BLESS").is_some() {
        fs::create_dir_all(&committed).expect("a folder");
        for stale in files(&committed).keys().filter(|file| !made.contains_key(*file)) {
            fs::remove_file(committed.join(stale)).expect("removed");
        }
        for (file, text) in &made {
            fs::write(committed.join(file), text).expect("written");
        }
    }
    let known = files(&committed);
    let names: Vec<&String> = made.keys().collect();
    assert_eq!(names, known.keys().collect::<Vec<_>>(), "{name}: other artifacts than committed");
    for (file, text) in &made {
        if let Some((number, was, is)) = difference(&known[file], text) {
            panic!(
                "examples/{name}/out/{file}:{number} differs; WARD_BLESS=1 writes it anew\n  committed: {was}\n  made now:  {is}"
            );
        }
    }
}

/// The first line that is not the same, of two texts that differ.
fn difference(was: &str, is: &str) -> Option<(usize, String, String)> {
    if was == is {
        return None;
    }
    let lines =
        was.split('\n').map(Some).chain(std::iter::repeat(None)).zip(is.split('\n').map(Some).chain(std::iter::repeat(None)));
    let short = |line: Option<&str>| line.map_or_else(|| "(nothing)".to_owned(), |line| line.chars().take(300).collect());
    lines.enumerate().find(|(_, (was, is))| was != is).map(|(at, (was, is))| (at + 1, short(was), short(is)))
}
