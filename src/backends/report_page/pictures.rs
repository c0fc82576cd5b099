//! Every view: its picture, and the same in words.

use super::blocks::Blocks;
use super::links::{Links, encoded, fragment, link};
use super::markup::{attribute, text};
use crate::backends::page::{Inline, Page};
use crate::backends::views;
use crate::drawing::key::Entry;
use crate::report::{Report, ViewRow};

/// The pictures of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Each, in the order of the views; a view too large for a page is followed by its parts.
    pub pictures: Vec<Figure>,
    /// Those of the weakest ways to assets.
    pub attacks: Vec<Figure>,
    /// Style sheet of all of them: their glyphs, and how their elements look.
    pub style: String,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// Name of the view.
    pub view: String,
    /// Its own name: that of the view, or of a part of it.
    pub id: String,
    /// What is written above it.
    pub title: String,
    /// Identities of what it shows.
    pub shows: Vec<String>,
    /// An `svg` element without style.
    pub svg: String,
    /// Its flows.
    pub key: Vec<Entry>,
}

/// The part.
pub(super) fn body(report: &Report, figures: &Figures, links: &Links<'_>) -> String {
    let drawn: Vec<&ViewRow> = report.views.iter().filter(|view| view.left_out.is_none()).collect();
    if drawn.is_empty() && figures.pictures.is_empty() {
        return "<p class=\"nothing\">There is nothing to draw.</p>\n".to_owned();
    }
    let mut html = contents(figures);
    html.push_str(LAYERS);
    for view in &drawn {
        let of_view = figures.pictures.iter().filter(|figure| figure.view == view.id);
        html.push_str(&format!("<section class=\"view\">\n<h3>{}</h3>\n", text(&view.title)));
        html.extend(of_view.map(|one| figure(one, "view", links)));
        let mut page = Page::default();
        views::told(&mut page, view);
        let told = Blocks::new(links).all(&page);
        html.push_str(&format!(
            "<details open class=\"fold quiet\"><summary>This view in words</summary>\n{told}</details>\n</section>\n"
        ));
    }
    html.push_str(&left_out(report, links));
    html
}

/// A link to each picture.
fn contents(figures: &Figures) -> String {
    let one = |figure: &Figure| {
        let class = if figure.view == figure.id { "" } else { " class=\"part\"" };
        format!("<li{class}>{}</li>\n", link(&fragment("view", &figure.id), &text(&figure.title)))
    };
    let items: String = figures.pictures.iter().map(one).collect();
    format!("<nav class=\"views\" aria-label=\"Views\">\n<ul>\n{items}</ul>\n</nav>\n")
}

const LAYERS: &str = "<fieldset class=\"layers scripted\"><legend>Layers</legend>\n\
    <label><input type=\"checkbox\" name=\"ports\" checked> ports</label>\n\
    <label><input type=\"checkbox\" name=\"threats\" checked> open threats and questions</label>\n\
    <label><input type=\"checkbox\" name=\"controls\"> controls</label>\n</fieldset>\n";

/// A picture with its place, what it shows and the list of its flows.
pub(super) fn figure(figure: &Figure, kind: &str, links: &Links<'_>) -> String {
    let place = attribute(&fragment(kind, &figure.id));
    let entry = |entry: &Entry| {
        let Entry { number, id, name, what } = entry;
        format!("<li>{} {} {}\n", text(number), links.name(id, name), text(what))
    };
    let key: String = figure.key.iter().map(entry).collect();
    let key = if key.is_empty() { key } else { format!("<ul class=\"key\" aria-label=\"Flows of the picture\">\n{key}</ul>\n") };
    format!(
        "<figure id=\"{place}\" data-id=\"{}\">\n<div class=\"viewport\">{}</div>\n<figcaption>{}</figcaption>\n{key}</figure>\n",
        attribute(&encoded(&figure.id)),
        figure.svg,
        text(&figure.title)
    )
}

/// Views without a picture with the reason, and what no picture shows.
fn left_out(report: &Report, links: &Links<'_>) -> String {
    let mut page = Page::default();
    let reasons: Vec<Inline> = report.views.iter().filter_map(views::left_out).collect();
    if !reasons.is_empty() {
        page.heading(2, "Views that are left out");
        page.list(&reasons);
    }
    if !report.in_no_picture.is_empty() {
        page.heading(2, "Elements in no picture");
        page.list(&report.in_no_picture.iter().map(|id| Inline::code(id)).collect::<Vec<_>>());
    }
    let body = Blocks::new(links).all(&page);
    if body.is_empty() { body } else { format!("<div class=\"remainder\">\n{body}</div>\n") }
}
