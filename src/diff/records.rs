//! What the record of a decision says beside what reports show of it.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::delta::{FieldChange, Told};
use super::facts::{Fact, differences, facts};
use super::side::Side;
use crate::findings::Choice;

/// The facts of decisions, by the threat they are about.
pub(super) type Records = IndexMap<String, Vec<Fact>, FxBuildHasher>;

/// The records of a side.
pub(super) fn records(side: &Side<'_>) -> Records {
    let (model, findings) = (side.model(), &side.compilation.findings);
    let decided = findings.all.iter().filter_map(|finding| Some((finding, findings.decision(finding)?)));
    decided.map(|(finding, decision)| (finding.id(model, &side.compilation.rules), facts(side, decision.id))).collect()
}

/// The parts of two records of one decision that differ and are not among those that are `known`.
pub(super) fn others((old, new): (&Records, &Records), threat: &str, known: &[&str]) -> Vec<FieldChange> {
    let (Some(then), Some(now)) = (old.get(threat), new.get(threat)) else { return Vec::new() };
    let is_choice = |name: &str| Choice::ALL.iter().any(|(word, _)| *word == name);
    let others = differences(then, now)
        .into_iter()
        .filter(|change| !known.contains(&change.attribute.as_str()) && !is_choice(&change.attribute));
    let value = |told: Option<Told>| told.map_or_else(String::new, |told| told.value);
    others
        .map(|change| FieldChange {
            name: change.attribute.replace('_', " "),
            before: value(change.before),
            after: value(change.after),
        })
        .collect()
}
