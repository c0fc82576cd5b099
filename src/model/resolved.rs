//! The model and what can be read off it directly.

use ecow::EcoString;
use indexmap::{Equivalent, IndexMap};
use rustc_hash::FxBuildHasher;

use super::element::{Element, Fact, FlowEnds, Type};
use super::ids::{AttributeId, ElementId, TypeId};
use super::kind::Kind;
use super::relations::Relations;
use super::schema::Schema;
use super::value::Value;

/// A whole compilation's declarations: the library's and the model's.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Attributes and value sets.
    pub schema: Schema,
    /// Types, in the order of declaration.
    pub types: Vec<Type>,
    /// Everything with an identity, in the order of declaration, the library's first.
    pub elements: Vec<Element>,
    /// The ends of every flow, in the order of declaration.
    pub flows: Vec<FlowEnds>,
    /// What follows from nesting, flows and controls.
    pub relations: Relations,
    pub(crate) type_names: IndexMap<EcoString, TypeId, FxBuildHasher>,
    pub(crate) names: IndexMap<(Scoped, EcoString), ElementId, FxBuildHasher>,
}

/// Where a name is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Scoped {
    /// Outermost, in the library.
    Library,
    /// Outermost, in the model.
    Model,
    /// Inside an element.
    In(ElementId),
}

/// A key of [`Model::names`] that does not own its text. It must hash as `(Scoped, EcoString)` does.
#[derive(Hash)]
struct NameIn<'a>(Scoped, &'a str);

impl Equivalent<(Scoped, EcoString)> for NameIn<'_> {
    fn equivalent(&self, (scope, name): &(Scoped, EcoString)) -> bool {
        self.0 == *scope && self.1 == name
    }
}

impl Model {
    /// An element.
    pub fn element(&self, id: ElementId) -> &Element {
        &self.elements[id.index()]
    }

    /// A type.
    pub fn type_of(&self, id: TypeId) -> &Type {
        &self.types[id.index()]
    }

