//! `ward serve`: the report in a browser, made again whenever a file of the model changes.

use std::path::Path;

use crate::backends::Kind;
use crate::cli::exit::{Failure, Outcome};
use crate::cli::pictures::read_fonts;
use crate::cli::products;
use crate::cli::serve::{Board, Server, State};
use crate::cli::sheets::Sheets;
use crate::cli::today::stamped;
use crate::cli::watch::Watch;
use crate::project::layouts::Layouts;

use super::emit::WAYS;
use super::{Cx, Model};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, port: u16, poll: bool) -> Outcome {
    let mut watch = Watch::new(path, poll)?;
    let board = Board::default();
    let server = Server::start(port, board.clone())?;
    cx.console.note(&format!("the report is at {}; Ctrl-C ends", server.address()));
    loop {
        watch.begin();
        let state = state(cx, path);
        cx.console.note(&state.standing);
        board.show(state);
        watch.know(cx.inputs.clone());
        watch.wait();
    }
}

/// What a browser is to show of the model as it is now: the messages are those of the console.
fn state(cx: &mut Cx, path: Option<&Path>) -> State {
    let recording = cx.console.recording();
    let aloud = std::mem::replace(&mut cx.console, recording);
    let (standing, page) = made(cx, path).unwrap_or_else(|failure| {
        cx.failed(failure);
        ("the model cannot be read".to_owned(), None)
    });
    let messages = cx.console.messages();
    cx.console.tell(&aloud);
    cx.console = aloud;
    State { standing, messages, page }
}

/// How the findings stand, and the report; no report where the model does not compile.
fn made(cx: &mut Cx, path: Option<&Path>) -> Result<(String, Option<Vec<u8>>), Failure> {
    let model = cx.compile_model(path)?;
    if !model.sound {
        return Ok(("the model does not compile".to_owned(), None));
    }
    let verdict = model.compiled.verdict(&model.project.gate, cx.session.sources());
    cx.show(&model.project, verdict.diagnostics.iter());
    verdict.refusals.iter().for_each(|refusal| cx.console.refusal(refusal));
    Ok((verdict.standing.line(model.project.release), Some(page(cx, &model)?)))
}

/// The report, as `ward emit report` writes it.
fn page(cx: &mut Cx, model: &Model) -> Result<Vec<u8>, Failure> {
    let wanted = products::wanted(|kind| kind == Kind::Report, WAYS);
    let report = model.compiled.report_with(cx.session.sources(), &model.project.gate, stamped()?, wanted);
    let mut sheets = Sheets::of_report(&report, false, read_fonts(&model.project.fonts, &[])?);
    sheets.keep_to(Layouts::read(&mut cx.session, &model.project.folder)?);
    let mut notes = Vec::new();
    let page = products::report_page(&report, &sheets, &mut notes);
    notes.extend(sheets.notes());
    notes.iter().for_each(|note| cx.console.note(note));
    Ok(page.bytes)
}
