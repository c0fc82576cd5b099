//! What can be written behind `ward`.

use std::path::PathBuf;

use crate::backends::Kind;
use crate::project::Choices;
use crate::words::list;
use clap::{ColorChoice, Parser, Subcommand, ValueEnum};

use crate::syntax::ast::Date;

/// Compiles threat models of medical devices.
///
/// PATH is a .tm file, or a folder with a ward.toml or a model; the default is the folder one stands in.
/// Exit status: 0 clean, 1 refused by the gate, 2 the model does not compile, 3 Ward could not run.
#[derive(Debug, Parser)]
#[command(name = "ward", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Global {
    /// Reads the library from DIR (std.x is DIR/x.tm) instead of from inside the program
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) stdlib: Option<PathBuf>,
    /// Reads files outside the model's folder that links in it lead to: where a build system made the links
    #[arg(long, global = true)]
    pub(crate) follow_links: bool,
    /// Compiles as for a release, whatever the manifest says
    #[arg(long, global = true)]
    pub(crate) release: bool,
    /// Whether messages are coloured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
    /// How messages are written
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
    /// The day decisions are held against [default: SOURCE_DATE_EPOCH, else the system's date]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) today: Option<Date>,
}

impl Global {
    /// What of it a model is opened with.
    pub(crate) fn choices(&self) -> Choices {
        Choices { stdlib: self.stdlib.clone(), release: self.release, follow_links: self.follow_links }
    }
}

/// How messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With the source they point at
    Human,
    /// One line a message: file:line:column
    Short,
    /// One JSON object a line, on standard output unless a command's product goes there
    Json,
    /// A command a line, which GitHub shows beside the text of a pull request
    Github,
    /// All messages and findings as one SARIF log on standard output: `ward check` only
    Sarif,
}

/// For whom an artifact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// What a customer may see
    Customer,
    /// Everything
    Internal,
}

/// What draws a diagram's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// The layered layout inside the program, which is what nobody needs to ask for
    Elk,
    /// The layout that takes over where the first one fails
    Dagre,
    /// Graphviz, which has to be installed
    Dot,
}

/// What a diagram may draw beside boxes and arrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// Ports on the borders of what they belong to
    Ports,
    /// How many threats are open and how many questions unanswered at each element
    #[value(name = "threat_counts")]
    ThreatCounts,
    /// How many controls are in place and how many planned at each element
    Controls,
    /// Nothing
    None,
}

/// What code scanning is told of findings that are countered or decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Answers {
    /// Everything: they are there, suppressed, with the answer as the reason
    Suppress,
    /// Nothing, for GitHub, which takes no notice of suppressions
    LeaveOut,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Columns to read
    Table,
    /// Comma-separated values
    Csv,
    /// A JSON array
    Json,
    /// One JSON object a line, each with its schema and its model
    Ndjson,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compiles a model, prints what is wrong with it and a summary
    Check {
        /// The model, or several
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How many models at once [default: as many as there are processors]
        #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        jobs: Option<u16>,
    },
    /// Writes every artifact the manifest names; all of them where it names none
    Build {
        /// The model, or several
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How many models at once [default: as many as there are processors]
        #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        jobs: Option<u16>,
        /// Where to [default: the manifest's `build.directory`, else `out` beside the model]
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// A font with characters that DejaVu Sans lacks, beside those of the manifest; may be given more than once
        #[arg(long, value_name = "FILE")]
        font: Vec<PathBuf>,
        /// Draws every view in one picture, even one too large for a page
        #[arg(long)]
        whole: bool,
        /// Writes the places of all boxes to `layout.toml` beside the model; pictures keep to it from then on
        #[arg(long)]
        pin_layout: bool,
    },
    /// Writes one artifact
    Emit(Emit),
    /// Does what `build` does, again whenever a file of the model changes
    Watch {
        /// The model
        path: Option<PathBuf>,
        /// Where to [default: as for `build`]
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Looks at the files every second, where the operating system does not tell of changes (network drives)
        #[arg(long)]
        poll: bool,
    },
    /// Shows the report in a browser of this machine, made again whenever a file of the model changes
    Serve {
        /// The model
        path: Option<PathBuf>,
        /// The port to listen on; 0 takes any that is free
        #[arg(long, value_name = "PORT", default_value_t = 7400)]
        port: u16,
        /// Looks at the files every second, where the operating system does not tell of changes (network drives)
        #[arg(long)]
        poll: bool,
    },
    /// Tells what changed from one version of a model to another: the attack surface, threats, decisions, every fact
    Diff(Diff),
    /// Lays out files in the one canonical way
    Fmt {
        /// Changes nothing; exits with 1 where a file is not canonical
        #[arg(long)]
        check: bool,
        /// Files, folders of files, or - for standard input to standard output
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Explains a message (TM0101), a rule, a clause, a finding (RULE@element) or the way of data from one element to another ('a.b -> c')
    Explain {
        /// What to explain
        what: String,
        /// The model
        path: Option<PathBuf>,
    },
    /// Lists ports, flows, threats, questions, controls, clauses …
    List(List),
    /// Writes a first model with questions to answer, its manifest, a Makefile, a workflow for continuous integration and settings for git
    New {
        /// The folder, whose last part is the model's name
        path: PathBuf,
        /// What the device is called [default: the name]
        #[arg(long)]
        title: Option<String>,
    },
    /// Serves an editor: speaks the Language Server Protocol over standard input and output
    Lsp {},
    /// Writes skeletons of decisions for findings, or records the ground that decisions rest on
    ///
    /// Without --stamp, a skeleton for each finding is appended to a file: what the threat is, the facts and the risk, the choices, and what a
    /// record needs. Nothing else in the file is touched, and findings that have a decision are refused.
    ///
    /// With --stamp, the facts a finding rests on are written into its decision as `basis`, for the findings named or for all decisions. When
    /// one of these facts changes, the decision goes back to review, and the message names the fact.
    Respond(Respond),
}

