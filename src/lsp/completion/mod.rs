//! What can stand where the cursor is: keywords and attributes at the beginning of a member, values, paths, types, rules, modules.

mod expression;
mod item;
mod members;
mod values;

use gen_lsp_types::{CompletionList, CompletionParams, CompletionResponse};

use crate::model::{ElementId, Kind, KindSet, Model};
use crate::syntax::Token;
use crate::syntax::ast::{Keyword, TABLES};

use super::context::{Block, Context, Word, context};
use super::place::Place;
use super::state::{Answer, Draft, State, View};
use item::{Item, Offer};

/// More items are not sent; the editor asks again with the next letter.
const MOST: usize = 150;

pub(super) fn complete(state: &mut State, params: CompletionParams) -> Answer<Option<CompletionResponse>> {
    let at = params.text_document_position_params;
    if !state.workspace.is_known(&Place::of(&at.text_document.uri).key()) {
        // the first question about a text waits for its model
        state.workspace.refresh(&state.documents);
    }
    let Some(draft) = state.draft(&at.text_document.uri) else { return Ok(None) };
    let byte = draft.lines().offset(at.position);
    let text = &draft.document.text;
    let Some(context) = context(&text[..byte]) else { return Ok(None) };
    let Some(view) = draft.view() else { return Ok(None) };
    let typed = &text[context.path().0.min(byte)..byte];
    let items = offer(&draft, view, &context).into_items(&draft, view, typed, byte);
    let is_incomplete = items.len() >= MOST;
    let list = CompletionList { is_incomplete, item_defaults: None, apply_kind: None, items };
    Ok(Some(CompletionResponse::CompletionList(list)))
}

/// What a member belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    File,
    Test,
    /// An element, or a type, of this kind.
    Kind(Kind),
    /// `provides { … }`
    Provides,
    /// An `attribute … { … }`, a set, a table, or what is not known.
    Other,
}

/// What all offers are made from.
struct Scene<'s, 'c> {
    view: View<'s>,
    context: &'c Context<'c>,
    /// The element around.
    scope: Option<ElementId>,
    owner: Owner,
}

fn offer(draft: &Draft<'_>, view: View<'_>, context: &Context<'_>) -> Offer {
    let mut offer = Offer::new(context.path().0);
    let (scope, owner) = surroundings(view.model(), &context.blocks);
    let scene = Scene { view, context, scope, owner };
    if context.text.is_none() {
        route(&scene, &mut offer);
    } else if words(&context.member) == ["import"] {
        values::files(&scene, &draft.document.place.key(), &mut offer);
    }
    offer
}

fn words<'t>(words: &[Word<'t>]) -> Vec<&'t str> {
    words.iter().map(|word| word.text).collect()
}

/// Chooses by the words of the member before the path the cursor is in.
fn route(scene: &Scene<'_, '_>, offer: &mut Offer) {
    let before = scene.context.before_path();
    let Some(first) = before.first() else {
        if scene.context.path().1.is_empty() {
            members::members(scene, offer);
        }
        return;
    };
    let last = before.last().unwrap_or(first);
    let has = |token: Token| before.iter().any(|word| word.token == token);
    let all = words(before);
    match first.text {
        "import" if before.len() == 1 => values::modules(scene, offer),
        "extend" if before.len() == 1 => values::elements(scene, KindSet::ALL, offer),
        "respond" | "expect" if before.len() == 1 => values::rules(scene, offer),
        "respond" | "expect" if last.token == Token::At => values::elements_of_rule(scene, all.get(1).copied(), offer),
        "answer" if before.len() == 1 => values::clauses(scene, offer),
        "flow" => flow(scene, before, offer),
        "for" if before.len() == 1 => values::kinds_and_types(scene, offer),
        "applies" | "mitigated" | "satisfied" if before.len() == 1 => offer.words(&["when"]),
        "applies" | "mitigated" | "satisfied" | "for" | "define" | "assert" if before.len() > 1 => {
            expression::expression(scene, offer)
        }
        "attribute" if before.len() == 1 => values::kinds(scene, offer),
        "attribute" if last.token == Token::Colon => values::value_types(scene, offer),
        "define" => values::kinds(scene, offer),
        "type" if last.token == Token::Colon => values::bases(scene, offer),
        _ if last.token == Token::Colon && before.len() > 2 && Keyword::of(first.text).is_some() => {
            values::bases_of(scene, first.text, offer);
        }
        // `name: …`, and what stands in the brackets behind it
        name if before.get(1).is_some_and(|second| second.token == Token::Colon) && ends_open(last) => {
            values::of_attribute(scene, name, offer);
        }
        _ if has(Token::Colon) => {}
        _ => {}
    }
}

