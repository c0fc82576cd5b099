//! How good a drawing is: few crossings, few bends, large on a page.

use crate::drawing::geometry::{Geometry, Point, Route};
use crate::drawing::paper::SMALLEST_PRINT;
use crate::drawing::sheet::print_size;
use crate::drawing::sized::Sized;
use crate::report::title_block::TitleBlock;

/// The lower, the better.
pub(crate) fn cost(sized: &Sized<'_>, geometry: &Geometry) -> f64 {
    let figures = figures(geometry);
    let long = figures.length / sized.diagram.edges.len().max(1) as f64;
    let sheets = sheets(sized, geometry);
    // what does not fit is not read, however few its crossings
    let size = 80.0 * sheets.max(0.6) + 200.0 * (sheets - 1.0).max(0.0);
    4.0 * figures.crossings as f64 + figures.bends as f64 + size + 0.03 * long
}

/// How many times larger than A4 the drawing with all that stands round it is, measured along its worse side; smaller than one fits.
pub(crate) fn sheets(sized: &Sized<'_>, geometry: &Geometry) -> f64 {
    SMALLEST_PRINT / print_size(sized.diagram, (geometry.width, geometry.height), &TitleBlock::default())
}

/// What can be counted in a drawing that has no faults.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// How often lines cross.
    pub crossings: usize,
    /// How often lines turn.
    pub bends: usize,
    /// How long all lines are together.
    pub length: f64,
}

/// Crossings, bends and length of a drawing.
pub fn figures(geometry: &Geometry) -> Figures {
    let turns = |e: &Route| e.points.windows(3).filter(|p| turns(p)).count();
    Figures {
        crossings: crossings(geometry),
        bends: geometry.edges.iter().map(turns).sum(),
        length: geometry.edges.iter().flat_map(|e| e.points.windows(2)).map(|p| p[0].distance(p[1])).sum(),
    }
}

/// Whether a line changes its way by more than a curve's next piece does.
fn turns(points: &[Point]) -> bool {
    let way = |a: Point, b: Point| (b.y - a.y).atan2(b.x - a.x);
    let by = (way(points[0], points[1]) - way(points[1], points[2])).abs();
    by.min(std::f64::consts::TAU - by) > 0.35
}

/// How often lines cross.
fn crossings(geometry: &Geometry) -> usize {
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
