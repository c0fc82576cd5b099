//! Rules whose tests leave out a case.

use super::super::checked::Checked;
use super::super::testing::expectations;
use super::errors;
use super::logic::{Form, Forms, Truths, possible};
use crate::diagnostic::Diagnostics;
use crate::model::{Model, Pending};
use crate::rules::{Ir, Rule, RuleSet};

/// TM0308: a test shows each state a rule can leave an element in, by itself.
pub(in super::super) fn check(
    model: &Model,
    rules: &RuleSet,
    pending: &Pending<'_>,
    checked: &Checked,
    diagnostics: &mut Diagnostics,
) {
    let mut shown: Vec<Vec<&str>> = vec![Vec::new(); rules.rules.len()];
    for expect in pending.tests.iter().filter(|test| checked.holds(test.span)).flat_map(|test| expectations(test)) {
        if let Some(rule) = rules.rules.iter().position(|rule| model.element(rule.id).name == expect.rule.text()) {
            shown[rule].push(&expect.state.text);
        }
    }
    let forms = Forms::new(model, rules);
    for (rule, shown) in rules.rules.iter().zip(shown).filter(|(rule, _)| checked.holds(model.element(rule.id).span)) {
        let possible = Possible::of(model, &forms, rule);
        // of a rule that can never fire something else is said
        if !possible.open {
            continue;
        }
        let cases = [("open", true), ("mitigated", possible.mitigated), ("question", possible.question), ("absent", true)];
        let missing: Vec<&str> =
            cases.into_iter().filter(|(state, needed)| *needed && !shown.contains(state)).map(|(state, _)| state).collect();
        if !missing.is_empty() {
            diagnostics.push(errors::untested_rule(model, rule, &missing));
        }
    }
}

/// The states that some model can bring about.
struct Possible {
    open: bool,
    mitigated: bool,
    question: bool,
}

impl Possible {
    fn of(model: &Model, forms: &Forms<'_>, rule: &Rule) -> Self {
        let condition = |ir: &Ir| forms.condition(ir, rule.domain);
        let relevant = [forms.domain(rule.domain)].into_iter().chain(rule.filter.iter().chain([&rule.applies]).map(condition));
        let relevant = Form::and(relevant.collect());
        let mitigated = rule.mitigated.as_ref().map_or(Form::Const(Truths::NO), condition);
        let can_be = |of_relevance, of_mitigation| possible(model, &[(&relevant, of_relevance), (&mitigated, of_mitigation)]);
        Self {
            open: can_be(Truths::YES, Truths::NO),
            mitigated: can_be(Truths::YES, Truths::YES),
            question: can_be(Truths::YES, Truths::UNKNOWN) || can_be(Truths::UNKNOWN, Truths::NO.or(Truths::UNKNOWN)),
        }
    }
}
