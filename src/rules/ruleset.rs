//! All rules, clauses, definitions and assertions of a compilation in their closed form.

use ecow::EcoString;

use super::errors;
use super::ir::{Accessor, Ir, Template, Test};
use super::lower::{Lowering, Variable};
use super::types::Type;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ElementId, Kind, KindSet, Model, Pending, Value};
use crate::syntax::ast::{self, Condition, Member};
use crate::text::Span;
use crate::words::nearest;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain {
    /// Elements of these kinds …
    pub kinds: KindSet,
    /// … that pass this.
    pub test: Test,
}

/// A rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The element that stands for it and holds its facts.
    pub id: ElementId,
    /// What it is about.
    pub domain: Domain,
    /// Which of them, if not all.
    pub filter: Option<Ir>,
    /// Whether the threat is relevant.
    pub applies: Ir,
    /// Whether it is countered.
    pub mitigated: Option<Ir>,
    /// What happens, in short.
    pub title: Template,
    /// What happens, in full.
    pub statement: Template,
    /// What to do about it.
    pub advice: Template,
    /// Its category.
    pub category: Option<ElementId>,
}

/// A clause of a standard that can be decided over the model.
#[derive(Debug, Clone)]
pub struct Clause {
    /// The element that stands for it.
    pub id: ElementId,
    /// What it is about; nothing for one that asks for evidence only.
    pub domain: Option<Domain>,
    /// Which of them, if not all.
    pub filter: Option<Ir>,
    /// Whether it is relevant.
    pub applies: Option<Ir>,
    /// Whether it is satisfied.
    pub satisfied: Option<Ir>,
}

/// A circumstance that makes a weakness easier or harder to exploit.
#[derive(Debug, Clone)]
pub struct Factor {
    /// The element that stands for it.
    pub id: ElementId,
    /// What it is about.
    pub domain: Domain,
    /// Which of them, if not all.
    pub filter: Option<Ir>,
    /// Whether it is so.
    pub applies: Ir,
    /// Steps of the scale it raises the exploitability by; negative where it lowers it.
    pub raises: i32,
    /// Resistance it gives on an attack path, against whoever holds neither end and against whoever holds the sending side.
    pub hinders: [u32; 2],
}

/// A derived attribute.
#[derive(Debug, Clone)]
pub struct Define {
    /// Whose.
    pub owner: KindSet,
    /// Its name.
    pub name: EcoString,
    /// What it can be.
    pub of: Type,
    /// What it is; a variable 0 stands for `self`.
    pub value: Ir,
    /// Where its name stands.
    pub span: Span,
}

/// The definitions by name, while they are being lowered and after.
#[derive(Debug, Clone, Default)]
pub struct DefineTable {
    known: Vec<(KindSet, EcoString, Type, Span)>,
}

impl DefineTable {
    /// The definition a kind has under a name: its number and type.
    pub fn find(&self, kind: Kind, name: &str) -> Option<(u16, &Type)> {
        let at = self.known.iter().position(|(owner, known, _, _)| owner.contains(kind) && known == name)?;
        Some((at as u16, &self.known[at].2))
    }

    /// Names of all definitions of some kinds.
    pub fn names(&self, kinds: KindSet) -> impl Iterator<Item = &str> {
        self.known.iter().filter(move |(owner, ..)| !owner.intersection(kinds).is_empty()).map(|(_, name, ..)| name.as_str())
    }
}

/// An assertion of the model.
#[derive(Debug, Clone)]
pub struct Assertion {
    /// What is claimed.
    pub text: EcoString,
    /// Where it is written.
    pub span: Span,
    /// The condition.
    pub condition: Ir,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// Rules, in the order of declaration.
    pub rules: Vec<Rule>,
    /// Clauses, in the order of declaration.
    pub clauses: Vec<Clause>,
    /// Factors of risk, in the order of declaration.
    pub factors: Vec<Factor>,
    /// Definitions, by number.
    pub defines: Vec<Define>,
    /// Assertions, in the order of declaration.
    pub assertions: Vec<Assertion>,
    /// Templates of the questions that unset attributes ask, by attribute; a variable 0 stands for `self`.
    pub questions: Vec<Option<Template>>,
    /// The definitions by name.
    pub table: DefineTable,
}

