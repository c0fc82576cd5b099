//! What can be done about what the cursor is on: the nearest name, a missing import, an unstated fact, a decision, a type of one's own.

use std::ops::Range as Bytes;

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Diagnostic as Shown, WorkspaceEdit};

use crate::diagnostic::{Diagnostic, Fix};
use crate::findings::Finding;
use crate::model::{ElementId, Kind, KindSet, ValueType};
use crate::syntax::ast::{Declaration, Member};
use crate::text::Span;
use crate::words::{count, tick};

use super::decisions::{undecided, write};
use super::edits::Edits;
use super::extract::extract_type;
use super::insert::attribute_line;
use super::state::{Answer, State, View};
use super::tree::{around, touches};

/// More ways to state a fact than these are no help.
const MOST_VALUES: usize = 6;

pub(super) fn actions(state: &mut State, params: CodeActionParams) -> Answer<Option<Vec<CodeActionResponse>>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    if !view.is_own(view.file) {
        return Ok(None);
    }
    let bytes = view.text().lines().bytes(params.range);
    let mut found = Found { view, shown: params.context.diagnostics, all: Vec::new() };
    found.fixes(&bytes);
    if let Some(id) = element_at(view, bytes.start) {
        found.decisions(id);
        found.facts(id);
    }
    if let Some(edit) = extract_type(view, &bytes) {
        found.push("Extract a type", CodeActionKind::RefactorExtract, edit);
    }
    let wanted = |action: &CodeAction| {
        let kind = action.kind.as_ref().map(kind_text).unwrap_or_default();
        params.context.only.as_ref().is_none_or(|only| only.iter().any(|only| kind.starts_with(&kind_text(only))))
    };
    Ok(Some(found.all.into_iter().filter(wanted).map(CodeActionResponse::CodeAction).collect()))
}

fn kind_text(kind: &CodeActionKind) -> String {
    serde_json::to_value(kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default()
}

struct Found<'s> {
    view: View<'s>,
    /// The messages the editor shows there.
    shown: Vec<Shown>,
    all: Vec<CodeAction>,
}

impl Found<'_> {
    fn push(&mut self, title: impl Into<String>, kind: CodeActionKind, edits: Edits) {
        let edit: WorkspaceEdit = edits.finish(self.view);
        self.all.push(CodeAction { title: title.into(), kind: Some(kind), edit: Some(edit), ..CodeAction::default() });
    }

    /// What the compiler itself proposes.
    fn fixes(&mut self, bytes: &Bytes<usize>) {
        let here = |diagnostic: &&Diagnostic| {
            let place = diagnostic.span().filter(|span| span.file == self.view.file);
            place.is_some_and(|span| span.start as usize <= bytes.end && bytes.start <= span.end as usize)
        };
        let all: Vec<Diagnostic> = self.view.compilation().diagnostics.iter().filter(here).cloned().collect();
        for diagnostic in all {
            let (Some(fix), Some(span)) = (diagnostic.fix.as_deref(), diagnostic.span()) else { continue };
            let mut edits = Edits::default();
            let title = match fix {
                Fix::Replace(near) => {
                    let quoted = self.view.sources().slice(span).starts_with('"') && !near.starts_with('"');
                    edits.replace(span, if quoted { format!("\"{near}\"") } else { near.clone() });
                    format!("Change to {}", tick(near))
                }
                Fix::Import(module) => {
                    edits.insert(self.view.file, import_place(self.view), format!("import {module}\n"));
                    format!("Import {}", tick(module))
                }
            };
            self.push(title, CodeActionKind::QuickFix, edits);
            let range = self.view.text().range(span);
            let of_fix = self.shown.iter().filter(|shown| shown.range == range).cloned().collect::<Vec<_>>();
            if let Some(action) = self.all.last_mut() {
                action.is_preferred = Some(true);
                action.diagnostics = (!of_fix.is_empty()).then_some(of_fix);
            }
        }
    }

    /// Decisions on the open threats of an element: on each, and on all.
    fn decisions(&mut self, id: ElementId) {
        let open: Vec<Finding> = undecided(self.view, id);
        let compilation = self.view.compilation();
        let mut evaluator = compilation.evaluator();
        for finding in open.iter().take(12) {
            let rule = &compilation.rules.rules[finding.rule as usize];
            let title = rule.title.render(&mut evaluator, id);
            let mut edits = Edits::default();
            write(self.view, &[*finding], &mut edits);
            let name = &compilation.model.element(rule.id).name;
            self.push(format!("Write a decision on {name}: {title}"), CodeActionKind::QuickFix, edits);
        }
        if open.len() > 1 {
            let mut edits = Edits::default();
            write(self.view, &open, &mut edits);
            let what = count(open.len(), "open threat");
            self.push(
                format!("Write decisions on all {what} of {}", tick(&self.view.model().path(id))),
                CodeActionKind::QuickFix,
                edits,
            );
        }
    }

    /// The facts of an element on which undecided threats hang.
    fn facts(&mut self, id: ElementId) {
        let compilation = self.view.compilation();
        for ((element, attribute), asking) in compilation.questions() {
            if element != id {
                continue;
            }
            let mut rules: Vec<&str> = Vec::new();
            for finding in asking {
                let name = finding.rule_name(&compilation.model, &compilation.rules);
                if !rules.contains(&name) {
                    rules.push(name);
                }
            }
            let asked = match &rules[..] {
                [] => String::new(),
                [first] => format!(" (asked by {first})"),
                [first, rest @ ..] => format!(" (asked by {first} and {} more)", rest.len()),
            };
            let info = self.view.model().schema.info(attribute);
            for value in values(self.view, &info.value_type) {
                let line = format!("{}: {value}", info.name);
                let mut edits = Edits::default();
                if attribute_line(self.view, id, &line, &mut edits) {
                    self.push(format!("State {}{asked}", tick(&line)), CodeActionKind::QuickFix, edits);
                }
            }
        }
    }
}

