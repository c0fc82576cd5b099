//! The weakest ways to an asset as a picture: the elements on them with their boundaries, attackers at their positions, and each hop with its
//! number, what stands in its way and what does not.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::Writer;
use super::attack_paths::Ground;
use super::diagrams::closed_shape;
use crate::model::{ElementId, FlowEnds, Kind};
use crate::report::diagram::{Carried, ControlCounts, Counts, Diagram, Edge, End, Frame, FrameShape, Node, NodeShape, PortMark};
use crate::report::{AttackedRow, HopRow, WayRow};
use crate::risk::Passage;

/// More ways than this make a thicket of a picture; the table has them all.
const MOST_WAYS: usize = 4;
/// More words than these make a book of a label; the table has them all.
const MOST_WORDS: usize = 2;

impl<'c> Writer<'c> {
    /// A view that shows attack paths: to some assets, or to the worst; from positions of some kinds, or from any.
    pub(super) fn attack_view(&mut self, id: &str, title: &str, mut assets: Vec<ElementId>, from: &[&str]) -> Diagram {
        if assets.is_empty() {
            assets.extend(self.assets_at_stake().first());
        }
        let mut ground = self.ground();
        let ground = &mut ground;
        let mut picture = Picture::new(id.to_owned(), title.to_owned());
        let mut numbers: IndexSet<String> = IndexSet::new();
        for asset in assets {
            let found = ground.weakest(&[asset], 1).pop().unwrap_or_default();
            let row = self.attacked(asset, found, ground);
            let ways = self.chosen(&row, from);
            for hop in ways.iter().flat_map(|way| &way.hops) {
                numbers.insert(hop.clone());
            }
            picture.show(self, asset, &ways, (&numbers, ground));
        }
        picture.out
    }

    /// The weakest way from each position, of these the weakest; those from a position that was asked for are all shown.
    fn chosen<'r>(&self, row: &'r AttackedRow, from: &[&str]) -> Vec<&'r WayRow> {
        let named =
            |way: &WayRow| from.iter().any(|kind| way.position == **kind || way.position.starts_with(&format!("{kind}.")));
        let mut ways: Vec<&WayRow> = row.ways.iter().filter(|way| way.rank == 1 && (from.is_empty() || named(way))).collect();
        if from.is_empty() {
            ways.sort_by_key(|way| (way.resistance, way.hops.len()));
            ways.truncate(MOST_WAYS);
        }
        ways
    }

    /// The picture of an asset, its hops with the numbers that the table of the asset gives them.
    pub(super) fn picture_of(&self, asset: ElementId, row: &AttackedRow, ground: &Ground<'c>) -> Diagram {
        let numbers: IndexSet<String> = row.ways.iter().flat_map(|way| way.hops.iter().cloned()).collect();
        let title = format!("Weakest ways to {}", self.model.title(asset));
        let mut picture = Picture::new(self.model.identity(asset).replace('.', "-"), title);
        picture.show(self, asset, &self.chosen(row, &[]), (&numbers, ground));
        picture.out
    }
}

/// A picture being put together.
struct Picture {
    out: Diagram,
    nodes: IndexMap<ElementId, usize, FxBuildHasher>,
    frames: IndexMap<ElementId, usize, FxBuildHasher>,
    ports: IndexMap<ElementId, usize, FxBuildHasher>,
    attackers: IndexMap<usize, usize, FxBuildHasher>,
    /// Hops that are drawn, by the first and the last of an arrow.
    drawn: IndexSet<(String, String)>,
}

impl Picture {
    fn new(id: String, title: String) -> Self {
        Self {
            out: Diagram { id, title, ..Diagram::default() },
            nodes: IndexMap::default(),
            frames: IndexMap::default(),
            ports: IndexMap::default(),
            attackers: IndexMap::default(),
            drawn: IndexSet::new(),
        }
    }

