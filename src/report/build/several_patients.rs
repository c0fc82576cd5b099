//! The view of harm to several patients (row B5): from each position the weakest way to what serves more than one, with the gates on it, or the
//! way that was considered and where it stops; and what many patients or devices share.

use super::Writer;
use super::attack_paths::Ground;
use crate::model::{ElementId, Kind, KindSet};
use crate::report::{ReachRow, SeveralRow, SharedRow, WayRow};
use crate::rules::Truth;

/// The derived attribute by which a library says that an element serves several patients.
const SEVERAL: &str = "multi_patient";
/// The derived attribute by which a library says that an element keeps a secret that other devices have, too.
const SECRET: &str = "shared_secret";

impl<'c> Writer<'c> {
    /// For each position the weakest way to what serves several patients. Where there is none: the weakest way to the worst harm, else to
    /// anything, and why it stops with one patient.
    pub(super) fn several_patients(&mut self, assets: &[ElementId], ground: &mut Ground<'c>) -> Vec<SeveralRow> {
        let shown = self.shown(KindSet::DRAWN.without(Kind::Actor).without(Kind::Boundary).without(Kind::Port));
        let serving: Vec<ElementId> = shown.iter().copied().filter(|id| self.derived(*id, SEVERAL) == Truth::Yes).collect();
        let serving: Vec<usize> = serving.into_iter().map(ElementId::index).collect();
        let anything: Vec<usize> = shown.into_iter().map(ElementId::index).collect();
        let mut rows = Vec::new();
        for number in 0..ground.graph.positions.len() {
            let Ground { graph, distances, hops } = &mut *ground;
            let (position, distances) = (graph.positions[number].id.clone(), &distances[number]);
            let weakest = |places: &[usize]| graph.weakest(distances, places, 1).into_iter().next();
            let found = weakest(&serving);
            let reaches = found.is_some();
            let considered = || assets.iter().find_map(|asset| weakest(&graph.places_of(*asset))).or_else(|| weakest(&anything));
            let mut row = SeveralRow { position: position.clone(), ..SeveralRow::default() };
            if let Some(way) = found.or_else(considered) {
                let last = graph.passages(&way).last().map(|passage| passage.leads_to(self.model));
                row.name = last.map_or(String::new(), |last| self.model.title(last).to_owned());
                row.target = last.filter(|_| reaches).map(|last| self.model.identity(last));
                row.way = Some(self.way(graph, &way, &position, 1, hops));
            }
            if !reaches {
                row.stop = Some(match row.way {
                    Some(_) => format!(
                        "at {}: nothing says that it serves several patients, and nothing that is reached from this position does",
                        row.name
                    ),
                    None => "at the position itself: no way leads on from it".to_owned(),
                });
            }
            row.gates = row.way.as_ref().map_or_else(Vec::new, |way| gates(way, ground));
            rows.push(row);
        }
        rows
    }

    /// What serves several patients, and secrets that several devices have or may have, each with the positions it is reached from.
    pub(super) fn shared(&mut self, ground: &Ground<'c>) -> Vec<SharedRow> {
        let shown =
            self.shown(KindSet::DRAWN.without(Kind::Actor).without(Kind::Boundary).without(Kind::Port).without(Kind::Flow));
        let mut rows = Vec::new();
        for id in shown {
            let what = match (self.derived(id, SECRET), self.derived(id, SEVERAL)) {
                (Truth::Yes, _) => "keeps a secret that other devices have, too",
                (_, Truth::Yes) => "serves several patients",
                (Truth::Unknown, _) => "keeps secrets of which nobody has said that they differ from device to device",
                _ => continue,
            };
            let from = ground.graph.positions.iter().zip(&ground.distances);
            let reached_from = from.filter_map(|(position, distances)| {
                let (resistance, _) = distances.to(id.index())?;
                Some(ReachRow { position: position.id.clone(), resistance })
            });
            rows.push(SharedRow {
                id: self.model.identity(id),
                name: self.model.title(id).to_owned(),
                what: what.to_owned(),
                reached_from: reached_from.collect(),
            });
        }
        rows
    }

    /// What a derived attribute of the library says of an element; no where there is none of that name.
    fn derived(&mut self, id: ElementId, name: &str) -> Truth {
        let compilation = self.compilation;
        let kind = self.model.element(id).kind;
        let Some((number, _)) = compilation.rules.table.find(kind, name) else { return Truth::No };
        self.evaluator.ask(&compilation.rules.defines[number as usize].value, id).0
    }
}

/// What stands in the way and is more than a crossing, hop by hop.
fn gates(way: &WayRow, ground: &Ground<'_>) -> Vec<String> {
    let hops = way.hops.iter().filter_map(|id| ground.hop(id));
    let present = hops.flat_map(|(row, _)| &row.present).filter(|there| !there.structural);
    present
        .map(|there| {
            let controls: Vec<&str> = there.controls.iter().map(|control| control.name.as_str()).collect();
            let by = if controls.is_empty() { String::new() } else { format!(": {}", controls.join(", ")) };
            format!("{} ({}){by}", there.text, there.element)
        })
        .collect()
}
