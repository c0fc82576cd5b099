//! The output of `dot -Tjson0` as a geometry.
//!
//! `dot` knows no ports on borders, so a port's squares are put where its lines end.

use indexmap::IndexMap;
use serde_json::Value;

use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect, Route};
use crate::drawing::layout::LayoutError;
use crate::drawing::sized::Sized;
use crate::drawing::straight::fit;
use crate::drawing::tidy::tidy;
use crate::report::diagram::End;

/// Reads the output of `dot -Tjson0` for a text written by [`dot_text`](crate::drawing::dot_engine::dot_text).
pub fn geometry(sized: &Sized<'_>, turned: &[bool], json: &str) -> Result<Geometry, LayoutError> {
    let answer: Value = serde_json::from_str(json).map_err(|e| LayoutError::Unreadable(format!("JSON: {e}")))?;
    let sheet = numbers(&answer, "bb");
    let [_, _, _, top] = sheet[..] else {
        return Err(unreadable("size"));
    };
    let diagram = sized.diagram;
    let by_key = |list: &str, key: &str| -> IndexMap<String, &Value> {
        let items = answer.get(list).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|v| Some((v.get(key)?.as_str()?.to_owned(), v))).collect()
    };
    let (objects, edges) = (by_key("objects", "name"), by_key("edges", "id"));
    let mut out = boxes(sized, &objects, top)?;
    for (index, block) in sized.edges.iter().enumerate() {
        let object = edges.get(&format!("e{index}")).ok_or_else(|| unreadable("edge"))?;
        let mut points = curve(&numbers(object, "pos"), top);
        if points.len() < 2 {
            return Err(unreadable("line of an edge"));
        }
        if turned[index] {
            points.reverse();
        }
        let (w, h) = (block.width, block.height);
        let [x, y] = numbers(object, "lp")[..] else {
            return Err(unreadable("place of a label"));
        };
        let label = Rect { x: x - w / 2.0, y: top - y - h / 2.0, width: w, height: h };
        let edge = &diagram.edges[index];
        land(sized, &mut out, edge.source, edge.target, &mut points);
        points.reverse();
        land(sized, &mut out, edge.target, edge.source, &mut points);
        points.reverse();
        out.edges.push(Route { points, label });
    }
    idle_ports(sized, &mut out);
    for (port, place) in out.ports.iter_mut().enumerate() {
        let (block, square) = (&sized.ports[port], place.squares[0]);
        let x = square.x + square.width + 2.0;
        place.labels.push(Rect { x, y: square.y - block.height, width: block.width, height: block.height });
    }
    tidy(sized, &mut out);
    Ok(fit(out))
}

fn boxes(sized: &Sized<'_>, objects: &IndexMap<String, &Value>, top: f64) -> Result<Geometry, LayoutError> {
    let mut out = Geometry { ports: vec![PortPlace::default(); sized.diagram.ports.len()], ..Geometry::default() };
    for (n, block) in sized.nodes.iter().enumerate() {
        let object = objects.get(&format!("n{n}")).ok_or_else(|| unreadable("node"))?;
        let [x, y] = numbers(object, "pos")[..] else {
            return Err(unreadable("position of a node"));
        };
        let (width, height) = (block.width, block.height);
        out.nodes.push(Rect { x: x - width / 2.0, y: top - y - height / 2.0, width, height });
    }
    for f in 0..sized.diagram.frames.len() {
        let object = objects.get(&format!("cluster_b{f}")).ok_or_else(|| unreadable("cluster"))?;
        let [x0, y0, x1, y1] = numbers(object, "bb")[..] else {
            return Err(unreadable("size of a cluster"));
        };
        out.frames.push(Rect { x: x0, y: top - y1, width: x1 - x0, height: y1 - y0 });
    }
    Ok(out)
}

fn unreadable(what: &str) -> LayoutError {
    LayoutError::Unreadable(what.to_owned())
}

fn numbers(value: &Value, key: &str) -> Vec<f64> {
    let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
    text.split([',', ' ']).filter_map(|n| n.parse().ok()).collect()
}

/// Points along the Bézier curves of a `pos`; arrowheads are not asked for, so it has control points only.
fn curve(numbers: &[f64], top: f64) -> Vec<Point> {
    let control: Vec<Point> = numbers.chunks_exact(2).map(|p| Point { x: p[0], y: top - p[1] }).collect();
    let mut points: Vec<Point> = control.first().copied().into_iter().collect();
    for piece in control.windows(4).step_by(3) {
        for step in 1..=8 {
            let t = f64::from(step) / 8.0;
            let mut row = piece.to_vec();
            while row.len() > 1 {
                row = row.windows(2).map(|p| p[0].towards(p[1], t)).collect();
            }
            points.extend(row);
        }
    }
    points.dedup();
    points
}

/// Makes the first point of a line end on the border of what it belongs to, with a square if that is a port.
fn land(sized: &Sized<'_>, out: &mut Geometry, end: End, other: End, points: &mut Vec<Point>) {
    let rect = out.rect(sized, end);
    if let End::Frame(frame) = sized.element(end) {
        let own = sized.element(other) == End::Frame(frame);
        if own || sized.holds(frame, other) {
            points.insert(0, Point { x: rect.x, y: points[0].y });
        } else {
            leave(&rect, points);
        }
    } else {
        points[0] = onto(&rect, points[0]);
    }
    if let End::Port(port) = end {
        let square = Rect::port_at(points[0]);
        out.ports[port].squares.push(square);
        leave(&square, points);
    }
}

/// Cuts off what lies in a rectangle.
fn leave(rect: &Rect, points: &mut Vec<Point>) {
    while points.len() > 2 && rect.has(points[1]) {
        points.remove(0);
    }
    if let Some((_, share)) = rect.clip(points[0], points[1]) {
        points[0] = points[0].towards(points[1], share);
    }
}

fn onto(rect: &Rect, point: Point) -> Point {
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    let inside = Point { x: point.x.clamp(rect.x, right), y: point.y.clamp(rect.y, bottom) };
    let ways = [
        Point { x: rect.x, ..inside },
        Point { x: right, ..inside },
        Point { y: rect.y, ..inside },
        Point { y: bottom, ..inside },
    ];
    let nearest = ways.into_iter().min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)));
    nearest.unwrap_or(inside)
}

/// Ports that no flow meets stand along the right border of their owner.
fn idle_ports(sized: &Sized<'_>, out: &mut Geometry) {
    let idle: Vec<usize> = (0..out.ports.len()).filter(|&p| out.ports[p].squares.is_empty()).collect();
    for &port in &idle {
        let owner = sized.element(End::Port(port));
        let row: Vec<usize> = idle.iter().copied().filter(|&p| sized.element(End::Port(p)) == owner).collect();
        let place = row.iter().position(|&p| p == port).unwrap_or(0) + 1;
        let rect = out.rect(sized, owner);
        let y = rect.y + rect.height * place as f64 / (row.len() + 1) as f64;
        out.ports[port].squares.push(Rect::port_at(Point { x: rect.x + rect.width, y }));
    }
}
