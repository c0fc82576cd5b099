//! The title block, the scope and the statement of method.

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
            model_hash: self.digest(report),
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
}
