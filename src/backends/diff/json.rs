//! The changes as JSON, and the schema other programs can rely on.

use crate::backends::json::pretty;
use crate::diff::Delta;

/// The changes as JSON; [`schema`] describes it.
pub fn json(delta: &Delta) -> String {
    pretty(delta)
}

/// The JSON Schema of [`json`], published as `docs/diff.schema.json`.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Delta))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_up_to_date() {
        let published = include_str!("../../../docs/diff.schema.json");
        assert!(published == schema(), "run `cargo test --lib write_the_schema_of_changes -- --ignored`");
    }

    /// Writes the published schema: `cargo test --lib write_the_schema_of_changes -- --ignored`.
    #[test]
    #[ignore = "writes a file of the repository"]
    #[allow(clippy::disallowed_methods)]
    fn write_the_schema_of_changes() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diff.schema.json"), schema()).unwrap();
    }
}
