//! Bills of materials and what is known of the vulnerabilities of their components.
//!
//! A component names its documents (`sbom`, `vex`). [`read`] asks the World for them, the readers (`cyclonedx`, `spdx`, `openvex`) turn each
//! into one [`Document`], `matching` finds which component a statement is about, and what is exploitable becomes a fact of the element, so
//! that rules see it like any other. The structs that are read are our own: the crates for these formats know one version each, refuse
//! fields of the next, and forget where in the file a thing stood.

mod assess;
mod cyclonedx;
mod cyclonedx_vex;
mod document;
mod errors;
mod format;
mod identifier;
mod json;
mod matching;
mod moment;
mod openvex;
mod read;
mod spdx;
mod version;

pub use assess::{Assessment, Bill, Bills};
pub use document::{Component, Document, Product, Sort, Statement, Status};
pub use read::read;
pub use version::{Standing, Versions};

/// The attribute that holds the vulnerabilities that count.
pub const EXPLOITABLE: &str = "exploitable_vulnerabilities";
