//! Decisions in words, and what their records need to know of controls and data.

use super::Writer;
use crate::findings::Finding;
use crate::model::{ElementId, Kind, SetId, Value};
use crate::report::ResponseRow;

/// The set of categories of control.
const CATEGORIES: &str = "fda_category";

impl Writer<'_> {
    /// The decision on a finding.
    pub(super) fn response(&self, finding: &Finding) -> Option<ResponseRow> {
        let decision = self.compilation.findings.decision(finding)?;
        let id = decision.id;
        Some(ResponseRow {
            decision: decision.choice.word().to_owned(),
            reason: self.text(id, decision.choice.word()).unwrap_or_default(),
            approved_by: self.text(id, "approved_by"),
            until: self.date(id, "until"),
            expired: decision.expired,
            under_review: decision.moved || self.compilation.findings.reopening(finding).is_some(),
            evidence: self.texts(id, "evidence"),
            controls: self.model.references(id, "controls").into_iter().map(|control| self.model.identity(control)).collect(),
            why_not_design: self.text(id, "why_not_design"),
            why_not_protect: self.text(id, "why_not_protect"),
            recipient: self.symbol(id, "recipient"),
            instruction: self.text(id, "instruction"),
            instruction_place: self.text(id, "instruction_place"),
            policy: self.text(id, "policy"),
            owner: self.text(id, "owner"),
            decided: self.date(id, "decided"),
            new_risks: self.text(id, "new_risks"),
            components: self.texts(id, "components"),
            hazard: self.texts(id, "hazard"),
            no_hazard: self.text(id, "no_hazard"),
            deferred_to: self.text(id, "deferred_to"),
            basis: self.texts(id, "basis"),
            place: self.place(id),
        })
    }

    fn date(&self, id: ElementId, attribute: &str) -> Option<String> {
        match self.model.value(id, attribute) {
            Some(Value::Date(date)) => Some(date.to_string()),
            _ => None,
        }
    }

    /// The data a threat to an element is about: what it carries, holds, or lets through.
    fn data_of(&self, id: ElementId) -> Vec<ElementId> {
        let mut data = match self.model.element(id).kind {
            Kind::Flow => self.model.references(id, "carries"),
            Kind::Store => self.model.references(id, "holds"),
            _ => {
                let flows = self.model.relations.flows_of(id);
                flows.iter().flat_map(|flow| self.model.references(*flow, "carries")).collect()
            }
        };
        data.sort_unstable();
        data.dedup();
        data
    }

    /// Names of the data a threat to an element is about.
    pub(super) fn assets(&self, id: ElementId) -> Vec<String> {
        self.titles(&self.data_of(id))
    }

    /// The letter of a control's class in the order of risk control.
    pub(super) fn class(&self, control: ElementId) -> Option<String> {
        let letter = match self.symbol_name(control, "measure")?.1 {
            "inherent_design" => "a",
            "protective" => "b",
            "information" => "c",
            _ => return None,
        };
        Some(letter.to_owned())
    }

    /// The category of a control, with its code.
    pub(super) fn control_category(&self, control: ElementId) -> Option<String> {
        let (set, name) = self.symbol_name(control, CATEGORIES)?;
        let set = self.model.schema.set(set);
        set.position(name).map(|at| format!("{name} {}", set.title_at(at)))
    }

    /// All categories of control.
    pub(super) fn control_categories(&self) -> Vec<String> {
        let Some(set) = self.model.schema.set_named(CATEGORIES) else { return Vec::new() };
        let set = self.model.schema.set(set);
        (0..set.values.len() as u16).map(|at| format!("{} {}", set.name_at(at), set.title_at(at))).collect()
    }

    /// Whether a control does its work outside the device: it is information, or nothing it protects stands in a device.
    pub(super) fn is_outside(&self, control: ElementId) -> bool {
        let device = |id: &ElementId| self.model.bool(*id, "device") == Some(true);
        let inside = |id: &ElementId| {
            let ends = self.model.relations.ends(self.model, *id);
            let places = std::iter::once(*id).chain(ends.into_iter().flat_map(|ends| [ends.source, ends.target]));
            places.into_iter().any(|place| device(&place) || self.model.relations.boundaries_of(place).iter().any(device))
        };
        let protects = self.model.relations.protected_by(control);
        let informs = self.symbol_name(control, "measure").is_some_and(|(_, name)| name == "information");
        informs || (!protects.is_empty() && !protects.iter().any(inside))
    }

    /// The name of a value of an `enum` or `scale`, which is not what texts call it.
    fn symbol_name(&self, id: ElementId, attribute: &str) -> Option<(SetId, &str)> {
        match self.model.value(id, attribute)? {
            Value::Symbol(set, at) => Some((*set, self.model.schema.set(*set).name_at(*at))),
            _ => None,
        }
    }
}
