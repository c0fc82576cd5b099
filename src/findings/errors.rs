//! What can be wrong with decisions, assertions and tests. One function a message; codes TM04xx and TM0307.

use super::decision_errors;
use super::decisions::Choice;
use super::ground::Change;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{ElementId, Kind, Model, Value};
use crate::rules::{Assertion, Evaluator, FactUse, Function, Ir, Need, Rule, words};
use crate::syntax::ast::{Answer, Date, Expect, Path, Respond};
use crate::text::Span;
use crate::words::{list, nearest, tick};

/// What stands before the body of a decision.
pub(super) fn head(respond: &Respond) -> Span {
    respond.rule.span.to(respond.element.span)
}

/// TM0201
pub(super) fn unknown_rule<'a>(path: &Path, names: impl Iterator<Item = &'a str>) -> Diagnostic {
    let near = nearest(&path.text(), names).map(str::to_owned);
    Diagnostic::new(Code::UnknownName, path.span)
        .message(format!("there is no rule {}", tick(&path.text())))
        .label("not in any pack that is loaded")
        .did_you_mean(near.as_deref())
        .maybe_help(near.is_none().then(|| "name the pack it belongs to in ward.toml, or import it".to_owned()))
}

/// TM0201
pub(super) fn unknown_element(model: &Model, path: &Path) -> Diagnostic {
    let wanted = path.text();
    let named = model.iter().filter(|(_, element)| !element.library && element.kind != Kind::Respond);
    let paths: Vec<String> = named.map(|(id, _)| model.path(id)).collect();
    let last = path.names.last().map_or("", |name| name.text.as_str());
    let same_name = || paths.iter().find(|candidate| candidate.rsplit('.').next() == Some(last));
    let near = nearest(&wanted, paths.iter().map(String::as_str)).or_else(|| same_name().map(String::as_str));
    Diagnostic::new(Code::UnknownName, path.span)
        .message(format!("cannot find {}", tick(&wanted)))
        .label("no element has this path")
        .did_you_mean(near)
        .note("if the element was renamed, give it `was: ` and its old path, and decisions about it stay valid")
}

/// TM0401: with the fact that makes the threat irrelevant, where one does, and what it was when the decision was stamped.
pub(super) fn stale_response(
    evaluator: &mut Evaluator<'_>,
    rule: &Rule,
    element: ElementId,
    respond: &Respond,
    changes: &[Change],
) -> Diagnostic {
    let model = evaluator.model;
    let id = format!("{}@{}", model.element(rule.id).name, model.identity(element));
    let mut diagnostic = Diagnostic::new(Code::StaleResponse, head(respond))
        .message(format!("there is no threat {}", tick(&id)))
        .label("a decision about nothing")
        .also(model.element(rule.id).span, "the rule")
        .help("remove the decision, or correct the rule or the element it names");
    if !super::judge::is_about(model, rule.domain, element) {
        return diagnostic.note(format!(
            "the rule is about {}, and {} is {}",
            rule.domain.kinds.describe(),
            tick(&model.path(element)),
            model.element(element).kind.with_article()
        ));
    }
    for change in changes {
        diagnostic = decision_errors::tell(diagnostic, change);
    }
    match why_absent(evaluator, rule, element) {
        Some(why) => diagnostic.note(why),
        None => diagnostic,
    }
}

/// Why a rule finds nothing at an element it is about, where facts say so.
fn why_absent(evaluator: &mut Evaluator<'_>, rule: &Rule, element: ElementId) -> Option<String> {
    let model = evaluator.model;
    let mut reasons = Vec::new();
    for condition in rule.filter.iter().chain([&rule.applies]) {
        let (truth, facts) = evaluator.explain(condition, element);
        if truth == crate::rules::Truth::No {
            reasons = facts;
            break;
        }
    }
    let shown: Vec<String> = reasons.iter().take(3).map(|fact| describe_fact(model, fact)).collect();
    (!shown.is_empty()).then(|| format!("the rule does not apply, because {}", list(&shown, "and")))
}

/// `encrypted` of `a.b` is yes.
fn describe_fact(model: &Model, fact: &FactUse) -> String {
    match fact {
        FactUse::Stated(id, attribute) => {
            let value = model
                .known(*id, *attribute)
                .map_or(String::new(), |known| words(model, &crate::rules::Val::of(&known.fact.value)));
            format!("{} of {} is {value}", tick(&model.schema.info(*attribute).name), tick(&model.path(*id)))
        }
        FactUse::Unstated(id, attribute) => {
            format!("{} of {} is not stated", tick(&model.schema.info(*attribute).name), tick(&model.path(*id)))
        }
        FactUse::Derived(id, name, value) => format!("{} of {} is {value}", tick(name), tick(&model.path(*id))),
    }
}

