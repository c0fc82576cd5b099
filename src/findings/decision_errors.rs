//! What can be wrong with the record of a decision or with an assumption. One function a message; codes TM0403, TM0406 and TM0411 to TM0419.

use super::decisions::Choice;
use super::errors::head;
use super::ground::Change;
use crate::diagnostic::{Diagnostic, code::Code};
use crate::model::{ElementId, Model};
use crate::syntax::ast::Respond;
use crate::text::Span;
use crate::words::{count, list, tick};

/// TM0403
pub(super) fn no_reason(respond: &Respond, choice: Choice) -> Diagnostic {
    Diagnostic::new(Code::ResponseShape, head(respond))
        .message(format!("the decision says {} and gives no reason", tick(choice.word())))
        .label("the reason is empty")
        .help(format!("write why, such as `{}: \"…\"`", choice.word()))
}

/// TM0406: rule DR5.
pub(super) fn unapproved(respond: &Respond, missing: &[&str]) -> Diagnostic {
    let missing: Vec<String> = missing.iter().map(|name| tick(&format!("{name}:"))).collect();
    Diagnostic::new(Code::UnapprovedAcceptance, head(respond))
        .message(format!("the acceptance lacks {}", list(&missing, "and")))
        .label("accepted by whom, and by which policy?")
        .note("a residual risk is accepted by a person who answers for the device, by a policy that was fixed beforehand")
        .help(format!("add {}", list(&missing, "and")))
}

/// TM0411: rule DR1, once a model.
pub(super) fn undecided(system: Span, open: usize, questions: usize, first: &[String], more: usize) -> Diagnostic {
    let counts = [(open, "open threat"), (questions, "undecided threat")];
    let counts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| count(*n, noun)).collect();
    let ids: Vec<String> = first.iter().map(|id| tick(id)).collect();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (verb, them) = if open + questions == 1 { ("has", "it") } else { ("have", "each") };
    let all = if open > 1 { ", or `ward respond --open` for all that are open" } else { "" };
    let example = first.first().map_or("RULE@element", String::as_str);
    let diagnostic = Diagnostic::new(Code::UndecidedThreats, system)
        .message(format!("{} {verb} no decision", list(&counts, "and")))
        .label("the model of this system")
        .note(format!("{}{rest}", ids.join(", ")))
        .help(format!("counter {them} with a control, or write a decision: `ward respond {example}`{all}"));
    if questions == 0 {
        diagnostic
    } else {
        diagnostic.help("`ward list questions` shows the facts that would decide the undecided ones")
    }
}

/// TM0412: rule DR2, without any control.
pub(super) fn no_control(respond: &Respond) -> Diagnostic {
    Diagnostic::new(Code::UncontrolledMitigation, head(respond))
        .message("the decision mitigates without naming a control")
        .label("mitigated by what?")
        .note("what mitigates a threat has a requirement and a test, which is what a `control` holds; until one is in place, the threat stays open")
        .help("declare the `control`, name it in `controls:` of the element it protects, and here")
}

/// TM0412: rule DR2, with controls that nothing shows.
pub(super) fn unshown_controls(model: &Model, respond: &Respond, lacking: &[(ElementId, Vec<&str>)]) -> Diagnostic {
    let each: Vec<String> = lacking
        .iter()
        .map(|(id, what)| {
            let what: Vec<String> = what.iter().map(|name| tick(&format!("{name}:"))).collect();
            format!("{} has no {}", tick(&model.path(*id)), list(&what, "and no"))
        })
        .collect();
    let mut diagnostic = Diagnostic::new(Code::UncontrolledMitigation, head(respond))
        .message(format!("the decision mitigates by what nothing asks for or shows: {}", list(&each, "and")))
        .label("mitigated by a claim")
        .note("a control counts for an auditor by its requirement and by the test that shows it; `evidence:` can stand for `verification:`")
        .help("complete the control");
    for (id, _) in lacking {
        diagnostic = diagnostic.also(model.element(*id).span, "this control");
    }
    diagnostic
}

/// TM0413: rule DR3.
pub(super) fn information_only(respond: &Respond, missing: &[&str]) -> Diagnostic {
    let missing: Vec<String> = missing.iter().map(|name| tick(&format!("{name}:"))).collect();
    Diagnostic::new(Code::InformationOnly, head(respond))
        .message(format!("the threat is met by information alone, and {} {} missing", list(&missing, "and"), if missing.len() == 1 { "is" } else { "are" }))
        .label("why by neither design nor protection?")
        .note("risks are first removed by design, then reduced by protective measures, and only then left to information (MDR Annex I, 4; ISO 14971, 7.1)")
        .help(format!("say with {} why the higher class was not practicable, or name a control of a higher class", list(&missing, "and")))
}

/// TM0414: rule DR4.
pub(super) fn incomplete_transfer(respond: &Respond, missing: &[&str]) -> Diagnostic {
    let ticked: Vec<String> = missing.iter().map(|name| tick(&format!("{name}:"))).collect();
    let diagnostic = Diagnostic::new(Code::IncompleteTransfer, head(respond))
        .message(format!("the transfer lacks {}", list(&ticked, "and")))
        .label("transferred to whom, and how do they know?")
        .note("a risk is transferred only to somebody who is told and able to act");
    let helps = [
        ("recipient", "name who takes it over: `recipient: operator` (manufacturer, integrator, operator or user)"),
        (
            "instruction",
            "write the sentence of the instructions for use: `instruction: \"…\"`, and where it stands: `instruction_place: \"…\"`",
        ),
    ];
    helps.iter().filter(|(name, _)| missing.contains(name)).fold(diagnostic, |diagnostic, (_, help)| diagnostic.help(*help))
}

