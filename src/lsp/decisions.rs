//! Skeletons of decisions, written where the model keeps its decisions.

use crate::backends::insertion::{New, insertions};
use crate::backends::skeleton::skeleton;
use crate::compile::Compilation;
use crate::findings::{Finding, State as Standing};
use crate::model::ElementId;
use crate::report::ThreatRow;
use crate::report::build::single;
use crate::syntax::ast::Member;
use crate::text::FileId;

use super::edits::Edits;
use super::state::View;

/// The open threats of an element that nobody decided.
pub(super) fn undecided(view: View<'_>, id: ElementId) -> Vec<Finding> {
    let of_element = |finding: &&Finding| finding.element == id && is_undecided(view.compilation(), finding);
    view.compilation().findings.all.iter().filter(of_element).copied().collect()
}

/// Whether a threat is open and nobody decided about it.
pub(super) fn is_undecided(compilation: &Compilation, finding: &Finding) -> bool {
    finding.decision.is_none() && compilation.findings.state(finding) == Standing::Open
}

/// Writes skeletons of decisions into the file that holds most decisions, where `ward respond` would; into the text itself where none holds any.
pub(super) fn write(view: View<'_>, findings: &[Finding], edits: &mut Edits) {
    let Some(file) = home(view) else { return };
    let rows = single::threats(view.compilation(), view.sources(), findings);
    let decision = |(row, finding): (&ThreatRow, &Finding)| {
        let element = view.model().path(finding.element);
        New { text: skeleton(row, &element), element, rule: row.rule.clone() }
    };
    let new: Vec<New> = rows.iter().zip(findings).map(decision).collect();
    let Some(loaded) = view.compilation().program.files.iter().find(|loaded| loaded.id == file) else { return };
    for (at, text) in insertions(&view.sources().file(file).text, &loaded.parse.body, &new) {
        edits.insert(file, at, text);
    }
}

fn home(view: View<'_>) -> Option<FileId> {
    let own = view.compilation().program.files.iter().filter(|file| view.is_own(file.id));
    let decisions = |body: &[Member]| body.iter().filter(|member| matches!(member, Member::Respond(_))).count();
    let best = own.map(|file| (decisions(&file.parse.body), file.id)).max_by_key(|(count, id)| (*count, std::cmp::Reverse(*id)));
    match best {
        Some((count, file)) if count > 0 => Some(file),
        _ if view.is_own(view.file) => Some(view.file),
        other => other.map(|(_, file)| file),
    }
}
