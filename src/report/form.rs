//! A form of questions, filled in by what the model says (checklist row J7).

/// A question with its answer. Not stated is an answer of its own and never means no.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct FormRow {
    /// The form: its title and edition.
    pub form: String,
    /// What documents print for the question: `CONN-1.1.1`.
    pub id: String,
    /// The section it belongs to: `CONN`.
    pub section: String,
    /// What is asked, in our own words.
    pub asked: String,
    /// How the text is known: `verified`, `judgement`.
    pub evidence_tag: String,
    /// `Yes`, `No`, `N/A`, `See note`; nothing where it is not stated.
    pub answer: Option<String>,
    /// What the answer rests on, or what is missing, in words; names no part of the device.
    pub note: String,
    /// The elements the answer rests on.
    pub elements: Vec<FormElement>,
    /// Where the model itself answers the question.
    pub stated_at: Option<String>,
    /// Who answers for that statement.
    pub stated_by: Option<String>,
}

/// An element that an answer rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct FormElement {
    /// What customers call it: its name, or for what is inside the device only what kind of thing it is.
    pub told: String,
    /// Its identity.
    pub id: String,
    /// Where it is declared.
    pub place: String,
}
