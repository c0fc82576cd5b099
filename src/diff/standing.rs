//! What the model leaves open: questions, and clauses of standards.

use super::delta::{ClauseChange, Done, ElementChange, QuestionChange};
use super::side::Side;
use crate::report::{ClauseRow, ClauseState, QuestionRow, StandardRow};

/// Questions that are asked now and were not, then those that are not asked any more.
pub(super) fn questions(before: &Side<'_>, after: &Side<'_>, elements: &[ElementChange]) -> Vec<QuestionChange> {
    let (old, new) = (&before.report.questions, &after.report.questions);
    let missing = |some: &[QuestionRow], from: &[QuestionRow]| -> Vec<QuestionRow> {
        some.iter().filter(|row| !from.iter().any(|known| known.id == row.id)).cloned().collect()
    };
    let change = |row: &QuestionRow, done: Done| QuestionChange {
        id: row.id.clone(),
        text: row.text.clone(),
        done,
        answer: if done == Done::Removed { answer(row, elements) } else { None },
        threats: row.threats.len(),
        severity: row.severity.clone(),
        place: row.place.clone(),
    };
    let asked = missing(new, old);
    let closed = missing(old, new);
    let asked = asked.iter().map(|row| change(row, Done::Added));
    asked.chain(closed.iter().map(|row| change(row, Done::Removed))).collect()
}

/// What is said now of the attribute that was asked for.
fn answer(row: &QuestionRow, elements: &[ElementChange]) -> Option<String> {
    let changes = elements.iter().filter(|change| change.id == row.element);
    let fact = changes.flat_map(|change| &change.facts).find(|fact| fact.attribute == row.attribute)?;
    fact.after.as_ref().map(|told| told.value.clone())
}

/// Clauses to which the model stands otherwise: what needs more work first. A standard that came or went is one line.
pub(super) fn clauses(before: &Side<'_>, after: &Side<'_>) -> Vec<ClauseChange> {
    let mut changes = Vec::new();
    let (old, new) = (&before.report.standards, &after.report.standards);
    for standard in new {
        match old.iter().find(|known| known.id == standard.id) {
            None => changes.push(whole(standard, Done::Added)),
            Some(was) => changes.extend(standard.clauses.iter().filter_map(|clause| {
                let earlier = was.clauses.iter().find(|known| known.path == clause.path);
                pair(standard, earlier, clause)
            })),
        }
    }
    let gone = old.iter().filter(|standard| !new.iter().any(|known| known.id == standard.id));
    changes.extend(gone.map(|standard| whole(standard, Done::Removed)));
    changes.sort_by_key(|change| !change.worse);
    changes
}

fn whole(standard: &StandardRow, done: Done) -> ClauseChange {
    let counts = standard.counts;
    let told = format!("{} clauses, {} gaps, {} asked", standard.clauses.len(), counts.gap, counts.asked);
    let (before, after) = if done == Done::Removed { (Some(told), None) } else { (None, Some(told)) };
    ClauseChange {
        standard: title(standard),
        id: standard.id.clone(),
        title: "the whole standard".to_owned(),
        before,
        after,
        worse: done == Done::Added && counts.gap + counts.asked > 0,
        reason: String::new(),
    }
}

fn pair(standard: &StandardRow, was: Option<&ClauseRow>, is: &ClauseRow) -> Option<ClauseChange> {
    let (before, after) = (was.map(ClauseRow::state_in_words), is.state_in_words());
    if before == Some(after) {
        return None;
    }
    Some(ClauseChange {
        standard: title(standard),
        id: is.id.clone(),
        title: is.title.clone(),
        before: before.map(str::to_owned),
        after: Some(after.to_owned()),
        worse: was.is_none_or(|was| rank(is) < rank(was)) && is.state <= ClauseState::Asked
            || was.is_some_and(|was| rank(is) < rank(was)),
        reason: is.parts.first().map(|part| part.reason.clone()).unwrap_or_default(),
    })
}

/// How pressing a clause is: less is more.
fn rank(clause: &ClauseRow) -> (ClauseState, bool) {
    (clause.state, !clause.evidence_pending)
}

fn title(standard: &StandardRow) -> String {
    let edition = standard.edition.as_ref().map_or(String::new(), |edition| format!(" ({edition})"));
    format!("{}{edition}", standard.title)
}
