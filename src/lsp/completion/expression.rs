//! What can stand in a condition.

use gen_lsp_types::CompletionItemKind;

use super::super::keywords::function_help;
use super::item::{Help, Offer};
use super::{Scene, named, values};
use crate::model::{AttributeId, Kind, KindSet, SetId};
use crate::rules::{Builtin, Function, Type};
use crate::syntax::Token;

pub(super) fn expression(scene: &Scene<'_, '_>, offer: &mut Offer) {
    let (_, path) = scene.context.path();
    if !path.is_empty() {
        if let Some(kinds) = follow(scene, &path).map(|(kinds, _)| kinds) {
            offer.from(scene.context.typed);
            attributes(scene, kinds, offer);
        } else {
            values::elements(scene, KindSet::ALL, offer);
        }
        return;
    }
    if let Some(set) = compared_with(scene) {
        values::set_values(scene, set, offer);
    }
    for (name, _) in variables(scene) {
        offer.push(named(name, CompletionItemKind::Variable).rank(0));
    }
    for (word, ..) in Function::ALL {
        let item = named(*word, CompletionItemKind::Function).writes(*word, format!("{word}($0)")).rank(6);
        offer.push(match function_help(word) {
            Some((form, about)) => item.detail(form).help(Help::Text(about.to_owned())),
            None => item,
        });
    }
    offer.words(&["and", "or", "not", "in", "is", "any", "all", "count", "each", "where", "yes", "no"]);
    values::elements(scene, KindSet::DRAWN, offer);
    let after_is = scene.context.before_path().last().is_some_and(|word| word.text == "is");
    if after_is {
        values::bases(scene, offer);
    }
}

/// The variables that can be seen, with what they can be.
fn variables<'c>(scene: &Scene<'_, 'c>) -> Vec<(&'c str, KindSet)> {
    let model = scene.view.model();
    let mut found = Vec::new();
    if let Some((domain, name)) = scene.context.blocks.last().and_then(|block| block.binder) {
        let of_type = model.type_named(domain).map(|of| KindSet::of(model.type_of(of).kind));
        found.extend(KindSet::named(domain).or(of_type).map(|kinds| (name, kinds)));
    }
    let member = &scene.context.member;
    if let [define, owner, ..] = &member[..]
        && define.text == "define"
    {
        found.extend(KindSet::named(owner.text).map(|kinds| ("self", kinds)));
    }
    found
}

/// What the values of a path can be.
fn follow(scene: &Scene<'_, '_>, path: &[&str]) -> Option<(KindSet, Option<SetId>)> {
    let (first, rest) = path.split_first()?;
    let (_, mut kinds) = variables(scene).into_iter().find(|(name, _)| name == first)?;
    let mut set = None;
    for name in rest {
        let found = kinds.iter().find_map(|kind| type_of(scene, kind, name))?;
        let item = match found {
            Type::List(item) => *item,
            other => other,
        };
        (kinds, set) = match item {
            Type::Element(kinds) => (kinds, None),
            Type::Set(set) => (KindSet::EMPTY, Some(set)),
            _ => (KindSet::EMPTY, None),
        };
    }
    Some((kinds, set))
}

fn type_of(scene: &Scene<'_, '_>, kind: Kind, name: &str) -> Option<Type> {
    let schema = &scene.view.model().schema;
    if let Some(id) = schema.attribute(kind, name) {
        return Some(Type::of(&schema.info(id).value_type));
    }
    let derived = scene.view.compilation().rules.table.find(kind, name).map(|(_, of)| of.clone());
    derived.or_else(|| Builtin::of(schema, kind, name).map(|(_, of)| of))
}

/// The set from which the other side of a comparison is.
fn compared_with(scene: &Scene<'_, '_>) -> Option<SetId> {
    let before = scene.context.before_path();
    let operator = before.iter().rposition(|word| {
        matches!(word.token, Token::Eq | Token::NotEq | Token::Less | Token::LessEq | Token::Greater | Token::GreaterEq)
            || word.text == "in"
    })?;
    let mut path: Vec<&str> = Vec::new();
    for word in before[..operator].iter().rev() {
        match word.token {
            Token::Dot => {}
            Token::Ident if word.text != "not" => {
                path.push(word.text);
                if !matches!(before[..operator].iter().rev().nth(path.len() * 2 - 1), Some(dot) if dot.token == Token::Dot) {
                    break;
                }
            }
            _ => break,
        }
    }
    path.reverse();
    follow(scene, &path)?.1
}

fn attributes(scene: &Scene<'_, '_>, kinds: KindSet, offer: &mut Offer) {
    let compilation = scene.view.compilation();
    let schema = &compilation.model.schema;
    for id in (0..schema.attributes.len()).map(AttributeId::at) {
        if !schema.info(id).owner.intersection(kinds).is_empty() {
            let item = named(schema.info(id).name.as_str(), CompletionItemKind::Property);
            offer.push(item.help(Help::Attribute(id)).rank(2));
        }
    }
    for name in compilation.rules.table.names(kinds) {
        offer.push(named(name, CompletionItemKind::Function).detail("derived").rank(1));
    }
    for (word, _) in Builtin::ALL {
        if kinds.iter().any(|kind| Builtin::of(schema, kind, word).is_some()) {
            offer.push(named(*word, CompletionItemKind::Method).detail("derived").rank(1));
        }
    }
}
