//! Which views there are: those of the model, and one derived from each type of views that no view of the model replaces.

mod order;
mod patients;
mod spec;
mod text;
mod update;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::Writer;
use super::diagrams::Choice;
use crate::model::{ElementId, Kind, KindSet, SetId, TypeId};
use crate::report::diagram::{Diagram, Style};
use crate::report::{SeveralWay, ViewRow};
use spec::Spec;

/// What a view that stands for several is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// There is one view of the type.
    Whole,
    /// A boundary.
    Boundary(ElementId),
    /// A function of the device.
    Function(SetId, u16),
}

/// What becomes of a view.
enum Outcome {
    Picture(Box<Diagram>),
    Omitted(String),
    /// Nothing in the model can be shown in it.
    Nothing(String),
}

/// A view on its way into the report.
struct Entry<'m> {
    spec: Spec<'m>,
    subject: Subject,
    id: String,
    title: String,
    outcome: Outcome,
    ways: Vec<SeveralWay>,
}

impl<'c> Writer<'c> {
    /// Pictures and texts of all views: those of the model first, in the order of declaration.
    pub(super) fn views(&mut self) -> (Vec<Diagram>, Vec<ViewRow>) {
        let model = self.model;
        let declared: Vec<ElementId> = model.of_kind(Kind::View).filter(|id| !model.element(*id).library).collect();
        let mut entries: Vec<Entry<'c>> = Vec::new();
        for view in declared {
            entries.push(self.of_model(view));
        }
        let of_model = entries.len();
        for of in (0..model.types.len()).map(TypeId::at).filter(|of| model.type_of(*of).kind == Kind::View) {
            let spec = Spec::derived(model, of);
            for subject in self.subjects(&spec) {
                if !self.is_replaced(of, subject, &entries[..of_model]) {
                    entries.push(self.derived_view(spec, subject));
                }
            }
        }
        keep_ids_apart(&mut entries);
        let rows = entries.iter().map(|entry| self.view_row(entry)).collect();
        let pictures = entries.into_iter().filter_map(|entry| match entry.outcome {
            Outcome::Picture(diagram) => Some(*diagram),
            Outcome::Omitted(_) | Outcome::Nothing(_) => None,
        });
        (pictures.collect(), rows)
    }

