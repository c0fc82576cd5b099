//! Pieces of running text, before anybody knows in which format they are written.

use super::escape_text::{markdown, one_line, visible};

/// Running text that fits into a paragraph and into a cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inline(Vec<Piece>);

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it is.
    Text(String),
    /// In the type of code.
    Code(String),
    /// In bold.
    Strong(String),
    /// A blank between two pieces.
    Blank,
    /// The end of a line.
    LineEnd,
}

impl Inline {
    /// The text as it is.
    pub fn text(text: &str) -> Self {
        Self::of(visible(text), Piece::Text)
    }

    /// An identity, in the type of code, so that no dialect takes `RULE@element` for an address.
    pub fn code(text: &str) -> Self {
        let text = one_line(text);
        let harmless = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '.' | '@' | ':' | '/' | '-' | '+' | ' ');
        let piece = if text.chars().all(harmless) { Piece::Code } else { Piece::Text };
        Self::of(text, piece)
    }

    /// The text in bold.
    pub fn strong(text: &str) -> Self {
        Self::of(one_line(text), Piece::Strong)
    }

    /// The pieces with blanks between them; pieces without text are left out.
    pub fn words(pieces: &[Self]) -> Self {
        Self::joined(pieces, &Piece::Blank)
    }

    /// The pieces, each on a line of its own.
    pub fn lines(pieces: &[Self]) -> Self {
        Self::joined(pieces, &Piece::LineEnd)
    }

    /// What stands between backticks, as messages write names, in the type of code.
    pub fn with_code(&self) -> Self {
        let typed = |piece: &Piece| -> Vec<Piece> {
            let Piece::Text(text) = piece else { return vec![piece.clone()] };
            let parts: Vec<&str> = text.split('`').collect();
            if parts.len().is_multiple_of(2) {
                return vec![piece.clone()];
            }
            let blank = |is: bool| if is { vec![Piece::Blank] } else { Vec::new() };
            let plain = |part: &str| match part.trim() {
                "" => blank(!part.is_empty()),
                text => [blank(part.starts_with(' ')), vec![Piece::Text(text.to_owned())], blank(part.ends_with(' '))].concat(),
            };
            let one = |(at, part): (usize, &&str)| if at % 2 == 1 { Self::code(part).0 } else { plain(part) };
            parts.iter().enumerate().flat_map(one).collect()
        };
        Self(self.0.iter().flat_map(typed).collect())
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pieces, for writers of other formats.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Without any type.
    pub(super) fn plain(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Code(text) | Piece::Strong(text) => text.clone(),
            Piece::Blank => " ".to_owned(),
            Piece::LineEnd => "\n".to_owned(),
        };
        self.0.iter().map(piece).collect()
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => markdown(text),
            Piece::Code(text) => format!("`{text}`"),
            Piece::Strong(text) => format!("**{}**", markdown(text)),
            Piece::Blank => " ".to_owned(),
            Piece::LineEnd => "<br>".to_owned(),
        };
        self.0.iter().map(piece).collect()
    }

    /// As HTML.
    pub fn html(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => escape_html(text),
            Piece::Code(text) => format!("<code>{}</code>", escape_html(text)),
            Piece::Strong(text) => format!("<strong>{}</strong>", escape_html(text)),
            Piece::Blank => " ".to_owned(),
            Piece::LineEnd => "<br>".to_owned(),
        };
        self.0.iter().map(piece).collect()
    }

    fn of(text: String, piece: fn(String) -> Piece) -> Self {
        if text.is_empty() { Self::default() } else { Self(vec![piece(text)]) }
    }

    fn joined(pieces: &[Self], separator: &Piece) -> Self {
        let mut all: Vec<Piece> = Vec::new();
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            if !all.is_empty() {
                all.push(separator.clone());
            }
            all.extend_from_slice(&piece.0);
        }
        Self(all)
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

/// [`visible`] text as HTML; a line end stays one.
pub(super) fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for sign in visible(text).chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("<br>"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::rendered;

    #[test]
    fn an_identity_is_code_unless_it_could_end_the_code() {
        assert_eq!(Inline::code("TAM04@unit.app").markdown(), "`TAM04@unit.app`");
        assert_eq!(rendered::cell(&Inline::code("a`b|c").markdown()), "a`b|c");
        assert_eq!(Inline::code("a<b").html(), "a&lt;b");
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        let typed = |text: &str| Inline::text(text).with_code().markdown();
        assert_eq!(typed("cannot find `a_b` in `c`"), "cannot find `a_b` in `c`");
        assert_eq!(typed("one ` alone"), "one \\` alone");
    }

    #[test]
    fn pieces_without_text_leave_no_blank() {
        let all = [Inline::strong("a"), "".into(), "b\nc".into()];
        assert_eq!(Inline::words(&all).markdown(), "**a** b<br>c");
        assert_eq!(Inline::lines(&all).html(), "<strong>a</strong><br>b<br>c");
        assert!(Inline::words(&["".into()]).is_empty());
    }
}
