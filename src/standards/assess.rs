//! One clause asked of one element.

use crate::findings::is_about;
use crate::model::{ElementId, Model};
use crate::rules::{Clause, Evaluator, Need, Truth};

/// What a clause with a check says about an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// What it asks for is in the model.
    Satisfied,
    /// What it asks for is not.
    Gap,
    /// Nobody has said what decides it.
    Question {
        /// The facts it hangs on.
        needs: Vec<Need>,
        /// Whether the clause is known to be about the element, so that only the answer is open.
        concerned: bool,
    },
    /// It is about such elements, and not about this one.
    Aside,
}

/// The elements of the model that a clause's `for` chooses from.
pub fn elements_of(model: &Model, clause: &Clause) -> Vec<ElementId> {
    let Some(domain) = clause.domain else { return Vec::new() };
    model.iter().map(|(id, _)| id).filter(|id| is_about(model, domain, *id) && model.is_shown(*id)).collect()
}

/// Whether a clause asks for one element of which its check holds, so that the others are none of its concern.
pub fn asks_for_one(model: &Model, clause: &Clause) -> bool {
    model.symbol(clause.id, "asks") == Some("some")
}

/// What a clause says about one of [`elements_of`]; nothing where its `where` leaves the element out, or where it has no check.
pub fn assess(evaluator: &mut Evaluator<'_>, clause: &Clause, element: ElementId) -> Option<Standing> {
    let satisfied = clause.satisfied.as_ref()?;
    let mut needs: Vec<Need> = Vec::new();
    let mut relevant = Truth::Yes;
    for (condition, is_filter) in
        clause.filter.iter().map(|filter| (filter, true)).chain(clause.applies.iter().map(|applies| (applies, false)))
    {
        let (truth, missing) = evaluator.ask(condition, element);
        match truth {
            Truth::No => return if is_filter { None } else { Some(Standing::Aside) },
            Truth::Unknown => {
                relevant = Truth::Unknown;
                needs.extend_from_slice(missing);
            }
            Truth::Yes => {}
        }
    }
    let one_is_enough = asks_for_one(evaluator.model, clause);
    let (truth, missing) = evaluator.ask(satisfied, element);
    if truth == Truth::Unknown {
        needs.extend_from_slice(missing);
    }
    let planned = needs.iter().any(|(id, attribute)| evaluator.model.planned(*id, *attribute).is_some());
    Some(match (relevant, truth) {
        (_, Truth::Yes) => Standing::Satisfied,
        (Truth::Yes, Truth::No) if one_is_enough => Standing::Aside,
        (Truth::Yes, Truth::No) => Standing::Gap,
        // what is missing is known to be planned, so it is not there yet
        (Truth::Yes, Truth::Unknown) if planned => Standing::Gap,
        _ => {
            let mut distinct = Vec::new();
            for need in needs {
                if !distinct.contains(&need) {
                    distinct.push(need);
                }
            }
            Standing::Question { needs: distinct, concerned: relevant == Truth::Yes }
        }
    })
}
