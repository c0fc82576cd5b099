//! Rows of the instructions for use and the security documentation for customers (checklist groups A, I and J).
//!
//! What is marked "internal" is for the manufacturer only: a test holds the customers' documents to that.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::ClauseUse;
use crate::words::digest;

/// The document, before it is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instructions {
    /// Chapters with their headings, in order; those without headings, too.
    pub chapters: Vec<ChapterRow>,
    /// Sections that stand under no heading of the library.
    pub loose: Vec<TextRow>,
    /// Identities of the ports of the device.
    pub device_ports: Vec<String>,
    /// What the environment has to provide.
    pub requirements: Vec<RequirementRow>,
    /// Kinds of requirement of which there is none.
    pub unrequired: Vec<AskedRow>,
    /// Controls that others put in place.
    pub environment: Vec<MeasureRow>,
    /// Risks that remain, as sentences.
    pub sentences: Vec<SentenceRow>,
    /// What can be configured.
    pub settings: Vec<SettingRow>,
    /// What the device reports.
    pub events: Vec<EventRow>,
    /// Where it is recorded.
    pub logs: Vec<LogRow>,
    /// People who work with the device.
    pub roles: Vec<RoleRow>,
    /// How people log in.
    pub logins: Vec<LoginRow>,
    /// Data into and out of the device.
    pub streams: Vec<StreamRow>,
    /// What is kept elsewhere.
    pub hosted: Vec<HostedRow>,
    /// What protects the device, as far as customers are told.
    pub features: Vec<FeatureRow>,
    /// How updates of the device's programs are checked.
    pub updates: Vec<UpdateRow>,
    /// Whom customers tell.
    pub contact: Option<String>,
    /// How they learn of updates.
    pub update_notice: Option<String>,
    /// Where the installed version is shown.
    pub version_shown: Option<String>,
    /// Through which channel they get the bill of materials.
    pub bill_access: Option<String>,
}

/// A chapter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChapterRow {
    /// Its title.
    pub title: String,
    /// Its headings, in order.
    pub headings: Vec<HeadingRow>,
}

/// A heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadingRow {
    /// Internal: name of the type of sections.
    pub id: String,
    /// Its title.
    pub title: String,
    /// For whom it is written.
    pub readers: Vec<String>,
    /// Clauses it answers; where the standard is not imported, only the identifier is known.
    pub clauses: Vec<ClauseUse>,
    /// What is put under it from the model.
    pub shows: Vec<Content>,
    /// What sections say.
    pub texts: Vec<TextRow>,
    /// Internal: what the model is asked where there is no text; nothing where none is needed.
    pub asks: Option<String>,
}

/// What is put under a heading from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the library says what each is: `enum document_content`")]
pub enum Content {
    Guide,
    Scope,
    Diagram,
    PortOverview,
    RemainingRisk,
    Requirements,
    Settings,
    Environment,
    Events,
    Logs,
    Consequences,
    Updates,
    Support,
    Bill,
    Firewall,
    Streams,
    Features,
    Roles,
    Hosting,
    Duties,
    Contact,
    PortDetails,
    Clauses,
}

impl Content {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Guide,
        Self::Scope,
        Self::Diagram,
        Self::PortOverview,
        Self::RemainingRisk,
        Self::Requirements,
        Self::Settings,
        Self::Environment,
        Self::Events,
        Self::Logs,
        Self::Consequences,
        Self::Updates,
        Self::Support,
        Self::Bill,
        Self::Firewall,
        Self::Streams,
        Self::Features,
        Self::Roles,
        Self::Hosting,
        Self::Duties,
        Self::Contact,
        Self::PortDetails,
        Self::Clauses,
    ];

    /// The content a value of `document_content` names.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|content| content.name() == name)
    }

    /// Its name in the library.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Scope => "scope",
            Self::Diagram => "diagram",
            Self::PortOverview => "port_overview",
            Self::RemainingRisk => "remaining_risk",
            Self::Requirements => "requirements",
            Self::Settings => "settings",
            Self::Environment => "environment",
            Self::Events => "events",
            Self::Logs => "logs",
            Self::Consequences => "consequences",
            Self::Updates => "updates",
            Self::Support => "support",
            Self::Bill => "bill",
            Self::Firewall => "firewall",
            Self::Streams => "streams",
            Self::Features => "features",
            Self::Roles => "roles",
            Self::Hosting => "hosting",
            Self::Duties => "duties",
            Self::Contact => "contact",
            Self::PortDetails => "port_details",
            Self::Clauses => "clauses",
        }
    }
}

/// What a section says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextRow {
    /// Internal: its identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Internal: where it is written, `file:line`.
    pub place: String,
    /// Whether it comes with the library.
    pub library: bool,
}

/// A requirement on the environment: an assumption that somebody other than the manufacturer answers for, or one of a kind that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementRow {
    /// Identity of the assumption.
    pub id: String,
    /// What kind of requirement it is.
    pub kind: String,
    /// What has to hold.
    pub text: String,
    /// Required, recommended, or nothing needed.
    pub importance: String,
    /// Whether it says that nothing of the kind is needed.
    pub nothing_needed: bool,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By what one sees that it holds.
    pub measured_by: Option<String>,
    /// What follows where it does not.
    pub if_false: Option<String>,
    /// Names of the ports, people and outside systems that it is about.
    pub concerns: Vec<String>,
    /// Internal: identities of the elements and decisions that rely on it.
    pub relied_on_by: Vec<String>,
    /// Internal: the threats to those elements.
    pub threats: Vec<String>,
    /// Internal: where it is declared, `file:line`.
    pub place: String,
}

