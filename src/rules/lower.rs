//! Expressions to their closed form, type-checked on the way.

use ecow::EcoString;

use super::errors;
use super::ir::{Function, Ir, Test};
use super::ruleset::DefineTable;
use super::types::Type;
use crate::diagnostic::Diagnostics;
use crate::model::{Kind, KindSet, Model, Scope, Value};
use crate::syntax::ast::{Comparison, Expr, ExprKind, Name, Operator, Path, Quantifier, Quantity};

/// A name that stands for an element.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its name.
    pub name: EcoString,
    /// What it can be.
    pub of: Type,
}

/// What lowering an expression needs.
pub struct Lowering<'a, 'd> {
    pub(super) model: &'a Model,
    pub(super) defines: &'a DefineTable,
    pub(super) variables: Vec<Variable>,
    /// Whether a lone word can be an attribute of the first variable.
    pub(super) implicit: bool,
    pub(super) scope: Scope,
    /// What the operands of an `and` so far say about the kinds of something, as in `f.target is process and f.target.login == none`.
    pub(super) narrowed: Vec<(Ir, KindSet)>,
    /// Messages.
    pub diagnostics: &'d mut Diagnostics,
}

/// Expressions with more variables in one another are refused.
const MOST_VARIABLES: usize = 12;

impl<'a, 'd> Lowering<'a, 'd> {
    /// Lowering over the library's definitions, with the given variables in scope.
    pub fn new(
        model: &'a Model,
        defines: &'a DefineTable,
        variables: Vec<Variable>,
        library: bool,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Self { model, defines, variables, implicit: false, scope: Scope::root(library), narrowed: Vec::new(), diagnostics }
    }

    /// Lets a lone word be an attribute of the first variable.
    pub fn with_implicit_subject(mut self) -> Self {
        self.implicit = true;
        self
    }

    /// Lowers a condition, which must be yes or no.
    pub fn condition(&mut self, expr: &Expr) -> Option<Ir> {
        let (ir, of) = self.lower(expr, Some(&Type::Bool))?;
        if !of.meets(&Type::Bool) {
            self.diagnostics.push(errors::not_a_condition(self.model, expr.span, &of));
            return None;
        }
        Some(ir)
    }

    /// Lowers an expression; `wanted` tells what a lone word could mean.
    pub fn lower(&mut self, expr: &Expr, wanted: Option<&Type>) -> Option<(Ir, Type)> {
        match &expr.kind {
            ExprKind::Error => None,
            ExprKind::Unknown => Some((Ir::Unknown, Type::Any)),
            ExprKind::Bool(value) => Some(self.yes_or_no(*value, wanted)),
            ExprKind::Int(value) => Some((Ir::Const(Value::Int(*value)), Type::Int)),
            ExprKind::Date(value) => Some((Ir::Const(Value::Date(*value)), Type::Date)),
            ExprKind::Text(value) => Some((Ir::Const(Value::Text(value.clone())), Type::Text)),
            ExprKind::Path(path) => self.path(path, wanted),
            ExprKind::List(items) => self.list(items, wanted),
            ExprKind::Not(inner) => Some((Ir::Not(Box::new(self.condition(inner)?)), Type::Bool)),
            ExprKind::And(operands) => self.conjunction(operands).map(|all| (Ir::And(all), Type::Bool)),
            ExprKind::Or(operands) => self.connective(operands).map(|all| (Ir::Or(all), Type::Bool)),
            ExprKind::Compare(comparison) => self.comparison(comparison),
            ExprKind::In { item, list, negated } => self.membership(item, list, *negated),
            ExprKind::Is { item, of, negated } => self.kind_test(item, of, *negated),
            ExprKind::Quantifier(quantifier) => self.quantifier(quantifier),
            ExprKind::Call { function, arguments } => self.call(function, arguments, expr),
        }
    }

    /// `no` can be a value of a set that lists it.
    fn yes_or_no(&self, value: bool, wanted: Option<&Type>) -> (Ir, Type) {
        if let Some(Type::Set(set)) = wanted {
            let word = if value { "yes" } else { "no" };
            if let Some(at) = self.model.schema.set(*set).position(word) {
                return (Ir::Const(Value::Symbol(*set, at)), Type::Set(*set));
            }
        }
        (Ir::Const(Value::Bool(value)), Type::Bool)
    }

    /// Every operand is checked, so that each mistake is told.
    fn connective(&mut self, operands: &[Expr]) -> Option<Vec<Ir>> {
        let lowered: Vec<Option<Ir>> = operands.iter().map(|operand| self.condition(operand)).collect();
        lowered.into_iter().collect()
    }

