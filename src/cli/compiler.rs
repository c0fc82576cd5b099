//! The seam between the command line and the compiler: the only file of `cli` that names the stages behind the front end.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::program::{Program, load};
use crate::session::Session;
use crate::syntax::ast::Date;
use crate::text::SourceMap;

use super::args::{Emit, ListFormat};
use super::manifest::Gate;
use super::message::Standing;
use super::os_world::OsWorld;

/// What to compile.
#[derive(Debug)]
pub(super) struct Request<'a> {
    /// The root file.
    pub(super) root: &'a str,
    /// Library modules with the rules.
    pub(super) packs: &'a [String],
    /// Whether warnings that a release refuses are errors.
    pub(super) release: bool,
    /// The day decisions are held against.
    pub(super) today: Date,
}

/// A compiled model.
#[derive(Debug)]
pub(super) struct Compiled {
    program: Program,
    diagnostics: Diagnostics,
}

/// What the gate says of a model that compiles.
#[derive(Debug)]
pub(super) struct Verdict {
    /// How its findings stand.
    pub(super) standing: Standing,
    /// Why the gate refuses it, a line a reason; empty where it does not.
    pub(super) refusals: Vec<String>,
    /// What is wrong with the gate itself, such as an unknown severity.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// An artifact, not yet on disk.
#[derive(Debug)]
pub(super) struct Product {
    /// Its file's name, from the output folder.
    pub(super) name: String,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

const MISSING: &str = "this version of Ward reads models but does not evaluate them yet";

/// Compiles. Never fails: what is wrong is among the messages.
pub(super) fn compile(session: &mut Session, world: &OsWorld, request: &Request<'_>) -> Compiled {
    let mut diagnostics = Diagnostics::default();
    let program = load(session, world, Some(request.root), request.packs, &mut diagnostics);
    for file in &program.files {
        diagnostics.extend(file.parse.diagnostics.iter().cloned());
    }
    let _ = request.today;
    if request.release {
        diagnostics.promote_for_release();
    }
    diagnostics.finish();
    Compiled { program, diagnostics }
}

impl Compiled {
    /// What is to be said about the model.
    pub(super) fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The names of all files that were read.
    pub(super) fn files<'a>(&'a self, sources: &'a SourceMap) -> impl Iterator<Item = &'a str> {
        self.program.files.iter().map(|file| sources.file(file.id).name.as_str())
    }

    /// Holds the findings against the gate.
    pub(super) fn verdict(&self, _gate: &Gate) -> Result<Verdict, String> {
        Err(MISSING.to_owned())
    }

    /// Every artifact, or those the manifest names.
    pub(super) fn build(&self, _sources: &SourceMap, _outputs: Option<&[String]>) -> Result<Vec<Product>, String> {
        Err(MISSING.to_owned())
    }

    /// One artifact; its name is what it would be called in the output folder.
    pub(super) fn emit(&self, _sources: &SourceMap, _wanted: &Emit) -> Result<Product, String> {
        Err(MISSING.to_owned())
    }

    /// A list, ready to be printed.
    pub(super) fn list(&self, _kind: &str, _format: ListFormat, _filter: Option<&str>) -> Result<String, String> {
        Err(MISSING.to_owned())
    }

    /// What is known about a rule, a clause or a finding; nothing where there is none of that name.
    pub(super) fn explain(&self, _sources: &SourceMap, _what: &str) -> Result<Option<String>, String> {
        Err(MISSING.to_owned())
    }
}
