//! Rules asked of a model: findings with their states, the decisions on them, and the tests of the rules themselves.

mod assumptions;
mod backing;
mod checked;
mod decision_errors;
mod decisions;
mod dispositions;
mod errors;
mod finding;
mod ground;
mod judge;
mod pack_check;
mod reopen;
mod state;
mod testing;
mod views;
mod ways_in;

pub(crate) use assumptions::check_assumptions;
pub(crate) use backing::Backing;
pub use backing::{Guarantee, controls_behind, planned_behind};
pub(crate) use checked::Checked;
pub use decisions::{Choice, Decision};
pub(crate) use decisions::{decide, threat_of};
pub(crate) use dispositions::check_dispositions;
pub use finding::{Finding, Findings, Verdict};
pub use ground::ground;
pub(crate) use judge::check_assertions;
pub use judge::{find, is_about};
pub(crate) use pack_check::{Twins, check_packs, reference_title, stated_reason};
pub(crate) use reopen::reopen;
pub use reopen::{Cause, Reopening};
pub use state::State;
pub(crate) use testing::{Circumstances, run_tests};
pub(crate) use views::check_views;
pub use ways_in::WayIn;
