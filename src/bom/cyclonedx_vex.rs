//! What CycloneDX 1.4 to 1.7 says of vulnerabilities, in a bill or in a document of its own.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::cyclonedx::Property;
use super::document::{Component, Document, Product, Statement, Status};
use super::json::{Fault, Source, filled};
use super::version::{Standing, Versions};

/// Why a vulnerability does not count, as the specification lists it.
const JUSTIFICATIONS: [&str; 9] = [
    "code_not_present",
    "code_not_reachable",
    "requires_configuration",
    "requires_dependency",
    "requires_environment",
    "protected_by_compiler",
    "protected_at_runtime",
    "protected_at_perimeter",
    "protected_by_mitigating_control",
];

#[derive(Deserialize)]
struct Vulnerability {
    #[serde(rename = "bom-ref")]
    reference: Option<String>,
    id: Option<String>,
    references: Option<Vec<Equivalent>>,
    ratings: Option<Vec<Rating>>,
    updated: Option<String>,
    published: Option<String>,
    recommendation: Option<String>,
    workaround: Option<String>,
    analysis: Option<Analysis>,
    affects: Option<Vec<Affected>>,
    properties: Option<Vec<Property>>,
}

/// The same vulnerability in another list.
#[derive(Deserialize)]
struct Equivalent {
    id: Option<String>,
}

#[derive(Deserialize)]
struct Rating {
    severity: Option<String>,
    source: Option<By>,
}

#[derive(Deserialize)]
struct By {
    name: Option<String>,
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
    versions: Option<Vec<Entry>>,
}

#[derive(Deserialize)]
struct Entry {
    version: Option<String>,
    range: Option<String>,
    status: Option<String>,
}

/// One vulnerability of a document whose components are known.
pub(super) fn statement<'a>(source: Source<'a>, raw: &'a RawValue, document: &Document) -> Result<Statement, Fault> {
    let at = source.position(raw.get());
    let read: Vulnerability = source.part(raw)?;
    let aliases: Vec<String> = read.references.into_iter().flatten().filter_map(|other| filled(other.id)).collect();
    let id = filled(read.id).or_else(|| aliases.first().cloned()).or_else(|| filled(read.reference));
    let id = id.ok_or_else(|| Fault::broken(at, "a vulnerability has no `id`"))?;
    let analysis = read.analysis.unwrap_or_default();
    let status = match analysis.state.as_deref() {
        Some("exploitable") => Status::Affected,
        Some("resolved" | "resolved_with_pedigree") => Status::Fixed,
        Some("not_affected" | "false_positive") => Status::NotAffected,
        Some("in_triage") | None => Status::UnderInvestigation,
        Some(other) => return Err(Fault::broken(at, format!("`{}` is no state of an analysis", short(other)))),
    };
    if let Some(other) = analysis.justification.as_deref().filter(|word| !JUSTIFICATIONS.contains(word)) {
        return Err(Fault::broken(at, format!("`{}` is no justification of an analysis", short(other))));
    }
    let dismissed = (analysis.state.as_deref() == Some("false_positive")).then(|| "false positive".to_owned());
    let responses = analysis.response.unwrap_or_default().join(", ").replace('_', " ");
    let actions = [filled(Some(responses)), filled(read.recommendation), filled(read.workaround)];
    let reasons = [filled(analysis.justification).map(|word| word.replace('_', " ")), filled(analysis.detail)];
    let justification = joined(reasons).or(dismissed);
    let products = read.affects.unwrap_or_default().into_iter().map(|affected| product(affected, document, at));
    Ok(Statement {
        vulnerability: id,
        aliases,
        exploited: read.properties.into_iter().flatten().find_map(exploited),
        severity: read.ratings.into_iter().flatten().find_map(severity),
        products: products.collect::<Result<_, _>>()?,
        status,
        unreasoned: status == Status::NotAffected && justification.is_none(),
        justification,
        action: joined(actions),
        made: [analysis.last_updated, analysis.first_issued, read.updated, read.published].into_iter().find_map(filled),
        at,
    })
}

