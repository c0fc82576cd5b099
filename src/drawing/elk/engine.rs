//! The engine: lay out, see how the ports stand, put the squares of each port together, lay out again, check, and keep the best of a few drawings.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::drawing::check::faults;
use crate::drawing::elk::output::Places;
use crate::drawing::elk::plan::{Attempt, Direction, Plan, Side, Slot};
use crate::drawing::elk::{input, output};
use crate::drawing::geometry::Geometry;
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::score;
use crate::drawing::sized::Sized;
use crate::drawing::worker::{Found, SECONDS, beside, within};

/// ELK's layered layout in pure Rust.
#[derive(Debug, Clone, Copy)]
pub struct ElkEngine {
    /// How long a picture may take.
    pub seconds: u64,
}

/// Above this many nodes or flows the further attempts cost more than they give.
const SMALL: usize = 60;
/// How many of the attempts are made in any case; the others where what they gave is too large for a page.
const USUAL: usize = 4;
/// How often ports are put together at most; putting some together may part others.
const ROUNDS: usize = 3;
const ATTEMPTS: [Attempt; 6] = [
    Attempt { direction: Direction::Right, model_order: true, layer: None },
    Attempt { direction: Direction::Down, model_order: true, layer: None },
    Attempt { direction: Direction::Right, model_order: false, layer: None },
    Attempt { direction: Direction::Down, model_order: false, layer: None },
    // many neighbours of one element would stand in one row that no page is wide enough for
    Attempt { direction: Direction::Down, model_order: true, layer: Some(6) },
    Attempt { direction: Direction::Right, model_order: true, layer: Some(9) },
];

impl Default for ElkEngine {
    fn default() -> Self {
        Self { seconds: SECONDS }
    }
}

impl LayoutEngine for ElkEngine {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        within(self.seconds, sized, best_of)
    }
}

/// Tries directions and orders, two at a time; keeps each drawing that is better than those before.
fn best_of(sized: &Sized<'_>, found: &Found) -> Result<(), LayoutError> {
    let small = sized.diagram.nodes.len() <= SMALL && sized.diagram.edges.len() <= 2 * SMALL;
    let best = Mutex::new(Best { cost: f64::INFINITY, at: 0, fits: false, failed: None });
    let try_one = |at: usize| {
        let drawn = attempt(sized, ATTEMPTS[at]);
        best.lock().unwrap_or_else(PoisonError::into_inner).take(sized, at, drawn, found)
    };
    if small {
        let threads = 2;
        let all = |attempts: Range<usize>| {
            beside(threads, |first| {
                for at in attempts.clone().skip(first).step_by(threads) {
                    try_one(at);
                }
            })
        };
        all(0..USUAL)?;
        let fits = best.lock().unwrap_or_else(PoisonError::into_inner).fits;
        if !fits {
            all(USUAL..ATTEMPTS.len())?;
        }
    } else {
        // the next one only where this one gives nothing
        let _ = (0..ATTEMPTS.len()).any(try_one);
    }
    best.into_inner().unwrap_or_else(PoisonError::into_inner).failed.map_or(Ok(()), |(_, error)| Err(error))
}

/// The best of the attempts so far: which one, and what it costs; and the first that failed. It does not depend on who finishes first.
struct Best {
    cost: f64,
    at: usize,
    /// Whether it can be read on a page.
    fits: bool,
    failed: Option<(usize, LayoutError)>,
}

impl Best {
    /// Takes what an attempt gave; whether it gave a drawing.
    fn take(&mut self, sized: &Sized<'_>, at: usize, drawn: Result<(f64, Geometry), LayoutError>, found: &Found) -> bool {
        match drawn {
            Ok((cost, geometry)) => {
                if cost < self.cost || (cost == self.cost && at < self.at) {
                    (self.cost, self.at) = (cost, at);
                    self.fits = score::sheets(sized, &geometry) <= 1.0;
                    found.keep(&geometry);
                }
                true
            }
            Err(error) => {
                if self.failed.as_ref().is_none_or(|(known, _)| at < *known) {
                    self.failed = Some((at, error));
                }
                false
            }
        }
    }
}

/// The best drawing of one kind, with its cost.
fn attempt(sized: &Sized<'_>, attempt: Attempt) -> Result<(f64, Geometry), LayoutError> {
    let mut plan = Plan::new(sized, attempt);
    let mut places = run(&plan)?;
    let mut best = finish(&plan, &places);
    for _ in 0..ROUNDS {
        if !gather_ports(&mut plan, &places)? {
            break;
        }
        // Whatever goes wrong in a further round, there is the one before.
        let Ok(next) = run(&plan) else { break };
        places = next;
        best = match (best, finish(&plan, &places)) {
            (Ok(old), Ok(new)) if old.0 <= new.0 => Ok(old),
            (_, Ok(new)) => Ok(new),
            (old, Err(_)) => old,
        };
    }
    best
}

fn run(plan: &Plan<'_, '_>) -> Result<Places, LayoutError> {
    let answer = elkrs::create_elk().layout_json(&input::graph(plan).to_string()).map_err(LayoutError::Engine)?;
    Ok(output::places(&answer))
}

fn finish(plan: &Plan<'_, '_>, places: &Places) -> Result<(f64, Geometry), LayoutError> {
    let geometry = output::geometry(plan, places)?;
    let faults = faults(plan.sized, &geometry);
    if let Some(fault) = faults.iter().find(|f| f.misleads()) {
        return Err(LayoutError::Faulty(*fault));
    }
    let scattered = scattered(plan, places)?;
    Ok((score::cost(plan.sized, &geometry) + 30.0 * scattered as f64 + 20.0 * faults.len() as f64, geometry))
}

