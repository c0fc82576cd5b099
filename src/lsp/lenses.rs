//! Above each element: how many threats are open, and a way to answer them.

use gen_lsp_types::{
    ApplyWorkspaceEditParams, CodeLens, CodeLensParams, Command, ExecuteCommandParams, MessageType, ShowMessageParams, Uri,
};
use indexmap::IndexMap;
use lsp_server::{Message, Notification, Request};
use serde_json::Value;

use crate::findings::State as Standing;
use crate::model::ElementId;
use crate::text::Span;
use crate::words::count;

use super::decisions::{is_undecided, undecided, write};
use super::edits::Edits;
use super::publish::shown_at;
use super::state::{Answer, Refusal, State};

/// Shows the open threats of an element.
const THREATS: &str = "ward.threats";

/// Writes skeletons of decisions on them.
const RESPOND: &str = "ward.respond";

/// The commands that lenses have, which the server itself carries out.
pub(super) const COMMANDS: [&str; 2] = [THREATS, RESPOND];

pub(super) fn lenses(state: &mut State, params: CodeLensParams) -> Answer<Option<Vec<CodeLens>>> {
    let uri = params.text_document.uri;
    let Some(view) = state.view(&uri) else { return Ok(None) };
    let (compilation, model, text) = (view.compilation(), view.model(), view.text());
    // what is open, what is asked and what waits for a decision, by the name at which it is shown
    let mut waiting: IndexMap<Span, (ElementId, usize, usize, bool)> = IndexMap::new();
    for finding in &compilation.findings.all {
        let Some(place) = shown_at(model, finding.element).filter(|place| place.file == view.file) else { continue };
        let (id, open, asked, waits) = waiting.entry(place).or_insert((finding.element, 0, 0, false));
        *waits |= finding.element == *id && is_undecided(compilation, finding);
        match compilation.findings.state(finding) {
            Standing::Open => *open += 1,
            Standing::Question => *asked += 1,
            _ => {}
        }
    }
    let mut lenses = Vec::new();
    for (place, (id, open, asked, waits)) in waiting {
        let range = text.range(place);
        let path = model.path(model.declared_by_model(id).unwrap_or(id));
        let arguments = Some(vec![Value::from(uri.0.clone()), Value::from(path)]);
        let mut lens = |title: String, command: &str| {
            let command = Command { title, tooltip: None, command: command.to_owned(), arguments: arguments.clone() };
            lenses.push(CodeLens { range, command: Some(command), data: None });
        };
        let parts = [(open, "open threat"), (asked, "undecided threat")].into_iter().filter(|(number, _)| *number > 0);
        let title: Vec<String> = parts.map(|(number, noun)| count(number, noun)).collect();
        if !title.is_empty() {
            lens(title.join(", "), THREATS);
        }
        if waits {
            lens("respond".to_owned(), RESPOND);
        }
    }
    Ok(Some(lenses))
}

/// Carries out the command of a lens.
pub(super) fn execute(state: &mut State, params: ExecuteCommandParams) -> Answer<Option<Value>> {
    let arguments = params.arguments.unwrap_or_default();
    let [Value::String(uri), Value::String(path)] = &arguments[..] else {
        return Err(Refusal::Invalid("the command takes the address of a text and the path of an element".to_owned()));
    };
    let id_of_call = state.next_id();
    let Some(view) = state.view(&Uri(uri.clone())) else {
        return Err(Refusal::Impossible("this text belongs to no model".to_owned()));
    };
    let Some(id) = view.model().find(path) else { return Err(Refusal::Impossible(format!("there is no element `{path}`"))) };
    let open = undecided(view, id);
    let call = match params.command.as_str() {
        RESPOND => {
            let mut edits = Edits::default();
            write(view, &open, &mut edits);
            if open.is_empty() || edits.is_empty() {
                return Err(Refusal::Impossible(format!("no open threat of `{path}` waits for a decision")));
            }
            let params = ApplyWorkspaceEditParams {
                label: Some(format!("Decisions on {path}")),
                edit: edits.finish(view),
                metadata: None,
            };
            // answers of the editor are not waited for: it shows itself whether it could
            Request::new(id_of_call, "workspace/applyEdit".to_owned(), params).into()
        }
        THREATS => {
            let compilation = view.compilation();
            let mut evaluator = compilation.evaluator();
            // what a type brings along has no lens of its own
            let shown_here = |of| of == id || view.model().declared_by_model(of) == Some(id);
            let about = compilation.findings.all.iter().filter(|finding| shown_here(finding.element));
            let shown =
                about.filter(|finding| matches!(compilation.findings.state(finding), Standing::Open | Standing::Question));
            let lines: Vec<String> = shown
                .map(|finding| {
                    let rule = &compilation.rules.rules[finding.rule as usize];
                    let name = finding.rule_name(&compilation.model, &compilation.rules);
                    let (state, title) =
                        (compilation.findings.state(finding).word(), rule.title.render(&mut evaluator, finding.element));
                    format!("{name} ({state}): {title}")
                })
                .collect();
            let params = ShowMessageParams { kind: MessageType::Info, message: lines.join("\n") };
            Message::Notification(Notification::new("window/showMessage".to_owned(), params))
        }
        other => return Err(Refusal::Invalid(format!("there is no command `{other}`"))),
    };
    state.calls.push(call);
    Ok(None)
}
