//! Whether a threat can reach more than one patient at a time: what the library derives as `multi_patient` of an element, and what a rule
//! says of its own kind of attack.

use crate::findings::Finding;
use crate::rules::{Evaluator, FactUse, Need, RuleSet, Truth};

/// The answer and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patients {
    /// Whether several can be reached at once.
    pub several: Truth,
    /// The facts that say so, or that are missing to know; none where it is not so.
    pub facts: Vec<FactUse>,
}

/// The derived attribute a library answers with.
const DEFINITION: &str = "multi_patient";

/// What a rule says whose attack, once made, works on every device of the type.
const BY_KIND: &str = "fleet_wide";

/// What the rule and the library say of a finding; nothing where neither says anything.
pub fn patients(evaluator: &mut Evaluator<'_>, rules: &RuleSet, finding: &Finding) -> Option<Patients> {
    let (model, element) = (evaluator.model, finding.element);
    let rule = rules.rules[finding.rule as usize].id;
    let by_kind = model.schema.attribute(model.element(rule).kind, BY_KIND).filter(|_| model.bool(rule, BY_KIND) == Some(true));
    if let Some(attribute) = by_kind {
        return Some(Patients { several: Truth::Yes, facts: vec![FactUse::Stated(rule, attribute)] });
    }
    let kind = model.element(element).kind;
    let (number, _) = rules.table.find(kind, DEFINITION)?;
    let define = &rules.defines[number as usize];
    let (several, mut facts) = evaluator.explain(&define.value, element);
    match several {
        Truth::Yes => facts.retain(|fact| !matches!(fact, FactUse::Unstated(..))),
        // everything was looked at, and nothing of it is worth telling
        Truth::No => facts.clear(),
        Truth::Unknown => facts = missing(evaluator.ask(&define.value, element).1),
    }
    Some(Patients { several, facts })
}

/// What an undecided answer lacks, as facts.
pub(super) fn missing(needs: &[Need]) -> Vec<FactUse> {
    needs.iter().map(|(id, attribute)| FactUse::Unstated(*id, *attribute)).collect()
}
