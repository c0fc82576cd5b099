//! Messages of the compiler, open threats and what the gate refuses, as editors show them.

use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message as Wording,
    PublishDiagnosticsParams, Range, Uri,
};
use indexmap::IndexMap;
use lsp_server::Notification;

use crate::diagnostic::code::Severity;
use crate::diagnostic::{self as ward, Fix};
use crate::findings::State as Standing;
use crate::model::{ElementId, Model};
use crate::program::STDLIB;
use crate::text::Span;

use super::place::{file_uri, page_uri};
use super::replies::Replies;
use super::root::Root;
use super::state::{State, View};

/// What is shown, and what it was made of.
#[derive(Debug, Default)]
pub(super) struct Publisher {
    /// By address, what the editor was told last.
    shown: IndexMap<String, Vec<Diagnostic>>,
}

/// The source of messages.
const SOURCE: &str = "ward";

impl Publisher {
    /// Whether a model was compiled since the last time.
    pub(super) fn is_behind(&self, state: &State) -> bool {
        state.workspace.roots().any(|(_, root)| !root.told.get()) || state.workspace.is_dirty(&state.documents)
    }

    /// Tells the editor what changed since the last time.
    pub(super) fn publish(&mut self, state: &State, replies: &Replies) {
        let mut all: IndexMap<String, Vec<Diagnostic>> = IndexMap::new();
        let fresh: Vec<bool> = state.workspace.roots().map(|(_, root)| !root.told.replace(true)).collect();
        let mut kept: Vec<String> = Vec::new();
        for ((_, root), fresh) in state.workspace.roots().zip(fresh) {
            if !fresh {
                kept.extend(root.addresses.borrow().iter().cloned());
                continue;
            }
            let found = of_root(state, root);
            *root.addresses.borrow_mut() = found.keys().cloned().collect();
            for (address, more) in found {
                all.entry(address).or_default().extend(more);
            }
        }
        let gone: Vec<String> =
            self.shown.keys().filter(|address| !all.contains_key(*address) && !kept.contains(address)).cloned().collect();
        for address in gone {
            self.tell(state, address, Vec::new(), replies);
        }
        for (address, diagnostics) in all {
            self.tell(state, address, diagnostics, replies);
        }
    }

    fn tell(&mut self, state: &State, address: String, diagnostics: Vec<Diagnostic>, replies: &Replies) {
        let version =
            state.documents.iter().find(|(_, document)| document.uri.0 == address).map(|(_, document)| document.version);
        let known = self.shown.get(&address);
        // what is there already need not be told again, and a text that nobody looks at and that has no messages is not worth a word
        if known == Some(&diagnostics) || (diagnostics.is_empty() && version.is_none() && known.is_none()) {
            return;
        }
        if diagnostics.is_empty() && version.is_none() {
            self.shown.shift_remove(&address);
        } else {
            self.shown.insert(address.clone(), diagnostics.clone());
        }
        let params = PublishDiagnosticsParams { uri: Uri(address), version, diagnostics };
        let Ok(params) = serde_json::to_value(params) else { return };
        replies.tell(Notification { method: "textDocument/publishDiagnostics".to_owned(), params });
    }
}

/// The messages about a model, by address; every file of it is there, and every open text that belongs to it.
fn of_root(state: &State, root: &Root) -> IndexMap<String, Vec<Diagnostic>> {
    let mut found = Collected { state, root, by_address: IndexMap::new() };
    for path in root.paths() {
        let uri = state.documents.get(path).map_or_else(|| file_uri(path), |document| document.uri.clone());
        found.by_address.entry(uri.0).or_default();
    }
    for diagnostic in &root.faults {
        found.message(diagnostic);
    }
    for diagnostic in root.compilation().diagnostics.iter() {
        found.message(diagnostic);
    }
    if !root.compilation().diagnostics.has_errors() && root.ready {
        found.gate();
        found.threats();
    }
    found.by_address
}

struct Collected<'s> {
    state: &'s State,
    root: &'s Root,
    by_address: IndexMap<String, Vec<Diagnostic>>,
}

