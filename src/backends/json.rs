//! JSON for programs that also does no harm to people who look at it.

use serde::Serialize;

/// Pretty JSON with a final line end. Signs that reorder or hide text are written as `\u…`, so nothing is lost.
pub fn pretty<T: Serialize>(value: &T) -> String {
    let text = serde_json::to_string_pretty(value).expect("rows of a report hold strings, numbers, lists and nothing else");
    let mut json = String::with_capacity(text.len() + 1);
    for sign in text.chars() {
        match sign {
            '\u{7F}'..='\u{9F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {
                json.push_str(&format!("\\u{:04x}", u32::from(sign)));
            }
            other => json.push(other),
        }
    }
    json.push('\n');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_reorder_text_are_escaped_and_not_lost() {
        let text = pretty(&"a\u{202e}b\"\\");
        assert_eq!(text, "\"a\\u202eb\\\"\\\\\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "a\u{202e}b\"\\");
    }
}
