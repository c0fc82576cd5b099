//! `ward list`: rows of one kind, on standard output.

use std::path::Path;

use crate::cli::args::ListFormat;
use crate::cli::exit::{Exit, Outcome};
use crate::cli::listing;
use crate::report::build::Wanted;

use super::{BROKEN, Cx};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, kind: &str, format: ListFormat, filter: Option<&str>) -> Outcome {
    let model = cx.compile_or_library(path)?;
    if !model.sound {
        return BROKEN;
    }
    let of_a_model = model.compiled.compilation.program.files.iter().any(|file| !file.library);
    let wanted = Wanted { matrices: kind == "clauses" && of_a_model, ..Wanted::ROWS };
    let report = model.compiled.report_with(cx.session.sources(), &model.gate, None, wanted);
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
