//! `ward new`: a first model with questions to answer, and what a repository needs around it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::cli::exit::{Exit, Failure, Outcome, plain};
use crate::cli::write::write;
use crate::format::format;
use crate::syntax::{Role, keywords};
use crate::words::{capitalised, tick};

use super::Cx;

/// The files, by their places in the new folder. What stands in guillemets is filled in.
const FILES: [(&str, &str); 6] = [
    ("ward.toml", include_str!("../scaffold/ward.toml")),
    ("decisions.tm", include_str!("../scaffold/decisions.tm")),
    ("Makefile", include_str!("../scaffold/Makefile")),
    (".gitattributes", include_str!("../scaffold/gitattributes")),
    (".gitignore", include_str!("../scaffold/gitignore")),
    ("«NAME».tm", include_str!("../scaffold/model.tm")),
];

const WORKFLOW: &str = include_str!("../scaffold/github.yml");

/// Members that are no declarations and worth naming above a change: all that have a body of their own.
const OTHER_KINDS: [&str; 5] = ["flow", "extend", "respond", "answer", "test"];

pub(super) fn run(cx: &mut Cx, path: &Path, title: Option<&str>) -> Outcome {
    let whole = whole(path)?;
    let name = whole.file_name().and_then(|name| name.to_str()).filter(|name| is_name(name)).ok_or_else(|| {
        let tried = whole.file_name().map_or(path.as_os_str(), |name| name);
        Failure::Cannot(format!(
            "{} cannot be the name of a model: it takes letters, digits, `_` and `-`, and begins with a letter",
            tick(&tried.to_string_lossy())
        ))
    })?;
    refuse_what_is_there(path)?;
    let name_in_text = name.replace('-', "_");
    let title = title.map_or_else(|| capitalised(&name_in_text.replace('_', " ")), str::to_owned);
    // a text of the language has no line ends and marks its own signs
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    let filled = |text: &str| text.replace("«NAME»", &name_in_text).replace("«TITLE»", &quoted).replace("«KINDS»", &kinds());
    for (file, text) in FILES {
        let text = if file.ends_with(".tm") { format(&filled(text)) } else { filled(text) };
        write(&path.join(filled(file)), text.as_bytes())?;
    }
    let shown = path.display();
    cx.console.note(&format!("`{shown}` has a first model of {}; it compiles, and asks:", tick(&title)));
    cx.console.note(&format!("  ward check {shown}"));
    cx.console.note(&format!("  ward list questions {shown}"));
    cx.console.note(&format!("  ward build {shown}"));
    let workflow = Workflow::of(&whole, name);
    let said = if workflow.path.exists() { "was there and is left as it is" } else { "says what it needs" };
    if !workflow.path.exists() {
        write(&workflow.path, workflow.text(name).as_bytes())?;
    }
    cx.console.note(&format!("the workflow for GitHub, `{}`, {said}", workflow.place));
    Ok(Exit::Clean)
}

/// The folder with the name it has from the root on, whether it is there or not.
fn whole(path: &Path) -> Result<PathBuf, Failure> {
    match std::fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => std::path::absolute(path),
        found => found,
    }
    .map_err(|error| Failure::cannot("read", path, &plain(&error)))
}

/// The words by which git knows the line that an element begins with.
fn kinds() -> String {
    let declared = keywords().filter(|(_, role)| *role == Role::Declaration).map(|(word, _)| word);
    declared.chain(OTHER_KINDS).collect::<Vec<_>>().join("|")
}

/// The workflow for GitHub, which looks for it at the root of a repository and nowhere else.
struct Workflow {
    path: PathBuf,
    /// The path as the user knows it.
    place: String,
    /// The model's folder in the repository.
    model: String,
}

impl Workflow {
    fn of(whole: &Path, name: &str) -> Self {
        let root = whole.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(whole);
        let model = whole.strip_prefix(root).unwrap_or(Path::new("")).display().to_string();
        // several models of one repository have a workflow each
        let (file, model) =
            if model.is_empty() { ("ward.yml".to_owned(), ".".to_owned()) } else { (format!("ward-{name}.yml"), model) };
        let place = format!(".github/workflows/{file}");
        Self { path: root.join(&place), place, model }
    }

    fn text(&self, name: &str) -> String {
        // a text of JSON is one of YAML
        WORKFLOW.replace("«NAME»", name).replace("«MODEL»", &serde_json::Value::from(self.model.as_str()).to_string())
    }
}

/// Nothing of somebody else's is touched: the folder is not there, or empty but for a repository.
fn refuse_what_is_there(path: &Path) -> Result<(), Failure> {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
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
