//! `ward list KIND`: rows of one kind as columns, CSV or JSON.

use crate::backends::{csv_table, escape_text};
use crate::compile::Compilation;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ElementId, Kind, KindSet, Model, describe_values};
use crate::report::Report;
use crate::rules::{Lowering, Truth, Type, Variable};
use crate::session::Session;
use crate::syntax::ast::Member;
use crate::syntax::{doc_before, parse};
use crate::text::SourceMap;

use super::args::ListFormat;
use super::emission::unknown;
use super::exit::Failure;

/// A table.
struct Table {
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// What can be listed.
const KINDS: &[&str] = &[
    "elements",
    "ports",
    "flows",
    "processes",
    "stores",
    "externals",
    "actors",
    "boundaries",
    "data",
    "controls",
    "harms",
    "assumptions",
    "threats",
    "questions",
    "types",
    "attributes",
    "rules",
    "clauses",
    "packs",
    "categories",
    "schemes",
    "factors",
    "views",
    "config",
    "models",
];

/// Headings and rows.
type Rows = (Vec<&'static str>, Vec<Vec<String>>);

/// A list; or what is wrong with the filter.
pub(super) fn list(
    session: &mut Session,
    compilation: &Compilation,
    report: &Report,
    kind: &str,
    filter: Option<&str>,
) -> Result<Result<Rows, Vec<Diagnostic>>, Failure> {
    if !KINDS.contains(&kind) {
        return Err(unknown("list", kind, KINDS));
    }
    let kinds = drawn(kind);
    let kept = match (filter, kinds) {
        (None, _) => None,
        (Some(text), Some(kinds)) => match filtered(session, compilation, kinds, text) {
            Ok(kept) => Some(kept),
            Err(diagnostics) => return Ok(Err(diagnostics)),
        },
        (Some(_), None) => return Err(Failure::Cannot(format!("`--where` chooses among elements; `{kind}` are none"))),
    };
    let Table { columns, rows } = table(session.sources(), compilation, report, kind, kept.as_deref());
    Ok(Ok((columns, rows)))
}

/// Rows in a format.
pub(super) fn printed(columns: Vec<&'static str>, rows: Vec<Vec<String>>, format: ListFormat) -> String {
    let table = Table { columns, rows };
    match format {
        ListFormat::Table => as_columns(&table),
        ListFormat::Csv => csv_table::write(&table.columns, &table.rows),
        ListFormat::Json => json(&table),
        ListFormat::Ndjson => table.rows.iter().map(|row| format!("{}\n", object(&table.columns, row))).collect(),
    }
}

/// The kinds of element a word lists.
fn drawn(kind: &str) -> Option<KindSet> {
    Some(match kind {
        "elements" => KindSet::DRAWN,
        "ports" => KindSet::of(Kind::Port),
        "flows" => KindSet::of(Kind::Flow),
        "processes" => KindSet::of(Kind::Process),
        "stores" => KindSet::of(Kind::Store),
        "externals" => KindSet::of(Kind::External),
        "actors" => KindSet::of(Kind::Actor),
        "boundaries" => KindSet::of(Kind::Boundary),
        "data" => KindSet::of(Kind::Data),
        "controls" => KindSet::of(Kind::Control),
        _ => return None,
    })
}

/// Elements for which an expression holds: attributes by their names, or over `self`.
pub(super) fn filtered(
    session: &mut Session,
    compilation: &Compilation,
    kinds: KindSet,
    text: &str,
) -> Result<Vec<ElementId>, Vec<Diagnostic>> {
    let source = format!("where: {text}");
    let file = session.add_source("--where", source.as_str());
    let parsed = parse(file, &source);
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(parsed.diagnostics);
    let mut kept = Vec::new();
    if let (Some(Member::Attribute(attribute)), false) = (parsed.body.first(), diagnostics.has_errors()) {
        let variables = vec![Variable { name: "self".into(), of: Type::Element(kinds) }];
        let mut lowering = Lowering::new(&compilation.model, &compilation.rules.table, variables, false, &mut diagnostics)
            .with_implicit_subject();
        if let Some(condition) = lowering.condition(&attribute.value) {
            let mut evaluator = compilation.evaluator();
            let of_kind = compilation.model.iter().filter(|(_, element)| kinds.contains(element.kind));
            kept = of_kind.map(|(id, _)| id).filter(|id| evaluator.ask(&condition, *id).0 == Truth::Yes).collect();
        }
    }
    if diagnostics.is_empty() { Ok(kept) } else { Err(diagnostics.into_iter().collect()) }
}

/// The first column of what `--where` chooses among is the identity.
fn table(sources: &SourceMap, compilation: &Compilation, report: &Report, kind: &str, kept: Option<&[ElementId]>) -> Table {
    let model = &compilation.model;
    let mut table = match kind {
        "ports" => ports(report),
        "flows" => flows(report),
        "controls" => controls(report),
        "data" => data(report),
        "threats" => threats(report),
        "questions" => questions(report),
        "assumptions" => assumptions(report),
        "types" => types(sources, compilation),
        "attributes" => attributes(sources, compilation),
        "harms" => declared(sources, model, Kind::Harm),
        "rules" => declared(sources, model, Kind::Rule),
        "clauses" if !report.standards.is_empty() => clauses(report),
        "clauses" => declared(sources, model, Kind::Clause),
        "packs" => declared(sources, model, Kind::Pack),
        "categories" => declared(sources, model, Kind::Category),
        "schemes" => declared(sources, model, Kind::Scheme),
        "factors" => declared(sources, model, Kind::Factor),
        "views" => declared(sources, model, Kind::View),
        _ => elements(report, drawn(kind).unwrap_or(KindSet::DRAWN)),
    };
    if let Some(kept) = kept {
        table.rows.retain(|row| model.find(&row[0]).is_some_and(|found| kept.contains(&found)));
    }
    table
}

impl Table {
    fn new<'r, T: 'r>(columns: &[&'static str], items: impl IntoIterator<Item = &'r T>, row: impl Fn(&T) -> Vec<String>) -> Self {
        Self { columns: columns.to_vec(), rows: items.into_iter().map(row).collect() }
    }
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn ports(report: &Report) -> Table {
    let columns = ["id", "name", "type", "direction", "default", "access", "reachable from", "protocols", "place"];
    Table::new(&columns, &report.ports, |row| {
        let (id, name, kind, direction) = (row.id.clone(), row.name.clone(), row.kind.clone(), row.direction.clone());
        let (default, access, protocols) = (text(&row.default_state), text(&row.access), row.protocols.join("; "));
        vec![id, name, kind, direction, default, access, row.reachable_from.clone(), protocols, row.place.clone()]
    })
}

fn flows(report: &Report) -> Table {
    let columns = ["id", "name", "source", "target", "protocol", "carries", "crosses", "place"];
    Table::new(&columns, &report.flows, |row| {
        let carries = row.carries.clone().unwrap_or_default().join("; ");
        let (source, target, protocol) = (row.source.clone(), row.target.clone(), text(&row.protocol));
        vec![row.id.clone(), row.name.clone(), source, target, protocol, carries, row.crosses.join("; "), row.place.clone()]
    })
}

fn controls(report: &Report) -> Table {
    Table::new(&["id", "name", "type", "measure", "status", "evidence", "protects"], &report.controls, |row| {
        let (measure, status) = (text(&row.measure), text(&row.status));
        let (evidence, protects) = (row.evidence.join("; "), row.protects.join("; "));
        vec![row.id.clone(), row.name.clone(), text(&row.type_name), measure, status, evidence, protects]
    })
}

fn data(report: &Report) -> Table {
    let columns = ["id", "name", "type", "confidentiality", "integrity", "availability", "harms", "carried by", "held by"];
    Table::new(&columns, &report.data, |row| {
        let stated = [&row.type_name, &row.confidentiality, &row.integrity, &row.availability].map(text);
        let lists = [&row.harms, &row.carried_by, &row.held_by].map(|list| list.join("; "));
        [row.id.clone(), row.name.clone()].into_iter().chain(stated).chain(lists).collect()
    })
}

fn threats(report: &Report) -> Table {
    Table::new(&["id", "state", "category", "risk", "severity", "exploitability", "title", "place"], &report.threats, |row| {
        let (severity, exploitability) = (text(&row.risk_after.severity), row.risk_after.exploitability.clone());
        let (state, risk) = (row.state.word().to_owned(), text(&row.risk_after.level));
        vec![row.id.clone(), state, row.category.clone(), risk, severity, exploitability, row.title.clone(), row.place.clone()]
    })
}

fn questions(report: &Report) -> Table {
    Table::new(&["id", "question", "answers", "threats", "place"], &report.questions, |row| {
        vec![row.id.clone(), row.text.clone(), row.answers.clone(), row.threats.join("; "), row.place.clone()]
    })
}

/// Clauses as the model stands to them.
fn clauses(report: &Report) -> Table {
    let all = report.standards.iter().flat_map(|standard| standard.clauses.iter().map(move |clause| (standard, clause)));
    let rows = all.map(|(standard, clause)| {
        let (state, edition) = (clause.state_in_words().to_owned(), text(&standard.edition));
        vec![clause.id.clone(), state, clause.title.clone(), text(&clause.passage), edition, clause.path.clone()]
    });
    Table { columns: vec!["id", "state", "title", "where in the document", "edition", "name"], rows: rows.collect() }
}

fn assumptions(report: &Report) -> Table {
    Table::new(&["id", "assumption", "owner", "if false", "measured by"], &report.assumptions, |row| {
        vec![row.id.clone(), row.text.clone(), text(&row.owner), text(&row.if_false), text(&row.measured_by)]
    })
}

fn elements(report: &Report, wanted: KindSet) -> Table {
    let of_kind = report.elements.iter().filter(|row| wanted.iter().any(|kind| kind.word() == row.kind));
    Table::new(&["id", "kind", "name", "type", "purpose", "place"], of_kind, |row| {
        vec![row.id.clone(), row.kind.clone(), row.name.clone(), text(&row.type_name), text(&row.purpose), row.place.clone()]
    })
}

fn types(sources: &SourceMap, compilation: &Compilation) -> Table {
    let model = &compilation.model;
    let mut order: Vec<usize> = (0..model.types.len()).collect();
    order.sort_by_key(|at| model.types[*at].kind);
    let rows = order.into_iter().map(|at| {
        let of = &model.types[at];
        let base = of.base.map_or_else(|| of.kind.word().to_owned(), |base| model.type_of(base).name.to_string());
        vec![
            of.name.to_string(),
            of.kind.word().to_owned(),
            base,
            doc_before(sources, of.span).unwrap_or_default().replace('\n', " "),
            sources.line_of(of.span),
        ]
    });
    Table { columns: vec!["type", "kind", "base", "what it is", "place"], rows: rows.collect() }
}

fn attributes(sources: &SourceMap, compilation: &Compilation) -> Table {
    let schema = &compilation.model.schema;
    let rows = schema.attributes.iter().map(|info| {
        let doc = doc_before(sources, info.span).unwrap_or_default().replace('\n', " ");
        let question = info.question.as_ref().map(|(text, _)| text.to_string()).unwrap_or_default();
        let values = describe_values(schema, &info.value_type).replace('`', "");
        vec![format!("{}.{}", info.owner_word, info.name), values, doc, question, sources.line_of(info.span)]
    });
    Table { columns: vec!["attribute", "values", "what it is", "question", "place"], rows: rows.collect() }
}

fn declared(sources: &SourceMap, model: &Model, kind: Kind) -> Table {
    let rows = model.of_kind(kind).map(|id| {
        let name = if kind == Kind::Clause {
            model.text(id, "id").map_or_else(|| model.path(id), str::to_owned)
        } else {
            model.path(id)
        };
        vec![name, model.title(id).to_owned(), sources.line_of(model.element(id).span)]
    });
    Table { columns: vec!["id", "title", "place"], rows: rows.collect() }
}

/// Columns to read; a long cell is cut, the whole of it is in the other formats.
fn as_columns(table: &Table) -> String {
    const WIDEST: usize = 60;
    let cell = |text: &str| -> String {
        let line = escape_text::one_line(text);
        match line.char_indices().nth(WIDEST) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    };
    let head: Vec<String> = table.columns.iter().map(|column| column.to_uppercase()).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).chain([head[at].chars().count()]).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut out = String::new();
    for row in std::iter::once(&head).chain(&rows) {
        let mut line = String::new();
        for (text, width) in row.iter().zip(&widths) {
            line.push_str(&format!("{text:<width$}  "));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn json(table: &Table) -> String {
    let rows: Vec<serde_json::Value> = table.rows.iter().map(|row| object(&table.columns, row)).collect();
    crate::backends::json::pretty(&rows)
}

/// A row as JSON, its headings as names.
pub(super) fn object(columns: &[&str], row: &[String]) -> serde_json::Value {
    let members = columns.iter().zip(row).map(|(column, text)| (column.replace(' ', "_"), text.clone().into()));
    serde_json::Value::Object(members.collect())
}