    /// What an operand says of a kind holds for those after it: they are asked only where it does.
    fn conjunction(&mut self, operands: &[Expr]) -> Option<Vec<Ir>> {
        let known = self.narrowed.len();
        let mut lowered = Vec::with_capacity(operands.len());
        for operand in operands {
            let ir = self.condition(operand);
            match &ir {
                Some(Ir::Is(item, test)) => self.narrowed.push(((**item).clone(), self.kinds_of(*test))),
                Some(Ir::Not(inner)) => {
                    if let Ir::Is(item, Test::Kind(kinds)) = &**inner {
                        let others =
                            Kind::ALL.iter().map(|kind| KindSet::of(*kind)).filter(|kind| kind.intersection(*kinds).is_empty());
                        self.narrowed.push(((**item).clone(), others.fold(KindSet::EMPTY, KindSet::with)));
                    }
                }
                _ => {}
            }
            lowered.push(ir);
        }
        self.narrowed.truncate(known);
        lowered.into_iter().collect()
    }

    fn kinds_of(&self, test: Test) -> KindSet {
        match test {
            Test::Kind(kinds) => kinds,
            Test::Type(of) => KindSet::of(self.model.type_of(of).kind),
        }
    }

    fn list(&mut self, items: &[Expr], wanted: Option<&Type>) -> Option<(Ir, Type)> {
        let mut of = wanted.map_or(Type::Any, |wanted| wanted.item().clone());
        let mut lowered = Vec::with_capacity(items.len());
        for item in items {
            let wanted = if of == Type::Any { None } else { Some(&of) };
            let (ir, item_type) = self.lower(item, wanted)?;
            if of == Type::Any {
                of = item_type;
            } else if !of.meets(&item_type) {
                self.diagnostics.push(errors::mixed_list(self.model, item.span, &of, &item_type));
                return None;
            }
            lowered.push(ir);
        }
        Some((Ir::List(lowered), Type::List(Box::new(of))))
    }

    fn comparison(&mut self, comparison: &Comparison) -> Option<(Ir, Type)> {
        let Comparison { left, operator, right } = comparison;
        let right_first = self.is_lone_word(left) && !self.is_lone_word(right);
        let ((left_ir, left_type), (right_ir, right_type)) = if right_first {
            let right = self.lower(right, None)?;
            (self.lower(left, Some(&right.1))?, right)
        } else {
            let lowered = self.lower(left, None)?;
            if let Some(of) = self.value_of_a_set(right, &lowered.1) {
                let (one, other) =
                    (errors::Side { expr: left, of: lowered.1.describe(&self.model.schema) }, errors::Side { expr: right, of });
                let help = errors::compare_otherwise((left, &lowered.1), (right, &Type::Any));
                self.diagnostics.push(errors::never_equal(&one, &other, help));
                return None;
            }
            let right = self.lower(right, Some(&lowered.1))?;
            (lowered, right)
        };
        if !left_type.meets(&right_type) {
            self.never_equal((left, &left_type), (right, &right_type));
            return None;
        }
        if operator.is_ordering() {
            self.check_order(&left_type, left, *operator)?;
        }
        Some((Ir::Compare(*operator, Box::new(left_ir), Box::new(right_ir)), Type::Bool))
    }

    fn never_equal(&mut self, left: (&Expr, &Type), right: (&Expr, &Type)) {
        let schema = &self.model.schema;
        let (one, other) = (
            errors::Side { expr: left.0, of: left.1.describe(schema) },
            errors::Side { expr: right.0, of: right.1.describe(schema) },
        );
        self.diagnostics.push(errors::never_equal(&one, &other, errors::compare_otherwise(left, right)));
    }

    /// What a lone word is that names a value, where something other than values of a set is wanted.
    fn value_of_a_set(&self, expr: &Expr, wanted: &Type) -> Option<String> {
        let ExprKind::Path(path) = &expr.kind else { return None };
        let scalar = matches!(wanted, Type::Bool | Type::Int | Type::Text | Type::Date);
        if !scalar || !self.is_lone_word(expr) || self.scope.find(self.model, path).is_some() {
            return None;
        }
        errors::value_elsewhere(self.model, &path.text())
    }

    fn check_order(&mut self, of: &Type, side: &Expr, operator: Operator) -> Option<()> {
        let ordered = match of {
            Type::Int | Type::Date | Type::Any => true,
            Type::Set(set) => self.model.schema.set(*set).ordered,
            _ => false,
        };
        if !ordered {
            self.diagnostics.push(errors::no_order(self.model, side.span, operator, of));
        }
        ordered.then_some(())
    }

