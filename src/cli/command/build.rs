//! `ward build`: every artifact, in the output folder.

use std::path::Path;

use crate::cli::exit::Outcome;
use crate::cli::write::write;
use crate::words;

use super::{BROKEN, Cx, check};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, output: Option<&Path>) -> Outcome {
    let model = cx.compile(path)?;
    if !model.sound {
        return BROKEN;
    }
    let products = model.compiled.build(cx.session.sources(), model.project.outputs.as_deref())?;
    let directory = output.unwrap_or(&model.project.directory);
    let mut changed = 0;
    for product in &products {
        changed += usize::from(write(&directory.join(&product.name), &product.bytes)?);
    }
    let written = words::count(products.len(), "artifact");
    cx.console.note(&format!("{written} in `{}`, {changed} changed", directory.display()));
    check::judge(cx, &model)
}
