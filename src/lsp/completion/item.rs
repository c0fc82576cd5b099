//! Items as they are collected, and as editors get them.

use gen_lsp_types::{
    Command, CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionItemTextEdit, Documentation,
    InsertTextFormat, MarkupContent, MarkupKind, TextEdit,
};

use super::super::hover::{attribute_help, element_help, type_help};
use super::super::keywords::keyword_help;
use super::super::state::{Draft, SUGGEST, View};
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
    /// Whether there is something to choose from once it is written.
    goes_on: bool,
    /// Items of a lower rank come first.
    rank: u8,
}

/// Longer words beside a label would take the room of the labels.
const LONGEST_BESIDE: usize = 32;

impl Item {
    pub(super) fn new(label: String, kind: CompletionItemKind) -> Self {
        Self { label, kind, detail: None, help: None, plain: None, snippet: None, goes_on: false, rank: 5 }
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

    /// There is something to choose from once it is written.
    pub(super) fn goes_on(mut self) -> Self {
        self.goes_on = true;
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
        let item = |word: &&str| {
            let item = Item::new((*word).to_owned(), CompletionItemKind::Keyword);
            match keyword_help(word) {
                Some(help) => item.help(Help::Text(help.to_owned())),
                None => item,
            }
        };
        self.items.extend(words.iter().map(item));
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
        let complete = is_written_on(draft.document.text.get(byte..).unwrap_or_default());
        let suggest = || Command { title: "Suggest".to_owned(), tooltip: None, command: SUGGEST.to_owned(), arguments: None };
        let item = |(at, mut item): (usize, Item)| {
            if complete {
                // what belongs behind it stands there already
                (item.snippet, item.plain, item.goes_on) = (None, None, false);
            }
            let snippet = item.snippet.filter(|_| view.client.snippets);
            let beside = item.detail.as_deref().map(beside).filter(|_| view.client.label_details);
            let format = if snippet.is_some() { InsertTextFormat::Snippet } else { InsertTextFormat::PlainText };
            let new_text = snippet.or(item.plain).unwrap_or_else(|| item.label.clone());
            let markup = |value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value });
            CompletionItem {
                label: item.label.clone(),
                label_details: beside.map(|text| CompletionItemLabelDetails { detail: None, description: Some(text) }),
                kind: Some(item.kind),
                command: (item.goes_on && view.client.suggests).then(suggest),
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

/// What stands beside a label.
fn beside(detail: &str) -> String {
    match detail.char_indices().nth(LONGEST_BESIDE) {
        Some((end, _)) => format!("{}…", &detail[..end]),
        None => detail.to_owned(),
    }
}

/// Whether the member that is typed goes on behind the cursor, so that nothing but the word itself is to be written.
fn is_written_on(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_start_matches(|sign: char| sign.is_alphanumeric() || sign == '_');
    let next = line.trim_start();
    !(next.is_empty() || next.starts_with(['}', ']', ')', ',']) || next.starts_with("//"))
}

/// Whether a label has the signs that were typed, in their order.
fn fits(label: &str, typed: &str) -> bool {
    let mut signs = label.chars().flat_map(char::to_lowercase);
    typed.chars().all(|wanted| signs.any(|sign| sign == wanted))
}
