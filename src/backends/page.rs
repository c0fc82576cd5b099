//! A page for a human reader, as blocks that Markdown and HTML are written from. Whatever is put on it is escaped when it is written.

use std::sync::Arc;

use super::album::Plate;
use super::escape_text::{markdown, one_line};
pub use super::inline::Inline;

/// The page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A title; level 1 is the page's own.
    Heading(usize, Inline),
    /// A paragraph.
    Paragraph(Inline),
    /// A paragraph one cannot overlook, with its first word.
    Alert(String, String),
    /// Items of a list.
    List(Vec<Inline>),
    /// Steps in their order, with the number of the first.
    Steps(usize, Vec<Inline>),
    /// Headings and rows.
    Table(Vec<String>, Vec<Vec<Inline>>),
    /// A line to be copied as it is.
    Verbatim(String),
    /// A picture with its caption.
    Picture(Picture),
    /// What is only seen when its title is asked for.
    Fold(Inline, Vec<Block>),
    /// Text in a language that readers of Markdown draw or colour; shown as it is elsewhere.
    Source(&'static str, String),
}

/// A picture as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its number among the pictures of the page, from 1.
    pub number: usize,
    /// What is said below it.
    pub caption: Inline,
    /// The picture.
    pub plate: Arc<Plate>,
}

impl Picture {
    /// `Figure 3. System context`
    pub fn legend(&self) -> Inline {
        Inline::words(&[Inline::strong(&format!("Figure {}.", self.number)), self.caption.clone()])
    }
}

impl Page {
    /// A title; level 1 is the page's own.
    pub fn heading(&mut self, level: usize, title: &str) {
        self.blocks.push(Block::Heading(level.clamp(1, 6), one_line(title).into()));
    }

    /// A title that starts with an identity.
    pub fn heading_of(&mut self, level: usize, id: &str, title: &str) {
        let title = Inline::words(&[Inline::code(id), one_line(title).into()]);
        self.blocks.push(Block::Heading(level.clamp(1, 6), title));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: impl Into<Inline>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }

    /// A paragraph one cannot overlook.
    pub fn alert(&mut self, word: &str, text: &str) {
        self.blocks.push(Block::Alert(one_line(word), text.to_owned()));
    }

    /// A list; nothing where there are no items.
    pub fn list(&mut self, items: &[Inline]) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items.to_vec()));
        }
    }

    /// Steps in their order; nothing where there are none.
    pub fn steps(&mut self, first: usize, steps: &[Inline]) {
        if !steps.is_empty() {
            self.blocks.push(Block::Steps(first, steps.to_vec()));
        }
    }

    /// A table. Every row has one cell per heading.
    pub fn table(&mut self, headings: &[&str], rows: &[Vec<Inline>]) {
        self.blocks.push(Block::Table(headings.iter().map(|&heading| heading.to_owned()).collect(), rows.to_vec()));
    }

    /// A line to be copied as it is.
    pub fn verbatim(&mut self, line: &str) {
        self.blocks.push(Block::Verbatim(one_line(line)));
    }

    /// A picture with what is said below it; it gets the next number.
    pub fn picture(&mut self, plate: &Arc<Plate>, caption: impl Into<Inline>) {
        let number = 1 + self.blocks.iter().filter(|block| matches!(block, Block::Picture(_))).count();
        self.blocks.push(Block::Picture(Picture { number, caption: caption.into(), plate: Arc::clone(plate) }));
    }

    /// A part that is folded away under a title.
    pub fn fold(&mut self, title: impl Into<Inline>, inner: Self) {
        self.blocks.push(Block::Fold(title.into(), inner.blocks));
    }

    /// Text in a language, of several lines.
    pub fn source(&mut self, language: &'static str, text: &str) {
        self.blocks.push(Block::Source(language, text.trim_end().to_owned()));
    }

    /// What stands on it, from top to bottom.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// As Markdown, with an empty line between blocks.
    pub fn markdown(&self) -> String {
        let blocks: Vec<String> = self.blocks.iter().map(|block| format!("{}\n", as_markdown(block))).collect();
        blocks.join("\n")
    }
}

fn as_markdown(block: &Block) -> String {
    match block {
        Block::Heading(level, title) => format!("{} {}", "#".repeat(*level), title.markdown()),
        Block::Paragraph(text) => text.markdown(),
        Block::Alert(word, text) => format!("> **{}** {}", markdown(word), markdown(text)),
        Block::List(items) => items.iter().map(|item| format!("- {}", item.markdown())).collect::<Vec<_>>().join("\n"),
        Block::Steps(first, steps) => {
            let step = |(number, step): (usize, &Inline)| format!("{number}. {}", step.markdown());
            (*first..).zip(steps).map(step).collect::<Vec<_>>().join("\n")
        }
        Block::Table(headings, rows) => {
            let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
            let head = line(headings.iter().map(|heading| markdown(heading)).collect());
            let rule = line(vec!["---".to_owned(); headings.len()]);
            let rows = rows.iter().map(|row| line(row.iter().map(Inline::markdown).collect()));
            [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Verbatim(line) => fenced("text", line),
        Block::Source(language, text) => fenced(language, text),
        Block::Fold(title, inner) => {
            let inner: Vec<String> = inner.iter().map(|block| format!("{}\n", as_markdown(block))).collect();
            // an empty line on either side: what is inside is Markdown again
            format!("<details>\n<summary>{}</summary>\n\n{}\n</details>", title.html(), inner.join("\n"))
        }
        Block::Picture(picture) => {
            let Plate { file, alternative, .. } = &*picture.plate;
            format!("![{}]({})\n\n{}", markdown(&one_line(alternative)), destination(file), picture.legend().markdown())
        }
    }
}

fn fenced(language: &str, text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{language}\n{text}\n{fence}")
}

/// The name of a file as the destination of a link: nothing in it ends the link, or is taken for a scheme.
fn destination(file: &str) -> String {
    let mut written = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => written.push(char::from(byte)),
            other => written.push_str(&format!("%{other:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_copy_stays_within_its_fence() {
        let mut page = Page::default();
        page.verbatim("a ``` b\n```\n<script>");
        assert_eq!(page.markdown(), "````text\na ``` b ``` <script>\n````\n");
    }
}
