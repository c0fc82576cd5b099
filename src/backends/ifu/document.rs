//! The document as a whole: numbered chapters and headings, what sections say, and what is missing.

use super::NOT_YET;
use super::content;
use crate::backends::page::{Inline, Page};
use crate::backends::{Album, Audience, title};
use crate::report::{Content, HeadingRow, Report, TextRow};
use crate::words::capitalised;

/// A heading with its number.
#[derive(Debug, Clone)]
pub(super) struct Numbered<'r> {
    /// `5.2`.
    pub(super) number: String,
    /// The heading.
    pub(super) heading: &'r HeadingRow,
}

/// What everything on the page needs to know.
pub(super) struct Cx<'r> {
    /// The report.
    pub(super) report: &'r Report,
    /// Who reads it.
    pub(super) audience: Audience,
    /// The drawn pictures.
    pub(super) album: &'r Album,
    /// All headings.
    pub(super) headings: Vec<Numbered<'r>>,
}

impl Cx<'_> {
    /// Whether the manufacturer reads it.
    pub(super) fn internal(&self) -> bool {
        self.audience == Audience::Internal
    }

    /// The numbers of the headings that show something: `5.1`.
    pub(super) fn number_of(&self, content: Content) -> Option<&str> {
        self.headings.iter().find(|one| one.heading.shows.contains(&content)).map(|one| one.number.as_str())
    }
}

/// The page.
pub fn page(report: &Report, audience: Audience, album: &Album) -> Page {
    let mut page = Page::default();
    title::markdown(&mut page, "Security instructions for use", &report.title);
    if audience == Audience::Internal {
        page.alert(
            "INTERNAL.",
            "With the threats, elements and places in the model behind each statement. Customers get the document without them.",
        );
    }
    let chapters: Vec<_> = report.instructions.chapters.iter().filter(|chapter| !chapter.headings.is_empty()).collect();
    let mut headings = Vec::new();
    for (at, chapter) in chapters.iter().enumerate() {
        let numbers = chapter.headings.iter().enumerate();
        headings.extend(numbers.map(|(of, heading)| Numbered { number: format!("{}.{}", at + 1, of + 1), heading }));
    }
    let cx = Cx { report, audience, album, headings };
    let mut at = 0;
    for (number, chapter) in chapters.iter().enumerate() {
        page.heading(2, &format!("{} {}", number + 1, chapter.title));
        for _ in &chapter.headings {
            heading(&mut page, &cx, at);
            at += 1;
        }
    }
    if !report.instructions.loose.is_empty() {
        page.heading(2, &format!("{} Further information", chapters.len() + 1));
        for text in &report.instructions.loose {
            page.heading(3, &text.title);
            prose(&mut page, &cx, text);
        }
    }
    page
}

fn heading(page: &mut Page, cx: &Cx<'_>, at: usize) {
    let Numbered { number, heading } = &cx.headings[at];
    page.heading(3, &format!("{number} {}", heading.title));
    let brief = |text: &TextRow| text.library && !text.text.contains('\n');
    if heading.texts.len() > 1 && heading.texts.iter().all(brief) {
        let terms = heading
            .texts
            .iter()
            .map(|text| Inline::words(&[Inline::strong(&format!("{}:", text.title)), text.text.as_str().into()]));
        page.list(&terms.collect::<Vec<_>>());
    } else {
        for text in &heading.texts {
            page.paragraph(Inline::strong(&text.title));
            prose(page, cx, text);
        }
    }
    if let (true, Some(asks)) = (heading.texts.is_empty(), &heading.asks) {
        page.paragraph(gap(cx, asks, &heading.id));
    }
    for content in &heading.shows {
        content::put(page, cx, *content);
    }
}

/// That something is not there; the manufacturer also reads what is asked, and how to answer it.
pub(super) fn gap(cx: &Cx<'_>, asks: &str, of_type: &str) -> Inline {
    let mut words = vec![Inline::strong(&format!("{}.", capitalised(NOT_YET)))];
    if cx.internal() {
        words.push(format!("{asks} To be said in the model under the type").into());
        words.push(Inline::code(of_type));
    }
    Inline::words(&words)
}

/// A text of a section: paragraphs apart by empty lines, steps and items by lines that begin with `1.` or `-`.
fn prose(page: &mut Page, cx: &Cx<'_>, text: &TextRow) {
    for paragraph in paragraphs(&text.text) {
        match paragraph {
            Paragraph::Text(text) => page.paragraph(text),
            Paragraph::Steps(first, steps) => {
                page.steps(first, &steps.iter().map(|step| step.as_str().into()).collect::<Vec<_>>());
            }
            Paragraph::Items(items) => page.list(&items.iter().map(|item| item.as_str().into()).collect::<Vec<_>>()),
        }
    }
    if cx.internal() && !text.library {
        page.paragraph(Inline::words(&["From".into(), Inline::code(&text.id), "at".into(), Inline::code(&text.place)]));
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Paragraph {
    Text(String),
    /// With the number of the first.
    Steps(usize, Vec<String>),
    Items(Vec<String>),
}

/// Lines that belong together are joined: where they end in the source says nothing.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut fresh = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        let item = line.strip_prefix("- ");
        match (all.last_mut(), item) {
            (Some(Paragraph::Items(items)), Some(item)) if !fresh => items.push(item.to_owned()),
            (_, Some(item)) => all.push(Paragraph::Items(vec![item.to_owned()])),
            (last, None) => match (last, step(line)) {
                (Some(Paragraph::Steps(_, steps)), Some((_, step))) => steps.push(step.to_owned()),
                (_, Some((number, step))) => all.push(Paragraph::Steps(number, vec![step.to_owned()])),
                (Some(last), None) if !fresh => last.go_on(line),
                (_, None) => all.push(Paragraph::Text(line.to_owned())),
            },
        }
        fresh = false;
    }
    all
}

impl Paragraph {
    fn go_on(&mut self, line: &str) {
        let last = match self {
            Self::Text(text) => Some(text),
            Self::Steps(_, lines) | Self::Items(lines) => lines.last_mut(),
        };
        if let Some(last) = last {
            last.push(' ');
            last.push_str(line);
        }
    }
}

/// `1. Press …`: the number, and what is to be done.
fn step(line: &str) -> Option<(usize, &str)> {
    let (number, step) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| is_number)?, step.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_line_of_the_source_ends_says_nothing() {
        let text = |text: &str| Paragraph::Text(text.to_owned());
        let all = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        assert_eq!(paragraphs("One\ntwo.\n\nThree."), [text("One two."), text("Three.")]);
        assert_eq!(
            paragraphs("Do this:\n1. Press\nlong.\n2. Wait.\n\nThen\n- a\n- b\nc"),
            [
                text("Do this:"),
                Paragraph::Steps(1, all(&["Press long.", "Wait."])),
                text("Then"),
                Paragraph::Items(all(&["a", "b c"])),
            ]
        );
        assert_eq!(paragraphs("1.5 V are enough."), [text("1.5 V are enough.")]);
        assert_eq!(paragraphs("3. Go on."), [Paragraph::Steps(3, all(&["Go on."]))]);
        assert_eq!(paragraphs("+1. Not a step."), [text("+1. Not a step.")]);
    }
}
