//! Requests of our own, beside those of the protocol.

use gen_lsp_types::{LspRequestMethod, MessageDirection, Position, Range, Request, TextDocumentIdentifier, Uri};
use serde::{Deserialize, Serialize};

/// The text of a document inside the program.
#[derive(Debug)]
pub(super) enum LibraryRequest {}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LibraryParams {
    pub(super) uri: Uri,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LibraryText {
    pub(super) text: String,
}

impl Request for LibraryRequest {
    type Params = LibraryParams;
    type Result = LibraryText;
    const METHOD: LspRequestMethod<'static> = LspRequestMethod::Custom("ward/library");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ClientToServer;
}

/// The findings of a model.
#[derive(Debug)]
pub(super) enum ThreatsRequest {}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ThreatsParams {
    pub(super) text_document: TextDocumentIdentifier,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Threats {
    pub(super) threats: Vec<Threat>,
}

/// A finding: where it is, and how it stands.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Threat {
    /// `RULE@element`
    pub(super) id: String,
    pub(super) title: String,
    pub(super) state: String,
    /// The level of risk with what is in place; nothing where it is not known.
    pub(super) risk: Option<String>,
    /// Identity of the element.
    pub(super) element: String,
    pub(super) uri: Uri,
    pub(super) range: Range,
}

impl Request for ThreatsRequest {
    type Params = ThreatsParams;
    type Result = Threats;
    const METHOD: LspRequestMethod<'static> = LspRequestMethod::Custom("ward/threats");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ClientToServer;
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DiagramParams {
    pub(super) text_document: TextDocumentIdentifier,
    pub(super) position: Position,
}

/// A picture, and where what it shows is declared.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Picture {
    pub(super) title: String,
    pub(super) svg: String,
    pub(super) elements: Vec<Shown>,
}

/// An element of a picture.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Shown {
    /// Its identity, as `data-element` in the picture has it.
    pub(super) path: String,
    pub(super) uri: Uri,
    pub(super) range: Range,
}
