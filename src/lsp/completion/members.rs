//! What a member can begin with.

use gen_lsp_types::CompletionItemKind;

use super::super::keywords::keyword_help;
use super::item::{Help, Item, Offer};
use super::{Owner, Scene, named};
use crate::findings::State as Standing;
use crate::model::{AttributeId, Kind, KindSet, ValueType, describe_values};
use crate::syntax::ast::{Keyword, TABLES};

/// Words that begin a member of a file and are no declarations, and what they are written as.
const OF_FILES: [(&str, &str); 8] = [
    ("import", "import ${0:std.medical}"),
    ("flow", "flow ${1:name} \"${2:Title}\": ${3:source} -> ${4:target} over ${5:Protocol} { carries: [$0] }"),
    ("extend", "extend ${1:path} {\n\t$0\n}"),
    ("respond", "respond ${1:RULE} @ ${2:path} {\n\t$0\n}"),
    ("answer", "answer ${1:clause} {\n\t$0\n}"),
    ("assert", "assert \"${1:claim}\": $0"),
    ("attribute", "attribute ${1:kind}.${2:name} : ${0:bool}"),
    ("define", "define ${1:kind}.${2:name} = $0"),
];

pub(super) fn members(scene: &Scene<'_, '_>, offer: &mut Offer) {
    match scene.owner {
        Owner::File => of_file(offer),
        Owner::Test => {
            of_file(offer);
            offer.push(keyword("expect", "expect ${1:RULE} @ ${2:path} ${0:open}"));
        }
        Owner::Kind(kind) => {
            attributes(scene, KindSet::of(kind), offer);
            of_kind(kind, offer);
        }
        Owner::Provides => attributes(scene, KindSet::DRAWN, offer),
        Owner::Other => {}
    }
}

fn keyword(word: &str, snippet: &str) -> Item {
    let item = named(word, CompletionItemKind::Keyword).writes(word, snippet).rank(6);
    match keyword_help(word.split(' ').next().unwrap_or(word)) {
        Some(help) => item.help(Help::Text(help.to_owned())),
        None => item,
    }
}

fn declaration(word: &str) -> Item {
    let snippet = match word {
        "type" => "type ${1:Name} : ${2:base} {\n\t$0\n}".to_owned(),
        "enum" | "scale" => format!("{word} ${{1:name}} {{\n\t$0\n}}"),
        "process" | "store" | "port" | "boundary" | "external" | "actor" | "data" | "control" => {
            format!("{word} ${{1:name}} \"${{2:Title}}\" : ${{3:Type}} {{\n\t$0\n}}")
        }
        _ => format!("{word} ${{1:name}} \"${{2:Title}}\" {{\n\t$0\n}}"),
    };
    keyword(word, &snippet)
}

fn of_file(offer: &mut Offer) {
    for (word, of) in Keyword::ALL {
        // these belong in a component, and in a standard
        if !matches!(of, Keyword::Port | Keyword::Clause) {
            offer.push(declaration(word));
        }
    }
    for (word, snippet) in OF_FILES {
        offer.push(keyword(word, snippet));
    }
    offer.push(keyword("test", "test \"${1:what}\" {\n\t$0\n}"));
}

fn of_kind(kind: Kind, offer: &mut Offer) {
    for (word, of) in Keyword::ALL {
        if Kind::of_keyword(of).is_some_and(|inner| kind.may_hold(inner)) {
            offer.push(declaration(word));
        }
    }
    if matches!(kind, Kind::Boundary | Kind::Process | Kind::External) {
        offer.push(keyword(OF_FILES[1].0, OF_FILES[1].1));
    }
    if matches!(kind, Kind::Rule | Kind::Clause | Kind::Factor) {
        offer.push(keyword("for", "for ${1:flow} ${0:f}"));
        offer.push(keyword("applies when", "applies when $0"));
    }
    match kind {
        Kind::Rule => offer.push(keyword("mitigated when", "mitigated when $0")),
        Kind::Clause => offer.push(keyword("satisfied when", "satisfied when $0")),
        Kind::Control | Kind::Boundary | Kind::Protocol => offer.push(keyword("provides", "provides { $0 }")),
        Kind::Scheme => TABLES.iter().for_each(|table| offer.push(keyword(table, &format!("{table} {{\n\t$0\n}}")))),
        _ => {}
    }
}

/// What undecided threats of the element around hang on.
fn asked(scene: &Scene<'_, '_>) -> Vec<String> {
    let Some(scope) = scene.scope else { return Vec::new() };
    let whole = scene.view.root.whole();
    let Some(scope) = whole.model.find(&scene.view.model().path(scope)) else { return Vec::new() };
    let findings = &whole.findings;
    let undecided = findings.all.iter().filter(|finding| findings.state(finding) == Standing::Question);
    let needed = undecided.flat_map(|finding| findings.needs(finding)).filter(|(element, _)| *element == scope);
    needed.map(|(_, attribute)| whole.model.schema.info(*attribute).name.to_string()).collect()
}

/// The attributes of some kinds that are not set yet.
fn attributes(scene: &Scene<'_, '_>, kinds: KindSet, offer: &mut Offer) {
    let schema = &scene.view.model().schema;
    let said = scene.context.blocks.last().map_or(&[][..], |block| &block.said);
    let asked = asked(scene);
    for id in (0..schema.attributes.len()).map(AttributeId::at) {
        let info = schema.info(id);
        if info.owner.intersection(kinds).is_empty() || said.contains(&info.name.as_str()) {
            continue;
        }
        let name = &info.name;
        let value = match info.value_type {
            ValueType::Text => "\"$0\"",
            ValueType::List(_) => "[$0]",
            _ => "$0",
        };
        let can_be_chosen = !matches!(&info.value_type, ValueType::Text | ValueType::Int | ValueType::Date);
        let item = named(name.as_str(), CompletionItemKind::Property)
            .detail(describe_values(schema, &info.value_type).replace('`', ""))
            .help(Help::Attribute(id))
            .writes(format!("{name}: "), format!("{name}: {value}"));
        let item = if can_be_chosen { item.goes_on() } else { item };
        // what threats of this element hang on comes first, then what documents and rules ask of every one
        let rank = match (asked.iter().any(|asked| asked == name.as_str()), info.question.is_some()) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        offer.push(item.rank(rank));
    }
}
