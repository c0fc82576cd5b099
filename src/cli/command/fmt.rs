//! `ward fmt`: the one way to lay out files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::args::is_dash;
use crate::cli::exit::{Exit, Failure, Outcome, plain};
use crate::cli::os_world::{read_text, text_of, tm_files};
use crate::cli::write::write;
use crate::format::format;
use crate::program::ReadError;
use crate::syntax::parse;

use super::Cx;

/// Deeper folders are not looked into.
const DEEPEST: usize = 64;

/// Formats every file; one that fails does not keep the others from it.
pub(super) fn run(cx: &mut Cx, check: bool, paths: &[PathBuf]) -> Outcome {
    let mut worst = Exit::Clean;
    for path in paths {
        if is_dash(path) {
            worst = worst.max(standard_input(cx, check)?);
            continue;
        }
        match files(path) {
            Ok(files) => {
                for file in &files {
                    let outcome = one(cx, check, file);
                    worst = worst.max(survive(cx, outcome)?);
                }
            }
            Err(failure) => worst = worst.max(survive(cx, Err(failure))?),
        }
    }
    Ok(worst)
}

/// A failure about one file is told and remembered; the others go on.
fn survive(cx: &Cx, outcome: Outcome) -> Outcome {
    match outcome {
        Err(Failure::Cannot(reason)) => {
            cx.console.failure(&reason);
            Ok(Exit::Failed)
        }
        other => other,
    }
}

fn standard_input(cx: &mut Cx, check: bool) -> Outcome {
    let name = "standard input";
    let text = text_of(std::io::stdin().lock()).map_err(|error| Failure::unreadable(name, &error))?;
    let Some(formatted) = formatted(cx, name, &text) else { return Ok(Exit::Broken) };
    if check {
        return Ok(differs(cx, name, *formatted == *text));
    }
    cx.console.data(formatted.as_bytes())?;
    Ok(Exit::Clean)
}

fn one(cx: &mut Cx, check: bool, path: &Path) -> Outcome {
    let text = read_text(path).map_err(|error| Failure::unreadable(path, &error))?;
    let name = path.display().to_string();
    let Some(formatted) = formatted(cx, &name, &text) else { return Ok(Exit::Broken) };
    if check {
        return Ok(differs(cx, &name, *formatted == *text));
    }
    if *formatted != *text {
        write(path, formatted.as_bytes())?;
    }
    Ok(Exit::Clean)
}

/// The canonical form; nothing for a text with faults, which are shown.
fn formatted(cx: &mut Cx, name: &str, text: &Arc<str>) -> Option<String> {
    let id = cx.session.add_source(name, Arc::clone(text));
    let parsed = parse(id, text);
    if parsed.diagnostics.has_errors() {
        cx.console.diagnostics(parsed.diagnostics.iter().collect(), cx.session.sources(), str::to_owned);
        return None;
    }
    Some(format(text))
}

fn differs(cx: &Cx, name: &str, canonical: bool) -> Exit {
    if canonical {
        return Exit::Clean;
    }
    cx.console.note(&format!("`{name}` is not formatted"));
    Exit::Refused
}

/// A file itself, or all `.tm` files in a folder and below. Links to folders and hidden folders are not followed.
fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    gather(path, DEEPEST, &mut files).map_err(|error| Failure::cannot("read", path, &plain(&error)))?;
    if files.is_empty() {
        return Err(Failure::unreadable(path, &ReadError::Other("it holds no .tm file".to_owned())));
    }
    Ok(files)
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    files.extend(tm_files(folder)?);
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    for folder in folders.iter().filter(|_| depth > 0) {
        gather(folder, depth - 1, files)?;
    }
    Ok(())
}
