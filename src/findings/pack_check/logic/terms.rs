//! Formulas over facts.

use crate::model::{KindSet, Value};
use crate::rules::Test;
use crate::syntax::ast::Operator;

use super::truths::Truths;

/// A condition. What is written differently and means the same has the same form as far as order, negation and `define` go.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Form {
    /// Always the same answer.
    Const(Truths),
    /// What cannot be taken apart.
    Atom(Atom),
    /// `not a`
    Not(Box<Form>),
    /// `a and b`
    And(Vec<Form>),
}

/// What cannot be taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Atom {
    /// A question about a fact.
    Probe(Term, Probe),
    /// Whether an item of a list passes.
    Any {
        /// The list.
        list: Term,
        /// What an item has to pass.
        body: Box<Form>,
    },
    /// Anything else, by its key.
    Opaque(Term),
}

/// A fact, or anything with a value.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Term {
    /// What it is called in every formula of a rule.
    pub(super) key: String,
    /// Whether nobody may have said.
    pub(super) unsure: bool,
    /// Whether it is one value and no list.
    pub(super) single: bool,
    /// What kinds of element it can be, if it is one.
    pub(super) kinds: KindSet,
}

/// What is asked of a fact.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Probe {
    /// Whether it is yes.
    Truth,
    /// How it compares.
    Compare(Operator, Value),
    /// Whether it is one of these.
    In(Vec<Value>),
    /// Whether it is of a kind or type.
    Is(Test),
    /// Whether anybody has said.
    Known,
}

impl Form {
    pub(in super::super) fn not(self) -> Self {
        match self {
            Self::Const(truths) => Self::Const(truths.negated()),
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// `a and b …`, in an order of its own, nested ones opened, each once.
    pub(in super::super) fn and(forms: Vec<Self>) -> Self {
        let mut all: Vec<(String, Self)> = Vec::new();
        for form in forms {
            match form {
                Self::And(inner) => all.extend(inner.into_iter().map(|form| (form.key(), form))),
                Self::Const(truths) if truths == Truths::YES => {}
                other => all.push((other.key(), other)),
            }
        }
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all.dedup_by(|a, b| a.0 == b.0);
        match all.len() {
            0 => Self::Const(Truths::YES),
            1 => all.remove(0).1,
            _ => Self::And(all.into_iter().map(|(_, form)| form).collect()),
        }
    }

    pub(in super::super) fn or(forms: Vec<Self>) -> Self {
        Self::and(forms.into_iter().map(Self::not).collect()).not()
    }

    /// A text that is the same for equal forms only.
    pub(in super::super) fn key(&self) -> String {
        match self {
            Self::Const(truths) => format!("{truths:?}"),
            Self::Not(inner) => format!("not {}", inner.key()),
            Self::And(all) => format!("({})", all.iter().map(Self::key).collect::<Vec<_>>().join(" and ")),
            Self::Atom(Atom::Probe(term, probe)) => format!("{} {probe:?}", term.key),
            Self::Atom(Atom::Any { list, body }) => format!("any {}[{}]", list.key, body.key()),
            Self::Atom(Atom::Opaque(term)) => term.key.clone(),
        }
    }

    /// Whether it can come out undecided.
    pub(in super::super) fn unsure(&self) -> bool {
        match self {
            Self::Const(truths) => truths.meets(Truths::UNKNOWN),
            Self::Not(inner) => inner.unsure(),
            Self::And(all) => all.iter().any(Self::unsure),
            Self::Atom(atom) => atom.unsure(),
        }
    }
}

impl Atom {
    pub(super) fn unsure(&self) -> bool {
        match self {
            Self::Probe(_, Probe::Known) => false,
            Self::Probe(term, _) | Self::Opaque(term) => term.unsure,
            Self::Any { list, body } => list.unsure || body.unsure(),
        }
    }
}
