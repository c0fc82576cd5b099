//! Rows of tables. `None` is "not stated"; an empty list says that there is nothing.

use schemars::JsonSchema;
use serde::Serialize;

use super::risk_row::{HarmRow, PatientsRow, RiskRow, RiskStepRow, VectorRow};
pub use crate::findings::State;

/// What the device is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScopeRow {
    /// Intended use.
    pub intended_use: Option<String>,
    /// Users.
    pub users: Option<String>,
    /// Environments of use.
    pub environment: Option<String>,
    /// End of security support.
    pub support_until: Option<String>,
}

/// Counts of findings by state, and of questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Applicable and not countered.
    pub open: usize,
    /// Undecided.
    pub undecided: usize,
    /// Countered.
    pub mitigated: usize,
    /// Accepted, and still valid.
    pub accepted: usize,
    /// Transferred.
    pub transferred: usize,
    /// Avoided.
    pub avoided: usize,
    /// Dismissed as not applicable.
    pub dismissed: usize,
    /// Distinct facts that would decide the undecided ones.
    pub questions: usize,
}

/// A component, actor, boundary or port.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ElementRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// `process`, `port`, …
    pub kind: String,
    /// Title of its type.
    pub type_name: Option<String>,
    /// Identity of what it is declared in.
    pub parent: Option<String>,
    /// Boundaries around it, outermost first.
    pub boundaries: Vec<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// The documentation comment above its declaration.
    pub documentation: Option<String>,
    /// Where it is declared, `file:line`.
    pub place: String,
    /// Everything known of it, with provenance.
    pub facts: Vec<FactRow>,
}

/// One fact and why it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactRow {
    /// Identity of the element.
    pub element: String,
    /// Name of the attribute.
    pub attribute: String,
    /// Value, in words.
    pub value: String,
    /// `set`, `provided by the control x`, `inherited from the boundary y`, `default of the type Z`, `derived`.
    pub origin: String,
    /// Where it is written, `file:line`; empty where it is derived.
    pub place: String,
}

/// A flow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FlowRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Identity of the end it starts at.
    pub source: String,
    /// Identity of the end it ends at.
    pub target: String,
    /// Name of the component it starts at.
    pub source_name: String,
    /// Name of the component it ends at.
    pub target_name: String,
    /// Whether data moves both ways.
    pub two_way: bool,
    /// Name of the component that opens the connection.
    pub initiator: String,
    /// Protocol, with its version.
    pub protocol: Option<String>,
    /// What is carried, by name; `None` where nothing is said.
    pub carries: Option<Vec<String>>,
    /// Names of the boundaries it crosses.
    pub crosses: Vec<String>,
    /// The documentation comment above its declaration.
    pub documentation: Option<String>,
    /// Where it is declared, `file:line`.
    pub place: String,
    /// Everything known of it, with provenance.
    pub facts: Vec<FactRow>,
}

/// A port as the instructions for use list it (checklist rows C1 to C17).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PortRow {
    /// C1: identity.
    pub id: String,
    /// C1: name.
    pub name: String,
    /// C1: word printed on the device.
    pub label: Option<String>,
    /// C1: where it is found.
    pub location: Option<String>,
    /// C1: name of what it belongs to.
    pub owner: String,
    /// C2: title of its type.
    pub kind: String,
    /// C2: `physical` or `logical`.
    pub nature: String,
    /// C2: wired, wireless, …
    pub medium: Option<String>,
    /// C3: protocols with versions, of its flows; where it has none, what it offers.
    pub protocols: Vec<String>,
    /// C3: port number, channel or frequency.
    pub address: Option<String>,
    /// C4: `none`, `incoming`, `outgoing` or `both`: derived from the flows.
    pub direction: String,
    /// C4: names of who starts the exchanges.
    pub initiators: Vec<String>,
    /// C5: what it is for.
    pub purpose: Option<String>,
    /// C6: names of what connects.
    pub peers: Vec<String>,
    /// C7: what passes, each "name (data|code|commands)".
    pub data: Vec<String>,
    /// C8: authentication, of its flows or its own.
    pub authentication: Option<String>,
    /// C9: who may use it.
    pub access: Option<String>,
    /// C9: names of the roles.
    pub roles: Vec<String>,
    /// C10: encryption in transit.
    pub encryption: Option<String>,
    /// C10: integrity protection in transit.
    pub integrity: Option<String>,
    /// C11: state as shipped.
    pub default_state: Option<String>,
    /// C11: how to enable and disable it, and what follows.
    pub switching: Option<String>,
    /// C12: whether the intended use needs it.
    pub required: Option<String>,
    /// C12: whether any flow ends at it.
    pub used: bool,
    /// C12: why it is there and what to do with it when nothing is connected.
    pub unused: Option<String>,
    /// C12: evidence, for example that it is disabled.
    pub evidence: Vec<String>,
    /// C13: from where an attacker gets at it.
    pub reachable_from: String,
    /// C13: names of boundaries its flows cross.
    pub crosses: Vec<String>,
    /// C13: physical protection.
    pub protection: Option<String>,
    /// C14: behaviour on loss or misuse.
    pub on_failure: Option<String>,
    /// C16: what the operator has to do or to watch for.
    pub precaution: Option<String>,
    /// C17, internal: identities of the findings about it and its flows.
    pub threats: Vec<String>,
    /// Whether only the manufacturer uses it, so that customers have nothing to do with it.
    pub internal: bool,
    /// Internal: where it is declared, `file:line`.
    pub place: String,
}

