//! `ward explain \'A -> B\'`: the way of data from one element to another, every hop with its protections (row D2).

use crate::compile::Compilation;
use crate::model::{ElementId, KindSet, Model};
use crate::report::TraceRow;
use crate::report::build::trace;
use crate::text::SourceMap;
use crate::words::{count, list, nearest, tick};

use super::exit::Failure;

/// The page; nothing where no arrow is asked for.
pub(super) fn page(compilation: &Compilation, sources: &SourceMap, what: &str) -> Result<Option<String>, Failure> {
    let Some((from, to)) = what.split_once("->") else { return Ok(None) };
    let model = &compilation.model;
    if from.trim().is_empty() || to.trim().is_empty() {
        return Err(Failure::Cannot(format!("{} names one end of a way only; `a.b -> c` names both", tick(what))));
    }
    let [from, to] = [element(model, from.trim())?, element(model, to.trim())?];
    Ok(Some(told(&trace(compilation, sources, from, to))))
}

/// The drawn element of a path or an identity.
fn element(model: &Model, name: &str) -> Result<ElementId, Failure> {
    let kinds = KindSet::DRAWN.without(crate::model::Kind::Flow);
    let all = || model.iter().filter(|(_, element)| kinds.contains(element.kind)).map(|(id, _)| id);
    all().find(|id| model.path(*id) == name || model.identity(*id) == name).ok_or_else(|| {
        let names: Vec<String> = all().filter(|id| model.is_shown(*id)).map(|id| model.path(id)).collect();
        let near = nearest(name, names.iter().map(String::as_str));
        let help = near.map_or_else(String::new, |near| format!("; did you mean {}?", tick(near)));
        Failure::Cannot(format!("there is no element {}{help}", tick(name)))
    })
}

fn told(row: &TraceRow) -> String {
    let mut page = format!("# {} -> {}\n\n", row.from, row.to);
    if row.same_element {
        page.push_str("Both are the same element.\n");
        return page;
    }
    if row.hops.is_empty() {
        page.push_str("No way: the flows of the model lead from the one to the other in no direction in which data move.\n");
        page.push_str(&match &row.reached[..] {
            [] => "Nothing at all is reached from there.\n".to_owned(),
            reached => format!("Reached are: {}.\n", reached.join(", ")),
        });
        return page;
    }
    page.push_str(&format!("{}, by the fewest flows:\n", count(row.hops.len(), "hop")));
    for (number, hop) in row.hops.iter().enumerate() {
        page.push_str(&format!("\n{}. {}\n", number + 1, hop.text));
        if let Some(flow) = &hop.flow {
            let back = if hop.backwards { " (back, in answer)" } else { "" };
            page.push_str(&format!("   {:<46}{flow}{back}\n", "Flow"));
            let crosses = if hop.crosses.is_empty() { "no boundary".to_owned() } else { hop.crosses.join(", ") };
            page.push_str(&format!("   {:<46}{crosses}\n", "Crosses"));
        }
        for (name, answer) in &hop.details {
            page.push_str(&format!("   {name:<46}{}\n", answer.as_deref().unwrap_or("not stated")));
        }
    }
    page.push_str(&match &row.carried[..] {
        [] => "\nNo class of data is carried on all of these hops: what arrives is not said to be what was sent.\n".to_owned(),
        carried => format!("\nOn all hops: {}.\n", list(carried, "and")),
    });
    page
}
