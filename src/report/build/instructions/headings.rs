//! Headings in their chapters, and the sections under them.

use crate::documents::{Piece, applies, pieces};
use crate::model::{ElementId, Kind, TypeId, Value};
use crate::report::build::Writer;
use crate::report::{AskedRow, ChapterRow, Content, HeadingRow, TextRow};

/// The set of chapters.
const CHAPTERS: &str = "chapter";

impl<'c> Writer<'c> {
    /// The chapters of the library with their headings; a heading without a place in its chapter comes last.
    pub(super) fn chapters(&mut self) -> Vec<ChapterRow> {
        let (model, compilation) = (self.model, self.compilation);
        let Some(chapters) = model.schema.set_named(CHAPTERS).map(|set| model.schema.set(set)) else { return Vec::new() };
        let mut headings: Vec<(u16, i64, Piece<'c>)> = Vec::new();
        for piece in pieces(model, Kind::Section, CHAPTERS) {
            let Some(Value::Symbol(_, chapter)) = piece.own(CHAPTERS) else { continue };
            let order = if let Some(Value::Int(order)) = piece.own("order") { *order } else { i64::MAX };
            if applies(&mut self.evaluator, &compilation.rules, piece) {
                headings.push((*chapter, order, piece));
            }
        }
        headings.sort_by_key(|(chapter, order, _)| (*chapter, *order));
        let of_chapter = |at: usize| -> Vec<HeadingRow> {
            let mine = headings.iter().filter(|(chapter, ..)| usize::from(*chapter) == at);
            mine.map(|(.., piece)| self.heading(*piece)).collect()
        };
        let row = |at: usize| ChapterRow { title: chapters.title_at(at as u16).to_owned(), headings: of_chapter(at) };
        (0..chapters.values.len()).map(row).collect()
    }

    fn heading(&self, piece: Piece<'_>) -> HeadingRow {
        let symbols = |attribute: &str| match piece.own(attribute) {
            Some(Value::List(values)) => values.to_vec(),
            Some(value) => vec![value.clone()],
            None => Vec::new(),
        };
        let schema = &self.model.schema;
        let mut readers = Vec::new();
        for reader in symbols("readers") {
            if let Value::Symbol(set, at) = reader {
                readers.push(schema.set(set).title_at(at).to_owned());
            }
        }
        let shown = |value: &Value| match value {
            Value::Symbol(set, at) => Content::named(schema.set(*set).name_at(*at)),
            _ => None,
        };
        let serves = symbols("serves").into_iter().filter_map(|value| match value {
            Value::Text(identifier) => Some(self.clause_served(&identifier)),
            _ => None,
        });
        HeadingRow {
            id: self.model.type_of(piece.of).name.to_string(),
            title: self.model.type_title(piece.of).to_owned(),
            readers,
            clauses: serves.collect(),
            shows: symbols("shows").iter().filter_map(shown).collect(),
            texts: self.texts_under(piece.of),
            asks: piece.text("asks").map(str::to_owned),
        }
    }

    /// Prose of the sections whose nearest heading is this one.
    fn texts_under(&self, heading: TypeId) -> Vec<TextRow> {
        let all = self.model.of_kind(Kind::Section).filter(|id| self.heading_of(*id) == Some(heading));
        all.filter_map(|id| self.prose(id)).collect()
    }

    /// Prose of the sections without a heading.
    pub(super) fn loose_sections(&self) -> Vec<TextRow> {
        self.sections().filter(|id| self.heading_of(*id).is_none()).filter_map(|id| self.prose(id)).collect()
    }

    /// The sections of the model.
    pub(super) fn sections(&self) -> impl Iterator<Item = ElementId> + use<'c> {
        let model = self.model;
        model.of_kind(Kind::Section).filter(move |id| !model.element(*id).library)
    }

    fn heading_of(&self, section: ElementId) -> Option<TypeId> {
        let attribute = self.model.schema.attribute(Kind::Section, CHAPTERS)?;
        let states = |of: &TypeId| self.model.type_of(*of).facts.iter().any(|fact| fact.attribute == attribute);
        self.model.line_of(self.model.element(section).type_id?).find(states)
    }

    fn prose(&self, id: ElementId) -> Option<TextRow> {
        let text = self.text(id, "text").filter(|text| !text.trim().is_empty())?;
        Some(TextRow {
            id: self.model.identity(id),
            title: self.model.title(id).to_owned(),
            text,
            place: self.place(id),
            library: self.model.element(id).library,
        })
    }

    /// Kinds of requirement on the environment of which the model has none.
    pub(super) fn unrequired(&self) -> Vec<AskedRow> {
        let missing = pieces(self.model, Kind::Assumption, "asks").filter(|piece| !piece.is_answered());
        missing.map(|piece| self.asked(piece)).collect()
    }

    fn asked(&self, piece: Piece<'_>) -> AskedRow {
        AskedRow {
            id: self.model.type_of(piece.of).name.to_string(),
            title: self.model.type_title(piece.of).to_owned(),
            asks: piece.text("asks").unwrap_or_default().to_owned(),
        }
    }
}
