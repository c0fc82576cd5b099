//! What the model itself says about clauses.

use super::assess::{Standing, assess, elements_of};
use super::errors;
use super::evidence::Evidence;
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Kind, Model, Pending, Scope};
use crate::rules::{Evaluator, RuleSet};
use crate::syntax::ast;
use crate::text::Span;

/// An answer to a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The element that holds what it says.
    pub id: ElementId,
    /// The clause.
    pub clause: ElementId,
    /// Whether it says that the clause does not concern the device.
    pub not_applicable: bool,
    /// Where it names the clause.
    pub span: Span,
}

/// The answer to a clause, if there is one.
pub fn answered_by(answers: &[Answer], clause: ElementId) -> Option<&Answer> {
    answers.iter().find(|answer| answer.clause == clause)
}

/// The answers of the model, each about a clause of its own.
pub(crate) fn resolve(model: &Model, pending: &Pending<'_>, diagnostics: &mut Diagnostics) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for (id, written) in &pending.answers {
        let Some(clause) = clause(model, written, diagnostics) else { continue };
        let not_applicable = is_said(model, *id, "not_applicable");
        let answered = ["text", "evidence", "controls"].iter().any(|name| is_said(model, *id, name));
        if not_applicable == answered {
            // a value that could not be read was reported where it stands
            if written.body.is_empty() || answered || says_nothing(written) {
                diagnostics.push(errors::shape(written, answered));
            }
            continue;
        }
        if let Some(earlier) = answered_by(&answers, clause) {
            diagnostics.push(errors::answered_twice(model, clause, written, earlier.span));
            continue;
        }
        if let Some(standard) = standard_with_places(model, clause) {
            diagnostics.extend(without_place(written).map(|(text, span)| errors::no_place(model, standard, text, span)));
        }
        answers.push(Answer { id: *id, clause, not_applicable, span: written.clause.span });
    }
    answers
}

/// The standard of a clause, where it asks for the place in each document.
fn standard_with_places(model: &Model, clause: ElementId) -> Option<ElementId> {
    model.element(clause).parent.filter(|standard| model.symbol(*standard, "evidence_place") == Some("required"))
}

/// Documents an answer names without saying where in them.
fn without_place(written: &ast::Answer) -> impl Iterator<Item = (&str, Span)> {
    let evidence = written.body.iter().filter_map(|member| match member {
        ast::Member::Attribute(attribute) if attribute.name.text == "evidence" => Some(&attribute.value),
        _ => None,
    });
    let items = evidence.flat_map(|value| match &value.kind {
        ast::ExprKind::List(items) => items.iter().collect(),
        _ => vec![value],
    });
    items.filter_map(|item| match &item.kind {
        ast::ExprKind::Text(text) if Evidence::of(text).place.is_none() => Some((&**text, item.span)),
        _ => None,
    })
}

/// Whether an attribute of an answer holds more than blanks.
fn is_said(model: &Model, id: ElementId, attribute: &str) -> bool {
    !model.references(id, attribute).is_empty() || model.texts(id, attribute).iter().any(|text| !text.trim().is_empty())
}

/// Whether every value that is written could be one of an answer that says nothing: an empty text or list, or an owner alone.
fn says_nothing(written: &ast::Answer) -> bool {
    let decides = |name: &str| matches!(name, "text" | "evidence" | "controls" | "not_applicable");
    written.body.iter().all(|member| match member {
        ast::Member::Attribute(attribute) if decides(&attribute.name.text) => match &attribute.value.kind {
            ast::ExprKind::Text(text) => text.trim().is_empty(),
            ast::ExprKind::List(items) => items.is_empty(),
            _ => false,
        },
        ast::Member::Attribute(_) => true,
        _ => false,
    })
}

/// The clause an answer names, by path or by the id that documents print.
fn clause(model: &Model, written: &ast::Answer, diagnostics: &mut Diagnostics) -> Option<ElementId> {
    if written.clause.names.is_empty() {
        return None;
    }
    let is_clause = |id: &ElementId| model.element(*id).kind == Kind::Clause;
    let by_path = Scope::root(false).find(model, &written.clause).filter(is_clause);
    let named = written.clause.text();
    let found = by_path.or_else(|| model.of_kind(Kind::Clause).find(|id| model.text(*id, "id") == Some(&*named)));
    if found.is_none() {
        diagnostics.push(errors::unknown_clause(model, written));
    }
    found
}

/// Says where an answer puts a clause aside although the model holds what the clause is about.
pub(crate) fn check(evaluator: &mut Evaluator<'_>, rules: &RuleSet, answers: &[Answer], diagnostics: &mut Diagnostics) {
    let model = evaluator.model;
    for answer in answers.iter().filter(|answer| answer.not_applicable) {
        let Some(clause) = rules.clauses.iter().find(|clause| clause.id == answer.clause) else { continue };
        let mut concerned = elements_of(model, clause);
        concerned.retain(|id| matches!(assess(evaluator, clause, *id), Some(Standing::Gap | Standing::Satisfied)));
        if !concerned.is_empty() {
            diagnostics.push(errors::against_model(model, answer, &concerned));
        }
    }
}
