//! Where an attacker can begin: on the Internet, on a network of one kind, within radio range, in person, with an accessory, in the supply
//! chain. Zones of one type are one position, so that their number does not grow with the model.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::graph::Exposures;
use crate::model::{ElementId, FlowEnds, Kind, Model, TypeId, Value};
use crate::rules::{Evaluator, RuleSet, Truth};

/// A position with what can be got at from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Position {
    /// What it is called in identities.
    pub id: String,
    /// What texts call it.
    pub name: String,
    /// Zones it stands for.
    pub zones: Vec<ElementId>,
    /// Flows that can be listened to, changed or imitated.
    pub flows: Vec<ElementId>,
    /// Ports that can be connected to.
    pub ports: Vec<ElementId>,
    /// Components that are in the attacker's hands.
    pub held: Vec<ElementId>,
}

/// What a position is made of: a step of the exposure, with the type of its zones; or a way to have a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    Internet,
    Network(Option<TypeId>),
    Radio,
    InPerson,
    Accessory,
    SupplyChain,
}

/// Definitions of the library by which a component is in an attacker's hands from the beginning.
const HELD: [(&str, Place); 2] = [("is_accessory", Place::Accessory), ("in_supply_chain", Place::SupplyChain)];

/// All positions from which something can be got at, from afar to near.
pub(super) fn positions(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Vec<Position> {
    let model = evaluator.model;
    let Some(reach) = Reach::new(model, evaluator.exposures) else { return Vec::new() };
    let mut found: IndexMap<Place, Position, FxBuildHasher> = IndexMap::default();
    for ends in &model.flows {
        for (place, zone) in reach.of_flow(ends) {
            let position = found.entry(place).or_default();
            position.flows.push(ends.flow);
            add(&mut position.zones, zone);
        }
    }
    for port in model.of_kind(Kind::Port) {
        for (place, zone) in reach.of_port(port) {
            let position = found.entry(place).or_default();
            position.ports.push(port);
            add(&mut position.zones, zone);
        }
    }
    for (id, element) in model.iter().filter(|(id, element)| element.kind.is_component() && model.is_shown(*id)) {
        for (definition, place) in HELD {
            let Some((number, _)) = rules.table.find(element.kind, definition) else { continue };
            if evaluator.ask(&rules.defines[number as usize].value, id).0 == Truth::Yes {
                found.entry(place).or_default().held.push(id);
            }
        }
    }
    let mut all: Vec<(Place, Position)> = found.into_iter().collect();
    all.sort_by_key(|(place, _)| place.rank());
    all.into_iter().map(|(place, position)| Position { id: place.id(model), name: place.name(model), ..position }).collect()
}

fn add(zones: &mut Vec<ElementId>, zone: Option<ElementId>) {
    if let Some(zone) = zone.filter(|zone| !zones.contains(zone)) {
        zones.push(zone);
    }
}

impl Place {
    fn rank(self) -> (u8, usize) {
        match self {
            Self::Internet => (0, 0),
            Self::Network(of) => (1, of.map_or(0, |of| of.index() + 1)),
            Self::Radio => (2, 0),
            Self::InPerson => (3, 0),
            Self::Accessory => (4, 0),
            Self::SupplyChain => (5, 0),
        }
    }

    fn id(self, model: &Model) -> String {
        match self {
            Self::Internet => "internet".to_owned(),
            Self::Network(Some(of)) => format!("network.{}", model.type_of(of).name),
            Self::Network(None) => "network".to_owned(),
            Self::Radio => "radio".to_owned(),
            Self::InPerson => "in_person".to_owned(),
            Self::Accessory => "accessory".to_owned(),
            Self::SupplyChain => "supply_chain".to_owned(),
        }
    }

    fn name(self, model: &Model) -> String {
        match self {
            Self::Internet => "on the Internet".to_owned(),
            Self::Network(Some(of)) => format!("on a connected network ({})", model.type_title(of)),
            Self::Network(None) => "on a connected network".to_owned(),
            Self::Radio => "within radio range".to_owned(),
            Self::InPerson => "with physical access".to_owned(),
            Self::Accessory => "in the place of an accessory".to_owned(),
            Self::SupplyChain => "in the supply chain or in production".to_owned(),
        }
    }
}

/// Reads the scale `exposure`.
struct Reach<'m> {
    model: &'m Model,
    exposures: &'m Exposures,
    physical: u16,
    adjacent: u16,
    network: u16,
    internet: u16,
}

impl<'m> Reach<'m> {
    fn new(model: &'m Model, exposures: &'m Exposures) -> Option<Self> {
        let scale = model.schema.set(model.schema.set_named("exposure")?);
        let [physical, adjacent, network, internet] =
            ["physical", "adjacent", "network", "internet"].map(|name| scale.position(name));
        Some(Self { model, exposures, physical: physical?, adjacent: adjacent?, network: network?, internet: internet? })
    }

