//! Requests of our own that list what there is: texts inside the program, and the findings of a model.

use crate::diagnostic::code::Code;
use crate::report::build::single;

use super::place::Place;
use super::protocol::{LibraryParams, LibraryText, Threat, Threats, ThreatsParams};
use super::publish::{library_text, shown_at};
use super::state::{Answer, Refusal, State};

/// The text of a document inside the program.
pub(super) fn library(state: &mut State, params: LibraryParams) -> Answer<LibraryText> {
    let text = match Place::of(&params.uri) {
        // a library in a folder that stands in for the one inside the program
        Place::Library(name) => state
            .workspace
            .any_root(&state.documents)
            .and_then(|root| {
                let file = root.sources().find(&name)?;
                Some(root.sources().file(file).text.to_string())
            })
            .or_else(|| library_text(&name).map(str::to_owned)),
        Place::Page(code) => Code::of(&code).map(|code| code.page().to_owned()),
        Place::File(_) | Place::Other(_) => None,
    };
    let refusal = || Refusal::Invalid(format!("there is no text `{}` inside the program", params.uri.0));
    text.map(|text| LibraryText { text }).ok_or_else(refusal)
}

/// The findings of the model a text belongs to, in the order of tables: open ones first.
pub(super) fn threats(state: &mut State, params: ThreatsParams) -> Answer<Threats> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(Threats { threats: Vec::new() }) };
    let (compilation, model) = (view.compilation(), view.model());
    let mut order: Vec<_> = compilation.findings.all.iter().collect();
    order.sort_by_key(|finding| (compilation.findings.state(finding), finding.element, finding.rule));
    let rows = single::threats(compilation, view.sources(), order.iter().copied());
    let place = |id| shown_at(model, id).and_then(|span| view.location(span));
    let threats = order.iter().zip(rows).filter_map(|(finding, row)| {
        let location = place(finding.element).or_else(|| place(model.system()?))?;
        Some(Threat {
            id: row.id,
            title: row.title,
            state: row.state.word().to_owned(),
            risk: row.risk_after.level,
            element: row.element,
            uri: location.uri,
            range: location.range,
        })
    });
    Ok(Threats { threats: threats.collect() })
}
