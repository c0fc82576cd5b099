//! From a name to its declaration, and to all places where the same is meant.

use gen_lsp_types::{
    Definition, DefinitionParams, DefinitionResponse, DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams,
    Location, Position, ReferenceParams, Uri,
};

use crate::text::FileId;

use super::names::{Meaning, Named};
use super::state::{Answer, State, View};

pub(super) fn definition(state: &mut State, params: DefinitionParams) -> Answer<Option<DefinitionResponse>> {
    let at = params.text_document_position_params;
    Ok(find(state, &at.text_document.uri, at.position, |view, named| {
        let declared = named.meaning.declaration(view.compilation(), &view.root.vocabulary())?;
        Some(DefinitionResponse::Definition(Definition::Location(view.location(declared)?)))
    }))
}

pub(super) fn references(state: &mut State, params: ReferenceParams) -> Answer<Option<Vec<Location>>> {
    let (at, context) = (params.text_document_position_params, params.context);
    Ok(find(state, &at.text_document.uri, at.position, |view, named| {
        let all = uses(view, &named.meaning)?.into_iter().filter(|used| context.include_declaration || !used.declares);
        Some(all.filter_map(|used| view.location(used.span)).collect())
    }))
}

pub(super) fn highlights(state: &mut State, params: DocumentHighlightParams) -> Answer<Option<Vec<DocumentHighlight>>> {
    let at = params.text_document_position_params;
    Ok(find(state, &at.text_document.uri, at.position, |view, named| {
        let text = view.text();
        let vocabulary = view.root.vocabulary();
        let declared = named.meaning.declaration(view.compilation(), &vocabulary)?;
        let same = |other: &&Named| other.meaning.declaration(view.compilation(), &vocabulary) == Some(declared);
        let kind = |declares: bool| if declares { DocumentHighlightKind::Write } else { DocumentHighlightKind::Read };
        let names = view.names();
        let all = names.iter().filter(same);
        Some(all.map(|used| DocumentHighlight { range: text.range(used.span), kind: Some(kind(used.declares)) }).collect())
    }))
}

/// What a feature makes of the name at a position.
pub(super) fn find<T>(
    state: &mut State,
    uri: &Uri,
    position: Position,
    feature: impl FnOnce(View<'_>, &Named) -> Option<T>,
) -> Option<T> {
    let view = state.view(uri)?;
    let byte = view.text().offset(position);
    let names = view.names();
    feature(view, names.at(byte)?)
}

/// Every name of the model that means the same, its declaration among them; nothing for what the language has.
pub(super) fn uses(view: View<'_>, meaning: &Meaning) -> Option<Vec<Named>> {
    let vocabulary = view.root.vocabulary();
    let declared = meaning.declaration(view.compilation(), &vocabulary)?;
    let files: Vec<FileId> = view.compilation().program.files.iter().map(|file| file.id).collect();
    let word = view.sources().slice(declared);
    let mut found = Vec::new();
    for file in files {
        // a file without the word needs no walk
        if !matches!(meaning, Meaning::Module(_)) && !view.sources().file(file).text.contains(word) {
            continue;
        }
        let names = view.root.names(file);
        let same = |other: &&Named| other.meaning.declaration(view.compilation(), &vocabulary) == Some(declared);
        found.extend(names.iter().filter(same).cloned());
    }
    Some(found)
}
