//! Skeletons of decisions, written where the model keeps its decisions.

use crate::backends::skeleton::skeleton;
use crate::compile::Compilation;
use crate::findings::{Finding, State as Standing};
use crate::model::ElementId;
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

/// Writes skeletons of decisions at the end of the file that holds most decisions; of the text itself where none holds any.
pub(super) fn write(view: View<'_>, findings: &[Finding], edits: &mut Edits) {
    let Some(file) = home(view) else { return };
    let rows = single::threats(view.compilation(), view.sources(), findings);
    let texts: Vec<String> =
        rows.iter().zip(findings).map(|(row, finding)| skeleton(row, &view.model().path(finding.element))).collect();
    let before = &view.sources().file(file).text;
    let gap = match before.ends_with('\n') {
        _ if before.is_empty() => "",
        true => "\n",
        false => "\n\n",
    };
    edits.insert(file, before.len(), format!("{gap}{}", texts.join("\n")));
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
