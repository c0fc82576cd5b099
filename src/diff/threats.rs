//! Threats that are new, gone, open again, settled or rated otherwise, and which changes made the difference.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::delta::{Course, Done, ElementChange, FactChange, PackChange, Standing, ThreatChange};
use super::side::Side;
use super::surface::sentence;
use crate::report::{State, ThreatRow};

/// Threats by id.
pub(super) type Threats<'r> = IndexMap<&'r str, &'r ThreatRow, FxBuildHasher>;

/// The threats of a side.
pub(super) fn threats<'c>(side: &Side<'c>) -> Threats<'c> {
    side.report.threats.iter().map(|row| (row.id.as_str(), row)).collect()
}

/// What else changed, for the reasons.
pub(super) struct Reasons<'d> {
    pub(super) elements: &'d [ElementChange],
    pub(super) packs: &'d [PackChange],
    /// Whether risks are rated otherwise.
    pub(super) scheme: bool,
}

/// All changes, what needs an answer first.
pub(super) fn compare(before: &Threats<'_>, after: &Threats<'_>, reasons: &Reasons<'_>) -> Vec<ThreatChange> {
    let mut changes = Vec::new();
    for (id, row) in after {
        let was = before.get(id).copied();
        if let Some(course) = course(was, row) {
            changes.push(change((was, Some(row)), row, course, reasons));
        }
    }
    for (_, row) in before.iter().filter(|(id, _)| !after.contains_key(*id)) {
        changes.push(change((Some(row), None), row, Course::Gone, reasons));
    }
    let rank = |change: &ThreatChange| (unanswered(change).is_none(), unanswered(change), change.course);
    changes.sort_by_key(rank);
    changes
}

/// The state of a threat that nobody has answered.
fn unanswered(change: &ThreatChange) -> Option<State> {
    let after = change.after.as_ref().map(|standing| standing.state);
    after.filter(|state| is_unanswered(*state) && change.course != Course::Rerated)
}

fn is_unanswered(state: State) -> bool {
    matches!(state, State::Open | State::Question)
}

fn course(was: Option<&ThreatRow>, is: &ThreatRow) -> Option<Course> {
    let Some(was) = was else { return Some(Course::New) };
    if was.state == is.state {
        return (standing(was) != standing(is)).then_some(Course::Rerated);
    }
    Some(match (is_unanswered(was.state), is_unanswered(is.state)) {
        (false, true) => Course::Reopened,
        (true, false) => Course::Settled,
        (true, true) if is.state == State::Open => Course::Opened,
        (true, true) | (false, false) => Course::Moved,
    })
}

fn standing(row: &ThreatRow) -> Standing {
    Standing {
        state: row.state,
        risk: row.risk_after.level.clone(),
        exploitability: row.risk_after.exploitability.clone(),
        severity: row.risk_after.severity.clone(),
    }
}

fn change(
    (was, is): (Option<&ThreatRow>, Option<&ThreatRow>),
    row: &ThreatRow,
    course: Course,
    reasons: &Reasons<'_>,
) -> ThreatChange {
    ThreatChange {
        id: row.id.clone(),
        title: row.title.clone(),
        statement: row.statement.clone(),
        category: row.category.clone(),
        element_name: row.element_name.clone(),
        course,
        before: was.map(standing),
        after: is.map(standing),
        because: because(was, is, reasons),
        refused: false,
        place: row.place.clone(),
    }
}

