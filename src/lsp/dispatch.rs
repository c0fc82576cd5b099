//! From the method of a request to the feature that answers it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use gen_lsp_types::{self as lsp, Request as Method};
use lsp_server::{ErrorCode, Request, RequestId, Response};
use serde_json::Value;

use super::diagram;
use super::drawer::Order;
use super::protocol::{LibraryRequest, ThreatsRequest};
use super::state::{Answer, Refusal, State};
use super::{actions, completion, folding, formatting, goto, hints, hover, inventory, lenses, links, rename, symbols, tokens};

/// Answers a request. One that makes no sense, cannot be answered or runs into a fault of Ward's own is answered with an error.
pub(super) fn answer(state: &mut State, request: Request) -> Response {
    let Request { id, method, params } = request;
    let result = guarded(|| route(state, &method, params));
    reply(id, &method, result)
}

/// Chooses the picture a request asks for; an answer where there is none to be drawn.
pub(super) fn chosen(state: &mut State, request: Request) -> Result<Order, Box<Response>> {
    let Request { id, method, params } = request;
    let order = guarded(|| {
        let params = serde_json::from_value(params).map_err(|error| Fault::Refused(Refusal::Invalid(error.to_string())))?;
        diagram::order(state, id.clone(), &params).map_err(Fault::Refused)
    });
    match order {
        Some(Ok(order)) => Ok(order),
        Some(Err(fault)) => Err(Box::new(reply(id, &method, Some(Err(fault))))),
        None => Err(Box::new(reply(id, &method, None))),
    }
}

/// The response for a result; without one, for a fault of Ward's own.
fn reply(id: RequestId, method: &str, result: Option<Result<Value, Fault>>) -> Response {
    match result {
        Some(Ok(result)) => Response::new_ok(id, result),
        Some(Err(Fault::Unknown)) => {
            let code = ErrorCode::MethodNotFound as i32;
            Response::new_err(id, code, format!("the server does not answer `{method}`"))
        }
        Some(Err(Fault::Refused(Refusal::Invalid(reason)))) => Response::new_err(id, ErrorCode::InvalidParams as i32, reason),
        Some(Err(Fault::Refused(Refusal::Impossible(reason)))) => Response::new_err(id, ErrorCode::RequestFailed as i32, reason),
        None => {
            let reason = format!("Ward failed over `{method}`; this is a fault of Ward, and the server goes on");
            Response::new_err(id, ErrorCode::InternalError as i32, reason)
        }
    }
}

/// What a piece of work gives; nothing where it panics.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Why a request has no result.
#[derive(Debug)]
enum Fault {
    Unknown,
    Refused(Refusal),
}

/// Reads the parameters of a request, and writes its result.
fn typed<M: Method>(params: Value, feature: impl FnOnce(M::Params) -> Answer<M::Result>) -> Result<Value, Fault> {
    let params = serde_json::from_value(params).map_err(|error| Fault::Refused(Refusal::Invalid(error.to_string())))?;
    let result = feature(params).map_err(Fault::Refused)?;
    serde_json::to_value(result).map_err(|error| Fault::Refused(Refusal::Impossible(error.to_string())))
}

fn route(state: &mut State, method: &str, params: Value) -> Result<Value, Fault> {
    match method {
        "shutdown" => Ok(Value::Null),
        "textDocument/hover" => typed::<lsp::HoverRequest>(params, |params| hover::hover(state, params)),
        "textDocument/definition" => typed::<lsp::DefinitionRequest>(params, |params| goto::definition(state, params)),
        "textDocument/references" => typed::<lsp::ReferencesRequest>(params, |params| goto::references(state, params)),
        "textDocument/documentHighlight" => {
            typed::<lsp::DocumentHighlightRequest>(params, |params| goto::highlights(state, params))
        }
        "textDocument/documentSymbol" => {
            typed::<lsp::DocumentSymbolRequest>(params, |params| symbols::document_symbols(state, params))
        }
        "workspace/symbol" => typed::<lsp::WorkspaceSymbolRequest>(params, |params| symbols::workspace_symbols(state, params)),
        "textDocument/documentLink" => typed::<lsp::DocumentLinkRequest>(params, |params| links::links(state, params)),
        "textDocument/foldingRange" => typed::<lsp::FoldingRangeRequest>(params, |params| folding::folding(state, params)),
        "textDocument/selectionRange" => typed::<lsp::SelectionRangeRequest>(params, |params| folding::selection(state, params)),
        "textDocument/completion" => typed::<lsp::CompletionRequest>(params, |params| completion::complete(state, params)),
        "textDocument/prepareRename" => typed::<lsp::PrepareRenameRequest>(params, |params| rename::prepare(state, params)),
        "textDocument/rename" => typed::<lsp::RenameRequest>(params, |params| rename::rename(state, params)),
        "textDocument/formatting" => typed::<lsp::DocumentFormattingRequest>(params, |params| formatting::whole(state, params)),
        "textDocument/rangeFormatting" => {
            typed::<lsp::DocumentRangeFormattingRequest>(params, |params| formatting::range(state, params))
        }
        "textDocument/codeAction" => typed::<lsp::CodeActionRequest>(params, |params| actions::actions(state, params)),
        "textDocument/codeLens" => typed::<lsp::CodeLensRequest>(params, |params| lenses::lenses(state, params)),
        "workspace/executeCommand" => typed::<lsp::ExecuteCommandRequest>(params, |params| lenses::execute(state, params)),
        "textDocument/inlayHint" => typed::<lsp::InlayHintRequest>(params, |params| hints::hints(state, params)),
        "textDocument/semanticTokens/full" => typed::<lsp::SemanticTokensRequest>(params, |params| tokens::full(state, params)),
        "textDocument/semanticTokens/range" => {
            typed::<lsp::SemanticTokensRangeRequest>(params, |params| tokens::range(state, params))
        }
        "ward/library" => typed::<LibraryRequest>(params, |params| inventory::library(state, params)),
        "ward/threats" => typed::<ThreatsRequest>(params, |params| inventory::threats(state, params)),
        _ => Err(Fault::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_end() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let failed = guarded(|| -> usize { panic!("as a test") });
        std::panic::set_hook(hook);
        assert_eq!(failed, None);
        assert_eq!(guarded(|| 1), Some(1));
    }
}
