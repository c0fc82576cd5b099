//! Everything the server knows: open texts, models, and what the editor shows.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use gen_lsp_types::{ClientCapabilities, Location, Position, Range, Uri};
use lsp_server::RequestId;

use crate::compile::Compilation;
use crate::model::Model;
use crate::syntax::Parse;
use crate::text::{FileId, SourceMap, Span};

use super::documents::{Document, Documents};
use super::names::Names;
use super::place::{Place, file_uri, library_uri};
use super::position::{Encoding, Lines, line_starts};
use super::root::Root;
use super::workspace::Workspace;

/// The command of an editor that asks for completions where the cursor is.
pub(super) const SUGGEST: &str = "ward.suggest";

/// What the editor can do.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Client {
    /// In which units it counts columns.
    pub(super) encoding: Encoding,
    /// Whether completions may have places to be filled in.
    pub(super) snippets: bool,
    /// Whether an edit may name the versions of the texts it changes.
    pub(super) versioned_edits: bool,
    /// Whether a completion may say beside its label what it is.
    pub(super) label_details: bool,
    /// Whether it takes symbols that are nested.
    pub(super) nested_symbols: bool,
    /// Whether it can be asked to tell which files change.
    pub(super) watches: bool,
    /// Whether it has a command that asks for completions, `ward.suggest`: what is chosen can be gone on with at once.
    pub(super) suggests: bool,
}

impl Client {
    pub(super) fn of(capabilities: &ClientCapabilities) -> Self {
        let general = capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
        let text = capabilities.text_document.as_ref();
        let completion = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
        let edits = capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let files = capabilities.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let commands = capabilities.experimental.as_ref().and_then(|more| more.get("commands")?.as_array());
        Self {
            encoding: Encoding::agreed(offered),
            snippets: completion.and_then(|item| item.snippet_support) == Some(true),
            versioned_edits: edits.and_then(|edit| edit.document_changes) == Some(true),
            label_details: completion.and_then(|item| item.label_details_support) == Some(true),
            suggests: commands.is_some_and(|all| all.iter().any(|command| command == SUGGEST)),
            nested_symbols: symbols.and_then(|symbol| symbol.hierarchical_document_symbol_support) == Some(true),
            watches: files.and_then(|files| files.dynamic_registration) == Some(true),
        }
    }
}

/// Everything the server knows.
pub(super) struct State {
    pub(super) client: Client,
    pub(super) documents: Documents,
    pub(super) workspace: Workspace,
    /// What the editor is asked to do, once the request is answered.
    pub(super) calls: Vec<lsp_server::Message>,
    /// How often it was asked.
    pub(super) asked: i32,
}

/// Why a request is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// What was asked makes no sense.
    Invalid(String),
    /// It makes sense, and cannot be done; the reason is shown to the user.
    Impossible(String),
}

/// What a request gives.
pub(super) type Answer<T> = Result<T, Refusal>;

impl State {
    /// The id of the next thing the editor is asked to do.
    pub(super) fn next_id(&mut self) -> RequestId {
        self.asked += 1;
        RequestId::from(self.asked)
    }

    /// A text in its model, compiled as all texts are now; nothing for what belongs to no model.
    pub(super) fn view(&mut self, uri: &Uri) -> Option<View<'_>> {
        let place = Place::of(uri);
        let client = self.client;
        if let Place::Library(name) = &place {
            let root = self.workspace.any_root(&self.documents)?;
            let file = root.sources().find(name)?;
            return Some(View { root, file, documents: &self.documents, client });
        }
        let root = self.workspace.root_of(&place.key(), &self.documents)?;
        let file = root.file(&place.key())?;
        Some(View { root, file, documents: &self.documents, client })
    }

    /// An open text as it is now, and its model as it was when it was last compiled.
    pub(super) fn draft(&self, uri: &Uri) -> Option<Draft<'_>> {
        let key = Place::of(uri).key();
        let document = self.documents.get(&key)?;
        let root = match document.place {
            Place::File(_) | Place::Other(_) => self.workspace.last_of(&key),
            Place::Library(_) | Place::Page(_) => None,
        };
        Some(Draft { document, root, documents: &self.documents, starts: line_starts(&document.text), client: self.client })
    }
}

/// An open text as it is now, and its model as it was when it was last compiled.
pub(super) struct Draft<'s> {
    pub(super) document: &'s Document,
    root: Option<&'s Root>,
    documents: &'s Documents,
    starts: Vec<u32>,
    client: Client,
}

impl<'s> Draft<'s> {
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines::new(&self.document.text, &self.starts, self.client.encoding)
    }

    /// The model as it was, for questions that are not about places in it.
    pub(super) fn view(&self) -> Option<View<'s>> {
        let root = self.root?;
        let any = || root.compilation().program.files.last().map(|file| file.id);
        let file = root.file(&self.document.place.key()).or_else(any)?;
        Some(View { root, file, documents: self.documents, client: self.client })
    }
}

/// A text in its model.
#[derive(Clone, Copy)]
pub(super) struct View<'s> {
    pub(super) root: &'s Root,
    pub(super) file: FileId,
    pub(super) documents: &'s Documents,
    pub(super) client: Client,
}

/// The text of a file with its lines.
pub(super) struct Text {
    pub(super) text: Arc<str>,
    starts: Rc<[u32]>,
    encoding: Encoding,
}

impl Text {
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines::new(&self.text, &self.starts, self.encoding)
    }

    /// The byte at a position.
    pub(super) fn offset(&self, position: Position) -> usize {
        self.lines().offset(position)
    }

    /// The range of a span.
    pub(super) fn range(&self, span: Span) -> Range {
        self.lines().range(span.range())
    }
}

impl<'s> View<'s> {
    pub(super) fn compilation(&self) -> &'s Compilation {
        self.root.compilation()
    }

    pub(super) fn model(&self) -> &'s Model {
        self.root.model()
    }

    pub(super) fn sources(&self) -> &'s SourceMap {
        self.root.sources()
    }

    /// What the file says.
    pub(super) fn parse(&self) -> Option<&'s Parse> {
        let files = &self.compilation().program.files;
        files.iter().find(|file| file.id == self.file).map(|file| &*file.parse)
    }

    pub(super) fn names(&self) -> Rc<Names> {
        self.root.names(self.file)
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Text {
        self.text_of(self.file)
    }

    /// The text of any file of the model.
    pub(super) fn text_of(&self, file: FileId) -> Text {
        let text = Arc::clone(&self.sources().file(file).text);
        Text { text, starts: self.root.line_starts(file), encoding: self.client.encoding }
    }

    /// The address of a file of the model.
    pub(super) fn uri(&self, file: FileId) -> Option<Uri> {
        match self.root.path_of(file) {
            Some(path) => Some(self.uri_of(&path)),
            None => library_uri(&self.sources().file(file).name),
        }
    }

    /// The address of a path, as the editor writes it where it is open.
    pub(super) fn uri_of(&self, path: &Path) -> Uri {
        self.documents.get(path).map_or_else(|| file_uri(path), |document| document.uri.clone())
    }

    /// Where a span is.
    pub(super) fn location(&self, span: Span) -> Option<Location> {
        Some(Location { uri: self.uri(span.file)?, range: self.text_of(span.file).range(span) })
    }

    /// Whether a file can be changed: those of the model can, unless they are inside of the program or a library.
    pub(super) fn is_own(&self, file: FileId) -> bool {
        self.compilation().program.files.iter().any(|loaded| loaded.id == file && !loaded.library)
            || (self.root.project.library().is_some() && self.root.path_of(file).is_some())
    }
}
