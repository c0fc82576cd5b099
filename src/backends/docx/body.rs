//! The blocks of a page as the body of a document.

use std::fmt::Write;

use super::layout::{Orientation, units};
use super::parts::{DECLARATION, shown};
use super::widths::widths;
use crate::backends::escape_text::visible;
use crate::backends::inline::{Inline, Piece};
use crate::backends::page::{Block, Page, Picture};
use crate::drawing::xml::escape;

/// English metric units in a millimetre.
const EMU: f64 = 36_000.0;
/// A row of more signs than this may go on on the next page.
const LONG_ROW: usize = 1200;

/// The body, and what it refers to.
pub(super) struct Body {
    /// The title of the page.
    pub(super) title: String,
    /// Dots of the pictures, in order.
    pub(super) pictures: Vec<Vec<u8>>,
    /// The numbers that lists of steps begin with, a list each.
    pub(super) steps: Vec<usize>,
    markup: String,
    orientation: Orientation,
    tables: usize,
}

impl Body {
    pub(super) fn of(page: &Page) -> Self {
        let mut body = Self {
            title: String::new(),
            pictures: Vec::new(),
            steps: Vec::new(),
            markup: String::new(),
            orientation: Orientation::Upright,
            tables: 0,
        };
        for (at, (orientation, blocks)) in units(page.blocks()).into_iter().enumerate() {
            if at > 0 && orientation != body.orientation {
                body.end_section();
            }
            body.orientation = orientation;
            for (at, block) in blocks.iter().enumerate() {
                body.block(block, blocks.get(at + 1));
            }
        }
        body
    }

    /// The part of the package.
    pub(super) fn document(&self) -> String {
        format!(
            "{DECLARATION}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}{}</w:body></w:document>",
            self.markup,
            self.orientation.section()
        )
    }

    /// The last paragraph of a section has its properties: one more might find no room on the page.
    fn end_section(&mut self) {
        if let Some(end) = self.markup.rfind("</w:pPr>") {
            self.markup.insert_str(end, &self.orientation.section());
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(level, title) => {
                if *level == 1 && self.title.is_empty() {
                    self.title = title.plain();
                }
                let style = if *level == 1 { "Title".to_owned() } else { format!("Heading{}", level - 1) };
                self.paragraph(&style, &runs(title, ""));
            }
            // what introduces a table or a list stays with it
            Block::Paragraph(text) => match next {
                Some(Block::Table(..) | Block::List(_) | Block::Steps(..)) => self.paragraph("Introduction", &runs(text, "")),
                _ => self.paragraph("Normal", &runs(text, "")),
            },
            Block::Alert(word, text) => {
                let text = Inline::words(&[Inline::strong(word), text.as_str().into()]);
                self.paragraph("Alert", &runs(&text, ""));
            }
            Block::List(items) => {
                for item in items {
                    self.paragraph("ListBullet", &runs(item, ""));
                }
            }
            Block::Steps(first, steps) => self.steps(*first, steps),
            Block::Table(headings, rows) => self.table(headings, rows),
            Block::Verbatim(line) => self.paragraph("Verbatim", &run(line, "")),
            Block::Source(_, text) => text.lines().for_each(|line| self.paragraph("Verbatim", &run(line, ""))),
            Block::Fold(title, inner) => {
                self.paragraph("Normal", &runs(title, ""));
                for (at, block) in inner.iter().enumerate() {
                    self.block(block, inner.get(at + 1));
                }
            }
            Block::Picture(picture) => self.picture(picture),
        }
    }

    fn paragraph(&mut self, style: &str, runs: &str) {
        let _ = write!(self.markup, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>");
    }

    /// Each list counts for itself.
    fn steps(&mut self, first: usize, steps: &[Inline]) {
        self.steps.push(first);
        let number = super::parts::STEPS + self.steps.len();
        for step in steps {
            let _ = write!(
                self.markup,
                "<w:p><w:pPr><w:pStyle w:val=\"ListNumber\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>\
                 </w:pPr>{}</w:p>",
                runs(step, "")
            );
        }
    }

    /// `Figure 3. …`, numbered by a field, so that a list of them can be made.
    fn caption(&mut self, style: &str, sequence: &str, number: usize, text: &str) {
        let stop = if text.is_empty() { String::new() } else { run(". ", "") };
        let runs = format!(
            "{}<w:fldSimple w:instr=\" SEQ {sequence} \\* ARABIC \"><w:r><w:t>{number}</w:t></w:r></w:fldSimple>{stop}{text}",
            run(&format!("{sequence} "), ""),
        );
        self.paragraph(style, &runs);
    }

    /// The heading above says what the table is about; its caption has the number to cite it by.
    fn table(&mut self, headings: &[String], rows: &[Vec<Inline>]) {
        self.tables += 1;
        let name = if self.tables == 1 { run("About this document", "") } else { String::new() };
        self.caption("TableCaption", "Table", self.tables, &name);
        let widths = widths(headings, rows, self.orientation.width());
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
                let (wide, high) = self.orientation.fitted(plate.size);
                let (cx, cy) = ((wide * EMU).round(), (high * EMU).round());
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
