//! From a path to a folder, its manifest, its root file and the world they live in.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, code::Code};
use crate::program::World;
use crate::session::Session;
use crate::syntax::{Token, lex};
use crate::text::FileId;
use crate::words::tick;

use super::fault::{Fault, plain};
use super::files::Files;
use super::manifest::{Gate, Manifest, Strictness, place};
use super::os_world::{Library, OsWorld, here, tidy};
use super::template::{self, Template};

/// What the manifest is called, and how messages name it.
pub(crate) const MANIFEST: &str = "ward.toml";

/// What is chosen outside of the manifest.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// Where the library is read from, if not from inside the program.
    pub(crate) stdlib: Option<PathBuf>,
    /// Whether to compile as for a release, whatever the manifest says.
    pub(crate) release: bool,
    /// Whether links may lead out of the folder of the model.
    pub(crate) follow_links: bool,
}

/// What a folder holds.
#[derive(Debug)]
pub(crate) enum Subject {
    /// A model, by its root file, from the folder.
    Model(String),
    /// A library, by the first word of its modules' names.
    Library(String),
}

/// A model or a library, found and ready to be compiled.
#[derive(Debug)]
pub(crate) struct Project {
    /// Where it is; all its files are named from here, so that artifacts do not depend on where one stands.
    pub(crate) folder: PathBuf,
    /// Which of the two.
    pub(crate) subject: Subject,
    /// Library modules with the rules; of a library, all it has.
    pub(crate) packs: Vec<String>,
    /// Whether to compile for a release.
    pub(crate) release: bool,
    /// What is refused.
    pub(crate) gate: Gate,
    /// Whether the manifest says which open threats are.
    pub(crate) names_gate: bool,
    /// What `ward build` writes; nothing stands for all.
    pub(crate) outputs: Option<Vec<String>>,
    /// Where it writes.
    pub(crate) directory: PathBuf,
    /// Files of fonts for pictures.
    pub(crate) fonts: Vec<PathBuf>,
    /// Templates of one's own, and what is made of them.
    pub(crate) templates: Vec<Template>,
    /// Whether there is a manifest.
    pub(crate) has_manifest: bool,
    /// What it says.
    pub(crate) manifest: Arc<str>,
    /// The files.
    pub(crate) world: OsWorld,
}

/// Finds the model at `path`: a `.tm` file (a manifest beside it counts), or a folder with a manifest or a model.
pub(crate) fn open(session: &mut Session, choices: &Choices, path: Option<&Path>) -> Result<Project, Fault> {
    open_in(session, choices, &Files::Disk, path.unwrap_or(Path::new(".")))
}

/// [`open`], wherever the files are.
pub(crate) fn open_in(session: &mut Session, choices: &Choices, files: &Files, path: &Path) -> Result<Project, Fault> {
    let is_folder = files.is_folder(path).map_err(|reason| Fault::cannot("read", files.shown(path), &reason))?;
    let (folder, file) = match (is_folder, path.parent()) {
        (false, Some(folder)) => (folder, path.file_name()),
        _ => (path, None),
    };
    let folder = tidy(folder);
    let parts = Parts::read(session, choices, (files, &folder))?;
    let (subject, packs) = match parts.manifest.library.as_ref().filter(|_| file.is_none()) {
        Some(library) => (Subject::Library(library.name.clone()), modules(files, &folder, &library.name)?),
        None => {
            let root = root((files, &folder), file, &parts.manifest)?;
            parts.world.read(&root).map_err(|error| Fault::unreadable(files.shown(&folder.join(&root)), &error))?;
            (Subject::Model(root), parts.manifest.packs())
        }
    };
    Ok(parts.project(choices, folder, subject, packs))
}

/// The model with a root file in a folder, be the file there or not: what an editor shows may not have been saved yet.
pub(crate) fn open_file(session: &mut Session, choices: &Choices, folder: &Path, root: &str) -> Result<Project, Fault> {
    let parts = Parts::read(session, choices, (&Files::Disk, folder))?;
    let packs = parts.manifest.packs();
    Ok(parts.project(choices, folder.to_owned(), Subject::Model(root.to_owned()), packs))
}

/// As [`open_file`], as if there were no manifest: the one that is there cannot be understood.
pub(crate) fn open_bare(session: &mut Session, choices: &Choices, folder: &Path, root: &str) -> Project {
    let manifest = Manifest::default();
    let libraries = given(choices, &Files::Disk).into_iter().collect();
    let packs = manifest.packs();
    let id = session.add_source(MANIFEST, "");
    let parts = Parts {
        manifest,
        id,
        text: None,
        templates: Vec::new(),
        world: OsWorld::new(Files::Disk, folder.to_owned(), libraries).following_links(choices.follow_links),
    };
    parts.project(choices, folder.to_owned(), Subject::Model(root.to_owned()), packs)
}

