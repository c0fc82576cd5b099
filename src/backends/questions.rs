//! What the model leaves unsaid, most consequential first, and what to write where (checklist row E6). An internal document.

use serde::Serialize;

use super::escape_text::one_line;
use super::json::pretty;
use super::page::{Inline, Page};
use super::table::Table;
use super::{stated, title};
use crate::report::{QuestionRow, Report, TitleBlock};

/// The questions as JSON has them.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    questions: &'a [QuestionRow],
}

/// The page: a list, then one section per question with the line that answers it.
pub fn page(report: &Report) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Questions", &report.title);
    page.heading(2, "Summary");
    if report.questions.is_empty() {
        page.paragraph("No threat hangs on a fact that the model leaves unsaid.");
        return page;
    }
    page.paragraph(Inline::words(&[
        Inline::strong(&format!("Questions unanswered: {}.", report.questions.len())),
        format!(
            "Threats that cannot be decided before they are answered: {}. The most consequential question comes first.",
            report.summary.undecided
        )
        .into(),
    ]));
    let rows: Vec<Vec<Inline>> = report.questions.iter().enumerate().map(|(at, question)| summary(at + 1, question)).collect();
    page.table(
        &["No.", "Question", "Element", "Possible answers", "Threats that hang on it", "Highest severity among them"],
        &rows,
    );
    page.heading(2, "How to answer");
    page.paragraph(
        "Copy the line into the declaration of the element, at the place named, and put the answer in place of the dots. A line that begins with `section` or `assumption` is a declaration of its own.",
    );
    for (at, question) in report.questions.iter().enumerate() {
        section(&mut page, at + 1, question);
    }
    page
}

/// The questions as a table, one row each.
pub fn table(report: &Report) -> Table {
    let headings = [
        "number",
        "id",
        "question",
        "element",
        "element name",
        "attribute",
        "possible answers",
        "threats",
        "number of threats",
        "highest severity",
        "line to add",
        "place",
    ];
    let rows: Vec<Vec<String>> = report.questions.iter().enumerate().map(|(at, question)| cells(at + 1, question)).collect();
    Table::new(&headings, rows)
}

/// The questions and the title block, in the shape the model's schema gives them.
pub fn json(report: &Report) -> String {
    pretty(&Document { schema_version: report.schema_version, title: &report.title, questions: &report.questions })
}

fn summary(number: usize, question: &QuestionRow) -> Vec<Inline> {
    vec![
        number.to_string().into(),
        question.text.as_str().into(),
        question.element_name.as_str().into(),
        stated::filled(&question.answers).into(),
        question.threats.len().to_string().into(),
        severity(question).into(),
    ]
}

fn section(page: &mut Page, number: usize, question: &QuestionRow) {
    page.heading(3, &format!("Question {number}: {}", question.text));
    page.verbatim(&line(question));
    let threats: Vec<Inline> = question.threats.iter().map(|id| Inline::code(id)).collect();
    let row = |name: &str, value: Inline| vec![name.into(), value];
    page.table(
        &["Item", "Statement"],
        &[
            row("Where", stated::filled(&question.place).into()),
            row("Element", Inline::words(&[question.element_name.as_str().into(), Inline::code(&question.element)])),
            row("Possible answers", stated::filled(&question.answers).into()),
            row("Threats that hang on it", if threats.is_empty() { "none".into() } else { Inline::lines(&threats) }),
        ],
    );
}

fn cells(number: usize, question: &QuestionRow) -> Vec<String> {
    vec![
        number.to_string(),
        question.id.clone(),
        question.text.clone(),
        question.element.clone(),
        question.element_name.clone(),
        question.attribute.clone(),
        stated::filled(&question.answers),
        stated::list(&question.threats, stated::NONE_STATED),
        question.threats.len().to_string(),
        severity(question),
        line(question),
        question.place.clone(),
    ]
}

/// The line to paste. The dots are no value of the language, so that a line pasted and forgotten does not compile.
fn line(question: &QuestionRow) -> String {
    let line = match &question.declaration {
        Some(declaration) => one_line(declaration),
        None => format!("{}: …", one_line(&question.attribute)),
    };
    match one_line(&question.answers).as_str() {
        "" => line,
        answers => format!("{line}  // {answers}"),
    }
}

fn severity(question: &QuestionRow) -> String {
    question.severity.clone().unwrap_or_else(|| "no harm named".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::rendered::{csv, markdown};
    use crate::backends::{rendered, sample};

    #[test]
    fn every_question_is_listed_with_its_line_and_its_place() {
        let page = markdown(&page(&sample::plain()));
        assert!(page.contains("**Questions unanswered: 1.**"), "{page}");
        assert!(page.contains("```text\nencrypted: …  // yes or no\n```"), "{page}");
        assert!(page.contains("device.tm:30"), "{page}");
        assert!(page.contains("`TAM01@settings`"), "{page}");
    }

    #[test]
    fn the_page_and_the_table_have_the_same_rows() {
        let report = sample::hostile();
        let tables = rendered::tables(&markdown(&page(&report)));
        let text = csv(&table(&report));
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), report.questions.len());
        let shown = &tables[1];
        assert_eq!(shown.len(), records.len() + 1);
        for (row, record) in shown[1..].iter().zip(&records) {
            assert_eq!(crate::backends::escape_text::csv_cell(&row[1]), record[2]);
        }
    }

    #[test]
    fn the_json_has_the_title_and_the_questions() {
        let value: serde_json::Value = serde_json::from_str(&json(&sample::plain())).unwrap();
        assert_eq!(value["title"]["device"], "Breva ventilator system");
        assert_eq!(value["questions"][0]["id"], "settings.encrypted");
    }
}
