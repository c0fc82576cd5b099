//! Rows about one element or one finding, for who asks about no more than that.

use super::Writer;
use crate::compile::Compilation;
use crate::findings::Finding;
use crate::model::ElementId;
use crate::report::{FactRow, ThreatRow};
use crate::text::SourceMap;

/// Everything known of an element, each fact with where it comes from.
pub fn facts(compilation: &Compilation, sources: &SourceMap, id: ElementId) -> Vec<FactRow> {
    Writer::new(compilation, sources).facts(id)
}

/// Some findings in words.
pub fn threats<'f>(
    compilation: &Compilation,
    sources: &SourceMap,
    findings: impl IntoIterator<Item = &'f Finding>,
) -> Vec<ThreatRow> {
    let mut writer = Writer::new(compilation, sources);
    findings.into_iter().map(|finding| writer.threat(finding)).collect()
}
