//! Artifacts: which there are, what they are called, and their bytes.

use crate::backends::{self, Artifact, Audience, Figure, Figures, Format, Kind, formats, picture_name};
use crate::drawing::dot_engine::DotEngine;
use crate::drawing::fonts::ExtraFont;
use crate::drawing::inline::Pictures;
use crate::drawing::paper::SMALLEST_PRINT;
use crate::drawing::{self, LayoutEngine};
use crate::report::build::Wanted;
use crate::report::diagram::Diagram;
use crate::report::{Report, StandardRow};
use crate::words::{list, nearest, tick};

use super::args::{Emit, Engine, Profile};
use super::exit::Failure;
use super::graphviz::SystemDot;
use super::layouts::Layouts;
use super::pictures::Picture;
use super::sheets::{Part, Sheets};

/// The parts of the report that the artifacts to be written show; `ways` is how many attack paths are shown of each.
pub(super) fn wanted(is_wanted: impl Fn(Kind) -> bool, ways: usize) -> Wanted {
    let any = |kinds: &[Kind]| kinds.iter().any(|kind| is_wanted(*kind));
    Wanted {
        threats: any(&[Kind::Threats, Kind::Decisions, Kind::Matrix, Kind::Trace, Kind::Report, Kind::Model]),
        rubrics: any(&[Kind::Model]),
        questions: any(&[Kind::Threats, Kind::Questions, Kind::Report, Kind::Model]),
        ports: any(&[Kind::Coverage, Kind::Ports, Kind::Report, Kind::Model]),
        diagrams: any(&[Kind::Dfd, Kind::Views, Kind::Report]),
        coverage: any(&[Kind::Coverage, Kind::Report]),
        matrices: any(&[Kind::Matrix, Kind::Report]),
        attack_paths: any(&[Kind::AttackPaths, Kind::Report]).then_some(ways),
        paths: any(&[Kind::Paths]),
        layers: None,
    }
}

/// Artifacts and what there is to say about their making.
#[derive(Debug, Default)]
pub(super) struct Products {
    /// The files, their paths from the output folder.
    pub(super) artifacts: Vec<Artifact>,
    /// Remarks, such as a layout that had to be replaced.
    pub(super) notes: Vec<String>,
    /// Pictures whose letters are too small on one page, each with how high they are in points.
    small: Vec<(String, f64)>,
}

