//! From the PATH of a command to a folder, its manifest, its root file and the world they live in.

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

use super::args::Global;
use super::exit::{Failure, plain};
use super::files::Files;
use super::manifest::{Gate, Manifest, Strictness, place};
use super::os_world::{Library, OsWorld, tidy};

/// What the manifest is called, and how messages name it.
pub(super) const MANIFEST: &str = "ward.toml";

/// What a folder holds.
#[derive(Debug)]
pub(super) enum Subject {
    /// A model, by its root file, from the folder.
    Model(String),
    /// A library, by the first word of its modules' names.
    Library(String),
}

/// A model or a library, found and ready to be compiled.
#[derive(Debug)]
pub(super) struct Project {
    /// Where it is; all its files are named from here, so that artifacts do not depend on where one stands.
    pub(super) folder: PathBuf,
    /// Which of the two.
    pub(super) subject: Subject,
    /// Library modules with the rules; of a library, all it has.
    pub(super) packs: Vec<String>,
    /// Whether to compile for a release.
    pub(super) release: bool,
    /// What is refused.
    pub(super) gate: Gate,
    /// Whether the manifest says which open threats are.
    pub(super) names_gate: bool,
    /// What `ward build` writes; nothing stands for all.
    pub(super) outputs: Option<Vec<String>>,
    /// Where it writes.
    pub(super) directory: PathBuf,
    /// Files of fonts for pictures.
    pub(super) fonts: Vec<PathBuf>,
    /// Whether there is a manifest.
    pub(super) has_manifest: bool,
    /// What it says.
    pub(super) manifest: Arc<str>,
    /// The files.
    pub(super) world: OsWorld,
}

/// Finds the model at `path`: a `.tm` file (a manifest beside it counts), or a folder with a manifest or a model.
pub(super) fn open(session: &mut Session, global: &Global, path: Option<&Path>) -> Result<Project, Failure> {
    open_in(session, global, &Files::Disk, path.unwrap_or(Path::new(".")))
}

/// [`open`], wherever the files are.
pub(super) fn open_in(session: &mut Session, global: &Global, files: &Files, path: &Path) -> Result<Project, Failure> {
    let is_folder = files.is_folder(path).map_err(|reason| Failure::cannot("read", files.shown(path), &reason))?;
    let (folder, file) = match (is_folder, path.parent()) {
        (false, Some(folder)) => (folder, path.file_name()),
        _ => (path, None),
    };
    let folder = tidy(folder);
    let manifest_path = folder.join(MANIFEST);
    let has_manifest = files.is_folder(&manifest_path).is_ok();
    let text = match has_manifest {
        true => files.read(&manifest_path).map_err(|error| Failure::unreadable(files.shown(&manifest_path), &error))?,
        false => "".into(),
    };
    let id = session.add_source(MANIFEST, text.clone());
    let manifest = Manifest::parse(id, &text).map_err(diagnosed)?;
    let libraries = libraries(id, (files, &folder), &manifest, global).map_err(diagnosed)?;
    let world = OsWorld::new(files.clone(), folder.clone(), libraries).following_links(global.follow_links);
    let (subject, packs) = match manifest.library.as_ref().filter(|_| file.is_none()) {
        Some(library) => (Subject::Library(library.name.clone()), modules(files, &folder, &library.name)?),
        None => {
            let root = root((files, &folder), file, &manifest)?;
            world.read(&root).map_err(|error| Failure::unreadable(files.shown(&folder.join(&root)), &error))?;
            (Subject::Model(root), manifest.packs())
        }
    };
    let release = global.release || manifest.model.profile == Strictness::Release;
    let outputs = manifest.build.outputs.as_ref();
    Ok(Project {
        packs,
        gate: manifest.gate(id, release),
        names_gate: manifest.names_gate(),
        outputs: outputs.map(|outputs| outputs.iter().map(|output| output.get_ref().clone()).collect()),
        directory: folder.join(manifest.build.directory.as_deref().unwrap_or("out")),
        fonts: manifest.build.fonts.iter().map(|font| folder.join(font)).collect(),
        folder,
        subject,
        release,
        has_manifest,
        manifest: text,
        world,
    })
}