/// Which changes a threat stands otherwise for: its element or its rule came or went, or a fact it rests on changed.
pub(super) fn because(was: Option<&ThreatRow>, is: Option<&ThreatRow>, reasons: &Reasons<'_>) -> Vec<String> {
    let mut because = Vec::new();
    let Some(row) = is.or(was) else { return because };
    for change in reasons.elements.iter().filter(|change| change.id == row.element) {
        match change.done {
            Done::Added => because.push(came(change)),
            Done::Removed => because.push(went(change)),
            Done::Renamed | Done::Changed => {}
        }
    }
    for change in reasons.packs.iter().filter(|change| change.kind == "rule" && change.name == row.rule) {
        match change.done {
            Done::Added => because.push(format!("the rule {} is new", change.name)),
            Done::Removed => because.push(format!("the rule {} is gone", change.name)),
            Done::Renamed | Done::Changed => because.push(format!("the rule {} was changed", change.name)),
        }
    }
    if !because.is_empty() {
        return because;
    }
    because.extend(controls(was, is));
    because.extend(decided(was, is));
    let rests = [was, is].into_iter().flatten().flat_map(|row| &row.why);
    let rests: Vec<(&str, &str)> = rests.map(|fact| (fact.element.as_str(), fact.attribute.as_str())).collect();
    let sentences = |about: &dyn Fn(&str, &FactChange) -> bool| -> Vec<String> {
        let of = |change: &ElementChange| -> Vec<String> {
            let told = change.facts.iter().filter(|fact| about(&change.id, fact));
            match change.done {
                Done::Renamed | Done::Changed => told.map(|fact| sentence(&change.id, fact)).collect(),
                // of what came or went all facts are new, or gone
                Done::Added => told.take(1).map(|_| came(change)).collect(),
                Done::Removed => told.take(1).map(|_| went(change)).collect(),
            }
        };
        reasons.elements.iter().flat_map(of).collect()
    };
    // what a control gave, or gives, is told by naming the control
    let by_control = |fact: &FactChange| {
        let told = [&fact.before, &fact.after].into_iter().flatten();
        told.into_iter().any(|told| lost_or_gained(was, is).iter().any(|id| told.origin.contains(&format!("`{id}`"))))
    };
    because.extend(sentences(&|id, fact| rests.contains(&(id, fact.attribute.as_str())) && !by_control(fact)));
    because.extend(derived(was, is));
    if because.is_empty() {
        // what a threat does not rest on any more, it is not known to have rested on: the facts of its own element are
        because = sentences(&|id, _| id == row.element);
    }
    if because.is_empty() {
        // its risk hangs on more than its state does: harms, data, and what is around it
        because = sentences(&|id, _| row.harms.iter().any(|harm| harm.id == id || harm.through.iter().any(|by| by == id)));
    }
    if because.is_empty() {
        because = sentences(&|_, fact| ["from", "to"].contains(&fact.attribute.as_str()) && ends_at(fact, &row.element));
    }
    if because.is_empty() && reasons.scheme && was.is_some() && is.is_some() {
        because.push("the risk scheme was changed".to_owned());
    }
    because
}

fn came(change: &ElementChange) -> String {
    format!("{} {} is new", change.kind, change.id)
}

fn went(change: &ElementChange) -> String {
    format!("{} {} is gone", change.kind, change.id)
}

/// Whether a flow that was turned or moved ends, or ended, at an element or something in it.
fn ends_at(fact: &FactChange, element: &str) -> bool {
    let (own, inner) = (format!("({element})"), format!("({element}."));
    let told = [&fact.before, &fact.after].into_iter().flatten();
    told.into_iter().any(|told| told.value == element || told.value.contains(&own) || told.value.contains(&inner))
}

/// Ids of controls that count for it no longer, or now.
fn lost_or_gained<'r>(was: Option<&'r ThreatRow>, is: Option<&'r ThreatRow>) -> Vec<&'r str> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let of = |row: &'r ThreatRow| row.controls.iter().map(|control| control.id.as_str()).collect::<Vec<_>>();
    let (old, new) = (of(was), of(is));
    let lost = old.iter().filter(|id| !new.contains(id));
    lost.chain(new.iter().filter(|id| !old.contains(id))).copied().collect()
}

/// Facts that follow from the structure of the model.
fn derived(was: Option<&ThreatRow>, is: Option<&ThreatRow>) -> Vec<String> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let derived = is.why.iter().filter(|fact| fact.origin.starts_with("derived"));
    let other = |fact: &&crate::report::FactRow| {
        was.why.iter().any(|known| {
            known.element == fact.element && known.attribute == fact.attribute && items(&known.value) != items(&fact.value)
        })
    };
    derived.filter(other).map(|fact| format!("{}.{} is {} now", fact.element, fact.attribute, fact.value)).collect()
}

/// The items of a list in words, in an order that does not depend on the text.
fn items(told: &str) -> Vec<&str> {
    let mut items: Vec<&str> = told.split(", ").flat_map(|part| part.split(" and ")).collect();
    items.sort_unstable();
    items
}

/// Controls that countered it, or counter it now.
fn controls(was: Option<&ThreatRow>, is: Option<&ThreatRow>) -> Vec<String> {
    let now = |id: &str| is.is_some_and(|row| row.controls.iter().any(|control| control.id == id));
    let told = |id: &str| match now(id) {
        true => format!("the control {id} counters it"),
        false => format!("the control {id} counters it no longer"),
    };
    lost_or_gained(was, is).into_iter().map(told).collect()
}

/// The decision on it, where that made the difference.
fn decided(was: Option<&ThreatRow>, is: Option<&ThreatRow>) -> Option<String> {
    let (was, is) = (was?, is?);
    if was.state == is.state {
        return None;
    }
    match (&was.response, &is.response) {
        (None, Some(now)) => Some(format!("it was decided: {}", now.decision)),
        (Some(then), None) => Some(format!("the decision ({}) was taken back", then.decision)),
        (Some(then), Some(now)) if !then.expired && now.expired => Some("the decision on it has expired".to_owned()),
        (Some(then), Some(now)) if !then.under_review && now.under_review => {
            Some("the decision on it has to be reviewed".to_owned())
        }
        (Some(then), Some(now)) if then.decision != now.decision => Some(format!("it is decided otherwise: {}", now.decision)),
        (Some(then), Some(now)) if then.expired && !now.expired => Some("the decision on it was renewed".to_owned()),
        _ => None,
    }
}