/// Lowers everything that is pending.
pub fn lower(model: &Model, pending: &Pending<'_>, diagnostics: &mut Diagnostics) -> RuleSet {
    let mut set = RuleSet::default();
    lower_defines(model, pending, &mut set, diagnostics);
    for (id, declaration) in &pending.rules {
        match model.element(*id).kind {
            Kind::Rule => set.rules.extend(lower_rule(model, &set.table, *id, declaration, diagnostics)),
            Kind::Factor => set.factors.extend(lower_factor(model, &set.table, *id, declaration, diagnostics)),
            _ => set.clauses.extend(lower_clause(model, &set.table, *id, declaration, diagnostics)),
        }
    }
    for assert in &pending.asserts {
        let mut lowering = Lowering::new(model, &set.table, Vec::new(), false, diagnostics);
        if let Some(condition) = lowering.condition(&assert.condition) {
            set.assertions.push(Assertion { text: assert.text.text.clone(), span: assert.text.span, condition });
        }
    }
    set.questions = lower_questions(model, &set.table, diagnostics);
    check_askers(model, &set.table, diagnostics);
    set
}

fn lower_defines(model: &Model, pending: &Pending<'_>, set: &mut RuleSet, diagnostics: &mut Diagnostics) {
    let mut written: Vec<(&ast::Define, bool)> = Vec::new();
    for (define, library) in &pending.defines {
        let [owner_name, name] = &define.path.names[..] else {
            diagnostics.push(errors::define_needs_owner(&define.path));
            continue;
        };
        let Some(owner) = KindSet::named(&owner_name.text) else {
            diagnostics.push(errors::unknown_owner(owner_name));
            continue;
        };
        let earlier = owner.iter().find_map(|kind| {
            let defined = set.table.find(kind, &name.text).map(|(number, _)| set.table.known[number as usize].3);
            defined.or_else(|| model.schema.attribute(kind, &name.text).map(|id| model.schema.info(id).span))
        });
        if let Some(earlier) = earlier {
            diagnostics.push(errors::defined_twice(name, earlier));
            continue;
        }
        let Some(of) = define.value_type.as_ref().map_or(Some(Type::Bool), |of| define_type(model, of, diagnostics)) else {
            continue;
        };
        set.table.known.push((owner, name.text.clone(), of, name.span));
        written.push((define, *library));
    }
    for (number, (define, library)) in written.into_iter().enumerate() {
        let (owner, name, of, span) = set.table.known[number].clone();
        let variables = vec![Variable { name: "self".into(), of: Type::Element(owner) }];
        let mut lowering = Lowering::new(model, &set.table, variables, library, diagnostics);
        let value = match lowering.lower(&define.value, Some(&of)) {
            Some((ir, found)) if found.meets(&of) => ir,
            Some((_, found)) => {
                diagnostics.push(errors::define_of_other_type(model, define.value.span, &of, &found));
                Ir::Unknown
            }
            None => Ir::Unknown,
        };
        set.defines.push(Define { owner, name, of, value, span });
    }
    for number in 0..set.defines.len() {
        if let Some(mut circle) = way_to(&set.defines, number, number, &mut vec![false; set.defines.len()]) {
            circle.reverse();
            let circle: Vec<String> = circle.into_iter().chain([number]).map(|at| set.defines[at].name.to_string()).collect();
            diagnostics.push(errors::define_cycle(set.defines[number].span, &circle));
            set.defines[number].value = Ir::Unknown;
        }
    }
}

/// The types a definition can be declared with: those that need no new set of values.
fn define_type(model: &Model, of: &ast::ValueType, diagnostics: &mut Diagnostics) -> Option<Type> {
    match of {
        ast::ValueType::List(item) => Some(Type::List(Box::new(define_type(model, item, diagnostics)?))),
        ast::ValueType::Named(path) => {
            let word = path.text();
            let named = match word.as_str() {
                "bool" => Some(Type::Bool),
                "int" => Some(Type::Int),
                "text" => Some(Type::Text),
                "date" => Some(Type::Date),
                _ => model.schema.set_named(&word).map(Type::Set).or_else(|| KindSet::named(&word).map(Type::Element)),
            };
            if named.is_none() {
                diagnostics.push(errors::unknown_define_type(path));
            }
            named
        }
        ast::ValueType::TypeOf(_) => Some(Type::TypeRef),
        ast::ValueType::OneOf(names) => {
            diagnostics.extend(names.first().map(errors::define_one_of));
            None
        }
    }
}

