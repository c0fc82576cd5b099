//! What is wrong in what is said about a model: decisions that stand on nothing, and other mistakes that leave the model itself whole.

use super::delta::{DecisionChange, Done, ErrorChange, Fate};
use super::side::Side;
use super::threats::Threats;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::{Code, Severity};
use crate::findings::threat_of;
use crate::report::ResponseRow;
use crate::syntax::ast::{Member, Respond};

/// A decision that stands on nothing.
struct Loose<'s> {
    respond: &'s Respond,
    /// `RULE@element`.
    threat: String,
    error: &'s Diagnostic,
}

/// Decisions that stand on nothing now and did not, then those that do not any more. Those that do on both sides are no matter of the change.
pub(super) fn decisions(before: (&Side<'_>, &Threats<'_>), after: (&Side<'_>, &Threats<'_>)) -> Vec<DecisionChange> {
    let (old, new) = (loose(before.0), loose(after.0));
    let came = new.iter().filter(|one| !old.iter().any(|known| known.threat == one.threat));
    let mut changes: Vec<DecisionChange> =
        came.map(|one| change(after.0, one, Fate::Stale, response(before.1, &one.threat))).collect();
    // one that stands on something now is a new decision
    let gone = |one: &&Loose<'_>| !new.iter().any(|known| known.threat == one.threat) && response(after.1, &one.threat).is_none();
    changes.extend(old.iter().filter(gone).map(|one| change(before.0, one, Fate::Cleared, None)));
    changes
}

/// Other errors that came, then those that went.
pub(super) fn others(before: &Side<'_>, after: &Side<'_>) -> Vec<ErrorChange> {
    let (old, new) = (wrong(before), wrong(after));
    let missing = |some: &[ErrorChange], from: &[ErrorChange], done: Done| -> Vec<ErrorChange> {
        let same = |one: &ErrorChange, known: &ErrorChange| one.code == known.code && one.message == known.message;
        let left = some.iter().filter(|one| !from.iter().any(|known| same(one, known)));
        left.map(|one| ErrorChange { done, ..one.clone() }).collect()
    };
    let mut changes = missing(&new, &old, Done::Added);
    changes.extend(missing(&old, &new, Done::Removed));
    changes
}

fn errors<'c>(side: &Side<'c>) -> impl Iterator<Item = &'c Diagnostic> {
    side.compilation.diagnostics.iter().filter(|found| found.severity == Severity::Error)
}

fn loose<'c>(side: &Side<'c>) -> Vec<Loose<'c>> {
    let mut all: Vec<Loose<'c>> = Vec::new();
    for error in errors(side) {
        if let Some(respond) = head_of(side, error) {
            let threat = threat_of(side.model(), respond);
            // one message is enough for one decision
            if !all.iter().any(|known| known.respond.span == respond.span) {
                all.push(Loose { respond, threat, error });
            }
        }
    }
    all
}

/// The decision whose rule, element or threat an error says is missing.
fn head_of<'c>(side: &Side<'c>, error: &Diagnostic) -> Option<&'c Respond> {
    if !matches!(error.code, Code::StaleResponse | Code::UnknownName) {
        return None;
    }
    let span = error.span()?;
    let members = side.compilation.program.files.iter().flat_map(|file| &file.parse.body);
    let mut responds = members.filter_map(|member| if let Member::Respond(respond) = member { Some(&**respond) } else { None });
    responds.find(|respond| respond.rule.span.to(respond.element.span).holds(span))
}

/// The record of the decision on a threat, as the other side has it.
fn response<'r>(threats: &Threats<'r>, id: &str) -> Option<&'r ResponseRow> {
    threats.get(id).and_then(|row| row.response.as_ref())
}

fn change(side: &Side<'_>, loose: &Loose<'_>, fate: Fate, known: Option<&ResponseRow>) -> DecisionChange {
    let known = known.cloned().unwrap_or_default();
    let why =
        if fate == Fate::Stale { loose.error.notes.iter().chain(&loose.error.helps).cloned().collect() } else { Vec::new() };
    DecisionChange {
        threat: loose.threat.clone(),
        decision: known.decision,
        fate,
        reason: known.reason,
        missing: Some(loose.error.message.clone()),
        approved_by: known.approved_by,
        fields: Vec::new(),
        because: why,
        place: side.sources.line_of(loose.respond.span),
    }
}

fn wrong(side: &Side<'_>) -> Vec<ErrorChange> {
    let others = errors(side).filter(|error| head_of(side, error).is_none());
    let row = |error: &Diagnostic| ErrorChange {
        code: error.code.id().to_owned(),
        message: error.message.clone(),
        notes: error.notes.clone(),
        helps: error.helps.clone(),
        done: Done::Added,
        place: error.span().map(|span| side.sources.line_of(span)).unwrap_or_default(),
    };
    others.map(row).collect()
}
