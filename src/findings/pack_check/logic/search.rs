//! The search for values that make conditions come out as wanted.

use crate::model::{Kind, Model, TypeId, Value};
use crate::rules::{Test, Truth};
use crate::syntax::ast::Operator;

use super::terms::{Atom, Form, Probe, Term};
use super::truths::Truths;

/// Searches longer than this end without an answer, and the condition counts as possible.
const LONGEST: usize = 20_000;

/// Whether facts can be such that every condition comes out as one of the answers that go with it.
pub(in super::super) fn possible(model: &Model, wanted: &[(&Form, Truths)]) -> bool {
    let mut table = Table::default();
    let wanted: Vec<(Node, Truths)> = wanted.iter().map(|(form, answers)| (table.node(form), *answers)).collect();
    for variable in &mut table.variables {
        variable.fill(model);
    }
    let mut search = Search { model, table: &table, wanted: &wanted, chosen: vec![None; table.variables.len()], steps: 0 };
    search.run(0)
}

/// A formula over numbered variables.
enum Node {
    Const(Truths),
    Atom { variable: usize, probe: usize },
    Not(Box<Node>),
    And(Vec<Node>),
}

/// A fact, or a condition nobody looks into, with what is asked of it.
struct Variable {
    what: What,
    /// The values it can have, each by its answers to the probes.
    values: Vec<Vec<Truth>>,
    /// All answers to each probe.
    answers: Vec<Truths>,
}

enum What {
    Fact { term: Term, kind: bool, probes: Vec<Probe> },
    Any { list: String, body: Form, unsure: bool },
    Opaque { key: String, unsure: bool },
}

#[derive(Default)]
struct Table {
    variables: Vec<Variable>,
}

impl Table {
    fn node(&mut self, form: &Form) -> Node {
        match form {
            Form::Const(truths) => Node::Const(*truths),
            Form::Not(inner) => Node::Not(Box::new(self.node(inner))),
            Form::And(all) => Node::And(all.iter().map(|form| self.node(form)).collect()),
            Form::Atom(atom) => self.atom(atom),
        }
    }

    fn atom(&mut self, atom: &Atom) -> Node {
        let found = self.variables.iter_mut().enumerate().find_map(|(at, variable)| Some((at, variable.what.probe(atom)?)));
        let (variable, probe) = found.unwrap_or_else(|| {
            self.variables.push(Variable { what: What::of(atom), values: Vec::new(), answers: Vec::new() });
            (self.variables.len() - 1, 0)
        });
        Node::Atom { variable, probe }
    }
}

impl What {
    fn of(atom: &Atom) -> Self {
        match atom {
            Atom::Probe(term, probe) => {
                Self::Fact { term: term.clone(), kind: matches!(probe, Probe::Is(_)), probes: vec![probe.clone()] }
            }
            Atom::Any { list, body } => Self::Any { list: list.key.clone(), body: (**body).clone(), unsure: atom.unsure() },
            Atom::Opaque(term) => Self::Opaque { key: term.key.clone(), unsure: term.unsure },
        }
    }

    /// The number of the probe an atom is, if it asks about the same; noted where it is new.
    fn probe(&mut self, atom: &Atom) -> Option<usize> {
        match (self, atom) {
            (Self::Fact { term, kind, probes }, Atom::Probe(asked, probe))
                if term.key == asked.key && *kind == matches!(probe, Probe::Is(_)) =>
            {
                term.unsure |= asked.unsure;
                Some(probes.iter().position(|known| known == probe).unwrap_or_else(|| {
                    probes.push(probe.clone());
                    probes.len() - 1
                }))
            }
            (Self::Any { list, body, .. }, Atom::Any { list: asked, body: other }) if *list == asked.key && *body == **other => {
                Some(0)
            }
            (Self::Opaque { key, .. }, Atom::Opaque(asked)) if *key == asked.key => Some(0),
            _ => None,
        }
    }
}

