//! The drawn pictures that pages show. Whoever has a layout engine fills it; pages take from it, so that data flows one way.

use std::sync::Arc;

use super::artifact::picture_name;
use super::kind::{Format, Kind};

/// Pictures, in the order in which they were drawn.
#[derive(Debug, Clone, Default)]
pub struct Album {
    plates: Vec<Arc<Plate>>,
}

/// One drawn picture: a view, or a part of one that is too large for a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plate {
    /// The name of its own file, as SVG, beside the page.
    pub file: String,
    /// The artifact it belongs to, by its word.
    kind: &'static str,
    /// The name of the view.
    view: String,
    /// What it is called.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alternative: String,
    /// The drawing; nothing where no page that is written has it inside.
    pub svg: Option<String>,
    /// The drawing in dots; nothing where no page that is written has it inside.
    pub png: Option<Vec<u8>>,
    /// Width and height of the drawing in pixels.
    pub size: (u32, u32),
}

impl Plate {
    /// The picture `id` of a view, not yet drawn.
    pub fn new(kind: Kind, view: &str, id: &str, title: &str) -> Self {
        let file = picture_name(kind, id, Format::Svg);
        Self { file, kind: kind.word(), view: view.to_owned(), title: title.to_owned(), ..Self::default() }
    }
}

impl Album {
    /// No pictures.
    pub const EMPTY: Self = Self { plates: Vec::new() };

    /// Adds a picture.
    pub fn add(&mut self, plate: Plate) {
        self.plates.push(Arc::new(plate));
    }

    /// The pictures of a view: one, or where it is too large for a page its overview and then its parts.
    pub fn of<'a>(&'a self, kind: Kind, view: &'a str) -> impl Iterator<Item = &'a Arc<Plate>> {
        self.plates.iter().filter(move |plate| plate.kind == kind.word() && plate.view == view)
    }
}
