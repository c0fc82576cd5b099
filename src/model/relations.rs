//! What follows from nesting, `members`, flows and controls, computed once after the model is resolved.

use std::sync::OnceLock;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::element::{Element, FlowEnds};
use super::ids::{ElementId, ZoneId};
use super::kind::Kind;
use super::resolved::Model;
use super::value::Value;

/// Lists of elements, one for each element, in one piece of memory.
#[derive(Debug, Clone, Default)]
struct Lists {
    starts: Vec<u32>,
    items: Vec<ElementId>,
}

impl Lists {
    /// From pairs of owner and item; an owner's items keep their order.
    fn new(count: usize, pairs: &[(ElementId, ElementId)]) -> Self {
        let mut starts = vec![0u32; count + 1];
        for (owner, _) in pairs {
            starts[owner.index() + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut items = vec![ElementId(0); pairs.len()];
        for (owner, item) in pairs {
            let at = &mut next[owner.index()];
            items[*at as usize] = *item;
            *at += 1;
        }
        Self { starts, items }
    }

    fn of(&self, owner: ElementId) -> &[ElementId] {
        match (self.starts.get(owner.index()), self.starts.get(owner.index() + 1)) {
            (Some(start), Some(end)) => &self.items[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

/// Structure of the model. Every list is in the order of declaration.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    children: Lists,
    /// Flows that touch an element or, for a component, one of its ports.
    flows: Lists,
    controls: Lists,
    protects: Lists,
    counting: Vec<bool>,
    zone_of: Vec<ZoneId>,
    zones: Vec<Vec<ElementId>>,
    flow_index: Vec<u32>,
    /// The other way round, for those who ask: what stands in a boundary, which flows carry data, which stores hold it.
    contents: OnceLock<Lists>,
    carried_by: OnceLock<Lists>,
    held_by: OnceLock<Lists>,
    inbound: OnceLock<Lists>,
    outbound: OnceLock<Lists>,
    ports: OnceLock<Lists>,
    pub(crate) any_boundary_provides: bool,
    pub(crate) renamed: IndexMap<String, ElementId, FxBuildHasher>,
}

impl Relations {
    /// Computes them. The model's elements and flows must be complete.
    pub(crate) fn new(model: &Model) -> Self {
        let count = model.elements.len();
        let nested: Vec<_> = model.iter().filter_map(|(id, element)| element.parent.map(|parent| (parent, id))).collect();
        let mut relations = Self { children: Lists::new(count, &nested), ..Self::default() };
        relations.flow_index = vec![u32::MAX; count];
        for (at, ends) in model.flows.iter().enumerate() {
            relations.flow_index[ends.flow.index()] = at as u32;
        }
        relations.flows = Lists::new(count, &touching(model));
        relations.counting = model.iter().map(|(id, element)| element.kind == Kind::Control && counts(model, id)).collect();
        relations.find_controls(model);
        relations.find_zones(model);
        relations.any_boundary_provides = model.of_kind(Kind::Boundary).any(|id| model.provides_anything(id));
        relations.renamed = model
            .iter()
            .filter_map(|(id, _)| match model.own(id, "was") {
                Some(Value::Text(was)) => Some((was.to_string(), id)),
                _ => None,
            })
            .collect();
        relations
    }

    /// What is declared directly inside an element.
    pub fn children(&self, id: ElementId) -> &[ElementId] {
        self.children.of(id)
    }

    /// Flows that end at an element or at one of its ports.
    pub fn flows_of(&self, id: ElementId) -> &[ElementId] {
        self.flows.of(id)
    }

    /// Controls on an element; for a flow also those on the ports it ends at.
    pub fn controls_of(&self, id: ElementId) -> &[ElementId] {
        self.controls.of(id)
    }

    /// Elements that name a control.
    pub fn protected_by(&self, control: ElementId) -> &[ElementId] {
        self.protects.of(control)
    }

    /// Whether a control is implemented or verified.
    pub fn counts(&self, control: ElementId) -> bool {
        self.counting.get(control.index()).copied().unwrap_or(false)
    }

    /// Boundaries around an element, outermost first; the element itself is not among them.
    pub fn boundaries_of(&self, id: ElementId) -> &[ElementId] {
        self.zone_of.get(id.index()).map_or(&[], |zone| &self.zones[zone.index()])
    }

    /// The ends of a flow.
    pub fn ends<'m>(&self, model: &'m Model, flow: ElementId) -> Option<&'m FlowEnds> {
        self.flow_index.get(flow.index()).and_then(|at| model.flows.get(*at as usize))
    }

    /// Whether two elements stand in the same boundaries.
    pub fn same_zone(&self, a: ElementId, b: ElementId) -> bool {
        self.zone_of[a.index()] == self.zone_of[b.index()]
    }

    /// Boundaries that hold one of two elements and not the other.
    pub fn between(&self, a: ElementId, b: ElementId) -> Vec<ElementId> {
        if self.same_zone(a, b) {
            return Vec::new();
        }
        let (around_a, around_b) = (self.boundaries_of(a), self.boundaries_of(b));
        let only = |one: &[ElementId], other: &[ElementId]| -> Vec<ElementId> {
            one.iter().filter(|boundary| !other.contains(boundary)).copied().collect()
        };
        let mut crossed = only(around_a, around_b);
        crossed.extend(only(around_b, around_a));
        crossed
    }

    fn find_controls(&mut self, model: &Model) {
        let named = |id| model.references(id, "controls").into_iter().map(move |control| (id, control));
        let mut pairs: Vec<(ElementId, ElementId)> =
            model.iter().filter(|(_, element)| is_drawn(element.kind)).flat_map(|(id, _)| named(id)).collect();
        let protects: Vec<_> = pairs.iter().map(|(id, control)| (*control, *id)).collect();
        self.protects = Lists::new(model.elements.len(), &protects);
        if !pairs.is_empty() {
            let direct = Lists::new(model.elements.len(), &pairs);
            for ends in &model.flows {
                let ports = [ends.source, ends.target].into_iter().filter(|end| model.element(*end).kind == Kind::Port);
                for control in ports.flat_map(|port| direct.of(port)) {
                    if !direct.of(ends.flow).contains(control) {
                        pairs.push((ends.flow, *control));
                    }
                }
            }
        }
        self.controls = Lists::new(model.elements.len(), &pairs);
    }

    fn find_zones(&mut self, model: &Model) {
        let mut guests: IndexMap<ElementId, Vec<ElementId>, FxBuildHasher> = IndexMap::default();
        for boundary in model.of_kind(Kind::Boundary) {
            for member in model.references(boundary, "members") {
                guests.entry(member).or_default().push(boundary);
            }
        }
        self.zones.push(Vec::new());
        self.zone_of = vec![ZoneId(0); model.elements.len()];
        // the zone inside a boundary, made once for all that stands in it
        let mut inside: IndexMap<ElementId, ZoneId, FxBuildHasher> = IndexMap::default();
        for (id, element) in model.iter() {
            let mut zone = match element.parent {
                Some(parent) if model.element(parent).kind == Kind::Boundary => {
                    let around = self.zone_of[parent.index()];
                    *inside.entry(parent).or_insert_with(|| self.extended(model, around, &[parent]))
                }
                Some(parent) => self.zone_of[parent.index()],
                None => ZoneId(0),
            };
            if let Some(hosts) = guests.get(&id) {
                zone = self.extended(model, zone, hosts);
            }
            self.zone_of[id.index()] = zone;
        }
    }

    /// A zone with more boundaries, and those that are around them.
    fn extended(&mut self, model: &Model, zone: ZoneId, more: &[ElementId]) -> ZoneId {
        let mut boundaries = self.zones[zone.index()].clone();
        for boundary in more {
            for outer in nested_around(model, *boundary).into_iter().chain([*boundary]) {
                if !boundaries.contains(&outer) {
                    boundaries.push(outer);
                }
            }
        }
        self.zones.push(boundaries);
        ZoneId::at(self.zones.len() - 1)
    }
}

/// Boundaries a boundary is nested in, outermost first.
fn nested_around(model: &Model, boundary: ElementId) -> Vec<ElementId> {
    let mut around: Vec<ElementId> = std::iter::successors(model.element(boundary).parent, |id| model.element(*id).parent)
        .filter(|id| model.element(*id).kind == Kind::Boundary)
        .collect();
    around.reverse();
    around
}

fn is_drawn(kind: Kind) -> bool {
    super::kind::KindSet::DRAWN.contains(kind)
}

fn counts(model: &Model, control: ElementId) -> bool {
    match model.value(control, "status") {
        Some(Value::Symbol(set, at)) => model.schema.set(*set).position("implemented").is_some_and(|from| *at >= from),
        _ => false,
    }
}

/// Pairs of element and flow: the ends themselves, and the owner of a port.
fn touching(model: &Model) -> Vec<(ElementId, ElementId)> {
    let mut pairs = Vec::with_capacity(model.flows.len() * 4);
    for ends in &model.flows {
        let mut touched: [Option<ElementId>; 4] = [None; 4];
        for (slot, end) in [(0, ends.source), (2, ends.target)] {
            touched[slot] = Some(end);
            if model.element(end).kind == Kind::Port {
                touched[slot + 1] = model.element(end).parent;
            }
        }
        for at in 0..4 {
            if let Some(element) = touched[at].filter(|element| !touched[..at].contains(&Some(*element))) {
                pairs.push((element, ends.flow));
            }
        }
    }
    pairs
}

/// Which way data moves through a port, as the flows that end at it show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// No flow ends at it.
    None,
    /// Into the owner of the port.
    Incoming,
    /// Out of the owner of the port.
    Outgoing,
    /// Both ways.
    Both,
}

impl Direction {
    /// As the listing writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::Both => "both",
        }
    }
}

