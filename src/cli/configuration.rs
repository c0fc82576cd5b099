//! `ward list config`: every setting of a model, its value, and who says so.

use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::args::Global;
use super::manifest::{Gate, OpenGate};
use super::project::{MANIFEST, Project, Subject};

/// A setting, its value, and `ward.toml:4`, an argument, or what it follows from.
pub(super) type Setting = Vec<String>;

/// Headings of the settings.
pub(super) const COLUMNS: [&str; 3] = ["setting", "value", "from"];

/// What nobody has to say.
const DEFAULT: &str = "default";

/// All settings, in the order of the manifest.
pub(super) fn settings(project: &Project, global: &Global) -> Vec<Setting> {
    let table = DeTable::parse(&project.manifest).ok().map(Spanned::into_inner);
    let line = |key: &str| table.as_ref().and_then(|table| line(&project.manifest, table, key));
    let from = |key: &str, otherwise: &str| line(key).map_or_else(|| otherwise.to_owned(), |line| format!("{MANIFEST}:{line}"));
    let said = |key: &str, value: String, otherwise: &str| vec![key.to_owned(), value, from(key, otherwise)];
    let paths = |paths: &[PathBuf]| -> String { join(paths.iter().map(|path| path.display().to_string())) };

    let mut settings = vec![match &project.subject {
        Subject::Library(name) => said("library.name", name.clone(), DEFAULT),
        Subject::Model(root) => said("model.root", root.clone(), "the file that was named or found"),
    }];
    settings.push(said("model.packs", join(project.packs.iter().cloned()), DEFAULT));
    let profile = if project.release { "release" } else { "draft" };
    settings.push(match global.release {
        true => vec!["model.profile".to_owned(), profile.to_owned(), "--release".to_owned()],
        false => said("model.profile", profile.to_owned(), DEFAULT),
    });
    for (name, library) in project.world.libraries() {
        settings.push(said(&format!("libraries.{name}"), library.folder.display().to_string(), "--stdlib"));
    }
    settings.push(said("build.directory", project.directory.display().to_string(), DEFAULT));
    let outputs = project.outputs.as_ref().map_or_else(|| "all".to_owned(), |outputs| join(outputs.iter().cloned()));
    settings.push(said("build.outputs", outputs, DEFAULT));
    settings.push(said("build.fonts", paths(&project.fonts), DEFAULT));
    let Gate { open, questions, unevidenced } = &project.gate;
    let open = match open {
        OpenGate::Never => "never",
        OpenGate::Any => "any",
        OpenGate::AtOrAbove(severity, _) => severity,
    };
    let by_profile = format!("profile {profile}");
    settings.push(said("gate.open_at_or_above", open.to_owned(), &by_profile));
    settings.push(said("gate.questions", questions.to_string(), &by_profile));
    settings.push(said("gate.unevidenced", unevidenced.to_string(), DEFAULT));
    settings
}

fn join(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "none".to_owned() } else { items.join(", ") }
}

/// The line on which a manifest says a setting.
fn line(text: &str, table: &DeTable<'_>, key: &str) -> Option<usize> {
    let (part, name) = key.split_once('.')?;
    let (_, inner) = table.iter().find(|(known, _)| known.get_ref().as_ref() == part)?;
    let DeValue::Table(inner) = inner.get_ref() else { return None };
    let (known, _) = inner.iter().find(|(known, _)| known.get_ref().as_ref() == name)?;
    Some(text.get(..known.span().start)?.matches('\n').count() + 1)
}
