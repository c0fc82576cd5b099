//! Bills of materials in CycloneDX 1.4 to 1.7, JSON. Of what the versions differ in, only `metadata.tools` and `licenses` matter here; both
//! are read loosely.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::cyclonedx_vex;
use super::document::{Component, Document, Sort};
use super::json::{Fault, Source, filled};

/// Deeper components are refused: nobody assembles so, and each level is read again.
const DEEPEST: usize = 32;

/// The property in which the taxonomy of CycloneDX holds the end of support.
const SUPPORT_ENDS: &str = "cdx:lifecycle:milestone:endOfSupport";

/// What no version and no supplier is asked of.
const OTHER_SORTS: [&str; 3] = ["file", "data", "cryptographic-asset"];

#[derive(Deserialize)]
struct Bom<'a> {
    #[serde(rename = "serialNumber")]
    serial: Option<String>,
    #[serde(borrow)]
    metadata: Option<Metadata<'a>>,
    #[serde(borrow)]
    components: Option<Vec<&'a RawValue>>,
    #[serde(borrow)]
    services: Option<Vec<&'a RawValue>>,
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
    tools: Option<&'a RawValue>,
    #[serde(borrow)]
    component: Option<&'a RawValue>,
}

/// Since 1.5 an object; before, a list.
#[derive(Deserialize)]
#[serde(untagged)]
enum Tools {
    List(Vec<Tool>),
    Object { components: Option<Vec<Tool>>, services: Option<Vec<Tool>> },
}

#[derive(Deserialize)]
struct Tool {
    name: Option<String>,
    version: Option<String>,
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
    #[serde(rename = "type")]
    sort: Option<String>,
    group: Option<String>,
    name: String,
    version: Option<String>,
    supplier: Option<Named>,
    manufacturer: Option<Named>,
    publisher: Option<String>,
    author: Option<String>,
    authors: Option<Vec<Named>>,
    purl: Option<String>,
    cpe: Option<String>,
    #[serde(borrow)]
    licenses: Option<Vec<&'a RawValue>>,
    hashes: Option<Vec<Hash>>,
    properties: Option<Vec<Property>>,
    #[serde(borrow)]
    services: Option<Vec<&'a RawValue>>,
    #[serde(borrow)]
    components: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Hash {
    alg: String,
    content: String,
}

#[derive(Deserialize)]
pub(super) struct Property {
    pub(super) name: Option<String>,
    pub(super) value: Option<String>,
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

/// Reads a document of a version that is known to be read.
pub(super) fn read(source: Source<'_>, version: &str) -> Result<Document, Fault> {
    let bom: Bom<'_> = source.whole()?;
    let mut document = Document { format: format!("CycloneDX {version}"), ..Document::default() };
    document.serial = filled(bom.serial);
    document.is_bill = bom.components.is_some() || bom.vulnerabilities.is_none();
    if let Some(metadata) = bom.metadata {
        let maker = metadata.manufacturer.or(metadata.manufacture).or(metadata.supplier);
        let authors = metadata.authors.unwrap_or_default().into_iter().chain(maker);
        document.author = authors.filter_map(|named| filled(named.name)).next().or_else(|| metadata.tools.and_then(tool));
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
    for raw in bom.services.unwrap_or_default() {
        add_service(source, raw, 0, &mut document.components)?;
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
        let statement = cyclonedx_vex::statement(source, raw, &document)?;
        document.statements.push(statement);
    }
    Ok(document)
}

/// `syft 1.18.1`: what made a document in which nobody signs for it.
fn tool(raw: &RawValue) -> Option<String> {
    let all = match serde_json::from_str(raw.get()).ok()? {
        Tools::List(tools) => tools,
        Tools::Object { components, services } => components.into_iter().chain(services).flatten().collect(),
    };
    let named = |tool: Tool| Some([filled(tool.name)?, tool.version.unwrap_or_default()].join(" ").trim().to_owned());
    all.into_iter().find_map(named)
}

/// A service that the software calls, and the services in it: statements may be about them.
fn add_service<'a>(source: Source<'a>, raw: &'a RawValue, depth: usize, all: &mut Vec<Component>) -> Result<(), Fault> {
    if depth > DEEPEST {
        return Err(Fault::broken(source.position(raw.get()), format!("services are nested deeper than {DEEPEST} levels")));
    }
    let part: Part<'a> = source.part(raw)?;
    let inner = part.services.clone();
    all.push(Component { sort: Sort::Other, ..component(source, raw, part)? });
    inner.into_iter().flatten().try_for_each(|inner| add_service(source, inner, depth + 1, all))
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
    let sort = match part.sort.as_deref() {
        Some(sort) if OTHER_SORTS.contains(&sort) => Sort::Other,
        _ => Sort::Software,
    };
    let properties = part.properties.unwrap_or_default();
    let property = |is: &dyn Fn(&str) -> bool| {
        let found = properties.iter().find(|property| property.name.as_deref().is_some_and(is));
        filled(found.and_then(|property| property.value.clone()))
    };
    let makers = [part.supplier, part.manufacturer].into_iter().flatten().map(|named| named.name);
    let authors = part.authors.into_iter().flatten().map(|named| named.name);
    let mut makers = makers.chain([part.publisher, part.author]).chain(authors).filter_map(filled);
    let (name, short_name) = match filled(part.group) {
        Some(group) => (format!("{group}/{name}"), Some(name)),
        None => (name, None),
    };
    Ok(Component {
        sort,
        name,
        short_name,
        version: filled(part.version),
        supplier: makers.next(),
        purl: filled(part.purl),
        cpe: filled(part.cpe),
        identifiers: Vec::new(),
        reference: filled(part.reference),
        licences: part.licenses.unwrap_or_default().into_iter().filter_map(licence).collect(),
        hashes: part.hashes.unwrap_or_default().into_iter().map(|hash| format!("{} {}", hash.alg, hash.content)).collect(),
        depends_on: Vec::new(),
        support_level: property(&is_support_level),
        support_until: property(&|name| name == SUPPORT_ENDS),
        at,
    })
}

/// Whether a property holds the level of support. The taxonomy has none for it, so each maker's namespace counts.
fn is_support_level(name: &str) -> bool {
    let last = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase().replace(['-', '_', ' '], "");
    matches!(last.as_str(), "levelofsupport" | "supportlevel")
}

#[cfg(test)]
mod tests {
    use crate::bom::document::Sort;
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

