//! The commands, and what they share: finding a model, compiling it and showing what is wrong with it.

mod build;
mod check;
mod diff;
mod emit;
mod explain;
mod fmt;
mod list;
mod lsp;
mod models;
mod new;
mod respond;
mod serve;
mod several;
mod watch;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::session::Session;
use crate::syntax::ast::Date;
use crate::text::SourceMap;
use crate::words;

use super::args::{Command, Global};
use super::compiler::{Compiled, Request, compile};
use super::console::Console;
use super::exit::{Exit, Failure, Outcome};
use super::manifest::{DEFAULT_PACK, Gate};
use super::message::tally;
use super::project::{self, Project};
use super::today::today;
use crate::project::layouts;

/// What a command works with.
#[derive(Debug)]
pub(super) struct Cx {
    /// The options that every command takes.
    pub(super) global: Global,
    /// Where it speaks.
    pub(super) console: Console,
    /// What was read.
    pub(super) session: Session,
    /// The files that the model compiled last was made from, and what its products are made from beside it.
    pub(super) inputs: Vec<PathBuf>,
}

/// Runs a command.
pub(super) fn run(cx: &mut Cx, command: &Command) -> Outcome {
    match command {
        Command::Check { paths, jobs } => {
            if paths.len() > 1 && cx.console.is_log() {
                return Err(Failure::Cannot("a SARIF log is of one model; `ward emit sarif` writes a file for each".to_owned()));
            }
            several::each(cx, paths, *jobs, check::run)
        }
        Command::Build { paths, jobs, output, font, whole, pin_layout } => {
            if let ([_, _, ..], Some(output)) = (&paths[..], output) {
                let reason = format!(
                    "`{}` can hold the artifacts of one model; `build.directory` says for each where they go",
                    output.display()
                );
                return Err(Failure::Cannot(reason));
            }
            let drawing = build::Drawing { fonts: font, whole: *whole, pin: *pin_layout };
            several::each(cx, paths, *jobs, |cx, path| build::run(cx, path, output.as_deref(), drawing))
        }
        Command::Emit(emit) => emit::run(cx, emit),
        Command::Watch { path, output, poll } => watch::run(cx, path.as_deref(), output.as_deref(), *poll),
        Command::Serve { path, port, poll } => serve::run(cx, path.as_deref(), *port, *poll),
        Command::Diff(diff) => diff::run(cx, diff),
        Command::Fmt { check, paths } => fmt::run(cx, *check, paths),
        Command::Explain { what, path } => explain::run(cx, what, path.as_deref()),
        Command::Lsp {} => lsp::run(cx),
        Command::New { path, title } => new::run(cx, path, title.as_deref()),
        Command::Respond(arguments) => respond::run(cx, arguments),
        Command::List(list) => list::run(cx, list),
    }
}

/// A model and whether it compiles.
struct Model {
    project: Project,
    compiled: Compiled,
    /// Whether there are no errors, which have been shown.
    sound: bool,
}

impl Model {
    /// The files it was read from, as paths from where one stands.
    fn files(&self, sources: &SourceMap) -> Vec<String> {
        self.project.paths(self.compiled.files(sources))
    }
}

/// How strictly a model is compiled.
#[derive(Clone, Copy)]
struct Manner<'a> {
    /// Whether what a release refuses is an error.
    release: bool,
    /// Whether findings are looked for where only what is said about the model has errors.
    despite_remarks: bool,
    /// Modules of libraries that are compiled instead of the model.
    only: Option<&'a [String]>,
}

/// A model, or the library alone.
struct Compilable {
    compiled: Compiled,
    gate: Gate,
    sound: bool,
}

impl Cx {
    /// What a command begins with: nothing has been read.
    pub(super) fn new(global: Global, console: Console) -> Self {
        Self { global, console, session: Session::default(), inputs: Vec::new() }
    }

    /// Finds and compiles the model or library at a path, and shows what is wrong with it.
    fn compile(&mut self, path: Option<&Path>) -> Result<Model, Failure> {
        let model = self.compile_quietly(path)?;
        self.show(&model.project, model.compiled.diagnostics().iter());
        Ok(model)
    }

    /// As [`compile`](Self::compile), for commands that make something of a model: a library has nothing to be made of.
    fn compile_model(&mut self, path: Option<&Path>) -> Result<Model, Failure> {
        let model = self.compile(path)?;
        match model.project.library() {
            Some(name) => {
                Err(Failure::Cannot(format!("{} is a library and no model; `ward check` checks its packs", words::tick(name))))
            }
            None => Ok(model),
        }
    }

    /// Finds and compiles the model or library at a path.
    fn compile_quietly(&mut self, path: Option<&Path>) -> Result<Model, Failure> {
        self.compile_as(path, true)
    }

