//! What is wrong with rules and vocabulary as a whole: identifiers that do not exist, rules that cannot fire, lack tests or say the same,
//! cells nobody fills, questions nobody asks.

pub(super) mod cases;
mod catalogue;
mod cells;
mod errors;
mod logic;
mod never;
mod twins;
mod unread;

pub(crate) use catalogue::reference_title;
pub(crate) use cells::stated_reason;
pub(crate) use twins::Twins;

use super::Findings;
use super::checked::Checked;
use crate::diagnostic::Diagnostics;
use crate::model::{Kind, Pending};
use crate::rules::{Evaluator, RuleSet};
use crate::syntax::ast::Declaration;

use catalogue::{CATALOGUES, Catalogue};

/// Checks what the checked files declare. Gives the rules that were found to say the same.
pub(crate) fn check_packs(
    evaluator: &mut Evaluator<'_>,
    rules: &RuleSet,
    pending: &Pending<'_>,
    findings: &Findings,
    checked: &Checked,
    diagnostics: &mut Diagnostics,
) -> Twins {
    let model = evaluator.model;
    let declared: Vec<&Declaration> = pending
        .rules
        .iter()
        .filter(|(id, _)| checked.holds(model.element(*id).span) && model.element(*id).kind == Kind::Rule)
        .map(|(_, declaration)| *declaration)
        .collect();
    if !declared.is_empty() {
        for catalogue in &CATALOGUES {
            check_identifiers(&declared, catalogue, diagnostics);
        }
    }
    never::check(model, rules, pending, checked, diagnostics);
    cells::check(model, rules, checked, diagnostics);
    unread::check(model, rules, checked, diagnostics);
    let mut twins = Twins::default();
    twins.by_conditions(model, rules, checked, diagnostics);
    if !declared.is_empty() {
        twins.by_words(evaluator, rules, findings, checked, diagnostics);
    }
    twins
}

/// TM0310
fn check_identifiers(declared: &[&Declaration], catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut named = declared.iter().flat_map(|declaration| catalogue.named_by(declaration)).peekable();
    if named.peek().is_none() {
        return;
    }
    let known = catalogue.ids();
    for (id, place) in named {
        if !known.contains(&id) {
            diagnostics.push(errors::bad_identifier(place.span, &id, catalogue, &known));
        }
    }
}
