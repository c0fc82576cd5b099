//! The symbols of a picture and what they mean, drawn by the functions that drew the picture.

use crate::drawing::canvas::{Anchor, Canvas, Pen, Setting};
use crate::drawing::changes;
use crate::drawing::furniture::{MARGIN, PLAIN, Strip, TEXT, lines};
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::sized::{BADGE, Line, Mark, PORT, controls_text, threats_text};
use crate::drawing::symbols::{self, Way};
use crate::drawing::text_measure::Measure;
use crate::report::diagram::{Change, ControlCounts, Counts, Diagram, FrameShape, NodeShape, Style};

/// From one row to the next.
const ROW: f64 = 29.0;

#[derive(Clone, Copy, PartialEq)]
enum Symbol {
    Frame(FrameShape),
    Node(NodeShape),
    Port,
    Flow(Way),
    Lifeline,
    Message(Way),
    Exchange,
    Threats,
    Controls,
    Change(Change),
}

/// The symbols that occur, each with its meaning.
pub(crate) fn legend(diagram: &Diagram, width: f64) -> Strip {
    let measure = Measure::new();
    let mut canvas = Canvas::default();
    let (mut x, mut y, mut row) = (MARGIN, 8.0, ROW);
    for (symbol, text) in used(diagram) {
        let size = match symbol {
            Symbol::Threats => 84.0,
            Symbol::Controls => 108.0,
            Symbol::Lifeline => 12.0,
            _ => 44.0,
        };
        let text = lines(&measure, text, TEXT, width - 2.0 * MARGIN - size - 8.0);
        let needed = size + 8.0 + text.iter().map(|line| measure.width(&line.text, TEXT)).fold(0.0, f64::max);
        if x > MARGIN && x + needed > width - MARGIN {
            x = MARGIN;
            y += row;
            row = ROW;
        }
        draw_symbol(&mut canvas, symbol, Rect { x, y, width: size, height: 24.0 });
        let high: f64 = text.iter().map(Line::height).sum();
        canvas.text(x + size + 8.0, y + (12.0 - high / 2.0).max(0.0), &text, PLAIN);
        row = row.max(high + 5.0);
        x += needed + 18.0;
    }
    let height = if x > MARGIN { y + row + 1.0 } else { y };
    Strip { canvas, height }
}

fn used(diagram: &Diagram) -> Vec<(Symbol, &'static str)> {
    let frame = |s: FrameShape| diagram.frames.iter().any(|f| f.shape == s);
    let node = |s: NodeShape| diagram.nodes.iter().any(|n| n.shape == s);
    let flow = |way: Way| diagram.edges.iter().any(|edge| symbols::way(edge) == way);
    let story = diagram.style == Style::Sequence;
    let counts: Vec<(Counts, ControlCounts)> = counts(diagram);
    let threats = counts.iter().any(|(threats, _)| threats_text(diagram, *threats).is_some());
    let controls = counts.iter().any(|(_, controls)| controls_text(diagram, *controls).is_some());
    let changed = |change: Change| diagram.changes.iter().flat_map(|changes| &changes.marks).any(|(_, one)| *one == change);
    let [added, removed, other] = match story {
        true => ["added: [+] before the name", "removed: [−] before the name", "changed: [~] before the name"],
        false => ["added", "removed", "changed"],
    };
    let all = [
        (Symbol::Frame(FrameShape::Boundary), "trust boundary", frame(FrameShape::Boundary)),
        (Symbol::Node(NodeShape::ClosedBoundary), "trust boundary, content not shown", node(NodeShape::ClosedBoundary)),
        (Symbol::Frame(FrameShape::Component), "process with parts", frame(FrameShape::Component)),
        (Symbol::Node(NodeShape::Process), "process", node(NodeShape::Process)),
        (Symbol::Node(NodeShape::Store), "data store", node(NodeShape::Store)),
        (Symbol::Node(NodeShape::External), "external system", node(NodeShape::External)),
        (Symbol::Node(NodeShape::Actor), "person", node(NodeShape::Actor)),
        (Symbol::Node(NodeShape::Attacker), "position of an attacker", node(NodeShape::Attacker)),
        (Symbol::Port, "port (a square for each flow)", !diagram.ports.is_empty()),
        (Symbol::Flow(Way::Out), "flow, started by its source", !story && flow(Way::Out)),
        (Symbol::Flow(Way::Fetched), "flow, started by its target", !story && flow(Way::Fetched)),
        (Symbol::Flow(Way::Both), "request (filled head) and response (hollow)", !story && flow(Way::Both)),
        (Symbol::Flow(Way::Movement), "movement of an attacker, with its number", !story && flow(Way::Movement)),
        (Symbol::Lifeline, "lifeline: time runs downwards", story && !diagram.nodes.is_empty()),
        (Symbol::Message(Way::Out), "message, in the order of the numbers", story && flow(Way::Out)),
        (Symbol::Message(Way::Fetched), "message that its receiver asked for", story && flow(Way::Fetched)),
        (Symbol::Exchange, "request and response; either may carry the data", story && flow(Way::Both)),
        (Symbol::Threats, "open threats, unanswered questions", threats),
        (Symbol::Controls, "controls in place, controls planned", controls),
        (Symbol::Change(Change::Added), added, changed(Change::Added)),
        (Symbol::Change(Change::Removed), removed, changed(Change::Removed)),
        (Symbol::Change(Change::Changed), other, changed(Change::Changed)),
    ];
    all.into_iter().filter(|&(_, _, used)| used).map(|(s, text, _)| (s, text)).collect()
}

