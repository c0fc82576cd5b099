//! What follows from an element's place in the model: the attributes nobody has to state.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::types::Type;
use super::value::{Held, Items, Val};
use crate::graph::Exposures;
use crate::model::{ElementId, Kind, KindSet, Model, Schema};

macro_rules! builtins {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// A derived attribute the language has.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Builtin { $($(#[$doc])* $name,)* }

        impl Builtin {
            /// All of them with their words.
            pub const ALL: &[(&'static str, Self)] = &[$(($word, Self::$name),)*];
        }
    };
}

builtins! {
    /// What it is called.
    Name = "name";
    /// The same.
    Title = "title";
    /// Its identity.
    Id = "id";
    /// Boundaries around it, outermost first.
    Boundaries = "boundaries";
    /// Flows that touch it or a port of it.
    Flows = "flows";
    /// Those that bring data.
    Inbound = "inbound";
    /// Those that take data away.
    Outbound = "outbound";
    /// Components at the other ends of its flows.
    Peers = "peers";
    /// What is directly inside it.
    Parts = "parts";
    /// Its ports.
    Ports = "ports";
    /// From where an attacker gets at it.
    Exposure = "exposure";
    /// The component a flow starts at.
    Source = "source";
    /// The component a flow ends at.
    Target = "target";
    /// What a flow starts and ends at.
    Ends = "ends";
    /// The port a flow starts at, if any.
    SourcePorts = "source_ports";
    /// The port a flow ends at, if any.
    TargetPorts = "target_ports";
    /// Whether a flow crosses a boundary.
    Crosses = "crosses";
    /// The boundaries it crosses.
    Crossed = "crossed";
    /// Whether data moves both ways.
    TwoWay = "two_way";
    /// The protocol of a flow.
    Protocol = "protocol";
    /// What a port is on.
    Owner = "owner";
    /// Whether a flow ends at a port.
    Used = "used";
    /// The direction of a port.
    Direction = "direction";
    /// The protocols of a port's flows.
    Protocols = "protocols";
    /// Data through a port.
    Through = "carries";
    /// Everything inside a boundary.
    Contents = "contents";
    /// Flows that carry a class of data.
    CarriedBy = "carried_by";
    /// Stores that hold it.
    HeldBy = "held_by";
    /// The ports that are for a person: those that name the role, and those a flow joins to the person.
    Uses = "uses";
    /// What a control is on.
    Protects = "protects";
    /// Whether a control is implemented.
    Counts = "counts";
}

impl Builtin {
    /// The builtin a kind has under a name, and its type.
    pub fn of(schema: &Schema, kind: Kind, name: &str) -> Option<(Self, Type)> {
        let builtin = Self::ALL.iter().find(|(word, _)| *word == name).map(|(_, builtin)| *builtin)?;
        builtin.kinds().contains(kind).then_some(())?;
        Some((builtin, builtin.value_type(schema)))
    }

    fn kinds(self) -> KindSet {
        let places = KindSet::DRAWN.without(Kind::Flow);
        match self {
            Self::Name | Self::Title | Self::Id => KindSet::ALL,
            Self::Boundaries | Self::Exposure => KindSet::DRAWN,
            Self::Flows | Self::Inbound | Self::Outbound | Self::Peers | Self::Parts | Self::Ports => places,
            Self::Source
            | Self::Target
            | Self::Ends
            | Self::SourcePorts
            | Self::TargetPorts
            | Self::Crosses
            | Self::Crossed
            | Self::TwoWay
            | Self::Protocol => KindSet::of(Kind::Flow),
            Self::Owner | Self::Used | Self::Direction | Self::Protocols | Self::Through => KindSet::of(Kind::Port),
            Self::Contents => KindSet::of(Kind::Boundary),
            Self::CarriedBy | Self::HeldBy => KindSet::of(Kind::Data),
            Self::Uses => KindSet::of(Kind::Actor),
            Self::Protects | Self::Counts => KindSet::of(Kind::Control),
        }
    }

    fn value_type(self, schema: &Schema) -> Type {
        let component = KindSet::COMPONENT.with(KindSet::of(Kind::Actor));
        match self {
            Self::Name | Self::Title | Self::Id => Type::Text,
            Self::Boundaries | Self::Crossed => Type::elements(KindSet::of(Kind::Boundary)),
            Self::Flows | Self::Inbound | Self::Outbound | Self::CarriedBy => Type::elements(KindSet::of(Kind::Flow)),
            Self::Peers => Type::elements(component),
            Self::Parts | Self::Protects | Self::Contents => Type::elements(KindSet::DRAWN),
            Self::Ports | Self::SourcePorts | Self::TargetPorts | Self::Uses => Type::elements(KindSet::of(Kind::Port)),
            Self::Exposure => schema.set_named("exposure").map_or(Type::Any, Type::Set),
            Self::Direction => schema.set_named("direction").map_or(Type::Any, Type::Set),
            Self::Source | Self::Target => Type::Element(component),
            Self::Ends => Type::elements(component.with(KindSet::of(Kind::Port))),
            Self::Crosses | Self::TwoWay | Self::Used | Self::Counts => Type::Bool,
            Self::Protocol => Type::List(Box::new(Type::TypeRef)),
            Self::Protocols => Type::List(Box::new(Type::TypeRef)),
            Self::Owner => Type::Element(KindSet::COMPONENT.with(KindSet::of(Kind::Boundary))),
            Self::Through => Type::elements(KindSet::of(Kind::Data)),
            Self::HeldBy => Type::elements(KindSet::of(Kind::Store)),
        }
    }

    /// Its value for an element. A flow whose ends could not be resolved is unknown in every way.
    pub(super) fn value<'m>(self, model: &'m Model, exposures: &Exposures, id: ElementId) -> Val<'m> {
        let relations = &model.relations;
        let listed = |ids: &'m [ElementId]| Val::Items(Items::complete(Held::Elements(ids)));
        match self {
            Self::Name | Self::Title => Val::Text(model.title(id)),
            Self::Id => Val::Made(model.identity(id)),
            Self::Boundaries => listed(relations.boundaries_of(id)),
            Self::Flows => listed(relations.flows_of(id)),
            Self::Parts => listed(relations.children(id)),
            Self::Inbound => listed(model.inbound(id)),
            Self::Outbound => listed(model.outbound(id)),
            Self::Peers => Val::elements(peers(model, id)),
            Self::Ports => listed(model.ports_of(id)),
            Self::Exposure => exposures.of(id).map_or(Val::Unknown, |(set, at)| Val::Symbol(set, at)),
            Self::Owner => model.element(id).parent.map_or(Val::Unknown, Val::Element),
            Self::Used => Val::Bool(!relations.flows_of(id).is_empty()),
            Self::Direction => direction(model, id),
            Self::Protocols => Val::Items(Items::complete(Held::Own(protocols(model, id)))),
            Self::Through => through(model, id),
            Self::Contents => listed(model.contents(id)),
            Self::CarriedBy => listed(model.carried_by(id)),
            Self::HeldBy => listed(model.held_by(id)),
            Self::Uses => Val::elements(ports_used(model, id)),
            Self::Protects => listed(relations.protected_by(id)),
            Self::Counts => Val::Bool(relations.counts(id)),
            Self::Source
            | Self::Target
            | Self::Ends
            | Self::SourcePorts
            | Self::TargetPorts
            | Self::Crosses
            | Self::Crossed
            | Self::TwoWay
            | Self::Protocol => self.of_flow(model, id),
        }
    }

    fn of_flow<'m>(self, model: &'m Model, id: ElementId) -> Val<'m> {
        let Some(ends) = model.relations.ends(model, id) else { return Val::Unknown };
        let port = |end: ElementId| Val::at_most_one(Some(end).filter(|end| model.element(*end).kind == Kind::Port));
        match self {
            Self::Source => Val::Element(model.component_of(ends.source)),
            Self::Target => Val::Element(model.component_of(ends.target)),
            Self::Ends => Val::Items(Items::complete(Held::Pair([ends.source, ends.target], 2))),
            Self::SourcePorts => port(ends.source),
            Self::TargetPorts => port(ends.target),
            Self::Crosses => Val::Bool(
                !model.relations.same_zone(ends.source, ends.target)
                    && !model.relations.between(ends.source, ends.target).is_empty(),
            ),
            Self::Crossed => Val::elements(model.relations.between(ends.source, ends.target)),
            Self::TwoWay => Val::Bool(ends.two_way),
            _ => Val::Items(Items::complete(Held::Own(ends.protocol.map(Val::Type).into_iter().collect()))),
        }
    }
}

