//! The built-in layout: boxes in rows, frames round them. Plain, but it cannot fail.
//!
//! It draws where the ELK engine is left out of the build or gives up, and it places what no flow touches, for every engine.

use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect};
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::sized::{PORT, Sized};
use crate::drawing::straight;
use crate::drawing::tidy::tidy;
use crate::report::diagram::End;

/// Rows of boxes and straight lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct GridEngine;

/// Room round what a frame holds.
const INSET: f64 = 18.0;
const SHEET_MARGIN: f64 = 12.0;

/// Things placed relative to a common corner.
pub(crate) struct Packed {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) places: Vec<(End, Rect)>,
}

/// Room between boxes: lines and their texts need more than bare boxes.
#[derive(Clone, Copy)]
pub(crate) struct Gap {
    pub(crate) across: f64,
    pub(crate) down: f64,
}

impl Gap {
    pub(crate) const QUIET: Self = Self { across: 24.0, down: 20.0 };
    const FLOWS: Self = Self { across: 110.0, down: 90.0 };
}

impl LayoutEngine for GridEngine {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        let diagram = sized.diagram;
        let gap = if diagram.edges.is_empty() { Gap::QUIET } else { Gap::FLOWS };
        let packed = pack(sized, &members(sized, None), gap);
        let mut geometry = Geometry {
            width: packed.width + 2.0 * SHEET_MARGIN,
            height: packed.height + 2.0 * SHEET_MARGIN,
            nodes: vec![Rect::default(); diagram.nodes.len()],
            frames: vec![Rect::default(); diagram.frames.len()],
            titles: Vec::new(),
            ports: vec![PortPlace::default(); diagram.ports.len()],
            edges: Vec::new(),
        };
        let corner = Point { x: SHEET_MARGIN, y: SHEET_MARGIN };
        unpack(sized, &packed, corner, &mut geometry);
        geometry.edges = straight::routes(sized, &geometry);
        tidy(sized, &mut geometry);
        Ok(straight::fit(geometry))
    }
}

/// What stands directly in a frame, or on the sheet: nodes first, each kind in order of declaration.
pub(crate) fn members(sized: &Sized<'_>, parent: Option<usize>) -> Vec<End> {
    let diagram = sized.diagram;
    let nodes = diagram.nodes.iter().enumerate().filter(|(_, n)| n.parent == parent);
    let frames = diagram.frames.iter().enumerate().filter(|(_, f)| f.parent == parent);
    nodes.map(|(n, _)| End::Node(n)).chain(frames.map(|(f, _)| End::Frame(f))).collect()
}

/// Puts boxes into rows so that the whole is somewhat wider than high.
pub(crate) fn pack(sized: &Sized<'_>, items: &[End], gap: Gap) -> Packed {
    let boxes: Vec<(End, Packed, f64)> = items.iter().map(|&end| (end, item(sized, end, gap), foot(sized, end))).collect();
    let area: f64 = boxes.iter().map(|(_, b, foot)| (b.width + gap.across) * (b.height + foot + gap.down)).sum();
    let widest = boxes.iter().map(|(_, b, _)| b.width).fold(0.0, f64::max);
    let limit = (area * 1.6).sqrt().max(widest) + 1.0;
    let mut out = Packed { width: 0.0, height: 0.0, places: Vec::new() };
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    for (end, inner, foot) in boxes {
        if x > 0.0 && x + inner.width > limit {
            x = 0.0;
            y += row + gap.down;
            row = 0.0;
        }
        out.places.push((end, Rect { x, y, width: inner.width, height: inner.height }));
        let moved = inner.places.iter().map(|(e, r)| (*e, r.shifted(Point { x, y })));
        out.places.extend(moved);
        out.width = out.width.max(x + inner.width);
        row = row.max(inner.height + foot);
        out.height = out.height.max(y + row);
        x += inner.width + gap.across;
    }
    out
}

