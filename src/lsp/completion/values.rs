//! What can be a value: names of elements and types, values of sets, rules, clauses, modules and files.

use std::path::Path;

use gen_lsp_types::CompletionItemKind;
use indexmap::IndexMap;

use super::item::{Help, Item, Offer};
use super::{Owner, Scene, named};
use crate::backends::escape_text::markdown;
use crate::findings::State as Standing;
use crate::model::{AttributeId, ElementId, Kind, KindSet, SetId, TypeId, ValueType};
use crate::syntax::ast::Keyword;

/// Modules of the library.
pub(super) fn modules(scene: &Scene<'_, '_>, offer: &mut Offer) {
    use crate::program::World;
    for module in scene.view.root.project.world.modules() {
        offer.push(named(module, CompletionItemKind::Module));
    }
}

/// Files beside the text.
pub(super) fn files(scene: &Scene<'_, '_>, own: &Path, offer: &mut Offer) {
    offer.from(scene.context.typed);
    let folder = own.parent().filter(|folder| folder.is_absolute());
    let files = folder.and_then(|folder| crate::project::os_world::tm_files(folder).ok()).unwrap_or_default();
    for file in files.iter().filter(|file| *file != own) {
        if let Some(name) = file.file_name().and_then(|name| name.to_str()) {
            offer.push(named(name, CompletionItemKind::File));
        }
    }
}

/// Elements of some kinds: by the shortest name for what is near, by their paths else.
pub(super) fn elements(scene: &Scene<'_, '_>, kinds: KindSet, offer: &mut Offer) {
    let model = scene.view.model();
    let around: Vec<ElementId> = std::iter::successors(scene.scope, |id| model.element(*id).parent).collect();
    for (id, element) in model.iter() {
        if !kinds.contains(element.kind) || matches!(element.kind, Kind::Respond | Kind::Answer | Kind::Rule | Kind::Clause) {
            continue;
        }
        let near = element.parent.is_some_and(|parent| around.contains(&parent));
        let rank = if element.library { 4 } else { 2 };
        if near {
            offer.push(element_item(scene, id, element.name.to_string()).rank(0));
        }
        if !near || scene.context.path().1.len() == 1 {
            offer.push(element_item(scene, id, model.path(id)).rank(rank));
        }
    }
}

fn element_item(scene: &Scene<'_, '_>, id: ElementId, label: String) -> Item {
    let model = scene.view.model();
    let element = model.element(id);
    let of = element.type_id.map_or(String::new(), |of| format!(" : {}", model.type_of(of).name));
    named(label, CompletionItemKind::Variable).detail(format!("{}{of}", element.kind.word())).help(Help::Element(id))
}

/// Types of a kind.
pub(super) fn types(scene: &Scene<'_, '_>, kind: Kind, offer: &mut Offer) {
    let model = scene.view.model();
    for id in (0..model.types.len()).map(TypeId::at) {
        let of = model.type_of(id);
        if of.kind == kind {
            let detail = of.title.as_ref().map_or(kind.word(), |title| title.as_str());
            let item = named(of.name.as_str(), CompletionItemKind::Class).detail(detail).help(Help::Type(id));
            offer.push(item.rank(if of.library { 3 } else { 1 }));
        }
    }
}

/// What a type can be based on.
pub(super) fn bases(scene: &Scene<'_, '_>, offer: &mut Offer) {
    kinds(scene, offer);
    for kind in Kind::ALL {
        types(scene, *kind, offer);
    }
}

/// Types of the kind that a keyword makes; categories for a rule.
pub(super) fn bases_of(scene: &Scene<'_, '_>, keyword: &str, offer: &mut Offer) {
    match Keyword::of(keyword).and_then(Kind::of_keyword) {
        Some(Kind::Rule) => elements(scene, KindSet::of(Kind::Category), offer),
        Some(kind) => types(scene, kind, offer),
        None => {}
    }
}

/// Kinds, and groups of them.
pub(super) fn kinds(_: &Scene<'_, '_>, offer: &mut Offer) {
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).chain(["element", "component"]).collect();
    offer.words(&words);
}

/// What a rule can be about.
pub(super) fn kinds_and_types(scene: &Scene<'_, '_>, offer: &mut Offer) {
    bases(scene, offer);
}

/// What an attribute's values can be.
pub(super) fn value_types(scene: &Scene<'_, '_>, offer: &mut Offer) {
    offer.words(&["bool", "int", "text", "date", "path", "one of", "list of"]);
    let schema = &scene.view.model().schema;
    for set in schema.set_names() {
        offer.push(named(schema.set(set).name.as_str(), CompletionItemKind::Enum).rank(3));
    }
    kinds(scene, offer);
}

