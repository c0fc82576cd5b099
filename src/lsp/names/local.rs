//! Names inside of types and tests, which are no elements of the model: looked up from the inside out, as everywhere.

use crate::compile::Compilation;
use crate::model::TypeId;
use crate::syntax::ast::{Body, Declaration, Member, Path};
use crate::text::Span;

use super::vocabulary::Vocabulary;

/// Something declared in a type or a test.
#[derive(Clone, Copy)]
pub(super) struct Part<'c> {
    /// Where its name stands.
    pub(super) name: Span,
    declaration: Option<&'c Declaration>,
}

/// What looks things up.
#[derive(Clone, Copy)]
pub(super) struct Locals<'c, 'v> {
    pub(super) compilation: &'c Compilation,
    pub(super) vocabulary: &'v Vocabulary,
}

/// Types that bring along each other end here.
const DEEPEST: usize = 32;

impl<'c> Locals<'c, '_> {
    /// The parts that the names of a path mean, seen from the innermost of some bodies; none where even the first is unknown.
    pub(super) fn find(&self, bodies: &[&'c Body], path: &Path) -> Vec<Part<'c>> {
        let Some((first, rest)) = path.names.split_first() else { return Vec::new() };
        let Some(mut part) = bodies.iter().rev().find_map(|body| in_body(body, &first.text)) else { return Vec::new() };
        let mut found = vec![part];
        for name in rest {
            match self.inside(part, &name.text) {
                Some(next) => part = next,
                None => break,
            }
            found.push(part);
        }
        found
    }

    fn inside(&self, part: Part<'c>, name: &str) -> Option<Part<'c>> {
        let declaration = part.declaration?;
        in_body(&declaration.body, name).or_else(|| {
            let of = self.compilation.model.type_named(&declaration.base.as_ref()?.text())?;
            self.of_type(of, name)
        })
    }

    /// What a type or one of its bases brings along under a name.
    pub(super) fn of_type(&self, of: TypeId, name: &str) -> Option<Part<'c>> {
        let line = self.compilation.model.line_of(of).take(DEEPEST);
        line.into_iter().find_map(|of| in_body(self.vocabulary.body(self.compilation, of)?, name))
    }

    /// The bodies of the bases of a type, outermost first.
    pub(super) fn inherited(&self, of: TypeId) -> Vec<&'c Body> {
        let line = self.compilation.model.line_of(of).skip(1).take(DEEPEST);
        let mut bodies: Vec<&'c Body> = line.filter_map(|of| self.vocabulary.body(self.compilation, of)).collect();
        bodies.reverse();
        bodies
    }
}

fn in_body<'c>(body: &'c Body, name: &str) -> Option<Part<'c>> {
    body.iter().find_map(|member| match member {
        Member::Declaration(declaration) if declaration.name.text == name => {
            Some(Part { name: declaration.name.span, declaration: Some(declaration) })
        }
        Member::Flow(flow) if flow.name.text == name => Some(Part { name: flow.name.span, declaration: None }),
        _ => None,
    })
}
