//! How large every box and label will be, before anything is placed: no layout engine measures text.
//!
//! In: a [`Diagram`]. Out: a [`Sized`] with the same indices.

use crate::drawing::nesting;
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::diagram::{ControlCounts, Counts, Diagram, Edge, End, Frame, Labels, Node, NodeShape, PortMark, Style};

/// Side of a port's square.
pub const PORT: f64 = 11.0;
/// Room round the text of a flow, which its halo fills.
const LABEL_PADDING: f64 = 3.0;
/// Room round the title of a frame.
pub(crate) const TITLE_PADDING: f64 = 4.0;
const NODE_LIMIT: f64 = 150.0;
/// In a picture that must save room.
const NARROW_LIMIT: f64 = 104.0;
const FRAME_LIMIT: f64 = 360.0;
const PORT_LIMIT: f64 = 110.0;
const EDGE_LIMIT: f64 = 184.0;
/// Where the rest stands in the list of flows.
const NAMED_LIMIT: f64 = 112.0;
/// More lines than this say nothing on a picture; the whole text is in the tables and in the element's tooltip.
const MOST_LINES: usize = 8;

/// Name of an element.
pub const NAME: Font = Font { size: 14.0, weight: Weight::Bold };
/// Type of an element.
pub const TYPE: Font = Font { size: 11.0, weight: Weight::Regular };
/// Name of a flow.
pub const FLOW: Font = Font { size: 12.0, weight: Weight::Bold };
/// What else is said of a flow; names of ports.
pub const SMALL: Font = Font { size: 12.0, weight: Weight::Regular };
/// Identity of a flow.
pub const ID: Font = Font { size: 10.5, weight: Weight::Regular };
/// Counts of threats and controls.
pub const BADGE: Font = Font { size: 10.5, weight: Weight::Bold };

/// A diagram and the size of all that is in it, index for index.
pub struct Sized<'d> {
    /// What is drawn.
    pub diagram: &'d Diagram,
    /// Text in each node; its size is that of the whole node.
    pub nodes: Vec<Block>,
    /// Title of each frame.
    pub frames: Vec<Block>,
    /// Label of each port.
    pub ports: Vec<Block>,
    /// Label of each flow.
    pub edges: Vec<Block>,
}

/// Lines of text and the room they take.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// Width with padding.
    pub width: f64,
    /// Height with padding.
    pub height: f64,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What is written.
    pub text: String,
    /// How.
    pub font: Font,
    /// Whether it is text, or a count in a frame of its own.
    pub mark: Mark,
}

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Words.
    Words,
    /// A count of threats: in a box.
    Threats,
    /// A count of controls: in a box with round ends.
    Controls,
}

/// Measures a diagram.
pub fn size(diagram: &Diagram) -> Sized<'_> {
    let text = Text::new(diagram);
    Sized {
        diagram,
        nodes: diagram.nodes.iter().map(|n| text.node(n)).collect(),
        frames: diagram.frames.iter().map(|f| text.frame(f)).collect(),
        ports: diagram.ports.iter().map(|p| text.port(p)).collect(),
        edges: diagram.edges.iter().enumerate().map(|(index, edge)| text.edge(index, edge)).collect(),
    }
}

/// The title of a frame of which only the inside is drawn, in lines no wider than `limit`: its name, and what it stands in.
pub(crate) fn frame_title(diagram: &Diagram, frame: &Frame, limit: f64) -> Block {
    let text = Text::new(diagram);
    let mut lines = text.wrap(&frame.name, text.sizes.name, limit);
    if let Some(outer) = frame.parent {
        let outer = format!("in {}", diagram.frames[outer].name);
        lines.extend(text.wrap(&outer, text.sizes.type_name, limit));
    }
    lines.extend(text.marks(frame.counts, frame.controls));
    text.block(lines, 4.0)
}

/// Width of the longest word of a frame's name.
pub(crate) fn longest_word(name: &str) -> f64 {
    widest_word(&Measure::new(), name)
}

/// Width of the longest word of a name.
fn widest_word(measure: &Measure, name: &str) -> f64 {
    let widths = name.split_whitespace().map(|word| measure.width(word, NAME));
    widths.fold(0.0, f64::max).ceil()
}

/// By what the list of flows knows a flow of the picture: `F3`, or `3.` of a story.
pub(crate) fn flow_number(diagram: &Diagram, index: usize) -> String {
    match diagram.style {
        Style::Dataflow => format!("F{}", index + 1),
        Style::Sequence => format!("{}.", index + 1),
    }
}

/// What is written at the answer to a message.
pub(crate) fn response() -> Block {
    let diagram = Diagram::default();
    let text = Text::new(&diagram);
    text.block(text.wrap("response", TYPE, EDGE_LIMIT), LABEL_PADDING)
}

