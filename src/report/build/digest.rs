//! The digest of what a model says: the same where two models say the same, however, where and in which order they are written.

use super::Writer;
use crate::findings::Finding;
use crate::model::{AttributeId, ElementId, Fact, Kind, KindSet};
use crate::report::{ComponentRow, Report, SchemeRow, SoftwareRow, VulnerabilityRow};
use crate::rules::{condition, said};
use crate::syntax::ast::Member;
use crate::words::digest;

/// Attributes that say nothing of the model: what was called otherwise, and a recorded ground, which repeats what is said elsewhere; what
/// counts is whether it has moved.
const SILENT: [&str; 2] = ["was", "basis"];

impl Writer<'_> {
    /// First 12 digits of the SHA-256; not of the day, either.
    pub(super) fn digest(&self, report: &Report) -> String {
        let mut lines: Vec<String> = Vec::new();
        for id in self.shown(KindSet::DRAWN) {
            self.known_of(id, &mut lines);
        }
        for (id, _) in self.model.iter().filter(|(_, element)| !element.library) {
            self.declared(id, &mut lines);
        }
        self.claimed(&mut lines);
        for finding in &self.compilation.findings.all {
            let moved = self.compilation.findings.decision(finding).is_some_and(|decision| decision.moved);
            lines.push(format!("{} {:?} {moved}", self.finding_id(finding), finding.verdict));
        }
        lines.extend(report.software.iter().flat_map(software));
        // where something is said is not what is said
        lines.push(format!("{:?}", report.scheme.as_ref().map(|scheme| SchemeRow { place: String::new(), ..scheme.clone() })));
        lines.sort_unstable();
        digest(&lines.join("\n"), 6)
    }

    /// Everything known of an element, by whatever provides it, and between what a flow runs.
    fn known_of(&self, id: ElementId, lines: &mut Vec<String>) {
        let (model, identity) = (self.model, self.model.identity(id));
        let attributes = (0..model.schema.attributes.len()).map(AttributeId::at);
        for known in attributes.filter_map(|attribute| model.known(id, attribute)) {
            self.fact_line(&identity, "", known.fact, lines);
        }
        if let Some(ends) = model.relations.ends(model, id).filter(|_| model.element(id).kind == Kind::Flow) {
            let over = ends.protocol.map(|of| model.type_of(of).name.as_str());
            let (source, target) = (model.identity(ends.source), model.identity(ends.target));
            lines.push(format!("{identity} {source} {target} {} {over:?}", ends.two_way));
        }
    }

    /// An element with everything that its declaration says; not how it is called now, which does not change what it is.
    fn declared(&self, id: ElementId, lines: &mut Vec<String>) {
        let (model, element) = (self.model, self.model.element(id));
        let identity = match element.kind {
            Kind::Respond => self.decided(id).unwrap_or_else(|| element.name.to_string()),
            _ => model.identity(id),
        };
        let of = element.type_id.map(|of| model.type_of(of).name.as_str());
        lines.push(format!("{} {identity} {:?} {of:?}", element.kind.word(), element.title));
        element.facts.iter().for_each(|fact| self.fact_line(&identity, "", fact, lines));
        element.provides.iter().for_each(|fact| self.fact_line(&identity, "provides ", fact, lines));
    }

    fn fact_line(&self, identity: &str, provides: &str, fact: &Fact, lines: &mut Vec<String>) {
        let attribute = &self.model.schema.info(fact.attribute).name;
        if !SILENT.contains(&attribute.as_str()) {
            lines.push(format!("{identity} {provides}{attribute}={}", said(self.model, fact)));
        }
    }

    /// What the model asserts.
    fn claimed(&self, lines: &mut Vec<String>) {
        let own = self.compilation.program.files.iter().filter(|file| !file.library);
        for member in own.flat_map(|file| &file.parse.body) {
            if let Member::Assert(assert) = member {
                lines.push(format!(
                    "assert {:?} {}",
                    assert.text.text,
                    condition(self.model, self.sources.slice(assert.condition.span))
                ));
            }
        }
    }

    /// The finding a decision is about.
    fn decided(&self, id: ElementId) -> Option<String> {
        let findings = &self.compilation.findings;
        let about = |finding: &&Finding| findings.decision(finding).is_some_and(|decision| decision.id == id);
        findings.all.iter().find(about).map(|finding| self.finding_id(finding))
    }
}

/// Components and vulnerabilities, whichever comes first in their documents.
fn software(row: &SoftwareRow) -> Vec<String> {
    let sorted = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list
    };
    let component = |known: &ComponentRow| ComponentRow {
        licences: sorted(&known.licences),
        hashes: sorted(&known.hashes),
        depends_on: sorted(&known.depends_on),
        ..known.clone()
    };
    let components = row.components.iter().map(|known| format!("{} {:?}", row.element, component(known)));
    // the same said again, elsewhere or on another day, is the same
    let vulnerability = |known: &VulnerabilityRow| VulnerabilityRow { place: String::new(), made: None, ..known.clone() };
    let vulnerabilities = row.vulnerabilities.iter().map(|known| format!("{} {:?}", row.element, vulnerability(known)));
    components.chain(vulnerabilities).collect()
}
