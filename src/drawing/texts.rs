//! The texts that stand beside things: names of flows, of ports, of frames; and what each of them lies over.

use crate::drawing::geometry::{Geometry, Rect, SLACK};

/// A text that has a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Text {
    /// Title of a frame.
    Title(usize),
    /// Name of a port; which of its labels.
    Port(usize, usize),
    /// What is said of a flow.
    Flow(usize),
}

/// Something a text must not lie over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// A node.
    Node(usize),
    /// A square of a port.
    Square(usize),
    /// Another text.
    Text(Text),
    /// The line of a flow other than the text's own.
    Line(usize),
}

/// A line may come this near to the box round a text, which has room inside.
const TOUCH: f64 = 1.5;

/// All texts of a drawing: titles, names of ports, flows, each in order of declaration.
pub(crate) fn all(geometry: &Geometry) -> Vec<(Text, Rect)> {
    let titles = geometry.titles.iter().enumerate().map(|(f, rect)| (Text::Title(f), *rect));
    let ports = geometry.ports.iter().enumerate();
    let ports = ports.flat_map(|(p, place)| place.labels.iter().enumerate().map(move |(i, rect)| (Text::Port(p, i), *rect)));
    let flows = geometry.edges.iter().enumerate().map(|(e, route)| (Text::Flow(e), route.label));
    titles.chain(ports).chain(flows).collect()
}

/// Where a text stands.
pub(crate) fn place(geometry: &mut Geometry, text: Text) -> &mut Rect {
    match text {
        Text::Title(f) => &mut geometry.titles[f],
        Text::Port(p, i) => &mut geometry.ports[p].labels[i],
        Text::Flow(e) => &mut geometry.edges[e].label,
    }
}

/// What a text would lie over if it stood there.
pub(crate) fn over(geometry: &Geometry, text: Text, rect: &Rect) -> Vec<Over> {
    let mut found = Vec::new();
    let nodes = geometry.nodes.iter().enumerate();
    found.extend(nodes.filter(|(_, n)| n.overlaps(rect)).map(|(n, _)| Over::Node(n)));
    let ports = geometry.ports.iter().enumerate();
    found.extend(ports.filter(|(_, p)| p.squares.iter().any(|s| s.overlaps(rect))).map(|(p, _)| Over::Square(p)));
    for (f, title) in geometry.titles.iter().enumerate() {
        if text != Text::Title(f) && title.overlaps(rect) {
            found.push(Over::Text(Text::Title(f)));
        }
    }
    for (p, port) in geometry.ports.iter().enumerate() {
        for (i, label) in port.labels.iter().enumerate() {
            if text != Text::Port(p, i) && label.overlaps(rect) {
                found.push(Over::Text(Text::Port(p, i)));
            }
        }
    }
    let bare = rect.grown(-TOUCH);
    for (e, route) in geometry.edges.iter().enumerate() {
        if text == Text::Flow(e) {
            continue;
        }
        if route.label.overlaps(rect) {
            found.push(Over::Text(Text::Flow(e)));
        }
        if route.crosses(&bare) {
            found.push(Over::Line(e));
        }
    }
    found
}

/// How many frames a text stands astride of.
pub(crate) fn astride(geometry: &Geometry, rect: &Rect) -> usize {
    geometry.frames.iter().filter(|f| f.overlaps(rect) && !f.grown(SLACK).contains(rect)).count()
}
