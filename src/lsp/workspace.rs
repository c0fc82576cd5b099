//! Which model a text belongs to: the one of the nearest `ward.toml`, else the one that imports it, else itself.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::program::beside;
use crate::project::os_world::{read_text, tm_files};
use crate::project::{Choices, Fault, MANIFEST, open, open_bare, open_file};
use crate::session::Session;
use crate::syntax::ast::{Date, Imported, Keyword, Member};
use crate::syntax::parse;
use crate::text::FileId;

use super::documents::Documents;
use super::place::Place;
use super::root::Root;

/// How many folders above a text are looked through for a manifest.
const FARTHEST: usize = 32;

/// Folders with more files are not searched for who imports a text.
const MOST_FILES: usize = 200;

/// What tells the day decisions are held against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    /// The day that was chosen.
    pub(super) fixed: Option<Date>,
    /// Else what tells the day.
    pub(super) clock: fn() -> Option<Date>,
}

impl Calendar {
    fn today(self) -> Option<Date> {
        self.fixed.or_else(self.clock)
    }
}

/// The models that are being worked on.
pub(super) struct Workspace {
    choices: Choices,
    calendar: Calendar,
    roots: IndexMap<Id, Root>,
    /// Which model an open text belongs to.
    assigned: IndexMap<PathBuf, Id>,
}

/// What tells models apart: the folder, and the root file or the library.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Id {
    folder: PathBuf,
    subject: String,
}

impl Id {
    fn of(root: &Root) -> Self {
        let subject = root.project.root().or(root.project.library()).unwrap_or_default().to_owned();
        Self { folder: root.project.folder.clone(), subject }
    }
}

impl Workspace {
    pub(super) fn new(choices: Choices, calendar: Calendar) -> Self {
        Self { choices, calendar, roots: IndexMap::new(), assigned: IndexMap::new() }
    }

    /// The model a text belongs to, compiled as its texts are now.
    pub(super) fn root_of(&mut self, key: &Path, documents: &Documents) -> Option<&Root> {
        self.refresh(documents);
        self.last_of(key)
    }

    /// The model a text belongs to, as it was when it was last compiled.
    pub(super) fn last_of(&self, key: &Path) -> Option<&Root> {
        match self.assigned.get(key) {
            Some(id) => self.roots.get(id),
            None => self.roots.values().find(|root| root.file(key).is_some()),
        }
    }

    /// Whether a text's model was ever compiled.
    pub(super) fn is_known(&self, key: &Path) -> bool {
        self.last_of(key).is_some()
    }

    /// Any model, for questions about the library; one of the library alone where there is none.
    pub(super) fn any_root(&mut self, documents: &Documents) -> Option<&Root> {
        if self.roots.is_empty() {
            let mut session = Session::default();
            let project = open_bare(&mut session, &self.choices, Path::new(""), "");
            let mut root = Root::new(project, session, Vec::new());
            root.compile(documents, self.calendar.today());
            self.roots.insert(Id::of(&root), root);
        }
        self.roots.values().last()
    }

    /// All models, in the order in which they were found.
    pub(super) fn roots(&self) -> impl Iterator<Item = (&Id, &Root)> {
        self.roots.iter()
    }

    /// Notes that a text changed, or was opened.
    pub(super) fn touch(&mut self, key: &Path) {
        let assigned = self.assigned.get(key);
        for (id, root) in &mut self.roots {
            root.dirty |= assigned == Some(id) || root.file(key).is_some();
        }
    }

    /// Notes that files may have come or gone: everything is looked at again.
    pub(super) fn touch_all(&mut self) {
        self.assigned.clear();
        self.roots.clear();
    }

    /// Whether anything is to be compiled.
    pub(super) fn is_dirty(&self, documents: &Documents) -> bool {
        self.roots.values().any(|root| root.dirty) || documents.iter().any(|(key, document)| self.is_stray(key, &document.place))
    }

    fn is_stray(&self, key: &Path, place: &Place) -> bool {
        matches!(place, Place::File(_) | Place::Other(_)) && !self.assigned.contains_key(key)
    }

