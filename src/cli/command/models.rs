//! `ward list models`: the models of a folder, and which of them a change touches: what a matrix of continuous integration is made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::args::ListFormat;
use crate::cli::exit::{Exit, Failure, Outcome, plain};
use crate::cli::listing;
use crate::project::MANIFEST;
use crate::project::os_world::{here, tidy};
use crate::project::revision::Repository;
use crate::words::tick;

use super::Cx;

const COLUMNS: [&str; 3] = ["model", "device", "changed"];

/// Folders that hold what programs made or fetched.
const PASSED_OVER: [&str; 3] = ["target", "node_modules", "out"];

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, format: ListFormat, since: Option<&str>) -> Outcome {
    let folder = path.unwrap_or(Path::new("."));
    let changed = since.map(|since| changed(folder, since)).transpose()?;
    let mut found = Vec::new();
    manifests(folder, &mut found).map_err(|error| Failure::cannot("read", folder, &plain(&error)))?;
    let mut rows = Vec::new();
    for model in found {
        let mut own = Cx::new(cx.global.clone(), cx.console.clone());
        let compiled = own.compile_quietly(Some(&model))?;
        if compiled.project.library().is_some() {
            continue;
        }
        let read = compiled.files(own.session.sources());
        let touched = changed.as_ref().map(|changed| touched(&model, &read, changed));
        if touched.as_ref().is_some_and(BTreeSet::is_empty) {
            continue;
        }
        let model_of = &compiled.compiled.compilation.model;
        let device = model_of.system().map_or_else(String::new, |system| model_of.title(system).to_owned());
        let files: Vec<String> = touched.into_iter().flatten().map(|path| path.display().to_string()).collect();
        rows.push(vec![model.display().to_string(), device, files.join(", ")]);
    }
    cx.console.data(listing::printed(COLUMNS.to_vec(), rows, format).as_bytes())?;
    Ok(Exit::Clean)
}

/// Folders with a manifest, sorted; hidden ones and those of other programs are passed over.
fn manifests(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut inner = Vec::new();
    for entry in std::fs::read_dir(here(folder))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // a link may lead in a circle
        if entry.file_type()?.is_dir() && !name.starts_with('.') && !PASSED_OVER.contains(&&*name) {
            inner.push(entry.path());
        }
        if name == MANIFEST {
            found.push(here(&tidy(folder)).to_owned());
        }
    }
    inner.sort();
    inner.iter().try_for_each(|folder| manifests(folder, found))
}

/// Files on disk that are otherwise than in a revision, new and deleted ones among them.
fn changed(folder: &Path, since: &str) -> Result<BTreeSet<PathBuf>, Failure> {
    let repository = Repository::around(folder)?.ok_or_else(|| {
        Failure::Cannot(format!("`{}` is in no git repository; {} is no revision", folder.display(), tick(since)))
    })?;
    let root =
        std::fs::canonicalize(&repository.root).map_err(|error| Failure::cannot("read", &repository.root, &plain(&error)))?;
    Ok(repository.changed_since(since)?.iter().map(|path| root.join(path)).collect())
}

/// Which changed files a model was read from; or was read from before they were deleted, as far as they lay in its folder.
fn touched(model: &Path, read: &[String], changed: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    let mut touched: BTreeSet<PathBuf> = read
        .iter()
        .filter(|file| std::fs::canonicalize(file).is_ok_and(|whole| changed.contains(&whole)))
        .map(PathBuf::from)
        .collect();
    if let Ok(folder) = std::fs::canonicalize(here(model)) {
        let gone = changed.iter().filter(|path| !path.exists() && path.extension().is_some_and(|ending| ending == "tm"));
        touched.extend(gone.filter_map(|path| path.strip_prefix(&folder).ok().map(|inside| model.join(inside))));
    }
    touched
}
