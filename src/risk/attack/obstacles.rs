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

/// What an attacker has on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Neither end.
    Outsider,
    /// The part that sends, with the keys and logins kept there.
    Peer,
    /// Content that was manipulated before its origin vouched for it.
    Origin,
}

impl Stance {
    /// All of them, in the order in which sums are kept.
    pub(super) const ALL: [Self; 3] = [Self::Outsider, Self::Peer, Self::Origin];
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
    /// Whether the origin of the content gives it, so that it stops nobody who controls that.
    pub by_origin: bool,
}

/// A factor that hinders, and how.
#[derive(Clone, Copy)]
struct Hindrance<'m> {
    factor: &'m Factor,
    structural: bool,
    by_origin: bool,
}

/// The factors that hinder, by the kind of element they are about.
pub(super) struct Obstacles<'m> {
    by_kind: Vec<Vec<Hindrance<'m>>>,
}

impl<'m> Obstacles<'m> {
    pub(super) fn new(model: &Model, rules: &'m RuleSet) -> Self {
        let of_kind = |kind: &Kind| {
            let about = rules.factors.iter().filter(|factor| factor.hinders != [0, 0] && factor.domain.kinds.contains(*kind));
            let is = |factor: &Factor, attribute| model.bool(factor.id, attribute) == Some(true);
            about
                .map(|factor| Hindrance { factor, structural: is(factor, "structural"), by_origin: is(factor, "by_origin") })
                .collect()
        };
        Self { by_kind: Kind::ALL.iter().map(of_kind).collect() }
    }

    /// What there is, and what there could be, at an element, in the order of declaration.
    pub(super) fn at(&self, evaluator: &mut Evaluator<'m>, element: ElementId) -> Vec<Obstacle> {
        let model = evaluator.model;
        let mut found = Vec::new();
        for Hindrance { factor, structural, by_origin } in self.by_kind[model.element(element).kind as usize].iter().copied() {
            if !is_about(model, factor.domain, element) {
                continue;
            }
            // where nobody has said whether it could stand there, nobody has said whether it does
            let standing = match factor.filter.as_ref().map_or(Truth::Yes, |filter| evaluator.ask(filter, element).0) {
                Truth::No => continue,
                Truth::Unknown => Standing::Unknown,
                Truth::Yes => standing(evaluator, factor, element),
            };
            found.push(Obstacle { factor: factor.id, element, standing, hinders: factor.hinders, structural, by_origin });
        }
        found
    }
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
    /// How much it hinders.
    pub fn resistance(&self, stance: Stance) -> u32 {
        match self.standing {
            Standing::There(..) => self.would_add(stance),
            Standing::Claimed | Standing::Unknown | Standing::Missing => 0,
        }
    }

    /// Whether it would hinder, if it stood.
    pub fn would_hinder(&self, stance: Stance) -> bool {
        self.would_add(stance) > 0
    }

    fn would_add(&self, stance: Stance) -> u32 {
        match stance {
            Stance::Outsider => self.hinders[0],
            Stance::Origin if self.by_origin => 0,
            Stance::Peer | Stance::Origin => self.hinders[1],
        }
    }
}
