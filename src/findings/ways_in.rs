//! Through which ports an element is reached from outside its device: its own, and those that lead to it over flows.

use std::collections::VecDeque;

use crate::model::{Direction, ElementId, Kind, Model, Value};

/// How what is got at leads to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayIn {
    /// It is the element.
    Itself,
    /// It is a port of the element that lets something in.
    OwnPort,
    /// Something enters there from outside and gets to the element over these flows, in this order.
    Over(Vec<ElementId>),
}

/// Where an element is got at: the element first, its own ports next, then what is farther away; each once.
pub(super) fn ways_in(model: &Model, element: ElementId) -> Vec<(ElementId, WayIn)> {
    let own = model.ports_of(element).iter().copied().filter(|port| lets_in(model, *port)).map(|port| (port, WayIn::OwnPort));
    let mut ways: Vec<(ElementId, WayIn)> = std::iter::once((element, WayIn::Itself)).chain(own).collect();
    let Some(shell) = shell(model, element) else { return ways };
    let inside = Inside::new(model, shell);
    let mut seen = vec![element];
    let mut queue = VecDeque::from([(element, Vec::new())]);
    while let Some((place, over)) = queue.pop_front() {
        for flow in model.inbound(place) {
            let Some(ends) = model.relations.ends(model, *flow) else { continue };
            let arrives = ends.target == place || model.component_of(ends.target) == place;
            let from = if arrives { ends.source } else { ends.target };
            let next = place_of(model, from);
            let passes = model.bool(next, "forwards") != Some(false);
            if !inside.holds(from) || !passes || seen.contains(&next) {
                continue;
            }
            seen.push(next);
            let over: Vec<ElementId> = std::iter::once(*flow).chain(over.iter().copied()).collect();
            ways.extend(inside.entries(next).into_iter().map(|at| (at, WayIn::Over(over.clone()))));
            queue.push_back((next, over));
        }
    }
    ways
}

/// The device around an element: the outermost boundary that is one; without any, the nearest boundary.
fn shell(model: &Model, element: ElementId) -> Option<ElementId> {
    let around = std::iter::successors(model.element(element).parent, |id| model.element(*id).parent);
    let boundaries: Vec<ElementId> = around.filter(|id| model.element(*id).kind == Kind::Boundary).collect();
    let device = boundaries.iter().rev().find(|id| model.bool(**id, "device") == Some(true));
    device.or(boundaries.first()).copied()
}

/// A component, or a port of a boundary, which passes on what it gets.
fn place_of(model: &Model, end: ElementId) -> ElementId {
    let owner = model.component_of(end);
    if model.element(owner).kind == Kind::Boundary { end } else { owner }
}

/// What a boundary holds.
struct Inside<'m> {
    model: &'m Model,
    shell: ElementId,
    holds: Vec<bool>,
}

impl<'m> Inside<'m> {
    fn new(model: &'m Model, shell: ElementId) -> Self {
        let mut holds = vec![false; model.elements.len()];
        for id in model.contents(shell) {
            holds[id.index()] = true;
        }
        Self { model, shell, holds }
    }

    fn holds(&self, id: ElementId) -> bool {
        let owner = self.model.component_of(id);
        self.holds[id.index()] || self.holds[owner.index()] || owner == self.shell
    }

    /// Where something enters a place from outside: at ports, or at the component itself where a flow ends there.
    fn entries(&self, place: ElementId) -> Vec<ElementId> {
        let (model, port) = (self.model, self.model.element(place).kind == Kind::Port);
        let ends: Vec<ElementId> =
            if port { vec![place] } else { std::iter::once(place).chain(model.ports_of(place).iter().copied()).collect() };
        let entered = |end: &ElementId| {
            let mut flows = model.inbound(*end).iter().filter_map(|flow| model.relations.ends(model, *flow));
            let outside = flows.any(|ends| {
                let here = ends.target == *end || ends.two_way && ends.source == *end;
                here && !self.holds(if ends.target == *end { ends.source } else { ends.target })
            });
            let is_port = model.element(*end).kind == Kind::Port;
            outside || is_port && model.direction(*end) == Direction::None && lets_in(model, *end)
        };
        ends.into_iter().filter(entered).collect()
    }
}

/// Whether something gets in at a port: what flows bring, or what anyone can plug in where nothing is meant to be connected and the port is
/// not switched off.
fn lets_in(model: &Model, port: ElementId) -> bool {
    match model.direction(port) {
        Direction::Incoming | Direction::Both => true,
        Direction::Outgoing => false,
        Direction::None => !is_off(model, port),
    }
}

/// Whether a port is switched off as shipped.
fn is_off(model: &Model, port: ElementId) -> bool {
    matches!(model.value(port, "default"), Some(Value::Symbol(set, at)) if matches!(model.schema.set(*set).name_at(*at), "disabled" | "removed"))
}
