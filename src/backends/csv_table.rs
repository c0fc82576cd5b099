//! A table as CSV, every cell harmless to a spreadsheet.

use super::escape_text::csv_cell;
use super::table::Table;
use super::title;
use crate::report::TitleBlock;

/// The table with its headings in the first row; lines end in `\n`.
pub fn write<H: AsRef<str>>(headings: &[H], rows: &[Vec<String>]) -> String {
    let head = headings.iter().map(AsRef::as_ref).collect();
    records(std::iter::once(head).chain(rows.iter().map(|row| row.iter().map(String::as_str).collect())))
}

/// The table of an artifact: each row is followed by what identifies the document.
pub fn artifact(table: &Table, about: &TitleBlock) -> String {
    let identity = title::cells(about);
    let head = table.headings.iter().map(String::as_str).chain(title::COLUMNS).collect();
    let rows = table.rows.iter().map(|row| row.iter().chain(&identity).map(String::as_str).collect());
    records(std::iter::once(head).chain(rows))
}

fn records<'t>(records: impl Iterator<Item = Vec<&'t str>>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for record in records {
        let cells: Vec<String> = record.into_iter().map(csv_cell).collect();
        writer.write_record(&cells).expect("memory takes every record, and every row has one cell per heading");
    }
    let bytes = writer.into_inner().expect("memory can be flushed");
    String::from_utf8(bytes).expect("cells are UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    #[test]
    fn cells_read_back_as_they_were_written() {
        let rows = vec![vec!["a \"quoted\", cell".to_owned(), "two\nlines".to_owned()], vec!["=1".to_owned(), String::new()]];
        let table = Table::new(&["one", "two"], rows);
        let text = artifact(&table, &sample::plain().title);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 2 + title::COLUMNS.len());
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().take(2).map(str::to_owned).collect()).collect();
        let expected: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| csv_cell(cell)).collect()).collect();
        assert_eq!(read, expected);
    }
}
