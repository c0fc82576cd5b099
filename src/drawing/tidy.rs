//! Texts that hide something move to a better place nearby, if there is one.
//!
//! Engines keep texts clear of boxes, but not the labels of ports on frames and of flows from an element to itself.

use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::sized::Sized;

const NEAR: f64 = 3.0;
/// How far from a line its text is tried.
const OFFSETS: [f64; 5] = [NEAR, 16.0, 32.0, 56.0, 80.0];
/// Where beside a line its text is tried.
const SHARES: [f64; 9] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];

/// Moves the texts of ports and flows that lie over other things.
pub(crate) fn tidy(sized: &Sized<'_>, geometry: &mut Geometry) {
    for port in 0..geometry.ports.len() {
        for index in 0..geometry.ports[port].labels.len() {
            let own = Own::Port(port, index);
            let label = geometry.ports[port].labels[index];
            let Some(square) = nearest(&geometry.ports[port].squares, label) else {
                continue;
            };
            let places = round(square, label);
            geometry.ports[port].labels[index] = best(sized, geometry, own, label, &places);
        }
    }
    for edge in 0..geometry.edges.len() {
        let label = geometry.edges[edge].label;
        let block = &sized.edges[edge];
        let size = Rect { width: block.width, height: block.height, ..label };
        let places: Vec<Rect> = OFFSETS
            .iter()
            .flat_map(|&off| SHARES.map(|share| (off, share)))
            .flat_map(|(off, share)| beside(&geometry.edges[edge].points, share, off, size))
            .collect();
        geometry.edges[edge].label = best(sized, geometry, Own::Edge(edge), label, &places);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Own {
    Port(usize, usize),
    Edge(usize),
}

fn nearest(squares: &[Rect], label: Rect) -> Option<Rect> {
    let far = |s: &Rect| s.centre().distance(label.centre());
    squares.iter().copied().min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// The four corners of a square, then further off.
fn round(square: Rect, label: Rect) -> Vec<Rect> {
    let mut places = Vec::new();
    for off in [NEAR, 12.0, 24.0] {
        for (right, below) in [(true, false), (false, false), (true, true), (false, true)] {
            let x = if right { square.x + square.width + NEAR } else { square.x - NEAR - label.width };
            let y = if below { square.y + square.height + off } else { square.y - off - label.height };
            places.push(Rect { x, y, ..label });
        }
    }
    places
}

fn beside(points: &[Point], share: f64, off: f64, size: Rect) -> [Rect; 5] {
    let at = crate::drawing::straight::along(points, share);
    let at = Rect { x: at.x, y: at.y, ..size };
    let (w, h) = (size.width, size.height);
    [(off, -h / 2.0), (-w - off, -h / 2.0), (-w / 2.0, off), (-w / 2.0, -h - off), (-w / 2.0, -h / 2.0)]
        .map(|(x, y)| at.shifted(Point { x, y }))
}

/// The place that hides least; the present one if none is better.
fn best(sized: &Sized<'_>, geometry: &Geometry, own: Own, now: Rect, places: &[Rect]) -> Rect {
    let mut least = harm(sized, geometry, own, &now);
    let mut best = now;
    if least == 0 {
        return now;
    }
    for place in places {
        let harm = harm(sized, geometry, own, place);
        if harm < least {
            (least, best) = (harm, *place);
        }
    }
    best
}

fn harm(sized: &Sized<'_>, geometry: &Geometry, own: Own, place: &Rect) -> usize {
    let off_sheet = place.x < 0.0 || place.y < 0.0;
    let nodes = geometry.nodes.iter().filter(|n| n.overlaps(place)).count();
    let squares = geometry.ports.iter().flat_map(|p| &p.squares).filter(|s| s.overlaps(place)).count();
    let frames = geometry.frames.iter().filter(|f| f.overlaps(place) && !f.contains(place)).count();
    let titles = sized.frames.iter().zip(&geometry.frames);
    let titles = titles.filter(|(block, f)| Rect { width: block.width + 12.0, height: block.height, ..**f }.overlaps(place));
    let flows = geometry.edges.iter().enumerate();
    let texts = flows.clone().filter(|(e, r)| own != Own::Edge(*e) && r.label.overlaps(place)).count();
    let lines = flows.filter(|(_, r)| r.crosses(&place.grown(-2.0))).count();
    let names =
        geometry.ports.iter().enumerate().flat_map(|(p, port)| {
            port.labels.iter().enumerate().filter(move |(i, l)| own != Own::Port(p, *i) && l.overlaps(place))
        });
    60 * usize::from(off_sheet) + 40 * nodes + 20 * (texts + names.count() + titles.count()) + 10 * squares + 3 * lines + frames
}
