//! Which elements each picture shows. Without views in the model: the context, and one picture for each boundary.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::findings::State;
use crate::model::{ElementId, FlowEnds, Kind, KindSet, Value};
use crate::report::diagram::{Counts, Diagram, Edge, End, Frame, FrameShape, Node, NodeShape, PortMark, Style};

/// What a picture is asked to show.
pub(super) struct Choice {
    id: String,
    title: String,
    style: Style,
    /// The outermost elements; all of the model's where empty.
    pub(super) of: Vec<ElementId>,
    /// How many levels of nesting are opened.
    pub(super) depth: usize,
    /// Only these flows, in the order written; all where empty.
    pub(super) flows: Vec<ElementId>,
    ports: bool,
    threat_counts: bool,
    /// Whether components at the other ends of flows are shown, too.
    pub(super) neighbours: bool,
}

impl Writer<'_> {
    pub(super) fn diagrams(&self) -> Vec<Diagram> {
        let views: Vec<ElementId> = self.model.of_kind(Kind::View).filter(|id| !self.model.element(*id).library).collect();
        let choices = if views.is_empty() {
            self.usual_choices()
        } else {
            views.into_iter().filter(|view| !self.shows_attack_paths(*view)).map(|view| self.choice(view)).collect()
        };
        choices.iter().map(|choice| self.diagram(choice)).collect()
    }

    fn choice(&self, view: ElementId) -> Choice {
        let name = |value: &Value| {
            if let Value::Symbol(set, at) = value { Some(self.model.schema.set(*set).name_at(*at).to_owned()) } else { None }
        };
        let layers: Vec<String> = match self.model.value(view, "layers") {
            Some(Value::List(values)) => values.iter().filter_map(name).collect(),
            _ => vec!["ports".to_owned()],
        };
        let style = match self.model.value(view, "style").and_then(name).as_deref() {
            Some("sequence") => Style::Sequence,
            _ => Style::Dataflow,
        };
        let depth = match self.model.value(view, "depth") {
            Some(Value::Int(depth)) => usize::try_from(*depth).unwrap_or(0),
            _ => usize::MAX,
        };
        Choice {
            id: self.model.element(view).name.to_string(),
            title: self.model.title(view).to_owned(),
            style,
            of: self.model.references(view, "of"),
            depth,
            flows: self.model.references(view, "flows"),
            ports: layers.iter().any(|layer| layer == "ports"),
            threat_counts: layers.iter().any(|layer| layer == "threat_counts"),
            neighbours: self.model.bool(view, "neighbours") == Some(true),
        }
    }

    fn usual_choices(&self) -> Vec<Choice> {
        let context = Choice {
            id: "context".to_owned(),
            title: "Context".to_owned(),
            style: Style::Dataflow,
            of: Vec::new(),
            depth: 1,
            flows: Vec::new(),
            ports: true,
            threat_counts: false,
            neighbours: false,
        };
        let boundaries = self.shown(KindSet::of(Kind::Boundary)).into_iter().map(|id| Choice {
            id: self.model.path(id).replace('.', "-"),
            title: self.model.title(id).to_owned(),
            style: Style::Dataflow,
            of: vec![id],
            depth: usize::MAX,
            flows: Vec::new(),
            ports: true,
            threat_counts: false,
            neighbours: true,
        });
        std::iter::once(context).chain(boundaries).collect()
    }

    fn diagram(&self, choice: &Choice) -> Diagram {
        let mut drawing =
            Drawing { writer: self, choice, out: Diagram::default(), ends: IndexMap::default(), drawn: IndexSet::default() };
        drawing.out.id.clone_from(&choice.id);
        drawing.out.title.clone_from(&choice.title);
        drawing.out.style = choice.style;
        drawing.out.threat_counts = choice.threat_counts;
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

    fn is_inside(&self, id: ElementId, outer: ElementId) -> bool {
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
        let model = self.writer.model;
        let parts: Vec<ElementId> =
            model.relations.children(id).iter().copied().filter(|part| is_box(model.element(*part).kind)).collect();
        let end = if depth > 0 && !parts.is_empty() {
            let shape = if model.element(id).kind == Kind::Boundary { FrameShape::Boundary } else { FrameShape::Component };
            let counts = self.counts(&[id]);
            self.out.frames.push(Frame { id: model.identity(id), name: model.title(id).to_owned(), shape, parent, counts });
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
        let shape = match model.element(id).kind {
            Kind::Actor => NodeShape::Actor,
            Kind::External => NodeShape::External,
            Kind::Store => NodeShape::Store,
            Kind::Boundary => NodeShape::ClosedBoundary,
            _ => NodeShape::Process,
        };
        let counts = self.counts(stands_for);
        let type_name = self.writer.type_title(id);
        self.out.nodes.push(Node { id: model.identity(id), name: model.title(id).to_owned(), type_name, shape, parent, counts });
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
            if !self.choice.ports {
                self.ends.insert(port, end);
                continue;
            }
            let name = model.title(port).to_owned();
            let counts = self.counts(&[port]);
            self.out.ports.push(PortMark { id: model.identity(port), name, owner: end, counts });
            self.ends.insert(port, End::Port(self.out.ports.len() - 1));
        }
    }

    fn connect(&mut self) {
        let model = self.writer.model;
        let flows = model.flows.clone();
        for ends in flows {
            if !self.choice.flows.is_empty() && !self.choice.flows.contains(&ends.flow) {
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
        self.out.edges.push(Edge {
            id: model.identity(ends.flow),
            name: model.title(ends.flow).to_owned(),
            carries: self.writer.titles(&model.references(ends.flow, "carries")),
            protocol: ends.protocol.map(|of| model.type_title(of).to_owned()),
            source,
            target,
            two_way: ends.two_way,
            counts: self.counts(&[ends.flow]),
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
        let compilation = self.writer.compilation;
        let mut counts = Counts::default();
        if !self.choice.threat_counts {
            return counts;
        }
        for finding in compilation.findings.all.iter().filter(|finding| elements.contains(&finding.element)) {
            match compilation.findings.state(finding) {
                State::Open => counts.open += 1,
                State::Question => counts.questions += 1,
                _ => {}
            }
        }
        counts
    }
}

fn is_box(kind: Kind) -> bool {
    KindSet::DRAWN.without(Kind::Flow).without(Kind::Port).contains(kind)
}
