//! The title block, the scope and the statement of method.

use sha2::{Digest, Sha256};

use super::{Circumstances, Writer};
use crate::findings::Finding;
use crate::model::{ElementId, Kind, Value};
use crate::report::{Report, SchemeRow, ScopeRow, TitleBlock, VulnerabilityRow};
use crate::rules::{Val, words};

impl Writer<'_> {
    /// The block every artifact carries (checklist row A1).
    pub(super) fn title(&self, circumstances: &Circumstances, report: &Report) -> TitleBlock {
        let system = self.model.system();
        let text = |attribute: &str| system.and_then(|id| self.text(id, attribute));
        TitleBlock {
            device: system.map_or_else(|| "unnamed system".to_owned(), |id| self.model.title(id).to_owned()),
            manufacturer: text("manufacturer"),
            model: text("model"),
            udi_di: text("udi_di"),
            version: text("version"),
            revision: text("revision"),
            model_hash: self.hash(report),
            packs: self.packs(),
            generator: format!("Ward {}", env!("CARGO_PKG_VERSION")),
            date: circumstances.date.clone(),
            author: text("author"),
            reviewer: text("reviewer"),
            approver: text("approver"),
            status: system.and_then(|id| self.symbol(id, "status")).map(|status| status.replace('_', " ")),
            draft: circumstances.draft,
        }
    }

    fn packs(&self) -> Vec<String> {
        let named = |id| {
            let version = self.model.text(id, "version").map_or(String::new(), |version| format!(" {version}"));
            format!("{}{version}", self.model.element(id).name)
        };
        self.model.of_kind(Kind::Pack).map(named).collect()
    }

    pub(super) fn scope(&self) -> ScopeRow {
        let system = self.model.system();
        let text = |attribute: &str| system.and_then(|id| self.text(id, attribute));
        let date = |id| match self.model.value(id, "support_until") {
            Some(Value::Date(date)) => Some(date.to_string()),
            _ => None,
        };
        ScopeRow {
            intended_use: text("intended_use"),
            users: text("users"),
            environment: text("environment"),
            support_until: system.and_then(date),
        }
    }

    /// How the threats were found and what was not done (checklist row A7).
    pub(super) fn method(&self) -> Vec<String> {
        let rules = self.compilation.rules.rules.len();
        let packs = self.packs().join(", ");
        vec![
            format!("Threats were found by {rules} rules (packs: {packs}), each asked of every element, flow and port it is about: STRIDE per element and per interaction."),
            "A rule is decided over the facts of the model in three-valued logic: what the model does not state is unknown, and a threat that hangs on it is listed as a question, neither raised nor dropped.".to_owned(),
            "Threats that are already countered stay in the table, with the control and its evidence.".to_owned(),
            self.rating_method(),
            "Not done: attacks that chain several findings, flaws inside a component's code, and threats that no rule of the packs describes. The rules are an aid to analysis and make no statement about completeness or conformity.".to_owned(),
        ]
    }

    fn rating_method(&self) -> String {
        let by = self.compilation.scheme.as_ref().map_or(String::new(), |scheme| {
            let version = self.text(scheme.id, "version").map_or(String::new(), |version| format!(", version {version}"));
            format!(" by the scheme “{}”{version}", self.model.title(scheme.id))
        });
        format!(
            "Risk is rated{by}: exploitability from where an attacker can get at the element, what has to be in place first and which controls count; severity from the harms named for the data and elements involved. Probability is not used."
        )
    }

    /// First 12 digits of the SHA-256 of what the model says, in an order that does not depend on where it is written, nor on the day.
    fn hash(&self, report: &Report) -> String {
        let mut lines: Vec<String> = Vec::new();
        let facts =
            report.elements.iter().flat_map(|element| &element.facts).chain(report.flows.iter().flat_map(|flow| &flow.facts));
        lines.extend(
            facts
                .filter(|fact| fact.attribute != "was")
                .map(|fact| format!("{} {}={}", fact.element, fact.attribute, fact.value)),
        );
        for flow in &report.flows {
            lines.push(format!("{} {} {} {} {:?}", flow.id, flow.source, flow.target, flow.two_way, flow.protocol));
        }
        for (id, _) in self.model.iter().filter(|(_, element)| !element.library) {
            self.tell(id, &mut lines);
        }
        for finding in &self.compilation.findings.all {
            let moved = self.compilation.findings.decision(finding).is_some_and(|decision| decision.moved);
            lines.push(format!("{} {:?} {moved}", self.finding_id(finding), finding.verdict));
        }
        lines.extend(report.software.iter().flat_map(|row| {
            let components = row.components.iter().map(|component| format!("{} {component:?}", row.element));
            // where something is said is not what is said
            let moved = |found: &VulnerabilityRow| VulnerabilityRow { place: String::new(), ..found.clone() };
            components.chain(row.vulnerabilities.iter().map(move |found| format!("{} {:?}", row.element, moved(found))))
        }));
        lines.push(format!("{:?}", report.scheme.as_ref().map(|scheme| SchemeRow { place: String::new(), ..scheme.clone() })));
        lines.sort_unstable();
        let digest = Sha256::digest(lines.join("\n").as_bytes());
        digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// An element with everything that is said about it; not how it is called now, which does not change what it is.
    fn tell(&self, id: ElementId, lines: &mut Vec<String>) {
        let element = self.model.element(id);
        let identity = match element.kind {
            Kind::Respond => self.decided(id).unwrap_or_else(|| element.name.to_string()),
            _ => self.model.identity(id),
        };
        lines.push(format!("{} {identity} {:?} {:?}", element.kind.word(), element.title, self.type_title(id)));
        let facts = element.facts.iter().map(|fact| ("", fact)).chain(element.provides.iter().map(|fact| ("provides ", fact)));
        for (provides, fact) in facts {
            let attribute = &self.model.schema.info(fact.attribute).name;
            // a recorded ground repeats what the model says elsewhere; what counts is whether it has moved
            if attribute != "was" && attribute != "basis" {
                lines.push(format!("{identity} {provides}{attribute}={}", words(self.model, &Val::of(&fact.value))));
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
