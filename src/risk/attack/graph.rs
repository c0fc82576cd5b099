//! Positions, flows and components as places, and what leads from one to the next as passages with their resistance.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::content::Content;
use super::obstacles::{Obstacle, Obstacles, Stance};
use super::positions::{Position, positions};
use crate::graph::{Distances, Way, WayGraph};
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
    /// Has manipulated content passed on by those who mean well.
    Carry {
        /// The content.
        data: ElementId,
        /// The flow.
        flow: ElementId,
        /// The end that passes it on.
        from: ElementId,
        /// The end that takes it.
        end: ElementId,
        /// Whether it was manipulated before its origin signed it, so that the signature fits.
        sealed: bool,
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
    /// Whether content is signed on its way over a flow.
    signed: IndexMap<ElementId, bool, FxBuildHasher>,
    /// What hinders at an element, by stance.
    hinders: IndexMap<ElementId, [u32; 3], FxBuildHasher>,
    /// Flows with the ends that sign what they send over them: a passage of content stands for that of the sender.
    signed_here: IndexSet<(ElementId, ElementId), FxBuildHasher>,
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
            signed: IndexMap::default(),
            hinders: IndexMap::default(),
            signed_here: IndexSet::default(),
        };
        graph.begin(evaluator);
        for data in model.of_kind(Kind::Data) {
            graph.content(evaluator, data);
        }
        for ends in &model.flows {
            graph.along(evaluator, ends);
        }
        graph.within(evaluator);
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
        for (from, end) in directions(ends) {
            let (sender, receiver) = (self.model.component_of(from), self.model.component_of(end));
            if !self.model.element(receiver).kind.is_component() {
                // a person is not taken over; what one is led to do is the threat of the flow itself
                continue;
            }
            self.add(evaluator, flow.index(), receiver, Passage::Forge { flow, end });
            if self.model.element(sender).kind.is_component() && !self.signed_here.contains(&(flow, from)) {
                self.add(evaluator, sender.index(), receiver, Passage::Send { flow, from, end });
            }
        }
    }

    /// Content that people or signatures vouch for: whoever manipulated it before comes along with it.
    fn content(&mut self, evaluator: &mut Evaluator<'m>, data: ElementId) {
        let model = self.model;
        let Some(content) = Content::of(model, data, |flow| self.is_signed(evaluator, flow)) else { return };
        let mut places: IndexMap<(ElementId, bool), usize, FxBuildHasher> = IndexMap::default();
        for step in &content.steps {
            if content.is_signed_by_sender(step) {
                self.signed_here.insert((step.flow, step.from));
                self.carry(evaluator, step.sender.index(), &content, (step, true), &mut places);
            } else if content.carriers.contains(&step.receiver) && model.element(step.sender).kind.is_component() {
                self.carry(evaluator, step.sender.index(), &content, (step, false), &mut places);
            }
            if content.carriers.contains(&step.receiver) {
                let place = self.place_of(&mut places, (step.receiver, false));
                self.add_to(evaluator, step.flow.index(), place, Passage::Forge { flow: step.flow, end: step.end });
            }
        }
        let mut next = 0;
        while let Some(((at, sealed), place)) = places.get_index(next).map(|(key, place)| (*key, *place)) {
            for step in content.steps.iter().filter(|step| step.sender == at) {
                self.carry(evaluator, place, &content, (step, sealed), &mut places);
            }
            next += 1;
        }
    }

    fn is_signed(&mut self, evaluator: &mut Evaluator<'m>, flow: ElementId) -> bool {
        let obstacles = &self.obstacles;
        *self.signed.entry(flow).or_insert_with(|| {
            obstacles.at(evaluator, flow).iter().any(|obstacle| obstacle.by_origin && obstacle.resistance(Stance::Peer) > 0)
        })
    }

    /// One step of content: into the component that takes it, and on with it.
    fn carry(
        &mut self,
        evaluator: &mut Evaluator<'m>,
        from: usize,
        content: &Content,
        (step, sealed): (&super::content::Step, bool),
        places: &mut IndexMap<(ElementId, bool), usize, FxBuildHasher>,
    ) {
        let passage = Passage::Carry { data: content.data, flow: step.flow, from: step.from, end: step.end, sealed };
        let taken_over = self.model.element(step.receiver).kind.is_component();
        if taken_over {
            self.add(evaluator, from, step.receiver, passage);
        }
        let goes_on = content.is_passed_on_by(step.receiver) && (sealed || !taken_over);
        if goes_on {
            let place = self.place_of(places, (step.receiver, sealed));
            self.add_to(evaluator, from, place, passage);
        }
    }

    fn place_of(&mut self, places: &mut IndexMap<(ElementId, bool), usize, FxBuildHasher>, key: (ElementId, bool)) -> usize {
        *places.entry(key).or_insert_with(|| self.graph.place())
    }

    fn within(&mut self, evaluator: &mut Evaluator<'m>) {
        for (id, element) in self.model.iter().filter(|(_, element)| element.kind.is_component()) {
            let Some(whole) = element.parent.filter(|parent| self.model.element(*parent).kind.is_component()) else { continue };
            for (from, to) in [(id, whole), (whole, id)] {
                self.add(evaluator, from.index(), to, Passage::Within { from, to });
            }
        }
    }

    fn add(&mut self, evaluator: &mut Evaluator<'m>, from: usize, to: ElementId, passage: Passage) {
        self.add_to(evaluator, from, to.index(), passage);
    }

    fn add_to(&mut self, evaluator: &mut Evaluator<'m>, from: usize, to: usize, passage: Passage) {
        let mut cost = 1;
        for element in passage.elements(self.model) {
            cost += self.hindrance(evaluator, element)[passage.stance() as usize];
        }
        self.graph.passage(from, to, cost);
        self.passages.push(passage);
    }

    fn hindrance(&mut self, evaluator: &mut Evaluator<'m>, element: ElementId) -> [u32; 3] {
        if let Some(known) = self.hinders.get(&element) {
            return *known;
        }
        let found = self.obstacles.at(evaluator, element);
        let sum = Stance::ALL.map(|stance| found.iter().map(|obstacle| obstacle.resistance(stance)).sum());
        self.hinders.insert(element, sum);
        sum
    }

    /// How far everything is from a position.
    pub fn distances_from(&self, position: usize) -> Distances {
        self.graph.distances_from(self.starts[position])
    }

    /// The weakest ways from where the distances were taken to any of some places.
    pub fn weakest(&self, distances: &Distances, places: &[usize], most: usize) -> Vec<Way> {
        self.graph.ways(distances, places, most)
    }

    /// The passages of a way.
    pub fn passages(&self, way: &Way) -> Vec<Passage> {
        way.passages.iter().map(|number| self.passages[*number]).collect()
    }

    /// The passage of a number.
    pub fn passage(&self, number: usize) -> Passage {
        self.passages[number]
    }

    /// What stands, or could stand, in the way of a passage.
    pub fn obstacles(&self, evaluator: &mut Evaluator<'m>, passage: Passage) -> Vec<Obstacle> {
        let elements = passage.elements(self.model);
        let all = elements.into_iter().flat_map(|element| self.obstacles.at(evaluator, element));
        all.filter(|obstacle| obstacle.would_hinder(passage.stance())).collect()
    }
}

