//! The ground of a decision: the facts its finding rests on, as `respond --stamp` records them, and what has changed since.

use crate::model::{ElementId, Model};
use crate::rules::{Evaluator, FactUse, Rule, written};
use crate::text::Span;

/// What separates the name of a fact from its value in a recorded ground.
const IS: &str = " = ";

/// A recorded fact that is not so any more, or one that the record does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// `element.attribute`.
    pub(super) name: String,
    /// What the record says; nothing where it does not have the fact.
    pub(super) was: Option<String>,
    /// What holds now; nothing where the element or the attribute is gone, or the finding does not rest on it any more.
    pub(super) is: Option<String>,
    /// Where the value of today comes from.
    pub(super) place: Option<Span>,
}

/// The facts a finding rests on, each `element.attribute = value`, sorted.
pub fn ground(evaluator: &mut Evaluator<'_>, rule: &Rule, element: ElementId) -> Vec<String> {
    let facts = names(evaluator, rule, element);
    facts.into_iter().filter_map(|name| now(evaluator, &name).map(|now| format!("{name}{IS}{}", now.0))).collect()
}

/// What has changed since a ground was recorded: facts with another value first, then those that came or went. Empty where nothing has.
pub(super) fn moved(evaluator: &mut Evaluator<'_>, rule: &Rule, element: ElementId, recorded: &[&str]) -> Vec<Change> {
    let recorded = read(evaluator.model, recorded);
    let names = names(evaluator, rule, element);
    let mut changes = differing(evaluator, &recorded);
    for (name, was) in &recorded {
        if !changes.iter().any(|change| change.name == *name) && !names.contains(name) {
            changes.push(Change { name: name.clone(), was: Some(was.clone()), is: None, place: None });
        }
    }
    for name in names {
        if recorded.iter().all(|(known, _)| *known != name)
            && let Some((is, place)) = now(evaluator, &name)
        {
            changes.push(Change { name, was: None, is: Some(is), place });
        }
    }
    changes
}

/// The recorded facts that have another value now, or none.
pub(super) fn changed(evaluator: &Evaluator<'_>, recorded: &[&str]) -> Vec<Change> {
    differing(evaluator, &read(evaluator.model, recorded))
}

fn differing(evaluator: &Evaluator<'_>, recorded: &[(String, String)]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (name, was) in recorded {
        let (is, place) = now(evaluator, name).map_or((None, None), |(is, place)| (Some(is), place));
        if is.as_ref() != Some(was) {
            changes.push(Change { name: name.clone(), was: Some(was.clone()), is, place });
        }
    }
    changes
}

/// Names and values of a recorded ground. Somebody who renames an element everywhere, with `was:`, renames it here too: what is found under its
/// new path has its identity.
fn read(model: &Model, recorded: &[&str]) -> Vec<(String, String)> {
    let identity = |path: &str| model.find(path).map_or_else(|| path.to_owned(), |id| model.identity(id));
    let parts = recorded.iter().map(|line| {
        let (name, value) = line.split_once(IS).unwrap_or((line, ""));
        let name = match name.rsplit_once('.') {
            Some((element, attribute)) => format!("{}.{attribute}", identity(element)),
            None => name.to_owned(),
        };
        let value = match value.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
            Some(items) => {
                let mut items: Vec<String> = items.split(", ").map(identity).collect();
                items.sort_unstable();
                format!("[{}]", items.join(", "))
            }
            None if value.contains('.') => identity(value),
            None => value.to_owned(),
        };
        (name, value)
    });
    parts.collect()
}

/// The names of the facts a finding rests on, sorted, each once.
fn names(evaluator: &mut Evaluator<'_>, rule: &Rule, element: ElementId) -> Vec<String> {
    let mut names = Vec::new();
    for condition in rule.filter.iter().chain([&rule.applies]).chain(&rule.mitigated) {
        let (_, facts) = evaluator.explain_thoroughly(condition, element);
        names.extend(facts.iter().map(|fact| name(evaluator.model, fact)));
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn name(model: &Model, fact: &FactUse) -> String {
    match fact {
        FactUse::Stated(id, attribute) | FactUse::Unstated(id, attribute) => {
            format!("{}.{}", model.identity(*id), model.schema.info(*attribute).name)
        }
        FactUse::Derived(id, name, _) => format!("{}.{name}", model.identity(*id)),
    }
}

/// The value of a fact today, and where it comes from.
fn now(evaluator: &Evaluator<'_>, name: &str) -> Option<(String, Option<Span>)> {
    let (element, attribute) = name.rsplit_once('.')?;
    let id = evaluator.model.find(element)?;
    written(evaluator.model, evaluator.exposures, id, attribute).map(|now| (now.value, now.place))
}
