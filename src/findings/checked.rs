//! Whose rules, attributes and tests a compilation checks.

use crate::program::Program;
use crate::text::{FileId, Span};

/// The files that are checked as rules and vocabulary: the model's own, and those of a library that is asked about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Checked {
    files: Vec<FileId>,
}

impl Checked {
    /// The model's files, and those of the library whose modules' names begin with `library`.
    pub(crate) fn new(program: &Program, library: Option<&str>) -> Self {
        let asked = |module: &str| library.is_some_and(|library| module.split('.').next() == Some(library));
        let files = program.files.iter().filter(|file| !file.library || asked(&file.module));
        let mut files: Vec<FileId> = files.map(|file| file.id).collect();
        files.sort_unstable();
        Self { files }
    }

    /// Whether what stands at a place is checked.
    pub(crate) fn holds(&self, span: Span) -> bool {
        self.files.binary_search(&span.file).is_ok()
    }
}
