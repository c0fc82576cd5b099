//! Asks every rule of every element it is about.

use super::errors;
use super::finding::{Findings, Verdict};
use crate::diagnostic::Diagnostics;
use crate::model::{Element, ElementId, Kind, Model};
use crate::rules::{Domain, Evaluator, Need, Rule, RuleSet, Truth};
use crate::threads::in_parts;

/// Fewer elements are asked about by one thread: starting more would take longer than it saves.
const WORTH_A_THREAD: usize = 400;

/// All findings of a model. What is found, and its order, do not depend on how many threads look for it.
pub fn find(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Findings {
    let model = evaluator.model;
    let mut by_kind: Vec<Vec<usize>> = vec![Vec::new(); Kind::COUNT];
    for (number, rule) in rules.rules.iter().enumerate() {
        for kind in rule.domain.kinds.iter() {
            by_kind[kind as usize].push(number);
        }
    }
    let asked = |(id, element): (ElementId, &Element)| !by_kind[element.kind as usize].is_empty() && model.is_shown(id);
    let elements: Vec<ElementId> = model.iter().filter(|element| asked(*element)).map(|(id, _)| id).collect();
    let exposures = evaluator.exposures;
    let about = |part: &[ElementId]| find_about(&mut Evaluator::new(model, exposures, rules), rules, &by_kind, part);
    let mut findings = Findings::default();
    for part in in_parts(&elements, WORTH_A_THREAD, about) {
        findings.append(part);
    }
    findings.group_by_rule(rules.rules.len());
    findings
}

/// Findings about some elements: one element after the other and not one rule after the other, so that what is known of an element and its
/// neighbours stays at hand.
fn find_about(evaluator: &mut Evaluator<'_>, rules: &RuleSet, by_kind: &[Vec<usize>], elements: &[ElementId]) -> Findings {
    let model = evaluator.model;
    let mut findings = Findings::default();
    let mut needs: Vec<Need> = Vec::new();
    for id in elements {
        for number in &by_kind[model.element(*id).kind as usize] {
            let rule = &rules.rules[*number];
            if !is_about(model, rule.domain, *id) {
                continue;
            }
            if let Some(verdict) = judge(evaluator, rule, *id, &mut needs) {
                findings.push(*number, *id, verdict, &needs);
            }
        }
    }
    findings
}

/// Whether a rule or clause is about an element.
pub fn is_about(model: &Model, domain: Domain, id: ElementId) -> bool {
    let element = model.element(id);
    domain.kinds.contains(element.kind)
        && match domain.test {
            crate::rules::Test::Kind(_) => true,
            crate::rules::Test::Type(of) => element.type_id.is_some_and(|own| model.is_a(own, of)),
        }
}

/// What a rule says about an element; nothing where it is not relevant. `needs` is what an undecided answer hangs on.
pub(super) fn judge(evaluator: &mut Evaluator<'_>, rule: &Rule, subject: ElementId, needs: &mut Vec<Need>) -> Option<Verdict> {
    needs.clear();
    let mut relevant = Truth::Yes;
    for condition in rule.filter.iter().chain([&rule.applies]) {
        let (truth, missing) = evaluator.ask(condition, subject);
        match truth {
            Truth::No => return None,
            Truth::Unknown => {
                relevant = Truth::Unknown;
                needs.extend_from_slice(missing);
            }
            Truth::Yes => {}
        }
    }
    let model = evaluator.model;
    let planned = |(id, attribute): &Need| model.planned(*id, *attribute).is_some();
    let countered = match &rule.mitigated {
        None => Truth::No,
        Some(condition) => {
            let (truth, missing) = evaluator.ask(condition, subject);
            if truth == Truth::Unknown {
                needs.extend_from_slice(missing);
            }
            truth
        }
    };
    Some(match (relevant, countered) {
        (_, Truth::Yes) => Verdict::Mitigated,
        (Truth::Yes, Truth::No) => Verdict::Open,
        // what is missing is known to be planned, so it is not there yet
        (Truth::Yes, Truth::Unknown) if needs.iter().any(planned) => Verdict::Open,
        (Truth::Unknown, Truth::Unknown) if needs.iter().all(planned) => Verdict::Open,
        _ => Verdict::Question,
    })
}

/// Says which assertions of the model do not hold, or cannot be decided.
pub(crate) fn check_assertions(evaluator: &mut Evaluator<'_>, rules: &RuleSet, diagnostics: &mut Diagnostics) {
    for assertion in &rules.assertions {
        let (truth, needs) = evaluator.ask(&assertion.condition, ElementId::at(0));
        let needs = needs.to_vec();
        match truth {
            Truth::Yes => {}
            Truth::No => diagnostics.push(errors::assertion_violated(evaluator, assertion)),
            Truth::Unknown => diagnostics.push(errors::assertion_undecided(evaluator.model, assertion, &needs)),
        }
    }
}
