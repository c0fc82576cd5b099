//! What can be wrong with names, types and values. One function a message; codes TM02xx.

use super::build::Scope;
use super::ids::{ElementId, TypeId};
use super::kind::{Kind, KindSet};
use super::resolved::Model;
use super::schema::Schema;
use super::value::{ValueSet, ValueType};
use crate::diagnostic::{Diagnostic, code::Code};
use crate::program::STDLIB;
use crate::syntax::ast::{Declaration, Expr, ExprKind, Member, Name, Path};
use crate::text::Span;
use crate::words::{article, list, nearest, tick};

/// The library module that declares a name, among those that were not imported.
fn declared_in(name: &str) -> Option<&'static str> {
    let declares = |text: &str| {
        text.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next().is_some_and(|word| !word.starts_with("//")) && words.next() == Some(name) && !line.starts_with(' ')
        })
    };
    STDLIB.iter().find(|(_, text)| declares(text)).map(|(module, _)| *module)
}

/// TM0201
pub(super) fn unknown_name(model: &Model, path: &Path, scope: Scope, wanted: KindSet) -> Diagnostic {
    // the first name of the path that leads nowhere
    let mut at = None;
    let mut known = 0;
    for end in 1..=path.names.len() {
        let part = Path { names: path.names[..end].to_vec(), span: path.span };
        match scope.find(model, &part) {
            Some(found) => {
                at = Some(found);
                known = end;
            }
            None => break,
        }
    }
    let missing = &path.names[known.min(path.names.len() - 1)];
    let inside = at.map(|at| model.path(at));
    let candidates: Vec<&str> = match at {
        Some(at) => model.relations_free_children(at),
        None => scope.names(model, wanted),
    };
    let near = nearest(&missing.text, candidates.iter().copied());
    let place = inside.as_ref().map_or(String::new(), |inside| format!(" in {}", tick(inside)));
    let module = if at.is_none() && near.is_none() { declared_in(&missing.text) } else { None };
    let offer = match (&inside, near) {
        (Some(inside), None) if !candidates.is_empty() => {
            let shown: Vec<String> = candidates.iter().take(8).map(|name| tick(name)).collect();
            Some(format!("{} has {}", tick(inside), list(&shown, "and")))
        }
        _ => None,
    };
    Diagnostic::new(Code::UnknownName, missing.span)
        .message(format!("cannot find {}{place}", tick(&missing.text)))
        .label(format!("no {} has this name", if wanted.iter().count() == 1 { noun(wanted) } else { "element".to_owned() }))
        .did_you_mean(near)
        .maybe_help(offer)
        .missing_import(module)
}

fn noun(kinds: KindSet) -> String {
    kinds.iter().next().map_or_else(|| "element".to_owned(), |kind| kind.word().to_owned())
}

/// TM0202
pub(super) fn duplicate_name(name: &Name, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span)
        .message(format!("{} is declared twice", tick(&name.text)))
        .label("declared again here")
        .also(earlier, "first declared here")
        .help("rename one of them; to add to what is declared elsewhere, write `extend`")
}

/// TM0202
pub(super) fn duplicate_set(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span)
        .message(format!("a set of values called {} exists already", tick(&name.text)))
        .label("declared again here")
}

/// TM0202
pub(super) fn duplicate_value(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span)
        .message(format!("the value {} is there twice", tick(&name.text)))
        .label("again here")
}

/// TM0202
pub(super) fn duplicate_attribute_declaration(name: &Name, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, name.span)
        .message(format!("the attribute {} is declared twice", tick(&name.text)))
        .label("declared again here")
        .also(earlier, "first declared here, for one of the same kinds")
}

