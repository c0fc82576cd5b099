//! A picture too large for a sheet becomes several: an overview in which large boundaries are closed, and one picture for each of them, in which
//! what lies outside stands as a reference to the picture that shows it.

use crate::drawing::nesting::{self, holds};
use crate::drawing::paper::is_legible;
use crate::report::diagram::{
    Change, Changes, ControlCounts, Counts, Diagram, Edge, End, Frame, Labels, Node, NodeShape, PortMark, Style,
};

/// A picture of more elements is not read, whatever its size.
pub const MOST: usize = 60;
/// A boundary with fewer elements is no picture of its own.
const WORTH: usize = 4;

/// How high the smallest letters of a diagram are in print, in points.
pub type Print<'p> = dyn Fn(&Diagram) -> f64 + 'p;

/// The pictures of a diagram, the overview first; only itself where it can be read on a page, or nothing can be closed. Before a picture is split,
/// less is written at its flows and the rest in a list beside it.
pub fn parts(diagram: &Diagram, print: &Print<'_>) -> Vec<Diagram> {
    let few = |d: &Diagram| d.nodes.len() + d.frames.len() <= MOST;
    let numbered = |d: &Diagram| Diagram { labels: Labels::Numbered, ..d.clone() };
    let fits = |d: &Diagram| few(d) && (is_legible(print(d)) || is_legible(print(&numbered(d))));
    if diagram.style == Style::Sequence || fits(diagram) {
        return vec![labelled(diagram, print)];
    }
    let mut pictures = vec![Picture { inside: None, closed: Vec::new() }];
    let mut at = 0;
    while at < pictures.len() {
        let trial = |p: &Picture| show(diagram, &[], p, 0);
        while !fits(&trial(&pictures[at])) {
            let frames = candidates(diagram, &pictures[at]);
            let alone = |&&frame: &&usize| {
                let closed = [&pictures[at].closed[..], &[frame]].concat();
                fits(&trial(&Picture { closed, ..pictures[at] }))
            };
            let Some(&frame) = frames.iter().rev().find(alone).or(frames.first()) else { break };
            pictures[at].closed.push(frame);
        }
        let closed = pictures[at].closed.clone();
        pictures.extend(closed.into_iter().map(|frame| Picture { inside: Some(frame), closed: Vec::new() }));
        at += 1;
    }
    if pictures.len() == 1 {
        return vec![labelled(diagram, print)];
    }
    let shown = pictures.iter().enumerate().map(|(number, picture)| show(diagram, &pictures, picture, number));
    shown.map(|picture| labelled(&picture, print)).collect()
}

/// A picture with as much at its flows as can be read on a page; with what gives the largest print where nothing can.
pub fn labelled(diagram: &Diagram, print: &Print<'_>) -> Diagram {
    let mut best = (f64::NEG_INFINITY, diagram.clone());
    for labels in [Labels::Full, Labels::Named, Labels::Numbered] {
        let picture = Diagram { labels, ..diagram.clone() };
        let size = print(&picture);
        if is_legible(size) {
            return picture;
        }
        if size > best.0 {
            best = (size, picture);
        }
    }
    best.1
}

/// One of the pictures.
struct Picture {
    /// The frame it is about; the overview is about all.
    inside: Option<usize>,
    /// The frames it does not look into.
    closed: Vec<usize>,
}

/// The frames that may be closed next, the one with most in it first; those that hold nearly everything only where there are no others.
fn candidates(diagram: &Diagram, picture: &Picture) -> Vec<usize> {
    let weight = |f: usize| (0..diagram.nodes.len()).filter(|&n| holds(diagram, f, End::Node(n))).count();
    let all = picture.inside.map_or(diagram.nodes.len(), weight);
    let open = |f: &usize| {
        let shut = picture.closed.iter().any(|&c| c == *f || holds(diagram, c, End::Frame(*f)));
        // What holds a closed frame would swallow its reference.
        let around = picture.closed.iter().any(|&c| holds(diagram, *f, End::Frame(c)));
        let within = picture.inside.is_none_or(|outer| holds(diagram, outer, End::Frame(*f)));
        !shut && !around && within && weight(*f) >= WORTH
    };
    let mut frames: Vec<usize> = (0..diagram.frames.len()).filter(open).collect();
    frames.sort_by_key(|&f| std::cmp::Reverse(weight(f)));
    let moderate: Vec<usize> = frames.iter().copied().filter(|&f| weight(f) * 5 <= all * 4).collect();
    if moderate.is_empty() { frames } else { moderate }
}

