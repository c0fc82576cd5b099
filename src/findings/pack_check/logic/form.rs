//! The closed form of conditions as formulas.

use crate::model::{Kind, KindSet, Model, Value};
use crate::rules::{Accessor, Builtin, Domain, Function, Ir, RuleSet, Type};
use crate::syntax::ast::{Operator, Quantity};

use super::terms::{Atom, Form, Probe, Term};
use super::truths::Truths;

/// Makes formulas of one compilation's conditions.
pub(in super::super) struct Forms<'m> {
    model: &'m Model,
    rules: &'m RuleSet,
}

/// What the variables of an expression stand for.
#[derive(Clone)]
struct Names {
    terms: Vec<Term>,
    /// How many quantifiers are around it, those around its definition included: each names its item by its number.
    binders: usize,
}

/// Definitions inside definitions beyond this are left as they are.
const DEEPEST: usize = 24;

impl<'m> Forms<'m> {
    pub(in super::super) fn new(model: &'m Model, rules: &'m RuleSet) -> Self {
        Self { model, rules }
    }

    /// What a rule is about, as a condition.
    pub(in super::super) fn domain(&self, domain: Domain) -> Form {
        Form::Atom(Atom::Probe(subject(domain.kinds), Probe::Is(domain.test)))
    }

    /// A condition about what a rule is about.
    pub(in super::super) fn condition(&self, condition: &Ir, domain: Domain) -> Form {
        self.form(condition, &Names { terms: vec![subject(domain.kinds)], binders: 0 }, 0)
    }

    fn form(&self, ir: &Ir, names: &Names, depth: usize) -> Form {
        match ir {
            Ir::Const(Value::Bool(true)) => Form::Const(Truths::YES),
            Ir::Const(Value::Bool(false)) => Form::Const(Truths::NO),
            Ir::Unknown => Form::Const(Truths::UNKNOWN),
            Ir::Not(inner) => self.form(inner, names, depth).not(),
            Ir::And(all) => Form::and(all.iter().map(|ir| self.form(ir, names, depth)).collect()),
            Ir::Or(all) => Form::or(all.iter().map(|ir| self.form(ir, names, depth)).collect()),
            Ir::Access(base, accessors) => {
                let base = self.term(base, names, depth);
                match self.definition(&base, &accessors.by_kind).filter(|_| base.single && depth < DEEPEST) {
                    Some(number) => {
                        let own = Names { terms: vec![base], ..*names };
                        self.form(&self.rules.defines[number].value, &own, depth + 1)
                    }
                    None => self.probe(self.term(ir, names, depth), Probe::Truth),
                }
            }
            Ir::Var(_) => self.probe(self.term(ir, names, depth), Probe::Truth),
            Ir::Compare(operator, left, right) => self.comparison(*operator, left, right, names, depth),
            Ir::In(item, list) => match (&**item, constants(list)) {
                (Ir::Const(_), _) | (_, None) => self.opaque(ir, names, depth),
                (_, Some(values)) => self.probe(self.term(item, names, depth), Probe::In(values)),
            },
            Ir::Is(item, test) => self.probe(self.term(item, names, depth), Probe::Is(*test)),
            Ir::Quantifier(Quantity::Any, _, list, body) => self.any(list, Some((body, false)), names, depth),
            Ir::Quantifier(Quantity::All, _, list, body) => self.any(list, Some((body, true)), names, depth).not(),
            Ir::Call(Function::Empty, arguments) => self.any(&arguments[0], None, names, depth).not(),
            Ir::Call(Function::Known, arguments) => {
                let term = self.term(&arguments[0], names, depth);
                if term.single && matches!(arguments[0], Ir::Access(..)) {
                    self.probe(term, Probe::Known)
                } else {
                    self.opaque(ir, names, depth)
                }
            }
            Ir::Const(_) | Ir::List(_) | Ir::Call(..) | Ir::Quantifier(Quantity::Count | Quantity::Each, ..) => {
                self.opaque(ir, names, depth)
            }
        }
    }

