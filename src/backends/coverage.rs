//! Element by category: what was found, and why nothing was. No cell is blank (checklist rows E2, E3). An internal document.

use indexmap::IndexSet;
use serde::Serialize;

use super::json::pretty;
use super::page::{Inline, Page};
use super::table::Table;
use super::{stated, title};
use crate::report::{CategoryRow, Cell, CellFinding, Coverage, CoverageRow, Reason, Report, State, TitleBlock};
use crate::words::count;

/// The matrix as JSON has it.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    categories: &'a [CategoryRow],
    cells: Vec<JsonCell<'a>>,
}

/// A cell with what it is a cell of.
#[derive(Serialize)]
struct JsonCell<'a> {
    element: &'a str,
    name: &'a str,
    kind: &'a str,
    category: &'a str,
    state: &'a str,
    findings: &'a [CellFinding],
    reasons: &'a [Reason],
}

/// Kinds of element as headings name them, in the order of the page.
const HEADINGS: [(&str, &str); 7] = [
    ("actor", "People"),
    ("external", "Foreign systems"),
    ("process", "Processes"),
    ("store", "Stores"),
    ("port", "Ports"),
    ("flow", "Flows"),
    ("boundary", "Boundaries"),
];

/// The page: sums, then a table a kind of element with the reasons its empty cells refer to, each once.
pub fn page(report: &Report) -> Page {
    let coverage = &report.coverage;
    let mut page = Page::default();
    title::markdown(&mut page, "Coverage", &report.title);
    summary(&mut page, report);
    for (kind, heading) in HEADINGS {
        let rows: Vec<&CoverageRow> = coverage.elements.iter().filter(|row| row.kind == kind).collect();
        if rows.is_empty() {
            continue;
        }
        page.heading(2, heading);
        let letters: Vec<&str> = coverage.categories.iter().map(|category| category.letter.as_str()).collect();
        let mut notes = Notes { letters: &letters, reasons: vec![IndexSet::new(); letters.len()] };
        let rows: Vec<Vec<Inline>> = rows.into_iter().map(|row| line(row, &mut notes)).collect();
        let headings: Vec<&str> = std::iter::once("Element").chain(letters.iter().copied()).collect();
        page.table(&headings, &rows);
        notes.show(&mut page);
    }
    page
}

/// Why cells of a table are empty, each reason once under its category's letter and a number, which another element does not change.
struct Notes<'a> {
    letters: &'a [&'a str],
    /// By category.
    reasons: Vec<IndexSet<String>>,
}

impl Notes<'_> {
    /// The label of a reason; `T2`.
    fn label(&mut self, category: usize, reason: String) -> String {
        let (number, _) = self.reasons[category].insert_full(reason);
        format!("{}{}", self.letters[category], number + 1)
    }

    fn show(&self, page: &mut Page) {
        let of_category = |(letter, reasons): (&&str, &IndexSet<String>)| -> Vec<Vec<Inline>> {
            let label = |at: usize| Inline::from(format!("{letter}{}", at + 1));
            reasons.iter().enumerate().map(|(at, reason)| vec![label(at), reason.as_str().into()]).collect()
        };
        let rows: Vec<Vec<Inline>> = self.letters.iter().zip(&self.reasons).flat_map(of_category).collect();
        if !rows.is_empty() {
            page.table(&["Mark", "Why the cells with this mark are empty"], &rows);
        }
    }
}

