//! How wide text is, and where its lines break.
//!
//! In: text and a [`Font`]. Out: pixels. Widths are sums of the advances of DejaVu Sans, embedded in the program, so that a picture is the same on
//! every machine; pictures are drawn without kerning, so that the sum is the width.

use ttf_parser::Face;

use crate::drawing::fonts;

/// Size and weight of a line of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Height of the em square in pixels.
    pub size: f64,
    /// How heavy it is.
    pub weight: Weight,
}

/// How a line of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
}

/// Width in em of a character that the face lacks and another font will show.
const MISSING_EM: f64 = 1.25;
/// Height of a line in em.
const LINE_EM: f64 = 1.3;

/// Font faces that can say how wide text is.
pub struct Measure {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Measure {
    /// The embedded faces.
    pub fn new() -> Self {
        Self { regular: fonts::face(Weight::Regular), bold: fonts::face(Weight::Bold) }
    }

    /// Width of one line of text in pixels.
    pub fn width(&self, text: &str, font: Font) -> f64 {
        text.chars().map(|c| self.advance(c, font)).sum()
    }

    /// Breaks text into lines no wider than `limit`; a word that is wider by itself is broken inside. Never empty.
    pub fn wrap(&self, text: &str, font: Font, limit: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = 0.0;
        let space = self.advance(' ', font);
        for word in text.split_whitespace() {
            let width = self.width(word, font);
            if !line.is_empty() && used + space + width <= limit {
                line.push(' ');
                line.push_str(word);
                used += space + width;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            used = self.start_line(word, font, limit, &mut lines, &mut line);
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Puts a word on a fresh line, filling further lines when it is too long; gives the width used of the last.
    fn start_line(&self, word: &str, font: Font, limit: f64, lines: &mut Vec<String>, line: &mut String) -> f64 {
        let mut used = 0.0;
        for c in word.chars() {
            let width = self.advance(c, font);
            if used + width > limit && !line.is_empty() {
                let rest = split_at_seam(line);
                lines.push(std::mem::replace(line, rest));
                used = self.width(line, font);
            }
            line.push(c);
            used += width;
        }
        used
    }

    fn advance(&self, c: char, font: Font) -> f64 {
        let face = match font.weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let em = match face.glyph_index(c) {
            Some(glyph) => f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / f64::from(face.units_per_em()),
            None => MISSING_EM,
        };
        em * font.size
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::new()
    }
}

impl Font {
    /// From one base line to the next, in pixels.
    pub fn line_height(self) -> f64 {
        (self.size * LINE_EM).ceil()
    }
}

/// Cuts a too long word after its last joint (`_`, `-`, `/`, `.`), if that is not right at its start; gives what goes to the next line.
fn split_at_seam(line: &mut String) -> String {
    let seam = line.rfind(['_', '-', '/', '.', ':']).filter(|at| at * 3 > line.len() && at + 1 < line.len());
    match seam {
        Some(at) => line.split_off(at + 1),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 12.0, weight: Weight::Regular };

    #[test]
    fn wide_letters_are_wider() {
        let measure = Measure::new();
        assert!(measure.width("WWW", FONT) > 2.0 * measure.width("iii", FONT));
        assert_eq!(measure.width("", FONT), 0.0);
    }

    #[test]
    fn no_line_is_wider_than_the_limit() {
        let measure = Measure::new();
        let long = "a_very_long_identifier/without.spaces-".repeat(30);
        for text in [&long, "one two three four five six seven", "", "  ", "漢字漢字漢字漢字漢字漢字漢字"] {
            let lines = measure.wrap(text, FONT, 90.0);
            assert!(!lines.is_empty());
            assert!(lines.iter().all(|l| measure.width(l, FONT) <= 90.0), "{lines:?}");
            let kept: String = lines.concat().split_whitespace().collect();
            assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
