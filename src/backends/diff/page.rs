//! Changes as one page with pictures, and the beginning that it shares with a comment.

use std::sync::Arc;

use super::markdown::line;
use super::remarks::{assertion, decision, error, setting};
use super::surface::surface;
use super::told::{Item, sections, threat, verdict};
use crate::backends::album::Plate;
use crate::backends::html;
use crate::backends::page::{Inline, Page};
use crate::diff::{Delta, Done, Fate, SideRow, Turn};
use crate::report::TitleBlock;
use crate::words::count;

/// How many changes of a sort stand in the summary.
const FEW: usize = 8;

/// How many reasons each of them has there.
const REASONS: usize = 2;

/// The pictures of a view: what it was and what it is.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// Before.
    pub before: Option<Arc<Plate>>,
    /// After.
    pub after: Option<Arc<Plate>>,
}

/// The page; `drawn` holds the pictures of the views in the order of the changes.
pub fn html(delta: &Delta, title: &TitleBlock, drawn: &[Drawn]) -> String {
    let mut page = Page::default();
    page.heading(1, &format!("Changes: {}", delta.after.device));
    summary(&mut page, delta);
    for section in sections(delta) {
        page.heading(2, &format!("{}: {}", section.title, section.sum));
        page.list(&section.items.iter().map(|item| line(item, true)).collect::<Vec<_>>());
    }
    for (view, pictures) in delta.views.iter().zip(drawn) {
        page.heading(2, &format!("View {}", view.title));
        page.list(&view.words.iter().map(|line| line.as_str().into()).collect::<Vec<Inline>>());
        for (word, plate) in [("before", &pictures.before), ("after", &pictures.after)] {
            if let Some(plate) = plate {
                page.picture(plate, format!("{}, {word}", view.title));
            }
        }
    }
    page.heading(2, "What was compared");
    page.list(&about(delta));
    html::write(&page, title)
}

/// What a reviewer has to know in the first lines.
pub(super) fn summary(page: &mut Page, delta: &Delta) {
    let (refused, told) = verdict(delta);
    page.paragraph(Inline::words(&[
        Inline::strong(&format!("Threat model of {}:", delta.after.device)),
        Inline::text(&format!("{} → {}.", bare(&delta.before.name), bare(&delta.after.name))),
    ]));
    match refused {
        true => page.alert("Refused.", &told),
        false => page.paragraph(Inline::strong(&told)),
    }
    let wider = surface(delta.surface.iter().filter(|change| change.turn == Turn::Wider));
    few(page, "The attack surface grows:", &wider, false);
    let work: Vec<Item> = delta.threats.iter().filter(|threat| threat.is_new_work()).map(threat).collect();
    few(page, "Threats without an answer:", &work, true);
    let decisions = |fates: &[Fate]| -> Vec<Item> {
        delta.decisions.iter().filter(|change| fates.contains(&change.fate)).map(decision).collect()
    };
    few(page, "Decisions that stand on nothing:", &decisions(&[Fate::Stale]), false);
    few(page, "Decisions to be looked at again:", &decisions(&[Fate::Expired, Fate::UnderReview]), true);
    let claims = delta.assertions.iter().filter(|change| change.done != Done::Added);
    few(page, "Assertions that are gone or claim something else:", &claims.map(assertion).collect::<Vec<Item>>(), false);
    few(page, "What the model is judged by has changed:", &delta.settings.iter().map(setting).collect::<Vec<Item>>(), false);
    let errors: Vec<Item> = delta.errors.iter().filter(|change| change.done == Done::Added).map(error).collect();
    few(page, "Errors:", &errors, false);
}

fn few(page: &mut Page, title: &str, items: &[Item], details: bool) {
    if items.is_empty() {
        return;
    }
    page.paragraph(Inline::strong(title));
    // the reasons are what a reader wants to know next; the statement stands below
    let brief = |item: &Item| {
        let reasons = item.lines.iter().filter(|line| line.plain().starts_with("because ")).take(REASONS).cloned().collect();
        line(&Item { lines: if details { reasons } else { Vec::new() }, ..item.clone() }, true)
    };
    let mut lines: Vec<Inline> = items.iter().take(FEW).map(brief).collect();
    if items.len() > FEW {
        lines.push(format!("and {}, below", count(items.len() - FEW, "other")).into());
    }
    page.list(&lines);
}

/// Whether the summary has all that there is to say of the attack surface.
pub(super) fn surface_is_told(delta: &Delta) -> bool {
    delta.surface.iter().all(|change| change.turn == Turn::Wider) && surface(delta.surface.iter()).len() <= FEW
}

/// Names of revisions without their backticks, which Markdown would show.
fn bare(name: &str) -> String {
    name.replace('`', "")
}

/// What the two models are.
pub(super) fn about(delta: &Delta) -> Vec<Inline> {
    let side = |word: &str, row: &SideRow| {
        let version = row.version.as_ref().map_or(String::new(), |version| format!(", version {version}"));
        let day = row.day.as_ref().map_or(String::new(), |day| format!("; decisions held against {day}"));
        let packs = row.packs.join(", ");
        let from = bare(&row.packs_from.join("; "));
        format!("{word}: {}{version}; model {}; packs: {packs}; libraries: {from}{day}", bare(&row.name), row.model_hash).into()
    };
    vec![side("Before", &delta.before), side("After", &delta.after), format!("Compared by {}", delta.generator).into()]
}
