//! What one wants to know first: what is open, what is asked, which decisions no longer hold, what changed, and the ways in.

use super::links::{Links, encoded, filtered, link};
use super::markup::{Cell, Row, Table, attribute, description, list, text};
use super::standing;
use crate::backends::threats::wording;
use crate::backends::{plain, stated, title};
use crate::report::{PortRow, QuestionRow, Report, State, ThreatRow};
use crate::words::count;

/// How many questions are shown here.
const ASKED: usize = 8;

/// The part, and the filters of the threat table it leads to.
pub(super) fn body(report: &Report, links: &Links<'_>) -> (String, Vec<String>) {
    let mut filters = Vec::new();
    let mut html = figures(report, &mut filters);
    html.push_str("<div class=\"columns\">\n");
    html.push_str(&section("What is open, by category and risk", &open(report, &mut filters)));
    html.push_str(&section("What is asked, most consequential first", &asked(report, links)));
    html.push_str(&section("Decisions to look at again", &unsettled(report, links)));
    html.push_str(&section("What changed", &changed(report)));
    html.push_str(&section("Ways in", &ways_in(report, links)));
    html.push_str(&section("About this document", &about(report)));
    html.push_str("</div>\n");
    filters.sort();
    filters.dedup();
    (html, filters)
}

fn section(title: &str, body: &str) -> String {
    format!("<section class=\"card\"><h3>{}</h3>\n{body}</section>\n", text(title))
}

/// How many threats are in each state.
fn figures(report: &Report, filters: &mut Vec<String>) -> String {
    let one = |state: &State| {
        let number = report.threats.iter().filter(|threat| threat.state == *state).count();
        let filter = filtered(&[("state", state.word())]);
        filters.push(filter.clone());
        let what = format!("<strong>{number}</strong> {}", standing::state(*state));
        format!("<li title=\"{}\">{}</li>\n", attribute(wording::meaning(*state)), link(&filter, &what))
    };
    let items: String = wording::STATES.iter().map(one).collect();
    format!("<ul class=\"figures\" aria-label=\"Threats by state\">\n{items}</ul>\n")
}

/// Open and undecided threats: categories down, levels of risk across.
fn open(report: &Report, filters: &mut Vec<String>) -> String {
    let pressing: Vec<&ThreatRow> = report.threats.iter().filter(|threat| is_pressing(threat)).collect();
    let mut categories: Vec<(&str, &str)> = Vec::new();
    for threat in &report.threats {
        if !categories.iter().any(|(letter, _)| *letter == threat.letter) {
            categories.push((&threat.letter, &threat.category));
        }
    }
    let used = |level: &String| pressing.iter().any(|threat| wording::level(&threat.risk_after) == *level);
    let levels: Vec<String> = standing::levels(report).into_iter().filter(used).collect();
    let mut cell = |letter: Option<&str>, level: Option<&str>| {
        let fits = |threat: &&&ThreatRow| {
            letter.is_none_or(|letter| threat.letter == letter)
                && level.is_none_or(|level| wording::level(&threat.risk_after) == level)
        };
        let number = pressing.iter().filter(fits).count();
        if number == 0 {
            return Cell::from("<span class=\"none\">0</span>".to_owned());
        }
        let mut filter = vec![("state", "open,question")];
        filter.extend(letter.map(|letter| ("category", letter)));
        filter.extend(level.map(|level| ("risk", level)));
        let filter = filtered(&filter);
        filters.push(filter.clone());
        Cell::from(link(&filter, &number.to_string()))
    };
    let mut rows: Vec<Row> = Vec::new();
    for (letter, category) in &categories {
        let mut cells: Vec<Cell> = vec![text(category).into()];
        cells.extend(levels.iter().map(|level| cell(Some(letter), Some(level))));
        cells.push(cell(Some(letter), None));
        rows.push(Row { attributes: String::new(), cells });
    }
    let mut cells: Vec<Cell> = vec!["All".to_owned().into()];
    cells.extend(levels.iter().map(|level| cell(None, Some(level))));
    cells.push(cell(None, None));
    rows.push(Row { attributes: " class=\"sum\"".to_owned(), cells });
    let heads: Vec<String> = levels.iter().map(|level| format!("risk {level}")).collect();
    let columns: Vec<&str> =
        std::iter::once("Category").chain(heads.iter().map(String::as_str)).chain(std::iter::once("all")).collect();
    let caption = "Open and undecided threats; risk with the controls that count";
    Table { caption, class: "counts fixed", columns: &columns, rows }.html("No threat.")
}

fn is_pressing(threat: &ThreatRow) -> bool {
    matches!(threat.state, State::Open | State::Question)
}

