//! From where an attacker can get at an element directly.

use crate::model::{ElementId, FlowEnds, Kind, KindSet, Model, SetId, Value};

/// A position in the library's scale `exposure`, and the element that says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Level {
    at: u16,
    from: Option<ElementId>,
}

impl Level {
    /// The higher of two; the first where they are equal.
    fn or_higher(self, other: Self) -> Self {
        if other.at > self.at { other } else { self }
    }
}

/// The exposure of every element, as positions in the library's scale `exposure`.
#[derive(Debug, Clone, Default)]
pub struct Exposures {
    set: Option<SetId>,
    levels: Vec<Level>,
}

/// What is read off the model: the scale, and where two of its values stand.
struct Scale<'m> {
    model: &'m Model,
    physical: u16,
    network: u16,
}

impl Exposures {
    /// Computes them: what an element says itself (`reach`), what its ports say, and the zones its flows come through.
    pub fn new(model: &Model) -> Self {
        let set = model.schema.set_named("exposure");
        let position = |name: &str| set.and_then(|set| model.schema.set(set).position(name)).unwrap_or(0);
        let scale = Scale { model, physical: position("physical"), network: position("network") };
        let mut levels: Vec<Level> = vec![Level::default(); model.elements.len()];
        for (id, element) in model.iter() {
            if KindSet::DRAWN.contains(element.kind) && element.kind != Kind::Boundary {
                levels[id.index()] = scale.own(id);
            }
        }
        for ends in &model.flows {
            let level = scale.of_flow(ends).or_higher(levels[ends.flow.index()]);
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
        self.set.map(|set| (set, self.levels.get(id.index()).map_or(0, |level| level.at)))
    }

    /// The element whose `reach`, or whose being a person, makes an element as exposed as it is; nothing where no one says anything.
    pub fn because_of(&self, id: ElementId) -> Option<ElementId> {
        self.levels.get(id.index()).and_then(|level| level.from)
    }
}

impl Scale<'_> {
    /// From where the traffic of a flow can be got at: its ports, and the zones it leads through if it is on a network.
    fn of_flow(&self, ends: &FlowEnds) -> Level {
        let model = self.model;
        let both = [ends.source, ends.target];
        let ports = both.into_iter().filter(|end| model.element(*end).kind == Kind::Port);
        let at_ports = ports.map(|port| self.own(port)).fold(Level::default(), Level::or_higher);
        // who walks up to a screen is there in person, whatever network the room is in; so is whoever plugs in a cable or a stick; but who
        // comes by a network port comes through the zones in between, like everybody else
        let people = both.into_iter().map(|end| model.component_of(end)).find(|end| model.element(*end).kind == Kind::Actor);
        if let Some(person) = people.filter(|_| at_ports.at < self.network) {
            return at_ports.or_higher(Level { at: self.physical, from: Some(person) });
        }
        if at_ports.at > 0 && at_ports.at < self.network {
            return at_ports;
        }
        let crossed = model.relations.between(ends.source, ends.target);
        crossed.iter().map(|boundary| self.own(*boundary)).fold(at_ports, Level::or_higher)
    }

    fn own(&self, id: ElementId) -> Level {
        match self.model.value(id, "reach") {
            Some(Value::Symbol(_, at)) => Level { at: *at, from: Some(id) },
            _ => Level::default(),
        }
    }
}

fn raise(levels: &mut [Level], id: ElementId, level: Level) {
    let at = &mut levels[id.index()];
    *at = at.or_higher(level);
}
