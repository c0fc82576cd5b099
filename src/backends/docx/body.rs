//! The blocks of a page as the body of a document.

use std::fmt::Write;

use super::parts::{DECLARATION, shown};
use crate::backends::escape_text::visible;
use crate::backends::inline::{Inline, Piece};
use crate::backends::page::{Block, Page, Picture};
use crate::drawing::xml::escape;

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;
/// English metric units in a millimetre.
const EMU: f64 = 36_000.0;
const MARGIN: f64 = 20.0;
const SHORT: f64 = 210.0;
const LONG: f64 = 297.0;
/// Tables of more columns are read lying.
const UPRIGHT_COLUMNS: usize = 5;
/// Signs of a cell beyond which a column is not wider than others.
const WIDEST: usize = 42;
const NARROWEST: usize = 7;
/// A row of more signs than this may go on on the next page.
const LONG_ROW: usize = 1200;

/// The body, and what it refers to.
pub(super) struct Body {
    /// The title of the page.
    pub(super) title: String,
    /// Dots of the pictures, in order.
    pub(super) pictures: Vec<Vec<u8>>,
    markup: String,
    lying: bool,
    tables: usize,
    /// The heading that was passed last: it names the table below it.
    heading: String,
}

impl Body {
    pub(super) fn of(page: &Page) -> Self {
        let is_wide = |block: &Block| matches!(block, Block::Table(headings, _) if headings.len() > UPRIGHT_COLUMNS);
        let mut body = Self {
            title: String::new(),
            pictures: Vec::new(),
            markup: String::new(),
            lying: page.blocks().iter().any(is_wide),
            tables: 0,
            heading: String::new(),
        };
        for block in page.blocks() {
            body.block(block);
        }
        body
    }

