//! Rows about risk. `None` is "not known"; an empty list says that there is nothing.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::FactRow;

/// A risk: exploitability and severity, never probability.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RiskRow {
    /// How easily it is exploited: `not applicable` where there is nothing left to exploit, empty where no scheme is declared.
    pub exploitability: String,
    /// How severe the worst harm is; `None` where no harm is named, or none with a severity.
    pub severity: Option<String>,
    /// What the matrix makes of both; `None` where the severity is not known.
    pub level: Option<String>,
    /// Whether the declared policy accepts it; `None` where the level is not known.
    pub acceptable: Option<bool>,
    /// Whether a person stated it in a decision, and it was not computed.
    pub stated: bool,
}

/// One step of a rating.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RiskStepRow {
    /// `before` or `after` controls.
    pub phase: String,
    /// What is taken into account, and what it does.
    pub text: String,
    /// The exploitability after it.
    pub exploitability: String,
    /// The facts it rests on.
    pub facts: Vec<FactRow>,
}

/// A harm that a threat can end in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HarmRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its severity, by the scale of the risk scheme.
    pub severity: Option<String>,
    /// The hazard's id in the safety risk file.
    pub hazard: Option<String>,
    /// Identities of what leads from the element to it: nothing for the element's own harm; else the flow, if one is between, and the data.
    pub through: Vec<String>,
    /// Whether it follows from the kind of loss the threat brings about; one that does not counts for nothing.
    pub follows: bool,
}

/// Whether several patients can be reached at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PatientsRow {
    /// The answer; `None` where the model does not say.
    pub several: Option<bool>,
    /// The facts it rests on.
    pub facts: Vec<FactRow>,
}

/// A vector of the Common Vulnerability Scoring System, and its score. Neither says anything about acceptability.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VectorRow {
    /// `CVSS:3.1/…`
    pub vector: String,
    /// `9.8`
    pub score: String,
    /// `critical`
    pub rating: String,
}

/// A question of the rubric for CVSS vectors of medical devices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RubricQuestionRow {
    /// The rubric's name of the answer.
    pub code: String,
    /// The metric it leads to.
    pub metric: String,
    /// What is asked.
    pub question: String,
}

/// The rubric for one threat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RubricRow {
    /// Identity of the threat.
    pub threat: String,
    /// The answers the model has; a question that is not among them is not stated.
    pub answers: Vec<RubricAnswerRow>,
    /// A vector, where all base metrics follow from the answers: a proposal for a person to judge.
    pub proposal: Option<VectorRow>,
}

/// An answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RubricAnswerRow {
    /// Which question.
    pub code: String,
    /// What the model answers.
    pub answer: String,
    /// The facts it rests on, each as `element.attribute = value`.
    pub because: Vec<String>,
}

/// How risk was rated: the method and the policy that were declared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SchemeRow {
    /// Its name in the model.
    pub id: String,
    /// Title.
    pub name: String,
    /// Version.
    pub version: Option<String>,
    /// Who declared what is acceptable.
    pub policy: Option<String>,
    /// Values of the scale of exploitability, the lowest first.
    pub exploitability: Vec<String>,
    /// Rows of the matrix, the least severe first.
    pub matrix: Vec<MatrixRow>,
    /// Levels that are accepted.
    pub acceptable: Vec<String>,
    /// Where exploitability starts, by exposure.
    pub start: Vec<PairRow>,
    /// Steps that preconditions and classes of controls take off.
    pub reduces: Vec<PairRow>,
    /// Where it is declared, `file:line`.
    pub place: String,
}

/// A row of the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// The severity.
    pub severity: String,
    /// A level for each exploitability.
    pub levels: Vec<String>,
}

/// A row of a table with two columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PairRow {
    /// The first.
    pub name: String,
    /// The second.
    pub value: String,
}
