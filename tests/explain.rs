//! The pages of `ward explain` are run: the example gives its message once, the fix does not give it.

use std::collections::BTreeSet;

use ward::compile::Compilation;
use ward::diagnostic::code::{Code, Severity};
use ward::diagnostic::render;
use ward::session::Session;

use crate::world::{UNREADABLE, compile_texts, files_in, folder, stem};

const HEADINGS: [&str; 4] = ["## What it means", "## Why it matters", "## Example", "## Fix"];

/// Codes whose pages are shown by tests of the command line: a manifest or a template is no part of a compilation, and a pack no model.
const NOT_COMPILED: [Code; 4] = [Code::EmptyCells, Code::Manifest, Code::LayoutFile, Code::Template];

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    for code in Code::ALL {
        let title = format!("# {}: {}\n", code.id(), code.title());
        assert!(code.page().starts_with(&title), "{} begins with its title", code.id());
        let at: Vec<usize> = HEADINGS.iter().filter_map(|heading| code.page().find(&format!("\n{heading}\n"))).collect();
        assert_eq!(at.len(), HEADINGS.len(), "{} has the four headings", code.id());
        assert!(at.is_sorted(), "{} has the headings in order", code.id());
    }
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    let pages = files_in(&folder("src/diagnostic/explain"), "md");
    let pages: BTreeSet<&str> = pages.iter().map(|page| stem(page)).collect();
    assert_eq!(pages, codes);
}

#[test]
fn every_example_gives_its_message_and_every_fix_does_not() {
    let mut faults = String::new();
    for code in Code::ALL.iter().filter(|code| !NOT_COMPILED.contains(code)) {
        let (example, fix) = texts(*code);
        let (given, shown) = run(&example);
        let of_code = given.diagnostics.iter().filter(|one| one.code == *code).count();
        let others = match code.severity() {
            Severity::Error => given.diagnostics.len() - of_code,
            Severity::Warning => given.diagnostics.iter().filter(|one| one.severity == Severity::Error).count(),
        };
        if of_code != 1 || others != 0 {
            faults.push_str(&format!("\n---- {}: the example gives\n{shown}", code.id()));
        }
        let (given, shown) = run(&fix);
        if given.diagnostics.iter().any(|one| one.code == *code || one.severity == Severity::Error) {
            faults.push_str(&format!("\n---- {}: the fix gives\n{shown}", code.id()));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

fn run(texts: &[(String, String)]) -> (Compilation, String) {
    let mut session = Session::default();
    let compilation = compile_texts(&mut session, texts);
    let shown = compilation.diagnostics.iter().map(|one| render(one, session.sources(), false)).collect();
    (compilation, shown)
}

/// Names and texts of the files of an example.
type Texts = Vec<(String, String)>;

/// The files of the example and those of the fix.
fn texts(code: Code) -> (Texts, Texts) {
    let (_, rest) = code.page().split_once("## Example").expect("the page has an example");
    let (example, fix) = rest.split_once("## Fix").expect("the page has a fix");
    let mut example = blocks(example);
    if code == Code::UnreadableFile {
        example.push(("hospital.tm".to_owned(), UNREADABLE.to_owned()));
    }
    (example, blocks(fix))
}

/// The blocks of a section, the main one first.
fn blocks(section: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut rest = section;
    while let Some((_, block)) = rest.split_once("```") {
        let (head, block) = block.split_once('\n').expect("a block begins on a line of its own");
        let (text, after) = block.split_once("```").expect("a block ends");
        match head.split_once("file=") {
            Some((_, name)) => files.push((name.trim().to_owned(), text.to_owned())),
            None => files.insert(0, ("model.tm".to_owned(), text.to_owned())),
        }
        rest = after;
    }
    assert!(files.first().is_some_and(|(name, _)| name == "model.tm"), "the section has a main block");
    files
}
