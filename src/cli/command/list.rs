//! `ward list`: rows of one kind, on standard output.

use std::path::Path;

use crate::cli::args::{List, ListFormat};
use crate::cli::configuration;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::{listing, project, records};
use crate::report::build::Wanted;

use super::{BROKEN, Cx, models, several};

pub(super) fn run(cx: &mut Cx, list: &List) -> Outcome {
    let first = list.paths.first().map(|path| path.as_path());
    if list.changed_since.is_some() && list.kind != "models" {
        return Err(Failure::Cannot("`--changed-since` chooses among models: `ward list models`".to_owned()));
    }
    if ["config", "models"].contains(&list.kind.as_str()) && list.filter.is_some() {
        return Err(Failure::Cannot(format!("`--where` chooses among elements; `{}` are none", list.kind)));
    }
    if list.kind == "models" {
        return models::run(cx, first, list.format, list.changed_since.as_deref());
    }
    if list.paths.len() > 1 && list.format != ListFormat::Ndjson {
        return Err(Failure::Cannot(
            "a list is of one model; `--format ndjson` says of each row which model it is of".to_owned(),
        ));
    }
    several::each(cx, &list.paths, list.jobs, |cx, path| one(cx, list, path))
}

/// Lists one model.
fn one(cx: &mut Cx, list: &List, path: Option<&Path>) -> Outcome {
    let List { kind, format, filter, .. } = list;
    if kind == "config" {
        let project = project::open(&mut cx.session, &cx.global.choices(), path).map_err(|fault| cx.shown(fault.into(), path))?;
        let rows = configuration::settings(&project, &cx.global);
        cx.console.data(listing::printed(configuration::COLUMNS.to_vec(), rows, *format).as_bytes())?;
        return Ok(Exit::Clean);
    }
    let model = cx.compile_or_library(path)?;
    if !model.sound {
        return BROKEN;
    }
    let of_a_model = model.compiled.compilation.program.files.iter().any(|file| !file.library);
    let wanted = Wanted { matrices: kind == "clauses" && of_a_model, ..Wanted::ROWS };
    let report = model.compiled.report_with(cx.session.sources(), &model.gate, None, wanted);
    let filter = filter.as_deref();
    match listing::list(&mut cx.session, &model.compiled.compilation, &report, kind, filter)? {
        Ok((columns, rows)) => {
            let listed = match format {
                ListFormat::Ndjson => records::records(kind, path, &report, &columns, &rows),
                _ => listing::printed(columns, rows, *format),
            };
            cx.console.data(listed.as_bytes())?;
            Ok(Exit::Clean)
        }
        Err(diagnostics) => {
            cx.console.diagnostics(diagnostics.iter().collect(), cx.session.sources(), str::to_owned);
            Ok(Exit::Failed)
        }
    }
}
