//! Ways that a view tells step by step: of an update to the running device, and of attackers to what serves several patients.

use super::{sentence, upper};
use crate::backends::page::{Inline, Page};
use crate::backends::stated;
use crate::report::{SeveralWay, UpdateStep};
use crate::words::list;

/// The steps of an update as a table, and where the way ends.
pub(super) fn update(page: &mut Page, steps: &[UpdateStep]) {
    page.heading(3, "Steps of an update");
    let rows: Vec<Vec<Inline>> = steps
        .iter()
        .zip(1..)
        .map(|(step, number)| {
            let control = if step.uncontrolled.is_empty() {
                "the manufacturer's".to_owned()
            } else {
                format!("not the manufacturer's: {}", list(&step.uncontrolled, "and"))
            };
            let control = if step.on_device && step.uncontrolled.is_empty() { "the device's own".to_owned() } else { control };
            vec![
                number.to_string().into(),
                step.step.as_deref().unwrap_or("pass on").into(),
                Inline::words(&[Inline::strong(&step.name), format!("{} → {}", step.source, step.target).into()]),
                step.actor.as_str().into(),
                control.into(),
                stated::list(&step.verified, "nothing is stated").into(),
                joined(&step.failure).into(),
            ]
        })
        .collect();
    page.table(&["No.", "Step", "Hop", "Actor", "Under whose control", "Verified", "If it fails"], &rows);
    page.paragraph(match steps.iter().rev().find(|step| step.on_device && step.step.as_deref() != Some("keep")) {
        Some(last) => format!("The way ends in the running device, at {}.", last.target),
        None => "The way does not end in the device: no flow of the model carries software into it.".to_owned(),
    });
}

fn joined(texts: &[String]) -> String {
    if texts.is_empty() {
        return "not stated".to_owned();
    }
    texts.iter().map(|text| sentence(Some(text))).collect::<Vec<_>>().join(" ")
}

/// For each position what is reached, hop by hop.
pub(super) fn several(page: &mut Page, ways: &[SeveralWay]) {
    page.heading(3, "From each position to several patients");
    for way in ways {
        let goal = match (&way.target, &way.stop) {
            (Some(target), _) => format!("reaches {target}, which serves several patients."),
            (None, Some(stop)) => format!("reaches nothing that serves several patients. The way stops {stop}."),
            (None, None) => "reaches nothing that serves several patients.".to_owned(),
        };
        page.paragraph(Inline::words(&[Inline::strong(&format!("An attacker {}", way.position)), goal.into()]));
        let hops = way.hops.iter().map(|hop| {
            let gates: Vec<&str> = hop.present.iter().map(|obstacle| obstacle.text.as_str()).collect();
            let gates = if gates.is_empty() { "no gate".to_owned() } else { format!("gates: {}", list(&gates, "and")) };
            let missing =
                if hop.missing.is_empty() { String::new() } else { format!("; missing: {}", list(&hop.missing, "and")) };
            let text = if hop.text.starts_with(&way.position) { format!("The attacker {}", hop.text) } else { upper(&hop.text) };
            format!("{text} ({gates}{missing}).").into()
        });
        page.list(&hops.collect::<Vec<Inline>>());
        if way.target.is_some() {
            page.paragraph(match &way.onward[..] {
                [] => "From there no flow leads on into a device: the way to the therapy stops at this point.".to_owned(),
                names => format!("From there flows lead on into the device: {}.", names.join(" → ")),
            });
        }
    }
}
