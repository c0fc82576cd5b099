//! The resolved model: every name is an id, every value fits its attribute, every fact knows where it comes from.

mod build;
mod check;
mod element;
mod errors;
mod ids;
mod kind;
mod provenance;
mod relations;
mod resolved;
mod schema;
mod value;

pub use build::{Pending, Scope, build};
pub(crate) use build::{Resolver, build_without_elements};
pub use check::check;
pub use element::{Element, Fact, FlowEnds, Type};
pub use errors::describe as describe_values;
pub(crate) use errors::of_owner;
pub use ids::{AttributeId, ElementId, SetId, TypeId, ZoneId};
pub use kind::{Kind, KindSet};
pub use provenance::{Known, Origin};
pub use relations::{Direction, Relations};
pub use resolved::Model;
pub use schema::{AttributeInfo, Schema};
pub use value::{Value, ValueSet, ValueType};
