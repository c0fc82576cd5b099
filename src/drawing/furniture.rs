//! What stands round the picture: heading, legend, title block. Drawn at their own scale; the caller enlarges them for large sheets.

use crate::drawing::canvas::{Anchor, BLACK, Canvas, GREY, Pen, RED, Setting};
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::sized::{BADGE, Line, PORT};
use crate::drawing::symbols;
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::diagram::{Diagram, FrameShape, NodeShape};
use crate::report::title_block::TitleBlock;

const HEADING: Font = Font {
    size: 19.0,
    weight: Weight::Bold,
};
const TEXT: Font = Font {
    size: 12.0,
    weight: Weight::Regular,
};
const KEY: Font = Font {
    size: 10.0,
    weight: Weight::Regular,
};
const STRONG: Font = Font {
    size: 12.0,
    weight: Weight::Bold,
};
const MARGIN: f64 = 14.0;
const DRAFT_WIDTH: f64 = 96.0;
const PLAIN: Setting = Setting {
    anchor: Anchor::Start,
    colour: BLACK,
    halo: false,
};

/// A finished strip of the sheet.
pub(crate) struct Strip {
    pub(crate) markup: String,
    pub(crate) height: f64,
}

/// Title of the view, the device, and DRAFT.
pub(crate) fn heading(diagram: &Diagram, title: &TitleBlock, width: f64) -> Strip {
    let measure = Measure::new();
    let mut canvas = Canvas::default();
    let limit = width
        - 2.0 * MARGIN
        - if title.draft {
            DRAFT_WIDTH + MARGIN
        } else {
            0.0
        };
    let mut y = 10.0;
    for (text, font) in [(&diagram.title, HEADING), (&title.device, TEXT)] {
        let lines = lines(&measure, text, font, limit);
        canvas.text(MARGIN, y, &lines, PLAIN);
        y += lines.iter().map(Line::height).sum::<f64>();
    }
    if title.draft {
        let frame = Rect {
            x: width - MARGIN - DRAFT_WIDTH,
            y: 10.0,
            width: DRAFT_WIDTH,
            height: 32.0,
        };
        canvas.rect(
            frame,
            0.0,
            Pen {
                stroke: RED,
                width: 2.5,
                ..Pen::SOLID
            },
        );
        let at = Point {
            x: frame.centre().x,
            y: frame.y + 23.5,
        };
        canvas.words(
            at,
            "DRAFT",
            HEADING,
            Setting {
                anchor: Anchor::Middle,
                colour: RED,
                halo: false,
            },
        );
    }
    Strip {
        markup: canvas.finish(),
        height: y.max(44.0) + 4.0,
    }
}

/// What the picture is, for those who cannot see it.
pub(crate) fn description(diagram: &Diagram) -> String {
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    format!(
        "Data-flow diagram with {}, {}, {} and {}.",
        count(diagram.nodes.len(), "element"),
        count(diagram.frames.len(), "frame"),
        count(diagram.ports.len(), "port"),
        count(diagram.edges.len(), "flow")
    )
}

#[derive(Clone, Copy, PartialEq)]
enum Symbol {
    Frame(FrameShape),
    Node(NodeShape),
    Port,
    Flow { two_way: bool },
    Count,
}

/// The symbols that occur, each with its meaning.
pub(crate) fn legend(diagram: &Diagram, width: f64) -> Strip {
    let measure = Measure::new();
    let mut canvas = Canvas::default();
    let (mut x, mut y) = (MARGIN, 8.0);
    for (symbol, text) in used(diagram) {
        let size = if symbol == Symbol::Count { 76.0 } else { 44.0 };
        let needed = size + 8.0 + measure.width(text, TEXT) + 22.0;
        if x > MARGIN && x + needed > width - MARGIN {
            x = MARGIN;
            y += 32.0;
        }
        draw_symbol(
            &mut canvas,
            symbol,
            Rect {
                x,
                y,
                width: size,
                height: 24.0,
            },
        );
        canvas.words(
            Point {
                x: x + size + 8.0,
                y: y + 16.5,
            },
            text,
            TEXT,
            PLAIN,
        );
        x += needed;
    }
    let height = if x > MARGIN { y + 34.0 } else { y };
    Strip {
        markup: canvas.finish(),
        height,
    }
}

