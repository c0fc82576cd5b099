//! One of the two models that are compared.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::delta::{ElementChange, SideRow};
use crate::compile::Compilation;
use crate::model::{ElementId, Kind, KindSet, Model};
use crate::report::Report;
use crate::text::SourceMap;

/// A compiled model, what is reported of it, and what the caller calls it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'c> {
    /// The model.
    pub compilation: &'c Compilation,
    /// What is reported of it: threats, questions, ports, matrices and diagrams have to be among it.
    pub report: &'c Report,
    /// Its files.
    pub sources: &'c SourceMap,
    /// What it is called.
    pub name: &'c str,
    /// What its manifest says of how it is judged, by name.
    pub settings: &'c [(String, String)],
    /// From where its libraries were taken.
    pub packs_from: &'c [String],
    /// The day its decisions were held against.
    pub day: Option<crate::syntax::ast::Date>,
}

/// What tells an element of one model from the others: its kind, its identity, and which of several without a name of their own.
pub(super) type Key = (Kind, String, usize);

/// The elements of a model that are compared, in the order of declaration.
pub(super) type Elements = IndexMap<Key, ElementId, FxBuildHasher>;

/// The element a change is about.
pub(super) fn found<'e>(elements: &'e Elements, change: &ElementChange) -> Option<(&'e Key, ElementId)> {
    let same = |(kind, id, _): &Key| kind.word() == change.kind && *id == change.id;
    elements.iter().find(|(key, _)| same(key)).map(|(key, id)| (key, *id))
}

impl<'c> Side<'c> {
    /// The model.
    pub(super) fn model(&self) -> &'c Model {
        &self.compilation.model
    }

    /// What the model declares itself, and what is drawn of the library. Decisions are compared by the threats they are about.
    pub(super) fn elements(&self) -> Elements {
        let model = self.model();
        let mut elements = Elements::default();
        for (id, element) in model.iter() {
            let drawn = KindSet::DRAWN.contains(element.kind) && model.is_shown(id);
            if element.kind == Kind::Respond || (element.library && !drawn) {
                continue;
            }
            let identity = model.identity(id);
            let mut key = (element.kind, identity, 0);
            while elements.contains_key(&key) {
                key.2 += 1;
            }
            elements.insert(key, id);
        }
        elements
    }

    /// `file:line` of an element's declaration.
    pub(super) fn place(&self, id: ElementId) -> String {
        self.sources.line_of(self.model().element(id).span)
    }

    /// How the side is named in the result.
    pub(super) fn row(&self) -> SideRow {
        let title = &self.report.title;
        SideRow {
            name: self.name.to_owned(),
            device: title.device.clone(),
            version: title.version.clone(),
            model_hash: title.model_hash.clone(),
            packs: title.packs.clone(),
            packs_from: self.packs_from.to_vec(),
            day: self.day.map(|day| day.to_string()),
        }
    }
}
