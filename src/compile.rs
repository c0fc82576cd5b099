//! The one entry: files to model, rules, findings and messages.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::bom::{self, Bills};
use crate::diagnostic::Diagnostics;
use crate::documents::{self, Unsaid};
use crate::findings::{self, Checked, Circumstances, Finding, Findings, Twins};
use crate::graph::Exposures;
use crate::model::{self, Model};
use crate::program::{Program, World, load};
use crate::risk::{self, Assessor, Scheme};
use crate::rules::{self, Evaluator, Need, RuleSet};
use crate::session::Session;
use crate::standards::{self, Answer};
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
    /// The library whose packs are checked and whose tests run, too, by the first word of its modules' names.
    pub library: Option<String>,
    /// Whether findings are looked for, too, where errors are only in what is said about the model: decisions, answers, views, assertions.
    /// What follows from such an error then has a message of its own.
    pub despite_remarks: bool,
}

/// What came of it. Always the best result the input allows.
#[derive(Debug, Default)]
pub struct Compilation {
    /// The files.
    pub program: Program,
    /// The resolved model.
    pub model: Model,
    /// What its elements are built of, and which vulnerabilities that has.
    pub bills: Bills,
    /// Where attackers get at its elements.
    pub exposures: Exposures,
    /// The rules.
    pub rules: RuleSet,
    /// How risk is rated; nothing where no scheme is declared.
    pub scheme: Option<Scheme>,
    /// What they found; empty where the model has errors.
    pub findings: Findings,
    /// What the model answers to clauses of standards.
    pub answers: Vec<Answer>,
    /// What documents for customers still lack; empty where the model has errors, or has not begun to write them.
    pub unsaid: Unsaid,
    /// What is to be said about it.
    pub diagnostics: Diagnostics,
    /// Whether the model itself is understood, so that there are findings: errors, if any, are in what is said about it.
    pub understood: bool,
    /// How many rules were checked: the model's own, and those of a library that is asked about.
    pub rules_checked: usize,
    /// How many in-language tests ran.
    pub tests_run: usize,
}

impl Compilation {
    /// An evaluator for questions about the result.
    pub fn evaluator(&self) -> Evaluator<'_> {
        Evaluator::new(&self.model, &self.exposures, &self.rules)
    }

    /// Every fact that is asked for, with the findings that hang on it: first what rules and risks hang on, then what documents lack.
    pub fn questions(&self) -> IndexMap<Need, Vec<&Finding>, FxBuildHasher> {
        let mut asked = risk::questions(&self.model, &self.findings);
        for need in &self.unsaid.facts {
            asked.entry(*need).or_default();
        }
        asked
    }

    /// How many questions the model leaves unanswered.
    pub fn question_count(&self) -> usize {
        self.questions().len() + self.unsaid.pieces.len()
    }

    /// An assessor of the risks of the findings.
    pub fn assessor(&self) -> Assessor<'_> {
        Assessor::new(self.scheme.as_ref(), &self.rules, &self.findings)
    }
}

/// Compiles a model. The session remembers what did not change since the last time.
pub fn compile(session: &mut Session, world: &dyn World, options: &Options) -> Compilation {
    let mut diagnostics = Diagnostics::default();
    let program = load(session, world, options.root.as_deref(), &options.packs, options.library.as_deref(), &mut diagnostics);
    for file in &program.files {
        diagnostics.extend(file.parse.diagnostics.iter().cloned());
    }
    let (mut model, pending) = model::build(&program, &mut diagnostics);
    let bills = bom::read(session, world, options.root.as_deref(), &mut model, &mut diagnostics);
    let exposures = Exposures::new(&model);
    let rules = rules::lower(&model, &pending, &mut diagnostics);
    let scheme = risk::lower(&model, &pending, &mut diagnostics);
    let answers = standards::resolve(&model, &pending, &mut diagnostics);
    let mut findings = Findings::default();
    let checked = Checked::new(&program, options.library.as_deref());
    let rules_checked = rules.rules.iter().filter(|rule| checked.holds(model.element(rule.id).span)).count();
    let mut tests_run = 0;
    let mut unsaid = Unsaid::default();
    let understood = !diagnostics.has_errors() || (options.despite_remarks && program.is_wrong_in_remarks_only(&diagnostics));
    if understood {
        model::check(&model, session.sources(), &mut diagnostics);
        let mut evaluator = Evaluator::new(&model, &exposures, &rules);
        findings = findings::find(&mut evaluator, &rules);
        findings::decide(&mut evaluator, &rules, &pending, options.today, &mut findings, &mut diagnostics);
        findings::reopen(&mut evaluator, &rules, &bills, &mut findings, &mut diagnostics);
        risk::check(&mut evaluator, scheme.as_ref(), (&rules, &findings), &mut diagnostics);
        findings::check_dispositions(&model, &rules, &pending, &findings, &mut diagnostics);
        findings::check_assumptions(&model, &mut diagnostics);
        documents::check_headings(&model, &rules, &mut diagnostics);
        documents::check_requirements(&model, &mut diagnostics);
        findings::check_views(&model, &rules, &mut diagnostics);
        standards::check(&mut evaluator, &rules, &answers, &mut diagnostics);
        unsaid = documents::unsaid(&mut evaluator, &rules);
        findings::check_assertions(&mut evaluator, &rules, &mut diagnostics);
        let twins = findings::check_packs(&mut evaluator, &rules, &pending, &findings, &checked, &mut diagnostics);
        tests_run = run_tests(&program, &checked, twins, options.today, &mut diagnostics);
    }
    if options.release {
        diagnostics.promote_for_release();
    }
    diagnostics.finish();
    Compilation {
        program,
        model,
        bills,
        exposures,
        rules,
        scheme,
        findings,
        answers,
        unsaid,
        diagnostics,
        understood,
        rules_checked,
        tests_run,
    }
}

/// Runs the tests of what is checked. A test sees types and rules, but no element of the model.
fn run_tests(program: &Program, checked: &Checked, twins: Twins, today: Option<Date>, diagnostics: &mut Diagnostics) -> usize {
    let testable = |member: &Member| match member {
        Member::Test(test) => checked.holds(test.span),
        Member::Declaration(declaration) => declaration.keyword == Keyword::Rule && checked.holds(declaration.name.span),
        _ => false,
    };
    if !program.files.iter().any(|file| file.parse.body.iter().any(testable)) {
        return 0;
    }
    // what is wrong here was said when the model itself was built
    let mut known = Diagnostics::default();
    let (base, pending) = model::build_without_elements(program, &mut known);
    let rules = rules::lower(&base, &pending, &mut known);
    findings::run_tests(&base, &rules, &pending, Circumstances { checked, twins, today }, diagnostics)
}
