//! SPDX 2.2 and 2.3 in JSON; what is read is the same in both.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::document::{Component, Document, Product, Sort, Statement, Status};
use super::json::{Fault, Source, filled};

/// Relations of what needs something to what it needs.
const NEEDS: [&str; 5] = ["DEPENDS_ON", "CONTAINS", "DYNAMIC_LINK", "STATIC_LINK", "HAS_PREREQUISITE"];

/// Relations the other way round. What only builds or tests software is no part of it.
const NEEDED_BY: [&str; 6] = [
    "DEPENDENCY_OF",
    "CONTAINED_BY",
    "RUNTIME_DEPENDENCY_OF",
    "OPTIONAL_DEPENDENCY_OF",
    "PROVIDED_DEPENDENCY_OF",
    "PREREQUISITE_FOR",
];

/// How a document calls itself.
const ITSELF: &str = "SPDXRef-DOCUMENT";

#[derive(Deserialize)]
struct Spdx<'a> {
    #[serde(rename = "creationInfo")]
    creation: Creation,
    #[serde(borrow)]
    packages: Option<Vec<&'a RawValue>>,
    relationships: Option<Vec<Relationship>>,
    #[serde(rename = "documentDescribes")]
    describes: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Creation {
    created: Option<String>,
    creators: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Relationship {
    #[serde(rename = "spdxElementId")]
    from: String,
    #[serde(rename = "relationshipType")]
    kind: String,
    #[serde(rename = "relatedSpdxElement")]
    to: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Package {
    #[serde(rename = "SPDXID")]
    id: String,
    name: String,
    version_info: Option<String>,
    supplier: Option<String>,
    originator: Option<String>,
    primary_package_purpose: Option<String>,
    license_concluded: Option<String>,
    license_declared: Option<String>,
    external_refs: Option<Vec<External>>,
    checksums: Option<Vec<Checksum>>,
    valid_until_date: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct External {
    reference_type: String,
    reference_locator: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Checksum {
    algorithm: String,
    checksum_value: String,
}

/// Reads a document.
pub(super) fn read(source: Source<'_>, version: &str) -> Result<Document, Fault> {
    let spdx: Spdx<'_> = source.whole()?;
    let relationships = spdx.relationships.unwrap_or_default();
    let described = relationships.iter().filter_map(|relation| match relation.kind.as_str() {
        "DESCRIBES" if relation.from == ITSELF => Some(relation.to.clone()),
        "DESCRIBED_BY" if relation.to == ITSELF => Some(relation.from.clone()),
        _ => None,
    });
    let mut products: IndexSet<String, FxBuildHasher> = spdx.describes.unwrap_or_default().into_iter().collect();
    products.extend(described);
    let mut needs: IndexMap<&str, Vec<String>, FxBuildHasher> = IndexMap::default();
    for relation in &relationships {
        match relation.kind.as_str() {
            kind if NEEDS.contains(&kind) => needs.entry(&relation.from).or_default().push(relation.to.clone()),
            kind if NEEDED_BY.contains(&kind) => needs.entry(&relation.to).or_default().push(relation.from.clone()),
            _ => {}
        }
    }
    let maker = |creator: &String| !creator.starts_with("Tool:");
    let creators = spdx.creation.creators.unwrap_or_default();
    let mut document = Document {
        format: format!("SPDX {version}"),
        author: creators.iter().find(|creator| maker(creator)).or(creators.first()).map(|creator| party(creator)),
        made: filled(spdx.creation.created),
        is_bill: true,
        ..Document::default()
    };
    for raw in spdx.packages.unwrap_or_default() {
        let (mut component, advisories) = component(source, raw)?;
        document.statements.extend(advisories);
        let id = component.reference.clone().unwrap_or_default();
        component.depends_on = needs.get(id.as_str()).cloned().unwrap_or_default();
        // a document that describes all it lists is about nothing in particular
        if products.len() == 1 && products.contains(&id) {
            document.product = Some(component);
        } else {
            document.components.push(component);
        }
    }
    Ok(document)
}

/// A package, and the vulnerabilities that it names: nobody says in SPDX 2 what they come to here.
fn component<'a>(source: Source<'a>, raw: &'a RawValue) -> Result<(Component, Vec<Statement>), Fault> {
    let at = source.position(raw.get());
    let package: Package = source.part(raw)?;
    let name = filled(Some(package.name)).ok_or_else(|| Fault::broken(at, "a package has an empty name"))?;
    let external = package.external_refs.unwrap_or_default();
    let locator = |kinds: &[&str]| {
        let found = external.iter().find(|external| kinds.contains(&external.reference_type.as_str()));
        found.map(|external| external.reference_locator.clone())
    };
    let (purl, cpe) = (locator(&["purl"]), locator(&["cpe23Type", "cpe22Type"]));
    let is_identifier = |kind: &str| matches!(kind, "purl" | "cpe23Type" | "cpe22Type");
    let others = external.iter().filter(|one| is_identifier(&one.reference_type)).map(|one| one.reference_locator.clone());
    let advisories = external.iter().filter(|one| matches!(one.reference_type.as_str(), "advisory" | "fix"));
    let advisories = advisories.filter_map(|one| advisory(one, &package.id, at)).collect();
    let is_file = matches!(package.primary_package_purpose.as_deref(), Some("FILE" | "DATA"));
    let component = Component {
        sort: if is_file { Sort::Other } else { Sort::Software },
        name,
        short_name: None,
        version: filled(package.version_info),
        supplier: filled(package.supplier).or_else(|| filled(package.originator)).map(|supplier| party(&supplier)),
        identifiers: others.filter(|one| Some(one) != purl.as_ref() && Some(one) != cpe.as_ref()).collect(),
        purl,
        cpe,
        reference: filled(Some(package.id)),
        licences: filled(package.license_concluded).or_else(|| filled(package.license_declared)).into_iter().collect(),
        hashes: package
            .checksums
            .unwrap_or_default()
            .into_iter()
            .map(|checksum| format!("{} {}", checksum.algorithm, checksum.checksum_value))
            .collect(),
        depends_on: Vec::new(),
        support_level: None,
        support_until: filled(package.valid_until_date),
        at,
    };
    Ok((component, advisories))
}

/// A vulnerability that an advisory, or its repair, names in its address.
fn advisory(external: &External, package: &str, at: usize) -> Option<Statement> {
    let address = &external.reference_locator;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let from = address.find("CVE-")?;
    let year = digits(&address[from + 4..]);
    let rest = address[from + 4 + year..].strip_prefix('-')?;
    let end = from + 5 + year + Some(digits(rest)).filter(|length| *length >= 4 && year == 4)?;
    let fixed = external.reference_type == "fix";
    Some(Statement {
        vulnerability: address[from..end].to_owned(),
        aliases: Vec::new(),
        exploited: None,
        severity: None,
        products: vec![Product { names: vec![package.to_owned()], ..Product::default() }],
        status: if fixed { Status::Fixed } else { Status::UnderInvestigation },
        unreasoned: false,
        justification: Some(address.clone()),
        action: None,
        made: None,
        at,
    })
}

/// `Organization: Example (mail@example)` without what stands before the name.
fn party(text: &str) -> String {
    let known = ["Organization:", "Person:", "Tool:"];
    known.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::bom::document::{Component, Status};
    use crate::bom::format::parse;

    const BILL: &str = r#"{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "app",
      "creationInfo": {"created": "2026-10-01T00:00:00Z", "creators": ["Tool: scanner", "Organization: Example Medical"]},
      "packages": [
        {"SPDXID": "SPDXRef-app", "name": "app", "versionInfo": "4.2"},
        {"SPDXID": "SPDXRef-ssl", "name": "openssl", "versionInfo": "3.0.13", "supplier": "Organization: OpenSSL",
          "licenseConcluded": "NOASSERTION", "licenseDeclared": "Apache-2.0", "validUntilDate": "2026-09-07T00:00:00Z",
          "checksums": [{"algorithm": "SHA256", "checksumValue": "ab"}],
          "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:generic/openssl@3.0.13"}]},
        {"SPDXID": "SPDXRef-z", "name": "zlib", "supplier": "NOASSERTION"}],
      "relationships": [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-app"},
        {"spdxElementId": "SPDXRef-app", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-ssl"},
        {"spdxElementId": "SPDXRef-z", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-ssl"}]}"#;

    #[test]
    fn packages_are_components_and_what_is_described_is_the_product() {
        let read = parse(BILL).unwrap();
        assert_eq!(read.author.as_deref(), Some("Example Medical"));
        assert_eq!(read.product.as_ref().map(Component::label).as_deref(), Some("app 4.2"));
        let labels: Vec<String> = read.components.iter().map(Component::label).collect();
        assert_eq!(labels, ["openssl 3.0.13", "zlib"]);
        let first = &read.components[0];
        assert_eq!(first.supplier.as_deref(), Some("OpenSSL"));
        assert_eq!(first.purl.as_deref(), Some("pkg:generic/openssl@3.0.13"));
        assert_eq!((&first.licences[..], &first.hashes[..]), (&["Apache-2.0".to_owned()][..], &["SHA256 ab".to_owned()][..]));
        assert_eq!(first.depends_on, ["SPDXRef-z"]);
        assert_eq!(read.components[1].supplier, None);
    }

    #[test]
    fn advisories_are_vulnerabilities_that_nobody_has_assessed() {
        let reference = |kind: &str, place: &str| {
            format!(
                r#"{{"referenceCategory": "SECURITY", "referenceType": "{kind}", "referenceLocator": "{place}"}}, {{"referenceCategory"#
            )
        };
        for (kind, place, says) in [
            ("advisory", "https://nvd.nist.gov/vuln/detail/CVE-2026-32012", Some(Status::UnderInvestigation)),
            ("fix", "https://example.org/CVE-2026-32012.patch", Some(Status::Fixed)),
            ("advisory", "https://example.org/CVE-2026", None),
            ("advisory", "https://example.org/CVE-1-2222", None),
            ("url", "https://example.org/CVE-2026-32012", None),
        ] {
            let read = parse(&BILL.replacen("{\"referenceCategory", &reference(kind, place), 1)).unwrap();
            let said: Vec<(&str, Status)> = read.statements.iter().map(|one| (one.vulnerability.as_str(), one.status)).collect();
            assert_eq!(said, says.map(|status| ("CVE-2026-32012", status)).into_iter().collect::<Vec<_>>(), "{place}");
        }
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        for (from, to) in [("\"creationInfo\"", "\"creation\""), ("\"name\": \"zlib\"", "\"title\": \"zlib\"")] {
            assert!(!parse(&BILL.replace(from, to)).unwrap_err().foreign);
        }
    }
}
