//! What somebody states of the risk that remains: values of the scheme, and no better than the controls make them (DR6, DR7).

use super::assess::Assessor;
use super::errors::{self, Judged};
use super::scheme::Scheme;
use super::vector::vector;
use crate::diagnostic::Diagnostics;
use crate::findings::{Decision, Finding, Findings, Verdict, controls_behind};
use crate::model::{ElementId, Fact, Kind, Model, SetId, Value};
use crate::rules::{Evaluator, FactUse, RuleSet};

/// The position that a decision states for what remains; nothing where it states none, or one the scheme does not have.
pub(super) fn stated(model: &Model, scheme: &Scheme, decision: ElementId, attribute: &str) -> Option<u16> {
    let word = model.text(decision, attribute)?;
    model.schema.set(scale(scheme, attribute)).position(word)
}

fn scale(scheme: &Scheme, attribute: &str) -> SetId {
    if attribute == "severity" { scheme.severity } else { scheme.exploitability }
}

/// The fact by which a decision states something.
fn fact<'m>(model: &'m Model, decision: ElementId, name: &str) -> Option<&'m Fact> {
    let attribute = model.schema.attribute(Kind::Respond, name)?;
    model.element(decision).facts.iter().find(|fact| fact.attribute == attribute)
}

/// Says what is wrong with the residual risks and vectors that decisions state.
pub(crate) fn check<'m>(
    evaluator: &mut Evaluator<'m>,
    scheme: Option<&'m Scheme>,
    (rules, findings): (&'m RuleSet, &'m Findings),
    diagnostics: &mut Diagnostics,
) {
    let mut assessor = Assessor::new(scheme, rules, findings);
    for finding in &findings.all {
        let Some(decision) = findings.decision(finding) else { continue };
        check_vector(evaluator.model, decision, diagnostics);
        if let Some(scheme) = scheme {
            let known =
                ["exploitability", "severity"].map(|name| check_value(evaluator.model, scheme, decision, name, diagnostics));
            if known.contains(&true) {
                let facts = countering(evaluator, rules, finding);
                check_ground(evaluator, &mut assessor, scheme, (finding, decision, &facts), diagnostics);
            }
        }
    }
}

/// TM0608
fn check_vector(model: &Model, decision: &Decision, diagnostics: &mut Diagnostics) {
    let Some(Fact { value: Value::Text(text), span, .. }) = fact(model, decision.id, "cvss") else { return };
    if let Err(fault) = vector(text) {
        diagnostics.push(errors::bad_vector(*span, text, &fault));
    }
}

/// TM0602; whether a value is stated that the scheme has.
fn check_value(model: &Model, scheme: &Scheme, decision: &Decision, name: &str, diagnostics: &mut Diagnostics) -> bool {
    let Some(fact) = fact(model, decision.id, name) else { return false };
    let known = stated(model, scheme, decision.id, name).is_some();
    if let (false, Value::Text(word)) = (known, &fact.value) {
        diagnostics.push(errors::no_rating(fact.span, word, model.schema.set(scale(scheme, name))));
    }
    known
}

fn countering(evaluator: &mut Evaluator<'_>, rules: &RuleSet, finding: &Finding) -> Vec<FactUse> {
    let mitigated = &rules.rules[finding.rule as usize].mitigated;
    mitigated.as_ref().map(|condition| evaluator.explain(condition, finding.element).1).unwrap_or_default()
}

/// TM0606, TM0607
fn check_ground<'m>(
    evaluator: &mut Evaluator<'m>,
    assessor: &mut Assessor<'m>,
    scheme: &Scheme,
    (finding, decision, facts): (&Finding, &Decision, &[FactUse]),
    diagnostics: &mut Diagnostics,
) {
    let model = evaluator.model;
    let Some(before) = assessor.risk(evaluator, finding, facts).map(|risk| risk.before) else { return };
    let judged = |name: &str, from: Option<u16>| {
        let (fact, to) = (fact(model, decision.id, name)?, stated(model, scheme, decision.id, name)?);
        let set = model.schema.set(scale(scheme, name));
        let from = from.filter(|from| to < *from)?;
        Some(Judged { span: fact.span, from: set.title_at(from).to_owned(), to: set.title_at(to).to_owned() })
    };
    if let Some(judged) = judged("exploitability", Some(before.exploitability)) {
        let mut controls = model.references(decision.id, "controls");
        if finding.verdict == Verdict::Mitigated {
            controls.extend(controls_behind(model, facts));
        }
        if !controls.iter().any(|control| lowers(model, scheme, *control)) {
            diagnostics.push(errors::unfounded_residual(&judged, !controls.is_empty()));
        }
    }
    if let Some(judged) = judged("severity", before.severity)
        && model.text(decision.id, "severity_reason").is_none()
    {
        diagnostics.push(errors::lowered_severity(&judged));
    }
}

/// Whether a control counts and is of a class that takes something off.
fn lowers(model: &Model, scheme: &Scheme, control: ElementId) -> bool {
    let class = match model.value(control, "measure") {
        Some(Value::Symbol(_, class)) => scheme.measures.get(*class as usize).copied(),
        _ => None,
    };
    model.relations.counts(control) && class.is_some_and(|steps| steps > 0)
}
