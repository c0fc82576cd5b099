//! What can be wrong with rules and expressions. One function a message; codes TM03xx (and TM0201, TM0206 where names are unknown).

use super::builtin::Builtin;
use super::ir::Function;
use super::ruleset::DefineTable;
use super::types::Type;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{AttributeInfo, Kind, KindSet, Model, Scope, ValueSet, of_owner};
use crate::syntax::ast::{Expr, ExprKind, Name, Operator, Path};
use crate::text::Span;
use crate::words::{count, list, nearest, tick};

/// TM0301
pub(super) fn not_a_condition(model: &Model, span: Span, of: &Type) -> Diagnostic {
    let help = match of {
        Type::List(_) => Some("ask about its items: `any x in … where (…)`, or `not empty(…)`".to_owned()),
        Type::Set(set) => {
            let value = model.schema.set(*set).names().next().unwrap_or("…").to_owned();
            Some(format!("compare it, for example `== {value}`"))
        }
        _ => None,
    };
    Diagnostic::new(Code::RuleType, span)
        .message("a condition must be yes or no")
        .label(format!("this is {}", of.describe(&model.schema)))
        .maybe_help(help)
}

/// TM0301
pub(super) fn mixed_list(model: &Model, span: Span, of: &Type, other: &Type) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span).message("the items of a list must be of one type").label(format!(
        "this is {}, the items before are {}",
        other.describe(&model.schema),
        of.describe(&model.schema)
    ))
}

/// What stands on one side of a comparison.
pub(super) struct Side<'a> {
    /// The expression.
    pub(super) expr: &'a Expr,
    /// What it can be.
    pub(super) of: String,
}

/// TM0302
pub(super) fn never_equal(left: &Side<'_>, right: &Side<'_>, help: Option<String>) -> Diagnostic {
    let shown = |side: &Side<'_>| match &side.expr.kind {
        ExprKind::Path(path) => format!("{} is {}", tick(&path.text()), side.of),
        _ => format!("the other side is {}", side.of),
    };
    Diagnostic::new(Code::NeverHolds, right.expr.span)
        .message(format!("this comparison can never hold: {}, {}", shown(left), shown(right)))
        .label(right.of.clone())
        .also(left.expr.span, left.of.clone())
        .maybe_help(help)
}

/// How two sides that never meet could be compared after all.
pub(super) fn compare_otherwise(left: (&Expr, &Type), right: (&Expr, &Type)) -> Option<String> {
    let path = |expr: &Expr| if let ExprKind::Path(path) = &expr.kind { Some(path.text()) } else { None };
    match (left.1, right.1) {
        (Type::Bool, _) => Some(match path(left.0) {
            Some(condition) => format!(
                "what is yes or no is a condition by itself: {} or {}",
                tick(&condition),
                tick(&format!("not {condition}"))
            ),
            None => "what is yes or no is a condition by itself".to_owned(),
        }),
        (Type::List(item), other) if **item == *other => Some(match (path(left.0), path(right.0)) {
            (Some(list), Some(item)) => format!("a list is searched with `in`: {}", tick(&format!("{item} in {list}"))),
            _ => "a list is searched with `in`, or with `any x in … where (…)`".to_owned(),
        }),
        (Type::List(_), _) => Some("ask about its items: `any x in … where (…)`".to_owned()),
        _ => None,
    }
}

/// Names of the sets that have a value, and the words for them.
pub(super) fn value_elsewhere(model: &Model, name: &str) -> Option<String> {
    let named =
        model.schema.sets.iter().filter(|set| model.schema.set_named(&set.name).is_some() && set.position(name).is_some());
    let sets: Vec<String> = named.take(3).map(|set| tick(&set.name)).collect();
    (!sets.is_empty()).then(|| format!("a value of {}", list(&sets, "or")))
}

/// TM0302: a value of a set where something else is wanted.
pub(super) fn value_of_other_type(model: &Model, name: &Name, of: &str, wanted: &Type) -> Diagnostic {
    Diagnostic::new(Code::NeverHolds, name.span)
        .message(format!("{} is {of}, where {} is needed", tick(&name.text), wanted.describe(&model.schema)))
        .label(of.to_owned())
}

