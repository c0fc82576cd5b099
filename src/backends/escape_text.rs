//! Text of the model made harmless for Markdown and CSV. Any text may come in, also one written to deceive.

/// The text as a reader sees it: invisible controls are gone, those that reorder text are spelt out as `[U+202E]`,
/// every kind of line end is `\n`, and no line starts or ends with a blank.
pub fn visible(text: &str) -> String {
    // most texts are seen as they are, and a large document has hundreds of thousands of them
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.trim().to_owned();
    }
    let shown = spelt_out(text);
    let lines: Vec<&str> = shown.trim().split('\n').map(str::trim).collect();
    lines.join("\n")
}

/// [`visible`] text that keeps the blanks at the ends of its lines: a page for a terminal.
pub fn spelt_out(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\t' => shown.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => shown.push_str(&format!("[U+{:04X}]", u32::from(sign))),
            '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' => {}
            control if control.is_control() => {}
            other => shown.push(other),
        }
    }
    shown
}

/// [`visible`] text on one line.
pub fn one_line(text: &str) -> String {
    visible(text).split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Markdown that renders as exactly the [`visible`] text, in a table cell as in running text.
///
/// ```
/// assert_eq!(ward::backends::escape_text::markdown("<b> a|b"), r"\<b\> a\|b");
/// ```
pub fn markdown(text: &str) -> String {
    let shown = visible(text);
    if !shown.contains('\n') {
        return markdown_line(&shown);
    }
    shown.split('\n').map(markdown_line).collect::<Vec<_>>().join("<br>")
}

fn markdown_line(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + 8);
    let marker = block_marker(line);
    for (at, sign) in line.char_indices() {
        if Some(at) == marker || is_markup(sign) || starts_a_link(line, at) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

/// Whether Markdown, or one of its dialects, may read the sign as markup in the midst of a line.
fn is_markup(sign: char) -> bool {
    matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '#' | '~' | '!' | '$' | '{' | '}' | '^')
}

/// Whether a dialect would make a link of a bare address here: at `:` of `https://`, at the dot of `www.`.
fn starts_a_link(line: &str, at: usize) -> bool {
    let rest = &line[at..];
    rest.starts_with(":/") || (rest.starts_with('.') && line[..at].to_ascii_lowercase().ends_with("www"))
}

/// Where a sign stands that would make the line a list item or the underline of a heading.
fn block_marker(line: &str) -> Option<usize> {
    if line.starts_with(['-', '+', '=', ':']) {
        return Some(0);
    }
    let digits = line.find(|sign: char| !sign.is_ascii_digit())?;
    let after = line[digits..].strip_prefix(['.', ')'])?;
    (digits > 0 && (after.is_empty() || after.starts_with(' '))).then_some(digits)
}

/// A cell of a CSV file that no spreadsheet takes for a formula (CWE-1236); quoting is up to the writer of the file.
///
/// A formula may also start after a line end or, where a spreadsheet splits at semicolons, after a semicolon.
pub fn csv_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    let mut at_start = true;
    for sign in visible(text).chars() {
        if at_start && matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            cell.push('\'');
        }
        at_start = matches!(sign, ';' | '\n') || (at_start && sign.is_whitespace());
        cell.push(sign);
    }
    cell
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::backends::rendered;

    const HOSTILE: [&str; 25] = [
        "x^2^ H~2~O",
        "a|b\\|c\\\\|d",
        "<script>alert('1')</script>",
        "&lt;b&gt; &amp; &#124;",
        "**bold** _em_ __strong__ ~~gone~~ `code` ``",
        "[text](https://example.org) ![image](x) [ref][1] <https://example.org> [^1]",
        "https://example.org www.example.org",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "12) item",
        "# heading #",
        "> quote",
        "===",
        "---",
        "```\ncode\n```",
        "line\nline\r\nline\rline",
        "    indented",
        "{{ liquid }} {% tag %} {#id .class}",
        "$x$ $$y$$",
        "<!-- comment -->",
        "ends with a backslash\\",
        "Gerät für Ä → 患者",
        "| --- | --- |",
    ];

    #[test]
    fn hostile_text_renders_as_itself() {
        for text in HOSTILE {
            assert_eq!(rendered::cell(&markdown(text)), visible(text), "in a cell: {text}");
            assert_eq!(rendered::paragraph(&markdown(text)), visible(text), "in a paragraph: {text}");
        }
    }

    #[test]
    fn signs_that_reorder_text_are_spelt_out() {
        assert_eq!(visible("a\u{202e}b\u{2066}c"), "a[U+202E]b[U+2066]c");
        assert_eq!(visible("a\u{0}\u{1b}[31m\u{7f}\u{feff}b"), "a[31mb");
    }

    #[test]
    fn no_cell_starts_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r=1", "'=1"),
            ("a;=1", "a;'=1"),
            ("a\n@b", "a\n'@b"),
            ("a-b = c", "a-b = c"),
            ("", ""),
        ] {
            assert_eq!(csv_cell(text), cell);
        }
    }

    proptest! {
        #[test]
        fn any_text_renders_as_itself(text in "\\PC{0,40}") {
            prop_assert_eq!(rendered::cell(&markdown(&text)), visible(&text));
        }

        #[test]
        fn any_markup_renders_as_itself(text in "[-+=*_`~^|<>&#!\\[\\]()\\\\{}$:/.0-9a \n\"']{0,30}") {
            prop_assert_eq!(rendered::cell(&markdown(&text)), visible(&text));
            prop_assert_eq!(rendered::paragraph(&markdown(&text)), visible(&text));
        }
    }
}
