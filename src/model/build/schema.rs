//! First pass: `enum`, `scale` and `attribute`.

use std::sync::Arc;

use ecow::EcoString;

use super::Resolver;
use crate::model::errors;
use crate::model::ids::{AttributeId, SetId};
use crate::model::kind::{Kind, KindSet};
use crate::model::schema::AttributeInfo;
use crate::model::value::{ValueSet, ValueType};
use crate::syntax::ast::{self, ExprKind, Keyword, Member};
use crate::text::Span;

/// Who reads an attribute beside rules.
const READERS: [&str; 3] = ["documents", "risk", "compiler"];

/// What an attribute says of itself.
#[derive(Default)]
struct Traits {
    protection: bool,
    unset: Option<bool>,
    read_elsewhere: bool,
    ordered: bool,
    asked_where: Option<(EcoString, Span)>,
}

impl<'a> Resolver<'a, '_> {
    pub(super) fn declare_sets(&mut self) {
        for at in 0..self.declarations.len() {
            let (Member::Declaration(declaration), _) = self.declarations[at] else { continue };
            if !matches!(declaration.keyword, Keyword::Enum | Keyword::Scale) {
                continue;
            }
            let mut values: Vec<(EcoString, Option<EcoString>)> = Vec::new();
            for member in &declaration.body {
                match member {
                    Member::Value(value) if values.iter().any(|(name, _)| *name == value.name.text) => {
                        self.diagnostics.push(errors::duplicate_value(&value.name));
                    }
                    Member::Value(value) => {
                        values.push((value.name.text.clone(), value.title.as_ref().map(|title| title.text.clone())))
                    }
                    Member::Error(_) => {}
                    other => self.diagnostics.push(errors::misplaced(other, declaration.keyword.word())),
                }
            }
            if self.model.schema.set_names.contains_key(&declaration.name.text) {
                self.diagnostics.push(errors::duplicate_set(&declaration.name));
                continue;
            }
            let set = ValueSet { name: declaration.name.text.clone(), ordered: declaration.keyword == Keyword::Scale, values };
            let id = self.add_set(set);
            self.model.schema.set_names.insert(declaration.name.text.clone(), id);
        }
    }

    fn add_set(&mut self, set: ValueSet) -> SetId {
        self.model.schema.sets.push(set);
        SetId::at(self.model.schema.sets.len() - 1)
    }

    pub(super) fn declare_attributes(&mut self) {
        for at in 0..self.declarations.len() {
            if let (Member::AttributeDeclaration(declaration), library) = self.declarations[at] {
                self.declare_attribute(declaration, library);
            }
        }
    }

    fn declare_attribute(&mut self, declaration: &ast::AttributeDeclaration, library: bool) {
        let [owner_name, name] = &declaration.path.names[..] else {
            self.diagnostics.push(errors::attribute_needs_owner(&declaration.path));
            return;
        };
        let Some(owner) = KindSet::named(&owner_name.text) else {
            self.diagnostics.push(errors::unknown_kind(owner_name));
            return;
        };
        if let Some(earlier) = owner.iter().find_map(|kind| self.model.schema.attribute(kind, &name.text)) {
            let earlier = self.model.schema.info(earlier).span;
            self.diagnostics.push(errors::duplicate_attribute_declaration(name, earlier));
            return;
        }
        let Some(value_type) = self.value_type(&declaration.value_type, &name.text) else { return };
        let id = AttributeId::at(self.model.schema.attributes.len());
        let traits = self.traits(&declaration.body, &value_type);
        self.model.schema.attributes.push(AttributeInfo {
            owner,
            owner_word: owner_name.text.clone(),
            name: name.text.clone(),
            value_type,
            question: declaration.question.as_ref().map(|text| (text.text.clone(), text.span)),
            protection: traits.protection,
            unset: traits.unset,
            read_elsewhere: traits.read_elsewhere,
            ordered: traits.ordered,
            asked_where: traits.asked_where,
            span: name.span,
            library,
        });
        for kind in owner.iter() {
            self.model.schema.by_name[kind as usize].insert(name.text.clone(), id);
        }
    }

    /// Reads what an attribute says of itself: `protection: yes`, `unset: no` for what silence counts as, `read_by: documents`,
    /// `ordered: yes` for lists whose order tells something, and `asked_where: is_log` for what documents ask of.
    fn traits(&mut self, body: &[Member], of: &ValueType) -> Traits {
        let mut traits = Traits::default();
        for member in body {
            match member {
                Member::Attribute(attribute) => self.read_trait(attribute, of, &mut traits),
                Member::Error(_) => {}
                other => self.diagnostics.push(errors::misplaced(other, "attribute")),
            }
        }
        traits
    }

    fn read_trait(&mut self, attribute: &ast::Attribute, of: &ValueType, traits: &mut Traits) {
        let wants = |what: &str| errors::wants(attribute.value.span, &attribute.name.text, what);
        match (attribute.name.text.as_str(), &attribute.value.kind) {
            ("protection", ExprKind::Bool(value)) => traits.protection = *value,
            ("unset", ExprKind::Bool(value)) if *of == ValueType::Bool => traits.unset = Some(*value),
            ("unset", _) if *of != ValueType::Bool => self.diagnostics.push(errors::unset_of_other(&attribute.name)),
            ("ordered", ExprKind::Bool(value)) if matches!(of, ValueType::List(_)) => traits.ordered = *value,
            ("ordered", _) if !matches!(of, ValueType::List(_)) => {
                self.diagnostics.push(errors::ordered_of_other(&attribute.name));
            }
            ("protection" | "unset" | "ordered", _) => self.diagnostics.push(wants("`yes` or `no`")),
            ("read_by", ExprKind::Path(path)) if READERS.contains(&path.text().as_str()) => traits.read_elsewhere = true,
            ("asked_where", ExprKind::Path(path)) => {
                traits.asked_where = Some((path.text().into(), attribute.value.span));
                traits.read_elsewhere = true;
            }
            ("asked_where", _) => self.diagnostics.push(wants("the name of a derived attribute")),
            ("read_by", _) => self.diagnostics.push(wants("`documents`, `risk` or `compiler`")),
            _ => {
                let diagnostic = errors::unknown_attribute(&self.model, &attribute.name, Kind::Attribute);
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// The type of values a declaration names.
    pub(crate) fn value_type(&mut self, written: &ast::ValueType, name: &EcoString) -> Option<ValueType> {
        match written {
            ast::ValueType::List(item) => Some(ValueType::List(Arc::new(self.value_type(item, name)?))),
            ast::ValueType::OneOf(values) => {
                let values = values.iter().map(|value| (value.text.clone(), None)).collect();
                Some(ValueType::Set(self.add_set(ValueSet { name: name.clone(), ordered: false, values })))
            }
            ast::ValueType::TypeOf(path) => self.kinds(path).map(ValueType::TypeOf),
            ast::ValueType::Named(path) => self.named_value_type(path),
        }
    }

    fn named_value_type(&mut self, path: &ast::Path) -> Option<ValueType> {
        let word = path.text();
        Some(match word.as_str() {
            "bool" => ValueType::Bool,
            "int" => ValueType::Int,
            "text" => ValueType::Text,
            "date" => ValueType::Date,
            "path" => ValueType::Path,
            _ => {
                if let Some(set) = self.model.schema.set_named(&word) {
                    return Some(ValueType::Set(set));
                }
                return self.kinds(path).map(ValueType::Element);
            }
        })
    }

    fn kinds(&mut self, path: &ast::Path) -> Option<KindSet> {
        let kinds = KindSet::named(&path.text());
        if kinds.is_none() && !path.names.is_empty() {
            let sets: Vec<&str> = self.model.schema.set_names.keys().map(EcoString::as_str).collect();
            let diagnostic = errors::unknown_value_type(path, &sets);
            self.diagnostics.push(diagnostic);
        }
        kinds
    }
}
