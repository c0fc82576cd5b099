//! What others see to: requirements on the environment, controls around the device, and what they are told of risks that remain.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::documents::pieces;
use crate::model::{ElementId, Kind, KindSet};
use crate::report::build::Writer;
use crate::report::build::ports::distinct;
use crate::report::{MeasureRow, RequirementRow, SentenceRow, ThreatRow, sentence_reference};

/// Who answers for what stands in the instructions.
const OTHERS: [&str; 3] = ["integrator", "operator", "user"];

impl Writer<'_> {
    /// Assumptions that others answer for, and all of the kinds that are asked for, by kind in the order of the library; those without a kind
    /// come last.
    pub(super) fn requirements(&self) -> Vec<RequirementRow> {
        let asked_for: Vec<ElementId> = pieces(self.model, Kind::Assumption, "asks").flat_map(|piece| piece.elements()).collect();
        let own = self.model.of_kind(Kind::Assumption).filter(|id| !self.model.element(*id).library);
        let mut all: Vec<ElementId> = own.filter(|id| asked_for.contains(id) || self.is_for_others(*id)).collect();
        all.sort_by_key(|id| match self.model.element(*id).type_id {
            // the base of all kinds is declared before them, and is what has no kind of its own
            Some(of) if self.model.type_of(of).base.is_some() => (0, of.index()),
            _ => (1, 0),
        });
        all.into_iter().map(|id| self.requirement(id)).collect()
    }

    fn requirement(&self, id: ElementId) -> RequirementRow {
        let relying = self.relying_on(id);
        let decisions = self.decisions_on(id);
        let threats = self.findings_about(&relying).into_iter().map(|finding| self.finding_id(finding));
        let relied_on_by = relying.iter().map(|id| self.model.identity(*id)).chain(decisions.iter().cloned());
        RequirementRow {
            id: self.model.identity(id),
            kind: self.type_title(id).unwrap_or_else(|| "Further requirement".to_owned()),
            text: self.model.title(id).to_owned(),
            importance: self.symbol(id, "importance").unwrap_or_else(|| "required".to_owned()),
            nothing_needed: self.nothing_needed(id),
            owner: self.symbol(id, "owner"),
            measured_by: self.text(id, "measured_by"),
            if_false: self.text(id, "if_false"),
            concerns: distinct(relying.iter().flat_map(|id| self.known_outside(*id))),
            relied_on_by: relied_on_by.collect(),
            threats: distinct(threats.chain(decisions.iter().cloned())),
            place: self.place(id),
        }
    }

    fn nothing_needed(&self, id: ElementId) -> bool {
        self.model.symbol_name(id, "importance") == Some("not_needed")
    }

    fn is_for_others(&self, id: ElementId) -> bool {
        self.model.symbol_name(id, "owner").is_some_and(|owner| OTHERS.contains(&owner))
    }

    /// Elements that name an assumption.
    fn relying_on(&self, assumption: ElementId) -> Vec<ElementId> {
        let all = self.shown(KindSet::DRAWN).into_iter();
        all.filter(|id| self.model.references(*id, "assumptions").contains(&assumption)).collect()
    }

    /// Findings whose decision counts on an assumption.
    fn decisions_on(&self, assumption: ElementId) -> Vec<String> {
        let findings = &self.compilation.findings;
        let counts = |decision: ElementId| self.model.references(decision, "assumptions").contains(&assumption);
        let decided = findings.all.iter().filter(|finding| findings.decision(finding).is_some_and(|made| counts(made.id)));
        decided.map(|finding| self.finding_id(finding)).collect()
    }

    /// Names of what a customer knows of an element: ports, people, what stands outside the device; of a flow, its ends.
    fn known_outside(&self, id: ElementId) -> Vec<String> {
        let known = |end: ElementId| match self.model.element(end).kind {
            Kind::Port | Kind::Actor | Kind::External => Some(self.model.title(end).to_owned()),
            Kind::Process if !self.is_on_device(end) => Some(self.model.title(end).to_owned()),
            _ => None,
        };
        match self.model.relations.ends(self.model, id) {
            Some(ends) => [ends.source, ends.target].into_iter().filter_map(known).collect(),
            None => known(id).into_iter().collect(),
        }
    }

    /// Controls that others put in place.
    pub(super) fn environment_measures(&self) -> Vec<MeasureRow> {
        let own = self.model.of_kind(Kind::Control).filter(|id| !self.model.element(*id).library);
        let row = |id: ElementId| {
            let owner = self.symbol(id, "owner").filter(|_| self.is_for_others(id))?;
            let protects = self.model.relations.protected_by(id);
            Some(MeasureRow {
                id: self.model.identity(id),
                name: self.model.title(id).to_owned(),
                told: self.text(id, "told"),
                importance: self.symbol(id, "importance"),
                owner,
                reason: self.text(id, "reason"),
                protects: protects.iter().map(|id| self.model.identity(*id)).collect(),
                threats: self.findings_about(protects).into_iter().map(|finding| self.finding_id(finding)).collect(),
            })
        };
        own.filter_map(row).collect()
    }

    /// What customers are told of risks that are transferred to them or accepted; the same sentence stands once.
    pub(super) fn sentences(&self, threats: &[ThreatRow]) -> Vec<SentenceRow> {
        let mut rows: IndexMap<(String, Option<String>), SentenceRow, FxBuildHasher> = IndexMap::default();
        for threat in threats {
            let Some(response) = &threat.response else { continue };
            let Some(text) = response.instruction.clone().filter(|text| !text.trim().is_empty()) else { continue };
            let row = rows.entry((text.clone(), response.recipient.clone())).or_default();
            row.text = text;
            row.recipient.clone_from(&response.recipient);
            row.references.push(sentence_reference(&threat.id));
            row.threats.push(threat.id.clone());
            if let Some(id) = self.model.find(&threat.element) {
                row.concerns.extend(self.known_outside(id));
            }
            if response.expired {
                row.remarks.push(format!("{}: the decision has expired", threat.id));
            }
            if response.under_review {
                row.remarks.push(format!("{}: the decision is under review", threat.id));
            }
        }
        let mut rows: Vec<SentenceRow> = rows.into_values().collect();
        for row in &mut rows {
            row.concerns = distinct(std::mem::take(&mut row.concerns));
        }
        rows
    }
}