    /// `any x in list where body`; without a body, any at all. An `all` is an `any` of what does not pass.
    fn any(&self, list: &Ir, body: Option<(&Ir, bool)>, names: &Names, depth: usize) -> Form {
        let list = self.term(list, names, depth);
        let mut inner = Names { binders: names.binders + 1, ..names.clone() };
        let key = format!("item{}", inner.binders);
        inner.terms.push(Term { key, unsure: false, single: true, kinds: list.kinds });
        let body = match body {
            None => Form::Const(Truths::YES),
            Some((body, false)) => self.form(body, &inner, depth),
            Some((body, true)) => self.form(body, &inner, depth).not(),
        };
        Form::Atom(Atom::Any { list, body: Box::new(body) })
    }

    fn comparison(&self, operator: Operator, left: &Ir, right: &Ir, names: &Names, depth: usize) -> Form {
        if let (operand, Ir::Const(Value::Bool(value))) | (Ir::Const(Value::Bool(value)), operand) = (left, right) {
            let form = self.form(operand, names, depth);
            return if (operator == Operator::Equal) == *value { form } else { form.not() };
        }
        let (one, other) = (self.term(left, names, depth), self.term(right, names, depth));
        match (left, right) {
            (Ir::Const(value), term) if !matches!(term, Ir::Const(_)) && other.single => {
                self.probe(other, Probe::Compare(mirrored(operator), value.clone()))
            }
            (term, Ir::Const(value)) if !matches!(term, Ir::Const(_)) && one.single => {
                self.probe(one, Probe::Compare(operator, value.clone()))
            }
            _ => {
                let unsure = one.unsure || other.unsure;
                let opaque = |sign: &str, a: &Term, b: &Term| {
                    let key = format!("{} {sign} {}", a.key, b.key);
                    Form::Atom(Atom::Opaque(Term { key, unsure, single: true, kinds: KindSet::EMPTY }))
                };
                let equal = || if one.key <= other.key { opaque("==", &one, &other) } else { opaque("==", &other, &one) };
                match operator {
                    Operator::Equal => equal(),
                    Operator::NotEqual => equal().not(),
                    Operator::Less => opaque("<", &one, &other),
                    Operator::Greater => opaque("<", &other, &one),
                    Operator::LessOrEqual => opaque("<", &other, &one).not(),
                    Operator::GreaterOrEqual => opaque("<", &one, &other).not(),
                }
            }
        }
    }

    fn probe(&self, term: Term, probe: Probe) -> Form {
        if term.single { Form::Atom(Atom::Probe(term, probe)) } else { Form::Atom(Atom::Opaque(asked(term, &probe))) }
    }

    fn opaque(&self, ir: &Ir, names: &Names, depth: usize) -> Form {
        let mut term = self.term(ir, names, depth);
        // what is known is never unknown
        term.unsure &= !matches!(ir, Ir::Call(Function::Known, _));
        Form::Atom(Atom::Opaque(term))
    }

    /// The one definition that a name means for all kinds a term can be.
    fn definition(&self, base: &Term, by_kind: &[Accessor; Kind::COUNT]) -> Option<usize> {
        let mut numbers = base.kinds.iter().map(|kind| match by_kind[kind as usize] {
            Accessor::Define(number) => Some(number),
            _ => None,
        });
        let first = numbers.next()??;
        numbers.all(|number| number == Some(first)).then_some(first as usize)
    }