/// One box, and what it holds.
fn item(sized: &Sized<'_>, end: End, gap: Gap) -> Packed {
    let ports = ports_width(sized, end);
    match end {
        End::Node(n) => Packed { width: sized.nodes[n].width.max(ports), height: sized.nodes[n].height, places: Vec::new() },
        End::Frame(f) => {
            let head = sized.head(f);
            let mut inner = pack(sized, &members(sized, Some(f)), gap);
            for (_, rect) in &mut inner.places {
                *rect = rect.shifted(Point { x: INSET, y: head });
            }
            let title = sized.frames[f].width + 2.0 * INSET;
            inner.width = (inner.width + 2.0 * INSET).max(title).max(ports);
            inner.height += head + INSET;
            inner
        }
        End::Port(_) => Packed { width: 0.0, height: 0.0, places: Vec::new() },
    }
}

/// How many squares a port has: one for every end of a flow, at least one.
pub(crate) fn squares(sized: &Sized<'_>, port: usize) -> usize {
    let ends = sized.diagram.edges.iter().flat_map(|e| [e.source, e.target]);
    ends.filter(|&end| end == End::Port(port)).count().max(1)
}

fn owned(sized: &Sized<'_>, owner: End) -> impl Iterator<Item = usize> {
    let ports = sized.diagram.ports.iter().enumerate();
    ports.filter(move |(_, p)| p.owner == owner).map(|(p, _)| p)
}

fn port_width(sized: &Sized<'_>, port: usize) -> f64 {
    let row = squares(sized, port) as f64 * (PORT + 3.0);
    sized.ports[port].width.max(row) + 12.0
}

fn ports_width(sized: &Sized<'_>, owner: End) -> f64 {
    let all: f64 = owned(sized, owner).map(|p| port_width(sized, p)).sum();
    if all > 0.0 { all + 12.0 } else { 0.0 }
}

/// Room that the ports of a box take below it.
fn foot(sized: &Sized<'_>, owner: End) -> f64 {
    owned(sized, owner).map(|p| sized.ports[p].height + PORT).fold(0.0, f64::max)
}

/// Writes packed boxes into a geometry, with their ports along the lower border.
pub(crate) fn unpack(sized: &Sized<'_>, packed: &Packed, corner: Point, geometry: &mut Geometry) {
    for (end, rect) in &packed.places {
        let rect = rect.shifted(corner);
        match *end {
            End::Node(n) => geometry.nodes[n] = rect,
            End::Frame(f) => geometry.frames[f] = rect,
            End::Port(_) => {}
        }
        let mut x = rect.x + 12.0;
        for port in owned(sized, *end) {
            let label = &sized.ports[port];
            let (width, y) = (port_width(sized, port), rect.y + rect.height);
            let count = squares(sized, port);
            let first = x + (width - count as f64 * (PORT + 3.0)) / 2.0 + PORT / 2.0;
            geometry.ports[port] = PortPlace {
                squares: (0..count).map(|i| Rect::port_at(Point { x: first + i as f64 * (PORT + 3.0), y })).collect(),
                labels: vec![Rect {
                    x: x + (width - label.width) / 2.0,
                    y: y + PORT / 2.0 + 1.0,
                    width: label.width,
                    height: label.height,
                }],
            };
            x += width;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::check::{Fault, faults};
    use crate::drawing::samples;
    use crate::drawing::sized::size;

    #[test]
    fn many_boxes_fill_a_sheet() {
        let diagram = samples::crowd(400);
        let sized = size(&diagram);
        let geometry = GridEngine.layout(&sized).unwrap();
        assert_eq!(faults(&sized, &geometry), []);
        assert!(geometry.height < 2.0 * geometry.width);
    }

    #[test]
    fn boxes_and_ends_are_where_they_belong() {
        for seed in 0..50 {
            let diagram = samples::random(seed);
            let sized = size(&diagram);
            let geometry = GridEngine.layout(&sized).unwrap();
            let bad: Vec<Fault> = faults(&sized, &geometry)
                .into_iter()
                .filter(|f| {
                    !matches!(f, Fault::ThroughNode(..) | Fault::AlongFrame(..) | Fault::LinesMerge(..) | Fault::TextOver(..))
                })
                .collect();
            assert!(bad.is_empty(), "seed {seed}: {bad:?}");
        }
    }
}
