//! The view of harm to several patients, taken from the attack paths.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::model::{ElementId, Kind, KindSet};
use crate::report::{AttackPaths, HopRow, SeveralRow, SeveralWay};

impl Writer<'_> {
    /// The weakest way from each position to what serves several patients, or the way that was considered: flows, components, words.
    pub(super) fn ways_to_several(&mut self) -> (Vec<ElementId>, IndexSet<ElementId, FxBuildHasher>, Vec<SeveralWay>) {
        let paths = self.attack_paths(1).0;
        let (mut flows, mut shown) = (IndexSet::<ElementId, FxBuildHasher>::default(), IndexSet::default());
        let mut ways = Vec::new();
        for row in &paths.several_patients {
            let hops: Vec<&HopRow> = row.way.iter().flat_map(|way| &way.hops).filter_map(|id| hop(&paths, id)).collect();
            for hop in &hops {
                for id in [&hop.from, &hop.over, &hop.to].into_iter().filter_map(|id| self.model.find(id)) {
                    if let Some(ends) = self.model.relations.ends(self.model, id) {
                        flows.insert(id);
                        shown.extend([ends.source, ends.target].map(|end| self.model.component_of(end)));
                    } else {
                        shown.insert(self.model.component_of(id));
                    }
                }
            }
            let mut way = told(&paths, row, &hops);
            if let Some(target) = row.target.as_ref().and_then(|id| self.model.find(id)) {
                for (element, flow) in self.onward(target) {
                    let component = self.model.component_of(element);
                    let name = self.model.title(component).to_owned();
                    if way.onward.last() != Some(&name) {
                        way.onward.push(name);
                    }
                    if let Some(ends) = flow.and_then(|flow| self.model.relations.ends(self.model, flow)) {
                        flows.insert(ends.flow);
                        shown.extend([ends.source, ends.target].map(|end| self.model.component_of(end)));
                    }
                }
            }
            ways.push(way);
        }
        (flows.into_iter().collect(), shown, ways)
    }

    /// A shortest way along flows from what serves several patients to a device; nothing where it is on one or no flow leads there.
    fn onward(&self, target: ElementId) -> Vec<(ElementId, Option<ElementId>)> {
        let from = self.model.relations.ends(self.model, target).map_or(target, |ends| ends.target);
        let from = self.model.component_of(from);
        let devices =
            self.shown(KindSet::of(Kind::Boundary)).into_iter().filter(|id| self.model.bool(*id, "device") == Some(true));
        let on_device = |id: ElementId, device: ElementId| self.is_inside(id, device);
        let ways = devices.filter(|device| !on_device(from, *device));
        let ways = ways.filter_map(|device| self.evaluator.graph().path(self.model, from, device));
        ways.min_by_key(Vec::len).unwrap_or_default()
    }
}

fn hop<'p>(paths: &'p AttackPaths, id: &str) -> Option<&'p HopRow> {
    paths.hops.iter().find(|hop| hop.id == id)
}

fn told(paths: &AttackPaths, row: &SeveralRow, hops: &[&HopRow]) -> SeveralWay {
    let position = paths.positions.iter().find(|position| position.id == row.position);
    SeveralWay {
        position: position.map_or_else(|| row.position.clone(), |position| position.name.clone()),
        target: row.target.as_ref().map(|_| row.name.clone()),
        hops: hops.iter().map(|hop| (*hop).clone()).collect(),
        stop: row.stop.clone(),
        onward: Vec::new(),
    }
}
