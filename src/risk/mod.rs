//! Exploitability and severity of a finding, before and after controls. Never probability.
//!
//! By which scales, from where, with which steps and matrix: all of that is a `scheme` of the library or of the model. What goes in: findings
//! with their decisions, and the facts behind them. What comes out: ratings with every step that led there.

mod assess;
mod attack;
mod errors;
mod harms;
mod impact;
mod patients;
mod questions;
mod residual;
mod rubric;
mod scheme;
mod tables;
mod vector;

pub use crate::findings::{Guarantee, controls_behind, planned_behind};
pub use assess::{Assessor, Rating, Risk, Step, StepKind};
pub use attack::{AttackGraph, Obstacle, Passage, Position, Stance, Standing};
pub use harms::{HarmUse, harms, severity, worst};
pub use patients::{Patients, patients};
pub use questions::questions;
pub(crate) use residual::check;
pub use rubric::{Answer, Rubric, questions as rubric_questions, rubric};
pub use scheme::{Scheme, lower};
pub use vector::{Vector, vector};
