//! The model's files and the library, as the compiler may see them.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::program::{ReadError, STDLIB, World};

use super::fault::plain;
use super::files::Files;

/// Larger files are no models.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// A folder of library modules.
#[derive(Debug, Clone)]
pub(crate) struct Library {
    /// Where it is.
    pub(crate) files: Files,
    /// Its path there.
    pub(crate) folder: PathBuf,
}

/// A [`World`] of one folder, the library, and the folders the manifest names as libraries.
#[derive(Debug)]
pub(crate) struct OsWorld {
    files: Files,
    folder: PathBuf,
    /// Folders of library modules by the first word of their names; `std` only where it does not come from the program.
    libraries: IndexMap<String, Library>,
    /// Whether a link may lead anywhere: build systems put links to the sources where an action runs.
    follows_links: bool,
}

impl OsWorld {
    /// The world of the model in `folder`.
    pub(crate) fn new(files: Files, folder: PathBuf, libraries: IndexMap<String, Library>) -> Self {
        Self { files, folder, libraries, follows_links: false }
    }

    /// The same, with links that may lead out of the folder.
    pub(crate) fn following_links(self, follows_links: bool) -> Self {
        Self { follows_links, ..self }
    }

    /// Whether links may lead out of the folder.
    pub(crate) fn follows_links(&self) -> bool {
        self.follows_links
    }

    /// The path of a source by its name in messages; nothing for what is inside the program.
    pub(crate) fn path_of(&self, name: &str) -> Option<PathBuf> {
        let Some(rest) = name.strip_prefix('<') else { return Some(self.files.shown(&tidy(&self.folder.join(name)))) };
        let (library, file) = rest.split_once(">/")?;
        self.libraries.get(library).map(|library| library.files.shown(&tidy(&library.folder.join(file))))
    }

    /// The folders of libraries by name.
    pub(crate) fn libraries(&self) -> impl Iterator<Item = (&str, &Library)> {
        self.libraries.iter().map(|(name, library)| (name.as_str(), library))
    }

    /// Whether a path on disk, its links followed, lies in a folder that may be read.
    fn is_inside(&self, path: &Path) -> bool {
        let Ok(path) = fs::canonicalize(path) else { return true };
        let holds = |folder: &PathBuf| fs::canonicalize(here(folder)).is_ok_and(|folder| path.starts_with(folder));
        let libraries = self.libraries.values().filter(|library| matches!(library.files, Files::Disk));
        (matches!(self.files, Files::Disk) && holds(&self.folder)) || libraries.map(|library| &library.folder).any(holds)
    }

    fn read_inside(&self, files: &Files, folder: &Path, file: &str) -> Result<Arc<str>, ReadError> {
        let path = folder.join(file);
        let climbs = || Path::new(file).components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
        if matches!(files, Files::Disk) && (!self.follows_links || climbs()) && !self.is_inside(&path) {
            return Err(ReadError::Outside);
        }
        files.read(&path)
    }
}

impl World for OsWorld {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        self.read_inside(&self.files, &self.folder, path)
    }

    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError> {
        let (library, rest) = module.split_once('.').ok_or(ReadError::Missing)?;
        let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        if !rest.split('.').all(plain) {
            return Err(ReadError::Missing);
        }
        let file = format!("{}.tm", rest.replace('.', "/"));
        let name = format!("<{library}>/{file}");
        if let Some(library) = self.libraries.get(library) {
            return Ok((name, self.read_inside(&library.files, &library.folder, &file)?));
        }
        let embedded = STDLIB.iter().find(|(known, _)| *known == module);
        embedded.map(|(_, text)| (name, Arc::from(*text))).ok_or(ReadError::Missing)
    }

    fn modules(&self) -> Vec<String> {
        let mut modules = Vec::new();
        if !self.libraries.contains_key("std") {
            modules.extend(STDLIB.iter().map(|(module, _)| (*module).to_owned()));
        }
        for (name, library) in &self.libraries {
            let files = library.files.tm_files(&library.folder).unwrap_or_default();
            let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
            modules.extend(stems.map(|stem| format!("{name}.{stem}")));
        }
        modules
    }
}

