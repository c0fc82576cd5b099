//! Measure, place, paint; a use case places itself. When an engine fails, the fallback places, at last the grid, and a note says so.

use crate::drawing::fonts::{ExtraFont, missing};
use crate::drawing::grid::GridEngine;
use crate::drawing::layout::{LayoutEngine, fallback_engine};
use crate::drawing::sequence;
use crate::drawing::sheet::{self, Dress, Sheet};
use crate::drawing::sized::size;
use crate::drawing::svg::paint;
use crate::report::diagram::{Diagram, Style};
use crate::report::title_block::TitleBlock;

/// A picture, and what its reader should know about how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// A standalone SVG document.
    pub svg: String,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Size of the smallest letters in pixels.
    pub smallest_text: f64,
    /// Heads that are repeated where the picture goes on on a further page: from where to where, in pixels.
    pub heads: Option<(f64, f64)>,
    /// Characters that no font at hand can show: a viewer of the SVG may have one, PNG and PDF show a box.
    pub missing: Vec<char>,
    /// Sentences for the user; empty when all went well.
    pub warnings: Vec<String>,
}

/// Draws a diagram with the embedded fonts.
pub fn svg(diagram: &Diagram, title: &TitleBlock, engine: &dyn LayoutEngine) -> Drawing {
    draw(diagram, title, engine, &[])
}

/// Draws a diagram. Always gives a picture: where the engine fails another takes over.
pub fn draw(diagram: &Diagram, title: &TitleBlock, engine: &dyn LayoutEngine, extra: &[ExtraFont]) -> Drawing {
    let (sheet, heads, warnings) = painted(diagram, Dress::Document(title), engine);
    Drawing {
        missing: missing(&sheet.used, extra),
        svg: sheet.document(extra),
        size: sheet.size,
        smallest_text: sheet.smallest_text,
        heads,
        warnings,
    }
}

/// How high the smallest letters of a diagram are on one page of A4, in points; nothing where the engine gives no places.
pub fn print_size(diagram: &Diagram, title: &TitleBlock, engine: &dyn LayoutEngine) -> Option<f64> {
    let sized = size(diagram);
    let room = match diagram.style {
        Style::Sequence => sequence::room(&sized),
        Style::Dataflow => {
            let geometry = engine.layout(&sized).ok()?;
            (geometry.width, geometry.height)
        }
    };
    Some(sheet::print_size(diagram, room, title))
}

/// A sheet, where its heads stand, and what there is to say about the layout.
pub(super) fn painted(
    diagram: &Diagram,
    dress: Dress<'_>,
    engine: &dyn LayoutEngine,
) -> (Sheet, Option<(f64, f64)>, Vec<String>) {
    let mut warnings = Vec::new();
    let (sheet, heads) = match diagram.style {
        Style::Sequence => sequence::paint(diagram, dress),
        Style::Dataflow => (placed(diagram, dress, engine, &mut warnings), None),
    };
    (sheet, heads, warnings)
}

fn placed(diagram: &Diagram, dress: Dress<'_>, engine: &dyn LayoutEngine, warnings: &mut Vec<String>) -> Sheet {
    let sized = size(diagram);
    let geometry = engine.layout(&sized).or_else(|error| {
        warnings.push(format!("view `{}` is drawn with the built-in fallback layout, because {error}", diagram.id));
        fallback_engine().layout(&sized)
    });
    let geometry = geometry.or_else(|error| {
        warnings.push(format!("view `{}` is drawn as a plain grid, because {error}", diagram.id));
        GridEngine.layout(&sized)
    });
    paint(&sized, &geometry.unwrap_or_default(), dress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::geometry::Geometry;
    use crate::drawing::layout::{LayoutError, default_engine};
    use crate::drawing::samples;
    use crate::drawing::sized::Sized;

    struct Broken;

    impl LayoutEngine for Broken {
        fn layout(&self, _: &Sized<'_>) -> Result<Geometry, LayoutError> {
            Err(LayoutError::TimedOut { seconds: 10 })
        }
    }

    fn well_formed(svg: &str) {
        let options = roxmltree::ParsingOptions::default();
        roxmltree::Document::parse_with_options(svg, options).unwrap_or_else(|e| panic!("{e}\n{svg}"));
    }

    #[test]
    fn a_failing_engine_leaves_a_picture_and_a_warning() {
        let drawing = svg(&samples::pump(), &samples::title(), &Broken);
        well_formed(&drawing.svg);
        assert_eq!(
            drawing.warnings,
            [
                "view `pump` is drawn with the built-in fallback layout, because the layout engine did not finish within 10 seconds"
            ]
        );
    }

    #[test]
    fn hostile_names_stay_text() {
        let diagram = samples::hostile();
        let mut title = samples::title();
        title.device = "]]></title><script>alert(1)</script>\u{0}".to_owned();
        title.status = Some("\" onload=\"x".to_owned());
        for engine in [&GridEngine as &dyn LayoutEngine, default_engine().as_ref()] {
            let drawing = svg(&diagram, &title, engine);
            well_formed(&drawing.svg);
            assert!(!drawing.svg.contains("<script"));
            assert_eq!(drawing.warnings, [] as [&str; 0]);
        }
    }

    #[test]
    fn the_same_diagram_gives_the_same_bytes() {
        for diagram in [samples::pump(), samples::random(7), Diagram::default()] {
            let draw = || svg(&diagram, &samples::title(), default_engine().as_ref());
            let first = draw();
            well_formed(&first.svg);
            assert_eq!(first, draw());
        }
    }

    #[test]
    fn every_element_can_be_found_in_the_picture() {
        let diagram = samples::pump();
        let drawing = svg(&diagram, &samples::title(), default_engine().as_ref());
        let document = roxmltree::Document::parse(&drawing.svg).unwrap();
        let found: Vec<&str> = document.descendants().filter_map(|n| n.attribute("data-element")).collect();
        let ids = diagram.nodes.iter().map(|n| &n.id).chain(diagram.frames.iter().map(|f| &f.id));
        let more = diagram.ports.iter().map(|p| &p.id).chain(diagram.edges.iter().map(|e| &e.id));
        for id in ids.chain(more) {
            assert!(found.contains(&id.as_str()), "{id}");
        }
        assert!(drawing.svg.contains("DRAFT"));
    }
}
