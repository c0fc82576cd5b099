//! Pieces of the sentences about changes.

use crate::backends::page::Inline;
use crate::diff::{Course, Done, ElementChange, FactChange, Standing, ThreatChange, Told};
use crate::report::State;

/// How a threat stands, and how it stood.
pub(super) fn standing(change: &ThreatChange) -> String {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    match (change.course, before, after) {
        (Course::New, _, Some(now)) => format!("new, {}", told(now)),
        (Course::Gone, Some(was), _) => format!("gone, was {}", state(was)),
        (Course::Rerated, Some(was), Some(now)) => format!("{}; {}", state(now), rerated(was, now)),
        (Course::Reopened, Some(was), Some(now)) => format!("again {}; was {}", told(now), state(was)),
        (_, Some(was), Some(now)) => format!("{}; was {}", told(now), state(was)),
        _ => String::new(),
    }
}

fn told(standing: &Standing) -> String {
    let risk = standing.risk.as_ref().map_or("risk not known".to_owned(), |risk| format!("risk {risk}"));
    format!("{}, {risk}", state(standing))
}

/// A question is a threat that cannot be decided.
fn state(standing: &Standing) -> &'static str {
    if standing.state == State::Question { "undecided" } else { standing.state.word() }
}

/// The parts of a rating that differ.
fn rerated(was: &Standing, now: &Standing) -> String {
    let or_unknown = |value: &Option<String>| value.clone().unwrap_or_else(|| "not known".to_owned());
    let parts = [
        ("risk", or_unknown(&was.risk), or_unknown(&now.risk)),
        ("severity", or_unknown(&was.severity), or_unknown(&now.severity)),
        ("exploitability", was.exploitability.clone(), now.exploitability.clone()),
    ];
    let differ = parts.iter().filter(|(_, was, now)| was != now);
    differ.map(|(name, was, now)| format!("{name} was {was}, is {now}")).collect::<Vec<_>>().join("; ")
}

/// The sign and the line of an element.
pub(super) fn element(change: &ElementChange) -> (char, Inline) {
    let named = format!("{} {}", change.kind, named(&change.name, &change.id));
    let place = change.place_after.as_ref().or(change.place_before.as_ref()).cloned().unwrap_or_default();
    let (sign, words) = match change.done {
        Done::Added => ('+', format!("{named} is new")),
        Done::Removed => ('-', format!("{named} is gone")),
        Done::Changed => ('~', named),
        Done::Renamed => {
            let path = |path: &Option<String>| path.clone().unwrap_or_default();
            ('~', format!("{named} was {}, is now {}", path(&change.path_before), path(&change.path_after)))
        }
    };
    (sign, format!("{words}, {place}").into())
}

/// Name and identity.
pub(super) fn named(name: &str, id: &str) -> String {
    if name == id { id.to_owned() } else { format!("{name} ({id})") }
}

/// All facts, those that came or went with one control, boundary, type or protocol together.
pub(super) fn facts(done: Done, changes: &[FactChange]) -> Vec<Inline> {
    let mut lines = Vec::new();
    let mut grouped: Vec<(String, bool, Vec<String>)> = Vec::new();
    let mut as_before: Vec<(String, Vec<String>)> = Vec::new();
    for change in changes {
        if let (Some(was), Some(is)) = (&change.before, &change.after)
            && was.value == is.value
        {
            let because = format!("now {}, before {}", is.origin, was.origin);
            let said = format!("{} ({})", change.attribute, is.value);
            match as_before.iter_mut().find(|(known, _)| *known == because) {
                Some((_, all)) => all.push(said),
                None => as_before.push((because, vec![said])),
            }
            continue;
        }
        let (told, gone) = match (&change.before, &change.after) {
            (Some(told), None) => (told, true),
            (None, Some(told)) => (told, false),
            _ => {
                lines.push(fact(done, change));
                continue;
            }
        };
        if done != Done::Changed || !told.origin.contains('`') {
            lines.push(fact(done, change));
            continue;
        }
        let said = format!("{} ({})", change.attribute, told.value);
        let because = format!("{}, {}", told.origin, told.place);
        match grouped.iter_mut().find(|(known, was, _)| *known == because && *was == gone) {
            Some((_, _, all)) => all.push(said),
            None => grouped.push((because, gone, vec![said])),
        }
    }
    lines.extend(grouped.into_iter().map(|(because, gone, all)| {
        let word = if gone { "not stated any more, were" } else { "new," };
        format!("{word} {because}: {}", all.join(", ")).into()
    }));
    let same =
        |(because, all): (String, Vec<String>)| format!("the same for another reason ({because}): {}", all.join(", ")).into();
    lines.extend(as_before.into_iter().map(same));
    lines
}

/// A fact with its provenance on both sides; of an element that came or went, what was set on it.
fn fact(done: Done, change: &FactChange) -> Inline {
    let attribute = &change.attribute;
    match (done, &change.before, &change.after) {
        (Done::Added, _, Some(told)) | (Done::Removed, Some(told), _) => format!("{attribute}: {}", told.value).into(),
        (_, before, after) => {
            let side = |told: &Option<Told>| told.as_ref().map_or("not stated".to_owned(), provenance);
            format!("{attribute}: was {}, is {}", side(before), side(after)).into()
        }
    }
}

/// A value, why it holds and where that is written.
fn provenance(told: &Told) -> String {
    let place = if told.place.is_empty() { String::new() } else { format!(", {}", told.place) };
    match told.origin.as_str() {
        "declared" => format!("{} ({})", told.value, told.place),
        origin => format!("{} ({origin}{place})", told.value),
    }
}

/// The sign and the words for something that has a version or a state.
pub(super) fn version(before: &Option<String>, after: &Option<String>) -> (char, String) {
    match (before, after) {
        (None, Some(now)) => ('+', format!("new, {now}")),
        (Some(was), None) => ('-', format!("gone, was {was}")),
        (Some(was), Some(now)) => ('~', format!("was {was}, is {now}")),
        (None, None) => ('~', String::new()),
    }
}
