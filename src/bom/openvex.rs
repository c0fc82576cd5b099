//! OpenVEX: statements that a vulnerability does or does not matter in a product.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::document::{Document, Product, Statement, Status};
use super::json::{Fault, Source, filled};
use super::matching::OF_HASH;

/// Why a vulnerability does not count, as the specification lists it.
const JUSTIFICATIONS: [&str; 5] = [
    "component_not_present",
    "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
];

#[derive(Deserialize)]
struct Vex<'a> {
    author: Option<String>,
    timestamp: Option<String>,
    #[serde(borrow)]
    statements: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Said<'a> {
    #[serde(borrow)]
    vulnerability: &'a RawValue,
    #[serde(borrow)]
    products: Option<Vec<&'a RawValue>>,
    subcomponents: Option<Vec<String>>,
    status: String,
    justification: Option<String>,
    impact_statement: Option<String>,
    status_notes: Option<String>,
    action_statement: Option<String>,
    timestamp: Option<String>,
    last_updated: Option<String>,
}

/// Since 0.2.0 an object; before, a text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Vulnerability {
    Name(String),
    Object {
        name: Option<String>,
        #[serde(rename = "@id")]
        id: Option<String>,
        aliases: Option<Vec<String>>,
    },
}

/// Likewise.
#[derive(Deserialize)]
#[serde(untagged)]
enum Item {
    Name(String),
    Object {
        #[serde(rename = "@id")]
        id: Option<String>,
        identifiers: Option<Identifiers>,
        hashes: Option<BTreeMap<String, String>>,
        subcomponents: Option<Vec<Item>>,
    },
}

#[derive(Default, Deserialize)]
struct Identifiers {
    purl: Option<String>,
    // the specification writes them without the sign, its schema with it
    #[serde(alias = "@cpe22")]
    cpe22: Option<String>,
    #[serde(alias = "@cpe23")]
    cpe23: Option<String>,
}

/// Reads a document of a version that is known to be read.
pub(super) fn read(source: Source<'_>, version: &str) -> Result<Document, Fault> {
    let vex: Vex<'_> = source.whole()?;
    let statements = vex.statements.into_iter().map(|raw| statement(source, raw, vex.timestamp.as_ref()));
    Ok(Document {
        format: format!("OpenVEX {version}"),
        author: filled(vex.author.clone()),
        made: filled(vex.timestamp.clone()),
        statements: statements.collect::<Result<_, _>>()?,
        ..Document::default()
    })
}

fn statement<'a>(source: Source<'a>, raw: &'a RawValue, made: Option<&String>) -> Result<Statement, Fault> {
    let at = source.position(raw.get());
    let said: Said<'a> = source.part(raw)?;
    let (vulnerability, aliases) = match source.part(said.vulnerability)? {
        Vulnerability::Name(name) => (filled(Some(name)), Vec::new()),
        Vulnerability::Object { name, id, aliases } => {
            let last = |id: String| id.rsplit(['/', '#']).next().map(str::to_owned);
            (filled(name).or_else(|| filled(filled(id).and_then(last))), aliases.unwrap_or_default())
        }
    };
    let vulnerability = vulnerability.ok_or_else(|| Fault::broken(at, "a statement names no vulnerability"))?;
    let status = match said.status.as_str() {
        "affected" => Status::Affected,
        "not_affected" => Status::NotAffected,
        "fixed" => Status::Fixed,
        "under_investigation" => Status::UnderInvestigation,
        other => {
            return Err(Fault::broken(at, format!("`{}` is no status of OpenVEX", short(other))));
        }
    };
    let justification = filled(said.justification);
    if let Some(other) = justification.as_deref().filter(|word| !JUSTIFICATIONS.contains(word)) {
        return Err(Fault::broken(at, format!("`{}` is no justification of OpenVEX", short(other))));
    }
    let common: Vec<Vec<String>> = said.subcomponents.unwrap_or_default().into_iter().map(|name| vec![name]).collect();
    let mut products = Vec::new();
    for raw in said.products.unwrap_or_default() {
        let mut product = product(source.part(raw)?);
        product.parts.extend(common.iter().cloned());
        products.push(product);
    }
    let impact = filled(said.impact_statement);
    // notes say how the status was found, not why it is so
    let unreasoned = status == Status::NotAffected && justification.is_none() && impact.is_none();
    let reasons = [justification.map(|word| word.replace('_', " ")), impact, filled(said.status_notes)];
    let reasons: Vec<String> = reasons.into_iter().flatten().collect();
    Ok(Statement {
        vulnerability,
        aliases,
        exploited: None,
        severity: None,
        products,
        status,
        unreasoned,
        justification: filled(Some(reasons.join("; "))),
        action: filled(said.action_statement),
        made: filled(said.last_updated).or_else(|| filled(said.timestamp)).or_else(|| made.cloned()),
        at,
    })
}

