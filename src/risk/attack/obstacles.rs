//! What hinders an attacker at an element: the factors that hold there, those that do not, and those nobody has said enough about.

use super::super::assess::{holds, protections, provided};
use crate::findings::is_about;
use crate::findings::{Backing, Guarantee};
use crate::model::{ElementId, Kind, Model};
use crate::rules::{Evaluator, Factor, RuleSet, Truth};

/// How an obstacle stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is there: by these controls, by a type, protocol or boundary, or by the structure of the model.
    There(Vec<ElementId>, Option<Guarantee>),
    /// It is claimed, with nothing behind it.
    Claimed,
    /// Nobody has said.
    Unknown,
    /// It is not there.
    Missing,
}

/// A factor at an element that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The element of the factor.
    pub factor: ElementId,
    /// Where it would stand.
    pub element: ElementId,
    /// Whether it does.
    pub standing: Standing,
    /// How much it hinders an outsider and a peer, where it stands.
    pub hinders: [u32; 2],
    /// Whether it hinders by structure and protects nothing.
    pub structural: bool,
}

/// The factors that hinder, by the kind of element they are about.
pub(super) struct Obstacles<'m> {
    by_kind: Vec<Vec<(&'m Factor, bool)>>,
}

impl<'m> Obstacles<'m> {
    pub(super) fn new(model: &Model, rules: &'m RuleSet) -> Self {
        let of_kind = |kind: &Kind| {
            let about = rules.factors.iter().filter(|factor| factor.hinders != [0, 0] && factor.domain.kinds.contains(*kind));
            about.map(|factor| (factor, model.bool(factor.id, "structural") == Some(true))).collect()
        };
        Self { by_kind: Kind::ALL.iter().map(of_kind).collect() }
    }

    /// What there is, and what there could be, at an element, in the order of declaration.
    pub(super) fn at(&self, evaluator: &mut Evaluator<'m>, element: ElementId) -> Vec<Obstacle> {
        let model = evaluator.model;
        let mut found = Vec::new();
        for (factor, structural) in &self.by_kind[model.element(element).kind as usize] {
            if !is_about(model, factor.domain, element) || is_out(evaluator, factor, element) {
                continue;
            }
            let standing = standing(evaluator, factor, element);
            found.push(Obstacle { factor: factor.id, element, standing, hinders: factor.hinders, structural: *structural });
        }
        found
    }
}

/// Whether the `where` of a factor leaves an element out, so that it could not even be missing there.
fn is_out(evaluator: &mut Evaluator<'_>, factor: &Factor, element: ElementId) -> bool {
    factor.filter.as_ref().is_some_and(|filter| evaluator.ask(filter, element).0 != Truth::Yes)
}

fn standing(evaluator: &mut Evaluator<'_>, factor: &Factor, element: ElementId) -> Standing {
    let model = evaluator.model;
    let (truth, facts) = holds(evaluator, factor, element);
    match truth {
        Truth::No => Standing::Missing,
        Truth::Unknown => Standing::Unknown,
        Truth::Yes => {
            let protecting = protections(model, &facts);
            let backing = Backing::of(model, &protecting);
            if !backing.claimed.is_empty() {
                return Standing::Claimed;
            }
            let mut controls = Vec::new();
            for control in provided(model, &facts, &backing) {
                if !controls.contains(&control) {
                    controls.push(control);
                }
            }
            Standing::There(controls, backing.guaranteed.first().copied())
        }
    }
}

impl Obstacle {
    /// How much it hinders whoever holds neither end, or whoever sends.
    pub fn resistance(&self, by_peer: bool) -> u32 {
        match self.standing {
            Standing::There(..) => self.hinders[usize::from(by_peer)],
            Standing::Claimed | Standing::Unknown | Standing::Missing => 0,
        }
    }

    /// Whether it would hinder, if it stood.
    pub fn would_hinder(&self, by_peer: bool) -> bool {
        self.hinders[usize::from(by_peer)] > 0
    }
}
