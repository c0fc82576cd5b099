//! `ward respond`: skeletons of decisions on findings, and the ground that decisions rest on.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::backends::insertion::{New, inserted};
use crate::cli::args::{Respond as Arguments, is_dash};
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::listing::filtered;
use crate::cli::os_world::{here, read_text};
use crate::cli::skeleton::skeleton;
use crate::cli::stamping::{Edit, edited, stamp};
use crate::cli::write::write;
use crate::compile::Compilation;
use crate::diagnostic::{Diagnostic, code::Severity};
use crate::findings::{Finding, State, ground, threat_of};
use crate::model::{KindSet, Model as Resolved};
use crate::program::ReadError;
use crate::report::{Report, ThreatRow};
use crate::syntax::ast::{Body, Member, Respond};
use crate::syntax::parse;
use crate::text::FileId;
use crate::words::{count, list, nearest, tick};

use super::{BROKEN, Cx, Model};

/// The file decisions go to where none is named.
const DECISIONS: &str = "decisions.tm";

/// How codes of messages about decisions begin: a decision to be completed does not keep others from being written.
const ABOUT_DECISIONS: &str = "TM04";

pub(super) fn run(cx: &mut Cx, arguments: &Arguments) -> Outcome {
    let (path, wanted) = sorted(&arguments.words)?;
    if !arguments.stamp && !arguments.open && wanted.is_empty() {
        let reason =
            "name findings (RULE@element), or choose all that are open with `--open`; `--stamp` records the ground of decisions";
        return Err(Failure::Cannot(reason.to_owned()));
    }
    // what a release refuses is what this command is there to complete
    let model = cx.compile_as(path.as_deref(), false)?;
    let errors = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let stops = |diagnostic: &&Diagnostic| arguments.stamp || !diagnostic.code.id().starts_with(ABOUT_DECISIONS);
    if model.compiled.diagnostics().iter().filter(errors).any(|diagnostic| stops(&diagnostic)) {
        cx.show(&model.project, model.compiled.diagnostics().iter());
        return BROKEN;
    }
    if arguments.stamp { record(cx, &model, &wanted) } else { ask(cx, &model, &wanted, arguments) }
}

/// The model and the findings that the words of the command line name: a finding has an `@`.
fn sorted(words: &[String]) -> Result<(Option<PathBuf>, Vec<&str>), Failure> {
    let (findings, mut paths): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| word.contains('@') && !Path::new(word).exists());
    let path = if paths.is_empty() { None } else { Some(PathBuf::from(paths.remove(0))) };
    if let Some(second) = paths.first() {
        return Err(Failure::Cannot(format!(
            "{} is no finding, which is written RULE@element, and a model is named already",
            tick(second)
        )));
    }
    if let Some(missing) = path.as_ref().filter(|path| !path.exists()) {
        let name = tick(&missing.display().to_string());
        return Err(Failure::Cannot(format!("{name} is neither a model nor a finding, which is written RULE@element")));
    }
    Ok((path, findings))
}

// ---------------------------------------------------------------- skeletons

fn ask(cx: &mut Cx, model: &Model, wanted: &[&str], arguments: &Arguments) -> Outcome {
    let compilation = &model.compiled.compilation;
    let report = model.compiled.report(cx.session.sources(), &model.project.gate);
    let target = match &arguments.output {
        Some(path) => path.clone(),
        None => model.project.folder.join(root_folder(model)).join(DECISIONS),
    };
    let before = if is_dash(&target) { String::new() } else { text_before(cx, &target)? };
    let mut decided = decided(cx, compilation);
    let there = parse(FileId(0), &before);
    for respond in responds(&there.body) {
        decided.entry(threat_of(&compilation.model, respond)).or_insert_with(|| target.display().to_string());
    }
    let mut threats = chosen(&report, wanted, &decided)?;
    if arguments.open {
        let Some(kept) = kept(cx, compilation, arguments.filter.as_deref()) else { return Ok(Exit::Failed) };
        let open = report.threats.iter().filter(|threat| threat.state == State::Open && !decided.contains_key(&threat.id));
        threats.extend(open.filter(|threat| kept.contains(&threat.element) && !wanted.contains(&threat.id.as_str())));
    }
    if threats.is_empty() {
        let among = if arguments.filter.is_some() { " among those that `--where` chooses" } else { "" };
        cx.console.note(&format!("no open threat{among} is without a decision"));
        return Ok(Exit::Clean);
    }
    let decision = |threat: &&ThreatRow| {
        let element = path_of(&compilation.model, threat);
        New { text: skeleton(threat, &element), element, rule: threat.rule.clone() }
    };
    let new: Vec<New> = threats.iter().map(decision).collect();
    if is_dash(&target) {
        let texts: Vec<&str> = new.iter().map(|one| one.text.as_str()).collect();
        cx.console.data(texts.join("\n").as_bytes())?;
        return Ok(Exit::Clean);
    }
    write(&target, inserted(&before, &there.body, &new).as_bytes())?;
    cx.console.note(&format!("{} to be completed in `{}`", count(threats.len(), "decision"), target.display()));
    tell_import(cx, model, &target);
    Ok(Exit::Clean)
}

