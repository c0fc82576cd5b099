//! Decisions that were made, taken back, written otherwise, have expired, or stand on moved ground.

use serde_json::Value;

use super::delta::{DecisionChange, Fate, FieldChange};
use super::errors;
use super::records::{Records, others, records};
use super::side::Side;
use super::threats::{Reasons, Threats, because};
use crate::report::{ResponseRow, ThreatRow};

/// Parts of a record that are told otherwise, or say nothing by themselves.
const ELSEWHERE: [&str; 5] = ["decision", "place", "expired", "under_review", "basis"];

/// All changes, what needs somebody first.
pub(super) fn compare(
    (old, before): (&Side<'_>, &Threats<'_>),
    (new, after): (&Side<'_>, &Threats<'_>),
    reasons: &Reasons<'_>,
) -> Vec<DecisionChange> {
    let mut changes = errors::decisions((old, before), (new, after));
    let records = (records(old), records(new));
    for (id, is) in after {
        let was = before.get(id).copied();
        changes.extend(pair(was, is, (&records.0, &records.1), reasons));
    }
    for (id, was) in before.iter().filter(|(id, _)| !after.contains_key(*id)) {
        let known = changes.iter().any(|change| change.threat == *id);
        if let (Some(then), false) = (&was.response, known) {
            changes.push(change(was, then, Fate::Withdrawn, because(Some(was), None, reasons)));
        }
    }
    changes.sort_by_key(|change| change.fate);
    changes
}

fn pair(was: Option<&ThreatRow>, is: &ThreatRow, records: (&Records, &Records), reasons: &Reasons<'_>) -> Option<DecisionChange> {
    let then = was.and_then(|was| was.response.as_ref());
    let (then, now) = match (then, &is.response) {
        (None, None) => return None,
        (None, Some(now)) => return Some(change(is, now, Fate::Made, Vec::new())),
        (Some(then), None) => return Some(change(is, then, Fate::Withdrawn, Vec::new())),
        (Some(then), Some(now)) => (then, now),
    };
    let fields = fields(then, now, |known| others(records, &is.id, known));
    let fate = match ((then.expired, now.expired), (then.under_review, now.under_review)) {
        ((false, true), _) => Fate::Expired,
        (_, (false, true)) => Fate::UnderReview,
        ((true, false), _) | (_, (true, false)) => Fate::Renewed,
        _ if fields.is_empty() => return None,
        _ => Fate::Changed,
    };
    let because = if fate == Fate::UnderReview { because(was, Some(is), reasons) } else { Vec::new() };
    Some(DecisionChange { fields, ..change(is, now, fate, because) })
}

fn change(threat: &ThreatRow, response: &ResponseRow, fate: Fate, because: Vec<String>) -> DecisionChange {
    DecisionChange {
        threat: threat.id.clone(),
        decision: response.decision.clone(),
        fate,
        reason: response.reason.clone(),
        missing: None,
        approved_by: response.approved_by.clone(),
        fields: Vec::new(),
        because,
        place: response.place.clone(),
    }
}

/// The parts of two records that differ.
fn fields(then: &ResponseRow, now: &ResponseRow, others: impl Fn(&[&str]) -> Vec<FieldChange>) -> Vec<FieldChange> {
    let (Ok(Value::Object(then)), Ok(Value::Object(now))) = (serde_json::to_value(then), serde_json::to_value(now)) else {
        return Vec::new();
    };
    let differs = |(name, value): (&String, &Value)| {
        let (before, after) = (words(then.get(name).unwrap_or(&Value::Null)), words(value));
        (before != after).then(|| FieldChange { name: name.replace('_', " "), before, after })
    };
    let parts = now.iter().filter(|(name, _)| name.as_str() == "decision" || !ELSEWHERE.contains(&name.as_str()));
    let known: Vec<&str> = now.keys().map(String::as_str).collect();
    parts.filter_map(differs).chain(others(&known)).collect()
}

/// A part of a record in words; the order of a list means nothing.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) => {
            let mut items: Vec<String> = items.iter().map(words).collect();
            items.sort_unstable();
            items.join(", ")
        }
        other => other.to_string(),
    }
}
