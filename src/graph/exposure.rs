//! From where an attacker can get at an element directly.

use crate::model::{ElementId, Kind, KindSet, Model, SetId, Value};

/// The position of `physical`: the lowest but `internal`.
const PHYSICAL: u16 = 1;

/// The exposure of every element, as positions in the library's scale `exposure`.
#[derive(Debug, Clone, Default)]
pub struct Exposures {
    set: Option<SetId>,
    levels: Vec<u16>,
}

impl Exposures {
    /// Computes them: what an element says itself (`reach`), what its ports say, and the zones its flows come through.
    pub fn new(model: &Model) -> Self {
        let set = model.schema.set_named("exposure");
        let mut levels: Vec<u16> = vec![0; model.elements.len()];
        for (id, element) in model.iter() {
            if KindSet::DRAWN.contains(element.kind) && element.kind != Kind::Boundary {
                levels[id.index()] = own(model, id);
            }
        }
        for ends in &model.flows {
            let at_ports = [ends.source, ends.target].into_iter().filter(|end| model.element(*end).kind == Kind::Port);
            // who walks up to a screen or plugs in a stick is there in person, whatever network the room is in
            let by_person = [ends.source, ends.target].iter().any(|end| model.element(model.component_of(*end)).kind == Kind::Actor);
            let crossed = if by_person { Vec::new() } else { model.relations.between(ends.source, ends.target) };
            let outside = crossed.iter().map(|boundary| own(model, *boundary)).chain(by_person.then_some(PHYSICAL));
            let level = at_ports.map(|port| own(model, port)).chain(outside).max().unwrap_or(0).max(levels[ends.flow.index()]);
            levels[ends.flow.index()] = level;
            for end in [ends.source, ends.target] {
                raise(&mut levels, end, level);
            }
        }
        for (id, element) in model.iter().filter(|(_, element)| element.kind == Kind::Port) {
            let level = levels[id.index()];
            if let Some(owner) = element.parent {
                raise(&mut levels, owner, level);
            }
        }
        Self { set, levels }
    }

    /// The exposure of an element; nothing where the library has no such scale.
    pub fn of(&self, id: ElementId) -> Option<(SetId, u16)> {
        self.set.map(|set| (set, self.levels.get(id.index()).copied().unwrap_or(0)))
    }
}

fn raise(levels: &mut [u16], id: ElementId, level: u16) {
    let at = &mut levels[id.index()];
    *at = (*at).max(level);
}

fn own(model: &Model, id: ElementId) -> u16 {
    match model.value(id, "reach") {
        Some(Value::Symbol(_, at)) => *at,
        _ => 0,
    }
}
