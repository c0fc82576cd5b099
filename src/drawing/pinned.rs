//! Layout from places that were agreed on: what is in the pins stays where it is, what is new stands near what it is tied to, and all lines are
//! led anew.

use std::cell::RefCell;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::drawing::check::faults;
use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect};
use crate::drawing::grid::{Gap, members, pack};
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::room::{Axis, widen};
use crate::drawing::router::{lead, least_size};
use crate::drawing::score::cost;
use crate::drawing::sized::Sized;
use crate::drawing::straight::fit;
use crate::drawing::tidy::tidy;
use crate::report::diagram::End;
use crate::words::{list, tick};

/// Places of the boxes of one view by the identity of their elements: left, top, width, height in whole pixels.
pub type Pins = IndexMap<String, [i32; 4], FxBuildHasher>;

/// Distances of the grid on which lines run, the widest first: where boxes stand close, lines have to.
const PITCHES: [f64; 3] = [12.0, 9.0, 7.0];
/// Room between a new box and its neighbours.
const ROOM: f64 = 26.0;
/// How fine places for a new box are tried.
const STEP: f64 = 10.0;

/// Layout by pins.
pub struct PinnedEngine<'p> {
    pins: &'p Pins,
    misfits: RefCell<Vec<String>>,
}

/// The places of a drawing, to be pinned.
pub fn pins(sized: &Sized<'_>, geometry: &Geometry) -> Pins {
    let diagram = sized.diagram;
    let whole = |r: &Rect| [r.x, r.y, r.width, r.height].map(|v| v.round() as i32);
    let frames = diagram.frames.iter().zip(&geometry.frames).map(|(f, r)| (f.id.clone(), whole(r)));
    let nodes = diagram.nodes.iter().zip(&geometry.nodes).map(|(n, r)| (n.id.clone(), whole(r)));
    frames.chain(nodes).collect()
}

impl<'p> PinnedEngine<'p> {
    /// An engine for one view.
    pub fn new(pins: &'p Pins) -> Self {
        Self { pins, misfits: RefCell::default() }
    }

    /// In what the pins no longer fit the view that was laid out last.
    pub fn misfits(&self) -> Vec<String> {
        self.misfits.borrow().clone()
    }
}

impl LayoutEngine for PinnedEngine<'_> {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        let mut stand = Stand::new(sized, self.pins);
        stand.known();
        stand.new_ones();
        self.misfits.replace(stand.misfits(self.pins));
        let mut best: Option<((usize, f64), Geometry)> = None;
        for pitch in PITCHES {
            let mut geometry = stand.geometry.clone();
            lead(sized, &mut geometry, pitch);
            tidy(sized, &mut geometry);
            let geometry = fit(geometry);
            let cost = (faults(sized, &geometry).len(), cost(sized, &geometry));
            if best.as_ref().is_none_or(|b| cost < b.0) {
                best = Some((cost, geometry));
            }
        }
        let (_, geometry) = best.ok_or_else(|| LayoutError::Unreadable("drawing".to_owned()))?;
        match faults(sized, &geometry).into_iter().find(|f| f.misleads()) {
            Some(fault) => Err(LayoutError::Faulty(fault)),
            None => Ok(geometry),
        }
    }
}

/// What stands, and what is to be told of it.
struct Stand<'s, 'd, 'p> {
    sized: &'s Sized<'d>,
    pins: &'p Pins,
    geometry: Geometry,
    /// Nodes, then frames: whether it has its place.
    placed: Vec<bool>,
    moved: Vec<String>,
    grown: Vec<String>,
    pushed: Vec<String>,
}

impl<'s, 'd, 'p> Stand<'s, 'd, 'p> {
    fn new(sized: &'s Sized<'d>, pins: &'p Pins) -> Self {
        let diagram = sized.diagram;
        let geometry = Geometry {
            nodes: vec![Rect::default(); diagram.nodes.len()],
            frames: vec![Rect::default(); diagram.frames.len()],
            ports: vec![PortPlace::default(); diagram.ports.len()],
            ..Geometry::default()
        };
        let placed = vec![false; diagram.nodes.len() + diagram.frames.len()];
        Self { sized, pins, geometry, placed, moved: Vec::new(), grown: Vec::new(), pushed: Vec::new() }
    }

    fn vertex(&self, end: End) -> usize {
        match end {
            End::Node(n) | End::Port(n) => n,
            End::Frame(f) => self.sized.diagram.nodes.len() + f,
        }
    }

