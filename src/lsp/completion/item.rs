//! Items as they are collected, and as editors get them.

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, Documentation, InsertTextFormat, MarkupContent, MarkupKind,
    TextEdit,
};

use super::super::hover::{attribute_help, element_help, type_help};
use super::super::state::{Draft, View};
use super::MOST;
use crate::model::{AttributeId, ElementId, TypeId};

/// What is said of an item, worded only where it is sent.
#[derive(Debug, Clone)]
pub(super) enum Help {
    Text(String),
    Attribute(AttributeId),
    Element(ElementId),
    Type(TypeId),
}

impl Help {
    fn words(self, view: View<'_>) -> Option<String> {
        let text = match self {
            Self::Text(text) => text,
            Self::Attribute(id) => attribute_help(view, id),
            Self::Element(id) => element_help(view, id),
            Self::Type(id) => type_help(view, id),
        };
        Some(text).filter(|text| !text.is_empty())
    }
}

/// Something that can stand where the cursor is.
#[derive(Debug, Clone)]
pub(super) struct Item {
    label: String,
    kind: CompletionItemKind,
    detail: Option<String>,
    help: Option<Help>,
    /// What is written where the editor knows no places to be filled in; the label where nothing is said.
    plain: Option<String>,
    /// What is written otherwise.
    snippet: Option<String>,
    /// Items of a lower rank come first.
    rank: u8,
}

impl Item {
    pub(super) fn new(label: String, kind: CompletionItemKind) -> Self {
        Self { label, kind, detail: None, help: None, plain: None, snippet: None, rank: 5 }
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|detail| !detail.is_empty());
        self
    }

    pub(super) fn help(mut self, help: Help) -> Self {
        self.help = Some(help);
        self
    }

    /// What is written, with and without places to be filled in.
    pub(super) fn writes(mut self, plain: impl Into<String>, snippet: impl Into<String>) -> Self {
        self.plain = Some(plain.into());
        self.snippet = Some(snippet.into());
        self
    }

    pub(super) fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }
}

/// What is offered.
#[derive(Debug)]
pub(super) struct Offer {
    /// The byte from which it is written over what stands there.
    start: usize,
    items: Vec<Item>,
}

impl Offer {
    pub(super) fn new(start: usize) -> Self {
        Self { start, items: Vec::new() }
    }

    pub(super) fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    /// From where it is written, if not from the beginning of the path.
    pub(super) fn from(&mut self, start: usize) {
        self.start = start;
    }

    /// Words of the language.
    pub(super) fn words(&mut self, words: &[&str]) {
        self.items.extend(words.iter().map(|word| Item::new((*word).to_owned(), CompletionItemKind::Keyword)));
    }

    /// The items that fit what is typed, the best first.
    pub(super) fn into_items(self, draft: &Draft<'_>, view: View<'_>, typed: &str, byte: usize) -> Vec<CompletionItem> {
        let typed = if self.start < byte { draft.document.text.get(self.start..byte).unwrap_or(typed) } else { "" };
        let wanted = typed.to_lowercase();
        let mut fitting: Vec<Item> = self.items.into_iter().filter(|item| fits(&item.label, &wanted)).collect();
        fitting.sort_by(|a, b| {
            let begins = |item: &Item| !item.label.to_lowercase().starts_with(&wanted);
            (begins(a), a.rank, &a.label).cmp(&(begins(b), b.rank, &b.label))
        });
        fitting.dedup_by(|later, earlier| later.label == earlier.label);
        fitting.truncate(MOST);
        let range = draft.lines().range(self.start..byte);
        let item = |(at, item): (usize, Item)| {
            let snippet = item.snippet.filter(|_| view.client.snippets);
            let format = if snippet.is_some() { InsertTextFormat::Snippet } else { InsertTextFormat::PlainText };
            let new_text = snippet.or(item.plain).unwrap_or_else(|| item.label.clone());
            let markup = |value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value });
            CompletionItem {
                label: item.label.clone(),
                kind: Some(item.kind),
                detail: item.detail,
                documentation: item.help.and_then(|help| help.words(view)).map(markup),
                sort_text: Some(format!("{at:04}")),
                filter_text: Some(item.label),
                insert_text_format: Some(format),
                text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text })),
                ..CompletionItem::default()
            }
        };
        fitting.into_iter().enumerate().map(item).collect()
    }
}

/// Whether a label has the signs that were typed, in their order.
fn fits(label: &str, typed: &str) -> bool {
    let mut signs = label.chars().flat_map(char::to_lowercase);
    typed.chars().all(|wanted| signs.any(|sign| sign == wanted))
}
