//! Positions, flows and components as places, and what leads from one to the next as passages with their resistance.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::obstacles::{Obstacle, Obstacles};
use super::positions::{Position, positions};
use crate::graph::{Way, WayGraph, Ways};
use crate::model::{ElementId, FlowEnds, Kind, Model};
use crate::rules::{Evaluator, RuleSet};

/// What an attacker does to get further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// Gets between the ends of a flow, from a position.
    Intercept {
        /// The position's number.
        position: usize,
        /// The flow.
        flow: ElementId,
    },
    /// Connects to a port, from a position.
    Connect {
        /// The position's number.
        position: usize,
        /// The port.
        port: ElementId,
    },
    /// Has a component from the beginning.
    Hold {
        /// The position's number.
        position: usize,
        /// The component.
        component: ElementId,
    },
    /// Sends over a flow that was got at, to one of its ends.
    Forge {
        /// The flow.
        flow: ElementId,
        /// The end.
        end: ElementId,
    },
    /// Sends over a flow from a component that was taken over, to the other end.
    Send {
        /// The flow.
        flow: ElementId,
        /// The end that was taken over.
        from: ElementId,
        /// The other end.
        end: ElementId,
    },
    /// Goes on from a component to a part of it, or to what it is a part of.
    Within {
        /// From here.
        from: ElementId,
        /// To there.
        to: ElementId,
    },
}

/// The graph, and how its passages came about.
pub struct AttackGraph<'m> {
    model: &'m Model,
    /// Where an attacker can begin.
    pub positions: Vec<Position>,
    graph: WayGraph,
    passages: Vec<Passage>,
    starts: Vec<usize>,
    obstacles: Obstacles<'m>,
    /// What hinders at an element: outsiders, peers.
    hinders: IndexMap<ElementId, [u32; 2], FxBuildHasher>,
}

impl<'m> AttackGraph<'m> {
    /// Reads it off the model. The places of elements have their numbers.
    pub fn new(evaluator: &mut Evaluator<'m>, rules: &'m RuleSet) -> Self {
        let model = evaluator.model;
        let mut graph = Self {
            model,
            positions: positions(evaluator, rules),
            graph: WayGraph::new(model.elements.len()),
            passages: Vec::new(),
            starts: Vec::new(),
            obstacles: Obstacles::new(model, rules),
            hinders: IndexMap::default(),
        };
        graph.begin(evaluator);
        for ends in &model.flows {
            graph.along(evaluator, ends);
        }
        graph.within();
        graph
    }

    fn begin(&mut self, evaluator: &mut Evaluator<'m>) {
        for number in 0..self.positions.len() {
            let start = self.graph.place();
            self.starts.push(start);
            let Position { flows, ports, held, .. } = self.positions[number].clone();
            for flow in flows {
                self.add(evaluator, start, flow, Passage::Intercept { position: number, flow });
            }
            for port in ports {
                let owner = self.model.component_of(port);
                if self.model.element(owner).kind.is_component() {
                    self.add(evaluator, start, owner, Passage::Connect { position: number, port });
                }
            }
            for component in held {
                self.add(evaluator, start, component, Passage::Hold { position: number, component });
            }
        }
    }

    fn along(&mut self, evaluator: &mut Evaluator<'m>, ends: &FlowEnds) {
        let flow = ends.flow;
        let mut ways = vec![(ends.source, ends.target)];
        if ends.two_way {
            ways.push((ends.target, ends.source));
        }
        for (from, end) in ways {
            let (sender, receiver) = (self.model.component_of(from), self.model.component_of(end));
            if !self.model.element(receiver).kind.is_component() {
                // a person is not taken over; what one is led to do is the threat of the flow itself
                continue;
            }
            self.add(evaluator, flow.index(), receiver, Passage::Forge { flow, end });
            if self.model.element(sender).kind.is_component() {
                self.add(evaluator, sender.index(), receiver, Passage::Send { flow, from, end });
            }
        }
    }

    fn within(&mut self) {
        for (id, element) in self.model.iter().filter(|(_, element)| element.kind.is_component()) {
            let Some(whole) = element.parent.filter(|parent| self.model.element(*parent).kind.is_component()) else { continue };
            for (from, to) in [(id, whole), (whole, id)] {
                self.graph.passage(from.index(), to.index(), 1);
                self.passages.push(Passage::Within { from, to });
            }
        }
    }

