//! A model in no language: what the generators make and what `emit` writes as `.tm`.

use serde::Deserialize;

/// A whole model. The field names are those of `neutral.json`.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Neutral {
    pub(crate) name: String,
    pub(crate) boundaries: Vec<Boundary>,
    pub(crate) data: Vec<Data>,
    pub(crate) components: Vec<Component>,
    pub(crate) flows: Vec<Flow>,
}

/// A trust boundary; a parent stands before its children.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Boundary {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) parent: Option<String>,
}

/// A class of information.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Data {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// An external system, a process or a store; what the generator does not say of its kind is nothing.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Component {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) boundary: Option<String>,
    pub(crate) hardened: Option<bool>,
    pub(crate) validates_input: Option<bool>,
    pub(crate) auth_required: Option<bool>,
    pub(crate) logs: Option<bool>,
    pub(crate) encrypted_at_rest: Option<bool>,
    pub(crate) data: Vec<String>,
}

/// What a component is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    External,
    Process,
    Store,
}

/// A flow between two components.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Flow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) protocol: String,
    pub(crate) auth: String,
    pub(crate) data: Vec<String>,
}