impl Variable {
    fn fill(&mut self, model: &Model) {
        let plain = |unsure: bool| {
            let all = [Truth::Yes, Truth::No, Truth::Unknown];
            all[..if unsure { 3 } else { 2 }].iter().map(|truth| vec![*truth]).collect()
        };
        self.values = match &self.what {
            What::Any { unsure, .. } | What::Opaque { unsure, .. } => plain(*unsure),
            What::Fact { term, kind, probes } => {
                let mut values: Vec<Vec<Truth>> = Vec::new();
                let mut add = |answers: Vec<Truth>| {
                    if !values.contains(&answers) {
                        values.push(answers);
                    }
                };
                if *kind {
                    candidates(model, term).into_iter().for_each(|(kind, of)| {
                        add(probes.iter().map(|probe| is(model, probe, kind, of)).collect());
                    });
                } else {
                    samples(model, probes).iter().for_each(|sample| add(probes.iter().map(|probe| ask(probe, sample)).collect()));
                }
                if term.unsure {
                    let known = |probe: &Probe| if *probe == Probe::Known { Truth::No } else { Truth::Unknown };
                    add(probes.iter().map(known).collect());
                }
                values
            }
        };
        let probes = self.values.first().map_or(0, Vec::len);
        let all = |probe: usize| self.values.iter().fold(Truths::NONE, |set, value| set.or(Truths::of(value[probe])));
        self.answers = (0..probes).map(all).collect();
    }
}

/// What an element can be: every kind it may have, without a type and with each.
fn candidates(model: &Model, term: &Term) -> Vec<(Kind, Option<TypeId>)> {
    let may_be = |kind: Kind| term.kinds.is_empty() || term.kinds.contains(kind);
    let bare = Kind::ALL.iter().filter(|kind| may_be(**kind)).map(|kind| (*kind, None));
    let typed = model.types.iter().enumerate().map(|(at, of)| (of.kind, Some(TypeId::at(at))));
    bare.chain(typed.filter(|(kind, _)| may_be(*kind))).collect()
}

fn is(model: &Model, probe: &Probe, kind: Kind, of: Option<TypeId>) -> Truth {
    let passes = match probe {
        Probe::Is(Test::Kind(kinds)) => kinds.contains(kind),
        Probe::Is(Test::Type(ancestor)) => of.is_some_and(|of| model.is_a(of, *ancestor)),
        _ => true,
    };
    if passes { Truth::Yes } else { Truth::No }
}

/// A value as the probes can tell it from others.
#[derive(Debug, Clone, PartialEq)]
enum Sample {
    /// This one.
    Value(Value),
    /// A number or day between, before or after those that are compared with: its place among them, the odd ones being theirs.
    Place(usize, Vec<Value>),
    /// None of those that are named.
    Other,
}

/// Enough values of a fact that every combination of answers is among theirs.
fn samples(model: &Model, probes: &[Probe]) -> Vec<Sample> {
    let mut named: Vec<Value> = Vec::new();
    let mut truth = false;
    for probe in probes {
        let values = match probe {
            Probe::Compare(_, value) => std::slice::from_ref(value),
            Probe::In(values) => values,
            Probe::Truth => {
                truth = true;
                continue;
            }
            Probe::Is(_) | Probe::Known => continue,
        };
        named.extend(values.iter().filter(|value| !named.contains(value)).cloned().collect::<Vec<_>>());
    }
    if truth {
        return [true, false].map(|value| Sample::Value(Value::Bool(value))).to_vec();
    }
    match named.first() {
        Some(Value::Symbol(set, _)) => {
            let all = 0..model.schema.set(*set).values.len() as u16;
            all.map(|at| Sample::Value(Value::Symbol(*set, at))).collect()
        }
        Some(Value::Int(_) | Value::Date(_)) => {
            named.sort_by(|a, b| order(a, b).unwrap_or(std::cmp::Ordering::Equal));
            (0..=2 * named.len()).map(|place| Sample::Place(place, named.clone())).collect()
        }
        _ => named.into_iter().map(Sample::Value).chain([Sample::Other]).collect(),
    }
}

