//! Text made safe for the format it goes into. One function a format; every value a user wrote passes through one of them.

/// For XML text and for attribute values.
pub use crate::drawing::xml::escape as xml;

/// A quoted DOT string. `dot` decodes HTML entities even inside quotes, so `&` is escaped as well.
pub fn dot(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A quoted Mermaid string. Mermaid reads HTML and Markdown in labels and has only entity codes against them, so all that could mean
/// something to it becomes one.
pub fn mermaid(text: &str) -> String {
    // An empty label is a syntax error.
    let inner = if text.is_empty() { " ".to_owned() } else { entity_codes(text) };
    format!("\"{inner}\"")
}

/// Mermaid text without quotes to the end of its line, as names and messages of a sequence diagram have it. A colon could begin an instruction.
pub fn mermaid_line(text: &str) -> String {
    let inner = entity_codes(text).replace(':', "#58;");
    // Nothing, or blanks alone, is a syntax error.
    if inner.trim().is_empty() { "#160;".to_owned() } else { inner }
}

/// PlantUML text, in quotes or to the end of its line. PlantUML reads markup, links, pictures, variables, stereotypes and line ends in every text;
/// all signs that could mean something to it are written by their numbers. It has two ways for that, and breaks down on a backslash or a dollar
/// sign in the other one.
pub fn plantuml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => out.push(' '),
            ' ' | ',' | '.' => out.push(c),
            c if c.is_alphanumeric() || u32::from(c) > 0xFFFF => out.push(c),
            c => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
        }
    }
    // Nothing, or blanks alone, is a syntax error.
    if out.trim().is_empty() { "<U+00A0>".to_owned() } else { out }
}

fn entity_codes(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '\n' => out.push_str("<br/>"),
            '#' | ';' | '`' | '\\' | '|' | '*' | '_' | '~' | '%' | '[' | ']' | '(' | ')' | '{' | '}' | '$' => {
                out.push_str(&format!("#{};", u32::from(c)));
            }
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_string_it_stands_in() {
        assert_eq!(xml("]]>"), "]]&gt;");
        assert_eq!(dot("a\"]; b [URL=\"x\\"), "\"a\\\"]; b [URL=\\\"x\\\\\"");
        assert_eq!(dot("a\nb\u{7}"), "\"a\\nb \"");
        assert_eq!(mermaid("\"<b>#35;\n`"), "\"#quot;#lt;b#gt;#35;35#59;<br/>#96;\"");
        assert_eq!(mermaid(""), "\" \"");
        assert_eq!(mermaid_line("wrap: a;\nend"), "wrap#58; a#59;<br/>end");
        assert_eq!(mermaid_line("\u{1}"), "#160;");
        assert_eq!(plantuml("a \"[b\\n\n!«ü»"), "a <U+0022><U+005B>b<U+005C>n\\n<U+0021><U+00AB>ü<U+00BB>");
        assert_eq!(plantuml("\t"), "<U+00A0>");
    }
}
