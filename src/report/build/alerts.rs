//! Findings and messages with their places.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Writer;
use crate::compile::Compilation;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::{Code, Severity};
use crate::findings::{Finding, State};
use crate::model::ElementId;
use crate::report::{AlertLevel, AlertPlace, AlertRow, AlertRule, Alerts, Report, ThreatRow};
use crate::text::{SourceMap, Span};
use crate::words::list;

/// What the compiler says of a model, and what its rules found, where they were asked. `root` stands before the path of every file.
pub fn alerts(compilation: &Compilation, sources: &SourceMap, report: &Report, root: &str) -> Alerts {
    let writer = Writer::new(compilation, sources);
    // the report has the same findings in another order
    let threats: IndexMap<&str, &ThreatRow, FxBuildHasher> =
        report.threats.iter().map(|threat| (threat.id.as_str(), threat)).collect();
    let places = Places { sources, root, compilation };
    let mut alerts = Alerts::default();
    for diagnostic in compilation.diagnostics.iter() {
        alerts.note_code(diagnostic.code);
        alerts.all.push(message(diagnostic, &places));
    }
    for finding in &compilation.findings.all {
        let id = writer.finding_id(finding);
        if let Some(&threat) = threats.get(id.as_str()) {
            let rank = rank(report, threat);
            alerts.note_rule(threat, writer.model.title(compilation.rules.rules[finding.rule as usize].id), rank);
            alerts.all.push(alert(finding, threat, rank, &places));
        }
    }
    alerts
}

impl Alerts {
    fn note_code(&mut self, code: Code) {
        if self.rules.iter().any(|rule| rule.id == code.id()) {
            return;
        }
        // a page begins with what the message means
        let page = code.page().lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let meaning: Vec<&str> = page.take_while(|line| !line.starts_with("```")).take(6).collect();
        self.rules.push(AlertRule {
            id: code.id().to_owned(),
            title: code.title().to_owned(),
            category: "Language".to_owned(),
            help: vec![meaning.join(" "), format!("`ward explain {}` has an example and its fix.", code.id())],
            ..AlertRule::default()
        });
    }

    fn note_rule(&mut self, threat: &ThreatRow, title: &str, rank: u32) {
        if let Some(known) = self.rules.iter_mut().find(|rule| rule.id == threat.rule) {
            known.rank = known.rank.max(Some(rank));
            return;
        }
        let mut help = Vec::new();
        if !threat.fix.is_empty() {
            help.push(format!("Countered by: {}.", list(&threat.fix, "or")));
        }
        help.extend(threat.advice.clone());
        if !threat.clauses.is_empty() {
            let clauses: Vec<String> = threat.clauses.iter().map(|clause| format!("{} ({})", clause.id, clause.title)).collect();
            help.push(format!("Clauses it touches: {}.", clauses.join(", ")));
        }
        help.push(format!(
            "`ward explain {}` has the rule; `ward explain {}@ELEMENT` tells why it finds something, and what would change the answer.",
            threat.rule, threat.rule
        ));
        let cwe = threat.cwe.iter().map(|id| format!("CWE-{id}"));
        let capec = threat.capec.iter().map(|id| format!("CAPEC-{id}"));
        self.rules.push(AlertRule {
            id: threat.rule.clone(),
            title: without_names(title),
            category: threat.category.clone(),
            help,
            references: cwe.chain(capec).collect(),
            rank: Some(rank),
        });
    }
}

