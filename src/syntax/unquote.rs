//! The text between quotation marks.

use ecow::EcoString;

/// A text on one line, its escapes resolved, and the ranges of escapes that mean nothing.
pub(super) fn line(inner: &str) -> (EcoString, Vec<(u32, u32)>) {
    if !inner.contains('\\') {
        return (EcoString::from(inner), Vec::new());
    }
    let mut text = EcoString::with_capacity(inner.len());
    let mut faults = Vec::new();
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let from = inner.len() - rest.len() + at;
        let (resolved, length) = escape(&rest[at..]);
        match resolved {
            Some(character) => text.push(character),
            None => faults.push((from as u32, (from + length) as u32)),
        }
        rest = &rest[at + length..];
    }
    text.push_str(rest);
    (text, faults)
}

/// The character an escape stands for, and how many bytes it takes.
fn escape(text: &str) -> (Option<char>, usize) {
    let mut characters = text.chars();
    characters.next();
    match characters.next() {
        Some('n') => (Some('\n'), 2),
        Some('t') => (Some('\t'), 2),
        Some('"') => (Some('"'), 2),
        Some('\\') => (Some('\\'), 2),
        Some('u') => unicode(text),
        Some(other) => (None, 1 + other.len_utf8()),
        None => (None, 1),
    }
}

fn unicode(text: &str) -> (Option<char>, usize) {
    let digits = text.strip_prefix("\\u{").and_then(|rest| rest.split_once('}')).map(|(digits, _)| digits);
    match digits {
        Some(digits) => (u32::from_str_radix(digits, 16).ok().and_then(char::from_u32), digits.len() + 4),
        None => (None, 2),
    }
}

/// A text block: the indentation that all lines share and the line ends beside the quotation marks are no part of it.
pub(super) fn block(inner: &str) -> EcoString {
    let lines: Vec<&str> = inner.lines().collect();
    let written = || lines.iter().skip(1).filter(|line| !line.trim().is_empty());
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let shared = written().map(indent).min().unwrap_or(0);
    let stripped = lines.iter().enumerate().map(|(number, line)| match number {
        0 => line.trim_start(),
        _ => line.get(shared..).unwrap_or("").trim_end(),
    });
    let text: Vec<&str> = stripped.collect();
    EcoString::from(text.join("\n").trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_and_unknown_ones_named() {
        assert_eq!(line(r#"a\"b\n\u{e9}"#).0, "a\"b\né");
        assert_eq!(line(r"a\qb").1, [(1, 3)]);
    }

    #[test]
    fn a_block_loses_its_shared_indentation() {
        assert_eq!(block("\n    one\n      two\n    "), "one\n  two");
    }
}
