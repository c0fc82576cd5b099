//! What can be wrong with an answer to a clause. One function a message; codes TM0421 to TM0425.

use super::answers::Answer;
use super::naming::meant;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{ElementId, Kind, Model};
use crate::syntax::ast;
use crate::text::Span;
use crate::words::{count, list, nearest, tick};

/// TM0421
pub(super) fn shape(written: &ast::Answer, answered: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::AnswerShape, written.clause.span);
    if answered {
        return diagnostic
            .message("the answer says that the clause does not apply, and also how it is answered")
            .label("says both")
            .help("keep `not_applicable:` with its reason, or `text:`, `evidence:` and `controls:`");
    }
    diagnostic
        .message("the answer says nothing")
        .label("how is this clause answered?")
        .help("write `text:`, `evidence:` or `controls:`, or `not_applicable:` with the reason")
}

/// TM0422
pub(super) fn answered_twice(model: &Model, clause: ElementId, written: &ast::Answer, earlier: Span) -> Diagnostic {
    Diagnostic::new(Code::AnsweredTwice, written.clause.span)
        .message(format!("{} is answered twice", tick(&model.path(clause))))
        .label("answered again here")
        .also(earlier, "first answered here")
        .help("put both into one answer")
}

/// TM0423
pub(super) fn unknown_clause(model: &Model, written: &ast::Answer) -> Diagnostic {
    let wanted = written.clause.text();
    let clauses: Vec<ElementId> = model.of_kind(Kind::Clause).collect();
    let paths: Vec<String> = clauses.iter().map(|id| model.path(*id)).collect();
    let printed = clauses.iter().filter_map(|id| model.text(*id, "id"));
    let near = meant(&wanted, printed.clone()).or_else(|| nearest(&wanted, paths.iter().map(String::as_str).chain(printed)));
    let standards: Vec<String> = model.of_kind(Kind::Standard).map(|id| tick(&model.path(id))).collect();
    let diagnostic = Diagnostic::new(Code::UnknownClause, written.clause.span)
        .message(format!("there is no clause {}", tick(&wanted)))
        .label("in no standard that is imported");
    match near {
        Some(near) => diagnostic.did_you_mean(Some(near)),
        None if standards.is_empty() => diagnostic.help("import the standard, such as `import std.mdr`"),
        None => diagnostic
            .note(format!("what is imported: {}", list(&standards, "and")))
            .help("import the standard the clause belongs to, such as `import std.mdr`"),
    }
}

/// TM0424
pub(super) fn against_model(model: &Model, answer: &Answer, concerned: &[ElementId]) -> Diagnostic {
    const SHOWN: usize = 3;
    let named: Vec<String> = concerned.iter().take(SHOWN).map(|id| tick(&model.path(*id))).collect();
    let more = concerned.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Diagnostic::new(Code::AnswerAgainstModel, answer.span)
        .message(format!(
            "the answer says that {} does not apply, but the model holds {} it is about",
            tick(&model.path(answer.clause)),
            count(concerned.len(), "element")
        ))
        .label("not applicable?")
        .note(format!("{}{more}", named.join(", ")))
        .help("remove the answer, or change the facts that make the clause apply; the matrix shows both until then")
}

/// TM0425
pub(super) fn no_place(model: &Model, standard: ElementId, document: &str, span: Span) -> Diagnostic {
    let named = document.trim();
    // what stands behind the first blank may be the place
    let (head, tail) = named.split_once(' ').unwrap_or((named, "section 3"));
    Diagnostic::new(Code::EvidenceWithoutPlace, span)
        .message(format!("the answer names the document {} and no place in it", tick(named)))
        .label("which section, item or page?")
        .note(format!("{} asks for the precise place of the evidence", model.title(standard)))
        .help(format!("write the place behind a comma, such as `\"{head}, {tail}\"`"))
}