fn product(item: Item) -> Product {
    match item {
        Item::Name(name) => Product { names: vec![name], ..Product::default() },
        Item::Object { id, identifiers, hashes, subcomponents } => {
            let known = identifiers.unwrap_or_default();
            let hashes = hashes.unwrap_or_default().into_values().map(|hash| format!("{OF_HASH}{}", hash.to_ascii_lowercase()));
            let names = [id, known.purl, known.cpe23, known.cpe22].into_iter().flatten().chain(hashes);
            let parts = subcomponents.unwrap_or_default().into_iter().map(|part| product(part).names);
            Product { names: names.collect(), parts: parts.collect(), ..Product::default() }
        }
    }
}

fn short(word: &str) -> String {
    word.chars().filter(|sign| !sign.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use crate::bom::document::Status;
    use crate::bom::format::parse;

    #[test]
    fn the_first_version_names_products_by_texts() {
        let text = r#"{"@context": "https://openvex.dev/ns", "author": "A", "timestamp": "2026-01-01T00:00:00Z", "statements": [
          {"vulnerability": "CVE-2026-1", "products": ["pkg:generic/app@1"], "subcomponents": ["pkg:generic/zlib@1.3"],
           "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path"}]}"#;
        let read = parse(text).unwrap();
        assert_eq!((read.format.as_str(), read.is_bill), ("OpenVEX 0.0.1", false));
        let said = &read.statements[0];
        assert_eq!(said.status, Status::NotAffected);
        assert_eq!(said.justification.as_deref(), Some("vulnerable code not in execute path"));
        assert_eq!(said.products[0].parts, [["pkg:generic/zlib@1.3"]]);
        assert_eq!(said.made.as_deref(), Some("2026-01-01T00:00:00Z"));
    }

    #[test]
    fn later_versions_name_them_by_objects() {
        let text = r#"{"@context": "https://openvex.dev/ns/v0.2.0", "statements": [
          {"vulnerability": {"@id": "https://example.org/CVE-2026-1", "name": "CVE-2026-1"}, "status": "affected",
           "action_statement": "Update.", "products": [{"@id": "urn:x", "identifiers": {"purl": "pkg:generic/app@1"},
           "subcomponents": [{"@id": "pkg:generic/zlib@1.3"}]}]}]}"#;
        let said = &parse(text).unwrap().statements[0];
        assert_eq!((said.vulnerability.as_str(), said.status), ("CVE-2026-1", Status::Affected));
        assert_eq!(said.products[0].names, ["urn:x", "pkg:generic/app@1"]);
        assert_eq!(said.products[0].parts, [["pkg:generic/zlib@1.3"]]);
        assert_eq!(said.action.as_deref(), Some("Update."));
    }

    #[test]
    fn every_status_and_justification_is_read() {
        let read = |fields: &str| {
            parse(&format!(
                r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "2026-01-01T00:00:00Z", "statements": [
                {{"vulnerability": {{"name": "GHSA-1", "aliases": ["CVE-2026-1"]}}, "last_updated": "2026-02-01T00:00:00Z",
                "products": [{{"identifiers": {{"@cpe23": "cpe:2.3:a:x:y:1"}}, "hashes": {{"sha-256": "AB"}}}}], {fields}}}]}}"#
            ))
        };
        for word in super::JUSTIFICATIONS {
            let said = read(&format!(r#""status": "not_affected", "justification": "{word}""#)).unwrap().statements.remove(0);
            assert_eq!(said.justification, Some(word.replace('_', " ")));
            assert!(!said.unreasoned);
            assert_eq!(said.aliases, ["CVE-2026-1"]);
            assert_eq!(said.made.as_deref(), Some("2026-02-01T00:00:00Z"));
            assert_eq!(said.products[0].names, ["cpe:2.3:a:x:y:1", "hash:ab"]);
        }
        for (fields, unreasoned) in [
            (r#""status": "not_affected", "impact_statement": "No socket.""#, false),
            (r#""status": "not_affected", "status_notes": "Asked around.""#, true),
            (r#""status": "not_affected""#, true),
            (r#""status": "affected", "action_statement": "Update.""#, false),
            (r#""status": "fixed""#, false),
            (r#""status": "under_investigation""#, false),
        ] {
            assert_eq!(read(fields).unwrap().statements[0].unreasoned, unreasoned, "{fields}");
        }
        assert!(read(r#""status": "not_affected", "justification": "harmless""#).unwrap_err().what.contains("harmless"));
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        for statement in [
            r#"{"vulnerability": "CVE-1", "status": "harmless"}"#,
            r#"{"vulnerability": {}, "status": "fixed"}"#,
            r#"{"vulnerability": "", "status": "fixed"}"#,
            r#"{"vulnerability": "CVE-1"}"#,
            r#"{"status": "fixed"}"#,
            "[]",
        ] {
            let text = format!(r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "statements": [{statement}]}}"#);
            assert!(!parse(&text).unwrap_err().foreign, "{statement}");
        }
    }
}
