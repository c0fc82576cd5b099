//! What is said of an element, in a form that can be held against another model's.

use super::delta::{FactChange, Told};
use super::side::Side;
use crate::model::{AttributeId, ElementId, Kind, KindSet, Model};
use crate::report::build::fact_of;
use crate::rules::{Val, said, words};

/// A fact, with its value as it is compared: by identities and names, in an order that does not depend on the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) attribute: String,
    /// Whether saying it claims a protection.
    pub(super) protection: bool,
    /// Whether it is said of this element itself, and follows from nothing else.
    pub(super) own: bool,
    compared: String,
    told: Told,
}

/// Attributes that say nothing of the element: what it was called, and what a decision was stamped with.
const SILENT: [&str; 2] = ["was", "basis"];

/// Everything known of an element: how it is built, what is known of its attributes, and what it gives to others.
pub(super) fn facts(side: &Side<'_>, id: ElementId) -> Vec<Fact> {
    let model = side.model();
    let element = model.element(id);
    let mut facts = structure(side, id);
    for attribute in (0..model.schema.attributes.len()).map(AttributeId::at) {
        let info = model.schema.info(attribute);
        if !info.owner.contains(element.kind) || SILENT.contains(&info.name.as_str()) {
            continue;
        }
        let Some(known) = model.known(id, attribute) else { continue };
        let row = fact_of(model, side.sources, id, attribute, &known);
        let compared = said(model, known.fact);
        let own = matches!(known.origin, crate::model::Origin::Set);
        let told = Told { value: row.value, origin: row.origin, place: row.place };
        facts.push(Fact { attribute: info.name.to_string(), protection: info.protection, own, compared, told });
    }
    for fact in &element.provides {
        let name = format!("provides {}", model.schema.info(fact.attribute).name);
        let value = words(model, &Val::of(&fact.value));
        let told = Told { value, origin: "set".to_owned(), place: side.sources.line_of(fact.span) };
        facts.push(Fact { attribute: name, protection: false, own: true, compared: said(model, fact), told });
    }
    facts
}

/// What is said by the shape of a declaration.
fn structure(side: &Side<'_>, id: ElementId) -> Vec<Fact> {
    let model = side.model();
    let element = model.element(id);
    let mut facts = Vec::new();
    let mut say = |attribute: &str, compared: String, value: String| {
        let told = Told { value, origin: "declared".to_owned(), place: side.place(id) };
        facts.push(Fact { attribute: attribute.to_owned(), protection: false, own: true, compared, told });
    };
    if let Some(title) = &element.title {
        say("name", title.to_string(), title.to_string());
    }
    if let Some(of) = element.type_id {
        say("type", model.type_of(of).name.to_string(), model.type_title(of).to_owned());
    }
    if element.kind != Kind::Flow && KindSet::DRAWN.contains(element.kind) {
        let around = model.relations.boundaries_of(id);
        if let Some(inner) = around.last() {
            let ids: Vec<String> = around.iter().map(|boundary| model.identity(*boundary)).collect();
            say("stands in", ids.join(" "), named(model, *inner));
        }
    }
    if let Some(ends) = model.relations.ends(model, id).filter(|_| element.kind == Kind::Flow) {
        say("from", model.identity(ends.source), named(model, ends.source));
        say("to", model.identity(ends.target), named(model, ends.target));
        say("both ways", ends.two_way.to_string(), if ends.two_way { "yes" } else { "no" }.to_owned());
        if let Some(over) = ends.protocol {
            say("over", model.type_of(over).name.to_string(), model.type_title(over).to_owned());
        }
    }
    facts
}

/// Name and identity.
pub(super) fn named(model: &Model, id: ElementId) -> String {
    let (title, identity) = (model.title(id), model.identity(id));
    if title == identity { identity } else { format!("{title} ({identity})") }
}

impl Fact {
    fn told(&self) -> Told {
        self.told.clone()
    }

    /// The fact alone, of an element that came or went.
    pub(super) fn alone(&self, gone: bool) -> FactChange {
        let attribute = self.attribute.clone();
        match gone {
            true => FactChange { attribute, before: Some(self.told()), after: None },
            false => FactChange { attribute, before: None, after: Some(self.told()) },
        }
    }
}

/// The facts that differ: those with another value, or that hold for another reason.
pub(super) fn differences(before: &[Fact], after: &[Fact]) -> Vec<FactChange> {
    let mut changes = Vec::new();
    for fact in after {
        let earlier = before.iter().find(|known| known.attribute == fact.attribute);
        match earlier {
            None => changes.push(fact.alone(false)),
            Some(was) if was.compared == fact.compared && was.told.origin == fact.told.origin => {}
            Some(was) => {
                let (mut old, mut new) = (was.told(), fact.told());
                // two things with one title are told apart by what they are compared by
                if old.value == new.value && was.compared != fact.compared {
                    (old.value, new.value) = (was.compared.clone(), fact.compared.clone());
                }
                changes.push(FactChange { attribute: fact.attribute.clone(), before: Some(old), after: Some(new) });
            }
        }
    }
    let gone = before.iter().filter(|fact| !after.iter().any(|known| known.attribute == fact.attribute));
    changes.extend(gone.map(|fact| fact.alone(true)));
    changes
}
