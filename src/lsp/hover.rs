//! What is known of what the cursor is on: documentation, every fact with where it comes from, the threats of an element.

use gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind};

use crate::backends::escape_text::markdown;
use crate::findings::State as Standing;
use crate::model::{AttributeId, ElementId, Kind, SetId, TypeId, describe_values};
use crate::report::FactRow;
use crate::report::build::single;
use crate::syntax::ast::Member;
use crate::syntax::doc_before;
use crate::text::Span;
use crate::words::{count, list, tick};

use super::keywords::{function_page, keyword_at, keyword_page};
use super::names::{Meaning, Named};
use super::state::{Answer, State, View};
use super::tree::around;

/// More facts than this are counted, not shown.
const MOST_FACTS: usize = 40;

/// The same of threats.
const MOST_THREATS: usize = 12;

pub(super) fn hover(state: &mut State, params: HoverParams) -> Answer<Option<Hover>> {
    let at = params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let text = view.text();
    let byte = text.offset(at.position);
    let names = view.names();
    let (span, page) = match names.at(byte) {
        Some(named) => (named.span, page(view, named, byte)),
        None => {
            let Some(span) = keyword_at(view, byte) else { return Ok(None) };
            (span, keyword_page(view.sources().slice(span)))
        }
    };
    let Some(value) = page else { return Ok(None) };
    let contents = Contents::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value });
    Ok(Some(Hover { contents, range: Some(text.range(span)) }))
}

/// What is known of a name, in Markdown.
fn page(view: View<'_>, named: &Named, byte: usize) -> Option<String> {
    match &named.meaning {
        Meaning::Element(id) => Some(element(view, *id)),
        Meaning::Type(of) => Some(type_page(view, *of)),
        Meaning::Attribute(id) => Some(attribute(view, *id, byte)),
        Meaning::Derived(number) => derived(view, *number),
        Meaning::Builtin(builtin) => {
            let (word, _) = crate::rules::Builtin::ALL.iter().find(|(_, known)| known == builtin)?;
            Some(format!("**derived attribute** {}\n\nFollows from the place in the model; nobody states it.", tick(word)))
        }
        Meaning::Set(set) => Some(set_page(view, *set)),
        Meaning::Value(set, at) => Some(value(view, *set, *at)),
        Meaning::Local(span) => Some(titled(view, view.sources().slice(*span), *span)),
        Meaning::Variable(span, kinds) => {
            Some(format!("**variable** {}: {}", tick(view.sources().slice(*span)), kinds.describe()))
        }
        Meaning::Module(file) => Some(format!("**file** {}", tick(&view.sources().file(*file).name))),
        Meaning::Word => keyword_page(view.sources().slice(named.span)),
        Meaning::Function => function_page(view.sources().slice(named.span)),
    }
}

/// What is written above a declaration.
fn documentation(view: View<'_>, name: Span) -> String {
    doc_before(view.sources(), name).map_or(String::new(), |text| format!("\n\n{}", markdown(&text)))
}

fn titled(view: View<'_>, what: &str, name: Span) -> String {
    format!("{}{}", tick(what), documentation(view, name))
}

fn element(view: View<'_>, id: ElementId) -> String {
    let model = view.model();
    let element = model.element(id);
    let title = element.title.as_ref().map_or(String::new(), |title| format!(" · {}", markdown(title)));
    let of = element.type_id.map_or(String::new(), |of| format!(" : {}", tick(&model.type_of(of).name)));
    let mut page = format!("**{}** {}{of}{title}", element.kind.word(), tick(&model.path(id)));
    page.push_str(&documentation(view, element.span));
    // an editor shows the first lines: what waits for an answer comes before what is known
    page.push_str(&threats(view, id));
    page.push_str(&facts(view, id));
    page
}

fn facts(view: View<'_>, id: ElementId) -> String {
    let mut facts = single::facts(view.compilation(), view.sources(), id);
    let more = facts.len().saturating_sub(MOST_FACTS);
    facts.truncate(MOST_FACTS);
    if facts.is_empty() {
        return String::new();
    }
    let mut table = "\n\n| attribute | value | where it comes from |\n| --- | --- | --- |\n".to_owned();
    for fact in &facts {
        let (name, value) = (&fact.attribute, markdown(&shortened(&fact.value)));
        table.push_str(&format!("| {name} | {value} | {} |\n", origin(fact)));
    }
    if more > 0 {
        table.push_str(&format!("\n… and {}\n", count(more, "fact")));
    }
    table
}

