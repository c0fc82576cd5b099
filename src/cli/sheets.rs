//! The pictures of a report: views too large for a page in parts, each laid out by its pins where it has some.

use std::cell::RefCell;

use crate::backends::Kind;
use crate::drawing::fonts::ExtraFont;
use crate::drawing::geometry::Geometry;
use crate::drawing::memo::Memo;
use crate::drawing::parts::{labelled, parts};
use crate::drawing::pinned::PinnedEngine;
use crate::drawing::sized::Sized;
use crate::drawing::{LayoutEngine, LayoutError, default_engine, print_size};
use crate::report::Report;
use crate::report::diagram::Diagram;
use crate::report::title_block::TitleBlock;
use crate::words::tick;

use crate::project::layouts::Layouts;

/// One picture: a view, or a part of one.
pub(super) struct Part {
    /// The artifact it belongs to.
    pub(super) kind: Kind,
    /// The name of the view.
    pub(super) view: String,
    /// What it shows.
    pub(super) diagram: Diagram,
}

/// What is drawn, and by which engine.
pub(super) struct Sheets {
    /// Every picture.
    pub(super) pictures: Vec<Part>,
    layouts: Layouts,
    engine: Memo,
    /// Fonts with characters that the embedded one lacks.
    pub(super) fonts: Vec<ExtraFont>,
    notes: RefCell<Vec<String>>,
}

impl Sheets {
    /// Views, in parts unless they are wanted whole, all or each by itself.
    pub(super) fn new<'d>(
        views: impl IntoIterator<Item = (Kind, &'d Diagram)>,
        title: &TitleBlock,
        whole: bool,
        fonts: Vec<ExtraFont>,
    ) -> Self {
        let engine = Memo::new(default_engine());
        let print = |diagram: &Diagram| print_size(diagram, title, &engine).unwrap_or_default();
        let split = |view: &Diagram| if whole || view.whole { vec![labelled(view, &print)] } else { parts(view, &print) };
        let pictures = views
            .into_iter()
            .flat_map(|(kind, view)| split(view).into_iter().map(move |diagram| Part { kind, view: view.id.clone(), diagram }));
        let pictures = pictures.collect();
        Self { pictures, layouts: Layouts::default(), engine, fonts, notes: RefCell::default() }
    }

    /// Every picture of a report: its views, and the ways of attackers.
    pub(super) fn of_report(report: &Report, whole: bool, fonts: Vec<ExtraFont>) -> Self {
        let attacks = report.attack_diagrams.iter().map(|diagram| (Kind::AttackPaths, diagram));
        let views = report.diagrams.iter().map(|diagram| (Kind::Dfd, diagram));
        Self::new(views.chain(attacks), &report.title, whole, fonts)
    }

    /// Keeps to places that were agreed on.
    pub(super) fn keep_to(&mut self, layouts: Layouts) {
        self.layouts = layouts;
    }

    /// Agrees on the places the engine gives now; the text of the layout file.
    pub(super) fn pin(&mut self) -> String {
        let diagrams: Vec<Diagram> =
            self.pictures.iter().filter(|part| part.kind == Kind::Dfd).map(|part| part.diagram.clone()).collect();
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