/// TM0203
pub(super) fn unknown_attribute(model: &Model, name: &Name, kind: Kind) -> Diagnostic {
    let near = nearest(&name.text, model.schema.names_of(kind));
    let elsewhere: Vec<&str> =
        model.schema.attributes.iter().filter(|info| info.name == name.text).map(|info| info.owner_word.as_str()).collect();
    let elsewhere: Vec<String> = elsewhere.into_iter().map(of_owner).collect();
    let note = (!elsewhere.is_empty()).then(|| format!("{} is an attribute of {}", tick(&name.text), list(&elsewhere, "and")));
    let diagnostic = Diagnostic::new(Code::UnknownAttribute, name.span)
        .message(format!("{} has no attribute {}", kind.with_article(), tick(&name.text)))
        .label("not declared for this kind")
        .did_you_mean(near);
    let own = near.is_none() && note.is_none();
    let diagnostic =
        diagnostic.maybe_help(own.then(|| format!("declare it: `attribute {}.{} : text`", kind.word(), shorten(&name.text))));
    match note {
        Some(note) => diagnostic.note(note),
        None => diagnostic,
    }
}

/// `a flow`, for the word before the dot of an attribute's declaration.
pub(crate) fn of_owner(word: &str) -> String {
    KindSet::named(word).map_or_else(|| article(word), KindSet::describe)
}

fn shorten(name: &str) -> &str {
    name.char_indices().nth(40).map_or(name, |(end, _)| &name[..end])
}

/// TM0203
pub(super) fn unknown_provided(model: &Model, name: &Name) -> Diagnostic {
    let drawn = model.schema.attributes.iter().filter(|info| !info.owner.intersection(KindSet::DRAWN).is_empty());
    let near = nearest(&name.text, drawn.map(|info| info.name.as_str()));
    Diagnostic::new(Code::UnknownAttribute, name.span)
        .message(format!("no element has an attribute {}", tick(&name.text)))
        .label("cannot be provided")
        .did_you_mean(near)
}

/// TM0203
pub(super) fn attribute_needs_owner(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::MissingPart, path.span)
        .message("an attribute belongs to a kind")
        .label("whose attribute?")
        .help(format!("write {}", tick(&format!("attribute flow.{} : …", path.text()))))
}

/// TM0206
pub(super) fn unknown_kind(name: &Name) -> Diagnostic {
    let kinds = Kind::ALL.iter().map(|kind| kind.word()).chain(["element", "component"]);
    Diagnostic::new(Code::UnknownType, name.span)
        .message(format!("{} is no kind of element", tick(&name.text)))
        .label("expected a kind such as `flow`, or a group such as `component`")
        .did_you_mean(nearest(&name.text, kinds))
}

/// TM0206
pub(super) fn unknown_value_type(path: &Path, sets: &[&str]) -> Diagnostic {
    let word = path.text();
    let builtin = ["bool", "int", "text", "date", "path", "element", "component"];
    let kinds = Kind::ALL.iter().map(|kind| kind.word());
    let near = match word.as_str() {
        "string" | "str" => Some("text"),
        "boolean" => Some("bool"),
        "integer" | "number" => Some("int"),
        _ => nearest(&word, builtin.into_iter().chain(kinds).chain(sets.iter().copied())),
    };
    Diagnostic::new(Code::UnknownType, path.span)
        .message(format!("{} is no type of value", tick(&word)))
        .label("expected `bool`, `int`, `text`, `date`, a kind, or the name of an `enum` or `scale`")
        .did_you_mean(near)
}

/// TM0204
pub(super) fn wants(span: Span, attribute: &str, what: &str) -> Diagnostic {
    Diagnostic::new(Code::WrongValue, span).message(format!("{} takes {what}", tick(attribute))).label("something else")
}

/// TM0204
pub(super) fn ordered_of_other(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::WrongValue, name.span)
        .message("only an attribute that takes a list has an order")
        .label("this attribute takes one value")
        .help("remove the line")
}

/// TM0204
pub(super) fn unset_of_other(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::WrongValue, name.span)
        .message("only an attribute of type `bool` says what counts where nobody states it")
        .label("this attribute takes other values")
        .help("remove the line; what nobody states is a question")
}