/// The definitions through which one leads to `goal`, the last first; nothing where it does not.
fn way_to(defines: &[Define], from: usize, goal: usize, seen: &mut Vec<bool>) -> Option<Vec<usize>> {
    if std::mem::replace(&mut seen[from], true) {
        return None;
    }
    let mut used = Vec::new();
    uses(&defines[from].value, &mut used);
    let mut way =
        used.into_iter().find_map(|next| if next == goal { Some(Vec::new()) } else { way_to(defines, next, goal, seen) })?;
    way.push(from);
    Some(way)
}

/// Numbers of the definitions an expression uses.
fn uses(ir: &Ir, into: &mut Vec<usize>) {
    match ir {
        Ir::Const(_) | Ir::Unknown | Ir::Var(_) => {}
        Ir::Access(base, accessors) => {
            uses(base, into);
            for accessor in accessors.by_kind {
                if let Accessor::Define(number) = accessor {
                    into.push(number as usize);
                }
            }
        }
        Ir::Not(inner) | Ir::Is(inner, _) => uses(inner, into),
        Ir::Compare(_, a, b) | Ir::In(a, b) | Ir::Quantifier(_, _, a, b) => {
            uses(a, into);
            uses(b, into);
        }
        Ir::And(all) | Ir::Or(all) | Ir::List(all) | Ir::Call(_, all) => all.iter().for_each(|ir| uses(ir, into)),
    }
}

/// The parts of a rule's or clause's body that are no attributes.
#[derive(Default)]
struct Conditions<'a> {
    binder: Option<&'a ast::For>,
    applies: Option<&'a ast::When>,
    mitigated: Option<&'a ast::When>,
    satisfied: Option<&'a ast::When>,
}

fn conditions<'a>(body: &'a [Member], diagnostics: &mut Diagnostics) -> Conditions<'a> {
    let mut found = Conditions::default();
    for member in body {
        match member {
            Member::For(binder) if found.binder.is_none() => found.binder = Some(binder),
            Member::For(binder) => diagnostics.push(errors::twice(binder.span, "`for`")),
            Member::When(when) => {
                let slot = match when.which {
                    Condition::Applies => &mut found.applies,
                    Condition::Mitigated => &mut found.mitigated,
                    Condition::Satisfied => &mut found.satisfied,
                };
                if slot.is_some() {
                    diagnostics.push(errors::twice(when.span, "condition"));
                }
                *slot = Some(when);
            }
            _ => {}
        }
    }
    found
}

/// What a rule and a factor cannot do without: what it is about, and when it applies.
fn required<'a>(
    found: &Conditions<'a>,
    declaration: &ast::Declaration,
    error: fn(&ast::Name, &str) -> Diagnostic,
    diagnostics: &mut Diagnostics,
) -> Option<(&'a ast::For, &'a ast::When)> {
    if found.binder.is_none() {
        lacks(declaration, "a `for` line that says what it is about", error, diagnostics);
    } else if found.applies.is_none() {
        lacks(declaration, "an `applies when` line", error, diagnostics);
    }
    found.binder.zip(found.applies)
}

/// Says what a declaration lacks, unless a line of it could not be read: that may be what is missing.
fn lacks(
    declaration: &ast::Declaration,
    what: &str,
    error: impl Fn(&ast::Name, &str) -> Diagnostic,
    diagnostics: &mut Diagnostics,
) {
    let unread = declaration.body.iter().any(|member| matches!(member, Member::Error(_)));
    diagnostics.extend((!unread).then(|| error(&declaration.name, what)));
}

fn domain(lowering: &mut Lowering<'_, '_>, binder: &ast::For) -> Option<Domain> {
    let (test, kinds) = lowering.test(&binder.domain)?;
    Some(Domain { kinds, test })
}

