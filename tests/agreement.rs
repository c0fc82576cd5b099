//! One fact, one value: what the documents of one build say of a thing agrees, whichever document says it in whichever format (checklist rows N2, J5, J9, B9,
//! C-g). Each document is read back with a reader that knows nothing of Ward.

mod claims;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::kit::{EXAMPLES, Model, TODAY, bytes, drawn, list, text};
use claims::Claims;
use sheets::{Sheet, sheets, words_of};

/// An example, and all that a build makes of it for one group of readers.
#[derive(Debug)]
struct Built {
    name: &'static str,
    artifacts: BTreeMap<String, Vec<u8>>,
    report: serde_json::Value,
}

/// Built once for all tests of this file.
static BUILT: LazyLock<[Built; 2]> = LazyLock::new(|| EXAMPLES.map(Built::of));

impl Built {
    fn of(name: &'static str) -> Self {
        let output = tempfile::tempdir().expect("a folder");
        let model = Model::example(name);
        model.ward(&["build", "--today", TODAY, "-o", output.path().to_str().expect("UTF-8")]);
        let artifacts = bytes(output.path());
        let report = serde_json::from_slice(&artifacts["model.json"]).expect("JSON");
        Self { name, artifacts, report }
    }

    /// The tables of all documents that hold tables.
    fn sheets(&self) -> Vec<Sheet> {
        self.artifacts.iter().flat_map(|(name, bytes)| sheets(name, bytes)).collect()
    }

    fn ids(&self, lists: &[&str]) -> BTreeSet<&str> {
        lists.iter().flat_map(|key| list(&self.report, key)).map(|row| text(row, "id")).collect()
    }
}

#[test]
fn every_document_says_the_same_of_a_port() {
    for built in BUILT.iter() {
        let name = built.name;
        let mut claims = Claims::default();
        built.sheets().iter().for_each(|sheet| claims.of_ports(sheet, &built.report));
        claims.agree();
        // what the model holds is among the words a document has for it; customers read of no port that only the manufacturer uses
        let told = |port: &&serde_json::Value| port["internal"] == false;
        for port in list(&built.report, "ports").iter().filter(told) {
            for (what, key) in [("Direction of data", "direction"), ("State as shipped", "default_state"), ("Name", "name")] {
                let said = claims.value(text(port, "id"), what);
                assert!(said.contains(&sheets::squeezed(text(port, key))), "{name}: {} is {said}", text(port, "id"));
            }
        }
        // and nobody is silent
        let expected = ["ifu.docx", "ifu.html", "ifu.md", "ports.csv", "ports.docx", "ports.html", "ports.md", "ports.xlsx"];
        let views = ["views.docx", "views.html", "views.md"];
        let said = claims.documents("State as shipped");
        assert_eq!(said, expected.iter().chain(&views).copied().collect::<BTreeSet<_>>(), "{name}");
        assert_eq!(claims.documents("Direction of data"), expected.into_iter().collect(), "{name}");
    }
}

#[test]
fn every_document_says_the_same_of_a_threat() {
    for built in BUILT.iter() {
        let name = built.name;
        let mut claims = Claims::default();
        built.sheets().iter().for_each(|sheet| claims.of_threats(sheet));
        let page = String::from_utf8(built.artifacts["report.html"].clone()).expect("UTF-8");
        claims.of_report_page(&page);
        claims.agree();
        for threat in list(&built.report, "threats") {
            let (id, risk) =
                (text(threat, "id"), |phase: &str| threat[phase]["level"].as_str().unwrap_or("not known").to_owned());
            for (what, expected) in [
                ("state", text(threat, "state").to_owned()),
                ("risk before", risk("risk_before")),
                ("risk after", risk("risk_after")),
                ("title", sheets::squeezed(text(threat, "title"))),
            ] {
                assert_eq!(claims.value(id, what), sheets::squeezed(&expected), "{name}: {what} of {id}");
            }
        }
        for what in ["state", "risk before", "risk after"] {
            let said = claims.documents(what);
            for document in
                ["threats.csv", "threats.md", "threats.html", "threats.docx", "threats.xlsx", "trace.md", "trace.xlsx"]
            {
                assert!(said.contains(document), "{name}: {document} says nothing of the {what}; {said:?}");
            }
            assert!(said.contains("decisions.md") && said.contains("decisions.docx"), "{name}: {said:?}");
        }
        assert!(claims.documents("state").contains("report.html"), "{name}");
    }
}

