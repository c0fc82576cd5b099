//! Artifacts: which there are, what they are called, and their bytes.

use crate::backends::{
    self, Album, Answered, Artifact, Audience, Edition, Figure, Figures, Format, Kind, Plate, formats, picture_name,
};
use crate::drawing::LayoutEngine;
use crate::drawing::fonts::ExtraFont;
use crate::drawing::inline::Pictures;
use crate::drawing::key::entries;
use crate::drawing::paper::SMALLEST_PRINT;
use crate::report::Report;
use crate::report::build::Wanted;
use crate::report::diagram::Diagram;
use crate::words::{list, nearest, tick};

use super::args::Profile;
use super::exit::Failure;
use super::pictures::{Inside, Picture};
use super::sheets::{Part, Sheets};

/// The parts of the report that the artifacts to be written show; `ways` is how many attack paths are shown of each.
pub(super) fn wanted(is_wanted: impl Fn(Kind) -> bool, ways: usize) -> Wanted {
    let any = |kinds: &[Kind]| kinds.iter().any(|kind| is_wanted(*kind));
    Wanted {
        threats: any(&[
            Kind::Threats,
            Kind::Decisions,
            Kind::Matrix,
            Kind::Trace,
            Kind::Ifu,
            Kind::Report,
            Kind::Model,
            Kind::Sarif,
            Kind::CodeQuality,
        ]),
        rubrics: any(&[Kind::Model]),
        questions: any(&[Kind::Threats, Kind::Questions, Kind::Report, Kind::Model]),
        ports: any(&[Kind::Coverage, Kind::Ports, Kind::Ifu, Kind::Report, Kind::Model]),
        diagrams: any(&[Kind::Dfd, Kind::Views, Kind::Ifu, Kind::Report]),
        coverage: any(&[Kind::Coverage, Kind::Report]),
        matrices: any(&[Kind::Matrix, Kind::Report]),
        attack_paths: any(&[Kind::AttackPaths, Kind::Report]).then_some(ways),
        paths: any(&[Kind::Paths, Kind::Report]),
        instructions: any(&[Kind::Ifu]),
        form: any(&[Kind::Mds2]),
        alerts: any(&[Kind::Sarif, Kind::CodeQuality]),
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
    pub(super) small: Vec<(String, f64)>,
}

/// Every artifact, or those named: `threats.md`, `dfd.svg` for every view, `dfd-context.svg` for one.
pub(super) fn build(report: &Report, outputs: Option<&[String]>, sheets: &Sheets) -> Result<Products, Failure> {
    let all = names(report, sheets);
    if let Some(outputs) = outputs {
        for output in outputs {
            if !all.iter().any(|name| backends::stands_for(output, name)) {
                let groups = [Kind::Dfd, Kind::Matrix].into_iter();
                let groups: Vec<String> =
                    groups.flat_map(|kind| formats(kind).iter().map(move |format| backends::file_name(kind, *format))).collect();
                let near = nearest(output, all.iter().chain(&groups).map(String::as_str));
                let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                return Err(Failure::Cannot(format!("`build.outputs` names {}, which is no artifact{help}", tick(output))));
            }
        }
    }
    let wanted = |name: &str| outputs.is_none_or(|outputs| outputs.iter().any(|output| backends::stands_for(output, name)));
    let inside = inside(|kind, format| wanted(&backends::file_name(kind, format)));
    let mut album = Album::default();
    let mut products = Products::default();
    for part in &sheets.pictures {
        // whoever wants a view wants its parts
        let named =
            |format: &Format| [&part.diagram.id, &part.view].iter().any(|id| wanted(&picture_name(part.kind, id, *format)));
        let is_wanted = |format: &Format| pictures(report, part.kind, *format).is_some() && named(format);
        let formats: Vec<Format> = formats(part.kind).iter().copied().filter(is_wanted).collect();
        album.add(draw(report, part, (&formats, inside), (sheets, &sheets.fonts), &mut products)?);
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
                products.artifacts.extend(backends::artifact(report, kind, *format, edition(kind, None, &album)));
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
        _ => formats(kind).iter().any(|format| backends::stands_for(output, &backends::file_name(kind, *format))),
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

/// The pictures of an artifact, each a file of its own; nothing where it is a text.
pub(super) fn pictures(report: &Report, kind: Kind, format: Format) -> Option<&[Diagram]> {
    match kind {
        Kind::Dfd => Some(&report.diagrams),
        Kind::AttackPaths if format == Format::Svg => Some(&report.attack_diagrams),
        _ => None,
    }
}

/// What the pages to be written have inside of each picture.
pub(super) fn inside(is_wanted: impl Fn(Kind, Format) -> bool) -> Inside {
    let mut inside = Inside::default();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.shows_pictures()) {
        inside.png |= formats(kind).contains(&Format::Docx) && is_wanted(kind, Format::Docx);
        inside.svg |= formats(kind).contains(&Format::Html) && is_wanted(kind, Format::Html);
    }
    inside
}

/// For whom an artifact is: whom the command line names, else whom the kind is usually for.
pub(super) fn edition(kind: Kind, profile: Option<Profile>, album: &Album) -> Edition<'_> {
    let audience = match profile {
        Some(Profile::Customer) => Audience::Customer,
        Some(Profile::Internal) => Audience::Internal,
        None => kind.readers().unwrap_or(Audience::Internal),
    };
    Edition { audience, album, answered: Answered::default() }
}

/// One view in some formats, and for pages that show it; it is laid out once.
pub(super) fn draw(
    report: &Report,
    part: &Part,
    (formats, inside): (&[Format], Inside),
    (engine, fonts): (&dyn LayoutEngine, &[ExtraFont]),
    products: &mut Products,
) -> Result<Plate, Failure> {
    let mut picture = Picture::new(report, &part.diagram, engine, fonts);
    for format in formats {
        let bytes = picture.write(*format)?;
        products.artifacts.push(Artifact { path: picture_name(part.kind, &part.diagram.id, *format), bytes });
    }
    let plate = picture.plate(part, inside);
    products.small.extend(picture.small_print().map(|points| (part.diagram.id.clone(), points)));
    products.notes.extend(picture.notes());
    Ok(plate)
}

/// The report with every view of it.
pub(super) fn report_page(report: &Report, sheets: &Sheets, notes: &mut Vec<String>) -> Artifact {
    let mut drawn = Pictures::default();
    let mut of_kind = |kind: Kind| -> Vec<Figure> {
        let parts = sheets.pictures.iter().filter(|part| part.kind == kind);
        let figure = |Part { view, diagram, .. }: &Part| Figure {
            view: view.clone(),
            id: diagram.id.clone(),
            title: diagram.title.clone(),
            shows: diagram.identities(),
            svg: drawn.draw(diagram, &report.title, sheets),
            key: entries(diagram),
        };
        parts.map(figure).collect()
    };
    let (pictures, attacks) = (of_kind(Kind::Dfd), of_kind(Kind::AttackPaths));
    let style = drawn.style_sheet(&sheets.fonts);
    notes.extend(drawn.warnings);
    backends::report(report, &Figures { pictures, attacks, style })
}

/// One line for all pictures that are hard to read on one page.
pub(super) fn small_print(small: &[(String, f64)]) -> Option<String> {
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
