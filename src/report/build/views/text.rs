//! A view in words: everything that its picture draws, and what is said of it.

use super::{Entry, Outcome, Spec, Writer};
use crate::model::{ElementId, FlowEnds, Kind, KindSet, Origin};
use crate::report::diagram::{Diagram, Edge, End, Style};
use crate::report::{AspectRow, ClauseUse, LeftOut, ViewElement, ViewFlow, ViewPort, ViewRow};

/// Protections of a flow: attribute, words where it is there, words where it is not.
const PROTECTIONS: [(&str, &str, &str); 4] = [
    ("encrypted", "encrypted", "encryption"),
    ("integrity_protected", "protected against modification", "protection against modification"),
    ("replay_protected", "protected against replay", "protection against replay"),
    ("signed", "signed by its origin", "signature of the origin"),
];

impl Writer<'_> {
    pub(super) fn view_row(&mut self, entry: &Entry<'_>) -> ViewRow {
        let spec = &entry.spec;
        let mut row = ViewRow {
            id: entry.id.clone(),
            title: entry.title.clone(),
            type_name: spec.of_type.map(|of| self.model.type_title(of).to_owned()),
            why: self.why(spec),
            clauses: spec.texts("serves").iter().map(|id| self.clause_served(id)).collect(),
            states: spec.symbol_titles("states"),
            several: entry.ways.clone(),
            ..ViewRow::default()
        };
        match &entry.outcome {
            Outcome::Omitted(reason) => row.left_out = Some(LeftOut { on_purpose: true, reason: reason.clone() }),
            Outcome::Nothing(reason) => row.left_out = Some(LeftOut { on_purpose: false, reason: reason.clone() }),
            Outcome::Picture(diagram) => {
                row.sequence = diagram.style == Style::Sequence;
                row.elements = self.view_elements(diagram);
                row.flows = diagram.edges.iter().filter_map(|edge| self.view_flow(diagram, edge)).collect();
                row.hops = self.view_hops(diagram);
                row.for_customers = spec.bool("for_customers");
                row.aspects = self.aspects(spec);
                if spec.bool("tells_update") {
                    row.update = self.update_steps(diagram);
                }
            }
        }
        row
    }

    /// What the model says the view is for, else its documentation, else what its type says.
    fn why(&self, spec: &Spec<'_>) -> Option<String> {
        let own = spec.declared.and_then(|view| self.model.own(view, "why").and(spec.text("why")).map(str::to_owned));
        own.or_else(|| spec.declared.and_then(|view| self.documentation(view))).or_else(|| spec.text("why").map(str::to_owned))
    }

    /// A clause by its identifier; only the identifier where its standard is not imported.
    pub(in crate::report::build) fn clause_served(&self, identifier: &str) -> ClauseUse {
        let known = self.model.of_kind(Kind::Clause).find(|clause| self.model.text(*clause, "id") == Some(identifier));
        match known {
            Some(clause) => self.clause(clause),
            None => ClauseUse { id: identifier.to_owned(), ..ClauseUse::default() },
        }
    }

    fn view_elements(&self, diagram: &Diagram) -> Vec<ViewElement> {
        let used =
            |port: usize| diagram.edges.iter().any(|edge| edge.source == End::Port(port) || edge.target == End::Port(port));
        let ports = |owner: End| -> Vec<ViewPort> {
            let at_owner = diagram.ports.iter().enumerate().filter(|(_, port)| port.owner == owner);
            let row = |(at, port): (usize, &crate::report::diagram::PortMark)| ViewPort {
                id: port.id.clone(),
                name: port.name.clone(),
                default_state: self.model.find(&port.id).and_then(|id| self.symbol(id, "default")),
                used: used(at),
            };
            at_owner.map(row).collect()
        };
        let element = |id: &str, name: &str, parent: Option<usize>, end: End| {
            let found = self.model.find(id);
            let kind = found.map(|id| self.type_title(id).unwrap_or_else(|| self.model.element(id).kind.word().to_owned()));
            ViewElement {
                id: id.to_owned(),
                name: name.to_owned(),
                kind: kind.unwrap_or_default(),
                within: parent.map(|frame| diagram.frames[frame].name.clone()),
                parent: parent.map(|frame| diagram.frames[frame].id.clone()),
                purpose: found.and_then(|id| self.text(id, "purpose").or_else(|| self.documentation(id))),
                opened: matches!(end, End::Frame(_)),
                ports: ports(end),
            }
        };
        let frames = diagram.frames.iter().enumerate();
        let frames = frames.map(|(at, frame)| element(&frame.id, &frame.name, frame.parent, End::Frame(at)));
        let nodes = diagram.nodes.iter().enumerate();
        let nodes = nodes.map(|(at, node)| element(&node.id, &node.name, node.parent, End::Node(at)));
        frames.chain(nodes).collect()
    }

    /// A flow as the picture draws it: between the shapes that stand for its ends, across the boundaries that are drawn.
    fn view_flow(&self, diagram: &Diagram, edge: &Edge) -> Option<ViewFlow> {
        let flow = self.model.find(&edge.id)?;
        let ends = *self.model.relations.ends(self.model, flow)?;
        let drawn = |id: &ElementId| {
            let id = self.model.identity(*id);
            diagram.frames.iter().any(|frame| frame.id == id) || diagram.nodes.iter().any(|node| node.id == id)
        };
        let crosses: Vec<ElementId> = self.model.relations.between(ends.source, ends.target).into_iter().filter(drawn).collect();
        let mut row = ViewFlow {
            id: edge.id.clone(),
            name: edge.name.clone(),
            source: name_of(diagram, edge.source),
            target: name_of(diagram, edge.target),
            two_way: ends.two_way,
            carries: self.port_data(&[&ends]),
            protocol: ends.protocol.map(|of| self.protocol(of)),
            crosses: self.titles(&crosses),
            signal_only: self.model.bool(flow, "signal_only") == Some(true),
            on_failure: self.failures(&ends),
            ..ViewFlow::default()
        };
        self.protections(flow, &mut row);
        Some(row)
    }

    /// Arrows that stand for no flow of the model: movements of an attacker.
    fn view_hops(&self, diagram: &Diagram) -> Vec<String> {
        let is_flow = |edge: &&Edge| self.model.find(&edge.id).is_some();
        let hop = |edge: &Edge| {
            let said: Vec<&str> = edge.carries.iter().map(|part| part.name.as_str()).collect();
            let (from, to) = (name_of(diagram, edge.source), name_of(diagram, edge.target));
            format!("{}, from {from} to {to} ({}).", edge.name, said.join("; "))
        };
        diagram.edges.iter().filter(|edge| !is_flow(edge)).map(hop).collect()
    }

    fn failures(&self, ends: &FlowEnds) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for end in [ends.target, ends.source] {
            if let Some(text) = self.text(end, "on_failure")
                && self.model.element(end).kind == Kind::Port
            {
                texts.push(format!("At {}: {text}", self.model.title(end)));
            }
        }
        texts
    }

    fn protections(&self, flow: ElementId, row: &mut ViewFlow) {
        match self.model.symbol(flow, "authentication") {
            Some("no authentication") => row.missing.push("authentication".to_owned()),
            Some(words) => row.protected.push(words.to_owned()),
            None => row.unknown.push("authentication".to_owned()),
        }
        for (attribute, there, missing) in PROTECTIONS {
            match self.model.bool(flow, attribute) {
                Some(true) => row.protected.push(there.to_owned()),
                Some(false) => row.missing.push(missing.to_owned()),
                // most flows carry nothing that bears a signature, and nobody need say so
                None if attribute == "signed" => {}
                None => row.unknown.push(missing.to_owned()),
            }
        }
        let controls = self.model.relations.controls_of(flow).iter().filter(|control| self.model.relations.counts(**control));
        row.controls = controls.map(|control| self.control(*control)).collect();
    }

    /// In short, as it stands beside a message.
    pub(in crate::report::build) fn protection_mark(&self, flow: ElementId) -> Option<String> {
        if self.model.bool(flow, "signal_only") == Some(true) {
            return None;
        }
        let mut row = ViewFlow::default();
        self.protections(flow, &mut row);
        let mut marks: Vec<&str> = Vec::new();
        let there = |words: &str| row.protected.iter().any(|known| known == words);
        match self.model.symbol(flow, "authentication") {
            Some("both sides are authenticated") => marks.push("mutual authentication"),
            Some("the sender is authenticated") => marks.push("sender authenticated"),
            Some("the receiver is authenticated") => marks.push("receiver authenticated"),
            _ => {}
        }
        for (words, mark) in [
            ("encrypted", "encrypted"),
            ("protected against modification", "integrity"),
            ("protected against replay", "replay protection"),
            ("signed by its origin", "signed"),
        ] {
            if there(words) {
                marks.push(mark);
            }
        }
        if !marks.is_empty() {
            return Some(marks.join(", "));
        }
        let ends = self.model.relations.ends(self.model, flow)?;
        let crosses = !self.model.relations.between(ends.source, ends.target).is_empty();
        crosses.then(|| "no protection stated".to_owned())
    }

    /// What a reader looks for: found in the model, or absent for a reason.
    fn aspects(&mut self, spec: &Spec<'_>) -> Vec<AspectRow> {
        let mut rows = Vec::new();
        for (set, at) in spec.symbols("aspects") {
            let set = self.model.schema.set(set);
            let (name, title) = (set.name_at(at), set.title_at(at).to_owned());
            let all = self.shown(KindSet::DRAWN.without(Kind::Flow));
            let found: Vec<ElementId> = all.into_iter().filter(|id| self.holds(*id, name)).collect();
            let attribute = format!("no_{name}");
            let absent_because = spec.text(&attribute).map(str::to_owned);
            rows.push(AspectRow { title, elements: self.titles(&found), absent_because, attribute });
        }
        rows
    }

    /// Controls behind a fact of an element, by name.
    pub(super) fn behind(&self, id: ElementId, attribute: &str) -> Option<String> {
        let attribute = self.model.schema.attribute(self.model.element(id).kind, attribute)?;
        match self.model.known(id, attribute)?.origin {
            Origin::Control(control) => Some(self.model.title(control).to_owned()),
            _ => None,
        }
    }
}

/// What is written in the shape at an end, or in the one that a port stands on.
fn name_of(diagram: &Diagram, end: End) -> String {
    match end {
        End::Node(node) => diagram.nodes[node].name.clone(),
        End::Frame(frame) => diagram.frames[frame].name.clone(),
        End::Port(port) => name_of(diagram, diagram.ports[port].owner),
    }
}