/// What becomes of a node or frame in a picture.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Shown,
    /// It is inside a closed frame, or that frame.
    Within(usize),
    /// It lies outside; a reference stands for it or for the closed frame it is in.
    Outside(End),
}

fn fate(diagram: &Diagram, pictures: &[Picture], picture: &Picture, end: End) -> Fate {
    if let Some(inside) = picture.inside
        && end != End::Frame(inside)
        && !holds(diagram, inside, end)
    {
        // The frames that other pictures show closed, as far as this one is not in them itself.
        let other = pictures.iter().filter_map(|p| p.inside).find(|&f| {
            let around = f == inside || holds(diagram, f, End::Frame(inside));
            !around && (end == End::Frame(f) || holds(diagram, f, end))
        });
        return Fate::Outside(other.map_or(end, End::Frame));
    }
    let shut = picture.closed.iter().find(|&&f| end == End::Frame(f) || holds(diagram, f, end));
    shut.map_or(Fate::Shown, |&f| Fate::Within(f))
}

/// Draws up one picture.
fn show(diagram: &Diagram, pictures: &[Picture], picture: &Picture, number: usize) -> Diagram {
    let mut out = Diagram { threat_counts: diagram.threat_counts, controls: diagram.controls, ..Diagram::default() };
    (out.id, out.title) = name(diagram, picture, number);
    let fate = |end| fate(diagram, pictures, picture, end);
    let mut frames = vec![None; diagram.frames.len()];
    for (f, frame) in diagram.frames.iter().enumerate() {
        if fate(End::Frame(f)) == Fate::Shown {
            frames[f] = Some(out.frames.len());
            let parent = frame.parent.and_then(|p| frames[p]);
            out.frames.push(Frame { parent, ..frame.clone() });
        }
    }
    let mut cx = Cx { diagram, pictures, out, frames, nodes: Vec::new(), ports: Vec::new() };
    for n in 0..diagram.nodes.len() {
        match fate(End::Node(n)) {
            Fate::Shown => cx.keep(n),
            Fate::Within(frame) => cx.close(frame),
            Fate::Outside(_) => {}
        }
    }
    for &frame in &picture.closed {
        cx.close(frame);
    }
    for (p, port) in diagram.ports.iter().enumerate() {
        // Ports of a frame that is closed stay on it; those further inside are not seen.
        let seen = match fate(port.owner) {
            Fate::Shown => true,
            Fate::Within(frame) => port.owner == End::Frame(frame),
            Fate::Outside(_) => false,
        };
        if seen {
            let owner = cx.end(port.owner, &fate);
            cx.ports.push((p, cx.out.ports.len()));
            cx.out.ports.push(PortMark { owner, ..port.clone() });
        }
    }
    for edge in &diagram.edges {
        let fates = [edge.source, edge.target].map(|end| fate(nesting::element(diagram, end)));
        // What only passes from a closed frame to the outside is shown where the frame is open.
        let touches = fates.contains(&Fate::Shown) || !fates.iter().any(|f| matches!(f, Fate::Outside(_)));
        let hidden = matches!(fates, [Fate::Within(a), Fate::Within(b)] if a == b);
        if touches && !hidden {
            let (source, target) = (cx.end(edge.source, &fate), cx.end(edge.target, &fate));
            cx.out.edges.push(Edge { source, target, ..edge.clone() });
        }
    }
    cx.out.changes = diagram.changes.as_ref().map(|changes| seen_changes(diagram, picture, changes));
    cx.out
}

/// What changed, as a part shows it: a closed frame has changed where something in it was added, removed or changed.
fn seen_changes(diagram: &Diagram, picture: &Picture, changes: &Changes) -> Changes {
    let mut seen = changes.clone();
    for &f in &picture.closed {
        let frame = &diagram.frames[f];
        let within = |end: End| holds(diagram, f, nesting::element(diagram, end));
        let at = |end: End| within(end) || nesting::element(diagram, end) == End::Frame(f);
        let nodes = diagram.nodes.iter().enumerate().filter(|(n, _)| within(End::Node(*n))).map(|(_, node)| &node.id);
        let frames = diagram.frames.iter().enumerate().filter(|(g, _)| within(End::Frame(*g))).map(|(_, inner)| &inner.id);
        // ports of the frame itself are drawn
        let ports = diagram.ports.iter().filter(|port| within(port.owner)).map(|port| &port.id);
        let edges = diagram.edges.iter().filter(|edge| at(edge.source) && at(edge.target)).map(|edge| &edge.id);
        let touched = nodes.chain(frames).chain(ports).chain(edges).any(|id| changes.of(id).is_some());
        if touched && changes.of(&frame.id).is_none() {
            seen.marks.push((frame.id.clone(), Change::Changed));
        }
    }
    seen
}

