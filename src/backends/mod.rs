//! Artifacts: what a reader gets. In comes a [`Report`](crate::report::Report), out comes the text of one file.
//!
//! Same report, same bytes. Every text of the model passes through [`escape_text`] on its way into Markdown or CSV.
//! This floor sees the report and words, never the model, and touches no disk.

pub mod album;
pub mod artifact;
pub mod attack_paths;
pub mod code_quality;
pub mod coverage;
pub mod csv_table;
#[cfg(test)]
mod customers;
pub mod decisions;
pub mod diff;
pub mod docx;
pub mod dot;
pub mod escape;
pub mod escape_text;
pub mod html;
mod html_blocks;
pub mod ifu;
mod inline;
pub(crate) mod insertion;
pub mod json;
pub mod kind;
pub mod matrix;
pub mod mds2;
pub mod mermaid;
mod mermaid_sequence;
pub mod model_json;
pub mod page;
pub mod paths;
mod plain;
pub mod plantuml;
mod plantuml_sequence;
pub mod ports;
pub mod questions;
#[cfg(test)]
mod rendered;
pub mod report_page;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod sample_complete;
#[cfg(test)]
mod sample_filled;
pub mod sarif;
pub(crate) mod skeleton;
mod stated;
pub mod table;
pub mod templates;
pub mod threats;
mod title;
pub mod trace;
pub mod views;
pub mod xlsx;

pub use album::{Album, Plate};
pub use artifact::{
    Artifact, Edition, artifact, file_name, is_artifact_name, matrix, matrix_name, picture_name, report, stands_for,
};
pub use kind::{Format, Kind, formats};
pub use matrix::binding_in_words;
pub use ports::Audience;
pub use report_page::{Figure, Figures};
pub use sarif::Answered;