    #[test]
    fn groups_makers_and_sorts_are_told_apart() {
        let text = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:1",
          "metadata": {"tools": {"components": [{"type": "application", "name": "syft", "version": "1.18.1"}]}},
          "components": [
            {"type": "library", "group": "@babel", "name": "core", "version": "7.1.0", "author": "Somebody",
             "properties": [{"name": "acme:support:levelOfSupport", "value": "actively maintained"}]},
            {"type": "library", "group": "", "name": "core", "version": "1", "authors": [{"name": "Others"}]},
            {"type": "file", "name": "/etc/passwd"}],
          "services": [{"bom-ref": "s", "name": "directory", "services": [{"name": "inner"}]}]}"#;
        let read = parse(text).unwrap();
        assert_eq!((read.author.as_deref(), read.serial.as_deref()), (Some("syft 1.18.1"), Some("urn:uuid:1")));
        let names: Vec<(&str, bool)> =
            read.components.iter().map(|one| (one.name.as_str(), one.sort == Sort::Software)).collect();
        assert_eq!(
            names,
            [("@babel/core", true), ("core", true), ("/etc/passwd", false), ("directory", false), ("inner", false)]
        );
        let [first, second, ..] = &read.components[..] else { panic!("two components") };
        assert_eq!((first.supplier.as_deref(), second.supplier.as_deref()), (Some("Somebody"), Some("Others")));
        assert_eq!(first.support_level.as_deref(), Some("actively maintained"));
        assert_eq!(first.short_name.as_deref(), Some("core"));
        let old = text
            .replace("{\"components\": [{\"type\": \"application\", ", "[{\"vendor\": \"x\", ")
            .replace("1.18.1\"}]}}", "1.18.1\"}]}");
        assert_eq!(parse(&old).unwrap().author.as_deref(), Some("syft 1.18.1"));
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        for (from, to) in [("\"name\": \"zlib\"", "\"nome\": \"zlib\""), ("\"name\": \"zlib\"", "\"name\": \" \"")] {
            let fault = parse(&bill("1.6").replace(from, to)).unwrap_err();
            assert!(!fault.foreign && fault.at > 0, "{fault:?}");
        }
    }
}