/// `ward respond`
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  ward respond SPF01@push_profile TAM04@unit.app\n  ward respond model --open --where 'self is EthernetPort' -o todo.tm\n  ward respond --stamp"
)]
pub(crate) struct Respond {
    /// Findings (RULE@element), and the model they are in where it is not the folder one stands in
    #[arg(value_name = "PATH|FINDING")]
    pub(crate) words: Vec<String>,
    /// All open threats without a decision
    #[arg(long, conflicts_with = "stamp")]
    pub(crate) open: bool,
    /// Only those whose element an expression of the rule language holds for
    #[arg(long = "where", value_name = "EXPR", requires = "open")]
    pub(crate) filter: Option<String>,
    /// The file to append to; - is standard output [default: `decisions.tm` beside the model's root file]
    #[arg(short, long, value_name = "FILE", conflicts_with = "stamp")]
    pub(crate) output: Option<PathBuf>,
    /// Records the ground of decisions instead
    #[arg(long)]
    pub(crate) stamp: bool,
}

/// `ward list`
#[derive(Debug, clap::Args)]
pub(crate) struct List {
    /// What to list
    pub(crate) kind: String,
    /// The model; with `--format ndjson` several
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How
    #[arg(long, default_value = "table")]
    pub(crate) format: ListFormat,
    /// Only those for which an expression of the rule language holds
    #[arg(long = "where", value_name = "EXPR")]
    pub(crate) filter: Option<String>,
    /// Of `models`: only those that were read from a file that is otherwise than in a revision
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,
    /// How many models at once [default: as many as there are processors]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}

/// `ward diff`
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A version is a git revision (main, v1.2, HEAD~3), a model in one (main:models/pump), two with dots between them (main..next;\nmain...next begins where they parted), or a file or folder.\n\nExit status: 0 nothing that the gate refuses was added, 1 the change adds open threats at or above the gate, decisions\nthat stand on nothing or other errors, 2 a version does not compile, 3 git or a file stands in the way.\n\nExamples:\n  ward diff main\n  ward diff v1.2 v1.3 --model models/pump --format markdown -o comment.md\n  ward diff main...HEAD --gate serious"
)]
pub(crate) struct Diff {
    /// The earlier version
    pub(crate) old: String,
    /// The later version [default: the model as it is on disk]
    pub(crate) new: Option<String>,
    /// The model: a file or folder, in a revision the one of the same path [default: the folder one stands in]
    #[arg(long, value_name = "PATH")]
    pub(crate) model: Option<PathBuf>,
    /// How [default: by the name of the file, else text]
    #[arg(long)]
    pub(crate) format: Option<DiffFormat>,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
    /// How long a Markdown text may become, in bytes: details, pictures and then changes are left out and counted [default: what fits into a
    /// comment on GitHub]
    #[arg(long, value_name = "BYTES")]
    pub(crate) longest: Option<usize>,
    /// From which severity on new open threats are refused: a severity, any or never [default: the manifest's `gate.open_at_or_above`, else any]
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) gate: Option<String>,
    /// Holds the decisions of each revision against the day of its commit, so that those that have expired in between are told
    #[arg(long)]
    pub(crate) then: bool,
    /// Overwrites a file that Ward did not write
    #[arg(long)]
    pub(crate) force: bool,
}

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Lines to read in a terminal
    #[value(alias = "txt")]
    Text,
    /// For the comment of a pull request: short first, details folded, changed views as Mermaid
    #[value(alias = "md")]
    Markdown,
    /// For programs
    Json,
    /// One page with pictures before and after
    Html,
}

