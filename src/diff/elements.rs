//! Elements that came, went, were renamed, or of which something is said otherwise.

use super::delta::{Done, ElementChange};
use super::facts::{differences, facts};
use super::side::{Elements, Key, Side, found};
use crate::model::ElementId;

/// All of them: what came and what changed in the order of the later model, then what went in the order of the earlier one.
pub(super) fn compare(before: (&Side<'_>, &Elements), after: (&Side<'_>, &Elements)) -> Vec<ElementChange> {
    let ((old, were), (new, are)) = (before, after);
    let mut changes = Vec::new();
    for (key, id) in are {
        match were.get(key) {
            None => changes.push(single(after, key, *id, Done::Added)),
            Some(was) => changes.extend(pair((old, *was), (new, *id), key)),
        }
    }
    let gone = were.iter().filter(|(key, _)| !are.contains_key(*key));
    changes.extend(gone.map(|(key, id)| single(before, key, *id, Done::Removed)));
    fold(&mut changes, before, after);
    guess(&mut changes);
    changes
}

/// An element that came or went, with what was set on it.
fn single((side, _): (&Side<'_>, &Elements), (kind, id, _): &Key, element: ElementId, done: Done) -> ElementChange {
    let gone = done == Done::Removed;
    let place = Some(side.place(element));
    let (place_before, place_after) = if gone { (place, None) } else { (None, place) };
    let told = facts(side, element);
    ElementChange {
        id: id.clone(),
        kind: kind.word().to_owned(),
        name: side.model().title(element).to_owned(),
        done,
        place_before,
        place_after,
        facts: told.iter().filter(|fact| fact.own && fact.attribute != "name").map(|fact| fact.alone(gone)).collect(),
        ..ElementChange::default()
    }
}

/// An element of both models; nothing where it is as it was.
fn pair((old, was): (&Side<'_>, ElementId), (new, is): (&Side<'_>, ElementId), (kind, id, _): &Key) -> Option<ElementChange> {
    let facts = differences(&facts(old, was), &facts(new, is));
    // an element inside one that was renamed has another path, and was not renamed
    let own = |side: &Side<'_>, element: ElementId| {
        let element = side.model().element(element);
        (element.name.clone(), element.parent.map(|parent| side.model().identity(parent)))
    };
    let renamed = own(old, was) != own(new, is);
    if facts.is_empty() && !renamed {
        return None;
    }
    Some(ElementChange {
        id: id.clone(),
        kind: kind.word().to_owned(),
        name: new.model().title(is).to_owned(),
        done: if renamed { Done::Renamed } else { Done::Changed },
        path_before: renamed.then(|| old.model().path(was)),
        path_after: renamed.then(|| new.model().path(is)),
        place_before: Some(old.place(was)),
        place_after: Some(new.place(is)),
        facts,
        ..ElementChange::default()
    })
}

/// What stands in an element that came or went came or went with it.
fn fold(changes: &mut [ElementChange], before: (&Side<'_>, &Elements), after: (&Side<'_>, &Elements)) {
    let parent = |change: &ElementChange| {
        let (side, elements) = match change.done {
            Done::Added => after,
            Done::Removed => before,
            Done::Renamed | Done::Changed => return None,
        };
        let (_, id) = found(elements, change)?;
        let parent = side.model().element(id).parent?;
        Some(side.model().identity(parent))
    };
    let parents: Vec<Option<String>> = changes.iter().map(parent).collect();
    let moved: Vec<(String, Done)> = changes.iter().map(|change| (change.id.clone(), change.done)).collect();
    for (change, parent) in changes.iter_mut().zip(parents) {
        change.within = parent.filter(|parent| moved.iter().any(|(id, done)| id == parent && *done == change.done));
    }
}

/// An element that went, and one of its kind and name that came elsewhere: perhaps it is the same, and nobody said so.
fn guess(changes: &mut [ElementChange]) {
    fn last(id: &str) -> &str {
        id.rsplit('.').next().unwrap_or(id)
    }
    let of = |done: Done, changes: &[ElementChange]| -> Vec<(usize, String, String)> {
        let some = changes.iter().enumerate().filter(|(_, change)| change.done == done && change.within.is_none());
        some.map(|(at, change)| (at, change.kind.clone(), change.id.clone())).collect()
    };
    let (came, went) = (of(Done::Added, changes), of(Done::Removed, changes));
    for (at, kind, id) in &went {
        let mut alike = came.iter().filter(|(_, other, to)| other == kind && last(to) == last(id));
        if let (Some((to, _, name)), None) = (alike.next(), alike.next()) {
            changes[*at].perhaps = Some(name.clone());
            changes[*to].perhaps = Some(id.clone());
        }
    }
}
