//! The list of flows in a picture whose flows bear little more than numbers: what else is to say of each.

use crate::drawing::canvas::Canvas;
use crate::drawing::furniture::{MARGIN, PLAIN, Strip, TEXT, lines};
use crate::drawing::geometry::Point;
use crate::drawing::sized::{ID, Line, flow_number};
use crate::drawing::svg::{edge_tip, safe_id};
use crate::drawing::text_measure::{Font, Measure, Weight};
use crate::report::diagram::{Diagram, Edge, Labels, Style};

/// A flow as the list has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// What stands at it in the picture in place of all else: `F3`.
    pub number: String,
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it carries, and over which protocol.
    pub what: String,
}

/// The flows of a picture, for a page that lists them itself.
pub fn entries(diagram: &Diagram) -> Vec<Entry> {
    let entry = |at: usize| {
        let edge = &diagram.edges[at];
        let number = if diagram.labels == Labels::Full { String::new() } else { flow_number(diagram, at) };
        Entry { number, id: edge.id.clone(), name: edge.name.clone(), what: what(edge) }
    };
    flows(diagram).map(entry).collect()
}

fn flows(diagram: &Diagram) -> impl Iterator<Item = usize> {
    (0..diagram.edges.len()).filter(|&at| !diagram.edges[at].movement)
}

/// Number and name of a flow.
const NAME: Font = Font { weight: Weight::Bold, ..ID };
const HEAD: Font = Font { weight: Weight::Bold, ..TEXT };
/// A narrower column would break most names.
const COLUMN: f64 = 240.0;
/// Between two columns.
const GUTTER: f64 = 18.0;
/// Between two flows.
const GAP: f64 = 4.0;

/// The list, in as many columns as a width holds; nothing where all is written in the picture.
pub(crate) fn strip(diagram: &Diagram, width: f64) -> Option<Strip> {
    let measure = Measure::new();
    let listed: Vec<usize> = flows(diagram).collect();
    if diagram.labels == Labels::Full || listed.is_empty() {
        return None;
    }
    let inner = width - 2.0 * MARGIN;
    let columns = ((inner + GUTTER) / (COLUMN + GUTTER)).floor().max(1.0) as usize;
    let column = (inner + GUTTER) / columns as f64 - GUTTER;
    let hang = listed.iter().map(|&at| measure.width(&flow_number(diagram, at), NAME)).fold(0.0, f64::max) + 6.0;
    let texts: Vec<(usize, Vec<Line>)> =
        listed.into_iter().map(|at| (at, text(&measure, &diagram.edges[at], column - hang))).collect();
    let mut canvas = Canvas::default();
    let word = if diagram.style == Style::Sequence { "Messages by number" } else { "Flows by number" };
    canvas.words(Point { x: MARGIN, y: 16.0 }, word, HEAD, PLAIN);
    let prefix = safe_id(&diagram.id);
    let mut deepest: f64 = 0.0;
    for (index, entries) in in_columns(&texts, columns).into_iter().enumerate() {
        let x = MARGIN + index as f64 * (column + GUTTER);
        let mut y = 24.0;
        for (at, text) in entries {
            let edge = &diagram.edges[*at];
            canvas.open(&format!("{prefix}-k{at}"), "flow-key", &edge.id, &edge_tip(edge));
            canvas.text(x, y, &lines(&measure, &flow_number(diagram, *at), NAME, column), PLAIN);
            canvas.text(x + hang, y, text, PLAIN);
            canvas.close();
            y += height(text);
        }
        deepest = deepest.max(y);
    }
    Some(Strip { canvas, height: deepest + 6.0 })
}

/// Name; identity, what is carried, protocol.
fn text(measure: &Measure, edge: &Edge, width: f64) -> Vec<Line> {
    let mut text = lines(measure, &edge.name, NAME, width);
    text.extend(lines(measure, &edge.id, ID, width));
    text.extend(lines(measure, &what(edge), ID, width));
    text.retain(|line| !line.text.is_empty());
    text
}

/// What a flow carries, and over which protocol.
fn what(edge: &Edge) -> String {
    let contents = edge.contents().join("; ");
    let over = edge.protocol.as_ref().map(|protocol| format!("over {protocol}")).unwrap_or_default();
    [contents, over].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn height(text: &[Line]) -> f64 {
    text.iter().map(Line::height).sum::<f64>() + GAP
}

/// The entries from top to bottom, column by column, so that the highest column is as low as it can be.
fn in_columns(texts: &[(usize, Vec<Line>)], columns: usize) -> Vec<&[(usize, Vec<Line>)]> {
    let total: f64 = texts.iter().map(|(_, text)| height(text)).sum();
    let mut limit = total / columns as f64;
    loop {
        let cut = cut(texts, limit);
        if cut.len() <= columns {
            return cut;
        }
        limit += 10.0;
    }
}

/// Runs of entries no higher than a limit, or of one that is higher.
fn cut(texts: &[(usize, Vec<Line>)], limit: f64) -> Vec<&[(usize, Vec<Line>)]> {
    let (mut runs, mut start, mut y) = (Vec::new(), 0, 0.0);
    for (at, (_, text)) in texts.iter().enumerate() {
        if at > start && y + height(text) > limit {
            runs.push(&texts[start..at]);
            (start, y) = (at, 0.0);
        }
        y += height(text);
    }
    runs.push(&texts[start..]);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn every_flow_is_listed_once_and_columns_are_level() {
        let diagram = Diagram { labels: Labels::Numbered, ..samples::pump() };
        let markup = strip(&diagram, 900.0).unwrap().canvas.finish().markup;
        for edge in &diagram.edges {
            assert_eq!(markup.matches(&format!("data-element=\"{}\"", edge.id)).count(), 1, "{}", edge.id);
        }
        let (one, three) = (strip(&diagram, 300.0).unwrap().height, strip(&diagram, 900.0).unwrap().height);
        assert!(three < one * 0.45, "{one} {three}");
    }

    #[test]
    fn a_picture_that_says_all_has_no_list() {
        assert!(strip(&samples::pump(), 900.0).is_none());
    }
}
