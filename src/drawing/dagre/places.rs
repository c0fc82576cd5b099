//! Places of boxes: every frame is laid out by itself, from the inside out, as a graph of the boxes that stand side by side in it; a flow
//! between two nested elements ties the boxes that part them.

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

use crate::drawing::feedback::{feedback, partings};
use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect};
use crate::drawing::grid::members;
use crate::drawing::layout::LayoutError;
use crate::drawing::router::least_size;
use crate::drawing::sized::Sized;
use crate::report::diagram::End;

/// Which way flows run, and how far apart things stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spacing {
    pub(crate) across: bool,
    pub(crate) spread: f64,
}

/// Room between a frame and what it holds, for lines that go along inside.
const INSET: f64 = 30.0;
/// Boxes and the size of the whole.
struct Block {
    width: f64,
    height: f64,
    places: Vec<(End, Rect)>,
}

/// Nodes and frames; no lines yet.
pub(crate) fn places(sized: &Sized<'_>, pitch: f64, spacing: Spacing) -> Result<Geometry, LayoutError> {
    let diagram = sized.diagram;
    let cx = Cx { sized, pitch, spacing, ties: partings(diagram), turned: feedback(diagram) };
    let block = cx.container(None)?;
    let mut geometry = Geometry {
        nodes: vec![Rect::default(); diagram.nodes.len()],
        frames: vec![Rect::default(); diagram.frames.len()],
        ports: vec![PortPlace::default(); diagram.ports.len()],
        width: block.width,
        height: block.height,
        ..Geometry::default()
    };
    for (end, rect) in block.places {
        match end {
            End::Node(n) => geometry.nodes[n] = rect,
            End::Frame(f) => geometry.frames[f] = rect,
            End::Port(_) => {}
        }
    }
    Ok(geometry)
}

struct Cx<'s, 'd> {
    sized: &'s Sized<'d>,
    pitch: f64,
    spacing: Spacing,
    /// Per flow: the two boxes side by side that it ties.
    ties: Vec<Option<(usize, usize)>>,
    turned: Vec<bool>,
}

impl Cx<'_, '_> {
    fn vertex(&self, end: End) -> usize {
        match end {
            End::Node(n) => n,
            End::Frame(f) => self.sized.diagram.nodes.len() + f,
            End::Port(_) => usize::MAX,
        }
    }

    /// What stands directly in a frame, laid out.
    fn container(&self, parent: Option<usize>) -> Result<Block, LayoutError> {
        let items = members(self.sized, parent);
        let mut blocks = Vec::new();
        for &item in &items {
            blocks.push(self.item(item)?);
        }
        let own: Vec<usize> = items.iter().map(|&e| self.vertex(e)).collect();
        let ties: Vec<(usize, usize, usize)> = self
            .ties
            .iter()
            .enumerate()
            .filter_map(|(e, tie)| {
                let (a, b) = (*tie)?;
                let at = |v| own.iter().position(|&o| o == v);
                Some((e, at(a)?, at(b)?))
            })
            .collect();
        let tied = |i: usize| ties.iter().any(|&(_, a, b)| a == i || b == i);
        let (drawn, quiet): (Vec<usize>, Vec<usize>) = (0..items.len()).partition(|&i| tied(i));
        let corners = self.ranked(&blocks, &drawn, &ties)?;
        let mut out = Block { width: 0.0, height: 0.0, places: Vec::new() };
        let mut put = |out: &mut Block, i: usize, x: f64, y: f64| {
            let block: &Block = &blocks[i];
            out.width = out.width.max(x + block.width);
            out.height = out.height.max(y + block.height);
            out.places.push((items[i], Rect { x, y, width: block.width, height: block.height }));
            out.places.extend(block.places.iter().map(|(e, r)| (*e, r.shifted(Point { x, y }))));
        };
        for (&i, corner) in drawn.iter().zip(corners) {
            put(&mut out, i, corner.x, corner.y);
        }
        self.rows(&blocks, &quiet, &mut out, &mut put);
        Ok(out)
    }