/// C15: one line of a firewall's rule base.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FirewallRow {
    /// Identity of the port it is about.
    pub port: String,
    /// Identity of the flow.
    pub flow: String,
    /// Name of who opens the connection.
    pub source: String,
    /// Name of who is connected to.
    pub destination: String,
    /// Protocol.
    pub protocol: String,
    /// `TCP 443`; empty where neither protocol nor port says.
    pub destination_port: String,
    /// What for.
    pub purpose: String,
}

/// A class of data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DataRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Title of its type.
    pub type_name: Option<String>,
    /// How much hangs on nobody else learning it.
    pub confidentiality: Option<String>,
    /// How much hangs on its being right.
    pub integrity: Option<String>,
    /// How much hangs on its being there.
    pub availability: Option<String>,
    /// Names of harms, with severity.
    pub harms: Vec<String>,
    /// Identities of flows that carry it.
    pub carried_by: Vec<String>,
    /// Identities of stores that hold it.
    pub held_by: Vec<String>,
}

/// A control.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ControlRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Title of its type.
    pub type_name: Option<String>,
    /// Class in the order of risk control.
    pub measure: Option<String>,
    /// Its letter: `a` safe design, `b` protective measure, `c` information.
    pub class: Option<String>,
    /// How far it has come.
    pub status: Option<String>,
    /// What it is and does.
    pub description: Option<String>,
    /// Id of the requirement.
    pub requirement: Option<String>,
    /// When the requirement counts as met.
    pub acceptance_criterion: Option<String>,
    /// Ids of the tests that show it.
    pub verification: Vec<String>,
    /// What the tests came to.
    pub result: Option<String>,
    /// Category of control, `AN authentication`.
    pub fda_category: Option<String>,
    /// What it could do to safety.
    pub side_effects: Option<String>,
    /// Documents that show it.
    pub evidence: Vec<String>,
    /// Identities of what it protects.
    pub protects: Vec<String>,
    /// The threats it counters, or would counter if it were more than planned.
    pub counters: Vec<String>,
    /// Whether all it protects stands outside the device, or it is information for whoever runs the device.
    pub outside: bool,
}

/// An assumption.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssumptionRow {
    /// Identity.
    pub id: String,
    /// What is taken for granted.
    pub text: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What follows if it is false.
    pub if_false: Option<String>,
    /// By what one sees whether it holds.
    pub measured_by: Option<String>,
}

/// A control as a threat shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ControlUse {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Class in the order of risk control.
    pub measure: Option<String>,
    /// Its letter: `a` safe design, `b` protective measure, `c` information.
    pub class: Option<String>,
    /// How far it has come.
    pub status: Option<String>,
    /// Documents that show it.
    pub evidence: Vec<String>,
}

/// A decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResponseRow {
    /// `accept`, `mitigate`, …
    pub decision: String,
    /// Its reason.
    pub reason: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// Until when it holds.
    pub until: Option<String>,
    /// Whether that date has passed, so that the threat counts as open.
    pub expired: bool,
    /// Whether a fact it was stamped with has changed, or a vulnerability undoes it, so that it counts for nothing until it is reviewed.
    pub under_review: bool,
    /// Documents.
    pub evidence: Vec<String>,
    /// Identities of the controls it counts on.
    pub controls: Vec<String>,
    /// Why not by design.
    pub why_not_design: Option<String>,
    /// Why not by a protective measure.
    pub why_not_protect: Option<String>,
    /// To whom it is transferred.
    pub recipient: Option<String>,
    /// The sentence in the instructions for use.
    pub instruction: Option<String>,
    /// Where the sentence stands.
    pub instruction_place: Option<String>,
    /// The acceptance policy.
    pub policy: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The day it was decided.
    pub decided: Option<String>,
    /// New or changed risks.
    pub new_risks: Option<String>,
    /// Components of the software bill of materials.
    pub components: Vec<String>,
    /// Ids in the safety risk file.
    pub hazard: Vec<String>,
    /// Why no hazard follows.
    pub no_hazard: Option<String>,
    /// The release a better answer is deferred to.
    pub deferred_to: Option<String>,
    /// The facts it was stamped with.
    pub basis: Vec<String>,
    /// Where it is written, `file:line`.
    pub place: String,
}

