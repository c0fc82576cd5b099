//! The cheapest ways through a graph whose passages have costs: exactly the cheapest, none of which passes a place twice.
//!
//! One tree for each start says how far every place is. From a goal the ways are then found backwards: what the tree says of the rest of a
//! way is never too much, so that hardly anything is looked at that does not lie on a way that is found. A set of ways is split at each
//! step of its best one (Lawler's form of Yen's method), so that no way is found twice; a set is searched only when none that may have a
//! cheaper way is left.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use indexmap::IndexMap;
use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use rustc_hash::FxBuildHasher;

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

/// What a way costs, and how many passages it has.
type Length = (u32, u32);

/// How far every place is from one.
#[derive(Debug, Default)]
pub struct Distances {
    start: usize,
    at: Vec<Option<Length>>,
}

/// Ways that end alike: their last steps, backwards, and what must not come before these.
struct Bundle {
    /// The goal, then numbers of passages.
    steps: Vec<usize>,
    not_next: Vec<usize>,
}

/// What is fixed while the ways to a goal are looked for.
struct Goal<'g> {
    graph: &'g WayGraph,
    distances: &'g Distances,
    places: Vec<usize>,
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

    /// How far every place is from one, by cost and then by the number of passages.
    pub fn distances_from(&self, start: usize) -> Distances {
        let mut at = vec![None; self.graph.node_count()];
        let mut queue = BinaryHeap::from([Reverse(((0, 0), start))]);
        while let Some(Reverse((length, place))) = queue.pop() {
            if at[place].is_some() {
                continue;
            }
            at[place] = Some(length);
            for edge in self.graph.edges(NodeIndex::new(place)).filter(|edge| at[edge.target().index()].is_none()) {
                queue.push(Reverse((longer(length, *edge.weight()), edge.target().index())));
            }
        }
        Distances { start, at }
    }

    /// The cheapest ways to any of some places, at most `most`; none passes a place twice, and one that leads through one of the places to
    /// another is none of its own. Of equally cheap ways the one with fewer passages comes first; among the rest the order is always the same.
    pub fn ways(&self, distances: &Distances, places: &[usize], most: usize) -> Vec<Way> {
        let mut places: Vec<usize> = places.iter().copied().filter(|place| distances.to(*place).is_some()).collect();
        places.sort_unstable();
        places.dedup();
        let goal = Goal { graph: self, distances, places };
        // a bundle is opened when nothing can be cheaper than its cheapest way may be
        let mut found: Vec<Way> = Vec::new();
        let mut bundles = vec![Some(Bundle { steps: Vec::new(), not_next: Vec::new() })];
        let mut queue = BinaryHeap::from([Reverse(((0, 0), 0, None::<Vec<usize>>))]);
        while found.len() < most
            && let Some(Reverse((length, number, best))) = queue.pop()
        {
            let Some(steps) = best else {
                let opened = bundles[number].as_ref().and_then(|bundle| goal.best(bundle));
                if let Some((length, steps)) = opened {
                    queue.push(Reverse((length, number, Some(steps))));
                }
                continue;
            };
            let Some(bundle) = bundles[number].take() else { continue };
            // the last one needs no splitting
            if found.len() + 1 < most {
                for fixed in bundle.steps.len()..steps.len() {
                    let mut not_next = if fixed == bundle.steps.len() { bundle.not_next.clone() } else { Vec::new() };
                    not_next.push(steps[fixed]);
                    let rest = Bundle { steps: steps[..fixed].to_vec(), not_next };
                    if let Some(least) = goal.least(&rest) {
                        queue.push(Reverse((least.max(length), bundles.len(), None)));
                        bundles.push(Some(rest));
                    }
                }
            }
            found.push(Way { cost: length.0, passages: steps.into_iter().skip(1).rev().collect() });
        }
        found
    }

    fn ends(&self, passage: usize) -> (usize, usize) {
        self.graph.edge_endpoints(EdgeIndex::new(passage)).map_or((0, 0), |(from, to)| (from.index(), to.index()))
    }

    fn cost(&self, passage: usize) -> u32 {
        self.graph.edge_weight(EdgeIndex::new(passage)).copied().unwrap_or(0)
    }
}