/// What a folder says of itself.
struct Parts {
    manifest: Manifest,
    /// The manifest as a source.
    id: FileId,
    /// Its text, where there is one.
    text: Option<Arc<str>>,
    templates: Vec<Template>,
    world: OsWorld,
}

impl Parts {
    fn read(session: &mut Session, choices: &Choices, (files, folder): (&Files, &Path)) -> Result<Self, Fault> {
        let path = folder.join(MANIFEST);
        let text = match files.is_folder(&path) {
            Ok(_) => Some(files.read(&path).map_err(|error| Fault::unreadable(files.shown(&path), &error))?),
            Err(_) => None,
        };
        let shown = text.clone().unwrap_or_default();
        let id = session.add_source(MANIFEST, Arc::clone(&shown));
        let manifest = Manifest::parse(id, &shown).map_err(diagnosed)?;
        let libraries = libraries(id, (files, folder), &manifest, choices).map_err(diagnosed)?;
        let world = OsWorld::new(files.clone(), folder.to_owned(), libraries).following_links(choices.follow_links);
        let templates = template::declared(id, (files, folder), &manifest).map_err(diagnosed)?;
        Ok(Self { manifest, id, text, templates, world })
    }

    fn project(self, choices: &Choices, folder: PathBuf, subject: Subject, packs: Vec<String>) -> Project {
        let Self { manifest, id, text, templates, world } = self;
        let release = choices.release || manifest.model.profile == Strictness::Release;
        let outputs = manifest.build.outputs.as_ref();
        Project {
            packs,
            gate: manifest.gate(id, release),
            names_gate: manifest.names_gate(),
            outputs: outputs.map(|outputs| outputs.iter().map(|output| output.get_ref().clone()).collect()),
            directory: folder.join(manifest.build.directory.as_deref().unwrap_or("out")),
            fonts: manifest.build.fonts.iter().map(|font| folder.join(font)).collect(),
            folder,
            templates,
            subject,
            release,
            has_manifest: text.is_some(),
            manifest: text.unwrap_or_default(),
            world,
        }
    }
}

/// The root file: the one that is named, the manifest's, or the one that is found.
fn root((files, folder): (&Files, &Path), file: Option<&OsStr>, manifest: &Manifest) -> Result<String, Fault> {
    match (file, &manifest.model.root) {
        (Some(file), _) => {
            file.to_str().map(str::to_owned).ok_or_else(|| Fault::cannot("read", Path::new(file), &"its name is not UTF-8"))
        }
        (None, Some(root)) => Ok(tidy(Path::new(root.get_ref())).to_string_lossy().into_owned()),
        (None, None) => find_root(files, folder),
    }
}

/// The modules of a library: one a file.
fn modules(files: &Files, folder: &Path, library: &str) -> Result<Vec<String>, Fault> {
    let files = files.tm_files(folder).map_err(|reason| Fault::cannot("read", files.shown(folder), &reason))?;
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    Ok(stems.map(|stem| format!("{library}.{stem}")).collect())
}

/// The world of no model: the library, as `--stdlib` says.
pub(crate) fn library(choices: &Choices) -> OsWorld {
    OsWorld::new(Files::Disk, PathBuf::new(), given(choices, &Files::Disk).into_iter().collect())
}

impl Project {
    /// The model's root file; nothing for a library.
    pub(crate) fn root(&self) -> Option<&str> {
        match &self.subject {
            Subject::Model(root) => Some(root),
            Subject::Library(_) => None,
        }
    }

    /// The name of a library; nothing for a model.
    pub(crate) fn library(&self) -> Option<&str> {
        match &self.subject {
            Subject::Model(_) => None,
            Subject::Library(name) => Some(name),
        }
    }

