//! Rules that say the same: by their conditions, or in the same words about the same element.

use super::super::checked::Checked;
use super::super::finding::{Finding, Findings};
use super::errors;
use super::logic::{Form, Forms};
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Model};
use crate::rules::{Evaluator, Ir, Rule, RuleSet};

/// Pairs of rules that say the same, each told once.
#[derive(Debug, Default)]
pub(crate) struct Twins {
    told: Vec<(usize, usize)>,
}

impl Twins {
    fn is_new(&mut self, pair: (usize, usize)) -> bool {
        let new = !self.told.contains(&pair);
        if new {
            self.told.push(pair);
        }
        new
    }

    /// TM0313: rules about the same whose conditions mean the same.
    pub(super) fn by_conditions(&mut self, model: &Model, rules: &RuleSet, checked: &Checked, diagnostics: &mut Diagnostics) {
        if !rules.rules.iter().any(|rule| checked.holds(model.element(rule.id).span)) {
            return;
        }
        let forms = Forms::new(model, rules);
        let keys: Vec<(String, String)> = rules.rules.iter().map(|rule| meaning(&forms, rule)).collect();
        for (at, rule) in rules.rules.iter().enumerate() {
            let twin = (0..at).find(|earlier| keys[*earlier] == keys[at] && rules.rules[*earlier].domain == rule.domain);
            let Some(earlier) = twin.filter(|earlier| one_checked(model, rules, checked, (*earlier, at))) else { continue };
            if self.is_new((earlier, at)) {
                diagnostics.push(errors::same_conditions(model, &rules.rules[earlier], rule));
            }
        }
    }

    /// TM0313: rules that say of one element what another has said, in the same words.
    pub(in super::super) fn by_words(
        &mut self,
        evaluator: &mut Evaluator<'_>,
        rules: &RuleSet,
        findings: &Findings,
        checked: &Checked,
        diagnostics: &mut Diagnostics,
    ) {
        let model = evaluator.model;
        let mut order: Vec<&Finding> = findings.all.iter().collect();
        order.sort_by_key(|finding| (finding.element, finding.rule));
        for about_one in order.chunk_by(|a, b| a.element == b.element) {
            let numbers: Vec<usize> = about_one.iter().map(|finding| finding.rule as usize).collect();
            if numbers.len() < 2 || !numbers.iter().any(|number| checked.holds(model.element(rules.rules[*number].id).span)) {
                continue;
            }
            let element = about_one[0].element;
            let said: Vec<[String; 2]> = numbers.iter().map(|number| words(evaluator, &rules.rules[*number], element)).collect();
            for at in 0..numbers.len() {
                let same =
                    |earlier: &usize| (0..2).any(|text| !said[at][text].is_empty() && said[*earlier][text] == said[at][text]);
                let Some(earlier) = (0..at).find(same) else { continue };
                let pair = (numbers[earlier], numbers[at]);
                if one_checked(model, rules, checked, pair) && self.is_new(pair) {
                    let (first, second) = (&rules.rules[pair.0], &rules.rules[pair.1]);
                    diagnostics.push(errors::same_words(model, first, second, element));
                }
            }
        }
    }
}

/// What a rule says of an element.
fn words(evaluator: &mut Evaluator<'_>, rule: &Rule, element: ElementId) -> [String; 2] {
    [rule.title.render(evaluator, element), rule.statement.render(evaluator, element)]
}

fn one_checked(model: &Model, rules: &RuleSet, checked: &Checked, (one, other): (usize, usize)) -> bool {
    [one, other].into_iter().any(|number| checked.holds(model.element(rules.rules[number].id).span))
}

/// When a rule applies and when it is mitigated, the same for all that mean the same as far as order, negation and `define` go.
fn meaning(forms: &Forms<'_>, rule: &Rule) -> (String, String) {
    let condition = |ir: &Ir| forms.condition(ir, rule.domain);
    let relevant = Form::and(rule.filter.iter().chain([&rule.applies]).map(condition).collect());
    (relevant.key(), rule.mitigated.as_ref().map_or(String::new(), |ir| condition(ir).key()))
}