    fn term(&self, ir: &Ir, names: &Names, depth: usize) -> Term {
        let made = |key: String, parts: &[Term], single: bool| {
            let unsure = parts.iter().any(|part| part.unsure);
            let kinds = parts.first().map_or(KindSet::EMPTY, |part| part.kinds);
            Term { key, unsure, single, kinds }
        };
        let both = |a: &Ir, b: &Ir| [self.term(a, names, depth), self.term(b, names, depth)];
        let keys = |parts: &[Term]| parts.iter().map(|part| part.key.as_str()).collect::<Vec<_>>().join(", ");
        match ir {
            Ir::Const(value) => made(format!("{value:?}"), &[], true),
            Ir::Unknown => Term { key: "unknown".to_owned(), unsure: true, single: true, kinds: KindSet::EMPTY },
            Ir::Var(slot) => names.terms[(*slot as usize).min(names.terms.len() - 1)].clone(),
            Ir::Access(base, accessors) => self.access(self.term(base, names, depth), &accessors.by_kind, &accessors.name, depth),
            Ir::List(all) | Ir::Call(_, all) => {
                let parts: Vec<Term> = all.iter().map(|ir| self.term(ir, names, depth)).collect();
                let (word, single) = match ir {
                    Ir::Call(function, _) => (format!("{function:?}"), *function != Function::Union),
                    _ => (String::new(), false),
                };
                made(format!("{word}({})", keys(&parts)), &parts, single)
            }
            Ir::Compare(operator, a, b) => made(format!("({operator:?} {})", keys(&both(a, b))), &both(a, b), true),
            Ir::In(a, b) => made(format!("(in {})", keys(&both(a, b))), &both(a, b), true),
            Ir::Not(_) | Ir::And(_) | Ir::Or(_) | Ir::Is(..) => self.formed(&self.form(ir, names, depth)),
            Ir::Quantifier(Quantity::Count, _, list, body) => {
                let counted = self.any(list, Some((body, false)), names, depth);
                Term { key: format!("count {}", counted.key()), ..self.formed(&counted) }
            }
            Ir::Quantifier(..) => self.formed(&self.form(ir, names, depth)),
        }
    }

    fn formed(&self, form: &Form) -> Term {
        Term { key: form.key(), unsure: form.unsure(), single: true, kinds: KindSet::EMPTY }
    }

    fn access(&self, base: Term, by_kind: &[Accessor; Kind::COUNT], name: &str, depth: usize) -> Term {
        let key = format!("{}.{name}", base.key);
        let mut term = Term { key, unsure: base.unsure, single: base.single, kinds: KindSet::EMPTY };
        let kinds = if base.kinds.is_empty() { KindSet::ALL } else { base.kinds };
        for kind in kinds.iter() {
            let of = match by_kind[kind as usize] {
                Accessor::None => continue,
                Accessor::Attribute(id) => {
                    let info = self.model.schema.info(id);
                    term.unsure |= info.unset.is_none();
                    Type::of(&info.value_type)
                }
                Accessor::Builtin(builtin) => {
                    term.unsure |= builtin == Builtin::Through;
                    Builtin::of(&self.model.schema, kind, name).map_or(Type::Any, |(_, of)| of)
                }
                Accessor::Define(number) => {
                    let define = &self.rules.defines[number as usize];
                    let own = Names { terms: vec![subject(define.owner)], binders: 0 };
                    term.unsure |= depth >= DEEPEST || self.term(&define.value, &own, depth + 1).unsure;
                    define.of.clone()
                }
            };
            let (of, single) = match of {
                Type::List(item) => (*item, false),
                other => (other, true),
            };
            term.single &= single;
            if let Type::Element(kinds) = of {
                term.kinds = term.kinds.with(kinds);
            }
        }
        term
    }
}

/// What a rule or definition is about.
fn subject(kinds: KindSet) -> Term {
    Term { key: "it".to_owned(), unsure: false, single: true, kinds }
}

fn asked(term: Term, probe: &Probe) -> Term {
    Term { key: format!("{} {probe:?}", term.key), ..term }
}

/// The values of a list of constants.
fn constants(list: &Ir) -> Option<Vec<Value>> {
    let Ir::List(items) = list else { return None };
    let value = |item: &Ir| if let Ir::Const(value) = item { Some(value.clone()) } else { None };
    items.iter().map(value).collect()
}

fn mirrored(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        same => same,
    }
}
