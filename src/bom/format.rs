//! Which format a document is in, and which version of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::document::Document;
use super::json::{Fault, Source};
use super::{cyclonedx, openvex, spdx};

/// The versions of CycloneDX that are read.
const CYCLONEDX: [&str; 4] = ["1.4", "1.5", "1.6", "1.7"];

/// What every OpenVEX document has as its context, before the version.
const OPENVEX: &str = "https://openvex.dev/ns";

/// The versions of OpenVEX that are read; documents without one are of the first.
const OPENVEX_VERSIONS: [&str; 3] = ["0.0.1", "0.0.2", "0.2.0"];

/// The versions of SPDX that are read.
const SPDX: [&str; 2] = ["2.2", "2.3"];

/// What other documents are known by, and what to do about them.
const FOREIGN: [(&str, &str); 8] = [
    ("sbom", "the document stands inside `sbom`, as an interface gave it: keep what is in there"),
    ("_type", "it is an attestation around a document: keep its `predicate`"),
    ("payloadType", "it is a signed envelope around a document: verify it, and keep the `predicate` of its payload"),
    ("document", "it is an advisory in CSAF, which is not read: state the same in OpenVEX or CycloneDX"),
    ("artifacts", "it is in syft's own format: write `-o cyclonedx-json` or `-o spdx-json`"),
    ("matches", "it is in grype's own format: write `-o cyclonedx-json`"),
    ("ArtifactName", "it is in trivy's own format: write `--format cyclonedx` or `--format spdx-json`"),
    ("@graph", "it is in SPDX 3, which is not read: SPDX 2.2 and 2.3 are"),
];

/// What texts begin with that are no JSON, and what they are.
const NO_JSON: [(&str, &str); 4] = [
    ("<", "it is XML: export JSON"),
    ("SPDXVersion:", "it is SPDX as tags and values: export JSON"),
    ("spdxVersion:", "it is YAML: export JSON"),
    ("---", "it is YAML: export JSON"),
];

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "bomFormat")]
    bom_format: Option<Value>,
    #[serde(rename = "specVersion")]
    spec_version: Option<Value>,
    #[serde(rename = "spdxVersion")]
    spdx_version: Option<Value>,
    #[serde(rename = "@context")]
    context: Option<Value>,
}

/// Reads a document of any of the formats.
pub(super) fn parse(text: &str) -> Result<Document, Fault> {
    let source = Source(text);
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    if let Some((_, says)) = NO_JSON.iter().find(|(sign, _)| begin.starts_with(sign)) {
        return Err(Fault::foreign(*says));
    }
    let head: Head = source.whole()?;
    let text = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    if text(&head.bom_format).as_deref() == Some("CycloneDX") {
        let version = text(&head.spec_version).unwrap_or_default();
        if !CYCLONEDX.contains(&version.as_str()) {
            let is = if version.is_empty() {
                "without a `specVersion` in quotation marks".to_owned()
            } else {
                format!("`{}`", shown(&version))
            };
            return Err(Fault::foreign(format!("CycloneDX {is} is not read; versions 1.4 to 1.7 are")));
        }
        return cyclonedx::read(source, &version);
    }
    if let Some(version) = text(&head.spdx_version) {
        let Some(version) = version.strip_prefix("SPDX-").filter(|version| SPDX.contains(version)) else {
            return Err(Fault::foreign(format!("`{}` is not read; SPDX-2.2 and SPDX-2.3 are", shown(&version))));
        };
        return spdx::read(source, version);
    }
    let context = text(&head.context).unwrap_or_default();
    if let Some(rest) = context.strip_prefix(OPENVEX) {
        let version = rest.trim_start_matches('/').trim_start_matches('v');
        let version = if version.is_empty() { OPENVEX_VERSIONS[0] } else { version };
        if !OPENVEX_VERSIONS.contains(&version) {
            return Err(Fault::foreign(format!("OpenVEX `{}` is not read; 0.0.1, 0.0.2 and 0.2.0 are", shown(version))));
        }
        return openvex::read(source, version);
    }
    let members: BTreeMap<String, IgnoredAny> = source.whole()?;
    if let Some((_, says)) = FOREIGN.iter().find(|(member, _)| members.contains_key(*member)) {
        return Err(Fault::foreign(*says));
    }
    Err(Fault::foreign(
        "it is neither CycloneDX, SPDX nor OpenVEX in JSON: none of `bomFormat`, `spdxVersion` and an OpenVEX `@context` is there",
    ))
}

fn shown(version: &str) -> String {
    version.chars().filter(|sign| !sign.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_that_is_read_is_told_from_those_that_are_not() {
        for version in CYCLONEDX {
            let read = parse(&format!("{{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"{version}\"}}")).unwrap();
            assert_eq!(read.format, format!("CycloneDX {version}"));
            assert!(read.is_bill);
        }
        for foreign in [
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.3\"}",
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": 2}",
            "{\"bomFormat\": \"CycloneDX\"}",
            "{\"spdxVersion\": \"SPDX-2.1\"}",
            "{\"@context\": \"https://openvex.dev/ns/v9\"}",
            "{\"@context\": [\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"]}",
            "{}",
        ] {
            assert!(parse(foreign).unwrap_err().foreign, "{foreign}");
        }
    }

    #[test]
    fn what_other_programs_write_is_named() {
        for (text, says) in [
            ("<?xml version=\"1.0\"?><bom/>", "XML"),
            ("\u{feff}\r\n<bom/>", "XML"),
            ("SPDXVersion: SPDX-2.3\n", "tags"),
            ("spdxVersion: \"SPDX-2.3\"\n", "YAML"),
            ("{\"artifacts\": [], \"descriptor\": {\"name\": \"syft\"}}", "syft"),
            ("{\"SchemaVersion\": 2, \"ArtifactName\": \"x\"}", "trivy"),
            ("{\"matches\": []}", "grype"),
            ("{\"sbom\": {\"spdxVersion\": \"SPDX-2.3\"}}", "inside `sbom`"),
            ("{\"_type\": \"https://in-toto.io/Statement/v1\", \"predicate\": {}}", "attestation"),
            ("{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"\"}", "envelope"),
            ("{\"document\": {\"category\": \"csaf_vex\"}}", "CSAF"),
            ("{\"@context\": \"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\", \"@graph\": []}", "SPDX 3"),
        ] {
            let fault = parse(text).unwrap_err();
            assert!(fault.foreign && fault.what.contains(says), "{text}: {}", fault.what);
        }
    }

    #[test]
    fn what_is_no_object_is_broken() {
        for broken in ["", "[", "{\"bomFormat\"", "\"text\"", "[[[[[[[["] {
            assert!(!parse(broken).unwrap_err().foreign, "{broken}");
        }
    }

    #[test]
    fn nothing_nested_however_deep_ends_the_program() {
        let deep = format!("{{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": {}", "[".repeat(200_000));
        assert!(!parse(&deep).unwrap_err().foreign);
        let open = "{\"name\": \"x\", \"components\": [".repeat(3_000);
        let close = "]}".repeat(3_000);
        let deep = format!("{{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{open}{close}]}}");
        assert!(parse(&deep).unwrap_err().what.contains("nested"));
    }
}