fn summary(page: &mut Page, report: &Report) {
    let coverage = &report.coverage;
    page.heading(2, "Summary");
    let ports = report.ports.iter().filter(|port| !coverage.elements.iter().any(|row| row.element == port.id));
    let missing: Vec<Inline> = ports.map(|port| Inline::code(&port.id)).collect();
    let interfaces = match missing.is_empty() {
        true => format!("Each of the {} in the port listing has a row.", count(report.ports.len(), "interface")),
        false => "Interfaces of the port listing that have no row:".to_owned(),
    };
    page.paragraph(format!(
        "{} by {}. {interfaces}",
        count(coverage.elements.len(), "element"),
        match coverage.categories.len() {
            1 => "1 category".to_owned(),
            number => format!("{number} categories"),
        }
    ));
    page.list(&missing);
    let rows: Vec<Vec<Inline>> = coverage
        .categories
        .iter()
        .enumerate()
        .map(|(at, category)| {
            let mut row: Vec<Inline> = vec![category.letter.as_str().into(), category.name.as_str().into()];
            row.extend(sums(coverage, at).map(|sum| Inline::from(sum.to_string())));
            row
        })
        .collect();
    let headings =
        ["Letter", "Category", "Open", "Questions", "Decided", "Mitigated", "Cells without a finding", "Cells no rule is about"];
    page.table(&headings, &rows);
    let unasked: Vec<Inline> = coverage.elements.iter().filter(|row| row.cells.iter().all(Cell::is_unasked)).map(named).collect();
    if unasked.is_empty() {
        page.paragraph("Every element has a rule that is about it.");
    } else {
        page.paragraph("No rule is about these elements at all:");
        page.list(&unasked);
    }
    page.paragraph(
        "How to read the tables: a cell lists the rules that found something, each with its state: ✗ open, ? undecided until a question is \
         answered, = decided (accepted, transferred, avoided or dismissed), ✓ mitigated. A dash stands for nothing found; the mark after \
         it leads to the reason below the table, which names the fact that decides and then the rules that were asked.",
    );
}

/// Findings of a category that are open, undecided, decided and mitigated; its cells without a finding, and of these those no rule is about.
fn sums(coverage: &Coverage, category: usize) -> [usize; 6] {
    let mut sums = [0; 6];
    for cell in coverage.elements.iter().filter_map(|row| row.cells.get(category)) {
        for finding in &cell.findings {
            sums[match finding.state {
                State::Open => 0,
                State::Question => 1,
                State::Accepted | State::Transferred | State::Avoided | State::Dismissed => 2,
                State::Mitigated => 3,
            }] += 1;
        }
        sums[4] += usize::from(cell.findings.is_empty());
        sums[5] += usize::from(cell.is_unasked());
    }
    sums
}

fn named(row: &CoverageRow) -> Inline {
    Inline::words(&[row.name.as_str().into(), Inline::code(&row.element)])
}

fn line(row: &CoverageRow, notes: &mut Notes<'_>) -> Vec<Inline> {
    let element = Inline::lines(&[row.name.as_str().into(), Inline::code(&row.element)]);
    std::iter::once(element).chain(row.cells.iter().enumerate().map(|(at, cell)| shown(at, cell, notes))).collect()
}

/// A cell of the page.
fn shown(category: usize, cell: &Cell, notes: &mut Notes<'_>) -> Inline {
    if cell.findings.is_empty() {
        return format!("– {}", notes.label(category, reason(cell))).into();
    }
    let findings: Vec<Inline> =
        cell.findings.iter().map(|finding| format!("{} {}", finding.rule, mark(finding.state)).into()).collect();
    Inline::lines(&findings)
}

fn mark(state: State) -> &'static str {
    match state {
        State::Open => "✗",
        State::Question => "?",
        State::Accepted | State::Transferred | State::Avoided | State::Dismissed => "=",
        State::Mitigated => "✓",
    }
}

/// `crosses: no (SPF01, SPF02); carries: no Time (SPF05)`
fn reason(cell: &Cell) -> String {
    let parts: Vec<String> = cell
        .reasons
        .iter()
        .map(|reason| match reason.rules.is_empty() {
            true => reason.text.clone(),
            false => format!("{} ({})", reason.text, reason.rules.join(", ")),
        })
        .collect();
    stated::list(&parts, stated::NONE_STATED)
}

