//! ELK's JSON as a geometry. Boxes come relative to their container, lines relative to the container ELK moved them to.

use indexmap::IndexMap;
use serde_json::Value;

use crate::drawing::elk::input::{LABEL_ROOM, label_id, slot_id};
use crate::drawing::elk::plan::{Plan, Slot};
use crate::drawing::geometry::{Geometry, Point, PortPlace, Rect, Route};
use crate::drawing::grid::unpack;
use crate::drawing::layout::LayoutError;
use crate::drawing::straight::fit;
use crate::drawing::tidy::tidy;
use crate::report::diagram::End;

/// Squares of a port further apart than this do not read as one.
const GROUP: f64 = 60.0;

/// Absolute places by ELK's ids.
#[derive(Default)]
pub(crate) struct Places {
    rects: IndexMap<String, Rect>,
    lines: IndexMap<String, Vec<Point>>,
}

/// Reads ELK's answer.
pub(crate) fn places(answer: &Value) -> Places {
    let mut places = Places::default();
    container(answer, Point::default(), &mut places);
    places
}

fn container(value: &Value, origin: Point, out: &mut Places) {
    for child in list(value, "children") {
        let rect = keep(child, origin, out);
        let corner = Point { x: rect.x, y: rect.y };
        for port in list(child, "ports") {
            let square = keep(port, corner, out);
            for label in list(port, "labels") {
                keep(label, Point { x: square.x, y: square.y }, out);
            }
        }
        container(child, corner, out);
    }
    for edge in list(value, "edges") {
        let mut points = Vec::new();
        for section in list(edge, "sections") {
            points.extend(section.get("startPoint").map(|p| point(p, origin)));
            points.extend(list(section, "bendPoints").iter().map(|p| point(p, origin)));
            points.extend(section.get("endPoint").map(|p| point(p, origin)));
        }
        points.dedup();
        for label in list(edge, "labels") {
            keep(label, origin, out);
        }
        if let Some(id) = edge.get("id").and_then(Value::as_str) {
            out.lines.insert(id.to_owned(), points);
        }
    }
}

