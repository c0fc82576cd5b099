//! The page as a document: well-formed enough that ids, links and the policy can be read off it, and nothing of the model becomes markup.

use std::collections::BTreeSet;

use super::*;
use crate::backends::sample;
use crate::drawing::key::Entry;
use crate::report::ViewRow;

fn figures() -> Figures {
    let picture = Figure {
        view: "context".to_owned(),
        id: "context".to_owned(),
        title: "System context".to_owned(),
        shows: vec!["unit.lan".to_owned()],
        svg: "<svg class=\"drawing\"></svg>".to_owned(),
        key: vec![Entry { number: "F1".to_owned(), id: "push".to_owned(), name: "Push".to_owned(), what: "data".to_owned() }],
    };
    Figures { pictures: vec![picture.clone()], attacks: vec![picture], style: String::new() }
}

/// The values of an attribute, in order.
fn values<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let sign = format!(" {name}=\"");
    html.match_indices(&sign).filter_map(|(at, _)| html[at + sign.len()..].split('"').next()).collect()
}

/// The document without its script and style.
fn document(report: &Report) -> String {
    let view = ViewRow { id: "context".to_owned(), title: "System context".to_owned(), ..ViewRow::default() };
    let report = Report { views: vec![view], ..report.clone() };
    let html = write(&report, &figures());
    let (head, rest) = html.split_once("<style>").expect("a style sheet");
    let (_, body) = rest.split_once("</style>").expect("its end");
    let (body, _) = body.rsplit_once("<script>").expect("the script");
    format!("{head}{body}")
}

#[test]
fn every_id_is_there_once_and_every_link_leads_to_one() {
    for report in [sample::plain(), sample::hostile(), sample::sentinels(), Report::default()] {
        let html = document(&report);
        let ids = values(&html, "id");
        let all: BTreeSet<&str> = ids.iter().copied().collect();
        // the samples with one text in every field have several rows of one identity, which no model has
        let is_filled = report != sample::plain() && report != Report::default();
        assert!(is_filled || all.len() == ids.len(), "an id twice");
        for link in values(&html, "href") {
            let place = link.strip_prefix('#').expect("a link within the page");
            assert!(all.contains(place), "{link}");
        }
    }
}

#[test]
fn every_threat_question_and_port_has_its_place() {
    let report = sample::plain();
    let html = document(&report);
    for threat in &report.threats {
        assert!(html.contains(&format!("<article id=\"threat={}\"", threat.id)), "{}", threat.id);
        assert!(html.contains(&format!("<tr data-id=\"{}\" data-state=\"{}\"", threat.id, threat.state.word())));
    }
    for question in &report.questions {
        assert!(html.contains(&format!("<tr id=\"question={}\"", question.id)));
    }
    for port in &report.ports {
        assert!(html.contains(&port.name), "{}", port.name);
    }
    assert!(html.contains("DRAFT") && html.contains("id=\"threats&amp;state=open\""));
}

/// Every tag the page opens is one it means to open, and is closed.
#[test]
fn no_markup_of_a_text_survives() {
    let html = document(&sample::hostile());
    assert!(!html.contains("<script>alert") && !html.contains('\u{202e}') && html.contains("&lt;script&gt;alert"));
    for name in ["table", "tbody", "tr", "td", "dl", "ul", "article", "section", "details", "a", "code", "form", "figure"] {
        let opened = html.matches(&format!("<{name}>")).count() + html.matches(&format!("<{name} ")).count();
        assert_eq!(opened, html.matches(&format!("</{name}>")).count(), "{name}");
    }
    for refused in ["<img", "<link", "src=", "javascript:alert", " style=", " onclick="] {
        assert!(!html.replace("&lt;", "").contains(refused), "{refused}");
    }
}

#[test]
fn the_same_report_gives_the_same_page() {
    assert_eq!(write(&sample::hostile(), &figures()), write(&sample::hostile(), &figures()));
}