    fn of_model(&mut self, view: ElementId) -> Entry<'c> {
        let spec = Spec::declared(self.model, view);
        let function = spec.symbols("function").first().map(|(set, at)| Subject::Function(*set, *at));
        let subject = function.unwrap_or(Subject::Whole);
        let id = self.model.element(view).name.to_string();
        self.entry(spec, subject, id, self.model.title(view).to_owned())
    }

    fn derived_view(&mut self, spec: Spec<'c>, subject: Subject) -> Entry<'c> {
        let title = spec.of_type.map_or("", |of| self.model.type_title(of));
        let (id, title) = match subject {
            Subject::Whole => (spec.type_id_text(), title.to_owned()),
            Subject::Boundary(boundary) => (self.model.path(boundary).replace('.', "-"), self.model.title(boundary).to_owned()),
            Subject::Function(set, at) => {
                let set = self.model.schema.set(set);
                (format!("{}-{}", spec.type_id_text(), set.name_at(at)), format!("{title}: {}", set.title_at(at)))
            }
        };
        self.entry(spec, subject, id, title)
    }

    fn entry(&mut self, spec: Spec<'c>, subject: Subject, id: String, title: String) -> Entry<'c> {
        if let Some(reason) = spec.text("omit") {
            return Entry { spec, subject, id, title, outcome: Outcome::Omitted(reason.to_owned()), ways: Vec::new() };
        }
        let (mut diagram, ways) = if spec.symbol_name("shows") == Some("attack_paths") {
            let assets = spec.elements("assets").into_iter().chain(spec.elements("of")).collect();
            (self.attack_view(&id, &title, assets, &spec.symbol_names("from")), Vec::new())
        } else {
            let (choice, ways) = self.choice(&spec, subject, &id, &title);
            (self.diagram(&choice), ways)
        };
        diagram.whole = spec.bool("whole");
        let outcome = if diagram.nodes.is_empty() && diagram.frames.is_empty() {
            let nothing = spec.text("nothing").unwrap_or("Nothing in the model is of the kind that the view shows.");
            Outcome::Nothing(nothing.to_owned())
        } else {
            Outcome::Picture(Box::new(diagram))
        };
        Entry { spec, subject, id, title, outcome, ways }
    }

    /// What the views derived from a type are about: for one of each boundary, for instance, all boundaries.
    fn subjects(&self, spec: &Spec<'_>) -> Vec<Subject> {
        match spec.symbol_name("shows") {
            Some("each_boundary") => self.shown(KindSet::of(Kind::Boundary)).into_iter().map(Subject::Boundary).collect(),
            Some("each_function") => {
                let functions = self.device_functions();
                if functions.is_empty() { vec![Subject::Whole] } else { functions }
            }
            Some(_) => vec![Subject::Whole],
            None => Vec::new(),
        }
    }

    /// The functions of the device on whose data harm depends, in the order of the library.
    fn device_functions(&self) -> Vec<Subject> {
        let carried = self.model.of_kind(Kind::Data).filter(|data| !self.model.carried_by(*data).is_empty());
        let harmful = carried.filter(|data| !self.model.references(*data, "harms").is_empty());
        let mut functions: Vec<(SetId, u16)> = harmful.filter_map(|data| self.function_of(data)).collect();
        functions.sort_by_key(|(_, at)| *at);
        functions.dedup();
        functions.into_iter().map(|(set, at)| Subject::Function(set, at)).collect()
    }

    fn function_of(&self, data: ElementId) -> Option<(SetId, u16)> {
        match self.model.value(data, "function") {
            Some(crate::model::Value::Symbol(set, at)) => Some((*set, *at)),
            _ => None,
        }
    }

    /// Whether a view of the model stands in the place of a derived one.
    fn is_replaced(&self, of: TypeId, subject: Subject, of_model: &[Entry<'_>]) -> bool {
        let same_type = |entry: &&Entry<'_>| entry.spec.of_type.is_some_and(|mine| self.model.is_a(mine, of));
        of_model.iter().filter(same_type).any(|entry| {
            let named = entry.spec.elements("of");
            let omits_all = matches!(entry.outcome, Outcome::Omitted(_)) && named.is_empty() && entry.subject == Subject::Whole;
            match subject {
                _ if omits_all => true,
                Subject::Whole => true,
                Subject::Function(..) => entry.subject == subject,
                Subject::Boundary(boundary) => {
                    named.contains(&boundary)
                        || matches!(&entry.outcome, Outcome::Picture(drawn) if opens(drawn, &self.model.identity(boundary)))
                }
            }
        })
    }

    /// What the picture of a view shows.
    fn choice(&mut self, spec: &Spec<'_>, subject: Subject, id: &str, title: &str) -> (Choice, Vec<SeveralWay>) {
        let mut ways = Vec::new();
        let mut of = spec.elements("of");
        let mut flows = spec.elements("flows");
        if let Subject::Boundary(boundary) = subject
            && of.is_empty()
        {
            of.push(boundary);
        }
        if let Some(filter) = self.filtered(spec, "flows_where") {
            flows.retain(|flow| filter.contains(flow));
            if flows.is_empty() {
                flows = self.model.flows.iter().map(|ends| ends.flow).filter(|flow| filter.contains(flow)).collect();
            }
        }
        let mut only = self.filtered(spec, "elements_where");
        let chosen = !flows.is_empty() || spec.text("flows_where").is_some();
        if let (Subject::Function(set, at), true) = (subject, flows.is_empty()) {
            flows = self.story_of(set, at);
        } else if spec.symbol_name("shows") == Some("several_patients") && flows.is_empty() && of.is_empty() {
            let (over, ends, found) = self.ways_to_several();
            (flows, only, ways) = (over, Some(ends), found);
        } else if chosen && of.is_empty() && only.is_none() {
            only = Some(self.ends_of_flows(&flows));
        }
        let impossible = chosen && flows.is_empty() || spec.symbol_name("shows") == Some("each_function") && flows.is_empty();
        if impossible {
            only = Some(IndexSet::default());
        }
        // where flows choose the elements, only the ports they end at matter
        let by_flows = only.is_some() && !flows.is_empty() && spec.text("elements_where").is_none();
        let shown_ports = self.filtered(spec, "ports_where").or_else(|| by_flows.then(|| self.all_ends(&flows)));
        let choice = Choice {
            id: id.to_owned(),
            title: title.to_owned(),
            style: spec.style(),
            of,
            depth: spec.depth(),
            all_flows: flows.is_empty() && !impossible,
            flows,
            only,
            closed: self.filtered(spec, "closes_where").unwrap_or_default(),
            shown_ports,
            layers: self.layers.unwrap_or_else(|| spec.layers()),
            neighbours: spec.bool("neighbours"),
        };
        (choice, ways)
    }

    /// The elements and ports that flows end at.
    fn all_ends(&self, flows: &[ElementId]) -> IndexSet<ElementId, FxBuildHasher> {
        let ends = flows.iter().filter_map(|flow| self.model.relations.ends(self.model, *flow));
        ends.flat_map(|ends| [ends.source, ends.target]).collect()
    }

    /// The components that flows end at.
    fn ends_of_flows(&self, flows: &[ElementId]) -> IndexSet<ElementId, FxBuildHasher> {
        self.all_ends(flows).into_iter().map(|end| self.model.component_of(end)).collect()
    }

    /// The flows that carry data of a function, each as soon as what it sends can have arrived.
    fn story_of(&self, set: SetId, at: u16) -> Vec<ElementId> {
        let of_function = |flow: &ElementId| {
            let carried = self.model.references(*flow, "carries");
            carried
                .into_iter()
                .any(|data| self.function_of(data) == Some((set, at)) && !self.model.references(data, "harms").is_empty())
        };
        let flows: Vec<ElementId> = self.model.flows.iter().map(|ends| ends.flow).filter(of_function).collect();
        self.in_order(flows, false)
    }

    /// Shown elements that no picture draws or hides in a closed shape.
    pub(super) fn in_no_picture(&self, diagrams: &[Diagram]) -> Vec<String> {
        let mut drawn: IndexSet<&str, FxBuildHasher> = IndexSet::default();
        for diagram in diagrams {
            drawn.extend(diagram.frames.iter().map(|frame| frame.id.as_str()));
            drawn.extend(diagram.nodes.iter().map(|node| node.id.as_str()));
            drawn.extend(diagram.ports.iter().map(|port| port.id.as_str()));
            drawn.extend(diagram.edges.iter().map(|edge| edge.id.as_str()));
        }
        let all = self.shown(KindSet::DRAWN).into_iter().map(|id| self.model.identity(id));
        all.filter(|id| !drawn.contains(id.as_str())).collect()
    }
}

/// Whether a picture shows the inside of a boundary.
fn opens(drawn: &Diagram, boundary: &str) -> bool {
    drawn.style == Style::Dataflow && drawn.frames.iter().any(|frame| frame.id == boundary)
}

/// A derived view gives way to one of the model that has its name.
fn keep_ids_apart(entries: &mut Vec<Entry<'_>>) {
    let mut known: IndexSet<String, FxBuildHasher> = IndexSet::default();
    entries.retain(|entry| known.insert(entry.id.clone()));
}
