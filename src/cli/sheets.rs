//! The pictures of a report: views too large for a page in parts, each laid out by its pins where it has some.

use std::cell::RefCell;

use crate::drawing::geometry::Geometry;
use crate::drawing::memo::Memo;
use crate::drawing::parts::{is_legible, parts};
use crate::drawing::pinned::PinnedEngine;
use crate::drawing::sized::{Sized, size};
use crate::drawing::{LayoutEngine, LayoutError, default_engine};
use crate::report::diagram::Diagram;
use crate::words::tick;

use super::layouts::Layouts;

/// What is drawn, and by which engine.
pub(super) struct Sheets {
    /// Every picture, with the name of the view it is a part of.
    pub(super) pictures: Vec<(String, Diagram)>,
    layouts: Layouts,
    engine: Memo,
    notes: RefCell<Vec<String>>,
}

impl Sheets {
    /// Views, in parts unless they are wanted whole.
    pub(super) fn new<'d>(views: impl IntoIterator<Item = &'d Diagram>, whole: bool) -> Self {
        let engine = Memo::new(default_engine());
        let legible = |diagram: &Diagram| engine.layout(&size(diagram)).is_ok_and(|geometry| is_legible(&geometry));
        let split = |view: &Diagram| if whole { vec![view.clone()] } else { parts(view, &legible) };
        let pictures = views.into_iter().flat_map(|view| split(view).into_iter().map(|part| (view.id.clone(), part))).collect();
        Self { pictures, layouts: Layouts::default(), engine, notes: RefCell::default() }
    }

    /// Keeps to places that were agreed on.
    pub(super) fn keep_to(&mut self, layouts: Layouts) {
        self.layouts = layouts;
    }

    /// Agrees on the places the engine gives now; the text of the layout file.
    pub(super) fn pin(&mut self) -> String {
        let diagrams: Vec<Diagram> = self.pictures.iter().map(|(_, picture)| picture.clone()).collect();
        self.layouts = Layouts::pin(&diagrams, &self.engine);
        self.layouts.text()
    }

    /// What there is to say of the layout.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = self.notes.borrow().clone();
        notes.dedup();
        notes
    }
}

impl LayoutEngine for Sheets {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        let view = &sized.diagram.id;
        let Some(pins) = self.layouts.of(view) else { return self.engine.layout(sized) };
        let engine = PinnedEngine::new(pins);
        let answer = engine.layout(sized);
        let misfits = engine.misfits();
        if !misfits.is_empty() {
            let told = misfits.join("; ");
            let view = tick(view);
            self.notes
                .borrow_mut()
                .push(format!("the pinned layout of view {view} no longer fits: {told}; `ward build --pin-layout` pins it anew"));
        }
        answer
    }
}
