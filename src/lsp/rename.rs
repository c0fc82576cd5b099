//! Renaming, in all files: every name that means the same, and `was:` where an identity would be lost.

use std::sync::Arc;

use gen_lsp_types::{PrepareRenameParams, PrepareRenamePlaceholder, PrepareRenameResult, RenameParams, WorkspaceEdit};

use crate::diagnostic::code::Severity;
use crate::model::{ElementId, Model};
use crate::syntax::ast::Member;
use crate::syntax::{Token, lex};
use crate::text::Span;
use crate::words::tick;

use super::edits::Edits;
use super::goto::uses;
use super::insert::first_line;
use super::names::{Meaning, Named};
use super::state::{Answer, Refusal, State, View};
use super::tree::{around, span_of};

/// Words that would mean something else in an expression.
const TAKEN: [&str; 4] = ["yes", "no", "unknown", "not"];

fn impossible<T>(reason: impl Into<String>) -> Answer<T> {
    Err(Refusal::Impossible(reason.into()))
}

pub(super) fn prepare(state: &mut State, params: PrepareRenameParams) -> Answer<Option<PrepareRenameResult>> {
    let at = params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let text = view.text();
    let names = view.names();
    let Some(named) = names.at(text.offset(at.position)) else { return Ok(None) };
    declared(view, named)?;
    let placeholder = view.sources().slice(named.span).to_owned();
    let range = text.range(named.span);
    Ok(Some(PrepareRenameResult::PrepareRenamePlaceholder(PrepareRenamePlaceholder { range, placeholder })))
}

/// Where a name is declared, if it can be renamed.
fn declared(view: View<'_>, named: &Named) -> Answer<Span> {
    let name = view.sources().slice(named.span);
    if matches!(named.meaning, Meaning::Module(_)) {
        return impossible("a file is renamed where files are; an import is then written anew");
    }
    let Some(declared) = named.meaning.declaration(view.compilation(), &view.root.vocabulary()) else {
        return impossible(format!("{} belongs to the language", tick(name)));
    };
    if !view.is_own(declared.file) {
        let library = &view.sources().file(declared.file).name;
        return impossible(format!("{} is declared in the library ({library}), which is not changed from here", tick(name)));
    }
    Ok(declared)
}

pub(super) fn rename(state: &mut State, params: RenameParams) -> Answer<Option<WorkspaceEdit>> {
    let (at, new) = (params.text_document_position_params, params.new_name);
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let names = view.names();
    let Some(named) = names.at(view.text().offset(at.position)) else { return impossible("there is no name here") };
    let declared = declared(view, named)?;
    let old = view.sources().slice(declared);
    if new == old {
        return Ok(None);
    }
    check_name(&new)?;
    check_free(view, &named.meaning, &new)?;
    let mut edits = Edits::default();
    for used in uses(view, &named.meaning).unwrap_or_default() {
        // an element that was renamed before can be called by the name it had
        if view.sources().slice(used.span) != old {
            continue;
        }
        if !view.is_own(used.span.file) {
            return impossible(format!("{} is also used in {}", tick(old), view.sources().file(used.span.file).name));
        }
        edits.replace(used.span, new.as_str());
    }
    if let Meaning::Element(id) = named.meaning {
        keep_identity(view, id, declared, &mut edits);
    }
    check_result(view, &edits)?;
    Ok(Some(edits.finish(view)))
}

fn check_name(new: &str) -> Answer<()> {
    let words = lex(new);
    let is_name = matches!(&words[..], [word] if word.token == Token::Ident);
    if !is_name {
        return impossible(format!(
            "{} is no name: a name is made of letters, digits and `_`, and begins with no digit",
            tick(new)
        ));
    }
    if TAKEN.contains(&new) {
        return impossible(format!("{} means something else where a value stands", tick(new)));
    }
    Ok(())
}

/// Whether nothing else has the name where it is declared.
fn check_free(view: View<'_>, meaning: &Meaning, new: &str) -> Answer<()> {
    let model = view.model();
    let schema = &model.schema;
    let taken = match meaning {
        Meaning::Element(id) => sibling(model, *id, new).map(|other| model.element(other).span),
        Meaning::Type(_) => model.type_named(new).map(|other| model.type_of(other).span),
        Meaning::Set(_) => schema.set_named(new).and_then(|other| view.root.vocabulary().set(other)),
        Meaning::Value(set, _) => schema.set(*set).position(new).and_then(|at| view.root.vocabulary().value(*set, at)),
        Meaning::Attribute(id) => {
            let kinds = schema.info(*id).owner;
            kinds.iter().find_map(|kind| schema.attribute(kind, new)).map(|other| schema.info(other).span)
        }
        Meaning::Derived(number) => {
            let defines = &view.compilation().rules.defines;
            let own = defines.get(*number as usize);
            let other = |define: &&crate::rules::Define| {
                define.name == new && own.is_some_and(|own| !own.owner.intersection(define.owner).is_empty())
            };
            defines.iter().find(other).map(|define| define.span)
        }
        Meaning::Local(_)
        | Meaning::Variable(..)
        | Meaning::Builtin(_)
        | Meaning::Word
        | Meaning::Function
        | Meaning::Module(_) => None,
    };
    match taken {
        Some(place) => impossible(format!("{} exists already, at {}", tick(new), view.sources().line_of(place))),
        None => Ok(()),
    }
}

/// What has a name beside an element.
fn sibling(model: &Model, id: ElementId, name: &str) -> Option<ElementId> {
    match model.element(id).parent {
        Some(parent) => model.child(parent, name),
        None => model.root(name).filter(|other| !model.element(*other).library),
    }
}

/// Lets an element keep its identity by which decisions, stamped grounds and documents know it and its parts: writes `was:`, unless it says so
/// already, or nothing was ever found about it.
fn keep_identity(view: View<'_>, id: ElementId, declared: Span, edits: &mut Edits) {
    let model = view.model();
    let kind = model.element(id).kind;
    let inside = |other: ElementId| std::iter::successors(Some(other), |id| model.element(*id).parent).any(|around| around == id);
    let found = view.compilation().findings.all.iter().any(|finding| inside(finding.element));
    if model.schema.attribute(kind, "was").is_none() || model.own(id, "was").is_some() || !found {
        return;
    }
    let file = view.compilation().program.files.iter().find(|file| file.id == declared.file);
    let members = file.map_or_else(Vec::new, |file| around(&file.parse.body, declared.start as usize));
    let Some(member) = members.last().filter(|member| matches!(member, Member::Declaration(_) | Member::Flow(_))) else { return };
    first_line(view, span_of(member), &format!("was: {}", model.identity(id)), edits);
}

/// Compiles the model as it would be: a new name can be hidden by another one, or hide it.
fn check_result(view: View<'_>, edits: &Edits) -> Answer<()> {
    let changed: Vec<_> = edits.applied(view).into_iter().map(|(file, text)| (file, Arc::from(text))).collect();
    let after = view.root.imagined(view.documents, &changed);
    let errors = |diagnostics: &crate::diagnostic::Diagnostics| {
        diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    };
    let before = &view.compilation().diagnostics;
    if errors(&after) <= errors(before) {
        return Ok(());
    }
    let known = |message: &str| before.iter().any(|diagnostic| diagnostic.message == message);
    let first = after.iter().find(|diagnostic| diagnostic.severity == Severity::Error && !known(&diagnostic.message));
    let reason = first.map_or(String::new(), |diagnostic| format!(": {}", diagnostic.message));
    impossible(format!("with this name the model would not compile{reason}"))
}
