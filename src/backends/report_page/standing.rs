//! States and risks as the page shows them: by a word, to which the style sheet puts a sign, never by colour alone, and with a rank to sort by.

use super::markup::{description, text};
use crate::backends::threats::wording;
use crate::report::{Report, RiskRow, State};

/// The word of a state; the style sheet puts its sign before it.
pub(super) fn state(state: State) -> String {
    let word = state.word();
    format!("<span class=\"state {word}\">{word}</span>")
}

/// What the words mean.
pub(super) fn meanings() -> String {
    let items: Vec<(&str, String)> = wording::STATES.iter().map(|one| (one.word(), text(wording::meaning(*one)))).collect();
    format!("<details open class=\"fold\"><summary>What the states mean</summary>\n{}</details>\n", description(&items))
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