    /// The part of the package.
    pub(super) fn document(&self) -> String {
        let (width, height, lying) = if self.lying { (LONG, SHORT, " w:orient=\"landscape\"") } else { (SHORT, LONG, "") };
        let (width, height, margin) = (twips(width), twips(height), twips(MARGIN));
        format!(
            "{DECLARATION}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}<w:sectPr>\
             <w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:footerReference w:type=\"default\" r:id=\"rFooter\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lying}/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" \
             w:left=\"{margin}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.markup
        )
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, title) => {
                self.heading = title.plain();
                if *level == 1 && self.title.is_empty() {
                    self.title = self.heading.clone();
                }
                let style = if *level == 1 { "Title".to_owned() } else { format!("Heading{}", level - 1) };
                self.paragraph(&style, &runs(title, ""));
            }
            Block::Paragraph(text) => self.paragraph("Normal", &runs(text, "")),
            Block::Alert(word, text) => {
                let text = Inline::words(&[Inline::strong(word), text.as_str().into()]);
                self.paragraph("Alert", &runs(&text, ""));
            }
            Block::List(items) => {
                for item in items {
                    self.paragraph("ListBullet", &runs(item, ""));
                }
            }
            Block::Table(headings, rows) => self.table(headings, rows),
            Block::Verbatim(line) => self.paragraph("Verbatim", &run(line, "")),
            Block::Source(_, text) => text.lines().for_each(|line| self.paragraph("Verbatim", &run(line, ""))),
            Block::Fold(title, inner) => {
                self.paragraph("Normal", &runs(title, ""));
                inner.iter().for_each(|block| self.block(block));
            }
            Block::Picture(picture) => self.picture(picture),
        }
    }

    fn paragraph(&mut self, style: &str, runs: &str) {
        let _ = write!(self.markup, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>");
    }

    /// `Table 3. …`, numbered by a field, so that a list of tables can be made.
    fn caption(&mut self, style: &str, sequence: &str, number: usize, text: &str) {
        let runs = format!(
            "{}<w:fldSimple w:instr=\" SEQ {sequence} \\* ARABIC \"><w:r><w:t>{number}</w:t></w:r></w:fldSimple>{}{text}",
            run(&format!("{sequence} "), ""),
            run(". ", "")
        );
        self.paragraph(style, &runs);
    }

    fn table(&mut self, headings: &[String], rows: &[Vec<Inline>]) {
        self.tables += 1;
        let name = if self.tables == 1 && self.heading == self.title { "About this document" } else { &self.heading };
        let name = run(name, "");
        self.caption("TableCaption", "Table", self.tables, &name);
        let widths = widths(headings, rows, twips(self.width()));
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let _ = write!(
            self.markup,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lines\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:firstRow=\"1\" w:val=\"0020\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<usize>()
        );
        let head: Vec<Inline> = headings.iter().map(|heading| Inline::strong(heading)).collect();
        self.row(&head, &widths, "<w:cantSplit/><w:tblHeader/>");
        for row in rows {
            let signs: usize = row.iter().map(|cell| cell.plain().len()).sum();
            self.row(row, &widths, if signs > LONG_ROW { "" } else { "<w:cantSplit/>" });
        }
        // two tables without a paragraph between them would be one
        self.markup.push_str("</w:tbl>");
        self.paragraph("AfterTable", "");
    }

    fn row(&mut self, cells: &[Inline], widths: &[usize], properties: &str) {
        let _ = write!(self.markup, "<w:tr><w:trPr>{properties}</w:trPr>");
        for (cell, width) in cells.iter().zip(widths) {
            let _ = write!(self.markup, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            self.paragraph("Cell", &runs(cell, ""));
            self.markup.push_str("</w:tc>");
        }
        self.markup.push_str("</w:tr>");
    }

    fn picture(&mut self, picture: &Picture) {
        let plate = &picture.plate;
        match &plate.png {
            Some(png) => {
                self.pictures.push(png.clone());
                let (wide, high) = (f64::from(plate.size.0.max(1)), f64::from(plate.size.1.max(1)));
                let room = (self.width(), if self.lying { 140.0 } else { 220.0 });
                let scale = (room.0 / wide).min(room.1 / high);
                let (cx, cy) = ((wide * scale * EMU).round(), (high * scale * EMU).round());
                let number = self.pictures.len();
                let (name, told) = (escape(&picture.caption.plain()), shown(&plate.alternative));
                let drawing = format!(
                    "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{cx}\" cy=\"{cy}\"/>\
                     <wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{told}\"/><a:graphic>\
                     <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
                     <pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{told}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
                     <a:blip r:embed=\"rPicture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
                     <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
                     </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
                );
                self.paragraph("Figure", &drawing);
            }
            // a picture that was not drawn is told
            None => self.paragraph("Figure", &run(&visible(&plate.alternative), "")),
        }
        self.caption("Caption", "Figure", picture.number, &runs(&picture.caption, ""));
    }

    /// Millimetres between the margins.
    fn width(&self) -> f64 {
        (if self.lying { LONG } else { SHORT }) - 2.0 * MARGIN
    }
}

fn twips(millimetres: f64) -> usize {
    (millimetres * TWIPS).round() as usize
}

/// Widths of columns by what stands in them, and wide enough for the longest word where there is room.
fn widths(headings: &[String], rows: &[Vec<Inline>], all: usize) -> Vec<usize> {
    let signs = |column: usize, heading: &String| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.plain().chars().count());
        cells.chain([heading.chars().count()]).max().unwrap_or(0).clamp(NARROWEST, WIDEST)
    };
    let signs: Vec<usize> = headings.iter().enumerate().map(|(column, heading)| signs(column, heading)).collect();
    let sum: usize = signs.iter().sum::<usize>().max(1);
    signs.iter().map(|signs| all * signs / sum).collect()
}

fn runs(text: &Inline, properties: &str) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => run(text, properties),
        Piece::Code(text) => run(text, "<w:rStyle w:val=\"Code\"/>"),
        Piece::Strong(text) => run(text, "<w:b/>"),
        Piece::Blank => run(" ", properties),
        Piece::LineEnd => "<w:r><w:br/></w:r>".to_owned(),
    };
    text.pieces().iter().map(piece).collect()
}

fn run(text: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<String> = text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line))).collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}
