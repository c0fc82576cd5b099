//! One model that is being worked on: its folder, and what came of compiling it as its texts are now.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::compile::Compilation;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::project::compiler::{Compiled, Request, compile};
use crate::project::{MANIFEST, Project};
use crate::session::Session;
use crate::syntax::ast::Date;
use crate::text::{FileId, SourceMap};

use super::documents::Documents;
use super::names::{Names, Vocabulary};
use super::overlay::{Imagined, Overlay};
use super::place::plain;
use super::position::line_starts;

/// A model, or a library.
pub(super) struct Root {
    /// Where it is and what is asked of it.
    pub(super) project: Project,
    session: Session,
    compiled: Arc<Compiled>,
    /// What came of it when it last was without errors, while it has some: with errors nothing is found.
    whole: Option<Arc<Compiled>>,
    /// Its files and those of libraries in folders, as of the last compilation.
    files: IndexMap<PathBuf, FileId>,
    /// What is wrong with the manifest, for which the model is compiled without it.
    pub(super) faults: Vec<Diagnostic>,
    /// Whether it is only looked at as a model because no other is known to import its file.
    pub(super) stopgap: bool,
    /// Whether a text changed since the last compilation.
    pub(super) dirty: bool,
    /// Whether the last attempt to compile it failed for a fault of Ward's own.
    pub(super) crashed: bool,
    /// Whether it was ever compiled.
    pub(super) ready: bool,
    /// Whether the editor was told what came of the last compilation.
    pub(super) told: Cell<bool>,
    /// The addresses at which it was told something.
    pub(super) addresses: RefCell<Vec<String>>,
    names: RefCell<IndexMap<FileId, Rc<Names>>>,
    vocabulary: RefCell<Option<Rc<Vocabulary>>>,
    starts: RefCell<IndexMap<FileId, Starts>>,
}

/// Where the lines of a text begin, and of which text.
type Starts = (Arc<str>, Rc<[u32]>);

impl Root {
    /// A model that was not compiled yet; the session is the one the manifest was read with.
    pub(super) fn new(project: Project, session: Session, faults: Vec<Diagnostic>) -> Self {
        Self {
            project,
            session,
            compiled: Arc::default(),
            whole: None,
            files: IndexMap::new(),
            faults,
            stopgap: false,
            dirty: true,
            crashed: false,
            ready: false,
            told: Cell::new(false),
            addresses: RefCell::default(),
            names: RefCell::default(),
            vocabulary: RefCell::default(),
            starts: RefCell::default(),
        }
    }

    /// Compiles it as its texts are now. After a fault of Ward's own the last result stays.
    pub(super) fn compile(&mut self, documents: &Documents, today: Option<Date>) {
        self.dirty = false;
        self.told.set(false);
        let Self { project, session, .. } = self;
        let has_folder = !project.folder.as_os_str().is_empty();
        let world = Overlay { disk: &project.world, documents, has_folder };
        let request = Request {
            root: project.root(),
            packs: &project.packs,
            release: project.release,
            today,
            library: project.library(),
            despite_remarks: false,
        };
        let compiled = catch_unwind(AssertUnwindSafe(|| compile(session, &world, &request)));
        self.crashed = compiled.is_err();
        self.keep_whole(compiled.as_ref().is_ok_and(|compiled| !compiled.compilation.diagnostics.has_errors()));
        match compiled {
            Ok(compiled) => {
                self.compiled = Arc::new(compiled);
                self.ready = true;
                self.names.get_mut().clear();
                *self.vocabulary.get_mut() = None;
                self.note_files();
            }
            // what was being remembered may be incomplete; the manifest is read again with the next model
            Err(_) => {
                let mut session = Session::default();
                if let Some(id) = self.session.sources().find(MANIFEST) {
                    session.add_source(MANIFEST, Arc::clone(&self.session.sources().file(id).text));
                }
                self.session = session;
                self.compiled = Arc::default();
                self.names.get_mut().clear();
                *self.vocabulary.get_mut() = None;
                self.files.clear();
            }
        }
    }

