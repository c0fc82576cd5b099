//! Whether a threat can reach more than one patient at a time: what the library derives as `multi_patient`.

use crate::model::ElementId;
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

/// What the library says of an element; nothing where it derives nothing for its kind.
pub fn patients(evaluator: &mut Evaluator<'_>, rules: &RuleSet, element: ElementId) -> Option<Patients> {
    let kind = evaluator.model.element(element).kind;
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
