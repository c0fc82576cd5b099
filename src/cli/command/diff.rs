//! `ward diff`: what changed between two versions of a model, from git revisions, folders or files.

use std::sync::Arc;

use crate::backends::diff::{Drawn, LONGEST_COMMENT, html, json, markdown, text};
use crate::backends::{Kind, Plate};
use crate::cli::args::{Diff, DiffFormat, is_dash};
use crate::cli::configuration::settings;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::manifest::OpenGate;
use crate::cli::pictures::read_fonts;
use crate::cli::sides::{self, Place};
use crate::cli::today::{stamped, today};
use crate::cli::write::{is_ours, write};
use crate::diagnostic::code::Severity;
use crate::diff::{Delta, Side, compare};
use crate::drawing::{self, description, draw};
use crate::project::{self, Project};
use crate::report::Report;
use crate::report::build::Wanted;
use crate::report::diagram::Diagram;
use crate::syntax::ast::Date;
use crate::text::Span;

use super::{BROKEN, Cx, Manner, Model};

/// A side, compiled, with the session its places are from.
struct Compiled {
    cx: Cx,
    model: Model,
    report: Report,
    place: Place,
    settings: Vec<(String, String)>,
    packs_from: Vec<String>,
    day: Date,
}

pub(super) fn run(cx: &mut Cx, diff: &Diff) -> Outcome {
    if !is_dash(&diff.output) && !diff.force && !is_ours(&diff.output) {
        let reason = "Ward did not write the file that is there; --force overwrites it";
        return Err(Failure::cannot("write", &diff.output, &reason));
    }
    let format = format(diff)?;
    if diff.longest.is_some() && !matches!(format, DiffFormat::Markdown) {
        return Err(Failure::Cannot("`--longest` is for Markdown; other formats have all there is".to_owned()));
    }
    let (old, new) = sides::sides(diff)?;
    let (old, new) =
        if old.present { (side(cx, diff, old, None)?, side(cx, diff, new, None)?) } else { from_nothing(cx, diff, old, new)? };
    let (Some(old), Some(mut new)) = (old, new) else { return BROKEN };
    let gate = gate(&mut new, diff);
    let refused = match new.model.compiled.refused_threats(&gate) {
        Ok(refused) => refused,
        Err(diagnostic) => {
            new.cx.show(&new.model.project, [&diagnostic].into_iter());
            return Ok(Exit::Failed);
        }
    };
    let delta = compare(&as_side(&old), &as_side(&new), &refused);
    if !new.model.sound {
        new.cx.console.note(&format!("does not compile: {}", new.place.name));
        // what the change did not break is not among the changes
        if delta.broken() == 0 {
            new.cx.show(
                &new.model.project,
                new.model.compiled.diagnostics().iter().filter(|found| found.severity == Severity::Error),
            );
        }
    }
    let product = match format {
        DiffFormat::Text => text(&delta),
        DiffFormat::Markdown => markdown(&delta, (&old.report.title, &new.report.title), diff.longest.unwrap_or(LONGEST_COMMENT)),
        DiffFormat::Json => json(&delta),
        DiffFormat::Html => html(&delta, &new.report.title, &drawn(&delta, (&old.report, &new.report), &new)?),
    };
    if is_dash(&diff.output) {
        cx.console.data(product.as_bytes())?;
    } else {
        write(&diff.output, product.as_bytes())?;
    }
    Ok(if delta.is_refused() { Exit::Refused } else { Exit::Clean })
}

/// A model that is new, after one with its libraries and packs and nothing else.
fn from_nothing(cx: &Cx, diff: &Diff, old: Place, new: Place) -> Result<(Option<Compiled>, Option<Compiled>), Failure> {
    let nowhere = Place { name: old.name, day: old.day, ..new.clone() };
    let Some(new) = side(cx, diff, new, None)? else { return Ok((None, None)) };
    let files = new.model.compiled.compilation.program.files.iter();
    let modules: Vec<String> = files.filter(|file| file.library).map(|file| file.module.clone()).collect();
    Ok((side(cx, diff, nowhere, Some(&modules))?, Some(new)))
}

