//! CycloneDX 1.4 to 1.7 in JSON. Of what the versions differ in, only `metadata.tools` and `licenses` could matter here; both are read
//! loosely.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::document::{Component, Document, Product, Statement, Status};
use super::json::{Fault, Source, filled};

/// Deeper components are refused: nobody assembles so, and each level is read again.
const DEEPEST: usize = 32;

/// The property in which the taxonomy of CycloneDX holds the end of support.
const SUPPORT_ENDS: &str = "cdx:lifecycle:milestone:endOfSupport";

#[derive(Deserialize)]
struct Bom<'a> {
    #[serde(borrow)]
    metadata: Option<Metadata<'a>>,
    #[serde(borrow)]
    components: Option<Vec<&'a RawValue>>,
    dependencies: Option<Vec<Dependency>>,
    #[serde(borrow)]
    vulnerabilities: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    timestamp: Option<String>,
    authors: Option<Vec<Named>>,
    manufacture: Option<Named>,
    manufacturer: Option<Named>,
    supplier: Option<Named>,
    #[serde(borrow)]
    component: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Named {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Dependency {
    #[serde(rename = "ref")]
    of: String,
    #[serde(rename = "dependsOn")]
    on: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Part<'a> {
    #[serde(rename = "bom-ref")]
    reference: Option<String>,
    name: String,
    version: Option<String>,
    supplier: Option<Named>,
    publisher: Option<String>,
    purl: Option<String>,
    cpe: Option<String>,
    #[serde(borrow)]
    licenses: Option<Vec<&'a RawValue>>,
    hashes: Option<Vec<Hash>>,
    properties: Option<Vec<Property>>,
    #[serde(borrow)]
    components: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Hash {
    alg: String,
    content: String,
}

#[derive(Deserialize)]
struct Property {
    name: Option<String>,
    value: Option<String>,
}

#[derive(Deserialize)]
struct LicenceChoice {
    license: Option<Licence>,
    expression: Option<String>,
}

#[derive(Deserialize)]
struct Licence {
    id: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Vulnerability {
    id: Option<String>,
    updated: Option<String>,
    published: Option<String>,
    recommendation: Option<String>,
    workaround: Option<String>,
    analysis: Option<Analysis>,
    affects: Option<Vec<Affected>>,
}

#[derive(Default, Deserialize)]
struct Analysis {
    state: Option<String>,
    justification: Option<String>,
    response: Option<Vec<String>>,
    detail: Option<String>,
    #[serde(rename = "lastUpdated")]
    last_updated: Option<String>,
    #[serde(rename = "firstIssued")]
    first_issued: Option<String>,
}

#[derive(Deserialize)]
struct Affected {
    #[serde(rename = "ref")]
    of: String,
}

/// Reads a document of a version that is known to be read.
pub(super) fn read(source: Source<'_>, version: &str) -> Result<Document, Fault> {
    let bom: Bom<'_> = source.whole()?;
    let mut document = Document { format: format!("CycloneDX {version}"), ..Document::default() };
    document.is_bill = bom.components.is_some() || bom.vulnerabilities.is_none();
    if let Some(metadata) = bom.metadata {
        let maker = metadata.manufacturer.or(metadata.manufacture).or(metadata.supplier);
        let authors = metadata.authors.unwrap_or_default().into_iter().chain(maker);
        document.author = authors.filter_map(|named| filled(named.name)).next();
        document.made = filled(metadata.timestamp);
        if let Some(raw) = metadata.component {
            let part: Part<'_> = source.part(raw)?;
            for inner in part.components.iter().flatten() {
                add(source, inner, 0, &mut document.components)?;
            }
            document.product = Some(component(source, raw, part)?);
        }
    }
    for raw in bom.components.unwrap_or_default() {
        add(source, raw, 0, &mut document.components)?;
    }
    let mut needs: IndexMap<String, Vec<String>, FxBuildHasher> = IndexMap::default();
    for dependency in bom.dependencies.unwrap_or_default() {
        needs.entry(dependency.of).or_default().extend(dependency.on.unwrap_or_default());
    }
    for component in document.components.iter_mut().chain(document.product.as_mut()) {
        let found = component.reference.as_ref().and_then(|reference| needs.get(reference));
        component.depends_on = found.cloned().unwrap_or_default();
    }
    for raw in bom.vulnerabilities.unwrap_or_default() {
        document.statements.push(statement(source, raw)?);
    }
    Ok(document)
}

/// A component, and those it is assembled from.
fn add<'a>(source: Source<'a>, raw: &'a RawValue, depth: usize, all: &mut Vec<Component>) -> Result<(), Fault> {
    if depth > DEEPEST {
        return Err(Fault::broken(source.position(raw.get()), format!("components are nested deeper than {DEEPEST} levels")));
    }
    let part: Part<'a> = source.part(raw)?;
    let inner = part.components.clone();
    all.push(component(source, raw, part)?);
    inner.into_iter().flatten().try_for_each(|inner| add(source, inner, depth + 1, all))
}

fn component<'a>(source: Source<'a>, raw: &'a RawValue, part: Part<'a>) -> Result<Component, Fault> {
    let at = source.position(raw.get());
    let name = filled(Some(part.name)).ok_or_else(|| Fault::broken(at, "a component has an empty name"))?;
    let licence = |raw: &RawValue| {
        let choice: LicenceChoice = serde_json::from_str(raw.get()).ok()?;
        filled(choice.expression)
            .or_else(|| choice.license.and_then(|licence| filled(licence.id).or_else(|| filled(licence.name))))
    };
    let ends = |property: Property| property.value.filter(|_| property.name.as_deref() == Some(SUPPORT_ENDS));
    Ok(Component {
        name,
        version: filled(part.version),
        supplier: part.supplier.and_then(|named| filled(named.name)).or_else(|| filled(part.publisher)),
        purl: filled(part.purl),
        cpe: filled(part.cpe),
        reference: filled(part.reference),
        licences: part.licenses.unwrap_or_default().into_iter().filter_map(licence).collect(),
        hashes: part.hashes.unwrap_or_default().into_iter().map(|hash| format!("{} {}", hash.alg, hash.content)).collect(),
        depends_on: Vec::new(),
        support_until: part.properties.unwrap_or_default().into_iter().find_map(ends),
        at,
    })
}

fn statement<'a>(source: Source<'a>, raw: &'a RawValue) -> Result<Statement, Fault> {
    let at = source.position(raw.get());
    let vulnerability: Vulnerability = source.part(raw)?;
    let id = filled(vulnerability.id).ok_or_else(|| Fault::broken(at, "a vulnerability has no `id`"))?;
    let analysis = vulnerability.analysis.unwrap_or_default();
    let status = match analysis.state.as_deref() {
        Some("exploitable") => Status::Affected,
        Some("resolved" | "resolved_with_pedigree") => Status::Fixed,
        Some("not_affected" | "false_positive") => Status::NotAffected,
        Some("in_triage") | None => Status::UnderInvestigation,
        Some(other) => return Err(Fault::broken(at, format!("`{}` is no state of an analysis", short(other)))),
    };
    let dismissed = (analysis.state.as_deref() == Some("false_positive")).then(|| "false positive".to_owned());
    let responses = analysis.response.unwrap_or_default().join(", ").replace('_', " ");
    let actions = [filled(Some(responses)), filled(vulnerability.recommendation), filled(vulnerability.workaround)];
    let reasons = [filled(analysis.justification).map(|word| word.replace('_', " ")), filled(analysis.detail)];
    Ok(Statement {
        vulnerability: id,
        products: vulnerability
            .affects
            .unwrap_or_default()
            .into_iter()
            .map(|affected| Product { names: vec![affected.of], parts: Vec::new() })
            .collect(),
        status,
        justification: joined(reasons).or(dismissed),
        action: joined(actions),
        made: analysis.last_updated.or(analysis.first_issued).or(vulnerability.updated).or(vulnerability.published),
        at,
    })
}

