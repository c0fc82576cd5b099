//! The standards of the library against the list of clauses taken from the regulatory reference (checklist row H5): no clause is invented, none is
//! missing, each has its place in the document and the tag that says how its text is known, and whatever is cited anywhere is one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use ward::compile::{Compilation, Options, compile};
use ward::model::Kind;
use ward::program::STDLIB;
use ward::session::Session;
use ward::syntax::ast::Date;

use super::kit::{EXAMPLES, Model, ids, item, list, text};
use crate::world::{Files, TODAY};

/// A clause as the list has it.
struct Listed {
    passage: String,
    tag: String,
}

fn listed() -> BTreeMap<String, Listed> {
    let reader = csv::ReaderBuilder::new().has_headers(false).comment(Some(b'#')).from_path("data/clauses.csv");
    let records = reader.expect("the list").into_records().map(|record| record.expect("a line of the list"));
    let clause = |record: csv::StringRecord| {
        let tag = record[3].replace('-', "_");
        assert!(["verified", "second_hand", "recalled", "judgement"].contains(&tag.as_str()), "{record:?}");
        assert!(record[2].split('.').all(|part| part.parse::<u32>().is_ok()), "a section of the reference: {record:?}");
        (record[0].to_owned(), Listed { passage: record[1].to_owned(), tag })
    };
    let all: Vec<(String, Listed)> = records.map(clause).collect();
    let number = all.len();
    let all: BTreeMap<String, Listed> = all.into_iter().collect();
    assert_eq!(all.len(), number, "an id stands twice in the list");
    all
}

/// The whole library.
fn library() -> Compilation {
    let packs = STDLIB.iter().map(|(module, _)| (*module).to_owned()).collect();
    let options = Options { packs, today: Date::parse(TODAY), library: Some("std".to_owned()), ..Options::default() };
    compile(&mut Session::default(), &Files { texts: Vec::new() }, &options)
}

/// Standards of the library by name, with the ids of their clauses.
fn standards(library: &Compilation) -> BTreeMap<String, Vec<String>> {
    let mut standards: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for clause in library.model.of_kind(Kind::Clause) {
        let standard = library.model.element(clause).parent.expect("a clause belongs to a standard");
        let id = library.model.text(clause, "id").expect("an id").to_owned();
        standards.entry(library.model.path(standard)).or_default().push(id);
    }
    standards
}

#[test]
fn the_library_holds_the_clauses_of_the_reference_and_no_others() {
    let library = library();
    let model = &library.model;
    let mut rest = listed();
    for clause in model.of_kind(Kind::Clause) {
        let id = model.text(clause, "id").expect("an id");
        let known = rest.remove(id).unwrap_or_else(|| panic!("{id} is in no row of the reference, or stands twice"));
        assert_eq!(model.text(clause, "passage"), Some(known.passage.as_str()), "{id}");
        assert_eq!(model.symbol(clause, "evidence_tag"), Some(known.tag.as_str()), "{id}");
        assert!(model.text(clause, "text").is_some_and(|text| text.ends_with('.')), "{id} says nothing");
        let standard = model.element(clause).parent.expect("its standard");
        for attribute in ["edition", "source", "prefix"] {
            assert!(model.text(standard, attribute).is_some(), "{id}: {attribute}");
        }
        assert!(model.symbol(standard, "binding").is_some(), "{id}");
        assert!(id.starts_with(model.text(standard, "prefix").expect("a prefix")), "{id}");
    }
    assert!(rest.is_empty(), "the library lacks {:?}", rest.keys());
}

#[test]
fn every_citation_of_a_rule_resolves() {
    let library = library();
    let known = listed();
    let mut cited = BTreeSet::new();
    for rule in library.model.of_kind(Kind::Rule) {
        let clauses = library.model.references(rule, "violates");
        cited.extend(clauses.into_iter().map(|clause| library.model.text(clause, "id").expect("an id").to_owned()));
    }
    assert!(cited.len() > 30, "{cited:?}");
    for id in cited {
        assert!(known.contains_key(&id), "{id}");
    }
}

#[test]
fn every_row_answer_and_threat_of_the_examples_cites_a_clause_of_the_reference() {
    let known = listed();
    for name in EXAMPLES {
        let model = Model::example(name);
        let mut answered = 0;
        for (file, text_of) in model.build().iter().filter(|(file, _)| file.starts_with("matrix-") && file.ends_with(".json")) {
            let standard = serde_json::from_str::<Value>(text_of).expect("JSON")["standard"].clone();
            for clause in list(&standard, "clauses") {
                let id = text(clause, "id");
                let listed = known.get(id).unwrap_or_else(|| panic!("{name}, {file}: {id}"));
                assert_eq!(text(clause, "passage"), listed.passage, "{id}");
                answered += list(clause, "parts").iter().filter(|part| part["ground"] == "answer").count();
            }
        }
        assert!(answered > 50, "{name}: {answered} answers");
        for threat in list(&model.report(), "threats") {
            for id in ids(threat, "clauses") {
                assert!(known.contains_key(id), "{}: {id}", threat["id"]);
            }
        }
    }
}

