//! From a path to a folder, its manifest, its root file and the world they live in.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, code::Code};
use crate::program::World;
use crate::session::Session;
use crate::syntax::{Token, lex};
use crate::text::FileId;
use crate::words::tick;

use super::fault::{Fault, plain};
use super::manifest::{Gate, Manifest, Strictness, place};
use super::os_world::{OsWorld, read_text, tidy, tm_files};

/// What the manifest is called, and how messages name it.
pub(crate) const MANIFEST: &str = "ward.toml";

/// What is chosen outside of the manifest.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// Where the library is read from, if not from inside the program.
    pub(crate) stdlib: Option<PathBuf>,
    /// Whether to compile as for a release, whatever the manifest says.
    pub(crate) release: bool,
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
    /// What `ward build` writes; nothing stands for all.
    pub(crate) outputs: Option<Vec<String>>,
    /// Where it writes.
    pub(crate) directory: PathBuf,
    /// Files of fonts for pictures.
    pub(crate) fonts: Vec<PathBuf>,
    /// Whether there is a manifest.
    pub(crate) has_manifest: bool,
    /// The files.
    pub(crate) world: OsWorld,
}

/// Finds the model at `path`: a `.tm` file (a manifest beside it counts), or a folder with a manifest or a model.
pub(crate) fn open(session: &mut Session, choices: &Choices, path: Option<&Path>) -> Result<Project, Fault> {
    let path = path.unwrap_or(Path::new("."));
    let known = std::fs::metadata(path).map_err(|error| Fault::cannot("read", path, &plain(&error)))?;
    let (folder, file) = match (known.is_dir(), path.parent()) {
        (false, Some(folder)) => (folder, path.file_name()),
        _ => (path, None),
    };
    let folder = tidy(folder);
    let parts = Parts::read(session, choices, &folder)?;
    let (subject, packs) = match parts.manifest.library.as_ref().filter(|_| file.is_none()) {
        Some(library) => (Subject::Library(library.name.clone()), modules(&folder, &library.name)?),
        None => {
            let root = root(&folder, file, &parts.manifest)?;
            parts.world.read(&root).map_err(|error| Fault::unreadable(folder.join(&root), &error))?;
            (Subject::Model(root), parts.manifest.packs())
        }
    };
    Ok(parts.project(choices, folder, subject, packs))
}

/// The model with a root file in a folder, be the file there or not: what an editor shows may not have been saved yet.
pub(crate) fn open_file(session: &mut Session, choices: &Choices, folder: &Path, root: &str) -> Result<Project, Fault> {
    let parts = Parts::read(session, choices, folder)?;
    let packs = parts.manifest.packs();
    Ok(parts.project(choices, folder.to_owned(), Subject::Model(root.to_owned()), packs))
}

/// As [`open_file`], as if there were no manifest: the one that is there cannot be understood.
pub(crate) fn open_bare(session: &mut Session, choices: &Choices, folder: &Path, root: &str) -> Project {
    let manifest = Manifest::default();
    let libraries = choices.stdlib.iter().map(|folder| ("std".to_owned(), folder.clone())).collect();
    let packs = manifest.packs();
    let id = session.add_source(MANIFEST, "");
    let parts = Parts { manifest, id, has_manifest: false, world: OsWorld::new(folder.to_owned(), libraries) };
    parts.project(choices, folder.to_owned(), Subject::Model(root.to_owned()), packs)
}

/// What a folder says of itself.
struct Parts {
    manifest: Manifest,
    /// The manifest as a source.
    id: FileId,
    has_manifest: bool,
    world: OsWorld,
}

impl Parts {
    fn read(session: &mut Session, choices: &Choices, folder: &Path) -> Result<Self, Fault> {
        let path = folder.join(MANIFEST);
        let has_manifest = path.exists();
        let text = match has_manifest {
            true => read_text(&path).map_err(|error| Fault::unreadable(&path, &error))?,
            false => "".into(),
        };
        let id = session.add_source(MANIFEST, text.clone());
        let manifest = Manifest::parse(id, &text).map_err(diagnosed)?;
        let world = OsWorld::new(folder.to_owned(), libraries(id, folder, &manifest, choices).map_err(diagnosed)?);
        Ok(Self { manifest, id, has_manifest, world })
    }

