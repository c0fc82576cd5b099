//! Every threat of the reference list is found by a rule of the library, and tests named after it show it in all four cases.

use std::collections::{BTreeMap, BTreeSet};

use ward::compile::{Compilation, Options, compile};
use ward::model::Kind;
use ward::program::STDLIB;
use ward::session::Session;
use ward::syntax::ast::{Date, Expect, Member, Test};

use crate::world::{Files, TODAY};

/// The states in which tests show each threat.
const CASES: [&str; 4] = ["open", "absent", "mitigated", "question"];

/// Identifiers and titles of the reference list.
fn threats() -> Vec<(String, String)> {
    let reader = csv::ReaderBuilder::new().has_headers(false).comment(Some(b'#')).from_path("data/threats.csv");
    let records = reader.expect("the list").into_records().map(|record| record.expect("a line of the list"));
    records.map(|record| (record[0].to_owned(), record[1].to_owned())).collect()
}

fn expectations(test: &Test) -> impl Iterator<Item = &Expect> {
    test.body.iter().filter_map(|member| if let Member::Expect(expect) = member { Some(&**expect) } else { None })
}

/// The identifiers a test is named after: `S01, S02: what is tested`.
fn named(test: &Test) -> impl Iterator<Item = &str> {
    let before = test.text.text.split_once(':').map_or("", |(before, _)| before);
    before.split(',').map(str::trim)
}

/// Rules by the threats they say they find.
fn rules(compilation: &Compilation) -> BTreeMap<&str, BTreeSet<&str>> {
    let model = &compilation.model;
    let mut rules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in model.of_kind(Kind::Rule) {
        for id in model.texts(rule, "catalogue") {
            rules.entry(id).or_default().insert(&model.element(rule).name);
        }
    }
    rules
}

/// What is missing of one threat; empty where nothing is.
fn misses(id: &str, rules: Option<&BTreeSet<&str>>, tests: &[&Test]) -> Option<String> {
    let Some(rules) = rules else { return Some("no rule lists it".to_owned()) };
    let own = tests.iter().filter(|test| named(test).any(|name| name == id));
    let of_rules = own.flat_map(|test| expectations(test)).filter(|expect| rules.contains(expect.rule.text().as_str()));
    let shown: BTreeSet<&str> = of_rules.map(|expect| expect.state.text.as_str()).collect();
    let missing: Vec<&str> = CASES.into_iter().filter(|case| !shown.contains(case)).collect();
    let rules: Vec<&str> = rules.iter().copied().collect();
    (!missing.is_empty()).then(|| format!("no test named after it shows {} {}", rules.join(" or "), missing.join(", ")))
}

#[test]
fn every_reference_threat_is_found_and_shown_in_all_four_cases() {
    let options = Options {
        packs: STDLIB.iter().map(|(module, _)| (*module).to_owned()).collect(),
        today: Date::parse(TODAY),
        library: Some("std".to_owned()),
        ..Options::default()
    };
    let compilation = compile(&mut Session::default(), &Files { texts: Vec::new() }, &options);
    assert!(!compilation.diagnostics.has_errors(), "`ward check stdlib` says what is wrong");
    let threats = threats();
    assert_eq!(threats.len(), 100, "the whole list");
    let rules = rules(&compilation);
    let written = compilation.program.files.iter().flat_map(|file| &file.parse.body);
    let tests: Vec<&Test> =
        written.filter_map(|member| if let Member::Test(test) = member { Some(&**test) } else { None }).collect();
    let lacking: Vec<String> = threats
        .iter()
        .filter_map(|(id, title)| {
            misses(id, rules.get(id.as_str()), &tests).map(|missing| format!("{id} {title}\n      {missing}"))
        })
        .collect();
    assert!(lacking.is_empty(), "{} of {} threats:\n{}", lacking.len(), threats.len(), lacking.join("\n"));
}
