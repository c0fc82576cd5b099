//! The server's third thread: puts views together and draws them, while the second goes on answering.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crossbeam_channel::{Receiver, SendError, Sender, unbounded};
use gen_lsp_types::{Range, Uri};
use indexmap::IndexMap;
use lsp_server::{ErrorCode, RequestId, Response};

use crate::drawing::pinned::{PinnedEngine, Pins};
use crate::drawing::{default_engine, svg};
use crate::project::compiler::Compiled;
use crate::project::layouts::Layouts;
use crate::project::manifest::Gate;
use crate::report::TitleBlock;
use crate::report::build::Wanted;
use crate::report::diagram::Diagram;
use crate::text::SourceMap;

use super::diagram::Sought;
use super::protocol::{Picture, Shown};
use super::replies::Replies;

/// Why a picture that waited is not drawn.
pub(super) const SUPERSEDED: &str = "a newer picture was asked for";

/// Where elements are declared, by identity.
pub(super) type Places = IndexMap<String, (Uri, Range)>;

/// A picture to be drawn.
pub(super) struct Order {
    pub(super) id: RequestId,
    pub(super) scene: Scene,
    pub(super) sought: Sought,
    pub(super) places: Places,
    pub(super) layouts: Layouts,
}

/// The model as it was when a picture was asked for, and the texts it was made of.
pub(super) struct Scene {
    pub(super) compiled: Arc<Compiled>,
    pub(super) sources: SourceMap,
    /// What is not approved yet says so.
    pub(super) gate: Gate,
}

/// All that a picture depends on.
#[derive(PartialEq)]
struct Subject {
    diagram: Diagram,
    title: TitleBlock,
    /// Places that were agreed on.
    pins: Option<Pins>,
}

impl Subject {
    /// The picture, laid out by its pins if it has some, as `ward emit dfd` does.
    fn svg(&self) -> String {
        let drawing = match &self.pins {
            Some(pins) => svg(&self.diagram, &self.title, &PinnedEngine::new(pins)),
            None => svg(&self.diagram, &self.title, &*default_engine()),
        };
        drawing.svg
    }
}

/// The thread that draws, and the way to it. Only the last of the pictures that wait is drawn.
pub(super) struct Drawer {
    orders: Sender<Order>,
    replies: Replies,
}

impl Drawer {
    pub(super) fn new(replies: Replies) -> Self {
        let (orders, taken) = unbounded();
        let mut board = Board { replies: replies.clone(), views: None, last: None };
        // without a thread every order is refused
        let _ = std::thread::Builder::new().name("drawer".to_owned()).spawn(move || board.draw_all(&taken));
        Self { orders, replies }
    }

    /// Has a picture drawn.
    pub(super) fn draw(&self, order: Order) {
        if let Err(SendError(order)) = self.orders.send(order) {
            self.replies.refuse(order.id, ErrorCode::InternalError, "nothing can be drawn: the system gave no thread for it");
        }
    }
}

/// What was drawn last, which is often what is wanted next.
struct Board {
    replies: Replies,
    views: Option<Views>,
    last: Option<(Subject, String)>,
}

/// All views of a model.
struct Views {
    of: Arc<Compiled>,
    diagrams: Vec<Diagram>,
    title: TitleBlock,
}

impl Views {
    fn of(scene: &Scene) -> Self {
        let wanted = Wanted { diagrams: true, ..Wanted::default() };
        let report = scene.compiled.report_with(&scene.sources, &scene.gate, None, wanted);
        Self { of: Arc::clone(&scene.compiled), diagrams: report.diagrams, title: report.title }
    }
}

impl Board {
    fn draw_all(&mut self, orders: &Receiver<Order>) {
        for mut order in orders {
            while let Ok(newer) = orders.try_recv() {
                let earlier = std::mem::replace(&mut order, newer);
                self.replies.refuse(earlier.id, ErrorCode::ServerCancelled, SUPERSEDED);
            }
            if !self.replies.is_wanted(&order.id) {
                continue;
            }
            match catch_unwind(AssertUnwindSafe(|| self.draw(&order))) {
                Ok(Some(picture)) => self.replies.send(Response::new_ok(order.id, picture)),
                Ok(None) => self.replies.refuse(order.id, ErrorCode::RequestFailed, "no view shows anything yet"),
                Err(_) => {
                    let reason = "Ward failed to draw this; this is a fault of Ward, and the server goes on";
                    self.replies.refuse(order.id, ErrorCode::InternalError, reason);
                }
            }
        }
    }

    /// A picture; nothing where the model has none yet.
    fn draw(&mut self, order: &Order) -> Option<Picture> {
        let known = self.views.take().filter(|views| Arc::ptr_eq(&views.of, &order.scene.compiled));
        let views = self.views.insert(known.unwrap_or_else(|| Views::of(&order.scene)));
        let diagram = order.sought.choose(&views.diagrams)?.clone();
        let subject = Subject { pins: order.layouts.of(&diagram.id).cloned(), title: views.title.clone(), diagram };
        let shown = subject.diagram.identities().into_iter().filter_map(|path| {
            let (uri, range) = order.places.get(&path)?.clone();
            Some(Shown { path, uri, range })
        });
        let (title, elements) = (subject.diagram.title.clone(), shown.collect());
        let same = self.last.take().filter(|(before, _)| *before == subject).map(|(_, svg)| svg);
        let svg = same.unwrap_or_else(|| subject.svg());
        self.last = Some((subject, svg.clone()));
        Some(Picture { title, svg, elements })
    }
}
