//! The outline of a file, and names of the whole workspace.

use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation, SymbolKind, Uri,
    WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::model::{Kind, TypeId};
use crate::syntax::ast::{Body, Keyword, Member};
use crate::text::Span;

use super::state::{Answer, State, Text, View};
use super::tree::{body_of, span_of};

/// More names than this tell nobody anything.
const MOST: usize = 300;

pub(super) fn document_symbols(state: &mut State, params: DocumentSymbolParams) -> Answer<Option<DocumentSymbolResponse>> {
    let nested = state.client.nested_symbols;
    let uri = params.text_document.uri;
    let Some(view) = state.view(&uri) else { return Ok(None) };
    let Some(parse) = view.parse() else { return Ok(None) };
    let symbols = of_body(&parse.body, &view.text());
    if nested {
        return Ok(Some(DocumentSymbolResponse::DocumentSymbolList(symbols)));
    }
    let mut flat = Vec::new();
    flatten(symbols, None, &uri, &mut flat);
    Ok(Some(DocumentSymbolResponse::SymbolInformationList(flat)))
}

fn of_body(body: &Body, text: &Text) -> Vec<DocumentSymbol> {
    body.iter().filter_map(|member| symbol(member, text)).collect()
}

#[expect(deprecated, reason = "the type has a field that must be left out")]
fn symbol(member: &Member, text: &Text) -> Option<DocumentSymbol> {
    let (name, detail, kind, selected) = head(member)?;
    let children = body_of(member).map(|body| of_body(body, text)).filter(|children| !children.is_empty());
    let range = text.range(span_of(member));
    let selection_range = text.range(selected);
    // an editor refuses an empty name
    let name = if name.trim().is_empty() { "…".to_owned() } else { name };
    Some(DocumentSymbol { name, detail, kind, tags: None, deprecated: None, range, selection_range, children })
}

/// Name, detail, kind and the place of the name.
fn head(member: &Member) -> Option<(String, Option<String>, SymbolKind, Span)> {
    Some(match member {
        Member::Declaration(declaration) => {
            let of = declaration.base.as_ref().map_or(String::new(), |base| format!(": {}", base.text()));
            let detail = [declaration.keyword.word(), &of].concat();
            (declaration.name.text.to_string(), Some(detail), kind_of(declaration.keyword), declaration.name.span)
        }
        Member::Flow(flow) => {
            let arrow = if flow.two_way { "<->" } else { "->" };
            let detail = format!("{} {arrow} {}", flow.source.text(), flow.target.text());
            (flow.name.text.to_string(), Some(detail), SymbolKind::Event, flow.name.span)
        }
        Member::Extend(extend) => (extend.target.text(), Some("extend".to_owned()), SymbolKind::Namespace, extend.target.span),
        Member::AttributeDeclaration(declaration) => {
            (declaration.path.text(), Some("attribute".to_owned()), SymbolKind::Property, declaration.path.span)
        }
        Member::Define(define) => (define.path.text(), Some("define".to_owned()), SymbolKind::Function, define.path.span),
        Member::Respond(respond) => {
            let name = format!("{} @ {}", respond.rule.text(), respond.element.text());
            (name, Some("respond".to_owned()), SymbolKind::Key, respond.rule.span.to(respond.element.span))
        }
        Member::Answer(answer) => (answer.clause.text(), Some("answer".to_owned()), SymbolKind::Key, answer.clause.span),
        Member::Assert(assert) => {
            (assert.text.text.to_string(), Some("assert".to_owned()), SymbolKind::Boolean, assert.text.span)
        }
        Member::Test(test) => (test.text.text.to_string(), Some("test".to_owned()), SymbolKind::Method, test.text.span),
        Member::Value(value) => (value.name.text.to_string(), None, SymbolKind::EnumMember, value.name.span),
        Member::Attribute(_)
        | Member::Import(_)
        | Member::Expect(_)
        | Member::For(_)
        | Member::When(_)
        | Member::Provides(_)
        | Member::Table(_)
        | Member::Error(_) => return None,
    })
}