/// The root file: the one that is named, the manifest's, or the one that is found.
fn root((files, folder): (&Files, &Path), file: Option<&OsStr>, manifest: &Manifest) -> Result<String, Failure> {
    match (file, &manifest.model.root) {
        (Some(file), _) => {
            file.to_str().map(str::to_owned).ok_or_else(|| Failure::cannot("read", Path::new(file), &"its name is not UTF-8"))
        }
        (None, Some(root)) => Ok(tidy(Path::new(root.get_ref())).to_string_lossy().into_owned()),
        (None, None) => find_root(files, folder),
    }
}

/// The modules of a library: one a file.
fn modules(files: &Files, folder: &Path, library: &str) -> Result<Vec<String>, Failure> {
    let files = files.tm_files(folder).map_err(|reason| Failure::cannot("read", files.shown(folder), &reason))?;
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    Ok(stems.map(|stem| format!("{library}.{stem}")).collect())
}

/// The world of no model: the library, as `--stdlib` says.
pub(super) fn library(global: &Global) -> OsWorld {
    let on_disk = |folder: &PathBuf| ("std".to_owned(), Library { files: Files::Disk, folder: folder.clone() });
    OsWorld::new(Files::Disk, PathBuf::new(), global.stdlib.iter().map(on_disk).collect())
}

impl Project {
    /// The model's root file; nothing for a library.
    pub(super) fn root(&self) -> Option<&str> {
        match &self.subject {
            Subject::Model(root) => Some(root),
            Subject::Library(_) => None,
        }
    }

    /// The name of a library; nothing for a model.
    pub(super) fn library(&self) -> Option<&str> {
        match &self.subject {
            Subject::Model(_) => None,
            Subject::Library(name) => Some(name),
        }
    }

    /// What stands before the names of the model's files on the way from where one stands, or from the root of the sources: `models/pump/`.
    /// Programs that show findings beside the text know files by such paths.
    pub(super) fn source_root(&self, root: Option<&Path>) -> Result<String, Failure> {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        let inside = match root {
            None => tidy(folder),
            Some(root) => {
                let whole =
                    |path: &Path| std::fs::canonicalize(path).map_err(|error| Failure::cannot("read", path, &plain(&error)));
                let inside = whole(folder)?.strip_prefix(whole(root)?).map(Path::to_owned);
                inside.map_err(|_| {
                    Failure::Cannot(format!("the model is not inside `{}`, the root of the sources", root.display()))
                })?
            }
        };
        let parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        Ok(if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/").replace("//", "/")) })
    }

    /// The files a compilation read, as paths from where one stands; what is inside the program is none.
    pub(super) fn paths<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<String> {
        let mut paths: Vec<PathBuf> = names.filter_map(|name| self.world.path_of(name)).collect();
        if self.has_manifest {
            paths.push(self.folder.join(MANIFEST));
        }
        paths.iter().map(|path| path.display().to_string()).collect()
    }
}

fn diagnosed(diagnostic: Diagnostic) -> Failure {
    Failure::Diagnosed(vec![diagnostic])
}

/// The library folders of the manifest and of `--stdlib`.
fn libraries(
    file: FileId,
    (files, folder): (&Files, &Path),
    manifest: &Manifest,
    global: &Global,
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
    let given = global.stdlib.as_deref().map(|folder| ("std".to_owned(), files.given(folder)));
    libraries.extend(given);
    Ok(libraries)
}

/// The only file of a folder that declares a `system`, else `model.tm`, else the only file.
fn find_root(place: &Files, folder: &Path) -> Result<String, Failure> {
    let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let files = place.tm_files(folder).map_err(|reason| Failure::cannot("read", place.shown(shown), &reason))?;
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
        Failure::Cannot(format!("there is no model in `{}`: {reason}", place.shown(shown).display()))
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
