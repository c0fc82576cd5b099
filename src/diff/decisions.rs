//! Decisions that were made, taken back, written otherwise, have expired, or stand on moved ground.

use serde_json::Value;

use super::delta::{DecisionChange, Fate, FieldChange};
use super::side::Side;
use super::threats::{Reasons, Threats, because};
use crate::diagnostic::code::Code;
use crate::report::{ResponseRow, ThreatRow};

/// Parts of a record that are told otherwise, or say nothing by themselves.
const ELSEWHERE: [&str; 5] = ["decision", "place", "expired", "under_review", "basis"];

/// All changes, what needs somebody first.
pub(super) fn compare(before: &Threats<'_>, after: &Threats<'_>, side: &Side<'_>, reasons: &Reasons<'_>) -> Vec<DecisionChange> {
    let mut changes: Vec<DecisionChange> = stale(side);
    for (id, is) in after {
        let was = before.get(id).copied();
        changes.extend(pair(was, is, reasons));
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

/// Decisions about threats that are not there: the compiler says so, and why.
fn stale(side: &Side<'_>) -> Vec<DecisionChange> {
    let stale = side.compilation.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::StaleResponse);
    let change = |diagnostic: &crate::diagnostic::Diagnostic| DecisionChange {
        threat: diagnostic.span().map(|span| target(side.sources.slice(span))).unwrap_or_default(),
        fate: Fate::Stale,
        reason: diagnostic.message.clone(),
        because: diagnostic.notes.clone(),
        place: diagnostic.span().map(|span| side.sources.line_of(span)).unwrap_or_default(),
        ..DecisionChange::default()
    };
    stale.map(change).collect()
}

/// `RULE@element` from the head of a decision.
fn target(head: &str) -> String {
    let head = head.lines().next().unwrap_or_default().trim_start_matches("respond");
    head.split('{').next().unwrap_or_default().split_whitespace().collect()
}

fn pair(was: Option<&ThreatRow>, is: &ThreatRow, reasons: &Reasons<'_>) -> Option<DecisionChange> {
    let then = was.and_then(|was| was.response.as_ref());
    let (then, now) = match (then, &is.response) {
        (None, None) => return None,
        (None, Some(now)) => return Some(change(is, now, Fate::Made, Vec::new())),
        (Some(then), None) => return Some(change(is, then, Fate::Withdrawn, Vec::new())),
        (Some(then), Some(now)) => (then, now),
    };
    let fields = fields(then, now);
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
        approved_by: response.approved_by.clone(),
        fields: Vec::new(),
        because,
        place: response.place.clone(),
    }
}

/// The parts of two records that differ.
fn fields(then: &ResponseRow, now: &ResponseRow) -> Vec<FieldChange> {
    let (Ok(Value::Object(then)), Ok(Value::Object(now))) = (serde_json::to_value(then), serde_json::to_value(now)) else {
        return Vec::new();
    };
    let differs = |(name, value): (&String, &Value)| {
        let (before, after) = (words(then.get(name).unwrap_or(&Value::Null)), words(value));
        (before != after).then(|| FieldChange { name: name.replace('_', " "), before, after })
    };
    let parts = now.iter().filter(|(name, _)| name.as_str() == "decision" || !ELSEWHERE.contains(&name.as_str()));
    parts.filter_map(differs).collect()
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