fn scattered(plan: &Plan<'_, '_>, places: &Places) -> Result<usize, LayoutError> {
    let mut count = 0;
    for (vertex, slots) in plan.slots.iter().enumerate() {
        if plan.fixed(vertex) && plan.visible(plan.element(vertex)) {
            count += usize::from(parted(plan, &as_placed(plan, places, slots)?));
        }
    }
    Ok(count)
}

/// Decides, from how ports stand, where the order must be given so that the squares of a port stand side by side, and which square bears the
/// label; whether anything was decided anew.
fn gather_ports(plan: &mut Plan<'_, '_>, places: &Places) -> Result<bool, LayoutError> {
    let mut changed = false;
    for vertex in 0..plan.slots.len() {
        if !plan.fixed(vertex) || !plan.visible(plan.element(vertex)) {
            continue;
        }
        let placed = as_placed(plan, places, &plan.slots[vertex])?;
        let mut order: Vec<Slot> = placed.iter().map(|&(_, _, slot)| slot).collect();
        if parted(plan, &placed) && plan.order[vertex].is_none() {
            order = gathered(plan, &placed);
            plan.order[vertex] = Some(order.clone());
            changed = true;
        }
        changed |= label_last(plan, &order);
    }
    Ok(changed)
}

/// Labels stand below or right of a square, so the lowest or rightmost of a port bears it.
fn label_last(plan: &mut Plan<'_, '_>, order: &[Slot]) -> bool {
    let mut changed = false;
    for (index, &slot) in order.iter().enumerate() {
        let Some(port) = plan.port(slot) else {
            continue;
        };
        let earlier = order[..index].iter().any(|&s| plan.port(s) == Some(port));
        let later = order[index + 1..].iter().any(|&s| plan.port(s) == Some(port));
        // Clockwise, the west side runs upwards and the south side to the left.
        let chosen = match plan.side(slot) {
            Side::West | Side::South => !earlier,
            Side::East | Side::North => !later,
        };
        if chosen && plan.label[port] != Some(slot) {
            plan.label[port] = Some(slot);
            changed = true;
        }
    }
    changed
}

/// Side, place along it and connection point, clockwise.
fn as_placed(plan: &Plan<'_, '_>, places: &Places, slots: &[Slot]) -> Result<Vec<(usize, f64, Slot)>, LayoutError> {
    let mut placed = Vec::new();
    for &slot in slots {
        let at = places.slot(slot)?;
        placed.push(match plan.side(slot) {
            Side::North => (0, at.x, slot),
            Side::East => (1, at.y, slot),
            Side::South => (2, -at.x, slot),
            Side::West => (3, -at.y, slot),
        });
    }
    placed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Ok(placed)
}

/// Whether anything stands between two squares of one port.
fn parted(plan: &Plan<'_, '_>, placed: &[(usize, f64, Slot)]) -> bool {
    let ports: Vec<Option<usize>> = placed.iter().map(|&(_, _, slot)| plan.port(slot)).collect();
    (1..ports.len()).any(|i| ports[i].is_some() && ports[i] != ports[i - 1] && ports[..i].contains(&ports[i]))
}

/// The same order, but each port's squares together, at the mean of their places.
fn gathered(plan: &Plan<'_, '_>, placed: &[(usize, f64, Slot)]) -> Vec<Slot> {
    let mut groups: Vec<(usize, f64, Vec<Slot>)> = Vec::new();
    for &(side, at, slot) in placed {
        let port = plan.port(slot);
        let own = groups.iter_mut().find(|(_, _, group)| port.is_some() && plan.port(group[0]) == port);
        match own {
            Some((_, mean, group)) => {
                let count = group.len() as f64;
                *mean = (*mean * count + at) / (count + 1.0);
                group.push(slot);
            }
            None => groups.push((side, at, vec![slot])),
        }
    }
    groups.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    groups.into_iter().flat_map(|(_, _, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;
    use crate::drawing::sized::size;
    use crate::report::diagram::{Diagram, Labels};

    #[test]
    fn random_diagrams_have_no_fault_and_come_out_the_same_twice() {
        for seed in 0..200 {
            let labels = [Labels::Full, Labels::Full, Labels::Named, Labels::Numbered][seed as usize % 4];
            let diagram = Diagram { labels, ..samples::random(seed) };
            let sized = size(&diagram);
            let engine = ElkEngine::default();
            let geometry = engine.layout(&sized).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
            assert_eq!(faults(&sized, &geometry), [], "seed {seed}");
            if seed % 10 == 0 {
                assert_eq!(engine.layout(&sized).unwrap(), geometry, "seed {seed}");
            }
        }
    }

    #[test]
    fn the_pump_has_no_fault() {
        let diagram = samples::pump();
        let sized = size(&diagram);
        let geometry = ElkEngine::default().layout(&sized).unwrap();
        assert_eq!(faults(&sized, &geometry), []);
        assert!(score::figures(&geometry).crossings < 20, "{:?}", score::figures(&geometry));
    }

    #[test]
    fn boxes_without_flows_do_not_form_a_column() {
        let diagram = samples::crowd(400);
        let sized = size(&diagram);
        let geometry = ElkEngine::default().layout(&sized).unwrap();
        assert_eq!(faults(&sized, &geometry), []);
        assert!(geometry.height < 2.0 * geometry.width);
    }
}
