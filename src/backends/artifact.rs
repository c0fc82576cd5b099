//! One artifact as a file: its name and its bytes.

use std::borrow::Cow;

use super::album::Album;
use super::code_quality::code_quality;
use super::kind::{Format, Kind, formats};
use super::page::Page;
use super::sarif::{Answered, sarif};
use super::table::Table;
use super::{
    Audience, attack_paths, coverage, csv_table, decisions, docx, html, ifu, matrix as matrix_of, mds2, model_json, paths, ports,
    questions,
    report_page::{self, Figures},
    threats, trace, views, xlsx,
};
use crate::report::{Report, StandardRow};
use crate::words::digest;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Where, relative to the folder of outputs, with `/`.
    pub path: String,
    /// What.
    pub bytes: Vec<u8>,
}

/// For whom an artifact is, and the pictures it may show.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// Who reads it: matters to kinds that have an edition for customers ([`Kind::readers`]).
    pub audience: Audience,
    /// The drawn pictures.
    pub album: &'a Album,
    /// What happens to answered findings in [`Kind::Sarif`].
    pub answered: Answered,
}

/// An artifact as a file; none for pictures and [`Kind::Report`] ([`report`]), which are drawn elsewhere, for [`Kind::Matrix`], of which
/// there is one for each standard ([`matrix`]), and for formats the kind does not have.
pub fn artifact(report: &Report, kind: Kind, format: Format, edition: Edition<'_>) -> Option<Artifact> {
    if !formats(kind).contains(&format) {
        return None;
    }
    let audience = edition.audience;
    let bytes = match format {
        Format::Md => page(report, kind, edition)?.markdown().into_bytes(),
        Format::Html => html::write(&page(report, kind, edition)?, &report.title).into_bytes(),
        Format::Docx => docx::write(&page(report, kind, edition)?, &report.title),
        Format::Csv => csv(&table(report, kind, audience)?, report),
        Format::Xlsx => xlsx::write(kind.word(), &table(report, kind, audience)?, &report.title),
        Format::Json => json(report, kind, edition)?.into_bytes(),
        Format::Svg | Format::Png | Format::Pdf | Format::Dot | Format::Mermaid | Format::PlantUml => return None,
    };
    Some(Artifact { path: file_name(kind, format), bytes })
}

/// The report with its pictures as a file.
pub fn report(report: &Report, figures: &Figures) -> Artifact {
    let bytes = report_page::write(report, figures).into_bytes();
    Artifact { path: file_name(Kind::Report, Format::Html), bytes }
}

/// The matrix of one standard as a file.
pub fn matrix(report: &Report, standard: &StandardRow, format: Format) -> Option<Artifact> {
    let bytes = match format {
        Format::Md => matrix_of::page(report, standard).markdown().into_bytes(),
        Format::Html => html::write(&matrix_of::page(report, standard), &report.title).into_bytes(),
        Format::Docx => docx::write(&matrix_of::page(report, standard), &report.title),
        Format::Csv => csv(&matrix_of::table(standard), report),
        Format::Xlsx => xlsx::write(Kind::Matrix.word(), &matrix_of::table(standard), &report.title),
        Format::Json => matrix_of::json(report, standard).into_bytes(),
        Format::Svg | Format::Png | Format::Pdf | Format::Dot | Format::Mermaid | Format::PlantUml => return None,
    };
    Some(Artifact { path: matrix_name(standard, format), bytes })
}

/// `dfd-context.svg`. A name too long for a file system keeps its beginning and gets a digest of the whole.
pub fn picture_name(kind: Kind, picture: &str, format: Format) -> String {
    format!("{}-{}.{}", kind.word(), fitting(picture), format.extension())
}

/// The most bytes of the name of a picture. File systems take 255 for a file, other programs add endings of their own.
const LONGEST: usize = 160;

fn fitting(name: &str) -> Cow<'_, str> {
    if name.len() <= LONGEST {
        return Cow::Borrowed(name);
    }
    let digest = digest(name, 6);
    let kept = name.floor_char_boundary(LONGEST - digest.len() - 1);
    Cow::Owned(format!("{}-{digest}", &name[..kept]))
}