fn name(diagram: &Diagram, picture: &Picture, number: usize) -> (String, String) {
    let Some(frame) = picture.inside else { return (diagram.id.clone(), diagram.title.clone()) };
    let frame = &diagram.frames[frame];
    let last = frame.id.rsplit('.').next().unwrap_or_default();
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' };
    let id = format!("{}-{number}-{}", diagram.id, last.chars().map(plain).collect::<String>());
    (id, format!("{}, part {number}: {}", diagram.title, frame.name))
}

struct Cx<'d, 'p> {
    diagram: &'d Diagram,
    pictures: &'p [Picture],
    out: Diagram,
    frames: Vec<Option<usize>>,
    /// What each node stands for.
    nodes: Vec<(End, usize)>,
    ports: Vec<(usize, usize)>,
}

impl Cx<'_, '_> {
    fn keep(&mut self, n: usize) {
        let node = &self.diagram.nodes[n];
        let parent = node.parent.and_then(|p| self.frames[p]);
        self.add(End::Node(n), Node { parent, ..node.clone() });
    }

    fn add(&mut self, end: End, node: Node) -> usize {
        self.nodes.push((end, self.out.nodes.len()));
        self.out.nodes.push(node);
        self.out.nodes.len() - 1
    }

    fn known(&self, end: End) -> Option<usize> {
        self.nodes.iter().find(|(e, _)| *e == end).map(|(_, n)| *n)
    }

    /// A closed frame, with the counts of all that is in it.
    fn close(&mut self, f: usize) {
        if self.known(End::Frame(f)).is_some() {
            return;
        }
        let frame = &self.diagram.frames[f];
        let inner = self.diagram.nodes.iter().enumerate().filter(|(n, _)| holds(self.diagram, f, End::Node(*n)));
        let inner = inner.map(|(_, node)| node.counts);
        let nested = self.diagram.frames.iter().enumerate().filter(|(g, _)| holds(self.diagram, f, End::Frame(*g)));
        let counts = inner
            .chain(nested.map(|(_, g)| g.counts))
            .fold(frame.counts, |a: Counts, b: Counts| Counts { open: a.open + b.open, questions: a.questions + b.questions });
        let parent = frame.parent.and_then(|p| self.frames[p]);
        let note = format!("continues in part {}", self.home(End::Frame(f)).max(1));
        let node = Node {
            id: frame.id.clone(),
            name: frame.name.clone(),
            type_name: Some(note),
            shape: NodeShape::ClosedBoundary,
            parent,
            counts,
            // one control may stand at several parts; they are counted where the parts are shown
            controls: frame.controls,
        };
        self.add(End::Frame(f), node);
    }

    /// The number of the picture that shows an element open.
    fn home(&self, end: End) -> usize {
        let shows = |p: &Picture| p.inside.is_none_or(|f| end == End::Frame(f) || holds(self.diagram, f, end));
        self.pictures.iter().rposition(shows).unwrap_or(0)
    }

    /// The end in the new picture; a reference is made where one is needed.
    fn end(&mut self, end: End, fate: &dyn Fn(End) -> Fate) -> End {
        if let End::Port(p) = end
            && let Some((_, port)) = self.ports.iter().find(|(old, _)| *old == p)
        {
            return End::Port(*port);
        }
        let element = nesting::element(self.diagram, end);
        match (fate(element), element) {
            (Fate::Shown, End::Frame(f)) => End::Frame(self.frames[f].unwrap_or(0)),
            (Fate::Within(frame), _) => {
                self.close(frame);
                End::Node(self.known(End::Frame(frame)).unwrap_or(0))
            }
            (Fate::Outside(stand_in), _) => End::Node(self.known(stand_in).unwrap_or_else(|| self.reference(stand_in))),
            (Fate::Shown, _) => End::Node(self.known(element).unwrap_or(0)),
        }
    }

