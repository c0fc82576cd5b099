//! Texts that lie over something move to a free place nearby; where there is none, room is made for them.

use crate::drawing::geometry::{Geometry, Point, Rect, Route};
use crate::drawing::room::{Axis, nearest, widen};
use crate::drawing::sized::Sized;
use crate::drawing::straight::along;
use crate::drawing::texts::{self, Text, astride, over, place};

const NEAR: f64 = 3.0;
/// From the side of a frame to its title.
const TITLE_SIDE: f64 = 10.0;
/// How far from a line its text is tried.
const OFFSETS: [f64; 4] = [NEAR, 14.0, 26.0, 40.0];
/// How far apart the places beside a line are that are tried.
const STEP: f64 = 12.0;
/// So often room is made at most; then what is left is left.
const CUTS: usize = 60;

/// Gives every text a free place, moving things apart only where no place nearby is free and all lines are level or upright.
pub(crate) fn tidy(sized: &Sized<'_>, geometry: &mut Geometry) {
    sizes(sized, geometry);
    let square = geometry.edges.iter().all(|e| e.points.windows(2).all(is_square));
    if square {
        fit_titles(sized, geometry);
    }
    let order: Vec<Text> = texts::all(geometry).into_iter().map(|(text, _)| text).collect();
    for &text in &order {
        move_text(geometry, text);
    }
    if !square {
        return;
    }
    let mut cuts = 0;
    for _ in 0..2 {
        for &text in &order {
            let now = *place(geometry, text);
            if cuts < CUTS && !over(geometry, text, &now).is_empty() && !move_text(geometry, text) {
                cuts += 1;
                make_room(sized, geometry, text);
            }
        }
    }
}

/// A frame is as wide as its title. What it holds comes first, since it widens what is round it.
fn fit_titles(sized: &Sized<'_>, geometry: &mut Geometry) {
    for frame in (0..geometry.frames.len()).rev() {
        let rect = geometry.frames[frame];
        let lacking = sized.frames[frame].width + 2.0 * TITLE_SIDE - rect.width;
        if lacking > 0.0 {
            widen(sized, geometry, Axis::Across, rect.x + rect.width - 1.0, lacking.ceil());
        }
    }
}

fn is_square(pair: &[Point]) -> bool {
    (pair[0].x - pair[1].x).abs() < 0.1 || (pair[0].y - pair[1].y).abs() < 0.1
}

/// Every text has its measured size, and titles have a place.
pub(crate) fn sizes(sized: &Sized<'_>, geometry: &mut Geometry) {
    let blocks = sized.frames.iter().zip(&geometry.frames);
    geometry.titles = blocks.map(|(b, f)| Rect { x: f.x + TITLE_SIDE, y: f.y + 2.0, width: b.width, height: b.height }).collect();
    for (route, block) in geometry.edges.iter_mut().zip(&sized.edges) {
        let centre = route.label.centre();
        let (width, height) = (block.width, block.height);
        route.label = Rect { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height };
    }
}

/// Whether the text stands free, where it was or elsewhere.
pub(crate) fn move_text(geometry: &mut Geometry, text: Text) -> bool {
    let now = *place(geometry, text);
    let mut least = harm(geometry, text, &now);
    if least < HIDDEN && !(least > 0 && matches!(text, Text::Flow(_))) {
        return true;
    }
    let mut best = now;
    for candidate in candidates(geometry, text, now) {
        if candidate.x < 0.0 || candidate.y < 0.0 {
            continue;
        }
        let harm = harm(geometry, text, &candidate);
        if harm < least {
            (least, best) = (harm, candidate);
            if least == 0 {
                break;
            }
        }
    }
    *place(geometry, text) = best;
    least < HIDDEN
}

/// From here on, something is hidden.
const HIDDEN: usize = 10;

fn harm(geometry: &Geometry, text: Text, rect: &Rect) -> usize {
    let frames = if matches!(text, Text::Title(_)) { 0 } else { astride(geometry, rect) };
    HIDDEN * over(geometry, text, rect).len() + frames.min(HIDDEN - 1)
}

/// Places to try, the likeliest first.
fn candidates(geometry: &Geometry, text: Text, now: Rect) -> Vec<Rect> {
    match text {
        Text::Title(frame) => along_top(&geometry.frames[frame], now),
        Text::Port(port, _) => nearest(&geometry.ports[port].squares, now).map(|s| round(s, now)).unwrap_or_default(),
        Text::Flow(edge) => beside(&geometry.edges[edge], now),
    }
}

/// From left to right along the upper border of a frame, then along the lower one.
fn along_top(frame: &Rect, now: Rect) -> Vec<Rect> {
    let room = frame.width - now.width - 12.0;
    let steps = (room / 6.0).floor().max(0.0) as usize;
    let bottom = frame.y + frame.height - now.height - 2.0;
    let rows = [frame.y + 2.0, bottom];
    rows.into_iter().flat_map(|y| (0..=steps).map(move |i| Rect { x: frame.x + 8.0 + 6.0 * i as f64, y, ..now })).collect()
}

