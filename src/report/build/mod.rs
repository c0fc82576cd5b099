//! A compilation, worded: rows, texts and pictures.

mod answers;
mod attack_paths;
mod coverage;
mod decisions;
mod diagrams;
mod elements;
mod facts;
mod matrix;
mod path_details;
mod paths;
mod ports;
mod questions;
mod risk;
mod sequence;
mod software;
mod threats;
mod title;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{Report, SCHEMA_VERSION, Summary};
use crate::compile::Compilation;
use crate::findings::State;
use crate::model::{ElementId, Model};
use crate::risk::Assessor;
use crate::rules::Evaluator;
use crate::syntax::doc_before;
use crate::text::SourceMap;

/// What only the caller knows.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// The day of `SOURCE_DATE_EPOCH`, if it is set.
    pub date: Option<String>,
    /// Whether the gate would refuse, so that artifacts say DRAFT.
    pub draft: bool,
    /// What takes its time.
    pub wanted: Wanted,
}

/// Parts of the report that are made only where they are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The coverage matrix.
    pub coverage: bool,
    /// The matrices of the standards.
    pub matrices: bool,
    /// Attack paths, up to this number for each position and asset.
    pub attack_paths: Option<usize>,
    /// The table of communication paths.
    pub paths: bool,
}

/// Words a compilation.
pub fn build(compilation: &Compilation, sources: &SourceMap, circumstances: &Circumstances) -> Report {
    let mut writer = Writer {
        compilation,
        model: &compilation.model,
        sources,
        evaluator: compilation.evaluator(),
        assessor: compilation.assessor(),
    };
    let questions = writer.questions();
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        scope: writer.scope(),
        summary: summary(compilation, questions.len()),
        elements: writer.elements(),
        flows: writer.flows(),
        ports: writer.ports(),
        firewall: writer.firewall(),
        data: writer.data(),
        controls: writer.controls(),
        control_categories: writer.control_categories(),
        assumptions: writer.assumptions(),
        software: writer.software(),
        scheme: writer.scheme(),
        threats: writer.threats(),
        rubric_questions: writer.rubric_questions(),
        rubrics: writer.rubrics(),
        questions,
        method: writer.method(),
        harms: writer.harms(),
        diagrams: writer.diagrams(),
        ..Report::default()
    };
    link_controls(&mut report);
    if circumstances.wanted.coverage {
        report.coverage = writer.coverage();
    }
    if circumstances.wanted.matrices {
        report.standards = writer.standards(&report.threats);
    }
    if let Some(most) = circumstances.wanted.attack_paths {
        report.attack_paths = writer.attack_paths(most);
    }
    if circumstances.wanted.paths {
        report.paths = writer.paths();
    }
    report.title = writer.title(circumstances, &report);
    report
}

/// The way back from a control to the threats it is named at.
fn link_controls(report: &mut Report) {
    let mut counters: IndexMap<&str, Vec<String>, FxBuildHasher> = IndexMap::default();
    for threat in &report.threats {
        for control in threat.controls.iter().chain(&threat.planned) {
            counters.entry(&control.id).or_default().push(threat.id.clone());
        }
    }
    for control in &mut report.controls {
        control.counters = counters.swap_remove(control.id.as_str()).unwrap_or_default();
    }
}

/// Counts by state.
pub fn summary(compilation: &Compilation, questions: usize) -> Summary {
    let mut summary = Summary { questions, ..Summary::default() };
    for finding in &compilation.findings.all {
        let count = match compilation.findings.state(finding) {
            State::Open => &mut summary.open,
            State::Question => &mut summary.undecided,
            State::Accepted => &mut summary.accepted,
            State::Transferred => &mut summary.transferred,
            State::Avoided => &mut summary.avoided,
            State::Dismissed => &mut summary.dismissed,
            State::Mitigated => &mut summary.mitigated,
        };
        *count += 1;
    }
    summary
}

/// What every part of the report needs.
struct Writer<'c> {
    compilation: &'c Compilation,
    model: &'c Model,
    sources: &'c SourceMap,
    evaluator: Evaluator<'c>,
    assessor: Assessor<'c>,
}

impl Writer<'_> {
    /// `file:line` of an element's declaration.
    fn place(&self, id: ElementId) -> String {
        self.sources.line_of(self.model.element(id).span)
    }

    /// The documentation comment above an element's declaration.
    fn documentation(&self, id: ElementId) -> Option<String> {
        let span = self.model.element(id).span;
        doc_before(self.sources, span)
    }

    fn titles(&self, ids: &[ElementId]) -> Vec<String> {
        ids.iter().map(|id| self.model.title(*id).to_owned()).collect()
    }

    fn text(&self, id: ElementId, attribute: &str) -> Option<String> {
        self.model.text(id, attribute).map(str::to_owned)
    }

    fn texts(&self, id: ElementId, attribute: &str) -> Vec<String> {
        self.model.texts(id, attribute).into_iter().map(str::to_owned).collect()
    }

    fn symbol(&self, id: ElementId, attribute: &str) -> Option<String> {
        self.model.symbol(id, attribute).map(str::to_owned)
    }

    fn yes_no(&self, id: ElementId, attribute: &str) -> Option<String> {
        self.model.bool(id, attribute).map(|value| if value { "yes" } else { "no" }.to_owned())
    }

    fn type_title(&self, id: ElementId) -> Option<String> {
        self.model.element(id).type_id.map(|of| self.model.type_title(of).to_owned())
    }
}
