//! The engine: a few spacings and directions, the best drawing of them.

use crate::drawing::check::faults;
use crate::drawing::dagre::places::{Spacing, places};
use crate::drawing::geometry::Geometry;
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::router::lead;
use crate::drawing::score;
use crate::drawing::sized::Sized;
use crate::drawing::straight::fit;
use crate::drawing::tidy::tidy;
use crate::drawing::worker::{Found, SECONDS, within};

/// `dagre`'s ranks, our own lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct DagreEngine;

/// Distance of the grid on which lines run.
const PITCH: f64 = 12.0;
/// How much wider it gets where room is missing.
const SPREADS: [f64; 3] = [1.0, 1.5, 2.2];
/// Above this many flows only one direction is tried.
const SMALL: usize = 80;

impl LayoutEngine for DagreEngine {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        within(SECONDS, sized, best_of)
    }
}

/// Tries directions and, where texts or lines find no room, wider spacings.
fn best_of(sized: &Sized<'_>, found: &Found) -> Result<(), LayoutError> {
    let mut least = (usize::MAX, f64::INFINITY);
    let small = sized.diagram.edges.len() <= SMALL;
    let mut misleading = None;
    for spread in SPREADS {
        for across in [true, false] {
            let geometry = attempt(sized, Spacing { across, spread })?;
            let faults = faults(sized, &geometry);
            let misleads = faults.iter().find(|f| f.misleads());
            misleading = misleading.or(misleads.copied());
            let cost = (faults.len(), score::cost(sized, &geometry));
            if misleads.is_none() && cost < least {
                least = cost;
                found.keep(&geometry);
            }
            if !small && least.0 == 0 {
                return Ok(());
            }
        }
        if least.0 == 0 {
            break;
        }
    }
    misleading.map_or(Ok(()), |fault| Err(LayoutError::Faulty(fault)))
}

fn attempt(sized: &Sized<'_>, spacing: Spacing) -> Result<Geometry, LayoutError> {
    let mut geometry = places(sized, PITCH, spacing)?;
    lead(sized, &mut geometry, PITCH);
    let mut geometry = fit(geometry);
    tidy(sized, &mut geometry);
    Ok(fit(geometry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;
    use crate::drawing::sized::size;

    #[test]
    fn random_diagrams_have_no_fault_and_come_out_the_same_twice() {
        for seed in 0..200 {
            let diagram = samples::random(seed);
            let sized = size(&diagram);
            let geometry = DagreEngine.layout(&sized).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
            assert_eq!(faults(&sized, &geometry), [], "seed {seed}");
            if seed % 20 == 0 {
                assert_eq!(DagreEngine.layout(&sized).unwrap(), geometry, "seed {seed}");
            }
        }
    }
}