/// TM0302
pub(super) fn never_is(span: Span, of: &Path, known: KindSet, kinds: KindSet) -> Diagnostic {
    let name = of.text();
    let kind = KindSet::named(&name).is_some();
    let what = if kind { kinds.describe() } else { tick(&name) };
    Diagnostic::new(Code::NeverHolds, span.to(of.span)).message(format!("{} is never {what}", known.describe())).label(if kind {
        "this can never hold".to_owned()
    } else {
        format!("{} is a type of {}", tick(&name), kinds.iter().next().map_or("element", Kind::word))
    })
}

/// TM0301
pub(super) fn no_order(model: &Model, span: Span, operator: Operator, of: &Type) -> Diagnostic {
    let help = matches!(of, Type::Set(_))
        .then(|| "only the values of a `scale` have an order; compare with `==` or `in [ … ]`".to_owned());
    Diagnostic::new(Code::RuleType, span)
        .message(format!("`{}` needs values with an order", operator.symbol()))
        .label(format!("this is {}", of.describe(&model.schema)))
        .maybe_help(help)
}

/// TM0301
pub(super) fn not_a_list(model: &Model, span: Span, of: &Type) -> Diagnostic {
    let help = matches!(of, Type::Set(_) | Type::Element(_)).then(|| "put it in brackets: `[…]`".to_owned());
    Diagnostic::new(Code::RuleType, span)
        .message("a list is needed here")
        .label(format!("this is {}", of.describe(&model.schema)))
        .maybe_help(help)
}

/// TM0301
pub(super) fn list_in_list(span: Span) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span)
        .message("`in` looks for one item")
        .label("this is a list")
        .help("write `intersects(…, …)`, or `any x in … where (x in …)`")
}

/// TM0301
pub(super) fn list_is(model: &Model, span: Span, of: &Type) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span)
        .message("`is` asks about one element")
        .label(format!("this is {}", of.describe(&model.schema)))
        .help("write `any x in … where (x is …)`")
}

/// TM0301
pub(super) fn not_an_element(model: &Model, span: Span, of: &Type) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span)
        .message("an element is needed here")
        .label(format!("this is {}", of.describe(&model.schema)))
}

/// TM0301
pub(super) fn no_attributes(model: &Model, name: &Name, of: &Type) -> Diagnostic {
    Diagnostic::new(Code::RuleType, name.span)
        .message(format!("{} has no attributes, so no {}", of.describe(&model.schema), tick(&name.text)))
        .label("nothing to look into")
}

/// TM0301
pub(super) fn too_many_variables(span: Span) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span).message("too many `any`, `all` and `count` stand in one another").label("the innermost")
}

/// TM0301
pub(super) fn variable_twice(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::RuleType, name.span)
        .message(format!("{} already stands for something else", tick(&name.text)))
        .label("choose another name")
}

/// TM0203
pub(super) fn unknown_attribute(model: &Model, defines: &DefineTable, name: &Name, kinds: KindSet) -> Diagnostic {
    let builtin = Builtin::ALL
        .iter()
        .map(|(word, _)| *word)
        .filter(|word| kinds.iter().any(|kind| Builtin::of(&model.schema, kind, word).is_some()));
    let declared = kinds.iter().flat_map(|kind| model.schema.names_of(kind));
    let near = nearest(&name.text, declared.chain(defines.names(kinds)).chain(builtin));
    let elsewhere: Vec<String> =
        model.schema.attributes.iter().filter(|info| info.name == name.text).map(|info| of_owner(&info.owner_word)).collect();
    Diagnostic::new(Code::UnknownAttribute, name.span)
        .message(format!("{} has no attribute {}", kinds.describe(), tick(&name.text)))
        .label("not declared")
        .did_you_mean(near)
        .maybe_help(
            (near.is_none() && !elsewhere.is_empty()).then(|| format!("it is an attribute of {}", list(&elsewhere, "and"))),
        )
}

/// TM0301
pub(super) fn not_for_all(name: &Name, lacking: KindSet) -> Diagnostic {
    Diagnostic::new(Code::RuleType, name.span)
        .message(format!("{} is no attribute of {}, which can stand here too", tick(&name.text), lacking.describe()))
        .label("not every element here has it")
        .help("say first which elements are meant: `for process p`, or `any p in … where (…)` over a list of one kind")
}

