//! The one entry: files to model, rules, findings and messages.

use crate::diagnostic::Diagnostics;
use crate::findings::{self, Findings};
use crate::graph::Exposures;
use crate::model::{self, Model};
use crate::program::{Program, World, load};
use crate::rules::{self, Evaluator, RuleSet};
use crate::session::Session;
use crate::syntax::ast::{Date, Keyword, Member};

/// What a compilation is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The model's root file; without one, only the library is compiled.
    pub root: Option<String>,
    /// Library modules to load beside what the model imports.
    pub packs: Vec<String>,
    /// Whether warnings that a release does not allow are errors.
    pub release: bool,
    /// The day on which decisions are judged; without one, none expires.
    pub today: Option<Date>,
    /// Whether the tests of the library run too, not only those of the model's files.
    pub library_tests: bool,
}

/// What came of it. Always the best result the input allows.
#[derive(Debug, Default)]
pub struct Compilation {
    /// The files.
    pub program: Program,
    /// The resolved model.
    pub model: Model,
    /// Where attackers get at its elements.
    pub exposures: Exposures,
    /// The rules.
    pub rules: RuleSet,
    /// What they found; empty where the model has errors.
    pub findings: Findings,
    /// What is to be said about it.
    pub diagnostics: Diagnostics,
    /// How many in-language tests ran.
    pub tests_run: usize,
}

impl Compilation {
    /// An evaluator for questions about the result.
    pub fn evaluator(&self) -> Evaluator<'_> {
        Evaluator::new(&self.model, &self.exposures, &self.rules)
    }
}

/// Compiles a model. The session remembers what did not change since the last time.
pub fn compile(session: &mut Session, world: &dyn World, options: &Options) -> Compilation {
    let mut diagnostics = Diagnostics::default();
    let program = load(session, world, options.root.as_deref(), &options.packs, &mut diagnostics);
    for file in &program.files {
        diagnostics.extend(file.parse.diagnostics.iter().cloned());
    }
    let (model, pending) = model::build(&program, &mut diagnostics);
    let exposures = Exposures::new(&model);
    let rules = rules::lower(&model, &pending, &mut diagnostics);
    let mut findings = Findings::default();
    let mut tests_run = 0;
    if !diagnostics.has_errors() {
        model::check(&model, session.sources(), &mut diagnostics);
        let mut evaluator = Evaluator::new(&model, &exposures, &rules);
        findings = findings::find(&mut evaluator, &rules);
        findings::decide(&mut evaluator, &rules, &pending, options.today, &mut findings, &mut diagnostics);
        findings::check_dispositions(&model, &rules, &pending, &findings, &mut diagnostics);
        findings::check_assumptions(&model, &mut diagnostics);
        findings::check_assertions(&mut evaluator, &rules, &mut diagnostics);
        findings::check_packs(&model, &rules, &pending, options.library_tests, &mut diagnostics);
        tests_run = run_tests(&program, options, &mut diagnostics);
    }
    if options.release {
        diagnostics.promote_for_release();
    }
    diagnostics.finish();
    Compilation { program, model, exposures, rules, findings, diagnostics, tests_run }
}

/// Runs the tests of the model's files, and of the library's when asked. A test sees types and rules, but no element of the model.
fn run_tests(program: &Program, options: &Options, diagnostics: &mut Diagnostics) -> usize {
    let testable = |member: &Member, library: bool| match member {
        Member::Test(_) => !library || options.library_tests,
        Member::Declaration(declaration) => !library && declaration.keyword == Keyword::Rule,
        _ => false,
    };
    if !program.files.iter().any(|file| file.parse.body.iter().any(|member| testable(member, file.library))) {
        return 0;
    }
    // what is wrong here was said when the model itself was built
    let mut known = Diagnostics::default();
    let (base, pending) = model::build_without_elements(program, &mut known);
    let rules = rules::lower(&base, &pending, &mut known);
    findings::run_tests(&base, &rules, &pending, options.library_tests, options.today, diagnostics)
}
