//! A standard clause by clause: addressed by what, what is missing, what does not apply and why (checklist rows H2 to H6).
//! An internal document. It says what the model shows, never that a document is satisfied.

use serde::Serialize;

use super::json::pretty;
use super::page::{Inline, Page};
use super::table::Table;
use super::{stated, title};
use crate::report::{
    ClauseCounts, ClausePart, ClauseRow, ClauseState, ControlUse, EvidenceUse, Ground, Report, StandardRow, TitleBlock,
};
use crate::words::count;

/// The matrix as JSON has it.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    standard: &'a StandardRow,
}

/// States with the heading of their section and what they mean, in the order of the page.
const SECTIONS: [(ClauseState, &str, &str); 5] = [
    (ClauseState::Gap, "Gaps", "The model lacks what the clause asks for, or holds an open threat that bears on it."),
    (ClauseState::Asked, "Asked", "The model does not say what decides it, or nobody has answered the clause yet."),
    (
        ClauseState::Decided,
        "Decided",
        "A threat that bears on the clause was left by decision: accepted, transferred, avoided or dismissed.",
    ),
    (
        ClauseState::Addressed,
        "Addressed",
        "Something in the model addresses the clause. Whether it is enough is for a reviewer to judge.",
    ),
    (ClauseState::NotApplicable, "Not applicable", "The clause does not concern this device, for the reason stated."),
];

/// The page: what document it is, sums, then the clauses by their state, the most pressing first.
pub fn page(report: &Report, standard: &StandardRow) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Matrix", &report.title);
    page.heading(2, &standard.title);
    let rows: Vec<Vec<Inline>> = facts(standard).into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect();
    page.table(&["About the standard", "Statement"], &rows);
    summary(&mut page, standard);
    for (state, heading, meaning) in SECTIONS {
        let clauses: Vec<&ClauseRow> = standard.clauses.iter().filter(|clause| clause.state == state).collect();
        if clauses.is_empty() {
            continue;
        }
        page.heading(2, &format!("{heading}: {}", count(clauses.len(), "clause")));
        page.paragraph(meaning);
        let rows: Vec<Vec<Inline>> = clauses.into_iter().flat_map(lines).collect();
        page.table(
            &[
                "Clause",
                "What it asks for",
                "Applies",
                "State",
                "Elements",
                "How it is shown, or why not",
                "Controls",
                "Document",
                "Section or item",
            ],
            &rows,
        );
    }
    page
}

/// The matrix as a table: one row for each clause and group of elements that stand alike.
pub fn table(standard: &StandardRow) -> Table {
    let headings = [
        "clause",
        "name in the model",
        "where in the document",
        "title",
        "what it asks for",
        "how the text is known",
        "state of the clause",
        "does it apply",
        "state",
        "decided by",
        "elements",
        "how it is shown, or why not",
        "threats",
        "questions",
        "controls",
        "planned controls",
        "document",
        "section or item",
        "place in the model",
        "standard",
        "edition",
        "binding",
    ];
    let rows = standard.clauses.iter().flat_map(|clause| clause.parts.iter().map(|part| cells(standard, clause, part)));
    let named = ("Standard", standard.title.clone());
    let about = std::iter::once(named).chain(facts(standard)).collect();
    Table { about, ..Table::new(&headings, rows.collect()) }
}

/// The matrix and the title block.
pub fn json(report: &Report, standard: &StandardRow) -> String {
    pretty(&Document { schema_version: report.schema_version, title: &report.title, standard })
}

fn summary(page: &mut Page, standard: &StandardRow) {
    page.heading(2, "Summary");
    let ClauseCounts { gap, asked, decided, addressed, addressed_pending, not_applicable } = standard.counts;
    let rows = [
        ("Gaps", gap),
        ("Asked", asked),
        ("Decided, with a residual risk or a reason", decided),
        ("Addressed, evidence pending", addressed_pending),
        ("Addressed, evidence named", addressed),
        ("Not applicable", not_applicable),
        ("All clauses", standard.clauses.len()),
    ];
    let rows: Vec<Vec<Inline>> = rows.into_iter().map(|(name, number)| vec![name.into(), number.to_string().into()]).collect();
    page.table(&["State of the clause", "Clauses"], &rows);
    page.paragraph(
        "A clause has the most pressing state of its parts. This matrix is computed from the model: it shows where the model speaks to a \
         clause and where it is silent. It is no assessment of the device against the document, and the texts of the clauses are our own \
         words: read the document itself before citing it.",
    );
}

