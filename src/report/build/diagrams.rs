//! Draws what a view chooses: its elements as frames, shapes and ports, and the flows between them.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::findings::State;
use crate::model::{ElementId, FlowEnds, Kind, KindSet};
use crate::report::diagram::{
    Carried, ControlCounts, Counts, Diagram, Edge, End, Frame, FrameShape, Layers, Node, NodeShape, PortMark, Style,
};

/// What a picture is asked to show.
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) style: Style,
    /// The outermost elements; all of the model's where empty.
    pub(super) of: Vec<ElementId>,
    /// How many levels of nesting are opened.
    pub(super) depth: usize,
    /// Only these flows, in the order written.
    pub(super) flows: Vec<ElementId>,
    /// Whether all flows are drawn instead.
    pub(super) all_flows: bool,
    /// Only these elements and what stands around them; all where there is no such choice.
    pub(super) only: Option<Elements>,
    /// What stays closed whatever the depth.
    pub(super) closed: Elements,
    /// Only these ports, and those also where what has them is inside a closed shape.
    pub(super) shown_ports: Option<Elements>,
    pub(super) layers: Layers,
    /// Whether components at the other ends of flows are shown, too.
    pub(super) neighbours: bool,
}

/// Some elements, in order.
pub(super) type Elements = IndexSet<ElementId, FxBuildHasher>;

impl Writer<'_> {
    pub(super) fn diagram(&self, choice: &Choice) -> Diagram {
        let mut drawing =
            Drawing { writer: self, choice, out: Diagram::default(), ends: IndexMap::default(), drawn: IndexSet::default() };
        drawing.out.id.clone_from(&choice.id);
        drawing.out.title.clone_from(&choice.title);
        drawing.out.style = choice.style;
        drawing.out.threat_counts = choice.layers.threat_counts;
        drawing.out.controls = choice.layers.controls;
        if choice.style == Style::Sequence {
            drawing.tell();
            return drawing.out;
        }
        let outermost = if choice.of.is_empty() { self.outermost() } else { choice.of.clone() };
        // an element that stands inside another chosen one is shown there
        let inside_other = |id: ElementId| outermost.iter().any(|other| *other != id && self.is_inside(id, *other));
        for id in outermost.iter().copied().filter(|id| !inside_other(*id)) {
            drawing.place(id, None, choice.depth);
        }
        drawing.connect();
        drawing.out
    }

    fn outermost(&self) -> Vec<ElementId> {
        let drawn = self.shown(KindSet::DRAWN.without(Kind::Flow).without(Kind::Port));
        drawn.into_iter().filter(|id| self.model.element(*id).parent.is_none()).collect()
    }

    /// What a flow carries, by class and name.
    pub(super) fn carried(&self, flow: ElementId) -> Vec<Carried> {
        let data = self.model.references(flow, "carries").into_iter();
        data.map(|data| Carried { name: self.model.title(data).to_owned(), class: self.symbol(data, "nature") }).collect()
    }

    pub(super) fn is_inside(&self, id: ElementId, outer: ElementId) -> bool {
        std::iter::successors(self.model.element(id).parent, |id| self.model.element(*id).parent).any(|around| around == outer)
    }
}

/// A picture being put together.
pub(super) struct Drawing<'w, 'c> {
    pub(super) writer: &'w Writer<'c>,
    pub(super) choice: &'w Choice,
    pub(super) out: Diagram,
    /// What stands for an element in the picture: itself, or what hides it.
    ends: IndexMap<ElementId, End, FxBuildHasher>,
    drawn: IndexSet<ElementId, FxBuildHasher>,
}

impl Drawing<'_, '_> {
    fn place(&mut self, id: ElementId, parent: Option<usize>, depth: usize) {
        if !self.is_chosen(id) {
            return;
        }
        let model = self.writer.model;
        let parts = model.relations.children(id).iter().copied();
        let parts: Vec<ElementId> = parts.filter(|part| is_box(model.element(*part).kind) && self.is_chosen(*part)).collect();
        let opened = depth > 0 && !parts.is_empty() && !self.choice.closed.contains(&id);
        let end = if opened {
            let shape = if model.element(id).kind == Kind::Boundary { FrameShape::Boundary } else { FrameShape::Component };
            let (counts, controls) = (self.counts(&[id]), self.controls(&[id]));
            let name = model.title(id).to_owned();
            self.out.frames.push(Frame { id: model.identity(id), name, shape, parent, counts, controls });
            let frame = self.out.frames.len() - 1;
            self.drawn.insert(id);
            self.ends.insert(id, End::Frame(frame));
            for part in parts {
                self.place(part, Some(frame), depth - 1);
            }
            End::Frame(frame)
        } else {
            self.node(id, parent)
        };
        self.ports(id, end);
        if !opened && self.choice.shown_ports.is_some() {
            for inner in self.hidden(id).into_iter().filter(|inner| *inner != id) {
                self.ports(inner, end);
            }
        }
    }

    /// Whether the view shows an element, or something inside it.
    fn is_chosen(&self, id: ElementId) -> bool {
        self.choice.only.as_ref().is_none_or(|only| self.hidden(id).iter().any(|inner| only.contains(inner)))
    }

    /// A closed shape; it stands for everything inside.
    fn node(&mut self, id: ElementId, parent: Option<usize>) -> End {
        let hidden = self.hidden(id);
        let end = self.shape(id, parent, &hidden);
        self.drawn.insert(id);
        for element in hidden {
            self.ends.insert(element, end);
        }
        end
    }

