//! All comparisons, in order.

use super::delta::{Delta, SCHEMA_VERSION};
use super::side::Side;
use super::threats::{Reasons, threats};
use super::{
    assertions, decisions, elements, errors, packs, settings, software, standing, surface, threats as of_threats, views,
};

/// What changed from one model to another. `refused` says which open threats of the later one its gate does not let pass: those that were
/// open before are no matter of this change.
pub fn compare(before: &Side<'_>, after: &Side<'_>, refused: &[String]) -> Delta {
    let (were, are) = (before.elements(), after.elements());
    let elements = elements::compare((before, &were), (after, &are));
    let surface = surface::compare((before, &were), (after, &are), &elements);
    let packs = packs::compare(before, after);
    let settings = settings::compare(before, after);
    let reasons = Reasons { elements: &elements, packs: &packs, scheme: settings::rate_otherwise(&settings) };
    let (old, new) = (threats(before), threats(after));
    let mut threats = of_threats::compare(&old, &new, &reasons);
    for threat in &mut threats {
        threat.refused = threat.is_new_work() && refused.contains(&threat.id);
    }
    let mut delta = Delta {
        schema_version: SCHEMA_VERSION,
        generator: after.report.title.generator.clone(),
        before: before.row(),
        after: after.row(),
        refused: threats.iter().filter(|threat| threat.refused).map(|threat| threat.id.clone()).collect(),
        decisions: decisions::compare((before, &old), (after, &new), &reasons),
        errors: errors::others(before, after),
        assertions: assertions::compare(before, after),
        questions: standing::questions(before, after, &elements),
        clauses: standing::clauses(before, after),
        software: software::compare(before, after),
        views: views::compare(before, after, &elements),
        surface,
        threats,
        elements,
        packs,
        settings,
        otherwise: false,
    };
    delta.otherwise = delta.is_empty() && delta.before.model_hash != delta.after.model_hash;
    delta
}
