//! `ward build`: every artifact, in the output folder.

use std::path::{Path, PathBuf};

use crate::backends::Kind;
use crate::cli::exit::{Exit, Outcome};
use crate::cli::pictures::read_fonts;
use crate::cli::products;
use crate::cli::sheets::Sheets;
use crate::cli::templates;
use crate::cli::today::stamped;
use crate::cli::write::write;
use crate::project::layouts::{self, Layouts};
use crate::words;

use super::emit::WAYS;
use super::{BROKEN, Cx, check};

/// What is asked of the pictures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawing<'a> {
    /// Fonts beside those of the manifest.
    pub(super) fonts: &'a [PathBuf],
    /// No view is split.
    pub(super) whole: bool,
    /// The layout file is written.
    pub(super) pin: bool,
}

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, output: Option<&Path>, drawing: Drawing<'_>) -> Outcome {
    let model = cx.compile_model(path)?;
    if !model.sound {
        return BROKEN;
    }
    let outputs = model.project.outputs.as_deref();
    // templates see what `model` has
    let has_templates = !model.project.templates.is_empty();
    let is_wanted = |kind| products::is_wanted(kind, outputs) || (has_templates && kind == Kind::Model);
    let wanted = products::wanted(is_wanted, WAYS);
    let report = model.compiled.report_with(cx.session.sources(), &model.project.gate, stamped()?, wanted);
    let fonts = read_fonts(&model.project.fonts, drawing.fonts)?;
    let mut sheets = Sheets::of_report(&report, drawing.whole, fonts);
    if drawing.pin {
        write(&model.project.folder.join(layouts::FILE), sheets.pin().as_bytes())?;
    } else {
        sheets.keep_to(Layouts::read(&mut cx.session, &model.project.folder)?);
    }
    let products = products::build(&report, outputs, &sheets)?;
    let directory = output.unwrap_or(&model.project.directory);
    for note in &products.notes {
        cx.console.note(note);
    }
    let mut changed = 0;
    for product in &products.artifacts {
        changed += usize::from(write(&directory.join(&product.path), &product.bytes)?);
    }
    let sources = model.files(cx.session.sources());
    let documents = templates::fill_in(&mut cx.session, &report, &model.project, (directory, sources));
    for document in &documents.artifacts {
        changed += usize::from(write(&directory.join(&document.path), &document.bytes)?);
    }
    let written = words::count(products.artifacts.len() + documents.artifacts.len(), "artifact");
    cx.console.note(&format!("{written} in `{}`, {changed} changed", directory.display()));
    if documents.faults.is_empty() {
        return check::judge(cx, &model);
    }
    cx.show(&model.project, documents.faults.iter());
    for path in documents.missing.iter().map(|path| directory.join(path)).filter(|path| path.exists()) {
        cx.console.note(&format!("`{}` is from an earlier build", path.display()));
    }
    Ok(check::judge(cx, &model)?.max(Exit::Broken))
}
