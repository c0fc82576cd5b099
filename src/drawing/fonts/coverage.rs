//! Which characters a picture uses, and which of them no font at hand can show.

use std::collections::BTreeSet;

use super::{ExtraFont, face};
use crate::drawing::text_measure::Weight;

/// The characters of a picture by the weight they are set in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Used {
    regular: BTreeSet<char>,
    bold: BTreeSet<char>,
}

impl Used {
    /// Takes note of a line of text.
    pub(crate) fn add(&mut self, text: &str, weight: Weight) {
        let shown = text.chars().filter(|c| !c.is_control());
        match weight {
            Weight::Regular => self.regular.extend(shown),
            Weight::Bold => self.bold.extend(shown),
        }
    }

    /// All of another picture, too.
    pub(crate) fn join(&mut self, other: &Self) {
        self.regular.extend(&other.regular);
        self.bold.extend(&other.bold);
    }

    /// The characters of a weight.
    pub(crate) fn of(&self, weight: Weight) -> &BTreeSet<char> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The characters of all weights.
    pub(crate) fn all(&self) -> BTreeSet<char> {
        self.regular.union(&self.bold).copied().collect()
    }
}

/// The characters that neither the embedded faces nor the extra fonts have.
pub fn missing(used: &Used, extra: &[ExtraFont]) -> Vec<char> {
    let regular = face(Weight::Regular);
    let extra: Vec<_> = extra.iter().filter_map(ExtraFont::face).collect();
    let known = |c: char| regular.glyph_index(c).is_some() || extra.iter().any(|face| face.glyph_index(c).is_some());
    used.all().into_iter().filter(|&c| !known(c) && !is_unseen(c)).collect()
}

/// Joiners, marks of direction and selectors of variants have no glyph and need none.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_can_show_is_missing() {
        let mut used = Used::default();
        used.add("Gerät αβγ Привет → \u{200D}漢\u{FE0F}", Weight::Bold);
        used.add("字漢", Weight::Regular);
        assert_eq!(missing(&used, &[]), ['字', '漢']);
    }
}
