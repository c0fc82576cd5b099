//! The seam to the compiler: what is asked of a compiled model.

use crate::compile::{Compilation, Options, compile as compile_model};
use crate::diagnostic::{Diagnostic, Diagnostics, code::Code};
use crate::findings::{Finding, State};
use crate::program::World;
use crate::report::Report;
use crate::report::build::{Circumstances, Wanted, alerts, build as build_report};
use crate::risk;
use crate::session::Session;
use crate::syntax::ast::Date;
use crate::text::SourceMap;
use crate::words::{count, nearest, tick};

use super::manifest::{Gate, OpenGate};
use super::standing::Standing;

/// What to compile.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    /// The root file; without one only the library.
    pub(crate) root: Option<&'a str>,
    /// Library modules with the rules.
    pub(crate) packs: &'a [String],
    /// Whether warnings that a release refuses are errors.
    pub(crate) release: bool,
    /// The day decisions are held against, if it is known.
    pub(crate) today: Option<Date>,
    /// The library that is checked, and whose own tests run.
    pub(crate) library: Option<&'a str>,
    /// Whether findings are looked for where only what is said about the model has errors.
    pub(crate) despite_remarks: bool,
}

/// A compiled model.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// What came of it.
    pub(crate) compilation: Compilation,
    /// What stands before the paths of the model's files in findings with places; nothing unless a command says otherwise.
    pub(crate) source_root: String,
}

/// What the gate says of a model that compiles.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// How its findings stand.
    pub(crate) standing: Standing,
    /// Why the gate refuses it, a line a reason; empty where it does not.
    pub(crate) refusals: Vec<String>,
    /// What is wrong with the gate itself, such as an unknown severity.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Compiles. Never fails: what is wrong is among the messages.
pub(crate) fn compile(session: &mut Session, world: &dyn World, request: &Request<'_>) -> Compiled {
    let options = Options {
        root: request.root.map(str::to_owned),
        packs: request.packs.to_vec(),
        release: request.release,
        today: request.today,
        library: request.library.map(str::to_owned),
        despite_remarks: request.despite_remarks,
    };
    Compiled { compilation: compile_model(session, world, &options), source_root: String::new() }
}

impl Compiled {
    /// What is to be said about the model.
    pub(crate) fn diagnostics(&self) -> &Diagnostics {
        &self.compilation.diagnostics
    }

    /// The names of all files that were read.
    pub(crate) fn files<'a>(&'a self, sources: &'a SourceMap) -> impl Iterator<Item = &'a str> {
        let documents = self.compilation.bills.documents.iter().map(|(_, file, _)| *file);
        let files = self.compilation.program.files.iter().map(|file| file.id).chain(documents);
        files.map(|file| sources.file(file).name.as_str())
    }

    /// The rows that lists and explanations are made from.
    pub(crate) fn report(&self, sources: &SourceMap, gate: &Gate) -> Report {
        self.report_with(sources, gate, None, Wanted::ROWS)
    }

    /// [`report`](Self::report) on a day, and with the parts that are wanted.
    pub(crate) fn report_with(&self, sources: &SourceMap, gate: &Gate, date: Option<Date>, wanted: Wanted) -> Report {
        let draft = !self.verdict(gate, sources).refusals.is_empty() || !self.is_approved();
        let source_root = self.source_root.clone();
        build_report(
            &self.compilation,
            sources,
            &Circumstances { date: date.map(|date| date.to_string()), draft, source_root, wanted },
        )
    }

    /// What code scanning shows of a model that does not compile: the messages.
    pub(crate) fn messages(&self, sources: &SourceMap) -> Report {
        let alerts = alerts(&self.compilation, sources, &Report::default(), &self.source_root);
        let mut report = Report { alerts, ..Report::default() };
        report.title.generator = format!("Ward {}", env!("CARGO_PKG_VERSION"));
        report
    }

    /// What a checked library holds: `59 rules, 74 tests run, no warnings`.
    pub(crate) fn library_line(&self) -> String {
        let Compilation { rules_checked, tests_run, diagnostics, .. } = &self.compilation;
        let warnings = match diagnostics.iter().count() {
            0 => "no warnings".to_owned(),
            number => count(number, "warning"),
        };
        format!("{}, {} run, {warnings}", count(*rules_checked, "rule"), count(*tests_run, "test"))
    }

