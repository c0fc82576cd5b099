//! Walks the expressions of rules, clauses, factors, definitions and assertions, and the values in their texts.

use crate::model::{Kind, KindSet, Scope, SetId, ValueType};
use crate::rules::{Builtin, Function, Type};
use crate::syntax::ast::{Declaration, Define, Expr, ExprKind, Member, Name, Path};
use crate::text::Span;

use super::Meaning;
use super::members::Walk;

/// What is known of the values of an expression.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The kinds of elements they can be.
    kinds: KindSetOrNone,
    /// The set they are from.
    set: Option<SetId>,
}

/// The kinds of elements, if it is elements.
type KindSetOrNone = Option<KindSet>;

impl Known {
    fn elements(kinds: KindSet) -> Self {
        Self { kinds: Some(kinds), set: None }
    }

    fn of(of: &Type) -> Self {
        match of {
            Type::Element(kinds) => Self::elements(*kinds),
            Type::Set(set) => Self { kinds: None, set: Some(*set) },
            Type::List(item) => Self::of(item),
            Type::Bool | Type::Int | Type::Text | Type::Date | Type::TypeRef | Type::Any => Self::default(),
        }
    }
}

/// What values of a type are.
pub(super) fn of_value_type(of: &ValueType) -> Known {
    Known::of(&Type::of(of))
}

