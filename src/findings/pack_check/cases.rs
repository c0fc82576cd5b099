//! Rules that no test shows at work.

use super::super::checked::Checked;
use super::super::testing::expectations;
use super::errors;
use crate::diagnostic::Diagnostics;
use crate::model::{Model, Pending};
use crate::rules::RuleSet;

/// TM0308
pub(in super::super) fn check(
    model: &Model,
    rules: &RuleSet,
    pending: &Pending<'_>,
    checked: &Checked,
    diagnostics: &mut Diagnostics,
) {
    let mut fired = vec![false; rules.rules.len()];
    let mut silent = vec![false; rules.rules.len()];
    for expect in pending.tests.iter().filter(|test| checked.holds(test.span)).flat_map(|test| expectations(test)) {
        if let Some(rule) = rules.rules.iter().position(|rule| model.element(rule.id).name == expect.rule.text()) {
            fired[rule] |= expect.state.text == "open";
            silent[rule] |= matches!(expect.state.text.as_str(), "absent" | "mitigated");
        }
    }
    for (at, rule) in rules.rules.iter().enumerate() {
        if !checked.holds(model.element(rule.id).span) {
            continue;
        }
        if !fired[at] {
            diagnostics.push(errors::untested_rule(model, rule, true));
        } else if !silent[at] {
            diagnostics.push(errors::untested_rule(model, rule, false));
        }
    }
}