impl Collected<'_> {
    fn view(&self, span: Span) -> View<'_> {
        View { root: self.root, file: span.file, documents: &self.state.documents, client: self.state.client }
    }

    fn location(&self, span: Span) -> Option<Location> {
        self.view(span).location(span)
    }

    /// Where what has no place of its own is shown: at the name of the system, else at the beginning of the root file.
    fn top(&self) -> Option<Location> {
        let model = self.root.model();
        if let Some(system) = model.system() {
            return self.location(model.element(system).span);
        }
        let path = self.root.project.folder.join(self.root.project.root()?);
        let uri = self.state.documents.get(&path).map_or_else(|| file_uri(&path), |document| document.uri.clone());
        Some(Location { uri, range: Range::default() })
    }

    fn add(&mut self, location: Location, diagnostic: Diagnostic) {
        self.by_address.entry(location.uri.0).or_default().push(diagnostic);
    }

    fn message(&mut self, diagnostic: &ward::Diagnostic) {
        let own = diagnostic.span().filter(|span| self.root.path_of(span.file).is_some());
        let Some(location) = own.and_then(|span| self.location(span)).or_else(|| self.top()) else { return };
        let mut wording = diagnostic.message.clone();
        if let Some(label) = diagnostic.labels.first().filter(|label| !label.text.is_empty()) {
            wording.push_str(&format!(": {}", label.text));
        }
        for (lead, lines) in [("note", &diagnostic.notes), ("help", &diagnostic.helps)] {
            lines.iter().for_each(|line| wording.push_str(&format!("\n{lead}: {line}")));
        }
        let related: Vec<DiagnosticRelatedInformation> = diagnostic
            .labels
            .iter()
            .skip(1)
            .filter_map(|label| {
                Some(DiagnosticRelatedInformation { location: self.location(label.span)?, message: label.text.clone() })
            })
            .collect();
        let severity = match diagnostic.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        };
        let code = diagnostic.code.id();
        let data = diagnostic.fix.as_deref().map(|fix| match fix {
            Fix::Replace(text) => serde_json::json!({ "replace": text }),
            Fix::Import(module) => serde_json::json!({ "import": module }),
        });
        let made = Diagnostic {
            code: Some(Code::String(code.to_owned())),
            code_description: Some(CodeDescription { href: page_uri(code) }),
            related_information: (!related.is_empty()).then_some(related),
            data,
            ..plain(location.range, severity, wording)
        };
        self.add(location, made);
    }

    /// Why the gate refuses the model, each reason an error; what is wrong with the gate itself, too.
    fn gate(&mut self) {
        let project = &self.root.project;
        if project.library().is_some() || !project.gate.refuses_something() {
            return;
        }
        let verdict = self.root.compiled().verdict(&project.gate, self.root.sources());
        verdict.diagnostics.iter().for_each(|diagnostic| self.message(diagnostic));
        for refusal in verdict.refusals {
            let Some(location) = self.top() else { return };
            let made = Diagnostic {
                code: Some(Code::String("gate".to_owned())),
                ..plain(location.range, DiagnosticSeverity::Error, format!("refused: {refusal}"))
            };
            self.add(location, made);
        }
    }

    /// Every open threat, as information at the element's name.
    fn threats(&mut self) {
        let compilation = self.root.compilation();
        let model = &compilation.model;
        let mut evaluator = compilation.evaluator();
        let rules: Vec<Option<Location>> =
            compilation.rules.rules.iter().map(|rule| self.location(model.element(rule.id).span)).collect();
        for finding in &compilation.findings.all {
            if compilation.findings.state(finding) != Standing::Open {
                continue;
            }
            let rule = &compilation.rules.rules[finding.rule as usize];
            let place = shown_at(model, finding.element).and_then(|span| self.location(span)).or_else(|| self.top());
            let Some(location) = place else { continue };
            let name = model.element(rule.id).name.to_string();
            let declared = rules[finding.rule as usize].clone();
            let title = rule.title.render(&mut evaluator, finding.element);
            let made = Diagnostic {
                code: Some(Code::String(name.clone())),
                code_description: declared.as_ref().map(|at| CodeDescription { href: line_of(at) }),
                data: Some(serde_json::json!({ "finding": finding.id(model, &compilation.rules) })),
                ..plain(location.range, DiagnosticSeverity::Information, title)
            };
            self.add(location, made);
        }
    }
}

fn plain(range: Range, severity: DiagnosticSeverity, wording: String) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity),
        source: Some(SOURCE.to_owned()),
        message: Wording::String(wording),
        code: None,
        code_description: None,
        tags: None,
        related_information: None,
        data: None,
    }
}

/// The address of a line.
fn line_of(location: &Location) -> Uri {
    Uri(format!("{}#L{}", location.uri.0, location.range.start.line + 1))
}

/// Where what is said of an element is shown: at its name, or at that of what brings it along.
pub(super) fn shown_at(model: &Model, id: ElementId) -> Option<Span> {
    model.declared_by_model(id).map(|own| model.element(own).span)
}

/// The text of a module of the library inside the program, by its name in messages.
pub(super) fn library_text(name: &str) -> Option<&'static str> {
    let module = super::place::module_of(name)?;
    STDLIB.iter().find(|(known, _)| *known == module).map(|(_, text)| *text)
}
