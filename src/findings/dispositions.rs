//! Whether the records of decisions are complete: rules DR1 to DR5 and DR8 of the disposition record.

use super::decision_errors as errors;
use super::decisions::{Choice, Decision};
use super::finding::{Finding, Findings};
use super::state::State;
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Kind, Model, Pending, Value};
use crate::rules::RuleSet;
use crate::syntax::ast::Respond;

/// How many findings a message names.
const NAMED: usize = 3;

/// Checks the decisions of a model, and says once which threats have none.
pub(crate) fn check_dispositions(
    model: &Model,
    rules: &RuleSet,
    pending: &Pending<'_>,
    findings: &Findings,
    diagnostics: &mut Diagnostics,
) {
    for finding in &findings.all {
        let Some(decision) = findings.decision(finding) else { continue };
        let Some((_, respond)) = pending.responses.iter().find(|(id, _)| *id == decision.id) else { continue };
        check_decision(model, decision, finding.element, respond, diagnostics);
    }
    check_undecided(model, rules, findings, diagnostics);
}

/// DR1. Only the model of a whole system is held against it: a fragment, such as a test or a part in a library, is no risk file.
fn check_undecided(model: &Model, rules: &RuleSet, findings: &Findings, diagnostics: &mut Diagnostics) {
    let Some(system) = model.system() else { return };
    let undecided = |state: State| -> Vec<&Finding> {
        let all = findings.all.iter().filter(|finding| findings.decision(finding).is_none());
        all.filter(|finding| findings.state(finding) == state).collect()
    };
    let (open, questions) = (undecided(State::Open), undecided(State::Question));
    let total = open.len() + questions.len();
    if total == 0 {
        return;
    }
    let id = |finding: &&Finding| finding.id(model, rules);
    let first: Vec<String> = open.iter().chain(&questions).take(NAMED).map(id).collect();
    let more = total - first.len();
    diagnostics.push(errors::undecided(model.element(system).span, open.len(), questions.len(), &first, more));
}

fn check_decision(model: &Model, decision: &Decision, element: ElementId, respond: &Respond, diagnostics: &mut Diagnostics) {
    let lacks = |name: &&str| !says(model, decision.id, name);
    let missing = |names: &[&'static str]| -> Vec<&'static str> { names.iter().copied().filter(lacks).collect() };
    match decision.choice {
        Choice::Mitigate => check_mitigation(model, decision, respond, diagnostics),
        Choice::Transfer => {
            let missing = missing(&["recipient", "instruction"]);
            if !missing.is_empty() {
                diagnostics.push(errors::incomplete_transfer(respond, &missing));
            }
        }
        Choice::Accept => {
            let missing = missing(&["approved_by", "policy"]);
            if !missing.is_empty() {
                diagnostics.push(errors::unapproved(respond, &missing));
            }
        }
        Choice::Avoid | Choice::Dismiss => {}
    }
    let reasons = missing(&["why_not_design", "why_not_protect"]);
    if !reasons.is_empty() && is_information_only(model, decision) {
        diagnostics.push(errors::information_only(respond, &reasons));
    }
    for control in model.references(decision.id, "controls") {
        if !is_attached(model, control, element) {
            diagnostics.push(errors::unattached(model, respond, element, control));
        }
    }
}

/// DR2. A planned control needs its requirement; the test that shows it is asked for when it is implemented, because until then the
/// decision counts for nothing. Evidence stands for verification: a verification report is both.
fn check_mitigation(model: &Model, decision: &Decision, respond: &Respond, diagnostics: &mut Diagnostics) {
    let controls = model.references(decision.id, "controls");
    if controls.is_empty() {
        diagnostics.push(errors::no_control(respond));
        return;
    }
    let lacking = controls.into_iter().filter_map(|control| {
        let shown = says(model, control, "verification") || says(model, control, "evidence");
        let mut lacks = Vec::new();
        if !says(model, control, "requirement") {
            lacks.push("requirement");
        }
        if !shown && model.relations.counts(control) {
            lacks.push("verification");
        }
        (!lacks.is_empty()).then_some((control, lacks))
    });
    let lacking: Vec<_> = lacking.collect();
    if !lacking.is_empty() {
        diagnostics.push(errors::unshown_controls(model, respond, &lacking));
    }
}

/// DR3: whether a decision meets its threat with nothing better than information for security (class c): by its controls, by leaving it to
/// somebody who is told, or by accepting what a sentence in the instructions for use speaks of.
fn is_information_only(model: &Model, decision: &Decision) -> bool {
    let controls = model.references(decision.id, "controls");
    let informs = |control: &ElementId| matches!(model.value(*control, "measure"), Some(Value::Symbol(set, at)) if model.schema.set(*set).name_at(*at) == "information");
    if !controls.iter().all(informs) {
        return false;
    }
    match decision.choice {
        Choice::Mitigate => !controls.is_empty(),
        Choice::Transfer => true,
        Choice::Accept => !controls.is_empty() || says(model, decision.id, "instruction"),
        Choice::Avoid | Choice::Dismiss => false,
    }
}

/// DR8: whether a control protects an element: it is on the element, on a port or flow of it, on what it belongs to, on an end of the flow,
/// or on a boundary around any of these.
pub(super) fn is_attached(model: &Model, control: ElementId, element: ElementId) -> bool {
    let mut near = vec![element];
    if let Some(ends) = model.relations.ends(model, element) {
        near.extend([ends.source, ends.target]);
    }
    for at in near.clone() {
        near.extend(std::iter::successors(model.element(at).parent, |id| model.element(*id).parent));
        near.extend(model.relations.boundaries_of(at));
    }
    near.extend(model.relations.flows_of(element));
    near.extend(model.relations.children(element).iter().filter(|id| model.element(**id).kind == Kind::Port));
    model.relations.protected_by(control).iter().any(|protected| near.contains(protected))
}

/// Whether an attribute says something: a text that is not blank, a list that is not empty, any other value.
fn says(model: &Model, id: ElementId, attribute: &str) -> bool {
    fn filled(value: &Value) -> bool {
        match value {
            Value::Text(text) => !text.trim().is_empty(),
            Value::List(items) => items.iter().any(filled),
            Value::Bool(_) | Value::Int(_) | Value::Date(_) | Value::Symbol(..) | Value::Element(_) | Value::Type(_) => true,
        }
    }
    model.value(id, attribute).is_some_and(filled)
}
