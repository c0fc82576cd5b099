//! Evaluation in Kleene logic, with what an undecided answer hangs on and, when asked, every fact an answer rests on.

use std::cell::OnceCell;
use std::cmp::Ordering;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::ir::{Accessor, Function, Ir, Test};
use super::ruleset::RuleSet;
use super::value::{Held, Items, Val};
use crate::graph::{Exposures, FlowGraph};
use crate::model::{AttributeId, ElementId, Model};
use crate::syntax::ast::{Operator, Quantity};

/// How many variables an expression can have.
const FRAME: usize = 16;

/// A fact that nobody has stated and that an answer needs.
pub type Need = (ElementId, AttributeId);

/// Yes, no, or nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Yes.
    Yes,
    /// No.
    No,
    /// It depends on something unstated.
    Unknown,
}

/// A fact that was read on the way to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactUse {
    /// A stated attribute.
    Stated(ElementId, AttributeId),
    /// An attribute that nobody has stated.
    Unstated(ElementId, AttributeId),
    /// A derived attribute: whose, its name, its value in words.
    Derived(ElementId, String, String),
}

/// Evaluates expressions over one model.
pub struct Evaluator<'m> {
    /// The model.
    pub model: &'m Model,
    /// Where attackers get at its elements.
    pub exposures: &'m Exposures,
    rules: &'m RuleSet,
    graph: OnceCell<FlowGraph>,
    variables: Vec<Val<'m>>,
    /// Where the variables of the expression being evaluated begin: a definition has its own.
    frame: usize,
    needs: Vec<Need>,
    /// Facts read, while an explanation is wanted.
    uses: Option<Vec<FactUse>>,
    /// Whether a quantifier that one item decides looks for the others that do, so that the facts do not depend on their order.
    thorough: bool,
    /// Answers of yes-or-no definitions: 0 not asked, 1 no, 2 yes, 3 unknown.
    answers: Vec<Vec<u8>>,
}

impl<'m> Evaluator<'m> {
    /// An evaluator that has computed nothing yet.
    pub fn new(model: &'m Model, exposures: &'m Exposures, rules: &'m RuleSet) -> Self {
        Self {
            model,
            exposures,
            rules,
            graph: OnceCell::new(),
            variables: vec![Val::Unknown; FRAME],
            frame: 0,
            needs: Vec::new(),
            uses: None,
            thorough: false,
            answers: vec![Vec::new(); rules.defines.len()],
        }
    }

    /// The answer to a condition about an element, and what an undecided one hangs on.
    pub fn ask(&mut self, condition: &Ir, subject: ElementId) -> (Truth, &[Need]) {
        self.needs.clear();
        self.variables[0] = Val::Element(subject);
        let truth = self.truth(condition);
        (truth, &self.needs)
    }

    /// The answer to a condition, with every fact it rests on.
    pub fn explain(&mut self, condition: &Ir, subject: ElementId) -> (Truth, Vec<FactUse>) {
        self.uses = Some(Vec::new());
        self.needs.clear();
        self.variables[0] = Val::Element(subject);
        let truth = self.truth(condition);
        let mut distinct: Vec<FactUse> = Vec::new();
        for fact in self.uses.take().unwrap_or_default() {
            if !distinct.contains(&fact) {
                distinct.push(fact);
            }
        }
        (truth, distinct)
    }

    /// As [`explain`](Self::explain), with the facts of every item that decides a quantifier and not only of the first: the same
    /// facts, whatever the order of declaration.
    pub fn explain_thoroughly(&mut self, condition: &Ir, subject: ElementId) -> (Truth, Vec<FactUse>) {
        self.thorough = true;
        let answer = self.explain(condition, subject);
        self.thorough = false;
        answer
    }

