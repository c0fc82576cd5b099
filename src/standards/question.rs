//! The question of a form answered by what the model says: yes, no, or nothing at all.

use super::assess::{Standing, asks_for_one, assess, elements_of};
use crate::model::ElementId;
use crate::rules::{Clause, Evaluator, FactUse, Ir, Need};

/// What a check says of a question, and of which elements it says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Derived {
    /// Yes, no, or not stated.
    pub answer: Option<bool>,
    /// Elements of which the check holds.
    pub holding: Vec<ElementId>,
    /// Elements of which it is stated not to hold.
    pub failing: Vec<ElementId>,
    /// Elements of which nobody has said, each with the facts that are missing.
    pub open: Vec<(ElementId, Vec<Need>)>,
}

impl Derived {
    /// The elements the answer rests on.
    pub fn grounds(&self) -> &[ElementId] {
        match self.answer {
            Some(true) => &self.holding,
            Some(false) => &self.failing,
            None => &[],
        }
    }
}

/// Asks the check of a clause of every element. Without elements there is no answer: what is not in the model may still be in the device.
pub fn derive(evaluator: &mut Evaluator<'_>, clause: &Clause) -> Derived {
    let Some(satisfied) = &clause.satisfied else { return Derived::default() };
    let mut derived = Derived::default();
    let one_is_enough = asks_for_one(evaluator.model, clause);
    for element in elements_of(evaluator.model, clause) {
        match assess(evaluator, clause, element) {
            Some(Standing::Satisfied) => derived.holding.push(element),
            Some(Standing::Gap) => fails(&mut derived, evaluator, satisfied, element),
            Some(Standing::Aside) if one_is_enough => fails(&mut derived, evaluator, satisfied, element),
            Some(Standing::Question { needs, .. }) => derived.open.push((element, needs)),
            Some(Standing::Aside) | None => {}
        }
    }
    let denies = evaluator.model.bool(clause.id, "denies") != Some(false);
    let (some, others, open) = (!derived.holding.is_empty(), !derived.failing.is_empty(), !derived.open.is_empty());
    derived.answer = match (one_is_enough, some, others) {
        (true, true, _) => Some(true),
        (true, false, true) => (denies && !open).then_some(false),
        (false, _, true) => denies.then_some(false),
        (false, true, false) => (!open).then_some(true),
        (_, false, false) => None,
    };
    derived
}

/// A check that fails because something is unsaid says nothing; what has a value where nobody says is not unsaid.
fn fails(derived: &mut Derived, evaluator: &mut Evaluator<'_>, satisfied: &Ir, element: ElementId) {
    let schema = &evaluator.model.schema;
    let (_, facts) = evaluator.explain(satisfied, element);
    let unsaid: Vec<Need> = facts
        .into_iter()
        .filter_map(|fact| match fact {
            FactUse::Unstated(id, attribute) => schema.info(attribute).unset.is_none().then_some((id, attribute)),
            FactUse::Stated(..) | FactUse::Derived(..) => None,
        })
        .collect();
    match unsaid.is_empty() {
        true => derived.failing.push(element),
        false => derived.open.push((element, unsaid)),
    }
}