    fn show(
        &mut self,
        writer: &Writer<'_>,
        asset: ElementId,
        ways: &[&WayRow],
        (numbers, ground): (&IndexSet<String>, &Ground<'_>),
    ) {
        for way in ways {
            let mut hops = way.hops.iter().filter_map(|id| ground.hop(id)).peekable();
            while let Some((row, passage)) = hops.next() {
                // who gets at a flow and sends over it draws one arrow
                let forged = match passage {
                    Passage::Intercept { .. } => hops.next_if(|(_, next)| matches!(next, Passage::Forge { .. })),
                    _ => None,
                };
                self.arrow(writer, [Some((row, passage)), forged].into_iter().flatten().collect(), numbers, ground);
            }
            if let Some((_, last)) = way.hops.last().and_then(|id| ground.hop(id)) {
                let place = match last {
                    Passage::Intercept { flow, .. } => writer.model.relations.ends(writer.model, flow).map(|ends| ends.target),
                    _ => Some(last.leads_to(writer.model)),
                };
                self.mark(writer, place, asset);
            }
        }
        if ways.is_empty() {
            let note = format!("No way to {}", writer.model.title(asset));
            let places = ground.graph.places_of(asset).into_iter().map(ElementId::at);
            for place in places.filter(|id| writer.model.element(*id).kind.is_component()).take(MOST_WAYS) {
                let node = self.node(writer, place);
                self.out.nodes[node].type_name = Some(note.clone());
            }
        }
    }

    /// Says at an element that the asset is lost there.
    fn mark(&mut self, writer: &Writer<'_>, place: Option<ElementId>, asset: ElementId) {
        let Some(place) = place else { return };
        let component = writer.model.component_of(place);
        if component == asset {
            return;
        }
        let node = self.node(writer, component);
        let lost = format!("{} is lost here", writer.model.title(asset));
        let written = &mut self.out.nodes[node].type_name;
        if written.as_ref().is_none_or(|text| !text.contains(&lost)) {
            *written = Some(written.take().map_or_else(|| lost.clone(), |text| format!("{text}; {lost}")));
        }
    }

    /// One arrow for a hop, or for two that are one movement.
    fn arrow(&mut self, writer: &Writer<'_>, hops: Vec<(&HopRow, Passage)>, numbers: &IndexSet<String>, ground: &Ground<'_>) {
        let (Some((first, start)), Some((last, end))) = (hops.first().copied(), hops.last().copied()) else { return };
        if !self.drawn.insert((first.id.clone(), last.id.clone())) {
            return;
        }
        let model = writer.model;
        let source = match start {
            Passage::Intercept { position, .. } | Passage::Connect { position, .. } | Passage::Hold { position, .. } => {
                End::Node(self.attacker(ground, position))
            }
            Passage::Send { from, .. } | Passage::Carry { from, .. } | Passage::Within { from, .. } => self.end(writer, from),
            Passage::Forge { flow, .. } => match model.relations.ends(model, flow) {
                Some(ends) => self.end(writer, ends.source),
                None => return,
            },
        };
        let target = match end {
            Passage::Intercept { flow, .. } => match model.relations.ends(model, flow).copied() {
                Some(ends) => self.genuine(writer, &ends),
                None => return,
            },
            Passage::Connect { port, .. } => self.end(writer, port),
            Passage::Hold { component, .. } => self.end(writer, component),
            Passage::Forge { flow, end } => {
                if let Some(ends) = model.relations.ends(model, flow).copied() {
                    self.genuine(writer, &ends);
                }
                self.end(writer, end)
            }
            Passage::Send { end, .. } | Passage::Carry { end, .. } => self.end(writer, end),
            Passage::Within { to, .. } => self.end(writer, to),
        };
        let numbered: Vec<String> =
            hops.iter().filter_map(|(row, _)| numbers.get_index_of(&row.id)).map(|at| (at + 1).to_string()).collect();
        self.out.edges.push(Edge {
            id: hops.iter().map(|(row, _)| row.id.as_str()).collect::<Vec<_>>().join(" "),
            name: format!("{}. {}", numbered.join(", "), short(writer, start)),
            carries: protections(&hops).into_iter().map(|name| Carried { name, class: None }).collect(),
            protocol: None,
            source,
            target,
            two_way: false,
            counts: Counts::default(),
            fetched: false,
            movement: true,
            controls: ControlCounts::default(),
        });
    }

    /// The flow that is got at, as it is meant; gives the end that takes.
    fn genuine(&mut self, writer: &Writer<'_>, ends: &FlowEnds) -> End {
        let model = writer.model;
        let (source, target) = (self.end(writer, ends.source), self.end(writer, ends.target));
        let id = model.identity(ends.flow);
        if !self.out.edges.iter().any(|edge| edge.id == id) {
            self.out.edges.push(Edge {
                id,
                name: model.title(ends.flow).to_owned(),
                carries: writer.carried(ends.flow),
                protocol: ends.protocol.map(|of| writer.protocol(of)),
                source,
                target,
                two_way: ends.two_way,
                fetched: writer.opening(ends).0 != ends.source,
                movement: false,
                counts: Counts::default(),
                controls: ControlCounts::default(),
            });
        }
        target
    }

    fn attacker(&mut self, ground: &Ground<'_>, position: usize) -> usize {
        if let Some(known) = self.attackers.get(&position) {
            return *known;
        }
        let at = &ground.graph.positions[position];
        self.out.nodes.push(Node {
            id: at.id.clone(),
            name: format!("Attacker {}", at.name),
            type_name: Some("Position".to_owned()),
            shape: NodeShape::Attacker,
            parent: None,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
        self.attackers.insert(position, self.out.nodes.len() - 1);
        self.out.nodes.len() - 1
    }

    /// A port on its component, or the component.
    fn end(&mut self, writer: &Writer<'_>, id: ElementId) -> End {
        let model = writer.model;
        let owner = model.component_of(id);
        let node = self.node(writer, owner);
        if owner == id {
            return End::Node(node);
        }
        let out = &mut self.out;
        let port = *self.ports.entry(id).or_insert_with(|| {
            let (id, name) = (model.identity(id), model.title(id).to_owned());
            out.ports.push(PortMark {
                id,
                name,
                owner: End::Node(node),
                counts: Counts::default(),
                controls: ControlCounts::default(),
            });
            out.ports.len() - 1
        });
        End::Port(port)
    }

    fn node(&mut self, writer: &Writer<'_>, id: ElementId) -> usize {
        if let Some(known) = self.nodes.get(&id) {
            return *known;
        }
        let model = writer.model;
        let shape = closed_shape(model.element(id).kind);
        let parent = self.frame_of(writer, id);
        let (name, type_name) = (model.title(id).to_owned(), writer.type_title(id));
        self.out.nodes.push(Node {
            id: model.identity(id),
            name,
            type_name,
            shape,
            parent,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
        self.nodes.insert(id, self.out.nodes.len() - 1);
        self.out.nodes.len() - 1
    }

    /// The frame of the innermost boundary around an element; those around it are made first.
    fn frame_of(&mut self, writer: &Writer<'_>, id: ElementId) -> Option<usize> {
        let model = writer.model;
        let around = std::iter::successors(model.element(id).parent, |id| model.element(*id).parent);
        let boundary = around.into_iter().find(|id| model.element(*id).kind == Kind::Boundary)?;
        if let Some(known) = self.frames.get(&boundary) {
            return Some(*known);
        }
        let parent = self.frame_of(writer, boundary);
        let (id, name) = (model.identity(boundary), model.title(boundary).to_owned());
        self.out.frames.push(Frame {
            id,
            name,
            shape: FrameShape::Boundary,
            parent,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
        self.frames.insert(boundary, self.out.frames.len() - 1);
        Some(self.out.frames.len() - 1)
    }
}

/// What an attacker does, in a few words.
fn short(writer: &Writer<'_>, passage: Passage) -> String {
    let title = |id: ElementId| writer.model.title(id);
    match passage {
        Passage::Intercept { flow, .. } => format!("gets at {}", title(flow)),
        Passage::Connect { port, .. } => format!("connects at {}", title(port)),
        Passage::Hold { .. } => "has it in hand".to_owned(),
        Passage::Forge { flow, .. } => format!("forges {}", title(flow)),
        Passage::Send { flow, .. } => format!("sends over {}", title(flow)),
        Passage::Carry { data, flow, .. } => format!("{} goes along with {}", title(data), title(flow)),
        Passage::Within { .. } => "goes on within".to_owned(),
    }
}

/// What stands in the way of a movement, and what does not, at most a few of each.
fn protections(hops: &[(&HopRow, Passage)]) -> Vec<String> {
    let present: Vec<&str> = hops.iter().flat_map(|(row, _)| &row.present).map(|there| there.text.as_str()).collect();
    let missing: Vec<&str> =
        hops.iter().flat_map(|(row, _)| row.missing.iter().chain(&row.claimed)).map(String::as_str).collect();
    let unknown: Vec<&str> = hops.iter().flat_map(|(row, _)| &row.unknown).map(String::as_str).collect();
    let said = |word: &str, items: &[&str]| {
        let more = items.len().saturating_sub(MOST_WORDS);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let names: Vec<&str> = items.iter().take(MOST_WORDS).map(|item| item.split(" (").next().unwrap_or(item)).collect();
        format!("{word}: {}{more}", names.join(", "))
    };
    let mut parts = vec![if present.is_empty() { "nothing in the way".to_owned() } else { said("in the way", &present) }];
    if !missing.is_empty() {
        parts.push(said("missing", &missing));
    }
    if !unknown.is_empty() {
        // which ones is in the table: a label has no room for what nobody knows
        parts.push(format!("{} not stated", unknown.len()));
    }
    vec![parts.join("; ")]
}
