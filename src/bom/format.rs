//! Which format a document is in, and which version of it.

use serde::Deserialize;
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
    let head: Head = source.whole()?;
    let text = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    if text(&head.bom_format).as_deref() == Some("CycloneDX") {
        let version = text(&head.spec_version).unwrap_or_default();
        if !CYCLONEDX.contains(&version.as_str()) {
            return Err(Fault::foreign(format!("CycloneDX `{}` is not read; versions 1.4 to 1.7 are", shown(&version))));
        }
        return cyclonedx::read(source, &version);
    }
    if let Some(version) = text(&head.spdx_version) {
        if version != "SPDX-2.3" {
            return Err(Fault::foreign(format!("`{}` is not read; SPDX-2.3 is", shown(&version))));
        }
        return spdx::read(source);
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
            "{\"spdxVersion\": \"SPDX-2.2\"}",
            "{\"@context\": \"https://openvex.dev/ns/v9\"}",
            "{\"@context\": [\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"]}",
            "{}",
        ] {
            assert!(parse(foreign).unwrap_err().foreign, "{foreign}");
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
