//! Which harms a finding can end in: those of its element, and of the data the element carries, holds or handles.

use crate::model::{ElementId, Kind, Model, Value};

/// A harm and how it is reached from an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HarmUse {
    /// The harm.
    pub harm: ElementId,
    /// What leads to it: nothing for the element's own; else the data, and before it the flow that carries them.
    pub through: Vec<ElementId>,
    /// Its position in the library's scale of severity.
    pub severity: Option<u16>,
    /// Whether it follows from the kind of loss the threat brings about; a harm that says nothing follows from any.
    pub follows: bool,
}

/// The harms of an element, each once, by the shortest way: its own, and those of the data it carries, lets through, holds or handles. A port
/// without any has those of its owner.
pub fn harms(model: &Model, id: ElementId) -> Vec<HarmUse> {
    let mut found: Vec<HarmUse> = Vec::new();
    add(model, id, &[], &mut found);
    match model.element(id).kind {
        Kind::Flow => of_data(model, id, "carries", &[], &mut found),
        Kind::Store => of_data(model, id, "holds", &[], &mut found),
        _ => {
            for flow in model.relations.flows_of(id) {
                of_data(model, *flow, "carries", &[*flow], &mut found);
            }
        }
    }
    if let (Kind::Port, Some(owner), true) = (model.element(id).kind, model.element(id).parent, found.is_empty()) {
        // whoever gets in at a port gets at what is behind it
        found = harms(model, owner);
        for used in &mut found {
            used.through.insert(0, owner);
        }
    }
    found
}

fn of_data(model: &Model, id: ElementId, attribute: &str, before: &[ElementId], found: &mut Vec<HarmUse>) {
    for data in model.references(id, attribute) {
        add(model, data, &[before, &[data]].concat(), found);
    }
}

fn add(model: &Model, id: ElementId, through: &[ElementId], found: &mut Vec<HarmUse>) {
    for harm in model.references(id, "harms") {
        if !found.iter().any(|known| known.harm == harm) {
            let severity = if let Some(Value::Symbol(_, at)) = model.value(harm, "severity") { Some(*at) } else { None };
            found.push(HarmUse { harm, through: through.to_vec(), severity, follows: true });
        }
    }
}

/// The harms of an element as a threat of a category can bring them about: those that say they follow from other losses only are marked.
pub(super) fn harms_by(model: &Model, id: ElementId, loss: Option<u16>) -> Vec<HarmUse> {
    let mut found = harms(model, id);
    let Some(loss) = loss else { return found };
    for used in &mut found {
        if let Some(Value::List(losses)) = model.value(used.harm, "follows_from") {
            used.follows = losses.iter().any(|known| matches!(known, Value::Symbol(_, at) if *at == loss));
        }
    }
    found
}

/// The severity of the worst harm that follows; the lowest there is where harms are named and none of them follows.
pub fn worst(harms: &[HarmUse]) -> Option<u16> {
    if !harms.is_empty() && harms.iter().all(|harm| !harm.follows) {
        return Some(0);
    }
    harms.iter().filter(|harm| harm.follows).filter_map(|harm| harm.severity).max()
}

/// The most severe harm of an element; nothing where none is named, or none with a severity.
pub fn severity(model: &Model, id: ElementId) -> Option<u16> {
    harms(model, id).iter().filter_map(|harm| harm.severity).max()
}
