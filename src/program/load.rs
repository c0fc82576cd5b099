//! Follows imports from the root file.

use std::sync::Arc;

use indexmap::IndexMap;

use super::errors;
use super::world::{ReadError, World};
use crate::diagnostic::Diagnostics;
use crate::session::Session;
use crate::syntax::Parse;
use crate::syntax::ast::{Import, Imported, Member};
use crate::text::{FileId, Span};

/// A file that takes part in a compilation.
#[derive(Debug, Clone)]
pub struct LoadedFile {
    /// What it is imported by: the name of a module, or the path of a file.
    pub module: String,
    /// Which file.
    pub id: FileId,
    /// What it says.
    pub parse: Arc<Parse>,
    /// Whether it is part of a library, not of the model.
    pub library: bool,
}

/// All files of a compilation: the library's first, then the model's, each in the order of import.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The files.
    pub files: Vec<LoadedFile>,
}

/// Loads the core vocabulary, the packs (module names) and the root file, with all they import. The tests of libraries are passed over,
/// but for the one that is checked.
pub fn load(
    session: &mut Session,
    world: &dyn World,
    root: Option<&str>,
    packs: &[String],
    checked: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Program {
    let folder = root.map_or("", |root| root.rsplit_once('/').map_or("", |(folder, _)| folder)).to_owned();
    let mut loader =
        Loader { session, world, folder, seen: IndexMap::new(), trail: Vec::new(), files: Vec::new(), checked, diagnostics };
    loader.library("std.core", None);
    for pack in packs {
        loader.library(pack, None);
    }
    if let Some(root) = root {
        loader.file(root, None);
    }
    let (library, model): (Vec<_>, Vec<_>) = loader.files.into_iter().partition(|file| file.library);
    Program { files: library.into_iter().chain(model).collect() }
}

/// Where a name is looked for: a file may be called like a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Origin {
    Library,
    Model,
}

struct Loader<'a> {
    session: &'a mut Session,
    world: &'a dyn World,
    /// The folder no import may leave.
    folder: String,
    /// What was loaded, under the name it is known by.
    seen: IndexMap<(Origin, String), FileId>,
    /// The files being loaded, outermost first.
    trail: Vec<(Origin, String)>,
    files: Vec<LoadedFile>,
    /// The library whose tests are read, by the first word of its modules' names.
    checked: Option<&'a str>,
    diagnostics: &'a mut Diagnostics,
}

impl Loader<'_> {
    fn file(&mut self, path: &str, from: Option<Span>) {
        if self.is_known(Origin::Model, path, from) {
            return;
        }
        match self.world.read(path) {
            Ok(text) => self.take(path, path, text, false),
            Err(error) => self.diagnostics.push(match (from, &error) {
                (Some(span), ReadError::Missing) => errors::missing_import(span, path, &self.world.modules()),
                (Some(span), ReadError::Outside) => errors::import_escapes(span, path),
                _ => errors::unreadable(from, path, &error),
            }),
        }
    }

    fn library(&mut self, module: &str, from: Option<Span>) {
        if self.is_known(Origin::Library, module, from) {
            return;
        }
        match self.world.library(module) {
            Ok((name, text)) => self.take(module, &name, text, true),
            Err(error) => self.diagnostics.push(match (from, &error) {
                (Some(span), ReadError::Missing) => errors::unknown_library(span, module, &self.world.modules()),
                _ => errors::unreadable(from, module, &error),
            }),
        }
    }

    /// Whether a file needs no loading; an import of a file that is being loaded is a circle.
    fn is_known(&mut self, origin: Origin, name: &str, from: Option<Span>) -> bool {
        let key = (origin, name.to_owned());
        if let (Some(at), Some(span)) = (self.trail.iter().position(|open| *open == key), from) {
            let mut circle: Vec<String> = self.trail[at..].iter().map(|(_, name)| name.clone()).collect();
            circle.push(name.to_owned());
            self.diagnostics.push(errors::import_cycle(span, &circle));
            return true;
        }
        self.seen.contains_key(&key)
    }

    fn take(&mut self, key: &str, name: &str, text: Arc<str>, library: bool) {
        let tests = !library || self.checked.is_some_and(|checked| key.split('.').next() == Some(checked));
        let (id, parse) = self.session.parse(name, text, tests);
        let origin = if library { Origin::Library } else { Origin::Model };
        self.seen.insert((origin, key.to_owned()), id);
        self.trail.push((origin, key.to_owned()));
        for member in &parse.body {
            if let Member::Import(import) = member {
                self.import(import, key, library);
            }
        }
        self.trail.pop();
        self.files.push(LoadedFile { module: key.to_owned(), id, parse, library });
    }

    fn import(&mut self, import: &Import, importer: &str, library: bool) {
        match &import.what {
            Imported::Library(path) => self.library(&path.text(), Some(import.span)),
            Imported::File(text) if library => {
                let module = beside_module(importer, &text.text);
                self.library(&module, Some(import.span));
            }
            Imported::File(text) => match beside(importer, &text.text).filter(|path| self.is_inside(path)) {
                Some(path) => self.file(&path, Some(import.span)),
                None => self.diagnostics.push(errors::import_escapes(import.span, &text.text)),
            },
        }
    }

    fn is_inside(&self, path: &str) -> bool {
        self.folder.is_empty() || path.strip_prefix(&self.folder).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// The path of a file named in another, without `.` and `..`; nothing where it climbs out of everything.
pub(crate) fn beside(importer: &str, import: &str) -> Option<String> {
    if import.starts_with('/') || import.contains('\\') || import.contains(':') {
        return None;
    }
    let rooted = importer.starts_with('/');
    let folder = importer.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in import.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().filter(|part| *part != "..")?;
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    Some(if rooted { format!("/{path}") } else { path })
}

/// A library file that imports a file beside it means the module of that name.
fn beside_module(importer: &str, import: &str) -> String {
    let folder = importer.rsplit_once('.').map_or("std", |(folder, _)| folder);
    format!("{folder}.{}", import.trim_end_matches(".tm").replace('/', "."))
}