    /// Compiles what changed, and sees to it that every open text has its model. Gives the models that were compiled, and those that nobody
    /// needs any more are gone.
    pub(super) fn refresh(&mut self, documents: &Documents) -> Vec<Id> {
        let mut compiled = Vec::new();
        let today = self.calendar.today();
        // a compilation can move texts from one model to another, once for each import that came or went
        for _ in 0..4 {
            for (id, root) in self.roots.iter_mut().filter(|(_, root)| root.dirty) {
                root.compile(documents, today);
                compiled.push(id.clone());
            }
            self.drop_wrong(documents);
            let strays: Vec<PathBuf> = documents
                .iter()
                .filter(|(key, document)| self.is_stray(key, &document.place))
                .map(|(key, _)| key.to_owned())
                .collect();
            if strays.is_empty() {
                break;
            }
            for key in strays {
                let id = self.assign(&key, documents, &mut compiled);
                self.assigned.insert(key, id);
            }
        }
        self.drop_unused();
        compiled.dedup();
        compiled
    }

    /// Forgets assignments that the last compilation proved wrong: what is not imported any more, and what stands alone and is imported now.
    fn drop_wrong(&mut self, documents: &Documents) {
        let Self { roots, assigned, .. } = self;
        assigned.retain(|key, id| {
            let Some(root) = roots.get(id).filter(|_| documents.get(key).is_some()) else { return false };
            let alone = root.project.root().is_some_and(|file| root.project.folder.join(file) == *key);
            let imported = || roots.iter().any(|(other, root)| other != id && root.ready && root.file(key).is_some());
            if alone { !root.stopgap || !imported() } else { root.crashed || root.file(key).is_some() }
        });
    }

    fn drop_unused(&mut self) {
        let Self { roots, assigned, .. } = self;
        roots.retain(|id, _| assigned.values().any(|used| used == id));
    }

    /// Finds the model a text belongs to.
    fn assign(&mut self, key: &Path, documents: &Documents, compiled: &mut Vec<Id>) -> Id {
        if let Some((id, _)) = self.roots.iter().find(|(id, root)| root.file(key).is_some() && !is_alone(id, key)) {
            return id.clone();
        }
        let mut faults = Vec::new();
        if let Some(folder) = manifest_folder(key) {
            let mut session = Session::default();
            match open(&mut session, &self.choices, Some(&folder)) {
                Ok(project) => {
                    if let Some(id) = self.adopt(Root::new(project, session, Vec::new()), key, documents, compiled) {
                        return id;
                    }
                }
                Err(Fault::Diagnosed(diagnostics)) => faults = diagnostics,
                Err(Fault::Cannot(_)) => {}
            }
        }
        if let Some(importer) = importer(key, documents)
            && let Some(root) = self.of_file(&importer, Vec::new())
            && let Some(id) = self.adopt(root, key, documents, compiled)
        {
            return id;
        }
        let mut root = self.of_file(key, faults).unwrap_or_else(|| self.bare(key, Vec::new()));
        root.stopgap = true;
        let id = Id::of(&root);
        self.insert(root, documents, compiled);
        id
    }

    /// Takes a model in if a text belongs to it.
    fn adopt(&mut self, root: Root, key: &Path, documents: &Documents, compiled: &mut Vec<Id>) -> Option<Id> {
        let id = Id::of(&root);
        self.insert(root, documents, compiled);
        self.roots.get(&id).filter(|root| root.file(key).is_some()).map(|_| id)
    }

    fn insert(&mut self, mut root: Root, documents: &Documents, compiled: &mut Vec<Id>) {
        let id = Id::of(&root);
        if !self.roots.contains_key(&id) {
            root.compile(documents, self.calendar.today());
            compiled.push(id.clone());
            self.roots.insert(id, root);
        }
    }