/// The text of a file, read only after its size is known to be bearable.
pub(crate) fn read_text(path: &Path) -> Result<Arc<str>, ReadError> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => ReadError::Missing,
        _ => ReadError::Other(plain(&error)),
    };
    let known = fs::metadata(path).map_err(failed)?;
    if known.is_dir() {
        return Err(ReadError::Other("it is a folder".to_owned()));
    }
    if !known.is_file() {
        return Err(ReadError::Other("it is not an ordinary file".to_owned()));
    }
    if known.len() > LARGEST {
        return Err(ReadError::TooLarge(LARGEST));
    }
    text_of(File::open(path).map_err(failed)?)
}

/// The text behind a reader, of at most [`LARGEST`] bytes.
pub(crate) fn text_of(reader: impl Read) -> Result<Arc<str>, ReadError> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| ReadError::Other(plain(&error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(ReadError::TooLarge(LARGEST));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::from(text)),
        Err(error) => Err(match what_it_is(error.as_bytes()) {
            Some(what) => ReadError::Other(format!("it is {what}")),
            None => ReadError::NotText(error.utf8_error().valid_up_to()),
        }),
    }
}

/// What is often handed over in place of text.
fn what_it_is(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x1f, 0x8b, ..] => Some("compressed with gzip, not text"),
        [b'P', b'K', 3, 4, ..] => Some("a ZIP archive, not text"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("text in UTF-16, not UTF-8"),
        _ => None,
    }
}

/// The `.tm` files directly in a folder, sorted.
pub(crate) fn tm_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(here(folder))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "tm") && path.is_file())
        .map(|path| tidy(&path))
        .collect();
    files.sort();
    Ok(files)
}

/// A folder as the system takes it: the one where one stands has a name, too.
pub(crate) fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// A path without `.` in it.
pub(crate) fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| !matches!(part, Component::CurDir)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_ends_at_its_folder() {
        let outer = tempfile::tempdir().expect("a folder");
        let folder = outer.path().join("model");
        fs::create_dir(&folder).expect("a folder");
        fs::write(outer.path().join("secret.tm"), "a: 1").expect("a file");
        fs::write(folder.join("bad.tm"), b"ab\xff").expect("a file");
        let world = OsWorld::new(Files::Disk, folder.clone(), IndexMap::new());
        assert_eq!(world.read("../secret.tm"), Err(ReadError::Outside));
        assert_eq!(world.read("none.tm"), Err(ReadError::Missing));
        assert_eq!(world.read("bad.tm"), Err(ReadError::NotText(2)));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(outer.path().join("secret.tm"), folder.join("link.tm")).expect("a link");
            assert_eq!(world.read("link.tm"), Err(ReadError::Outside));
            let world = world.following_links(true);
            assert_eq!(world.read("link.tm"), Ok(Arc::from("a: 1")));
            assert_eq!(world.read("../secret.tm"), Err(ReadError::Outside));
        }
    }

    #[test]
    fn libraries_are_inside_the_program_or_in_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("x.tm"), "a: 1").expect("a file");
        let libraries = IndexMap::from([("acme".to_owned(), Library { files: Files::Disk, folder: folder.path().to_owned() })]);
        let world = OsWorld::new(Files::Disk, PathBuf::from("elsewhere"), libraries);
        assert_eq!(world.library("acme.x"), Ok(("<acme>/x.tm".to_owned(), Arc::from("a: 1"))));
        assert_eq!(world.library("std.core").expect("embedded").0, "<std>/core.tm");
        assert_eq!(world.library("acme...x"), Err(ReadError::Missing));
        assert!(world.modules().contains(&"acme.x".to_owned()));
    }
}