/// A clause of a standard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseUse {
    /// Its identifier, such as `imdrf.n60.comm.5`.
    pub id: String,
    /// What it asks, in short.
    pub title: String,
    /// Document and edition.
    pub standard: String,
    /// law, guidance, standard or community.
    pub binding: String,
    /// How its text is known: `verified` is shown without a mark.
    pub evidence_tag: String,
}

/// A finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ThreatRow {
    /// `RULE@element`.
    pub id: String,
    /// Identity of the rule.
    pub rule: String,
    /// What happens, in short.
    pub title: String,
    /// Who, from where, by what means, does what to which element, with which effect.
    pub statement: String,
    /// Title of the category.
    pub category: String,
    /// Its letter.
    pub letter: String,
    /// Identity of the element.
    pub element: String,
    /// Name of the element.
    pub element_name: String,
    /// Kind of the element.
    pub element_kind: String,
    /// Names of the data it is about.
    pub assets: Vec<String>,
    /// From where the attacker comes.
    pub entry: String,
    /// Its state.
    pub state: State,
    /// Risk without controls.
    pub risk_before: RiskRow,
    /// Risk with the controls and decisions in place.
    pub risk_after: RiskRow,
    /// How the exploitabilities came about.
    pub risk_steps: Vec<RiskStepRow>,
    /// Harms it can end in.
    pub harms: Vec<HarmRow>,
    /// Whether several patients can be reached at once.
    pub multi_patient: PatientsRow,
    /// A vector that somebody stated for it.
    pub cvss: Option<VectorRow>,
    /// Controls that counter it.
    pub controls: Vec<ControlUse>,
    /// Controls that are only planned.
    pub planned: Vec<ControlUse>,
    /// The vulnerabilities for which it is open again, although it was countered or accepted.
    pub reopened: Vec<ReopenedRow>,
    /// The decision on it.
    pub response: Option<ResponseRow>,
    /// Titles of the types of control that would counter it.
    pub fix: Vec<String>,
    /// What to do about it.
    pub advice: Option<String>,
    /// Clauses it touches.
    pub clauses: Vec<ClauseUse>,
    /// Related CWE entries.
    pub cwe: Vec<i64>,
    /// Related CAPEC entries.
    pub capec: Vec<i64>,
    /// Related EMB3D threats (`TID-…`).
    pub emb3d: Vec<i64>,
    /// The facts it rests on.
    pub why: Vec<FactRow>,
    /// Identities of the questions that would decide it.
    pub missing: Vec<String>,
    /// Whether a counter-measure it rests on has no evidence.
    pub unevidenced: bool,
    /// Where the element is declared, `file:line`.
    pub place: String,
}

/// Why a threat is open again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReopenedRow {
    /// `CVE-2026-1234 in openssl 3.0.13`.
    pub vulnerability: String,
    /// Identity of the element that has the component.
    pub element: String,
    /// What the document says of it: `affected`.
    pub status: String,
    /// When it said so.
    pub made: Option<String>,
    /// How the threatened element leads to the one with the component, in words.
    pub way: String,
    /// Where it is said to be exploitable, `file:line`.
    pub place: String,
}

/// A question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionRow {
    /// `element.attribute`.
    pub id: String,
    /// The question.
    pub text: String,
    /// Identity of the element.
    pub element: String,
    /// Name of the element.
    pub element_name: String,
    /// Name of the attribute.
    pub attribute: String,
    /// What may be answered, in words.
    pub answers: String,
    /// The declaration that answers it, where no attribute of the element does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declaration: Option<String>,
    /// The threats that hang on it.
    pub threats: Vec<String>,
    /// Highest severity among them.
    pub severity: Option<String>,
    /// Where the element is declared, `file:line`.
    pub place: String,
}
