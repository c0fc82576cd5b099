//! Attack paths alone: the model is checked before the clock starts.

use std::time::Instant;

use ward::compile::Compilation;
use ward::model::{ElementId, Kind};
use ward::risk::AttackGraph;

/// As many ways from each position to each asset as `ward emit attack-paths` shows.
const MOST: usize = 3;

/// Milliseconds for the graph and for the ways, and how many assets and ways there are.
pub(crate) fn ways(compilation: &Compilation) -> (f64, f64, usize, usize) {
    let model = &compilation.model;
    let start = Instant::now();
    let graph = AttackGraph::new(&mut compilation.evaluator(), &compilation.rules);
    let built = start.elapsed().as_secs_f64() * 1e3;
    let start = Instant::now();
    let assets: Vec<ElementId> = model.of_kind(Kind::Data).filter(|id| !model.references(*id, "harms").is_empty()).collect();
    let distances: Vec<_> = (0..graph.positions.len()).map(|position| graph.distances_from(position)).collect();
    let mut found = 0;
    for asset in &assets {
        let places = graph.places_of(*asset);
        found += distances.iter().map(|distances| graph.weakest(distances, &places, MOST).len()).sum::<usize>();
    }
    (built, start.elapsed().as_secs_f64() * 1e3, assets.len(), found)
}
