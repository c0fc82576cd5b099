//! Tables of a font as a WOFF 1.0 file: each compressed by itself. Browsers have read it since 2012.

use flate2::{Compression, write::ZlibEncoder};
use std::io::Write;

use super::subset::Tables;

const HEADER: usize = 44;
const RECORD: usize = 20;

/// Packs tables into a file.
pub(super) fn woff(font: &Tables) -> Vec<u8> {
    let count = font.tables.len();
    let mut offset = HEADER + RECORD * count;
    // the size of the file it stands for
    let mut plain = 12 + 16 * count;
    let (mut directory, mut body) = (Vec::new(), Vec::new());
    for (tag, table) in &font.tables {
        let packed = packed(table);
        directory.extend(tag.to_bytes());
        for word in [offset, packed.len(), table.len()] {
            directory.extend((word as u32).to_be_bytes());
        }
        directory.extend(checksum(&tag.to_bytes(), table).to_be_bytes());
        body.extend(&packed);
        body.resize(body.len().next_multiple_of(4), 0);
        offset = HEADER + RECORD * count + body.len();
        plain += table.len().next_multiple_of(4);
    }
    let mut out = b"wOFF".to_vec();
    out.extend(font.flavour);
    out.extend((offset as u32).to_be_bytes());
    out.extend((count as u16).to_be_bytes());
    out.extend([0, 0]);
    out.extend((plain as u32).to_be_bytes());
    // version of the font, then no metadata and no private data
    out.extend([0, 1, 0, 0]);
    out.resize(HEADER, 0);
    out.extend(directory);
    out.extend(body);
    out
}

/// Compressed, unless that makes it larger.
fn packed(table: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(table).and_then(|()| encoder.finish());
    done.ok().filter(|packed| packed.len() < table.len()).unwrap_or_else(|| table.to_vec())
}

fn checksum(tag: &[u8; 4], table: &[u8]) -> u32 {
    let words = table.chunks(4).enumerate().map(|(index, chunk)| {
        // the word in `head` that makes up for the sum of the whole does not count
        if tag == b"head" && index == 2 {
            return 0;
        }
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    });
    words.fold(0, u32::wrapping_add)
}