/// `matrix-imdrf_n60.md`.
pub fn matrix_name(standard: &StandardRow, format: Format) -> String {
    picture_name(Kind::Matrix, &standard.id, format)
}

/// The page of a kind that is one to read.
fn page(report: &Report, kind: Kind, Edition { audience, album, .. }: Edition<'_>) -> Option<Page> {
    Some(match kind {
        Kind::Threats => threats::page(report),
        Kind::Coverage => coverage::page(report),
        Kind::Decisions => decisions::page(report),
        Kind::Questions => questions::page(report),
        Kind::Ports => ports::page(report, audience),
        Kind::Ifu => ifu::page(report, audience, album),
        Kind::Mds2 => mds2::page(report, audience),
        Kind::Trace => trace::page(report),
        Kind::Paths => paths::page(report),
        Kind::AttackPaths => attack_paths::page(report),
        Kind::Views => views::page(report, audience, album),
        Kind::Dfd | Kind::Matrix | Kind::Report | Kind::Model | Kind::Sarif | Kind::CodeQuality => return None,
    })
}

/// The table of a kind that is one.
fn table(report: &Report, kind: Kind, audience: Audience) -> Option<Table> {
    Some(match kind {
        Kind::Threats => threats::table(report),
        Kind::Coverage => coverage::table(report),
        Kind::Decisions => decisions::table(report),
        Kind::Questions => questions::table(report),
        Kind::Ports => ports::table(report, audience),
        Kind::Mds2 => mds2::table(report, audience),
        Kind::Trace => trace::table(report),
        Kind::Paths => paths::table(report),
        Kind::Ifu | Kind::AttackPaths | Kind::Dfd | Kind::Matrix | Kind::Views => return None,
        Kind::Report | Kind::Model | Kind::Sarif | Kind::CodeQuality => return None,
    })
}

fn json(report: &Report, kind: Kind, Edition { audience, answered, .. }: Edition<'_>) -> Option<String> {
    Some(match kind {
        Kind::Threats => threats::json(report),
        Kind::Coverage => coverage::json(report),
        Kind::Decisions => decisions::json(report),
        Kind::Questions => questions::json(report),
        Kind::Ports => ports::json(report, audience),
        Kind::AttackPaths => attack_paths::json(report),
        Kind::Model => model_json::json(report),
        Kind::Sarif => sarif(report, answered),
        Kind::CodeQuality => code_quality(report),
        Kind::Ifu | Kind::Mds2 | Kind::Trace | Kind::Paths | Kind::Dfd | Kind::Matrix | Kind::Views | Kind::Report => {
            return None;
        }
    })
}

/// A CSV file starts with a byte-order mark: without it Excel takes UTF-8 for something else.
fn csv(table: &Table, report: &Report) -> Vec<u8> {
    const BYTE_ORDER_MARK: &str = "\u{feff}";
    format!("{BYTE_ORDER_MARK}{}", csv_table::artifact(table, &report.title)).into_bytes()
}

/// `threats.md`, `ports.csv`, `dfd.mmd`.
pub fn file_name(kind: Kind, format: Format) -> String {
    format!("{}.{}", kind.word(), format.extension())
}

/// Whether a name is, or in some model can be, that of an artifact.
pub fn is_artifact_name(name: &str) -> bool {
    let is_of = |kind: Kind, format: Format| {
        let all = file_name(kind, format);
        name == all || stands_for(&all, name)
    };
    Kind::ALL.into_iter().any(|kind| formats(kind).iter().any(|format| is_of(kind, *format)))
}

