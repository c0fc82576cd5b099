//! The table of threats, and what it is filtered by.

use indexmap::IndexMap;

use super::links::{Links, encoded};
use super::markup::{Cell, Row, Table, attribute, text};
use super::standing;
use crate::backends::threats::wording;
use crate::report::{Report, State, ThreatRow};

/// The part. Each filter another part leads to has its place here, so that the link leads somewhere without the script, too.
pub(super) fn body(report: &Report, links: &Links<'_>, filters: &[String]) -> String {
    let places: String = filters.iter().map(|filter| format!("<span id=\"{}\"></span>", attribute(filter))).collect();
    let levels = standing::levels(report);
    let rows = report.threats.iter().map(|threat| row(threat, links, &levels)).collect();
    let table = Table {
        caption: "Threats; each leads to all that is known of it",
        class: "threats fixed",
        columns: &["Threat", "What happens", "Element", "Category", "State", "Risk before", "Risk after"],
        rows,
    };
    format!("{places}\n{}{}{}", form(report, &levels), table.html("No rule found a threat."), standing::meanings())
}

fn row(threat: &ThreatRow, links: &Links<'_>, levels: &[String]) -> Row {
    let attributes = [
        ("id", encoded(&threat.id)),
        ("state", threat.state.word().to_owned()),
        ("category", encoded(&threat.letter)),
        ("risk", encoded(&wording::level(&threat.risk_after))),
        ("element", encoded(&threat.element)),
    ];
    let attributes = attributes.iter().map(|(name, value)| format!(" data-{name}=\"{}\"", attribute(value))).collect();
    let cells: Vec<Cell> = vec![
        links.code(&threat.id).into(),
        text(&threat.title).into(),
        links.name(&threat.element, &threat.element_name).into(),
        text(&threat.category).into(),
        Cell::ranked(standing::state(threat.state), standing::state_rank(threat.state)),
        Cell::ranked(standing::level(&threat.risk_before), standing::level_rank(levels, &threat.risk_before)),
        Cell::ranked(standing::level(&threat.risk_after), standing::level_rank(levels, &threat.risk_after)),
    ];
    Row { attributes, cells }
}

/// The filters. Without the script there is nothing to filter, and the style sheet hides them.
fn form(report: &Report, levels: &[String]) -> String {
    let threats = &report.threats;
    let mut categories: IndexMap<&str, &str> = IndexMap::new();
    let mut clauses: IndexMap<&str, IndexMap<&str, &str>> = IndexMap::new();
    let mut elements: IndexMap<&str, &str> = IndexMap::new();
    for threat in threats {
        categories.entry(&threat.letter).or_insert(&threat.category);
        elements.entry(&threat.element).or_insert(&threat.element_name);
        for clause in &threat.clauses {
            clauses.entry(&clause.standard).or_default().entry(&clause.id).or_insert(&clause.title);
        }
    }
    let states: Vec<State> =
        wording::STATES.into_iter().filter(|state| threats.iter().any(|threat| threat.state == *state)).collect();
    let of_states: String = states.iter().map(|state| option(state.word(), state.word())).collect();
    let of_states = format!("{}{of_states}", option("open,question", "open or question"));
    let of_levels: String = levels.iter().map(|level| option(level, level)).collect();
    let of_categories: String = categories.iter().map(|(letter, name)| option(letter, name)).collect();
    let mut of_elements: Vec<(&&str, &&str)> = elements.iter().collect();
    of_elements.sort_by_key(|(id, name)| (name.to_lowercase(), **id));
    let of_elements: String = of_elements.iter().map(|(id, name)| option(id, &format!("{name} ({id})"))).collect();
    let of_clauses: String = clauses
        .iter_mut()
        .map(|(standard, clauses)| {
            clauses.sort_keys();
            let options: String = clauses.iter().map(|(id, title)| option(id, &format!("{id} {title}"))).collect();
            format!("<optgroup label=\"{}\">{options}</optgroup>", attribute(standard))
        })
        .collect();
    let select = |name: &str, label: &str, options: &str| {
        format!("<label>{label} <select name=\"{name}\"><option value=\"\">all</option>{options}</select></label>\n")
    };
    format!(
        "<form class=\"filters scripted\" aria-label=\"Filter the threats\">\n{}{}{}{}{}<button type=\"reset\">Clear</button>\n</form>\n",
        select("state", "State", &of_states),
        select("category", "Category", &of_categories),
        select("risk", "Risk after", &of_levels),
        select("element", "Element", &of_elements),
        select("clause", "Clause", &of_clauses),
    )
}

fn option(value: &str, shown: &str) -> String {
    // the value is what stands in the address
    format!("<option value=\"{}\">{}</option>", attribute(&encoded(value)), attribute(shown))
}
