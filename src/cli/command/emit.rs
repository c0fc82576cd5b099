//! `ward emit`: one artifact, where a rule of a Makefile wants it.

use crate::backends::Kind;
use crate::cli::args::{Emit, is_dash};
use crate::cli::depfile::depfile;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::products::{self, Wanted};
use crate::cli::today::stamped;
use crate::cli::write::{is_ours, write};

use super::{BROKEN, Cx};

pub(super) fn run(cx: &mut Cx, emit: &Emit) -> Outcome {
    if !is_dash(&emit.output) && !emit.force && !is_ours(&emit.output) {
        let reason = "Ward did not write the file that is there; --force overwrites it";
        return Err(Failure::cannot("write", &emit.output, &reason));
    }
    let model = cx.compile_model(emit.path.as_deref())?;
    if !model.sound {
        return BROKEN;
    }
    let sources = cx.session.sources();
    let wanted = Wanted::by(|kind| Kind::of(&emit.kind) == Some(kind));
    let report = model.compiled.report_with(sources, &model.project.gate, stamped()?, wanted);
    let products = products::emit(&report, emit)?;
    for note in &products.notes {
        cx.console.note(note);
    }
    let Some(product) = products.artifacts.into_iter().next() else {
        return Err(Failure::Cannot("there is nothing to write".to_owned()));
    };
    if is_dash(&emit.output) {
        cx.console.data(&product.bytes)?;
    } else {
        write(&emit.output, &product.bytes)?;
    }
    if let Some(path) = &emit.depfile {
        let target = if is_dash(&emit.output) { product.path } else { emit.output.display().to_string() };
        let files = model.project.paths(model.compiled.files(sources));
        write(path, depfile(&target, &files).as_bytes())?;
    }
    Ok(Exit::Clean)
}
