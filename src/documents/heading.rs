//! Whether headings can be found out to be part of a document.

use super::piece::pieces;
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::model::{Kind, KindSet, Model};
use crate::rules::{RuleSet, Type};
use crate::text::Span;
use crate::words::{nearest, tick};

/// TM0315: what decides whether a heading is shown has to be derived, and yes or no.
pub(crate) fn check_headings(model: &Model, rules: &RuleSet, diagnostics: &mut Diagnostics) {
    for piece in pieces(model, Kind::Section, "shown_where") {
        let Some(name) = piece.text("shown_where") else { continue };
        let is_derived = |kind: &Kind| matches!(rules.table.find(*kind, name), Some((_, Type::Bool)));
        if !Kind::ALL.iter().any(is_derived) {
            let near = nearest(name, rules.table.names(KindSet::DRAWN));
            let span = piece.span("shown_where").unwrap_or(model.type_of(piece.of).span);
            diagnostics.push(unknown(model.type_title(piece.of), name, near, span));
        }
    }
}

fn unknown(heading: &str, name: &str, near: Option<&str>, span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownAsker, span)
        .message(format!("no derived attribute is called {}", tick(name)))
        .label("a derived attribute of yes or no is needed")
        .note(format!("without it the heading “{heading}” is in no document"))
        .did_you_mean(near)
        .help("declare it with `define`, for the elements that call for the heading")
}
