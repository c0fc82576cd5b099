//! `ward lsp`: serves an editor over standard input and output.

use crate::cli::exit::{Exit, Outcome};
use crate::cli::today::today;
use crate::lsp::{Ended, Setup, serve_stdio};
use crate::syntax::ast::Date;

use super::Cx;

pub(super) fn run(cx: &Cx) -> Outcome {
    let choices = cx.global.choices();
    let setup = Setup {
        stdlib: choices.stdlib,
        release: choices.release,
        follow_links: choices.follow_links,
        today: cx.global.today,
        clock,
    };
    match serve_stdio(&setup) {
        Ended::Orderly => Ok(Exit::Clean),
        Ended::Abruptly => Ok(Exit::Failed),
    }
}

/// The day it is now: a server can outlive the day on which it was started.
fn clock() -> Option<Date> {
    today().ok()
}
