//! The title block, the scope and the statement of method.

use sha2::{Digest, Sha256};

use super::{Circumstances, Writer};
use crate::model::{Kind, Value};
use crate::report::{Report, ScopeRow, TitleBlock};

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
            model_hash: hash(report),
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
            "Exploitability follows from where an attacker can get at the element; severity from the harms named for the data and elements involved. Probability is not used.".to_owned(),
            "Not done: attacks that chain several findings, flaws inside a component's code, and threats that no rule of the packs describes. The rules are an aid to analysis and make no statement about completeness or conformity.".to_owned(),
        ]
    }
}

/// First 12 digits of the SHA-256 of what the model says, in an order that does not depend on where it is written.
fn hash(report: &Report) -> String {
    let mut lines: Vec<String> = Vec::new();
    for element in &report.elements {
        lines.push(format!("{} {} {:?}", element.kind, element.id, element.type_name));
        lines.extend(element.facts.iter().map(|fact| format!("{} {}={}", fact.element, fact.attribute, fact.value)));
    }
    for flow in &report.flows {
        lines.push(format!("flow {} {} {} {} {:?}", flow.id, flow.source, flow.target, flow.two_way, flow.protocol));
        lines.extend(flow.facts.iter().map(|fact| format!("{} {}={}", fact.element, fact.attribute, fact.value)));
    }
    lines.extend(report.data.iter().map(|data| format!("data {} {:?} {:?}", data.id, data.type_name, data.harms)));
    lines.extend(report.controls.iter().map(|control| format!("control {} {:?} {:?}", control.id, control.status, control.evidence)));
    lines.extend(report.threats.iter().map(|threat| format!("threat {} {}", threat.id, threat.state.word())));
    lines.sort();
    let digest = Sha256::digest(lines.join("\n").as_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
