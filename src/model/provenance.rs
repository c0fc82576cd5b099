//! What is known, and why: set on the element, provided by a control, inherited from a boundary, or a default of its type.

use super::element::Fact;
use super::ids::{AttributeId, ElementId, TypeId};
use super::kind::Kind;
use super::resolved::{Model, fact};

/// Where a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Set on the element.
    Set,
    /// Said by the type that brought the element along as its part.
    Part,
    /// Provided by this control.
    Control(ElementId),
    /// Provided by this boundary around it.
    Boundary(ElementId),
    /// A default of this type (of its protocol, for a flow).
    Type(TypeId),
}

/// A fact and its origin.
#[derive(Debug, Clone, Copy)]
pub struct Known<'m> {
    /// The fact.
    pub fact: &'m Fact,
    /// Why it holds of the element.
    pub origin: Origin,
}

impl Model {
    /// What is known of an attribute of an element, in the order of precedence the language fixes.
    pub fn known(&self, id: ElementId, attribute: AttributeId) -> Option<Known<'_>> {
        let element = self.element(id);
        if let Some(fact) = fact(&element.facts, attribute) {
            let origin = if fact.from_type { Origin::Part } else { Origin::Set };
            return Some(Known { fact, origin });
        }
        self.by_controls(id, attribute, true)
            .or_else(|| self.by_boundaries(id, attribute))
            .or_else(|| self.by_type(id, attribute))
    }

    /// A control that would provide the attribute, were it more than planned.
    pub fn planned(&self, id: ElementId, attribute: AttributeId) -> Option<ElementId> {
        match self.by_controls(id, attribute, false)?.origin {
            Origin::Control(control) => Some(control),
            _ => None,
        }
    }

    fn by_controls(&self, id: ElementId, attribute: AttributeId, counting: bool) -> Option<Known<'_>> {
        self.relations.controls_of(id).iter().find_map(|control| {
            let provided = self.provided(*control, attribute).filter(|_| self.relations.counts(*control) == counting);
            provided.map(|fact| Known { fact, origin: Origin::Control(*control) })
        })
    }

    fn by_boundaries(&self, id: ElementId, attribute: AttributeId) -> Option<Known<'_>> {
        if !self.relations.any_boundary_provides {
            return None;
        }
        self.relations.boundaries_of(id).iter().rev().find_map(|boundary| {
            self.provided(*boundary, attribute).map(|fact| Known { fact, origin: Origin::Boundary(*boundary) })
        })
    }

    fn by_type(&self, id: ElementId, attribute: AttributeId) -> Option<Known<'_>> {
        let element = self.element(id);
        if element.kind == Kind::Flow {
            let protocol = self.relations.ends(self, id)?.protocol?;
            return self
                .line_of(protocol)
                .find_map(|of| fact(&self.type_of(of).provides, attribute).map(|fact| Known { fact, origin: Origin::Type(of) }));
        }
        self.line_of(element.type_id?)
            .find_map(|of| fact(&self.type_of(of).facts, attribute).map(|fact| Known { fact, origin: Origin::Type(of) }))
    }

    /// Whether a control or boundary provides an attribute.
    pub fn provides(&self, id: ElementId, attribute: AttributeId) -> bool {
        self.provided(id, attribute).is_some()
    }

    /// What a control or boundary provides, itself or by its type.
    fn provided(&self, id: ElementId, attribute: AttributeId) -> Option<&Fact> {
        let element = self.element(id);
        fact(&element.provides, attribute)
            .or_else(|| self.line_of(element.type_id?).find_map(|of| fact(&self.type_of(of).provides, attribute)))
    }

    /// Whether a control or boundary provides anything at all.
    pub(crate) fn provides_anything(&self, id: ElementId) -> bool {
        let element = self.element(id);
        let by_type = |of| self.line_of(of).any(|of| !self.type_of(of).provides.is_empty());
        !element.provides.is_empty() || element.type_id.is_some_and(by_type)
    }
}