/// The folder of the root file, from the model's folder.
fn root_folder(model: &Model) -> PathBuf {
    let root = model.project.root().unwrap_or_default();
    Path::new(root).parent().map(Path::to_owned).unwrap_or_default()
}

/// What a file holds to which something is added; nothing where there is none.
fn text_before(cx: &mut Cx, path: &Path) -> Result<String, Failure> {
    let text = match read_text(path) {
        Ok(text) => text,
        Err(ReadError::Missing) => return Ok(String::new()),
        Err(error) => return Err(Failure::unreadable(path, &error)),
    };
    let id = cx.session.add_source(&path.display().to_string(), text.clone());
    let parsed = parse(id, &text);
    if parsed.diagnostics.has_errors() {
        return Err(Failure::Diagnosed(parsed.diagnostics.into_iter().collect()));
    }
    Ok(text.to_string())
}

/// The findings that are named; a decision is made once.
fn chosen<'r>(report: &'r Report, wanted: &[&str], decided: &IndexMap<String, String>) -> Result<Vec<&'r ThreatRow>, Failure> {
    let mut threats: Vec<&ThreatRow> = Vec::new();
    for id in wanted {
        let Some(threat) = report.threats.iter().find(|threat| threat.id == *id) else { return Err(unknown(report, id)) };
        if let Some(place) = decided.get(*id) {
            return Err(Failure::Cannot(format!("{} has a decision already, at {place}; nothing was written", tick(id))));
        }
        if !threats.iter().any(|known| known.id == threat.id) {
            threats.push(threat);
        }
    }
    Ok(threats)
}

fn unknown(report: &Report, id: &str) -> Failure {
    let near = nearest(id, report.threats.iter().map(|threat| threat.id.as_str()));
    let help = near.map_or_else(|| format!("; `ward explain {id}` says why not"), |near| format!("; did you mean `{near}`?"));
    Failure::Cannot(format!("there is no finding {}{help}", tick(id)))
}

/// Identities of the elements for which an expression holds; nothing where it makes no sense, which is shown.
fn kept(cx: &mut Cx, compilation: &Compilation, filter: Option<&str>) -> Option<Vec<String>> {
    let ids = match filter {
        None => compilation.model.iter().map(|(id, _)| id).collect(),
        Some(text) => match filtered(&mut cx.session, compilation, KindSet::DRAWN, text) {
            Ok(ids) => ids,
            Err(diagnostics) => {
                cx.console.diagnostics(diagnostics.iter().collect(), cx.session.sources(), str::to_owned);
                return None;
            }
        },
    };
    Some(ids.into_iter().map(|id| compilation.model.identity(id)).collect())
}

/// Where the element of a threat is found now: its identity may be a path that it once had.
fn path_of(model: &Resolved, threat: &ThreatRow) -> String {
    model.find(&threat.element).map_or_else(|| threat.element.clone(), |id| model.path(id))
}