/// What there is to know of the document itself.
fn facts(standard: &StandardRow) -> [(&'static str, String); 5] {
    [
        ("Edition", stated::text(standard.edition.as_deref())),
        ("Binding", binding_in_words(standard.binding.as_deref())),
        ("Source", stated::text(standard.source.as_deref())),
        ("Name in the model", standard.id.clone()),
        ("How the clauses are known", known(standard)),
    ]
}

/// What kind of document it is; guidance is never shown as law.
pub fn binding_in_words(binding: Option<&str>) -> String {
    match binding {
        Some("law") => "law".to_owned(),
        Some("guidance") => "guidance, not law".to_owned(),
        Some("standard") => "standard: binding where a law, a contract or the manufacturer makes it so".to_owned(),
        Some("community") => "community document: neither law nor guidance of an authority".to_owned(),
        other => stated::text(other),
    }
}

/// How many texts of clauses are not verified.
fn known(standard: &StandardRow) -> String {
    let unverified = standard.clauses.iter().filter(|clause| tag(clause).is_some()).count();
    match unverified {
        0 => "all verified in the source, and told in our own words".to_owned(),
        number => format!("{} of {} not verified in the source; each is marked", number, count(standard.clauses.len(), "clause")),
    }
}

/// The mark of a clause whose text was not read in the document.
fn tag(clause: &ClauseRow) -> Option<String> {
    match clause.evidence_tag.as_str() {
        "verified" => None,
        "" => Some("not stated".to_owned()),
        other => Some(other.replace('_', "-")),
    }
}

/// The rows of a clause: its text stands in the first.
fn lines(clause: &ClauseRow) -> Vec<Vec<Inline>> {
    let line = |(at, part): (usize, &ClausePart)| {
        let asks = if at == 0 { asks(clause) } else { "as above".into() };
        let passage = clause.passage.as_deref().filter(|_| at == 0).unwrap_or_default();
        let mut why = vec![Inline::from(by_what(part))];
        why.extend(first(part.threats.iter().map(|id| Inline::code(id)).collect()));
        why.extend(first(part.questions.iter().map(|question| Inline::code(question)).collect()));
        vec![
            Inline::lines(&[Inline::code(&clause.id), passage.into()]),
            asks,
            applies(part).into(),
            part.state_in_words().into(),
            Inline::lines(&first(part.elements.iter().map(|element| element.name.as_str().into()).collect())),
            Inline::lines(&why),
            Inline::lines(&controls(part)),
            Inline::lines(&part.evidence.iter().map(|evidence| evidence.document.as_str().into()).collect::<Vec<_>>()),
            Inline::lines(&places(part).into_iter().map(Inline::from).collect::<Vec<_>>()),
        ]
    };
    let filled = |row: Vec<Inline>| row.into_iter().map(|cell| if cell.is_empty() { "–".into() } else { cell }).collect();
    clause.parts.iter().enumerate().map(line).map(filled).collect()
}

/// As many as a reader of a page takes in, and how many more there are.
fn first(mut items: Vec<Inline>) -> Vec<Inline> {
    const SHOWN: usize = 12;
    let more = items.len().saturating_sub(SHOWN);
    if more > 1 {
        items.truncate(SHOWN);
        items.push(format!("and {more} more, listed in the CSV").into());
    }
    items
}

fn asks(clause: &ClauseRow) -> Inline {
    let mark = tag(clause).map_or_else(Inline::default, |tag| Inline::strong(&format!("[text {tag}]")));
    Inline::words(&[Inline::strong(&format!("{}.", clause.title)), clause.text.as_str().into(), mark])
}

/// Whether the clause applies, at these elements.
fn applies(part: &ClausePart) -> &'static str {
    match part.applies {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not decided",
    }
}

