//! Where things stand on the page: the fragment of everything that has a place of its own, which is also the link to it.

use indexmap::{IndexMap, IndexSet};

use super::markup::{attribute, text};
use crate::report::{Report, ThreatRow};

/// What has a place on the page, by its identity.
pub(super) struct Links<'r> {
    threats: IndexMap<&'r str, &'r ThreatRow>,
    elements: IndexSet<&'r str>,
    others: IndexMap<&'r str, &'static str>,
}

impl<'r> Links<'r> {
    /// All identities of a report that the page gives a place.
    pub(super) fn new(report: &'r Report) -> Self {
        let questions = report.questions.iter().map(|row| (row.id.as_str(), "question"));
        let controls = report.controls.iter().map(|row| (row.id.as_str(), "control"));
        let assumptions = report.assumptions.iter().map(|row| (row.id.as_str(), "assumption"));
        let clauses = report.standards.iter().flat_map(|standard| &standard.clauses).map(|row| (row.id.as_str(), "clause"));
        let rules = report.threats.iter().map(|row| (row.rule.as_str(), "rule"));
        let elements = report.elements.iter().map(|row| row.id.as_str());
        Self {
            threats: report.threats.iter().map(|row| (row.id.as_str(), row)).collect(),
            elements: elements.chain(report.flows.iter().map(|row| row.id.as_str())).collect(),
            // a name of its own wins over that of a rule
            others: rules.chain(questions).chain(controls).chain(assumptions).chain(clauses).collect(),
        }
    }

    /// A threat by its identity.
    pub(super) fn threat(&self, id: &str) -> Option<&'r ThreatRow> {
        self.threats.get(id).copied()
    }

    /// The fragment of what has this identity.
    pub(super) fn fragment(&self, id: &str) -> Option<String> {
        let kind = match id {
            _ if self.threats.contains_key(id) => "threat",
            _ if self.elements.contains(id) => "element",
            _ => self.others.get(id).copied()?,
        };
        Some(fragment(kind, id))
    }

    /// The identity, as a link where there is something to go to.
    pub(super) fn code(&self, id: &str) -> String {
        match self.fragment(id) {
            Some(fragment) => link(&fragment, &text(id)),
            None => format!("<code>{}</code>", text(id)),
        }
    }

    /// A name that leads to what has the identity.
    pub(super) fn name(&self, id: &str, name: &str) -> String {
        let shown = if name.trim().is_empty() { id } else { name };
        match self.fragment(id) {
            Some(fragment) => link(&fragment, &text(shown)),
            None => text(shown),
        }
    }

    /// Identities, each a link, with commas between.
    pub(super) fn codes<S: AsRef<str>>(&self, ids: &[S]) -> String {
        ids.iter().map(|id| self.code(id.as_ref())).collect::<Vec<_>>().join(", ")
    }
}

/// A link within the page around markup that is known to be good.
pub(super) fn link(fragment: &str, markup: &str) -> String {
    format!("<a href=\"#{}\">{markup}</a>", attribute(fragment))
}

/// `threat=SPF01@unit.lan`: the `id` of the place, and what stands after `#` in a link to it.
pub(super) fn fragment(kind: &str, id: &str) -> String {
    format!("{kind}={}", encoded(id))
}

/// An identity without any sign that means something in an address or between words of an attribute; the script encodes in the same way.
pub(super) fn encoded(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' | b':' | b'@' | b'/' | b',' => {
                out.push(char::from(byte))
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// `threats&state=open&category=S`: the threat table under a filter.
pub(super) fn filtered(filter: &[(&str, &str)]) -> String {
    let parts = filter.iter().map(|(name, value)| format!("&{name}={}", encoded(value)));
    format!("threats{}", parts.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_identity_leaves_its_fragment() {
        assert_eq!(fragment("threat", "TAM01@unit.lan"), "threat=TAM01@unit.lan");
        assert_eq!(fragment("element", "a b&c=%\"<ü"), "element=a%20b%26c%3D%25%22%3C%C3%BC");
        assert_eq!(filtered(&[("state", "open"), ("risk", "very high")]), "threats&state=open&risk=very%20high");
    }
}
