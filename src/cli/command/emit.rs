//! `ward emit`: one artifact, where a rule of a Makefile wants it.

use std::path::{Path, PathBuf};

use crate::backends::Kind;
use crate::cli::args::{Emit, Layer, is_dash};
use crate::cli::depfile::depfile;
use crate::cli::emission;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::pictures::read_fonts;
use crate::cli::products;
use crate::cli::project::Project;
use crate::cli::today::stamped;
use crate::cli::write::{is_ours, write};
use crate::project::layouts::{self, Layouts};
use crate::report::Report;
use crate::report::build::Wanted;
use crate::report::compare::compare as compared;
use crate::report::diagram::Layers;
use crate::words::list;

use super::{BROKEN, Cx};

/// How many attack paths are shown for each position and asset where nobody says.
pub(super) const WAYS: usize = 3;

pub(super) fn run(cx: &mut Cx, emit: &Emit) -> Outcome {
    if !is_dash(&emit.output) && !emit.force && !is_ours(&emit.output) {
        let reason = "Ward did not write the file that is there; --force overwrites it";
        return Err(Failure::cannot("write", &emit.output, &reason));
    }
    let mut model = cx.compile_model(emit.path.as_deref())?;
    if !model.sound {
        return BROKEN;
    }
    if let Some(root) = &emit.root {
        model.compiled.source_root = model.project.source_root(Some(root))?;
    }
    let layouts = Layouts::read(&mut cx.session, &model.project.folder)?;
    let sources = cx.session.sources();
    let kind = Kind::of(&emit.kind);
    if emit.ways.is_some() && kind != Some(Kind::AttackPaths) {
        return Err(Failure::Cannot("`--ways` is about attack paths: `ward emit attack-paths`".to_owned()));
    }
    let mut wanted = products::wanted(|one| kind == Some(one), emit.ways.map_or(WAYS, usize::from));
    wanted.layers = emit.layers.as_deref().map(layers).transpose()?;
    let mut report = model.compiled.report_with(sources, &model.project.gate, stamped()?, wanted);
    let mut compared_with = Vec::new();
    if let Some(old) = &emit.compare {
        compared_with = compare(cx, &mut report, (kind, wanted), old)?;
        // of a part, what changed in its view
        let shown = emission::asked(&report.diagrams, emit.view.as_deref());
        for line in shown.iter().filter_map(|diagram| diagram.changes.as_ref()).flat_map(|changes| &changes.words) {
            cx.console.note(line);
        }
    }
    let fonts = read_fonts(&model.project.fonts, &emit.font)?;
    let mut inputs = model.files(cx.session.sources());
    inputs.extend(drawn_from(&model.project, emit).iter().map(|path| path.display().to_string()));
    inputs.extend(compared_with);
    let products = emission::emit(&report, emit, layouts, fonts)?;
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
        inputs.sort_unstable();
        inputs.dedup();
        write(path, depfile(&target, &inputs).as_bytes())?;
    }
    Ok(Exit::Clean)
}

/// What pictures are drawn from beside the model: places that were agreed on, and fonts.
fn drawn_from(project: &Project, emit: &Emit) -> Vec<PathBuf> {
    let pinned = project.folder.join(layouts::FILE);
    let pinned = pinned.exists().then_some(pinned);
    pinned.into_iter().chain(project.fonts.iter().cloned()).chain(emit.font.iter().cloned()).collect()
}

fn layers(named: &[Layer]) -> Result<Layers, Failure> {
    let has = |layer: Layer| named.contains(&layer);
    if has(Layer::None) && named.iter().any(|layer| *layer != Layer::None) {
        return Err(Failure::Cannot(
            "`--layers none` draws nothing beside boxes and arrows; name other layers or `none`, not both".to_owned(),
        ));
    }
    Ok(Layers { ports: has(Layer::Ports), threat_counts: has(Layer::ThreatCounts), controls: has(Layer::Controls) })
}

/// Marks in every diagram what was added, removed and changed since an earlier version of the model; the files of that.
fn compare(cx: &Cx, report: &mut Report, (kind, wanted): (Option<Kind>, Wanted), old: &Path) -> Result<Vec<String>, Failure> {
    if !matches!(kind, Some(Kind::Dfd | Kind::Report)) {
        return Err(Failure::Cannot("`--compare` is about diagrams: `ward emit dfd`, `ward emit report`".to_owned()));
    }
    // files of the same name are other files there
    let mut earlier = Cx::new(cx.global.clone(), cx.console.clone());
    let model = earlier.compile_quietly(Some(old))?;
    if !model.sound {
        return Err(Failure::Cannot(format!("the earlier model at `{}` does not compile; `ward check` says why", old.display())));
    }
    let before = model.compiled.report_with(earlier.session.sources(), &model.project.gate, None, wanted);
    let named = |value: &Option<String>, what: &str| value.as_ref().map(|value| format!("{what} {value}"));
    let title = &before.title;
    let parts: Vec<String> =
        [named(&title.version, "version"), named(&title.revision, "revision")].into_iter().flatten().collect();
    let name = match parts.is_empty() {
        true => format!("the model {}", title.model_hash),
        false => format!("{} (model {})", list(&parts, "and"), title.model_hash),
    };
    for diagram in &mut report.diagrams {
        let old = before.diagrams.iter().find(|old| old.id == diagram.id);
        *diagram = compared(diagram, old, &name);
    }
    let gone = before.diagrams.iter().filter(|old| !report.diagrams.iter().any(|new| new.id == old.id));
    for view in gone {
        cx.console.note(&format!("the earlier model has a view `{}`, which this one has not", view.id));
    }
    Ok(model.files(earlier.session.sources()))
}
