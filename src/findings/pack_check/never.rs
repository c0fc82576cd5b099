//! Rules that no model can make fire, and mitigations that none can make hold.

use crate::diagnostic::Diagnostics;
use crate::model::{Model, Pending};
use crate::rules::{Ir, Rule, RuleSet};
use crate::syntax::ast::{Condition, Declaration, Expr, ExprKind, For, Member, When};
use crate::text::Span;

use super::super::checked::Checked;
use super::errors;
use super::logic::{Form, Forms, Truths, possible};

/// A condition of a rule, and how it has to come out.
struct Part {
    form: Form,
    wanted: Truths,
    span: Span,
}

/// TM0311, TM0312
pub(super) fn check(model: &Model, rules: &RuleSet, pending: &Pending<'_>, checked: &Checked, diagnostics: &mut Diagnostics) {
    let forms = Forms::new(model, rules);
    for rule in rules.rules.iter().filter(|rule| checked.holds(model.element(rule.id).span)) {
        let declaration = pending.rules.iter().find(|(id, _)| *id == rule.id).map(|(_, declaration)| *declaration);
        if let Some(written) = declaration.and_then(Written::of) {
            check_rule(model, &forms, rule, &written, diagnostics);
        }
    }
}

/// A rule's conditions as they are written.
struct Written<'a> {
    binder: &'a For,
    applies: &'a When,
    mitigated: Option<&'a When>,
}

impl<'a> Written<'a> {
    fn of(declaration: &'a Declaration) -> Option<Self> {
        let when = |which: Condition| {
            declaration.body.iter().find_map(|member| match member {
                Member::When(when) if when.which == which => Some(&**when),
                _ => None,
            })
        };
        let binder =
            declaration.body.iter().find_map(|member| if let Member::For(binder) = member { Some(&**binder) } else { None })?;
        Some(Self { binder, applies: when(Condition::Applies)?, mitigated: when(Condition::Mitigated) })
    }
}

fn check_rule(model: &Model, forms: &Forms<'_>, rule: &Rule, written: &Written<'_>, diagnostics: &mut Diagnostics) {
    let split = |ir: &Ir, expr: &Expr, wanted: Truths| {
        let mut parts = Vec::new();
        split(forms, rule, (ir, expr), wanted, &mut parts);
        parts
    };
    let mut relevant = vec![Part { form: forms.domain(rule.domain), wanted: Truths::YES, span: written.binder.domain.span }];
    if let (Some(filter), Some(expr)) = (&rule.filter, &written.binder.condition) {
        relevant.extend(split(filter, expr, Truths::YES));
    }
    relevant.extend(split(&rule.applies, &written.applies.condition, Truths::YES));
    let name = &model.element(rule.id).name;
    if let Some(places) = conflict(model, &relevant) {
        diagnostics.push(errors::never_applies(name, &places));
        return;
    }
    let (Some(mitigated), Some(when)) = (&rule.mitigated, written.mitigated) else { return };
    let refused = split(mitigated, &when.condition, Truths::NO);
    let bare: Vec<&Part> = relevant.iter().chain(&refused).collect();
    if let Some(places) = conflict_of(model, &bare) {
        let (of_mitigation, others): (Vec<Span>, Vec<Span>) = places.into_iter().partition(|place| within(*place, when.span));
        diagnostics.push(errors::always_mitigated(name, when.span, &of_mitigation, &others));
        return;
    }
    let granted = split(mitigated, &when.condition, Truths::YES);
    let both: Vec<&Part> = relevant.iter().chain(&granted).collect();
    if let Some(places) = conflict_of(model, &both) {
        let (of_mitigation, others): (Vec<Span>, Vec<Span>) = places.into_iter().partition(|place| within(*place, when.span));
        diagnostics.push(errors::never_mitigated(name, when.span, &of_mitigation, &others));
    }
}

/// A condition in the pieces that all have to come out as wanted: the operands of an `and` that has to hold, or of an `or` that must not.
fn split(forms: &Forms<'_>, rule: &Rule, (ir, expr): (&Ir, &Expr), wanted: Truths, parts: &mut Vec<Part>) {
    let operands = match (ir, &expr.kind) {
        (Ir::And(all), ExprKind::And(written)) if wanted == Truths::YES => Some((all, written)),
        (Ir::Or(all), ExprKind::Or(written)) if wanted == Truths::NO => Some((all, written)),
        _ => None,
    };
    match operands.filter(|(all, written)| all.len() == written.len()) {
        Some((all, written)) => all.iter().zip(written).for_each(|pair| split(forms, rule, pair, wanted, parts)),
        None => parts.push(Part { form: forms.condition(ir, rule.domain), wanted, span: expr.span }),
    }
}

fn within(inner: Span, outer: Span) -> bool {
    inner.file == outer.file && outer.start <= inner.start && inner.end <= outer.end
}

fn conflict(model: &Model, parts: &[Part]) -> Option<Vec<Span>> {
    conflict_of(model, &parts.iter().collect::<Vec<_>>())
}

/// The fewest parts that exclude each other, by their places; nothing where all can come out as wanted.
fn conflict_of(model: &Model, parts: &[&Part]) -> Option<Vec<Span>> {
    let can_be = |parts: &[&Part]| {
        let wanted: Vec<(&Form, Truths)> = parts.iter().map(|part| (&part.form, part.wanted)).collect();
        possible(model, &wanted)
    };
    if can_be(parts) {
        return None;
    }
    let mut kept: Vec<&Part> = parts.to_vec();
    let mut at = 0;
    while at < kept.len() {
        let part = kept.remove(at);
        if can_be(&kept) {
            kept.insert(at, part);
            at += 1;
        }
    }
    Some(kept.into_iter().map(|part| part.span).collect())
}
