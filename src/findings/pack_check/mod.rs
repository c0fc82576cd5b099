//! What is wrong with rules and vocabulary as a whole: identifiers that do not exist, questions nobody asks.

pub(super) mod cases;
mod catalogue;
mod errors;
mod logic;
mod never;
mod unread;

pub(crate) use catalogue::reference_title;

use super::checked::Checked;
use crate::diagnostic::Diagnostics;
use crate::model::{Kind, Model, Pending};
use crate::rules::RuleSet;
use crate::syntax::ast::Declaration;

use catalogue::{CATALOGUES, Catalogue};

/// Checks what the checked files declare.
pub(crate) fn check_packs(
    model: &Model,
    rules: &RuleSet,
    pending: &Pending<'_>,
    checked: &Checked,
    diagnostics: &mut Diagnostics,
) {
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
    unread::check(model, rules, checked, diagnostics);
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
