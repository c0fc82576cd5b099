//! Second pass: types, their bases and defaults.

use super::{Resolver, Scope};
use crate::model::element::Type;
use crate::model::errors;
use crate::model::ids::TypeId;
use crate::model::kind::{Kind, KindSet};
use crate::syntax::ast::{Declaration, Keyword, Member, Path};

/// Kinds a type can end in.
fn typed_kinds() -> KindSet {
    let others = [Kind::Data, Kind::Control, Kind::Harm, Kind::Protocol, Kind::Assumption, Kind::Section, Kind::View];
    others.into_iter().fold(KindSet::DRAWN.without(Kind::Flow), |set, kind| set.with(KindSet::of(kind)))
}

impl<'a> Resolver<'a, '_> {
    pub(super) fn declare_types(&mut self) {
        let mut bases: Vec<(TypeId, &'a Declaration)> = Vec::new();
        let known = self.model.types.len();
        self.type_bodies.resize(known, &[]);
        for at in 0..self.declarations.len() {
            let (Member::Declaration(declaration), library) = self.declarations[at] else { continue };
            if declaration.keyword == Keyword::Type {
                bases.extend(self.declare_type(declaration, library).map(|id| (id, &**declaration)));
            }
        }
        for (id, declaration) in &bases {
            self.model.types[id.index()].base = self.base(declaration);
        }
        for (id, declaration) in &bases {
            self.settle_kind(*id, declaration);
        }
    }

    /// A model's type hides the library's of the same name.
    fn declare_type(&mut self, declaration: &'a Declaration, library: bool) -> Option<TypeId> {
        let name = &declaration.name;
        let same = self.type_by_name(&name.text).map(|id| self.model.type_of(id)).filter(|earlier| earlier.library == library);
        if let Some(earlier) = same.map(|earlier| earlier.span) {
            self.diagnostics.push(errors::duplicate_name(name, earlier));
            return None;
        }
        let id = TypeId::at(self.model.types.len());
        self.model.types.push(Type {
            name: name.text.clone(),
            title: declaration.title.as_ref().map(|title| title.text.clone()),
            kind: declaration.base.as_ref().and_then(kind_named).unwrap_or(Kind::Process),
            base: None,
            facts: Vec::new(),
            provides: Vec::new(),
            span: name.span,
            library,
        });
        self.type_bodies.push(&declaration.body);
        self.model.type_names.insert(name.text.clone(), id);
        Some(id)
    }

    /// The type a type inherits from; nothing where it is a kind.
    fn base(&mut self, declaration: &Declaration) -> Option<TypeId> {
        let Some(path) = &declaration.base else {
            self.diagnostics.push(errors::type_needs_base(&declaration.name));
            return None;
        };
        if kind_named(path).is_some() {
            return None;
        }
        self.type_reference(path)
    }

    /// Finds a type, or says that there is none.
    pub(crate) fn type_reference(&mut self, path: &Path) -> Option<TypeId> {
        if path.names.is_empty() {
            return None;
        }
        let found = self.model.type_named(&path.text());
        if found.is_none() {
            let diagnostic = errors::unknown_type(&self.model, path);
            self.diagnostics.push(diagnostic);
        }
        found
    }

    fn settle_kind(&mut self, id: TypeId, declaration: &Declaration) {
        let mut at = id;
        let mut steps = 0;
        while let Some(base) = self.model.type_of(at).base {
            steps += 1;
            if base == id {
                self.diagnostics.push(errors::type_cycle(&declaration.name));
                self.model.types[id.index()].base = None;
                return;
            }
            if steps > self.model.types.len() {
                // leads into a circle that is reported at one of its own types
                return;
            }
            at = base;
        }
        let kind = self.model.type_of(at).kind;
        self.model.types[id.index()].kind = kind;
    }

    pub(super) fn resolve_type_facts(&mut self) {
        for index in 0..self.model.types.len() {
            let id = TypeId::at(index);
            let body = self.type_bodies.get(index).copied().unwrap_or(&[]);
            let (kind, library) = (self.model.type_of(id).kind, self.model.type_of(id).library);
            if body.is_empty() {
                continue;
            }
            let mut facts = Vec::new();
            let mut provides = Vec::new();
            self.check_type_members(body, kind);
            self.read_facts(body, kind, Scope::root(library), &mut facts, &mut provides);
            self.model.types[index].facts = facts;
            self.model.types[index].provides = provides;
        }
    }
}

/// The kind a base names, if it names one.
fn kind_named(path: &Path) -> Option<Kind> {
    let word = path.text();
    typed_kinds().iter().find(|kind| kind.word() == word)
}
