//! The cheapest ways through a graph whose passages have costs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// Places, and passages from one to another.
#[derive(Debug, Default)]
pub struct WayGraph {
    graph: DiGraph<(), u32>,
}

/// A way: what it costs, and the numbers of its passages in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The sum of its costs.
    pub cost: u32,
    /// Numbers of passages, as [`WayGraph::passage`] gave them.
    pub passages: Vec<usize>,
}

/// The end of a way that was found: where it is, and the way before it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    place: usize,
    cost: u32,
    before: Option<(usize, usize)>,
}

/// The cheapest ways from one place to all others.
#[derive(Debug, Default)]
pub struct Ways {
    marks: Vec<Mark>,
    /// Marks by place, the cheapest first.
    at: Vec<Vec<usize>>,
}

impl WayGraph {
    /// A graph of a number of places without passages.
    pub fn new(places: usize) -> Self {
        let mut graph = DiGraph::with_capacity(places, places * 3);
        for _ in 0..places {
            graph.add_node(());
        }
        Self { graph }
    }

    /// Adds a place.
    pub fn place(&mut self) -> usize {
        self.graph.add_node(()).index()
    }

    /// Adds a passage and gives its number.
    pub fn passage(&mut self, from: usize, to: usize, cost: u32) -> usize {
        self.graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), cost).index()
    }

    /// Where a passage leads from and to.
    pub fn ends(&self, passage: usize) -> Option<(usize, usize)> {
        self.graph.edge_endpoints(EdgeIndex::new(passage)).map(|(from, to)| (from.index(), to.index()))
    }

    /// Up to `most` ways to each place, none of which passes a place twice. The first to each place is a cheapest one; the others are the
    /// next that continue one of the `most` cheapest ways to the place before. Of equally cheap ways the one with fewer passages comes
    /// first, then the one whose passages were added earlier.
    pub fn ways_from(&self, start: usize, most: usize) -> Ways {
        let mut ways = Ways { marks: Vec::new(), at: vec![Vec::new(); self.graph.node_count()] };
        let mut queue = BinaryHeap::new();
        let mut pending = vec![Mark { place: start, cost: 0, before: None }];
        queue.push(Reverse((0u32, 0u32, 0usize)));
        while let Some(Reverse((cost, length, number))) = queue.pop() {
            let mark = pending[number];
            if ways.at[mark.place].len() >= most || mark.before.is_some_and(|(before, _)| ways.passes(before, mark.place)) {
                continue;
            }
            let own = ways.marks.len();
            ways.marks.push(mark);
            ways.at[mark.place].push(own);
            // petgraph gives the newest passage first
            let mut next: Vec<_> = self.graph.edges(NodeIndex::new(mark.place)).collect();
            next.reverse();
            for edge in next {
                let place = edge.target().index();
                if ways.at[place].len() < most {
                    let cost = cost.saturating_add(*edge.weight());
                    queue.push(Reverse((cost, length + 1, pending.len())));
                    pending.push(Mark { place, cost, before: Some((own, edge.id().index())) });
                }
            }
        }
        ways
    }
}

impl Ways {
    /// The cheapest ways to any of some places, at most `most`; a way that leads through one of them to another is none of its own.
    pub fn to(&self, places: &[usize], most: usize) -> Vec<Way> {
        let mut sorted = places.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let mut found: Vec<usize> = sorted.iter().filter_map(|place| self.at.get(*place)).flatten().copied().collect();
        found.sort_by_key(|mark| (self.marks[*mark].cost, *mark));
        let reached = |mark: usize| sorted.binary_search(&self.marks[mark].place).is_ok();
        let leads_on = |mark: &usize| self.before(*mark).skip(1).any(reached);
        found.into_iter().filter(|mark| !leads_on(mark)).take(most).map(|mark| self.way(mark)).collect()
    }

    fn way(&self, end: usize) -> Way {
        let mut passages: Vec<usize> =
            self.before(end).filter_map(|mark| self.marks[mark].before.map(|(_, passage)| passage)).collect();
        passages.reverse();
        Way { cost: self.marks[end].cost, passages }
    }

    /// A mark and those before it on its way.
    fn before(&self, mark: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(mark), |mark| self.marks[*mark].before.map(|(before, _)| before))
    }

    fn passes(&self, mark: usize, place: usize) -> bool {
        self.before(mark).any(|mark| self.marks[mark].place == place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Start 0; a dear short way to 3, a cheap long one, and a loop.
    fn graph() -> WayGraph {
        let mut graph = WayGraph::new(4);
        graph.passage(0, 3, 9);
        graph.passage(0, 1, 1);
        graph.passage(1, 2, 1);
        graph.passage(2, 3, 1);
        graph.passage(2, 1, 0);
        graph.passage(1, 3, 5);
        graph
    }

    #[test]
    fn the_cheapest_way_comes_first_and_none_passes_a_place_twice() {
        let ways = graph().ways_from(0, 3).to(&[3], 3);
        let found: Vec<(u32, Vec<usize>)> = ways.into_iter().map(|way| (way.cost, way.passages)).collect();
        assert_eq!(found, [(3, vec![1, 2, 3]), (6, vec![1, 5]), (9, vec![0])]);
    }

    #[test]
    fn a_way_through_a_place_that_is_reached_already_is_none_of_its_own() {
        let ways = graph().ways_from(0, 3).to(&[1, 3], 3);
        let found: Vec<u32> = ways.into_iter().map(|way| way.cost).collect();
        assert_eq!(found, [1, 9]);
    }

    #[test]
    fn where_nothing_leads_there_is_no_way() {
        let mut graph = graph();
        let island = graph.place();
        assert!(graph.ways_from(0, 3).to(&[island], 3).is_empty());
    }

    #[test]
    fn of_equal_ways_the_shorter_one_comes_first() {
        let mut graph = WayGraph::new(3);
        graph.passage(0, 1, 1);
        graph.passage(1, 2, 1);
        graph.passage(0, 2, 2);
        assert_eq!(graph.ways_from(0, 1).to(&[2], 1)[0].passages, [2]);
    }
}
