//! A style sheet that brings the glyphs of a picture with it, so that an SVG looks the same where DejaVu Sans is not installed, and stays text.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::subset::subset;
use super::woff::woff;
use super::{ExtraFont, Used, bytes, face};
use crate::drawing::text_measure::Weight;

/// `@font-face` rules for all characters of a picture that a font at hand has and that stand by themselves.
pub(crate) fn style_sheet(used: &Used, extra: &[ExtraFont]) -> String {
    let mut out = String::new();
    for (weight, word) in [(Weight::Regular, "normal"), (Weight::Bold, "bold")] {
        let own = face(weight);
        let simple: BTreeSet<char> = used.of(weight).iter().copied().filter(|&c| stands_alone(c)).collect();
        let (mine, others): (BTreeSet<char>, BTreeSet<char>) = simple.into_iter().partition(|&c| own.glyph_index(c).is_some());
        if !mine.is_empty() {
            out.push_str(usual(weight, word));
        }
        let usual: BTreeSet<char> = usual_characters().collect();
        let rare = mine.difference(&usual).copied().collect();
        rule(&mut out, bytes(weight), &rare, word);
        let mut left = others;
        for font in extra {
            let Some(face) = font.face() else { continue };
            let (found, rest): (BTreeSet<char>, BTreeSet<char>) = left.into_iter().partition(|&c| face.glyph_index(c).is_some());
            rule(&mut out, &font.bytes(), &found, word);
            left = rest;
        }
    }
    out
}

/// What almost every picture needs. It is embedded as a whole, so that a file does not change all over when a letter comes or goes.
fn usual_characters() -> impl Iterator<Item = char> {
    (' '..='~').chain(['\u{ab}', '\u{bb}', '\u{2013}', '\u{2026}', '\u{2713}'])
}

fn usual(weight: Weight, word: &str) -> &'static str {
    static REGULAR: OnceLock<String> = OnceLock::new();
    static BOLD: OnceLock<String> = OnceLock::new();
    let known = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    known.get_or_init(|| {
        let mut out = String::new();
        rule(&mut out, bytes(weight), &usual_characters().collect(), word);
        out
    })
}

fn rule(out: &mut String, font: &[u8], characters: &BTreeSet<char>, weight: &str) {
    let Some(tables) = subset(font, characters) else { return };
    let data = STANDARD.encode(woff(&tables));
    let _ = writeln!(
        out,
        "@font-face{{font-family:\"Ward Sans\";font-weight:{weight};unicode-range:{};src:url(data:font/woff;base64,{data})format(\"woff\")}}",
        ranges(characters)
    );
}

/// With the range stated, pictures that stand in one page do not take each other's glyphs.
fn ranges(characters: &BTreeSet<char>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for c in characters.iter().map(|c| u32::from(*c)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => runs.push((c, c)),
        }
    }
    let written = runs.iter().map(|(a, b)| if a == b { format!("U+{a:X}") } else { format!("U+{a:X}-{b:X}") });
    written.collect::<Vec<_>>().join(",")
}

/// Whether a character looks the same whatever stands beside it. Scripts whose letters join, and marks that sit on letters, need tables that a
/// subset lacks: the reader's own fonts show them better.
fn stands_alone(c: char) -> bool {
    !matches!(u32::from(c),
        0x300..=0x36F | 0x590..=0x8FF | 0x900..=0x109F | 0x1780..=0x17FF | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F
        | 0x2028..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF | 0xFB1D..=0xFDFF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F
        | 0xFE70..=0xFEFF)
}

#[cfg(test)]
mod tests {
    use ttf_parser::{GlyphId, OutlineBuilder};

    use super::*;
    use crate::drawing::fonts::subset::Tables;

    /// Points of an outline as text.
    #[derive(Default)]
    struct Trace(String);

    impl OutlineBuilder for Trace {
        fn move_to(&mut self, x: f32, y: f32) {
            let _ = write!(self.0, "M{x} {y}");
        }
        fn line_to(&mut self, x: f32, y: f32) {
            let _ = write!(self.0, "L{x} {y}");
        }
        fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
            let _ = write!(self.0, "Q{a} {b} {x} {y}");
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
            let _ = write!(self.0, "C{x} {y}");
        }
        fn close(&mut self) {
            self.0.push('Z');
        }
    }

    fn outline(face: &ttf_parser::Face<'_>, c: char) -> (Option<u16>, String) {
        let mut trace = Trace::default();
        let glyph: GlyphId = face.glyph_index(c).unwrap_or_else(|| panic!("{c}"));
        face.outline_glyph(glyph, &mut trace);
        (face.glyph_hor_advance(glyph), trace.0)
    }

    /// The tables as an uncompressed file.
    fn file(font: &Tables) -> Vec<u8> {
        let mut out = font.flavour.to_vec();
        out.extend((font.tables.len() as u16).to_be_bytes());
        out.resize(12, 0);
        let mut offset = 12 + 16 * font.tables.len();
        for (tag, table) in &font.tables {
            out.extend(tag.to_bytes());
            for word in [0, offset, table.len()] {
                out.extend((word as u32).to_be_bytes());
            }
            offset += table.len();
        }
        out.extend(font.tables.iter().flat_map(|(_, table)| table.clone()));
        out
    }

    #[test]
    fn the_embedded_glyphs_are_those_of_the_font() {
        let characters: BTreeSet<char> = "Ward Äéñ «Gerät» αЖ ½ → 0123 ,.".chars().collect();
        for weight in [Weight::Regular, Weight::Bold] {
            let tables = subset(bytes(weight), &characters).unwrap();
            let file = file(&tables);
            let small = ttf_parser::Face::parse(&file, 0).unwrap();
            for &c in &characters {
                assert_eq!(outline(&small, c), outline(&face(weight), c), "{c}");
            }
            assert!(small.glyph_index('Q').is_none());
            assert!(woff(&tables).len() < 10_000);
        }
    }

    #[test]
    fn what_is_usual_or_used_is_embedded() {
        assert_eq!(style_sheet(&Used::default(), &[]), "");
        let mut used = Used::default();
        used.add("abc xyz", Weight::Bold);
        let usual = style_sheet(&used, &[]);
        assert_eq!(usual.matches("@font-face").count(), 1);
        assert!(usual.contains("font-weight:bold;unicode-range:U+20-7E,U+AB,"), "{usual}");
        used.add("漢 مرحبا äöα", Weight::Bold);
        let sheet = style_sheet(&used, &[]);
        assert_eq!(sheet.matches("@font-face").count(), 2);
        assert!(sheet.starts_with(&usual) && sheet.contains("unicode-range:U+E4,U+F6,U+3B1;"), "{sheet}");
        assert_eq!(sheet, style_sheet(&used, &[]));
    }
}