/// Every finding that the model's files decide, completely or not, and where.
fn decided(cx: &Cx, compilation: &Compilation) -> IndexMap<String, String> {
    let own = compilation.program.files.iter().filter(|file| !file.library);
    let all = own.flat_map(|file| responds(&file.parse.body));
    all.map(|respond| (threat_of(&compilation.model, respond), cx.session.sources().line_of(respond.span))).collect()
}

fn responds(body: &Body) -> impl Iterator<Item = &Respond> {
    body.iter().filter_map(|member| if let Member::Respond(respond) = member { Some(&**respond) } else { None })
}

/// Says how the model gets to see a file that it does not import.
fn tell_import(cx: &Cx, model: &Model, target: &Path) {
    let canonical = |path: &Path| std::fs::canonicalize(path).ok();
    let project = &model.project;
    let mut files = model.compiled.files(cx.session.sources()).filter_map(|name| project.world.path_of(name));
    if files.any(|file| canonical(&file) == canonical(target)) {
        return;
    }
    let Some(root) = project.root() else { return };
    let folder = project.folder.join(root_folder(model));
    let inside = canonical(target).zip(canonical(here(&folder)));
    let inside = inside.and_then(|(file, folder)| file.strip_prefix(folder).ok().map(Path::to_owned));
    let shown = tick(&target.display().to_string());
    cx.console.note(&match inside {
        Some(file) => format!("the model does not import {shown} yet: write `import \"{}\"` in `{root}`", file.display()),
        None => format!(
            "the model does not import {shown}, which lies outside its folder: move what was written into a file beside `{root}`"
        ),
    });
}

// ---------------------------------------------------------------- stamps

fn record(cx: &mut Cx, model: &Model, wanted: &[&str]) -> Outcome {
    let compilation = &model.compiled.compilation;
    let report = model.compiled.report(cx.session.sources(), &model.project.gate);
    let id = |finding: &Finding| finding.id(&compilation.model, &compilation.rules);
    let decided: Vec<(String, &Finding)> = compilation
        .findings
        .all
        .iter()
        .filter(|finding| finding.decision.is_some())
        .map(|finding| (id(finding), finding))
        .collect();
    for wanted in wanted {
        if report.threats.iter().all(|threat| threat.id != *wanted) {
            return Err(unknown(&report, wanted));
        }
        if decided.iter().all(|(id, _)| id != wanted) {
            return Err(Failure::Cannot(format!("{} has no decision to record the ground of", tick(wanted))));
        }
    }
    let chosen: Vec<&(String, &Finding)> =
        decided.iter().filter(|(id, _)| wanted.is_empty() || wanted.contains(&id.as_str())).collect();
    let mut edits: IndexMap<FileId, Vec<Edit>> = IndexMap::new();
    let mut stamped = Vec::new();
    for (id, finding) in &chosen {
        let Some(respond) = respond_of(compilation, finding) else { continue };
        let rule = &compilation.rules.rules[finding.rule as usize];
        let ground = ground(&mut compilation.evaluator(), rule, finding.element);
        let file = respond.span.file;
        if let Some(edit) = stamp(&cx.session.sources().file(file).text, respond, &ground) {
            edits.entry(file).or_default().push(edit);
            stamped.push(tick(id));
        }
    }
    for (file, edits) in &edits {
        let source = cx.session.sources().file(*file);
        let Some(path) = model.project.world.path_of(&source.name) else { continue };
        write(&path, edited(&source.text, edits).as_bytes())?;
    }
    let unchanged = chosen.len() - stamped.len();
    let told = if stamped.is_empty() { String::new() } else { format!(" ({})", list(&stamped, "and")) };
    cx.console.note(&format!("ground of {} recorded{told}, {unchanged} unchanged", count(stamped.len(), "decision")));
    Ok(Exit::Clean)
}

/// The text of the decision on a finding.
fn respond_of<'c>(compilation: &'c Compilation, finding: &Finding) -> Option<&'c Respond> {
    let decision = compilation.findings.decision(finding)?;
    let span = compilation.model.element(decision.id).span;
    let mut all = compilation.program.files.iter().flat_map(|file| responds(&file.parse.body));
    all.find(|respond| respond.rule.names.first().is_some_and(|name| name.span == span))
}
