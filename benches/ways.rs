//! Attack paths alone: the model is checked before the clock starts. Generated data have no harms; here some classes get one, or there would be
//! nothing to lead to.

use std::sync::Arc;
use std::time::Instant;

use ward::compile::Compilation;
use ward::model::{ElementId, Kind};
use ward::risk::AttackGraph;

/// As many ways from each position to each asset as `ward emit attack-paths` shows.
const MOST: usize = 3;

/// The model with a harm at every class of therapy settings, commands and firmware.
pub(crate) fn harmful(text: &str) -> Arc<str> {
    let mut out = String::with_capacity(text.len() + 64 * 1024);
    for line in text.lines() {
        let dangerous = [": TherapySettings", ": TherapyCommand", ": FirmwarePackage"].iter().any(|of| line.ends_with(of));
        out.push_str(line);
        out.push_str(if line.starts_with("data ") && dangerous { " { harms: [overdose] }\n" } else { "\n" });
    }
    out.push_str("harm overdose \"Overdose\" { severity: catastrophic }\n");
    out.into()
}

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
