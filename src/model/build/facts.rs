//! Fourth pass: what is said of types and elements.

use super::{Resolver, Scope};
use crate::model::element::Fact;
use crate::model::errors;
use crate::model::ids::AttributeId;
use crate::model::kind::{Kind, KindSet};
use crate::model::resolved::fact;
use crate::model::value::{Value, ValueType};
use crate::syntax::ast::{self, Expr, ExprKind, Member};

impl<'a> Resolver<'a, '_> {
    pub(super) fn resolve_facts(&mut self) {
        for waiting in std::mem::take(&mut self.waiting) {
            let kind = self.model.element(waiting.owner).kind;
            let mut facts = Vec::new();
            let mut provides = Vec::new();
            self.read_facts(waiting.body, kind, waiting.scope, &mut facts, &mut provides);
            let from_type = waiting.scope.limit.is_some();
            for said in &mut facts {
                said.from_type = from_type;
            }
            let element = &mut self.model.elements[waiting.owner.index()];
            element.provides.append(&mut provides);
            // most elements have one body, whose facts were told apart when they were read
            if element.facts.is_empty() {
                facts.shrink_to_fit();
                element.facts = facts;
                continue;
            }
            for said in facts {
                self.add_fact(waiting.owner, said);
            }
        }
    }

    /// Adds a fact; what the model says wins over what a type said of its part, twice is once too often.
    fn add_fact(&mut self, owner: crate::model::ElementId, said: Fact) {
        let facts = &mut self.model.elements[owner.index()].facts;
        match facts.iter_mut().find(|fact| fact.attribute == said.attribute) {
            None => facts.push(said),
            Some(earlier) if earlier.from_type && !said.from_type => *earlier = said,
            Some(earlier) if !earlier.from_type && said.from_type => {}
            Some(earlier) if earlier.from_type => *earlier = said,
            Some(earlier) => {
                let earlier = earlier.span;
                let name = self.model.schema.info(said.attribute).name.clone();
                self.diagnostics.push(errors::attribute_set_twice(&name, said.span, earlier));
            }
        }
    }

    /// Reads the attributes and the `provides` of a body.
    pub(super) fn read_facts(
        &mut self,
        body: &'a [Member],
        kind: Kind,
        scope: Scope,
        facts: &mut Vec<Fact>,
        provides: &mut Vec<Fact>,
    ) {
        for member in body {
            match member {
                Member::Attribute(attribute) => {
                    let Some(id) = self.model.schema.attribute(kind, &attribute.name.text) else {
                        let diagnostic = errors::unknown_attribute(&self.model, &attribute.name, kind);
                        self.diagnostics.push(diagnostic);
                        continue;
                    };
                    self.read_fact(attribute, id, scope, facts);
                }
                Member::Provides(block) => self.read_provides(&block.body, scope, provides),
                _ => {}
            }
        }
    }

    fn read_fact(&mut self, attribute: &ast::Attribute, id: AttributeId, scope: Scope, facts: &mut Vec<Fact>) {
        let value_type = self.model.schema.info(id).value_type.clone();
        let Some(value) = self.value(&attribute.value, &value_type, scope, &attribute.name.text) else { return };
        if let Some(earlier) = fact(facts, id) {
            let earlier = earlier.span;
            self.diagnostics.push(errors::attribute_set_twice(&attribute.name.text, attribute.name.span, earlier));
            return;
        }
        facts.push(Fact { attribute: id, value, span: attribute.name.span.to(attribute.value.span), from_type: false });
    }

    /// What is provided can be an attribute of any drawn element: of every kind that has one of that name.
    fn read_provides(&mut self, body: &'a [Member], scope: Scope, provides: &mut Vec<Fact>) {
        for member in body {
            match member {
                Member::Attribute(attribute) => {
                    let mut ids: Vec<AttributeId> = KindSet::DRAWN
                        .iter()
                        .filter_map(|kind| self.model.schema.attribute(kind, &attribute.name.text))
                        .collect();
                    ids.sort_unstable();
                    ids.dedup();
                    if ids.is_empty() {
                        let diagnostic = errors::unknown_provided(&self.model, &attribute.name);
                        self.diagnostics.push(diagnostic);
                    }
                    let usable =
                        |this: &Self, id: &AttributeId| accepts(&this.model.schema.info(*id).value_type, &attribute.value, this);
                    let fitting: Vec<AttributeId> = ids.iter().copied().filter(|id| usable(self, id)).collect();
                    for id in if fitting.is_empty() { ids.into_iter().take(1).collect() } else { fitting } {
                        self.read_fact(attribute, id, scope, provides);
                    }
                }
                Member::Error(_) => {}
                other => self.diagnostics.push(errors::misplaced(other, "provides")),
            }
        }
    }

    /// Reads a value of a type; nothing where it is `unknown` or wrong.
    pub(crate) fn value(&mut self, expr: &Expr, wanted: &ValueType, scope: Scope, attribute: &str) -> Option<Value> {
        match (&expr.kind, wanted) {
            (ExprKind::Error | ExprKind::Unknown, _) => None,
            (ExprKind::List(items), ValueType::List(item)) => {
                Some(Value::List(items.iter().filter_map(|expr| self.value(expr, item, scope, attribute)).collect()))
            }
            (ExprKind::Bool(value), ValueType::Bool) => Some(Value::Bool(*value)),
            (ExprKind::Int(value), ValueType::Int) => Some(Value::Int(*value)),
            (ExprKind::Text(value), ValueType::Text) => Some(Value::Text(value.clone())),
            (ExprKind::Date(value), ValueType::Date) => Some(Value::Date(*value)),
            (ExprKind::Path(path), ValueType::Path) => Some(Value::Text(path.text().into())),
            (ExprKind::Path(path), ValueType::Set(set)) => {
                let position = self.model.schema.set(*set).position(&path.text());
                if position.is_none() {
                    let diagnostic = errors::not_in_set(self.model.schema.set(*set), expr, attribute);
                    self.diagnostics.push(diagnostic);
                }
                position.map(|at| Value::Symbol(*set, at))
            }
            // `no` and `yes` are values of some sets, too
            (ExprKind::Bool(value), ValueType::Set(set)) => {
                let word = if *value { "yes" } else { "no" };
                let position = self.model.schema.set(*set).position(word);
                if position.is_none() {
                    let diagnostic = errors::not_in_set(self.model.schema.set(*set), expr, attribute);
                    self.diagnostics.push(diagnostic);
                }
                position.map(|at| Value::Symbol(*set, at))
            }
            (ExprKind::Path(path), ValueType::Element(kinds)) => self.reference(path, scope, *kinds).map(Value::Element),
            (ExprKind::Path(path), ValueType::TypeOf(kinds)) => {
                let of = self.type_reference(path)?;
                if !kinds.contains(self.model.type_of(of).kind) {
                    let diagnostic = errors::type_of_wrong_kind(&self.model, path, of, *kinds);
                    self.diagnostics.push(diagnostic);
                    return None;
                }
                Some(Value::Type(of))
            }
            _ => {
                let diagnostic = errors::wrong_value(&self.model.schema, expr, wanted, attribute);
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }
}

/// Whether a literal could be a value of a type, so that `provides` finds the attribute that is meant.
fn accepts(wanted: &ValueType, expr: &Expr, resolver: &Resolver<'_, '_>) -> bool {
    match (&expr.kind, wanted) {
        (ExprKind::Bool(_), ValueType::Bool) | (ExprKind::Int(_), ValueType::Int) | (ExprKind::Text(_), ValueType::Text) => true,
        (ExprKind::Path(path), ValueType::Set(set)) => resolver.model.schema.set(*set).position(&path.text()).is_some(),
        (ExprKind::List(_), ValueType::List(_)) | (ExprKind::Path(_), ValueType::Element(_) | ValueType::TypeOf(_)) => true,
        _ => false,
    }
}
