//! The world of a model as its author sees it: what is open in the editor before what is on the disk.

use std::path::Path;
use std::sync::Arc;

use crate::program::{ReadError, World};
use crate::project::os_world::OsWorld;

use super::documents::Documents;
use super::place::plain;

/// Open texts over files.
pub(super) struct Overlay<'w> {
    pub(super) disk: &'w OsWorld,
    pub(super) documents: &'w Documents,
    /// Whether the model is a file or at least has a folder; a text without a file sees no other.
    pub(super) has_folder: bool,
}

impl Overlay<'_> {
    fn open(&self, path: &Path) -> Option<Arc<str>> {
        self.documents.get(&plain(path)).map(|document| Arc::clone(&document.text))
    }
}

impl World for Overlay<'_> {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        match self.disk.path_of(path).and_then(|path| self.open(&path)) {
            Some(text) => Ok(text),
            None if !self.has_folder => Err(ReadError::Missing),
            None => self.disk.read(path),
        }
    }

    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError> {
        let read = self.disk.library(module)?;
        let open = self.disk.path_of(&read.0).and_then(|path| self.open(&path));
        Ok(match open {
            Some(text) => (read.0, text),
            None => read,
        })
    }

    fn modules(&self) -> Vec<String> {
        self.disk.modules()
    }
}

/// A world in which some texts, by the names of their sources, are others.
pub(super) struct Imagined<'w> {
    pub(super) world: &'w dyn World,
    pub(super) changed: Vec<(&'w str, Arc<str>)>,
}

impl Imagined<'_> {
    fn changed(&self, name: &str) -> Option<Arc<str>> {
        self.changed.iter().find(|(known, _)| *known == name).map(|(_, text)| Arc::clone(text))
    }
}

impl World for Imagined<'_> {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        self.changed(path).map_or_else(|| self.world.read(path), Ok)
    }

    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError> {
        let (name, text) = self.world.library(module)?;
        let text = self.changed(&name).unwrap_or(text);
        Ok((name, text))
    }

    fn modules(&self) -> Vec<String> {
        self.world.modules()
    }
}
