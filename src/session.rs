//! What is kept between compilations of the same model: texts, and the parse of every file whose text did not change.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::syntax::{Parse, parse, parse_used};
use crate::text::{FileId, SourceMap};

/// A memory of parses by file and text.
#[derive(Debug, Default)]
pub struct Session {
    sources: SourceMap,
    /// With every parse the text, and whether its tests were read.
    parses: IndexMap<FileId, (Arc<str>, bool, Arc<Parse>)>,
}

impl Session {
    /// The texts read so far.
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// Adds a text that is no part of the model, such as the manifest, so that messages can point at it.
    pub fn add_source(&mut self, name: &str, text: impl Into<Arc<str>>) -> FileId {
        self.sources.set(name, text.into())
    }

    /// Reads a text, unless the file had the same text before; `tests` tells whether its tests are wanted.
    pub(crate) fn parse(&mut self, name: &str, text: Arc<str>, tests: bool) -> (FileId, Arc<Parse>) {
        let id = self.sources.set(name, Arc::clone(&text));
        match self.parses.get(&id) {
            Some((known, read, parsed)) if **known == *text && *read == tests => (id, Arc::clone(parsed)),
            _ => {
                let parsed = Arc::new(if tests { parse(id, &text) } else { parse_used(id, &text) });
                self.parses.insert(id, (text, tests, Arc::clone(&parsed)));
                (id, parsed)
            }
        }
    }
}
