//! Changes of texts, as editors take them.

use gen_lsp_types::{
    DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};
use indexmap::IndexMap;

use crate::text::{FileId, Span};

use super::state::View;

/// Changes of the files of a model, in bytes.
#[derive(Debug, Default)]
pub(super) struct Edits {
    by_file: IndexMap<FileId, Vec<(Span, String)>>,
}

impl Edits {
    /// Writes something over a span.
    pub(super) fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.by_file.entry(span.file).or_default().push((span, text.into()));
    }

    /// Writes something at a byte.
    pub(super) fn insert(&mut self, file: FileId, byte: usize, text: impl Into<String>) {
        self.replace(Span::new(file, byte as u32, byte as u32), text);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_file.is_empty()
    }

    /// The changed texts.
    pub(super) fn applied(&self, view: View<'_>) -> Vec<(FileId, String)> {
        let apply = |(file, edits): (&FileId, &Vec<(Span, String)>)| {
            let mut sorted: Vec<&(Span, String)> = edits.iter().collect();
            sorted.sort_by_key(|(span, _)| (span.start, span.end));
            let mut text = view.sources().file(*file).text.to_string();
            for (span, new) in sorted.into_iter().rev() {
                text.replace_range(span.range(), new);
            }
            (*file, text)
        };
        self.by_file.iter().map(apply).collect()
    }

    /// As the editor takes them.
    pub(super) fn finish(self, view: View<'_>) -> WorkspaceEdit {
        let mut changes = Vec::new();
        for (file, edits) in self.by_file {
            let Some(uri) = view.uri(file) else { continue };
            let text = view.text_of(file);
            let edits: Vec<TextEdit> =
                edits.into_iter().map(|(span, new_text)| TextEdit { range: text.range(span), new_text }).collect();
            changes.push((uri, view.root.path_of(file), edits));
        }
        if !view.client.versioned_edits {
            let changes = changes.into_iter().map(|(uri, _, edits)| (uri, edits)).collect();
            return WorkspaceEdit { changes: Some(changes), document_changes: None, change_annotations: None };
        }
        let versioned = changes.into_iter().map(|(uri, path, edits)| {
            let version = path.and_then(|path| view.documents.get(&path)).map(|document| document.version);
            let text_document =
                OptionalVersionedTextDocumentIdentifier { version, text_document_identifier: TextDocumentIdentifier { uri } };
            DocumentChange::TextDocumentEdit(TextDocumentEdit {
                text_document,
                edits: edits.into_iter().map(Edit::TextEdit).collect(),
            })
        });
        WorkspaceEdit { changes: None, document_changes: Some(versioned.collect()), change_annotations: None }
    }
}