fn order(a: &Value, b: &Value) -> Option<std::cmp::Ordering> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Symbol(_, a), Value::Symbol(_, b)) => Some(a.cmp(b)),
        _ => None,
    }
}

fn ask(probe: &Probe, sample: &Sample) -> Truth {
    let holds = match probe {
        Probe::Known => true,
        Probe::Truth => *sample == Sample::Value(Value::Bool(true)),
        Probe::In(values) => values.iter().any(|value| is_at(sample, value) == Some(std::cmp::Ordering::Equal)),
        Probe::Is(_) => true,
        Probe::Compare(operator, value) => {
            let order = is_at(sample, value);
            match operator {
                Operator::Equal => order == Some(std::cmp::Ordering::Equal),
                Operator::NotEqual => order != Some(std::cmp::Ordering::Equal),
                _ => match order {
                    None => return Truth::Unknown,
                    Some(order) => match operator {
                        Operator::Less => order.is_lt(),
                        Operator::LessOrEqual => order.is_le(),
                        Operator::Greater => order.is_gt(),
                        _ => order.is_ge(),
                    },
                },
            }
        }
    };
    if holds { Truth::Yes } else { Truth::No }
}

/// How a sample stands to a value; nothing where they are different and have no order.
fn is_at(sample: &Sample, value: &Value) -> Option<std::cmp::Ordering> {
    match sample {
        Sample::Value(own) if own == value => Some(std::cmp::Ordering::Equal),
        Sample::Value(own) => order(own, value),
        Sample::Place(place, named) => {
            let at = named.iter().position(|known| known == value)?;
            Some(place.cmp(&(2 * at + 1)))
        }
        Sample::Other => None,
    }
}

struct Search<'a> {
    model: &'a Model,
    table: &'a Table,
    wanted: &'a [(Node, Truths)],
    chosen: Vec<Option<usize>>,
    steps: usize,
}

impl Search<'_> {
    /// Whether the variables from `next` on can be chosen.
    fn run(&mut self, next: usize) -> bool {
        self.steps += 1;
        if self.steps > LONGEST {
            return true;
        }
        let mut settled = true;
        for (node, answers) in self.wanted {
            let now = self.answers(node);
            if !now.meets(*answers) {
                return false;
            }
            settled &= now.is_within(*answers);
        }
        if !self.lists_agree() {
            return false;
        }
        let Some(variable) = self.table.variables.get(next).filter(|_| !settled) else { return settled };
        for value in 0..variable.values.len() {
            self.chosen[next] = Some(value);
            if self.run(next + 1) {
                return true;
            }
        }
        self.chosen[next] = None;
        false
    }

    /// The answers a formula can still have.
    fn answers(&self, node: &Node) -> Truths {
        match node {
            Node::Const(truths) => *truths,
            Node::Not(inner) => self.answers(inner).negated(),
            Node::And(all) => all.iter().fold(Truths::YES, |so_far, node| so_far.and(self.answers(node))),
            Node::Atom { variable, probe } => match self.chosen[*variable] {
                Some(value) => Truths::of(self.table.variables[*variable].values[value][*probe]),
                None => self.table.variables[*variable].answers[*probe],
            },
        }
    }

    /// An item that passes one condition on a list fails those that no item passes.
    fn lists_agree(&self) -> bool {
        let chosen = |answer: Truth| {
            self.table.variables.iter().zip(&self.chosen).filter_map(move |(variable, value)| match &variable.what {
                What::Any { list, body, .. } if value.is_some_and(|value| variable.values[value][0] == answer) => {
                    Some((list, body))
                }
                _ => None,
            })
        };
        chosen(Truth::Yes).all(|(list, body)| {
            let refused = chosen(Truth::No).filter(|(other, _)| *other == list).map(|(_, body)| (body, Truths::NO));
            let wanted: Vec<(&Form, Truths)> = std::iter::once((body, Truths::YES)).chain(refused).collect();
            possible(self.model, &wanted)
        })
    }
}