/// Where in each document the evidence stands; which document, where there are several.
fn places(part: &ClausePart) -> Vec<String> {
    let (placed, unplaced): (Vec<&EvidenceUse>, Vec<&EvidenceUse>) = part.evidence.iter().partition(|one| one.place.is_some());
    let place = |one: &&EvidenceUse| {
        let place = stated::text(one.place.as_deref());
        if part.evidence.len() == 1 { place } else { format!("{}: {place}", one.document) }
    };
    let mut places: Vec<String> = placed.iter().map(place).collect();
    match (&places[..], &unplaced[..]) {
        (_, []) => {}
        ([], _) => places.push(stated::NOT_STATED.to_owned()),
        (_, unplaced) => {
            let documents: Vec<&str> = unplaced.iter().map(|one| one.document.as_str()).collect();
            places.push(format!("not stated for {}", documents.join(", ")));
        }
    }
    places
}

fn by_what(part: &ClausePart) -> String {
    let what = match (part.ground, part.state) {
        (Ground::Check, ClauseState::NotApplicable) => "not applicable because",
        (Ground::Check, ClauseState::Asked) | (Ground::Threats | Ground::Nothing, _) => "",
        (Ground::Check, _) => "in the model:",
        (Ground::Answer, ClauseState::NotApplicable) => "answered: not applicable because",
        (Ground::Answer, _) => "answered:",
    };
    let reason = match (part.ground, part.reason.trim()) {
        (Ground::Answer, "") => "by the documents and controls named",
        (_, reason) => reason,
    };
    format!("{what} {reason}").trim().to_owned()
}

/// Controls with their class and status; the planned ones last.
fn controls(part: &ClausePart) -> Vec<Inline> {
    let line = |control: &ControlUse| {
        let facts = [control.measure.as_deref(), control.status.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Inline::words(&[control.name.as_str().into(), format!("({})", stated::filled(&facts)).into()])
    };
    let mut all: Vec<Inline> = part.controls.iter().map(line).collect();
    for control in part.planned.iter().map(line) {
        if !all.contains(&control) {
            all.push(control);
        }
    }
    all
}

fn cells(standard: &StandardRow, clause: &ClauseRow, part: &ClausePart) -> Vec<String> {
    let names = |controls: &[ControlUse]| {
        let one = |control: &ControlUse| format!("{} ({})", control.id, stated::text(control.status.as_deref()));
        stated::list(&controls.iter().map(one).collect::<Vec<_>>(), "none")
    };
    let ground = match part.ground {
        Ground::Check => "check of the clause",
        Ground::Threats => "threats that name the clause",
        Ground::Answer => "answer of the model",
        Ground::Nothing => "nothing",
    };
    let overall = SECTIONS.iter().find(|(state, ..)| *state == clause.state).map_or("", |(_, heading, _)| heading);
    vec![
        clause.id.clone(),
        clause.path.clone(),
        stated::text(clause.passage.as_deref()),
        clause.title.clone(),
        clause.text.clone(),
        tag(clause).unwrap_or_else(|| "verified".to_owned()),
        overall.to_lowercase(),
        applies(part).to_owned(),
        part.state_in_words().to_owned(),
        ground.to_owned(),
        stated::list(&part.elements.iter().map(|element| element.id.as_str()).collect::<Vec<_>>(), "none"),
        by_what(part),
        stated::list(&part.threats, "none"),
        stated::list(&part.questions, "none"),
        names(&part.controls),
        names(&part.planned),
        stated::list(&part.evidence.iter().map(|evidence| evidence.document.as_str()).collect::<Vec<_>>(), stated::NO_EVIDENCE),
        stated::list(&places(part), "–"),
        part.place.clone().unwrap_or_else(|| "–".to_owned()),
        standard.title.clone(),
        stated::text(standard.edition.as_deref()),
        binding_in_words(standard.binding.as_deref()),
    ]
}
