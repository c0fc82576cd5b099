//! Text made safe for XML.

/// For XML text and for attribute values in either kind of quotes. Control characters, which XML 1.0 cannot hold, become spaces; marks that
/// turn the direction of the text around, so that it reads other than it is, go.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
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
    fn nothing_ends_the_text_it_stands_in() {
        assert_eq!(escape("]]> <a b='\"'>\u{0}\u{FFFF}\u{202E}"), "]]&gt; &lt;a b=&#39;&quot;&#39;&gt; \u{FFFD}");
    }
}
