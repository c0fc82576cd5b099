//! `ward explain` for what is in a model: a rule, a clause, or one finding with every fact it rests on.

use crate::backends::binding_in_words;
use crate::compile::Compilation;
use crate::findings::{is_about, reference_title};
use crate::model::{ElementId, Kind};
use crate::report::{EvidenceUse, Report, State, ThreatRow};
use crate::rules::{FactUse, Truth, Val, words};
use crate::standards::meant;
use crate::syntax::ast::{Condition, Declaration, Member};
use crate::text::SourceMap;
use crate::words::{article, list, nearest, tick};

use super::risk_page::{fact_line, risk};

/// What is known about a rule, a clause or a finding; nothing where there is none of that name.
pub(super) fn explain(compilation: &Compilation, sources: &SourceMap, report: &Report, what: &str) -> Option<String> {
    if let Some((rule, element)) = what.split_once('@') {
        return finding(compilation, sources, report, rule, element);
    }
    let model = &compilation.model;
    if let Some(rule) = model.root(what).filter(|id| model.element(*id).kind == Kind::Rule) {
        return Some(rule_page(compilation, sources, rule));
    }
    let named = |id: &ElementId| model.path(*id) == what || model.text(*id, "id") == Some(what);
    let clause = model.of_kind(Kind::Clause).find(named)?;
    Some(clause_page(compilation, report, clause))
}

/// The rule, clause or finding whose name is nearest to a word.
pub(super) fn nearest_name(compilation: &Compilation, report: &Report, what: &str) -> Option<String> {
    let model = &compilation.model;
    let rules = model.of_kind(Kind::Rule).map(|rule| model.element(rule).name.as_str());
    let clauses = || model.of_kind(Kind::Clause).filter_map(|clause| model.text(clause, "id"));
    let findings = report.threats.iter().map(|threat| threat.id.as_str());
    meant(what, clauses()).or_else(|| nearest(what, rules.chain(clauses()).chain(findings))).map(str::to_owned)
}

/// Where a rule's declaration is in the files that were read.
fn declaration(compilation: &Compilation, rule: ElementId) -> Option<&Declaration> {
    let span = compilation.model.element(rule).span;
    let file = compilation.program.files.iter().find(|file| file.id == span.file)?;
    file.parse.body.iter().find_map(|member| match member {
        Member::Declaration(declaration) if declaration.name.span == span => Some(&**declaration),
        _ => None,
    })
}

