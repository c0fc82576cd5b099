//! Tables read back from documents: Markdown, HTML, word processor, spreadsheet, CSV.

use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node};

use crate::kit::records;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A table of a document.
#[derive(Debug, Default, Clone)]
pub(super) struct Sheet {
    /// The file.
    pub(super) document: String,
    /// The heading of the section the table stands in.
    pub(super) under: String,
    /// The headings of its columns.
    pub(super) headings: Vec<String>,
    /// Its rows, without any white space: where a line ends is no difference.
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The cell of a row under a heading.
    pub(super) fn cell<'s>(&self, row: &'s [String], heading: &str) -> Option<&'s String> {
        row.get(self.headings.iter().position(|known| known == heading)?)
    }
}

/// Text without white space and without the sign that keeps spreadsheets from computing; apostrophes are set as typewriters have them.
pub(super) fn squeezed(text: &str) -> String {
    let plain = text.strip_prefix('\'').unwrap_or(text).replace('’', "'");
    plain.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// All tables of a document; none where its format holds no tables.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Vec<Sheet> {
    let (_, ending) = name.rsplit_once('.').expect("an ending");
    let mut sheets = match ending {
        "md" => of_markdown(utf8(bytes)),
        "html" if name != "report.html" => of_html(name, utf8(bytes)),
        "docx" => of_docx(bytes),
        "csv" => vec![of_csv(utf8(bytes))],
        "xlsx" => vec![of_xlsx(bytes)],
        _ => Vec::new(),
    };
    sheets.iter_mut().for_each(|sheet| name.clone_into(&mut sheet.document));
    sheets
}

/// The words of a document: what stands between blanks and signs that no name has.
pub(super) fn words_of(name: &str, bytes: &[u8]) -> impl Iterator<Item = String> {
    let text = match name.rsplit_once('.').expect("an ending").1 {
        "docx" => texts_of_docx(bytes),
        "xlsx" => workbook(bytes).into_iter().flatten().flatten().collect::<Vec<_>>().join("\n"),
        "md" => utf8(bytes).replace("\\_", "_").replace("\\@", "@"),
        "png" | "pdf" => String::new(),
        _ => utf8(bytes).to_owned(),
    };
    let is_end = |sign: char| sign.is_whitespace() || "\"'`<>|,;:()[]{}=&#!?*".contains(sign);
    let words: Vec<String> = text.split(is_end).map(|word| word.trim_matches('.').to_owned()).collect();
    words.into_iter().filter(|word| !word.is_empty())
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn of_markdown(page: &str) -> Vec<Sheet> {
    let (mut sheets, mut heading, mut cell, mut row) = (Vec::new(), String::new(), String::new(), Vec::new());
    let mut sheet = Sheet::default();
    let mut is_heading = false;
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                heading.clear();
                is_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Start(Tag::Table(_)) => sheet = Sheet { under: heading.clone(), ..Sheet::default() },
            Event::End(TagEnd::Table) => sheets.push(std::mem::take(&mut sheet)),
            Event::End(TagEnd::TableHead) => sheet.headings = std::mem::take(&mut row),
            Event::End(TagEnd::TableRow) => sheet.rows.push(squeeze(std::mem::take(&mut row))),
            Event::Start(Tag::TableCell) => cell.clear(),
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut cell)),
            Event::Text(text) | Event::Code(text) => if is_heading { &mut heading } else { &mut cell }.push_str(&text),
            _ => {}
        }
    }
    sheets
}

fn squeeze(row: Vec<String>) -> Vec<String> {
    row.iter().map(|cell| squeezed(cell)).collect()
}

fn all_text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn of_html(name: &str, page: &str) -> Vec<Sheet> {
    // the tags that HTML leaves open
    let whole: Vec<&str> = page.lines().filter(|line| !line.starts_with("<meta") && !line.starts_with("<!doctype")).collect();
    let whole = whole.join("\n").replace("<br>", "<br/>");
    let document = Document::parse(&whole).unwrap_or_else(|error| panic!("{name}: {error}"));
    tables(&document, |node| ["h1", "h2", "h3", "h4"].contains(&node.tag_name().name()), ["table", "tr"], &["td", "th"], all_text)
}

fn of_docx(bytes: &[u8]) -> Vec<Sheet> {
    let text = part(bytes);
    let document = Document::parse(&text).expect("XML");
    let is_heading = |node: Node<'_, '_>| {
        let style = node.descendants().find(|inner| inner.has_tag_name((W, "pStyle")));
        node.has_tag_name((W, "p"))
            && style.and_then(|style| style.attribute((W, "val"))).is_some_and(|style| style.starts_with("Heading"))
    };
    let texts =
        |node: Node<'_, '_>| node.descendants().filter(|inner| inner.has_tag_name((W, "t"))).filter_map(|t| t.text()).collect();
    tables(&document, is_heading, ["tbl", "tr"], &["tc"], texts)
}

fn tables(
    document: &Document<'_>,
    is_heading: impl Fn(Node<'_, '_>) -> bool,
    [table, row]: [&str; 2],
    cells: &[&str],
    texts: impl Fn(Node<'_, '_>) -> String,
) -> Vec<Sheet> {
    let (mut sheets, mut under) = (Vec::new(), String::new());
    for node in document.descendants().filter(Node::is_element) {
        if is_heading(node) {
            under = texts(node);
        }
        if node.tag_name().name() != table {
            continue;
        }
        let of_row = |row: Node<'_, '_>| -> Vec<String> {
            row.children().filter(|cell| cells.contains(&cell.tag_name().name())).map(&texts).collect()
        };
        let mut rows = node.descendants().filter(|inner| inner.is_element() && inner.tag_name().name() == row).map(of_row);
        let headings = rows.next().unwrap_or_default();
        let rows = rows.map(squeeze).collect();
        sheets.push(Sheet { document: String::new(), under: under.clone(), headings, rows });
    }
    sheets
}

fn part(package: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
    let mut text = String::new();
    archive.by_name("word/document.xml").expect("the document").read_to_string(&mut text).expect("UTF-8");
    text
}

fn texts_of_docx(bytes: &[u8]) -> String {
    let text = part(bytes);
    let document = Document::parse(&text).expect("XML");
    let texts = document.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text());
    texts.collect::<Vec<_>>().join(" ")
}

fn of_csv(text: &str) -> Sheet {
    let (headings, rows) = records(text);
    Sheet { headings, rows: rows.into_iter().map(squeeze).collect(), ..Sheet::default() }
}

fn workbook(bytes: &[u8]) -> Vec<Vec<Vec<String>>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |range: calamine::Range<calamine::Data>| -> Vec<Vec<String>> {
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    names.into_iter().map(|name| rows(book.worksheet_range(&name).expect("a sheet"))).collect()
}

/// The table of a workbook is its second sheet.
fn of_xlsx(bytes: &[u8]) -> Sheet {
    let mut rows = workbook(bytes).swap_remove(1).into_iter();
    let headings = rows.next().expect("headings");
    Sheet { headings, rows: rows.map(squeeze).collect(), ..Sheet::default() }
}