/// Rules, those with open threats first.
pub(super) fn rules(scene: &Scene<'_, '_>, offer: &mut Offer) {
    let whole = scene.view.root.whole();
    let mut open: IndexMap<&str, usize> = IndexMap::new();
    for finding in whole.findings.all.iter().filter(|finding| whole.findings.state(finding) == Standing::Open) {
        *open.entry(finding.rule_name(&whole.model, &whole.rules)).or_default() += 1;
    }
    let compilation = scene.view.compilation();
    for rule in &compilation.rules.rules {
        let name = compilation.model.element(rule.id).name.as_str();
        let open = open.get(name).copied().unwrap_or_default();
        let detail = if open > 0 { crate::words::count(open, "open threat") } else { String::new() };
        let item = named(name, CompletionItemKind::Function).detail(detail).help(Help::Element(rule.id));
        offer.push(item.rank(if open > 0 { 0 } else { 3 }));
    }
}

/// The elements a rule finds something about, those with open threats first; every element where the rule is unknown.
pub(super) fn elements_of_rule(scene: &Scene<'_, '_>, rule: Option<&str>, offer: &mut Offer) {
    let whole = scene.view.root.whole();
    let model = scene.view.model();
    let mut found = false;
    for finding in whole.findings.all.iter().filter(|finding| rule == Some(finding.rule_name(&whole.model, &whole.rules))) {
        let Some(id) = model.find(&whole.model.path(finding.element)) else { continue };
        let state = whole.findings.state(finding);
        let rank = match (state, finding.decision.is_some()) {
            (Standing::Open, false) => 0,
            (Standing::Question, false) => 1,
            _ => 3,
        };
        offer.push(element_item(scene, id, model.path(id)).detail(state.word()).rank(rank));
        found = true;
    }
    if !found {
        elements(scene, KindSet::DESCRIBED, offer);
    }
}

/// Clauses of standards.
pub(super) fn clauses(scene: &Scene<'_, '_>, offer: &mut Offer) {
    let model = scene.view.model();
    for id in model.of_kind(Kind::Clause) {
        offer.push(named(model.path(id), CompletionItemKind::Reference).detail(model.title(id).to_owned()));
    }
}

/// What can be a value of the attribute with a name.
pub(super) fn of_attribute(scene: &Scene<'_, '_>, name: &str, offer: &mut Offer) {
    let schema = &scene.view.model().schema;
    let kinds = match scene.owner {
        Owner::Kind(kind) => KindSet::of(kind),
        Owner::Provides => KindSet::DRAWN,
        Owner::File | Owner::Test | Owner::Other => return,
    };
    let found = (0..schema.attributes.len()).map(AttributeId::at).find(|id| {
        let info = schema.info(*id);
        info.name == name && !info.owner.intersection(kinds).is_empty()
    });
    if let Some(id) = found {
        of_type(scene, &schema.info(id).value_type, offer);
    }
}

fn of_type(scene: &Scene<'_, '_>, of: &ValueType, offer: &mut Offer) {
    match of {
        ValueType::Bool => offer.words(&["yes", "no", "unknown"]),
        ValueType::Set(set) => set_values(scene, *set, offer),
        ValueType::Element(kinds) => elements(scene, *kinds, offer),
        ValueType::TypeOf(kinds) => kinds.iter().for_each(|kind| types(scene, kind, offer)),
        ValueType::List(item) => of_type(scene, item, offer),
        ValueType::Path => elements(scene, KindSet::DESCRIBED, offer),
        ValueType::Int | ValueType::Text | ValueType::Date => {}
    }
}

/// The values of a set, in their order.
pub(super) fn set_values(scene: &Scene<'_, '_>, set: SetId, offer: &mut Offer) {
    let of = scene.view.model().schema.set(set);
    let vocabulary = scene.view.root.vocabulary();
    // what stands above values in the declaration of an attribute is about that
    let is_named = vocabulary.set(set).is_some();
    for (at, name) in of.names().enumerate() {
        let at = at as u16;
        let docs =
            vocabulary.value(set, at).filter(|_| is_named).and_then(|span| crate::syntax::doc_before(scene.view.sources(), span));
        let title = of.title_at(at);
        let item = named(name, CompletionItemKind::EnumMember).detail(if title == name { "" } else { title });
        let item = item.rank(u8::try_from(at).unwrap_or(9).min(9));
        offer.push(match docs {
            Some(docs) => item.help(Help::Text(markdown(&docs))),
            None => item,
        });
    }
}
