//! States and risks as the page shows them: by a word and a sign, never by colour alone, and with a rank to sort by.

use super::markup::text;
use crate::backends::threats::wording;
use crate::report::{Report, RiskRow, State};

/// The sign of a state. It stands beside the word.
fn sign(state: State) -> &'static str {
    match state {
        State::Open => "✗",
        State::Question => "?",
        State::Accepted => "=",
        State::Transferred => "→",
        State::Avoided => "⊘",
        State::Dismissed => "–",
        State::Mitigated => "✓",
    }
}

/// The word of a state with its sign.
pub(super) fn state(state: State) -> String {
    let word = state.word();
    format!("<span class=\"state {word}\"><span aria-hidden=\"true\">{}</span> {word}</span>", sign(state))
}

/// Where a state stands in the order of urgency.
pub(super) fn state_rank(state: State) -> usize {
    wording::STATES.iter().position(|one| *one == state).unwrap_or_default()
}

/// The levels of risk, the highest first, as the matrix of the scheme has them; then what stands in place of a level.
pub(super) fn levels(report: &Report) -> Vec<String> {
    let matrix = report.scheme.iter().flat_map(|scheme| &scheme.matrix).flat_map(|row| row.levels.clone());
    let mut levels: Vec<String> = Vec::new();
    for level in matrix.chain(report.threats.iter().filter_map(|threat| threat.risk_after.level.clone())) {
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    levels.reverse();
    let others = report.threats.iter().map(|threat| wording::level(&threat.risk_after));
    for other in others {
        if !levels.contains(&other) {
            levels.push(other);
        }
    }
    levels
}

/// Where a level stands in their order.
pub(super) fn level_rank(levels: &[String], risk: &RiskRow) -> usize {
    let level = wording::level(risk);
    levels.iter().position(|one| *one == level).unwrap_or(levels.len())
}

/// A level, and that the policy does not accept it.
pub(super) fn level(risk: &RiskRow) -> String {
    let refused = if risk.acceptable == Some(false) { " <span class=\"refused\">not acceptable</span>" } else { "" };
    format!("{}{refused}", text(&wording::level(risk)))
}