/// Something the library asks for, and the model does not have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskedRow {
    /// Internal: name of the type.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Internal: the question.
    pub asks: String,
}

/// A control that somebody other than the manufacturer puts in place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeasureRow {
    /// Internal: identity of the control.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What customers are told of it.
    pub told: Option<String>,
    /// Required or recommended.
    pub importance: Option<String>,
    /// Who puts it in place.
    pub owner: String,
    /// Why this device needs it.
    pub reason: Option<String>,
    /// Internal: identities of what it protects.
    pub protects: Vec<String>,
    /// Internal: the threats to what it protects.
    pub threats: Vec<String>,
}

/// A risk that remains, as the sentence in the instructions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SentenceRow {
    /// References, one a threat, by which the sentence is found in the trace.
    pub references: Vec<String>,
    /// The sentence.
    pub text: String,
    /// Who has to act on it.
    pub recipient: Option<String>,
    /// Names of the ports, people and outside systems it is about.
    pub concerns: Vec<String>,
    /// Internal: the threats.
    pub threats: Vec<String>,
    /// Internal: what is wrong with a decision, such as that it has expired.
    pub remarks: Vec<String>,
}

/// Something that can be configured.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettingRow {
    /// Internal: identity of the section; of a port, its own, which customers know.
    pub id: String,
    /// What is set.
    pub name: String,
    /// Whether it is a port that is switched.
    pub port: bool,
    /// As shipped.
    pub as_shipped: Option<String>,
    /// What can be chosen.
    pub choices: Option<String>,
    /// What changes.
    pub effect: Option<String>,
    /// What risk another choice brings.
    pub risk: Option<String>,
    /// Who can change it.
    pub changed_by: Vec<String>,
}

/// Something the device notices and tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventRow {
    /// What happens.
    pub name: String,
    /// What the user sees or hears.
    pub noticed: Option<String>,
    /// What there is to do.
    pub action: Option<String>,
    /// Where it is recorded.
    pub recorded: Option<String>,
}

/// A log on the device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LogRow {
    /// Its name.
    pub name: String,
    /// What is recorded in it.
    pub data: Vec<String>,
    /// How much.
    pub capacity: Option<String>,
    /// In which format.
    pub format: Option<String>,
    /// How entries are exported.
    pub export: Option<String>,
    /// What happens when it is full.
    pub when_full: Option<String>,
}

/// People in one role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleRow {
    /// Who.
    pub name: String,
    /// What they may do.
    pub privileges: Option<String>,
    /// How they log in, and where the first credential comes from.
    pub credentials: Option<String>,
    /// Names of the ports they use.
    pub ports: Vec<String>,
}

/// How people log in to a program of the device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LoginRow {
    /// Name of the program.
    pub name: String,
    /// How.
    pub login: String,
    /// Whether it can be operated without a login in an emergency.
    pub emergency: Option<String>,
}

/// Data that go into the device or out of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StreamRow {
    /// Identity of the flow.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Name of what sends.
    pub source: String,
    /// Name of what receives.
    pub target: String,
    /// Whether data move both ways.
    pub two_way: bool,
    /// Name of what opens the connection.
    pub initiator: String,
    /// Name of the port of the device.
    pub port: Option<String>,
    /// Protocol with its version.
    pub protocol: Option<String>,
    /// How what is called is addressed: port number; of other media, channel or frequency.
    pub address: Option<String>,
    /// What is carried.
    pub data: Vec<String>,
    /// Encryption in transit.
    pub encryption: Option<String>,
    /// Protection against modification in transit.
    pub integrity: Option<String>,
    /// Authentication.
    pub authentication: Option<String>,
}

/// Something that is run in a cloud or by another host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HostedRow {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Option<String>,
    /// By whom and where it is hosted.
    pub hosted_at: Option<String>,
    /// What is stored there.
    pub data: Vec<HeldRow>,
}

/// A class of data that is stored somewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeldRow {
    /// Its name.
    pub name: String,
    /// Whether it is encrypted where it is stored; nothing where nobody says.
    pub encrypted: Option<String>,
    /// Whether it can be restored from a copy; nothing where nobody says.
    pub backed_up: Option<String>,
}

/// A control that customers are told of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FeatureRow {
    /// Internal: identity of the control.
    pub id: String,
    /// The layer: its category.
    pub layer: Option<String>,
    /// What customers are told.
    pub told: String,
    /// Internal: documents that show it.
    pub evidence: Vec<String>,
}

/// How updates of a program are checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UpdateRow {
    /// Names of the programs.
    pub names: Vec<String>,
    /// How.
    pub check: String,
}

/// By which reference the instructions and the trace name the sentence for a threat: it stays as long as the threat does, and gives away
/// neither the rule nor the element.
pub fn sentence_reference(threat: &str) -> String {
    format!("RR-{}", digest(threat, 3).to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stays_and_gives_nothing_away() {
        let reference = sentence_reference("INF01@chart_values");
        assert_eq!(reference, sentence_reference("INF01@chart_values"));
        assert_ne!(reference, sentence_reference("INF01@admit_patient"));
        assert_eq!(reference.len(), 9);
        assert!(reference.starts_with("RR-") && !reference.contains("INF"));
    }
}
