//! The engine: lay out, see how ports would stand, put the squares of each port together, lay out again, check, and keep the better direction.

use crate::drawing::elk::output::Places;
use crate::drawing::elk::plan::{Direction, Plan, Side, Slot};
use crate::drawing::elk::{input, output, score, worker};
use crate::drawing::geometry::{Geometry, faults};
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::sized::Sized;

/// ELK's layered layout in pure Rust.
#[derive(Debug, Clone, Copy)]
pub struct ElkEngine {
    /// How long one run may take.
    pub seconds: u64,
}

/// Above this the second direction costs more than it gives.
const SMALL: usize = 60;

impl Default for ElkEngine {
    fn default() -> Self {
        Self { seconds: 10 }
    }
}

impl LayoutEngine for ElkEngine {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        let right = self.attempt(sized, Direction::Right);
        if sized.diagram.nodes.len() > SMALL {
            return right;
        }
        match (right, self.attempt(sized, Direction::Down)) {
            (Ok(right), Ok(down)) if score::cost(&down) < score::cost(&right) => Ok(down),
            (Ok(right), _) => Ok(right),
            (Err(_), Ok(down)) => Ok(down),
            (Err(error), Err(_)) => Err(error),
        }
    }
}

impl ElkEngine {
    fn attempt(&self, sized: &Sized<'_>, direction: Direction) -> Result<Geometry, LayoutError> {
        let mut plan = Plan::new(sized, direction);
        let mut places = self.places(&plan)?;
        if order_ports(&mut plan, &places)? {
            places = self.places(&plan)?;
        }
        let geometry = output::geometry(&plan, &places)?;
        match faults(sized, &geometry).into_iter().find(|f| f.misleads()) {
            Some(fault) => Err(LayoutError::Faulty(fault)),
            None => Ok(geometry),
        }
    }

    fn places(&self, plan: &Plan<'_, '_>) -> Result<Places, LayoutError> {
        worker::run(&input::graph(plan), self.seconds).map(|answer| output::places(&answer))
    }
}

/// Fixes the order of connection points where a port has several squares, so that they stand side by side; whether there was any such port.
fn order_ports(plan: &mut Plan<'_, '_>, places: &Places) -> Result<bool, LayoutError> {
    let mut any = false;
    for vertex in 0..plan.slots.len() {
        let slots = plan.slots[vertex].clone();
        let shared = slots.iter().enumerate().any(|(i, &slot)| {
            let port = plan.port(slot);
            port.is_some() && slots[..i].iter().any(|&s| plan.port(s) == port)
        });
        if shared {
            plan.order[vertex] = Some(clockwise(plan, places, &slots)?);
            any = true;
        }
    }
    Ok(any)
}

fn clockwise(plan: &Plan<'_, '_>, places: &Places, slots: &[Slot]) -> Result<Vec<Slot>, LayoutError> {
    let mut out = Vec::new();
    for side in [Side::North, Side::East, Side::South, Side::West] {
        let mut groups: Vec<(f64, Vec<(f64, Slot)>)> = Vec::new();
        let mut ports: Vec<Option<usize>> = Vec::new();
        for &slot in slots.iter().filter(|&&s| plan.side(s) == side) {
            let at = places.slot(slot)?;
            let along = match side {
                Side::North => at.x,
                Side::East => at.y,
                Side::South => -at.x,
                Side::West => -at.y,
            };
            let port = plan.port(slot);
            match ports.iter().position(|p| p.is_some() && *p == port) {
                Some(group) => groups[group].1.push((along, slot)),
                None => {
                    groups.push((0.0, vec![(along, slot)]));
                    ports.push(port);
                }
            }
        }
        for (mean, group) in &mut groups {
            group.sort_by(|a, b| a.0.total_cmp(&b.0));
            *mean = group.iter().map(|(at, _)| at).sum::<f64>() / group.len() as f64;
        }
        groups.sort_by(|a, b| a.0.total_cmp(&b.0));
        out.extend(groups.into_iter().flat_map(|(_, group)| group).map(|(_, slot)| slot));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;
    use crate::drawing::sized::size;

    #[test]
    fn random_diagrams_have_no_fault_and_come_out_the_same_twice() {
        for seed in 0..50 {
            let diagram = samples::random(seed);
            let sized = size(&diagram);
            let engine = ElkEngine::default();
            let geometry = engine.layout(&sized).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
            assert_eq!(faults(&sized, &geometry), [], "seed {seed}");
            assert_eq!(engine.layout(&sized).unwrap(), geometry, "seed {seed}");
        }
    }

    #[test]
    fn the_pump_has_no_fault() {
        let diagram = samples::pump();
        let sized = size(&diagram);
        let geometry = ElkEngine::default().layout(&sized).unwrap();
        assert_eq!(faults(&sized, &geometry), []);
        assert!(score::crossings(&geometry) < 40, "{}", score::crossings(&geometry));
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