    fn project(self, choices: &Choices, folder: PathBuf, subject: Subject, packs: Vec<String>) -> Project {
        let Self { manifest, id, has_manifest, world } = self;
        let release = choices.release || manifest.model.profile == Strictness::Release;
        let outputs = manifest.build.outputs.as_ref();
        Project {
            packs,
            gate: manifest.gate(id, release),
            outputs: outputs.map(|outputs| outputs.iter().map(|output| output.get_ref().clone()).collect()),
            directory: folder.join(manifest.build.directory.as_deref().unwrap_or("out")),
            fonts: manifest.build.fonts.iter().map(|font| folder.join(font)).collect(),
            folder,
            subject,
            release,
            has_manifest,
            world,
        }
    }
}

/// The root file: the one that is named, the manifest's, or the one that is found.
fn root(folder: &Path, file: Option<&OsStr>, manifest: &Manifest) -> Result<String, Fault> {
    match (file, &manifest.model.root) {
        (Some(file), _) => {
            file.to_str().map(str::to_owned).ok_or_else(|| Fault::cannot("read", Path::new(file), &"its name is not UTF-8"))
        }
        (None, Some(root)) => Ok(tidy(Path::new(root.get_ref())).to_string_lossy().into_owned()),
        (None, None) => find_root(folder),
    }
}

/// The modules of a library: one a file.
fn modules(folder: &Path, library: &str) -> Result<Vec<String>, Fault> {
    let files = tm_files(folder).map_err(|error| Fault::cannot("read", folder, &plain(&error)))?;
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    Ok(stems.map(|stem| format!("{library}.{stem}")).collect())
}

/// The world of no model: the library, as `--stdlib` says.
pub(crate) fn library(choices: &Choices) -> OsWorld {
    let libraries = choices.stdlib.iter().map(|folder| ("std".to_owned(), folder.clone())).collect();
    OsWorld::new(PathBuf::new(), libraries)
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
    folder: &Path,
    manifest: &Manifest,
    choices: &Choices,
) -> Result<IndexMap<String, PathBuf>, Diagnostic> {
    let mut libraries = IndexMap::new();
    for (name, path) in &manifest.libraries {
        let library = folder.join(path.get_ref());
        if !library.is_dir() {
            let message = format!("there is no folder {}", tick(&library.display().to_string()));
            return Err(Diagnostic::new(Code::Manifest, place(file, &path.span())).message(message));
        }
        libraries.insert(name.get_ref().clone(), library);
    }
    libraries.extend(manifest.library.as_ref().map(|library| (library.name.clone(), folder.to_owned())));
    libraries.extend(choices.stdlib.as_ref().map(|folder| ("std".to_owned(), folder.clone())));
    Ok(libraries)
}

/// The only file of a folder that declares a `system`, else `model.tm`, else the only file.
fn find_root(folder: &Path) -> Result<String, Fault> {
    let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let files = tm_files(folder).map_err(|error| Fault::cannot("read", shown, &plain(&error)))?;
    let systems: Vec<&PathBuf> = files.iter().filter(|file| read_text(file).is_ok_and(|text| declares_system(&text))).collect();
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
        Fault::Cannot(format!("there is no model in `{}`: {reason}", shown.display()))
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
        assert!(find_root(folder.path()).is_err());
        put("a.tm", "actor x");
        assert_eq!(find_root(folder.path()).ok().as_deref(), Some("a.tm"));
        put("b.tm", "system s");
        assert_eq!(find_root(folder.path()).ok().as_deref(), Some("b.tm"));
        put("c.tm", "system s");
        assert!(find_root(folder.path()).is_err());
        put("model.tm", "actor y");
        assert_eq!(find_root(folder.path()).ok().as_deref(), Some("model.tm"));
    }
}
