//! AST to model, in passes: value sets and attributes, types, elements with the parts their types bring, then what is said of them,
//! then the ends of flows.

mod declare;
mod facts;
mod flows;
mod schema;
mod scope;
mod types;

use ecow::EcoString;

pub use scope::Scope;

use super::element::Element;
use super::ids::{ElementId, TypeId};
use super::kind::Kind;
use super::relations::Relations;
use super::resolved::Model;
use crate::diagnostic::Diagnostics;
use crate::program::Program;
use crate::syntax::ast;

/// What the model does not understand itself and hands on: rules, definitions, assertions and tests.
#[derive(Debug, Default)]
pub struct Pending<'a> {
    /// Rules, clauses and factors with the element that stands for them.
    pub rules: Vec<(ElementId, &'a ast::Declaration)>,
    /// Risk schemes with the element that stands for them.
    pub schemes: Vec<(ElementId, &'a ast::Declaration)>,
    /// Derived attributes; whether the library declares them.
    pub defines: Vec<(&'a ast::Define, bool)>,
    /// Assertions of the model.
    pub asserts: Vec<&'a ast::Assert>,
    /// Tests.
    pub tests: Vec<&'a ast::Test>,
    /// Decisions with the element that stands for them.
    pub responses: Vec<(ElementId, &'a ast::Respond)>,
    /// Answers to clauses with the element that stands for them.
    pub answers: Vec<(ElementId, &'a ast::Answer)>,
    /// Bodies of types, by type: what they bring along.
    pub type_bodies: Vec<&'a [ast::Member]>,
}

/// Builds the model of a program.
pub fn build<'a>(program: &'a Program, diagnostics: &mut Diagnostics) -> (Model, Pending<'a>) {
    let mut resolver = Resolver::new(Model::default(), Vec::new(), diagnostics);
    for file in &program.files {
        resolver.take_body(&file.parse.body, file.library);
    }
    resolver.finish()
}

/// Builds what tests start from: the library, and of the model's files what is no element.
pub(crate) fn build_without_elements<'a>(program: &'a Program, diagnostics: &mut Diagnostics) -> (Model, Pending<'a>) {
    let mut resolver = Resolver::new(Model::default(), Vec::new(), diagnostics);
    for file in &program.files {
        let kept = file.parse.body.iter().filter(|member| file.library || declares_no_element(member));
        resolver.declarations.extend(kept.map(|member| (member, file.library)));
    }
    resolver.finish()
}

fn declares_no_element(member: &ast::Member) -> bool {
    use ast::Keyword::{Category, Enum, Factor, Pack, Rule, Scale, Scheme, Standard, Type};
    match member {
        ast::Member::Declaration(declaration) => {
            matches!(declaration.keyword, Category | Enum | Factor | Pack | Rule | Scale | Scheme | Standard | Type)
        }
        ast::Member::AttributeDeclaration(_) | ast::Member::Define(_) | ast::Member::Test(_) => true,
        _ => false,
    }
}

/// A body that waits for its values to be read.
struct Waiting<'a> {
    owner: ElementId,
    body: &'a [ast::Member],
    scope: Scope,
}

/// The passes and what they share.
pub(crate) struct Resolver<'a, 'd> {
    pub(crate) model: Model,
    pub(crate) diagnostics: &'d mut Diagnostics,
    pending: Pending<'a>,
    /// Bodies of types, by type.
    type_bodies: Vec<&'a [ast::Member]>,
    declarations: Vec<(&'a ast::Member, bool)>,
    waiting: Vec<Waiting<'a>>,
    flows: Vec<(ElementId, &'a ast::Flow, Scope)>,
    extends: Vec<(&'a ast::Extend, Scope)>,
    /// The types whose parts are being declared, outermost first.
    unfolding: Vec<TypeId>,
}

impl<'a, 'd> Resolver<'a, 'd> {
    /// A resolver that adds to a model with its types' bodies: an empty one, or the library's for a test.
    pub(crate) fn new(model: Model, type_bodies: Vec<&'a [ast::Member]>, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            model,
            diagnostics,
            pending: Pending::default(),
            type_bodies,
            declarations: Vec::new(),
            waiting: Vec::new(),
            flows: Vec::new(),
            extends: Vec::new(),
            unfolding: Vec::new(),
        }
    }

    /// Notes the members of a file for the passes.
    pub(crate) fn take_body(&mut self, body: &'a [ast::Member], library: bool) {
        self.declarations.extend(body.iter().map(|member| (member, library)));
    }

    /// Runs the passes.
    pub(crate) fn finish(mut self) -> (Model, Pending<'a>) {
        self.declare_sets();
        self.declare_types();
        self.declare_attributes();
        self.resolve_type_facts();
        self.declare_elements();
        self.resolve_extends();
        self.resolve_facts();
        self.resolve_flows();
        self.model.relations = Relations::new(&self.model);
        self.pending.type_bodies = self.type_bodies;
        (self.model, self.pending)
    }

    fn add(&mut self, element: Element) -> ElementId {
        self.model.elements.push(element);
        ElementId::at(self.model.elements.len() - 1)
    }

    fn element(kind: Kind, name: &ast::Name, title: Option<&ast::Text>, parent: Option<ElementId>, library: bool) -> Element {
        Element {
            kind,
            type_id: None,
            parent,
            name: name.text.clone(),
            title: title.map(|title| title.text.clone()).filter(|title| !title.trim().is_empty()),
            facts: Vec::new(),
            provides: Vec::new(),
            span: name.span,
            library,
        }
    }

    fn type_by_name(&self, name: &EcoString) -> Option<TypeId> {
        self.model.type_names.get(name).copied()
    }
}
