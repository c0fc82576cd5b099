//! `ward check`: what is wrong with a model, and whether the gate lets it pass.

use std::path::Path;

use crate::backends::{Answered, sarif::sarif};
use crate::cli::compiler::Verdict;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::today::stamped;
use crate::report::Report;
use crate::report::build::Wanted;

use super::{BROKEN, Cx, Model};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>) -> Outcome {
    let mut model = cx.compile(path)?;
    model.compiled.source_root = model.project.source_root(None)?;
    if cx.console.is_log() {
        cx.console.data(sarif(&findings(cx, &model)?, Answered::Suppressed).as_bytes())?;
    }
    if !model.sound {
        return BROKEN;
    }
    if model.project.library().is_some() {
        cx.console.summary(&model.compiled.library_line());
        return Ok(Exit::Clean);
    }
    if cx.console.is_beside_the_text() {
        // messages were shown by themselves
        let report = findings(cx, &model)?;
        let threats = report.alerts.all.iter().filter(|alert| alert.state.is_some() && alert.is_unanswered());
        let mut threats: Vec<_> = threats.collect();
        // what is most pressing first: GitHub shows ten of a kind
        threats.sort_by_key(|alert| (alert.level, std::cmp::Reverse(alert.rank)));
        threats.into_iter().for_each(|alert| cx.console.alert(alert));
    }
    judge(cx, &model)
}

/// Findings and messages with their places.
fn findings(cx: &Cx, model: &Model) -> Result<Report, Failure> {
    let sources = cx.session.sources();
    if !model.sound {
        return Ok(model.compiled.messages(sources));
    }
    let wanted = Wanted { threats: true, alerts: true, ..Wanted::default() };
    Ok(model.compiled.report_with(sources, &model.project.gate, stamped()?, wanted))
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
        cx.console.refusal(refusal);
    }
    Ok(if refusals.is_empty() { Exit::Clean } else { Exit::Refused })
}
