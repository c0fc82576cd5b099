//! Types that documents are made of: headings, and requirements on the environment.

use crate::model::{ElementId, Fact, Kind, Model, TypeId, Value};
use crate::rules::{Evaluator, RuleSet, Truth};
use crate::text::Span;

/// A type of sections or assumptions that says something of itself that documents read.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'m> {
    /// The type.
    pub of: TypeId,
    model: &'m Model,
}

/// The types of a kind that state an attribute themselves, and do not only inherit it, in the order of declaration.
pub fn pieces<'m>(model: &'m Model, kind: Kind, stated: &'static str) -> impl Iterator<Item = Piece<'m>> {
    let all = (0..model.types.len()).map(TypeId::at).filter(move |of| model.type_of(*of).kind == kind);
    // a type of the model hides the library's of the same name
    let visible = all.filter(move |of| model.type_named(&model.type_of(*of).name) == Some(*of));
    visible.map(move |of| Piece::new(model, of)).filter(move |piece| piece.own(stated).is_some())
}

/// Whether a heading is part of the document of this model: always, or only where a derived attribute holds of some element.
pub fn applies(evaluator: &mut Evaluator<'_>, rules: &RuleSet, piece: Piece<'_>) -> bool {
    let Some(name) = piece.text("shown_where") else { return true };
    let model = evaluator.model;
    let shown: Vec<ElementId> = model.iter().map(|(id, _)| id).filter(|id| model.is_shown(*id)).collect();
    shown.into_iter().any(|id| holds(evaluator, rules, id, name))
}

/// Whether a derived attribute holds of an element.
pub fn holds(evaluator: &mut Evaluator<'_>, rules: &RuleSet, id: ElementId, name: &str) -> bool {
    let Some((number, _)) = rules.table.find(evaluator.model.element(id).kind, name) else { return false };
    evaluator.ask(&rules.defines[number as usize].value, id).0 == Truth::Yes
}

impl<'m> Piece<'m> {
    /// A type, as documents read it.
    pub fn new(model: &'m Model, of: TypeId) -> Self {
        Self { of, model }
    }

    /// What the type itself says of an attribute.
    pub fn own(&self, attribute: &str) -> Option<&'m Value> {
        self.fact(attribute).map(|fact| &fact.value)
    }

    /// Where it says so.
    pub fn span(&self, attribute: &str) -> Option<Span> {
        self.fact(attribute).map(|fact| fact.span)
    }

    fn fact(&self, attribute: &str) -> Option<&'m Fact> {
        let of = self.model.type_of(self.of);
        let attribute = self.model.schema.attribute(of.kind, attribute)?;
        of.facts.iter().find(|fact| fact.attribute == attribute)
    }

    /// A text that the type itself states.
    pub fn text(&self, attribute: &str) -> Option<&'m str> {
        if let Some(Value::Text(text)) = self.own(attribute) { Some(text) } else { None }
    }

    /// Whether the model has what the type asks for: under a heading a section that says something, of other types any element.
    pub fn is_answered(&self) -> bool {
        let says = |id: ElementId| self.model.text(id, "text").is_some_and(|text| !text.trim().is_empty());
        let is_heading = self.own("chapter").is_some();
        self.elements().any(|id| !is_heading || says(id))
    }

    /// The elements of the model that are of the type or of one that inherits from it, in the order of declaration.
    pub fn elements(&self) -> impl Iterator<Item = ElementId> + use<'m> {
        let (model, wanted) = (self.model, self.of);
        let kind = model.type_of(wanted).kind;
        let own = model.of_kind(kind).filter(move |id| !model.element(*id).library);
        own.filter(move |id| model.element(*id).type_id.is_some_and(|of| model.is_a(of, wanted)))
    }
}
