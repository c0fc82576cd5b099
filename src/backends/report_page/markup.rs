//! Small pieces of HTML. Every text of the model passes through [`text`] or [`attribute`].

use crate::backends::inline::escape_html;
use crate::drawing::xml::escape;

/// Text as it is seen; a line end stays one.
pub(super) fn text(text: &str) -> String {
    escape_html(text)
}

/// The value of an attribute, without its quotes.
pub(super) fn attribute(value: &str) -> String {
    escape(value)
}

/// A cell of a table: what it shows, and by what it is sorted where that is something else.
pub(super) struct Cell {
    html: String,
    key: Option<String>,
}

impl Cell {
    /// Sorted by a number.
    pub(super) fn ranked(html: String, rank: usize) -> Self {
        Self { html, key: Some(rank.to_string()) }
    }
}

impl From<String> for Cell {
    fn from(html: String) -> Self {
        Self { html, key: None }
    }
}

/// A row of a table.
#[derive(Default)]
pub(super) struct Row {
    /// Attributes, each with a blank before it.
    pub(super) attributes: String,
    /// One cell a column; the first one is the heading of the row.
    pub(super) cells: Vec<Cell>,
}

/// A table whose rows can be searched and sorted where the script runs.
pub(super) struct Table<'t> {
    /// What it is called.
    pub(super) caption: &'t str,
    /// A word for its style.
    pub(super) class: &'t str,
    /// What stands above the columns.
    pub(super) columns: &'t [&'t str],
    /// The rows.
    pub(super) rows: Vec<Row>,
}

impl Table<'_> {
    /// The markup, or a sentence where there are no rows.
    pub(super) fn html(&self, nothing: &str) -> String {
        if self.rows.is_empty() {
            return format!("<p class=\"nothing\">{}</p>\n", text(nothing));
        }
        let head: String = self.columns.iter().map(|name| format!("<th scope=\"col\">{}</th>", text(name))).collect();
        let mut html = format!(
            "<div class=\"wide\"><table class=\"rows {}\">\n<caption>{}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n",
            self.class,
            text(self.caption)
        );
        for row in &self.rows {
            html.push_str(&format!("<tr{}>", row.attributes));
            for (at, cell) in row.cells.iter().enumerate() {
                let key = cell.key.as_ref().map_or_else(String::new, |key| format!(" data-key=\"{}\"", attribute(key)));
                html.push_str(&match at {
                    0 => format!("<th scope=\"row\"{key}>{}</th>", cell.html),
                    _ => format!("<td{key}>{}</td>", cell.html),
                });
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table></div>\n");
        html
    }
}

/// A list; nothing where there are no items.
pub(super) fn list(items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    // HTML ends an item where the next one begins
    format!("<ul><li>{}</ul>", items.join("<li>"))
}

/// A list of a kind that is shown in its own way.
pub(super) fn classed(class: &str, items: &[String]) -> String {
    list(items).replacen("<ul>", &format!("<ul class=\"{class}\">"), 1)
}

/// Names and what is said of each; those of which nothing is said are left out.
pub(super) fn description(items: &[(&str, String)]) -> String {
    let items: String = items
        .iter()
        .filter(|(_, said)| !said.is_empty())
        // HTML ends a term where what is said of it begins
        .map(|(name, said)| format!("<dt>{}<dd>{said}\n", text(name)))
        .collect();
    format!("<dl>\n{items}</dl>\n")
}
