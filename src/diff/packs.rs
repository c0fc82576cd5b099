//! Packs, rules and modules of libraries that are other ones than before.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::delta::{Done, PackChange};
use super::side::Side;
use crate::model::Kind;
use crate::syntax::{Token, lex, tokens};

/// Things by name, with what is shown of them and what they are compared by.
type Named = IndexMap<String, (String, String), FxBuildHasher>;

/// Packs by version, rules by what is written in them, and modules of which nothing but other things changed.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>) -> Vec<PackChange> {
    let mut changes = differences("pack", &packs(before), &packs(after));
    changes.extend(differences("rule", &rules(before), &rules(after)));
    let modules = differences("module", &modules(before), &modules(after));
    changes.extend(modules);
    changes
}

fn packs(side: &Side<'_>) -> Named {
    let model = side.model();
    let version = |id| model.text(id, "version").unwrap_or("no version stated").to_owned();
    model.of_kind(Kind::Pack).map(|id| (model.element(id).name.to_string(), (version(id), version(id)))).collect()
}

/// Rules, compared by their tokens: a comment, or another layout, is no change.
fn rules(side: &Side<'_>) -> Named {
    let model = side.model();
    let mut rules = Named::default();
    for file in &side.compilation.program.files {
        for member in &file.parse.body {
            let crate::syntax::ast::Member::Declaration(declaration) = member else { continue };
            if declaration.keyword == crate::syntax::ast::Keyword::Rule {
                let name = declaration.name.text.to_string();
                let title = model.root(&name).map_or_else(String::new, |id| model.title(id).to_owned());
                rules.insert(name, (title, tokens(side.sources.slice(declaration.span))));
            }
        }
    }
    rules
}

/// Modules of libraries.
fn modules(side: &Side<'_>) -> Named {
    let library = side.compilation.program.files.iter().filter(|file| file.library);
    library.map(|file| (file.module.clone(), (String::new(), declarations(&side.sources.file(file.id).text)))).collect()
}

/// The tokens of a file, one line a declaration, in an order that does not depend on where they stand.
fn declarations(text: &str) -> String {
    let mut depth = 0_usize;
    let mut all = vec![Vec::new()];
    for lexeme in lex(text) {
        match lexeme.token {
            Token::LBrace | Token::LBracket | Token::LParen => depth += 1,
            Token::RBrace | Token::RBracket | Token::RParen => depth = depth.saturating_sub(1),
            Token::Newline if depth == 0 => all.push(Vec::new()),
            _ => {}
        }
        if let (false, Some(last)) = (lexeme.token.is_trivia(), all.last_mut()) {
            last.push(&text[lexeme.start as usize..lexeme.end as usize]);
        }
    }
    let mut lines: Vec<String> = all.into_iter().filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect();
    lines.sort_unstable();
    lines.join("\n")
}

fn differences(kind: &str, was: &Named, is: &Named) -> Vec<PackChange> {
    let shown = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let change = |name: &str, done, before: Option<&str>, after: Option<&str>| PackChange {
        kind: kind.to_owned(),
        name: name.to_owned(),
        done,
        before: before.and_then(shown),
        after: after.and_then(shown),
    };
    let mut changes = Vec::new();
    for (name, (now, compared)) in is {
        match was.get(name) {
            None => changes.push(change(name, Done::Added, None, Some(now))),
            Some((then, by)) if by != compared => changes.push(change(name, Done::Changed, Some(then), Some(now))),
            Some(_) => {}
        }
    }
    let gone = was.iter().filter(|(name, _)| !is.contains_key(*name));
    changes.extend(gone.map(|(name, (then, _))| change(name, Done::Removed, Some(then), None)));
    changes
}
