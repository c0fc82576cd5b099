//! One view of a compilation, sorted and worded, from which every artifact is written. No ids but the stable ones.

pub mod alert_row;
pub mod attack_paths;
pub mod bill_row;
pub mod build;
pub mod compare;
pub mod coverage;
pub mod diagram;
pub mod form;
pub mod instructions;
pub mod matrix;
pub mod path_row;
pub mod risk_row;
pub mod row;
pub mod title_block;
pub mod view_row;

pub use alert_row::*;
pub use attack_paths::*;
pub use bill_row::*;
pub use coverage::{CategoryRow, Cell, CellFinding, Coverage, CoverageRow, Reason};
pub use form::{FormElement, FormRow};
pub use instructions::*;
pub use matrix::*;
pub use path_row::*;
pub use risk_row::*;
pub use row::*;
pub use title_block::TitleBlock;
pub use view_row::*;

/// Version of the shape of [`Report`] as JSON; grows when a reader would have to change.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything an artifact can show.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// What identifies the artifact.
    pub title: TitleBlock,
    /// What the device is for and where it is used.
    pub scope: ScopeRow,
    /// How many findings are in which state.
    pub summary: Summary,
    /// Drawn elements but flows, in the order of declaration.
    pub elements: Vec<ElementRow>,
    /// Flows, in the order of declaration.
    pub flows: Vec<FlowRow>,
    /// Ports: those of the device first, each group in the order of declaration.
    pub ports: Vec<PortRow>,
    /// Lines ready for a firewall's rule base.
    pub firewall: Vec<FirewallRow>,
    /// Classes of data, in the order of declaration.
    pub data: Vec<DataRow>,
    /// Controls, in the order of declaration.
    pub controls: Vec<ControlRow>,
    /// The categories of control a reviewer looks for, `AN authentication`, those without any control too.
    pub control_categories: Vec<String>,
    /// What the model takes for granted.
    pub assumptions: Vec<AssumptionRow>,
    /// Elements with software in them, and what it is built of.
    pub software: Vec<SoftwareRow>,
    /// How risk was rated; `None` where no scheme is declared.
    pub scheme: Option<SchemeRow>,
    /// Findings, open ones first, then questions, then the rest; each group in the order of the model.
    pub threats: Vec<ThreatRow>,
    /// The questions of the rubric for CVSS vectors of medical devices.
    pub rubric_questions: Vec<RubricQuestionRow>,
    /// Their answers, for each threat.
    pub rubrics: Vec<RubricRow>,
    /// Unanswered questions, most consequential first.
    pub questions: Vec<QuestionRow>,
    /// How the threats were found, and what was not done (checklist row A7).
    pub method: Vec<String>,
    /// Element by category; empty unless it was asked for, and not part of the JSON.
    #[serde(skip)]
    pub coverage: Coverage,
    /// Harms of the model, those no threat leads to among them; not part of the JSON.
    #[serde(skip)]
    pub harms: Vec<HarmRow>,
    /// Standards, clause by clause; empty unless they were asked for, and not part of the JSON.
    #[serde(skip)]
    pub standards: Vec<StandardRow>,
    /// The questions of forms with their answers; empty unless they were asked for, and not part of the JSON.
    #[serde(skip)]
    pub form: Vec<FormRow>,
    /// From where attackers can begin to what they can harm; empty unless it was asked for, and not part of the JSON.
    #[serde(skip)]
    pub attack_paths: AttackPaths,
    /// Pictures of the weakest ways to the worst assets; made with the attack paths.
    #[serde(skip)]
    pub attack_diagrams: Vec<diagram::Diagram>,
    /// Communication paths with what a reviewer asks of each; empty unless they were asked for, and not part of the JSON.
    #[serde(skip)]
    pub paths: Vec<PathRow>,
    /// The instructions for use; empty unless they were asked for, and not part of the JSON.
    #[serde(skip)]
    pub instructions: Instructions,
    /// Pictures; not part of the JSON.
    #[serde(skip)]
    pub diagrams: Vec<diagram::Diagram>,
    /// Views with their texts, those that are left out, too; not part of the JSON.
    #[serde(skip)]
    pub views: Vec<ViewRow>,
    /// Findings and messages with their places; empty unless they were asked for, and not part of the JSON.
    #[serde(skip)]
    pub alerts: Alerts,
    /// Identities of elements that no picture shows; not part of the JSON.
    #[serde(skip)]
    pub in_no_picture: Vec<String>,
}
