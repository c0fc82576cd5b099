//! Which attributes exist for which kind of thing. All of it comes from the library.

use ecow::EcoString;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::ids::{AttributeId, SetId};
use super::kind::{Kind, KindSet};
use super::value::{ValueSet, ValueType};
use crate::text::Span;

/// A declared attribute.
#[derive(Debug, Clone)]
pub struct AttributeInfo {
    /// Whose it is.
    pub owner: KindSet,
    /// The word before the dot.
    pub owner_word: EcoString,
    /// Its name.
    pub name: EcoString,
    /// What values it takes.
    pub value_type: ValueType,
    /// What an unset one asks; a template over `self`.
    pub question: Option<(EcoString, Span)>,
    /// Whether saying it claims a protection, which wants a control behind it.
    pub protection: bool,
    /// What a yes-or-no attribute counts as in rules where nobody says: nothing is asked then.
    pub unset: Option<bool>,
    /// Whether documents, the rating of risk or the compiler read it, so that no rule has to.
    pub read_elsewhere: bool,
    /// Whether the order of a list tells something: that of the flows of a use case does.
    pub ordered: bool,
    /// The derived attribute that says of which elements documents ask for it.
    pub asked_where: Option<(EcoString, Span)>,
    /// Where its name stands.
    pub span: Span,
    /// Whether the library declares it.
    pub library: bool,
}

/// Every attribute and every set of values.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// The attributes, in the order of declaration.
    pub attributes: Vec<AttributeInfo>,
    /// The sets, in the order of declaration.
    pub sets: Vec<ValueSet>,
    /// By kind, then by name: looking a name up takes no text of one's own.
    pub(crate) by_name: [IndexMap<EcoString, AttributeId, FxBuildHasher>; Kind::COUNT],
    pub(crate) set_names: IndexMap<EcoString, SetId, FxBuildHasher>,
}

impl Schema {
    /// The attribute a kind has under a name.
    pub fn attribute(&self, kind: Kind, name: &str) -> Option<AttributeId> {
        self.by_name[kind as usize].get(name).copied()
    }

    /// What is known of an attribute.
    pub fn info(&self, id: AttributeId) -> &AttributeInfo {
        &self.attributes[id.index()]
    }

    /// The values of a set.
    pub fn set(&self, id: SetId) -> &ValueSet {
        &self.sets[id.index()]
    }

    /// The set with a name.
    pub fn set_named(&self, name: &str) -> Option<SetId> {
        self.set_names.get(name).copied()
    }

    /// The sets that have a name of their own, in the order of declaration.
    pub fn set_names(&self) -> impl Iterator<Item = SetId> + '_ {
        self.set_names.values().copied()
    }

    /// Names of all attributes of a kind.
    pub fn names_of(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.attributes.iter().filter(move |info| info.owner.contains(kind)).map(|info| info.name.as_str())
    }
}
