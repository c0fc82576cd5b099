//! `ward serve`: the report in a browser, made again whenever a file of the model changes.

use std::path::Path;

use crate::backends::Kind;
use crate::cli::exit::{Failure, Outcome};
use crate::cli::layouts::Layouts;
use crate::cli::pictures::read_fonts;
use crate::cli::products;
use crate::cli::serve::{Board, Server, State};
use crate::cli::sheets::Sheets;
use crate::cli::today::stamped;
use crate::cli::watch::Watch;
use crate::diagnostic::{Diagnostic, render};
use crate::project::{self, Fault};

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
        cx.console.note(state.standing.as_str());
        board.show(state);
        watch.know(cx.inputs.clone());
        watch.wait();
    }
}

/// What a browser is to show of the model as it is now.
fn state(cx: &mut Cx, path: Option<&Path>) -> State {
    let made = cx.compile_model(path).and_then(|model| {
        let messages = messages(cx, &model, model.compiled.diagnostics().iter());
        if !model.sound {
            return Ok(State { standing: "the model does not compile".to_owned(), messages, page: None });
        }
        let verdict = model.compiled.verdict(&model.project.gate, cx.session.sources());
        let of_gate = self::messages(cx, &model, verdict.diagnostics.iter());
        let refusals = verdict.refusals.iter().map(|refusal| format!("refused: {refusal}\n"));
        let messages = messages + &of_gate + &refusals.collect::<String>();
        Ok(State { standing: verdict.standing.line(model.project.release), messages, page: Some(page(cx, &model)?) })
    });
    made.unwrap_or_else(|failure| {
        let messages = match &failure {
            Failure::Cannot(reason) => format!("error: {reason}\n"),
            // which has been shown, and is found once more for those who do not see the console
            _ => of_manifest(cx, path),
        };
        cx.failed(failure);
        State { standing: "the model cannot be read".to_owned(), messages, page: None }
    })
}

/// Messages in words, by the paths files have from here.
fn messages<'a>(cx: &Cx, model: &Model, diagnostics: impl Iterator<Item = &'a Diagnostic>) -> String {
    let world = &model.project.world;
    words(cx, diagnostics, |name| world.path_of(name).map_or_else(|| name.to_owned(), |path| path.display().to_string()))
}

fn words<'a>(cx: &Cx, diagnostics: impl Iterator<Item = &'a Diagnostic>, shown: impl Fn(&str) -> String) -> String {
    let sources = cx.session.sources().renamed(shown);
    let mut diagnostics: Vec<&Diagnostic> = diagnostics.collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span());
    diagnostics.into_iter().map(|diagnostic| render(diagnostic, &sources, false)).collect()
}

/// What is wrong with the manifest.
fn of_manifest(cx: &mut Cx, path: Option<&Path>) -> String {
    match project::open(&mut cx.session, &cx.global.choices(), path) {
        Err(Fault::Diagnosed(diagnostics)) => words(cx, diagnostics.iter(), str::to_owned),
        _ => String::new(),
    }
}

/// The report, as `ward emit report` writes it.
fn page(cx: &mut Cx, model: &Model) -> Result<Vec<u8>, Failure> {
    let wanted = products::wanted(|kind| kind == Kind::Report, WAYS);
    let report = model.compiled.report_with(cx.session.sources(), &model.project.gate, stamped()?, wanted);
    let fonts = read_fonts(&model.project.fonts, &[])?;
    let views = report.diagrams.iter().map(|diagram| (Kind::Dfd, diagram));
    let mut sheets = Sheets::new(views, &report.title, false, fonts);
    sheets.keep_to(Layouts::read(&mut cx.session, &model.project.folder)?);
    let mut notes = Vec::new();
    let page = products::report_page(&report, &sheets, &mut notes);
    for note in &notes {
        cx.console.note(note);
    }
    Ok(page.bytes)
}
