//! A table for a spreadsheet, as CSV and XLSX are written from it.

/// Headings and rows; every row has one cell per heading, and no cell is blank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What each column holds.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What there is to say of the table as a whole, beside the title block: what, and the statement.
    pub about: Vec<(&'static str, String)>,
}

impl Table {
    /// The table of these headings and rows.
    pub fn new<H: AsRef<str>>(headings: &[H], rows: Vec<Vec<String>>) -> Self {
        let headings: Vec<String> = headings.iter().map(|heading| heading.as_ref().to_owned()).collect();
        debug_assert!(rows.iter().all(|row| row.len() == headings.len()), "a cell for each of {headings:?}");
        Self { headings, rows, about: Vec::new() }
    }
}
