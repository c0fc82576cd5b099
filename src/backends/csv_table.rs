//! A table as CSV, every cell harmless to a spreadsheet.

use super::escape_text::csv_cell;

/// The table with its headings in the first row; lines end in `\n`.
pub fn write<H: AsRef<str>>(headings: &[H], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let cells = |row: &mut dyn Iterator<Item = &str>| row.map(csv_cell).collect::<Vec<String>>();
    let head = cells(&mut headings.iter().map(AsRef::as_ref));
    for record in std::iter::once(head).chain(rows.iter().map(|row| cells(&mut row.iter().map(String::as_str)))) {
        writer.write_record(&record).expect("memory takes every record, and every row has one cell per heading");
    }
    let bytes = writer.into_inner().expect("memory can be flushed");
    String::from_utf8(bytes).expect("cells are UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_back_as_they_were_written() {
        let rows = vec![vec!["a \"quoted\", cell".to_owned(), "two\nlines".to_owned()], vec!["=1".to_owned(), String::new()]];
        let text = write(&["one", "two"], &rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<Vec<String>> = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        let expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| csv_cell(cell)).collect()).collect();
        assert_eq!(read, expected);
    }
}
