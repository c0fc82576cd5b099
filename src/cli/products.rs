//! Artifacts: which there are, what they are called, and their bytes.

use crate::backends::{self, Artifact, Audience, Format, Kind, formats};
use crate::drawing::dot_engine::DotEngine;
use crate::drawing::{self, LayoutEngine};
use crate::report::build::Wanted;
use crate::report::compare::with_signs;
use crate::report::diagram::Diagram;
use crate::report::{Report, StandardRow};
use crate::words::{list, nearest, tick};

use super::args::{Emit, Engine, Profile};
use super::exit::Failure;
use super::graphviz::SystemDot;

/// The parts of the report that take their time, for the artifacts that are to be written; `ways` is how many attack paths are shown of each.
pub(super) fn wanted(is_wanted: impl Fn(Kind) -> bool, ways: usize) -> Wanted {
    Wanted {
        coverage: is_wanted(Kind::Coverage),
        matrices: is_wanted(Kind::Matrix),
        attack_paths: is_wanted(Kind::AttackPaths).then_some(ways),
        paths: is_wanted(Kind::Paths),
    }
}

/// Artifacts and what there is to say about their making.
#[derive(Debug, Default)]
pub(super) struct Products {
    /// The files, their paths from the output folder.
    pub(super) artifacts: Vec<Artifact>,
    /// Remarks, such as a layout that had to be replaced.
    pub(super) notes: Vec<String>,
}

/// Every artifact, or those named: `threats.md`, `dfd.svg` for every view, `dfd-context.svg` for one.
pub(super) fn build(report: &Report, outputs: Option<&[String]>) -> Result<Products, Failure> {
    let all = names(report);
    if let Some(outputs) = outputs {
        for output in outputs {
            if !all.iter().any(|name| stands_for(output, name)) {
                let near = nearest(output, all.iter().map(String::as_str));
                let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                return Err(Failure::Cannot(format!("`build.outputs` names {}, which is no artifact{help}", tick(output))));
            }
        }
    }
    let wanted = |name: &str| outputs.is_none_or(|outputs| outputs.iter().any(|output| stands_for(output, name)));
    let mut products = Products::default();
    for kind in Kind::ALL {
        for format in formats(kind) {
            if kind == Kind::Dfd {
                for diagram in report.diagrams.iter().filter(|diagram| wanted(&dfd_name(diagram, *format))) {
                    let bytes = draw(report, diagram, *format, &*drawing::default_engine(), &mut products.notes);
                    products.artifacts.push(Artifact { path: dfd_name(diagram, *format), bytes });
                }
            } else if kind == Kind::Matrix {
                for standard in report.standards.iter().filter(|standard| wanted(&backends::matrix_name(standard, *format))) {
                    products.artifacts.extend(backends::matrix(report, standard, *format));
                }
            } else if wanted(&backends::file_name(kind, *format)) {
                products.artifacts.extend(backends::artifact(report, kind, *format, Audience::Customer));
            }
        }
    }
    Ok(products)
}

/// Whether an artifact of a kind is among those to be written.
pub(super) fn is_wanted(kind: Kind, outputs: Option<&[String]>) -> bool {
    let is_one = |output: &str| match kind {
        // which ones there are is known when they are made
        Kind::Matrix => output.starts_with("matrix"),
        _ => formats(kind).iter().any(|format| stands_for(output, &backends::file_name(kind, *format))),
    };
    outputs.is_none_or(|outputs| outputs.iter().any(|output| is_one(output)))
}

/// Names of all artifacts.
fn names(report: &Report) -> Vec<String> {
    let of_kind = |kind: Kind| -> Vec<String> {
        let each = formats(kind).iter().flat_map(|format| match kind {
            Kind::Dfd => report.diagrams.iter().map(|diagram| dfd_name(diagram, *format)).collect(),
            Kind::Matrix => report.standards.iter().map(|standard| backends::matrix_name(standard, *format)).collect(),
            _ => vec![backends::file_name(kind, *format)],
        });
        each.collect()
    };
    Kind::ALL.into_iter().flat_map(of_kind).collect()
}

/// Whether an output of the manifest means an artifact.
fn stands_for(output: &str, name: &str) -> bool {
    let all_of = |kind: &str| {
        let format = output.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.'));
        format.is_some_and(|format| name.starts_with(&format!("{kind}-")) && name.ends_with(&format!(".{format}")))
    };
    output == name || all_of("dfd") || all_of("matrix")
}

fn dfd_name(diagram: &Diagram, format: Format) -> String {
    format!("dfd-{}.{}", diagram.id, format.extension())
}

