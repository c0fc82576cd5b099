//! LALRPOP's set of expected tokens, in words a reader can use.

/// At most a few words for what could have stood there; empty where nearly everything could.
pub(super) fn words(expected: &[String]) -> Vec<&'static str> {
    let has = |token: &str| expected.iter().any(|name| name.trim_matches('"') == token);
    let mut words = Vec::new();
    if has("name") {
        words.push("a name");
    }
    if has("[") && has("number") {
        words.clear();
        words.push("a value");
    } else if has("text") {
        words.push("a title in quotation marks");
    }
    for (token, word) in [
        ("{", "`{`"),
        ("}", "`}`"),
        (":", "`:`"),
        ("->", "`->`"),
        ("@", "`@`"),
        ("]", "`]`"),
        (")", "`)`"),
        ("when", "`when`"),
        ("=", "`=`"),
        ("where", "`where`"),
        ("over", "`over`"),
        (",", "a comma"),
    ] {
        if has(token) {
            words.push(word);
        }
    }
    if has("end of line") {
        words.extend(["a comma", "the end of the line"]);
    }
    words
}
