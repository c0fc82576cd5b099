//! Blocks as HTML. Every page in HTML is written here; what differs from page to page (links, places, pictures) is asked of its [`Setting`].

use super::inline::{Inline, Piece, escape_html};
use super::page::{Block, Picture};

/// What surrounds the blocks.
pub(super) trait Setting {
    /// A title.
    fn heading(&mut self, level: usize, title: &str) -> String;

    /// A picture; nothing where the page places its pictures itself.
    fn picture(&mut self, picture: &Picture) -> String;

    /// An identity.
    fn code(&self, id: &str) -> String {
        format!("<code>{}</code>", escape_html(id))
    }

    /// A text; in a table, with the identity that its row begins with.
    fn text(&self, said: &str, _row: Option<&str>) -> String {
        escape_html(said)
    }

    /// Attributes of a row that begins with an identity, each with a blank before it.
    fn row(&mut self, _id: &str) -> String {
        String::new()
    }
}

/// Some blocks.
pub(super) fn html<'b>(blocks: impl IntoIterator<Item = &'b Block>, setting: &mut impl Setting) -> String {
    blocks.into_iter().map(|one| block(one, setting)).collect()
}

fn block(block: &Block, setting: &mut impl Setting) -> String {
    match block {
        Block::Heading(level, title) => {
            let title = inline(title, None, setting);
            setting.heading(*level, &title)
        }
        Block::Paragraph(said) => format!("<p>{}</p>\n", inline(said, None, setting)),
        Block::Alert(word, said) => {
            format!("<p class=\"alert\"><strong>{}</strong> {}</p>\n", escape_html(word), escape_html(said))
        }
        Block::List(list) => format!("<ul>\n{}</ul>\n", items(list, setting)),
        Block::Steps(1, steps) => format!("<ol>\n{}</ol>\n", items(steps, setting)),
        Block::Steps(first, steps) => format!("<ol start=\"{first}\">\n{}</ol>\n", items(steps, setting)),
        Block::Table(headings, rows) => table(headings, rows, setting),
        Block::Picture(picture) => setting.picture(picture),
        Block::Verbatim(line) => format!("<pre>{}</pre>\n", escape_html(line)),
        Block::Source(_, text) => format!("<pre>{}</pre>\n", escape_html(text)),
        Block::Fold(title, inner) => {
            let title = inline(title, None, setting);
            // unfolded, or a printed page would lack it
            format!("<details open>\n<summary>{title}</summary>\n{}</details>\n", html(inner, setting))
        }
    }
}

fn items(items: &[Inline], setting: &impl Setting) -> String {
    items.iter().map(|item| format!("<li>{}</li>\n", inline(item, None, setting))).collect()
}

fn table(headings: &[String], rows: &[Vec<Inline>], setting: &mut impl Setting) -> String {
    let head: String = headings.iter().map(|heading| format!("<th scope=\"col\">{}</th>", escape_html(heading))).collect();
    let mut html = format!("<div class=\"wide\"><table class=\"rows plain\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n");
    for row in rows {
        let id = row.first().and_then(identity);
        let place = id.map_or_else(String::new, |id| setting.row(id));
        html.push_str(&format!("<tr{place}>"));
        for (at, cell) in row.iter().enumerate() {
            let cell = inline(cell, id, setting);
            html.push_str(&if at == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") });
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table></div>\n");
    html
}

fn inline(inline: &Inline, row: Option<&str>, setting: &impl Setting) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(said) => setting.text(said, row),
        Piece::Code(id) => setting.code(id),
        Piece::Strong(said) => format!("<strong>{}</strong>", escape_html(said)),
        Piece::Blank => " ".to_owned(),
        Piece::LineEnd => "<br>".to_owned(),
    };
    inline.pieces().iter().map(piece).collect()
}

/// The identity a cell names.
fn identity(cell: &Inline) -> Option<&str> {
    cell.pieces().iter().find_map(|piece| if let Piece::Code(id) = piece { Some(id.as_str()) } else { None })
}
