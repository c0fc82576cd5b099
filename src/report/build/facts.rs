//! Facts in words, with their provenance.

use super::Writer;
use crate::model::{AttributeId, ElementId, Kind, KindSet, Known, Model, Origin};
use crate::report::FactRow;
use crate::rules::{FactUse, Val, words};
use crate::text::SourceMap;
use crate::words::tick;

/// A fact in words.
pub fn fact_of(model: &Model, sources: &SourceMap, id: ElementId, attribute: AttributeId, known: &Known<'_>) -> FactRow {
    FactRow {
        element: model.identity(id),
        attribute: model.schema.info(attribute).name.to_string(),
        value: words(model, &Val::of(&known.fact.value)),
        origin: origin(model, id, known.origin),
        place: sources.line_of(known.fact.span),
    }
}

/// Why a fact holds.
fn origin(model: &Model, id: ElementId, origin: Origin) -> String {
    match origin {
        Origin::Set => "set".to_owned(),
        Origin::Part => "set by the type that brings this part".to_owned(),
        Origin::Control(control) => format!("provided by the control {}", tick(&model.identity(control))),
        Origin::Boundary(boundary) => format!("inherited from the boundary {}", tick(&model.identity(boundary))),
        Origin::Type(of) if model.element(id).kind == Kind::Flow => {
            format!("guaranteed by the protocol {}", tick(&model.type_of(of).name))
        }
        Origin::Type(of) => format!("default of the type {}", tick(&model.type_of(of).name)),
    }
}

impl Writer<'_> {
    /// Everything known of an element.
    pub(super) fn facts(&self, id: ElementId) -> Vec<FactRow> {
        let kind = self.model.element(id).kind;
        let attributes = (0..self.model.schema.attributes.len()).map(AttributeId::at);
        attributes
            .filter(|attribute| self.model.schema.info(*attribute).owner.contains(kind))
            .filter_map(|attribute| self.model.known(id, attribute).map(|known| self.fact(id, attribute, &known)))
            .collect()
    }

    fn fact(&self, id: ElementId, attribute: AttributeId, known: &Known<'_>) -> FactRow {
        fact_of(self.model, self.sources, id, attribute, known)
    }

    /// A fact that was read on the way to an answer; nothing for what every reader sees in the diagram anyway.
    pub(super) fn used(&self, fact: &FactUse) -> Option<FactRow> {
        match fact {
            FactUse::Stated(id, attribute) => self.model.known(*id, *attribute).map(|known| self.fact(*id, *attribute, &known)),
            FactUse::Unstated(id, attribute) => {
                let info = self.model.schema.info(*attribute);
                let (value, origin) = match info.unset {
                    Some(true) => ("yes", "as nobody says otherwise"),
                    Some(false) => ("no", "as nobody says otherwise"),
                    None => ("not stated", "unknown"),
                };
                Some(FactRow {
                    element: self.model.identity(*id),
                    attribute: info.name.to_string(),
                    value: value.to_owned(),
                    origin: origin.to_owned(),
                    place: String::new(),
                })
            }
            FactUse::Derived(id, name, value) => {
                let drawn = KindSet::DRAWN.contains(self.model.element(*id).kind);
                drawn.then(|| FactRow {
                    element: self.model.identity(*id),
                    attribute: name.clone(),
                    value: value.clone(),
                    origin: "derived from the structure of the model".to_owned(),
                    place: self.place(*id),
                })
            }
        }
    }
}