fn draw(report: &Report, diagram: &Diagram, format: Format, engine: &dyn LayoutEngine, notes: &mut Vec<String>) -> Vec<u8> {
    match format {
        Format::Dot => backends::dot::dot(&with_signs(diagram.clone()), &report.title).into_bytes(),
        Format::Mermaid => backends::mermaid::mermaid(&with_signs(diagram.clone()), &report.title).into_bytes(),
        _ => {
            let drawing = drawing::svg(diagram, &report.title, engine);
            notes.extend(drawing.warnings.iter().map(|warning| format!("view {}: {warning}", diagram.id)));
            drawing.svg.into_bytes()
        }
    }
}

/// The one artifact a command line asks for.
pub(super) fn emit(report: &Report, wanted: &Emit) -> Result<Products, Failure> {
    let kind = Kind::of(&wanted.kind).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        unknown("artifact", &wanted.kind, &kinds)
    })?;
    let format = format(kind, wanted)?;
    if kind != Kind::Matrix && wanted.standard.is_some() {
        return Err(Failure::Cannot("`--standard` is about matrices: `ward emit matrix`".to_owned()));
    }
    if kind != Kind::Dfd {
        if wanted.view.is_some() || wanted.engine == Engine::Dot {
            return Err(Failure::Cannot("`--view` and `--engine` are about diagrams: `ward emit dfd`".to_owned()));
        }
        if kind == Kind::Matrix {
            let artifact = backends::matrix(report, standard(report, wanted.standard.as_deref())?, format);
            return Ok(Products { artifacts: artifact.into_iter().collect(), notes: Vec::new() });
        }
        let audience = if wanted.profile == Profile::Internal { Audience::Internal } else { Audience::Customer };
        let artifact = backends::artifact(report, kind, format, audience);
        return Ok(Products { artifacts: artifact.into_iter().collect(), notes: Vec::new() });
    }
    let diagram = view(report, wanted.view.as_deref())?;
    let mut products = Products::default();
    let bytes = match wanted.engine {
        Engine::Elk => draw(report, diagram, format, &*drawing::default_engine(), &mut products.notes),
        Engine::Dot => {
            let dot = SystemDot::default();
            dot.installed().map_err(|error| Failure::Cannot(error.to_string()))?;
            draw(report, diagram, format, &DotEngine { runner: &dot }, &mut products.notes)
        }
    };
    products.artifacts.push(Artifact { path: dfd_name(diagram, format), bytes });
    Ok(products)
}

/// The standard a name or prefix means; the only one, where none is named.
fn standard<'r>(report: &'r Report, name: Option<&str>) -> Result<&'r StandardRow, Failure> {
    let names: Vec<&str> = report.standards.iter().map(|standard| standard.id.as_str()).collect();
    match (name, &report.standards[..]) {
        (_, []) => Err(Failure::Cannot("no standard is imported; `import std.n60` brings one".to_owned())),
        (None, [only]) => Ok(only),
        (None, _) => {
            let names: Vec<String> = names.iter().map(|name| tick(name)).collect();
            Err(Failure::Cannot(format!("which standard? `--standard` takes one of {}", list(&names, "and"))))
        }
        (Some(name), all) => {
            let meant = all.iter().find(|standard| standard.id == name || standard.prefix.as_deref() == Some(name));
            meant.ok_or_else(|| unknown("standard", name, &names))
        }
    }
}

fn view<'r>(report: &'r Report, name: Option<&str>) -> Result<&'r Diagram, Failure> {
    let Some(name) = name else {
        return report.diagrams.first().ok_or_else(|| Failure::Cannot("there is nothing to draw".to_owned()));
    };
    let views: Vec<&str> = report.diagrams.iter().map(|diagram| diagram.id.as_str()).collect();
    report.diagrams.iter().find(|diagram| diagram.id == name).ok_or_else(|| unknown("view", name, &views))
}

/// What `--format` says, else the ending of the file, else the first format there is.
fn format(kind: Kind, wanted: &Emit) -> Result<Format, Failure> {
    let all = formats(kind);
    let words: Vec<&str> = all.iter().map(|format| format.word()).collect();
    if let Some(word) = &wanted.format {
        return all
            .iter()
            .find(|format| format.word() == word)
            .copied()
            .ok_or_else(|| unknown(&format!("format of `{}`", kind.word()), word, &words));
    }
    let ending = wanted.output.extension().and_then(|ending| ending.to_str());
    match ending {
        None => Ok(all[0]),
        Some(ending) => {
            let found = all.iter().find(|format| format.extension() == ending).copied();
            found.ok_or_else(|| unknown(&format!("format of `{}`", kind.word()), ending, &words))
        }
    }
}

/// Nothing has that name; what has.
pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> Failure {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let ticked: Vec<String> = known.iter().take(40).map(|name| tick(name)).collect();
            format!("there {} {}", if known.len() == 1 { "is" } else { "are" }, list(&ticked, "and"))
        }
    };
    Failure::Cannot(format!("there is no {what} {}; {help}", tick(name)))
}
