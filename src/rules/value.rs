//! Values at run time.

use crate::model::{ElementId, SetId, TypeId, Value};
use crate::syntax::ast::Date;

/// What an expression is for one element.
#[derive(Debug, Clone)]
pub enum Val<'m> {
    /// Nobody has said.
    Unknown,
    /// `yes` or `no`.
    Bool(bool),
    /// A number.
    Int(i64),
    /// A text.
    Text(&'m str),
    /// A text made for the occasion.
    Made(String),
    /// A day.
    Date(Date),
    /// A value of an `enum` or `scale`.
    Symbol(SetId, u16),
    /// An element.
    Element(ElementId),
    /// A type.
    Type(TypeId),
    /// Several.
    Items(Items<'m>),
}

/// Several values, perhaps not all of them known.
#[derive(Debug, Clone)]
pub struct Items<'m> {
    /// The known ones.
    pub values: Held<'m>,
    /// Whether there may be more.
    pub partial: bool,
}

/// Where the items are kept.
#[derive(Debug, Clone)]
pub enum Held<'m> {
    /// In a fact.
    Values(&'m [Value]),
    /// In the model's structure.
    Elements(&'m [ElementId]),
    /// The first one or two of a pair, or none.
    Pair([ElementId; 2], u8),
    /// Made for the occasion.
    Own(Vec<Val<'m>>),
}

impl<'m> Items<'m> {
    /// All of these, and no more.
    pub fn complete(values: Held<'m>) -> Self {
        Self { values, partial: false }
    }

    /// How many are known.
    pub fn len(&self) -> usize {
        match &self.values {
            Held::Values(values) => values.len(),
            Held::Elements(elements) => elements.len(),
            Held::Pair(_, count) => *count as usize,
            Held::Own(own) => own.len(),
        }
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a position below [`len`](Self::len).
    pub fn at(&self, index: usize) -> Val<'m> {
        match &self.values {
            Held::Values(values) => Val::of(&values[index]),
            Held::Elements(elements) => Val::Element(elements[index]),
            Held::Pair(elements, _) => Val::Element(elements[index]),
            Held::Own(own) => own[index].clone(),
        }
    }

    /// The known items.
    pub fn iter(&self) -> impl Iterator<Item = Val<'m>> + '_ {
        (0..self.len()).map(|index| self.at(index))
    }
}

impl<'m> Val<'m> {
    /// A stored value.
    pub fn of(value: &'m Value) -> Self {
        match value {
            Value::Bool(value) => Self::Bool(*value),
            Value::Int(value) => Self::Int(*value),
            Value::Text(value) => Self::Text(value),
            Value::Date(value) => Self::Date(*value),
            Value::Symbol(set, at) => Self::Symbol(*set, *at),
            Value::Element(id) => Self::Element(*id),
            Value::Type(id) => Self::Type(*id),
            Value::List(values) => Self::Items(Items::complete(Held::Values(values))),
        }
    }

    /// One element, or none.
    pub fn at_most_one(id: Option<ElementId>) -> Self {
        let count = u8::from(id.is_some());
        Self::Items(Items::complete(Held::Pair([id.unwrap_or(ElementId::at(0)); 2], count)))
    }

    /// Elements made for the occasion.
    pub fn elements(ids: impl IntoIterator<Item = ElementId>) -> Self {
        Self::Items(Items::complete(Held::Own(ids.into_iter().map(Val::Element).collect())))
    }

    /// Whether two known values are the same.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Date(a), Self::Date(b)) => a == b,
            // two sets may list the same words: only the same set is comparable, and the checker sees to that
            (Self::Symbol(_, a), Self::Symbol(_, b)) => a == b,
            (Self::Element(a), Self::Element(b)) => a == b,
            (Self::Type(a), Self::Type(b)) => a == b,
            (Self::Items(a), Self::Items(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.same(&b)),
            _ => match (self.text(), other.text()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Made(text) => Some(text),
            _ => None,
        }
    }

    /// The order of two known values, where they have one.
    pub fn order(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(b)),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Symbol(_, a), Self::Symbol(_, b)) => Some(a.cmp(b)),
            _ => None,
        }
    }
}
