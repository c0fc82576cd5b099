//! Where things are declared that the model knows only by what they are.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::compile::Compilation;
use crate::model::{ElementId, SetId, TypeId, ValueType};
use crate::syntax::ast::{self, Body, Keyword, Member};
use crate::text::Span;

/// Declarations by their places, and the places of values.
#[derive(Debug, Default)]
pub(in crate::lsp) struct Vocabulary {
    elements: IndexMap<Span, ElementId, FxBuildHasher>,
    types: IndexMap<Span, TypeId, FxBuildHasher>,
    sets: IndexMap<SetId, (Option<Span>, Vec<Span>), FxBuildHasher>,
    /// File and member of every type, by type.
    bodies: IndexMap<TypeId, (usize, usize), FxBuildHasher>,
}

impl Vocabulary {
    /// Of all files.
    pub(in crate::lsp) fn new(compilation: &Compilation) -> Self {
        let model = &compilation.model;
        let mut vocabulary = Self::default();
        for (id, element) in model.iter() {
            // what a type brings along is declared once, however often it is used
            vocabulary.elements.entry(element.span).or_insert(id);
        }
        for (at, of) in model.types.iter().enumerate() {
            vocabulary.types.insert(of.span, TypeId::at(at));
        }
        for (file, loaded) in compilation.program.files.iter().enumerate() {
            for (at, member) in loaded.parse.body.iter().enumerate() {
                vocabulary.take(compilation, member, (file, at));
            }
        }
        vocabulary
    }

    fn take(&mut self, compilation: &Compilation, member: &Member, place: (usize, usize)) {
        let schema = &compilation.model.schema;
        match member {
            Member::Declaration(declaration) if matches!(declaration.keyword, Keyword::Enum | Keyword::Scale) => {
                if let Some(set) = schema.set_named(&declaration.name.text) {
                    let values = declaration.body.iter().filter_map(|member| match member {
                        Member::Value(value) => Some(value.name.span),
                        _ => None,
                    });
                    self.sets.entry(set).or_insert_with(|| (Some(declaration.name.span), values.collect()));
                }
            }
            Member::Declaration(declaration) if declaration.keyword == Keyword::Type => {
                if let Some(of) = self.types.get(&declaration.name.span) {
                    self.bodies.insert(*of, place);
                }
            }
            Member::AttributeDeclaration(declaration) => {
                let [_, name] = &declaration.path.names[..] else { return };
                let info = schema.attributes.iter().find(|info| info.span == name.span);
                let (Some(info), Some(values)) = (info, one_of(&declaration.value_type)) else { return };
                if let Some(set) = set_of(&info.value_type) {
                    self.sets.entry(set).or_insert_with(|| (None, values.iter().map(|value| value.span).collect()));
                }
            }
            _ => {}
        }
    }

    /// The element whose name stands at a place: of the parts of types the first.
    pub(in crate::lsp) fn element(&self, name: Span) -> Option<ElementId> {
        self.elements.get(&name).copied()
    }

    /// The type whose name stands at a place.
    pub(in crate::lsp) fn type_at(&self, name: Span) -> Option<TypeId> {
        self.types.get(&name).copied()
    }

    /// Where the name of a set stands; nothing for one without a name.
    pub(in crate::lsp) fn set(&self, set: SetId) -> Option<Span> {
        self.sets.get(&set)?.0
    }

    /// Where a value of a set is declared.
    pub(in crate::lsp) fn value(&self, set: SetId, at: u16) -> Option<Span> {
        self.sets.get(&set)?.1.get(at as usize).copied()
    }

    /// What a type brings along.
    pub(in crate::lsp) fn body<'c>(&self, compilation: &'c Compilation, of: TypeId) -> Option<&'c Body> {
        let (file, at) = *self.bodies.get(&of)?;
        match compilation.program.files.get(file)?.parse.body.get(at)? {
            Member::Declaration(declaration) => Some(&declaration.body),
            _ => None,
        }
    }
}

/// The values that are written in an attribute's declaration.
pub(super) fn one_of(of: &ast::ValueType) -> Option<&[ast::Name]> {
    match of {
        ast::ValueType::OneOf(values) => Some(values),
        ast::ValueType::List(item) => one_of(item),
        ast::ValueType::Named(_) | ast::ValueType::TypeOf(_) => None,
    }
}

/// The set a value is from, or the items of a list.
pub(super) fn set_of(of: &ValueType) -> Option<SetId> {
    match of {
        ValueType::Set(set) => Some(*set),
        ValueType::List(item) => set_of(item),
        _ => None,
    }
}