/// Whether an output of the manifest means an artifact.
pub fn stands_for(output: &str, name: &str) -> bool {
    let all_of = |kind: &str| {
        let format = output.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.'));
        format.is_some_and(|format| name.starts_with(&format!("{kind}-")) && name.ends_with(&format!(".{format}")))
    };
    output == name || all_of("dfd") || all_of("matrix") || all_of("attack-paths")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    #[test]
    fn a_name_that_no_file_system_takes_is_shortened_and_stays_apart() {
        let name = |picture: &str| picture_name(Kind::Dfd, picture, Format::Svg);
        assert_eq!(name("context"), "dfd-context.svg");
        let (one, other) = (format!("{}a", "é".repeat(300)), format!("{}b", "é".repeat(300)));
        assert!(name(&one).len() < 200 && name(&one).starts_with("dfd-éé"), "{}", name(&one));
        assert_ne!(name(&one), name(&other));
    }

    fn edition(audience: Audience) -> Edition<'static> {
        static EMPTY: Album = Album::EMPTY;
        Edition { audience, album: &EMPTY, answered: Answered::default() }
    }

    /// Kinds that are a page to read.
    const PAGES: [Kind; 11] = [
        Kind::Threats,
        Kind::Coverage,
        Kind::Decisions,
        Kind::Questions,
        Kind::Ports,
        Kind::Ifu,
        Kind::Mds2,
        Kind::Paths,
        Kind::AttackPaths,
        Kind::Trace,
        Kind::Views,
    ];

    fn markdown(report: &Report, kind: Kind, audience: Audience) -> String {
        page(report, kind, edition(audience)).expect("a page").markdown()
    }

    #[test]
    fn every_format_of_every_kind_but_the_diagram_has_its_bytes() {
        let report = sample::plain();
        for kind in Kind::ALL {
            for format in Format::ALL {
                let artifact = artifact(&report, kind, format, edition(Audience::Internal));
                assert_eq!(
                    artifact.is_some(),
                    !matches!(kind, Kind::Dfd | Kind::Matrix | Kind::Report)
                        && format != Format::Svg
                        && formats(kind).contains(&format),
                    "{kind:?} {format:?}"
                );
            }
        }
    }

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        for kind in Kind::ALL {
            for format in Format::ALL {
                let once = artifact(&sample::hostile(), kind, format, edition(Audience::Customer));
                assert_eq!(once, artifact(&sample::hostile(), kind, format, edition(Audience::Customer)));
            }
        }
    }

    #[test]
    fn nothing_claims_conformity_or_completeness() {
        for kind in PAGES {
            let text = markdown(&sample::plain(), kind, Audience::Customer).to_lowercase();
            for claim in ["conform", "complian", "complies", "all threats", "guarantee", "certif", "secure by"] {
                assert!(!text.contains(claim), "{kind:?}: {claim}");
            }
        }
    }

    #[test]
    fn no_markup_of_a_hostile_name_survives() {
        for kind in PAGES {
            let text = markdown(&sample::hostile(), kind, Audience::Internal);
            let outside_of_code: String = text.lines().filter(|line| !line.contains("// ")).collect();
            assert!(!outside_of_code.replace("\\<", "").contains("<script"), "{kind:?}");
            assert!(!text.contains('\u{202e}'), "{kind:?}");
            crate::backends::rendered::tables(&text);
        }
    }

    /// A browser shows HTML as it comes: no script, nothing fetched, no markup of the model.
    #[test]
    fn html_holds_nothing_but_the_page() {
        for kind in Kind::ALL
            .into_iter()
            .filter(|kind| formats(*kind).contains(&Format::Html) && !matches!(kind, Kind::Matrix | Kind::Report))
        {
            let bytes = artifact(&sample::hostile(), kind, Format::Html, edition(Audience::Internal)).expect("HTML").bytes;
            let html = String::from_utf8(bytes).expect("UTF-8");
            for refused in ["<script", "<img", "<link", "src=", "url(", "javascript:", "\u{202e}"] {
                assert!(!html.contains(refused), "{kind:?}: {refused}");
            }
            assert!(html.contains("default-src 'none'"), "{kind:?}");
        }
    }

    #[test]
    fn an_empty_report_gives_every_artifact() {
        for kind in Kind::ALL {
            for format in formats(kind) {
                let artifact = artifact(&Report::default(), kind, *format, edition(Audience::Customer));
                let is_text = !matches!(kind, Kind::Dfd | Kind::Matrix | Kind::Report) && *format != Format::Svg;
                assert_eq!(artifact.is_some(), is_text, "{kind:?}");
            }
        }
    }
}