/// Every artifact, or those named: `threats.md`, `dfd.svg` for every view, `dfd-context.svg` for one.
pub(super) fn build(report: &Report, outputs: Option<&[String]>, sheets: &Sheets) -> Result<Products, Failure> {
    let all = names(report, sheets);
    if let Some(outputs) = outputs {
        for output in outputs {
            if !all.iter().any(|name| stands_for(output, name)) {
                let groups = [Kind::Dfd, Kind::Matrix].into_iter();
                let groups: Vec<String> =
                    groups.flat_map(|kind| formats(kind).iter().map(move |format| backends::file_name(kind, *format))).collect();
                let near = nearest(output, all.iter().chain(&groups).map(String::as_str));
                let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                return Err(Failure::Cannot(format!("`build.outputs` names {}, which is no artifact{help}", tick(output))));
            }
        }
    }
    let wanted = |name: &str| outputs.is_none_or(|outputs| outputs.iter().any(|output| stands_for(output, name)));
    let mut products = Products::default();
    for part in &sheets.pictures {
        // whoever wants a view wants its parts
        let named =
            |format: &Format| [&part.diagram.id, &part.view].iter().any(|id| wanted(&picture_name(part.kind, id, *format)));
        let is_wanted = |format: &Format| pictures(report, part.kind, *format).is_some() && named(format);
        let formats: Vec<Format> = formats(part.kind).iter().copied().filter(is_wanted).collect();
        draw(report, part, &formats, (sheets, &sheets.fonts), &mut products)?;
    }
    for kind in Kind::ALL {
        for format in formats(kind) {
            if pictures(report, kind, *format).is_some() {
                continue;
            }
            if kind == Kind::Report {
                if wanted(&backends::file_name(kind, *format)) {
                    let page = report_page(report, sheets, &mut products.notes);
                    products.artifacts.push(page);
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
    if wanted(&backends::file_name(Kind::Views, Format::Md)) && !report.in_no_picture.is_empty() {
        let ids: Vec<String> = report.in_no_picture.iter().map(|id| tick(id)).collect();
        products.notes.push(format!("no picture shows {}: the views of the model leave them out everywhere", list(&ids, "and")));
    }
    products.notes.extend(small_print(&products.small));
    products.notes.extend(sheets.notes());
    Ok(products)
}

/// Whether an artifact of a kind is among those to be written.
pub(super) fn is_wanted(kind: Kind, outputs: Option<&[String]>) -> bool {
    let is_one = |output: &str| match kind {
        // which ones there are is known when they are made
        Kind::Matrix | Kind::Dfd | Kind::AttackPaths => output.starts_with(kind.word()),
        _ => formats(kind).iter().any(|format| stands_for(output, &backends::file_name(kind, *format))),
    };
    outputs.is_none_or(|outputs| outputs.iter().any(|output| is_one(output)))
}

/// Names of all artifacts.
fn names(report: &Report, sheets: &Sheets) -> Vec<String> {
    let of_kind = |kind: Kind| -> Vec<String> {
        let each = formats(kind).iter().flat_map(|format| match kind {
            Kind::Matrix => report.standards.iter().map(|standard| backends::matrix_name(standard, *format)).collect(),
            _ => match pictures(report, kind, *format) {
                Some(_) => {
                    let of_kind = sheets.pictures.iter().filter(|picture| picture.kind == kind);
                    of_kind.map(|picture| picture_name(kind, &picture.diagram.id, *format)).collect()
                }
                None => vec![backends::file_name(kind, *format)],
            },
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
    output == name || all_of("dfd") || all_of("matrix") || all_of("attack-paths")
}

/// The pictures of an artifact, each a file of its own; nothing where it is a text.
fn pictures(report: &Report, kind: Kind, format: Format) -> Option<&[Diagram]> {
    match kind {
        Kind::Dfd => Some(&report.diagrams),
        Kind::AttackPaths if format == Format::Svg => Some(&report.attack_diagrams),
        _ => None,
    }
}

/// One view in some formats; it is laid out once.
fn draw(
    report: &Report,
    part: &Part,
    formats: &[Format],
    (engine, fonts): (&dyn LayoutEngine, &[ExtraFont]),
    products: &mut Products,
) -> Result<(), Failure> {
    let mut picture = Picture::new(report, &part.diagram, engine, fonts);
    for format in formats {
        let bytes = picture.write(*format)?;
        products.artifacts.push(Artifact { path: picture_name(part.kind, &part.diagram.id, *format), bytes });
    }
    products.small.extend(picture.small_print().map(|points| (part.diagram.id.clone(), points)));
    products.notes.extend(picture.notes());
    Ok(())
}

/// The report with every view of it.
fn report_page(report: &Report, sheets: &Sheets, notes: &mut Vec<String>) -> Artifact {
    let mut drawn = Pictures::default();
    let views = sheets.pictures.iter().filter(|part| part.kind == Kind::Dfd);
    let pictures = views.map(|Part { view, diagram, .. }| Figure {
        view: view.clone(),
        id: diagram.id.clone(),
        title: diagram.title.clone(),
        shows: diagram.identities(),
        svg: drawn.draw(diagram, &report.title, sheets),
    });
    let pictures = pictures.collect();
    let fonts = drawn.fonts(&sheets.fonts);
    notes.extend(drawn.warnings);
    backends::report(report, &Figures { pictures, fonts })
}

/// The one artifact a command line asks for.
pub(super) fn emit(report: &Report, wanted: &Emit, layouts: Layouts, fonts: Vec<ExtraFont>) -> Result<Products, Failure> {
    let kind = Kind::of(&wanted.kind).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        unknown("artifact", &wanted.kind, &kinds)
    })?;
    let format = format(kind, wanted)?;
    if kind != Kind::Ports && wanted.profile.is_some() {
        return Err(Failure::Cannot("`--profile` is about the listing of ports: `ward emit ports`".to_owned()));
    }
    if kind != Kind::Matrix && wanted.standard.is_some() {
        return Err(Failure::Cannot("`--standard` is about matrices: `ward emit matrix`".to_owned()));
    }
    if kind == Kind::Report {
        if wanted.view.is_some() || wanted.layers.is_some() || wanted.engine.is_some() {
            let reason = "the report has every view with all layers; `--view`, `--layers` and `--engine` are about diagrams: `ward emit dfd`";
            return Err(Failure::Cannot(reason.to_owned()));
        }
        let mut sheets = Sheets::new(report.diagrams.iter().map(|diagram| (Kind::Dfd, diagram)), wanted.whole, fonts);
        sheets.keep_to(layouts);
        let mut products = Products::default();
        let page = report_page(report, &sheets, &mut products.notes);
        products.artifacts.push(page);
        products.notes.extend(sheets.notes());
        return Ok(products);
    }
    let Some(diagrams) = pictures(report, kind, format) else {
        let about_diagrams = wanted.view.is_some()
            || wanted.layers.is_some()
            || wanted.engine.is_some()
            || wanted.whole
            || !wanted.font.is_empty();
        if about_diagrams {
            let reason = "`--view`, `--layers`, `--engine`, `--whole` and `--font` are about diagrams: `ward emit dfd`, `ward emit attack-paths --format svg`";
            return Err(Failure::Cannot(reason.to_owned()));
        }
        if kind == Kind::Matrix {
            let artifact = backends::matrix(report, standard(report, wanted.standard.as_deref())?, format);
            return Ok(Products { artifacts: artifact.into_iter().collect(), ..Products::default() });
        }
        let audience = if wanted.profile == Some(Profile::Internal) { Audience::Internal } else { Audience::Customer };
        let artifact = backends::artifact(report, kind, format, audience);
        return Ok(Products { artifacts: artifact.into_iter().collect(), ..Products::default() });
    };
    let asked = asked(diagrams, wanted.view.as_deref()).into_iter().map(|diagram| (kind, diagram));
    let mut sheets = Sheets::new(asked, wanted.whole, fonts);
    sheets.keep_to(layouts);
    let part = picture(diagrams, &sheets, wanted.view.as_deref())?;
    let mut products = Products::default();
    let mut draw_by = |engine: &dyn LayoutEngine| draw(report, part, &[format], (engine, &sheets.fonts), &mut products);
    match wanted.engine {
        None => draw_by(&sheets)?,
        Some(Engine::Elk) if !cfg!(feature = "elk") => {
            return Err(Failure::Cannot("this build of Ward has no `elk`; `--engine dagre` is what it draws with".to_owned()));
        }
        Some(Engine::Elk) => draw_by(&*drawing::default_engine())?,
        Some(Engine::Dagre) => draw_by(&*drawing::fallback_engine())?,
        Some(Engine::Dot) => {
            let dot = SystemDot::default();
            dot.installed().map_err(|error| Failure::Cannot(error.to_string()))?;
            draw_by(&DotEngine { runner: &dot })?;
        }
    }
    products.notes.extend(small_print(&products.small));
    products.notes.extend(sheets.notes());
    products.notes.extend(more_parts(&sheets, part));
    Ok(products)
}

/// One line for all pictures that are hard to read on one page.
fn small_print(small: &[(String, f64)]) -> Option<String> {
    let (worst, points) = small.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let what = match small {
        [_] => format!("view {}: printed on one page of A4, its letters are {points:.1} points high", tick(worst)),
        _ => format!(
            "{} pictures have letters under {SMALLEST_PRINT} points when printed on one page of A4 ({points:.1} in view {})",
            small.len(),
            tick(worst)
        ),
    };
    Some(format!("{what}; the PDF goes on over further pages to keep them legible"))
}

/// That there are more sheets than the one that was asked for.
fn more_parts(sheets: &Sheets, drawn: &Part) -> Option<String> {
    let parts: Vec<String> = sheets.pictures.iter().skip(1).map(|part| tick(&part.diagram.id)).collect();
    let is_overview = drawn.view == drawn.diagram.id;
    (is_overview && !parts.is_empty()).then(|| {
        format!(
            "view {} is too large for one page; this is its overview, `--view` takes {} too, and `--whole` draws all in one",
            tick(&drawn.view),
            list(&parts, "and")
        )
    })
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

/// The view a name means, or is a part of; the first one where nothing is named.
pub(super) fn asked<'r>(diagrams: &'r [Diagram], name: Option<&str>) -> Option<&'r Diagram> {
    let Some(name) = name else { return diagrams.first() };
    let part_of = |view: &str| name.strip_prefix(view).is_some_and(|rest| rest.starts_with('-'));
    diagrams.iter().find(|view| view.id == name).or_else(|| diagrams.iter().find(|view| part_of(&view.id)))
}

fn picture<'s>(diagrams: &[Diagram], sheets: &'s Sheets, name: Option<&str>) -> Result<&'s Part, Failure> {
    let parts = &sheets.pictures;
    let Some(name) = name else {
        return parts.first().ok_or_else(|| Failure::Cannot("there is nothing to draw".to_owned()));
    };
    let mut known: Vec<&str> = diagrams.iter().map(|diagram| diagram.id.as_str()).collect();
    known.extend(parts.iter().map(|part| part.diagram.id.as_str()).filter(|id| !diagrams.iter().any(|d| d.id == *id)));
    parts.iter().find(|part| part.diagram.id == name).ok_or_else(|| unknown("view", name, &known))
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
            .ok_or_else(|| unknown(&format!("format of `{}` called", kind.word()), word, &words));
    }
    let ending = wanted.output.extension().and_then(|ending| ending.to_str());
    match ending {
        None => Ok(all[0]),
        Some(ending) => {
            let found = all.iter().find(|format| format.extension() == ending).copied();
            found.ok_or_else(|| unknown(&format!("format of `{}` called", kind.word()), ending, &words))
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
