//! Conditions and their answers in few words: `crosses: no`, `carries: no Command`.

use super::Writer;
use crate::model::{ElementId, Kind, Value};
use crate::rules::{Accessor, Function, Ir, Test, Truth, Val, words};
use crate::syntax::ast::{Operator, Quantity};
use crate::words::list;

impl Writer<'_> {
    /// Why a condition about an element has the answer it has: the operand that decides it, definitions looked through.
    pub(super) fn answer(&mut self, condition: &Ir, truth: bool, id: ElementId) -> String {
        match condition {
            Ir::Not(inner) => self.answer(inner, !truth, id),
            Ir::And(all) if !truth => self.first(all, false, id),
            Ir::Or(all) if truth => self.first(all, true, id),
            Ir::And(all) | Ir::Or(all) => {
                let mut parts: Vec<String> = Vec::new();
                for operand in all {
                    let part = self.answer(operand, truth, id);
                    if !parts.contains(&part) {
                        parts.push(part);
                    }
                }
                list(&parts, "and")
            }
            Ir::Access(base, accessors) => {
                if let (Ir::Var(0), Accessor::Define(number)) = (&**base, accessors.by_kind[self.kind(id)]) {
                    let compilation = self.compilation;
                    return self.answer(&compilation.rules.defines[number as usize].value, truth, id);
                }
                self.valued(condition, id)
            }
            Ir::Compare(_, left, _) if path(left).is_some() => self.valued(left, id),
            Ir::Compare(_, _, right) if path(right).is_some() => self.valued(right, id),
            Ir::In(item, _) if path(item).is_some() => self.valued(item, id),
            Ir::Quantifier(which, _, items, body) => self.quantified((*which, items, body), truth, id),
            Ir::Call(Function::Empty, arguments) => {
                format!("{}: {}", self.told(&arguments[0]), if truth { "nothing" } else { "something" })
            }
            Ir::Call(Function::Known, arguments) => {
                format!("{}: {}", self.told(&arguments[0]), if truth { "stated" } else { "not stated" })
            }
            Ir::Is(item, test) => {
                let (what, not) = (self.tested(*test), if truth { "" } else { "no " });
                match path(item).filter(|path| !path.is_empty()) {
                    Some(path) => format!("{path}: {not}{what}"),
                    None => format!("is {not}{what}"),
                }
            }
            other => format!("{}: {}", self.told(other), if truth { "yes" } else { "no" }),
        }
    }

    fn kind(&self, id: ElementId) -> usize {
        self.model.element(id).kind as usize
    }

    /// The answer of the operand that decides.
    fn first(&mut self, operands: &[Ir], truth: bool, id: ElementId) -> String {
        let wanted = if truth { Truth::Yes } else { Truth::No };
        let deciding = operands.iter().find(|operand| self.evaluator.ask(operand, id).0 == wanted);
        match deciding {
            Some(operand) => self.answer(operand, truth, id),
            None => self.told(&operands[0]),
        }
    }

    /// A fact with its value.
    fn valued(&mut self, fact: &Ir, id: ElementId) -> String {
        let name = path(fact).unwrap_or_default();
        if let Ir::Access(base, accessors) = fact
            && let (Ir::Var(0), Accessor::Attribute(attribute)) = (&**base, accessors.by_kind[self.kind(id)])
            && self.model.known(id, attribute).is_none()
            && self.model.schema.info(attribute).unset.is_none()
        {
            return format!("{name}: not stated");
        }
        let value = self.evaluator.value_for(fact, id);
        format!("{name}: {}", words(self.model, &value))
    }

    fn quantified(&mut self, (which, items, body): (Quantity, &Ir, &Ir), truth: bool, id: ElementId) -> String {
        let name = self.told(items);
        if let Val::Items(items) = self.evaluator.value_for(items, id)
            && items.is_empty()
        {
            return format!("{name}: nothing");
        }
        let none = if names_types(body) { "no" } else { "none with" };
        let body = self.told(body);
        match (which, truth) {
            (Quantity::Any, false) => format!("{name}: {none} {body}"),
            (Quantity::All, true) => format!("{name}: all {body}"),
            (Quantity::All, false) => format!("{name}: not all {body}"),
            _ => format!("{name}: {body}"),
        }
    }

    /// A condition or value as it is asked, without its answer.
    pub(super) fn told(&self, ir: &Ir) -> String {
        let joined = |all: &[Ir], word: &str| list(&all.iter().map(|ir| self.told(ir)).collect::<Vec<_>>(), word);
        match ir {
            Ir::Const(value) => self.constant(value),
            Ir::Unknown => "unknown".to_owned(),
            Ir::Var(_) | Ir::Access(..) => path(ir).filter(|path| !path.is_empty()).unwrap_or_else(|| match ir {
                Ir::Access(base, accessors) => format!("{} {}", self.told(base), plain(&accessors.name)),
                Ir::Var(0) => "the element itself".to_owned(),
                _ => "it".to_owned(),
            }),
            Ir::Not(inner) => format!("not {}", self.told(inner)),
            Ir::And(all) => joined(all, "and"),
            Ir::Or(all) => joined(all, "or"),
            Ir::Compare(operator, left, right) => format!("{} {} {}", self.told(left), sign(*operator), self.told(right)),
            Ir::In(item, items) => match (path(item).as_deref(), &**items) {
                (Some(""), Ir::List(all)) => joined(all, "or"),
                (_, Ir::List(all)) => format!("{} {}", self.told(item), joined(all, "or")),
                _ => format!("{} in {}", self.told(item), self.told(items)),
            },
            Ir::Is(item, test) => match path(item).filter(|path| !path.is_empty()) {
                Some(path) => format!("{path} {}", self.tested(*test)),
                None => self.tested(*test),
            },
            Ir::Quantifier(which, _, items, body) => {
                let body = self.told(body);
                match which {
                    Quantity::Any => format!("{} {body}", self.told(items)),
                    Quantity::All => format!("{} all {body}", self.told(items)),
                    Quantity::Each => format!("{} that are {body}", self.told(items)),
                    Quantity::Count => format!("number of {} with {body}", self.told(items)),
                }
            }
            Ir::List(all) => joined(all, "and"),
            Ir::Call(function, all) => {
                let word = Function::ALL.iter().find(|(_, _, known)| known == function).map_or("", |(word, _, _)| word);
                format!("{word} {}", joined(all, "and"))
            }
        }
    }

    fn constant(&self, value: &Value) -> String {
        words(self.model, &Val::of(value))
    }

    fn tested(&self, test: Test) -> String {
        match test {
            Test::Type(of) => self.model.type_title(of).to_owned(),
            Test::Kind(kinds) => {
                let kinds: Vec<&str> = kinds.iter().map(Kind::word).collect();
                list(&kinds, "or")
            }
        }
    }
}

/// Whether a condition only asks what an item is, so that "no" can stand before it.
fn names_types(body: &Ir) -> bool {
    match body {
        Ir::Is(item, _) | Ir::In(item, _) => matches!(**item, Ir::Var(_)),
        Ir::Or(all) => all.iter().all(names_types),
        _ => false,
    }
}

/// The names of a path from a variable, as words; empty for the variable itself, nothing for anything else.
fn path(ir: &Ir) -> Option<String> {
    match ir {
        Ir::Var(_) => Some(String::new()),
        Ir::Access(base, accessors) => {
            let base = path(base)?;
            let name = plain(&accessors.name);
            Some(if base.is_empty() { name } else { format!("{base} {name}") })
        }
        _ => None,
    }
}

fn plain(name: &str) -> String {
    name.replace('_', " ")
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Equal => "=",
        Operator::NotEqual => "≠",
        Operator::Less => "<",
        Operator::LessOrEqual => "≤",
        Operator::Greater => ">",
        Operator::GreaterOrEqual => "≥",
    }
}
