//! Where everything of a sequence diagram stands.

use crate::drawing::geometry::{Point, Rect};
use crate::drawing::nesting;
use crate::drawing::sequence::columns::{Columns, columns, gap};
use crate::drawing::sized::{Block, Sized, frame_title, response};
use crate::report::diagram::{Edge, End};

/// Round the whole.
pub(crate) const MARGIN: f64 = 14.0;
/// How far the loop of a message to oneself reaches.
pub(crate) const LOOP: f64 = 30.0;
/// Room that is left between things.
pub(crate) struct Room {
    /// Between heads of one boundary.
    pub(crate) heads: f64,
    /// Between the lines of two boundaries, or a boundary and a head.
    pub(crate) groups: f64,
    /// Between the line of a boundary and the heads in it.
    pub(crate) group_padding: f64,
    /// From an arrow to the text of the next message.
    pub(crate) rows: f64,
}

const USUAL: Room = Room { heads: 22.0, groups: 16.0, group_padding: 14.0, rows: 14.0 };
const SPARING: Room = Room { heads: 10.0, groups: 8.0, group_padding: 8.0, rows: 8.0 };

/// On either side of the text of a message.
pub(crate) const TEXT_SIDE: f64 = 16.0;
/// From a text to its arrow.
const UNDER_TEXT: f64 = 3.0;
/// A picture with more below the heads than this names the participants again at its foot.
const TALL: f64 = 700.0;

/// A sequence diagram, placed. Pixels, y downwards, from the top left.
pub(crate) struct Plan {
    /// Width of the whole.
    pub(crate) width: f64,
    /// Height of the whole.
    pub(crate) height: f64,
    /// Heads of the participants.
    pub(crate) heads: Vec<Rect>,
    /// The same again at the foot of a tall picture.
    pub(crate) feet: Vec<Rect>,
    /// Where the lifelines end.
    pub(crate) end: f64,
    /// Boundaries, each round participants that stand side by side.
    pub(crate) groups: Vec<Group>,
    /// Arrows from top to bottom.
    pub(crate) rows: Vec<Row>,
}

/// A boundary round participants.
pub(crate) struct Group {
    /// Which boundary.
    pub(crate) frame: usize,
    /// Its line.
    pub(crate) rect: Rect,
    /// From its line to what is in it.
    pub(crate) padding: f64,
    /// Its name.
    pub(crate) title: Block,
}

/// An arrow.
pub(crate) struct Row {
    /// Which message.
    pub(crate) edge: usize,
    /// Whether it is the answer to the message.
    pub(crate) response: bool,
    /// From where to where.
    pub(crate) points: Vec<Point>,
    /// Where the text stands.
    pub(crate) label: Rect,
    /// What is written.
    pub(crate) text: Block,
}

/// Sender and receiver of a message.
pub(crate) fn ends(sized: &Sized<'_>, edge: &Edge) -> (usize, usize) {
    let index = |end: End| match nesting::element(sized.diagram, end) {
        End::Node(node) => node,
        End::Port(_) | End::Frame(_) => 0,
    };
    (index(edge.source), index(edge.target))
}

/// Places a sequence diagram.
pub(crate) fn plan(sized: &Sized<'_>) -> Plan {
    let answer = response();
    let room = if sized.diagram.labels.save_room() { SPARING } else { USUAL };
    let columns = columns(sized, answer.width, &room);
    let mut groups = groups(sized, &columns, room.group_padding);
    let titles = groups.iter().map(|group| group.title.height).fold(0.0, f64::max);
    let top = MARGIN + if groups.is_empty() { 0.0 } else { titles + 8.0 };
    let tallest = sized.nodes.iter().map(|block| block.height).fold(0.0, f64::max);
    let head = |y: f64| {
        let places = columns.middles.iter().zip(&columns.left);
        places.map(|(x, half)| Rect { x: x - half, y, width: 2.0 * half, height: tallest }).collect()
    };
    let mut rows = Rows { columns: &columns, gap: room.rows, y: top + tallest + room.rows, done: Vec::new() };
    for (index, (edge, text)) in sized.diagram.edges.iter().zip(&sized.edges).enumerate() {
        let (from, to) = ends(sized, edge);
        if columns.middles.is_empty() {
            break;
        }
        rows.add(index, false, (from, to), text);
        if edge.two_way {
            rows.y -= room.rows - 4.0;
            rows.add(index, true, (to, from), &answer);
        }
    }
    let end = rows.y + 4.0;
    let feet: Vec<Rect> = if end - top - tallest > TALL { head(end) } else { Vec::new() };
    let bottom = if feet.is_empty() { end } else { end + tallest };
    for group in &mut groups {
        group.rect.height = bottom + room.group_padding - group.rect.y;
    }
    Plan {
        width: columns.width,
        height: bottom + room.group_padding + MARGIN,
        heads: head(top),
        feet,
        end,
        rows: rows.done,
        groups,
    }
}

fn groups(sized: &Sized<'_>, columns: &Columns, padding: f64) -> Vec<Group> {
    let bounded = columns.runs.iter().filter_map(|(first, last, frame)| Some((*first, *last, (*frame)?)));
    let groups = bounded.map(|(first, last, frame)| {
        let left = columns.middles[first] - columns.left[first] - padding;
        let right = columns.middles[last] + columns.right[last] + padding;
        let title = frame_title(sized.diagram, &sized.diagram.frames[frame], right - left - 2.0 * padding);
        Group { frame, rect: Rect { x: left, y: MARGIN, width: right - left, height: 0.0 }, padding, title }
    });
    groups.collect()
}

struct Rows<'c> {
    columns: &'c Columns,
    gap: f64,
    y: f64,
    done: Vec<Row>,
}

impl Rows<'_> {
    fn add(&mut self, edge: usize, response: bool, (from, to): (usize, usize), text: &Block) {
        let middles = &self.columns.middles;
        let start = middles[from];
        let (label, points) = if from == to {
            let height = text.height.max(26.0);
            let label = Rect { x: start + LOOP + 4.0, y: self.y, width: text.width, height };
            let (above, below) = (self.y + height / 2.0 - 10.0, self.y + height / 2.0 + 10.0);
            let corners = [(start, above), (start + LOOP, above), (start + LOOP, below), (start, below)];
            self.y += height + self.gap;
            (label, corners.map(|(x, y)| Point { x, y }).to_vec())
        } else {
            let gap = gap(from, to);
            let middle = (middles[gap] + middles[gap + 1]) / 2.0;
            let label = Rect { x: middle - text.width / 2.0, y: self.y, width: text.width, height: text.height };
            let y = self.y + text.height + UNDER_TEXT;
            self.y = y + self.gap;
            (label, vec![Point { x: start, y }, Point { x: middles[to], y }])
        };
        self.done.push(Row { edge, response, points, label, text: text.clone() });
    }
}
