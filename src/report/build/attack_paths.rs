//! Attack paths in words.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::findings::{Finding, State};
use crate::graph::{Distances, Way};
use crate::model::{ElementId, Kind, KindSet, Value};
use crate::report::diagram::Diagram;
use crate::report::{AttackPaths, AttackedRow, HopFinding, HopRow, ObstacleRow, PositionRow, WayRow};
use crate::risk::{AttackGraph, Guarantee, Obstacle, Passage, Stance, Standing};
use crate::threads::in_parts;

/// Ways to fewer assets are looked for by one thread: starting more would take longer than it saves.
const WORTH_A_THREAD: usize = 40;

/// How many assets, those of the worst harm first, have a picture.
const MOST_PICTURES: usize = 12;

/// What ways are found in, and the hops that were worded.
pub(super) struct Ground<'c> {
    pub(super) graph: AttackGraph<'c>,
    pub(super) distances: Vec<Distances>,
    pub(super) hops: Hops<'c>,
}

/// Hops that were worded, by identity, and open findings by element.
#[derive(Default)]
pub(super) struct Hops<'c> {
    pub(super) rows: IndexMap<String, (HopRow, Passage), FxBuildHasher>,
    /// By the number of a passage where its row is.
    of_passage: IndexMap<usize, usize, FxBuildHasher>,
    findings: IndexMap<ElementId, Vec<&'c Finding>, FxBuildHasher>,
}

impl Ground<'_> {
    /// Up to `most` weakest ways to each asset from each position. They do not depend on how many threads look for them.
    pub(super) fn weakest(&self, assets: &[ElementId], most: usize) -> Vec<Vec<Vec<Way>>> {
        let to = |asset: &ElementId| {
            let places = self.graph.places_of(*asset);
            self.distances.iter().map(|distances| self.graph.weakest(distances, &places, most)).collect()
        };
        in_parts(assets, WORTH_A_THREAD, |part| part.iter().map(to).collect::<Vec<_>>()).into_iter().flatten().collect()
    }

    /// A hop that was worded.
    pub(super) fn hop(&self, id: &str) -> Option<(&HopRow, Passage)> {
        self.hops.rows.get(id).map(|(row, passage)| (row, *passage))
    }
}