/// Whether a value can stand behind a word.
fn ends_open(last: &Word<'_>) -> bool {
    matches!(last.token, Token::Colon | Token::LBracket | Token::Comma)
}

fn flow(scene: &Scene<'_, '_>, before: &[Word<'_>], offer: &mut Offer) {
    let ends = KindSet::COMPONENT.with(KindSet::of(Kind::Actor)).with(KindSet::of(Kind::Port)).with(KindSet::of(Kind::Boundary));
    match before.last() {
        Some(last) if matches!(last.token, Token::Colon | Token::Arrow | Token::BothWays) => values::elements(scene, ends, offer),
        Some(last) if last.text == "over" => values::types(scene, Kind::Protocol, offer),
        Some(last)
            if last.token == Token::Ident && before.iter().any(|word| matches!(word.token, Token::Arrow | Token::BothWays)) =>
        {
            offer.words(&["over"]);
        }
        _ => {}
    }
}

/// The element around the cursor, and what its members belong to.
fn surroundings(model: &Model, blocks: &[Block<'_>]) -> (Option<ElementId>, Owner) {
    let mut scope: Option<ElementId> = None;
    let mut owner = Owner::File;
    for block in blocks.iter().skip(1) {
        let header = words(&block.header);
        let inner = |name: &str| scope.map_or_else(|| model.root(name), |around| model.child(around, name));
        match header.first().copied() {
            Some("extend") => {
                let path = header[1..].concat();
                let target =
                    scope.and_then(|around| model.find(&format!("{}.{path}", model.path(around)))).or_else(|| model.find(&path));
                scope = target;
                owner = target.map_or(Owner::Other, |id| Owner::Kind(model.element(id).kind));
            }
            Some("flow") => owner = Owner::Kind(Kind::Flow),
            Some("respond") => owner = Owner::Kind(Kind::Respond),
            Some("answer") => owner = Owner::Kind(Kind::Answer),
            Some("test") => (scope, owner) = (None, Owner::Test),
            Some("provides") => owner = Owner::Provides,
            Some("type") => {
                let base =
                    header.iter().position(|word| *word == ":").and_then(|at| header.get(at + 1)).copied().unwrap_or_default();
                let of_type = model.type_named(base).map(|of| model.type_of(of).kind);
                let kind = of_type.or_else(|| KindSet::named(base).and_then(|kinds| kinds.iter().next()));
                (scope, owner) = (None, kind.map_or(Owner::Other, Owner::Kind));
            }
            Some(word) if TABLES.contains(&word) => owner = Owner::Other,
            Some(word) => match Keyword::of(word).and_then(Kind::of_keyword) {
                Some(kind) => {
                    scope = header.get(1).and_then(|name| inner(name)).or(scope);
                    owner = Owner::Kind(kind);
                }
                None => owner = Owner::Other,
            },
            None => owner = Owner::Other,
        }
    }
    (scope, owner)
}

/// An item with a text behind it.
fn named(label: impl Into<String>, kind: gen_lsp_types::CompletionItemKind) -> Item {
    Item::new(label.into(), kind)
}
