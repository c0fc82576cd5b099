//! A use case: who takes part in it, from left to right, and what they say to each other, from first to last.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::diagrams::Drawing;
use crate::model::{ElementId, FlowEnds, Kind};
use crate::report::diagram::{End, Frame, FrameShape};

/// Who stands for an end of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Participant {
    id: ElementId,
    /// Whether it stands for everything inside it, which the picture does not open.
    closed: bool,
    /// Its place in the view's `of`; those that are only neighbours come after all of them.
    rank: usize,
}

impl Drawing<'_, '_> {
    /// Fills the picture of a use case.
    pub(super) fn tell(&mut self) {
        let messages = self.messages();
        let mut participants: Vec<Participant> = Vec::new();
        for participant in messages.iter().flat_map(|(_, source, target)| [*source, *target]) {
            if participants.iter().all(|known| known.id != participant.id) {
                participants.push(participant);
            }
        }
        // stable: those of one rank stay in the order of their first appearance
        participants.sort_by_key(|participant| participant.rank);
        let mut frames: IndexMap<ElementId, usize, FxBuildHasher> = IndexMap::default();
        let mut places: IndexMap<ElementId, End, FxBuildHasher> = IndexMap::default();
        for participant in participants {
            let frame = self.boundary_of(participant.id).map(|boundary| self.boundary(boundary, &mut frames));
            let stands_for = if participant.closed { self.hidden(participant.id) } else { self.own(participant.id) };
            places.insert(participant.id, self.shape(participant.id, frame, &stands_for));
        }
        for (ends, source, target) in &messages {
            if let (Some(source), Some(target)) = (places.get(&source.id), places.get(&target.id)) {
                self.arrow(ends, *source, *target);
            }
        }
    }

    /// The messages in order, each with its sender and its receiver. One that was asked for by name is told even where both ends are inside
    /// one closed participant: leaving it out would tell another story.
    fn messages(&self) -> Vec<(FlowEnds, Participant, Participant)> {
        let model = self.writer.model;
        let listed = &self.choice.flows;
        let flows: Vec<FlowEnds> = if self.choice.all_flows {
            model.flows.clone()
        } else {
            listed.iter().filter_map(|flow| model.flows.iter().find(|ends| ends.flow == *flow).cloned()).collect()
        };
        let told = flows.into_iter().filter_map(|ends| {
            let (source, target) = self.parties(&ends)?;
            let inside = |end: ElementId| model.component_of(end) != source.id;
            let hidden = source.id == target.id && (inside(ends.source) || inside(ends.target));
            (!hidden || !self.choice.all_flows).then_some((ends, source, target))
        });
        told.collect()
    }

    /// Sender and receiver of a flow; none where the view does not show one of them.
    fn parties(&self, ends: &FlowEnds) -> Option<(Participant, Participant)> {
        let neighbour = |end: ElementId| {
            let id = self.writer.model.component_of(end);
            self.choice.neighbours.then_some(Participant { id, closed: true, rank: usize::MAX })
        };
        match (self.participant(ends.source), self.participant(ends.target)) {
            (Some(source), Some(target)) => Some((source, target)),
            (Some(source), None) => neighbour(ends.target).map(|target| (source, target)),
            (None, Some(target)) => neighbour(ends.source).map(|source| (source, target)),
            (None, None) => None,
        }
    }

    /// The component at an end of a flow, or what the view shows in its stead: no deeper than `depth` levels inside what `of` names.
    fn participant(&self, end: ElementId) -> Option<Participant> {
        let model = self.writer.model;
        let component = model.component_of(end);
        // from the component outwards
        let around: Vec<ElementId> = std::iter::successors(Some(component), |id| model.element(*id).parent).collect();
        let of = &self.choice.of;
        let (outermost, rank) = if of.is_empty() {
            (around.len() - 1, 0)
        } else {
            around.iter().enumerate().find_map(|(at, id)| Some((at, of.iter().position(|named| named == id)?)))?
        };
        let at = outermost.saturating_sub(self.choice.depth);
        Some(Participant { id: around[at], closed: outermost - at == self.choice.depth || !self.has_parts(around[at]), rank })
    }

    fn has_parts(&self, id: ElementId) -> bool {
        let parts = self.writer.model.relations.children(id);
        parts.iter().any(|part| !matches!(self.writer.model.element(*part).kind, Kind::Port | Kind::Flow))
    }

    /// An element with its ports, without its parts.
    fn own(&self, id: ElementId) -> Vec<ElementId> {
        let model = self.writer.model;
        let ports = model.relations.children(id).iter().copied().filter(|part| model.element(*part).kind == Kind::Port);
        std::iter::once(id).chain(ports).collect()
    }

    /// The innermost boundary around an element.
    fn boundary_of(&self, id: ElementId) -> Option<ElementId> {
        let model = self.writer.model;
        let mut around = std::iter::successors(model.element(id).parent, |id| model.element(*id).parent);
        around.find(|id| model.element(*id).kind == Kind::Boundary)
    }

    /// The frame of a boundary, after those around it; gives its index.
    fn boundary(&mut self, id: ElementId, frames: &mut IndexMap<ElementId, usize, FxBuildHasher>) -> usize {
        if let Some(frame) = frames.get(&id) {
            return *frame;
        }
        let model = self.writer.model;
        let parent = self.boundary_of(id).map(|outer| self.boundary(outer, frames));
        let (counts, controls) = (self.counts(&[id]), self.controls(&[id]));
        self.out.frames.push(Frame {
            id: model.identity(id),
            name: model.title(id).to_owned(),
            shape: FrameShape::Boundary,
            parent,
            counts,
            controls,
        });
        frames.insert(id, self.out.frames.len() - 1);
        self.out.frames.len() - 1
    }
}