impl Distances {
    /// How far a place is; nothing where no way leads there.
    pub fn to(&self, place: usize) -> Option<(u32, u32)> {
        self.at.get(place).copied().flatten()
    }
}

impl Goal<'_> {
    /// What the cheapest way of a bundle costs at least, as far as its next step tells; nothing where there is no next step.
    fn least(&self, bundle: &Bundle) -> Option<Length> {
        let Some((goal, passages)) = bundle.steps.split_first() else {
            let left = self.places.iter().filter(|place| !bundle.not_next.contains(place));
            return left.filter_map(|place| self.distances.to(*place)).min();
        };
        let length = passages.iter().fold((0, 0), |length, passage| longer(length, self.graph.cost(*passage)));
        let at = passages.last().map_or(*goal, |passage| self.graph.ends(*passage).0);
        let before = self.graph.graph.edges_directed(NodeIndex::new(at), Direction::Incoming);
        let before = before.filter(|edge| !bundle.not_next.contains(&edge.id().index()) && !self.is_goal(edge.source().index()));
        let whole = before.filter_map(|edge| {
            let rest = self.distances.to(edge.source().index())?;
            Some(both(longer(length, *edge.weight()), rest))
        });
        whole.min()
    }

    /// Whether a place is one of those the ways lead to: none leads through another.
    fn is_goal(&self, place: usize) -> bool {
        self.places.binary_search(&place).is_ok()
    }

    /// The cheapest way of a bundle, with what it costs.
    fn best(&self, bundle: &Bundle) -> Option<(Length, Vec<usize>)> {
        let mut search = Search::default();
        let Some((goal, passages)) = bundle.steps.split_first() else {
            for place in self.places.iter().filter(|place| !bundle.not_next.contains(place)) {
                search.reach(self, *place, (0, 0), None);
            }
            return search.run(self, &[], &[]).map(|(length, steps)| {
                let goal = steps.first().map_or(self.distances.start, |passage| self.graph.ends(*passage).1);
                (length, [vec![goal], steps].concat())
            });
        };
        let mut passed = vec![*goal];
        let mut length = (0, 0);
        for passage in passages {
            passed.push(self.graph.ends(*passage).0);
            length = longer(length, self.graph.cost(*passage));
        }
        let at = passed.pop()?;
        search.reach(self, at, length, None);
        let (length, steps) = search.run(self, &passed, &bundle.not_next)?;
        Some((length, [bundle.steps.clone(), steps].concat()))
    }
}

/// A search backwards, from the end of a way to the start.
#[derive(Default)]
struct Search {
    /// For each place the cheapest way from it to the goal that was found, and its first passage.
    reached: IndexMap<usize, (Length, Option<usize>), FxBuildHasher>,
    /// By the length of the whole way, then by how near the start is.
    queue: BinaryHeap<Reverse<(Length, Length, usize)>>,
}

impl Search {
    fn reach(&mut self, goal: &Goal<'_>, place: usize, length: Length, passage: Option<usize>) {
        let Some(rest) = goal.distances.to(place) else { return };
        if self.reached.get(&place).is_some_and(|(known, _)| *known <= length) {
            return;
        }
        self.reached.insert(place, (length, passage));
        self.queue.push(Reverse((both(length, rest), rest, place)));
    }

    /// The cheapest way from the start that passes none of some places, and whose last step is none of some.
    fn run(mut self, goal: &Goal<'_>, passed: &[usize], not_next: &[usize]) -> Option<(Length, Vec<usize>)> {
        let mut first = true;
        while let Some(Reverse((whole, rest, place))) = self.queue.pop() {
            let (length, _) = *self.reached.get(&place)?;
            if both(length, rest) < whole {
                continue;
            }
            if place == goal.distances.start {
                return Some((length, self.back(goal, place)));
            }
            let banned = if std::mem::take(&mut first) { not_next } else { &[] };
            let mut before: Vec<_> = goal.graph.graph.edges_directed(NodeIndex::new(place), Direction::Incoming).collect();
            before.sort_unstable_by_key(|edge| edge.id());
            for edge in before {
                let (number, from) = (edge.id().index(), edge.source().index());
                let closed = passed.contains(&from) || goal.is_goal(from);
                if !closed && !banned.contains(&number) {
                    self.reach(goal, from, longer(length, *edge.weight()), Some(number));
                }
            }
        }
        None
    }