impl Model {
    /// Everything inside a boundary, at any depth.
    pub fn contents(&self, boundary: ElementId) -> &[ElementId] {
        let stands_in = |(id, _): (ElementId, _)| self.relations.boundaries_of(id).iter().map(move |around| (*around, id));
        let lists = self.relations.contents.get_or_init(|| {
            let pairs: Vec<_> = self.iter().flat_map(stands_in).collect();
            Lists::new(self.elements.len(), &pairs)
        });
        lists.of(boundary)
    }

    /// Flows that bring data to an element, or to a component through one of its ports.
    pub fn inbound(&self, id: ElementId) -> &[ElementId] {
        self.relations.inbound.get_or_init(|| self.moving(|ends| ends.target)).of(id)
    }

    /// Flows that take data away from an element, or from a component through one of its ports.
    pub fn outbound(&self, id: ElementId) -> &[ElementId] {
        self.relations.outbound.get_or_init(|| self.moving(|ends| ends.source)).of(id)
    }

    /// For every element the flows that touch it, data moving to the end that is asked for.
    fn moving(&self, end: impl Fn(&FlowEnds) -> ElementId) -> Lists {
        let here = |id: ElementId, ends: &FlowEnds| ends.two_way || end(ends) == id || self.component_of(end(ends)) == id;
        let pairs: Vec<_> = touching(self)
            .into_iter()
            .filter(|(id, flow)| self.relations.ends(self, *flow).is_some_and(|ends| here(*id, ends)))
            .collect();
        Lists::new(self.elements.len(), &pairs)
    }