    fn add(&mut self, evaluator: &mut Evaluator<'m>, from: usize, to: ElementId, passage: Passage) {
        let by_peer = passage.by_peer();
        let mut cost = 1;
        for element in passage.elements(self.model) {
            cost += self.hindrance(evaluator, element)[usize::from(by_peer)];
        }
        self.graph.passage(from, to.index(), cost);
        self.passages.push(passage);
    }

    fn hindrance(&mut self, evaluator: &mut Evaluator<'m>, element: ElementId) -> [u32; 2] {
        if let Some(known) = self.hinders.get(&element) {
            return *known;
        }
        let found = self.obstacles.at(evaluator, element);
        let sum = [false, true].map(|by_peer| found.iter().map(|obstacle| obstacle.resistance(by_peer)).sum());
        self.hinders.insert(element, sum);
        sum
    }

    /// The ways from a position, up to a number to each place.
    pub fn ways_from(&self, position: usize, most: usize) -> Ways {
        self.graph.ways_from(self.starts[position], most)
    }

    /// The passages of a way.
    pub fn passages(&self, way: &Way) -> Vec<Passage> {
        way.passages.iter().map(|number| self.passages[*number]).collect()
    }

    /// What stands, or could stand, in the way of a passage.
    pub fn obstacles(&self, evaluator: &mut Evaluator<'m>, passage: Passage) -> Vec<Obstacle> {
        let by_peer = passage.by_peer();
        let elements = passage.elements(self.model);
        let all = elements.into_iter().flat_map(|element| self.obstacles.at(evaluator, element));
        all.filter(|obstacle| obstacle.would_hinder(by_peer)).collect()
    }
}

impl Passage {
    /// Whether the attacker holds what sends.
    pub fn by_peer(self) -> bool {
        match self {
            Self::Intercept { .. } | Self::Connect { .. } | Self::Hold { .. } | Self::Forge { .. } => false,
            Self::Send { .. } | Self::Within { .. } => true,
        }
    }

    /// The elements whose protections count.
    pub fn elements(self, model: &Model) -> Vec<ElementId> {
        let entered = |end: ElementId| {
            let component = model.component_of(end);
            if component == end { vec![end] } else { vec![end, component] }
        };
        match self {
            Self::Intercept { flow, .. } => vec![flow],
            Self::Connect { port, .. } => entered(port),
            Self::Hold { .. } | Self::Within { .. } => Vec::new(),
            Self::Forge { end, .. } => entered(end),
            Self::Send { flow, end, .. } => [vec![flow], entered(end)].concat(),
        }
    }

    /// Where it leads.
    pub fn leads_to(self, model: &Model) -> ElementId {
        match self {
            Self::Intercept { flow, .. } => flow,
            Self::Connect { port: end, .. } | Self::Forge { end, .. } | Self::Send { end, .. } => model.component_of(end),
            Self::Hold { component, .. } => component,
            Self::Within { to, .. } => to,
        }
    }
}

impl AttackGraph<'_> {
    /// The places at which an asset is lost: data on a flow that carries them and in whatever sends, receives or keeps them; a component
    /// itself; all components of a boundary.
    pub fn places_of(&self, asset: ElementId) -> Vec<usize> {
        let model = self.model;
        let mut places: Vec<ElementId> = Vec::new();
        match model.element(asset).kind {
            Kind::Data => {
                places.extend(model.held_by(asset));
                for flow in model.carried_by(asset) {
                    places.extend(self.on_flow(*flow));
                }
            }
            Kind::Flow => places.extend(self.on_flow(asset)),
            Kind::Port => places.push(model.component_of(asset)),
            Kind::Boundary => {
                places.extend(model.contents(asset).iter().filter(|id| model.element(**id).kind.is_component()));
            }
            _ => places.push(asset),
        }
        places.into_iter().map(ElementId::index).collect()
    }

    fn on_flow(&self, flow: ElementId) -> Vec<ElementId> {
        let model = self.model;
        let ends = model.relations.ends(model, flow).map(|ends| [ends.source, ends.target]).into_iter().flatten();
        let components = ends.map(|end| model.component_of(end)).filter(|end| model.element(*end).kind.is_component());
        std::iter::once(flow).chain(components).collect()
    }
}
