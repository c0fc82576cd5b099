//! The walls of a single crate: a lower floor never sees a higher one.

use std::path::Path;

/// Floors, lowest first. What stands on one line may see itself and everything before it.
const FLOORS: &[&str] = &[
    "text",
    "words",
    "threads",
    "diagnostic",
    "syntax",
    "format",
    "session",
    "program",
    "model",
    "bom",
    "graph",
    "rules",
    "findings",
    "standards",
    "risk",
    "documents",
    "compile",
    "report",
    "diff",
    "drawing",
    "backends",
    "project",
    "lsp",
    "cli",
];

/// `syntax` files are remembered by `session`, which `program` asks: a stage may see `session` only from `program` upwards.
fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| *floor == name)
}

#[test]
fn no_floor_sees_a_higher_one() {
    let mut faults = Vec::new();
    visit(Path::new("src"), &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn visit(folder: &Path, faults: &mut Vec<String>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            visit(&path, faults);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            check(&path, faults);
        }
    }
}

fn check(path: &Path, faults: &mut Vec<String>) {
    let inside = path.strip_prefix("src").unwrap();
    let own = inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
    let Some(own_floor) = floor(&own) else { return };
    for (number, line) in std::fs::read_to_string(path).unwrap().lines().enumerate() {
        for (at, _) in line.match_indices("crate::") {
            let seen: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if floor(&seen).is_some_and(|floor| floor > own_floor) {
                faults.push(format!("{}:{}: {own} must not see {seen}", path.display(), number + 1));
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_600_lines() {
    fn long(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                long(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let lines = std::fs::read_to_string(&path).unwrap().lines().count();
                if lines > 600 {
                    found.push(format!("{}: {lines} lines", path.display()));
                }
            }
        }
    }
    let mut found = Vec::new();
    long(Path::new("src"), &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}