impl<'c> Writer<'c> {
    /// What ways are found in.
    pub(super) fn ground(&mut self) -> Ground<'c> {
        let compilation = self.compilation;
        let graph = AttackGraph::new(&mut self.evaluator, &compilation.rules);
        let distances = (0..graph.positions.len()).map(|position| graph.distances_from(position)).collect();
        let mut hops = Hops::default();
        for finding in &compilation.findings.all {
            if matches!(compilation.findings.state(finding), State::Open | State::Question) {
                hops.findings.entry(finding.element).or_default().push(finding);
            }
        }
        Ground { graph, distances, hops }
    }

    /// Up to `most` weakest ways from each position to each asset, and pictures of the ways to the worst.
    pub(super) fn attack_paths(&mut self, most: usize) -> (AttackPaths, Vec<Diagram>) {
        let mut ground = self.ground();
        let assets = self.assets_at_stake();
        let found = ground.weakest(&assets, most);
        let mut rows: Vec<AttackedRow> =
            assets.iter().zip(found).map(|(asset, found)| self.attacked(*asset, found, &mut ground)).collect();
        let mut pictures = Vec::new();
        for (asset, row) in assets.iter().zip(&mut rows).take(MOST_PICTURES).filter(|(_, row)| !row.ways.is_empty()) {
            let picture = self.picture_of(*asset, row, &ground);
            row.picture = Some(picture.id.clone());
            row.pictured = picture.names();
            pictures.push(picture);
        }
        let several_patients = self.several_patients(&assets, &mut ground);
        let shared = self.shared(&ground);
        let row = |position: &crate::risk::Position| PositionRow {
            id: position.id.clone(),
            name: position.name.clone(),
            zones: position.zones.iter().map(|zone| self.model.identity(*zone)).collect(),
            entries: position.flows.len() + position.ports.len() + position.held.len(),
        };
        let paths = AttackPaths {
            most,
            positions: ground.graph.positions.iter().map(row).collect(),
            assets: rows,
            hops: ground.hops.rows.into_values().map(|(row, _)| row).collect(),
            several_patients,
            shared,
        };
        (paths, pictures)
    }

    /// Data and elements with harms of their own, the worst harm first.
    pub(super) fn assets_at_stake(&self) -> Vec<ElementId> {
        let kinds = KindSet::DRAWN.with(KindSet::of(Kind::Data)).without(Kind::Actor);
        let at_stake = |id: &ElementId| !self.model.references(*id, "harms").is_empty();
        let all = self.model.iter().filter(|(_, element)| kinds.contains(element.kind)).map(|(id, _)| id);
        let mut assets: Vec<ElementId> = all.filter(at_stake).collect();
        assets.sort_by_key(|id| std::cmp::Reverse(self.worst(*id).map_or(0, |at| at + 1)));
        assets
    }

    fn worst(&self, asset: ElementId) -> Option<u16> {
        let severity = |harm: ElementId| match self.model.value(harm, "severity") {
            Some(Value::Symbol(_, at)) => Some(*at),
            _ => None,
        };
        self.model.references(asset, "harms").into_iter().filter_map(severity).max()
    }

    /// An asset with the ways to it, which were found from each position.
    pub(super) fn attacked(&mut self, asset: ElementId, found: Vec<Vec<Way>>, ground: &mut Ground<'c>) -> AttackedRow {
        let Ground { graph, hops, .. } = ground;
        let mut row = AttackedRow {
            id: self.model.identity(asset),
            name: self.model.title(asset).to_owned(),
            kind: self.model.element(asset).kind.word().to_owned(),
            severity: self.worst(asset).and_then(|at| self.severity_title(at)),
            harms: self.titles(&self.model.references(asset, "harms")),
            ..AttackedRow::default()
        };
        for (position, found) in graph.positions.iter().zip(found) {
            if found.is_empty() {
                row.unreached.push(position.id.clone());
            }
            for (at, way) in found.iter().enumerate() {
                row.ways.push(self.way(graph, way, &position.id, at + 1, hops));
            }
        }
        row
    }

    pub(super) fn way(&mut self, graph: &AttackGraph<'c>, way: &Way, position: &str, rank: usize, hops: &mut Hops<'c>) -> WayRow {
        let mut row = WayRow { position: position.to_owned(), rank, resistance: way.cost, ..WayRow::default() };
        for number in &way.passages {
            let passage = graph.passage(*number);
            let at = match hops.of_passage.get(number) {
                Some(known) => *known,
                None => {
                    let at = self.hop(graph, passage, hops);
                    hops.of_passage.insert(*number, at);
                    at
                }
            };
            let hop = &hops.rows[at].0;
            row.unprotected += usize::from(hop.unprotected);
            row.hops.push(hop.id.clone());
            row.names.push(self.model.title(passage.leads_to(self.model)).to_owned());
        }
        row
    }

    /// Words a hop, if that was not done before, and gives its place among the rows.
    fn hop(&mut self, graph: &AttackGraph<'c>, passage: Passage, hops: &mut Hops<'c>) -> usize {
        let (from, over, to) = self.ends_of(graph, passage);
        let id = match passage {
            Passage::Carry { data, sealed, .. } => {
                format!("{from}>{over}>{to}:{}{}", self.model.identity(data), if sealed { "" } else { ":unsigned" })
            }
            _ => format!("{from}>{over}>{to}"),
        };
        if let Some(known) = hops.rows.get_index_of(&id) {
            return known;
        }
        let mut row = HopRow { id: id.clone(), text: self.step_told(graph, passage), from, over, to, ..HopRow::default() };
        if let Some(flow) = flow_of(passage)
            && let Some(ends) = self.model.relations.ends(self.model, flow).copied()
        {
            row.protocol = ends.protocol.map(|of| self.protocol(of));
            row.crosses = self.titles(&self.model.relations.between(ends.source, ends.target));
        }
        let stance = passage.stance();
        row.resistance = 1;
        row.unprotected = true;
        for obstacle in graph.obstacles(&mut self.evaluator, passage) {
            row.resistance += obstacle.resistance(stance);
            self.obstacle(&obstacle, stance, &mut row);
        }
        self.open_ends(passage, hops, &mut row);
        hops.rows.insert_full(id, (row, passage)).0
    }

    fn obstacle(&self, obstacle: &Obstacle, stance: Stance, row: &mut HopRow) {
        let text = self.model.title(obstacle.factor).to_owned();
        let at = || format!("{text} ({})", self.model.title(obstacle.element));
        match &obstacle.standing {
            Standing::There(controls, guarantee) => {
                row.unprotected &= obstacle.structural;
                row.present.push(ObstacleRow {
                    text,
                    element: self.model.identity(obstacle.element),
                    resistance: obstacle.resistance(stance),
                    structural: obstacle.structural,
                    controls: controls.iter().map(|control| self.control(*control)).collect(),
                    guaranteed: guarantee.map(|guarantee| match guarantee {
                        Guarantee::Type(of) => self.model.type_title(of).to_owned(),
                        Guarantee::Boundary(boundary) => self.model.title(boundary).to_owned(),
                    }),
                });
            }
            Standing::Claimed => row.claimed.push(at()),
            Standing::Unknown => row.unknown.push(at()),
            Standing::Missing => row.missing.push(at()),
        }
    }

    /// Open and undecided findings on a hop, and what would cut it.
    fn open_ends(&self, passage: Passage, hops: &Hops<'c>, row: &mut HopRow) {
        let flow_and_ports = passage.elements(self.model).into_iter().filter(|id| !self.model.element(*id).kind.is_component());
        for id in flow_and_ports {
            for finding in hops.findings.get(&id).into_iter().flatten() {
                let rule = self.compilation.rules.rules[finding.rule as usize].id;
                row.findings.push(HopFinding { id: self.finding_id(finding), state: self.compilation.findings.state(finding) });
                for fix in self.fixes(rule) {
                    push(&mut row.cut_by, fix);
                }
            }
        }
        for id in passage.elements(self.model) {
            for control in self.model.relations.controls_of(id) {
                if !self.model.relations.counts(*control) {
                    push(&mut row.cut_by, format!("{} (not yet in place)", self.model.title(*control)));
                }
            }
        }
    }

    /// Identities of what a passage leads from, over and to.
    fn ends_of(&self, graph: &AttackGraph<'c>, passage: Passage) -> (String, String, String) {
        let (model, at) = (self.model, |position: usize| graph.positions[position].id.clone());
        let to = model.identity(passage.leads_to(model));
        match passage {
            Passage::Intercept { position, .. } => (at(position), String::new(), to),
            Passage::Connect { position, port } => (at(position), model.identity(port), to),
            Passage::Hold { position, .. } => (at(position), String::new(), to),
            Passage::Forge { flow, .. } => (model.identity(flow), model.identity(flow), to),
            Passage::Send { flow, from, .. } | Passage::Carry { flow, from, .. } => {
                (model.identity(model.component_of(from)), model.identity(flow), to)
            }
            Passage::Within { from, .. } => (model.identity(from), String::new(), to),
        }
    }

    fn step_told(&self, graph: &AttackGraph<'c>, passage: Passage) -> String {
        let title = |id: ElementId| self.model.title(id);
        let to = title(passage.leads_to(self.model));
        match passage {
            Passage::Intercept { position, flow } => {
                format!("{} gets at “{}” on its way", graph.positions[position].name, title(flow))
            }
            Passage::Connect { position, port } => {
                format!("{} connects at {} and gets into {to}", graph.positions[position].name, title(port))
            }
            Passage::Hold { position, .. } => format!("{} has {to} in hand", graph.positions[position].name),
            Passage::Forge { flow, .. } => format!("forged or changed messages on “{}” get into {to}", title(flow)),
            Passage::Send { flow, from, .. } => {
                format!("{} sends over “{}” into {to}", title(self.model.component_of(from)), title(flow))
            }
            Passage::Carry { data, flow, sealed: true, .. } => {
                format!("“{}”, manipulated before it was signed, is passed on over “{}” into {to}", title(data), title(flow))
            }
            Passage::Carry { data, flow, from, .. } => {
                format!(
                    "{} passes manipulated “{}” on to {to} over “{}”",
                    title(self.model.component_of(from)),
                    title(data),
                    title(flow)
                )
            }
            Passage::Within { from, .. } => format!("from {} into {to}, of one piece with it", title(from)),
        }
    }
}

fn flow_of(passage: Passage) -> Option<ElementId> {
    match passage {
        Passage::Intercept { flow, .. }
        | Passage::Forge { flow, .. }
        | Passage::Send { flow, .. }
        | Passage::Carry { flow, .. } => Some(flow),
        Passage::Connect { .. } | Passage::Hold { .. } | Passage::Within { .. } => None,
    }
}

fn push(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}
