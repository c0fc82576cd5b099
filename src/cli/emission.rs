//! The one artifact a command line asks for.

use crate::backends::{self, Album, Answered, Edition, Format, Kind, formats};
use crate::drawing::dot_engine::DotEngine;
use crate::drawing::fonts::ExtraFont;
use crate::drawing::{self, LayoutEngine};
use crate::report::diagram::Diagram;
use crate::report::{Report, StandardRow};
use crate::words::{list, nearest, tick};

use super::args::{Answers, Emit, Engine};
use super::exit::Failure;
use super::graphviz::SystemDot;
use super::pictures::Inside;
use super::products::{Products, draw, edition, inside, pictures, report_page, small_print};
use super::sheets::{Part, Sheets};
use crate::project::layouts::Layouts;

/// The one artifact a command line asks for.
pub(super) fn emit(report: &Report, wanted: &Emit, layouts: Layouts, fonts: Vec<ExtraFont>) -> Result<Products, Failure> {
    let kind = Kind::of(&wanted.kind).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        unknown("artifact", &wanted.kind, &kinds)
    })?;
    let format = format(kind, wanted)?;
    if wanted.profile.is_some() && kind.readers().is_none() {
        let kinds: Vec<String> = Kind::ALL.iter().filter(|kind| kind.readers().is_some()).map(|kind| tick(kind.word())).collect();
        return Err(Failure::Cannot(format!("`--profile` is for what customers get to see: {}", list(&kinds, "and"))));
    }
    if !matches!(kind, Kind::Sarif | Kind::CodeQuality) && wanted.root.is_some() {
        let reason = "`--root` is about findings with places: `ward emit sarif`, `ward emit code-quality`";
        return Err(Failure::Cannot(reason.to_owned()));
    }
    if kind != Kind::Matrix && wanted.standard.is_some() {
        return Err(Failure::Cannot("`--standard` is about matrices: `ward emit matrix`".to_owned()));
    }
    if kind == Kind::Report {
        return whole_report(report, wanted, (layouts, fonts));
    }
    match pictures(report, kind, format) {
        Some(diagrams) => one_picture(report, (kind, format), diagrams, wanted, (layouts, fonts)),
        None => {
            refuse_drawing(kind, wanted)?;
            one_text(report, (kind, format), wanted, (layouts, fonts))
        }
    }
}

/// The report with every view of it.
fn whole_report(report: &Report, wanted: &Emit, (layouts, fonts): (Layouts, Vec<ExtraFont>)) -> Result<Products, Failure> {
    if wanted.view.is_some() || wanted.layers.is_some() || wanted.engine.is_some() {
        let reason =
            "the report has every view with all layers; `--view`, `--layers` and `--engine` are about diagrams: `ward emit dfd`";
        return Err(Failure::Cannot(reason.to_owned()));
    }
    let mut sheets = Sheets::of_report(report, wanted.whole, fonts);
    sheets.keep_to(layouts);
    let mut products = Products::default();
    let page = report_page(report, &sheets, &mut products.notes);
    products.artifacts.push(page);
    products.notes.extend(sheets.notes());
    Ok(products)
}

/// The pictures of some views, which keep to the places that were agreed on.
fn sheets<'d>(
    report: &Report,
    views: impl IntoIterator<Item = (Kind, &'d Diagram)>,
    wanted: &Emit,
    (layouts, fonts): (Layouts, Vec<ExtraFont>),
) -> Sheets {
    let mut sheets = Sheets::new(views, &report.title, wanted.whole, fonts);
    sheets.keep_to(layouts);
    sheets
}

/// Options about pictures, where there are none.
fn refuse_drawing(kind: Kind, wanted: &Emit) -> Result<(), Failure> {
    if wanted.view.is_some() || wanted.layers.is_some() {
        let reason = "`--view` and `--layers` are about diagrams: `ward emit dfd`, `ward emit attack-paths --format svg`";
        return Err(Failure::Cannot(reason.to_owned()));
    }
    if !kind.shows_pictures() && (wanted.engine.is_some() || wanted.whole || !wanted.font.is_empty()) {
        let reason = "`--engine`, `--whole` and `--font` are about diagrams and documents that show them: `ward emit dfd`, `ward emit views`";
        return Err(Failure::Cannot(reason.to_owned()));
    }
    Ok(())
}

