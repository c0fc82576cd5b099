//! The attack surface, told.

use super::pieces;
use super::told::{Item, item, sums};
use crate::diff::{Aspect, SurfaceChange, Turn};
use crate::words::{capitalised, list};

/// Items of the attack surface; the protections that one element lost, or gained, are one.
pub(super) fn surface<'d>(changes: impl Iterator<Item = &'d SurfaceChange>) -> Vec<Item> {
    let mut grouped: Vec<Vec<&SurfaceChange>> = Vec::new();
    for change in changes {
        let alike = |group: &&mut Vec<&SurfaceChange>| {
            group[0].aspect == Aspect::Protection && (group[0].turn, &group[0].element) == (change.turn, &change.element)
        };
        match grouped.iter_mut().find(alike).filter(|_| change.aspect == Aspect::Protection) {
            Some(group) => group.push(change),
            None => grouped.push(vec![change]),
        }
    }
    // what several elements lost, or gained, by the same change is told once
    let mut merged: Vec<Vec<Vec<&SurfaceChange>>> = Vec::new();
    for group in grouped {
        let alike = |others: &&mut Vec<Vec<&SurfaceChange>>| {
            let same = |one: &&SurfaceChange, other: &&SurfaceChange| {
                (&one.attribute, &one.before, &one.after) == (&other.attribute, &other.before, &other.after)
            };
            let (other, protects) =
                (&others[0], group[0].aspect == Aspect::Protection && others[0][0].aspect == Aspect::Protection);
            protects
                && group[0].turn == other[0].turn
                && group.len() == other.len()
                && group.iter().zip(other).all(|(a, b)| same(a, b))
        };
        match merged.iter_mut().find(alike) {
            Some(others) => others.push(group),
            None => merged.push(vec![group]),
        }
    }
    merged.iter().map(|groups| surface_item(groups)).collect()
}

/// A change of one element; or the same protections lost, or gained, by several.
fn surface_item(groups: &[Vec<&SurfaceChange>]) -> Item {
    let group = &groups[0];
    let sign = match group[0].turn {
        Turn::Wider => '!',
        Turn::Otherwise => '~',
        Turn::Narrower => '✓',
    };
    let told = |change: &&SurfaceChange| {
        let (was, is) = (change.before.as_deref().unwrap_or_default(), change.after.as_deref().unwrap_or_default());
        format!("{} was {was}, is {is}", change.attribute.as_deref().unwrap_or_default().replace('_', " "))
    };
    let text = match &group[..] {
        [only] if groups.len() == 1 => only.text.clone(),
        [first, ..] => {
            let word = if first.turn == Turn::Wider { "lost" } else { "gained" };
            let all: Vec<String> = group.iter().map(told).collect();
            let names: Vec<String> = groups.iter().map(|group| pieces::named(&group[0].name, &group[0].element)).collect();
            let noun = if all.len() == 1 { "protection" } else { "protections" };
            format!("{word} {noun} of {}: {}", list(&names, "and"), all.join("; "))
        }
        [] => String::new(),
    };
    item(sign, format!("{} ({})", capitalised(&text), group[0].place).into(), Vec::new())
}

pub(super) fn turns(items: &[Item]) -> String {
    let of = |sign: char| items.iter().filter(|item| item.sign == sign).count();
    sums(&[(of('!'), "wider"), (of('✓'), "narrower"), (of('~'), "otherwise")])
}