    /// As [`compile_quietly`](Self::compile_quietly); a draft even where the manifest or the arguments say otherwise, if that is not allowed.
    fn compile_as(&mut self, path: Option<&Path>, may_be_release: bool) -> Result<Model, Failure> {
        let today = self.global.today.map_or_else(today, Ok)?;
        let project =
            project::open(&mut self.session, &self.global.choices(), path).map_err(|fault| self.shown(fault.into(), path))?;
        let manner = Manner { release: project.release && may_be_release, despite_remarks: false, only: None };
        Ok(self.compile_project(project, manner, today))
    }

    fn compile_project(&mut self, project: Project, manner: Manner<'_>, today: Date) -> Model {
        let request = Request {
            root: project.root().filter(|_| manner.only.is_none()),
            packs: manner.only.unwrap_or(&project.packs),
            release: manner.release,
            today: Some(today),
            library: project.library(),
            despite_remarks: manner.despite_remarks,
        };
        let compiled = compile(&mut self.session, &project.world, &request);
        let sound = !compiled.diagnostics().has_errors();
        let model = Model { project, compiled, sound };
        let project = &model.project;
        let templates = project.templates.iter().map(|template| template.folder.join(&template.name));
        let beside = templates.chain([PathBuf::from(layouts::FILE)]).map(|path| project.folder.join(path));
        let sources = model.files(self.session.sources()).into_iter().map(PathBuf::from);
        self.inputs = sources.chain(beside).chain(project.fonts.iter().cloned()).collect();
        model
    }

    /// As [`compile`](Self::compile), for commands that answer a question: warnings are not shown, and where no path is given and no
    /// model is here, the library alone is asked.
    fn compile_or_library(&mut self, path: Option<&Path>) -> Result<Compilable, Failure> {
        match self.compile_quietly(path) {
            Ok(model) if !model.sound => {
                self.show(&model.project, model.compiled.diagnostics().iter());
                Ok(Compilable { compiled: model.compiled, gate: model.project.gate, sound: false })
            }
            Ok(model) => Ok(Compilable { compiled: model.compiled, gate: model.project.gate, sound: model.sound }),
            Err(Failure::Cannot(_)) if path.is_none() => {
                let today = self.global.today.map_or_else(today, Ok)?;
                let packs = [DEFAULT_PACK.to_owned()];
                let request = Request {
                    root: None,
                    packs: &packs,
                    release: false,
                    today: Some(today),
                    library: None,
                    despite_remarks: false,
                };
                let world = project::library(&self.global.choices());
                let compiled = compile(&mut self.session, &world, &request);
                let sound = !compiled.diagnostics().has_errors();
                Ok(Compilable { compiled, gate: Gate::open(), sound })
            }
            Err(failure) => Err(failure),
        }
    }

    /// Shows messages about a model's files, by the paths they have from here, and how many there are.
    fn show<'a>(&self, project: &Project, diagnostics: impl Iterator<Item = &'a Diagnostic>) {
        let diagnostics: Vec<&Diagnostic> = diagnostics.collect();
        let tally = tally(diagnostics.iter().copied());
        let shown = |name: &str| project.world.path_of(name).map_or_else(|| name.to_owned(), |path| path.display().to_string());
        self.console.diagnostics(diagnostics, self.session.sources(), shown);
        if let Some(tally) = tally {
            self.console.summary(&tally);
        }
    }

    /// Says why a command stopped.
    pub(super) fn failed(&self, failure: Failure) -> Exit {
        match failure {
            Failure::Cannot(reason) => {
                self.console.failure(&reason);
                Exit::Failed
            }
            Failure::Diagnosed(diagnostics) => {
                self.console.diagnostics(diagnostics.iter().collect(), self.session.sources(), str::to_owned);
                Exit::Broken
            }
            Failure::Unread => Exit::Clean,
        }
    }

    /// Shows what is wrong with a manifest, by its path from here; nothing of it is left to be shown.
    fn shown(&self, failure: Failure, path: Option<&Path>) -> Failure {
        let Failure::Diagnosed(diagnostics) = failure else { return failure };
        let folder = path.map_or_else(Default::default, |path| match path.is_dir() {
            true => path.to_owned(),
            false => path.with_file_name(""),
        });
        let shown = |name: &str| super::os_world::tidy(&folder.join(name)).display().to_string();
        self.console.diagnostics(diagnostics.iter().collect(), self.session.sources(), shown);
        Failure::Diagnosed(Vec::new())
    }
}

/// How a command ends on a model with errors.
const BROKEN: Outcome = Ok(Exit::Broken);
