//! What the model claims of itself.

use super::delta::{AssertionChange, Done};
use super::side::Side;
use crate::rules::condition as compared;
use crate::syntax::ast::{Assert, Member};

/// A claim: its text, its condition on one line, and where it is written.
struct Claim {
    text: String,
    /// What it is compared by.
    compared: String,
    condition: String,
    place: String,
}

/// Assertions that came or claim something else, then those that went.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>) -> Vec<AssertionChange> {
    let (old, new) = (claims(before), claims(after));
    let as_before =
        |claim: &Claim, among: &[Claim]| among.iter().any(|known| known.text == claim.text && known.compared == claim.compared);
    let other: Vec<&Claim> = old.iter().filter(|claim| !as_before(claim, &new)).collect();
    let mut changes = Vec::new();
    for claim in new.iter().filter(|claim| !as_before(claim, &old)) {
        let was = other.iter().find(|known| known.text == claim.text);
        changes.push(AssertionChange {
            text: claim.text.clone(),
            done: if was.is_some() { Done::Changed } else { Done::Added },
            before: was.map(|was| was.condition.clone()),
            after: Some(claim.condition.clone()),
            place: claim.place.clone(),
        });
    }
    let gone = other.iter().filter(|claim| !changes.iter().any(|change: &AssertionChange| change.text == claim.text));
    let gone: Vec<AssertionChange> = gone
        .map(|claim| AssertionChange {
            text: claim.text.clone(),
            done: Done::Removed,
            before: Some(claim.condition.clone()),
            after: None,
            place: claim.place.clone(),
        })
        .collect();
    changes.extend(gone);
    changes
}

fn claims(side: &Side<'_>) -> Vec<Claim> {
    let own = side.compilation.program.files.iter().filter(|file| !file.library);
    let members = own.flat_map(|file| &file.parse.body);
    let asserts = members.filter_map(|member| if let Member::Assert(assert) = member { Some(&**assert) } else { None });
    let claim = |assert: &Assert| {
        let written = side.sources.slice(assert.condition.span);
        Claim {
            text: assert.text.text.to_string(),
            compared: compared(side.model(), written),
            condition: written.split_whitespace().collect::<Vec<_>>().join(" "),
            place: side.sources.line_of(assert.span),
        }
    };
    asserts.map(claim).collect()
}
