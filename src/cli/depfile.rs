//! What an artifact was made from, as a rule for `make` and `ninja`.

/// `target: files`, and an empty rule for each file, so that a file that is deleted does not stop `make`.
pub(super) fn depfile(target: &str, files: &[String]) -> String {
    let files: Vec<String> = files.iter().map(|file| escape(file)).collect();
    let mut out = format!("{}:", escape(target));
    for file in &files {
        out.push_str(" \\\n  ");
        out.push_str(file);
    }
    out.push('\n');
    for file in &files {
        out.push_str(&format!("\n{file}:\n"));
    }
    out
}

fn escape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            ' ' | '#' => {
                out.push('\\');
                out.push(character);
            }
            '$' => out.push_str("$$"),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_depfile_escapes_what_make_would_read() {
        let text = depfile("out/a b.md", &["m.tm".to_owned(), "c#$.tm".to_owned()]);
        assert_eq!(text, "out/a\\ b.md: \\\n  m.tm \\\n  c\\#$$.tm\n\nm.tm:\n\nc\\#$$.tm:\n");
    }
}
