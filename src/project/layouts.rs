//! The layout file: places of boxes that were agreed on, beside the model, so that pictures change only where the model does.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use toml::Spanned;

use crate::diagnostic::{Diagnostic, code::Code};
use crate::drawing::pinned::{PinnedEngine, Pins, pins};
use crate::drawing::sized::size;
use crate::drawing::{LayoutEngine, fallback_engine};
use crate::report::diagram::{Diagram, Style};
use crate::session::Session;
use crate::words::tick;

use super::fault::Fault;
use super::manifest::place;
use super::os_world::read_text;

/// What the file is called; it lies beside the model.
pub(crate) const FILE: &str = "layout.toml";
/// Nothing on a picture is this far away.
const FAR: i32 = 1_000_000;
/// How often a layout is drawn from its own places until they stay.
const ROUNDS: usize = 3;

type Table<V> = IndexMap<String, V, FxBuildHasher>;

/// Pins of every view that has some.
#[derive(Debug, Default)]
pub(crate) struct Layouts {
    views: Table<Pins>,
}

impl Layouts {
    /// Reads the file of a folder, if there is one.
    pub(crate) fn read(session: &mut Session, folder: &Path) -> Result<Self, Fault> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = read_text(&path).map_err(|error| Fault::unreadable(&path, &error))?;
        let file = session.add_source(FILE, text.clone());
        let fault = |span: &std::ops::Range<usize>, message: String| {
            Fault::Diagnosed(vec![Diagnostic::new(Code::LayoutFile, place(file, span)).message(message)])
        };
        let views: BTreeMap<String, BTreeMap<String, Spanned<[i32; 4]>>> = toml::from_str(&text).map_err(|error| {
            let message = error.message().split('\n').next().unwrap_or_default().to_owned();
            fault(&error.span().unwrap_or(0..0), message)
        })?;
        for (id, placed) in views.values().flatten() {
            let [x, y, width, height] = *placed.get_ref();
            let sound = [x, y].iter().all(|v| v.abs() < FAR) && [width, height].iter().all(|v| (1..FAR).contains(v));
            if !sound {
                let message = format!("the place of {} is no place: it is left, top, width, height in pixels", tick(id));
                return Err(fault(&placed.span(), message));
            }
        }
        let plain =
            |placed: BTreeMap<String, Spanned<[i32; 4]>>| placed.into_iter().map(|(id, at)| (id, at.into_inner())).collect();
        Ok(Self { views: views.into_iter().map(|(view, placed)| (view, plain(placed))).collect() })
    }

    /// Pins what an engine draws. A layout led from its own places may push some apart once more, so it is repeated until it stays.
    pub(crate) fn pin(diagrams: &[Diagram], engine: &dyn LayoutEngine) -> Self {
        let mut views = Table::default();
        for diagram in diagrams.iter().filter(|diagram| diagram.style == Style::Dataflow) {
            let sized = size(diagram);
            let Ok(geometry) = engine.layout(&sized).or_else(|_| fallback_engine().layout(&sized)) else { continue };
            let mut places = pins(&sized, &geometry);
            for _ in 0..ROUNDS {
                let Ok(next) = PinnedEngine::new(&places).layout(&sized).map(|geometry| pins(&sized, &geometry)) else { break };
                if next == places {
                    break;
                }
                places = next;
            }
            views.insert(diagram.id.clone(), places);
        }
        Self { views }
    }

    /// The pins of a view.
    pub(crate) fn of(&self, view: &str) -> Option<&Pins> {
        self.views.get(view)
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        let mut out = String::from(
            "# Places of the boxes in the pictures of this model: left, top, width, height. Written by Ward (`ward build --pin-layout`).\n\
             # A view or a line that is deleted is placed anew.\n",
        );
        for (view, places) in &self.views {
            let _ = writeln!(out, "\n[{}]", quoted(view));
            for (id, [x, y, width, height]) in places {
                let _ = writeln!(out, "{} = [{x}, {y}, {width}, {height}]", quoted(id));
            }
        }
        out
    }
}

/// JSON writes texts in a way TOML reads.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