fn draw_symbol(canvas: &mut Canvas, symbol: Symbol, rect: Rect) {
    let middle = rect.centre();
    match symbol {
        Symbol::Frame(shape) => symbols::frame(canvas, shape, rect),
        Symbol::Node(shape) => symbols::node(canvas, shape, rect),
        Symbol::Port => {
            let x = rect.x + rect.width * 0.55;
            let border = [Point { x, y: rect.y }, Point { x, y: rect.y + rect.height }];
            canvas.path(&border, false, Pen { width: 1.5, ..Pen::LINE });
            symbols::port(canvas, Rect { x: x - PORT / 2.0, y: middle.y - PORT / 2.0, width: PORT, height: PORT });
        }
        Symbol::Flow(way) | Symbol::Message(way) => symbols::flow(canvas, &across(rect, middle.y), way),
        Symbol::Lifeline => symbols::lifeline(canvas, middle.x, rect.y, rect.y + rect.height),
        Symbol::Exchange => {
            let [left, right] = across(rect, middle.y + 6.0);
            symbols::flow(canvas, &across(rect, middle.y - 6.0), Way::Out);
            symbols::response(canvas, &[right, left]);
        }
        Symbol::Threats => count(canvas, rect, "2 open, 1 ?", Mark::Threats),
        Symbol::Controls => count(canvas, rect, "\u{2713} 2, 1 planned", Mark::Controls),
        Symbol::Change(change) => {
            let inner = Rect { x: rect.x + 12.0, y: rect.y + 3.0, width: rect.width - 18.0, height: rect.height - 10.0 };
            canvas.rect(inner, 0.0, Pen { width: 1.0, ..Pen::SOLID });
            changes::outline(canvas, inner, 0.0, change);
        }
    }
}

fn count(canvas: &mut Canvas, rect: Rect, text: &str, mark: Mark) {
    let line = Line { text: text.to_owned(), font: BADGE, mark };
    canvas.text(rect.centre().x, rect.y + 2.0, &[line], Setting { anchor: Anchor::Middle, ..PLAIN });
}

/// What is counted at every element.
fn counts(diagram: &Diagram) -> Vec<(Counts, ControlCounts)> {
    let nodes = diagram.nodes.iter().map(|node| (node.counts, node.controls));
    let frames = diagram.frames.iter().map(|frame| (frame.counts, frame.controls));
    let ports = diagram.ports.iter().map(|port| (port.counts, port.controls));
    let edges = diagram.edges.iter().map(|edge| (edge.counts, edge.controls));
    nodes.chain(frames).chain(ports).chain(edges).collect()
}

/// From the left edge of a rectangle to its right edge.
fn across(rect: Rect, y: f64) -> [Point; 2] {
    let right = rect.x + rect.width;
    [Point { x: rect.x, y }, Point { x: right, y }]
}
