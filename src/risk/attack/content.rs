//! How a class of data is passed on, and who vouches for it: the part that signs it, and people who carry it by hand. Whoever controls the part
//! that signs is stopped by no check of the signature further on; whoever manipulates what a person carries is let in by that person.

use std::collections::BTreeSet;

use super::graph::directions;
use crate::model::{ElementId, Kind, Model};

/// A flow of the data, in one direction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) flow: ElementId,
    /// The end it leaves.
    pub(super) from: ElementId,
    /// The end it comes to.
    pub(super) end: ElementId,
    /// The component or person at the end it leaves.
    pub(super) sender: ElementId,
    /// The component or person at the end it comes to.
    pub(super) receiver: ElementId,
    signed: bool,
}

/// A class of data that somebody vouches for.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) data: ElementId,
    pub(super) steps: Vec<Step>,
    /// Components that send it signed and get nothing that was signed before: the signature is made there.
    origins: Vec<ElementId>,
    /// People who get it and pass it on.
    pub(super) carriers: Vec<ElementId>,
}

impl Content {
    /// How a class of data is passed on; nothing where nobody vouches for it.
    pub(super) fn of(model: &Model, data: ElementId, mut is_signed: impl FnMut(ElementId) -> bool) -> Option<Self> {
        let mut steps = Vec::new();
        for flow in model.carried_by(data) {
            let Some(ends) = model.relations.ends(model, *flow) else { continue };
            let signed = is_signed(*flow);
            for (from, end) in directions(ends) {
                let (sender, receiver) = (model.component_of(from), model.component_of(end));
                steps.push(Step { flow: *flow, from, end, sender, receiver, signed });
            }
        }
        let gets: BTreeSet<ElementId> = steps.iter().map(|step| step.receiver).collect();
        let gets_signed = downstream(&steps);
        let (mut origins, mut carriers) = (Vec::new(), Vec::new());
        for step in &steps {
            let sender = step.sender;
            let kind = model.element(sender).kind;
            if step.signed && kind.is_component() && !gets_signed.contains(&sender) && !origins.contains(&sender) {
                origins.push(sender);
            }
            if kind == Kind::Actor && gets.contains(&sender) && !carriers.contains(&sender) {
                carriers.push(sender);
            }
        }
        (!origins.is_empty() || !carriers.is_empty()).then_some(Self { data, steps, origins, carriers })
    }

    /// Whether the sender of a step signs what it sends.
    pub(super) fn is_signed_by_sender(&self, step: &Step) -> bool {
        step.signed && self.origins.contains(&step.sender)
    }

    /// Whether somebody sends it on.
    pub(super) fn is_passed_on_by(&self, id: ElementId) -> bool {
        self.steps.iter().any(|step| step.sender == id)
    }
}

/// Whoever gets what was signed further back, by however many hands it went.
fn downstream(steps: &[Step]) -> BTreeSet<ElementId> {
    let mut open: Vec<ElementId> = steps.iter().filter(|step| step.signed).map(|step| step.receiver).collect();
    let mut found = BTreeSet::new();
    while let Some(at) = open.pop() {
        if found.insert(at) {
            open.extend(steps.iter().filter(|step| step.sender == at).map(|step| step.receiver));
        }
    }
    found
}
