//! A picture as a part of a page that holds several: no style sheet and no style of its own, which a strict content-security policy refuses; what
//! its elements look like, and the glyphs, once for all of them.

mod classes;

pub(crate) use classes::Classes;

use crate::drawing::draw::painted;
use crate::drawing::fonts::{self, ExtraFont, Used, missing};
use crate::drawing::layout::LayoutEngine;
use crate::drawing::sheet::Dress;
use crate::report::diagram::Diagram;
use crate::report::title_block::TitleBlock;

/// What the page's style sheet says of every picture.
pub const STYLE: &str = "\
.drawing { fill: #000; font-family: \"Ward Sans\", \"DejaVu Sans\", Verdana, sans-serif; font-kerning: none; font-variant-ligatures: none; }
.drawing path { stroke-linejoin: round; }
";

/// Pictures for one page.
#[derive(Debug, Default)]
pub struct Pictures {
    used: Used,
    classes: Classes,
    /// Sentences for the user; empty when all went well.
    pub warnings: Vec<String>,
}

impl Pictures {
    /// The next picture, as an `svg` element. Its ids are its own as long as no other diagram of the page has its name.
    pub fn draw(&mut self, diagram: &Diagram, title: &TitleBlock, engine: &dyn LayoutEngine) -> String {
        let (sheet, _, warnings) = painted(diagram, Dress::Page(title), engine);
        self.used.join(&sheet.used);
        self.warnings.extend(warnings);
        sheet.element(&mut self.classes)
    }

    /// What the pictures so far need beside [`STYLE`]: their glyphs and classes.
    pub fn style_sheet(&self, extra: &[ExtraFont]) -> String {
        format!("{}{}", fonts::style_sheet(&self.used, extra), self.classes.style_sheet())
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
            assert!(!svg.contains("style=") && !svg.contains("<style") && !svg.contains("stroke="), "{svg}");
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
            assert!(pictures.style_sheet(&[]).starts_with("@font-face"));
        }
    }
}
