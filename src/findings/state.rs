//! The states a finding can be in.

use schemars::JsonSchema;
use serde::Serialize;

/// State of a finding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Applicable and not countered.
    #[default]
    Open,
    /// Undecided: a fact is missing.
    Question,
    /// Accepted.
    Accepted,
    /// Transferred.
    Transferred,
    /// Avoided.
    Avoided,
    /// Dismissed.
    Dismissed,
    /// Countered.
    Mitigated,
}

impl State {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Question => "question",
            Self::Accepted => "accepted",
            Self::Transferred => "transferred",
            Self::Avoided => "avoided",
            Self::Dismissed => "dismissed",
            Self::Mitigated => "mitigated",
        }
    }

    /// The state a word names.
    pub fn of(word: &str) -> Option<Self> {
        let all =
            [Self::Open, Self::Question, Self::Accepted, Self::Transferred, Self::Avoided, Self::Dismissed, Self::Mitigated];
        all.into_iter().find(|state| state.word() == word)
    }
}
