//! A page as one HTML file that reads on a screen and printed on A4 landscape. It runs no script and asks no network.

use super::album::Plate;
use super::html_blocks::{self, Setting};
use super::inline::escape_html;
use super::page::{Block, Page, Picture};
use crate::report::TitleBlock;

/// Black on white, no meaning in colour; the head of a table is repeated on each printed page.
const STYLE: &str = "\
@page { size: A4 landscape; margin: 14mm 12mm; @bottom-right { content: counter(page) \" / \" counter(pages); font: 8pt sans-serif; } }
body { font: 10pt/1.4 \"DejaVu Sans\", Verdana, sans-serif; color: #000; background: #fff; margin: 1.5em auto; max-width: 110em; padding: 0 1.5em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1pt solid #000; } h3 { font-size: 1.05em; margin-top: 1.5em; }
h1, h2, h3, h4 { break-after: avoid; line-height: 1.25; }
p, li { max-width: 60em; }
.wide { overflow-x: auto; margin: 0.8em 0; }
table { border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 0.25em 0.5em; text-align: left; vertical-align: top; overflow-wrap: break-word; font-weight: normal; }
thead th { background: #e8e8e8; font-weight: bold; }
code { overflow-wrap: anywhere; }
code, pre { font-family: \"DejaVu Sans Mono\", monospace; font-size: 0.92em; }
pre { border: 0.5pt solid #555; padding: 0.5em; white-space: pre-wrap; overflow-wrap: anywhere; }
.alert { border: 2pt solid #000; padding: 0.5em 1em; max-width: 60em; }
nav li { margin: 0.1em 0; }
details { margin: 0.6em 0; } summary { font-weight: bold; cursor: pointer; }
figure { margin: 1em 0; break-inside: avoid; }
figure > svg { max-width: 100%; height: auto; border: 0.5pt solid #999; }
figcaption { margin: 0.4em 0 1.2em; max-width: 60em; }
@media print { figure > svg { max-height: 160mm; border: 0; } body { margin: 0; max-width: none; padding: 0; font-size: 8pt; } a { color: inherit; text-decoration: none; } .wide { overflow: visible; } th { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
";

/// The page as a file of its own.
pub fn write(page: &Page, title: &TitleBlock) -> String {
    let name = page.blocks().iter().find_map(|block| match block {
        Block::Heading(1, title) => Some(title.html()),
        _ => None,
    });
    let mut html = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.push_str(&format!("<meta name=\"generator\" content=\"{}\">\n", escape_html(&title.generator)));
    html.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\">\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.push_str(&format!("<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n", name.unwrap_or_default()));
    html.push_str(&html_blocks::html(page.blocks(), &mut Own { part: 0, contents: contents(page) }));
    html.push_str("</body>\n</html>\n");
    html
}

/// A link to each part; nothing for a page of one.
fn contents(page: &Page) -> String {
    let parts = page.blocks().iter().filter_map(|block| match block {
        Block::Heading(2, title) => Some(title.html()),
        _ => None,
    });
    let parts: Vec<String> =
        parts.enumerate().map(|(at, title)| format!("<li><a href=\"#part-{}\">{title}</a></li>\n", at + 1)).collect();
    if parts.len() < 2 {
        return String::new();
    }
    format!("<nav>\n<ul>\n{}</ul>\n</nav>\n", parts.concat())
}

/// The page's own setting.
struct Own {
    /// The number of the part one is in.
    part: usize,
    /// What stands before the first part.
    contents: String,
}

impl Setting for Own {
    fn heading(&mut self, level: usize, title: &str) -> String {
        if level != 2 {
            return format!("<h{level}>{title}</h{level}>\n");
        }
        self.part += 1;
        format!("{}<h2 id=\"part-{}\">{title}</h2>\n", std::mem::take(&mut self.contents), self.part)
    }

    fn picture(&mut self, picture: &Picture) -> String {
        let Plate { svg, alternative, .. } = &*picture.plate;
        // a picture that was not drawn is told
        let drawing =
            svg.as_deref().map_or_else(|| format!("<p>{}</p>", escape_html(alternative)), |svg| svg.trim_end().to_owned());
        format!("<figure>\n{drawing}\n<figcaption>{}</figcaption>\n</figure>\n", picture.legend().html())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    fn written(fill: impl Fn(&mut Page)) -> String {
        let mut page = Page::default();
        fill(&mut page);
        write(&page, &sample::plain().title)
    }

    #[test]
    fn each_part_is_reached_from_the_contents() {
        let html = written(|page| ["One", "Two"].into_iter().for_each(|part| page.heading(2, part)));
        for (at, part) in [(1, "One"), (2, "Two")] {
            assert!(html.contains(&format!("<a href=\"#part-{at}\">{part}</a>")), "{html}");
            assert!(html.contains(&format!("<h2 id=\"part-{at}\">{part}</h2>")), "{html}");
        }
        assert!(!written(|page| page.heading(2, "Only")).contains("<nav>"));
    }

    #[test]
    fn no_markup_of_a_text_survives() {
        let hostile = "<img src=x onerror=alert(1)> \"'&";
        let html = written(|page| {
            page.heading(1, hostile);
            page.alert(hostile, hostile);
            page.list(&[hostile.into()]);
            page.table(&[hostile], &[vec![hostile.into()]]);
            page.verbatim(hostile);
        });
        assert!(!html.contains("<img"), "{html}");
        assert_eq!(html.matches("&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;").count(), 8, "{html}");
    }
}