    fn own(&self, id: ElementId) -> u16 {
        if let Some(Value::Symbol(_, at)) = self.model.value(id, "reach") { *at } else { 0 }
    }

    /// From where the traffic of a flow can be got at, and in which zone.
    fn of_flow(&self, ends: &FlowEnds) -> Vec<(Place, Option<ElementId>)> {
        let level = self.exposures.of(ends.flow).map_or(0, |(_, at)| at);
        let relations = &self.model.relations;
        if level < self.network {
            let mut places = self.nearby(level);
            places.extend(self.zone_within(ends).map(|zone| self.in_zone(zone)));
            return distinct(places);
        }
        let crossed = relations.between(ends.source, ends.target);
        let mut zones: Vec<ElementId> = crossed.into_iter().filter(|zone| self.own(*zone) >= self.network).collect();
        // between two zones the traffic crosses the network that they share; what stays within a zone on the Internet is not thereby out there
        let shared =
            self.innermost_of(relations.boundaries_of(ends.source), |zone| relations.boundaries_of(ends.target).contains(zone));
        zones.extend(shared.filter(|zone| zones.is_empty() || self.own(*zone) < self.internet));
        if zones.is_empty() {
            zones.extend(self.innermost(ends.source));
        }
        let mut places: Vec<(Place, Option<ElementId>)> = Vec::new();
        if level >= self.internet && !zones.iter().any(|zone| self.own(*zone) >= self.internet) {
            places.push((Place::Internet, None));
        }
        places.extend(zones.iter().map(|zone| self.in_zone(*zone)));
        if places.is_empty() {
            places.push((Place::Network(None), None));
        }
        for end in [ends.source, ends.target] {
            places.extend(self.on_the_spot(end));
        }
        distinct(places)
    }

    /// The network that both ends stand in with nothing around them in between, if what they say goes over it.
    fn zone_within(&self, ends: &FlowEnds) -> Option<ElementId> {
        let around = |end: ElementId| self.model.relations.boundaries_of(end).last().copied();
        let zone = around(ends.source).filter(|zone| around(ends.target) == Some(*zone))?;
        let over_network = ends.protocol.is_some_and(|of| self.model.runs_on(of, "ip") && !self.model.runs_on(of, "local"));
        (over_network && self.own(zone) == self.network).then_some(zone)
    }

    /// From where a port can be connected to. A flow over it does not make it one that strangers can call.
    fn of_port(&self, port: ElementId) -> Vec<(Place, Option<ElementId>)> {
        let own = self.own(port);
        let mut places = if own >= self.network {
            match self.innermost(port) {
                Some(zone) => vec![self.in_zone(zone)],
                None if own >= self.internet => vec![(Place::Internet, None)],
                None => vec![(Place::Network(None), None)],
            }
        } else {
            self.nearby(own)
        };
        places.extend(self.on_the_spot(port));
        distinct(places)
    }

    /// Beside the network, how one gets at a port and at the cable or radio on it: by hand, or within range.
    fn on_the_spot(&self, port: ElementId) -> impl Iterator<Item = (Place, Option<ElementId>)> {
        let by_hand = self.model.bool(port, "pluggable") == Some(true);
        let by_radio = self.own(port) >= self.adjacent && self.model.symbol(port, "medium") == Some("wireless");
        let places = [(by_radio, Place::Radio), (by_hand, Place::InPerson)];
        places.into_iter().filter(|(is_so, _)| *is_so).map(|(_, place)| (place, None))
    }

    fn nearby(&self, level: u16) -> Vec<(Place, Option<ElementId>)> {
        match level {
            at if at >= self.adjacent => vec![(Place::Radio, None)],
            at if at >= self.physical => vec![(Place::InPerson, None)],
            _ => Vec::new(),
        }
    }

    fn in_zone(&self, zone: ElementId) -> (Place, Option<ElementId>) {
        let internet = self.own(zone) >= self.internet;
        let place = if internet { Place::Internet } else { Place::Network(self.model.element(zone).type_id) };
        (place, Some(zone))
    }

    /// The nearest zone around an element that is on a network.
    fn innermost(&self, id: ElementId) -> Option<ElementId> {
        self.innermost_of(self.model.relations.boundaries_of(id), |_| true)
    }

    fn innermost_of(&self, around: &[ElementId], counts: impl Fn(&ElementId) -> bool) -> Option<ElementId> {
        around.iter().rev().copied().filter(counts).find(|zone| self.own(*zone) >= self.network)
    }
}

/// One entry a place.
fn distinct(places: Vec<(Place, Option<ElementId>)>) -> Vec<(Place, Option<ElementId>)> {
    let mut distinct: Vec<(Place, Option<ElementId>)> = Vec::new();
    for (place, zone) in places {
        if !distinct.iter().any(|(known, _)| *known == place) {
            distinct.push((place, zone));
        }
    }
    distinct
}