/// The four corners of a square, then further off.
fn round(square: Rect, label: Rect) -> Vec<Rect> {
    let mut places = Vec::new();
    for off in [1.0, 5.0, 10.0, 18.0] {
        for aside in [1.0, 6.0, 14.0] {
            for (right, below) in [(true, false), (true, true), (false, false), (false, true)] {
                let x = if right { square.x + square.width + aside } else { square.x - aside - label.width };
                let y = if below {
                    square.y + square.height / 2.0 + off
                } else {
                    square.y + square.height / 2.0 - off - label.height
                };
                places.push(Rect { x, y, ..label });
            }
        }
    }
    places
}

/// On every stretch of a line and to both of its sides, nearest to its middle first.
fn beside(route: &Route, size: Rect) -> Vec<Rect> {
    let length: f64 = route.points.windows(2).map(|p| p[0].distance(p[1])).sum();
    let steps = ((length / STEP) as usize).clamp(4, 80);
    let mut shares: Vec<f64> = (1..steps).map(|i| i as f64 / steps as f64).collect();
    shares.sort_by(|a, b| (a - 0.5).abs().total_cmp(&(b - 0.5).abs()));
    let (w, h) = (size.width, size.height);
    let mut places = Vec::new();
    for off in OFFSETS {
        for &share in &shares {
            let at = along(&route.points, share);
            let at = Rect { x: at.x, y: at.y, ..size };
            if off == NEAR {
                places.push(at.shifted(Point { x: -w / 2.0, y: -h / 2.0 }));
            }
            let around = [(off, -h / 2.0), (-w - off, -h / 2.0), (-w / 2.0, off), (-w / 2.0, -h - off)];
            places.extend(around.map(|(x, y)| at.shifted(Point { x, y })));
        }
    }
    places
}

/// Two cuts that cross where the text belongs leave a field in which nothing stands.
fn make_room(sized: &Sized<'_>, geometry: &mut Geometry, text: Text) {
    let now = *place(geometry, text);
    let Some((at, above)) = crossing(geometry, text, &now) else { return };
    let cuts = [(Axis::Down, at.y, now.height + 4.0), (Axis::Across, at.x, now.width + 4.0)];
    for (axis, from, by) in cuts {
        // Often one cut is enough.
        let mut trial = geometry.clone();
        widen(sized, &mut trial, axis, from, by);
        *place(&mut trial, text) = Rect { x: at.x + 2.0, y: at.y + if above { 0.0 } else { 2.0 }, ..now };
        if move_text(&mut trial, text) {
            *geometry = trial;
            return;
        }
    }
    for (axis, from, by) in cuts {
        widen(sized, geometry, axis, from, by);
    }
    let lift = if above { 0.0 } else { 2.0 };
    *place(geometry, text) = Rect { x: at.x + 2.0, y: at.y + lift, ..now };
}

/// Where to cut, and whether the text stands directly at the upper cut.
fn crossing(geometry: &Geometry, text: Text, now: &Rect) -> Option<(Point, bool)> {
    match text {
        Text::Title(frame) => {
            let frame = geometry.frames[frame];
            Some((Point { x: frame.x + 7.0, y: frame.y + 2.0 }, true))
        }
        Text::Port(port, _) => {
            let square = nearest(&geometry.ports[port].squares, *now)?;
            let free = |p: &Point| is_bare(geometry, text, *p);
            let (left, right) = (square.x - 1.0, square.x + square.width + 1.0);
            let (top, bottom) = (square.y - 1.0, square.y + square.height + 1.0);
            let corners = [(right, top), (right, bottom), (left, top), (left, bottom)].map(|(x, y)| Point { x, y });
            corners.into_iter().find(free).map(|p| (p, false))
        }
        Text::Flow(edge) => {
            let points = &geometry.edges[edge].points;
            let mut shares: Vec<f64> = (1..40).map(|i| f64::from(i) / 40.0).collect();
            shares.sort_by(|a, b| (a - 0.5).abs().total_cmp(&(b - 0.5).abs()));
            let spots = shares.into_iter().map(|share| along(points, share));
            spots.map(|p| Point { x: p.x + 1.1, y: p.y + 1.1 }).find(|p| is_bare(geometry, text, *p)).map(|p| (p, false))
        }
    }
}

/// Whether no box and no other text is at a point: what a cut meets there would reach into the room that is made.
fn is_bare(geometry: &Geometry, text: Text, point: Point) -> bool {
    let boxes = geometry.nodes.iter().chain(geometry.ports.iter().flat_map(|p| &p.squares));
    let texts = texts::all(geometry);
    !boxes.into_iter().any(|r| r.grown(0.5).has(point))
        && !texts.iter().any(|(other, r)| *other != text && r.grown(0.5).has(point))
        && point.x > 0.0
        && point.y > 0.0
}
