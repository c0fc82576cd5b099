//! Where the lifelines stand, from left to right: as near each other as heads, boundaries and the texts between them allow.

use crate::drawing::sequence::plan::{LOOP, MARGIN, Room, TEXT_SIDE, ends};
use crate::drawing::sized::{Sized, longest_word};
use crate::report::diagram::Diagram;

/// A longer word in the name of a boundary is broken.
const WIDEST_WORD: f64 = 200.0;

/// The lifelines and the room on either side of each.
pub(crate) struct Columns {
    /// Middle of each participant.
    pub(crate) middles: Vec<f64>,
    /// Half the width of each head.
    pub(crate) left: Vec<f64>,
    /// How far each reaches to the right, the texts of messages to itself included.
    pub(crate) right: Vec<f64>,
    /// As [`runs`] gives them.
    pub(crate) runs: Vec<(usize, usize, Option<usize>)>,
    /// Width of the whole.
    pub(crate) width: f64,
}

/// Between which two lifelines the text of a message stands: beside its sender, so that it never lies over a third lifeline.
pub(crate) fn gap(from: usize, to: usize) -> usize {
    if to > from { from } else { from.saturating_sub(1) }
}

/// Places the lifelines.
pub(crate) fn columns(sized: &Sized<'_>, response: f64, room: &Room) -> Columns {
    let nodes = &sized.diagram.nodes;
    let runs = runs(sized.diagram);
    let mut left: Vec<f64> = sized.nodes.iter().map(|block| block.width / 2.0).collect();
    for (first, _, frame) in runs.iter().filter(|(first, last, _)| first == last) {
        // so that the boundary's name need not be broken inside a word
        let word = frame.map_or(0.0, |frame| longest_word(&sized.diagram.frames[frame].name));
        left[*first] = left[*first].max(word.min(WIDEST_WORD) / 2.0);
    }
    let mut right = left.clone();
    let mut gaps = vec![0.0_f64; nodes.len()];
    for (edge, text) in sized.diagram.edges.iter().zip(&sized.edges) {
        let (from, to) = ends(sized, edge);
        if from == to {
            right[from] = right[from].max(LOOP + text.width + 6.0);
            continue;
        }
        gaps[gap(from, to)] = gaps[gap(from, to)].max(text.width + 2.0 * TEXT_SIDE);
        if edge.two_way {
            gaps[gap(to, from)] = gaps[gap(to, from)].max(response + 2.0 * TEXT_SIDE);
        }
    }
    let mut middles: Vec<f64> = Vec::with_capacity(nodes.len());
    for index in 0..nodes.len() {
        let opens = runs.iter().any(|(first, _, frame)| *first == index && frame.is_some());
        let before = if opens { room.group_padding } else { 0.0 };
        let middle = match index.checked_sub(1) {
            None => MARGIN + before + left[0],
            Some(last) => {
                let same = nodes[last].parent == nodes[index].parent;
                let after = if !same && nodes[last].parent.is_some() { room.group_padding } else { 0.0 };
                let between = if same { room.heads } else { room.groups };
                let apart = right[last] + after + between + before + left[index];
                middles[last] + apart.max(gaps[last])
            }
        };
        middles.push(middle.ceil());
    }
    let width = match (middles.last(), right.last(), nodes.last()) {
        (Some(middle), Some(right), Some(node)) => middle + right + if node.parent.is_some() { room.group_padding } else { 0.0 },
        _ => MARGIN,
    };
    Columns { middles, left, right, runs, width: width + MARGIN }
}

/// Runs of participants that stand side by side and have the same boundary, or none: first, last, boundary.
pub(crate) fn runs(diagram: &Diagram) -> Vec<(usize, usize, Option<usize>)> {
    let mut runs: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (index, node) in diagram.nodes.iter().enumerate() {
        match runs.last_mut() {
            Some((_, last, frame)) if *frame == node.parent => *last = index,
            _ => runs.push((index, index, node.parent)),
        }
    }
    runs
}
