//! `ward new`: a first model with questions to answer, and what a repository needs around it.

use std::path::{Path, PathBuf};

use crate::cli::exit::{Exit, Failure, Outcome, plain};
use crate::cli::write::write;
use crate::format::format;
use crate::words::{capitalised, tick};

use super::Cx;

/// The files, by their places in the new folder. What stands in guillemets is filled in.
const FILES: [(&str, &str); 7] = [
    ("ward.toml", include_str!("../scaffold/ward.toml")),
    ("decisions.tm", include_str!("../scaffold/decisions.tm")),
    ("Makefile", include_str!("../scaffold/Makefile")),
    (".gitattributes", include_str!("../scaffold/gitattributes")),
    (".gitignore", include_str!("../scaffold/gitignore")),
    (".github/workflows/ward.yml", include_str!("../scaffold/github.yml")),
    ("«NAME».tm", include_str!("../scaffold/model.tm")),
];

pub(super) fn run(cx: &mut Cx, path: &Path, title: Option<&str>) -> Outcome {
    let name = path.file_name().and_then(|name| name.to_str()).filter(|name| is_name(name)).ok_or_else(|| {
        Failure::Cannot(format!(
            "{} cannot be the name of a model: it takes letters, digits, `_` and `-`, and begins with a letter",
            tick(&path.display().to_string())
        ))
    })?;
    refuse_what_is_there(path)?;
    let name_in_text = name.replace('-', "_");
    let title = title.map_or_else(|| capitalised(&name_in_text.replace('_', " ")), str::to_owned);
    // a text of the language has no line ends and marks its own signs
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    let filled = |text: &str| text.replace("«NAME»", &name_in_text).replace("«TITLE»", &quoted);
    for (file, text) in FILES {
        let text = if file.ends_with(".tm") { format(&filled(text)) } else { filled(text) };
        write(&path.join(filled(file)), text.as_bytes())?;
    }
    let shown = path.display();
    cx.console.note(&format!("`{shown}` has a first model of {}; it compiles, and asks:", tick(&title)));
    cx.console.note(&format!("  ward check {shown}"));
    cx.console.note(&format!("  ward list questions {shown}"));
    cx.console.note(&format!("  ward build {shown}"));
    Ok(Exit::Clean)
}

/// Nothing of somebody else's is touched: the folder is not there, or empty but for a repository.
fn refuse_what_is_there(path: &Path) -> Result<(), Failure> {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::cannot("write", path, &plain(&error))),
    };
    let names: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| PathBuf::from(entry.file_name()))).collect();
    match names.iter().find(|name| name.as_os_str() != ".git") {
        Some(name) => Err(Failure::cannot("write", path, &format!("something is there already: `{}`", name.display()))),
        None => Ok(()),
    }
}

fn is_name(name: &str) -> bool {
    let sign = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(sign)
}
