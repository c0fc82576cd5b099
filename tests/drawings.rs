//! Pictures, measured: every view of both examples by both engines, how a small change moves a picture, pins and parts.

use std::fs;
use std::path::Path;

use ward::compile::{Compilation, Options, compile};
use ward::drawing::check::{Fault, faults};
use ward::drawing::dagre::DagreEngine;
use ward::drawing::geometry::{Geometry, Point};
use ward::drawing::parts::{is_legible, parts};
use ward::drawing::pinned::{PinnedEngine, pins};
use ward::drawing::sized::size;
use ward::drawing::{LayoutEngine, default_engine};
use ward::report::diagram::{Diagram, Edge, End, Node, NodeShape, Style};

use crate::kit::{EXAMPLES, Model};

/// The views of an example, as its pictures show them.
fn views(example: &str) -> Vec<Diagram> {
    let folder = Path::new("examples").join(example);
    let texts: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the example")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?)))
        .collect();
    let options = Options { root: Some(format!("{example}.tm")), ..crate::world::options("") };
    let mut session = ward::session::Session::default();
    let compilation: Compilation = compile(&mut session, &crate::world::Files { texts }, &options);
    ward::report::diagrams(&compilation)
}
