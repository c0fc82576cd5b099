//! Which picture is asked for: the one of what the cursor stands in.

use std::cmp::Reverse;

use gen_lsp_types::Position;
use indexmap::IndexMap;
use lsp_server::RequestId;

use crate::model::{ElementId, Kind, KindSet, Model};
use crate::project::layouts::{self, Layouts};
use crate::report::diagram::{Diagram, Frame, Style};
use crate::session::Session;
use crate::syntax::ast::Member;

use super::drawer::{Order, Places, Scene};
use super::names::Meaning;
use super::protocol::DiagramParams;
use super::state::{Answer, Refusal, State, View};
use super::tree::around;

/// The request for a picture.
pub(super) const METHOD: &str = "ward/diagram";

/// What a picture is to show.
#[derive(Debug)]
pub(super) struct Sought {
    /// Names of what the cursor stands in, the innermost first: one of them may be a view.
    names: Vec<String>,
    /// The identity of the element it is about.
    element: Option<String>,
    /// The identity of the innermost boundary around that.
    boundary: Option<String>,
}

/// What is to be drawn for a position. The views are put together where they are drawn: that takes longer than an answer may.
pub(super) fn order(state: &mut State, id: RequestId, params: &DiagramParams) -> Answer<Order> {
    let Some(view) = state.view(&params.text_document.uri) else {
        return Err(Refusal::Impossible("this text belongs to no model".to_owned()));
    };
    let gate = view.root.project.gate.clone();
    let scene = Scene { compiled: view.root.compiled().clone(), sources: view.sources().clone(), gate };
    Ok(Order { id, scene, sought: sought(view, params.position), places: places(view), layouts: layouts(view)? })
}

/// Where everything that can be drawn is declared, by identity.
fn places(view: View<'_>) -> Places {
    let model = view.model();
    let drawn = model.iter().filter(|(_, element)| KindSet::DRAWN.contains(element.kind));
    let mut texts = IndexMap::new();
    let mut places = Places::default();
    for (id, element) in drawn {
        let file = element.span.file;
        let known = texts.entry(file).or_insert_with(|| view.uri(file).map(|uri| (uri, view.text_of(file))));
        if let Some((uri, text)) = known {
            places.insert(model.identity(id), (uri.clone(), text.range(element.span)));
        }
    }
    places
}

/// Places that were agreed on; none for a model that is no file yet.
fn layouts(view: View<'_>) -> Answer<Layouts> {
    let folder = &view.root.project.folder;
    if folder.as_os_str().is_empty() {
        return Ok(Layouts::default());
    }
    let read = Layouts::read(&mut Session::default(), folder);
    read.map_err(|fault| Refusal::Impossible(format!("`{}`: {}", layouts::FILE, fault.in_words())))
}

fn sought(view: View<'_>, position: Position) -> Sought {
    let model = view.model();
    let byte = view.text().offset(position);
    let members = view.parse().map_or_else(Vec::new, |parse| around(&parse.body, byte));
    let names = members.iter().rev().filter_map(|member| match member {
        Member::Declaration(declaration) => Some(declaration.name.text.to_string()),
        _ => None,
    });
    let element = subject(view, &members, byte);
    Sought {
        names: names.collect(),
        element: element.map(|id| model.identity(id)),
        boundary: element.and_then(|id| innermost_boundary(model, id)).map(|id| model.identity(id)),
    }
}

impl Sought {
    /// The picture: the view itself, else the closest that opens the innermost boundary around, else the smallest that shows the element, else the
    /// first. Ways of attackers are no maps.
    pub(super) fn choose<'d>(&self, diagrams: &'d [Diagram]) -> Option<&'d Diagram> {
        if let Some(named) = self.names.iter().find_map(|name| diagrams.iter().find(|diagram| diagram.id == *name)) {
            return Some(named);
        }
        let smallest = |fits: &dyn Fn(&Diagram) -> bool| {
            let is_map = |diagram: &Diagram| diagram.style == Style::Dataflow && !diagram.edges.iter().any(|edge| edge.movement);
            let maps = diagrams.iter().filter(|diagram| is_map(diagram) && fits(diagram));
            maps.min_by_key(|diagram| {
                let size = diagram.nodes.len() + diagram.frames.len() + diagram.edges.len();
                (Reverse(self.closeness(diagram)), size)
            })
        };
        let opens = |diagram: &Diagram| diagram.frames.iter().any(|frame| Some(&frame.id) == self.boundary.as_ref());
        let shows = |diagram: &Diagram| self.element.as_ref().is_some_and(|id| diagram.identities().contains(id));
        smallest(&|diagram| opens(diagram) && shows(diagram))
            .or_else(|| smallest(&opens))
            .or_else(|| smallest(&shows))
            .or(diagrams.first())
    }
}

impl Sought {
    /// How deep in the model the part lies that a picture shows around the boundary: one of the boundary alone is closer than one of the whole site.
    fn closeness(&self, diagram: &Diagram) -> usize {
        let parent = |frame: &&Frame| frame.parent.map(|at| &diagram.frames[at]);
        let own = diagram.frames.iter().find(|frame| Some(&frame.id) == self.boundary.as_ref());
        std::iter::successors(own, parent).last().map_or(0, |outermost| 1 + outermost.id.matches('.').count())
    }
}

/// The element a position is about: what it is declared in, else what the name there means.
fn subject(view: View<'_>, members: &[&Member], byte: usize) -> Option<ElementId> {
    let vocabulary = view.root.vocabulary();
    let drawn = |id: &ElementId| KindSet::DRAWN.contains(view.model().element(*id).kind);
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
