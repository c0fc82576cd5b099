//! Making room: a drawing is cut along a level or upright line and its parts are moved away from one another. What the cut meets grows (boxes,
//! lines) or stays with its beginning (texts), so nothing that was right becomes wrong, as long as all lines are level or upright.

use crate::drawing::geometry::{Geometry, Point, Rect};
use crate::drawing::sized::Sized;
use crate::report::diagram::End;

/// Along which axis things move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    /// Things right of the cut move to the right.
    Across,
    /// Things below the cut move down.
    Down,
}

/// Cuts at a place of an axis and moves everything from there on.
pub(crate) fn widen(sized: &Sized<'_>, geometry: &mut Geometry, axis: Axis, at: f64, by: f64) {
    let moved = |v: f64| if v >= at { v + by } else { v };
    let stretch = |r: &mut Rect| match axis {
        Axis::Across => {
            let right = moved(r.x + r.width);
            r.x = moved(r.x);
            r.width = right - r.x;
        }
        Axis::Down => {
            let bottom = moved(r.y + r.height);
            r.y = moved(r.y);
            r.height = bottom - r.y;
        }
    };
    let carry = |r: &mut Rect, by_point: Point| match axis {
        Axis::Across => r.x += moved(by_point.x) - by_point.x,
        Axis::Down => r.y += moved(by_point.y) - by_point.y,
    };
    let corner = |r: &Rect| Point { x: r.x, y: r.y };
    let before: Vec<Vec<Rect>> = geometry.ports.iter().map(|p| p.squares.clone()).collect();
    // A box grows only where something is tied to it beyond the cut.
    let tied = |n: usize, rect: &Rect| {
        let beyond = |p: Point| rect.border_distance(p) < 8.0 && if axis == Axis::Across { p.x >= at } else { p.y >= at };
        let own = |end: End| sized.element(end) == End::Node(n);
        let ends = sized
            .diagram
            .edges
            .iter()
            .zip(&geometry.edges)
            .flat_map(|(edge, route)| [(edge.source, route.points.first()), (edge.target, route.points.last())]);
        let squares = sized.diagram.ports.iter().zip(&geometry.ports).filter(|(p, _)| own(p.owner)).flat_map(|(_, p)| &p.squares);
        ends.into_iter().any(|(end, point)| own(end) && point.is_some_and(|p| beyond(*p)))
            || squares.into_iter().any(|s| beyond(s.centre()))
    };
    let grows: Vec<bool> = geometry.nodes.iter().enumerate().map(|(n, rect)| tied(n, rect)).collect();
    for (rect, grows) in geometry.nodes.iter_mut().zip(grows) {
        if grows {
            stretch(rect);
        } else {
            carry(rect, corner(rect));
        }
    }
    geometry.frames.iter_mut().for_each(stretch);
    geometry.titles.iter_mut().for_each(|r| carry(r, corner(r)));
    for port in &mut geometry.ports {
        for label in &mut port.labels {
            let square = nearest(&port.squares, *label).unwrap_or(*label);
            carry(label, square.centre());
        }
        port.squares.iter_mut().for_each(|s| carry(s, s.centre()));
    }
    for (index, route) in geometry.edges.iter_mut().enumerate() {
        let edge = &sized.diagram.edges[index];
        let ends = [route.points.first().copied(), route.points.last().copied()];
        let label = corner(&route.label);
        carry(&mut route.label, label);
        for point in &mut route.points {
            match axis {
                Axis::Across => point.x = moved(point.x),
                Axis::Down => point.y = moved(point.y),
            }
        }
        // The rim of a square goes with the square.
        let last = route.points.len() - 1;
        for (at, end, old) in [(0, edge.source, ends[0]), (last, edge.target, ends[1])] {
            if let (End::Port(port), Some(old)) = (end, old) {
                let square = before[port].iter().position(|s| s.grown(1.0).has(old));
                if let Some(square) = square {
                    let (was, is) = (before[port][square], geometry.ports[port].squares[square]);
                    route.points[at] = Point { x: old.x + is.x - was.x, y: old.y + is.y - was.y };
                }
            }
        }
    }
    match axis {
        Axis::Across => geometry.width += by,
        Axis::Down => geometry.height += by,
    }
}

/// The square a label belongs to.
pub(crate) fn nearest(squares: &[Rect], label: Rect) -> Option<Rect> {
    let far = |s: &Rect| s.centre().distance(label.centre());
    squares.iter().copied().min_by(|a, b| far(a).total_cmp(&far(b)))
}
