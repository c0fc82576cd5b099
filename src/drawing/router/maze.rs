//! The grid that lines run on, and the cheapest way through it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::router::gates::Gate;
use crate::drawing::sized::Sized;

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    East,
    South,
    West,
    North,
}

const WAYS: [Way; 4] = [Way::East, Way::South, Way::West, Way::North];
const LEVEL: u8 = 1;
const UPRIGHT: u8 = 2;
const BEND: u32 = 50;
const STEP: u32 = 10;
const CROSSING: u32 = 40;
/// For every step inside a boundary that holds neither end.
const FOREIGN: u32 = 25;
/// For every step upon another line, where there is no other way.
const SHARED: u32 = 400;
/// Free room round the drawing, for lines that go round it.
const MARGIN: f64 = 72.0;
/// Where a line runs this near to a border it cannot be told from it.
const ALONG: f64 = 3.5;

impl Way {
    pub(crate) fn is_level(self) -> bool {
        matches!(self, Self::East | Self::West)
    }

    fn axis(self) -> u8 {
        if self.is_level() { LEVEL } else { UPRIGHT }
    }

    fn back(self) -> Self {
        match self {
            Self::East => Self::West,
            Self::South => Self::North,
            Self::West => Self::East,
            Self::North => Self::South,
        }
    }
}

/// Grid points, by number: row by row.
pub(crate) struct Maze {
    pitch: f64,
    origin: Point,
    cols: usize,
    rows: usize,
    /// Per point: the axes along which no line may run.
    shut: Vec<u8>,
    /// Per point: the axes along which a line runs.
    used: Vec<u8>,
    /// Per point: the innermost frame.
    frame: Vec<Option<usize>>,
}

impl Maze {
    pub(crate) fn new(sized: &Sized<'_>, geometry: &Geometry, pitch: f64) -> Self {
        let (mut right, mut bottom) = (0.0_f64, 0.0_f64);
        let (mut left, mut top) = (f64::INFINITY, f64::INFINITY);
        for rect in geometry.nodes.iter().chain(&geometry.frames) {
            left = left.min(rect.x);
            top = top.min(rect.y);
            right = right.max(rect.x + rect.width);
            bottom = bottom.max(rect.y + rect.height);
        }
        if !left.is_finite() {
            (left, top) = (0.0, 0.0);
        }
        let origin = Point { x: left - MARGIN, y: top - MARGIN };
        let count = |from: f64, to: f64| ((to + MARGIN - from) / pitch).ceil().max(1.0) as usize + 1;
        let (cols, rows) = (count(origin.x, right), count(origin.y, bottom));
        let points = cols * rows;
        let mut maze =
            Self { pitch, origin, cols, rows, shut: vec![0; points], used: vec![0; points], frame: vec![None; points] };
        let clearance = pitch * 0.8;
        for (index, frame) in geometry.frames.iter().enumerate() {
            maze.each(frame, |maze, v| maze.frame[v] = Some(index));
            let bare = |x: f64, y: f64, width: f64, height: f64| Rect { x, y, width, height };
            for y in [frame.y, frame.y + frame.height] {
                maze.each(&bare(frame.x, y, frame.width, 0.0).grown(ALONG), |maze, v| maze.shut[v] |= LEVEL);
            }
            for x in [frame.x, frame.x + frame.width] {
                maze.each(&bare(x, frame.y, 0.0, frame.height).grown(ALONG), |maze, v| maze.shut[v] |= UPRIGHT);
            }
        }
        for node in &geometry.nodes {
            maze.each(&node.grown(clearance), |maze, v| maze.shut[v] = LEVEL | UPRIGHT);
        }
        for (frame, block) in geometry.frames.iter().zip(&sized.frames) {
            let title = Rect { x: frame.x + 6.0, y: frame.y, width: block.width + 8.0, height: block.height + 4.0 };
            maze.each(&title, |maze, v| maze.shut[v] = LEVEL | UPRIGHT);
        }
        maze
    }

    /// Keeps lines out of a text.
    pub(crate) fn shut_in(&mut self, rect: &Rect) {
        self.each(&rect.grown(1.0), |maze, v| maze.shut[v] = LEVEL | UPRIGHT);
    }

