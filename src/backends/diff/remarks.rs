//! What is said about the model and what it is judged by, told: decisions, errors, assertions, settings.

use super::told::{Item, item, sums};
use crate::backends::page::Inline;
use crate::diff::{AssertionChange, DecisionChange, Done, ErrorChange, Fate, SettingChange};

/// One decision.
pub(super) fn decision(change: &DecisionChange) -> Item {
    let (sign, word) = match change.fate {
        Fate::Stale => ('!', "stands on nothing"),
        Fate::Expired => ('!', "expired"),
        Fate::UnderReview => ('!', "to be reviewed: what it rests on has changed"),
        Fate::Withdrawn => ('-', "withdrawn"),
        Fate::Cleared => ('✓', "stood on nothing, is gone"),
        Fate::Changed => ('~', "changed"),
        Fate::Renewed => ('~', "counts again"),
        Fate::Made => ('+', "new"),
    };
    let kind = if change.decision.is_empty() { String::new() } else { format!("{}, ", change.decision) };
    let missing = change.missing.as_ref().map_or(String::new(), |missing| format!(": {missing}"));
    let head = Inline::words(&[Inline::code(&change.threat), format!("{kind}{word}{missing} ({})", change.place).into()]);
    let approved = change.approved_by.as_ref().map_or(String::new(), |by| format!(" (approved by {by})"));
    let mut lines = vec![format!("{}{approved}", change.reason).into()];
    lines.extend(change.fields.iter().map(|field| {
        let or_nothing = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("“{text}”") };
        format!("{}: was {}, is {}", field.name, or_nothing(&field.before), or_nothing(&field.after)).into()
    }));
    // what is missing comes with its own words
    let because = |reason: &String| if change.missing.is_some() { reason.clone() } else { format!("because {reason}") };
    lines.extend(change.because.iter().map(|reason| because(reason).as_str().into()));
    item(sign, head, lines)
}

pub(super) fn fates(changes: &[DecisionChange]) -> String {
    let of = |fate: Fate| changes.iter().filter(|change| change.fate == fate).count();
    sums(&[
        (of(Fate::Stale), "standing on nothing"),
        (of(Fate::Expired), "expired"),
        (of(Fate::UnderReview), "to be reviewed"),
        (of(Fate::Made), "new"),
        (of(Fate::Changed), "changed"),
        (of(Fate::Renewed), "counting again"),
        (of(Fate::Withdrawn), "withdrawn"),
        (of(Fate::Cleared), "cleared away"),
    ])
}

/// A mistake in what is said about the model.
pub(super) fn error(change: &ErrorChange) -> Item {
    let (sign, word) = if change.done == Done::Removed { ('✓', "gone: ") } else { ('!', "") };
    let head = Inline::words(&[Inline::code(&change.code), format!("{word}{} ({})", change.message, change.place).into()]);
    let more = if change.done == Done::Removed { Vec::new() } else { [&change.notes[..], &change.helps[..]].concat() };
    item(sign, head, more.iter().map(|line| line.as_str().into()).collect())
}

pub(super) fn errors_sum(changes: &[ErrorChange]) -> String {
    let of = |done: Done| changes.iter().filter(|change| change.done == done).count();
    sums(&[(of(Done::Added), "new"), (of(Done::Removed), "gone")])
}

/// A claim.
pub(super) fn assertion(change: &AssertionChange) -> Item {
    let (sign, word) = match change.done {
        Done::Added => ('+', "is new"),
        Done::Removed => ('!', "is gone"),
        Done::Renamed | Done::Changed => ('!', "claims something else"),
    };
    let condition = |word: &str, condition: &Option<String>| match condition {
        Some(condition) => Inline::words(&[word.into(), Inline::code(condition)]),
        None => Inline::default(),
    };
    let head = format!("assertion “{}” {word} ({})", change.text, change.place).into();
    item(sign, head, vec![condition("was", &change.before), condition("is", &change.after)])
}

pub(super) fn assertions_sum(changes: &[AssertionChange]) -> String {
    let of = |done: Done| changes.iter().filter(|change| change.done == done).count();
    sums(&[(of(Done::Added), "new"), (of(Done::Changed), "changed"), (of(Done::Removed), "gone")])
}

/// What the model is judged by.
pub(super) fn setting(change: &SettingChange) -> Item {
    let or_nothing = |value: &Option<String>| value.clone().unwrap_or_else(|| "not stated".to_owned());
    let told = format!("was {}, is {}", or_nothing(&change.before), or_nothing(&change.after));
    item('!', Inline::words(&[Inline::code(&change.name), told.into()]), Vec::new())
}