    /// What stands before the names of the model's files on the way from where one stands, or from the root of the sources: `models/pump/`.
    /// Programs that show findings beside the text know files by such paths.
    pub(crate) fn source_root(&self, root: Option<&Path>) -> Result<String, Fault> {
        let folder = here(&self.folder);
        let inside = match root {
            None => tidy(folder),
            Some(root) => {
                let whole =
                    |path: &Path| std::fs::canonicalize(path).map_err(|error| Fault::cannot("read", path, &plain(&error)));
                let inside = whole(folder)?.strip_prefix(whole(root)?).map(Path::to_owned);
                inside.map_err(|_| {
                    Fault::Cannot(format!("the model is not inside `{}`, the root of the sources", root.display()))
                })?
            }
        };
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        Ok(if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/").replace("//", "/")) })
    }

    /// The files a compilation read, as paths from where one stands; what is inside the program is none.
    pub(crate) fn paths<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<String> {
        let mut paths: Vec<PathBuf> = names.filter_map(|name| self.world.path_of(name)).collect();
        if self.has_manifest {
            paths.push(self.folder.join(MANIFEST));
        }
        paths.iter().map(|path| path.display().to_string()).collect()
    }
}

fn diagnosed(diagnostic: Diagnostic) -> Fault {
    Fault::Diagnosed(vec![diagnostic])
}

/// The library folders of the manifest and of `--stdlib`.
fn libraries(
    file: FileId,
    (files, folder): (&Files, &Path),
    manifest: &Manifest,
    choices: &Choices,
) -> Result<IndexMap<String, Library>, Diagnostic> {
    let mut libraries = IndexMap::new();
    for (name, path) in &manifest.libraries {
        let Some(library) = files.library(folder, Path::new(path.get_ref())) else {
            let missing = folder.join(path.get_ref());
            let message = format!("there is no folder {}", tick(&missing.display().to_string()));
            return Err(Diagnostic::new(Code::Manifest, place(file, &path.span())).message(message));
        };
        libraries.insert(name.get_ref().clone(), library);
    }
    let own = manifest.library.as_ref().map(|library| library.name.clone());
    libraries.extend(own.map(|name| (name, Library { files: files.clone(), folder: folder.to_owned() })));
    libraries.extend(given(choices, files));
    Ok(libraries)
}

/// The library that is chosen outside of the manifest.
fn given(choices: &Choices, files: &Files) -> Option<(String, Library)> {
    choices.stdlib.as_deref().map(|folder| ("std".to_owned(), files.given(folder)))
}

/// The only file of a folder that declares a `system`, else `model.tm`, else the only file.
fn find_root(place: &Files, folder: &Path) -> Result<String, Fault> {
    let shown = here(folder);
    let files = place.tm_files(folder).map_err(|reason| Fault::cannot("read", place.shown(shown), &reason))?;
    let systems: Vec<&PathBuf> = files.iter().filter(|file| place.read(file).is_ok_and(|text| declares_system(&text))).collect();
    let model = files.iter().find(|file| file.file_name().is_some_and(|name| name == "model.tm"));
    let chosen = match (systems.as_slice(), model, files.as_slice()) {
        ([only], _, _) => Some(*only),
        (_, Some(model), _) => Some(model),
        ([], None, [only]) => Some(only),
        _ => None,
    };
    let name = chosen.and_then(|file| file.file_name()).and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| {
        let reason = match files.len() {
            0 => "it holds no .tm file",
            _ if systems.is_empty() => "none of its .tm files declares a `system`",
            _ => "several of its .tm files declare a `system`; name one, or write `root` in ward.toml",
        };
        Fault::Cannot(format!("there is no model in `{}`: {reason}", place.shown(shown).display()))
    })
}

/// Whether a file declares a `system` outermost.
fn declares_system(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut line_begins = true;
    let mut lexemes = lex(text).into_iter().filter(|lexeme| lexeme.token != Token::Whitespace).peekable();
    while let Some(lexeme) = lexemes.next() {
        match lexeme.token {
            Token::LBrace => depth += 1,
            Token::RBrace => depth = depth.saturating_sub(1),
            Token::Ident if depth == 0 && line_begins => {
                let word = &text[lexeme.start as usize..lexeme.end as usize];
                if word == "system" && lexemes.peek().is_some_and(|next| next.token == Token::Ident) {
                    return true;
                }
            }
            _ => {}
        }
        line_begins = lexeme.token == Token::Newline;
    }
    false
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_file_with_a_system() {
        assert!(declares_system("// x\nimport std.a\nsystem s \"S\" {}"));
        assert!(!declares_system("test \"t\" {\n system s\n}\nsystem: 1"));
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        assert!(find_root(&Files::Disk, folder.path()).is_err());
        put("a.tm", "actor x");
        assert_eq!(find_root(&Files::Disk, folder.path()).ok().as_deref(), Some("a.tm"));
        put("b.tm", "system s");
        assert_eq!(find_root(&Files::Disk, folder.path()).ok().as_deref(), Some("b.tm"));
        put("c.tm", "system s");
        assert!(find_root(&Files::Disk, folder.path()).is_err());
        put("model.tm", "actor y");
        assert_eq!(find_root(&Files::Disk, folder.path()).ok().as_deref(), Some("model.tm"));
    }
}
