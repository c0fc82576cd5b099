//! An engine that remembers: whether a view fits a page is seen from its layout, and the same layout is then painted.

use std::cell::RefCell;

use crate::drawing::geometry::Geometry;
use crate::drawing::layout::{LayoutEngine, LayoutError};
use crate::drawing::sized::Sized;
use crate::report::diagram::Diagram;

type Seen = (Diagram, Result<Geometry, LayoutError>);

/// Remembers what an engine answered.
pub struct Memo {
    engine: Box<dyn LayoutEngine>,
    seen: RefCell<Vec<Seen>>,
}

impl Memo {
    /// In front of an engine.
    pub fn new(engine: Box<dyn LayoutEngine>) -> Self {
        Self { engine, seen: RefCell::default() }
    }
}

impl LayoutEngine for Memo {
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError> {
        if let Some((_, known)) = self.seen.borrow().iter().find(|(diagram, _)| diagram == sized.diagram) {
            return known.clone();
        }
        let answer = self.engine.layout(sized);
        self.seen.borrow_mut().push((sized.diagram.clone(), answer.clone()));
        answer
    }
}
