//! `test "…" { … expect RULE @ path STATE }`: small models of their own.

use super::checked::Checked;
use super::errors;
use super::judge::{is_about, judge};
use super::pack_check::{Twins, cases};
use super::state::State;
use super::{Findings, Verdict, decisions};
use crate::diagnostic::Diagnostics;
use crate::graph::Exposures;
use crate::model::{Model, Pending, Resolver, Scope};
use crate::rules::{Evaluator, RuleSet};
use crate::syntax::ast::{Date, Expect, Member, Test};

/// What tests are run with, beside the model and the rules.
#[derive(Debug)]
pub(crate) struct Circumstances<'c> {
    /// Whose tests run.
    pub(crate) checked: &'c Checked,
    /// Rules that are known to say the same.
    pub(crate) twins: Twins,
    /// The day decisions are held against.
    pub(crate) today: Option<Date>,
}

/// Runs tests over a model that holds only the library and the rules.
pub(crate) fn run_tests(
    base: &Model,
    rules: &RuleSet,
    pending: &Pending<'_>,
    mut circumstances: Circumstances<'_>,
    diagnostics: &mut Diagnostics,
) -> usize {
    let checked = circumstances.checked;
    let mut run = 0;
    for test in pending.tests.iter().filter(|test| checked.holds(test.span)) {
        run += 1;
        run_test(base, rules, pending, test, &mut circumstances, diagnostics);
    }
    cases::check(base, rules, pending, checked, diagnostics);
    run
}

/// What a test expects.
pub(super) fn expectations(test: &Test) -> impl Iterator<Item = &Expect> {
    test.body.iter().filter_map(|member| if let Member::Expect(expect) = member { Some(&**expect) } else { None })
}

fn run_test<'a>(
    base: &Model,
    rules: &RuleSet,
    pending: &Pending<'a>,
    test: &'a Test,
    circumstances: &mut Circumstances<'_>,
    diagnostics: &mut Diagnostics,
) {
    let mut faults = Diagnostics::default();
    let mut resolver = Resolver::new(base.clone(), pending.type_bodies.clone(), &mut faults);
    resolver.take_body(&test.body, false);
    let (model, own) = resolver.finish();
    if faults.has_errors() {
        diagnostics.extend(faults);
        return;
    }
    diagnostics.extend(own.answers.iter().map(|(_, answer)| errors::answer_in_test(answer)));
    let exposures = Exposures::new(&model);
    let mut evaluator = Evaluator::new(&model, &exposures, rules);
    let mut findings = super::find(&mut evaluator, rules);
    circumstances.twins.by_words(&mut evaluator, rules, &findings, circumstances.checked, diagnostics);
    decisions::decide(&mut evaluator, rules, &own, circumstances.today, &mut findings, diagnostics);
    for expect in expectations(test) {
        check_expectation(&mut evaluator, rules, &findings, expect, diagnostics);
    }
}

fn check_expectation(
    evaluator: &mut Evaluator<'_>,
    rules: &RuleSet,
    findings: &Findings,
    expect: &Expect,
    diagnostics: &mut Diagnostics,
) {
    let model = evaluator.model;
    if State::of(&expect.state.text).is_none() && expect.state.text != "absent" {
        diagnostics.push(errors::no_such_state(expect));
        return;
    }
    let name = expect.rule.text();
    let Some(number) = rules.rules.iter().position(|rule| model.element(rule.id).name == name) else {
        let names = rules.rules.iter().map(|rule| model.element(rule.id).name.as_str());
        diagnostics.push(errors::unknown_rule(&expect.rule, names));
        return;
    };
    let Some(element) = Scope::root(false).find(model, &expect.element) else {
        diagnostics.push(errors::unknown_element(model, &expect.element));
        return;
    };
    let rule = &rules.rules[number];
    let decided = findings.find(number, element).map(|at| findings.state(&findings.all[at]).word());
    let judged = || {
        if !is_about(model, rule.domain, element) {
            return "absent";
        }
        match judge(evaluator, rule, element, &mut Vec::new()) {
            None => "absent",
            Some(Verdict::Open) => "open",
            Some(Verdict::Question) => "question",
            Some(Verdict::Mitigated) => "mitigated",
        }
    };
    let found = decided.unwrap_or_else(judged);
    if found != expect.state.text {
        diagnostics.push(errors::unmet_expectation(evaluator, rule, element, expect, found));
    }
}
