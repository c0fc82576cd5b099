//! What is decided before ELK is asked: who stands aside, which end meets which side.

use crate::drawing::feedback::feedback;
use crate::drawing::grid::{Gap, Packed, members, pack};
use crate::drawing::sized::Sized;
use crate::report::diagram::{End, NodeShape};

/// Which way the flows run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Right,
    Down,
}

/// One way to lay a diagram out; the best of several is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempt {
    pub(crate) direction: Direction,
    /// Whether ELK keeps to the order of declaration.
    pub(crate) model_order: bool,
    /// How many boxes and labels may stand in one layer, if that is limited.
    pub(crate) layer: Option<usize>,
}

/// A side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    North,
    East,
    South,
    West,
}

/// A connection point as ELK sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Where a flow starts.
    Source(usize),
    /// Where a flow ends.
    Target(usize),
    /// A port that no flow meets.
    Idle(usize),
}

/// Boxes that no flow touches, set up as one block.
pub(crate) struct Aside {
    pub(crate) parent: Option<usize>,
    pub(crate) packed: Packed,
}

/// Everything decided beforehand.
pub(crate) struct Plan<'s, 'd> {
    pub(crate) sized: &'s Sized<'d>,
    /// Per flow: handed over turned round.
    pub(crate) turned: Vec<bool>,
    pub(crate) asides: Vec<Aside>,
    /// Per vertex: its connection points in order of declaration.
    pub(crate) slots: Vec<Vec<Slot>>,
    /// Per vertex: its connection points clockwise, once a first layout has shown which order is good.
    pub(crate) order: Vec<Option<Vec<Slot>>>,
    /// Per port: the connection point that bears its label.
    pub(crate) label: Vec<Option<Slot>>,
    pub(crate) attempt: Attempt,
    hidden: Vec<bool>,
}

impl<'s, 'd> Plan<'s, 'd> {
    pub(crate) fn new(sized: &'s Sized<'d>, attempt: Attempt) -> Self {
        let vertices = sized.diagram.nodes.len() + sized.diagram.frames.len();
        let mut plan = Self {
            sized,
            attempt,
            turned: feedback(sized.diagram),
            asides: Vec::new(),
            slots: vec![Vec::new(); vertices],
            order: vec![None; vertices],
            label: vec![None; sized.diagram.ports.len()],
            hidden: vec![false; vertices],
        };
        plan.collect_slots();
        plan.set_aside();
        plan
    }

    /// Nodes first, then frames.
    pub(crate) fn vertex(&self, end: End) -> usize {
        match self.sized.element(end) {
            End::Node(node) => node,
            End::Frame(frame) => self.sized.diagram.nodes.len() + frame,
            End::Port(_) => 0,
        }
    }

    /// The node or frame with a number.
    pub(crate) fn element(&self, vertex: usize) -> End {
        let nodes = self.sized.diagram.nodes.len();
        if vertex < nodes { End::Node(vertex) } else { End::Frame(vertex - nodes) }
    }

    /// Whether ELK sees it, rather than a block it stands in.
    pub(crate) fn visible(&self, end: End) -> bool {
        !self.hidden[self.vertex(end)]
    }

    /// What the connection point belongs to in the model.
    pub(crate) fn end(&self, slot: Slot) -> End {
        match slot {
            Slot::Source(edge) => self.sized.diagram.edges[edge].source,
            Slot::Target(edge) => self.sized.diagram.edges[edge].target,
            Slot::Idle(port) => End::Port(port),
        }
    }

    /// The port of the model it is a square of, if any.
    pub(crate) fn port(&self, slot: Slot) -> Option<usize> {
        match self.end(slot) {
            End::Port(port) => Some(port),
            End::Node(_) | End::Frame(_) => None,
        }
    }

    /// Whether the sides of a vertex's connection points are given, so that squares of one port stand together. On frames ELK breaks down
    /// when they are.
    pub(crate) fn fixed(&self, vertex: usize) -> bool {
        let node = matches!(self.element(vertex), End::Node(_));
        node && self.slots[vertex].iter().any(|&s| self.port(s).is_some())
    }

