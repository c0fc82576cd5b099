//! `ward list`: rows of one kind, on standard output.

use std::path::Path;

use crate::cli::args::ListFormat;
use crate::cli::exit::{Exit, Outcome};
use crate::cli::listing;

use super::{BROKEN, Cx};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, kind: &str, format: ListFormat, filter: Option<&str>) -> Outcome {
    let model = cx.compile_or_library(path)?;
    if !model.sound {
        return BROKEN;
    }
    let report = model.compiled.report(cx.session.sources(), &model.gate);
    match listing::list(&mut cx.session, &model.compiled.compilation, &report, kind, format, filter)? {
        Ok(list) => {
            cx.console.data(list.as_bytes())?;
            Ok(Exit::Clean)
        }
        Err(diagnostics) => {
            cx.console.diagnostics(diagnostics.iter().collect(), cx.session.sources(), str::to_owned);
            Ok(Exit::Failed)
        }
    }
}