/// Text attribute of a rule and where it is written.
fn text_fact(model: &Model, id: ElementId, attribute: &str) -> Option<(EcoString, Span)> {
    let attribute = model.schema.attribute(model.element(id).kind, attribute)?;
    let fact = model.element(id).facts.iter().find(|fact| fact.attribute == attribute)?;
    match &fact.value {
        // the span of a fact runs from its name to the end of its value; the text ends it
        Value::Text(text) => {
            Some((text.clone(), Span::new(fact.span.file, fact.span.end.saturating_sub(text.len() as u32 + 2), fact.span.end)))
        }
        _ => None,
    }
}

fn lower_rule(
    model: &Model,
    table: &DefineTable,
    id: ElementId,
    declaration: &ast::Declaration,
    diagnostics: &mut Diagnostics,
) -> Option<Rule> {
    let found = conditions(&declaration.body, diagnostics);
    let name = &declaration.name;
    let library = model.element(id).library;
    if let Some(wrong) = found.satisfied {
        diagnostics.push(errors::condition_of_other(wrong.span, "satisfied when", "a clause"));
    }
    let (binder, applies) = required(&found, declaration, errors::rule_lacks, diagnostics)?;
    let statement = text_fact(model, id, "statement");
    if statement.is_none() && !says(declaration, "statement") {
        lacks(declaration, "a `statement:`", errors::rule_lacks, diagnostics);
    }
    let category = category(model, declaration, diagnostics);
    let mut lowering = Lowering::new(model, table, Vec::new(), library, diagnostics);
    let domain = domain(&mut lowering, binder)?;
    lowering.variables = vec![Variable { name: binder.name.text.clone(), of: Type::Element(domain.kinds) }];
    let filter = match &binder.condition {
        Some(condition) => Some(lowering.condition(condition)?),
        None => None,
    };
    let applies = lowering.condition(&applies.condition);
    let mitigated = found.mitigated.map(|when| lowering.condition(&when.condition));
    let title = match &declaration.title {
        Some(title) => lowering.template(&title.text, title.span),
        None => Template::default(),
    };
    let (statement, statement_span) = statement.unwrap_or_else(|| (EcoString::new(), name.span));
    let statement = lowering.template(&statement, statement_span);
    let advice = match text_fact(model, id, "advice") {
        Some((text, span)) => lowering.template(&text, span),
        None => Template::default(),
    };
    let mitigated = match mitigated {
        Some(lowered) => Some(lowered?),
        None => None,
    };
    Some(Rule { id, domain, filter, applies: applies?, mitigated, title, statement, advice, category })
}

/// Whether an attribute is written in the body, be its value readable or not.
fn says(declaration: &ast::Declaration, attribute: &str) -> bool {
    declaration.body.iter().any(|member| matches!(member, Member::Attribute(said) if said.name.text == attribute))
}

fn category(model: &Model, declaration: &ast::Declaration, diagnostics: &mut Diagnostics) -> Option<ElementId> {
    let Some(path) = &declaration.base else {
        diagnostics.push(errors::rule_lacks(&declaration.name, "a category, as in `: Spoofing`"));
        return None;
    };
    if path.names.is_empty() {
        return None;
    }
    let found = model.root(&path.text()).filter(|id| model.element(*id).kind == Kind::Category);
    if found.is_none() {
        diagnostics.push(errors::unknown_category(model, path));
    }
    found
}