/// The matrix as a table, one row a cell.
pub fn table(report: &Report) -> Table {
    let headings = ["element", "element name", "kind", "category", "category name", "state", "findings", "reason"];
    let rows: Vec<Vec<String>> = cells(&report.coverage)
        .map(|(row, category, cell)| {
            let findings: Vec<String> =
                cell.findings.iter().map(|finding| format!("{} ({})", finding.id, finding.state.word())).collect();
            let (findings, reason) = match findings.is_empty() {
                true => ("none".to_owned(), reason(cell)),
                false => (findings.join("; "), "not empty".to_owned()),
            };
            let own = [&row.element, &row.name, &row.kind, &category.letter, &category.name].map(|text| stated::filled(text));
            [own.to_vec(), vec![state(cell).to_owned(), findings, reason]].concat()
        })
        .collect();
    Table::new(&headings, rows)
}

/// The cells and the title block.
pub fn json(report: &Report) -> String {
    let cells = cells(&report.coverage).map(|(row, category, cell)| JsonCell {
        element: &row.element,
        name: &row.name,
        kind: &row.kind,
        category: &category.id,
        state: state(cell),
        findings: &cell.findings,
        reasons: &cell.reasons,
    });
    pretty(&Document {
        schema_version: report.schema_version,
        title: &report.title,
        categories: &report.coverage.categories,
        cells: cells.collect(),
    })
}

/// Every cell with its row and column.
fn cells(coverage: &Coverage) -> impl Iterator<Item = (&CoverageRow, &CategoryRow, &Cell)> {
    let of_row = |row| std::iter::repeat(row).zip(&coverage.categories);
    coverage.elements.iter().flat_map(move |row| {
        of_row(row).zip(&row.cells).map(|((row, category), cell): ((&CoverageRow, _), _)| (row, category, cell))
    })
}

/// The state of the most pressing finding, or that there is none, or no rule either.
fn state(cell: &Cell) -> &'static str {
    match cell.state() {
        Some(state) => state.word(),
        None if cell.is_unasked() => "no rule",
        None => "no finding",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::rendered::{csv, markdown};
    use crate::backends::{rendered, sample};

    #[test]
    fn no_cell_is_blank_and_equal_reasons_share_a_number() {
        let page = markdown(&page(&sample::plain()));
        let tables = rendered::tables(&page);
        assert!(tables.iter().flatten().flatten().all(|cell| !cell.trim().is_empty()), "{page}");
        let ports = &tables[2];
        assert_eq!(ports[0], ["Element", "S", "T"]);
        assert_eq!(ports[1], ["Network socket\nunit.lan", "– S1", "TAM04 ✗\nTAM05 ✓"]);
        assert_eq!(ports[2], ["Debug connector\nunit.jtag", "– S1", "– T1"]);
        let notes = &tables[3];
        assert_eq!(notes[1], ["S1", "A port speaks for nobody."]);
        assert_eq!(notes[2], ["T1", "used: no (TAM04, TAM05); debug: not stated (TAM09)"]);
        assert!(page.contains("Each of the 2 interfaces in the port listing has a row."), "{page}");
    }

    #[test]
    fn an_interface_without_a_row_is_named() {
        let mut report = sample::plain();
        report.coverage.elements.pop();
        let page = markdown(&page(&report));
        assert!(page.contains("have no row:\n\n- `unit.jtag`"), "{page}");
    }

    #[test]
    fn the_page_the_table_and_the_json_have_the_same_cells() {
        for report in [sample::plain(), sample::hostile()] {
            let text = csv(&table(&report));
            let mut reader = ::csv::Reader::from_reader(text.as_bytes());
            let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            let value: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
            let cells = value["cells"].as_array().unwrap();
            let number = report.coverage.elements.len() * report.coverage.categories.len();
            assert_eq!((records.len(), cells.len()), (number, number));
            assert!(records.iter().all(|record| record.iter().all(|cell| !cell.is_empty())));
        }
    }
}