/// The text of a rule's conditions as they are written, its lines joined.
fn condition(declaration: &Declaration, sources: &SourceMap, which: Condition) -> Option<String> {
    declaration.body.iter().find_map(|member| match member {
        Member::When(when) if when.which == which => {
            let text = sources.slice(when.condition.span);
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => None,
    })
}

fn rule_page(compilation: &Compilation, sources: &SourceMap, rule: ElementId) -> String {
    let model = &compilation.model;
    let element = model.element(rule);
    let mut page = format!("# {}: {}\n\n", element.name, model.title(rule));
    let text = |attribute: &str| model.text(rule, attribute).unwrap_or("");
    page.push_str(&format!("{}\n\n", text("statement")));
    if let Some(declaration) = declaration(compilation, rule) {
        let category = declaration.base.as_ref().map(crate::syntax::ast::Path::text).unwrap_or_default();
        page.push_str(&format!("category        {category}\n"));
        for (label, which) in [("applies when", Condition::Applies), ("mitigated when", Condition::Mitigated)] {
            if let Some(text) = condition(declaration, sources, which) {
                page.push_str(&format!("{label:<16}{text}\n"));
            }
        }
    }
    let fixes: Vec<String> = match model.value(rule, "fix") {
        Some(value) => vec![words(model, &Val::of(value))],
        None => Vec::new(),
    };
    let clauses: Vec<String> = model
        .references(rule, "violates")
        .into_iter()
        .map(|clause| model.text(clause, "id").map_or_else(|| model.path(clause), str::to_owned))
        .collect();
    for (label, value) in [
        ("advice", text("advice").to_owned()),
        ("controls", fixes.join("")),
        ("clauses", clauses.join(", ")),
        ("CWE", numbers(compilation, rule, "cwe")),
        ("CAPEC", numbers(compilation, rule, "capec")),
        ("EMB3D", numbers(compilation, rule, "emb3d")),
        ("preconditions", numbers(compilation, rule, "preconditions")),
        ("tests", tests(compilation, &element.name)),
        ("declared at", sources.line_of(element.span)),
    ] {
        if !value.is_empty() {
            page.push_str(&format!("{label:<16}{value}\n"));
        }
    }
    let catalogue = model.texts(rule, "catalogue");
    if !catalogue.is_empty() {
        page.push_str("\nIt finds these threats of the reference list:\n");
    }
    for id in catalogue {
        page.push_str(&format!("  {id}  {}\n", reference_title(id).unwrap_or_default()));
    }
    page
}

/// How many tests there are with expectations of a rule, and of which states: `2 (open, mitigated)`.
fn tests(compilation: &Compilation, rule: &str) -> String {
    let mut states: Vec<&str> = Vec::new();
    let mut number = 0;
    for member in compilation.program.files.iter().flat_map(|file| &file.parse.body) {
        let Member::Test(test) = member else { continue };
        let expected = test.body.iter().filter_map(|member| match member {
            Member::Expect(expect) if expect.rule.text() == rule => Some(expect.state.text.as_str()),
            _ => None,
        });
        let before = states.len();
        states.extend(expected);
        number += usize::from(states.len() > before);
    }
    states.sort_unstable();
    states.dedup();
    if states.is_empty() { "none".to_owned() } else { format!("{number} ({})", states.join(", ")) }
}

fn numbers(compilation: &Compilation, rule: ElementId, attribute: &str) -> String {
    compilation.model.value(rule, attribute).map_or(String::new(), |value| words(&compilation.model, &Val::of(value)))
}

fn clause_page(compilation: &Compilation, report: &Report, clause: ElementId) -> String {
    let model = &compilation.model;
    let id = model.text(clause, "id").map_or_else(|| model.path(clause), str::to_owned);
    let mut page = format!("# {id}: {}\n\n{}\n\n", model.title(clause), model.text(clause, "text").unwrap_or("no text"));
    if let Some(standard) = model.element(clause).parent {
        let edition = model.text(standard, "edition").map_or(String::new(), |edition| format!(", edition {edition}"));
        page.push_str(&format!("document        {}{edition}\n", model.title(standard)));
        page.push_str(&format!("place           {}\n", model.text(clause, "passage").unwrap_or("not stated")));
        page.push_str(&format!("binding         {}\n", binding_in_words(model.symbol(standard, "binding"))));
    }
    let known = model.symbol(clause, "evidence_tag").unwrap_or("not stated").replace('_', "-");
    page.push_str(&format!("text            {known}; in our own words\n"));
    let rules: Vec<&str> = model
        .of_kind(Kind::Rule)
        .filter(|rule| model.references(*rule, "violates").contains(&clause))
        .map(|rule| model.element(rule).name.as_str())
        .collect();
    page.push_str(&format!("rules           {}\n", if rules.is_empty() { "none".to_owned() } else { rules.join(", ") }));
    if compilation.program.files.iter().any(|file| !file.library) {
        standing(&mut page, report, &model.path(clause));
    }
    page
}

/// How the model stands to a clause.
fn standing(page: &mut String, report: &Report, path: &str) {
    let clauses = report.standards.iter().flat_map(|standard| &standard.clauses);
    for part in clauses.filter(|clause| clause.path == path).flat_map(|clause| &clause.parts) {
        page.push_str(&format!("\n{}: {}\n", part.state_in_words(), part.reason));
        let elements = part.elements.iter().map(|element| element.id.as_str());
        let named: Vec<&str> =
            if part.threats.is_empty() { elements.collect() } else { part.threats.iter().map(String::as_str).collect() };
        for name in named {
            page.push_str(&format!("  {name}\n"));
        }
        for control in &part.controls {
            page.push_str(&format!("  by {}, {}\n", control.id, control.status.as_deref().unwrap_or("status not stated")));
        }
        for EvidenceUse { document, place } in &part.evidence {
            let place = place.as_ref().map_or(String::new(), |place| format!(", {place}"));
            page.push_str(&format!("  shown in {document}{place}\n"));
        }
    }
}

fn finding(compilation: &Compilation, sources: &SourceMap, report: &Report, rule: &str, element: &str) -> Option<String> {
    let model = &compilation.model;
    let id = model.find(element)?;
    let number = compilation.rules.rules.iter().position(|known| model.element(known.id).name == rule)?;
    let identity = format!("{rule}@{}", model.identity(id));
    let declared = declaration(compilation, compilation.rules.rules[number].id);
    match report.threats.iter().find(|threat| threat.id == identity) {
        Some(threat) => Some(threat_page(threat, report, declared, sources)),
        None => Some(silent_page(compilation, number, id, &identity)),
    }
}

fn threat_page(threat: &ThreatRow, report: &Report, declared: Option<&Declaration>, sources: &SourceMap) -> String {
    let mut page = format!("# {}: {}\n\n{}\n\n", threat.id, threat.title, threat.statement);
    page.push_str(&format!("state           {}\n", threat.state.word()));
    page.push_str(&format!("element         {} ({}), {}\n", threat.element_name, threat.element_kind, threat.place));
    if !threat.reopened.is_empty() {
        page.push_str("\nIt is open again, because this can be exploited:\n");
    }
    for why in &threat.reopened {
        let made = why.made.as_deref().map_or(String::new(), |made| format!(", on {made}"));
        page.push_str(&format!("  {}, of `{}`\n", why.vulnerability, why.element));
        page.push_str(&format!("    said to be {} at {}{made}\n    {}\n", why.status, why.place, why.way));
    }
    page.push_str("\nIt rests on these facts:\n");
    for fact in &threat.why {
        page.push_str(&format!("  {}\n", fact_line(fact)));
    }
    let conditions = [("It applies when", Condition::Applies), ("It is countered when", Condition::Mitigated)];
    for (label, which) in conditions {
        if let Some(text) = declared.and_then(|declared| condition(declared, sources, which)) {
            page.push_str(&format!("\n{label}:\n  {text}\n"));
        }
    }
    for (label, controls) in [("Controls", &threat.controls), ("Planned controls, which do not count yet", &threat.planned)] {
        for (at, control) in controls.iter().enumerate() {
            let evidence = if control.evidence.is_empty() { "no evidence".to_owned() } else { control.evidence.join(", ") };
            let lead = if at == 0 { format!("\n{label}:\n") } else { String::new() };
            page.push_str(&format!(
                "{lead}  {} `{}`: {}, {}, {evidence}\n",
                control.name,
                control.id,
                control.measure.as_deref().unwrap_or("class not stated"),
                control.status.as_deref().unwrap_or("status not stated")
            ));
        }
    }
    if let Some(response) = &threat.response {
        let until = response.until.as_ref().map_or(String::new(), |until| format!(", until {until}"));
        let expired = match (threat.reopened.is_empty(), response.expired, response.under_review) {
            (false, ..) => " (under review: see what is exploitable)",
            (true, _, true) => " (under review: its ground has moved)",
            (true, true, false) => " (expired)",
            (true, false, false) => "",
        };
        page.push_str(&format!("\nDecision: {}{until}{expired}, {}\n  {}\n", response.decision, response.place, response.reason));
    }
    page.push_str(&risk(threat, report));
    page.push_str("\nWhat would change the answer:\n");
    for id in &threat.missing {
        if let Some(question) = report.questions.iter().find(|question| question.id == *id) {
            page.push_str(&format!("  {} ({id}: {})\n", question.text, question.answers));
        }
    }
    for line in changes(threat) {
        page.push_str(&format!("  {line}\n"));
    }
    page
}

/// What would turn the answer: the loss of what counters the threat, or something to counter it.
fn changes(threat: &ThreatRow) -> Vec<String> {
    if !threat.reopened.is_empty() {
        return vec![
            "a VEX document that says of each vulnerability above that it is fixed, or why it does not matter here".to_owned(),
            "a decision taken knowing of it, which names it in `vulnerabilities:`".to_owned(),
        ];
    }
    let decided = threat.response.as_ref().filter(|response| !response.expired && !response.under_review);
    if let Some(response) = decided {
        let end = response
            .until
            .as_ref()
            .map_or("if it is withdrawn".to_owned(), |until| format!("after {until}, or if it is withdrawn"));
        return vec![format!("the end of the decision: {end}")];
    }
    if threat.state == State::Mitigated {
        let controls: Vec<String> = threat.controls.iter().map(|control| tick(&control.id)).collect();
        let lost = if controls.is_empty() {
            "a change of the facts above that counter it".to_owned()
        } else {
            format!("the loss of {}", list(&controls, "or"))
        };
        return vec![lost];
    }
    let fix = (!threat.fix.is_empty()).then(|| format!("a control that fits here, such as {}", list(&threat.fix, "or")));
    fix.into_iter().chain(threat.advice.clone()).collect()
}

/// Why a rule says nothing about an element.
fn silent_page(compilation: &Compilation, number: usize, id: ElementId, identity: &str) -> String {
    let model = &compilation.model;
    let rule = &compilation.rules.rules[number];
    let mut page = format!("# {identity}: no such threat\n\n");
    if !is_about(model, rule.domain, id) {
        page.push_str(&format!(
            "The rule is about {}; {} is {}.\n",
            rule.domain.kinds.describe(),
            model.path(id),
            article(model.element(id).kind.word())
        ));
        return page;
    }
    let mut evaluator = compilation.evaluator();
    for condition in rule.filter.iter().chain([&rule.applies]) {
        let (truth, facts) = evaluator.explain(condition, id);
        if truth == Truth::No {
            page.push_str("The rule does not apply, because:\n");
            for fact in facts {
                page.push_str(&format!("  {}\n", use_line(compilation, &fact)));
            }
            return page;
        }
    }
    page
}

fn use_line(compilation: &Compilation, fact: &FactUse) -> String {
    let model = &compilation.model;
    match fact {
        FactUse::Stated(id, attribute) => {
            let value = model.known(*id, *attribute).map_or(String::new(), |known| words(model, &Val::of(&known.fact.value)));
            format!("{}.{} = {value}", model.path(*id), model.schema.info(*attribute).name)
        }
        FactUse::Unstated(id, attribute) => format!("{}.{} is not stated", model.path(*id), model.schema.info(*attribute).name),
        FactUse::Derived(id, name, value) => format!("{}.{name} = {value} (derived)", model.path(*id)),
    }
}
