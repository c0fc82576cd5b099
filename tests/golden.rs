//! What `ward build` makes of the examples, byte for byte, as it is committed in `examples/*/out`. PNG and PDF follow from the SVG of the same view and
//! are not committed; `formats` sees to it that they are the same on every run.
//!
//! After a change that is meant, write the files anew, and read what changed in them before committing:
//!
//! ```text
//! WARD_BLESS=1 cargo test --test tests golden
//! git diff examples
//! ```
//!
//! What no reviewer reads line by line, workbooks and the like, is committed as one digest a file in `out/digests.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::kit::{EXAMPLES, Run, TODAY, bytes, files, is_rendered, ward};

/// Endings of files that are committed as digests.
const BY_DIGEST: [&str; 3] = [".xlsx", ".html", ".docx"];
const DIGESTS: &str = "digests.txt";

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
    let made = committed_form(bytes(output.path()));
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
    // beside what is committed stands what a build into the folder writes of it, which git is told to pass over
    let mut known = files(&committed);
    known.retain(|name, _| !is_by_digest(name));
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

/// The texts, and a list of digests of everything else.
fn committed_form(made: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let (digested, texts): (Vec<_>, Vec<_>) =
        made.into_iter().filter(|(name, _)| !is_rendered(name)).partition(|(name, _)| is_by_digest(name));
    let digest = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let lines: String = digested.iter().map(|(name, bytes)| format!("{}  {name}\n", digest(bytes))).collect();
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).expect("UTF-8"));
    texts.into_iter().map(text).chain([(DIGESTS.to_owned(), lines)]).collect()
}

fn is_by_digest(name: &str) -> bool {
    BY_DIGEST.iter().any(|ending| name.ends_with(ending))
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
