//! Everything a model or library declares that has an identity.

use ecow::EcoString;

use super::ids::{AttributeId, ElementId, TypeId};
use super::kind::Kind;
use super::value::Value;
use crate::text::Span;

/// One thing said about an element.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Which attribute.
    pub attribute: AttributeId,
    /// What it says.
    pub value: Value,
    /// Where it is written.
    pub span: Span,
    /// Whether a type says it of a part it brings along, so that the model may say otherwise.
    pub from_type: bool,
}

/// Something with an identity.
#[derive(Debug, Clone)]
pub struct Element {
    /// What it is.
    pub kind: Kind,
    /// Its type.
    pub type_id: Option<TypeId>,
    /// What it is declared in.
    pub parent: Option<ElementId>,
    /// Its name.
    pub name: EcoString,
    /// Its title.
    pub title: Option<EcoString>,
    /// What is said about it.
    pub facts: Vec<Fact>,
    /// What it gives to what it protects or contains.
    pub provides: Vec<Fact>,
    /// Where its name stands.
    pub span: Span,
    /// Whether the library declares it.
    pub library: bool,
}

/// A type.
#[derive(Debug, Clone)]
pub struct Type {
    /// Its name.
    pub name: EcoString,
    /// Its title.
    pub title: Option<EcoString>,
    /// The kind its line of bases ends in.
    pub kind: Kind,
    /// What it inherits from.
    pub base: Option<TypeId>,
    /// Defaults.
    pub facts: Vec<Fact>,
    /// What things of this type give to what they protect, contain or carry.
    pub provides: Vec<Fact>,
    /// Where its name stands.
    pub span: Span,
    /// Whether the library declares it.
    pub library: bool,
}

/// The ends of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowEnds {
    /// The flow.
    pub flow: ElementId,
    /// What it starts at: a port or a component.
    pub source: ElementId,
    /// What it ends at.
    pub target: ElementId,
    /// Whether the answer comes back over it.
    pub two_way: bool,
    /// The protocol.
    pub protocol: Option<TypeId>,
}
