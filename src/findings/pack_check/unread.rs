//! Attributes on which nothing hangs.

use super::super::checked::Checked;
use super::errors;
use crate::diagnostic::Diagnostics;
use crate::model::{AttributeId, AttributeInfo, Kind, KindSet, Model};
use crate::rules::{Accessor, Ir, Piece, RuleSet};

/// TM0309: what nothing reads need not be said, and is never asked. What the system says of itself goes into documents.
pub(super) fn check(model: &Model, rules: &RuleSet, checked: &Checked, diagnostics: &mut Diagnostics) {
    let wanted = |info: &AttributeInfo| {
        let described = info.owner.intersection(KindSet::DESCRIBED).is_empty();
        let of_system = info.library && info.owner.contains(Kind::System);
        checked.holds(info.span) && !info.read_elsewhere && !of_system && (info.question.is_some() || !described)
    };
    let mut asked = model.schema.attributes.iter().enumerate().filter(|(_, info)| wanted(info)).peekable();
    if asked.peek().is_none() {
        return;
    }
    let mut read = vec![false; model.schema.attributes.len()];
    for expression in conditions(rules).chain(texts(rules)) {
        mark(expression, &mut read);
    }
    for (at, info) in asked {
        if !read[at] {
            diagnostics.push(errors::unread_attribute(info));
        }
    }
}

/// Everything that decides something.
fn conditions(rules: &RuleSet) -> impl Iterator<Item = &Ir> {
    let of_rules = rules.rules.iter().flat_map(|rule| rule.filter.iter().chain([&rule.applies]).chain(&rule.mitigated));
    let of_clauses = rules.clauses.iter().flat_map(|clause| clause.filter.iter().chain(&clause.applies).chain(&clause.satisfied));
    let of_assertions = rules.assertions.iter().map(|assertion| &assertion.condition);
    let of_factors = rules.factors.iter().flat_map(|factor| factor.filter.iter().chain([&factor.applies]));
    of_rules.chain(of_clauses).chain(of_assertions).chain(of_factors).chain(rules.defines.iter().map(|define| &define.value))
}

/// Everything that is put into texts.
fn texts(rules: &RuleSet) -> impl Iterator<Item = &Ir> {
    let of_rules = rules.rules.iter().flat_map(|rule| [&rule.title, &rule.statement, &rule.advice]);
    let pieces = of_rules.chain(rules.questions.iter().flatten()).flat_map(|template| &template.pieces);
    pieces.filter_map(|piece| if let Piece::Value(value) = piece { Some(value) } else { None })
}

/// Marks the attributes an expression reads.
fn mark(ir: &Ir, read: &mut [bool]) {
    match ir {
        Ir::Const(_) | Ir::Unknown | Ir::Var(_) => {}
        Ir::Access(base, accessors) => {
            mark(base, read);
            for accessor in &accessors.by_kind {
                if let Accessor::Attribute(id) = accessor {
                    read[AttributeId::index(*id)] = true;
                }
            }
        }
        Ir::Not(inner) | Ir::Is(inner, _) => mark(inner, read),
        Ir::Compare(_, a, b) | Ir::In(a, b) | Ir::Quantifier(_, _, a, b) => {
            mark(a, read);
            mark(b, read);
        }
        Ir::And(all) | Ir::Or(all) | Ir::List(all) | Ir::Call(_, all) => all.iter().for_each(|ir| mark(ir, read)),
    }
}
