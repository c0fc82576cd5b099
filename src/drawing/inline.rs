//! A picture as a part of a page that holds several: no style sheet and no style of its own, which a strict content-security policy refuses, and
//! the glyphs once for all of them.

use crate::drawing::draw::painted;
use crate::drawing::fonts::{self, ExtraFont, Used, missing};
use crate::drawing::layout::LayoutEngine;
use crate::drawing::sheet::Dress;
use crate::report::diagram::Diagram;
use crate::report::title_block::TitleBlock;

/// What recurs in the markup, and the class that says it shorter. Text cannot look like this: its quotes are escaped.
const CLASSES: [(&str, &str); 8] = [
    (
        " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\" style=\"font-kerning:auto\"",
        " class=\"halo kerned\"",
    ),
    (" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"", " class=\"halo\""),
    (" style=\"font-kerning:auto\"", " class=\"kerned\""),
    (" stroke-linejoin=\"round\"", ""),
    (" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4.5\"", " class=\"under\""),
    (" fill=\"none\" stroke=\"#000000\" stroke-width=\"1.3\"", " class=\"line\""),
    (" fill=\"#000000\" stroke=\"#000000\" stroke-width=\"1.0\"", " class=\"head\""),
    (" fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"1.0\"", " class=\"box\""),
];

/// What the page's style sheet says of the classes.
pub const STYLE: &str = "\
.drawing { fill: #000; font-family: \"Ward Sans\", \"DejaVu Sans\", Verdana, sans-serif; font-kerning: none; font-variant-ligatures: none; }
.drawing path { stroke-linejoin: round; }
.drawing .halo { stroke: #fff; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
.drawing .kerned { font-kerning: auto; }
.drawing .under { fill: none; stroke: #fff; stroke-width: 4.5px; }
.drawing .line { fill: none; stroke: #000; stroke-width: 1.3px; }
.drawing .head { fill: #000; stroke: #000; stroke-width: 1px; }
.drawing .box { fill: #fff; stroke: #000; stroke-width: 1px; }
";

/// The markup, with classes in place of what they stand for.
pub(crate) fn by_classes(markup: &str) -> String {
    CLASSES.iter().fold(markup.to_owned(), |markup, (long, short)| markup.replace(long, short))
}

/// Pictures for one page.
#[derive(Debug, Default)]
pub struct Pictures {
    used: Used,
    /// Sentences for the user; empty when all went well.
    pub warnings: Vec<String>,
}

impl Pictures {
    /// The next picture, as an `svg` element. Its ids are its own as long as no other diagram of the page has its name.
    pub fn draw(&mut self, diagram: &Diagram, title: &TitleBlock, engine: &dyn LayoutEngine) -> String {
        let (sheet, _, warnings) = painted(diagram, Dress::Page(title), engine);
        self.used.join(&sheet.used);
        self.warnings.extend(warnings);
        sheet.element()
    }

    /// `@font-face` rules with the glyphs of all pictures so far.
    pub fn fonts(&self, extra: &[ExtraFont]) -> String {
        fonts::style_sheet(&self.used, extra)
    }

    /// Characters that no font at hand can show.
    pub fn missing(&self, extra: &[ExtraFont]) -> Vec<char> {
        missing(&self.used, extra)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::layout::fallback_engine;
    use crate::drawing::samples;

    #[test]
    fn an_element_of_a_page_has_no_style_and_shows_what_the_document_shows() {
        for diagram in [samples::pump(), samples::hostile(), samples::hostile_use_case()] {
            let mut pictures = Pictures::default();
            let svg = pictures.draw(&diagram, &samples::title(), fallback_engine().as_ref());
            assert!(!svg.contains("style=") && !svg.contains("<style"), "{svg}");
            let read = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
            let twice = |node: roxmltree::Node<'_, '_>| {
                let mut names: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
                names.sort_unstable();
                names.windows(2).any(|pair| pair[0] == pair[1])
            };
            assert!(!read.descendants().any(twice));
            for id in diagram.nodes.iter().map(|node| &node.id).chain(diagram.edges.iter().map(|edge| &edge.id)) {
                let shown = crate::drawing::xml::escape(id);
                assert!(svg.contains(&format!("data-element=\"{shown}\"")), "{id}");
            }
            assert!(pictures.fonts(&[]).starts_with("@font-face"));
        }
    }
}
