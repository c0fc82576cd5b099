//! Which artifacts there are, and in which formats.

use super::Audience;

/// What an artifact shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Every threat with its state, risk, controls and grounds.
    Threats,
    /// Element by category, with the reason of every empty cell.
    Coverage,
    /// One record a threat: what was decided, by whom, and why.
    Decisions,
    /// What the model leaves unsaid.
    Questions,
    /// A standard clause by clause.
    Matrix,
    /// Data-flow diagrams.
    Dfd,
    /// The views in words.
    Views,
    /// Ports and connections, for the instructions for use.
    Ports,
    /// The instructions for use and the security documentation for customers.
    Ifu,
    /// The answers to the form MDS2.
    Mds2,
    /// From threats to tests, instructions and components, and back.
    Trace,
    /// Communication paths, each with what a reviewer asks of it.
    Paths,
    /// From where an attacker can begin to what can be harmed.
    AttackPaths,
    /// All of it on one page to work with.
    Report,
    /// The resolved model with all findings, for other programs.
    Model,
    /// Findings and messages with their places, for code scanning.
    Sarif,
    /// The same for GitLab.
    CodeQuality,
}

impl Kind {
    /// All kinds, in the order they are listed in.
    pub const ALL: [Self; 17] = [
        Self::Threats,
        Self::Decisions,
        Self::Coverage,
        Self::Questions,
        Self::Matrix,
        Self::Dfd,
        Self::Views,
        Self::Ports,
        Self::Ifu,
        Self::Mds2,
        Self::Paths,
        Self::AttackPaths,
        Self::Trace,
        Self::Report,
        Self::Model,
        Self::Sarif,
        Self::CodeQuality,
    ];

    /// The word for it on the command line and in file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Threats => "threats",
            Self::Coverage => "coverage",
            Self::Decisions => "decisions",
            Self::Questions => "questions",
            Self::Matrix => "matrix",
            Self::Dfd => "dfd",
            Self::Views => "views",
            Self::Ports => "ports",
            Self::Ifu => "ifu",
            Self::Mds2 => "mds2",
            Self::Trace => "trace",
            Self::Paths => "paths",
            Self::AttackPaths => "attack-paths",
            Self::Report => "report",
            Self::Model => "model",
            Self::Sarif => "sarif",
            Self::CodeQuality => "code-quality",
        }
    }

    /// Who reads it, unless somebody says; none for what has only one edition, which is the manufacturer's own.
    pub fn readers(self) -> Option<Audience> {
        match self {
            Self::Ports | Self::Ifu | Self::Mds2 => Some(Audience::Customer),
            Self::Views => Some(Audience::Internal),
            Self::Threats
            | Self::Decisions
            | Self::Coverage
            | Self::Questions
            | Self::Matrix
            | Self::Dfd
            | Self::Paths
            | Self::AttackPaths
            | Self::Trace
            | Self::Report
            | Self::Model
            | Self::Sarif
            | Self::CodeQuality => None,
        }
    }

    /// Whether its pages show pictures of the views.
    pub fn shows_pictures(self) -> bool {
        matches!(self, Self::Views | Self::Ifu)
    }

    /// The kind a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How an artifact is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Markdown, for a human reader.
    Md,
    /// Comma-separated values, for a spreadsheet.
    Csv,
    /// JSON, for programs.
    Json,
    /// A picture, for browsers and word processors.
    Svg,
    /// A picture of dots.
    Png,
    /// A page of A4 to print.
    Pdf,
    /// A page that needs nothing but a browser.
    Html,
    /// A document for a word processor.
    Docx,
    /// A workbook for a spreadsheet.
    Xlsx,
    /// Graphviz.
    Dot,
    /// Mermaid.
    Mermaid,
    /// PlantUML.
    PlantUml,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 12] = [
        Self::Md,
        Self::Csv,
        Self::Json,
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Svg,
        Self::Png,
        Self::Pdf,
        Self::Dot,
        Self::Mermaid,
        Self::PlantUml,
    ];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
            Self::PlantUml => "plantuml",
        }
    }

    /// The format a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// How names of its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Mermaid => "mmd",
            Self::PlantUml => "puml",
            Self::Md
            | Self::Csv
            | Self::Json
            | Self::Html
            | Self::Docx
            | Self::Xlsx
            | Self::Svg
            | Self::Png
            | Self::Pdf
            | Self::Dot => self.word(),
        }
    }
}

/// The formats a kind is written in, the usual one first.
pub fn formats(kind: Kind) -> &'static [Format] {
    match kind {
        Kind::Threats | Kind::Matrix | Kind::Ports => {
            &[Format::Md, Format::Csv, Format::Json, Format::Xlsx, Format::Html, Format::Docx]
        }
        Kind::Coverage => &[Format::Md, Format::Csv, Format::Json, Format::Html],
        Kind::Decisions | Kind::Questions => &[Format::Md, Format::Csv, Format::Json, Format::Docx],
        Kind::Trace | Kind::Paths => &[Format::Md, Format::Csv, Format::Xlsx, Format::Docx],
        Kind::AttackPaths => &[Format::Md, Format::Json, Format::Svg],
        Kind::Dfd => &[Format::Svg, Format::Png, Format::Pdf, Format::Dot, Format::Mermaid, Format::PlantUml],
        Kind::Ifu => &[Format::Md, Format::Html, Format::Docx],
        Kind::Mds2 => &[Format::Md, Format::Csv, Format::Xlsx],
        Kind::Views => &[Format::Md, Format::Html, Format::Docx],
        Kind::Report => &[Format::Html],
        Kind::Model | Kind::Sarif | Kind::CodeQuality => &[Format::Json],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_its_kind_and_its_format() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.word()), Some(kind));
            assert!(!formats(kind).is_empty());
        }
        for format in Format::ALL {
            assert_eq!(Format::of(format.word()), Some(format));
        }
        assert_eq!(Kind::of("Threats"), None);
    }
}
