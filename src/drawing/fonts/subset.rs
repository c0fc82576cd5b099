//! The part of a font that some characters need, as the tables of a font of its own.
//!
//! `subsetter` picks the glyphs, for PDF. A browser also asks for a table from characters to glyphs and for the font's measures; hints for coarse
//! screens, on the other hand, are more than half of the bytes and of no use in a drawing.

use std::collections::BTreeSet;

use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

/// A font as its tables, in the order of their names.
pub(super) struct Tables {
    /// First four bytes of a file of its kind.
    pub(super) flavour: [u8; 4],
    /// Name and content of each.
    pub(super) tables: Vec<(Tag, Vec<u8>)>,
}

/// Programs for hinting.
const HINTS: [&[u8; 4]; 3] = [b"cvt ", b"fpgm", b"prep"];

/// The tables for some characters of a font; nothing where the font has none of them, or cannot be taken apart.
pub(super) fn subset(font: &[u8], characters: &BTreeSet<char>) -> Option<Tables> {
    let face = Face::parse(font, 0).ok()?;
    let mut remapper = GlyphRemapper::new();
    let mut map: Vec<(u32, u16)> = Vec::new();
    for c in characters {
        if let Some(glyph) = face.glyph_index(*c) {
            map.push((u32::from(*c), remapper.remap(glyph.0)));
        }
    }
    if map.is_empty() {
        return None;
    }
    let picked = subsetter::subset(font, 0, &remapper).ok()?;
    let flavour = picked.get(..4)?.try_into().ok()?;
    let raw = RawFace::parse(&picked, 0).ok()?;
    let mut tables: Vec<(Tag, Vec<u8>)> = Vec::new();
    for record in raw.table_records {
        if HINTS.iter().all(|hint| Tag::from_bytes(hint) != record.tag) {
            tables.push((record.tag, raw.table(record.tag)?.to_vec()));
        }
    }
    unhinted(&mut tables);
    tables.retain(|(tag, _)| ![b"cmap", b"OS/2"].map(Tag::from_bytes).contains(tag));
    tables.push((Tag::from_bytes(b"cmap"), character_map(&map)));
    let measures = face.raw_face().table(Tag::from_bytes(b"OS/2"))?;
    tables.push((Tag::from_bytes(b"OS/2"), measures.to_vec()));
    tables.sort_by_key(|(tag, _)| tag.to_bytes());
    Some(Tables { flavour, tables })
}

/// `cmap`, format 12: ranges of characters, each with its first glyph.
fn character_map(map: &[(u32, u16)]) -> Vec<u8> {
    let mut groups: Vec<(u32, u32, u32)> = Vec::new();
    for &(c, glyph) in map {
        match groups.last_mut() {
            Some((first, last, start)) if *last + 1 == c && *start + (c - *first) == u32::from(glyph) => *last = c,
            _ => groups.push((c, c, u32::from(glyph))),
        }
    }
    let mut out = Vec::new();
    for half in [0_u16, 1, 3, 10] {
        out.extend(half.to_be_bytes());
    }
    out.extend(12_u32.to_be_bytes());
    for half in [12_u16, 0] {
        out.extend(half.to_be_bytes());
    }
    let count = groups.len() as u32;
    for word in [16 + 12 * count, 0, count].into_iter().chain(groups.iter().flat_map(|(a, b, c)| [*a, *b, *c])) {
        out.extend(word.to_be_bytes());
    }
    out
}

/// Takes the hints out of TrueType outlines; outlines of another kind stay as they are.
fn unhinted(tables: &mut [(Tag, Vec<u8>)]) {
    let at = |name: &[u8; 4]| tables.iter().position(|(tag, _)| *tag == Tag::from_bytes(name));
    let (Some(glyf), Some(loca), Some(head)) = (at(b"glyf"), at(b"loca"), at(b"head")) else { return };
    let offsets = offsets(&tables[loca].1, tables[head].1.get(51) == Some(&1));
    let outlines = &tables[glyf].1;
    let mut out = Vec::new();
    let mut ends = vec![0_u32];
    for pair in offsets.windows(2) {
        let glyph = outlines.get(pair[0]..pair[1]).unwrap_or_default();
        out.extend(without_hints(glyph).unwrap_or_else(|| glyph.to_vec()));
        out.resize(out.len().next_multiple_of(4), 0);
        ends.push(out.len() as u32);
    }
    tables[glyf].1 = out;
    tables[loca].1 = ends.iter().flat_map(|end| end.to_be_bytes()).collect();
    // long offsets
    if let Some(format) = tables[head].1.get_mut(50..52) {
        format.copy_from_slice(&[0, 1]);
    }
}

fn offsets(loca: &[u8], long: bool) -> Vec<usize> {
    if long {
        return loca.chunks_exact(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize).collect();
    }
    loca.chunks_exact(2).map(|b| usize::from(u16::from_be_bytes([b[0], b[1]])) * 2).collect()
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// One outline without its hints; nothing where it is not as the format says.
fn without_hints(glyph: &[u8]) -> Option<Vec<u8>> {
    if glyph.is_empty() {
        return Some(Vec::new());
    }
    let contours = half(glyph, 0)?;
    if contours & 0x8000 != 0 {
        return composite_without_hints(glyph);
    }
    let length = 10 + 2 * usize::from(contours);
    let after = length + 2 + usize::from(half(glyph, length)?);
    let mut out = glyph.get(..length)?.to_vec();
    out.extend([0, 0]);
    out.extend(glyph.get(after..)?);
    Some(out)
}

fn composite_without_hints(glyph: &[u8]) -> Option<Vec<u8>> {
    const WORDS: u16 = 1;
    const MORE: u16 = 0x20;
    const HINTED: u16 = 0x100;
    let mut out = glyph.to_vec();
    let mut at = 10;
    loop {
        let flags = half(glyph, at)?;
        out.get_mut(at..at + 2)?.copy_from_slice(&(flags & !HINTED).to_be_bytes());
        let scale =
            if flags & 0x8 != 0 { 2 } else { 0 } + if flags & 0x40 != 0 { 4 } else { 0 } + if flags & 0x80 != 0 { 8 } else { 0 };
        at += 4 + if flags & WORDS != 0 { 4 } else { 2 } + scale;
        if flags & MORE == 0 {
            break;
        }
    }
    out.truncate(at);
    Some(out)
}
