//! Decisions of people on findings.

use super::dispositions::is_attached;
use super::finding::Findings;
use super::{decision_errors, errors, ground};
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Model, Pending, Scope, Value};
use crate::rules::{Evaluator, RuleSet};
use crate::syntax::ast::{Date, Respond};

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It is countered by other means than the rule sees.
    Mitigate,
    /// It is lived with.
    Accept,
    /// Somebody else takes care of it.
    Transfer,
    /// What it threatens was removed.
    Avoid,
    /// It does not exist here.
    Dismiss,
}

impl Choice {
    /// Attribute names and choices.
    pub const ALL: [(&'static str, Self); 5] = [
        ("mitigate", Self::Mitigate),
        ("accept", Self::Accept),
        ("transfer", Self::Transfer),
        ("avoid", Self::Avoid),
        ("dismiss", Self::Dismiss),
    ];

    /// The attribute that states it.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// A decision on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The element that holds its facts.
    pub id: ElementId,
    /// What was decided.
    pub choice: Choice,
    /// Whether its `until` has passed.
    pub expired: bool,
    /// Whether a fact that its recorded ground names has changed: then it counts for nothing until somebody has looked again.
    pub moved: bool,
    /// Whether it mitigates by no control that is implemented and protects the element: then it counts for nothing so far.
    pub planned: bool,
}

/// Attaches the model's decisions to its findings.
pub(crate) fn decide(
    evaluator: &mut Evaluator<'_>,
    rules: &RuleSet,
    pending: &Pending<'_>,
    today: Option<Date>,
    findings: &mut Findings,
    diagnostics: &mut Diagnostics,
) {
    let model = evaluator.model;
    for (id, respond) in &pending.responses {
        let Some((rule, element)) = target(model, rules, respond, diagnostics) else { continue };
        let Some(choice) = choice(model, *id, respond, diagnostics) else { continue };
        let recorded = model.texts(*id, "basis");
        let Some(at) = findings.find(rule, element) else {
            let changes = ground::changed(evaluator, &recorded);
            diagnostics.push(errors::stale_response(evaluator, &rules.rules[rule], element, respond, &changes));
            continue;
        };
        if let Some(earlier) = findings.decision(&findings.all[at]) {
            diagnostics.push(errors::decided_twice(respond, model.element(earlier.id).span));
            continue;
        }
        let until = match model.value(*id, "until") {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let passed = until.zip(today).filter(|(until, today)| until < today);
        if let Some((until, today)) = passed {
            diagnostics.push(errors::expired_response(respond, until, today));
        }
        let changes = match recorded.is_empty() {
            true => Vec::new(),
            false => ground::moved(evaluator, &rules.rules[rule], element, &recorded),
        };
        if !changes.is_empty() {
            diagnostics.push(decision_errors::moved_ground(respond, &changes));
        }
        findings.all[at].decision = Some(findings.decisions.len() as u32);
        let controls = model.references(*id, "controls");
        let counts = |control: &ElementId| model.relations.counts(*control) && is_attached(model, *control, element);
        let planned = choice == Choice::Mitigate && !controls.iter().any(counts);
        let (expired, moved) = (passed.is_some(), !changes.is_empty());
        findings.decisions.push(Decision { id: *id, choice, expired, moved, planned });
    }
}

/// The rule and the element a decision is about.
fn target(model: &Model, rules: &RuleSet, respond: &Respond, diagnostics: &mut Diagnostics) -> Option<(usize, ElementId)> {
    let name = respond.rule.text();
    let rule = rules.rules.iter().position(|rule| model.element(rule.id).name == name);
    if rule.is_none() && !respond.rule.names.is_empty() {
        let names = rules.rules.iter().map(|rule| model.element(rule.id).name.as_str());
        diagnostics.push(errors::unknown_rule(&respond.rule, names));
    }
    let element = element_of(model, respond);
    if element.is_none() && !respond.element.names.is_empty() {
        diagnostics.push(errors::unknown_element(model, &respond.element));
    }
    Some((rule?, element?))
}

/// The element that a decision names, by its path or by an identity that it kept.
fn element_of(model: &Model, respond: &Respond) -> Option<ElementId> {
    Scope::root(false).find(model, &respond.element).or_else(|| model.find(&respond.element.text()))
}

/// `RULE@element` of the threat that a decision is about, by the identity of its element where there is one.
pub(crate) fn threat_of(model: &Model, respond: &Respond) -> String {
    let element = element_of(model, respond).map_or_else(|| respond.element.text(), |id| model.identity(id));
    format!("{}@{element}", respond.rule.text())
}

/// What the decision says: exactly one thing.
fn choice(model: &Model, id: ElementId, respond: &Respond, diagnostics: &mut Diagnostics) -> Option<Choice> {
    let made: Vec<Choice> =
        Choice::ALL.iter().filter(|(word, _)| model.own(id, word).is_some()).map(|(_, choice)| *choice).collect();
    match made[..] {
        [one] if model.text(id, one.word()).is_some_and(|reason| !reason.trim().is_empty()) => Some(one),
        [one] => {
            diagnostics.push(decision_errors::no_reason(respond, one));
            None
        }
        _ => {
            // a value that could not be read was reported where it stands
            let written = Choice::ALL.iter().filter(|(word, _)| says(respond, word)).count();
            if written != 1 {
                diagnostics.push(errors::response_shape(respond, &made));
            }
            None
        }
    }
}

fn says(respond: &Respond, word: &str) -> bool {
    respond
        .body
        .iter()
        .any(|member| matches!(member, crate::syntax::ast::Member::Attribute(attribute) if attribute.name.text == word))
}