/// The derived direction as a value of the library's set.
fn direction<'m>(model: &Model, id: ElementId) -> Val<'m> {
    let set = model.schema.set_named("direction");
    let at = set.and_then(|set| model.schema.set(set).position(model.direction(id).word()));
    set.zip(at).map_or(Val::Unknown, |(set, at)| Val::Symbol(set, at))
}

/// Whether an end of a flow is an element or a port of it.
fn touches(model: &Model, end: ElementId, id: ElementId) -> bool {
    end == id || model.component_of(end) == id
}

/// Components at the other ends of an element's flows, each once.
pub(crate) fn peers(model: &Model, id: ElementId) -> Vec<ElementId> {
    let mut peers: IndexSet<ElementId, FxBuildHasher> = IndexSet::default();
    for ends in model.relations.flows_of(id).iter().filter_map(|flow| model.relations.ends(model, *flow)) {
        let other = if touches(model, ends.source, id) { ends.target } else { ends.source };
        peers.insert(model.component_of(other));
    }
    peers.into_iter().collect()
}

/// The ports that are for a person, in the order of declaration.
pub(crate) fn ports_used(model: &Model, actor: ElementId) -> Vec<ElementId> {
    let joined = |port: ElementId, flow: &ElementId| {
        model.relations.ends(model, *flow).is_some_and(|ends| [ends.source, ends.target].contains(&port))
    };
    let is_for = |port: &ElementId| {
        model.references(*port, "roles").contains(&actor)
            || model.relations.flows_of(actor).iter().any(|flow| joined(*port, flow))
    };
    model.of_kind(Kind::Port).filter(is_for).collect()
}

fn protocols<'m>(model: &Model, id: ElementId) -> Vec<Val<'m>> {
    let mut types = Vec::new();
    for ends in model.relations.flows_of(id).iter().filter_map(|flow| model.relations.ends(model, *flow)) {
        types.extend(ends.protocol.filter(|of| !types.contains(of)));
    }
    types.into_iter().map(Val::Type).collect()
}

/// Data of a port's flows; partial where one of them does not say.
fn through<'m>(model: &'m Model, id: ElementId) -> Val<'m> {
    let mut data: IndexSet<ElementId, FxBuildHasher> = IndexSet::default();
    let mut partial = false;
    for flow in model.relations.flows_of(id) {
        partial |= model.value(*flow, "carries").is_none();
        data.extend(model.references(*flow, "carries"));
    }
    Val::Items(Items { values: Held::Own(data.into_iter().map(Val::Element).collect()), partial })
}
