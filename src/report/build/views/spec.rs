//! What a view says of itself: its own words first, then those of its type.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::model::{ElementId, Fact, Kind, Model, SetId, TypeId, Value};
use crate::report::build::Writer;
use crate::report::diagram::{Layers, Style};

/// The layers of a view that names none.
const USUAL_LAYERS: Layers = Layers { ports: true, threat_counts: false, controls: false };

/// A view as it is declared, or the one that a type of views stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spec<'m> {
    model: &'m Model,
    pub(super) declared: Option<ElementId>,
    pub(super) of_type: Option<TypeId>,
}

impl<'m> Spec<'m> {
    pub(super) fn declared(model: &'m Model, view: ElementId) -> Self {
        Self { model, declared: Some(view), of_type: model.element(view).type_id }
    }

    pub(super) fn derived(model: &'m Model, of: TypeId) -> Self {
        Self { model, declared: None, of_type: Some(of) }
    }

    pub(super) fn value(&self, name: &str) -> Option<&'m Value> {
        let attribute = self.model.schema.attribute(Kind::View, name)?;
        let of = |facts: &'m [Fact]| facts.iter().find(|fact| fact.attribute == attribute).map(|fact| &fact.value);
        let own = self.declared.and_then(|view| of(&self.model.element(view).facts));
        own.or_else(|| self.model.line_of(self.of_type?).find_map(|line| of(&self.model.type_of(line).facts)))
    }

    pub(super) fn text(&self, name: &str) -> Option<&'m str> {
        if let Some(Value::Text(text)) = self.value(name) { Some(text) } else { None }
    }

    pub(super) fn bool(&self, name: &str) -> bool {
        matches!(self.value(name), Some(Value::Bool(true)))
    }

    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let text = |value: &Value| if let Value::Text(text) = value { Some(text.to_string()) } else { None };
        self.items(name).iter().filter_map(text).collect()
    }

    pub(super) fn elements(&self, name: &str) -> Vec<ElementId> {
        let element = |value: &Value| if let Value::Element(id) = value { Some(*id) } else { None };
        self.items(name).iter().filter_map(element).collect()
    }

    /// The value of a set, or those in a list of them.
    pub(super) fn symbols(&self, name: &str) -> Vec<(SetId, u16)> {
        let symbol = |value: &Value| if let Value::Symbol(set, at) = value { Some((*set, *at)) } else { None };
        self.items(name).iter().filter_map(symbol).collect()
    }

    pub(super) fn symbol_name(&self, name: &str) -> Option<&'m str> {
        self.symbols(name).first().map(|(set, at)| self.model.schema.set(*set).name_at(*at))
    }

    pub(super) fn symbol_names(&self, name: &str) -> Vec<&'m str> {
        self.symbols(name).into_iter().map(|(set, at)| self.model.schema.set(set).name_at(at)).collect()
    }

    pub(super) fn symbol_titles(&self, name: &str) -> Vec<String> {
        self.symbols(name).into_iter().map(|(set, at)| self.model.schema.set(set).title_at(at).to_owned()).collect()
    }

    fn items(&self, name: &str) -> &'m [Value] {
        match self.value(name) {
            Some(Value::List(values)) => values,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    pub(super) fn style(&self) -> Style {
        if self.symbol_name("style") == Some("sequence") { Style::Sequence } else { Style::Dataflow }
    }

    pub(super) fn depth(&self) -> usize {
        match self.value("depth") {
            Some(Value::Int(depth)) => usize::try_from(*depth).unwrap_or(0),
            _ => usize::MAX,
        }
    }

    /// What is drawn beside boxes and arrows.
    pub(super) fn layers(&self) -> Layers {
        if self.value("layers").is_none() {
            return USUAL_LAYERS;
        }
        let layers = self.symbols("layers");
        let drawn = |name: &str| layers.iter().any(|(set, at)| self.model.schema.set(*set).name_at(*at) == name);
        Layers { ports: drawn("ports"), threat_counts: drawn("threat_counts"), controls: drawn("controls") }
    }

    /// What the view is called where the model gives it no name: `global-system` for `GlobalSystemView`.
    pub(super) fn type_id_text(&self) -> String {
        let name = self.of_type.map_or("", |of| self.model.type_of(of).name.as_str());
        let mut id = String::new();
        for sign in name.strip_suffix("View").filter(|short| !short.is_empty()).unwrap_or(name).chars() {
            if sign.is_uppercase() && !id.is_empty() {
                id.push('-');
            }
            id.extend(sign.to_lowercase());
        }
        id
    }
}

impl Writer<'_> {
    /// The shown elements of which a derived attribute holds; nothing where the view names none.
    pub(super) fn filtered(&mut self, spec: &Spec<'_>, filter: &str) -> Option<IndexSet<ElementId, FxBuildHasher>> {
        let name = spec.text(filter)?;
        let all: Vec<ElementId> = self.shown(crate::model::KindSet::DRAWN);
        Some(all.into_iter().filter(|id| self.holds(*id, name)).collect())
    }
}