/// TM0415: rule DR8.
pub(super) fn unattached(model: &Model, respond: &Respond, element: ElementId, control: ElementId) -> Diagnostic {
    let protects: Vec<String> = model.relations.protected_by(control).iter().take(3).map(|id| tick(&model.path(*id))).collect();
    let elsewhere = match protects.len() {
        0 => format!("no element names {} in its `controls:`", tick(&model.path(control))),
        _ => format!("it protects {}", list(&protects, "and")),
    };
    Diagnostic::new(Code::UnattachedControl, head(respond))
        .message(format!("{} does not protect {}", tick(&model.path(control)), tick(&model.path(element))))
        .label("the decision counts on it")
        .also(model.element(control).span, "the control")
        .note(elsewhere)
        .help(format!(
            "name it in `controls:` of {}, of a flow or port of it, or of a boundary around it; or leave it out of the decision",
            tick(&model.path(element))
        ))
}

/// TM0416: with every fact that changed and where its new value comes from.
pub(super) fn moved_ground(respond: &Respond, changes: &[Change]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::MovedGround, head(respond))
        .message("the ground of this decision has moved")
        .label("goes back to review: it counts for nothing until then");
    changes
        .iter()
        .fold(diagnostic, tell)
        .help("look at the threat again, correct the decision, and record the new ground with `ward respond --stamp`")
}

/// Adds what changed about one fact.
pub(super) fn tell(diagnostic: Diagnostic, change: &Change) -> Diagnostic {
    let name = tick(&change.name);
    let diagnostic = diagnostic.note(match (&change.was, &change.is) {
        (Some(was), _) if was.is_empty() => {
            format!(
                "{name} in `basis:` is no fact: each line is `element.attribute = value`, as `ward respond --stamp` writes it"
            )
        }
        (Some(was), Some(is)) => {
            format!("{name} was {was} when the decision was stamped, and is {is} now{}", difference(was, is))
        }
        (Some(was), None) => format!("{name} was {was} when the decision was stamped; the threat does not rest on it any more"),
        (None, Some(is)) => format!("the threat now also rests on {name}, which is {is}"),
        (None, None) => format!("the threat does not rest on {name} any more"),
    });
    match (&change.is, change.place) {
        (Some(is), Some(place)) if change.was.is_some() => diagnostic.also(place, format!("where {name} is {is}")),
        _ => diagnostic,
    }
}

/// What a list gained and lost.
fn difference(was: &str, is: &str) -> String {
    fn items(list: &str) -> Option<Vec<&str>> {
        let inner = list.strip_prefix('[')?.strip_suffix(']')?;
        Some(inner.split(", ").filter(|item| !item.is_empty()).collect())
    }
    let (Some(was), Some(is)) = (items(was), items(is)) else { return String::new() };
    let only = |one: &[&str], other: &[&str]| -> Vec<String> {
        one.iter().filter(|item| !other.contains(item)).map(|item| tick(item)).collect()
    };
    let (lost, gained) = (only(&was, &is), only(&is, &was));
    let told = |word: &str, items: &[String]| (!items.is_empty()).then(|| format!("{word} {}", list(items, "and")));
    let parts: Vec<String> = told("gained", &gained).into_iter().chain(told("lost", &lost)).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", list(&parts, "and")) }
}

/// TM0417
pub(super) fn incomplete_assumption(model: &Model, id: ElementId, missing: &[&str]) -> Diagnostic {
    let missing: Vec<String> = missing.iter().map(|name| tick(&format!("{name}:"))).collect();
    Diagnostic::new(Code::IncompleteAssumption, model.element(id).span)
        .message(format!("the assumption {} lacks {}", tick(&model.element(id).name), list(&missing, "and")))
        .label("who answers for it, and what if it is false?")
        .note("what is taken for granted has somebody who sees to it, and a consequence that the risk analysis knows")
        .help("add `owner:` (manufacturer, integrator, operator or user) and `if_false:` with what follows for the device and the patient")
}

/// TM0418: rule DR10.
pub(super) fn vague_assumption(model: &Model, id: ElementId, terms: &[&str]) -> Diagnostic {
    let terms: Vec<String> = terms.iter().map(|term| tick(term)).collect();
    Diagnostic::new(Code::VagueAssumption, model.element(id).span)
        .message(format!(
            "the assumption {} rests on {}, which nobody can check",
            tick(&model.element(id).name),
            list(&terms, "and")
        ))
        .label("how would one see whether it holds?")
        .help(MEASURABLE)
}

/// TM0419: rule DR10, where nothing else is said.
pub(super) fn empty_assumption(model: &Model, id: ElementId, terms: &[&str]) -> Diagnostic {
    let terms: Vec<String> = terms.iter().map(|term| tick(term)).collect();
    let but = if terms.is_empty() { String::new() } else { format!(" but {}", list(&terms, "and")) };
    Diagnostic::new(Code::EmptyAssumption, model.element(id).span)
        .message(format!("the assumption {} says nothing{but}", tick(&model.element(id).name)))
        .label("cannot be met, tested or found to be false")
        .note("it moves the whole risk to whoever runs the device without telling them what to do")
        .help(MEASURABLE)
}

/// What would be measurable.
const MEASURABLE: &str = "name what can be checked on site: who or what may connect, over which ports and protocols, who patches and how soon, which report or configuration shows it; in the text, or in `measured_by:`";