    /// Every element with its id.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        self.elements.iter().enumerate().map(|(index, element)| (ElementId::at(index), element))
    }

    /// Elements of a kind, in the order of declaration.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = ElementId> + '_ {
        self.iter().filter(move |(_, element)| element.kind == kind).map(|(id, _)| id)
    }

    /// Elements a diagram or table of the model shows: those of the model itself with what their types bring along, and those of the
    /// library that the model touches.
    pub fn is_shown(&self, id: ElementId) -> bool {
        self.declared_by_model(id).is_some() || !self.relations.children(id).is_empty() || !self.relations.flows_of(id).is_empty()
    }

    /// The element itself, or the nearest one around it, that the model declares and no type of the library brings along.
    pub fn declared_by_model(&self, id: ElementId) -> Option<ElementId> {
        std::iter::successors(Some(id), |id| self.element(*id).parent).find(|id| !self.element(*id).library)
    }

    /// The dotted path under which an element is declared.
    pub fn path(&self, id: ElementId) -> String {
        let element = self.element(id);
        match element.parent {
            Some(parent) => format!("{}.{}", self.path(parent), element.name),
            None => element.name.to_string(),
        }
    }

    /// The identity of an element: its path, or the one it had before it was renamed.
    pub fn identity(&self, id: ElementId) -> String {
        let element = self.element(id);
        if let Some(Value::Text(was)) = self.own(id, "was") {
            return was.to_string();
        }
        match element.parent {
            Some(parent) => format!("{}.{}", self.identity(parent), element.name),
            None => element.name.to_string(),
        }
    }

    /// What texts call an element: its title, or its name.
    pub fn title(&self, id: ElementId) -> &str {
        let element = self.element(id);
        element.title.as_ref().unwrap_or(&element.name)
    }

    /// What texts call a type.
    pub fn type_title(&self, id: TypeId) -> &str {
        let of = self.type_of(id);
        of.title.as_ref().unwrap_or(&of.name)
    }

    /// The type with a name.
    pub fn type_named(&self, name: &str) -> Option<TypeId> {
        self.type_names.get(name).copied()
    }

    /// An outermost element by name: the model's before the library's.
    pub fn root(&self, name: &str) -> Option<ElementId> {
        self.named(Scoped::Model, name).or_else(|| self.named(Scoped::Library, name))
    }

    /// The element directly inside another.
    pub fn child(&self, parent: ElementId, name: &str) -> Option<ElementId> {
        self.named(Scoped::In(parent), name)
    }

    /// The element declared under a name in one place.
    pub(crate) fn named(&self, scope: Scoped, name: &str) -> Option<ElementId> {
        self.names.get(&NameIn(scope, name)).copied()
    }

    /// The element with a dotted path, or the one that had it before it was renamed.
    pub fn find(&self, path: &str) -> Option<ElementId> {
        let mut around = None;
        let mut start = 0;
        for end in path.match_indices('.').map(|(at, _)| at).chain([path.len()]) {
            let name = &path[start..end];
            let found = if start == 0 { self.root(name) } else { around.and_then(|around| self.child(around, name)) };
            around = found.or_else(|| self.relations.renamed.get(&path[..end]).copied());
            start = end + 1;
        }
        around
    }

    /// Whether a type is another, or inherits from it.
    pub fn is_a(&self, mut of: TypeId, ancestor: TypeId) -> bool {
        loop {
            if of == ancestor {
                return true;
            }
            match self.type_of(of).base {
                Some(base) => of = base,
                None => return false,
            }
        }
    }

    /// A type and its bases, nearest first.
    pub fn line_of(&self, of: TypeId) -> impl Iterator<Item = TypeId> + '_ {
        std::iter::successors(Some(of), |id| self.type_of(*id).base)
    }

    /// What is set on an element itself, by name.
    pub fn own(&self, id: ElementId, attribute: &str) -> Option<&Value> {
        let element = self.element(id);
        let attribute = self.schema.attribute(element.kind, attribute)?;
        fact(&element.facts, attribute).map(|fact| &fact.value)
    }

    /// What is known of an attribute of an element, by name; nothing where it is unknown or does not exist.
    pub fn value(&self, id: ElementId, attribute: &str) -> Option<&Value> {
        let attribute = self.schema.attribute(self.element(id).kind, attribute)?;
        self.known(id, attribute).map(|known| &known.fact.value)
    }

    /// A text attribute.
    pub fn text(&self, id: ElementId, attribute: &str) -> Option<&str> {
        match self.value(id, attribute)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A yes-or-no attribute.
    pub fn bool(&self, id: ElementId, attribute: &str) -> Option<bool> {
        match self.value(id, attribute)? {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The title of an attribute whose values are those of an `enum` or `scale`.
    pub fn symbol(&self, id: ElementId, attribute: &str) -> Option<&str> {
        match self.value(id, attribute)? {
            Value::Symbol(set, at) => Some(self.schema.set(*set).title_at(*at)),
            _ => None,
        }
    }

    /// The name of the value of such an attribute, as the language writes it.
    pub fn symbol_name(&self, id: ElementId, attribute: &str) -> Option<&str> {
        match self.value(id, attribute)? {
            Value::Symbol(set, at) => Some(self.schema.set(*set).name_at(*at)),
            _ => None,
        }
    }

    /// The references in a list attribute; empty where nothing is said.
    pub fn references(&self, id: ElementId, attribute: &str) -> Vec<ElementId> {
        let element = |value: &Value| if let Value::Element(id) = value { Some(*id) } else { None };
        match self.value(id, attribute) {
            Some(Value::List(values)) => values.iter().filter_map(element).collect(),
            Some(value) => element(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The texts in a list attribute.
    pub fn texts(&self, id: ElementId, attribute: &str) -> Vec<&str> {
        fn text(value: &Value) -> Option<&str> {
            if let Value::Text(text) = value { Some(text) } else { None }
        }
        match self.value(id, attribute) {
            Some(Value::List(values)) => values.iter().filter_map(text).collect(),
            Some(value) => text(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The system, if the model declares one.
    pub fn system(&self) -> Option<ElementId> {
        self.of_kind(Kind::System).find(|id| !self.element(*id).library)
    }
}

/// The fact about an attribute among some.
pub(crate) fn fact(facts: &[Fact], attribute: AttributeId) -> Option<&Fact> {
    facts.iter().find(|fact| fact.attribute == attribute)
}

impl Model {
    /// Names declared directly inside an element, before relations are known.
    pub(crate) fn relations_free_children(&self, parent: ElementId) -> Vec<&str> {
        self.names.iter().filter(|((scope, _), _)| *scope == Scoped::In(parent)).map(|((_, name), _)| name.as_str()).collect()
    }
}

impl Model {
    /// Whether a type of protocol says that it runs on a medium.
    pub fn runs_on(&self, protocol: TypeId, medium: &str) -> bool {
        let Some(attribute) = self.schema.attribute(Kind::Protocol, "runs_on") else { return false };
        let stated = |of| self.type_of(of).facts.iter().find(|fact| fact.attribute == attribute);
        self.line_of(protocol).find_map(stated).is_some_and(|fact| self.names(&fact.value, medium))
    }

    /// Whether a port says that it offers a medium.
    pub fn offers(&self, port: ElementId, medium: &str) -> bool {
        self.value(port, "offers").is_some_and(|offered| self.names(offered, medium))
    }

    /// Whether a name of a set is a value, or one of a list.
    fn names(&self, value: &Value, name: &str) -> bool {
        match value {
            Value::Symbol(set, at) => self.schema.set(*set).name_at(*at) == name,
            Value::List(values) => values.iter().any(|value| self.names(value, name)),
            _ => false,
        }
    }
}