    /// Something that another picture shows.
    fn reference(&mut self, end: End) -> usize {
        let home = self.home(end);
        let note = if home == 0 { "in the overview".to_owned() } else { format!("in part {home}") };
        let node = match end {
            End::Frame(f) => {
                let frame = &self.diagram.frames[f];
                Node {
                    id: frame.id.clone(),
                    name: frame.name.clone(),
                    type_name: Some(note),
                    shape: NodeShape::ClosedBoundary,
                    parent: None,
                    counts: Counts::default(),
                    controls: ControlCounts::default(),
                }
            }
            End::Node(n) | End::Port(n) => Node {
                type_name: Some(note),
                parent: None,
                counts: Counts::default(),
                controls: ControlCounts::default(),
                ..self.diagram.nodes[n].clone()
            },
        };
        self.add(end, node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    /// Every node and flow is shown open in one picture at least, and every end is in its picture.
    fn is_whole(diagram: &Diagram, pictures: &[Diagram]) {
        for node in &diagram.nodes {
            let open =
                |p: &Diagram| p.nodes.iter().any(|n| n.id == node.id && n.type_name == node.type_name && n.shape == node.shape);
            assert_eq!(pictures.iter().filter(|p| open(p)).count(), 1, "{}", node.name);
        }
        for edge in &diagram.edges {
            assert!(pictures.iter().any(|p| p.edges.iter().any(|e| e.id == edge.id)), "{}", edge.name);
        }
        for picture in pictures {
            for end in picture.edges.iter().flat_map(|e| [e.source, e.target]).chain(picture.ports.iter().map(|p| p.owner)) {
                match end {
                    End::Node(n) => assert!(n < picture.nodes.len()),
                    End::Frame(f) => assert!(f < picture.frames.len()),
                    End::Port(p) => assert!(p < picture.ports.len()),
                }
            }
        }
    }

    #[test]
    fn what_fits_stays_one_picture() {
        let pump = samples::pump();
        assert_eq!(parts(&pump, &|_| 9.0), std::slice::from_ref(&pump));
    }

    #[test]
    fn what_does_not_fit_is_split_by_boundary() {
        let pump = Diagram { controls: true, ..samples::pump() };
        let pictures = parts(&pump, &|d| if d.nodes.len() <= 14 { 9.0 } else { 3.0 });
        assert!(pictures.iter().all(|picture| picture.controls));
        let names: Vec<&str> = pictures.iter().map(|p| p.id.as_str()).collect();
        assert_eq!(names, ["pump", "pump-1-Infusion_pump_housing", "pump-2-Connectivity_board"]);
        is_whole(&pump, &pictures);
        let closed = pictures[0].nodes.iter().find(|n| n.id == "Infusion pump housing").unwrap();
        assert_eq!(closed.type_name.as_deref(), Some("continues in part 1"));
        let away = pictures[2].nodes.iter().find(|n| n.id == "Nurse").unwrap();
        assert_eq!(away.type_name.as_deref(), Some("in the overview"));
        // what passes from the board that part 2 opens to the outside is not told in part 1
        assert!(pictures[1].nodes.iter().all(|n| n.id != "Nurse"));
    }

    #[test]
    fn less_is_written_at_flows_before_a_picture_is_split() {
        let pump = samples::pump();
        let sizes = |full: f64, named: f64, numbered: f64| {
            move |d: &Diagram| match d.labels {
                Labels::Full => full,
                Labels::Named => named,
                Labels::Numbered => numbered,
            }
        };
        for (print, expected) in [
            (sizes(6.0, 7.0, 8.0), Labels::Full),
            (sizes(4.0, 6.0, 7.0), Labels::Named),
            (sizes(3.0, 4.0, 6.0), Labels::Numbered),
        ] {
            let pictures = parts(&pump, &print);
            assert_eq!(pictures.iter().map(|p| p.labels).collect::<Vec<_>>(), [expected]);
        }
        assert_eq!(labelled(&pump, &sizes(3.0, 5.0, 4.0)).labels, Labels::Named);
    }

    #[test]
    fn nothing_is_lost_however_small_the_sheet() {
        for seed in 0..100 {
            let diagram = samples::random(seed);
            is_whole(&diagram, &parts(&diagram, &|d| if d.nodes.len() <= 5 { 9.0 } else { 3.0 }));
        }
    }
}