    /// A word that is no variable: what it means depends on the other side.
    fn is_lone_word(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Path(Path { names, .. }) => {
                names.len() == 1 && !self.variables.iter().any(|variable| variable.name == names[0].text)
            }
            _ => false,
        }
    }

    fn membership(&mut self, item: &Expr, list: &Expr, negated: bool) -> Option<(Ir, Type)> {
        let (item_ir, item_type) = if self.is_lone_word(item) {
            let (_, list_type) = self.lower(list, None)?;
            self.lower(item, Some(list_type.item()))?
        } else {
            self.lower(item, None)?
        };
        let wanted = Type::List(Box::new(item_type.clone()));
        let (list_ir, list_type) = self.lower(list, Some(&wanted))?;
        if !matches!(list_type, Type::List(_) | Type::Any) {
            self.diagnostics.push(errors::not_a_list(self.model, list.span, &list_type));
            return None;
        }
        if matches!(item_type, Type::List(_)) {
            self.diagnostics.push(errors::list_in_list(item.span));
            return None;
        }
        if !item_type.meets(list_type.item()) {
            self.never_equal((item, &item_type), (list, &list_type));
            return None;
        }
        let ir = Ir::In(Box::new(item_ir), Box::new(list_ir));
        Some((if negated { Ir::Not(Box::new(ir)) } else { ir }, Type::Bool))
    }

    fn kind_test(&mut self, item: &Expr, of: &Path, negated: bool) -> Option<(Ir, Type)> {
        let (item_ir, item_type) = self.lower(item, None)?;
        let (test, kinds) = self.test(of)?;
        match &item_type {
            Type::Element(known) if known.intersection(kinds).is_empty() => {
                self.diagnostics.push(errors::never_is(item.span, of, *known, kinds));
                return None;
            }
            Type::Element(_) | Type::TypeRef | Type::Any => {}
            Type::List(_) => {
                self.diagnostics.push(errors::list_is(self.model, item.span, &item_type));
                return None;
            }
            other => {
                self.diagnostics.push(errors::not_an_element(self.model, item.span, other));
                return None;
            }
        }
        let ir = Ir::Is(Box::new(item_ir), test);
        Some((if negated { Ir::Not(Box::new(ir)) } else { ir }, Type::Bool))
    }

    /// A kind, a group or a type by name.
    pub(super) fn test(&mut self, path: &Path) -> Option<(Test, KindSet)> {
        let word = path.text();
        if let Some(kinds) = KindSet::named(&word) {
            return Some((Test::Kind(kinds), kinds));
        }
        if let Some(of) = self.model.type_named(&word) {
            return Some((Test::Type(of), KindSet::of(self.model.type_of(of).kind)));
        }
        self.diagnostics.push(errors::unknown_type(self.model, path));
        None
    }

    fn quantifier(&mut self, quantifier: &Quantifier) -> Option<(Ir, Type)> {
        let (list_ir, list_type) = self.lower(&quantifier.list, None)?;
        if !matches!(list_type, Type::List(_) | Type::Any) {
            self.diagnostics.push(errors::not_a_list(self.model, quantifier.list.span, &list_type));
            return None;
        }
        if self.variables.len() >= MOST_VARIABLES {
            self.diagnostics.push(errors::too_many_variables(quantifier.name.span));
            return None;
        }
        if self.variables.iter().any(|variable| variable.name == quantifier.name.text) {
            self.diagnostics.push(errors::variable_twice(&quantifier.name));
            return None;
        }
        let slot = self.variables.len() as u8;
        self.variables.push(Variable { name: quantifier.name.text.clone(), of: list_type.item().clone() });
        let condition = self.condition(&quantifier.condition);
        self.variables.pop();
        let ir = Ir::Quantifier(quantifier.which, slot, Box::new(list_ir), Box::new(condition?));
        let of = match quantifier.which {
            Quantity::Any | Quantity::All => Type::Bool,
            Quantity::Count => Type::Int,
            Quantity::Each => Type::List(Box::new(list_type.item().clone())),
        };
        Some((ir, of))
    }

    fn call(&mut self, function: &Name, arguments: &[Expr], expr: &Expr) -> Option<(Ir, Type)> {
        let Some((_, arity, which)) = Function::ALL.iter().find(|(word, _, _)| *word == function.text) else {
            self.diagnostics.push(errors::unknown_function(function));
            return None;
        };
        if arguments.len() != *arity {
            self.diagnostics.push(errors::wrong_arity(expr.span, &function.text, *arity, arguments.len()));
            return None;
        }
        let lowered: Option<Vec<(Ir, Type)>> = arguments.iter().map(|argument| self.lower(argument, None)).collect();
        let (irs, types): (Vec<Ir>, Vec<Type>) = lowered?.into_iter().unzip();
        let of = self.result_type(*which, &types, arguments)?;
        Some((Ir::Call(*which, irs), of))
    }

    fn result_type(&mut self, function: Function, types: &[Type], arguments: &[Expr]) -> Option<Type> {
        let lists = matches!(
            function,
            Function::Count | Function::Empty | Function::Max | Function::Min | Function::Union | Function::Intersects
        );
        for (of, argument) in types.iter().zip(arguments) {
            let fits = match function {
                _ if lists => matches!(of, Type::List(_) | Type::Any),
                Function::Reaches | Function::Inside => matches!(of, Type::Element(_) | Type::Any),
                _ => true,
            };
            if !fits && lists {
                self.diagnostics.push(errors::not_a_list(self.model, argument.span, of));
                return None;
            }
            if !fits {
                self.diagnostics.push(errors::not_an_element(self.model, argument.span, of));
                return None;
            }
        }
        Some(match function {
            Function::Count => Type::Int,
            Function::Max | Function::Min => {
                self.check_order(types[0].item(), &arguments[0], Operator::Less)?;
                types[0].item().clone()
            }
            Function::Union => types[0].clone(),
            _ => Type::Bool,
        })
    }
}
