//! What stands above and below the picture: heading and title block. Drawn at their own scale; the caller enlarges them for large sheets.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, GREY, Pen, RED, Setting};
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::sized::{Line, Mark};
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::diagram::{Diagram, Style};
use crate::report::title_block::TitleBlock;

const HEADING: Font = Font { size: 19.0, weight: Weight::Bold };
pub(crate) const TEXT: Font = Font { size: 11.0, weight: Weight::Regular };
const KEY: Font = Font { size: 10.5, weight: Weight::Regular };
const STRONG: Font = Font { size: 11.0, weight: Weight::Bold };
pub(crate) const MARGIN: f64 = 14.0;
const DRAFT_WIDTH: f64 = 96.0;
pub(crate) const PLAIN: Setting = Setting { anchor: Anchor::Start, colour: BLACK, halo: false };

/// A finished strip of the sheet.
#[derive(Default)]
pub(crate) struct Strip {
    pub(crate) canvas: Canvas,
    pub(crate) height: f64,
}

/// Title of the view, the device, and DRAFT.
pub(crate) fn heading(diagram: &Diagram, title: &TitleBlock, width: f64) -> Strip {
    let measure = Measure::new();
    let mut canvas = Canvas::default();
    let limit = width - 2.0 * MARGIN - if title.draft { DRAFT_WIDTH + MARGIN } else { 0.0 };
    let mut y = 10.0;
    for (text, font) in [(&diagram.title, HEADING), (&title.device, TEXT)] {
        let lines = lines(&measure, text, font, limit);
        canvas.text(MARGIN, y, &lines, PLAIN);
        y += lines.iter().map(Line::height).sum::<f64>();
    }
    if title.draft {
        let frame = Rect { x: width - MARGIN - DRAFT_WIDTH, y: 10.0, width: DRAFT_WIDTH, height: 32.0 };
        canvas.rect(frame, 0.0, Pen { stroke: RED, width: 2.5, ..Pen::SOLID });
        let at = Point { x: frame.centre().x, y: frame.y + 23.5 };
        canvas.words(at, "DRAFT", HEADING, Setting { anchor: Anchor::Middle, colour: RED, halo: false });
    }
    Strip { canvas, height: y.max(44.0) + 4.0 }
}

/// What the picture is, for those who cannot see it.
pub fn description(diagram: &Diagram) -> String {
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    if diagram.style == Style::Sequence {
        return format!(
            "Sequence diagram with {} and {}.",
            count(diagram.nodes.len(), "participant"),
            count(diagram.edges.len(), "message")
        );
    }
    format!(
        "Data-flow diagram with {}, {}, {} and {}.",
        count(diagram.nodes.len(), "element"),
        count(diagram.frames.len(), "frame"),
        count(diagram.ports.len(), "port"),
        count(diagram.edges.len(), "flow")
    )
}

/// What is described, in which state, by whom: the same on every artifact.
pub(crate) fn title_block(title: &TitleBlock, width: f64) -> Strip {
    let measure = Measure::new();
    let cells = facts(title);
    let inner = width - 2.0 * MARGIN;
    let columns = ((inner / 150.0).floor() as usize).clamp(1, 7);
    let cell_width = inner / columns as f64;
    let mut canvas = Canvas::default();
    let mut y = 6.0;
    for row in cells.chunks(columns) {
        let texts: Vec<Vec<Line>> = row.iter().map(|(_, value, font)| lines(&measure, value, *font, cell_width - 14.0)).collect();
        let tallest = texts.iter().map(|t| t.iter().map(Line::height).sum()).fold(0.0, f64::max);
        let height = tallest + 19.0;
        for (column, ((key, _, font), text)) in row.iter().zip(&texts).enumerate() {
            let x = MARGIN + column as f64 * cell_width;
            let last = column + 1 == row.len();
            let own = if last { inner - column as f64 * cell_width } else { cell_width };
            canvas.rect(Rect { x, y, width: own, height }, 0.0, Pen { width: 0.8, ..Pen::SOLID });
            canvas.words(Point { x: x + 6.0, y: y + 12.0 }, key, KEY, Setting { colour: GREY, ..PLAIN });
            let colour = if font.weight == Weight::Bold && *key == "Status" { RED } else { BLACK };
            canvas.text(x + 6.0, y + 14.0, text, Setting { colour, ..PLAIN });
        }
        y += height;
    }
    Strip { canvas, height: y + MARGIN }
}

fn facts(title: &TitleBlock) -> Vec<(&'static str, String, Font)> {
    let stated = |value: &Option<String>| value.clone().unwrap_or_else(|| "not stated".to_owned());
    let packs = if title.packs.is_empty() { "none".to_owned() } else { title.packs.join(", ") };
    let (status, weight) = match (title.draft, &title.status) {
        (true, Some(status)) if !status.eq_ignore_ascii_case("draft") => (format!("DRAFT (stated: {status})"), STRONG),
        (true, _) => ("DRAFT".to_owned(), STRONG),
        (false, status) => (stated(status), TEXT),
    };
    vec![
        ("Device", title.device.clone(), STRONG),
        ("Version", stated(&title.version), TEXT),
        ("Status", status, weight),
        ("Threat model revision", stated(&title.revision), TEXT),
        ("Model or variant", stated(&title.model), TEXT),
        ("UDI-DI", stated(&title.udi_di), TEXT),
        ("Manufacturer", stated(&title.manufacturer), TEXT),
        ("Author", stated(&title.author), TEXT),
        ("Reviewer", stated(&title.reviewer), TEXT),
        ("Approver", stated(&title.approver), TEXT),
        ("Date", stated(&title.date), TEXT),
        ("Model hash (SHA-256)", title.model_hash.clone(), TEXT),
        ("Packs", packs, TEXT),
        ("Generator", title.generator.clone(), TEXT),
    ]
}

/// A text in lines of at most a width.
pub(crate) fn lines(measure: &Measure, text: &str, font: Font, limit: f64) -> Vec<Line> {
    measure.wrap(text, font, limit).into_iter().map(|text| Line { text, font, mark: Mark::Words }).collect()
}