fn lower_clause(
    model: &Model,
    table: &DefineTable,
    id: ElementId,
    declaration: &ast::Declaration,
    diagnostics: &mut Diagnostics,
) -> Option<Clause> {
    let found = conditions(&declaration.body, diagnostics);
    let library = model.element(id).library;
    if let Some(wrong) = found.mitigated {
        diagnostics.push(errors::condition_of_other(wrong.span, "mitigated when", "a rule"));
    }
    let unread = declaration.body.iter().any(|member| matches!(member, Member::Error(_)));
    if (found.binder.is_none() || found.satisfied.is_none()) && !unread {
        let idle = declaration.body.iter().find_map(|member| match member {
            Member::Attribute(said) if ["asks", "denies"].contains(&said.name.text.as_str()) => Some(&said.name),
            _ => None,
        });
        diagnostics.extend(idle.map(errors::unchecked_question));
    }
    let mut lowering = Lowering::new(model, table, Vec::new(), library, diagnostics);
    let mut clause = Clause { id, domain: None, filter: None, applies: None, satisfied: None };
    if let Some(binder) = found.binder {
        let domain = domain(&mut lowering, binder)?;
        lowering.variables = vec![Variable { name: binder.name.text.clone(), of: Type::Element(domain.kinds) }];
        clause.domain = Some(domain);
        clause.filter = binder.condition.as_ref().and_then(|condition| lowering.condition(condition));
    }
    clause.applies = found.applies.and_then(|when| lowering.condition(&when.condition));
    clause.satisfied = found.satisfied.and_then(|when| lowering.condition(&when.condition));
    Some(clause)
}

/// By how much a factor hinders whoever holds neither end.
const HINDERS_OUTSIDER: &str = "hinders_outsider";

/// By how much a factor hinders whoever already controls the part of the system it comes from.
const HINDERS_PEER: &str = "hinders_peer";

fn lower_factor(
    model: &Model,
    table: &DefineTable,
    id: ElementId,
    declaration: &ast::Declaration,
    diagnostics: &mut Diagnostics,
) -> Option<Factor> {
    let found = conditions(&declaration.body, diagnostics);
    for (wrong, which, whose) in [(found.mitigated, "mitigated when", "a rule"), (found.satisfied, "satisfied when", "a clause")]
    {
        diagnostics.extend(wrong.map(|wrong| errors::condition_of_other(wrong.span, which, whose)));
    }
    let (binder, applies) = required(&found, declaration, errors::factor_lacks, diagnostics)?;
    if ["lowers", "raises", HINDERS_OUTSIDER, HINDERS_PEER]
        .iter()
        .any(|word| says(declaration, word) && model.own(id, word).is_none())
    {
        // its value was reported where it stands
        return None;
    }
    let steps = |word: &str| match model.own(id, word) {
        Some(Value::Int(steps)) => i32::try_from(*steps).ok().filter(|steps| *steps > 0),
        _ => None,
    };
    let hinders = [HINDERS_OUTSIDER, HINDERS_PEER].map(|word| steps(word).map_or(0, i32::unsigned_abs));
    let raises = match (steps("lowers"), steps("raises")) {
        (Some(lowers), None) => -lowers,
        (None, Some(raises)) => raises,
        (None, None) if hinders != [0, 0] => 0,
        _ => {
            lacks(declaration, "", |name, _| errors::factor_steps(name), diagnostics);
            return None;
        }
    };
    let mut lowering = Lowering::new(model, table, Vec::new(), model.element(id).library, diagnostics);
    let domain = domain(&mut lowering, binder)?;
    lowering.variables = vec![Variable { name: binder.name.text.clone(), of: Type::Element(domain.kinds) }];
    let filter = match &binder.condition {
        Some(condition) => Some(lowering.condition(condition)?),
        None => None,
    };
    let applies = lowering.condition(&applies.condition)?;
    Some(Factor { id, domain, filter, applies, raises, hinders })
}

fn lower_questions(model: &Model, table: &DefineTable, diagnostics: &mut Diagnostics) -> Vec<Option<Template>> {
    let ask = |info: &crate::model::AttributeInfo| {
        let (text, span) = info.question.as_ref()?;
        let variables = vec![Variable { name: "self".into(), of: Type::Element(info.owner) }];
        Some(Lowering::new(model, table, variables, info.library, diagnostics).template(text, *span))
    };
    model.schema.attributes.iter().map(ask).collect()
}

/// What says of which elements documents ask for an attribute has to be derived, and yes or no.
fn check_askers(model: &Model, table: &DefineTable, diagnostics: &mut Diagnostics) {
    for info in &model.schema.attributes {
        let Some((name, span)) = &info.asked_where else { continue };
        if !info.owner.iter().any(|kind| matches!(table.find(kind, name), Some((_, Type::Bool)))) {
            let near = nearest(name, table.names(info.owner));
            diagnostics.push(errors::unknown_asker(info, name, near, *span));
        }
    }
}
