//! The order in which flows follow from each other: who sends has received before, as far as that is possible.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::model::{ElementId, Kind, Value};

/// Stories of more messages stay in the order of declaration: nobody reads them as a story, and each message is held against all others.
const MOST: usize = 100;

/// A flow between components.
#[derive(Debug, Clone, Copy)]
struct Move {
    flow: ElementId,
    from: ElementId,
    to: ElementId,
    /// An exchange in which either side may be the one that gives.
    both: bool,
    /// The step of an update that the receiver stands for; later than all where it stands for none.
    step: u16,
}

impl Move {
    fn gives_to(self, id: ElementId) -> bool {
        self.to == id || (self.both && self.from == id)
    }

    fn comes_from(self, id: ElementId) -> bool {
        self.from == id || (self.both && self.to == id)
    }
}

impl Writer<'_> {
    /// The flows, each after those whose content it can pass on; what begins anew comes in the order of declaration, or by steps of an update.
    pub(super) fn in_order(&self, flows: Vec<ElementId>, by_step: bool) -> Vec<ElementId> {
        if flows.len() > MOST {
            return flows;
        }
        let mut waiting: Vec<Move> = flows.into_iter().filter_map(|flow| self.moved(flow, by_step)).collect();
        let mut told: Vec<ElementId> = Vec::with_capacity(waiting.len());
        let mut has: IndexSet<ElementId, FxBuildHasher> = IndexSet::default();
        let mut last: Option<ElementId> = None;
        let receivers: Vec<Move> = waiting.clone();
        let begins = |one: &Move| !receivers.iter().any(|other| other.flow != one.flow && other.gives_to(one.from));
        while !waiting.is_empty() {
            let free: Vec<bool> = waiting.iter().map(|one| !awaits(*one, &waiting)).collect();
            let follows = |one: &Move| last.is_some_and(|last| one.comes_from(last));
            let received = |one: &Move| has.contains(&one.from) || (one.both && has.contains(&one.to));
            let first = |wanted: &dyn Fn(usize, &Move) -> bool| {
                let fitting = waiting.iter().enumerate().filter(|(at, one)| wanted(*at, one));
                fitting.min_by_key(|(at, one)| (one.step, *at)).map(|(at, _)| at)
            };
            let next = first(&|at, one| free[at] && follows(one))
                .or_else(|| first(&|at, one| free[at] && received(one)))
                .or_else(|| first(&|_, one| begins(one)))
                .or_else(|| first(&|at, _| free[at] && !by_step))
                .or_else(|| first(&|_, one| follows(one)))
                .or_else(|| first(&|_, one| received(one)))
                .unwrap_or(0);
            let one = waiting.remove(next);
            let arrives = if one.both && last == Some(one.to) { one.from } else { one.to };
            has.extend([one.from, arrives]);
            last = Some(arrives);
            told.push(one.flow);
        }
        told
    }

    fn moved(&self, flow: ElementId, by_step: bool) -> Option<Move> {
        let ends = self.model.relations.ends(self.model, flow)?;
        let [source, target] = [ends.source, ends.target].map(|end| self.model.component_of(end));
        if !by_step {
            return Some(Move { flow, from: source, to: target, both: ends.two_way, step: 0 });
        }
        let (from, to) = self.given(source, target, ends.two_way);
        Some(Move { flow, from, to, both: false, step: self.stated_step(to).unwrap_or(u16::MAX) })
    }

    /// Of an exchange of software, who asks for it receives it: the side that stands for the later step.
    pub(super) fn given(&self, source: ElementId, target: ElementId, two_way: bool) -> (ElementId, ElementId) {
        if two_way && self.step_of(source) > self.step_of(target) { (target, source) } else { (source, target) }
    }

    fn step_of(&self, id: ElementId) -> Option<u16> {
        // what keeps a key gives it to whoever signs or verifies with it
        let keeper = (self.model.element(id).kind == Kind::Store).then_some(0);
        self.stated_step(id).or(keeper)
    }

    fn stated_step(&self, id: ElementId) -> Option<u16> {
        match self.model.value(id, "update_step") {
            Some(Value::Symbol(_, at)) => Some(*at),
            _ => None,
        }
    }
}

/// Whether another flow still brings something to the sender, and does not itself follow from this one.
fn awaits(one: Move, waiting: &[Move]) -> bool {
    let sender = |other: &Move| other.gives_to(one.from) || (one.both && other.gives_to(one.to));
    let before = waiting.iter().filter(|other| other.flow != one.flow && sender(other) && other.from != other.to);
    before.into_iter().any(|other| !follows_from(*other, one, waiting))
}

fn follows_from(later: Move, earlier: Move, waiting: &[Move]) -> bool {
    let mut reached = vec![earlier.to];
    if earlier.both {
        reached.push(earlier.from);
    }
    let mut at = 0;
    while at < reached.len() {
        let place = reached[at];
        for one in waiting.iter().filter(|one| one.flow != earlier.flow && one.comes_from(place)) {
            if one.flow == later.flow {
                return true;
            }
            let to = if one.both && one.to == place { one.from } else { one.to };
            if !reached.contains(&to) {
                reached.push(to);
            }
        }
        at += 1;
    }
    false
}