#[test]
fn the_firewall_table_is_the_same_in_every_document() {
    for built in BUILT.iter() {
        let name = built.name;
        let mut tables: BTreeMap<Vec<Vec<String>>, Vec<String>> = BTreeMap::new();
        for sheet in built.sheets() {
            if sheet.headings.get(..4).is_some_and(|first| first == ["Source", "Destination", "Protocol", "Destination port"]) {
                tables.entry(sheet.rows).or_default().push(sheet.document);
            }
        }
        let documents: Vec<String> = tables.values().flatten().cloned().collect();
        assert_eq!(documents, ["ifu.docx", "ifu.html", "ifu.md", "ports.docx", "ports.html", "ports.md"], "{name}");
        assert_eq!(tables.len(), 1, "{name}: {:?}", tables.values());
    }
}

#[test]
fn no_document_names_a_threat_or_a_port_that_the_model_does_not_have() {
    for built in BUILT.iter() {
        let name = built.name;
        let questions = list(&built.report, "questions").iter();
        let undecided: Vec<String> =
            questions.flat_map(|question| super::kit::texts(question, "threats")).map(str::to_owned).collect();
        let threats: BTreeSet<&str> = built.ids(&["threats"]).into_iter().chain(undecided.iter().map(String::as_str)).collect();
        let mut named = BTreeSet::new();
        for (document, bytes) in &built.artifacts {
            for word in words_of(document, bytes).filter(|word| is_finding(word)) {
                assert!(threats.contains(word.as_str()), "{name}: {document} names {word}");
                named.insert(word);
            }
        }
        assert!(built.ids(&["threats"]).iter().all(|id| named.contains(*id)), "{name}");
        // what is drawn, customers' pictures among it, exists under the id it is listed with; attack paths begin at positions, which are no elements
        let known = built.ids(&["elements", "flows", "ports", "data", "controls"]);
        let drawings = built
            .artifacts
            .iter()
            .filter(|(file, _)| file.starts_with("dfd-") && !file.starts_with("dfd-attack-path") && file.ends_with(".svg"));
        for (file, bytes) in drawings {
            let shown = drawn(std::str::from_utf8(bytes).expect("UTF-8"));
            assert!(!shown.is_empty(), "{name}: {file}");
            for id in shown {
                assert!(known.contains(id.as_str()), "{name}: {file} shows {id}");
            }
        }
    }
}

/// `RULE@path`: a rule is named in capitals and digits, which a mail address is not.
fn is_finding(word: &str) -> bool {
    let Some((rule, element)) = word.split_once('@') else { return false };
    let is_rule = rule.len() > 2 && rule.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    is_rule && element.starts_with(|sign: char| sign.is_ascii_lowercase())
}

#[test]
fn every_document_is_of_the_same_device_and_model() {
    for built in BUILT.iter() {
        let name = built.name;
        let title = &built.report["title"];
        let facts = ["device", "version", "model_hash"].map(|key| sheets::squeezed(text(title, key)));
        for (document, bytes) in &built.artifacts {
            // pictures of dots are not read back, templates say what they print, and GitLab's form has no place for a title block
            let is_dots = ["png", "pdf"].iter().any(|ending| document.ends_with(ending));
            if is_dots || ["release-note.md", "code-quality.json"].contains(&document.as_str()) {
                continue;
            }
            let all: String = words_of(document, bytes).collect();
            for fact in &facts {
                assert!(sheets::squeezed(&all).contains(fact.as_str()), "{name}: {document} does not say {fact}");
            }
        }
    }
}

/// The check itself sees what it is for.
#[test]
fn a_document_that_differs_is_seen() {
    let page = |state: &str| {
        format!("| Id | Threat | State |\n| --- | --- | --- |\n| `SPF01@a` | Forged | **{state}** |\n").into_bytes()
    };
    let mut claims = Claims::default();
    for (document, state) in [("threats.md", "open"), ("trace.md", "mitigated")] {
        sheets(document, &page(state)).iter().for_each(|sheet| claims.of_threats(sheet));
    }
    assert_eq!(claims.differences().len(), 1);
}