/// What could be said of an attribute; a place to say it where there is no choice.
fn values(view: View<'_>, of: &ValueType) -> Vec<String> {
    match of {
        ValueType::Bool => vec!["yes".to_owned(), "no".to_owned()],
        ValueType::Set(set) => view.model().schema.set(*set).names().take(MOST_VALUES).map(str::to_owned).collect(),
        ValueType::Text => vec!["\"\"".to_owned()],
        ValueType::List(_) => vec!["[]".to_owned()],
        ValueType::Int | ValueType::Date | ValueType::Path | ValueType::Element(_) | ValueType::TypeOf(_) => Vec::new(),
    }
}

/// Behind the last import; else at the beginning of the file.
fn import_place(view: View<'_>) -> usize {
    let text = &view.sources().file(view.file).text;
    let imports = view.parse().map_or_else(Vec::new, |parse| {
        parse
            .body
            .iter()
            .filter_map(|member| if let Member::Import(import) = member { Some(import.span.end as usize) } else { None })
            .collect()
    });
    imports.last().map_or(0, |end| text[*end..].find('\n').map_or(text.len(), |line| end + line + 1))
}

/// The element that is declared, or spoken of, around a byte.
pub(super) fn element_at(view: View<'_>, byte: usize) -> Option<ElementId> {
    let members = view.parse().map_or_else(Vec::new, |parse| around(&parse.body, byte));
    let vocabulary = view.root.vocabulary();
    let described = |id: &ElementId| {
        KindSet::DESCRIBED.contains(view.model().element(*id).kind) && view.model().element(*id).kind != Kind::System
    };
    members.iter().rev().find_map(|member| match member {
        Member::Declaration(declaration) => vocabulary.element(declaration.name.span).filter(described),
        Member::Flow(flow) => vocabulary.element(flow.name.span),
        Member::Extend(extend) => view.model().find(&extend.target.text()).filter(described),
        _ => None,
    })
}

/// The innermost declaration around some bytes whose head they touch.
pub(super) fn declaration_at<'p>(members: &[&'p Member], bytes: &Bytes<usize>) -> Option<&'p Declaration> {
    members.iter().rev().find_map(|member| match member {
        Member::Declaration(declaration) if touches(head(declaration), bytes.start) => Some(&**declaration),
        _ => None,
    })
}

fn head(declaration: &Declaration) -> Span {
    let last = declaration.base.as_ref().map(|base| base.span).or(declaration.title.as_ref().map(|title| title.span));
    let start = Span::new(declaration.span.file, declaration.span.start, declaration.name.span.end);
    last.map_or(start, |last| start.to(last))
}