    /// A closed shape whose counts are those of all it stands for.
    pub(super) fn shape(&mut self, id: ElementId, parent: Option<usize>, stands_for: &[ElementId]) -> End {
        let model = self.writer.model;
        let shape = closed_shape(model.element(id).kind);
        let (counts, controls) = (self.counts(stands_for), self.controls(stands_for));
        let type_name = self.writer.type_title(id);
        let name = model.title(id).to_owned();
        self.out.nodes.push(Node { id: model.identity(id), name, type_name, shape, parent, counts, controls });
        End::Node(self.out.nodes.len() - 1)
    }

    /// An element and everything inside it.
    pub(super) fn hidden(&self, id: ElementId) -> Vec<ElementId> {
        let model = self.writer.model;
        let mut all = vec![id];
        let mut at = 0;
        while at < all.len() {
            all.extend_from_slice(model.relations.children(all[at]));
            at += 1;
        }
        all
    }

    fn ports(&mut self, owner: ElementId, end: End) {
        let model = self.writer.model;
        let of_owner = model.relations.children(owner).iter().copied();
        for port in of_owner.filter(|part| model.element(*part).kind == Kind::Port) {
            if !self.choice.layers.ports || self.choice.shown_ports.as_ref().is_some_and(|shown| !shown.contains(&port)) {
                self.ends.insert(port, end);
                continue;
            }
            let name = model.title(port).to_owned();
            let (counts, controls) = (self.counts(&[port]), self.controls(&[port]));
            self.out.ports.push(PortMark { id: model.identity(port), name, owner: end, counts, controls });
            self.ends.insert(port, End::Port(self.out.ports.len() - 1));
        }
    }

    fn connect(&mut self) {
        let model = self.writer.model;
        let flows = model.flows.clone();
        for ends in flows {
            if !self.choice.all_flows && !self.choice.flows.contains(&ends.flow) {
                continue;
            }
            if self.choice.neighbours {
                self.invite(ends.source, ends.target);
                self.invite(ends.target, ends.source);
            }
            let (Some(source), Some(target)) = (self.ends.get(&ends.source).copied(), self.ends.get(&ends.target).copied())
            else {
                continue;
            };
            // what moves inside a closed shape is not seen
            if self.owner(source) == self.owner(target)
                && matches!(self.owner(source), End::Node(_))
                && ends.source != ends.target
            {
                continue;
            }
            self.arrow(&ends, source, target);
        }
    }

    /// A flow, or a message.
    pub(super) fn arrow(&mut self, ends: &FlowEnds, source: End, target: End) {
        let model = self.writer.model;
        let protocol = ends.protocol.map(|of| self.writer.protocol(of));
        // a story says at each message what protects it
        let mark = (self.choice.style == Style::Sequence).then(|| self.writer.protection_mark(ends.flow)).flatten();
        let protocol = match (protocol, mark) {
            (Some(protocol), Some(mark)) => Some(format!("{protocol} ({mark})")),
            (protocol, mark) => protocol.or(mark),
        };
        self.out.edges.push(Edge {
            id: model.identity(ends.flow),
            name: model.title(ends.flow).to_owned(),
            carries: self.writer.carried(ends.flow),
            protocol,
            source,
            target,
            two_way: ends.two_way,
            fetched: self.writer.opening(ends).0 != ends.source,
            movement: false,
            counts: self.counts(&[ends.flow]),
            controls: self.controls(&[ends.flow]),
        });
    }

    /// Shows the component at the other end of a flow that touches what is chosen.
    fn invite(&mut self, shown: ElementId, other: ElementId) {
        let inside =
            self.ends.contains_key(&shown) && self.choice.of.iter().any(|of| *of == shown || self.writer.is_inside(shown, *of));
        if !inside || self.ends.contains_key(&other) {
            return;
        }
        let component = self.writer.model.component_of(other);
        let end = self.node(component, None);
        self.ports(component, end);
    }

    fn owner(&self, end: End) -> End {
        match end {
            End::Port(port) => self.out.ports[port].owner,
            End::Node(_) | End::Frame(_) => end,
        }
    }

    pub(super) fn counts(&self, elements: &[ElementId]) -> Counts {
        let mut counts = Counts::default();
        for finding in self.writer.findings_about(elements) {
            match self.writer.compilation.findings.state(finding) {
                State::Open => counts.open += 1,
                State::Question => counts.questions += 1,
                _ => {}
            }
        }
        counts
    }
}

impl Drawing<'_, '_> {
    /// Controls on any of some elements, each counted once.
    pub(super) fn controls(&self, elements: &[ElementId]) -> ControlCounts {
        let relations = &self.writer.model.relations;
        let all: IndexSet<ElementId, FxBuildHasher> =
            elements.iter().flat_map(|element| relations.controls_of(*element)).copied().collect();
        let in_place = all.iter().filter(|control| relations.counts(**control)).count();
        ControlCounts { in_place, planned: all.len() - in_place }
    }
}

/// How an element is drawn whose inside is not shown.
pub(super) fn closed_shape(kind: Kind) -> NodeShape {
    match kind {
        Kind::Actor => NodeShape::Actor,
        Kind::External => NodeShape::External,
        Kind::Store => NodeShape::Store,
        Kind::Boundary => NodeShape::ClosedBoundary,
        _ => NodeShape::Process,
    }
}

fn is_box(kind: Kind) -> bool {
    KindSet::DRAWN.without(Kind::Flow).without(Kind::Port).contains(kind)
}
