//! From every position an attacker can hold to every asset whose loss harms: the weakest ways, and what stands in the way (row B5).

use schemars::JsonSchema;
use serde::Serialize;

use super::row::ControlUse;
use crate::findings::State;

/// The paths. Empty unless they are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttackPaths {
    /// How many ways are shown for each position and asset, at most.
    pub most: usize,
    /// Where an attacker can begin, from afar to near.
    pub positions: Vec<PositionRow>,
    /// What is worth attacking, the worst harm first.
    pub assets: Vec<AttackedRow>,
    /// Each hop of a way once.
    pub hops: Vec<HopRow>,
    /// For each position, whether a way leads to something that serves several patients, or where it stops.
    pub several_patients: Vec<SeveralRow>,
    /// What several patients or devices share.
    pub shared: Vec<SharedRow>,
}

/// Where an attacker can begin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PositionRow {
    /// Identity.
    pub id: String,
    /// Name; completes "an attacker …".
    pub name: String,
    /// Identities of the zones it stands for.
    pub zones: Vec<String>,
    /// How many flows, ports and components can be got at from there directly.
    pub entries: usize,
}

/// An asset and the ways to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttackedRow {
    /// Identity.
    pub id: String,
    /// Name.
    pub name: String,
    /// `data`, `process`, …
    pub kind: String,
    /// Worst severity among its harms.
    pub severity: Option<String>,
    /// Names of its harms.
    pub harms: Vec<String>,
    /// Ways, by position and then the weakest first.
    pub ways: Vec<WayRow>,
    /// Identities of positions from which no way leads to it.
    pub unreached: Vec<String>,
    /// Name of the picture of the weakest ways; nothing where there is none.
    pub picture: Option<String>,
    /// Names of all that the picture shows: boundaries, elements, ports.
    pub pictured: Vec<String>,
}

/// A way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WayRow {
    /// Identity of the position it begins at.
    pub position: String,
    /// 1 for the weakest.
    pub rank: usize,
    /// The sum of what stands in the way; an order and no measure.
    pub resistance: u32,
    /// Identities of its hops.
    pub hops: Vec<String>,
    /// How many of them nothing protects.
    pub unprotected: usize,
    /// Names on the way, the position first.
    pub names: Vec<String>,
}

/// One step of a way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HopRow {
    /// Identity: from, over and to.
    pub id: String,
    /// What the attacker does.
    pub text: String,
    /// Identity of the position or element it starts from.
    pub from: String,
    /// Identity of the flow or port it leads over; empty where it leads over none.
    pub over: String,
    /// Identity of the element it leads to.
    pub to: String,
    /// Protocol of the flow.
    pub protocol: Option<String>,
    /// Names of the boundaries the flow crosses.
    pub crosses: Vec<String>,
    /// What it adds to the resistance of a way.
    pub resistance: u32,
    /// What stands in the way.
    pub present: Vec<ObstacleRow>,
    /// What could stand in the way and does not.
    pub missing: Vec<String>,
    /// Of what could stand in the way, that of which nobody has said whether it does.
    pub unknown: Vec<String>,
    /// What is claimed with nothing behind it.
    pub claimed: Vec<String>,
    /// Whether nothing protects it.
    pub unprotected: bool,
    /// Open and undecided findings about the flow and the ports.
    pub findings: Vec<HopFinding>,
    /// Titles of types of control that would cut it, and controls that are planned.
    pub cut_by: Vec<String>,
}

/// Something that stands in the way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObstacleRow {
    /// What.
    pub text: String,
    /// Identity of the element it stands at.
    pub element: String,
    /// What it adds to the resistance.
    pub resistance: u32,
    /// Whether it hinders by structure and protects nothing.
    pub structural: bool,
    /// Controls behind it, with their evidence.
    pub controls: Vec<ControlUse>,
    /// What guarantees it where no control does.
    pub guaranteed: Option<String>,
}

/// A finding about a hop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HopFinding {
    /// `RULE@element`.
    pub id: String,
    /// Its state.
    pub state: State,
}

/// A position in the view of several patients.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SeveralRow {
    /// Identity of the position.
    pub position: String,
    /// Identity of what serves several patients and is reached; nothing where nothing is.
    pub target: Option<String>,
    /// Its name, or that of the last element before the way stops.
    pub name: String,
    /// The way to it, or the one that was considered; nothing where none leads on from the position.
    pub way: Option<WayRow>,
    /// Where and why it stops; nothing where it does not.
    pub stop: Option<String>,
    /// What stands in its way, hop by hop.
    pub gates: Vec<String>,
}

/// Something that several patients or devices share.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SharedRow {
    /// Identity of the element.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In which respect.
    pub what: String,
    /// The positions it is reached from.
    pub reached_from: Vec<ReachRow>,
}

/// A position from which something is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReachRow {
    /// Identity of the position.
    pub position: String,
    /// Resistance of the weakest way from there.
    pub resistance: u32,
}
