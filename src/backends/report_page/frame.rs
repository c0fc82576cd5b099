//! The document round the parts: what a browser is told and allowed, the title, the contents, and at the end everything in full.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Part;
use super::links::link;
use super::markup::{attribute, text};
use super::pictures::Figures;
use crate::backends::{stated, title};
use crate::drawing::inline;
use crate::report::Report;

const STYLE: &str = concat!(include_str!("style/page.css"), include_str!("style/scripted.css"), include_str!("style/print.css"));

/// Before anything is shown: what the script will hide shall not flash.
const FIRST: &str = "document.documentElement.classList.add(\"scripted-page\");";

const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("script/address.js"),
    include_str!("script/tables.js"),
    include_str!("script/threats.js"),
    include_str!("script/tabs.js"),
    include_str!("script/viewport.js"),
    include_str!("script/pictures.js"),
    include_str!("script/panel.js"),
    include_str!("script/theme.js"),
    include_str!("script/page.js"),
    "})();\n"
);

/// What the content-security policy names a script or a style sheet by.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The whole document.
pub(super) fn page(report: &Report, parts: &[Part], full: &[(&str, &str)], figures: &Figures) -> String {
    let style = format!("\n{STYLE}{}{}", inline::STYLE, figures.style);
    let script = format!("\n{SCRIPT}");
    let policy = format!(
        "default-src 'none'; script-src {} {}; style-src {}; font-src data:; base-uri 'none'; form-action 'none'",
        hash(FIRST),
        hash(&script),
        hash(&style)
    );
    let device = text(&stated::filled(&report.title.device));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"generator\" content=\"{}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{device}: threat model report</title>\n\
         <script>{FIRST}</script>\n<style>{style}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">Skip to the content</a>\n",
        attribute(&report.title.generator)
    );
    html.push_str(&head(report, &device));
    html.push_str(&contents(parts, full));
    html.push_str("<div class=\"desk\">\n<main id=\"content\" tabindex=\"-1\">\n");
    for Part { id, title, body } in parts {
        html.push_str(&format!("<section class=\"part\" id=\"{id}\">\n<h2>{}</h2>\n{body}</section>\n", text(title)));
    }
    html.push_str("</main>\n<aside id=\"full\" aria-label=\"In full\">\n");
    for (at, (title, body)) in full.iter().enumerate() {
        html.push_str(&format!("<section class=\"full\" id=\"full-{}\">\n<h2>{}</h2>\n{body}</section>\n", at + 1, text(title)));
    }
    html.push_str("</aside>\n</div>\n");
    html.push_str(&format!("<script>{script}</script>\n</body>\n</html>\n"));
    html
}

/// What the document is, of which device and in which state, and where one searches.
fn head(report: &Report, device: &str) -> String {
    let version = report.title.version.as_ref().map_or_else(String::new, |version| format!(" <span>{}</span>", text(version)));
    let draft = title::draft(&report.title)
        .map_or_else(String::new, |why| format!("<p class=\"draft\"><strong>DRAFT</strong> <span>{}</span></p>\n", text(&why)));
    format!(
        "<header>\n<h1>{device}{version} <small>Threat model report</small></h1>\n{draft}\
         <div class=\"tools scripted\">\n<label class=\"search\">Search <input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <label>Appearance <select name=\"theme\"><option value=\"\">as the system</option><option value=\"light\">light</option>\
         <option value=\"dark\">dark</option></select></label>\n</div>\n</header>\n"
    )
}

/// The table of contents, which the script makes tabs of.
fn contents(parts: &[Part], full: &[(&str, &str)]) -> String {
    let items: String = parts.iter().map(|part| format!("<li>{}</li>\n", link(part.id, &text(part.title)))).collect();
    let more = full.iter().enumerate();
    let more: String =
        more.map(|(at, (title, _))| format!("<li>{}</li>\n", link(&format!("full-{}", at + 1), &text(title)))).collect();
    format!(
        "<nav class=\"contents\" aria-label=\"Contents\">\n<ul class=\"parts\">\n{items}</ul>\n<ul class=\"unscripted\">\n{more}</ul>\n</nav>\n\
         <p class=\"told scripted\" role=\"status\"></p>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_writes_no_markup() {
        assert!(SCRIPT.len() <= 30 * 1024, "{}", SCRIPT.len());
        for refused in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(", "</"]
        {
            assert!(!SCRIPT.contains(refused), "{refused}");
        }
        assert!(!STYLE.contains("</") && !STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    #[test]
    fn what_is_hashed_is_what_a_browser_hashes() {
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
