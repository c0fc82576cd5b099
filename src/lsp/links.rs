//! Imports as links.

use gen_lsp_types::{DocumentLink, DocumentLinkParams};

use crate::syntax::ast::{Imported, Member};

use super::names::Meaning;
use super::state::{Answer, State};

pub(super) fn links(state: &mut State, params: DocumentLinkParams) -> Answer<Option<Vec<DocumentLink>>> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let Some(parse) = view.parse() else { return Ok(None) };
    let (text, names) = (view.text(), view.names());
    let mut links = Vec::new();
    for member in &parse.body {
        let Member::Import(import) = member else { continue };
        let span = match &import.what {
            Imported::File(file) => file.span,
            Imported::Library(path) => path.span,
        };
        let named = names.iter().find(|named| named.span == span);
        if let Some(Meaning::Module(file)) = named.map(|named| &named.meaning) {
            let tooltip = Some(view.sources().file(*file).name.clone());
            links.push(DocumentLink { range: text.range(span), target: view.uri(*file), tooltip, data: None });
        }
    }
    Ok(Some(links))
}