/// TM0302
pub(super) fn not_in_set(set: &ValueSet, name: &Name) -> Diagnostic {
    let names: Vec<String> = set.names().map(tick).collect();
    Diagnostic::new(Code::NeverHolds, name.span)
        .message(format!("{} is no value of {}", tick(&name.text), tick(&set.name)))
        .label(format!("expected {}", list(&names, "or")))
        .did_you_mean(nearest(&name.text, set.names()))
}

/// TM0201
pub(super) fn unknown_word(model: &Model, path: &Path, variables: &[&str], scope: Scope, wanted: Option<&Type>) -> Diagnostic {
    let first = &path.names[0];
    let kinds = Kind::ALL.iter().fold(KindSet::EMPTY, |set, kind| set.with(KindSet::of(*kind)));
    let names = scope.names(model, kinds);
    let near = nearest(&first.text, variables.iter().copied().chain(names).chain(model.types.iter().map(|of| of.name.as_str())));
    let known: Vec<String> = variables.iter().map(|name| tick(name)).collect();
    let what = match wanted {
        Some(Type::Bool) => "no condition, variable or element has this name",
        _ => "no variable, element or type has this name",
    };
    Diagnostic::new(Code::UnknownName, first.span)
        .message(format!("cannot find {}", tick(&first.text)))
        .label(what)
        .did_you_mean(near)
        .maybe_help(
            (near.is_none() && !known.is_empty())
                .then(|| format!("the variables that can be used here: {}", list(&known, "and"))),
        )
}

/// TM0206
pub(super) fn unknown_type(model: &Model, path: &Path) -> Diagnostic {
    let kinds = Kind::ALL.iter().map(|kind| kind.word()).chain(["element", "component"]);
    let near = nearest(
        &path.text(),
        kinds
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .chain(model.types.iter().map(|of| of.name.as_str())),
    )
    .map(str::to_owned);
    Diagnostic::new(Code::UnknownType, path.span)
        .message(format!("there is no kind or type {}", tick(&path.text())))
        .label("not declared")
        .did_you_mean(near.as_deref())
}

/// TM0305
pub(super) fn unknown_function(name: &Name) -> Diagnostic {
    let words = || Function::ALL.iter().map(|(word, _, _)| *word);
    let known: Vec<String> = words().map(tick).collect();
    Diagnostic::new(Code::UnknownFunction, name.span)
        .message(format!("there is no function {}", tick(&name.text)))
        .label(format!("the functions are {}", list(&known, "and")))
        .did_you_mean(nearest(&name.text, words()))
}

/// TM0305
pub(super) fn wrong_arity(span: Span, name: &str, wanted: usize, found: usize) -> Diagnostic {
    Diagnostic::new(Code::UnknownFunction, span)
        .message(format!("{} takes {}", tick(name), count(wanted, "argument")))
        .label(format!("{found} given"))
}

/// TM0304
pub(super) fn bad_template(span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadTemplate, span)
        .message("what stands between `{` and `}` must be a path such as `f.source`")
        .label("no path")
        .help("to write a brace, double it: `{{`")
}

/// TM0304
pub(super) fn unbalanced_template(span: Span, brace: &str) -> Diagnostic {
    let message = if brace == "{" { "`{` is never closed in this text" } else { "`}` closes nothing in this text" };
    Diagnostic::new(Code::BadTemplate, span)
        .message(message)
        .label("here")
        .help(format!("to write a brace, double it: {}", tick(&brace.repeat(2))))
}

/// TM0303
pub(super) fn rule_lacks(name: &Name, what: &str) -> Diagnostic {
    Diagnostic::new(Code::RuleShape, name.span).message(format!("the rule {} lacks {what}", tick(&name.text))).label("this rule")
}

/// TM0605
pub(super) fn factor_lacks(name: &Name, what: &str) -> Diagnostic {
    Diagnostic::new(Code::FactorShape, name.span)
        .message(format!("the factor {} lacks {what}", tick(&name.text)))
        .label("this factor")
        .help("write `for port p`, `applies when p.covered` and `lowers: 1`, each on a line of its own")
}

