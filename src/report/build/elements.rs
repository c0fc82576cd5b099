//! Elements, flows, data, controls and assumptions.

use super::Writer;
use crate::model::{ElementId, Kind, KindSet, TypeId};
use crate::report::{AssumptionRow, ControlRow, ControlUse, DataRow, ElementRow, FlowRow};

impl Writer<'_> {
    /// Elements the model shows, of some kinds, in the order of declaration.
    pub(super) fn shown(&self, kinds: KindSet) -> Vec<ElementId> {
        let wanted = self.model.iter().filter(|(id, element)| kinds.contains(element.kind) && self.model.is_shown(*id));
        wanted.map(|(id, _)| id).collect()
    }

    pub(super) fn elements(&self) -> Vec<ElementRow> {
        let row = |id: ElementId| {
            let element = self.model.element(id);
            ElementRow {
                id: self.model.identity(id),
                name: self.model.title(id).to_owned(),
                kind: element.kind.word().to_owned(),
                type_name: self.type_title(id),
                parent: element.parent.map(|parent| self.model.identity(parent)),
                boundaries: self
                    .model
                    .relations
                    .boundaries_of(id)
                    .iter()
                    .map(|boundary| self.model.identity(*boundary))
                    .collect(),
                purpose: self.text(id, "purpose"),
                documentation: self.documentation(id),
                place: self.place(id),
                facts: self.facts(id),
            }
        };
        self.shown(KindSet::DRAWN.without(Kind::Flow)).into_iter().map(row).collect()
    }

    pub(super) fn flows(&self) -> Vec<FlowRow> {
        let shown = self.shown(KindSet::of(Kind::Flow));
        shown.into_iter().filter_map(|id| self.flow(id)).collect()
    }

    fn flow(&self, id: ElementId) -> Option<FlowRow> {
        let ends = self.model.relations.ends(self.model, id)?;
        let carries = self.model.value(id, "carries").map(|_| self.titles(&self.model.references(id, "carries")));
        Some(FlowRow {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            source: self.model.identity(ends.source),
            target: self.model.identity(ends.target),
            source_name: self.model.title(self.model.component_of(ends.source)).to_owned(),
            target_name: self.model.title(self.model.component_of(ends.target)).to_owned(),
            two_way: ends.two_way,
            initiator: self.name_of(self.opening(ends).0),
            protocol: ends.protocol.map(|of| self.protocol(of)),
            carries,
            crosses: self.titles(&self.model.relations.between(ends.source, ends.target)),
            documentation: self.documentation(id),
            place: self.place(id),
            facts: self.facts(id),
        })
    }

    /// Name and version of a protocol; a version that begins with the name is not said twice.
    pub(super) fn protocol(&self, of: TypeId) -> String {
        let title = self.model.type_title(of);
        match self.protocol_text(of, "version") {
            Some(version) if version.starts_with(title) => version,
            Some(version) => format!("{title} ({version})"),
            None => title.to_owned(),
        }
    }

    /// A text that a protocol or one of its bases states.
    pub(super) fn protocol_text(&self, of: TypeId, attribute: &str) -> Option<String> {
        let attribute = self.model.schema.attribute(Kind::Protocol, attribute)?;
        let facts =
            self.model.line_of(of).find_map(|of| self.model.type_of(of).facts.iter().find(|fact| fact.attribute == attribute));
        facts.map(|fact| crate::rules::words(self.model, &crate::rules::Val::of(&fact.value)))
    }

    pub(super) fn data(&self) -> Vec<DataRow> {
        let identities = |ids: &[ElementId]| -> Vec<String> { ids.iter().map(|id| self.model.identity(*id)).collect() };
        let row = |id: ElementId| DataRow {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            type_name: self.type_title(id),
            confidentiality: self.symbol(id, "confidentiality"),
            integrity: self.symbol(id, "integrity"),
            availability: self.symbol(id, "availability"),
            harms: self.model.references(id, "harms").into_iter().map(|harm| self.harm(harm)).collect(),
            carried_by: identities(self.model.carried_by(id)),
            held_by: identities(self.model.held_by(id)),
        };
        let rows = self.model.of_kind(Kind::Data).map(row);
        let library = |id: &str| self.model.find(id).is_some_and(|id| self.model.element(id).library);
        rows.filter(|row| !library(&row.id) || !row.carried_by.is_empty() || !row.held_by.is_empty()).collect()
    }

    fn harm(&self, id: ElementId) -> String {
        let severity = self.symbol(id, "severity").map_or(String::new(), |severity| format!(" ({severity})"));
        format!("{}{severity}", self.model.title(id))
    }

    pub(super) fn controls(&self) -> Vec<ControlRow> {
        let row = |id: ElementId| ControlRow {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            type_name: self.type_title(id),
            measure: self.symbol(id, "measure"),
            class: self.class(id),
            status: self.symbol(id, "status"),
            description: self.text(id, "description"),
            requirement: self.text(id, "requirement"),
            acceptance_criterion: self.text(id, "acceptance_criterion"),
            verification: self.texts(id, "verification"),
            result: self.text(id, "result"),
            fda_category: self.control_category(id),
            side_effects: self.text(id, "side_effects"),
            evidence: self.texts(id, "evidence"),
            counters: Vec::new(),
            protects: self.model.relations.protected_by(id).iter().map(|id| self.model.identity(*id)).collect(),
            outside: self.is_outside(id),
        };
        let own = self.model.of_kind(Kind::Control);
        own.filter(|id| !self.model.element(*id).library || !self.model.relations.protected_by(*id).is_empty()).map(row).collect()
    }

    /// A control as a threat shows it.
    pub(super) fn control(&self, id: ElementId) -> ControlUse {
        ControlUse {
            id: self.model.identity(id),
            name: self.model.title(id).to_owned(),
            measure: self.symbol(id, "measure"),
            class: self.class(id),
            status: self.symbol(id, "status"),
            evidence: self.texts(id, "evidence"),
        }
    }

    pub(super) fn assumptions(&self) -> Vec<AssumptionRow> {
        let row = |id: ElementId| AssumptionRow {
            id: self.model.identity(id),
            text: self.model.title(id).to_owned(),
            owner: self.symbol(id, "owner"),
            if_false: self.text(id, "if_false"),
            measured_by: self.text(id, "measured_by"),
        };
        self.model.of_kind(Kind::Assumption).map(row).collect()
    }
}
