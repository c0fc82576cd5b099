//! What documents ask for and the model does not say.

use super::piece::{applies, holds, pieces};
use crate::model::{AttributeId, ElementId, Kind, KindSet, Model, TypeId};
use crate::rules::{Evaluator, Need, RuleSet};

/// Gaps in what documents for customers are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unsaid {
    /// Facts of elements.
    pub facts: Vec<Need>,
    /// Types of sections and of requirements of which the model has none.
    pub pieces: Vec<TypeId>,
}

/// What is missing from a model that has begun to write such a document: one with a system and a section. Before that nothing is asked, so
/// that a sketch is not flooded with questions about its instructions for use.
pub fn unsaid(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Unsaid {
    if !has_begun(evaluator.model) {
        return Unsaid::default();
    }
    Unsaid { facts: facts(evaluator, rules), pieces: unwritten(evaluator, rules) }
}

fn has_begun(model: &Model) -> bool {
    model.system().is_some() && model.of_kind(Kind::Section).any(|id| !model.element(id).library)
}

fn facts(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Vec<Need> {
    let model = evaluator.model;
    let elements: Vec<ElementId> = model.iter().map(|(id, _)| id).filter(|id| is_of_model(model, *id)).collect();
    let mut facts = Vec::new();
    for (at, info) in model.schema.attributes.iter().enumerate() {
        let Some((name, _)) = &info.asked_where else { continue };
        let attribute = AttributeId::at(at);
        for id in elements.iter().copied().filter(|id| info.owner.contains(model.element(*id).kind)) {
            if model.known(id, attribute).is_none() && holds(evaluator, rules, id, name) {
                facts.push((id, attribute));
            }
        }
    }
    facts
}

/// What the model declares, or a type brings along and the model shows.
fn is_of_model(model: &Model, id: ElementId) -> bool {
    if KindSet::DRAWN.contains(model.element(id).kind) { model.is_shown(id) } else { !model.element(id).library }
}

fn unwritten(evaluator: &mut Evaluator<'_>, rules: &RuleSet) -> Vec<TypeId> {
    let model = evaluator.model;
    let mut unwritten = Vec::new();
    for kind in [Kind::Section, Kind::Assumption] {
        for piece in pieces(model, kind, "asks") {
            if !piece.is_answered() && applies(evaluator, rules, piece) {
                unwritten.push(piece.of);
            }
        }
    }
    unwritten
}