/// Ids of clauses in running text: in sources, in pages of messages, in the documentation.
#[test]
fn every_id_that_is_written_anywhere_resolves() {
    let known = listed();
    let prefixes = [
        "imdrf.n60.",
        "mdcg.2019-16.",
        "mdr.gspr.",
        "mdr.art.",
        "mdr.annex.",
        "ivdr.",
        "fda.premarket.",
        "fdca.",
        "iec62443-4-1.",
        "mds2.2019.",
    ];
    let whole = ["fda.premarket.2026-02-03", "fdca.524B"];
    let mut found = 0;
    let folders =
        ["stdlib", "examples/ventilator", "examples/inhaler", "src/diagnostic/explain", "docs", "tests/corpus/diagnostics"];
    for entry in folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder")).filter_map(Result::ok) {
        let Ok(written) = fs::read_to_string(entry.path()) else { continue };
        for word in written.split(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_'))) {
            let id = word.trim_matches('.');
            if prefixes.iter().any(|prefix| id.len() > prefix.len() && id.starts_with(prefix)) && !whole.contains(&id) {
                found += 1;
                let misspelt = entry.path().starts_with("tests/corpus") || entry.path().starts_with("src/diagnostic");
                assert!(known.contains_key(id) || misspelt, "{}: {id}", entry.path().display());
            }
        }
    }
    assert!(found > 400, "{found}");
}

/// The wrong citations that circulate (section 3.3 of the reference).
#[test]
fn known_wrong_citations_stay_out() {
    let library = library();
    let text_of = |id: &str| {
        let clause = library.model.of_kind(Kind::Clause).find(|clause| library.model.text(*clause, "id") == Some(id));
        library.model.text(clause.unwrap_or_else(|| panic!("{id}")), "text").expect("a text").to_lowercase()
    };
    // 17.4 sets out requirements on the environment, 18.8 is about protection against access
    assert!(text_of("mdr.gspr.17.4").contains("set out minimum requirements"));
    assert!(text_of("ivdr.gspr.16.4").contains("set out minimum requirements"));
    assert!(text_of("mdr.gspr.18.8").contains("protected, as far as possible, against unauthorised access"));
    assert!(text_of("mdr.gspr.14.2d").contains("software and the it environment"));
    assert!(text_of("mdr.gspr.14.5").contains("interoperable"));
    assert!(text_of("mdr.gspr.17.2").contains("state of the art") && !text_of("mdr.gspr.17.2").contains("confidential"));
    let ids = |standard: &str| standards(&library)[standard].clone();
    assert!(ids("mdr").contains(&"mdr.gspr.23.4ab".to_owned()));
    assert!(!ids("mdr").contains(&"mdr.gspr.23.4b".to_owned()));
    // 18.4 and 18.8 have no twin in the IVDR, and the form of 2019 has no section CNFS
    assert!(!ids("ivdr").iter().any(|id| id.starts_with("ivdr.gspr.18")));
    assert!(!ids("mds2").iter().any(|id| id.contains("CNFS")));
    for id in ids("mdr").iter().chain(&ids("ivdr")) {
        let text = text_of(id);
        assert!(!text.contains("harmonised"), "{id}");
        assert!(!text.contains("privacy") || id.as_str() == "mdr.art.62.4h", "{id}: privacy is data-protection law");
    }
}

/// Guidance advises and law demands: neither speaks in the other's words.
#[test]
fn guidance_never_speaks_as_law() {
    let library = library();
    let model = &library.model;
    for clause in model.of_kind(Kind::Clause) {
        let id = model.text(clause, "id").expect("an id");
        let text = model.text(clause, "text").expect("a text").to_lowercase();
        let binding = model.element(clause).parent.and_then(|standard| model.symbol(standard, "binding"));
        let demands = [" must ", " shall ", " required to ", " is mandatory"].iter().any(|word| text.contains(word));
        // the guidance itself says that assumptions "shall" be documented, and the principle of safety is its own "must"
        let quoted = ["mdcg.2019-16.minit.p3", "imdrf.n60.gp.2"].contains(&id);
        assert!(binding == Some("law") || !demands || quoted, "{id}: {text}");
        assert!(!text.contains(" should ") || binding == Some("guidance") || id == "imdrf.n60.label.3", "{id}: {text}");
    }
}

#[test]
fn the_editions_are_those_that_were_read() {
    let model = Model::example("ventilator");
    let edition = |standard: &str| {
        let matrix = model.json(&["emit", "matrix", "--standard", standard, "--format", "json"]);
        let row = item(&serde_json::json!({ "all": [matrix["standard"].clone()] }), "all", standard).clone();
        (text(&row, "edition").to_owned(), text(&row, "binding").to_owned())
    };
    assert_eq!(edition("fda_premarket"), ("2026-02-03".to_owned(), "guidance".to_owned()));
    assert_eq!(edition("imdrf_n60"), ("2020".to_owned(), "guidance".to_owned()));
    assert_eq!(edition("mdr"), ("2017/745".to_owned(), "law".to_owned()));
    // H4: by section and item of the appendix
    let page = model.ward(&["emit", "matrix", "--standard", "fda_premarket"]).printed;
    for part in ["| Edition | 2026-02-03 |", "appendix 2, item 3", "section V.A.1", "section VI.A, bullet 3", "guidance, not law"]
    {
        assert!(page.contains(part), "{part}");
    }
}