/// What happens to answered findings, which is a matter of code scanning.
fn answered(kind: Kind, wanted: &Emit) -> Result<Answered, Failure> {
    match (wanted.answered, kind) {
        (None, _) => Ok(Answered::default()),
        (Some(Answers::Suppress), Kind::Sarif) => Ok(Answered::Suppressed),
        (Some(Answers::LeaveOut), Kind::Sarif) => Ok(Answered::LeftOut),
        (Some(_), _) => Err(Failure::Cannot("`--answered` is about code scanning: `ward emit sarif`".to_owned())),
    }
}

/// A text or a table, with the pictures that it shows.
fn one_text(
    report: &Report,
    (kind, format): (Kind, Format),
    wanted: &Emit,
    (layouts, fonts): (Layouts, Vec<ExtraFont>),
) -> Result<Products, Failure> {
    let mut products = Products::default();
    if kind == Kind::Matrix {
        products.artifacts.extend(backends::matrix(report, standard(report, wanted.standard.as_deref())?, format));
        return Ok(products);
    }
    let mut album = Album::default();
    if kind.shows_pictures() {
        // a document for customers shows no other views than theirs
        let ours = kind == Kind::Ifu;
        let is_shown = |view: &&Diagram| !ours || report.views.iter().any(|row| row.for_customers && row.id == view.id);
        let views = report.diagrams.iter().filter(is_shown).map(|view| (Kind::Dfd, view));
        let sheets = sheets(report, views, wanted, (layouts, fonts));
        let inside = inside(|one, other| (one, other) == (kind, format));
        let fill = |engine: &dyn LayoutEngine| {
            sheets.pictures.iter().try_for_each(|part| {
                album.add(draw(report, part, (&[], inside), (engine, &sheets.fonts), &mut products)?);
                Ok(())
            })
        };
        by_engine(wanted.engine, &sheets, fill)?;
        products.notes.extend(sheets.notes());
    }
    let edition = Edition { answered: answered(kind, wanted)?, ..edition(kind, wanted.profile, &album) };
    products.artifacts.extend(backends::artifact(report, kind, format, edition));
    Ok(products)
}

/// One picture of several.
fn one_picture(
    report: &Report,
    (kind, format): (Kind, Format),
    diagrams: &[Diagram],
    wanted: &Emit,
    (layouts, fonts): (Layouts, Vec<ExtraFont>),
) -> Result<Products, Failure> {
    let asked = asked(diagrams, wanted.view.as_deref()).into_iter().map(|view| (kind, view));
    let sheets = sheets(report, asked, wanted, (layouts, fonts));
    let part = picture(diagrams, &sheets, wanted.view.as_deref())?;
    let mut products = Products::default();
    let by =
        |engine: &dyn LayoutEngine| draw(report, part, (&[format], Inside::default()), (engine, &sheets.fonts), &mut products);
    by_engine(wanted.engine, &sheets, by)?;
    products.notes.extend(small_print(&products.small));
    products.notes.extend(sheets.notes());
    products.notes.extend(more_parts(&sheets, part));
    Ok(products)
}

/// Draws by the engine that is asked for; by the usual one where none is.
fn by_engine<T>(
    named: Option<Engine>,
    usual: &Sheets,
    draw: impl FnOnce(&dyn LayoutEngine) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match named {
        None => draw(usual),
        Some(Engine::Elk) if !cfg!(feature = "elk") => {
            Err(Failure::Cannot("this build of Ward has no `elk`; `--engine dagre` is what it draws with".to_owned()))
        }
        Some(Engine::Elk) => draw(&*drawing::default_engine()),
        Some(Engine::Dagre) => draw(&*drawing::fallback_engine()),
        Some(Engine::Dot) => {
            let dot = SystemDot::default();
            dot.installed().map_err(|error| Failure::Cannot(error.to_string()))?;
            draw(&DotEngine { runner: &dot })
        }
    }
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
            // the usual ending of a format that is JSON
            let ending = if kind == Kind::Sarif && ending == "sarif" { Format::Json.extension() } else { ending };
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