    fn each(&mut self, rect: &Rect, mut act: impl FnMut(&mut Self, usize)) {
        let low = |v: f64, o: f64| ((v - o) / self.pitch).ceil().max(0.0) as usize;
        let high = |v: f64, o: f64, most: usize| (((v - o) / self.pitch).floor().max(-1.0) + 1.0).min(most as f64) as usize;
        let (c0, c1) = (low(rect.x, self.origin.x), high(rect.x + rect.width, self.origin.x, self.cols));
        let (r0, r1) = (low(rect.y, self.origin.y), high(rect.y + rect.height, self.origin.y, self.rows));
        for row in r0..r1 {
            for col in c0..c1 {
                act(self, row * self.cols + col);
            }
        }
    }

    /// Where a grid point lies.
    pub(crate) fn point(&self, v: usize) -> Point {
        Point { x: self.origin.x + (v % self.cols) as f64 * self.pitch, y: self.origin.y + (v / self.cols) as f64 * self.pitch }
    }

    /// The places along a side, from `low` to `high`, at which grid lines meet it.
    pub(crate) fn lines(&self, level_side: bool, low: f64, high: f64) -> Vec<f64> {
        let origin = if level_side { self.origin.x } else { self.origin.y };
        let first = ((low - origin) / self.pitch).ceil();
        let last = ((high - origin) / self.pitch).floor();
        let count = (last - first + 1.0).max(0.0) as usize;
        (0..count).map(|i| origin + (first + i as f64) * self.pitch).collect()
    }

    /// The first grid point out of a border and far enough from it; the points on the way there are free to be crossed by this line.
    pub(crate) fn landing(&self, at: Point, out: Way, soft: bool) -> Option<usize> {
        let far = self.pitch * 0.8;
        let sign = if matches!(out, Way::East | Way::South) { 1.0 } else { -1.0 };
        let (along, origin) = if out.is_level() { (at.x, self.origin.x) } else { (at.y, self.origin.y) };
        let exact = (along + sign * far - origin) / self.pitch;
        let index = if sign > 0.0 { exact.ceil() } else { exact.floor() };
        let other = if out.is_level() { (at.y - self.origin.y) / self.pitch } else { (at.x - self.origin.x) / self.pitch };
        let (col, row) = if out.is_level() { (index, other.round()) } else { (other.round(), index) };
        if col < 0.0 || row < 0.0 || col >= self.cols as f64 || row >= self.rows as f64 {
            return None;
        }
        let v = row as usize * self.cols + col as usize;
        let open = self.shut[v] & out.axis() == 0;
        let free = soft || self.leg(at, v, out).iter().all(|&p| self.used[p] & out.axis() == 0);
        (open && free).then_some(v)
    }

    /// Grid points from a border to the landing.
    fn leg(&self, at: Point, v: usize, out: Way) -> Vec<usize> {
        let end = self.point(v);
        let steps = ((if out.is_level() { end.x - at.x } else { end.y - at.y }).abs() / self.pitch).floor() as usize;
        let mut points = vec![v];
        let mut now = v;
        for _ in 0..steps {
            let Some(next) = self.next(now, out.back()) else { break };
            now = next;
            points.push(now);
        }
        points
    }

    fn next(&self, v: usize, way: Way) -> Option<usize> {
        let (col, row) = (v % self.cols, v / self.cols);
        match way {
            Way::East => (col + 1 < self.cols).then(|| v + 1),
            Way::West => (col > 0).then(|| v - 1),
            Way::South => (row + 1 < self.rows).then(|| v + self.cols),
            Way::North => (row > 0).then(|| v - self.cols),
        }
    }

