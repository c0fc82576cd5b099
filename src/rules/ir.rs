//! The closed form of expressions: every name is an id, every function is known.

use ecow::EcoString;

use super::builtin::Builtin;
use crate::model::{AttributeId, Kind, KindSet, TypeId, Value};
use crate::syntax::ast::{Operator, Quantity};

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Ir {
    /// A literal or a reference to a declared element.
    Const(Value),
    /// `unknown`
    Unknown,
    /// The element a `for` or a quantifier stands at.
    Var(u8),
    /// An attribute of an element, or of every element of a list.
    Access(Box<Ir>, Box<Accessors>),
    /// `not a`
    Not(Box<Ir>),
    /// `a and b`
    And(Vec<Ir>),
    /// `a or b`
    Or(Vec<Ir>),
    /// `a == b`
    Compare(Operator, Box<Ir>, Box<Ir>),
    /// `a in b`
    In(Box<Ir>, Box<Ir>),
    /// `a is T`
    Is(Box<Ir>, Test),
    /// `any x in xs where (…)`
    Quantifier(Quantity, u8, Box<Ir>, Box<Ir>),
    /// `[a, b]`
    List(Vec<Ir>),
    /// `f(a, b)`
    Call(Function, Vec<Ir>),
}

/// What a name means for each kind of element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accessors {
    /// The name, for explanations.
    pub name: EcoString,
    /// By kind.
    pub by_kind: [Accessor; Kind::COUNT],
}

/// How one kind of element answers to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accessor {
    /// Not at all.
    None,
    /// By a declared attribute.
    Attribute(AttributeId),
    /// By its place in the model.
    Builtin(Builtin),
    /// By a definition, by number.
    Define(u16),
}

/// What `is` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// Of one of these kinds.
    Kind(KindSet),
    /// Of this type or one that inherits from it.
    Type(TypeId),
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $arity:literal;)*) => {
        /// A function of the language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Function { $($(#[$doc])* $name,)* }

        impl Function {
            /// Words and numbers of arguments.
            pub const ALL: &[(&'static str, usize, Self)] = &[$(($word, $arity, Self::$name),)*];
        }
    };
}

functions! {
    /// How many items.
    Count = "count", 1;
    /// Whether there are none.
    Empty = "empty", 1;
    /// The greatest.
    Max = "max", 1;
    /// The least.
    Min = "min", 1;
    /// Both lists.
    Union = "union", 2;
    /// Whether lists share an item.
    Intersects = "intersects", 2;
    /// Whether something is stated.
    Known = "known", 1;
    /// Whether data can get from one element to another.
    Reaches = "reaches", 2;
    /// Whether an element stands in a boundary.
    Inside = "inside", 2;
}

/// A text with values in it.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// What is written, and what is put in.
    pub pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Debug, Clone)]
pub enum Piece {
    /// As written.
    Text(EcoString),
    /// A value.
    Value(Ir),
}
