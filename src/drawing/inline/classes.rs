//! Markup made short for a page that holds many pictures: how an element looks becomes a class, numbers and lines lose what means nothing, and
//! ids go that only a document of its own needs.

use indexmap::IndexMap;
use std::fmt::Write;

/// Attributes that say where an element is and how large. All others that a canvas writes say how it looks.
const GEOMETRY: [&str; 9] = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "transform"];
/// Attributes of groups.
const KEPT: [&str; 2] = ["class", "data-element"];
/// The white line under a flow. It has a name of its own, since a page marks by it what was chosen.
const UNDER: &str = "fill:none;stroke:#ffffff;stroke-width:4.5px";

/// How elements look, each way once.
#[derive(Debug, Default)]
pub(crate) struct Classes {
    looks: IndexMap<String, ()>,
}

impl Classes {
    /// Rules for the classes so far. What the page says of an element that was chosen weighs more.
    pub(crate) fn style_sheet(&self) -> String {
        let mut out = format!(".drawing .under{{{UNDER}}}\n");
        for (at, look) in self.looks.keys().enumerate() {
            let _ = writeln!(out, ".drawing .{}{{{look}}}", name(at));
        }
        out
    }

    /// The markup of a canvas, which has one element a line.
    pub(crate) fn shortened(&mut self, markup: &str) -> String {
        let mut out = String::with_capacity(markup.len() / 2);
        for line in markup.lines() {
            self.line(line, &mut out);
            out.push('\n');
        }
        out
    }

    /// No value of an attribute has a raw `>` or `"` in it: they are escaped.
    fn line(&mut self, line: &str, out: &mut String) {
        let tag = line.strip_prefix('<').filter(|rest| !rest.starts_with('/')).and_then(|rest| rest.split_once('>'));
        let Some((tag, content)) = tag else {
            out.push_str(line);
            return;
        };
        let (tag, end) = tag.strip_suffix('/').map_or((tag, ">"), |tag| (tag, "/>"));
        let (element, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        out.push('<');
        out.push_str(element);
        let mut look = String::new();
        for (attribute, value) in pairs(attributes) {
            match attribute {
                "d" => {
                    let _ = write!(out, " d=\"{}\"", path(value));
                }
                _ if GEOMETRY.contains(&attribute) => {
                    let _ = write!(out, " {attribute}=\"{}\"", value.replace(".0", ""));
                }
                _ if KEPT.contains(&attribute) => {
                    let _ = write!(out, " {attribute}=\"{value}\"");
                }
                // the style sheet has it for all
                "id" | "stroke-linejoin" => {}
                "style" => declare(&mut look, value),
                "font-size" | "stroke-width" => declare(&mut look, &format!("{attribute}:{}px", value.trim_end_matches(".0"))),
                _ => declare(&mut look, &format!("{attribute}:{value}")),
            }
        }
        if look == UNDER {
            out.push_str(" class=\"under\"");
        } else if !look.is_empty() {
            let at = self.looks.insert_full(look, ()).0;
            let _ = write!(out, " class=\"{}\"", name(at));
        }
        out.push_str(end);
        out.push_str(content);
    }
}

fn name(at: usize) -> String {
    format!("d{at}")
}

fn declare(look: &mut String, declaration: &str) {
    if !look.is_empty() {
        look.push(';');
    }
    look.push_str(declaration);
}

/// Names and values of attributes.
fn pairs(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = attributes;
    std::iter::from_fn(move || {
        let (name, more) = rest.trim_start().split_once("=\"")?;
        let (value, more) = more.split_once('"')?;
        rest = more;
        Some((name, value))
    })
}

/// `M1.0 2.0 L5.0 2.0 L5.0 3.5 Z` as `M1 2H5V3.5Z`.
fn path(data: &str) -> String {
    let mut out = String::with_capacity(data.len());
    let mut before = (String::new(), String::new());
    let mut signs = data.split_whitespace();
    while let Some(first) = signs.next() {
        if first == "Z" {
            out.push('Z');
            continue;
        }
        let (letter, x) = first.split_at(1);
        let y = signs.next().unwrap_or_default();
        // numbers have one decimal
        let (x, y) = (x.replace(".0", ""), y.replace(".0", ""));
        let _ = match (letter == "L", x == before.0, y == before.1) {
            (true, false, true) => write!(out, "H{x}"),
            (true, true, false) => write!(out, "V{y}"),
            _ => write!(out, "{letter}{x} {y}"),
        };
        before = (x, y);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_where_and_a_class_says_how() {
        let mut classes = Classes::default();
        let text = "<text x=\"10.0\" y=\"2.5\" font-size=\"9.0\" text-anchor=\"middle\">a &quot;x=\"1.0\"&quot; &gt;</text>";
        assert_eq!(classes.shortened(text), "<text x=\"10\" y=\"2.5\" class=\"d0\">a &quot;x=\"1.0\"&quot; &gt;</text>\n");
        let line = "<path d=\"M1.0 2.0 L10.0 2.0 L10.0 3.5 L4.0 0.0 Z\" stroke-linejoin=\"round\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1.3\"/>";
        assert_eq!(classes.shortened(line), "<path d=\"M1 2H10V3.5L4 0Z\" class=\"d1\"/>\n");
        assert_eq!(classes.shortened(text), classes.shortened(text));
        assert!(classes.style_sheet().contains(".drawing .d0{font-size:9px;text-anchor:middle}\n"));
        let group = "<g id=\"v-a\" class=\"flow\" data-element=\"f.x&quot;\">";
        assert_eq!(classes.shortened(group), "<g class=\"flow\" data-element=\"f.x&quot;\">\n");
    }

    #[test]
    fn the_white_line_under_a_flow_is_known_by_its_name() {
        let under =
            "<path d=\"M0.0 0.0 L1.0 0.0\" stroke-linejoin=\"round\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4.5\"/>";
        assert_eq!(Classes::default().shortened(under), "<path d=\"M0 0H1\" class=\"under\"/>\n");
    }
}
