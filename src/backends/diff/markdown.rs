//! Changes as the comment of a pull request: what matters in a few lines, everything else folded away below.

use super::page::{about, summary, surface_is_told};
use super::told::{Item, SURFACE, Section, sections};
use crate::backends::mermaid::mermaid;
use crate::backends::page::{Inline, Page};
use crate::diff::{Delta, ViewChange};
use crate::report::TitleBlock;
use crate::report::compare::with_signs;
use crate::report::diagram::Diagram;
use crate::words::{count, list};

/// What a comment on GitHub holds is 65,536 characters; what the poster adds needs room, too.
pub const LONGEST_COMMENT: usize = 60_000;

/// How much of everything is told.
#[derive(Clone, Copy)]
struct Measure {
    /// Pictures, before and after counted as one.
    views: usize,
    /// Changes in each section.
    items: usize,
    /// Whether the changes have their details.
    details: bool,
}

/// From all there is to the least: the first that fits is taken.
const MEASURES: [Measure; 7] = [
    Measure { views: usize::MAX, items: usize::MAX, details: true },
    Measure { views: 2, items: usize::MAX, details: true },
    Measure { views: 1, items: 60, details: true },
    Measure { views: 0, items: 40, details: false },
    Measure { views: 0, items: 10, details: false },
    Measure { views: 0, items: 3, details: false },
    Measure { views: 0, items: 0, details: false },
];

/// A comment of at most `longest` bytes, as far as what matters most fits into them, with the titles of the earlier and of the later model.
pub fn markdown(delta: &Delta, titles: (&TitleBlock, &TitleBlock), longest: usize) -> String {
    let told = sections(delta);
    let mut text = String::new();
    for measure in MEASURES {
        text = page(delta, &told, titles, measure).markdown();
        if text.len() <= longest {
            break;
        }
    }
    text
}

fn page(delta: &Delta, told: &[Section], titles: (&TitleBlock, &TitleBlock), measure: Measure) -> Page {
    let mut page = Page::default();
    summary(&mut page, delta);
    for section in told.iter().filter(|section| section.title != SURFACE || !surface_is_told(delta)) {
        let mut inner = Page::default();
        items(&mut inner, &section.items, measure);
        page.fold(format!("{}: {}", section.title, section.sum), inner);
    }
    views(&mut page, delta, titles, measure.views);
    let mut inner = Page::default();
    inner.list(&about(delta));
    page.fold("What was compared", inner);
    page
}

/// The changes of a section as a list.
fn items(page: &mut Page, items: &[Item], measure: Measure) {
    let shown = items.iter().take(measure.items);
    let lines: Vec<Inline> = shown.map(|item| line(item, measure.details)).collect();
    page.list(&lines);
    let hidden = items.len().saturating_sub(measure.items);
    if hidden > 0 {
        let told = format!("{} not shown here;", count(hidden, if measure.items == 0 { "change" } else { "more change" }));
        page.paragraph(Inline::words(&[told.into(), Inline::code("ward diff --format html"), "has all.".into()]));
    }
}

/// A change with its sign.
pub(super) fn line(item: &Item, details: bool) -> Inline {
    let head = Inline::words(&[Inline::strong(&sign(item.sign)), item.head.with_code()]);
    if !details {
        return head;
    }
    let lines: Vec<Inline> = item.lines.iter().map(Inline::with_code).collect();
    Inline::lines(&[&[head], &lines[..]].concat())
}

/// A sign that no reader takes for a list.
fn sign(sign: char) -> String {
    match sign {
        '-' => "−".to_owned(),
        other => other.to_string(),
    }
}

/// The views that show the changes, the fewest that show all of them first.
fn views(page: &mut Page, delta: &Delta, titles: (&TitleBlock, &TitleBlock), most: usize) {
    let chosen = chosen(delta);
    let (drawn, named) = chosen.split_at(chosen.len().min(most));
    for view in drawn {
        let mut inner = Page::default();
        inner.list(&view.words.iter().map(|line| line.as_str().into()).collect::<Vec<Inline>>());
        for (word, diagram, title) in [("Before", &view.before, titles.0), ("After", &view.after, titles.1)] {
            if let Some(diagram) = diagram {
                inner.paragraph(Inline::strong(&format!("{word}:")));
                inner.source("mermaid", &picture(diagram, title));
            }
        }
        page.fold(format!("View {}, before and after: + came, − goes, ~ is otherwise", view.title), inner);
    }
    let others: Vec<String> =
        delta.views.iter().filter(|view| !drawn.iter().any(|known| known.id == view.id)).map(|view| view.title.clone()).collect();
    if !named.is_empty() || !others.is_empty() {
        page.paragraph(Inline::words(&[
            format!("The change shows in {}, too;", list(&others, "and")).into(),
            Inline::code("ward diff --format html"),
            "draws all.".into(),
        ]));
    }
}

fn picture(diagram: &Diagram, title: &TitleBlock) -> String {
    mermaid(&with_signs(diagram.clone()), title)
}

/// Views that show a change of the model that no earlier one of them shows, the one with the most first, of equal ones the smallest.
fn chosen(delta: &Delta) -> Vec<&ViewChange> {
    // of a model that is new no view was there before: nothing is marked, and everything is new
    let all_new = delta.views.iter().all(|view| view.before.is_none());
    let marks = |view: &ViewChange| -> Vec<String> {
        let changes = view.after.as_ref().or(view.before.as_ref()).and_then(|diagram| diagram.changes.as_ref());
        let marks: Vec<String> = match &view.after {
            Some(new) if all_new => new.identities(),
            _ => changes.into_iter().flat_map(|changes| &changes.marks).map(|(id, _)| id.clone()).collect(),
        };
        marks.into_iter().filter(|id| delta.elements.iter().any(|change| change.id == *id)).collect()
    };
    let size = |view: &ViewChange| view.after.as_ref().map_or(0, |diagram| diagram.identities().len());
    let mut seen: Vec<String> = Vec::new();
    let mut left: Vec<&ViewChange> = delta.views.iter().collect();
    let mut chosen = Vec::new();
    loop {
        let news = |view: &ViewChange| marks(view).iter().filter(|id| !seen.contains(id)).count();
        let best = left.iter().enumerate().filter(|(_, view)| news(view) > 0);
        let Some((at, _)) = best.max_by_key(|(at, view)| (news(view), std::cmp::Reverse((size(view), *at)))) else { break };
        let view = left.remove(at);
        seen.extend(marks(view));
        chosen.push(view);
    }
    chosen
}
