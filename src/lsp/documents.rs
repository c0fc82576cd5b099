//! The texts that are open in the editor.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};
use indexmap::IndexMap;

use super::place::Place;
use super::position::{Encoding, Lines, line_starts};

/// A text that is open in the editor.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// Its address, as the editor writes it.
    pub(super) uri: Uri,
    /// What it stands for.
    pub(super) place: Place,
    /// The editor's number for its state.
    pub(super) version: i32,
    /// The whole text.
    pub(super) text: Arc<str>,
}

/// All open texts, by what they are known by.
#[derive(Debug, Default)]
pub(super) struct Documents {
    open: IndexMap<PathBuf, Document>,
}

impl Documents {
    /// Opens a text, or opens it anew.
    pub(super) fn open(&mut self, uri: Uri, version: i32, text: String) {
        let place = Place::of(&uri);
        self.open.insert(place.key(), Document { uri, place, version, text: text.into() });
    }

    /// Changes an open text; false where it is not open.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> bool {
        let Some(document) = self.open.get_mut(&Place::of(uri).key()) else { return false };
        document.version = version;
        for change in changes {
            document.text = changed(&document.text, change, encoding);
        }
        true
    }

    /// Closes a text.
    pub(super) fn close(&mut self, uri: &Uri) {
        self.open.shift_remove(&Place::of(uri).key());
    }

    /// The open text with a key.
    pub(super) fn get(&self, key: &Path) -> Option<&Document> {
        self.open.get(key)
    }

    /// All of them, in the order in which they were opened.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Path, &Document)> {
        self.open.iter().map(|(key, document)| (key.as_path(), document))
    }
}

fn changed(text: &str, change: TextDocumentContentChangeEvent, encoding: Encoding) -> Arc<str> {
    match change {
        TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => whole.text.into(),
        TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
            let starts = line_starts(text);
            let bytes = Lines::new(text, &starts, encoding).bytes(part.range);
            let mut new = String::with_capacity(text.len() - bytes.len() + part.text.len());
            new.push_str(&text[..bytes.start]);
            new.push_str(&part.text);
            new.push_str(&text[bytes.end..]);
            new.into()
        }
    }
}
