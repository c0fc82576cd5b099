//! The fonts at hand as the renderers of PNG and PDF want them.

use std::sync::Arc;
use std::thread;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::{ExtraFont, bytes};
use crate::drawing::layout::WORKER_THREAD;
use crate::drawing::text_measure::Weight;

/// Runs a foreign renderer where a breakdown stays its own; nothing then.
pub(crate) fn guarded<T: Send>(render: impl FnOnce() -> Option<T> + Send) -> Option<T> {
    thread::scope(|scope| {
        let worker = thread::Builder::new().name(WORKER_THREAD.to_owned()).spawn_scoped(scope, render).ok()?;
        worker.join().ok()?
    })
}

const FAMILY: &str = "DejaVu Sans";

/// An SVG of our own as a tree to draw; nothing where it cannot be read.
pub(crate) fn tree(svg: &str, extra: &[ExtraFont]) -> Option<Tree> {
    let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(database(extra)), ..Options::default() };
    Tree::from_str(svg, &options).ok()
}

fn database(extra: &[ExtraFont]) -> Database {
    let mut database = Database::new();
    for weight in [Weight::Regular, Weight::Bold] {
        database.load_font_source(Source::Binary(Arc::new(bytes(weight))));
    }
    for font in extra {
        database.load_font_source(Source::Binary(font.bytes()));
    }
    database.set_sans_serif_family(FAMILY);
    database.set_serif_family(FAMILY);
    database
}