/// TM0204
pub(super) fn not_in_set(set: &ValueSet, expr: &Expr, attribute: &str) -> Diagnostic {
    let written = match &expr.kind {
        ExprKind::Path(path) => path.text(),
        ExprKind::Bool(true) => "yes".to_owned(),
        _ => "no".to_owned(),
    };
    let names: Vec<String> = set.names().map(tick).collect();
    Diagnostic::new(Code::WrongValue, expr.span)
        .message(format!("{} is not a value of {}", tick(&written), tick(attribute)))
        .label(format!("expected {}", list(&names, "or")))
        .did_you_mean(nearest(&written, set.names()))
}

/// TM0204
pub(super) fn wrong_value(schema: &Schema, expr: &Expr, wanted: &ValueType, attribute: &str) -> Diagnostic {
    let help = match (&expr.kind, wanted) {
        (ExprKind::Path(path), ValueType::Bool) if matches!(path.text().as_str(), "true" | "false") => {
            Some(format!("write `{}`", if path.text() == "true" { "yes" } else { "no" }))
        }
        (ExprKind::Path(path), ValueType::Text) => Some(format!("put it in quotation marks: `\"{}\"`", shorten(&path.text()))),
        (ExprKind::Text(text), _) if fits_without_quotes(schema, text, wanted) => {
            Some(format!("write it without quotation marks: {}", tick(text)))
        }
        (ExprKind::Path(path), ValueType::List(_)) => {
            Some(format!("put it in brackets: {}", tick(&format!("[{}]", path.text()))))
        }
        (ExprKind::Text(text), ValueType::List(item)) if **item == ValueType::Text => {
            Some(format!("put it in brackets: {}", tick(&format!("[\"{}\"]", shorten(text)))))
        }
        (_, ValueType::List(_)) => Some("put it in brackets: `[…]`".to_owned()),
        (ExprKind::Int(0 | 1), ValueType::Bool) => Some("write `yes` or `no`".to_owned()),
        _ => None,
    };
    Diagnostic::new(Code::WrongValue, expr.span)
        .message(format!("{} takes {}", tick(attribute), describe(schema, wanted)))
        .label(format!("this is {}", written(expr)))
        .maybe_help(help)
}

/// Whether what stands in quotation marks would be a value without them.
fn fits_without_quotes(schema: &Schema, text: &str, wanted: &ValueType) -> bool {
    match wanted {
        ValueType::Bool => matches!(text, "yes" | "no"),
        ValueType::Int => text.parse::<i64>().is_ok(),
        ValueType::Date => crate::syntax::ast::Date::parse(text).is_some(),
        ValueType::Set(set) => schema.set(*set).position(text).is_some(),
        ValueType::Element(_) | ValueType::TypeOf(_) | ValueType::Path => {
            !text.is_empty() && text.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '.'))
        }
        ValueType::Text | ValueType::List(_) => false,
    }
}

/// What a value type takes, in words.
pub fn describe(schema: &Schema, wanted: &ValueType) -> String {
    match wanted {
        ValueType::Bool => "`yes` or `no`".to_owned(),
        ValueType::Int => "a number".to_owned(),
        ValueType::Text => "a text".to_owned(),
        ValueType::Date => "a date such as `2027-06-30`".to_owned(),
        ValueType::Path => "a dotted path".to_owned(),
        ValueType::Set(set) => {
            let names: Vec<String> = schema.set(*set).names().map(tick).collect();
            list(&names, "or")
        }
        ValueType::Element(kinds) => format!("the name of {}", kinds.describe()),
        ValueType::TypeOf(kinds) => format!("a type of {}", kinds.iter().next().map_or("element", Kind::word)),
        ValueType::List(item) => format!("a list, each item {}", describe(schema, item)),
    }
}

fn written(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Path(_) => "a name",
        ExprKind::Text(_) => "a text",
        ExprKind::Int(_) => "a number",
        ExprKind::Date(_) => "a date",
        ExprKind::Bool(_) => "`yes` or `no`",
        ExprKind::List(_) => "a list",
        _ => "an expression",
    }
}