/// What `ward emit` says of its artifacts.
fn kinds() -> String {
    let words: Vec<String> = Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect();
    format!("Which artifact: {}", list(&words, "or"))
}

/// `ward emit`
#[derive(Debug, clap::Args)]
pub(crate) struct Emit {
    #[arg(help = kinds())]
    pub(crate) kind: String,
    /// The model
    pub(crate) path: Option<PathBuf>,
    /// Where to; - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
    /// In which format: md, csv, json, html, docx or xlsx, where the artifact has it; of dfd: svg, png, pdf, dot, mermaid or plantuml; of attack-paths
    /// also svg [default: by the name of the file, else the first the artifact has]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// Which view a diagram shows
    #[arg(long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    /// What a diagram draws beside boxes and arrows, with commas between [default: what the view says]
    #[arg(long, value_name = "LAYERS", value_delimiter = ',')]
    pub(crate) layers: Option<Vec<Layer>>,
    /// An earlier version of the model, a file or a folder: a diagram, or the report, shows what was added, removed and changed since
    #[arg(long, value_name = "OLD")]
    pub(crate) compare: Option<PathBuf>,
    /// Which standard a matrix is about [default: the only one that is imported]
    #[arg(long, value_name = "NAME")]
    pub(crate) standard: Option<String>,
    /// How many attack paths are shown for each position and asset, at most [default: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) ways: Option<u8>,
    /// The root of the sources: `sarif` and `code-quality` name files by their paths from there [default: the model's folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// What `sarif` does with findings that are answered [default: suppress]
    #[arg(long, value_name = "HOW")]
    pub(crate) answered: Option<Answers>,
    /// A font with characters that DejaVu Sans lacks, beside those of the manifest; may be given more than once
    #[arg(long, value_name = "FILE")]
    pub(crate) font: Vec<PathBuf>,
    /// What lays out a diagram [default: elk, and dagre in a build without it]
    #[arg(long)]
    pub(crate) engine: Option<Engine>,
    /// Draws a view in one picture, even one too large for a page
    #[arg(long)]
    pub(crate) whole: bool,
    /// Whom a document is for that customers get, too [default: internal for `views`, customer for others]
    #[arg(long)]
    pub(crate) profile: Option<Profile>,
    /// Also writes the files the artifact was made from, as a rule for make
    #[arg(long, value_name = "FILE")]
    pub(crate) depfile: Option<PathBuf>,
    /// Overwrites a file that Ward did not write
    #[arg(long)]
    pub(crate) force: bool,
}

impl Command {
    /// Whether the command's product goes to standard output, so that messages must not.
    pub(crate) fn prints(&self) -> bool {
        match self {
            Self::Check { .. } | Self::Build { .. } | Self::Watch { .. } | Self::Serve { .. } | Self::New { .. } => false,
            Self::Emit(emit) => is_dash(&emit.output),
            Self::Diff(diff) => is_dash(&diff.output),
            Self::Fmt { paths, .. } => paths.iter().any(|path| is_dash(path)),
            Self::Respond(respond) => respond.output.as_deref().is_some_and(is_dash),
            Self::Explain { .. } | Self::List(_) | Self::Lsp {} => true,
        }
    }
}

/// Whether a path means standard input or output.
pub(crate) fn is_dash(path: &std::path::Path) -> bool {
    path.as_os_str() == "-"
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "not a day of the calendar, such as 2027-06-30".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
