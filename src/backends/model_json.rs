//! The whole report as JSON, and the schema other programs can rely on.

use super::json::pretty;
use crate::report::Report;

/// The report as JSON; [`schema`] describes it.
pub fn json(report: &Report) -> String {
    pretty(report)
}

/// The JSON Schema of [`json`], published as `docs/model.schema.json`.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Report))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    #[test]
    fn a_report_fits_its_schema() {
        let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for report in [sample::plain(), sample::hostile(), Report::default()] {
            let value: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
        let broken = serde_json::json!({ "schema_version": "one" });
        assert!(!validator.is_valid(&broken));
    }

    #[test]
    fn the_published_schema_is_up_to_date() {
        let published = include_str!("../../docs/model.schema.json");
        assert!(published == schema(), "run `cargo test --lib write_the_published_schema -- --ignored`");
    }

    /// Writes the published schema: `cargo test --lib write_the_published_schema -- --ignored`.
    #[test]
    #[ignore = "writes a file of the repository"]
    #[allow(clippy::disallowed_methods)]
    fn write_the_published_schema() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/model.schema.json"), schema()).unwrap();
    }
}