/// TM0205
pub(super) fn attribute_set_twice(name: &str, span: Span, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateAttribute, span)
        .message(format!("{} is set twice", tick(name)))
        .label("set again here")
        .also(earlier, "first set here")
        .help("keep one of them")
}

/// TM0206
pub(super) fn unknown_type(model: &Model, path: &Path) -> Diagnostic {
    let name = path.text();
    if KindSet::named(&name).is_some() {
        return Diagnostic::new(Code::UnknownType, path.span)
            .message(format!("{} is a kind, not a type", tick(&name)))
            .label("expected the name of a type")
            .help("leave it out: an element needs no type");
    }
    let near = nearest(&name, model.types.iter().map(|of| of.name.as_str()));
    let module = if near.is_none() { declared_in(&name) } else { None };
    Diagnostic::new(Code::UnknownType, path.span)
        .message(format!("there is no type {}", tick(&name)))
        .label("not declared")
        .did_you_mean(near)
        .missing_import(module)
}

/// TM0206
pub(super) fn type_needs_base(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::MissingPart, name.span)
        .message(format!("the type {} does not say what it is a type of", tick(&name.text)))
        .label("after this name")
        .help(format!("write {}", tick(&format!("type {} : process", shorten(&name.text)))))
}

/// TM0207
pub(super) fn wrong_kind(model: &Model, path: &Path, found: ElementId, wanted: KindSet) -> Diagnostic {
    let element = model.element(found);
    Diagnostic::new(Code::WrongKind, path.span)
        .message(format!("{} is {}, not {}", tick(&path.text()), element.kind.with_article(), wanted.describe()))
        .label(format!("expected {}", wanted.describe()))
        .also(element.span, "declared here")
}

/// TM0207
pub(super) fn type_of_other_kind(model: &Model, path: &Path, of: TypeId, kind: Kind) -> Diagnostic {
    let found = model.type_of(of);
    Diagnostic::new(Code::WrongKind, path.span)
        .message(format!("{} is a type of {}, not of {}", tick(&found.name), found.kind.word(), kind.word()))
        .label(format!("expected a type of {}", kind.word()))
        .also(found.span, "declared here")
}

/// TM0207
pub(super) fn type_of_wrong_kind(model: &Model, path: &Path, of: TypeId, wanted: KindSet) -> Diagnostic {
    let found = model.type_of(of);
    let wanted = wanted.iter().next().map_or("element", Kind::word);
    Diagnostic::new(Code::WrongKind, path.span)
        .message(format!("{} is a type of {}, not of {wanted}", tick(&found.name), found.kind.word()))
        .label(format!("expected a type of {wanted}"))
        .also(found.span, "declared here")
}

/// TM0208
pub(super) fn type_cycle(name: &Name) -> Diagnostic {
    Diagnostic::new(Code::TypeCycle, name.span)
        .message(format!("the type {} inherits from itself", tick(&name.text)))
        .label("its bases lead back here")
}

/// TM0208
pub(super) fn type_contains_itself(model: &Model, path: &Path, of: TypeId) -> Diagnostic {
    Diagnostic::new(Code::TypeCycle, path.span)
        .message(format!("the type {} contains itself", tick(&model.type_of(of).name)))
        .label("this part brings itself along again, without end")
        .help("give the part another type, or none")
}

