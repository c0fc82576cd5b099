//! Communication paths and what a reviewer asks of each (FDA premarket guidance, Appendix 2; rows D1 to D3).

use schemars::JsonSchema;
use serde::Serialize;

/// A path between two elements: a flow, or several in a row that pass the same data on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PathRow {
    /// Identities of its flows, joined by `>`; an indirect one begins with those of its data.
    pub id: String,
    /// Name of the flow, or of the data that are passed on.
    pub name: String,
    /// Whether it is one flow.
    pub direct: bool,
    /// Identity of the element it starts at.
    pub source: String,
    /// Identity of the element it ends at.
    pub target: String,
    /// Name of the element it starts at.
    pub source_name: String,
    /// Name of the element it ends at.
    pub target_name: String,
    /// Identities of the flows, in order.
    pub flows: Vec<String>,
    /// Protocols, in order, each once.
    pub protocols: Vec<String>,
    /// Whether it leads over a network.
    pub network: bool,
    /// Port numbers, channels or frequencies.
    pub addressing: Option<String>,
    /// The nineteen details.
    pub details: Vec<DetailRow>,
}

/// One detail of a path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DetailRow {
    /// Its number in the list of the guidance.
    pub number: usize,
    /// What is asked.
    pub name: String,
    /// The answer; nothing where the model does not say.
    pub answer: Option<String>,
}

impl PathRow {
    /// How many details the model does not answer.
    pub fn blanks(&self) -> usize {
        self.details.iter().filter(|detail| detail.answer.is_none()).count()
    }
}

/// A way on which data can get from one element to another, hop by hop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TraceRow {
    /// Identity of the element it starts at.
    pub from: String,
    /// Identity of the element it ends at.
    pub to: String,
    /// Whether these are one.
    pub same_element: bool,
    /// Every hop, in order.
    pub hops: Vec<TraceHop>,
    /// Names of the data that all flows on it carry.
    pub carried: Vec<String>,
    /// Where there is no way: names of the components that are reached instead.
    pub reached: Vec<String>,
}

/// One hop of a trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TraceHop {
    /// Who hands over to whom, by what.
    pub text: String,
    /// Identity of the flow; nothing between a component and its part.
    pub flow: Option<String>,
    /// Whether data come back on a flow that the other side starts.
    pub backwards: bool,
    /// Names of the boundaries that are crossed.
    pub crosses: Vec<String>,
    /// What is asked of it and what the model says; nothing where it does not.
    pub details: Vec<(String, Option<String>)>,
}
