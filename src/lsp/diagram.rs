//! The picture of what the cursor stands in. Chosen at once; drawn on a thread of its own, since a layout takes its time.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crossbeam_channel::{Receiver, Sender, unbounded};
use gen_lsp_types::Position;
use lsp_server::{ErrorCode, Message, RequestId, Response};

use crate::drawing::{default_engine, svg};
use crate::model::{ElementId, Kind, Model};
use crate::report::TitleBlock;
use crate::report::build::{Circumstances, Wanted, build};
use crate::report::diagram::{Diagram, Style};
use crate::syntax::ast::Member;

use super::names::Meaning;
use super::protocol::{DiagramParams, Picture, Shown};
use super::state::{Answer, Refusal, State, View};
use super::tree::around;

/// A picture to be drawn.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) id: RequestId,
    diagram: Diagram,
    title: TitleBlock,
    elements: Vec<Shown>,
}

/// Chooses the picture for a position.
pub(super) fn order(state: &mut State, id: RequestId, params: &DiagramParams) -> Answer<Order> {
    let Some(view) = state.view(&params.text_document.uri) else {
        return Err(Refusal::Impossible("this text belongs to no model".to_owned()));
    };
    let wanted = Wanted { diagrams: true, ..Wanted::default() };
    let report = build(view.compilation(), view.sources(), &Circumstances { wanted, ..Circumstances::default() });
    let diagrams = report.diagrams;
    let chosen =
        choose(view, params.position, &diagrams).ok_or_else(|| Refusal::Impossible("no view shows anything yet".to_owned()))?;
    let elements = chosen.identities().into_iter().filter_map(|path| shown(view, path)).collect();
    Ok(Order { id, diagram: chosen.clone(), title: report.title, elements })
}

fn shown(view: View<'_>, path: String) -> Option<Shown> {
    let model = view.model();
    let location = view.location(model.element(model.find(&path)?).span)?;
    Some(Shown { path, uri: location.uri, range: location.range })
}

/// The picture that shows what a position is in: the view itself, else the smallest that opens the innermost boundary around, else the smallest
/// that shows the element, else the first. Ways of attackers are no maps.
fn choose<'d>(view: View<'_>, position: Position, diagrams: &'d [Diagram]) -> Option<&'d Diagram> {
    let model = view.model();
    let byte = view.text().offset(position);
    let members = view.parse().map_or_else(Vec::new, |parse| around(&parse.body, byte));
    for member in members.iter().rev() {
        if let Member::Declaration(declaration) = member
            && let Some(diagram) = diagrams.iter().find(|diagram| diagram.id == declaration.name.text)
        {
            return Some(diagram);
        }
    }
    let of = subject(view, &members, byte);
    let smallest = |fits: &dyn Fn(&Diagram) -> bool| {
        let is_map = |diagram: &Diagram| diagram.style == Style::Dataflow && !diagram.edges.iter().any(|edge| edge.movement);
        let maps = diagrams.iter().filter(|diagram| is_map(diagram) && fits(diagram));
        maps.min_by_key(|diagram| diagram.nodes.len() + diagram.frames.len() + diagram.edges.len())
    };
    let identity = of.map(|id| model.identity(id));
    let boundary = of.and_then(|id| innermost_boundary(model, id)).map(|id| model.identity(id));
    let opens = |diagram: &Diagram| diagram.frames.iter().any(|frame| Some(&frame.id) == boundary.as_ref());
    let shows = |diagram: &Diagram| identity.as_ref().is_some_and(|id| diagram.identities().contains(id));
    smallest(&|diagram| opens(diagram) && shows(diagram))
        .or_else(|| smallest(&opens))
        .or_else(|| smallest(&shows))
        .or(diagrams.first())
}

/// The element a position is about: what it is declared in, else what the name there means.
fn subject(view: View<'_>, members: &[&Member], byte: usize) -> Option<ElementId> {
    let vocabulary = view.root.vocabulary();
    let drawn = |id: &ElementId| crate::model::KindSet::DRAWN.contains(view.model().element(*id).kind);
    let declared = members.iter().rev().find_map(|member| match member {
        Member::Declaration(declaration) => vocabulary.element(declaration.name.span).filter(drawn),
        Member::Flow(flow) => vocabulary.element(flow.name.span),
        Member::Extend(extend) => view.model().find(&extend.target.text()).filter(drawn),
        Member::Respond(respond) => view.model().find(&respond.element.text()),
        _ => None,
    });
    declared.or_else(|| match view.names().at(byte)?.meaning {
        Meaning::Element(id) => Some(id).filter(drawn),
        _ => None,
    })
}

fn innermost_boundary(model: &Model, id: ElementId) -> Option<ElementId> {
    if model.element(id).kind == Kind::Boundary {
        return Some(id);
    }
    let at = model.relations.ends(model, id).map_or(id, |ends| ends.target);
    model.relations.boundaries_of(at).last().copied()
}

/// The thread that draws, and the way to it. Only the last of the pictures that wait is drawn.
pub(super) struct Drawer {
    orders: Sender<Order>,
}

impl Drawer {
    pub(super) fn new(out: Sender<Message>) -> Self {
        let (orders, taken) = unbounded();
        // without a thread every order is refused
        let _ = std::thread::Builder::new().name("drawer".to_owned()).spawn(move || draw_all(&taken, &out));
        Self { orders }
    }

    /// Has a picture drawn; false where nobody draws.
    pub(super) fn draw(&self, order: Order) -> bool {
        self.orders.send(order).is_ok()
    }
}

fn draw_all(orders: &Receiver<Order>, out: &Sender<Message>) {
    let mut last: Option<(Diagram, TitleBlock, String)> = None;
    for mut order in orders {
        while let Ok(newer) = orders.try_recv() {
            let earlier = std::mem::replace(&mut order, newer);
            let reason = "a newer picture was asked for".to_owned();
            // whoever does not listen any more needs no answer
            let _ = out.send(Response::new_err(earlier.id, ErrorCode::ServerCancelled as i32, reason).into());
        }
        let same = last.take().filter(|(diagram, title, _)| *diagram == order.diagram && *title == order.title);
        let drawn = match same {
            Some((.., svg)) => Some(svg),
            None => catch_unwind(AssertUnwindSafe(|| svg(&order.diagram, &order.title, &*default_engine()).svg)).ok(),
        };
        let reply = match drawn {
            Some(svg) => {
                last = Some((order.diagram.clone(), order.title.clone(), svg.clone()));
                let picture = Picture { title: order.diagram.title, svg, elements: order.elements };
                Response::new_ok(order.id, picture)
            }
            None => {
                let reason = "Ward failed to draw this; this is a fault of Ward, and the server goes on".to_owned();
                Response::new_err(order.id, ErrorCode::InternalError as i32, reason)
            }
        };
        // whoever does not listen any more needs no answer
        let _ = out.send(reply.into());
    }
}
