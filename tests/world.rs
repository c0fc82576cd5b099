//! A world of texts, with the library that is inside the binary.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ward::compile::{Compilation, Options, compile};
use ward::program::{ReadError, STDLIB, World};
use ward::session::Session;
use ward::syntax::ast::Date;

/// Files by name. A file whose text is [`UNREADABLE`] cannot be read.
pub(crate) struct Files {
    pub(crate) texts: Vec<(String, String)>,
}

/// Stands for a file that is not text.
pub(crate) const UNREADABLE: &str = "\u{0}";

impl World for Files {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        match self.texts.iter().find(|(name, _)| name == path) {
            Some((_, text)) if text == UNREADABLE => Err(ReadError::NotText(0)),
            Some((_, text)) => Ok(Arc::from(text.as_str())),
            None => Err(ReadError::Missing),
        }
    }

    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError> {
        let (_, text) = STDLIB.iter().find(|(name, _)| *name == module).ok_or(ReadError::Missing)?;
        Ok((format!("<std>/{}.tm", module.trim_start_matches("std.")), Arc::from(*text)))
    }

    fn modules(&self) -> Vec<String> {
        STDLIB.iter().map(|(name, _)| (*name).to_owned()).collect()
    }
}

/// The day on which the tests judge decisions.
pub(crate) const TODAY: &str = "2026-11-22";

/// What the tests compile with: the shipped rules, a draft, [`TODAY`].
pub(crate) fn options(root: &str) -> Options {
    Options { root: Some(root.to_owned()), packs: vec!["std.stride".to_owned()], today: Date::parse(TODAY), ..Options::default() }
}

/// Compiles texts; the first is the root.
pub(crate) fn compile_texts(session: &mut Session, texts: &[(String, String)]) -> Compilation {
    let world = Files { texts: texts.to_vec() };
    compile(session, &world, &options(&texts[0].0))
}

/// A folder of this package.
pub(crate) fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Files in a folder with an extension, by name.
pub(crate) fn files_in(path: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).expect("the folder is part of the package");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    files.retain(|file| file.extension().is_some_and(|of| of == extension));
    files.sort();
    files
}

/// The name of a file without its extension.
pub(crate) fn stem(file: &Path) -> &str {
    file.file_stem().and_then(|stem| stem.to_str()).expect("names of test files are plain")
}
