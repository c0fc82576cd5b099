//! From where an attacker can get at an element directly.

use crate::model::{ElementId, FlowEnds, Kind, KindSet, Model, SetId, Value};

/// The position of `physical`: the lowest but `internal`.
const PHYSICAL: u16 = 1;

/// The position of `network`.
const NETWORK: u16 = 3;

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
            let level = flow_level(model, ends).max(levels[ends.flow.index()]);
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

/// From where the traffic of a flow can be got at: its ports, and the zones it leads through if it is on a network.
fn flow_level(model: &Model, ends: &FlowEnds) -> u16 {
    let both = [ends.source, ends.target];
    let at_ports = both.iter().filter(|end| model.element(**end).kind == Kind::Port).map(|port| own(model, *port)).max();
    // who walks up to a screen is there in person, whatever network the room is in; so is whoever plugs in a cable or a stick
    if both.iter().any(|end| model.element(model.component_of(*end)).kind == Kind::Actor) {
        return at_ports.unwrap_or(0).max(PHYSICAL);
    }
    if let Some(level) = at_ports.filter(|level| *level > 0 && *level < NETWORK) {
        return level;
    }
    let crossed = model.relations.between(ends.source, ends.target);
    crossed.iter().map(|boundary| own(model, *boundary)).max().unwrap_or(0).max(at_ports.unwrap_or(0))
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