    /// What no flow here ties stands in rows below the rest.
    fn rows(&self, blocks: &[Block], quiet: &[usize], out: &mut Block, put: &mut dyn FnMut(&mut Block, usize, f64, f64)) {
        let gap = 44.0 * self.spacing.spread;
        let area: f64 = quiet.iter().map(|&i| (blocks[i].width + gap) * (blocks[i].height + gap)).sum();
        let limit = out.width.max((area * 1.6).sqrt());
        let (mut x, mut row) = (0.0, 0.0_f64);
        let mut y = if out.height > 0.0 && !quiet.is_empty() { out.height + gap } else { 0.0 };
        for &i in quiet {
            if x > 0.0 && x + blocks[i].width > limit {
                (x, y, row) = (0.0, y + row + gap, 0.0);
            }
            put(out, i, x, y);
            x += blocks[i].width + gap;
            row = row.max(blocks[i].height);
        }
    }

    fn item(&self, end: End) -> Result<Block, LayoutError> {
        let End::Frame(f) = end else {
            let End::Node(n) = end else { return Ok(Block { width: 0.0, height: 0.0, places: Vec::new() }) };
            let (width, height) = least_size(self.sized, n, self.pitch);
            return Ok(Block { width, height, places: Vec::new() });
        };
        let mut inner = self.container(Some(f))?;
        let inset = INSET * self.spacing.spread;
        let head = self.sized.head(f).max(inset - 12.0) + 12.0;
        for (_, rect) in &mut inner.places {
            *rect = rect.shifted(Point { x: inset, y: head });
        }
        let title = &self.sized.frames[f];
        inner.width = (inner.width + 2.0 * inset).max(title.width + 48.0);
        inner.height = (inner.height + head + inset).max(title.height + 36.0);
        Ok(inner)
    }

    /// The upper left corners `dagre` gives.
    fn ranked(&self, blocks: &[Block], drawn: &[usize], ties: &[(usize, usize, usize)]) -> Result<Vec<Point>, LayoutError> {
        let mut graph: Graph<NodeLabel, EdgeLabel> =
            Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
        for &i in drawn {
            let label = NodeLabel { width: blocks[i].width, height: blocks[i].height, ..NodeLabel::default() };
            graph.set_node(i.to_string(), Some(label));
        }
        for &(e, a, b) in ties {
            let text = &self.sized.edges[e];
            let label = EdgeLabel {
                width: text.width + 8.0,
                height: text.height + 8.0,
                labelpos: LabelPos::Center,
                ..EdgeLabel::default()
            };
            let (from, to) = if self.turned[e] { (b, a) } else { (a, b) };
            graph.set_edge(from.to_string(), to.to_string(), Some(label), Some(&e.to_string()));
        }
        let spread = self.spacing.spread;
        let options = LayoutOptions {
            rankdir: if self.spacing.across { RankDir::LR } else { RankDir::TB },
            nodesep: 40.0 * spread,
            edgesep: 12.0 * spread,
            ranksep: 30.0 * spread,
            ..LayoutOptions::default()
        };
        if !drawn.is_empty() {
            dagre::layout(&mut graph, Some(options));
        }
        let mut corners = Vec::new();
        for &i in drawn {
            let node = graph.node(&i.to_string()).ok_or_else(|| unplaced(i))?;
            let (Some(x), Some(y)) = (node.x, node.y) else { return Err(unplaced(i)) };
            corners.push(Point { x: x - blocks[i].width / 2.0, y: y - blocks[i].height / 2.0 });
        }
        let low = |of: fn(&Point) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
        let (left, top) = (low(|p| p.x), low(|p| p.y));
        Ok(corners.into_iter().map(|p| Point { x: p.x - left, y: p.y - top }).collect())
    }
}

fn unplaced(item: usize) -> LayoutError {
    LayoutError::Unreadable(format!("place for box {item}"))
}
