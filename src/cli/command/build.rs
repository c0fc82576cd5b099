//! `ward build`: every artifact, in the output folder.

use std::path::{Path, PathBuf};

use crate::cli::exit::Outcome;
use crate::cli::pictures::read_fonts;
use crate::cli::products;
use crate::cli::today::stamped;
use crate::cli::write::write;
use crate::words;

use super::emit::WAYS;
use super::{BROKEN, Cx, check};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, output: Option<&Path>, fonts: &[PathBuf]) -> Outcome {
    let model = cx.compile_model(path)?;
    if !model.sound {
        return BROKEN;
    }
    let outputs = model.project.outputs.as_deref();
    let wanted = products::wanted(|kind| products::is_wanted(kind, outputs), WAYS);
    let report = model.compiled.report_with(cx.session.sources(), &model.project.gate, stamped()?, wanted);
    let fonts = read_fonts(&model.project.fonts, fonts)?;
    let products = products::build(&report, outputs, &fonts)?;
    let directory = output.unwrap_or(&model.project.directory);
    for note in &products.notes {
        cx.console.note(note);
    }
    let mut changed = 0;
    for product in &products.artifacts {
        changed += usize::from(write(&directory.join(&product.path), &product.bytes)?);
    }
    let written = words::count(products.artifacts.len(), "artifact");
    cx.console.note(&format!("{written} in `{}`, {changed} changed", directory.display()));
    check::judge(cx, &model)
}