/// The title of a rule with what stands in braces, an element of some model, left out.
fn without_names(title: &str) -> String {
    let mut out = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// How pressing a risk is: how far up the scales of severity and exploitability it stands, in tenths from 0 to 100. It says in which order to
/// look; it is no measure of the risk.
fn rank(report: &Report, threat: &ThreatRow) -> u32 {
    let Some(scheme) = &report.scheme else { return 50 };
    let risk = if threat.state == State::Question { &threat.risk_before } else { &threat.risk_after };
    let part = |at: Option<usize>, of: usize| at.map_or(50, |at| (at + 1) * 100 / of.max(1));
    let severity = risk.severity.as_ref();
    let severity = severity.and_then(|word| scheme.matrix.iter().position(|row| row.severity == *word));
    let exploitability = scheme.exploitability.iter().position(|word| *word == risk.exploitability);
    let both = part(severity, scheme.matrix.len()) + part(exploitability, scheme.exploitability.len());
    u32::try_from(both / 2).unwrap_or(100).min(100)
}

fn alert(finding: &Finding, threat: &ThreatRow, rank: u32, places: &Places<'_>) -> AlertRow {
    let answer = answer(threat);
    let level = match (threat.state, &answer) {
        (State::Open, None) => AlertLevel::Warning,
        _ => AlertLevel::Note,
    };
    let state = match threat.state {
        State::Question => format!("Undecided until it is said: {}.", list(&threat.missing, "and")),
        State::Open if !threat.fix.is_empty() => format!("Open. Countered by: {}.", list(&threat.fix, "or")),
        State::Open => "Open.".to_owned(),
        state => format!("{}: {}", crate::words::capitalised(state.word()), answer.as_deref().unwrap_or_default()),
    };
    AlertRow {
        rule: threat.rule.clone(),
        fingerprint: threat.id.clone(),
        level,
        message: format!("{}\n{}\n{state}", threat.title, threat.statement),
        place: places.of_element(finding.element),
        related: threat.why.iter().filter_map(|fact| places.of_fact(&fact.place).map(|place| (place, fact))).fold(
            Vec::new(),
            |mut all, (place, fact)| {
                if !all.iter().any(|(known, _)| *known == place) && all.len() < MOST_FACTS {
                    all.push((place, format!("{}.{} = {}", fact.element, fact.attribute, fact.value)));
                }
                all
            },
        ),
        state: Some(threat.state),
        answer,
        rank: Some(rank),
    }
}

/// How many facts an alert shows.
const MOST_FACTS: usize = 10;

/// Why nobody has to act on a threat; nothing where somebody has.
fn answer(threat: &ThreatRow) -> Option<String> {
    if matches!(threat.state, State::Open | State::Question) {
        return None;
    }
    Some(match &threat.response {
        Some(response) => {
            let by = response.approved_by.as_ref().map_or(String::new(), |by| format!(" (approved by {by})"));
            let until = response.until.as_ref().map_or(String::new(), |until| format!(" until {until}"));
            format!("{}{until}: {}{by}", response.decision, response.reason)
        }
        None => {
            let controls: Vec<String> = threat.controls.iter().map(|control| control.name.clone()).collect();
            let by = if controls.is_empty() { "what the model says".to_owned() } else { list(&controls, "and") };
            format!("countered by {by}")
        }
    })
}

fn message(diagnostic: &Diagnostic, places: &Places<'_>) -> AlertRow {
    let mut lines = vec![diagnostic.message.clone()];
    lines.extend(diagnostic.notes.iter().cloned());
    lines.extend(diagnostic.helps.iter().map(|help| format!("help: {help}")));
    let span = diagnostic.span();
    let elsewhere = diagnostic.labels.iter().skip(1).filter_map(|label| Some((places.of(label.span)?, label.text.clone())));
    let place = span.and_then(|span| places.of(span));
    if let (None, Some(span)) = (&place, span) {
        lines.push(format!("at {}", places.sources.line_of(span)));
    }
    AlertRow {
        rule: diagnostic.code.id().to_owned(),
        // the message names what it is about, a line would move with every edit above it
        fingerprint: format!("{} {}", diagnostic.code.id(), diagnostic.message),
        level: match diagnostic.severity {
            Severity::Error => AlertLevel::Error,
            Severity::Warning => AlertLevel::Warning,
        },
        message: lines.join("\n"),
        place: place.unwrap_or_else(|| places.root_file()),
        related: elsewhere.collect(),
        ..AlertRow::default()
    }
}

/// Where things stand in the sources of the model.
struct Places<'c> {
    sources: &'c SourceMap,
    root: &'c str,
    compilation: &'c Compilation,
}

impl Places<'_> {
    /// A range of a file of the model; nothing for what is in a library.
    fn of(&self, span: Span) -> Option<AlertPlace> {
        let file = self.sources.file(span.file);
        if file.name.starts_with('<') {
            return None;
        }
        let mut place = AlertPlace::of(span, self.sources);
        place.file.insert_str(0, self.root);
        // a place without any width is not seen
        if (place.line, place.column) == (place.end_line, place.end_column) {
            place.end_column += 1;
        }
        Some(place)
    }

    /// Where an element is declared, or the one of the model that brings it along.
    fn of_element(&self, id: ElementId) -> AlertPlace {
        let model = &self.compilation.model;
        let own = self.of(model.element(id).span);
        let around = || model.declared_by_model(id).and_then(|around| self.of(model.element(around).span));
        own.or_else(around).unwrap_or_else(|| self.root_file())
    }

    /// `file:line` as a place: the whole line.
    fn of_fact(&self, place: &str) -> Option<AlertPlace> {
        let (file, line) = place.rsplit_once(':')?;
        let line: usize = line.parse().ok()?;
        let known = !file.starts_with('<') && !file.is_empty();
        let file = format!("{}{file}", self.root);
        known.then_some(AlertPlace { file, line, column: 1, end_line: line + 1, end_column: 1 })
    }

    /// The beginning of the root file, for what stands nowhere else.
    fn root_file(&self) -> AlertPlace {
        let own = self.compilation.program.files.iter().rfind(|file| !file.library);
        let name = own.map_or("ward.toml", |file| self.sources.file(file.id).name.as_str());
        AlertPlace { file: format!("{}{name}", self.root), line: 1, column: 1, end_line: 1, end_column: 2 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_rule_names_no_element() {
        assert_eq!(without_names("{p} of {p.owner} opens the device"), "… of … opens the device");
        assert_eq!(without_names("nothing in braces"), "nothing in braces");
        assert_eq!(without_names("an {open brace"), "an …");
    }
}