    fn stands(&self, end: End) -> bool {
        self.placed[self.vertex(end)]
    }

    fn set(&mut self, end: End, rect: Rect) {
        match end {
            End::Node(n) => self.geometry.nodes[n] = rect,
            End::Frame(f) => self.geometry.frames[f] = rect,
            End::Port(_) => return,
        }
        let vertex = self.vertex(end);
        self.placed[vertex] = true;
    }

    fn all(&self) -> Vec<End> {
        let diagram = self.sized.diagram;
        // Frames come before what they hold.
        (0..diagram.frames.len()).map(End::Frame).chain((0..diagram.nodes.len()).map(End::Node)).collect()
    }

    fn id(&self, end: End) -> &'d str {
        let diagram = self.sized.diagram;
        match end {
            End::Node(n) => &diagram.nodes[n].id,
            End::Frame(f) => &diagram.frames[f].id,
            End::Port(p) => &diagram.ports[p].id,
        }
    }

    /// Puts everything that is in the pins where it was, unless it would stand in the wrong boundary or upon something.
    fn known(&mut self) {
        for end in self.all() {
            let Some(&[x, y, w, h]) = self.pins.get(self.id(end)) else { continue };
            let mut rect = Rect { x: x.into(), y: y.into(), width: f64::from(w).max(1.0), height: f64::from(h).max(1.0) };
            if let End::Node(n) = end {
                let block = &self.sized.nodes[n];
                if block.width > rect.width + 1.0 || block.height > rect.height + 1.0 {
                    self.grown.push(self.id(end).to_owned());
                }
                // What was stretched to make room for a text needs not stay so.
                let (width, height) = least_size(self.sized, n, PITCHES[0]);
                let centre = rect.centre();
                rect.width = rect.width.min(width * 1.5).max(block.width);
                rect.height = rect.height.min(height * 1.5).max(block.height);
                rect.x = (centre.x - rect.width / 2.0).round();
                rect.y = (centre.y - rect.height / 2.0).round();
            }
            let parent = self.sized.parent(end);
            let within = parent.is_none_or(|f| self.stands(End::Frame(f)) && self.geometry.frames[f].contains(&rect));
            let others = self.all().into_iter().filter(|&o| self.stands(o) && !self.around(o, end));
            let free = !others.into_iter().any(|o| self.geometry.rect(self.sized, o).overlaps(&rect));
            if within && free {
                self.set(end, rect);
            } else {
                self.moved.push(self.id(end).to_owned());
            }
        }
    }

    /// Whether one holds the other.
    fn around(&self, outer: End, inner: End) -> bool {
        matches!(outer, End::Frame(f) if self.sized.holds(f, inner))
    }

    fn new_ones(&mut self) {
        for end in self.all() {
            let parent = self.sized.parent(end);
            if !self.stands(end) && parent.is_none_or(|f| self.stands(End::Frame(f))) {
                self.place(end, parent);
            }
        }
    }

    /// A place for something new, with all that is in it; its surroundings grow where there is none.
    fn place(&mut self, end: End, parent: Option<usize>) {
        let packed = pack(self.sized, &[end], Gap { across: 60.0, down: 60.0 });
        let size = Rect { x: 0.0, y: 0.0, width: packed.width, height: packed.height };
        let rect = self.spot(end, parent, size).unwrap_or_else(|| self.make_room(end, parent, size));
        for (inner, place) in &packed.places {
            self.set(*inner, place.shifted(Point { x: rect.x, y: rect.y }));
        }
    }

    fn field(&self, parent: Option<usize>) -> Rect {
        match parent {
            Some(f) => {
                let (frame, head) = (self.geometry.frames[f], self.sized.head(f) + 10.0);
                Rect { x: frame.x + 22.0, y: frame.y + head, width: frame.width - 44.0, height: frame.height - head - 22.0 }
            }
            None => self.extent().grown(260.0),
        }
    }

    /// What holds all that stands.
    fn extent(&self) -> Rect {
        let rects: Vec<Rect> =
            self.all().into_iter().filter(|&e| self.stands(e)).map(|e| self.geometry.rect(self.sized, e)).collect();
        let low = |of: fn(&Rect) -> f64| rects.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = |of: fn(&Rect) -> f64| rects.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        if rects.is_empty() {
            return Rect::default();
        }
        let (x, y) = (low(|r| r.x), low(|r| r.y));
        Rect { x, y, width: high(|r| r.x + r.width) - x, height: high(|r| r.y + r.height) - y }
    }

    /// The free place nearest to what it is tied to.
    fn spot(&self, end: End, parent: Option<usize>, size: Rect) -> Option<Rect> {
        let field = self.field(parent);
        let siblings: Vec<Rect> = members(self.sized, parent)
            .into_iter()
            .filter(|&s| s != end && self.stands(s))
            .map(|s| self.geometry.rect(self.sized, s).grown(ROOM))
            .collect();
        let aim = self.aim(end).unwrap_or_else(|| field.centre());
        let steps = |room: f64| (room / STEP).floor().max(-1.0) as i64;
        let mut best: Option<(f64, Rect)> = None;
        for row in 0..=steps(field.height - size.height) {
            for col in 0..=steps(field.width - size.width) {
                let rect = Rect { x: field.x + col as f64 * STEP, y: field.y + row as f64 * STEP, ..size };
                let far = rect.centre().distance(aim);
                let nearer = best.as_ref().is_none_or(|b| far < b.0);
                if nearer && !siblings.iter().any(|s| s.overlaps(&rect)) {
                    best = Some((far, rect));
                }
            }
        }
        best.map(|(_, rect)| rect)
    }

    /// The middle of all that flows lead to from here, as far as it stands.
    fn aim(&self, end: End) -> Option<Point> {
        let own = |e: End| self.sized.element(e) == end || self.around(end, e);
        let edges = self.sized.diagram.edges.iter();
        let others = edges.filter_map(|e| match (own(e.source), own(e.target)) {
            (true, false) => Some(self.sized.element(e.target)),
            (false, true) => Some(self.sized.element(e.source)),
            _ => None,
        });
        let at: Vec<Point> = others.filter(|&o| self.stands(o)).map(|o| self.geometry.rect(self.sized, o).centre()).collect();
        let count = at.len() as f64;
        (count > 0.0)
            .then(|| Point { x: at.iter().map(|p| p.x).sum::<f64>() / count, y: at.iter().map(|p| p.y).sum::<f64>() / count })
    }

    /// Widens the frame at its right or lower border, whichever moves less.
    fn make_room(&mut self, end: End, parent: Option<usize>, size: Rect) -> Rect {
        let Some(frame) = parent else {
            let extent = self.extent();
            return Rect { x: extent.x, y: extent.y + extent.height + 2.0 * ROOM, ..size };
        };
        self.pushed.push(self.id(end).to_owned());
        let old = self.geometry.frames[frame];
        let head = self.sized.head(frame) + 10.0;
        if old.height < head + size.height + 22.0 {
            let by = head + size.height + 22.0 - old.height;
            widen(self.sized, &mut self.geometry, Axis::Down, old.y + old.height - 1.0, by);
        }
        widen(self.sized, &mut self.geometry, Axis::Across, old.x + old.width - 21.0, size.width + ROOM);
        let aim = self.aim(end).map_or(old.y + head, |p| p.y - size.height / 2.0);
        let bottom = self.geometry.frames[frame].y + self.geometry.frames[frame].height - 22.0 - size.height;
        Rect { x: old.x + old.width - 22.0 + ROOM - 4.0, y: aim.min(bottom).max(old.y + head), ..size }
    }

    /// Sentences for the user.
    fn misfits(&self, pins: &Pins) -> Vec<String> {
        let ids: Vec<&str> = self.all().into_iter().map(|e| self.id(e)).collect();
        let gone: Vec<String> = pins.keys().filter(|id| !ids.contains(&id.as_str())).cloned().collect();
        let new: Vec<String> = ids.iter().filter(|id| !pins.contains_key(**id)).map(|id| (*id).to_owned()).collect();
        let told = [
            (gone, "no longer in the view"),
            (new, "new"),
            (self.moved.clone(), "moved to another boundary, or in the way of something"),
            (self.grown.clone(), "larger than the place that was pinned"),
            (self.pushed.clone(), "without room, so that its boundary was widened"),
        ];
        let told = told.into_iter().filter(|(which, _)| !which.is_empty());
        told.map(|(which, what)| {
            let names: Vec<String> = which.iter().take(8).map(|id| tick(id)).collect();
            format!("{} {} {what}", list(&names, "and"), if names.len() == 1 { "is" } else { "are" })
        })
        .collect()
    }
}
