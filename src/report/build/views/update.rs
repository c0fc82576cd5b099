//! The steps of an update, from where software is made to the running device (row B6).

use super::Writer;
use crate::model::{ElementId, FlowEnds, Kind};
use crate::report::UpdateStep;
use crate::report::diagram::Diagram;
use crate::words::list;

impl Writer<'_> {
    /// The flows of a picture as steps, in the order in which software moves.
    pub(super) fn update_steps(&mut self, diagram: &Diagram) -> Vec<UpdateStep> {
        let flows: Vec<ElementId> = diagram.edges.iter().filter_map(|edge| self.model.find(&edge.id)).collect();
        let mut steps = Vec::new();
        for flow in self.in_order(flows) {
            if let Some(ends) = self.model.relations.ends(self.model, flow).cloned() {
                steps.push(self.update_step(&ends));
            }
        }
        steps
    }

    fn update_step(&mut self, ends: &FlowEnds) -> UpdateStep {
        let [source, target] = [ends.source, ends.target].map(|end| self.model.component_of(end));
        // of an exchange, who asks for the software receives it
        let (from, to) =
            if ends.two_way && self.step_of(source) > self.step_of(target) { (target, source) } else { (source, target) };
        let uncontrolled: Vec<ElementId> = [from, to].into_iter().filter(|id| self.holds(*id, "uncontrolled")).collect();
        let on_device =
            self.model.relations.boundaries_of(to).iter().any(|around| self.model.bool(*around, "device") == Some(true));
        UpdateStep {
            flow: self.model.identity(ends.flow),
            name: self.model.title(ends.flow).to_owned(),
            step: self
                .symbol(to, "update_step")
                .or_else(|| (on_device && self.model.element(to).kind == Kind::Process).then(|| "run".to_owned())),
            source: self.model.title(from).to_owned(),
            target: self.model.title(to).to_owned(),
            actor: self.actor_of(ends),
            uncontrolled: self.titles(&uncontrolled),
            verified: self.verified(ends.flow, to),
            failure: self.update_failure(ends, to),
            on_device,
        }
    }

    fn step_of(&self, id: ElementId) -> Option<u16> {
        match self.model.value(id, "update_step") {
            Some(crate::model::Value::Symbol(_, at)) => Some(*at),
            _ => None,
        }
    }

    /// Who sees to a step: a person at one of its ends, else whoever may use the port, else whatever opens the connection.
    fn actor_of(&self, ends: &FlowEnds) -> String {
        let parties = [ends.source, ends.target].map(|end| self.model.component_of(end));
        if let Some(person) = parties.into_iter().find(|id| self.model.element(*id).kind == Kind::Actor) {
            return self.model.title(person).to_owned();
        }
        let roles: Vec<ElementId> =
            [ends.target, ends.source].into_iter().flat_map(|end| self.model.references(end, "roles")).collect();
        if !roles.is_empty() {
            return list(&self.titles(&roles), "or");
        }
        let opener = self.model.component_of(self.opening(ends).0);
        if self.model.element(opener).kind == Kind::Store {
            let other = parties.into_iter().find(|id| *id != opener).unwrap_or(opener);
            return format!("{} by itself", self.model.title(other));
        }
        format!("{} by itself", self.model.title(opener))
    }

    fn verified(&self, flow: ElementId, to: ElementId) -> Vec<String> {
        let mut checks = Vec::new();
        if self.model.element(to).kind == Kind::Process {
            if let Some(check) = self.model.symbol(to, "update") {
                checks.push(self.by_control(
                    format!("before installing, {} relies on {check}", self.model.title(to)),
                    to,
                    "update",
                ));
            }
            for (attribute, words) in [
                ("rollback_protected", "older versions are refused"),
                ("secure_boot", "code is verified at every start"),
                ("update_interlock", "it waits until no patient depends on the device"),
            ] {
                if self.model.bool(to, attribute) == Some(true) {
                    checks.push(self.by_control(words.to_owned(), to, attribute));
                }
            }
        }
        if self.model.element(to).kind == Kind::Store && self.model.bool(to, "integrity_protected") == Some(true) {
            checks.push(self.by_control("a change of what is stored is noticed".to_owned(), to, "integrity_protected"));
        }
        if self.model.bool(flow, "signed") == Some(true) {
            checks.push(self.by_control("the package carries its origin's signature on this hop".to_owned(), flow, "signed"));
        }
        checks
    }

    fn by_control(&self, words: String, id: ElementId, attribute: &str) -> String {
        match self.behind(id, attribute) {
            Some(control) => format!("{words} ({control})"),
            None => words,
        }
    }

    fn update_failure(&self, ends: &FlowEnds, to: ElementId) -> Vec<String> {
        let mut texts: Vec<String> = [ends.target, ends.source]
            .into_iter()
            .filter(|end| self.model.element(*end).kind == Kind::Port)
            .filter_map(|end| self.text(end, "on_failure"))
            .collect();
        if self.model.element(to).kind == Kind::Process {
            match self.model.bool(to, "update_recovery") {
                Some(true) => texts.push(self.by_control(
                    "An interrupted or faulty update leaves a version that works".to_owned(),
                    to,
                    "update_recovery",
                )),
                Some(false) => texts.push("An interrupted or faulty update can leave no version that works".to_owned()),
                None => {}
            }
        }
        texts
    }
}
