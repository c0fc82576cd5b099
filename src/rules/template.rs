//! Texts with values in them: `"{f.source} can be impersonated on {f}"`.

use ecow::EcoString;

use super::errors;
use super::eval::Evaluator;
use super::ir::{Piece, Template};
use super::lower::Lowering;
use super::value::Val;
use crate::model::{ElementId, Model};
use crate::syntax::ast::{Name, Path};
use crate::text::Span;
use crate::words::list;

impl Lowering<'_, '_> {
    /// Reads a template; what stands in braces is a path over the variables in scope.
    pub fn template(&mut self, text: &str, span: Span) -> Template {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut written = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            written.push_str(&rest[..at]);
            let brace = &rest[at..];
            if brace.starts_with("{{") || brace.starts_with("}}") {
                written.push_str(&brace[..1]);
                rest = &brace[2..];
                continue;
            }
            let offset = text.len() - rest.len() + at;
            match brace.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
                Some((path, after)) => {
                    if !written.is_empty() {
                        pieces.push(Piece::Text(EcoString::from(std::mem::take(&mut written))));
                    }
                    pieces.extend(self.template_path(path, span, offset + 1).map(Piece::Value));
                    rest = after;
                }
                None => {
                    self.diagnostics.push(errors::unbalanced_template(Self::place(span, offset, 1), &brace[..1]));
                    return Template { pieces };
                }
            }
        }
        written.push_str(rest);
        if !written.is_empty() {
            pieces.push(Piece::Text(EcoString::from(written)));
        }
        Template { pieces }
    }

    /// Bytes of the text on the page: one quotation mark stands before it; with escapes or blocks the place is only near.
    fn place(span: Span, offset: usize, length: usize) -> Span {
        let clamp = |at: usize| at.min(span.end as usize) as u32;
        let start = clamp(span.start as usize + 1 + offset);
        Span::new(span.file, start, clamp(start as usize + length))
    }

    fn template_path(&mut self, text: &str, span: Span, offset: usize) -> Option<super::ir::Ir> {
        let start = Self::place(span, offset, text.len()).start;
        let mut at = start;
        let mut names = Vec::new();
        for part in text.split('.') {
            let trimmed = part.trim();
            let is_name = !trimmed.is_empty() && trimmed.chars().all(|c| c == '_' || c.is_alphanumeric());
            let end = (at as usize + part.len()).min(span.end as usize) as u32;
            if !is_name {
                self.diagnostics.push(errors::bad_template(Self::place(span, offset, text.len())));
                return None;
            }
            names.push(Name { text: EcoString::from(trimmed), span: Span::new(span.file, at, end) });
            at = end + 1;
        }
        let whole = Span::new(span.file, start, at.saturating_sub(1));
        let (ir, _) = self.path(&Path { names, span: whole }, None)?;
        Some(ir)
    }
}

impl Template {
    /// The text for an element.
    pub fn render(&self, evaluator: &mut Evaluator<'_>, subject: ElementId) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(written) => text.push_str(written),
                Piece::Value(ir) => {
                    let value = evaluator.value_for(ir, subject);
                    text.push_str(&words(evaluator.model, &value));
                }
            }
        }
        text
    }
}

/// A value as a reader says it.
pub(crate) fn words(model: &Model, value: &Val<'_>) -> String {
    match value {
        Val::Unknown => "something not stated".to_owned(),
        Val::Bool(true) => "yes".to_owned(),
        Val::Bool(false) => "no".to_owned(),
        Val::Int(number) => number.to_string(),
        Val::Text(text) => (*text).to_owned(),
        Val::Made(text) => text.clone(),
        Val::Date(date) => date.to_string(),
        Val::Symbol(set, at) => model.schema.set(*set).title_at(*at).to_owned(),
        Val::Element(id) => model.title(*id).to_owned(),
        Val::Type(id) => model.type_title(*id).to_owned(),
        Val::Items(items) if items.is_empty() && items.partial => "something not stated".to_owned(),
        Val::Items(items) if items.is_empty() => "nothing".to_owned(),
        Val::Items(items) => {
            let words: Vec<String> = items.iter().map(|item| words(model, &item)).collect();
            list(&words, "and")
        }
    }
}
