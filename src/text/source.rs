//! The texts a compilation has read.

use std::sync::Arc;

use indexmap::IndexMap;

use super::span::{FileId, Span};

/// One text and what it is called in messages.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path as shown, with `/`; library files are called `<std>/core.tm`.
    pub name: String,
    /// The whole text.
    pub text: Arc<str>,
    line_starts: Vec<u32>,
}

impl SourceFile {
    fn new(name: String, text: Arc<str>) -> Self {
        let newlines = text.match_indices('\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect();
        Self { name, text, line_starts }
    }

    /// Line (from 1) and column in characters (from 1) of a byte.
    pub fn line_column(&self, byte: u32) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let start = self.line_starts[line - 1] as usize;
        let end = (byte as usize).min(self.text.len());
        let column = self.text.get(start..end).map_or(0, |text| text.chars().count());
        (line, column + 1)
    }
}

/// All files of a compilation, in the order they were first read. A file keeps its [`FileId`] when its text changes.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: IndexMap<String, SourceFile>,
}

impl SourceMap {
    /// Adds a file, or gives an old one a new text.
    pub fn set(&mut self, name: &str, text: Arc<str>) -> FileId {
        if let Some(index) = self.files.get_index_of(name) {
            let file = &mut self.files[index];
            if !Arc::ptr_eq(&file.text, &text) && *file.text != *text {
                *file = SourceFile::new(name.to_owned(), text);
            }
            return FileId(index as u32);
        }
        self.files.insert(name.to_owned(), SourceFile::new(name.to_owned(), text));
        FileId(self.files.len() as u32 - 1)
    }

    /// The same texts under the same ids, called otherwise: how messages show paths is not how the model knows its files.
    pub fn renamed(&self, name: impl Fn(&str) -> String) -> Self {
        let files = self.files.values().map(|file| {
            let shown = name(&file.name);
            (file.name.clone(), SourceFile { name: shown, ..file.clone() })
        });
        Self { files: files.collect() }
    }

    /// The file of this name.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.files.get_index_of(name).map(|index| FileId(index as u32))
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text under a span; empty where it is out of range.
    pub fn slice(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or("")
    }

    /// `file.tm:12:5`.
    pub fn locate(&self, span: Span) -> String {
        let file = self.file(span.file);
        let (line, column) = file.line_column(span.start);
        format!("{}:{line}:{column}", file.name)
    }

    /// `file.tm:12`.
    pub fn line_of(&self, span: Span) -> String {
        let file = self.file(span.file);
        format!("{}:{}", file.name, file.line_column(span.start).0)
    }
}

impl<'a> codespan_reporting::files::Files<'a> for SourceMap {
    type FileId = FileId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<&'a str, codespan_reporting::files::Error> {
        Ok(&self.file(id).name)
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, codespan_reporting::files::Error> {
        Ok(&self.file(id).text)
    }

    fn line_index(&'a self, id: FileId, byte: usize) -> Result<usize, codespan_reporting::files::Error> {
        Ok(self.file(id).line_starts.partition_point(|start| *start as usize <= byte) - 1)
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<std::ops::Range<usize>, codespan_reporting::files::Error> {
        let file = self.file(id);
        let start = file.line_starts.get(line).map_or(file.text.len(), |start| *start as usize);
        let end = file.line_starts.get(line + 1).map_or(file.text.len(), |start| *start as usize);
        Ok(start..end)
    }
}
