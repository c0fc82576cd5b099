//! Element by category: what was found, and why nothing was (checklist row E2).

use schemars::JsonSchema;
use serde::Serialize;

use crate::findings::State;

/// The matrix. Empty unless it is asked for: to say why each empty cell is empty, every rule is asked once more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// The columns, in the order of declaration.
    pub categories: Vec<CategoryRow>,
    /// One row an element: actors, external systems, processes, stores, ports, flows, boundaries, each in the order of the model.
    pub elements: Vec<CoverageRow>,
}

/// A category of threats.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CategoryRow {
    /// Its name in rules.
    pub id: String,
    /// What texts call it.
    pub name: String,
    /// Its letter; its name where it has none.
    pub letter: String,
}

/// An element and its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageRow {
    /// Identity.
    pub element: String,
    /// Name.
    pub name: String,
    /// `process`, `port`, …
    pub kind: String,
    /// One cell a category.
    pub cells: Vec<Cell>,
}

/// A cell: findings, or the reasons why there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// What was found, the most pressing first.
    pub findings: Vec<CellFinding>,
    /// Why nothing was found; never empty where there are no findings.
    pub reasons: Vec<Reason>,
}

/// A finding in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellFinding {
    /// `RULE@element`.
    pub id: String,
    /// The rule.
    pub rule: String,
    /// Its state.
    pub state: State,
}

/// Why rules say nothing about an element.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reason {
    /// The fact that decides it, or why there are no rules.
    pub text: String,
    /// The rules that were asked; none where no rule is about such elements.
    pub rules: Vec<String>,
}

impl Cell {
    /// The state of the most pressing finding; nothing where there is none.
    pub fn state(&self) -> Option<State> {
        self.findings.first().map(|finding| finding.state)
    }

    /// Whether no rule at all is about such elements.
    pub fn is_unasked(&self) -> bool {
        self.findings.is_empty() && self.reasons.iter().all(|reason| reason.rules.is_empty())
    }
}
