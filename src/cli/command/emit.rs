//! `ward emit`: one artifact, where a rule of a Makefile wants it.

use crate::backends::Kind;
use crate::cli::args::{Emit, Layer, is_dash};
use crate::cli::depfile::depfile;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::pictures::read_fonts;
use crate::cli::layouts::Layouts;
use crate::cli::products;
use crate::cli::today::stamped;
use crate::cli::write::{is_ours, write};
use crate::report::diagram::Layers;

use super::{BROKEN, Cx};

/// How many attack paths are shown for each position and asset where nobody says.
pub(super) const WAYS: usize = 3;

pub(super) fn run(cx: &mut Cx, emit: &Emit) -> Outcome {
    if !is_dash(&emit.output) && !emit.force && !is_ours(&emit.output) {
        let reason = "Ward did not write the file that is there; --force overwrites it";
        return Err(Failure::cannot("write", &emit.output, &reason));
    }
    let model = cx.compile_model(emit.path.as_deref())?;
    if !model.sound {
        return BROKEN;
    }
    let layouts = Layouts::read(&mut cx.session, &model.project.folder)?;
    let sources = cx.session.sources();
    let kind = Kind::of(&emit.kind);
    if emit.ways.is_some() && kind != Some(Kind::AttackPaths) {
        return Err(Failure::Cannot("`--ways` is about attack paths: `ward emit attack-paths`".to_owned()));
    }
    let mut wanted = products::wanted(|one| kind == Some(one), emit.ways.map_or(WAYS, usize::from));
    wanted.layers = emit.layers.as_deref().map(layers);
    let report = model.compiled.report_with(sources, &model.project.gate, stamped()?, wanted);
    let fonts = read_fonts(&model.project.fonts, &emit.font)?;
    let products = products::emit(&report, emit, layouts, fonts)?;
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

fn layers(named: &[Layer]) -> Layers {
    let has = |layer: Layer| named.contains(&layer);
    Layers { ports: has(Layer::Ports), threat_counts: has(Layer::ThreatCounts), controls: has(Layer::Controls) }
}
