//! What all threats of a rule have in common, once for all of them: what can counter it, the clauses it touches, related entries.

use indexmap::IndexMap;

use super::links::{Links, encoded, fragment};
use super::markup::{attribute, description, list, text};
use crate::backends::threats::wording;
use crate::backends::{plain, stated};
use crate::report::{ClauseUse, Report, ThreatRow};

/// What a rule says in the same words of everything.
pub(super) struct Shared<'r> {
    rules: IndexMap<&'r str, Rule<'r>>,
}

struct Rule<'r> {
    first: &'r ThreatRow,
    threats: usize,
    /// Whether the advice is the same for all.
    advice: bool,
    /// Whether everything else is.
    references: bool,
}

impl<'r> Shared<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut rules: IndexMap<&str, Rule<'_>> = IndexMap::new();
        for threat in &report.threats {
            let rule = rules.entry(&threat.rule).or_insert(Rule { first: threat, threats: 0, advice: true, references: true });
            rule.threats += 1;
            rule.advice &= rule.first.advice == threat.advice;
            rule.references &= rule.first.clauses == threat.clauses
                && rule.first.fix == threat.fix
                && wording::related(rule.first) == wording::related(threat);
        }
        Self { rules }
    }

    /// What is to be said of one threat beside what is said of its rule.
    pub(super) fn own(&self, threat: &ThreatRow, links: &Links<'_>) -> Vec<(&'static str, String)> {
        let shared = self.rules.get(threat.rule.as_str());
        let mut items = Vec::new();
        if !shared.is_some_and(|rule| rule.advice) {
            items.extend(advice(threat));
        }
        if !shared.is_some_and(|rule| rule.references) {
            items.extend(references(threat, links));
        }
        items
    }

    /// An article a rule.
    pub(super) fn articles(&self, links: &Links<'_>) -> String {
        self.rules.iter().map(|(id, rule)| article(id, rule, links)).collect()
    }
}

fn article(id: &str, rule: &Rule<'_>, links: &Links<'_>) -> String {
    let mut items = vec![("Category", text(&rule.first.category)), ("Threats it found", rule.threats.to_string())];
    if rule.advice {
        items.extend(advice(rule.first));
    }
    if rule.references {
        items.extend(references(rule.first, links));
    }
    let clauses: Vec<String> = rule.first.clauses.iter().map(|clause| encoded(&clause.id)).collect();
    format!(
        "<article id=\"{}\" data-clauses=\"{}\">\n<h3>Rule <code>{}</code></h3>\n{}</article>\n",
        attribute(&fragment("rule", id)),
        attribute(&clauses.join(" ")),
        text(id),
        description(&items)
    )
}

fn advice(threat: &ThreatRow) -> Option<(&'static str, String)> {
    Some(("Advice", text(threat.advice.as_deref()?)))
}

fn references(threat: &ThreatRow, links: &Links<'_>) -> Vec<(&'static str, String)> {
    let clause = |clause: &ClauseUse| {
        let mark = match clause.evidence_tag.as_str() {
            "verified" => String::new(),
            "" => " [source of the citation not stated]".to_owned(),
            tag => format!(" [{}]", plain::name(tag)),
        };
        format!(
            "{} {} <small>{}; {}{}</small>",
            links.code(&clause.id),
            text(&clause.title),
            text(&stated::filled(&clause.standard)),
            text(&stated::filled(&clause.binding)),
            text(&mark)
        )
    };
    let clauses: Vec<String> = threat.clauses.iter().map(clause).collect();
    vec![
        ("Controls that can counter it, where they fit", text(&threat.fix.join(", "))),
        ("Clauses it touches", if clauses.is_empty() { "none".to_owned() } else { list(&clauses) }),
        ("Related entries (not proof)", text(&stated::list(&wording::related(threat), "none"))),
    ]
}
