//! The report of the examples through the built binary: one file with everything in it, and nothing that its policy would refuse.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::kit::{EXAMPLES, Model, TODAY, list, text, ward};

fn report(model: &str) -> String {
    let output = ward(Path::new(".")).args(["emit", "report", model, "--today", TODAY]).output().expect("it ran");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> Vec<&'h str> {
    html.match_indices(start).filter_map(|(at, _)| html[at + start.len()..].split(end).next()).collect()
}

#[test]
fn the_policy_names_what_is_in_the_page_and_nothing_else() {
    let html = report("examples/inhaler");
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"")[0];
    let mut hashes: Vec<String> = Vec::new();
    for text in between(&html, "<script>", "</script>").into_iter().chain(between(&html, "<style>", "</style>")) {
        hashes.push(format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes()))));
    }
    assert_eq!(hashes.len(), 3);
    assert!(hashes.iter().all(|hash| policy.contains(hash)), "{policy}");
    assert_eq!(policy.matches("sha256-").count(), 3);
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    assert!(!html.contains(" style=\""), "a style attribute is refused by the policy");
}

#[test]
fn every_id_is_there_once_and_every_link_leads_to_one() {
    for example in EXAMPLES {
        let html = report(&format!("examples/{example}"));
        let (body, _) = html.rsplit_once("<script>").expect("the script");
        let ids = between(body, " id=\"", "\"");
        let all: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(all.len(), ids.len(), "{example}: an id twice");
        for link in between(body, " href=\"#", "\"") {
            assert!(all.contains(link), "{example}: {link}");
        }
        for state in ["open", "question", "mitigated"] {
            assert!(body.contains(&format!("data-state=\"{state}\"")), "{example}: {state}");
        }
        assert_eq!(body.matches("font/woff").count(), html.matches("src:url(data:font/woff").count(), "{example}: glyphs once");
        assert!(body.matches("@font-face").count() < 8, "{example}");
    }
}

/// Every question of a reviewer has its part, and nothing that all threats of a rule share is written more than once.
#[test]
fn ways_trace_software_and_rules_are_on_the_page() {
    for example in EXAMPLES {
        let html = report(&format!("examples/{example}"));
        for part in ["attack-paths", "trace", "software", "paths"] {
            assert!(html.contains(&format!("<section class=\"part\" id=\"{part}\">")), "{example}: {part}");
        }
        let model = Model::example(example).report();
        for asset in list(&model["attack_paths"], "assets").iter().filter(|asset| !asset["picture"].is_null()) {
            assert!(html.contains(&format!("id=\"attack={}\"", text(asset, "picture"))), "{example}: {}", asset["id"]);
        }
        let rules: BTreeSet<&str> = list(&model, "threats").iter().map(|threat| text(threat, "rule")).collect();
        assert!(rules.iter().all(|rule| html.matches(&format!("<article id=\"rule={rule}\"")).count() == 1), "{example}");
        for software in list(&model, "software") {
            for component in list(software, "components") {
                assert!(html.contains(text(component, "name")), "{example}: {}", component["name"]);
            }
        }
        assert!(html.contains("requirement: ") && html.contains("; test: "), "{example}");
        // counts at the elements, which the layers show and hide
        assert!(html.contains("<g class=\"threats\">") && html.contains("<g class=\"controls\">"), "{example}");
        assert!(
            !html.contains("<title>f") && html.matches("<title>").count() == 1,
            "{example}: tips are made from what is told of each flow"
        );
    }
}

#[test]
fn a_comparison_says_what_changed() {
    let (old, new) = (Model::example("inhaler"), Model::example("inhaler"));
    let run = new.ward(&["emit", "report", ".", "--compare", old.path().to_str().expect("a path")]);
    assert!(run.printed.contains("No change."), "{}", run.said);
    assert!(!report("examples/inhaler").contains("No change."));
}

#[test]
fn what_is_about_one_picture_is_refused() {
    let output = ward(Path::new(".")).args(["emit", "report", "examples/inhaler", "--view", "context"]).output().expect("it ran");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--view"));
}
