//! What is wrong with rules and vocabulary as a whole: identifiers that do not exist, questions nobody asks.

use super::errors;
use crate::diagnostic::Diagnostics;
use crate::model::{AttributeId, AttributeInfo, ElementId, Kind, Model, Pending};
use crate::rules::{Accessor, Ir, RuleSet};
use crate::syntax::ast::{Declaration, Expr, ExprKind, Member};

/// A published list of identifiers that rules refer to.
pub(super) struct Catalogue {
    /// The attribute of a rule that holds them.
    attribute: &'static str,
    /// What stands before the number where an identifier is written out.
    pub(super) prefix: &'static str,
    /// Which edition the list is.
    pub(super) edition: &'static str,
    /// Identifiers and titles.
    list: &'static str,
}

const CATALOGUES: [Catalogue; 3] = [
    Catalogue { attribute: "cwe", prefix: "CWE-", edition: "CWE 4.14", list: include_str!("../../data/ids/cwe.csv") },
    Catalogue { attribute: "capec", prefix: "CAPEC-", edition: "CAPEC 3.9", list: include_str!("../../data/ids/capec.csv") },
    Catalogue {
        attribute: "emb3d",
        prefix: "TID-",
        edition: "EMB3D of February 2026",
        list: include_str!("../../data/ids/emb3d.csv"),
    },
];

impl Catalogue {
    /// The numbers in the list.
    fn numbers(&self) -> Vec<i64> {
        let lines = self.list.lines().filter(|line| !line.starts_with('#'));
        let ids = lines.filter_map(|line| line.split_once(',').map(|(id, _)| id));
        ids.filter_map(|id| id.strip_prefix(self.prefix).unwrap_or(id).parse().ok()).collect()
    }
}

/// Checks what the model's files declare, and the library too where asked.
pub(crate) fn check_packs(model: &Model, rules: &RuleSet, pending: &Pending<'_>, library: bool, diagnostics: &mut Diagnostics) {
    let own = |id: ElementId| library || !model.element(id).library;
    let declared: Vec<&Declaration> = pending
        .rules
        .iter()
        .filter(|(id, _)| own(*id) && model.element(*id).kind == Kind::Rule)
        .map(|(_, declaration)| *declaration)
        .collect();
    if !declared.is_empty() {
        for catalogue in &CATALOGUES {
            check_identifiers(&declared, catalogue, diagnostics);
        }
    }
    check_questions(model, rules, library, diagnostics);
}

/// TM0310
fn check_identifiers(declared: &[&Declaration], catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let known = catalogue.numbers();
    for number in declared.iter().flat_map(|declaration| listed(declaration, catalogue.attribute)) {
        if let ExprKind::Int(value) = number.kind
            && !known.contains(&value)
        {
            diagnostics.push(errors::bad_identifier(number.span, value, catalogue));
        }
    }
}

/// The items of a list attribute as they are written.
fn listed<'a>(declaration: &'a Declaration, attribute: &str) -> impl Iterator<Item = &'a Expr> {
    let value = declaration.body.iter().find_map(|member| match member {
        Member::Attribute(said) if said.name.text == attribute => Some(&said.value),
        _ => None,
    });
    value.into_iter().flat_map(|value| if let ExprKind::List(items) = &value.kind { &items[..] } else { &[] })
}

/// Attributes of the library on which no condition hangs, but a document or the rating of risk.
const READ_BY_DOCUMENTS: [(&str, &str); 8] = [
    ("element", "purpose"),
    ("element", "harms"),
    ("port", "required"),
    ("port", "on_failure"),
    ("port", "covered"),
    ("control", "status"),
    ("harm", "severity"),
    ("harm", "hazard"),
];

/// TM0309: nobody will ever be asked a question on which nothing hangs. What the system says of itself goes into documents.
fn check_questions(model: &Model, rules: &RuleSet, library: bool, diagnostics: &mut Diagnostics) {
    let documented = |info: &AttributeInfo| {
        info.owner.contains(Kind::System)
            || READ_BY_DOCUMENTS.iter().any(|(owner, name)| info.owner_word == *owner && info.name == *name)
    };
    let asked = model
        .schema
        .attributes
        .iter()
        .enumerate()
        .filter(|(_, info)| info.question.is_some() && (library || !info.library) && !(info.library && documented(info)));
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
    let of_factors = rules.factors.iter().flat_map(|factor| factor.filter.iter().chain([&factor.applies]));
    of_rules.chain(of_clauses).chain(of_assertions).chain(of_factors).chain(rules.defines.iter().map(|define| &define.value))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        let counts = CATALOGUES.map(|catalogue| catalogue.numbers().len());
        assert_eq!(counts, [963, 615, 81]);
    }
}
