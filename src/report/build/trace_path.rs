//! A trace on demand (row D2): from any element to any other, every hop with its data, its protections and its hand-off.

use super::Writer;
use crate::compile::Compilation;
use crate::model::{ElementId, FlowEnds, Kind};
use crate::report::{TraceHop, TraceRow};
use crate::text::SourceMap;
use crate::words::capitalised;

/// Numbers of the details that a hop shows, of the nineteen that a path has: interfaces are named by the hop itself.
const SHOWN: [usize; 8] = [2, 3, 5, 6, 8, 9, 10, 12];

/// The way with the fewest hops on which data can get from one element to another; without hops where none leads there.
pub fn trace(compilation: &Compilation, sources: &SourceMap, from: ElementId, to: ElementId) -> TraceRow {
    let writer = Writer::new(compilation, sources);
    let way = writer.evaluator.graph().path(writer.model, from, to);
    let mut row = TraceRow {
        from: writer.model.identity(from),
        to: writer.model.identity(to),
        same_element: from == to,
        ..TraceRow::default()
    };
    let Some(way) = way else {
        let all = writer.model.iter().filter(|(id, element)| {
            *id != from && element.kind.is_component() && writer.evaluator.graph().reaches(writer.model, from, *id)
        });
        row.reached = all.map(|(id, _)| writer.model.title(id).to_owned()).collect();
        return row;
    };
    let mut carried: Option<Vec<ElementId>> = None;
    for steps in way.windows(2) {
        let [(at, Some(flow)), (next, _)] = steps else {
            let [(at, _), (next, _)] = steps else { continue };
            // from a port to its component and back is no hop; from a component to its part is one
            if [*at, *next].iter().all(|id| writer.model.element(*id).kind != Kind::Port) {
                row.hops.push(writer.within(*at, *next));
            }
            continue;
        };
        let Some(ends) = writer.model.relations.ends(writer.model, *flow).copied() else { continue };
        let data = writer.model.references(*flow, "carries");
        carried = Some(match carried {
            Some(before) => before.into_iter().filter(|of| data.contains(of)).collect(),
            None => data,
        });
        row.hops.push(writer.traced(&ends, *at, *next));
    }
    row.carried = writer.titles(&carried.unwrap_or_default());
    row
}

impl Writer<'_> {
    fn traced(&self, ends: &FlowEnds, at: ElementId, next: ElementId) -> TraceHop {
        let details = self.details(ends).into_iter().filter(|detail| SHOWN.contains(&detail.number));
        TraceHop {
            text: format!(
                "{} hands over to {} by “{}”",
                self.owned_or_self(at),
                self.owned_or_self(next),
                self.model.title(ends.flow)
            ),
            flow: Some(self.model.identity(ends.flow)),
            backwards: at != ends.source,
            crosses: self.titles(&self.model.relations.between(ends.source, ends.target)),
            details: details.map(|detail| (capitalised(&detail.name), detail.answer)).collect(),
        }
    }

    fn within(&self, at: ElementId, next: ElementId) -> TraceHop {
        let text = format!("{} and {} are of one piece", self.model.title(at), self.model.title(next));
        TraceHop { text, ..TraceHop::default() }
    }

    /// `Radio board (at LAN)`
    fn owned_or_self(&self, end: ElementId) -> String {
        let owner = self.model.component_of(end);
        if owner == end {
            return self.model.title(end).to_owned();
        }
        format!("{} (at {})", self.model.title(owner), self.model.title(end))
    }
}
