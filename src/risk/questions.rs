//! What the model leaves unsaid: the facts that undecided findings hang on, and those without which a risk cannot be rated.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::harms::harms;
use crate::bom::EXPLOITABLE;
use crate::findings::{Finding, Findings, State};
use crate::model::{ElementId, Kind, Model};
use crate::rules::Need;

/// Every fact that is asked for, with the findings that hang on it, in the order they first come up. A finding that was avoided or dismissed
/// asks nothing.
pub fn questions<'f>(model: &Model, findings: &'f Findings) -> IndexMap<Need, Vec<&'f Finding>, FxBuildHasher> {
    let mut asked: IndexMap<Need, Vec<&Finding>, FxBuildHasher> = IndexMap::default();
    let mut of_element: IndexMap<ElementId, Vec<Need>, FxBuildHasher> = IndexMap::default();
    for finding in &findings.all {
        let state = findings.state(finding);
        if state == State::Question {
            for need in findings.needs(finding) {
                asked.entry(*need).or_default().push(finding);
            }
        }
        if matches!(state, State::Avoided | State::Dismissed) {
            continue;
        }
        for need in of_element.entry(finding.element).or_insert_with(|| unrated(model, finding.element)) {
            asked.entry(*need).or_default().push(finding);
        }
    }
    for need in unsaid_of_software(model, findings) {
        asked.entry(need).or_default();
    }
    asked
}

/// What nobody says of the software in the model of a whole system: what it is built of, and whether what is being looked into counts.
fn unsaid_of_software(model: &Model, findings: &Findings) -> Vec<Need> {
    if model.system().is_none() {
        return Vec::new();
    }
    let need = |id: ElementId, name: &str| Some((id, model.schema.attribute(model.element(id).kind, name)?));
    let programs = model.of_kind(Kind::Process).filter(|id| model.is_shown(*id) && is_answered_for(model, *id));
    let unlisted = programs.filter(|id| !is_listed(model, *id)).filter_map(|id| need(id, "sbom"));
    unlisted.chain(findings.investigated.iter().filter_map(|id| need(*id, EXPLOITABLE))).collect()
}

/// Whether a program is in a device, or in what else the manufacturer answers for.
fn is_answered_for(model: &Model, program: ElementId) -> bool {
    let says = |boundary: &ElementId| ["device", "own_software"].iter().any(|name| model.bool(*boundary, name) == Some(true));
    model.relations.boundaries_of(program).iter().any(says)
}

/// Whether a bill of materials covers a program, or it has no foreign part.
fn is_listed(model: &Model, program: ElementId) -> bool {
    let around = std::iter::successors(Some(program), |id| model.element(*id).parent);
    model.bool(program, "own_code") == Some(true) || around.into_iter().any(|id| model.text(id, "sbom").is_some())
}

/// What is missing to rate what happens to an element: its harms where safety depends on it, and what these harms lack.
fn unrated(model: &Model, element: ElementId) -> Vec<Need> {
    let need = |id: ElementId, name: &str| Some((id, model.schema.attribute(model.element(id).kind, name)?));
    let harms = harms(model, element);
    if harms.is_empty() {
        let relevant = model.bool(element, "safety_relevant") == Some(true);
        return need(element, "harms").filter(|_| relevant).into_iter().collect();
    }
    let lacks = |harm: ElementId, name: &str| need(harm, name).filter(|_| model.value(harm, name).is_none());
    harms.iter().flat_map(|used| ["severity", "hazard"].into_iter().filter_map(|name| lacks(used.harm, name))).collect()
}