/// What is affected. A document of its own may refer to what it describes itself: then elsewhere that is known by its other names.
fn product(affected: Affected, document: &Document, at: usize) -> Result<Product, Fault> {
    let own = document.components.iter().chain(&document.product);
    let described = own.filter(|component| component.reference.as_deref() == Some(affected.of.as_str())).take(1);
    let names: Vec<String> = described.flat_map(names).collect();
    let versions = affected.versions.unwrap_or_default().into_iter().filter_map(|entry| {
        let standing = match entry.status.as_deref() {
            Some("affected") | None => Standing::Affected,
            Some("unaffected") => Standing::Unaffected,
            Some("unknown") => Standing::Unknown,
            Some(other) => return Some(Err(Fault::broken(at, format!("`{}` is no status of a version", short(other))))),
        };
        let (text, is_range) = filled(entry.range).map(|range| (range, true)).or(filled(entry.version).map(|one| (one, false)))?;
        Some(Ok(Versions { text, is_range, standing }))
    });
    Ok(Product {
        versions: versions.collect::<Result<_, _>>()?,
        names: if names.is_empty() { vec![affected.of.clone()] } else { names },
        reference: Some(affected.of),
        parts: Vec::new(),
    })
}

fn names(component: &Component) -> Vec<String> {
    let plain = component.purl.is_none().then(|| match &component.version {
        Some(version) => format!("{}@{version}", component.name),
        None => component.name.clone(),
    });
    [component.purl.clone(), component.cpe.clone(), plain].into_iter().flatten().collect()
}

/// Whether a property says that a vulnerability is on the list of those known to be exploited. No taxonomy names it: each maker's does.
fn exploited(property: Property) -> Option<bool> {
    let name = property.name?.to_ascii_lowercase();
    let is_kev = |word: &str| matches!(word, "kev" | "cisakev" | "inkev" | "iskev" | "knownexploited");
    let words: Vec<&str> = name.split(|sign: char| !sign.is_ascii_alphanumeric()).collect();
    let named = words.iter().any(|word| is_kev(word)) || name.replace(['-', '_', ' '], "").contains("knownexploited");
    let value = property.value.unwrap_or_default().trim().to_ascii_lowercase();
    named.then_some(!matches!(value.as_str(), "" | "false" | "no" | "0" | "unknown" | "none"))
}

fn severity(rating: Rating) -> Option<String> {
    let severity = filled(rating.severity).filter(|word| word != "unknown")?;
    let by = rating.source.and_then(|by| filled(by.name));
    Some(by.map_or_else(|| severity.clone(), |by| format!("{severity} ({by})")))
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
    use crate::bom::version::Standing;

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
    fn versions_lists_and_other_names_are_read() {
        let text = r#"{"bomFormat": "CycloneDX", "specVersion": "1.4", "metadata": {"component": {"type": "firmware",
          "bom-ref": "abc", "name": "ABC", "version": "2"}}, "vulnerabilities": [{"id": "GHSA-1", "references": [{"id": "CVE-2026-1"}],
          "ratings": [{"severity": "critical", "source": {"name": "NVD"}}],
          "properties": [{"name": "acme:cisa:kev", "value": "true"}], "analysis": {"state": "exploitable"},
          "affects": [{"ref": "abc", "versions": [{"version": "2.4"}, {"range": "vers:semver/>=1|<2", "status": "unaffected"}]}]}]}"#;
        let read = parse(text).unwrap();
        let said = &read.statements[0];
        assert_eq!(said.aliases, ["CVE-2026-1"]);
        assert_eq!((said.exploited, said.severity.as_deref()), (Some(true), Some("critical (NVD)")));
        assert_eq!(said.products[0].names, ["ABC@2"]);
        let versions: Vec<(bool, Standing)> = said.products[0].versions.iter().map(|one| (one.is_range, one.standing)).collect();
        assert_eq!(versions, [(false, Standing::Affected), (true, Standing::Unaffected)]);
    }

    #[test]
    fn words_of_no_list_are_refused() {
        for analysis in [r#"{"state": "harmless"}"#, r#"{"state": "not_affected", "justification": "harmless"}"#] {
            assert!(parse(&vex(&format!(", \"analysis\": {analysis}"))).unwrap_err().what.contains("harmless"));
        }
    }
}