impl Sized<'_> {
    /// What an end stands on in the end: the node or frame itself, or the owner of the port.
    pub fn element(&self, end: End) -> End {
        nesting::element(self.diagram, end)
    }

    /// The frame that holds an end; for a frame, the one outside it.
    pub fn parent(&self, end: End) -> Option<usize> {
        nesting::parent(self.diagram, end)
    }

    /// Whether `frame` holds `end`, at any depth; a frame does not hold itself.
    pub fn holds(&self, frame: usize, end: End) -> bool {
        nesting::holds(self.diagram, frame, end)
    }

    /// Room a frame needs above what it holds.
    pub fn head(&self, frame: usize) -> f64 {
        self.frames[frame].height + 8.0
    }
}

/// How large letters are, and how much room is left round them.
struct Sizes {
    name: Font,
    type_name: Font,
    flow: Font,
    small: Font,
    /// Room between the border of a box and its text.
    padding: f64,
    /// Widest line in a box.
    node_limit: f64,
    /// The least a box measures.
    node: (f64, f64),
}

impl Sizes {
    const USUAL: Self =
        Self { name: NAME, type_name: TYPE, flow: FLOW, small: SMALL, padding: 10.0, node_limit: NODE_LIMIT, node: (90.0, 46.0) };
    /// All letters near the least size, so that the whole can be printed larger.
    const SPARING: Self = Self {
        name: Font { size: 12.0, ..NAME },
        type_name: Font { size: 10.5, ..TYPE },
        flow: Font { size: 10.5, ..FLOW },
        small: Font { size: 10.5, ..SMALL },
        padding: 6.0,
        node_limit: NARROW_LIMIT,
        node: (70.0, 36.0),
    };
}

struct Text<'d> {
    measure: Measure,
    diagram: &'d Diagram,
    sizes: Sizes,
}

impl<'d> Text<'d> {
    fn new(diagram: &'d Diagram) -> Self {
        let sizes = if diagram.labels.save_room() { Sizes::SPARING } else { Sizes::USUAL };
        Self { measure: Measure::new(), diagram, sizes }
    }
}

impl Text<'_> {
    fn node(&self, node: &Node) -> Block {
        let sizes = &self.sizes;
        let limit = sizes.node_limit.max(widest_word(&self.measure, &node.name).min(NODE_LIMIT));
        let mut lines = self.wrap(&node.name, sizes.name, limit);
        if let Some(name) = &node.type_name {
            lines.extend(self.wrap(&format!("\u{ab}{name}\u{bb}"), sizes.type_name, limit));
        }
        lines.extend(self.marks(node.counts, node.controls));
        let mut block = self.block(lines, sizes.padding);
        // Room for the mark beside the name, and for lines to arrive at.
        let mark = match node.shape {
            NodeShape::Actor => 40.0,
            NodeShape::ClosedBoundary => 26.0,
            NodeShape::Attacker => 16.0,
            NodeShape::External | NodeShape::Process | NodeShape::Store => 4.0,
        };
        block.width = (block.width + mark).max(sizes.node.0);
        block.height = (block.height + 4.0).max(sizes.node.1);
        block
    }

    fn frame(&self, frame: &Frame) -> Block {
        let mut lines = self.wrap(&frame.name, self.sizes.name, FRAME_LIMIT);
        lines.extend(self.marks(frame.counts, frame.controls));
        self.block(lines, TITLE_PADDING)
    }

    fn port(&self, port: &PortMark) -> Block {
        let mut lines = self.wrap(&port.name, self.sizes.small, PORT_LIMIT);
        lines.extend(self.marks(port.counts, port.controls));
        self.block(lines, 2.0)
    }

    fn edge(&self, index: usize, edge: &Edge) -> Block {
        let mut lines = match self.diagram.labels {
            Labels::Full => self.full(index, edge),
            // its name begins with its number, and is all there is to say
            _ if edge.movement => self.wrap(&edge.name, FLOW, EDGE_LIMIT),
            Labels::Named => {
                let name = format!("{} {}", flow_number(self.diagram, index), edge.name);
                let mut lines = self.wrap(&name, FLOW, NAMED_LIMIT);
                lines.extend(self.wrap(&edge.classes(), SMALL, NAMED_LIMIT));
                lines
            }
            Labels::Numbered => {
                let short = format!("{} {}", flow_number(self.diagram, index), edge.classes());
                self.wrap(short.trim_end(), self.sizes.flow, NAMED_LIMIT)
            }
        };
        lines.retain(|line| !line.text.is_empty());
        lines.extend(self.marks(edge.counts, edge.controls));
        self.block(lines, LABEL_PADDING)
    }

    fn full(&self, index: usize, edge: &Edge) -> Vec<Line> {
        let name = match self.diagram.style {
            Style::Dataflow => edge.name.clone(),
            Style::Sequence => format!("{} {}", flow_number(self.diagram, index), edge.name),
        };
        let mut lines = self.wrap(&name, FLOW, EDGE_LIMIT);
        // what tables and other pictures know it by; a movement they know by its number
        if edge.id != edge.name && !edge.movement {
            lines.extend(self.wrap(&edge.id, ID, EDGE_LIMIT));
        }
        let carries = edge.contents().join("; ");
        let over = edge.protocol.as_ref().map(|protocol| format!("over {protocol}"));
        let together = format!("{carries} {}", over.as_deref().unwrap_or_default());
        if self.measure.width(&together, SMALL) <= EDGE_LIMIT {
            // One line instead of two: height is what large pictures lack on paper.
            lines.extend(self.wrap(&together, SMALL, EDGE_LIMIT));
        } else {
            lines.extend(self.wrap(&carries, SMALL, EDGE_LIMIT));
            lines.extend(over.into_iter().flat_map(|over| self.wrap(&over, SMALL, EDGE_LIMIT)));
        }
        lines
    }

    fn marks(&self, counts: Counts, controls: ControlCounts) -> impl Iterator<Item = Line> {
        let threats = threats_text(self.diagram, counts).map(|text| Line { text, font: BADGE, mark: Mark::Threats });
        let controls = controls_text(self.diagram, controls).map(|text| Line { text, font: BADGE, mark: Mark::Controls });
        threats.into_iter().chain(controls)
    }

    fn wrap(&self, text: &str, font: Font, limit: f64) -> Vec<Line> {
        let mut lines = self.measure.wrap(text, font, limit);
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            if let Some(last) = lines.last_mut() {
                last.pop();
                last.push('\u{2026}');
            }
        }
        lines.into_iter().map(|text| Line { text, font, mark: Mark::Words }).collect()
    }

    fn block(&self, lines: Vec<Line>, padding: f64) -> Block {
        let width = lines.iter().map(|l| self.line_width(l)).fold(0.0, f64::max);
        let height: f64 = lines.iter().map(Line::height).sum();
        Block { lines, width: (width + 2.0 * padding).ceil(), height: (height + 2.0 * padding).ceil() }
    }

    fn line_width(&self, line: &Line) -> f64 {
        let inner = self.measure.width(&line.text, line.font);
        if line.mark == Mark::Words { inner } else { inner + 12.0 }
    }
}

