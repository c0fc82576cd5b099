//! Asks every rule of every element it is about.

use super::errors;
use super::finding::{Findings, Verdict};
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Kind, Model};
use crate::rules::{Domain, Evaluator, Need, Rule, RuleSet, Truth};

/// All findings of a model.
pub fn find(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Findings {
    let model = evaluator.model;
    let mut by_kind: Vec<Vec<usize>> = vec![Vec::new(); Kind::COUNT];
    for (number, rule) in rules.rules.iter().enumerate() {
        for kind in rule.domain.kinds.iter() {
            by_kind[kind as usize].push(number);
        }
    }
    let mut findings = Findings::default();
    let mut needs: Vec<Need> = Vec::new();
    // one element after the other and not one rule after the other: what is known of an element and its neighbours stays at hand
    for (id, element) in model.iter() {
        let numbers = &by_kind[element.kind as usize];
        if numbers.is_empty() || !model.is_shown(id) {
            continue;
        }
        for number in numbers {
            let rule = &rules.rules[*number];
            if !is_about(model, rule.domain, id) {
                continue;
            }
            if let Some(verdict) = judge(evaluator, rule, id, &mut needs) {
                findings.push(*number, id, verdict, &needs);
            }
        }
    }
    findings.group_by_rule(rules.rules.len());
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