    /// The ports declared on an element.
    pub fn ports_of(&self, id: ElementId) -> &[ElementId] {
        let on = |(id, element): (ElementId, &Element)| element.parent.map(|parent| (parent, id));
        let lists = self.relations.ports.get_or_init(|| {
            let ports = self.iter().filter(|(_, element)| element.kind == Kind::Port);
            let pairs: Vec<_> = ports.filter_map(on).collect();
            Lists::new(self.elements.len(), &pairs)
        });
        lists.of(id)
    }

    /// Flows that carry a class of data.
    pub fn carried_by(&self, data: ElementId) -> &[ElementId] {
        self.relations.carried_by.get_or_init(|| self.naming(Kind::Flow, "carries")).of(data)
    }

    /// Stores that hold a class of data.
    pub fn held_by(&self, data: ElementId) -> &[ElementId] {
        self.relations.held_by.get_or_init(|| self.naming(Kind::Store, "holds")).of(data)
    }

    /// For every element, those of a kind that name it in an attribute; each once.
    fn naming(&self, kind: Kind, attribute: &str) -> Lists {
        let mut pairs: Vec<(ElementId, ElementId)> = Vec::new();
        for id in self.of_kind(kind) {
            let first = pairs.len();
            for named in self.references(id, attribute) {
                if !pairs[first..].contains(&(named, id)) {
                    pairs.push((named, id));
                }
            }
        }
        Lists::new(self.elements.len(), &pairs)
    }

    /// The direction of a port.
    pub fn direction(&self, port: ElementId) -> Direction {
        let mut incoming = false;
        let mut outgoing = false;
        for ends in self.relations.flows_of(port).iter().filter_map(|flow| self.relations.ends(self, *flow)) {
            incoming |= ends.target == port || ends.two_way;
            outgoing |= ends.source == port || ends.two_way;
        }
        match (incoming, outgoing) {
            (false, false) => Direction::None,
            (true, false) => Direction::Incoming,
            (false, true) => Direction::Outgoing,
            (true, true) => Direction::Both,
        }
    }

    /// The component an end of a flow belongs to: itself, or the owner of a port.
    pub fn component_of(&self, end: ElementId) -> ElementId {
        let element = self.element(end);
        if element.kind == Kind::Port { element.parent.unwrap_or(end) } else { end }
    }
}