    /// Keeps the last result if the next one has errors and it has none.
    fn keep_whole(&mut self, next_is_whole: bool) {
        if next_is_whole {
            self.whole = None;
        } else if self.ready && !self.compilation().diagnostics.has_errors() {
            self.whole = Some(Arc::clone(&self.compiled));
        }
    }

    /// What would be said of the model if some of its texts were others.
    pub(super) fn imagined(&self, documents: &Documents, changed: &[(FileId, Arc<str>)]) -> Diagnostics {
        let has_folder = !self.project.folder.as_os_str().is_empty();
        let overlay = Overlay { disk: &self.project.world, documents, has_folder };
        let named = changed.iter().map(|(file, text)| (self.sources().file(*file).name.as_str(), Arc::clone(text)));
        let world = Imagined { world: &overlay, changed: named.collect() };
        let request = Request {
            root: self.project.root(),
            packs: &self.project.packs,
            release: self.project.release,
            today: None,
            library: self.project.library(),
            despite_remarks: false,
        };
        compile(&mut Session::default(), &world, &request).compilation.diagnostics
    }

    fn note_files(&mut self) {
        let sources = self.session.sources();
        let bills = self.compilation().bills.documents.iter().map(|(_, file, _)| *file);
        let ids = self.compilation().program.files.iter().map(|file| file.id).chain(bills);
        let files = ids.filter_map(|id| Some((self.path(sources, id)?, id))).collect();
        self.files = files;
    }

    /// Where a source is on the disk; nothing for what is inside the program.
    fn path(&self, sources: &SourceMap, id: FileId) -> Option<PathBuf> {
        self.project.world.path_of(&sources.file(id).name).map(|path| plain(&path))
    }

    /// The path of a source; nothing for what is inside the program.
    pub(super) fn path_of(&self, id: FileId) -> Option<PathBuf> {
        self.path(self.sources(), id)
    }

    /// The file at a path, if the model consists of it.
    pub(super) fn file(&self, path: &Path) -> Option<FileId> {
        self.files.get(path).copied()
    }

    /// The paths of its files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().map(PathBuf::as_path)
    }

    /// The last result.
    pub(super) fn compilation(&self) -> &Compilation {
        &self.compiled.compilation
    }

    /// The last result without errors: what a half-written text is completed with. Its elements are not those of `compilation`.
    pub(super) fn whole(&self) -> &Compilation {
        self.whole.as_ref().map_or(self.compilation(), |compiled| &compiled.compilation)
    }

    /// The last result, to be held against the gate.
    pub(super) fn compiled(&self) -> &Arc<Compiled> {
        &self.compiled
    }

    /// The resolved model.
    pub(super) fn model(&self) -> &Model {
        &self.compiled.compilation.model
    }

    /// The texts it was made of.
    pub(super) fn sources(&self) -> &SourceMap {
        self.session.sources()
    }

    /// Where the lines of a source begin.
    pub(super) fn line_starts(&self, file: FileId) -> Rc<[u32]> {
        let text = &self.sources().file(file).text;
        let mut known = self.starts.borrow_mut();
        match known.get(&file) {
            Some((of, starts)) if Arc::ptr_eq(of, text) => Rc::clone(starts),
            _ => {
                let starts: Rc<[u32]> = line_starts(text).into();
                known.insert(file, (Arc::clone(text), Rc::clone(&starts)));
                starts
            }
        }
    }

    /// What the declarations of all files are.
    pub(super) fn vocabulary(&self) -> Rc<Vocabulary> {
        let mut known = self.vocabulary.borrow_mut();
        Rc::clone(known.get_or_insert_with(|| Rc::new(Vocabulary::new(self.compilation()))))
    }

    /// What the names in a file mean.
    pub(super) fn names(&self, file: FileId) -> Rc<Names> {
        if let Some(known) = self.names.borrow().get(&file) {
            return Rc::clone(known);
        }
        let names = Rc::new(Names::of(self.compilation(), self.sources(), &self.vocabulary(), file));
        self.names.borrow_mut().insert(file, Rc::clone(&names));
        names
    }
}
