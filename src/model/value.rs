//! Values of attributes, and the types they are declared with.

use std::sync::Arc;

use ecow::EcoString;

use super::ids::{ElementId, SetId, TypeId};
use super::kind::KindSet;
use crate::syntax::ast::Date;

/// What an attribute says. What it does not say is no value at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `yes` or `no`.
    Bool(bool),
    /// A number.
    Int(i64),
    /// A text.
    Text(EcoString),
    /// A day.
    Date(Date),
    /// A value of an `enum` or `scale`, by its position.
    Symbol(SetId, u16),
    /// A reference.
    Element(ElementId),
    /// A reference to a type.
    Type(TypeId),
    /// Several.
    List(Box<[Value]>),
}

/// What values an attribute takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueType {
    /// `bool`
    Bool,
    /// `int`
    Int,
    /// `text`
    Text,
    /// `date`
    Date,
    /// `path`
    Path,
    /// An `enum`, a `scale` or `one of …`
    Set(SetId),
    /// A reference to an element of one of these kinds.
    Element(KindSet),
    /// A reference to a type of one of these kinds.
    TypeOf(KindSet),
    /// `list of …`; shared, because it is copied for every value that is read.
    List(Arc<ValueType>),
}

/// The values of an `enum` or `scale`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueSet {
    /// Its name; for `one of …` the attribute's.
    pub name: EcoString,
    /// Whether the values have an order (a `scale`), lowest first.
    pub ordered: bool,
    /// Names and titles.
    pub values: Vec<(EcoString, Option<EcoString>)>,
}

impl ValueSet {
    /// The position of a value.
    pub fn position(&self, name: &str) -> Option<u16> {
        self.values.iter().position(|(value, _)| value == name).map(|at| at as u16)
    }

    /// The name of the value at a position.
    pub fn name_at(&self, position: u16) -> &str {
        &self.values[position as usize].0
    }

    /// What texts call the value at a position.
    pub fn title_at(&self, position: u16) -> &str {
        let (name, title) = &self.values[position as usize];
        title.as_ref().unwrap_or(name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(name, _)| name.as_str())
    }
}
