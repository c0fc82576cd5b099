//! Pictures before and after, with the changes marked in both.

use super::delta::{Done, ElementChange, ViewChange};
use super::side::Side;
use crate::report::compare::compare as compared;
use crate::report::diagram::{Change, Changes, Diagram};
use crate::words::list;

/// What [`compared`] says where nothing differs.
const SAME: [&str; 2] = ["No change.", "The view is new."];

/// Every view with something in it that came, went or is otherwise.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>, elements: &[ElementChange]) -> Vec<ViewChange> {
    let (old, new) = (&before.report.diagrams, &after.report.diagrams);
    let mut changes = Vec::new();
    for diagram in new {
        let was = old.iter().find(|known| known.id == diagram.id);
        changes.extend(pair(was, diagram, before.name, elements));
    }
    for gone in old.iter().filter(|gone| !new.iter().any(|known| known.id == gone.id)) {
        changes.push(ViewChange {
            id: gone.id.clone(),
            title: gone.title.clone(),
            before: Some(gone.clone()),
            after: None,
            words: vec!["The view is gone.".to_owned()],
        });
    }
    changes
}

fn pair(was: Option<&Diagram>, is: &Diagram, name: &str, elements: &[ElementChange]) -> Option<ViewChange> {
    let mut changes = compared(is, was, name).changes.unwrap_or_default();
    if was.is_some() {
        changes.words.retain(|line| !SAME.contains(&line.as_str()));
        mark_facts(&mut changes, is, elements);
        if changes.words.is_empty() {
            return None;
        }
    }
    let marked = |diagram: &Diagram| Diagram { changes: Some(changes.clone()), ..diagram.clone() };
    Some(ViewChange {
        id: is.id.clone(),
        title: is.title.clone(),
        before: was.map(marked),
        after: Some(marked(is)),
        words: changes.words.clone(),
    })
}

/// Marks what a picture shows and of which something is said otherwise that no picture can show.
fn mark_facts(changes: &mut Changes, diagram: &Diagram, elements: &[ElementChange]) {
    let shown = diagram.identities();
    for change in elements.iter().filter(|change| matches!(change.done, Done::Renamed | Done::Changed)) {
        if shown.contains(&change.id) && changes.of(&change.id).is_none() {
            changes.marks.push((change.id.clone(), Change::Changed));
            let facts: Vec<&str> = change.facts.iter().map(|fact| fact.attribute.as_str()).collect();
            let told = if facts.is_empty() { "renamed".to_owned() } else { list(&facts, "and") };
            changes.words.push(format!("Changed: {} {} ({}): {told}.", change.kind, change.name, change.id));
        }
    }
}
