//! A page of Markdown under construction. Whatever is put on it is escaped, unless this file wrote it.

use super::escape_text::{markdown, one_line};

/// A piece of Markdown that is safe in running text and in a cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inline(String);

impl Inline {
    /// The text as it is.
    pub fn text(text: &str) -> Self {
        Self(markdown(text))
    }

    /// An identity, in the type of code, so that no dialect takes `RULE@element` for an address.
    pub fn code(text: &str) -> Self {
        let text = one_line(text);
        let harmless = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '.' | '@' | ':' | '/' | '-' | '+' | ' ');
        if !text.is_empty() && text.chars().all(harmless) {
            return Self(format!("`{text}`"));
        }
        Self::text(&text)
    }

    /// The text in bold.
    pub fn strong(text: &str) -> Self {
        Self(format!("**{}**", markdown(&one_line(text))))
    }

    /// The pieces with blanks between them; pieces without text are left out.
    pub fn words(pieces: &[Self]) -> Self {
        Self::joined(pieces, " ")
    }

    /// The pieces, each on a line of its own.
    pub fn lines(pieces: &[Self]) -> Self {
        Self::joined(pieces, "<br>")
    }

    fn joined(pieces: &[Self], separator: &str) -> Self {
        let pieces: Vec<&str> = pieces.iter().map(|piece| piece.0.as_str()).filter(|piece| !piece.is_empty()).collect();
        Self(pieces.join(separator))
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

/// The page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// A title; level 1 is the page's own.
    pub fn heading(&mut self, level: usize, title: &str) {
        self.block(&format!("{} {}", "#".repeat(level.clamp(1, 6)), markdown(&one_line(title))));
    }

    /// A title that starts with an identity.
    pub fn heading_of(&mut self, level: usize, id: &str, title: &str) {
        let title = Inline::words(&[Inline::code(id), one_line(title).into()]);
        self.block(&format!("{} {}", "#".repeat(level.clamp(1, 6)), title.0));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: impl Into<Inline>) {
        let text = text.into();
        if !text.0.is_empty() {
            self.block(&text.0);
        }
    }

    /// A paragraph one cannot overlook.
    pub fn alert(&mut self, word: &str, text: &str) {
        self.block(&format!("> **{}** {}", markdown(&one_line(word)), markdown(text)));
    }

    /// A list; nothing where there are no items.
    pub fn list(&mut self, items: &[Inline]) {
        if items.is_empty() {
            return;
        }
        let items: Vec<String> = items.iter().map(|item| format!("- {}", item.0)).collect();
        self.block(&items.join("\n"));
    }

    /// A table. Every row has one cell per heading.
    pub fn table(&mut self, headings: &[&str], rows: &[Vec<Inline>]) {
        let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
        let titles: Vec<String> = headings.iter().map(|heading| markdown(heading)).collect();
        let mut lines = vec![line(titles.iter().map(String::as_str).collect()), line(vec!["---"; headings.len()])];
        lines.extend(rows.iter().map(|row| line(row.iter().map(|cell| cell.0.as_str()).collect())));
        self.block(&lines.join("\n"));
    }

    /// Lines to be copied as they are.
    pub fn verbatim(&mut self, line: &str) {
        let line = one_line(line);
        let mut fence = "```".to_owned();
        while line.contains(&fence) {
            fence.push('`');
        }
        self.block(&format!("{fence}text\n{line}\n{fence}"));
    }

    /// The Markdown.
    pub fn finish(self) -> String {
        self.text
    }

    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::rendered;

    #[test]
    fn an_identity_is_code_unless_it_could_end_the_code() {
        assert_eq!(Inline::code("TAM04@unit.app").0, "`TAM04@unit.app`");
        assert_eq!(rendered::cell(&Inline::code("a`b|c").0), "a`b|c");
    }

    #[test]
    fn a_line_to_copy_stays_within_its_fence() {
        let mut page = Page::default();
        page.verbatim("a ``` b\n```\n<script>");
        assert_eq!(page.finish(), "````text\na ``` b ``` <script>\n````\n");
    }
}
