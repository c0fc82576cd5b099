//! What the records come to.

use serde::Serialize;

use super::record::Record;
use crate::report::{ControlRow, Report};

/// Counts and lists over all records.
#[derive(Debug, Serialize)]
pub(super) struct Summary<'a> {
    /// How many records there are.
    pub(super) records: usize,
    /// How many have no decision where one is needed.
    pub(super) undecided: usize,
    /// Fields that apply and that nobody has stated, with the number of records, most frequent first.
    pub(super) not_stated: Vec<(&'static str, usize)>,
    /// G2: threats by the best class of what counters them.
    pub(super) classes: [ClassCount; 4],
    /// G2: ids of threats met by information alone without both reasons.
    pub(super) unreasoned: Vec<&'a str>,
    /// G3: every category with the controls in it.
    pub(super) categories: Vec<Category<'a>>,
    /// G3: ids of controls that no category is stated for.
    pub(super) uncategorised: Vec<&'a str>,
    /// G4: ids of controls whose effects on safety nobody has stated.
    pub(super) side_effects_not_stated: Vec<&'a str>,
    /// G5: ids of controls outside the device.
    pub(super) outside: Vec<&'a str>,
    /// G6: what is left to a later release.
    pub(super) deferred: Vec<Deferred<'a>>,
}

/// How many threats and controls are of a class.
#[derive(Debug, Serialize)]
pub(super) struct ClassCount {
    /// The letter; nothing for those without any.
    pub(super) class: Option<&'static str>,
    /// How many threats.
    pub(super) threats: usize,
    /// How many controls.
    pub(super) controls: usize,
}

/// A category of control.
#[derive(Debug, Serialize)]
pub(super) struct Category<'a> {
    /// Code and title.
    pub(super) category: &'a str,
    /// Ids of the controls.
    pub(super) controls: Vec<&'a str>,
}

/// A threat whose better answer comes later.
#[derive(Debug, Serialize)]
pub(super) struct Deferred<'a> {
    /// The threat.
    pub(super) id: &'a str,
    /// The release.
    pub(super) release: &'a str,
    /// The reason.
    pub(super) reason: &'a str,
    /// The position of its record.
    #[serde(skip)]
    pub(super) at: usize,
}

impl<'a> Summary<'a> {
    pub(super) fn of(report: &'a Report, records: &[Record<'a>]) -> Self {
        let ids = |keep: &dyn Fn(&&ControlRow) -> bool| -> Vec<&'a str> {
            report.controls.iter().filter(keep).map(|control| control.id.as_str()).collect()
        };
        let of_class = |class: Option<&'static str>| ClassCount {
            class,
            threats: records.iter().filter(|record| record.class == class).count(),
            controls: report.controls.iter().filter(|control| control.class.as_deref() == class).count(),
        };
        let categories = report
            .control_categories
            .iter()
            .map(|category| Category { category, controls: ids(&|control| control.fda_category.as_deref() == Some(category)) });
        let unreasoned = records
            .iter()
            .filter(|record| record.class == Some("c") && record.not_stated.iter().any(|field| field.starts_with("why not")));
        Self {
            records: records.len(),
            undecided: records.iter().filter(|record| record.strategy.is_none()).count(),
            not_stated: not_stated(records),
            classes: [of_class(Some("a")), of_class(Some("b")), of_class(Some("c")), of_class(None)],
            unreasoned: unreasoned.map(|record| record.id).collect(),
            categories: categories.collect(),
            uncategorised: ids(&|control| control.fda_category.is_none()),
            side_effects_not_stated: ids(&|control| blank(control.side_effects.as_deref())),
            outside: ids(&|control| control.outside),
            deferred: deferred(records),
        }
    }
}

fn blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// Most frequent first; those as frequent in the order of the record.
fn not_stated(records: &[Record<'_>]) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for field in records.iter().flat_map(|record| &record.not_stated) {
        match counts.iter_mut().find(|(name, _)| name == field) {
            Some((_, count)) => *count += 1,
            None => counts.push((field, 1)),
        }
    }
    counts.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    counts
}

fn deferred<'a>(records: &[Record<'a>]) -> Vec<Deferred<'a>> {
    let all = records.iter().enumerate().filter_map(|(at, record)| {
        let response = record.threat.response.as_ref()?;
        let release = response.deferred_to.as_deref().filter(|release| !release.trim().is_empty())?;
        Some(Deferred { id: record.id, release, reason: &response.reason, at })
    });
    all.collect()
}
