//! Dotted paths in expressions: a variable, a value of a set, a declared element or a type, then attributes.

use ecow::EcoString;

use super::builtin::Builtin;
use super::errors;
use super::ir::{Accessor, Accessors, Ir};
use super::lower::Lowering;
use super::types::Type;
use crate::model::{Kind, KindSet, Value};
use crate::syntax::ast::{Name, Path};

impl Lowering<'_, '_> {
    /// Lowers a path; `wanted` tells what a lone word could mean.
    pub(super) fn path(&mut self, path: &Path, wanted: Option<&Type>) -> Option<(Ir, Type)> {
        let (first, rest) = path.names.split_first()?;
        if let Some(slot) = self.variables.iter().position(|variable| variable.name == first.text) {
            let of = self.variables[slot].of.clone();
            return self.attributes(Ir::Var(slot as u8), of, rest);
        }
        if let (Some(Type::Set(set)), true) = (wanted.map(Type::item), rest.is_empty()) {
            return self.symbol(*set, first);
        }
        if self.implicit {
            let subject = self.variables[0].of.clone();
            let has = |kinds: &KindSet| kinds.iter().any(|kind| self.accessor(kind, &first.text).is_some());
            if matches!(&subject, Type::Element(kinds) if has(kinds)) {
                return self.attributes(Ir::Var(0), subject, &path.names);
            }
        }
        self.declared(path, wanted)
    }

    fn symbol(&mut self, set: crate::model::SetId, name: &Name) -> Option<(Ir, Type)> {
        match self.model.schema.set(set).position(&name.text) {
            Some(at) => Some((Ir::Const(Value::Symbol(set, at)), Type::Set(set))),
            None => {
                self.diagnostics.push(errors::not_in_set(self.model.schema.set(set), name));
                None
            }
        }
    }

    /// The longest beginning of the path that names a declared element, then its attributes; or a type.
    fn declared(&mut self, path: &Path, wanted: Option<&Type>) -> Option<(Ir, Type)> {
        for end in (1..=path.names.len()).rev() {
            let part = Path { names: path.names[..end].to_vec(), span: path.span };
            if let Some(id) = self.scope.find(self.model, &part) {
                let of = Type::Element(KindSet::of(self.model.element(id).kind));
                return self.attributes(Ir::Const(Value::Element(id)), of, &path.names[end..]);
            }
        }
        if let Some(of) = self.model.type_named(&path.text()) {
            return Some((Ir::Const(Value::Type(of)), Type::TypeRef));
        }
        let scalar = wanted
            .filter(|wanted| matches!(wanted.item(), Type::Bool | Type::Int | Type::Text | Type::Date) && path.names.len() == 1);
        if let (Some(wanted), Some(of)) = (scalar, errors::value_elsewhere(self.model, &path.names[0].text)) {
            self.diagnostics.push(errors::value_of_other_type(self.model, &path.names[0], &of, wanted.item()));
            return None;
        }
        let variables: Vec<&str> = self.variables.iter().map(|variable| variable.name.as_str()).collect();
        self.diagnostics.push(errors::unknown_word(self.model, path, &variables, self.scope, wanted));
        None
    }

    fn attributes(&mut self, mut ir: Ir, mut of: Type, names: &[Name]) -> Option<(Ir, Type)> {
        for name in names {
            (ir, of) = self.attribute(ir, &of, name)?;
        }
        Some((ir, of))
    }

    fn attribute(&mut self, base: Ir, of: &Type, name: &Name) -> Option<(Ir, Type)> {
        let kinds = match of.item() {
            Type::Element(kinds) => {
                let known = self.narrowed.iter().filter(|(what, _)| *what == base);
                known.fold(*kinds, |kinds, (_, known)| kinds.intersection(*known))
            }
            Type::Any => return Some((Ir::Unknown, Type::Any)),
            other => {
                self.diagnostics.push(errors::no_attributes(self.model, name, other));
                return None;
            }
        };
        let mut by_kind = [Accessor::None; Kind::COUNT];
        let mut found: Option<Type> = None;
        let mut lacking = KindSet::EMPTY;
        for kind in kinds.iter() {
            match self.accessor(kind, &name.text) {
                Some((accessor, value)) => {
                    by_kind[kind as usize] = accessor;
                    let agreed = match found.take() {
                        Some(Type::Element(known)) => match &value {
                            Type::Element(more) => Type::Element(known.with(*more)),
                            _ => Type::Element(known),
                        },
                        Some(known) => known,
                        None => value,
                    };
                    found = Some(agreed);
                }
                None => lacking = lacking.with(KindSet::of(kind)),
            }
        }
        let Some(value) = found else {
            self.diagnostics.push(errors::unknown_attribute(self.model, self.defines, name, kinds));
            return None;
        };
        if !lacking.is_empty() {
            self.diagnostics.push(errors::not_for_all(name, lacking));
            return None;
        }
        let value =
            if matches!(of, Type::List(_)) && !matches!(value, Type::List(_)) { Type::List(Box::new(value)) } else { value };
        Some((Ir::Access(Box::new(base), Box::new(Accessors { name: name.text.clone(), by_kind })), value))
    }

    /// What a name means for a kind.
    pub(super) fn accessor(&self, kind: Kind, name: &EcoString) -> Option<(Accessor, Type)> {
        if let Some(id) = self.model.schema.attribute(kind, name) {
            return Some((Accessor::Attribute(id), Type::of(&self.model.schema.info(id).value_type)));
        }
        if let Some((number, of)) = self.defines.find(kind, name) {
            return Some((Accessor::Define(number), of.clone()));
        }
        Builtin::of(&self.model.schema, kind, name).map(|(builtin, of)| (Accessor::Builtin(builtin), of))
    }
}
