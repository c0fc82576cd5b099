//! Attributes on which nothing hangs.

use super::super::checked::Checked;
use super::errors;
use crate::diagnostic::Diagnostics;
use crate::model::{AttributeId, AttributeInfo, Kind, Model};
use crate::rules::{Accessor, Ir, RuleSet};

/// Attributes of the library on which no condition hangs, but a document or the rating of risk.
const READ_BY_DOCUMENTS: [(&str, &str); 6] = [
    ("element", "purpose"),
    ("port", "required"),
    ("port", "on_failure"),
    ("port", "covered"),
    ("control", "status"),
    ("harm", "severity"),
];

/// TM0309: nobody will ever be asked a question on which nothing hangs. What the system says of itself goes into documents.
pub(super) fn check(model: &Model, rules: &RuleSet, checked: &Checked, diagnostics: &mut Diagnostics) {
    let documented = |info: &AttributeInfo| {
        info.owner.contains(Kind::System)
            || READ_BY_DOCUMENTS.iter().any(|(owner, name)| info.owner_word == *owner && info.name == *name)
    };
    let asked = model
        .schema
        .attributes
        .iter()
        .enumerate()
        .filter(|(_, info)| info.question.is_some() && checked.holds(info.span) && !(info.library && documented(info)));
    let mut asked = asked.peekable();
    if asked.peek().is_none() {
        return;
    }
    let mut read = vec![false; model.schema.attributes.len()];
    for condition in conditions(rules) {
        mark(condition, &mut read);
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
    of_rules.chain(of_clauses).chain(of_assertions).chain(rules.defines.iter().map(|define| &define.value))
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
