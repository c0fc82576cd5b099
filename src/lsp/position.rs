//! Bytes of a text to lines and columns as editors count them, and back.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

/// In which units an editor counts columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor can: units of UTF-16.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// What is agreed on: bytes where the editor offers them, since nothing has to be counted then.
    pub(super) fn agreed(offered: &[PositionEncodingKind]) -> Self {
        let offers = |kind: &PositionEncodingKind| offered.contains(kind);
        if offers(&PositionEncodingKind::UTF8) {
            Self::Utf8
        } else if offers(&PositionEncodingKind::UTF16) || !offers(&PositionEncodingKind::UTF32) {
            Self::Utf16
        } else {
            Self::Utf32
        }
    }

    /// As the protocol names it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// How long a text is.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 | Self::Utf32 if text.is_ascii() => text.len(),
            Self::Utf16 | Self::Utf32 => text.chars().map(|character| self.width(character)).sum(),
        }
    }
}

/// A text and where its lines begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: &'t [u32],
    encoding: Encoding,
}

/// Where the lines of a text begin: after `\n`, `\r\n` or a lone `\r`, as the protocol has it.
pub(super) fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let ends = |at: usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    std::iter::once(0).chain((0..bytes.len()).filter(|at| ends(*at)).map(|at| at as u32 + 1)).collect()
}

impl<'t> Lines<'t> {
    /// The lines of a text that begin where [`line_starts`] says.
    pub(super) fn new(text: &'t str, starts: &'t [u32], encoding: Encoding) -> Self {
        Self { text, starts, encoding }
    }

    /// Line and column of a byte; one inside of a character counts as its beginning.
    pub(super) fn position(self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|start| *start as usize <= byte).max(1) - 1;
        let start = self.starts.get(line).map_or(0, |start| *start as usize);
        let character = self.encoding.length(&self.text[start..byte]);
        Position { line: line as u32, character: character as u32 }
    }

    /// The byte at a line and column. Past the end of a line its end is meant, past the last line the end of the text; inside of a
    /// character its beginning.
    pub(super) fn offset(self, position: Position) -> usize {
        let Some(start) = self.starts.get(position.line as usize) else { return self.text.len() };
        let start = *start as usize;
        let next = self.starts.get(position.line as usize + 1).map_or(self.text.len(), |next| *next as usize);
        let line = self.text[start..next].trim_end_matches(['\n', '\r']);
        let wanted = position.character as usize;
        let mut column = 0;
        for (at, character) in line.char_indices() {
            column += self.encoding.width(character);
            if column > wanted {
                return start + at;
            }
        }
        start + line.len()
    }

    /// A range of bytes.
    pub(super) fn range(self, bytes: std::ops::Range<usize>) -> Range {
        Range { start: self.position(bytes.start), end: self.position(bytes.end) }
    }

    /// The bytes of a range; an end before the beginning counts as the beginning.
    pub(super) fn bytes(self, range: Range) -> std::ops::Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }

    /// The byte at which the line of a byte begins.
    pub(super) fn line_start(self, byte: usize) -> usize {
        let line = self.starts.partition_point(|start| *start as usize <= byte).max(1) - 1;
        self.starts.get(line).map_or(0, |start| *start as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        // an emoji of two units of UTF-16, and a letter with a combining accent
        let text = "a\u{1f600}e\u{301}b\nc";
        let starts = line_starts(text);
        for (encoding, columns) in
            [(Encoding::Utf8, [0, 1, 5, 6, 8, 9]), (Encoding::Utf16, [0, 1, 3, 4, 5, 6]), (Encoding::Utf32, [0, 1, 2, 3, 4, 5])]
        {
            let lines = Lines::new(text, &starts, encoding);
            let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).take(6).collect();
            for (byte, column) in bytes.into_iter().zip(columns) {
                assert_eq!(lines.position(byte), at(0, column), "{encoding:?}");
                assert_eq!(lines.offset(at(0, column)), byte, "{encoding:?}");
            }
        }
        let lines = Lines::new(text, &starts, Encoding::Utf16);
        assert_eq!(lines.offset(at(0, 2)), 1, "the middle of the emoji is its beginning");
        assert_eq!(lines.position(3), at(0, 1), "a byte inside of the emoji is its beginning");
    }

    #[test]
    fn what_is_past_the_end_is_the_end() {
        let text = "ab\r\nc\rd";
        let starts = line_starts(text);
        let lines = Lines::new(text, &starts, Encoding::Utf16);
        assert_eq!(starts, [0, 4, 6]);
        assert_eq!(lines.offset(at(0, 99)), 2);
        assert_eq!(lines.offset(at(99, 0)), text.len());
        assert_eq!(lines.offset(at(u32::MAX, u32::MAX)), text.len());
        assert_eq!(lines.position(99), at(2, 1));
        let reversed = Range { start: at(1, 0), end: at(0, 0) };
        assert_eq!(lines.bytes(reversed), 4..4);
    }

    #[test]
    fn bytes_are_agreed_on_where_they_are_offered() {
        use PositionEncodingKind as Kind;
        assert_eq!(Encoding::agreed(&[]), Encoding::Utf16);
        assert_eq!(Encoding::agreed(&[Kind::UTF16, Kind::UTF8]), Encoding::Utf8);
        assert_eq!(Encoding::agreed(&[Kind::UTF32]), Encoding::Utf32);
        assert_eq!(Encoding::agreed(&[Kind::UTF32, Kind::UTF16]), Encoding::Utf16);
    }
}