    /// The model whose root a file is; nothing where its manifest cannot be understood, unless what is wrong with it is known already.
    fn of_file(&self, path: &Path, faults: Vec<crate::diagnostic::Diagnostic>) -> Option<Root> {
        if !faults.is_empty() {
            return Some(self.bare(path, faults));
        }
        let mut session = Session::default();
        let (folder, name) = split(path)?;
        let project = open_file(&mut session, &self.choices, folder, name).ok()?;
        Some(Root::new(project, session, Vec::new()))
    }

    fn bare(&self, path: &Path, faults: Vec<crate::diagnostic::Diagnostic>) -> Root {
        let mut session = Session::default();
        let whole = path.to_string_lossy();
        let (folder, name) = split(path).unwrap_or((Path::new(""), &whole));
        let project = open_bare(&mut session, &self.choices, folder, name);
        // the places of faults are in the text of the manifest
        if !faults.is_empty()
            && let Some(text) = manifest_folder(path).and_then(|folder| read_text(&folder.join(MANIFEST)).ok())
        {
            session.add_source(MANIFEST, text);
        }
        Root::new(project, session, faults)
    }
}

/// Folder and name of a file; nothing for what is no file.
fn split(path: &Path) -> Option<(&Path, &str)> {
    if !path.is_absolute() {
        return None;
    }
    Some((path.parent()?, path.file_name()?.to_str()?))
}

fn is_alone(id: &Id, key: &Path) -> bool {
    id.folder.join(&id.subject) == key
}

/// The nearest folder above a file that has a manifest.
fn manifest_folder(path: &Path) -> Option<PathBuf> {
    let folders = path.is_absolute().then(|| path.ancestors().skip(1).take(FARTHEST)).into_iter().flatten();
    folders.into_iter().find(|folder| folder.join(MANIFEST).is_file()).map(Path::to_owned)
}

/// What a file says of others, as far as it matters here.
struct Known {
    imports: Vec<PathBuf>,
    declares_system: bool,
}

/// The outermost file that imports another, directly or not, among those that are open or near: in its folder, or in the one above.
fn importer(path: &Path, documents: &Documents) -> Option<PathBuf> {
    let (folder, _) = split(path)?;
    let mut candidates: Vec<PathBuf> = documents.iter().map(|(key, _)| key.to_owned()).filter(|key| key.is_absolute()).collect();
    for near in [Some(folder), folder.parent()].into_iter().flatten() {
        let files = tm_files(near).unwrap_or_default();
        if files.len() <= MOST_FILES {
            candidates.extend(files);
        }
    }
    let mut known: IndexMap<PathBuf, Known> = IndexMap::new();
    for candidate in candidates {
        if !known.contains_key(&candidate)
            && let Some(found) = look_into(&candidate, documents)
        {
            known.insert(candidate, found);
        }
    }
    let mut reached = vec![path.to_owned()];
    let mut at = 0;
    while at < reached.len() {
        for (other, of) in &known {
            if of.imports.contains(&reached[at]) && !reached.contains(other) {
                reached.push(other.clone());
            }
        }
        at += 1;
    }
    let imported = |file: &PathBuf| known.values().any(|of| of.imports.contains(file));
    let outermost = reached.iter().skip(1).filter(|file| !imported(file));
    let best = outermost.min_by_key(|file| (!known.get(*file).is_some_and(|of| of.declares_system), (*file).clone()));
    best.or(reached.get(1)).cloned()
}

fn look_into(path: &Path, documents: &Documents) -> Option<Known> {
    let text = match documents.get(path) {
        Some(document) => std::sync::Arc::clone(&document.text),
        None => read_text(path).ok()?,
    };
    let parsed = parse(FileId(0), &text);
    let own = path.to_string_lossy();
    let mut known = Known { imports: Vec::new(), declares_system: false };
    for member in &parsed.body {
        match member {
            Member::Import(import) => {
                if let Imported::File(file) = &import.what {
                    known.imports.extend(beside(&own, &file.text).map(PathBuf::from));
                }
            }
            Member::Declaration(declaration) => known.declares_system |= declaration.keyword == Keyword::System,
            _ => {}
        }
    }
    Some(known)
}
