//! One view in the formats that are asked for, laid out and drawn once for all of them.

use std::path::{Path, PathBuf};

use crate::backends::{Format, Plate, dot::dot, mermaid::mermaid, plantuml::plantuml};
use crate::drawing::fonts::ExtraFont;
use crate::drawing::paper::{Paper, is_legible};
use crate::drawing::pdf::{Page, pdf};
use crate::drawing::png::{Caption, png};
use crate::drawing::tiles::Tiles;
use crate::drawing::{Drawing, LayoutEngine, description, draw};
use crate::report::Report;
use crate::report::compare::with_signs;
use crate::report::diagram::Diagram;
use crate::words;

use super::exit::{Failure, plain};
use super::sheets::Part;

/// What pages have inside of a picture.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Inside {
    /// The drawing, as HTML has it.
    pub(super) svg: bool,
    /// Its dots, as DOCX has them.
    pub(super) png: bool,
}

/// A view, and its drawing once one was needed.
pub(super) struct Picture<'p> {
    report: &'p Report,
    diagram: &'p Diagram,
    engine: &'p dyn LayoutEngine,
    fonts: &'p [ExtraFont],
    drawing: Option<Drawing>,
    /// The dots of it, once they were needed.
    dots: Option<Vec<u8>>,
    /// Whether the embedded font alone decides what is shown.
    rendered: bool,
    /// Whether it was written in a format that has one page.
    on_one_page: bool,
}

impl<'p> Picture<'p> {
    /// A view to be drawn.
    pub(super) fn new(report: &'p Report, diagram: &'p Diagram, engine: &'p dyn LayoutEngine, fonts: &'p [ExtraFont]) -> Self {
        Self { report, diagram, engine, fonts, drawing: None, dots: None, rendered: false, on_one_page: false }
    }

    /// The bytes of a file in a format of pictures.
    pub(super) fn write(&mut self, format: Format) -> Result<Vec<u8>, Failure> {
        let (diagram, title, fonts) = (self.diagram, &self.report.title, self.fonts);
        match format {
            Format::Dot => return Ok(dot(&with_signs(diagram.clone()), title).into_bytes()),
            Format::Mermaid => return Ok(mermaid(&with_signs(diagram.clone()), title).into_bytes()),
            Format::PlantUml => return Ok(plantuml(&with_signs(diagram.clone()), title).into_bytes()),
            Format::Svg
            | Format::Png
            | Format::Pdf
            | Format::Md
            | Format::Csv
            | Format::Json
            | Format::Html
            | Format::Docx
            | Format::Xlsx => {}
        }
        self.rendered |= format != Format::Svg;
        self.on_one_page |= format != Format::Pdf;
        let drawing = self.drawn();
        let made = match format {
            Format::Png => self.dots(),
            Format::Pdf => {
                let page = Page {
                    title: &diagram.title,
                    svg: &drawing.svg,
                    size: drawing.size,
                    smallest_text: drawing.smallest_text,
                    heads: drawing.heads,
                };
                pdf(title, &[page], fonts)
            }
            _ => Some(drawing.svg.clone().into_bytes()),
        };
        made.ok_or_else(|| Failure::Cannot(format!("view `{}` cannot be written as {}", diagram.id, format.word())))
    }

    fn drawn(&mut self) -> &Drawing {
        self.drawing.get_or_insert_with(|| draw(self.diagram, &self.report.title, self.engine, self.fonts))
    }

    fn dots(&mut self) -> Option<Vec<u8>> {
        if self.dots.is_none() {
            let title = &self.report.title;
            let name = format!("{}: {}", title.device, self.diagram.title);
            let fonts = self.fonts;
            let drawing = self.drawn();
            self.dots = png(&drawing.svg, drawing.size, &Caption { title: &name, generator: &title.generator }, fonts);
        }
        self.dots.clone()
    }

    /// The picture for pages that show it.
    pub(super) fn plate(&mut self, part: &Part, inside: Inside) -> Plate {
        let mut plate = Plate::new(part.kind, &part.view, &self.diagram.id, &self.diagram.title);
        plate.alternative = description(self.diagram);
        if inside.svg || inside.png {
            plate.size = self.drawn().size;
        }
        if inside.svg {
            plate.svg = Some(self.drawn().svg.clone());
        }
        if inside.png {
            self.rendered = true;
            plate.png = self.dots();
        }
        plate
    }

    /// How high the smallest letters are on one page of A4, in points, where that is hard to read and no PDF mends it.
    pub(super) fn small_print(&self) -> Option<f64> {
        let drawing = self.drawing.as_ref()?;
        let printed = Paper::fitting(drawing.size).scale * drawing.smallest_text;
        let enlarged = Tiles::of(drawing.size, drawing.smallest_text, drawing.heads).is_some();
        (!is_legible(printed) && (self.on_one_page || !enlarged)).then_some(printed)
    }

    /// What there is to say about the making.
    pub(super) fn notes(self) -> Vec<String> {
        let Some(drawing) = self.drawing else { return Vec::new() };
        let mut notes = drawing.warnings;
        if self.rendered && !drawing.missing.is_empty() {
            let some: String = drawing.missing.iter().take(12).collect();
            let more = if drawing.missing.len() > 12 { " \u{2026}" } else { "" };
            let what = words::count(drawing.missing.len(), "character");
            notes.push(format!("{what} ({some}{more}) cannot be shown in PNG and PDF; `--font FILE` names a font that has them"));
        }
        notes.into_iter().map(|note| format!("view {}: {note}", self.diagram.id)).collect()
    }
}

/// Reads the fonts that the manifest and the arguments name.
pub(super) fn read_fonts(named: &[PathBuf], more: &[PathBuf]) -> Result<Vec<ExtraFont>, Failure> {
    named.iter().chain(more).map(|path| read_font(path)).collect()
}

fn read_font(path: &Path) -> Result<ExtraFont, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::cannot("read", path, &plain(&error)))?;
    ExtraFont::new(bytes).map_err(|reason| Failure::cannot("use", path, &reason))
}
