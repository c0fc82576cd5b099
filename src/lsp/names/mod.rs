//! What every name in a file means, looked up as the compiler does: definitions, references, colours and renaming rest on this.
//!
//! The compiler forgets where a reference was written once it is resolved. Here the tree is walked again, with the model's own scopes and
//! tables, and only for files that somebody asks about.

mod expressions;
mod local;
mod members;
mod scheme;
mod vocabulary;

use crate::compile::Compilation;
use crate::model::{AttributeId, ElementId, KindSet, SetId, TypeId};
use crate::rules::Builtin;
use crate::text::{FileId, SourceMap, Span};

pub(super) use vocabulary::Vocabulary;

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Something with an identity.
    Element(ElementId),
    /// What a type, a test or a variable declares; where its name stands.
    Local(Span),
    /// A variable of a rule; where it is introduced, and what it can be.
    Variable(Span, KindSet),
    /// A type.
    Type(TypeId),
    /// A declared attribute.
    Attribute(AttributeId),
    /// A derived attribute of the library or the model, by its number.
    Derived(u16),
    /// A derived attribute of the language.
    Builtin(Builtin),
    /// An `enum` or `scale`.
    Set(SetId),
    /// A value of one.
    Value(SetId, u16),
    /// A kind, a group of kinds, or a type of values of the language.
    Word,
    /// A function of the language.
    Function,
    /// A file or module that is imported, by the name of its source.
    Module(FileId),
}

/// A name and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Where it stands.
    pub(super) span: Span,
    /// What it means.
    pub(super) meaning: Meaning,
    /// Whether it is declared here.
    pub(super) declares: bool,
}

/// The names of a file, in the order in which they stand. What means nothing is not among them.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<Named>,
    /// Names that mean nothing, though they should.
    #[cfg(test)]
    unknown: Vec<Span>,
}

impl Names {
    /// Looks up the names of a file.
    pub(super) fn of(compilation: &Compilation, sources: &SourceMap, vocabulary: &Vocabulary, file: FileId) -> Self {
        let Some(loaded) = compilation.program.files.iter().find(|loaded| loaded.id == file) else { return Self::default() };
        let mut walk = members::Walk::new(compilation, sources, vocabulary, loaded.library, &loaded.module);
        walk.file(&loaded.parse.body);
        let mut all = walk.found.all;
        all.sort_by_key(|named| (named.span.start, named.span.end));
        all.dedup_by(|later, earlier| later.span == earlier.span);
        Self {
            all,
            #[cfg(test)]
            unknown: walk.found.unknown,
        }
    }

    /// The name at a byte; right behind a name counts as on it.
    pub(super) fn at(&self, byte: usize) -> Option<&Named> {
        let byte = byte as u32;
        let end = self.all.partition_point(|named| named.span.start <= byte);
        self.all[..end].iter().rev().take(2).find(|named| byte <= named.span.end)
    }

    /// All of them.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, Named> {
        self.all.iter()
    }

    /// Names that mean nothing, though they should.
    #[cfg(test)]
    pub(super) fn unknown(&self) -> &[Span] {
        &self.unknown
    }
}

impl Meaning {
    /// Where it is declared; nothing for what the language has.
    pub(super) fn declaration(&self, compilation: &Compilation, vocabulary: &Vocabulary) -> Option<Span> {
        let model = &compilation.model;
        match self {
            Self::Element(id) => Some(model.element(*id).span),
            Self::Local(span) | Self::Variable(span, _) => Some(*span),
            Self::Type(id) => Some(model.type_of(*id).span),
            Self::Attribute(id) => Some(model.schema.info(*id).span),
            Self::Derived(number) => compilation.rules.defines.get(*number as usize).map(|define| define.span),
            Self::Set(set) => vocabulary.set(*set),
            Self::Value(set, at) => vocabulary.value(*set, *at),
            Self::Module(file) => Some(Span::new(*file, 0, 0)),
            Self::Builtin(_) | Self::Word | Self::Function => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::project::compiler::{Request, compile};
    use crate::project::{Choices, open};
    use crate::session::Session;

    /// Every name in the files of a folder that compiles means something.
    #[track_caller]
    fn everything_is_known(folder: &str) {
        let mut session = Session::default();
        let project = open(&mut session, &Choices::default(), Some(Path::new(folder))).expect("a model");
        let request = Request {
            root: project.root(),
            packs: &project.packs,
            release: false,
            today: None,
            library: project.library(),
            despite_remarks: false,
        };
        let compiled = compile(&mut session, &project.world, &request);
        let (compilation, sources) = (&compiled.compilation, session.sources());
        assert!(!compilation.diagnostics.has_errors(), "{folder} compiles");
        let vocabulary = Vocabulary::new(compilation);
        let mut count = 0;
        for file in &compilation.program.files {
            let names = Names::of(compilation, sources, &vocabulary, file.id);
            let unknown: Vec<String> =
                names.unknown().iter().map(|span| format!("{} {}", sources.locate(*span), sources.slice(*span))).collect();
            assert!(unknown.is_empty(), "{}", unknown.join("\n"));
            count += names.iter().count();
        }
        assert!(count > 1000, "{count} names");
    }

    #[test]
    fn every_name_of_the_examples_and_the_library_is_known() {
        for folder in ["examples/ventilator", "examples/inhaler", "stdlib"] {
            everything_is_known(folder);
        }
    }
}
