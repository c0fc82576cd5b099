//! Reachability. This floor alone names petgraph.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Bfs, EdgeRef};
use rustc_hash::FxBuildHasher;

use crate::model::{ElementId, Kind, Model};

/// Node n is element n; an edge is a flow, or the step between a port and its owner or a component and its part.
#[derive(Debug)]
pub struct FlowGraph {
    graph: DiGraph<(), Option<ElementId>>,
    /// What is reached from where, for sources that were asked for.
    reached: RefCell<IndexMap<ElementId, Rc<Vec<bool>>, FxBuildHasher>>,
}

impl FlowGraph {
    /// Builds the graph of a model.
    pub fn new(model: &Model) -> Self {
        let mut graph = DiGraph::with_capacity(model.elements.len(), model.flows.len() * 2);
        for _ in &model.elements {
            graph.add_node(());
        }
        let node = |id: ElementId| NodeIndex::new(id.index());
        for (id, element) in model.iter() {
            let Some(parent) = element.parent.filter(|_| element.kind == Kind::Port || element.kind.is_component()) else {
                continue;
            };
            if model.element(parent).kind != Kind::Boundary {
                graph.add_edge(node(id), node(parent), None);
                graph.add_edge(node(parent), node(id), None);
            }
        }
        for ends in &model.flows {
            graph.add_edge(node(ends.source), node(ends.target), Some(ends.flow));
            if ends.two_way {
                graph.add_edge(node(ends.target), node(ends.source), Some(ends.flow));
            }
        }
        Self { graph, reached: RefCell::default() }
    }

    /// Whether data can get from one element to another. A boundary stands for everything inside it.
    pub fn reaches(&self, model: &Model, from: ElementId, to: ElementId) -> bool {
        let reached = self.reached_from(model, from);
        stands_for(model, to).iter().any(|id| reached[id.index()])
    }

    fn reached_from(&self, model: &Model, from: ElementId) -> Rc<Vec<bool>> {
        if let Some(known) = self.reached.borrow().get(&from) {
            return Rc::clone(known);
        }
        let mut reached = vec![false; self.graph.node_count()];
        for start in stands_for(model, from) {
            if reached[start.index()] {
                continue;
            }
            let mut bfs = Bfs::new(&self.graph, NodeIndex::new(start.index()));
            while let Some(node) = bfs.next(&self.graph) {
                reached[node.index()] = true;
            }
        }
        let reached = Rc::new(reached);
        self.reached.borrow_mut().insert(from, Rc::clone(&reached));
        reached
    }

    /// A shortest way from one element to another: every element on it, and the flow that leads to the next.
    pub fn path(&self, model: &Model, from: ElementId, to: ElementId) -> Option<Vec<(ElementId, Option<ElementId>)>> {
        let targets = stands_for(model, to);
        let mut before: Vec<Option<(NodeIndex, Option<ElementId>)>> = vec![None; self.graph.node_count()];
        let mut seen = vec![false; self.graph.node_count()];
        let mut queue: std::collections::VecDeque<NodeIndex> =
            stands_for(model, from).into_iter().map(|id| NodeIndex::new(id.index())).collect();
        for start in &queue {
            seen[start.index()] = true;
        }
        while let Some(at) = queue.pop_front() {
            if targets.iter().any(|target| target.index() == at.index()) {
                return Some(walk_back(&before, at));
            }
            // petgraph gives the newest edge first
            let mut next: Vec<_> = self.graph.edges(at).map(|edge| (edge.id(), edge.target(), *edge.weight())).collect();
            next.sort_by_key(|(id, _, _)| *id);
            for (_, target, flow) in next {
                if !std::mem::replace(&mut seen[target.index()], true) {
                    before[target.index()] = Some((at, flow));
                    queue.push_back(target);
                }
            }
        }
        None
    }
}

fn walk_back(before: &[Option<(NodeIndex, Option<ElementId>)>], end: NodeIndex) -> Vec<(ElementId, Option<ElementId>)> {
    let mut way = vec![(ElementId::at(end.index()), None)];
    let mut at = end;
    while let Some((earlier, flow)) = before[at.index()] {
        way.push((ElementId::at(earlier.index()), flow));
        at = earlier;
    }
    way.reverse();
    way
}

/// The elements a reference stands for: for a boundary, all that is inside.
fn stands_for(model: &Model, id: ElementId) -> Vec<ElementId> {
    if model.element(id).kind != Kind::Boundary {
        return vec![id];
    }
    model.contents(id).to_vec()
}
