//! Third pass: elements, and the parts their types bring along.

use super::{Resolver, Scope, Waiting};
use crate::model::errors;
use crate::model::ids::{ElementId, TypeId};
use crate::model::kind::{Kind, KindSet};
use crate::model::resolved::Scoped;
use crate::syntax::ast::{Answer, Declaration, Flow, Member, Name, Path, Respond};

impl<'a> Resolver<'a, '_> {
    pub(super) fn declare_elements(&mut self) {
        for at in 0..self.declarations.len() {
            let (member, library) = self.declarations[at];
            self.declare_outermost(member, Scope::root(library));
        }
    }

    fn declare_outermost(&mut self, member: &'a Member, scope: Scope) {
        match member {
            Member::Declaration(declaration) => self.declare(declaration, scope),
            Member::Flow(flow) => self.declare_flow(flow, scope),
            Member::Extend(extend) => self.extends.push((extend, scope)),
            Member::Respond(respond) => self.declare_respond(respond, scope),
            Member::Answer(answer) => self.declare_answer(answer, scope),
            Member::Assert(assert) => self.pending.asserts.push(assert),
            Member::Define(define) => self.pending.defines.push((define, scope.library)),
            Member::Test(test) => self.pending.tests.push(test),
            Member::Import(_) | Member::AttributeDeclaration(_) | Member::Error(_) | Member::Expect(_) => {}
            Member::Attribute(_)
            | Member::Value(_)
            | Member::For(_)
            | Member::When(_)
            | Member::Provides(_)
            | Member::Table(_) => {
                self.diagnostics.push(errors::misplaced_outside(member));
            }
        }
    }

    fn declare(&mut self, declaration: &'a Declaration, scope: Scope) {
        let Some(kind) = Kind::of_keyword(declaration.keyword) else {
            if scope.element.is_some() {
                self.diagnostics.push(errors::misplaced_declaration(declaration, "another declaration"));
            }
            return;
        };
        if kind == Kind::Clause && scope.element.is_none() {
            self.diagnostics.push(errors::misplaced_declaration(declaration, "a file; it belongs in a `standard`"));
            return;
        }
        let Some(id) = self.name_element(kind, &declaration.name, declaration.title.as_ref(), scope) else { return };
        let inner = scope.inside(id);
        match kind {
            Kind::Rule | Kind::Clause | Kind::Factor => self.pending.rules.push((id, declaration)),
            Kind::Scheme => self.pending.schemes.push((id, declaration)),
            _ => {}
        }
        if let Some(path) = &declaration.base {
            self.apply_base(id, kind, path, scope);
        }
        self.declare_members(&declaration.body, id, inner);
    }

    /// Adds an element under its name; nothing where the name is taken.
    fn name_element(&mut self, kind: Kind, name: &Name, title: Option<&Name>, scope: Scope) -> Option<ElementId> {
        let place = match scope.element {
            Some(element) => Scoped::In(element),
            None if scope.library => Scoped::Library,
            None => Scoped::Model,
        };
        let key = (place, name.text.clone());
        if let Some(earlier) = self.model.names.get(&key) {
            let earlier = self.model.element(*earlier).span;
            self.diagnostics.push(errors::duplicate_name(name, earlier));
            return None;
        }
        let id = self.add(Self::element(kind, name, title, scope.element, scope.library));
        self.model.names.insert(key, id);
        Some(id)
    }

    /// A rule's base is its category; every other element's is its type.
    fn apply_base(&mut self, id: ElementId, kind: Kind, path: &Path, scope: Scope) {
        if kind == Kind::Rule {
            return;
        }
        let Some(of) = self.type_reference(path) else { return };
        let type_kind = self.model.type_of(of).kind;
        if type_kind != kind {
            let diagnostic = errors::type_of_other_kind(&self.model, path, of, kind);
            self.diagnostics.push(diagnostic);
            return;
        }
        self.model.elements[id.index()].type_id = Some(of);
        if self.unfolding.contains(&of) {
            let diagnostic = errors::type_contains_itself(&self.model, path, of);
            self.diagnostics.push(diagnostic);
            return;
        }
        self.unfolding.push(of);
        let line: Vec<TypeId> = self.model.line_of(of).collect();
        for part_of in line.into_iter().rev() {
            let body = self.type_bodies.get(part_of.index()).copied().unwrap_or(&[]);
            let library = self.model.type_of(part_of).library;
            self.declare_parts(body, id, Scope { library, ..Scope::of_type(id, scope.library) });
        }
        self.unfolding.pop();
    }

    /// The parts in a body: everything that has an identity.
    fn declare_parts(&mut self, body: &'a [Member], owner: ElementId, scope: Scope) {
        for member in body {
            match member {
                Member::Declaration(declaration) if self.may_stand_in(declaration, owner) => self.declare(declaration, scope),
                Member::Flow(flow) => self.declare_flow(flow, scope),
                Member::Extend(extend) => self.extends.push((extend, scope)),
                _ => {}
            }
        }
    }

    fn declare_members(&mut self, body: &'a [Member], owner: ElementId, scope: Scope) {
        self.declare_parts(body, owner, scope);
        self.check_members(body, owner);
        self.waiting.push(Waiting { owner, body, scope });
    }

    /// Says what cannot stand in the body of a type of this kind. Its parts are looked at where it is used.
    pub(super) fn check_type_members(&mut self, body: &[Member], kind: Kind) {
        let parts = |member: &&Member| !(matches!(member, Member::Provides(_)) && kind == Kind::Protocol);
        for member in body.iter().filter(parts) {
            self.check_member(member, kind);
        }
    }

    /// Says what cannot stand in the body of an element of this kind.
    fn check_members(&mut self, body: &[Member], owner: ElementId) {
        let kind = self.model.element(owner).kind;
        for member in body {
            self.check_member(member, kind);
        }
    }

    fn check_member(&mut self, member: &Member, kind: Kind) {
        let fits = match member {
            Member::Attribute(_) | Member::Declaration(_) | Member::Extend(_) | Member::Error(_) => true,
            Member::Flow(_) => matches!(kind, Kind::Boundary | Kind::Process | Kind::External),
            Member::For(_) | Member::When(_) => matches!(kind, Kind::Rule | Kind::Clause | Kind::Factor),
            Member::Table(_) => kind == Kind::Scheme,
            Member::Provides(_) => matches!(kind, Kind::Control | Kind::Boundary),
            _ => false,
        };
        if !fits {
            self.diagnostics.push(errors::misplaced(member, kind.word()));
        }
    }

    fn may_stand_in(&mut self, declaration: &Declaration, owner: ElementId) -> bool {
        let outer = self.model.element(owner).kind;
        let fits = Kind::of_keyword(declaration.keyword).is_some_and(|inner| outer.may_hold(inner));
        if !fits {
            self.diagnostics.push(errors::misplaced_declaration(declaration, &outer.with_article()));
        }
        fits
    }

    fn declare_flow(&mut self, flow: &'a Flow, scope: Scope) {
        let Some(id) = self.name_element(Kind::Flow, &flow.name, flow.title.as_ref(), scope) else { return };
        self.flows.push((id, flow, scope));
        self.check_members(&flow.body, id);
        self.waiting.push(Waiting { owner: id, body: &flow.body, scope });
    }

    /// A decision has no name of its own: it is known by what it decides.
    fn declare_respond(&mut self, respond: &'a Respond, scope: Scope) {
        let mut name = respond.rule.names.first().cloned().unwrap_or(Name { text: "".into(), span: respond.span });
        name.text = ecow::eco_format!("{}@{}", respond.rule.text(), respond.element.text());
        let id = self.add(Self::element(Kind::Respond, &name, None, None, scope.library));
        self.pending.responses.push((id, respond));
        self.check_members(&respond.body, id);
        self.waiting.push(Waiting { owner: id, body: &respond.body, scope });
    }

    /// An answer has no name of its own: it is known by its clause.
    fn declare_answer(&mut self, answer: &'a Answer, scope: Scope) {
        let name = Name { text: answer.clause.text().into(), span: answer.clause.span };
        let id = self.add(Self::element(Kind::Answer, &name, None, None, scope.library));
        self.pending.answers.push((id, answer));
        self.check_members(&answer.body, id);
        self.waiting.push(Waiting { owner: id, body: &answer.body, scope });
    }

    /// Extensions can add what other extensions extend, so they are tried until none succeeds.
    pub(super) fn resolve_extends(&mut self) {
        let mut left = std::mem::take(&mut self.extends);
        loop {
            let before = left.len();
            let mut unresolved = Vec::new();
            for (extend, scope) in left {
                match scope.find(&self.model, &extend.target) {
                    Some(target) => self.declare_members(&extend.body, target, scope.inside(target)),
                    None => unresolved.push((extend, scope)),
                }
            }
            unresolved.append(&mut self.extends);
            left = unresolved;
            if left.is_empty() || left.len() >= before {
                break;
            }
        }
        for (extend, scope) in left {
            self.reference(&extend.target, scope, KindSet::ALL);
        }
    }
}
