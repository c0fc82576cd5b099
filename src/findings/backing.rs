//! What stands behind a counter-measure: controls found through the provenance of facts, a protocol or type that guarantees it, or
//! nothing but a claim.

use super::finding::{Finding, Findings, Verdict};
use crate::model::{AttributeId, ElementId, Model, Origin, TypeId};
use crate::rules::FactUse;

/// What the facts that counter a threat rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Backing {
    /// Controls that count.
    pub(crate) controls: Vec<ElementId>,
    /// Types and protocols that guarantee a protection, and boundaries that give it.
    pub(crate) guaranteed: Vec<Guarantee>,
    /// Protections that are stated on an element with nothing behind them.
    pub(crate) claimed: Vec<FactUse>,
}

/// Who guarantees a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guarantee {
    /// A type, or for a flow its protocol.
    Type(TypeId),
    /// A boundary around the element.
    Boundary(ElementId),
}

impl Backing {
    /// What facts rest on. Only those that claim a protection need something behind them; where none does, all are looked at.
    pub(crate) fn of(model: &Model, facts: &[FactUse]) -> Self {
        let stated = |fact: &FactUse| if let FactUse::Stated(id, attribute) = fact { Some((*id, *attribute)) } else { None };
        let all: Vec<(ElementId, AttributeId)> = facts.iter().filter_map(stated).collect();
        let protects = |(_, attribute): &&(ElementId, AttributeId)| model.schema.info(*attribute).protection;
        let protections: Vec<(ElementId, AttributeId)> = all.iter().filter(protects).copied().collect();
        let mut backing = Self::default();
        for (id, attribute) in if protections.is_empty() { all } else { protections } {
            backing.add(model, id, attribute);
        }
        backing
    }

    fn add(&mut self, model: &Model, id: ElementId, attribute: AttributeId) {
        let Some(known) = model.known(id, attribute) else { return };
        if let Some(control) = control_behind(model, id, attribute, known.origin) {
            push(&mut self.controls, control);
            return;
        }
        match known.origin {
            Origin::Boundary(boundary) => push(&mut self.guaranteed, Guarantee::Boundary(boundary)),
            Origin::Type(of) => push(&mut self.guaranteed, Guarantee::Type(of)),
            Origin::Part | Origin::Control(_) => {}
            Origin::Set => push(&mut self.claimed, FactUse::Stated(id, attribute)),
        }
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The control that provides a fact. What is set on an element is shown by the controls on it that would say the same.
fn control_behind(model: &Model, id: ElementId, attribute: AttributeId, origin: Origin) -> Option<ElementId> {
    let provides = |control: &ElementId| model.relations.counts(*control) && model.provides(*control, attribute);
    match origin {
        Origin::Control(control) => Some(control),
        Origin::Set => model.relations.controls_of(id).iter().copied().find(provides),
        Origin::Part | Origin::Boundary(_) | Origin::Type(_) => None,
    }
}

/// Controls found through the provenance of facts, each once.
pub fn controls_behind(model: &Model, facts: &[FactUse]) -> Vec<ElementId> {
    let mut controls = Vec::new();
    for fact in facts {
        let FactUse::Stated(id, attribute) = fact else { continue };
        let known = model.known(*id, *attribute);
        let control = known.and_then(|known| control_behind(model, *id, *attribute, known.origin));
        if let Some(control) = control {
            push(&mut controls, control);
        }
    }
    controls
}

/// Planned controls that would better what the facts about a counter-measure say.
pub fn planned_behind(model: &Model, findings: &Findings, finding: &Finding, facts: &[FactUse]) -> Vec<ElementId> {
    let countered = finding.verdict == Verdict::Mitigated;
    // a fact that is stated but not enough, such as what the protocol guarantees, can be what a planned control will better
    let wanting = facts.iter().filter_map(|fact| match fact {
        FactUse::Unstated(id, attribute) => Some((*id, *attribute)),
        FactUse::Stated(id, attribute) if !countered => Some((*id, *attribute)),
        FactUse::Stated(..) | FactUse::Derived(..) => None,
    });
    let mut planned = Vec::new();
    for (id, attribute) in wanting.chain(findings.needs(finding).iter().copied()) {
        if let Some(control) = model.planned(id, attribute) {
            push(&mut planned, control);
        }
    }
    planned
}