/// TM0605
pub(super) fn factor_steps(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::FactorShape, name.span)
        .message(format!("the factor {} takes one of `lowers:` and `raises:`, a number of steps above 0", tick(&name.text)))
        .label("this factor says neither, or both, or no steps")
}

/// TM0303
pub(super) fn twice(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::RuleShape, span).message(format!("there is a {what} already")).label("a second one")
}

/// TM0303
pub(super) fn condition_of_other(span: Span, condition: &str, owner: &str) -> Diagnostic {
    Diagnostic::new(Code::RuleShape, span).message(format!("`{condition}` belongs in {owner}")).label("not here")
}

/// TM0201
pub(super) fn unknown_category(model: &Model, path: &Path) -> Diagnostic {
    let names: Vec<&str> = model.of_kind(Kind::Category).map(|id| model.element(id).name.as_str()).collect();
    Diagnostic::new(Code::UnknownName, path.span)
        .message(format!("there is no category {}", tick(&path.text())))
        .label("not declared")
        .did_you_mean(nearest(&path.text(), names))
}

/// TM0303
pub(super) fn define_needs_owner(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::RuleShape, path.span)
        .message("a definition belongs to a kind")
        .label("whose attribute?")
        .help(format!("write {}", tick(&format!("define flow.{} = …", path.text()))))
}

/// TM0206
pub(super) fn unknown_owner(name: &Name) -> Diagnostic {
    let kinds = Kind::ALL.iter().map(|kind| kind.word()).chain(["element", "component"]);
    Diagnostic::new(Code::UnknownType, name.span)
        .message(format!("{} is no kind of element", tick(&name.text)))
        .label("expected a kind such as `flow`, or a group such as `component`")
        .did_you_mean(nearest(&name.text, kinds))
}

/// TM0202
pub(super) fn defined_twice(name: &Name, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span)
        .message(format!("the attribute {} exists already", tick(&name.text)))
        .label("defined again here")
        .also(earlier, "first declared here, for one of the same kinds")
}

/// TM0301
pub(super) fn define_of_other_type(model: &Model, span: Span, of: &Type, found: &Type) -> Diagnostic {
    Diagnostic::new(Code::RuleType, span)
        .message(format!("the definition should be {}", of.describe(&model.schema)))
        .label(format!("this is {}", found.describe(&model.schema)))
}

/// TM0206
pub(super) fn unknown_define_type(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::UnknownType, path.span)
        .message(format!("{} is no type of value", tick(&path.text())))
        .label("not declared")
}

/// TM0301
pub(super) fn define_one_of(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::RuleType, name.span)
        .message("a definition cannot declare values of its own")
        .label("begins here")
        .help("declare an `enum` or a `scale`, and name it")
}

/// TM0306
pub(super) fn define_cycle(span: Span, circle: &[String]) -> Diagnostic {
    let name = circle.first().map_or("", String::as_str);
    Diagnostic::new(Code::DefineCycle, span)
        .message(format!("{} is defined by itself", tick(name)))
        .label("its definition leads back here")
        .note(circle.join(" → "))
        .help("define one of them by attributes alone")
}

/// TM0316
pub(super) fn unchecked_question(attribute: &Name) -> Diagnostic {
    Diagnostic::new(Code::UncheckedQuestion, attribute.span)
        .message(format!("{} says how the check of a clause is read, and this clause has none", tick(&attribute.text)))
        .label("without effect")
        .help("say what is asked of which elements, with `for` and `satisfied when`, or remove the line")
}

/// TM0315
pub(super) fn unknown_asker(info: &AttributeInfo, name: &str, near: Option<&str>, span: Span) -> Diagnostic {
    let owner = &info.owner_word;
    Diagnostic::new(Code::UnknownAsker, span)
        .message(format!("no derived attribute of {} is called {}", of_owner(owner), tick(name)))
        .label("a derived attribute of yes or no is needed")
        .note(format!("without it nobody is asked for {}", tick(&format!("{owner}.{}", info.name))))
        .did_you_mean(near)
        .help(format!("declare it with `define {owner}.NAME : bool = …`"))
}
