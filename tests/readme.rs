//! What the README shows is what Ward does.

use std::process::Command;

/// The first block of a language in a Markdown file.
fn block(markdown: &str, language: &str) -> String {
    let start = markdown.find(&format!("```{language}\n")).expect("a block of that language") + language.len() + 4;
    let end = start + markdown[start..].find("```").expect("the block ends");
    markdown[start..end].to_owned()
}

#[test]
fn the_first_model_is_the_one_in_the_examples() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    assert_eq!(block(&readme, "tm"), std::fs::read_to_string("examples/first/first.tm").unwrap());
}

#[test]
fn the_threat_it_promises_is_found() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let answered =
        block(&readme, "tm").replace("over Mqtt { carries: [rate] }", "over Mqtt { carries: [rate], authentication: none }");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("first.tm");
    std::fs::write(&path, answered).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ward")).arg("explain").arg("SPF01@order").arg(&path).output().unwrap();
    let explained = String::from_utf8(output.stdout).unwrap();
    let promised: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    assert!(explained.contains(&promised.join(" ")), "{explained}");
    assert!(explained.contains("state           open"), "{explained}");
}

#[test]
fn every_link_leads_somewhere() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    for (at, _) in readme.match_indices("](") {
        let target: String = readme[at + 2..].chars().take_while(|c| *c != ')').collect();
        assert!(target.starts_with("http") || std::path::Path::new(&target).exists(), "{target}");
    }
}
