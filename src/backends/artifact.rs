//! One artifact as a file: its name and its bytes.

use super::kind::{Format, Kind};
use super::{
    Audience, attack_paths, coverage, decisions, matrix as matrix_of, model_json, paths, ports, questions, threats, trace,
};
use crate::report::{Report, StandardRow};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Where, relative to the folder of outputs, with `/`.
    pub path: String,
    /// What.
    pub bytes: Vec<u8>,
}

/// The text of an artifact; none for pictures, which are drawn elsewhere, for [`Kind::Matrix`], of which
/// there is one for each standard ([`matrix`]), and for formats the kind does not have.
///
/// The audience matters to the ports only: the other kinds are internal documents as a whole.
pub fn table(report: &Report, kind: Kind, format: Format, audience: Audience) -> Option<String> {
    match (kind, format) {
        (Kind::Threats, Format::Md) => Some(threats::markdown(report)),
        (Kind::Threats, Format::Csv) => Some(threats::csv(report)),
        (Kind::Threats, Format::Json) => Some(threats::json(report)),
        (Kind::Coverage, Format::Md) => Some(coverage::markdown(report)),
        (Kind::Coverage, Format::Csv) => Some(coverage::csv(report)),
        (Kind::Coverage, Format::Json) => Some(coverage::json(report)),
        (Kind::Decisions, Format::Md) => Some(decisions::markdown(report)),
        (Kind::Decisions, Format::Csv) => Some(decisions::csv(report)),
        (Kind::Decisions, Format::Json) => Some(decisions::json(report)),
        (Kind::Questions, Format::Md) => Some(questions::markdown(report)),
        (Kind::Questions, Format::Csv) => Some(questions::csv(report)),
        (Kind::Questions, Format::Json) => Some(questions::json(report)),
        (Kind::Ports, Format::Md) => Some(ports::markdown(report, audience)),
        (Kind::Ports, Format::Csv) => Some(ports::csv(report, audience)),
        (Kind::Ports, Format::Json) => Some(ports::json(report, audience)),
        (Kind::Trace, Format::Md) => Some(trace::markdown(report)),
        (Kind::Trace, Format::Csv) => Some(trace::csv(report)),
        (Kind::Paths, Format::Md) => Some(paths::markdown(report)),
        (Kind::Paths, Format::Csv) => Some(paths::csv(report)),
        (Kind::AttackPaths, Format::Md) => Some(attack_paths::markdown(report)),
        (Kind::AttackPaths, Format::Json) => Some(attack_paths::json(report)),
        (Kind::Model, Format::Json) => Some(model_json::json(report)),
        (
            Kind::Threats | Kind::Coverage | Kind::Decisions | Kind::Questions | Kind::Ports,
            Format::Svg | Format::Dot | Format::Mermaid,
        )
        | (Kind::Trace, Format::Json | Format::Svg | Format::Dot | Format::Mermaid)
        | (Kind::Paths, Format::Json | Format::Svg | Format::Dot | Format::Mermaid)
        | (Kind::AttackPaths, Format::Csv | Format::Svg | Format::Dot | Format::Mermaid)
        | (Kind::Model, Format::Md | Format::Csv | Format::Svg | Format::Dot | Format::Mermaid)
        | (Kind::Dfd | Kind::Matrix, _) => None,
    }
}

/// The matrix of one standard as a file.
pub fn matrix(report: &Report, standard: &StandardRow, format: Format) -> Option<Artifact> {
    let text = match format {
        Format::Md => matrix_of::markdown(report, standard),
        Format::Csv => matrix_of::csv(report, standard),
        Format::Json => matrix_of::json(report, standard),
        Format::Svg | Format::Dot | Format::Mermaid => return None,
    };
    Some(file(matrix_name(standard, format), &text, format))
}

/// `matrix-imdrf_n60.md`.
pub fn matrix_name(standard: &StandardRow, format: Format) -> String {
    format!("{}-{}.{}", Kind::Matrix.word(), standard.id, format.extension())
}

/// [`table`] as a file.
pub fn artifact(report: &Report, kind: Kind, format: Format, audience: Audience) -> Option<Artifact> {
    let text = table(report, kind, format, audience)?;
    Some(file(file_name(kind, format), &text, format))
}

/// A CSV file starts with a byte-order mark: without it Excel takes UTF-8 for something else.
fn file(path: String, text: &str, format: Format) -> Artifact {
    const BYTE_ORDER_MARK: &str = "\u{feff}";
    let mark = if format == Format::Csv { BYTE_ORDER_MARK } else { "" };
    Artifact { path, bytes: format!("{mark}{text}").into_bytes() }
}

/// `threats.md`, `ports.csv`, `dfd.mmd`.
pub fn file_name(kind: Kind, format: Format) -> String {
    format!("{}.{}", kind.word(), format.extension())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::kind::formats;
    use crate::backends::sample;

    /// Kinds that are a page to read.
    const PAGES: [Kind; 8] = [
        Kind::Threats,
        Kind::Coverage,
        Kind::Decisions,
        Kind::Questions,
        Kind::Ports,
        Kind::Paths,
        Kind::AttackPaths,
        Kind::Trace,
    ];

    #[test]
    fn every_format_of_every_kind_but_the_diagram_has_a_text() {
        let report = sample::plain();
        for kind in Kind::ALL {
            for format in Format::ALL {
                let text = table(&report, kind, format, Audience::Internal);
                assert_eq!(
                    text.is_some(),
                    !matches!(kind, Kind::Dfd | Kind::Matrix) && format != Format::Svg && formats(kind).contains(&format),
                    "{kind:?} {format:?}"
                );
            }
        }
    }

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        for kind in Kind::ALL {
            for format in Format::ALL {
                let once = artifact(&sample::hostile(), kind, format, Audience::Customer);
                assert_eq!(once, artifact(&sample::hostile(), kind, format, Audience::Customer));
            }
        }
    }

    #[test]
    fn nothing_claims_conformity_or_completeness() {
        for kind in PAGES {
            let format = Format::Md;
            let text = table(&sample::plain(), kind, format, Audience::Customer).unwrap().to_lowercase();
            for claim in ["conform", "complian", "complies", "all threats", "guarantee", "certif", "secure by"] {
                assert!(!text.contains(claim), "{kind:?}: {claim}");
            }
        }
    }

    #[test]
    fn no_markup_of_a_hostile_name_survives() {
        for kind in PAGES {
            let text = table(&sample::hostile(), kind, Format::Md, Audience::Internal).unwrap();
            let outside_of_code: String = text.lines().filter(|line| !line.contains("// ")).collect();
            assert!(!outside_of_code.replace("\\<", "").contains("<script"), "{kind:?}");
            assert!(!text.contains('\u{202e}'), "{kind:?}");
            crate::backends::rendered::tables(&text);
        }
    }

    #[test]
    fn an_empty_report_gives_every_artifact() {
        for kind in Kind::ALL {
            for format in formats(kind) {
                let text = table(&Report::default(), kind, *format, Audience::Customer);
                let is_text = !matches!(kind, Kind::Dfd | Kind::Matrix) && *format != Format::Svg;
                assert_eq!(text.is_some(), is_text, "{kind:?}");
            }
        }
    }
}
