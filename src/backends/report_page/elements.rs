//! All that is known of each element, port and flow, with where every fact comes from.

use indexmap::IndexMap;

use super::links::{Links, encoded, fragment, link};
use super::markup::{attribute, description, list, text};
use super::pictures::Figures;
use super::{standing, threat};
use crate::backends::{ports, stated};
use crate::report::{ElementRow, FlowRow, PortRow, Report, ThreatRow};
use crate::words::count;

/// So many views are named.
const SHOWN: usize = 3;

/// What is looked up for each article.
struct Around<'r> {
    links: &'r Links<'r>,
    report: &'r Report,
    threats: IndexMap<&'r str, Vec<&'r ThreatRow>>,
    ports: IndexMap<&'r str, &'r PortRow>,
    /// The picture of each view that shows most of an element: its overview, or the part the element is in.
    shown: IndexMap<&'r str, IndexMap<&'r str, (&'r str, &'r str)>>,
    flows: IndexMap<&'r str, Vec<&'r FlowRow>>,
    parts: IndexMap<&'r str, Vec<&'r ElementRow>>,
}

impl<'r> Around<'r> {
    fn of(report: &'r Report, figures: &'r Figures, links: &'r Links<'r>) -> Self {
        let mut around = Self {
            links,
            report,
            threats: IndexMap::new(),
            ports: report.ports.iter().map(|port| (port.id.as_str(), port)).collect(),
            shown: IndexMap::new(),
            flows: IndexMap::new(),
            parts: IndexMap::new(),
        };
        for row in &report.threats {
            around.threats.entry(&row.element).or_default().push(row);
        }
        for figure in &figures.pictures {
            for element in &figure.shows {
                around.shown.entry(element).or_default().insert(&figure.view, (&figure.id, &figure.title));
            }
        }
        for flow in &report.flows {
            for end in [&flow.source, &flow.target] {
                around.flows.entry(end).or_default().push(flow);
            }
        }
        for element in &report.elements {
            if let Some(parent) = &element.parent {
                around.parts.entry(parent).or_default().push(element);
            }
        }
        around
    }

    fn threats(&self, id: &str) -> String {
        let one = |row: &&ThreatRow| format!("{} {}", self.links.code(&row.id), standing::state(row.state));
        list(&self.threats.get(id).into_iter().flatten().map(one).collect::<Vec<_>>())
    }

    fn shown(&self, id: &str) -> String {
        let one = |(figure, title): &(&str, &str)| link(&fragment("view", figure), &text(title));
        let all: Vec<_> = self.shown.get(id).into_iter().flat_map(IndexMap::values).collect();
        let some: Vec<String> = all.iter().copied().take(SHOWN).map(one).collect();
        let more = all.len().saturating_sub(SHOWN);
        if more == 0 { some.join(", ") } else { format!("{} and {}", some.join(", "), count(more, "more view")) }
    }

    fn flows(&self, id: &str) -> String {
        let one = |flow: &&FlowRow| self.links.name(&flow.id, &flow.name);
        self.flows.get(id).into_iter().flatten().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// An article for each.
pub(super) fn articles(report: &Report, figures: &Figures, links: &Links<'_>) -> String {
    let around = Around::of(report, figures, links);
    let elements = report.elements.iter().map(|element| of_element(element, &around));
    elements.chain(report.flows.iter().map(|flow| of_flow(flow, &around))).collect()
}

/// An article; `within` is what it is a part of: who looks at that looks at this, too.
fn article(id: &str, name: &str, within: &[&str], items: &[(&str, String)]) -> String {
    let within: Vec<String> = within.iter().map(|id| encoded(id)).collect();
    format!(
        "<article id=\"{}\" data-within=\"{}\">\n<h3>{} <code>{}</code></h3>\n{}</article>\n",
        attribute(&fragment("element", id)),
        attribute(&within.join(" ")),
        text(name),
        text(id),
        description(items)
    )
}

fn of_element(element: &ElementRow, around: &Around<'_>) -> String {
    let links = around.links;
    let mut within: Vec<&str> = element.boundaries.iter().map(String::as_str).collect();
    within.extend(element.parent.as_deref().filter(|parent| !element.boundaries.iter().any(|one| one == parent)));
    let stands = within.iter().map(|id| links.code(id)).collect::<Vec<_>>().join(" › ");
    let parts = around.parts.get(element.id.as_str()).into_iter().flatten();
    let parts: Vec<String> = parts.map(|part| links.name(&part.id, &part.name)).collect();
    let mut items = vec![
        ("Kind", text(&element.type_name.as_ref().map_or_else(|| element.kind.clone(), |of| format!("{} ({of})", element.kind)))),
        ("Stands in", stands),
        ("Purpose", element.purpose.as_deref().map_or_else(String::new, text)),
        ("Described as", element.documentation.as_deref().map_or_else(String::new, text)),
        ("Contains", parts.join(", ")),
        ("Flows", around.flows(&element.id)),
        ("Threats", around.threats(&element.id)),
    ];
    if let Some(port) = around.ports.get(element.id.as_str()) {
        // what stands above already
        let repeated = ["Identifier", "Name", "Type", "Purpose", "Threats (internal)", "Declared at (internal)"];
        let said = ports::said(port, around.report).into_iter().filter(|(name, _)| !repeated.contains(name));
        let (stated, silent): (Vec<_>, Vec<_>) = said.partition(|(_, value)| value != stated::NOT_STATED);
        items.extend(stated.into_iter().map(|(name, value)| (name, text(&value))));
        let silent: Vec<&str> = silent.into_iter().map(|(name, _)| name).collect();
        items.push(("Not stated", text(&silent.join("; "))));
    }
    items.extend([
        ("Facts", threat::facts(&element.facts, Some(&element.id), links)),
        ("Declared at", format!("<code>{}</code>", text(&element.place))),
        ("Shown in", around.shown(&element.id)),
    ]);
    article(&element.id, &element.name, &within, &items)
}

fn of_flow(flow: &FlowRow, around: &Around<'_>) -> String {
    let links = around.links;
    let ends = format!(
        "{} {} {}",
        links.name(&flow.source, &flow.source_name),
        if flow.two_way { "↔" } else { "→" },
        links.name(&flow.target, &flow.target_name)
    );
    let carries = flow.carries.as_ref().map_or_else(|| stated::NOT_STATED.to_owned(), |data| stated::list(data, "nothing"));
    let items = [
        ("Kind", "flow".to_owned()),
        ("From and to", ends),
        ("Started by", text(&stated::filled(&flow.initiator))),
        ("Carries", text(&carries)),
        ("Protocol", text(&stated::text(flow.protocol.as_deref()))),
        ("Crosses", text(&stated::list(&flow.crosses, "no boundary"))),
        ("Described as", flow.documentation.as_deref().map_or_else(String::new, text)),
        ("Threats", around.threats(&flow.id)),
        ("Facts", threat::facts(&flow.facts, Some(&flow.id), links)),
        ("Declared at", format!("<code>{}</code>", text(&flow.place))),
        ("Shown in", around.shown(&flow.id)),
    ];
    article(&flow.id, &flow.name, &[&flow.source, &flow.target], &items)
}