impl<'c> Walk<'c, '_> {
    /// The lines of a rule, a clause or a factor, and the texts that name its variable.
    pub(super) fn conditions(&mut self, declaration: &'c Declaration, scope: Scope) {
        let body = &declaration.body;
        let binder = body.iter().find_map(|member| if let Member::For(binder) = member { Some(binder) } else { None });
        let scope = Scope::root(scope.library);
        if let Some(binder) = binder {
            self.kind_or_type(&binder.domain);
            let word = binder.domain.text();
            let of_type = self.type_named(&word).map(|of| KindSet::of(self.compilation.model.type_of(of).kind));
            let kinds = KindSet::named(&word).or(of_type).unwrap_or(KindSet::DRAWN);
            self.introduce(&binder.name, Known::elements(kinds));
            if let Some(condition) = &binder.condition {
                self.condition(condition, scope);
            }
        }
        if let Some(title) = &declaration.title {
            self.template(title.span, scope);
        }
        for member in body {
            match member {
                Member::When(when) => self.condition(&when.condition, scope),
                Member::Attribute(attribute) if ["statement", "advice"].contains(&&*attribute.name.text) => {
                    self.template(attribute.value.span, scope);
                }
                _ => {}
            }
        }
        self.variables.clear();
    }

    pub(super) fn define(&mut self, define: &'c Define) {
        let [owner, name] = &define.path.names[..] else { return };
        self.means(owner.span, Meaning::Word);
        let number = self.compilation.rules.defines.iter().position(|known| known.span == name.span);
        if let Some(number) = number {
            self.found.all.push(super::Named { span: name.span, meaning: Meaning::Derived(number as u16), declares: true });
        }
        if let Some(of) = &define.value_type {
            self.value_type(of);
        }
        let own = Name { text: "self".into(), span: define.path.span };
        self.variables.push((own, Known::elements(KindSet::named(&owner.text).unwrap_or(KindSet::ALL))));
        let wanted = number.map(|number| Known::of(&self.compilation.rules.defines[number].of)).unwrap_or_default();
        let library = self.compilation.program.files.iter().any(|file| file.id == name.span.file && file.library);
        self.expression(&define.value, wanted, Scope::root(library));
        self.variables.clear();
    }

    fn introduce(&mut self, name: &Name, known: Known) {
        let meaning = Meaning::Variable(name.span, known.kinds.unwrap_or(KindSet::EMPTY));
        self.found.all.push(super::Named { span: name.span, meaning, declares: true });
        self.variables.push((name.clone(), known));
    }

    pub(super) fn condition(&mut self, expr: &'c Expr, scope: Scope) {
        self.expression(expr, Known::default(), scope);
    }

    /// Walks an expression; `wanted` tells what a lone word could mean.
    fn expression(&mut self, expr: &'c Expr, wanted: Known, scope: Scope) -> Known {
        match &expr.kind {
            ExprKind::Path(path) => return self.path(path, wanted, scope),
            ExprKind::List(items) => {
                let mut of = wanted;
                for item in items {
                    let found = self.expression(item, of, scope);
                    of = if of == Known::default() { found } else { of };
                }
                return of;
            }
            ExprKind::Not(inner) => {
                self.condition(inner, scope);
            }
            ExprKind::And(all) | ExprKind::Or(all) => all.iter().for_each(|one| self.condition(one, scope)),
            ExprKind::Compare(sides) => self.sides(&sides.left, &sides.right, scope),
            ExprKind::In { item, list, .. } => self.sides(item, list, scope),
            ExprKind::Is { item, of, .. } => {
                self.condition(item, scope);
                self.kind_or_type(of);
            }
            ExprKind::Quantifier(quantifier) => {
                let of = self.expression(&quantifier.list, Known::default(), scope);
                self.introduce(&quantifier.name, of);
                self.condition(&quantifier.condition, scope);
                self.variables.pop();
                return of;
            }
            ExprKind::Call { function, arguments } => {
                let known = Function::ALL.iter().any(|(word, ..)| *word == function.text);
                self.known(function.span, known.then_some(Meaning::Function));
                let mut of = Known::default();
                for argument in arguments {
                    let found = self.expression(argument, Known::default(), scope);
                    of = if of == Known::default() { found } else { of };
                }
                return of;
            }
            ExprKind::Text(_)
            | ExprKind::Int(_)
            | ExprKind::Date(_)
            | ExprKind::Bool(_)
            | ExprKind::Unknown
            | ExprKind::Error => {}
        }
        Known::default()
    }

    /// What a lone word means depends on the other side.
    fn sides(&mut self, left: &'c Expr, right: &'c Expr, scope: Scope) {
        if self.is_lone_word(left) && !self.is_lone_word(right) {
            let of = self.expression(right, Known::default(), scope);
            self.expression(left, of, scope);
        } else {
            let of = self.expression(left, Known::default(), scope);
            self.expression(right, of, scope);
        }
    }

    fn is_lone_word(&self, expr: &Expr) -> bool {
        let ExprKind::Path(path) = &expr.kind else { return false };
        path.names.len() == 1 && !self.variables.iter().any(|(name, _)| name.text == path.names[0].text)
    }

    fn kind_or_type(&mut self, path: &Path) {
        if KindSet::named(&path.text()).is_some() {
            self.means(path.span, Meaning::Word);
        } else {
            self.type_name(path);
        }
    }

    fn path(&mut self, path: &Path, wanted: Known, scope: Scope) -> Known {
        let Some((first, rest)) = path.names.split_first() else { return Known::default() };
        let variable = self.variables.iter().rev().find(|(name, _)| name.text == first.text).cloned();
        if let Some((name, of)) = variable {
            if first.text != "self" {
                self.means(first.span, Meaning::Variable(name.span, of.kinds.unwrap_or(KindSet::EMPTY)));
            }
            return self.attributes(of, rest);
        }
        if let (Some(set), true) = (wanted.set, rest.is_empty()) {
            let at = self.compilation.model.schema.set(set).position(&first.text);
            self.known(first.span, at.map(|at| Meaning::Value(set, at)));
            return wanted;
        }
        let model = &self.compilation.model;
        for end in (1..=path.names.len()).rev() {
            let part = Path { names: path.names[..end].to_vec(), span: path.span };
            if let Some(id) = scope.find(model, &part) {
                self.declared(&part, scope);
                return self.attributes(Known::elements(KindSet::of(model.element(id).kind)), &path.names[end..]);
            }
        }
        self.type_name(path);
        Known::default()
    }

    fn attributes(&mut self, mut of: Known, names: &[Name]) -> Known {
        for name in names {
            let Some(kinds) = of.kinds else { return Known::default() };
            let found = kinds.iter().find_map(|kind| self.accessor(kind, &name.text));
            match found {
                Some((meaning, _)) => {
                    self.means(name.span, meaning);
                    // what kinds agree on: all they can be
                    let all = kinds.iter().filter_map(|kind| self.accessor(kind, &name.text));
                    of = all.fold(Known::default(), |known, (_, more)| Known {
                        kinds: match (known.kinds, more.kinds) {
                            (Some(a), Some(b)) => Some(a.with(b)),
                            (a, b) => a.or(b),
                        },
                        set: known.set.or(more.set),
                    });
                }
                None => {
                    self.found.unknown.push(name.span);
                    return Known::default();
                }
            }
        }
        of
    }

    fn accessor(&self, kind: Kind, name: &str) -> Option<(Meaning, Known)> {
        let schema = &self.compilation.model.schema;
        if let Some(id) = schema.attribute(kind, name) {
            return Some((Meaning::Attribute(id), self.attribute_values(id)));
        }
        if let Some((number, of)) = self.compilation.rules.table.find(kind, name) {
            return Some((Meaning::Derived(number), Known::of(of)));
        }
        Builtin::of(schema, kind, name).map(|(builtin, of)| (Meaning::Builtin(builtin), Known::of(&of)))
    }

    /// The paths in the braces of a text about `self`.
    pub(super) fn template_about(&mut self, kinds: KindSet, text: Span) {
        self.variables.push((Name { text: "self".into(), span: text }, Known::elements(kinds)));
        self.template(text, Scope::root(true));
        self.variables.clear();
    }

    /// The paths in the braces of a text.
    fn template(&mut self, text: Span, scope: Scope) {
        let slice = self.slice(text);
        let mut at = 0;
        while let Some(open) = slice[at..].find('{').map(|found| at + found) {
            if slice[open + 1..].starts_with('{') {
                at = open + 2;
                continue;
            }
            let Some(close) = slice[open..].find('}').map(|found| open + found) else { return };
            let mut names = Vec::new();
            let mut from = open + 1;
            for part in slice[open + 1..close].split('.') {
                let trimmed = part.trim();
                let lead = part.len() - part.trim_start().len();
                let span = Self::spot(text.file, text.start as usize + from + lead, trimmed.len());
                names.push(Name { text: trimmed.into(), span });
                from += part.len() + 1;
            }
            if names.iter().all(|name| !name.text.is_empty()) {
                let span = Self::spot(text.file, text.start as usize + open + 1, close - open - 1);
                self.path(&Path { names, span }, Known::default(), scope);
            }
            at = close + 1;
        }
    }
}