    /// Whether a connection point bears a label: one of each port of a node; all of a frame's, whose squares may stand far apart.
    pub(crate) fn labelled(&self, slot: Slot) -> bool {
        match self.port(slot) {
            Some(port) => match self.sized.element(End::Port(port)) {
                End::Node(_) => self.label[port] == Some(slot),
                End::Frame(_) | End::Port(_) => true,
            },
            None => false,
        }
    }

    /// The side on which a connection point stands: that of its port's majority, else with the stream.
    pub(crate) fn side(&self, slot: Slot) -> Side {
        if let Slot::Idle(port) = slot {
            return self.idle_side(port);
        }
        let Some(port) = self.port(slot) else {
            return self.stream_side(self.leaves(slot));
        };
        let vertex = self.vertex(End::Port(port));
        let own = self.slots[vertex].iter().filter(|&&s| self.port(s) == Some(port));
        let (out, into): (Vec<Slot>, Vec<Slot>) = own.partition(|&&s| self.leaves(s));
        self.stream_side(out.len() > into.len())
    }

    fn stream_side(&self, leaves: bool) -> Side {
        match (self.attempt.direction, leaves) {
            (Direction::Right, true) => Side::East,
            (Direction::Right, false) => Side::West,
            (Direction::Down, true) => Side::South,
            (Direction::Down, false) => Side::North,
        }
    }

    fn idle_side(&self, port: usize) -> Side {
        let store = |n: usize| self.sized.diagram.nodes[n].shape == NodeShape::Store;
        match (self.sized.diagram.ports[port].owner, self.attempt.direction) {
            (End::Frame(_), _) => self.stream_side(false),
            (_, Direction::Right) => Side::South,
            // A store is open at the side.
            (End::Node(n), Direction::Down) if store(n) => Side::South,
            (_, Direction::Down) => Side::East,
        }
    }

    /// Whether the line, as ELK is told to draw it, goes on from here to the right or down.
    fn leaves(&self, slot: Slot) -> bool {
        let (edge, at_source) = match slot {
            Slot::Source(edge) => (edge, true),
            Slot::Target(edge) => (edge, false),
            Slot::Idle(_) => return false,
        };
        let flow = &self.sized.diagram.edges[edge];
        let other = if at_source { flow.target } else { flow.source };
        let inwards = match self.sized.element(self.end(slot)) {
            End::Frame(frame) => self.sized.holds(frame, other),
            End::Node(_) | End::Port(_) => false,
        };
        (at_source != self.turned[edge]) != inwards
    }

    fn collect_slots(&mut self) {
        let mut met = vec![false; self.sized.diagram.ports.len()];
        for edge in 0..self.sized.diagram.edges.len() {
            for slot in [Slot::Source(edge), Slot::Target(edge)] {
                if let Some(port) = self.port(slot) {
                    met[port] = true;
                }
                let vertex = self.vertex(self.end(slot));
                self.slots[vertex].push(slot);
            }
        }
        for (port, met) in met.into_iter().enumerate() {
            let vertex = self.vertex(End::Port(port));
            if !met {
                self.slots[vertex].push(Slot::Idle(port));
            }
            self.label[port] = self.slots[vertex].iter().copied().find(|&s| self.port(s) == Some(port));
        }
    }

    /// ELK would put boxes without flows into one long column.
    fn set_aside(&mut self) {
        let frames = 0..self.sized.diagram.frames.len();
        for parent in std::iter::once(None).chain(frames.map(Some)) {
            if parent.is_some_and(|f| !self.visible(End::Frame(f))) {
                continue;
            }
            let members = members(self.sized, parent);
            let quiet: Vec<End> = members.into_iter().filter(|&e| self.quiet(e)).collect();
            if quiet.len() < 2 {
                continue;
            }
            let packed = pack(self.sized, &quiet, Gap::QUIET);
            for (end, _) in &packed.places {
                let vertex = self.vertex(*end);
                self.hidden[vertex] = true;
            }
            self.asides.push(Aside { parent, packed });
        }
    }

    /// Whether no flow touches it or anything in it.
    fn quiet(&self, end: End) -> bool {
        let idle = |slot: &Slot| matches!(slot, Slot::Idle(_));
        let inner = match end {
            End::Frame(frame) => members(self.sized, Some(frame)),
            End::Node(_) | End::Port(_) => Vec::new(),
        };
        self.slots[self.vertex(end)].iter().all(idle) && inner.into_iter().all(|e| self.quiet(e))
    }
}
