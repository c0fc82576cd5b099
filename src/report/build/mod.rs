//! A compilation, worded: rows, texts and pictures.

mod alerts;
mod answers;
mod attack_paths;
mod attack_view;
mod coverage;
mod decisions;
mod diagrams;
mod digest;
mod elements;
mod facts;
mod form;
mod instructions;
mod matrix;
mod path_details;
mod paths;
mod ports;
mod questions;
mod risk;
mod sequence;
mod several_patients;
pub mod single;
mod software;
mod threats;
mod title;
mod trace_path;
mod views;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::diagram::Layers;
use super::{Report, SCHEMA_VERSION, Summary};
use crate::compile::Compilation;
use crate::documents;
use crate::findings::{Finding, State};
use crate::model::{ElementId, Model};
use crate::risk::Assessor;
use crate::rules::Evaluator;
use crate::syntax::doc_before;
use crate::text::SourceMap;

pub use alerts::alerts;
pub use facts::fact_of;
pub use trace_path::trace;

/// What only the caller knows.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// The day of `SOURCE_DATE_EPOCH`, if it is set.
    pub date: Option<String>,
    /// Whether the gate would refuse, so that artifacts say DRAFT.
    pub draft: bool,
    /// What stands before the paths of files, so that they begin where the sources do: `models/pump/`.
    pub source_root: String,
    /// What takes its time.
    pub wanted: Wanted,
}

/// Parts of the report that are made only where they are asked for, since they take their time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The threats, worded and rated.
    pub threats: bool,
    /// The answers to the questions of the rubric for CVSS vectors.
    pub rubrics: bool,
    /// The questions.
    pub questions: bool,
    /// The listing of ports and the firewall's rules.
    pub ports: bool,
    /// The pictures, and what is said of each.
    pub diagrams: bool,
    /// The coverage matrix.
    pub coverage: bool,
    /// The matrices of the standards.
    pub matrices: bool,
    /// Attack paths, up to this number for each position and asset.
    pub attack_paths: Option<usize>,
    /// The table of communication paths.
    pub paths: bool,
    /// The instructions for use.
    pub instructions: bool,
    /// The questions of forms.
    pub form: bool,
    /// Findings and messages with their places.
    pub alerts: bool,
    /// What is drawn beside boxes and arrows, whatever the views say.
    pub layers: Option<Layers>,
}

impl Wanted {
    /// The rows that lists and explanations are made from, and that the JSON of the model holds.
    pub const ROWS: Self = Self {
        threats: true,
        rubrics: true,
        questions: true,
        ports: true,
        diagrams: false,
        coverage: false,
        matrices: false,
        attack_paths: None,
        paths: false,
        instructions: false,
        form: false,
        alerts: false,
        layers: None,
    };
}

/// Words a compilation.
pub fn build(compilation: &Compilation, sources: &SourceMap, circumstances: &Circumstances) -> Report {
    let wanted = circumstances.wanted;
    let mut writer = Writer { layers: wanted.layers, ..Writer::new(compilation, sources) };
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        scope: writer.scope(),
        summary: summary(compilation, compilation.question_count()),
        elements: writer.elements(),
        flows: writer.flows(),
        data: writer.data(),
        controls: writer.controls(),
        control_categories: writer.control_categories(),
        assumptions: writer.assumptions(),
        software: writer.software(),
        scheme: writer.scheme(),
        rubric_questions: writer.rubric_questions(),
        method: writer.method(),
        harms: writer.harms(),
        ..Report::default()
    };
    if wanted.threats {
        report.threats = writer.threats();
        link_controls(&mut report);
    }
    if wanted.rubrics {
        report.rubrics = writer.rubrics();
    }
    if wanted.questions {
        report.questions = writer.questions();
    }
    if wanted.ports {
        report.ports = writer.ports();
        report.firewall = writer.firewall();
    }
    if wanted.diagrams {
        (report.diagrams, report.views) = writer.views();
        report.in_no_picture = writer.in_no_picture(&report.diagrams);
    }
    if wanted.coverage {
        report.coverage = writer.coverage();
    }
    if wanted.matrices {
        report.standards = writer.standards(&report.threats);
    }
    if let Some(most) = wanted.attack_paths {
        (report.attack_paths, report.attack_diagrams) = writer.attack_paths(most);
    }
    if wanted.paths {
        report.paths = writer.paths();
    }
    if wanted.instructions {
        report.instructions = writer.instructions(&report.threats);
    }
    if wanted.form {
        report.form = writer.form();
    }
    if wanted.alerts {
        report.alerts = alerts(compilation, sources, &report, &circumstances.source_root);
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
    findings_at: IndexMap<ElementId, Vec<usize>, FxBuildHasher>,
    /// What is drawn beside boxes and arrows, whatever the views say.
    layers: Option<Layers>,
}

/// Where among the findings those about each element are.
fn findings_at(compilation: &Compilation) -> IndexMap<ElementId, Vec<usize>, FxBuildHasher> {
    let mut found: IndexMap<ElementId, Vec<usize>, FxBuildHasher> = IndexMap::default();
    for (at, finding) in compilation.findings.all.iter().enumerate() {
        found.entry(finding.element).or_default().push(at);
    }
    found
}

impl<'c> Writer<'c> {
    /// Findings about any of some elements, each once, in the order of the rules.
    fn findings_about(&self, elements: &[ElementId]) -> Vec<&'c Finding> {
        let mut found: Vec<usize> = elements.iter().filter_map(|id| self.findings_at.get(id)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        let all = &self.compilation.findings.all;
        found.into_iter().map(|at| &all[at]).collect()
    }
}

impl<'c> Writer<'c> {
    fn new(compilation: &'c Compilation, sources: &'c SourceMap) -> Self {
        Self {
            compilation,
            model: &compilation.model,
            sources,
            evaluator: compilation.evaluator(),
            assessor: compilation.assessor(),
            findings_at: findings_at(compilation),
            layers: None,
        }
    }
}

impl Writer<'_> {
    /// `file:line` of an element's declaration.
    fn place(&self, id: ElementId) -> String {
        self.sources.line_of(self.model.element(id).span)
    }

    /// Whether a derived attribute holds of an element.
    fn holds(&mut self, id: ElementId, name: &str) -> bool {
        documents::holds(&mut self.evaluator, &self.compilation.rules, id, name)
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