/// Counts of threats in words; nothing where there are none, or the layer is off.
pub fn threats_text(diagram: &Diagram, counts: Counts) -> Option<String> {
    diagram.threat_counts.then(|| threats_in_words(counts)).flatten()
}

/// Counts of threats in words; nothing where there are none.
pub(crate) fn threats_in_words(counts: Counts) -> Option<String> {
    Some(match (counts.open, counts.questions) {
        (0, 0) => return None,
        (open, 0) => format!("{open} open"),
        (0, questions) => format!("{questions} ?"),
        (open, questions) => format!("{open} open, {questions} ?"),
    })
}

/// Counts of controls in words; nothing where there are none, or the layer is off.
pub fn controls_text(diagram: &Diagram, controls: ControlCounts) -> Option<String> {
    diagram.controls.then(|| controls_in_words(controls)).flatten()
}

/// Counts of controls in words; nothing where there are none.
pub(crate) fn controls_in_words(controls: ControlCounts) -> Option<String> {
    Some(match (controls.in_place, controls.planned) {
        (0, 0) => return None,
        (in_place, 0) => format!("\u{2713} {in_place}"),
        (0, planned) => format!("{planned} planned"),
        (in_place, planned) => format!("\u{2713} {in_place}, {planned} planned"),
    })
}

impl Line {
    /// Room the line takes downwards.
    pub fn height(&self) -> f64 {
        let inner = self.font.line_height();
        if self.mark == Mark::Words { inner } else { inner + 4.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn counts_are_written_only_when_asked_for() {
        let mut diagram = samples::pump();
        diagram.nodes[0].counts = Counts { open: 2, questions: 1 };
        diagram.threat_counts = false;
        assert!(size(&diagram).nodes[0].lines.iter().all(|l| l.mark == Mark::Words));
        diagram.threat_counts = true;
        let sized = size(&diagram);
        let badge = sized.nodes[0].lines.last().map(|l| l.text.as_str());
        assert_eq!(badge, Some("2 open, 1 ?"));
    }

    #[test]
    fn a_name_without_end_stays_a_box() {
        let mut diagram = samples::pump();
        diagram.nodes[0].name = "x".repeat(1000);
        let sized = size(&diagram);
        assert!(sized.nodes[0].width < 260.0 && sized.nodes[0].height < 260.0);
    }
}
