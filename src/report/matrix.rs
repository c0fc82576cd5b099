//! A standard clause by clause: how the model answers it, and what is missing (checklist rows H2 to H6).

use schemars::JsonSchema;
use serde::Serialize;

use super::row::ControlUse;

/// A standard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandardRow {
    /// Its name in the language: `imdrf_n60`.
    pub id: String,
    /// What texts call it.
    pub title: String,
    /// The edition that was read.
    pub edition: Option<String>,
    /// `law`, `guidance`, `standard` or `community`.
    pub binding: Option<String>,
    /// Where the document is found.
    pub source: Option<String>,
    /// Whether the place in each document of evidence has to be named.
    pub evidence_place: bool,
    /// What ids of its clauses begin with.
    pub prefix: Option<String>,
    /// How many clauses are in which state.
    pub counts: ClauseCounts,
    /// The clauses, in the order of the document.
    pub clauses: Vec<ClauseRow>,
}

/// Clauses by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseCounts {
    /// Where the model lacks what the clause asks for.
    pub gap: usize,
    /// Where an answer is missing.
    pub asked: usize,
    /// Where a risk was decided on and left.
    pub decided: usize,
    /// Addressed, with evidence for everything that addresses it.
    pub addressed: usize,
    /// Addressed, with evidence pending.
    pub addressed_pending: usize,
    /// Said or found not to apply.
    pub not_applicable: usize,
}

/// How the model stands to a clause, or to a clause at some elements. The most pressing first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseState {
    /// What it asks for is not in the model.
    Gap,
    /// Nobody has said what decides it.
    #[default]
    Asked,
    /// A risk was accepted, transferred, avoided or dismissed.
    Decided,
    /// Something in the model addresses it.
    Addressed,
    /// It does not apply, and it is said why.
    NotApplicable,
}

impl ClauseState {
    fn in_words(self, pending: bool) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Asked => "asked",
            Self::Decided => "decided",
            Self::Addressed if pending => "addressed, evidence pending",
            Self::Addressed => "addressed, evidence named",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// A clause.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClauseRow {
    /// The id that documents print.
    pub id: String,
    /// Its path in the language, by which an `answer` names it.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Where the document says it: section, point, item.
    pub passage: Option<String>,
    /// What it asks for, in our own words.
    pub text: String,
    /// How the text is known: `verified`, `second_hand`, `recalled` or `judgement`.
    pub evidence_tag: String,
    /// Whether a check over the model decides it.
    pub checked: bool,
    /// The most pressing state of its parts.
    pub state: ClauseState,
    /// Whether something addresses it that no evidence is named for.
    pub evidence_pending: bool,
    /// What the check, the threats and the answer of the model say, the most pressing first; never empty.
    pub parts: Vec<ClausePart>,
}

/// Where a part of the standing of a clause comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The check of the clause.
    #[default]
    Check,
    /// Threats whose rules name the clause.
    Threats,
    /// An answer of the model.
    Answer,
    /// Nothing: the clause is open.
    Nothing,
}

/// Elements at which a clause stands alike, for the same reason.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClausePart {
    /// How it stands.
    pub state: ClauseState,
    /// Whether the clause applies here; nothing where that is open.
    pub applies: Option<bool>,
    /// What says so.
    pub ground: Ground,
    /// The deciding fact, the reason or the answer, in words.
    pub reason: String,
    /// The elements.
    pub elements: Vec<ElementUse>,
    /// Threats that name the clause, by id.
    pub threats: Vec<String>,
    /// What is to be answered.
    pub questions: Vec<String>,
    /// The controls behind it.
    pub controls: Vec<ControlUse>,
    /// Controls that are planned and do not count yet.
    pub planned: Vec<ControlUse>,
    /// Documents that show it.
    pub evidence: Vec<EvidenceUse>,
    /// Where it is written, for an answer.
    pub place: Option<String>,
}

/// A document as evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceUse {
    /// The document.
    pub document: String,
    /// The section, item or page in it, where that is stated.
    pub place: Option<String>,
}

/// An element as a cell names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ElementUse {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
}

impl ClausePart {
    /// Whether it addresses the clause and names no evidence.
    pub fn is_pending(&self) -> bool {
        self.state == ClauseState::Addressed && self.evidence.is_empty()
    }

    /// The state, with what is still to come. Never more than that something is addressed.
    pub fn state_in_words(&self) -> &'static str {
        self.state.in_words(self.is_pending())
    }
}

impl ClauseRow {
    /// The state of the clause as a whole.
    pub fn state_in_words(&self) -> &'static str {
        self.state.in_words(self.evidence_pending)
    }
}

impl StandardRow {
    /// Counts the clauses by state.
    pub fn count(&mut self) {
        let mut counts = ClauseCounts::default();
        for clause in &self.clauses {
            let count = match clause.state {
                ClauseState::Gap => &mut counts.gap,
                ClauseState::Asked => &mut counts.asked,
                ClauseState::Decided => &mut counts.decided,
                ClauseState::Addressed if clause.evidence_pending => &mut counts.addressed_pending,
                ClauseState::Addressed => &mut counts.addressed,
                ClauseState::NotApplicable => &mut counts.not_applicable,
            };
            *count += 1;
        }
        self.counts = counts;
    }
}
