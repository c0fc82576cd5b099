//! Views in words: what a picture shows and what it is for (FDA premarket guidance, V.B.2; rows B4 to B11).

use schemars::JsonSchema;
use serde::Serialize;

use super::attack_paths::HopRow;
use super::row::{ClauseUse, ControlUse};

/// A view, with or without its picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ViewRow {
    /// Its name, as in the name of the picture's file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Title of its type.
    pub type_name: Option<String>,
    /// What it is for.
    pub why: Option<String>,
    /// Clauses it is made for; where the standard is not imported, only the identifier is known.
    pub clauses: Vec<ClauseUse>,
    /// Whether it is for readers outside the manufacturer, too, so that its text names no controls.
    pub for_customers: bool,
    /// Whether it is a story of messages.
    pub sequence: bool,
    /// Why there is no picture: the reason the model gives, or that nothing in it can be shown.
    pub left_out: Option<LeftOut>,
    /// States of the device in which the use case takes place.
    pub states: Vec<String>,
    /// What is drawn as a frame or a shape, in the order of the picture.
    pub elements: Vec<ViewElement>,
    /// What is drawn as an arrow, in the order of the picture.
    pub flows: Vec<ViewFlow>,
    /// Movements of an attacker that are drawn as arrows: each with its number, where it leads, and what stands in its way.
    pub hops: Vec<String>,
    /// What a reader looks for.
    pub aspects: Vec<AspectRow>,
    /// Steps of an update.
    pub update: Vec<UpdateStep>,
    /// Ways to what serves several patients.
    pub several: Vec<SeveralWay>,
}

/// Why a view has no picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// Whether the model leaves it out on purpose.
    pub on_purpose: bool,
    /// The reason.
    pub reason: String,
}

/// A frame or a shape of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ViewElement {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Title of its type, or its kind.
    pub kind: String,
    /// Name of the frame it stands in.
    pub within: Option<String>,
    /// Identity of that frame.
    pub parent: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Whether its inside is shown.
    pub opened: bool,
    /// Ports drawn at it.
    pub ports: Vec<ViewPort>,
}

/// A port of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ViewPort {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// State as shipped.
    pub default_state: Option<String>,
    /// Whether a flow of the picture ends at it.
    pub used: bool,
}

/// An arrow of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ViewFlow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of what sends.
    pub source: String,
    /// Name of what receives.
    pub target: String,
    /// Whether data move both ways.
    pub two_way: bool,
    /// What is carried, each "name (data|code|commands)".
    pub carries: Vec<String>,
    /// Protocol with its version.
    pub protocol: Option<String>,
    /// Names of the boundaries it crosses.
    pub crosses: Vec<String>,
    /// Whether it is a signal and no message.
    pub signal_only: bool,
    /// What protects it, in words.
    pub protected: Vec<String>,
    /// What does not.
    pub missing: Vec<String>,
    /// Of which nobody has said whether it does.
    pub unknown: Vec<String>,
    /// Controls on it that count.
    pub controls: Vec<ControlUse>,
    /// What the receiving or sending port does when the connection is lost or misused.
    pub on_failure: Vec<String>,
}

/// Something a reader looks for in a view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AspectRow {
    /// What.
    pub title: String,
    /// Names of the elements that are it.
    pub elements: Vec<String>,
    /// Why there is none.
    pub absent_because: Option<String>,
    /// The attribute that gives the reason.
    pub attribute: String,
}

/// A step of an update on its way to the running device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UpdateStep {
    /// Identity of the flow.
    pub flow: String,
    /// Name of the flow.
    pub name: String,
    /// `sign`, `host`, …: what the receiver does for the update.
    pub step: Option<String>,
    /// Name of what sends.
    pub source: String,
    /// Name of what receives.
    pub target: String,
    /// Who sees to it.
    pub actor: String,
    /// Names of what is outside the manufacturer's control.
    pub uncontrolled: Vec<String>,
    /// What is verified on arrival.
    pub verified: Vec<String>,
    /// What happens when it fails.
    pub failure: Vec<String>,
    /// Whether it ends at software of the device.
    pub on_device: bool,
}

/// The way from a position to what serves several patients.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SeveralWay {
    /// Name of the position; completes "an attacker …".
    pub position: String,
    /// Name of what is reached; nothing where nothing is.
    pub target: Option<String>,
    /// The hops.
    pub hops: Vec<HopRow>,
    /// Where and why it stops; nothing where it does not.
    pub stop: Option<String>,
    /// Names on the way from there on into the device, by the fewest flows; empty where no flow leads there.
    pub onward: Vec<String>,
}
