//! What a picture looked like before, and what was done since: one picture with the elements of both, and the changes in words.
//!
//! Elements are the same by identity, which one that is renamed with `was:` keeps.

use crate::report::diagram::{Change, Changes, Diagram, Edge, End, Frame, Node, PortMark, Style};
use crate::words::list;

/// A picture with what the same view showed before. `before` names the earlier model; without an earlier picture of the view, all of it is
/// new.
pub fn compare(new: &Diagram, old: Option<&Diagram>, before: &str) -> Diagram {
    let mut comparison = Comparison { out: new.clone(), changes: Changes { before: before.to_owned(), ..Changes::default() } };
    match old {
        Some(old) => {
            comparison.mark(new, old);
            comparison.restore(old);
        }
        None => comparison.changes.words.push("The view is new.".to_owned()),
    }
    if comparison.changes.words.is_empty() {
        comparison.changes.words.push("No change.".to_owned());
    }
    let Comparison { mut out, changes } = comparison;
    if out.style == Style::Sequence {
        sign_names(&mut out, &changes);
    }
    out.changes = Some(changes);
    out
}

/// The same for formats in which nothing but names can be marked.
pub fn with_signs(mut diagram: Diagram) -> Diagram {
    if let (Some(changes), Style::Dataflow) = (diagram.changes.clone(), diagram.style) {
        sign_names(&mut diagram, &changes);
    }
    diagram
}

fn sign_names(diagram: &mut Diagram, changes: &Changes) {
    let sign = |id: &str, name: &mut String| {
        if let Some(change) = changes.of(id) {
            *name = format!("[{}] {name}", change.sign());
        }
    };
    diagram.frames.iter_mut().for_each(|one| sign(&one.id, &mut one.name));
    diagram.nodes.iter_mut().for_each(|one| sign(&one.id, &mut one.name));
    diagram.ports.iter_mut().for_each(|one| sign(&one.id, &mut one.name));
    diagram.edges.iter_mut().for_each(|one| sign(&one.id, &mut one.name));
}

struct Comparison {
    out: Diagram,
    changes: Changes,
}

/// An element as both pictures have it: what it is, its name, and what else is said of it.
type Described<'d> = (&'static str, &'d str, &'d str, Vec<(&'static str, String)>);

impl Comparison {
    /// Marks what is new or otherwise than it was.
    fn mark(&mut self, new: &Diagram, old: &Diagram) {
        let before = described(old);
        let mut changed = Vec::new();
        let mut added = Vec::new();
        for (what, id, name, facts) in described(new) {
            let Some((_, _, _, were)) = before.iter().find(|(_, known, ..)| *known == id) else {
                self.changes.marks.push((id.to_owned(), Change::Added));
                added.push(format!("Added: {what} {name} ({id})."));
                continue;
            };
            let differences = differences(were, &facts);
            if !differences.is_empty() {
                self.changes.marks.push((id.to_owned(), Change::Changed));
                changed.push(format!("Changed: {what} {name} ({id}): {}.", list(&differences, "and")));
            }
        }
        let now = described(new);
        let gone = before.iter().filter(|(_, id, ..)| !now.iter().any(|(_, known, ..)| known == id));
        let mut removed = Vec::new();
        for (what, id, name, _) in gone {
            self.changes.marks.push(((*id).to_owned(), Change::Removed));
            removed.push(format!("Removed: {what} {name} ({id})."));
        }
        self.changes.words = [added, removed, changed].concat();
    }

    /// Puts what is gone back into the picture, where it stood.
    fn restore(&mut self, old: &Diagram) {
        let gone = |changes: &Changes, id: &str| changes.of(id) == Some(Change::Removed);
        for frame in old.frames.iter().filter(|frame| gone(&self.changes, &frame.id)) {
            let parent = self.frame(old, frame.parent);
            self.out.frames.push(Frame { parent, ..frame.clone() });
        }
        for node in old.nodes.iter().filter(|node| gone(&self.changes, &node.id)) {
            let parent = self.frame(old, node.parent);
            self.out.nodes.push(Node { parent, ..node.clone() });
        }
        for port in old.ports.iter().filter(|port| gone(&self.changes, &port.id)) {
            if let Some(owner) = self.end(old, port.owner) {
                self.out.ports.push(PortMark { owner, ..port.clone() });
            }
        }
        // a message that is gone stands where it stood in the story
        let mut at = 0;
        for edge in &old.edges {
            if let Some(found) = self.out.edges.iter().position(|known| known.id == edge.id) {
                at = found + 1;
            } else if let (Some(source), Some(target)) = (self.end(old, edge.source), self.end(old, edge.target)) {
                self.out.edges.insert(at, Edge { source, target, ..edge.clone() });
                at += 1;
            }
        }
    }

    /// The frame of an earlier picture in this one.
    fn frame(&self, old: &Diagram, frame: Option<usize>) -> Option<usize> {
        let id = &old.frames.get(frame?)?.id;
        self.out.frames.iter().position(|known| known.id == *id)
    }

    /// What an end of an earlier picture is in this one: it may have been opened or closed since.
    fn end(&self, old: &Diagram, end: End) -> Option<End> {
        let id = id_of(old, end)?;
        let node = self.out.nodes.iter().position(|known| known.id == id).map(End::Node);
        let port = || self.out.ports.iter().position(|known| known.id == id).map(End::Port);
        let frame = || self.out.frames.iter().position(|known| known.id == id).map(End::Frame);
        node.or_else(port).or_else(frame)
    }
}

fn id_of(diagram: &Diagram, end: End) -> Option<&str> {
    match end {
        End::Node(at) => diagram.nodes.get(at).map(|node| node.id.as_str()),
        End::Port(at) => diagram.ports.get(at).map(|port| port.id.as_str()),
        End::Frame(at) => diagram.frames.get(at).map(|frame| frame.id.as_str()),
    }
}

/// Everything in a picture, with what can change about it.
fn described(diagram: &Diagram) -> Vec<Described<'_>> {
    let inside = |parent: Option<usize>| {
        let frame = parent.and_then(|at| diagram.frames.get(at));
        ("stands in", frame.map_or("no boundary", |frame| frame.id.as_str()).to_owned())
    };
    let end = |end: End| id_of(diagram, end).unwrap_or_default().to_owned();
    let frames = diagram.frames.iter().map(|frame| {
        let facts = vec![("name", frame.name.clone()), inside(frame.parent)];
        ("boundary or process with parts", frame.id.as_str(), frame.name.as_str(), facts)
    });
    let nodes = diagram.nodes.iter().map(|node| {
        let kind = node.type_name.clone().unwrap_or_else(|| "none".to_owned());
        let facts = vec![("name", node.name.clone()), ("type", kind), inside(node.parent)];
        ("element", node.id.as_str(), node.name.as_str(), facts)
    });
    let ports = diagram.ports.iter().map(|port| {
        let facts = vec![("name", port.name.clone()), ("stands on", end(port.owner))];
        ("port", port.id.as_str(), port.name.as_str(), facts)
    });
    let edges = diagram.edges.iter().map(|edge| {
        let carried = if edge.carries.is_empty() { "nothing named".to_owned() } else { edge.contents().join("; ") };
        let facts = vec![
            ("name", edge.name.clone()),
            ("carries", carried),
            ("protocol", edge.protocol.clone().unwrap_or_else(|| "none".to_owned())),
            ("from", end(edge.source)),
            ("to", end(edge.target)),
            ("started by its", if edge.fetched { "target" } else { "source" }.to_owned()),
            ("both ways", if edge.two_way { "yes" } else { "no" }.to_owned()),
        ];
        ("flow", edge.id.as_str(), edge.name.as_str(), facts)
    });
    frames.chain(nodes).chain(ports).chain(edges).collect()
}

