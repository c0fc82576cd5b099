//! Communication paths: one row a flow, and one for each way on which a class of data is passed on over several flows.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::model::{ElementId, FlowEnds, Kind, KindSet};
use crate::report::{DetailRow, PathRow};

/// A path on which data are passed on: its ends and its flows.
type Chain = (ElementId, ElementId, Vec<FlowEnds>);

impl Writer<'_> {
    /// Direct paths in the order of declaration, then indirect ones by data.
    pub(super) fn paths(&self) -> Vec<PathRow> {
        let flows = self.shown(KindSet::of(Kind::Flow));
        let ends = flows.into_iter().filter_map(|flow| self.model.relations.ends(self.model, flow).copied());
        let mut rows: Vec<PathRow> = ends.map(|ends| self.direct(&ends)).collect();
        for data in self.model.of_kind(Kind::Data) {
            rows.extend(self.chains(data).iter().map(|chain| self.indirect(data, chain)));
        }
        rows
    }

    fn direct(&self, ends: &FlowEnds) -> PathRow {
        let details = self.details(ends);
        PathRow {
            id: self.model.identity(ends.flow),
            name: self.model.title(ends.flow).to_owned(),
            direct: true,
            flows: vec![self.model.identity(ends.flow)],
            details,
            ..self.between(self.model.component_of(ends.source), self.model.component_of(ends.target), &[*ends])
        }
    }

    fn between(&self, source: ElementId, target: ElementId, flows: &[FlowEnds]) -> PathRow {
        let mut protocols: Vec<String> = Vec::new();
        let mut addresses: Vec<String> = Vec::new();
        for ends in flows {
            let protocol = ends.protocol.map(|of| self.protocol(of));
            protocols.extend(protocol.filter(|protocol| !protocols.contains(protocol)));
            addresses.extend(self.addressing(ends).filter(|address| !addresses.contains(address)));
        }
        PathRow {
            source: self.model.identity(source),
            target: self.model.identity(target),
            source_name: self.model.title(source).to_owned(),
            target_name: self.model.title(target).to_owned(),
            protocols,
            network: flows.iter().any(|ends| self.is_over_network(ends)),
            addressing: (!addresses.is_empty()).then(|| addresses.join(", ")),
            ..PathRow::default()
        }
    }

    /// Whether a flow leads over a network: by its protocol; where nobody has said which it is, by what the ports offer at which it ends.
    fn is_over_network(&self, ends: &FlowEnds) -> bool {
        match ends.protocol {
            Some(of) => self.runs_on_ip(of),
            None => [ends.source, ends.target].into_iter().any(|end| self.model.offers(end, "ip")),
        }
    }

    /// Ways on which a class of data is passed on over two flows or more: from each element where it begins to each that it reaches,
    /// by the fewest flows. Where it goes round in a circle, it begins wherever it is sent.
    fn chains(&self, data: ElementId) -> Vec<Chain> {
        let mut steps: IndexMap<ElementId, Vec<(ElementId, FlowEnds)>, FxBuildHasher> = IndexMap::default();
        let mut receivers: Vec<ElementId> = Vec::new();
        for flow in self.model.carried_by(data) {
            let Some(ends) = self.model.relations.ends(self.model, *flow).copied() else { continue };
            let (source, target) = (self.model.component_of(ends.source), self.model.component_of(ends.target));
            for (from, to) in [(source, target), (target, source)].into_iter().take(1 + usize::from(ends.two_way)) {
                steps.entry(from).or_default().push((to, ends));
                receivers.push(to);
            }
        }
        receivers.sort_unstable();
        let begins = |from: &&ElementId| receivers.binary_search(from).is_err();
        let mut origins: Vec<ElementId> = steps.keys().filter(begins).copied().collect();
        if origins.is_empty() {
            origins.extend(steps.keys().take(1));
        }
        origins.into_iter().flat_map(|origin| spread(&steps, origin)).collect()
    }

    fn indirect(&self, data: ElementId, (source, target, flows): &Chain) -> PathRow {
        let ids: Vec<String> = flows.iter().map(|ends| self.model.identity(ends.flow)).collect();
        let each: Vec<Vec<DetailRow>> = flows.iter().map(|ends| self.details(ends)).collect();
        let mut details: Vec<DetailRow> = each[0].clone();
        for (at, detail) in details.iter_mut().enumerate() {
            detail.answer = self.joined(flows, each.iter().map(|details| details[at].answer.as_deref()));
        }
        details[1].answer = Some(self.natured(data));
        details[6].answer = Some(self.hand_off(*source, flows));
        PathRow {
            id: format!("{}:{}", self.model.identity(data), ids.join(">")),
            name: self.model.title(data).to_owned(),
            direct: false,
            flows: ids,
            details,
            ..self.between(*source, *target, flows)
        }
    }

    /// The answers of several flows as one: what all say once, else each by name. Nothing where one of them says nothing.
    fn joined<'a>(&self, flows: &[FlowEnds], answers: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
        let answers: Vec<&str> = answers.collect::<Option<_>>()?;
        if answers.iter().all(|answer| *answer == answers[0]) {
            return Some(answers[0].to_owned());
        }
        let named = flows.iter().zip(answers).map(|(ends, answer)| format!("{}: {answer}", self.model.title(ends.flow)));
        Some(named.collect::<Vec<_>>().join("; "))
    }

    /// Who hands over to whom, and how the passage is protected while it lasts.
    fn hand_off(&self, source: ElementId, flows: &[FlowEnds]) -> String {
        let mut at = source;
        let mut told = Vec::new();
        for ends in flows {
            let (from, to) = (self.model.component_of(ends.source), self.model.component_of(ends.target));
            let next = if at == from { to } else { from };
            let signed = if self.model.bool(ends.flow, "signed") == Some(true) { ", signed by the origin" } else { "" };
            told.push(format!(
                "{} hands over to {} by “{}”{signed}",
                self.model.title(at),
                self.model.title(next),
                self.model.title(ends.flow)
            ));
            at = next;
        }
        told.join(", then ")
    }
}

/// From one element to all that data reach over two flows or more.
fn spread(steps: &IndexMap<ElementId, Vec<(ElementId, FlowEnds)>, FxBuildHasher>, origin: ElementId) -> Vec<Chain> {
    let mut reached: IndexMap<ElementId, Vec<FlowEnds>, FxBuildHasher> = IndexMap::default();
    reached.insert(origin, Vec::new());
    let mut next = 0;
    while let Some((at, way)) = reached.get_index(next).map(|(at, way)| (*at, way.clone())) {
        for (to, ends) in steps.get(&at).into_iter().flatten() {
            if !reached.contains_key(to) {
                reached.insert(*to, [way.clone(), vec![*ends]].concat());
            }
        }
        next += 1;
    }
    let indirect = reached.into_iter().filter(|(_, way)| way.len() > 1);
    indirect.map(|(target, way)| (origin, target, way)).collect()
}
