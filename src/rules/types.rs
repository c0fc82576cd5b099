//! Static types of expressions.

use crate::model::{KindSet, Schema, SetId, ValueType};
use crate::words::tick;

/// What an expression can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// `yes`, `no` or unknown.
    Bool,
    /// A number.
    Int,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A value of an `enum` or `scale`.
    Set(SetId),
    /// An element of one of these kinds.
    Element(KindSet),
    /// A type.
    TypeRef,
    /// Several.
    List(Box<Type>),
    /// Anything: `unknown`, an empty list's items, or what an error was already reported for.
    Any,
}

impl Type {
    /// The type of an attribute's values.
    pub fn of(value: &ValueType) -> Self {
        match value {
            ValueType::Bool => Self::Bool,
            ValueType::Int => Self::Int,
            ValueType::Text | ValueType::Path => Self::Text,
            ValueType::Date => Self::Date,
            ValueType::Set(set) => Self::Set(*set),
            ValueType::Element(kinds) => Self::Element(*kinds),
            ValueType::TypeOf(_) => Self::TypeRef,
            ValueType::List(item) => Self::List(Box::new(Self::of(item))),
        }
    }

    /// A list of elements.
    pub(super) fn elements(kinds: KindSet) -> Self {
        Self::List(Box::new(Self::Element(kinds)))
    }

    /// The type without the list around it.
    pub(super) fn item(&self) -> &Self {
        match self {
            Self::List(item) => item,
            other => other,
        }
    }

    /// Whether a value of one type can equal a value of the other.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => true,
            (Self::Element(a), Self::Element(b)) => !a.intersection(*b).is_empty(),
            (Self::List(a), Self::List(b)) => a.meets(b),
            (a, b) => a == b,
        }
    }

    /// For messages.
    pub(super) fn describe(&self, schema: &Schema) -> String {
        match self {
            Self::Bool => "yes or no".to_owned(),
            Self::Int => "a number".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Date => "a date".to_owned(),
            Self::Set(set) => format!("a value of {}", tick(&schema.set(*set).name)),
            Self::Element(kinds) => kinds.describe(),
            Self::TypeRef => "a type".to_owned(),
            Self::List(item) => format!("a list ({})", item.describe(schema)),
            Self::Any => "anything".to_owned(),
        }
    }
}