/// TM0209: tests are about rules.
pub(super) fn answer_in_test(answer: &Answer) -> Diagnostic {
    Diagnostic::new(Code::Misplaced, answer.clause.span)
        .message("an `answer` cannot stand in a test")
        .label("not here")
        .help("move it out of the braces")
}

/// TM0402
pub(super) fn expired_response(respond: &Respond, until: Date, today: Date) -> Diagnostic {
    Diagnostic::new(Code::ExpiredResponse, head(respond))
        .message(format!("this decision was valid until {until}, and today is {today}"))
        .label("its threat counts as open again")
        .help("review the threat, then set a new date, or remove the decision")
}

/// TM0403
pub(super) fn response_shape(respond: &Respond, made: &[Choice]) -> Diagnostic {
    let choices: Vec<String> = Choice::ALL.iter().map(|(word, _)| tick(word)).collect();
    let said: Vec<String> = made.iter().map(|choice| tick(choice.word())).collect();
    let label = if said.is_empty() { "says none of them".to_owned() } else { format!("says {}", list(&said, "and")) };
    Diagnostic::new(Code::ResponseShape, head(respond))
        .message(format!("a decision says exactly one of {}", list(&choices, "or")))
        .label(label)
        .help(if said.is_empty() { "write the decision with its reason, such as `accept: \"…\"`" } else { "keep one of them" })
}

/// TM0202
pub(super) fn decided_twice(respond: &Respond, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, head(respond))
        .message("this threat is decided twice")
        .label("decided again here")
        .also(earlier, "first decided here")
        .help("remove one of the decisions")
}

/// TM0404: with the offending way, where the assertion is about reachability.
pub(super) fn assertion_violated(evaluator: &Evaluator<'_>, assertion: &Assertion) -> Diagnostic {
    let model = evaluator.model;
    let diagnostic = Diagnostic::new(Code::AssertionViolated, assertion.span)
        .message(format!("the assertion does not hold: {}", assertion.text))
        .label("asserted here");
    let Some((from, to)) = forbidden_way(&assertion.condition) else { return diagnostic };
    let Some(way) = evaluator.graph().path(model, from, to) else { return diagnostic };
    let mut steps: Vec<String> = Vec::new();
    let mut first = None;
    for (element, flow) in &way {
        steps.push(model.path(*element));
        if let Some(flow) = flow {
            steps.push(format!("({})", model.path(*flow)));
            first = first.or(Some(*flow));
        }
    }
    let diagnostic = diagnostic.note(format!("the way: {}", steps.join(" → ")));
    match first {
        Some(flow) => diagnostic.also(model.element(flow).span, "begins with this flow"),
        None => diagnostic,
    }
}

/// The ends of a `not reaches(a, b)` in a condition.
fn forbidden_way(condition: &Ir) -> Option<(ElementId, ElementId)> {
    match condition {
        Ir::Not(inner) => match &**inner {
            Ir::Call(Function::Reaches, arguments) => match &arguments[..] {
                [Ir::Const(Value::Element(from)), Ir::Const(Value::Element(to))] => Some((*from, *to)),
                _ => None,
            },
            _ => None,
        },
        Ir::And(all) => all.iter().find_map(forbidden_way),
        _ => None,
    }
}

/// TM0405
pub(super) fn assertion_undecided(model: &Model, assertion: &Assertion, needs: &[Need]) -> Diagnostic {
    let missing: Vec<String> = needs
        .iter()
        .take(3)
        .map(|(id, attribute)| format!("{} of {}", tick(&model.schema.info(*attribute).name), tick(&model.path(*id))))
        .collect();
    let diagnostic = Diagnostic::new(Code::AssertionUndecided, assertion.span)
        .message(format!("the assertion cannot be decided: {}", assertion.text))
        .label("asserted here");
    if missing.is_empty() { diagnostic } else { diagnostic.help(format!("state {}", list(&missing, "and"))) }
}

/// TM0307
pub(super) fn unmet_expectation(
    evaluator: &mut Evaluator<'_>,
    rule: &Rule,
    element: ElementId,
    expect: &Expect,
    found: &str,
) -> Diagnostic {
    let why = if found == "absent" { why_absent(evaluator, rule, element) } else { None };
    let diagnostic = Diagnostic::new(Code::UnmetExpectation, expect.span)
        .message(format!("{} @ {} is {found}, the test expects {}", expect.rule.text(), expect.element.text(), expect.state.text))
        .label(format!("is {found}"));
    match why {
        Some(why) => diagnostic.note(why),
        None => diagnostic,
    }
}

/// TM0307
pub(super) fn no_such_state(expect: &Expect) -> Diagnostic {
    let states = ["open", "question", "mitigated", "absent", "accepted", "transferred", "avoided", "dismissed"];
    Diagnostic::new(Code::UnmetExpectation, expect.state.span)
        .message(format!("{} is no state of a finding", tick(&expect.state.text)))
        .label(format!("expected {}", list(&states.map(tick), "or")))
        .did_you_mean(nearest(&expect.state.text, states))
}
