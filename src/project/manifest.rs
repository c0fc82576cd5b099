//! `ward.toml`: what a folder's model is, what is made of it, and when it is refused.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Component, Path};

use serde::Deserialize;
use toml::Spanned;

use crate::backends::is_artifact_name;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::text::{FileId, Span};
use crate::words::tick;

use super::os_world::tidy;

/// The pack of rules where the manifest names none.
pub(crate) const DEFAULT_PACK: &str = "std.stride";

/// The whole manifest. Every part may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Manifest {
    /// Which files make the model.
    pub(crate) model: ModelTable,
    /// That the folder is no model but a library, whose packs and tests are checked.
    pub(crate) library: Option<LibraryTable>,
    /// Folders of library modules by the first word of their names: `acme.x` is `x.tm` in the folder of `acme`.
    pub(crate) libraries: BTreeMap<Spanned<String>, Spanned<String>>,
    /// What `ward build` writes.
    pub(crate) build: BuildTable,
    /// What is refused.
    gate: GateTable,
}

/// `[model]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ModelTable {
    /// The file that everything is imported from, in the manifest's folder.
    pub(crate) root: Option<Spanned<String>>,
    /// Library modules with the rules to apply; `std.stride` where none is named.
    pub(crate) packs: Option<Vec<String>>,
    /// How strict to be.
    pub(crate) profile: Strictness,
}

/// `[library]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LibraryTable {
    /// The first word of its modules' names: `acme` makes `rules.tm` the module `acme.rules`.
    pub(crate) name: String,
}

/// How strict the compiler is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Strictness {
    /// The model is being worked on: only errors are refused.
    #[default]
    Draft,
    /// The artifacts are handed over: some warnings are errors, and nothing may be open.
    Release,
}

/// `[build]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct BuildTable {
    /// Names of files, which say what is in them and in which format; all there are where it is left out.
    pub(crate) outputs: Option<Vec<Spanned<String>>>,
    /// The folder they are written to, from the manifest's folder.
    pub(crate) directory: Option<String>,
    /// Files of fonts for pictures, from the manifest's folder.
    pub(crate) fonts: Vec<String>,
    /// Documents made from templates of one's own.
    pub(crate) templates: Vec<TemplateTable>,
}

/// `[[build.templates]]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateTable {
    /// The template, from the manifest's folder.
    pub(crate) file: Spanned<String>,
    /// What is made of it, in the folder of outputs.
    pub(crate) output: Spanned<String>,
}

/// `[gate]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct GateTable {
    open_at_or_above: Option<Spanned<String>>,
    questions: Option<bool>,
    unevidenced: Option<bool>,
}

/// What makes a model that compiles fail nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gate {
    /// Which open threats.
    pub(crate) open: OpenGate,
    /// Whether unanswered questions.
    pub(crate) questions: bool,
    /// Whether protections that are claimed without a control behind them, and controls without evidence.
    pub(crate) unevidenced: bool,
}

impl Gate {
    /// The gate that lets everything pass.
    pub(crate) fn open() -> Self {
        Self { open: OpenGate::Never, questions: false, unevidenced: false }
    }

    /// Whether there is anything it would refuse.
    pub(crate) fn refuses_something(&self) -> bool {
        *self != Self::open()
    }
}

/// Which open threats are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OpenGate {
    /// None.
    Never,
    /// All.
    Any,
    /// Those of at least a severity: its name in the scale `severity`, and where the manifest says it.
    AtOrAbove(String, Span),
}

