//! The fonts of a picture: two faces of DejaVu Sans, which are part of the program, and what the user names beside them for other scripts.
//!
//! Nothing is taken from the machine, so that a picture is the same on every one. An SVG carries the glyphs it uses (`embed`); PNG and PDF
//! are drawn with the faces themselves.

mod coverage;
mod database;
mod embed;
mod extra;
mod subset;
mod woff;

pub use coverage::{Used, missing};
pub(crate) use database::{guarded, tree};
pub(crate) use embed::style_sheet;
pub use extra::{ExtraFont, UnusableFont};

use ttf_parser::Face;

use crate::drawing::text_measure::Weight;

/// What SVG asks for: the embedded glyphs, else DejaVu itself, else the font whose letters are most nearly as wide.
pub(crate) const FAMILIES: &str = "Ward Sans, DejaVu Sans, Verdana, sans-serif";

/// The bytes of the embedded face of a weight.
pub(crate) fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => dejavu::sans::regular(),
        Weight::Bold => dejavu::sans::bold(),
    }
}

/// The embedded face of a weight.
pub(crate) fn face(weight: Weight) -> Face<'static> {
    Face::parse(bytes(weight), 0).expect("the embedded font is a well-formed TrueType file")
}