impl Passage {
    /// What the attacker has on the way.
    pub fn stance(self) -> Stance {
        match self {
            Self::Intercept { .. } | Self::Connect { .. } | Self::Hold { .. } | Self::Forge { .. } => Stance::Outsider,
            Self::Send { .. } | Self::Within { .. } | Self::Carry { sealed: false, .. } => Stance::Peer,
            Self::Carry { sealed: true, .. } => Stance::Origin,
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
            Self::Hold { .. } => Vec::new(),
            Self::Within { to, .. } => vec![to],
            Self::Forge { end, .. } => entered(end),
            Self::Send { flow, end, .. } | Self::Carry { flow, end, .. } => [vec![flow], entered(end)].concat(),
        }
    }

    /// Where it leads.
    pub fn leads_to(self, model: &Model) -> ElementId {
        match self {
            Self::Intercept { flow, .. } => flow,
            Self::Connect { port: end, .. } | Self::Forge { end, .. } | Self::Send { end, .. } | Self::Carry { end, .. } => {
                model.component_of(end)
            }
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

/// The directions in which data move, as from and to.
pub(super) fn directions(ends: &FlowEnds) -> impl Iterator<Item = (ElementId, ElementId)> + use<> {
    let (source, target) = (ends.source, ends.target);
    [(source, target), (target, source)].into_iter().take(1 + usize::from(ends.two_way))
}
