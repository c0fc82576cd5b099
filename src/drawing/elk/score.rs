//! How good a drawing is: few crossings, few bends, large on a page.

use crate::drawing::geometry::{Geometry, Point};

/// What A4 holds, long and short side, in pixels of which a name's height is 14, at a size that still reads well.
const PAGE: (f64, f64) = (1500.0, 1000.0);
/// A sheet on its side is what screens and the other diagrams have.
const UPRIGHT: f64 = 1.1;

/// The lower, the better.
pub(crate) fn cost(geometry: &Geometry) -> f64 {
    let bends: usize = geometry.edges.iter().map(|e| e.points.len() - 2).sum();
    let (width, height) = (geometry.width, geometry.height);
    let lying = (width / PAGE.0).max(height / PAGE.1);
    let upright = (width / PAGE.1).max(height / PAGE.0) * UPRIGHT;
    4.0 * crossings(geometry) as f64 + bends as f64 + 80.0 * lying.min(upright).max(0.6)
}

/// How often lines cross.
pub(crate) fn crossings(geometry: &Geometry) -> usize {
    let mut count = 0;
    for (i, one) in geometry.edges.iter().enumerate() {
        for other in &geometry.edges[i + 1..] {
            for a in one.points.windows(2) {
                count += other.points.windows(2).filter(|b| cross(a, b)).count();
            }
        }
    }
    count
}

fn cross(a: &[Point], b: &[Point]) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < 0.0 && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < 0.0
}