    /// The value of an expression about an element.
    pub fn value_for(&mut self, expression: &Ir, subject: ElementId) -> Val<'m> {
        self.needs.clear();
        self.variables[0] = Val::Element(subject);
        self.eval(expression)
    }

    /// The flow graph, built when first asked for.
    pub fn graph(&self) -> &FlowGraph {
        self.graph.get_or_init(|| FlowGraph::new(self.model))
    }

    fn truth(&mut self, ir: &Ir) -> Truth {
        match self.eval(ir) {
            Val::Bool(true) => Truth::Yes,
            Val::Bool(false) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    fn of_truth(truth: Truth) -> Val<'m> {
        match truth {
            Truth::Yes => Val::Bool(true),
            Truth::No => Val::Bool(false),
            Truth::Unknown => Val::Unknown,
        }
    }

    fn eval(&mut self, ir: &Ir) -> Val<'m> {
        match ir {
            Ir::Const(value) => self.constant(value),
            Ir::Unknown => Val::Unknown,
            Ir::Var(slot) => self.variables[self.frame + *slot as usize].clone(),
            Ir::Access(base, accessors) => {
                if let Ir::Var(slot) = **base
                    && let Val::Element(id) = self.variables[self.frame + slot as usize]
                {
                    return self.access_one(id, &accessors.by_kind, &accessors.name);
                }
                let base = self.eval(base);
                self.access(base, &accessors.by_kind, &accessors.name)
            }
            Ir::Not(inner) => match self.truth(inner) {
                Truth::Yes => Val::Bool(false),
                Truth::No => Val::Bool(true),
                Truth::Unknown => Val::Unknown,
            },
            Ir::And(operands) => self.connective(operands, Truth::No),
            Ir::Or(operands) => self.connective(operands, Truth::Yes),
            Ir::Compare(operator, left, right) => {
                let (left, right) = (self.eval(left), self.eval(right));
                compare(*operator, &left, &right)
            }
            Ir::In(item, list) => match &**list {
                Ir::List(options) => {
                    let item = self.eval(item);
                    self.is_among(&item, options)
                }
                list => {
                    let (item, list) = (self.eval(item), self.eval(list));
                    contains(&item, &list)
                }
            },
            Ir::Is(item, test) => match self.eval(item) {
                Val::Element(id) => Val::Bool(self.passes(id, *test)),
                Val::Type(of) => Val::Bool(matches!(test, Test::Type(ancestor) if self.model.is_a(of, *ancestor))),
                _ => Val::Unknown,
            },
            Ir::Quantifier(which, slot, list, condition) => self.quantify(*which, *slot, list, condition),
            Ir::List(items) => {
                let values: Vec<Val<'m>> = items.iter().map(|item| self.eval(item)).collect();
                let partial = values.iter().any(|value| matches!(value, Val::Unknown));
                let known = values.into_iter().filter(|value| !matches!(value, Val::Unknown)).collect();
                Val::Items(Items { values: Held::Own(known), partial })
            }
            Ir::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    /// Whether a value is one of those that are written out: no list is made for it.
    fn is_among(&mut self, item: &Val<'m>, options: &[Ir]) -> Val<'m> {
        let mut partial = false;
        for option in options {
            match self.eval(option) {
                Val::Unknown => partial = true,
                option if item.same(&option) => return Val::Bool(true),
                _ => {}
            }
        }
        let undecided = partial || (matches!(item, Val::Unknown) && !options.is_empty());
        if undecided { Val::Unknown } else { Val::Bool(false) }
    }

    fn constant(&self, value: &crate::model::Value) -> Val<'m> {
        use crate::model::Value;
        match value {
            Value::Bool(value) => Val::Bool(*value),
            Value::Int(value) => Val::Int(*value),
            Value::Text(text) => Val::Made(text.to_string()),
            Value::Date(date) => Val::Date(*date),
            Value::Symbol(set, at) => Val::Symbol(*set, *at),
            Value::Element(id) => Val::Element(*id),
            Value::Type(id) => Val::Type(*id),
            Value::List(_) => Val::Unknown,
        }
    }

    fn passes(&self, id: ElementId, test: Test) -> bool {
        let element = self.model.element(id);
        match test {
            Test::Kind(kinds) => kinds.contains(element.kind),
            Test::Type(ancestor) => element.type_id.is_some_and(|of| self.model.is_a(of, ancestor)),
        }
    }

    /// `and` is decided by a no, `or` by a yes; then only that operand's facts matter.
    fn connective(&mut self, operands: &[Ir], deciding: Truth) -> Val<'m> {
        let needs = self.needs.len();
        let uses = self.uses.as_ref().map_or(0, Vec::len);
        let mut undecided = false;
        for operand in operands {
            let before = self.uses.as_ref().map_or(0, Vec::len);
            let truth = self.truth(operand);
            if truth == deciding {
                self.needs.truncate(needs);
                if let Some(facts) = &mut self.uses {
                    facts.drain(uses..before);
                }
                return Self::of_truth(deciding);
            }
            undecided |= truth == Truth::Unknown;
        }
        if undecided {
            return Val::Unknown;
        }
        self.needs.truncate(needs);
        Val::Bool(deciding == Truth::No)
    }

    fn access(&mut self, base: Val<'m>, by_kind: &[Accessor], name: &str) -> Val<'m> {
        match base {
            Val::Element(id) => self.access_one(id, by_kind, name),
            Val::Items(items) => {
                let mut values: Vec<Val<'m>> = Vec::new();
                let mut partial = items.partial;
                for index in 0..items.len() {
                    match self.access(items.at(index), by_kind, name) {
                        Val::Unknown => partial = true,
                        Val::Items(inner) => {
                            partial |= inner.partial;
                            values.extend(inner.iter());
                        }
                        value => values.push(value),
                    }
                }
                Val::Items(Items { values: Held::Own(with_new(Vec::new(), values)), partial })
            }
            _ => Val::Unknown,
        }
    }

    fn access_one(&mut self, id: ElementId, by_kind: &[Accessor], name: &str) -> Val<'m> {
        match by_kind[self.model.element(id).kind as usize] {
            Accessor::None => Val::Unknown,
            Accessor::Attribute(attribute) => self.attribute(id, attribute),
            Accessor::Builtin(builtin) => {
                let value = builtin.value(self.model, self.exposures, id);
                if self.uses.is_some() {
                    let words = super::template::words(self.model, &value);
                    self.note(FactUse::Derived(id, name.to_owned(), words));
                }
                value
            }
            Accessor::Define(number) => self.define(id, number),
        }
    }

    fn attribute(&mut self, id: ElementId, attribute: AttributeId) -> Val<'m> {
        match self.model.known(id, attribute) {
            Some(known) => {
                self.note(FactUse::Stated(id, attribute));
                Val::of(&known.fact.value)
            }
            None => {
                self.note(FactUse::Unstated(id, attribute));
                if let Some(value) = self.model.schema.info(attribute).unset {
                    return Val::Bool(value);
                }
                self.needs.push((id, attribute));
                Val::Unknown
            }
        }
    }

    fn note(&mut self, fact: FactUse) {
        if let Some(facts) = &mut self.uses {
            facts.push(fact);
        }
    }

    fn define(&mut self, id: ElementId, number: u16) -> Val<'m> {
        let rules = self.rules;
        let define = &rules.defines[number as usize];
        let explaining = self.uses.is_some();
        if !explaining {
            match self.answers[number as usize].get(id.index()) {
                Some(1) => return Val::Bool(false),
                Some(2) => return Val::Bool(true),
                _ => {}
            }
        }
        self.frame += FRAME;
        if self.variables.len() < self.frame + FRAME {
            self.variables.resize(self.frame + FRAME, Val::Unknown);
        }
        self.variables[self.frame] = Val::Element(id);
        let needs = self.needs.len();
        let value = self.eval(&define.value);
        self.frame -= FRAME;
        if matches!(value, Val::Bool(_)) {
            // what is decided hangs on nothing, be it asked for the first time or remembered
            self.needs.truncate(needs);
        }
        if let (Val::Bool(answer), false) = (&value, explaining) {
            let answers = &mut self.answers[number as usize];
            if answers.is_empty() {
                answers.resize(self.model.elements.len(), 0);
            }
            answers[id.index()] = if *answer { 2 } else { 1 };
        }
        value
    }

    fn quantify(&mut self, which: Quantity, slot: u8, list: &Ir, condition: &Ir) -> Val<'m> {
        let needs = self.needs.len();
        let Val::Items(items) = self.eval(list) else { return Val::Unknown };
        let deciding = match which {
            Quantity::Any => Some(Truth::Yes),
            Quantity::All => Some(Truth::No),
            Quantity::Count | Quantity::Each => None,
        };
        let list_uses = self.uses.as_ref().map_or(0, Vec::len);
        let mut undecided = items.partial;
        let mut chosen: Vec<Val<'m>> = Vec::new();
        let mut decisive: Vec<FactUse> = Vec::new();
        let mut decided = false;
        for index in 0..items.len() {
            let before = self.uses.as_ref().map_or(0, Vec::len);
            self.variables[self.frame + slot as usize] = items.at(index);
            let truth = self.truth(condition);
            if let (true, Some(facts)) = (self.thorough && Some(truth) == deciding, &mut self.uses) {
                decisive.extend(facts.drain(before..));
                decided = true;
                continue;
            }
            if Some(truth) == deciding {
                self.needs.truncate(needs);
                if let Some(facts) = &mut self.uses {
                    facts.drain(list_uses..before);
                }
                return Self::of_truth(truth);
            }
            undecided |= truth == Truth::Unknown;
            if deciding.is_none() && truth == Truth::Yes {
                chosen.push(items.at(index));
            }
        }
        if which == Quantity::Each {
            return Val::Items(Items { values: Held::Own(chosen), partial: undecided });
        }
        if let (true, Some(truth)) = (decided, deciding) {
            self.needs.truncate(needs);
            if let Some(facts) = &mut self.uses {
                facts.truncate(list_uses);
                facts.append(&mut decisive);
            }
            return Self::of_truth(truth);
        }
        if undecided {
            return Val::Unknown;
        }
        self.needs.truncate(needs);
        match which {
            Quantity::Any => Val::Bool(false),
            Quantity::All => Val::Bool(true),
            Quantity::Count | Quantity::Each => Val::Int(chosen.len() as i64),
        }
    }

    fn call(&mut self, function: Function, arguments: &[Ir]) -> Val<'m> {
        let needs = self.needs.len();
        let values: Vec<Val<'m>> = arguments.iter().map(|argument| self.eval(argument)).collect();
        match (function, &values[..]) {
            (Function::Known, [value]) => {
                self.needs.truncate(needs);
                let known = match value {
                    Val::Unknown => false,
                    Val::Items(items) => !items.partial,
                    _ => true,
                };
                Val::Bool(known)
            }
            (Function::Count, [Val::Items(items)]) if !items.partial => Val::Int(items.len() as i64),
            (Function::Empty, [Val::Items(items)]) if !items.is_empty() => {
                self.needs.truncate(needs);
                Val::Bool(false)
            }
            (Function::Empty, [Val::Items(items)]) if !items.partial => Val::Bool(true),
            (Function::Max, [Val::Items(items)]) => extreme(items, Ordering::Greater),
            (Function::Min, [Val::Items(items)]) => extreme(items, Ordering::Less),
            (Function::Union, [Val::Items(one), Val::Items(other)]) => {
                let values = with_new(one.iter().collect(), other.iter());
                Val::Items(Items { values: Held::Own(values), partial: one.partial || other.partial })
            }
            (Function::Intersects, [Val::Items(one), Val::Items(other)]) => {
                if one.iter().any(|a| other.iter().any(|b| a.same(&b))) {
                    Val::Bool(true)
                } else if one.partial || other.partial {
                    Val::Unknown
                } else {
                    Val::Bool(false)
                }
            }
            (Function::Reaches, [Val::Element(from), Val::Element(to)]) => {
                Val::Bool(self.graph().reaches(self.model, *from, *to))
            }
            (Function::Inside, [Val::Element(id), Val::Element(boundary)]) => {
                Val::Bool(self.model.relations.boundaries_of(*id).contains(boundary))
            }
            _ => Val::Unknown,
        }
    }
}