fn kind_of(keyword: Keyword) -> SymbolKind {
    match keyword {
        Keyword::System => SymbolKind::Package,
        Keyword::Actor | Keyword::External => SymbolKind::Interface,
        Keyword::Process => SymbolKind::Struct,
        Keyword::Store => SymbolKind::Object,
        Keyword::Port => SymbolKind::Field,
        Keyword::Boundary => SymbolKind::Namespace,
        Keyword::Data | Keyword::Harm | Keyword::Assumption => SymbolKind::Constant,
        Keyword::Control => SymbolKind::Property,
        Keyword::Type => SymbolKind::Class,
        Keyword::Enum | Keyword::Scale => SymbolKind::Enum,
        Keyword::Rule | Keyword::Clause | Keyword::Factor => SymbolKind::Function,
        Keyword::Category | Keyword::Pack | Keyword::Standard | Keyword::Scheme => SymbolKind::Package,
        Keyword::View | Keyword::Section => SymbolKind::File,
    }
}

fn flatten(symbols: Vec<DocumentSymbol>, container: Option<&str>, uri: &Uri, into: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        let location = gen_lsp_types::Location { uri: uri.clone(), range: symbol.selection_range };
        into.push(information(symbol.name.clone(), symbol.kind, container, location));
        flatten(symbol.children.unwrap_or_default(), Some(&symbol.name), uri, into);
    }
}

#[expect(deprecated, reason = "the type has a field that must be left out")]
fn information(name: String, kind: SymbolKind, container: Option<&str>, location: gen_lsp_types::Location) -> SymbolInformation {
    let base = BaseSymbolInformation { name, kind, tags: None, container_name: container.map(str::to_owned) };
    SymbolInformation { deprecated: None, location, base_symbol_information: base }
}

pub(super) fn workspace_symbols(state: &mut State, params: WorkspaceSymbolParams) -> Answer<Option<WorkspaceSymbolResponse>> {
    state.workspace.refresh(&state.documents);
    let query = params.query.to_lowercase();
    let mut found = Vec::new();
    for (_, root) in state.workspace.roots() {
        for file in root.compilation().program.files.iter().rev() {
            let view = View { root, file: file.id, documents: &state.documents, client: state.client };
            of_model(view, &query, &mut found);
        }
    }
    found.truncate(MOST);
    Ok(Some(WorkspaceSymbolResponse::SymbolInformationList(found)))
}

/// What a file declares whose path or title has the signs of the query in their order. All of the library is too much for no query.
fn of_model(view: View<'_>, query: &str, into: &mut Vec<SymbolInformation>) {
    let model = view.model();
    if into.len() >= MOST || (query.is_empty() && !view.is_own(view.file)) {
        return;
    }
    for (id, element) in model.iter().filter(|(_, element)| element.span.file == view.file) {
        if matches!(element.kind, Kind::Respond | Kind::Answer) {
            continue;
        }
        let path = model.path(id);
        if matches(&path, query) || matches(model.title(id), query) {
            let container = element.parent.map(|parent| model.path(parent));
            let kind = Keyword::of(element.kind.word()).map_or(SymbolKind::Event, kind_of);
            let symbol = |location| information(element.name.to_string(), kind, container.as_deref(), location);
            into.extend(view.location(element.span).map(symbol));
        }
    }
    for of in (0..model.types.len()).map(TypeId::at) {
        let of = model.type_of(of);
        if of.span.file == view.file && matches(&of.name, query) {
            let symbol = |location| information(of.name.to_string(), SymbolKind::Class, None, location);
            into.extend(view.location(of.span).map(symbol));
        }
    }
}

/// Whether a text has the signs of a query in their order.
fn matches(text: &str, query: &str) -> bool {
    let mut signs = text.chars().flat_map(char::to_lowercase);
    query.chars().all(|wanted| signs.any(|sign| sign == wanted))
}
