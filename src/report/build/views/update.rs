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
        for flow in self.in_order(flows, true) {
            if let Some(ends) = self.model.relations.ends(self.model, flow).copied() {
                steps.push(self.update_step(&ends));
            }
        }
        steps
    }

    fn update_step(&mut self, ends: &FlowEnds) -> UpdateStep {
        let [source, target] = [ends.source, ends.target].map(|end| self.model.component_of(end));
        let (from, to) = self.given(source, target, ends.two_way);
        let uncontrolled: Vec<ElementId> = [from, to].into_iter().filter(|id| self.holds(*id, "uncontrolled")).collect();
        let on_device = self.is_on_device(to);
        UpdateStep {
            flow: self.model.identity(ends.flow),
            name: self.model.title(ends.flow).to_owned(),
            step: self.symbol(to, "update_step").or_else(|| match self.model.element(to).kind {
                Kind::Store => Some("keep".to_owned()),
                Kind::Process if self.is_on_device(from) => Some("run".to_owned()),
                Kind::Process if on_device => Some("take over".to_owned()),
                _ => None,
            }),
            source: self.model.title(from).to_owned(),
            target: self.model.title(to).to_owned(),
            actor: self.actor_of(ends),
            uncontrolled: self.titles(&uncontrolled),
            verified: self.verified(ends.flow, from, to),
            failure: self.update_failure(ends, to),
            on_device,
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
        let other = parties.into_iter().find(|id| *id != opener).unwrap_or(opener);
        let acts = if self.model.element(opener).kind == Kind::Store { other } else { opener };
        let name = self.model.title(acts);
        // a person who stands in front of it
        let at_work = self.model.flows.iter().find(|flow| {
            self.model.component_of(flow.target) == acts
                && self.model.element(flow.source).kind == Kind::Actor
                && self.model.bool(flow.flow, "signal_only") == Some(true)
        });
        match at_work {
            Some(flow) if !self.is_on_device(acts) => format!("{} at {name}", self.model.title(flow.source)),
            _ => format!("{name} by itself"),
        }
    }

    /// What is checked where a step arrives: at the way into the device and where it is installed the package, later the code before it runs.
    fn verified(&self, flow: ElementId, from: ElementId, to: ElementId) -> Vec<String> {
        let mut checks = Vec::new();
        let installs = self.symbol(to, "update_step").as_deref() == Some("install");
        let taken = self.is_on_device(to) && (installs || !self.is_on_device(from));
        if self.model.element(to).kind == Kind::Process {
            if let Some(check) = self.model.symbol(to, "update")
                && taken
            {
                checks.push(self.by_control(format!("{} accepts it by {check}", self.model.title(to)), to, "update"));
            }
            let facts: &[(&str, &str)] = if taken {
                &[
                    ("rollback_protected", "older versions are refused"),
                    ("update_interlock", "it waits until no patient depends on the device"),
                ]
            } else {
                &[("secure_boot", "code is verified at every start")]
            };
            for (attribute, words) in facts {
                if self.model.bool(to, attribute) == Some(true) {
                    checks.push(self.by_control((*words).to_owned(), to, attribute));
                }
            }
        }
        for (id, attribute, words) in [
            (to, "build_verified", "an independent second build gives the same result"),
            (to, "dual_control", "a second person releases it"),
            (from, "use_approved", "two people approve each use of the key"),
        ] {
            if self.model.bool(id, attribute) == Some(true) {
                checks.push(self.by_control(words.to_owned(), id, attribute));
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