    /// Whether the model says of itself that it is approved.
    fn is_approved(&self) -> bool {
        let model = &self.compilation.model;
        model.system().and_then(|system| model.symbol(system, "status")) == Some("approved")
    }

    /// Holds the findings against the gate.
    pub(crate) fn verdict(&self, gate: &Gate, sources: &SourceMap) -> Verdict {
        let standing = self.standing();
        let mut refusals = Vec::new();
        let mut diagnostics = Vec::new();
        match &gate.open {
            OpenGate::Never => {}
            OpenGate::Any if standing.open > 0 => refusals.push(count(standing.open, "open threat")),
            OpenGate::Any => {}
            OpenGate::AtOrAbove(word, span) => match self.severity(word) {
                Some(limit) => {
                    let open = self.open_threats(limit).count();
                    if open > 0 {
                        refusals
                            .push(format!("{} of at least {word} severity, or with no harm named", count(open, "open threat")));
                    }
                }
                None => diagnostics.push(self.unknown_severity(word, *span)),
            },
        }
        if gate.questions && standing.questions > 0 {
            refusals.push(count(standing.questions, "unanswered question"));
        }
        if gate.unevidenced {
            let bare = self.unevidenced(sources);
            if bare > 0 {
                refusals.push(format!("{} counted as mitigated without evidence", count(bare, "threat")));
            }
        }
        Verdict { standing, refusals, diagnostics }
    }

    fn standing(&self) -> Standing {
        let findings = &self.compilation.findings;
        let mut standing = Standing::default();
        for finding in &findings.all {
            match findings.state(finding) {
                State::Open => standing.open += 1,
                State::Question => standing.undecided += 1,
                State::Mitigated => standing.mitigated += 1,
                State::Accepted | State::Transferred | State::Avoided | State::Dismissed => standing.decided += 1,
            }
        }
        standing.questions = self.compilation.question_count();
        standing
    }

    fn severity(&self, word: &str) -> Option<u16> {
        let schema = &self.compilation.model.schema;
        schema.set_named("severity").and_then(|set| schema.set(set).position(word))
    }

    /// Open threats whose severity is at least `limit`; one with no harm named is not known to be harmless.
    fn open_threats(&self, limit: u16) -> impl Iterator<Item = &Finding> {
        let (findings, model) = (&self.compilation.findings, &self.compilation.model);
        let open = findings.all.iter().filter(|finding| findings.state(finding) == State::Open);
        open.filter(move |finding| risk::severity(model, finding.element).is_none_or(|severity| severity >= limit))
    }

    /// Ids of the open threats that a gate refuses.
    pub(crate) fn refused_threats(&self, gate: &OpenGate) -> Result<Vec<String>, Diagnostic> {
        let limit = match gate {
            OpenGate::Never => return Ok(Vec::new()),
            OpenGate::Any => 0,
            OpenGate::AtOrAbove(word, span) => self.severity(word).ok_or_else(|| self.unknown_severity(word, *span))?,
        };
        let id = |finding: &Finding| finding.id(&self.compilation.model, &self.compilation.rules);
        Ok(self.open_threats(limit).map(id).collect())
    }

    fn unevidenced(&self, sources: &SourceMap) -> usize {
        let wanted = Wanted { threats: true, ..Wanted::default() };
        let report = build_report(&self.compilation, sources, &Circumstances { wanted, ..Circumstances::default() });
        report.threats.iter().filter(|threat| threat.unevidenced).count()
    }

    fn unknown_severity(&self, word: &str, span: crate::text::Span) -> Diagnostic {
        let schema = &self.compilation.model.schema;
        let names: Vec<&str> = schema.set_named("severity").map(|set| schema.set(set).names().collect()).unwrap_or_default();
        let near = nearest(word, names.iter().copied().chain(["never", "any"]));
        Diagnostic::new(Code::Manifest, span)
            .message(format!("{} is no severity", tick(word)))
            .label(format!("expected {}, never or any", names.join(", ")))
            .did_you_mean(near)
    }
}