/// A list and what others add to it, each of these once. Elements, of which there may be many, are looked up in a set.
fn with_new<'m>(mut list: Vec<Val<'m>>, others: impl IntoIterator<Item = Val<'m>>) -> Vec<Val<'m>> {
    let element = |value: &Val<'m>| if let Val::Element(id) = value { Some(*id) } else { None };
    let mut elements: IndexSet<ElementId, FxBuildHasher> = list.iter().filter_map(element).collect();
    for value in others {
        let new = match element(&value) {
            Some(id) => elements.insert(id),
            None => !list.iter().any(|known| known.same(&value)),
        };
        if new {
            list.push(value);
        }
    }
    list
}

fn compare<'m>(operator: Operator, left: &Val<'m>, right: &Val<'m>) -> Val<'m> {
    let partial = |value: &Val<'_>| matches!(value, Val::Items(items) if items.partial);
    if matches!(left, Val::Unknown) || matches!(right, Val::Unknown) || partial(left) || partial(right) {
        return Val::Unknown;
    }
    match operator {
        Operator::Equal => return Val::Bool(left.same(right)),
        Operator::NotEqual => return Val::Bool(!left.same(right)),
        _ => {}
    }
    let Some(order) = left.order(right) else { return Val::Unknown };
    Val::Bool(match operator {
        Operator::Less => order == Ordering::Less,
        Operator::LessOrEqual => order != Ordering::Greater,
        Operator::Greater => order == Ordering::Greater,
        _ => order != Ordering::Less,
    })
}

fn contains<'m>(item: &Val<'m>, list: &Val<'m>) -> Val<'m> {
    let Val::Items(items) = list else { return Val::Unknown };
    if items.is_empty() && !items.partial {
        return Val::Bool(false);
    }
    if matches!(item, Val::Unknown) {
        return Val::Unknown;
    }
    if items.iter().any(|known| known.same(item)) {
        return Val::Bool(true);
    }
    if items.partial { Val::Unknown } else { Val::Bool(false) }
}

fn extreme<'m>(items: &Items<'m>, wanted: Ordering) -> Val<'m> {
    let mut best: Option<Val<'m>> = None;
    for value in items.iter() {
        let better = best.as_ref().is_none_or(|best| value.order(best) == Some(wanted));
        if better {
            best = Some(value);
        }
    }
    best.unwrap_or(Val::Unknown)
}