fn asked(report: &Report, links: &Links<'_>) -> String {
    if report.questions.is_empty() {
        return "<p class=\"nothing\">Nothing: no threat hangs on a fact that the model leaves unsaid.</p>\n".to_owned();
    }
    let one = |question: &QuestionRow| {
        let severity = question.severity.as_deref().unwrap_or("severity not known");
        let threats = count(question.threats.len(), "threat");
        let place = links.fragment(&question.id).unwrap_or_default();
        format!("{} <small>{}, {}</small>", link(&place, &text(&question.text)), text(severity), threats)
    };
    let items: Vec<String> = report.questions.iter().take(ASKED).map(one).collect();
    let all = match report.questions.len() {
        number if number > ASKED => format!("<p>{}</p>\n", link("questions", &format!("All {}", count(number, "question")))),
        _ => String::new(),
    };
    format!("{}{all}", list(&items))
}

/// Decisions that count for nothing any more, or that a document undoes.
fn unsettled(report: &Report, links: &Links<'_>) -> String {
    let one = |threat: &ThreatRow| {
        let response = threat.response.as_ref()?;
        let mut why: Vec<String> = Vec::new();
        if response.expired {
            why.push(format!("expired on {}", stated::text(response.until.as_deref())));
        }
        if let Some(reopened) = wording::reopened(threat) {
            why.push(format!("open again: {reopened}"));
        } else if response.under_review {
            why.push("a fact it was based on has changed".to_owned());
        }
        let decision = plain::name(&response.decision);
        (!why.is_empty()).then(|| format!("{} {}: {}", links.code(&threat.id), text(&decision), text(&why.join("; "))))
    };
    let again: Vec<String> = report.threats.iter().filter_map(one).collect();
    let decided = report.threats.iter().filter(|threat| threat.response.is_some()).count();
    match (again.is_empty(), decided) {
        (false, _) => list(&again),
        (true, 0) => "<p class=\"nothing\">No decision is recorded.</p>\n".to_owned(),
        (true, number) => {
            let all = link("decisions", &count(number, "decision"));
            format!("<p class=\"nothing\">None of {all} has expired, lost its ground or is undone by a vulnerability.</p>\n")
        }
    }
}

/// What the pictures show to be otherwise than in an earlier version.
fn changed(report: &Report) -> String {
    let compared: Vec<_> = report.diagrams.iter().filter_map(|diagram| Some((diagram, diagram.changes.as_ref()?))).collect();
    let Some((_, first)) = compared.first() else {
        return "<p class=\"nothing\">This report was not compared with an earlier version of the model; \
                <code>ward emit report --compare OLD</code> does that.</p>\n"
            .to_owned();
    };
    let mut html = format!("<p>In the pictures, since {}:</p>\n", text(&first.before));
    for (diagram, changes) in compared {
        let words: Vec<String> = changes.words.iter().map(|word| text(word)).collect();
        let title = link(&format!("view={}", encoded(&diagram.id)), &text(&diagram.title));
        html.push_str(&format!("<h4>{title}</h4>{}\n", list(&words)));
    }
    html
}

/// Ports by whether they are on as shipped.
fn ways_in(report: &Report, links: &Links<'_>) -> String {
    if report.ports.is_empty() {
        return "<p class=\"nothing\">The model describes no ports.</p>\n".to_owned();
    }
    let group = |heading: &str, fits: &dyn Fn(&PortRow) -> bool| {
        let ports: Vec<&PortRow> = report.ports.iter().filter(|port| fits(port)).collect();
        let one = |port: &&PortRow| {
            let mut remarks = vec![text(&port.reachable_from)];
            if !port.used {
                remarks.push("<strong>unused</strong>".to_owned());
            }
            if !port.threats.is_empty() {
                remarks.push(count(port.threats.len(), "threat"));
            }
            remarks.retain(|remark| !remark.is_empty());
            format!("{} <small>{}</small>", links.name(&port.id, &port.name), remarks.join(", "))
        };
        let items: Vec<String> = ports.iter().map(one).collect();
        format!("<h4>{heading}: {}</h4>{}\n", ports.len(), list(&items))
    };
    let is = |port: &PortRow, states: &[&str]| port.default_state.as_deref().is_some_and(|state| states.contains(&state));
    let mut html = group("On as shipped", &|port| is(port, &["enabled"]));
    html.push_str(&group("Off or not fitted as shipped", &|port| is(port, &["disabled", "removed"])));
    if report.ports.iter().any(|port| !is(port, &["enabled", "disabled", "removed"])) {
        html.push_str(&group("Not stated", &|port| !is(port, &["enabled", "disabled", "removed"])));
    }
    html
}

fn about(report: &Report) -> String {
    let scope = &report.scope;
    let said = |value: &Option<String>| text(&stated::text(value.as_deref()));
    let mut items: Vec<(&str, String)> =
        title::fields(&report.title).into_iter().map(|(name, value)| (name, text(&value))).collect();
    items.extend([
        ("Intended use", said(&scope.intended_use)),
        ("Users", said(&scope.users)),
        ("Environment of use", said(&scope.environment)),
        ("End of security support", said(&scope.support_until)),
    ]);
    description(&items)
}