    /// The cheapest way from one of the starts to one of the goals: which start, the grid points, which goal.
    pub(crate) fn way(
        &self,
        starts: &[Gate],
        goals: &[Gate],
        foreign: &[bool],
        soft: bool,
    ) -> Option<(usize, Vec<usize>, usize)> {
        let states = self.shut.len() * 4;
        let mut best = vec![u32::MAX; states + goals.len()];
        let mut before = vec![u32::MAX; states + goals.len()];
        let mut queue = BinaryHeap::new();
        let target = self.span(goals)?;
        let mut goal_at: indexmap::IndexMap<usize, Vec<usize>, rustc_hash::FxBuildHasher> = indexmap::IndexMap::default();
        for (g, goal) in goals.iter().enumerate() {
            goal_at.entry(goal.landing).or_default().push(g);
        }
        for (s, start) in starts.iter().enumerate() {
            let state = start.landing * 4 + start.out as usize;
            if start.cost < best[state] {
                best[state] = start.cost;
                // Starts are told from states by being past all of them.
                before[state] = (states + goals.len() + s) as u32;
                queue.push(Reverse((start.cost + self.rest(start.landing, target), state)));
            }
        }
        while let Some(Reverse((estimate, state))) = queue.pop() {
            if state >= states {
                return Some(self.trace(&before, state, states + goals.len()));
            }
            let (v, way) = (state / 4, WAYS[state % 4]);
            let cost = best[state];
            if estimate > cost + self.rest(v, target) {
                continue;
            }
            for &g in goal_at.get(&v).map_or(&[][..], Vec::as_slice) {
                let goal = &goals[g];
                let into = goal.out.back();
                if into == way.back() {
                    continue;
                }
                let Some(turn) = self.turn(v, way, into, soft) else { continue };
                let total = cost + turn + goal.cost;
                if total < best[states + g] {
                    best[states + g] = total;
                    before[states + g] = state as u32;
                    queue.push(Reverse((total, states + g)));
                }
            }
            for onward in WAYS {
                if onward == way.back() {
                    continue;
                }
                let (Some(next), Some(turn)) = (self.next(v, onward), self.turn(v, way, onward, soft)) else { continue };
                let Some(step) = self.step(next, onward, foreign, soft) else { continue };
                let total = cost + turn + step;
                let to = next * 4 + onward as usize;
                if total < best[to] {
                    best[to] = total;
                    before[to] = state as u32;
                    queue.push(Reverse((total + self.rest(next, target), to)));
                }
            }
        }
        None
    }

    fn turn(&self, v: usize, way: Way, onward: Way, soft: bool) -> Option<u32> {
        if way == onward {
            return Some(0);
        }
        // At a bend, neither axis may bear another line: it would look like a branch.
        let clash = self.used[v] & onward.axis() != 0;
        let shut = self.shut[v] & onward.axis() != 0;
        match (shut, clash, soft) {
            (true, _, _) | (_, true, false) => None,
            (_, true, true) => Some(BEND + SHARED),
            _ => Some(BEND),
        }
    }

    fn step(&self, v: usize, way: Way, foreign: &[bool], soft: bool) -> Option<u32> {
        if self.shut[v] & way.axis() != 0 {
            return None;
        }
        let mut cost = STEP;
        if self.used[v] & way.axis() != 0 {
            if !soft {
                return None;
            }
            cost += SHARED;
        } else if self.used[v] != 0 {
            cost += CROSSING;
        }
        if self.frame[v].is_some_and(|f| foreign[f]) {
            cost += FOREIGN;
        }
        Some(cost)
    }

    /// The rectangle of grid points that holds all landings of the goals.
    fn span(&self, goals: &[Gate]) -> Option<[usize; 4]> {
        let cols = goals.iter().map(|g| g.landing % self.cols);
        let rows = goals.iter().map(|g| g.landing / self.cols);
        Some([cols.clone().min()?, cols.max()?, rows.clone().min()?, rows.max()?])
    }

    /// No way from here can be cheaper.
    fn rest(&self, v: usize, [c0, c1, r0, r1]: [usize; 4]) -> u32 {
        let (col, row) = (v % self.cols, v / self.cols);
        let across = c0.saturating_sub(col).max(col.saturating_sub(c1));
        let down = r0.saturating_sub(row).max(row.saturating_sub(r1));
        (across + down) as u32 * STEP
    }

    fn trace(&self, before: &[u32], goal: usize, starts: usize) -> (usize, Vec<usize>, usize) {
        let mut way = Vec::new();
        let mut at = before[goal] as usize;
        while at < starts {
            way.push(at / 4);
            at = before[at] as usize;
        }
        way.reverse();
        (at - starts, way, goal - self.shut.len() * 4)
    }

    /// Keeps other lines off this one.
    pub(crate) fn take(&mut self, from: &Gate, way: &[usize], to: &Gate) {
        for gate in [from, to] {
            for v in self.leg(gate.at, gate.landing, gate.out) {
                self.used[v] |= gate.out.axis();
            }
        }
        for pair in way.windows(2) {
            let axis = if pair[0] / self.cols == pair[1] / self.cols { LEVEL } else { UPRIGHT };
            self.used[pair[0]] |= axis;
            self.used[pair[1]] |= axis;
        }
    }
}
