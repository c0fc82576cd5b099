//! The form that customers ask manufacturers to fill in, answered by the model (checklist row J7).
//!
//! Page and table are made of the same cells, so that they cannot disagree.

use super::page::{Inline, Page};
use super::table::Table;
use super::{Audience, stated, title};
use crate::report::{FormRow, Report};
use crate::words::count;

/// The page, section by section.
pub fn page(report: &Report, audience: Audience) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "MDS2 answers", &report.title);
    if audience == Audience::Internal {
        page.alert("INTERNAL.", "Names places of the model that are not meant for customers.");
    }
    page.heading(2, "How to read this document");
    page.paragraph("Answers taken from the manufacturer’s model of the device, to be carried over into the form and checked by the manufacturer. The questions are in our own words; their numbers are those of the form, whose text decides. “Not stated” means that the model does not hold the answer; it never means “no”. “No” means that the model says so of what it describes.");
    if report.form.is_empty() {
        page.paragraph("The model imports no form: `import std.mds2` brings the questions.");
        return page;
    }
    let answered = report.form.iter().filter(|row| row.answer.is_some()).count();
    page.paragraph(format!("{}, {answered} of them answered.", count(report.form.len(), "question")));
    let headings = headings(audience);
    for section in report.form.chunk_by(|one, next| (&one.form, &one.section) == (&next.form, &next.section)) {
        page.heading(2, &format!("{}: {}", stated::filled(&section[0].form), stated::filled(&section[0].section)));
        let rows: Vec<Vec<Inline>> =
            section.iter().map(|row| cells(row, audience).into_iter().skip(1).map(Inline::from).collect()).collect();
        page.table(&headings[1..], &rows);
    }
    page
}

/// The same rows for a spreadsheet.
pub fn table(report: &Report, audience: Audience) -> Table {
    Table::new(&headings(audience), report.form.iter().map(|row| cells(row, audience)).collect())
}

fn headings(audience: Audience) -> Vec<&'static str> {
    let mut headings = vec!["Form", "Question", "What is asked", "Answer", "Note", "Rests on", "How the question is known"];
    if audience == Audience::Internal {
        headings.extend(["Elements (internal)", "Lines of the model (internal)", "Stated by (internal)"]);
    }
    headings
}

fn cells(row: &FormRow, audience: Audience) -> Vec<String> {
    let of_elements = |field: fn(&crate::report::FormElement) -> &String| {
        let mut all: Vec<&str> = Vec::new();
        for text in row.elements.iter().map(|element| field(element).as_str()) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all
    };
    let mut rests_on = of_elements(|element| &element.told);
    rests_on.extend(row.stated_at.as_ref().map(|_| "a statement of the manufacturer"));
    let mut cells = vec![
        stated::filled(&row.form),
        stated::filled(&row.id),
        stated::filled(&row.asked),
        stated::text(row.answer.as_deref()),
        if row.note.is_empty() { stated::NONE_STATED.to_owned() } else { row.note.clone() },
        stated::list(&rests_on, stated::NONE_STATED),
        row.evidence_tag.replace('_', " "),
    ];
    if audience == Audience::Internal {
        let mut places = of_elements(|element| &element.place);
        places.extend(row.stated_at.as_deref());
        cells.push(stated::list(&of_elements(|element| &element.id), stated::NONE_STATED));
        cells.push(stated::list(&places, stated::NONE_STATED));
        cells.push(stated::text(row.stated_by.as_deref()));
    }
    cells
}