impl Manifest {
    /// Reads the manifest, which is already a source of the session.
    pub(crate) fn parse(file: FileId, text: &str) -> Result<Self, Diagnostic> {
        let manifest: Self = toml::from_str(text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let message = error.message().split('\n').next().unwrap_or_default().to_owned();
            Diagnostic::new(Code::Manifest, place(file, &span)).message(message)
        })?;
        match manifest.fault() {
            Some((span, message)) => Err(Diagnostic::new(Code::Manifest, place(file, &span)).message(message)),
            None => Ok(manifest),
        }
    }

    /// What TOML allows and a manifest does not.
    fn fault(&self) -> Option<(Range<usize>, String)> {
        if let Some(root) = self.model.root.as_ref().filter(|root| !stays_inside(root.get_ref())) {
            return Some((root.span(), "the root file lies outside the manifest's folder".to_owned()));
        }
        if let Some((library, _)) = self.libraries.iter().find(|(library, _)| library.get_ref() == "std") {
            return Some((
                library.span(),
                "the name `std` belongs to the library inside Ward; `--stdlib` replaces it".to_owned(),
            ));
        }
        let of_templates = self.build.templates.iter().map(|template| &template.output);
        let mut outputs = self.build.outputs.iter().flatten().chain(of_templates);
        outputs
            .find(|output| !stays_inside(output.get_ref()))
            .map(|output| (output.span(), "an output is a file inside `build.directory`".to_owned()))
            .or_else(|| self.fault_of_templates())
    }

    /// Names that two documents would have. Case is no difference: it is none to many file systems.
    fn fault_of_templates(&self) -> Option<(Range<usize>, String)> {
        let lower = |template: &TemplateTable| tidy(Path::new(template.output.get_ref())).to_string_lossy().to_lowercase();
        let templates = &self.build.templates;
        templates.iter().enumerate().find_map(|(at, template)| {
            let name = lower(template);
            let message = match () {
                () if is_artifact_name(&name) => format!("{} is the name of an artifact", tick(template.output.get_ref())),
                () if templates[..at].iter().any(|other| lower(other) == name) => {
                    format!("two templates are written to {}", tick(template.output.get_ref()))
                }
                () => return None,
            };
            Some((template.output.span(), message))
        })
    }

    /// The packs to load.
    pub(crate) fn packs(&self) -> Vec<String> {
        self.model.packs.clone().unwrap_or_else(|| vec![DEFAULT_PACK.to_owned()])
    }

    /// Whether the manifest itself says which open threats are refused.
    pub(crate) fn names_gate(&self) -> bool {
        self.gate.open_at_or_above.is_some()
    }

    /// What is refused: in a draft nothing, in a release every open threat and every question, unless the manifest says otherwise.
    pub(crate) fn gate(&self, file: FileId, release: bool) -> Gate {
        let open = match &self.gate.open_at_or_above {
            None if release => OpenGate::Any,
            None => OpenGate::Never,
            Some(word) => match word.get_ref().as_str() {
                "never" => OpenGate::Never,
                "any" => OpenGate::Any,
                severity => OpenGate::AtOrAbove(severity.to_owned(), place(file, &word.span())),
            },
        };
        Gate { open, questions: self.gate.questions.unwrap_or(release), unevidenced: self.gate.unevidenced.unwrap_or(false) }
    }
}

/// The place of a range of the manifest.
pub(crate) fn place(file: FileId, span: &Range<usize>) -> Span {
    Span::new(file, span.start as u32, span.end as u32)
}

fn stays_inside(path: &str) -> bool {
    let path = Path::new(path);
    path.file_name().is_some() && path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Session;

    fn parse(text: &str) -> Result<Manifest, String> {
        let mut session = Session::default();
        let file = session.add_source("ward.toml", text);
        Manifest::parse(file, text).map_err(|diagnostic| {
            let span = diagnostic.span().expect("it has a place");
            format!("{}: {}", session.sources().slice(span), diagnostic.message)
        })
    }

    #[test]
    fn a_manifest_may_be_empty() {
        let manifest = parse("").expect("valid");
        assert_eq!(manifest.packs(), ["std.stride"]);
        let file = FileId(0);
        assert_eq!(manifest.gate(file, false), Gate { open: OpenGate::Never, questions: false, unevidenced: false });
        assert_eq!(manifest.gate(file, true), Gate { open: OpenGate::Any, questions: true, unevidenced: false });
    }

    #[test]
    fn the_gate_is_what_the_manifest_says() {
        let manifest = parse("[gate]\nopen_at_or_above = \"serious\"\nquestions = false").expect("valid");
        let gate = manifest.gate(FileId(0), true);
        assert!(matches!(gate.open, OpenGate::AtOrAbove(word, span) if word == "serious" && span.start == 26));
        assert!(!gate.questions);
    }

    #[test]
    fn faults_point_at_their_place() {
        let fault = |text| parse(text).expect_err("a fault");
        assert_eq!(fault("[model]\nprofile = \"fast\""), "\"fast\": unknown variant `fast`, expected `draft` or `release`");
        assert!(fault("[model]\nroute = 1").starts_with("route: unknown field `route`"));
        assert_eq!(fault("[model]\nroot = \"../x.tm\""), "\"../x.tm\": the root file lies outside the manifest's folder");
        assert!(fault("[build]\noutputs = [\"a.md\", \"/etc/x\"]").starts_with("\"/etc/x\""));
        assert!(fault("[libraries]\nstd = \"x\"").starts_with("std: "));
        let faults = |text: String| parse(&text).expect_err("a fault");
        let template = |output: &str| format!("[[build.templates]]\nfile = \"t\"\noutput = \"{output}\"\n");
        assert_eq!(faults(template("../x.md")), "\"../x.md\": an output is a file inside `build.directory`");
        for name in ["threats.md", "./Threats.MD", "dfd-mine.svg", "model.json", "matrix-x.csv"] {
            assert!(faults(template(name)).ends_with("is the name of an artifact"), "{name}");
        }
        let twice = format!("{}{}", template("a/x.md"), template("a/./X.md"));
        assert_eq!(faults(twice), "\"a/./X.md\": two templates are written to `a/./X.md`");
        parse(&format!("{}{}", template("a/threats.md"), template("dfd.txt"))).expect("valid");
    }
}
