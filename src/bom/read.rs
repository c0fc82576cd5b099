//! Asks for the documents that the model names, and makes facts of what they say.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::assess::{Bill, Bills};
use super::document::Document;
use super::{EXPLOITABLE, errors, format};
use crate::diagnostic::Diagnostics;
use crate::model::{ElementId, Fact, KindSet, Model, Value};
use crate::program::{ReadError, World, beside};
use crate::session::Session;
use crate::text::{FileId, Span};

/// A document that an element names, and where.
type Named = (String, Span);

/// Reads the documents of a model, and adds what is exploitable to its facts. `root` is the model's root file, whose folder no path may
/// leave.
pub fn read(
    session: &mut Session,
    world: &dyn World,
    root: Option<&str>,
    model: &mut Model,
    diagnostics: &mut Diagnostics,
) -> Bills {
    let folder = root.and_then(|root| root.rsplit_once('/')).map_or("", |(folder, _)| folder).to_owned();
    let mut reader = Reader { session, world, folder, known: IndexMap::default(), bills: Bills::default(), diagnostics };
    for (element, sbom, vex) in named(model) {
        let place = sbom.as_ref().or(vex.first()).map(|(_, span)| *span);
        let vex_place = vex.first().map(|(_, span)| *span);
        let sbom = sbom.map(|named| (reader.document(&named), named.1));
        let mut bill = Bill { element, sbom: None, vex: Vec::new(), assessments: Vec::new() };
        bill.vex = vex.iter().filter_map(|named| reader.document(named)).collect();
        match (&sbom, vex_place) {
            (None, Some(span)) => reader.diagnostics.push(errors::vex_without_bill(model, element, span)),
            (Some((at, _)), _) => bill.sbom = *at,
            (None, None) => {}
        }
        if let (Some(at), Some((_, span))) = (bill.sbom, sbom)
            && !reader.bills.documents[at].2.is_bill
        {
            reader.diagnostics.push(errors::no_bill(&reader.bills.documents[at], span));
            bill.sbom = None;
        }
        let doubts = reader.bills.assess(&mut bill);
        let at = vex_place.or(place);
        if let (Some(span), Some(sbom)) = (at, bill.sbom) {
            let contents = &reader.bills.documents[sbom];
            errors::doubts(reader.session.sources(), contents, &doubts, span, reader.diagnostics);
            let assessed = !bill.vex.is_empty() || !contents.2.statements.is_empty();
            if assessed {
                state(model, &reader.bills, &bill, span);
            }
        }
        reader.bills.bills.push(bill);
    }
    reader.bills
}

/// What the elements of a model name, in its order.
fn named(model: &Model) -> Vec<(ElementId, Option<Named>, Vec<Named>)> {
    let known = |id: ElementId, attribute: &str| {
        let attribute = model.schema.attribute(model.element(id).kind, attribute)?;
        model.known(id, attribute).map(|known| known.fact)
    };
    let text = |value: &Value, span: Span| if let Value::Text(text) = value { Some((text.to_string(), span)) } else { None };
    let components = model.iter().filter(|(id, element)| KindSet::COMPONENT.contains(element.kind) && model.is_shown(*id));
    components
        .filter_map(|(id, _)| {
            let sbom = known(id, "sbom").and_then(|fact| text(&fact.value, fact.span));
            let vex = known(id, "vex").map_or_else(Vec::new, |fact| match &fact.value {
                Value::List(items) => items.iter().filter_map(|item| text(item, fact.span)).collect(),
                _ => Vec::new(),
            });
            (sbom.is_some() || !vex.is_empty()).then_some((id, sbom, vex))
        })
        .collect()
}

/// Makes a fact of what counts, beside what the model itself says counts.
fn state(model: &mut Model, bills: &Bills, bill: &Bill, place: Span) {
    let Some(attribute) = model.schema.attribute(model.element(bill.element).kind, EXPLOITABLE) else { return };
    let span = bill.exploitable().next().map_or(place, |first| first.span);
    let found = bill.exploitable().map(|assessment| Value::Text(bills.label(bill, assessment).into()));
    let facts = &mut model.elements[bill.element.index()].facts;
    let earlier = facts.iter().position(|fact| fact.attribute == attribute).map(|at| facts.remove(at).value);
    let mut all = if let Some(Value::List(values)) = earlier { values.into_vec() } else { Vec::new() };
    all.extend(found);
    facts.push(Fact { attribute, value: Value::List(all.into()), span, from_type: false });
}

struct Reader<'a> {
    session: &'a mut Session,
    world: &'a dyn World,
    /// The folder no path may leave.
    folder: String,
    /// Positions of documents by path; nothing for those that cannot be read, which is said once.
    known: IndexMap<String, Option<usize>, FxBuildHasher>,
    bills: Bills,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// A document of the model, read when it is named first.
    fn document(&mut self, (name, span): &Named) -> Option<usize> {
        let from = self.session.sources().file(span.file).name.clone();
        let path = beside(&from, name).filter(|path| self.is_inside(path) && !from.starts_with('<') && !name.is_empty());
        let Some(path) = path else {
            self.diagnostics.push(errors::unreadable(*span, name, &ReadError::Outside));
            return None;
        };
        if let Some(known) = self.known.get(&path) {
            return *known;
        }
        let read = self.world.read(&path).map_err(|error| self.diagnostics.push(errors::unreadable(*span, name, &error))).ok();
        let at = read.and_then(|text| {
            let file = self.session.add_source(&path, std::sync::Arc::clone(&text));
            let document = self.parse(name, &text, file, *span)?;
            self.bills.documents.push((path.clone(), file, document));
            Some(self.bills.documents.len() - 1)
        });
        self.known.insert(path, at);
        at
    }

    fn parse(&mut self, name: &str, text: &str, file: FileId, span: Span) -> Option<Document> {
        match format::parse(text) {
            Ok(document) => {
                errors::components(name, &document, span, self.diagnostics);
                Some(document)
            }
            Err(fault) => {
                let at = Span::new(file, fault.at as u32, fault.at as u32);
                self.diagnostics.push(errors::faulty(self.session.sources(), name, &fault, at, span));
                None
            }
        }
    }

    fn is_inside(&self, path: &str) -> bool {
        self.folder.is_empty() || path.strip_prefix(&self.folder).is_some_and(|rest| rest.starts_with('/'))
    }
}