fn differences(were: &[(&'static str, String)], are: &[(&'static str, String)]) -> Vec<String> {
    let other = |(name, is): &(&'static str, String)| {
        let was = were.iter().find(|(known, _)| known == name).map(|(_, was)| was)?;
        (was != is).then(|| format!("{name}: “{was}” is now “{is}”"))
    };
    are.iter().filter_map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::diagram::{ControlCounts, Counts, FrameShape, NodeShape};

    fn diagram(nodes: &[&str], edges: &[(&str, usize, usize, &str)]) -> Diagram {
        let node = |id: &&str| Node {
            id: (*id).to_owned(),
            name: id.to_uppercase(),
            type_name: None,
            shape: NodeShape::Process,
            parent: Some(0),
            counts: Counts::default(),
            controls: ControlCounts::default(),
        };
        let edge = |(id, from, to, protocol): &(&str, usize, usize, &str)| Edge {
            id: (*id).to_owned(),
            name: id.to_uppercase(),
            carries: Vec::new(),
            protocol: Some((*protocol).to_owned()),
            source: End::Node(*from),
            target: End::Node(*to),
            two_way: false,
            fetched: false,
            movement: false,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        };
        let frame = Frame {
            id: "unit".to_owned(),
            name: "Unit".to_owned(),
            shape: FrameShape::Boundary,
            parent: None,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        };
        Diagram {
            frames: vec![frame],
            nodes: nodes.iter().map(node).collect(),
            edges: edges.iter().map(edge).collect(),
            ..Diagram::default()
        }
    }

    #[test]
    fn both_pictures_are_in_one_and_the_difference_in_words() {
        let old = diagram(&["a", "b", "c"], &[("f", 0, 1, "Http"), ("g", 1, 2, "Http")]);
        let new = diagram(&["a", "d", "b"], &[("f", 0, 2, "Https"), ("h", 1, 2, "Http")]);
        let both = compare(&new, Some(&old), "before");
        let changes = both.changes.clone().expect("it was compared");
        for (id, is) in [
            ("a", None),
            ("b", None),
            ("c", Some(Change::Removed)),
            ("d", Some(Change::Added)),
            ("f", Some(Change::Changed)),
            ("g", Some(Change::Removed)),
            ("h", Some(Change::Added)),
            ("unit", None),
        ] {
            assert_eq!(changes.of(id), is, "{id}");
        }
        let gone = both.edges.iter().find(|edge| edge.id == "g").expect("drawn again");
        assert_eq!((id_of(&both, gone.source), id_of(&both, gone.target)), (Some("b"), Some("c")));
        assert_eq!(changes.words.len(), 5, "{:?}", changes.words);
        assert!(
            changes.words.contains(&"Changed: flow F (f): protocol: “Http” is now “Https”.".to_owned()),
            "{:?}",
            changes.words
        );
        assert!(with_signs(both).nodes.iter().any(|node| node.name == "[−] C"));
    }

    #[test]
    fn the_same_picture_has_no_change() {
        let same = diagram(&["a", "b"], &[("f", 0, 1, "Http")]);
        let both = compare(&same, Some(&same), "before");
        let changes = both.changes.clone().expect("it was compared");
        assert!(changes.marks.is_empty());
        assert_eq!(changes.words, ["No change."]);
        assert_eq!(Diagram { changes: None, ..both }, same);
        assert_eq!(compare(&same, None, "before").changes.expect("compared").words, ["The view is new."]);
    }
}