/// The place and name of a member, for messages about where it stands.
fn named(member: &Member) -> (Span, String) {
    match member {
        Member::Attribute(attribute) => (attribute.name.span, format!("the attribute {}", tick(&attribute.name.text))),
        Member::Declaration(declaration) => {
            (declaration.name.span, format!("the {} {}", declaration.keyword.word(), tick(&declaration.name.text)))
        }
        Member::Flow(flow) => (flow.name.span, format!("the flow {}", tick(&flow.name.text))),
        Member::Import(import) => (import.span, "an `import`".to_owned()),
        Member::Extend(extend) => (extend.target.span, "an `extend`".to_owned()),
        Member::AttributeDeclaration(declaration) => (declaration.path.span, "an `attribute` declaration".to_owned()),
        Member::Define(define) => (define.path.span, "a `define`".to_owned()),
        Member::Respond(respond) => (respond.rule.span, "a `respond`".to_owned()),
        Member::Answer(answer) => (answer.clause.span, "an `answer`".to_owned()),
        Member::Assert(assert) => (assert.text.span, "an `assert`".to_owned()),
        Member::Test(test) => (test.text.span, "a `test`".to_owned()),
        Member::Expect(expect) => (expect.span, "an `expect`".to_owned()),
        Member::For(binder) => (binder.span, "a `for` line".to_owned()),
        Member::When(when) => (when.span, "a `when` line".to_owned()),
        Member::Provides(provides) => (provides.span, "a `provides` block".to_owned()),
        Member::Table(table) => (table.name.span, format!("a {} table", tick(&table.name.text))),
        Member::Value(value) => (value.name.span, format!("the lone word {}", tick(&value.name.text))),
        Member::Error(span) => (*span, "this".to_owned()),
    }
}

/// TM0209
pub(super) fn misplaced(member: &Member, owner: &str) -> Diagnostic {
    let (span, what) = named(member);
    if let Member::Value(value) = member {
        return lone_word(value);
    }
    let outermost = matches!(
        member,
        Member::Import(_)
            | Member::AttributeDeclaration(_)
            | Member::Define(_)
            | Member::Respond(_)
            | Member::Answer(_)
            | Member::Assert(_)
            | Member::Test(_)
    );
    Diagnostic::new(Code::Misplaced, span)
        .message(format!("{what} cannot stand in {}", in_owner(owner)))
        .label("not here")
        .maybe_help(outermost.then(|| "move it out of the braces".to_owned()))
}

/// The article of a place in the text: `a port`, `data`, `a `provides` block`.
fn in_owner(owner: &str) -> String {
    match owner {
        "provides" => "a `provides` block".to_owned(),
        "attribute" => "an `attribute` declaration".to_owned(),
        _ => of_owner(owner),
    }
}

/// TM0209: a name with no colon after it.
fn lone_word(value: &crate::syntax::ast::Value) -> Diagnostic {
    let name = &value.name.text;
    let written = value.title.as_ref().map_or("…".to_owned(), |title| format!("\"{}\"", shorten(&title.text)));
    Diagnostic::new(Code::Misplaced, value.name.span)
        .message(format!("{} is neither a declaration nor an attribute with a value", tick(name)))
        .label(if value.title.is_some() { "no colon follows" } else { "no value follows" })
        .help(format!("an attribute is written {}", tick(&format!("{}: {written}", shorten(name)))))
}

/// TM0209
pub(super) fn misplaced_outside(member: &Member) -> Diagnostic {
    if let Member::Value(value) = member {
        return lone_word(value);
    }
    let (span, what) = named(member);
    Diagnostic::new(Code::Misplaced, span)
        .message(format!("{what} stands outside every declaration"))
        .label("belongs in the braces of a declaration")
}

/// TM0209
pub(super) fn misplaced_declaration(declaration: &Declaration, owner: &str) -> Diagnostic {
    Diagnostic::new(Code::Misplaced, declaration.name.span)
        .message(format!("the {} {} cannot stand in {owner}", declaration.keyword.word(), tick(&declaration.name.text)))
        .label("not here")
        .help("move it out of the braces")
}

/// TM0210
pub(super) fn flow_end(model: &Model, path: &Path, end: ElementId) -> Diagnostic {
    let element = model.element(end);
    Diagnostic::new(Code::FlowEnd, path.span)
        .message(format!("{} is {}: a flow cannot end there", tick(&path.text()), element.kind.with_article()))
        .label("expected a port, process, store, external or actor")
        .also(element.span, "declared here")
}
