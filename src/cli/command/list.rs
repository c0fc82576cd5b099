//! `ward list`: rows of one kind, on standard output.

use std::path::Path;

use crate::cli::args::ListFormat;
use crate::cli::exit::{Exit, Outcome};

use super::{BROKEN, Cx};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, kind: &str, format: ListFormat, filter: Option<&str>) -> Outcome {
    let model = cx.compile(path)?;
    if !model.sound {
        return BROKEN;
    }
    let list = model.compiled.list(kind, format, filter)?;
    cx.console.data(list.as_bytes())?;
    Ok(Exit::Clean)
}
