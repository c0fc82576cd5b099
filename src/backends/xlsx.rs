//! A table as a workbook: what it is on the first sheet, the table on the second, with filters and a heading that stays.
//!
//! The same table gives the same bytes: the workbook carries the date of the document, or a fixed one.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::escape_text::visible;
use super::table::Table;
use super::title;
use crate::report::TitleBlock;

/// Rows of a sheet below its heading; the format takes 1,048,576 in all.
const ROWS: usize = 1_048_575;
/// Units of UTF-16 in a cell; the format takes 32,767.
const UNITS: usize = 32_700;
/// Widths of columns, in signs.
const NARROW: usize = 9;
const WIDE: usize = 48;
/// Signs side by side on a printed page that can still be read.
const PAGE: usize = 200;
/// Points of a line of text, and of the tallest row there can be.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;
/// A4.
const PAPER: u8 = 9;

/// The workbook of a table that is called `what`.
pub fn write(what: &str, table: &Table, about: &TitleBlock) -> Vec<u8> {
    let bytes = workbook(what, table, about).expect("names, texts and numbers of rows are kept within the limits of the format");
    marked(bytes, &about.generator)
}

fn workbook(what: &str, table: &Table, about: &TitleBlock) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let what = &capitalised(what);
    let heading = format!("{what}: {}", visible(&about.device));
    let properties = DocProperties::new().set_title(&heading).set_comment(&about.generator);
    workbook.set_properties(&properties.set_creation_datetime(&made(about)?));
    cover(workbook.add_worksheet(), &heading, table, about)?;
    let sheets = table.rows.chunks(ROWS).collect::<Vec<_>>();
    for at in 0..sheets.len().max(1) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(if at == 0 { what.clone() } else { format!("{what} {}", at + 1) })?;
        fill(sheet, table, sheets.get(at).copied().unwrap_or_default())?;
        for_print(sheet, &heading);
    }
    workbook.save_to_buffer()
}

fn capitalised(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// The title block.
fn cover(sheet: &mut Worksheet, heading: &str, table: &Table, about: &TitleBlock) -> Result<(), XlsxError> {
    let strong = cell_format().set_bold();
    sheet.set_name("About")?;
    sheet.set_column_width(0, 36)?.set_column_width(1, 80)?;
    sheet.write_string_with_format(0, 0, heading, &Format::new().set_bold().set_font_size(14))?;
    let mut row = 2;
    if let Some(remark) = title::draft(about) {
        sheet.write_string_with_format(row, 0, "DRAFT", &strong)?;
        sheet.write_string_with_format(row, 1, remark, &cell_format())?;
        row += 1;
    }
    for (name, value) in table.about.iter().cloned().chain(title::fields(about)) {
        sheet.write_string_with_format(row, 0, name, &strong)?;
        sheet.write_string_with_format(row, 1, shortened(&value), &cell_format())?;
        row += 1;
    }
    for_print(sheet, heading);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn fill(sheet: &mut Worksheet, table: &Table, rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let head = cell_format().set_bold().set_background_color(Color::RGB(0x00E8_E8E8)).set_border_bottom(FormatBorder::Medium);
    let plain = cell_format();
    let mut signs = 0;
    let mut lines = vec![1; rows.len()];
    for (at, heading) in (0_u16..).zip(&table.headings) {
        let column = usize::from(at);
        let width = width(heading, rows.iter().map(|row| row[column].as_str()));
        signs += width;
        for (lines, row) in lines.iter_mut().zip(rows) {
            *lines = (*lines).max(wrapped(&row[column], width));
        }
        sheet.write_string_with_format(0, at, visible(heading), &head)?;
        sheet.set_column_width(at, width as f64)?;
        for (line, row) in (1_u32..).zip(rows) {
            sheet.write_string_with_format(line, at, shortened(&row[column]), &plain)?;
        }
    }
    // not every spreadsheet works out the height of rows when it opens a file
    for (line, lines) in (1_u32..).zip(lines) {
        sheet.set_row_height(line, (lines as f64 * LINE).min(TALLEST))?;
    }
    let last = table.headings.len().saturating_sub(1) as u16;
    sheet.autofilter(0, 0, rows.len() as u32, last)?.set_freeze_panes(1, 1)?;
    // as many pages side by side as keep the print legible, each with the heading and the first column
    let across = signs.div_ceil(PAGE).max(1) as u16;
    sheet.set_print_fit_to_pages(across, 0).set_page_order(true).set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
    Ok(())
}

fn for_print(sheet: &mut Worksheet, heading: &str) {
    sheet.set_landscape().set_paper_size(PAPER).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    // `&` begins a command in a footer
    let name: String = heading.replace('&', "&&").chars().take(120).collect();
    sheet.set_footer(format!("&L{name}&R&P / &N"));
}

fn cell_format() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The widest line, within bounds.
fn width<'c>(heading: &str, cells: impl Iterator<Item = &'c str>) -> usize {
    let widest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    // a filter's arrow takes its place beside the heading
    let signs = cells.map(widest).chain([widest(heading) + 3]).max().unwrap_or(0);
    signs.clamp(NARROW, WIDE)
}

/// How many lines a text takes in a column of a width.
fn wrapped(text: &str, width: usize) -> usize {
    // words do not fill the line to its end
    let usable = (width * 9 / 10).max(1);
    text.lines().map(|line| line.chars().count().div_ceil(usable).max(1)).sum::<usize>().max(1)
}

/// The text, as far as a cell takes it; a longer one says so.
fn shortened(text: &str) -> String {
    let text = visible(text);
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > UNITS
    });
    match end {
        Some((end, _)) => format!("{} … (cut: the CSV has all of it)", &text[..end]),
        None => text,
    }
}

/// The date of the document; a fixed one where it has none.
fn made(about: &TitleBlock) -> Result<ExcelDateTime, XlsxError> {
    let stated = about.date.as_deref().and_then(|date| ExcelDateTime::parse_from_str(date).ok());
    stated.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)
}

/// The archive with a comment that names the program, as every other artifact has it in plain text.
fn marked(mut bytes: Vec<u8>, generator: &str) -> Vec<u8> {
    let comment: Vec<u8> = generator.bytes().take(usize::from(u16::MAX)).collect();
    // the archive ends with the length of its comment, which is nought
    if let Some(length) = bytes.len().checked_sub(2).filter(|at| bytes[*at..] == [0, 0]) {
        bytes.truncate(length);
        bytes.extend_from_slice(&(comment.len() as u16).to_le_bytes());
        bytes.extend(comment);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    fn table(rows: usize) -> Table {
        Table::new(&["one", "two"], vec![vec!["=SUM(A1)".to_owned(), "x".repeat(40_000)]; rows])
    }

    #[test]
    fn the_same_table_gives_the_same_bytes_and_names_the_program() {
        let title = sample::plain().title;
        let once = write("threats", &table(3), &title);
        assert_eq!(once, write("threats", &table(3), &title));
        assert!(once.starts_with(b"PK"));
        assert!(once.ends_with(title.generator.as_bytes()));
        assert!(!write("threats", &table(0), &title).is_empty());
    }

    #[test]
    fn what_is_too_long_for_a_cell_says_so() {
        assert_eq!(shortened("short"), "short");
        let long = shortened(&"🫁".repeat(40_000));
        assert!(long.ends_with("(cut: the CSV has all of it)"));
        assert!(long.encode_utf16().count() < 32_767);
    }
}