    /// The passages from the goal, or from where the search began, back to a place.
    fn back(&self, goal: &Goal<'_>, place: usize) -> Vec<usize> {
        let next = |place: usize| self.reached.get(&place).and_then(|(_, passage)| *passage);
        let mut steps: Vec<usize> = std::iter::successors(next(place), |passage| next(goal.graph.ends(*passage).1)).collect();
        steps.reverse();
        steps
    }
}

fn both(one: Length, other: Length) -> Length {
    (one.0.saturating_add(other.0), one.1 + other.1)
}

fn longer(length: Length, cost: u32) -> Length {
    (length.0.saturating_add(cost), length.1 + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    fn ways(graph: &WayGraph, places: &[usize], most: usize) -> Vec<Way> {
        graph.ways(&graph.distances_from(0), places, most)
    }

    #[test]
    fn the_cheapest_way_comes_first_and_none_passes_a_place_twice() {
        let found: Vec<(u32, Vec<usize>)> = ways(&graph(), &[3], 9).into_iter().map(|way| (way.cost, way.passages)).collect();
        assert_eq!(found, [(3, vec![1, 2, 3]), (6, vec![1, 5]), (9, vec![0])]);
    }

    #[test]
    fn a_way_through_a_place_that_is_reached_already_is_none_of_its_own() {
        let found: Vec<u32> = ways(&graph(), &[1, 3], 3).into_iter().map(|way| way.cost).collect();
        assert_eq!(found, [1, 9]);
    }

    #[test]
    fn where_nothing_leads_there_is_no_way() {
        let mut graph = graph();
        let island = graph.place();
        assert!(ways(&graph, &[island], 3).is_empty());
    }

    #[test]
    fn of_equal_ways_the_shorter_one_comes_first() {
        let mut graph = WayGraph::new(3);
        graph.passage(0, 1, 1);
        graph.passage(1, 2, 1);
        graph.passage(0, 2, 2);
        assert_eq!(ways(&graph, &[2], 1)[0].passages, [2]);
    }

    /// Every way there is, by trying.
    fn all(graph: &WayGraph, places: &[usize]) -> Vec<(u32, usize, Vec<usize>)> {
        let mut found = Vec::new();
        let mut open: Vec<(usize, u32, Vec<usize>, Vec<usize>)> = vec![(0, 0, vec![0], Vec::new())];
        while let Some((at, cost, passed, passages)) = open.pop() {
            if places.contains(&at) {
                found.push((cost, passages.len(), passages));
                continue;
            }
            for edge in graph.graph.edges(NodeIndex::new(at)).filter(|edge| !passed.contains(&edge.target().index())) {
                let to = edge.target().index();
                let on = [passages.clone(), vec![edge.id().index()]].concat();
                open.push((to, cost + edge.weight(), [passed.clone(), vec![to]].concat(), on));
            }
        }
        found.sort();
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        /// Against every way there is: the same costs and lengths, no way twice, each of them one of all.
        #[test]
        fn they_are_exactly_the_cheapest(
            edges in proptest::collection::vec((0usize..7, 1usize..7, 0u32..5), 1..16),
            goals in proptest::collection::btree_set(1usize..7, 1..4),
            most in 1usize..12,
        ) {
            let mut graph = WayGraph::new(7);
            for (from, to, cost) in edges {
                if from != to {
                    graph.passage(from, to, cost);
                }
            }
            let goals: Vec<usize> = goals.into_iter().collect();
            let found = ways(&graph, &goals, most);
            let all = all(&graph, &goals);
            let lengths: Vec<(u32, usize)> = found.iter().map(|way| (way.cost, way.passages.len())).collect();
            let expected: Vec<(u32, usize)> = all.iter().take(most).map(|(cost, length, _)| (*cost, *length)).collect();
            prop_assert_eq!(lengths, expected);
            let mut distinct: Vec<&Vec<usize>> = found.iter().map(|way| &way.passages).collect();
            distinct.sort();
            distinct.dedup();
            prop_assert_eq!(distinct.len(), found.len());
            for way in &found {
                prop_assert!(all.iter().any(|(cost, _, passages)| *cost == way.cost && *passages == way.passages));
            }
            prop_assert_eq!(found, ways(&graph, &goals, most));
        }
    }
}
