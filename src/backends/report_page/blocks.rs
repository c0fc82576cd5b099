//! Parts of other documents on the page: their blocks, one level lower, with a link wherever an identity is named that has a place here.

use indexmap::IndexSet;

use super::links::{Links, encoded, fragment};
use super::markup::{attribute, text};
use crate::backends::html_blocks::{Setting, html};
use crate::backends::page::{Block, Page, Picture};

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
        html(page.blocks().iter().skip_while(|block| !matches!(block, Block::Heading(2, _))), self)
    }

    /// The same, with what only the screen needs set apart: parts whose title begins with one of some words.
    pub(super) fn parts_but(&mut self, page: &Page, quiet: &[&str]) -> String {
        let is_part = |block: &Block| matches!(block, Block::Heading(2, _));
        let start = page.blocks().iter().position(is_part).unwrap_or(page.blocks().len());
        let mut html = String::new();
        for part in page.blocks()[start..].chunk_by(|_, next| !is_part(next)) {
            let title = if let Some(Block::Heading(_, title)) = part.first() { title.plain() } else { String::new() };
            let body = self::html(part, self);
            html.push_str(&match quiet.iter().any(|word| title.starts_with(word)) {
                true => format!("<div class=\"quiet\">\n{body}</div>\n"),
                false => body,
            });
        }
        html
    }

    /// All of a page.
    pub(super) fn all(&mut self, page: &Page) -> String {
        html(page.blocks(), self)
    }
}

impl Setting for Blocks<'_, '_> {
    fn heading(&mut self, level: usize, title: &str) -> String {
        let level = (level + 1).clamp(3, 6);
        format!("<h{level}>{title}</h{level}>\n")
    }

    /// The parts of the report that have pictures place them themselves.
    fn picture(&mut self, _picture: &Picture) -> String {
        String::new()
    }

    fn code(&self, id: &str) -> String {
        self.links.code(id)
    }

    /// The name of a rule, in a row about an element, leads to the threat it found there.
    fn text(&self, said: &str, row: Option<&str>) -> String {
        let Some(subject) = row else { return text(said) };
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

    /// The `id` of a row, where it is the first about what it begins with.
    fn row(&mut self, id: &str) -> String {
        let Some(kind) = self.places else { return String::new() };
        let own = fragment(kind, id);
        if self.links.fragment(id).as_ref() != Some(&own) || !self.placed.insert(own.clone()) {
            return String::new();
        }
        format!(" id=\"{}\" data-id=\"{}\"", attribute(&own), attribute(&encoded(id)))
    }
}
