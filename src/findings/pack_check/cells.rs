//! Cells of element and category that no rule is about.

use super::super::checked::Checked;
use super::errors;
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Kind, KindSet, Model};
use crate::rules::{Rule, RuleSet};
use crate::text::FileId;

/// Why a category has nothing to say about a kind of element, as it says itself: `not_for_port: "…"`.
pub(crate) fn stated_reason(model: &Model, category: ElementId, kind: Kind) -> Option<&str> {
    model.text(category, &format!("not_for_{}", kind.word())).filter(|reason| !reason.trim().is_empty())
}

/// The rules of a category about a kind of element.
fn rules_about(rules: &RuleSet, category: ElementId, kind: Kind) -> impl Iterator<Item = &Rule> {
    rules.rules.iter().filter(move |rule| rule.category == Some(category) && rule.domain.kinds.contains(kind))
}

/// TM0314, of a library that is checked: a cell without rules has a reason, and one with rules has none.
pub(super) fn check(model: &Model, rules: &RuleSet, checked: &Checked, diagnostics: &mut Diagnostics) {
    let of_library = |id: &ElementId| model.element(*id).library && checked.holds(model.element(*id).span);
    let categories: Vec<ElementId> = model.of_kind(Kind::Category).filter(of_library).collect();
    let mut files: Vec<FileId> = categories.iter().map(|id| model.element(*id).span.file).collect();
    files.dedup();
    for file in files {
        let here = |id: &ElementId| model.element(*id).span.file == file;
        let empty: Vec<(ElementId, Vec<Kind>)> = categories
            .iter()
            .filter(|category| here(category))
            .map(|category| (*category, unexplained(model, rules, *category)))
            .filter(|(_, kinds)| !kinds.is_empty())
            .collect();
        if let Some((first, _)) = empty.first() {
            let pack = model.of_kind(Kind::Pack).find(|pack| here(pack));
            diagnostics.push(errors::empty_cells(model, pack.unwrap_or(*first), &empty));
        }
    }
    for category in categories {
        for kind in KindSet::DRAWN.iter() {
            let denied = stated_reason(model, category, kind).and_then(|_| rules_about(rules, category, kind).next());
            diagnostics.extend(denied.map(|rule| errors::cell_is_not_empty(model, category, kind, rule)));
        }
    }
}

/// The kinds of element that a category neither has a rule about nor says why.
fn unexplained(model: &Model, rules: &RuleSet, category: ElementId) -> Vec<Kind> {
    let silent =
        |kind: &Kind| rules_about(rules, category, *kind).next().is_none() && stated_reason(model, category, *kind).is_none();
    KindSet::DRAWN.iter().filter(silent).collect()
}