fn joined(texts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let texts: Vec<String> = texts.into_iter().flatten().collect();
    filled(Some(texts.join("; ")))
}

fn short(word: &str) -> String {
    word.chars().filter(|sign| !sign.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use crate::bom::document::Status;
    use crate::bom::format::parse;

    /// The same bill in the words of each version: tools, licences and the maker moved between them.
    fn bill(version: &str) -> String {
        let tools = match version {
            "1.4" => r#"[{"vendor": "v", "name": "scanner", "version": "1"}]"#,
            _ => r#"{"components": [{"type": "application", "name": "scanner"}]}"#,
        };
        let maker = if matches!(version, "1.4" | "1.5") { "manufacture" } else { "manufacturer" };
        format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "{version}", "version": 1, "somethingNew": {{"a": [1, null]}},
            "metadata": {{"timestamp": "2026-10-01T00:00:00Z", "tools": {tools}, "{maker}": {{"name": "Example Medical"}},
              "component": {{"type": "firmware", "bom-ref": "root", "name": "app", "version": "4.2"}}}},
            "components": [
              {{"type": "library", "bom-ref": "c1", "name": "openssl", "version": "3.0.13", "purl": "pkg:generic/openssl@3.0.13",
                "cpe": "cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*", "supplier": {{"name": "OpenSSL"}},
                "licenses": [{{"license": {{"id": "Apache-2.0"}}}}, {{"expression": "MIT OR Zlib"}}],
                "hashes": [{{"alg": "SHA-256", "content": "ab"}}],
                "properties": [{{"name": "cdx:lifecycle:milestone:endOfSupport", "value": "2026-09-07"}}],
                "components": [{{"type": "library", "bom-ref": "c2", "name": "provider", "version": "3"}}]}},
              {{"type": "library", "name": "zlib", "version": null}}],
            "dependencies": [{{"ref": "root", "dependsOn": ["c1"]}}, {{"ref": "c1", "dependsOn": ["c2"]}}, {{"ref": "c2"}}]}}"#
        )
    }

    #[test]
    fn every_version_gives_the_same_components() {
        for version in ["1.4", "1.5", "1.6", "1.7"] {
            let read = parse(&bill(version)).unwrap();
            assert_eq!(read.author.as_deref(), Some("Example Medical"), "{version}");
            assert_eq!(read.made.as_deref(), Some("2026-10-01T00:00:00Z"));
            let product = read.product.as_ref().unwrap();
            assert_eq!((product.label().as_str(), &product.depends_on[..]), ("app 4.2", &["c1".to_owned()][..]));
            let labels: Vec<String> = read.components.iter().map(super::Component::label).collect();
            assert_eq!(labels, ["openssl 3.0.13", "provider 3", "zlib"]);
            let first = &read.components[0];
            assert_eq!(first.supplier.as_deref(), Some("OpenSSL"));
            assert_eq!(first.licences, ["Apache-2.0", "MIT OR Zlib"]);
            assert_eq!(first.hashes, ["SHA-256 ab"]);
            assert_eq!(first.depends_on, ["c2"]);
            assert_eq!(first.support_until.as_deref(), Some("2026-09-07"));
            assert!(bill(version)[first.at..].starts_with("{\"type\": \"library\", \"bom-ref\": \"c1\""));
        }
    }

    fn vex(analysis: &str) -> String {
        format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [
            {{"id": "CVE-2026-1", "recommendation": "Update", "affects": [{{"ref": "urn:cdx:x/1#c1"}}] {analysis}}}]}}"#
        )
    }

    #[test]
    fn every_state_of_an_analysis_is_a_status() {
        for (state, status) in [
            ("exploitable", Status::Affected),
            ("resolved", Status::Fixed),
            ("resolved_with_pedigree", Status::Fixed),
            ("not_affected", Status::NotAffected),
            ("false_positive", Status::NotAffected),
            ("in_triage", Status::UnderInvestigation),
        ] {
            let read = parse(&vex(&format!(
                r#", "analysis": {{"state": "{state}", "justification": "code_not_reachable", "response": ["will_not_fix"]}}"#
            )))
            .unwrap();
            assert!(!read.is_bill);
            let said = &read.statements[0];
            assert_eq!(said.status, status, "{state}");
            assert_eq!(said.justification.as_deref(), Some("code not reachable"));
            assert_eq!(said.action.as_deref(), Some("will not fix; Update"));
            assert_eq!(said.products[0].names, ["urn:cdx:x/1#c1"]);
        }
        assert_eq!(parse(&vex("")).unwrap().statements[0].status, Status::UnderInvestigation);
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        assert!(parse(&vex(r#", "analysis": {"state": "harmless"}"#)).unwrap_err().what.contains("harmless"));
        for (from, to) in [("\"name\": \"zlib\"", "\"nome\": \"zlib\""), ("\"name\": \"zlib\"", "\"name\": \" \"")] {
            let fault = parse(&bill("1.6").replace(from, to)).unwrap_err();
            assert!(!fault.foreign && fault.at > 0, "{fault:?}");
        }
    }
}
