//! Requirements on the environment that come from nothing in the model.

use super::piece::pieces;
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{ElementId, Kind, Model};
use crate::words::tick;

/// TM0420: each requirement on the environment has something that relies on it, so that it leads back to threats.
pub(crate) fn check_requirements(model: &Model, diagnostics: &mut Diagnostics) {
    let all = pieces(model, Kind::Assumption, "asks").flat_map(|piece| piece.elements());
    let needed: Vec<ElementId> = all.filter(|id| model.symbol_name(*id, "importance") != Some("not_needed")).collect();
    if needed.is_empty() {
        return;
    }
    let named: Vec<ElementId> = model.iter().flat_map(|(id, _)| model.references(id, "assumptions")).collect();
    for id in needed.into_iter().filter(|id| !named.contains(id)) {
        diagnostics.push(idle(model, id));
    }
}

fn idle(model: &Model, id: ElementId) -> Diagnostic {
    let name = &model.element(id).name;
    Diagnostic::new(Code::IdleRequirement, model.element(id).span)
        .message(format!("nothing in the model relies on the requirement {}", tick(name)))
        .label("for which element, against which threat?")
        .note("a requirement in the instructions for use comes from the risks of the device, and leads back to them")
        .help(format!("name it at what relies on it, `assumptions: [{name}]`, or in the decision that counts on it"))
}