fn keep(value: &Value, origin: Point, out: &mut Places) -> Rect {
    let corner = point(value, origin);
    let rect = Rect { x: corner.x, y: corner.y, width: number(value, "width"), height: number(value, "height") };
    if let Some(id) = value.get("id").and_then(Value::as_str) {
        out.rects.insert(id.to_owned(), rect);
    }
    rect
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn point(value: &Value, origin: Point) -> Point {
    Point { x: origin.x + number(value, "x"), y: origin.y + number(value, "y") }
}

fn number(value: &Value, key: &str) -> f64 {
    value.get(key).and_then(Value::as_f64).unwrap_or(0.0)
}

impl Places {
    fn rect(&self, id: &str) -> Result<Rect, LayoutError> {
        self.rects.get(id).copied().ok_or_else(|| LayoutError::Unreadable(format!("place for `{id}`")))
    }

    /// Where a connection point is.
    pub(crate) fn slot(&self, slot: Slot) -> Result<Point, LayoutError> {
        self.rect(&slot_id(slot)).map(|r| r.centre())
    }
}

/// Puts ELK's places into the order of the diagram.
pub(crate) fn geometry(plan: &Plan<'_, '_>, places: &Places) -> Result<Geometry, LayoutError> {
    let diagram = plan.sized.diagram;
    let mut out = Geometry {
        nodes: vec![Rect::default(); diagram.nodes.len()],
        frames: vec![Rect::default(); diagram.frames.len()],
        ports: vec![PortPlace::default(); diagram.ports.len()],
        ..Geometry::default()
    };
    for n in (0..diagram.nodes.len()).filter(|&n| plan.visible(End::Node(n))) {
        out.nodes[n] = places.rect(&format!("n{n}"))?;
    }
    for f in (0..diagram.frames.len()).filter(|&f| plan.visible(End::Frame(f))) {
        out.frames[f] = places.rect(&format!("f{f}"))?;
    }
    for (q, aside) in plan.asides.iter().enumerate() {
        let rect = places.rect(&format!("q{q}"))?;
        unpack(plan.sized, &aside.packed, Point { x: rect.x, y: rect.y }, &mut out);
    }
    for vertex in (0..plan.slots.len()).filter(|&v| plan.visible(plan.element(v))) {
        ports(plan, places, vertex, &mut out)?;
    }
    for index in 0..diagram.edges.len() {
        let route = route(plan, places, &out, index)?;
        out.edges.push(route);
    }
    tidy(plan.sized, &mut out);
    Ok(fit(out))
}

fn ports(plan: &Plan<'_, '_>, places: &Places, vertex: usize, out: &mut Geometry) -> Result<(), LayoutError> {
    let owner = out.rect(plan.sized, plan.element(vertex));
    let mut round: Vec<(f64, Slot, Rect)> = Vec::new();
    for &slot in &plan.slots[vertex] {
        let at = onto_border(&owner, places.slot(slot)?);
        round.push((way_round(&owner, at), slot, Rect::port_at(at)));
    }
    round.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (index, &(way, slot, square)) in round.iter().enumerate() {
        let Some(port) = plan.port(slot) else {
            continue;
        };
        out.ports[port].squares.push(square);
        if !plan.labelled(slot) {
            continue;
        }
        // Of neighbours that may be only one is labelled: the lowest or rightmost, since labels stand below or to the right.
        let forwards = way < 2.0;
        let next = if forwards { index.checked_add(1) } else { index.checked_sub(1) };
        let neighbour = next.and_then(|i| round.get(i));
        let beside = |other: f64, r: Rect| other.floor() == way.floor() && r.centre().distance(square.centre()) < GROUP;
        if neighbour.is_none_or(|&(w, s, r)| plan.port(s) != Some(port) || !plan.labelled(s) || !beside(w, r)) {
            out.ports[port].labels.push(places.rect(&label_id(slot))?);
        }
    }
    Ok(())
}

/// Clockwise from the upper left corner: the whole part says which side (north, east, south, west), the rest how far along.
pub(crate) fn way_round(owner: &Rect, point: Point) -> f64 {
    let across = ((point.x - owner.x) / owner.width.max(1.0)).clamp(0.0, 0.999);
    let down = ((point.y - owner.y) / owner.height.max(1.0)).clamp(0.0, 0.999);
    let sides = [
        (point.y - owner.y, across),
        (owner.x + owner.width - point.x, 1.0 + down),
        (owner.y + owner.height - point.y, 2.999 - across),
        (point.x - owner.x, 3.999 - down),
    ];
    let nearest = sides.into_iter().min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    nearest.map_or(0.0, |(_, way)| way)
}

/// ELK puts squares outside; ours straddle the border.
fn onto_border(owner: &Rect, point: Point) -> Point {
    let (right, bottom) = (owner.x + owner.width, owner.y + owner.height);
    let inside = Point { x: point.x.clamp(owner.x, right), y: point.y.clamp(owner.y, bottom) };
    if inside != point {
        return inside;
    }
    let ways = [
        (point.x - owner.x, Point { x: owner.x, y: point.y }),
        (right - point.x, Point { x: right, y: point.y }),
        (point.y - owner.y, Point { x: point.x, y: owner.y }),
        (bottom - point.y, Point { x: point.x, y: bottom }),
    ];
    let nearest = ways.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map_or(point, |(_, at)| at)
}

fn route(plan: &Plan<'_, '_>, places: &Places, out: &Geometry, index: usize) -> Result<Route, LayoutError> {
    let mut points = places.lines.get(&format!("e{index}")).cloned().unwrap_or_default();
    if points.len() < 2 {
        return Err(LayoutError::Unreadable(format!("line for `e{index}`")));
    }
    if plan.turned[index] {
        points.reverse();
    }
    land(plan, places, out, Slot::Source(index), &mut points)?;
    points.reverse();
    land(plan, places, out, Slot::Target(index), &mut points)?;
    points.reverse();
    let label = places.rect(&format!("t{index}"))?.grown(-LABEL_ROOM);
    Ok(Route { points, label })
}

/// Moves the first point of a line to the rim of the square it belongs to.
fn land(plan: &Plan<'_, '_>, places: &Places, out: &Geometry, slot: Slot, points: &mut [Point]) -> Result<(), LayoutError> {
    if plan.port(slot).is_none() {
        return Ok(());
    }
    let owner = out.rect(plan.sized, plan.end(slot));
    let centre = onto_border(&owner, places.slot(slot)?);
    if let [first, next, ..] = points {
        let square = Rect::port_at(centre);
        let away = square.clip(centre, *next).map_or(0.0, |(_, leave)| leave);
        *first = centre.towards(*next, away);
    }
    Ok(())
}
