//! Where a name is looked up: from the inside out.

use super::Resolver;
use crate::model::errors;
use crate::model::ids::ElementId;
use crate::model::kind::{Kind, KindSet};
use crate::model::resolved::{Model, Scoped};
use crate::syntax::ast::Path;

/// A place in the model from which names are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The innermost element.
    pub element: Option<ElementId>,
    /// For what a type brings along: the instance, beyond which only the library is seen.
    pub limit: Option<ElementId>,
    /// Whether what is written here was written in the library.
    pub library: bool,
}

impl Scope {
    /// The outermost scope.
    pub fn root(library: bool) -> Self {
        Self { element: None, limit: None, library }
    }

    /// Inside an element.
    pub fn inside(self, element: ElementId) -> Self {
        Self { element: Some(element), ..self }
    }

    /// Inside an element, for what its type brings along.
    pub(super) fn of_type(element: ElementId, library: bool) -> Self {
        Self { element: Some(element), limit: Some(element), library }
    }

    /// Finds the element a path means from here.
    pub fn find(&self, model: &Model, path: &Path) -> Option<ElementId> {
        let (first, rest) = path.names.split_first()?;
        let start = self.first(model, &first.text)?;
        rest.iter().try_fold(start, |at, name| model.named(Scoped::In(at), &name.text))
    }

    fn first(&self, model: &Model, name: &str) -> Option<ElementId> {
        let find = |scope| model.named(scope, name);
        let mut at = self.element;
        while let Some(element) = at {
            if let Some(found) = find(Scoped::In(element)) {
                return Some(found);
            }
            if self.limit == Some(element) {
                break;
            }
            at = model.element(element).parent;
        }
        let outer = if self.library { None } else { find(Scoped::Model) };
        outer.or_else(|| find(Scoped::Library))
    }

    /// Names that can be seen from here, for the nearest one.
    pub(crate) fn names<'m>(&self, model: &'m Model, kinds: KindSet) -> Vec<&'m str> {
        let visible = |scope: &Scoped| match scope {
            Scoped::In(element) => std::iter::successors(self.element, |id| model.element(*id).parent).any(|id| id == *element),
            Scoped::Library | Scoped::Model => true,
        };
        let fits = |id: &ElementId| {
            let kind = model.element(*id).kind;
            kinds.contains(kind) || kind == Kind::Boundary || kind.is_component()
        };
        model.names.iter().filter(|((scope, _), id)| visible(scope) && fits(id)).map(|((_, name), _)| name.as_str()).collect()
    }
}

impl Resolver<'_, '_> {
    /// Finds what a reference means, or says that nothing has that name. An empty path was reported when it was read.
    pub(crate) fn reference(&mut self, path: &Path, scope: Scope, wanted: KindSet) -> Option<ElementId> {
        if path.names.is_empty() {
            return None;
        }
        let Some(found) = scope.find(&self.model, path) else {
            let diagnostic = errors::unknown_name(&self.model, path, scope, wanted);
            self.diagnostics.push(diagnostic);
            return None;
        };
        if !wanted.contains(self.model.element(found).kind) {
            let diagnostic = errors::wrong_kind(&self.model, path, found, wanted);
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(found)
    }
}