fn used(diagram: &Diagram) -> Vec<(Symbol, &'static str)> {
    let frame = |s: FrameShape| diagram.frames.iter().any(|f| f.shape == s);
    let node = |s: NodeShape| diagram.nodes.iter().any(|n| n.shape == s);
    let flow = |two_way: bool| diagram.edges.iter().any(|e| e.two_way == two_way);
    let mut counts = diagram
        .nodes
        .iter()
        .map(|n| n.counts)
        .chain(diagram.edges.iter().map(|e| e.counts));
    let counted = diagram.threat_counts && counts.any(|c| c.open + c.questions > 0);
    let all = [
        (
            Symbol::Frame(FrameShape::Boundary),
            "trust boundary",
            frame(FrameShape::Boundary),
        ),
        (
            Symbol::Node(NodeShape::ClosedBoundary),
            "trust boundary, content not shown",
            node(NodeShape::ClosedBoundary),
        ),
        (
            Symbol::Frame(FrameShape::Component),
            "process with parts",
            frame(FrameShape::Component),
        ),
        (
            Symbol::Node(NodeShape::Process),
            "process",
            node(NodeShape::Process),
        ),
        (
            Symbol::Node(NodeShape::Store),
            "data store",
            node(NodeShape::Store),
        ),
        (
            Symbol::Node(NodeShape::External),
            "external system",
            node(NodeShape::External),
        ),
        (
            Symbol::Node(NodeShape::Actor),
            "person",
            node(NodeShape::Actor),
        ),
        (
            Symbol::Port,
            "port (a square for each flow)",
            !diagram.ports.is_empty(),
        ),
        (Symbol::Flow { two_way: false }, "data flow", flow(false)),
        (
            Symbol::Flow { two_way: true },
            "request (filled) and response (hollow)",
            flow(true),
        ),
        (Symbol::Count, "open threats, unanswered questions", counted),
    ];
    all.into_iter()
        .filter(|&(_, _, used)| used)
        .map(|(s, text, _)| (s, text))
        .collect()
}

fn draw_symbol(canvas: &mut Canvas, symbol: Symbol, rect: Rect) {
    let middle = rect.centre();
    match symbol {
        Symbol::Frame(shape) => symbols::frame(canvas, shape, rect),
        Symbol::Node(shape) => symbols::node(canvas, shape, rect),
        Symbol::Port => {
            let x = rect.x + rect.width * 0.55;
            let border = [
                Point { x, y: rect.y },
                Point {
                    x,
                    y: rect.y + rect.height,
                },
            ];
            canvas.path(
                &border,
                false,
                Pen {
                    width: 1.5,
                    ..Pen::LINE
                },
            );
            symbols::port(
                canvas,
                Rect {
                    x: x - PORT / 2.0,
                    y: middle.y - PORT / 2.0,
                    width: PORT,
                    height: PORT,
                },
            );
        }
        Symbol::Flow { two_way } => {
            let ends = [
                Point {
                    x: rect.x,
                    y: middle.y,
                },
                Point {
                    x: rect.x + rect.width,
                    y: middle.y,
                },
            ];
            symbols::flow(canvas, &ends, two_way);
        }
        Symbol::Count => {
            let line = Line {
                text: "2 open, 1 ?".to_owned(),
                font: BADGE,
                badge: true,
            };
            canvas.text(
                middle.x,
                rect.y + 2.0,
                &[line],
                Setting {
                    anchor: Anchor::Middle,
                    ..PLAIN
                },
            );
        }
    }
}

/// What is described, in which state, by whom: the same on every artifact.
pub(crate) fn title_block(title: &TitleBlock, width: f64) -> Strip {
    let measure = Measure::new();
    let cells = facts(title);
    let inner = width - 2.0 * MARGIN;
    let columns = ((inner / 165.0).floor() as usize).clamp(1, 7);
    let cell_width = inner / columns as f64;
    let mut canvas = Canvas::default();
    let mut y = 6.0;
    for row in cells.chunks(columns) {
        let texts: Vec<Vec<Line>> = row
            .iter()
            .map(|(_, value, font)| lines(&measure, value, *font, cell_width - 14.0))
            .collect();
        let tallest = texts
            .iter()
            .map(|t| t.iter().map(Line::height).sum())
            .fold(0.0, f64::max);
        let height = tallest + 22.0;
        for (column, ((key, _, font), text)) in row.iter().zip(&texts).enumerate() {
            let x = MARGIN + column as f64 * cell_width;
            let last = column + 1 == row.len();
            let own = if last {
                inner - column as f64 * cell_width
            } else {
                cell_width
            };
            canvas.rect(
                Rect {
                    x,
                    y,
                    width: own,
                    height,
                },
                0.0,
                Pen {
                    width: 0.8,
                    ..Pen::SOLID
                },
            );
            canvas.words(
                Point {
                    x: x + 6.0,
                    y: y + 13.0,
                },
                key,
                KEY,
                Setting {
                    colour: GREY,
                    ..PLAIN
                },
            );
            let colour = if font.weight == Weight::Bold && *key == "Status" {
                RED
            } else {
                BLACK
            };
            canvas.text(x + 6.0, y + 16.0, text, Setting { colour, ..PLAIN });
        }
        y += height;
    }
    Strip {
        markup: canvas.finish(),
        height: y + MARGIN,
    }
}

fn facts(title: &TitleBlock) -> Vec<(&'static str, String, Font)> {
    let stated = |value: &Option<String>| value.clone().unwrap_or_else(|| "not stated".to_owned());
    let packs = if title.packs.is_empty() {
        "none".to_owned()
    } else {
        title.packs.join(", ")
    };
    let (status, weight) = match (title.draft, &title.status) {
        (true, Some(status)) if !status.eq_ignore_ascii_case("draft") => {
            (format!("DRAFT (stated: {status})"), STRONG)
        }
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

fn lines(measure: &Measure, text: &str, font: Font, limit: f64) -> Vec<Line> {
    measure
        .wrap(text, font, limit)
        .into_iter()
        .map(|text| Line {
            text,
            font,
            badge: false,
        })
        .collect()
}