/// Where a fact comes from. The words hold nothing of the model but identifiers.
fn origin(fact: &FactRow) -> String {
    if fact.place.is_empty() { fact.origin.clone() } else { format!("{}, {}", fact.origin, markdown(&fact.place)) }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The threats of an element: those that wait for an answer in full, the others counted.
fn threats(view: View<'_>, id: ElementId) -> String {
    let findings = &view.compilation().findings;
    let about = findings.all.iter().filter(|finding| finding.element == id);
    let (waiting, settled): (Vec<_>, Vec<_>) =
        about.partition(|finding| matches!(findings.state(finding), Standing::Open | Standing::Question));
    if waiting.is_empty() && settled.is_empty() {
        return String::new();
    }
    let mut page = "\n\n**Threats**\n\n".to_owned();
    let mut shown = waiting.clone();
    shown.sort_by_key(|finding| findings.state(finding));
    shown.truncate(MOST_THREATS);
    for threat in single::threats(view.compilation(), view.sources(), &shown) {
        let risk = threat.risk_after.level.as_ref().map_or(String::new(), |level| format!(", {}", markdown(level)));
        page.push_str(&format!("* {} {} ({}{risk})\n", tick(&threat.rule), markdown(&threat.title), threat.state.word()));
    }
    if waiting.len() > MOST_THREATS {
        page.push_str(&format!("* … and {}\n", count(waiting.len() - MOST_THREATS, "threat")));
    }
    if !settled.is_empty() {
        page.push_str(&format!("* {} mitigated or decided\n", settled.len()));
    }
    page
}

fn type_page(view: View<'_>, of: TypeId) -> String {
    let model = view.model();
    let known = model.type_of(of);
    let line: Vec<String> = model.line_of(of).skip(1).map(|base| tick(&model.type_of(base).name)).collect();
    let bases = line.iter().map(String::as_str).chain([known.kind.word()]).collect::<Vec<_>>().join(" : ");
    let title = known.title.as_ref().map_or(String::new(), |title| format!(" · {}", markdown(title)));
    let mut page = format!("**type** {} : {bases}{title}", tick(&known.name));
    page.push_str(&documentation(view, known.span));
    let mut defaults = Vec::new();
    for base in model.line_of(of) {
        for fact in &model.type_of(base).facts {
            let name = &model.schema.info(fact.attribute).name;
            if !defaults.iter().any(|(known, _, _)| known == name) {
                defaults.push((name.clone(), written(view, fact.span), model.type_of(base).name.clone()));
            }
        }
    }
    if !defaults.is_empty() {
        page.push_str("\n\n| attribute | default | said by |\n| --- | --- | --- |\n");
        for (name, value, by) in defaults.iter().take(MOST_FACTS) {
            page.push_str(&format!("| {name} | {} | {} |\n", markdown(&shortened(value)), tick(by)));
        }
    }
    page
}

/// The value of a fact as it is written: its span begins with the name of the attribute.
fn written(view: View<'_>, fact: Span) -> String {
    let text = view.sources().slice(fact);
    text.split_once(':').map_or(text, |(_, value)| value).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(view: View<'_>, id: AttributeId, byte: usize) -> String {
    let model = view.model();
    let info = model.schema.info(id);
    let what = describe_values(&model.schema, &info.value_type);
    let mut page = format!("**attribute** `{}.{}`: {what}\n\n{}", info.owner_word, info.name, attribute_help(view, id));
    // where it is said of an element, what holds of it in the end
    let around = view.parse().map_or_else(Vec::new, |parse| around(&parse.body, byte));
    let declared = around.iter().rev().find_map(|member| match member {
        Member::Declaration(declaration) => Some(declaration.name.span),
        Member::Flow(flow) => Some(flow.name.span),
        _ => None,
    });
    let of = declared.and_then(|name| view.root.vocabulary().element(name));
    if let Some(of) = of.filter(|of| info.owner.contains(model.element(*of).kind)) {
        let facts = single::facts(view.compilation(), view.sources(), of);
        if let Some(fact) = facts.iter().find(|fact| fact.attribute == info.name.as_str()) {
            let value = markdown(&shortened(&fact.value));
            page.push_str(&format!("\n\nOf {} it is {value} ({}).", tick(&fact.element), origin(fact)));
        }
    }
    page
}

fn derived(view: View<'_>, number: u16) -> Option<String> {
    let define = view.compilation().rules.defines.get(number as usize)?;
    let text = view.text_of(define.span.file);
    let start = text.lines().line_start(define.span.start as usize);
    let line = text.text[start..].lines().next().unwrap_or_default();
    Some(format!(
        "**derived attribute** {} of {}{}\n\n```ward\n{}\n```",
        tick(&define.name),
        define.owner.describe(),
        documentation(view, define.span),
        line.replace("```", "")
    ))
}

fn set_page(view: View<'_>, set: SetId) -> String {
    let set_of = view.model().schema.set(set);
    let what = if set_of.ordered { "scale" } else { "enum" };
    let names: Vec<String> = set_of.names().map(tick).collect();
    let docs = view.root.vocabulary().set(set).map_or(String::new(), |name| documentation(view, name));
    format!("**{what}** {}: {}{docs}", tick(&set_of.name), list(&names, "or"))
}

fn value(view: View<'_>, set: SetId, at: u16) -> String {
    let of = view.model().schema.set(set);
    let (name, title) = (of.name_at(at), of.title_at(at));
    let said = if name == title { String::new() } else { format!(" · {}", markdown(title)) };
    let is_named = view.root.vocabulary().set(set).is_some();
    let documented = view.root.vocabulary().value(set, at).and_then(|name| doc_before(view.sources(), name));
    let docs = match documented.map(|docs| markdown(&docs)) {
        Some(docs) if is_named => format!("\n\n{docs}"),
        // what stands above is about the attribute in whose declaration the value is
        Some(docs) => format!("\n\nThe attribute: {docs}"),
        None => String::new(),
    };
    format!("**value** {} of {}{said}{docs}", tick(name), tick(&of.name))
}

/// What a completion says of an attribute: what it is for, and what is asked where nobody says it.
pub(super) fn attribute_help(view: View<'_>, id: AttributeId) -> String {
    let info = view.model().schema.info(id);
    let mut parts: Vec<String> = doc_before(view.sources(), info.span).map(|docs| markdown(&docs)).into_iter().collect();
    if let Some((question, _)) = &info.question {
        let question = question.replace("{self}", &format!("this {}", info.owner_word));
        parts.push(format!("Unset, it asks: *{}*", markdown(&question)));
    }
    if info.protection {
        parts.push("A protection: saying so wants a control behind it.".to_owned());
    }
    parts.join("\n\n")
}

/// What a completion says of an element: not more than its declaration does.
pub(super) fn element_help(view: View<'_>, id: ElementId) -> String {
    let model = view.model();
    let element = model.element(id);
    let title = element.title.as_ref().map_or("", |title| title.as_str());
    let mut page = if element.kind == Kind::Rule { template(title) } else { markdown(title) };
    if element.kind == Kind::Rule
        && let Some(statement) = model.text(id, "statement")
    {
        page.push_str(&format!("\n\n{}", template(statement)));
    }
    page.push_str(&documentation(view, element.span));
    page.trim_start().to_owned()
}

/// A template that nothing is put into: its places are shown as what they ask for.
fn template(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(&between(before));
        rest = match (after.strip_prefix('{'), after.split_once('}')) {
            (Some(brace), _) => {
                out.push('{');
                brace
            }
            (None, Some((path, behind))) => {
                out.push_str(&tick(path));
                behind
            }
            (None, None) => after,
        };
    }
    out.push_str(&between(rest));
    out
}

/// What stands between places, with the blanks at its ends, which escaping takes away.
fn between(text: &str) -> String {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    format!("{}{}{}", &text[..start], markdown(inner), &text[start + inner.len()..])
}

/// What a completion says of a type.
pub(super) fn type_help(view: View<'_>, of: TypeId) -> String {
    type_page(view, of)
}
