//! The attack surface: where somebody gets in, what is crossed on the way, and what protects.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::delta::{Aspect, Done, ElementChange, FactChange, SurfaceChange, Turn};
use super::facts::named;
use super::side::{Elements, Side, found};
use crate::model::{AttributeId, ElementId, Kind, KindSet, Model, Value};
use crate::words::list;

/// Attributes of ports that say whether it is there for somebody, and the value that opens it most.
const STATES: [(&str, &str); 4] = [("default", "enabled"), ("access", "public"), ("required", ""), ("covered", "no")];

/// What is said of an attribute of which nobody says anything.
const NOT_STATED: &str = "not stated";

/// What changed of it: what widens it first, each group in the order of the models.
pub(super) fn compare(
    before: (&Side<'_>, &Elements),
    after: (&Side<'_>, &Elements),
    elements: &[ElementChange],
) -> Vec<SurfaceChange> {
    let mut surface = Surface { before, after, changes: Vec::new() };
    for change in elements {
        surface.came_or_went(change);
    }
    for (key, id) in after.1 {
        if let Some(was) = before.1.get(key) {
            surface.element(*was, *id);
        }
    }
    surface.changes.sort_by_key(|change| (change.turn, change.aspect));
    surface.changes
}

struct Surface<'s, 'c> {
    before: (&'s Side<'c>, &'s Elements),
    after: (&'s Side<'c>, &'s Elements),
    changes: Vec<SurfaceChange>,
}

impl Surface<'_, '_> {
    /// A port, a flow or a control that came or went.
    fn came_or_went(&mut self, change: &ElementChange) {
        let gone = match change.done {
            Done::Added => false,
            Done::Removed => true,
            Done::Renamed | Done::Changed => return,
        };
        let (side, elements) = if gone { self.before } else { self.after };
        let Some(((kind, ..), id)) = found(elements, change) else { return };
        let (turn, word) = if gone { (Turn::Narrower, "gone") } else { (Turn::Wider, "new") };
        match kind {
            Kind::Port => {
                let text = format!("{word} way in: port {}{}", named(side.model(), id), port_in_words(side, id));
                self.say(side, id, (turn, Aspect::WayIn), text);
            }
            Kind::Flow => {
                let crossed = crossed(side.model(), id);
                if !crossed.is_empty() {
                    let names: Vec<String> = crossed.iter().map(|id| side.model().title(*id).to_owned()).collect();
                    let what = flow_in_words(side.model(), id);
                    let text = format!("{word} flow across {}: {}{what}", list(&names, "and"), named(side.model(), id));
                    self.say(side, id, (turn, Aspect::Crossing), text);
                }
            }
            Kind::Control if side.model().relations.counts(id) => {
                let protected = side.model().relations.protected_by(id);
                let names: Vec<String> = protected.iter().map(|id| side.model().title(*id).to_owned()).collect();
                if !names.is_empty() {
                    let (turn, word) = if gone { (Turn::Wider, "gone") } else { (Turn::Narrower, "new") };
                    let text = format!("{word} control {} on {}", named(side.model(), id), list(&names, "and"));
                    self.say(side, id, (turn, Aspect::Control), text);
                }
            }
            _ => {}
        }
    }

    /// An element of both models.
    fn element(&mut self, was: ElementId, is: ElementId) {
        let kind = self.after.0.model().element(is).kind;
        if KindSet::DRAWN.contains(kind) {
            self.exposure(was, is);
            self.protections(was, is);
        }
        match kind {
            Kind::Port => self.states(was, is),
            Kind::Flow => self.crossings(was, is),
            Kind::Control => self.control(was, is),
            _ => {}
        }
    }

    fn say(&mut self, side: &Side<'_>, id: ElementId, (turn, aspect): (Turn, Aspect), text: String) {
        self.changes.push(SurfaceChange {
            turn,
            aspect,
            element: side.model().identity(id),
            name: side.model().title(id).to_owned(),
            text,
            attribute: None,
            before: None,
            after: None,
            place: side.place(id),
        });
    }

    /// Says what something was and is.
    fn tell(&mut self, is: ElementId, (turn, aspect): (Turn, Aspect), text: String, (before, after): (String, String)) {
        let side = self.after.0;
        self.say(side, is, (turn, aspect), text);
        if let Some(last) = self.changes.last_mut() {
            (last.before, last.after) = (Some(before), Some(after));
        }
    }

    /// Which attribute the last change is about.
    fn about(&mut self, attribute: &str) {
        if let Some(last) = self.changes.last_mut() {
            last.attribute = Some(attribute.to_owned());
        }
    }

    /// From where it is reached.
    fn exposure(&mut self, was: ElementId, is: ElementId) {
        let (old, new) = (self.before.0.compilation, self.after.0.compilation);
        let (Some((set, from)), Some((to_set, to))) = (old.exposures.of(was), new.exposures.of(is)) else { return };
        if from == to {
            return;
        }
        let turn = if to > from { Turn::Wider } else { Turn::Narrower };
        let word = if to > from { "more" } else { "less" };
        let (before, after) = (old.model.schema.set(set).title_at(from), new.model.schema.set(to_set).title_at(to));
        let because = new.exposures.because_of(is).filter(|id| *id != is);
        let because = because.map_or(String::new(), |id| format!(", by {}", named(&new.model, id)));
        let text =
            format!("{} is {word} exposed: reached by an attacker {before} before, {after} now{because}", named(&new.model, is));
        self.tell(is, (turn, Aspect::Exposure), text, (before.to_owned(), after.to_owned()));
    }

    /// Protections claimed or provided before that are not now, and the other way round.
    fn protections(&mut self, was: ElementId, is: ElementId) {
        let (old, new) = (self.before.0.model(), self.after.0.model());
        let kind = new.element(is).kind;
        for attribute in (0..new.schema.attributes.len()).map(AttributeId::at) {
            let info = new.schema.info(attribute);
            if !info.protection || !info.owner.contains(kind) {
                continue;
            }
            let (before, after) = (old.value(was, &info.name), new.value(is, &info.name));
            let (weak, strong) = (strength(before), strength(after));
            if weak == strong {
                continue;
            }
            let lost = strong < weak;
            let (turn, word) = if lost { (Turn::Wider, "lost") } else { (Turn::Narrower, "gained") };
            let (told, tells) = (said(old, was, &info.name), said(new, is, &info.name));
            // an answer that says no protects no less than no answer
            if before.is_none() && strong == 0 {
                continue;
            }
            let text = format!("{word} protection of {}: {} was {told}, is {tells}", named(new, is), plain(&info.name));
            self.tell(is, (turn, Aspect::Protection), text, (told, tells));
            self.about(&info.name);
        }
    }

    /// Whether a port is on as shipped, and for whom.
    fn states(&mut self, was: ElementId, is: ElementId) {
        let (old, new) = (self.before.0.model(), self.after.0.model());
        for (attribute, widest) in STATES {
            let (before, after) = (said(old, was, attribute), said(new, is, attribute));
            if before == after {
                continue;
            }
            // what is not stated any more is not known to be closed, nor is it closed because nobody says that it is open
            let turn = match (before == widest, after == widest) {
                (_, true) => Turn::Wider,
                (true, _) if after == NOT_STATED => Turn::Otherwise,
                (true, _) => Turn::Narrower,
                _ if widest.is_empty() => Turn::Otherwise,
                _ if after == NOT_STATED => Turn::Wider,
                _ if before == NOT_STATED => Turn::Narrower,
                _ => Turn::Otherwise,
            };
            let text = format!("{}: {} was {before}, is {after}", named(new, is), plain(attribute));
            self.tell(is, (turn, Aspect::State), text, (before, after));
            self.about(attribute);
        }
    }

    /// Which boundaries a flow crosses.
    fn crossings(&mut self, was: ElementId, is: ElementId) {
        let (old, new) = (self.before.0.model(), self.after.0.model());
        let ids = |model: &Model, flow| -> Vec<String> {
            let mut ids: Vec<String> = crossed(model, flow).iter().map(|id| model.identity(*id)).collect();
            ids.sort_unstable();
            ids
        };
        let (before, after) = (ids(old, was), ids(new, is));
        if before == after {
            return;
        }
        let missing = |some: &[String], other: &[String]| -> Vec<String> {
            some.iter().filter(|id| !other.contains(id)).cloned().collect()
        };
        let (more, less) = (missing(&after, &before), missing(&before, &after));
        let told = |model: &Model, ids: &[String]| {
            let names: Vec<String> =
                ids.iter().map(|id| model.find(id).map_or_else(|| id.clone(), |id| named(model, id))).collect();
            list(&names, "and")
        };
        let turn = match (more.is_empty(), less.is_empty()) {
            (false, true) => Turn::Wider,
            (true, false) => Turn::Narrower,
            _ => Turn::Otherwise,
        };
        let mut parts = Vec::new();
        if !more.is_empty() {
            parts.push(format!("crosses {} now", told(new, &more)));
        }
        if !less.is_empty() {
            parts.push(format!("{} no longer", told(old, &less)));
        }
        let verb = if more.is_empty() { "crosses " } else { "" };
        let text = format!("flow {} {verb}{}", named(new, is), list(&parts, "and"));
        let or_none = |ids: Vec<String>| if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        self.tell(is, (turn, Aspect::BoundaryMoved), text, (or_none(before), or_none(after)));
    }

    /// Whether a control counts, and what it protects.
    fn control(&mut self, was: ElementId, is: ElementId) {
        let (old, new) = (self.before.0.model(), self.after.0.model());
        let (counted, counts) = (old.relations.counts(was), new.relations.counts(is));
        if counted != counts {
            let (turn, word) = if counts { (Turn::Narrower, "counts now") } else { (Turn::Wider, "counts no longer") };
            let status = (said(old, was, "status"), said(new, is, "status"));
            let text = format!("control {} {word}: it was {}, is {}", named(new, is), status.0, status.1);
            self.tell(is, (turn, Aspect::Control), text, status);
            return;
        }
        if !counts {
            return;
        }
        let mut protected: IndexMap<String, (bool, bool), FxBuildHasher> = IndexMap::default();
        for id in old.relations.protected_by(was) {
            protected.entry(old.identity(*id)).or_default().0 = true;
        }
        for id in new.relations.protected_by(is) {
            protected.entry(new.identity(*id)).or_default().1 = true;
        }
        for (id, (did, does)) in protected.into_iter().filter(|(_, (did, does))| did != does) {
            let (turn, word) = if does { (Turn::Narrower, "now protects") } else { (Turn::Wider, "no longer protects") };
            let text = format!("control {} {word} {id}", named(new, is));
            let words = |yes| if yes { "protects it" } else { "does not protect it" }.to_owned();
            self.tell(is, (turn, Aspect::Control), text, (words(did), words(does)));
        }
    }
}

/// How much a value protects, to be compared with another value of the same attribute: nothing known, or none, counts for nothing.
fn strength(value: Option<&Value>) -> usize {
    match value {
        None | Some(Value::Bool(false)) => 0,
        Some(Value::Symbol(_, at)) => *at as usize,
        Some(Value::List(values)) => values.len(),
        Some(_) => 1,
    }
}

/// What is said of an attribute, as the language writes it.
fn said(model: &Model, id: ElementId, attribute: &str) -> String {
    match model.value(id, attribute) {
        None => NOT_STATED.to_owned(),
        Some(Value::Symbol(set, at)) => model.schema.set(*set).name_at(*at).replace('_', " "),
        Some(value) => crate::rules::words(model, &crate::rules::Val::of(value)),
    }
}

/// `integrity_protected` as words.
fn plain(attribute: &str) -> String {
    attribute.replace('_', " ")
}

/// What a reviewer asks of a port first.
fn port_in_words(side: &Side<'_>, id: ElementId) -> String {
    let row = side.report.ports.iter().find(|row| row.id == side.model().identity(id));
    let Some(row) = row else { return String::new() };
    let mut parts = vec![row.kind.clone(), format!("reached {}", row.reachable_from)];
    let state = |word: &str, value: &Option<String>| {
        value.as_ref().map_or(format!("{word} not stated"), |value| format!("{word} {}", value.replace('_', " ")))
    };
    parts.push(state("as shipped", &row.default_state));
    parts.push(state("access", &row.access));
    format!(" ({})", parts.join("; "))
}

/// Protocol and content of a flow.
fn flow_in_words(model: &Model, id: ElementId) -> String {
    let ends = model.relations.ends(model, id);
    let over = ends.and_then(|ends| ends.protocol).map(|of| format!("over {}", model.type_title(of)));
    let carried: Vec<String> = model.references(id, "carries").into_iter().map(|id| model.title(id).to_owned()).collect();
    let carries = (!carried.is_empty()).then(|| format!("carries {}", list(&carried, "and")));
    let parts: Vec<String> = [over, carries].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// The boundaries a flow crosses.
fn crossed(model: &Model, flow: ElementId) -> Vec<ElementId> {
    model.relations.ends(model, flow).map(|ends| model.relations.between(ends.source, ends.target)).unwrap_or_default()
}

/// A fact that changed, in a sentence.
pub(super) fn sentence(element: &str, change: &FactChange) -> String {
    let told = |told: &Option<super::delta::Told>| told.as_ref().map_or("not stated".to_owned(), |told| told.value.clone());
    let place =
        change.after.as_ref().or(change.before.as_ref()).map(|told| told.place.as_str()).filter(|place| !place.is_empty());
    let place = place.map_or(String::new(), |place| format!(" ({place})"));
    format!("{element}.{}: was {}, is {}{place}", change.attribute, told(&change.before), told(&change.after))
}
