//! `ward check`: what is wrong with a model, and whether the gate lets it pass.

use std::path::Path;

use crate::cli::compiler::Verdict;
use crate::cli::exit::{Exit, Outcome};

use super::{BROKEN, Cx, Model};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>) -> Outcome {
    let model = cx.compile(path)?;
    if !model.sound {
        return BROKEN;
    }
    if model.project.library().is_some() {
        cx.console.summary(&model.compiled.library_line());
        return Ok(Exit::Clean);
    }
    judge(cx, &model)
}

/// Shows how the findings stand and why the gate refuses them, if it does.
pub(super) fn judge(cx: &Cx, model: &Model) -> Outcome {
    let Verdict { standing, refusals, diagnostics } = model.compiled.verdict(&model.project.gate, cx.session.sources());
    if !diagnostics.is_empty() {
        cx.show(&model.project, diagnostics.iter());
        return BROKEN;
    }
    cx.console.summary(&standing.line(model.project.release));
    for refusal in &refusals {
        cx.console.note(&format!("refused: {refusal}"));
    }
    Ok(if refusals.is_empty() { Exit::Clean } else { Exit::Refused })
}
