//! Parts of other documents on the page: their blocks, one level lower, with a link wherever an identity is named that has a place here.

use indexmap::IndexSet;

use super::links::{Links, encoded, fragment};
use super::markup::{attribute, text};
use crate::backends::inline::Piece;
use crate::backends::page::{Block, Inline, Page};

/// Writes blocks. What it has given a place it gives no second one.
pub(super) struct Blocks<'l, 'r> {
    links: &'l Links<'r>,
    /// Identities whose first row gets the place, with what kind of thing they are.
    places: Option<&'static str>,
    placed: IndexSet<String>,
}

impl<'l, 'r> Blocks<'l, 'r> {
    /// With links to what has a place elsewhere.
    pub(super) fn new(links: &'l Links<'r>) -> Self {
        Self { links, places: None, placed: IndexSet::new() }
    }

    /// And the first row that begins with an identity of a kind is its place.
    pub(super) fn placing(links: &'l Links<'r>, kind: &'static str) -> Self {
        Self { places: Some(kind), ..Self::new(links) }
    }

    /// A document from its first part on: what identifies it stands on top of the page already.
    pub(super) fn parts(&mut self, page: &Page) -> String {
        let body = page.blocks().iter().skip_while(|block| !matches!(block, Block::Heading(2, _)));
        body.map(|block| self.block(block)).collect()
    }

    /// All of a page.
    pub(super) fn all(&mut self, page: &Page) -> String {
        page.blocks().iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(level, title) => {
                let level = (level + 1).clamp(3, 6);
                format!("<h{level}>{}</h{level}>\n", self.inline(title, None))
            }
            Block::Paragraph(said) => format!("<p>{}</p>\n", self.inline(said, None)),
            Block::Alert(word, said) => format!("<p class=\"alert\"><strong>{}</strong> {}</p>\n", text(word), text(said)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", self.inline(item, None))).collect();
                format!("<ul>\n{items}</ul>\n")
            }
            Block::Table(headings, rows) => self.table(headings, rows),
            // the pages of the report that have pictures place them themselves
            Block::Picture(_) => String::new(),
            Block::Verbatim(line) => format!("<pre>{}</pre>\n", text(line)),
            Block::Source(_, source) => format!("<pre>{}</pre>\n", text(source)),
            Block::Fold(title, inner) => {
                let inner: String = inner.iter().map(|block| self.block(block)).collect();
                format!("<details><summary>{}</summary>\n{inner}</details>\n", self.inline(title, None))
            }
        }
    }

    fn table(&mut self, headings: &[String], rows: &[Vec<Inline>]) -> String {
        let head: String = headings.iter().map(|heading| format!("<th scope=\"col\">{}</th>", text(heading))).collect();
        let mut html = format!("<div class=\"wide\"><table class=\"rows plain\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n");
        for row in rows {
            let subject = row.first().and_then(identity);
            let place = subject.as_deref().map_or_else(String::new, |id| self.place(id));
            html.push_str(&format!("<tr{place}>"));
            for (at, cell) in row.iter().enumerate() {
                let cell = self.inline(cell, subject.as_deref());
                html.push_str(&if at == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") });
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table></div>\n");
        html
    }

    /// The `id` of a row, where it is the first about what it begins with.
    fn place(&mut self, id: &str) -> String {
        let Some(kind) = self.places else { return String::new() };
        let own = fragment(kind, id);
        if self.links.fragment(id).as_ref() != Some(&own) || !self.placed.insert(own.clone()) {
            return String::new();
        }
        format!(" id=\"{}\" data-id=\"{}\"", attribute(&own), attribute(&encoded(id)))
    }

    fn inline(&self, inline: &Inline, subject: Option<&str>) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(said) => self.rules(said, subject),
            Piece::Code(id) => self.links.code(id),
            Piece::Strong(said) => format!("<strong>{}</strong>", text(said)),
            Piece::Blank => " ".to_owned(),
            Piece::LineEnd => "<br>".to_owned(),
        };
        inline.pieces().iter().map(piece).collect()
    }

    /// A text in which the name of a rule, in a row about an element, leads to the threat it found there.
    fn rules(&self, said: &str, subject: Option<&str>) -> String {
        let Some(subject) = subject else { return text(said) };
        let word = |word: &str| {
            let rule = word.trim_end_matches([',', ';']);
            let threat = self.links.threat(&format!("{rule}@{subject}")).and_then(|row| self.links.fragment(&row.id));
            match threat {
                Some(place) => format!("<a href=\"#{}\">{}</a>{}", attribute(&place), text(rule), text(&word[rule.len()..])),
                None => text(word),
            }
        };
        said.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// The identity a cell names.
fn identity(cell: &Inline) -> Option<String> {
    cell.pieces().iter().find_map(|piece| if let Piece::Code(id) = piece { Some(id.clone()) } else { None })
}