/// Compiles a side and says what keeps it from compiling; nothing where something does. Both are drafts: what a release refuses is no matter of
/// the change. With `only` there is no model, but modules of libraries.
fn side(cx: &Cx, diff: &Diff, place: Place, only: Option<&[String]>) -> Result<Option<Compiled>, Failure> {
    // files of the same name are other files there
    let mut own = Cx::new(cx.global.clone(), cx.console.clone());
    let day = match place.day.filter(|_| diff.then) {
        Some(day) => day,
        None => cx.global.today.map_or_else(today, Ok)?,
    };
    let opened = project::open_in(&mut own.session, &own.global.choices(), &place.files, &place.path).map_err(Failure::from);
    let shown = |name: &str| place.files.shown(&place.path.join(name)).display().to_string();
    let project = match opened {
        Ok(project) => project,
        Err(Failure::Diagnosed(diagnostics)) => {
            own.console.diagnostics(diagnostics.iter().collect(), own.session.sources(), shown);
            return Ok(None);
        }
        Err(failure) => return Err(failure),
    };
    if let Some(name) = project.library() {
        return Err(Failure::Cannot(format!("`{name}` in {} is a library and no model", place.name)));
    }
    let packs_from = sides::libraries(&project, &place);
    let settings = judged_by(&project, &own);
    let model = own.compile_project(project, Manner { release: false, despite_remarks: true, only }, day);
    // what is wrong in decisions and the like is told as a change, if it is one
    if !model.compiled.compilation.understood {
        own.console.note(&format!("does not compile: {}", place.name));
        own.show(&model.project, model.compiled.diagnostics().iter().filter(|found| found.severity == Severity::Error));
        return Ok(None);
    }
    let wanted = Wanted { rubrics: false, diagrams: true, matrices: true, ..Wanted::ROWS };
    let report = model.compiled.report_with(own.session.sources(), &model.project.gate, stamped()?, wanted);
    Ok(Some(Compiled { cx: own, model, report, place, settings, packs_from, day }))
}

/// What a manifest says of how the model is judged.
fn judged_by(project: &Project, cx: &Cx) -> Vec<(String, String)> {
    let settings = settings(project, &cx.global).into_iter().filter_map(|setting| match &setting[..] {
        [name, value, _] => Some((name.clone(), value.clone())),
        _ => None,
    });
    // which threats are refused where a manifest does not say is another matter for a check than for a comparison
    let counts = |name: &str| match name {
        "gate.open_at_or_above" => project.names_gate,
        _ => name.starts_with("gate.") || ["model.packs", "model.profile"].contains(&name),
    };
    settings.filter(|(name, _)| counts(name)).collect()
}

fn as_side(side: &Compiled) -> Side<'_> {
    Side {
        compilation: &side.model.compiled.compilation,
        report: &side.report,
        sources: side.cx.session.sources(),
        name: &side.place.name,
        settings: &side.settings,
        packs_from: &side.packs_from,
        day: Some(side.day),
    }
}

/// Which new open threats are refused: what the command line says, else the manifest, else all.
fn gate(new: &mut Compiled, diff: &Diff) -> OpenGate {
    match diff.gate.as_deref() {
        Some("any") => OpenGate::Any,
        Some("never") => OpenGate::Never,
        Some(severity) => {
            let file = new.cx.session.add_source("--gate", severity);
            OpenGate::AtOrAbove(severity.to_owned(), Span::new(file, 0, severity.len() as u32))
        }
        None if new.model.project.names_gate => new.model.project.gate.open.clone(),
        None => OpenGate::Any,
    }
}

/// What `--format` says, else the ending of the file.
fn format(diff: &Diff) -> Result<DiffFormat, Failure> {
    if let Some(format) = diff.format {
        return Ok(format);
    }
    match diff.output.extension().and_then(|ending| ending.to_str()) {
        None | Some("txt") => Ok(DiffFormat::Text),
        Some("md") => Ok(DiffFormat::Markdown),
        Some("json") => Ok(DiffFormat::Json),
        Some("html") => Ok(DiffFormat::Html),
        Some(other) => Err(Failure::Cannot(format!(
            "there is no format of changes for `.{other}`; `--format` takes text, markdown, json or html"
        ))),
    }
}

/// The pictures of the changed views.
fn drawn(delta: &Delta, (old, new): (&Report, &Report), side: &Compiled) -> Result<Vec<Drawn>, Failure> {
    let fonts = read_fonts(&side.model.project.fonts, &[])?;
    let engine = drawing::default_engine();
    let plate = |diagram: &Option<Diagram>, report: &Report, word: &str| {
        let diagram = diagram.as_ref()?;
        // two pictures of one view on a page are told apart by their names
        let own = Diagram { id: format!("{}-{word}", diagram.id), ..diagram.clone() };
        let mut plate = Plate::new(Kind::Dfd, &diagram.id, &own.id, &own.title);
        plate.alternative = description(&own);
        let drawing = draw(&own, &report.title, &*engine, &fonts);
        (plate.svg, plate.size) = (Some(drawing.svg), drawing.size);
        Some(Arc::new(plate))
    };
    let both = delta
        .views
        .iter()
        .map(|view| Drawn { before: plate(&view.before, old, "before"), after: plate(&view.after, new, "after") });
    Ok(both.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_file_says_how_it_is_written() {
        let diff = |output: &str| Diff {
            old: String::new(),
            new: None,
            model: None,
            format: None,
            longest: None,
            output: output.into(),
            gate: None,
            then: false,
            force: false,
        };
        assert!(matches!(format(&diff("-")), Ok(DiffFormat::Text)));
        assert!(matches!(format(&diff("a.md")), Ok(DiffFormat::Markdown)));
        assert!(format(&diff("a.pdf")).is_err());
    }
}
