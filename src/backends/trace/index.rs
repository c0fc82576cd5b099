//! What the tables of a trace look up: threats by the software they are about, and by the documents that open them again.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::chain::label;
use crate::report::{Report, SoftwareRow, ThreatRow, VulnerabilityRow};

/// Made once; a look-up for each row of a large model would read all of it each time.
pub(super) struct Index<'r> {
    /// Threats to an element with software and to what is inside it, in the order of the report.
    within: IndexMap<&'r str, Vec<&'r ThreatRow>, FxBuildHasher>,
    /// Identities of threats that are open again, by the element and the place that says why.
    reopened: IndexMap<(&'r str, &'r str), Vec<&'r str>, FxBuildHasher>,
}

impl<'r> Index<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let mut within: IndexMap<&str, Vec<&ThreatRow>, FxBuildHasher> =
            report.software.iter().map(|row| (row.element.as_str(), Vec::new())).collect();
        let mut reopened: IndexMap<(&str, &str), Vec<&str>, FxBuildHasher> = IndexMap::default();
        for threat in &report.threats {
            for place in and_around(&threat.element) {
                if let Some(found) = within.get_mut(place) {
                    found.push(threat);
                }
            }
            for why in &threat.reopened {
                let ids = reopened.entry((&why.element, &why.place)).or_default();
                if ids.last() != Some(&threat.id.as_str()) {
                    ids.push(&threat.id);
                }
            }
        }
        Self { within, reopened }
    }

    /// Threats to an element with software and to what is inside it.
    pub(super) fn within(&self, row: &SoftwareRow) -> &[&'r ThreatRow] {
        self.within.get(row.element.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Threats to the element itself.
    pub(super) fn about<'s>(&'s self, row: &'s SoftwareRow) -> impl Iterator<Item = &'r ThreatRow> + 's {
        self.within(row).iter().copied().filter(|threat| threat.element == row.element)
    }

    /// Identities of the threats that a vulnerability opens again.
    pub(super) fn opened_by(&self, row: &'r SoftwareRow, found: &'r VulnerabilityRow) -> &[&'r str] {
        self.reopened.get(&(row.element.as_str(), found.place.as_str())).map_or(&[], Vec::as_slice)
    }
}

/// The vulnerabilities of an element's components, by the component.
pub(super) fn by_component(row: &SoftwareRow) -> IndexMap<&str, Vec<&VulnerabilityRow>, FxBuildHasher> {
    let mut found: IndexMap<&str, Vec<&VulnerabilityRow>, FxBuildHasher> = IndexMap::default();
    for (component, vulnerability) in row.vulnerabilities.iter().filter_map(|found| Some((found.component.as_deref()?, found))) {
        found.entry(component).or_default().push(vulnerability);
    }
    found
}

/// What bills of materials call their components: by name, and by name and version.
pub(super) fn component_names(report: &Report) -> IndexSet<String, FxBuildHasher> {
    let components = report.software.iter().flat_map(|row| &row.components);
    components.flat_map(|component| [component.name.clone(), label(component)]).collect()
}

/// An element's path and those of all it is in, from within.
pub(super) fn and_around(element: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(element), |path| path.rfind('.').map(|at| &path[..at]))
}
