//! For tests: Markdown read back as a renderer reads it. Whatever is not plain text, a table or a list is refused.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// One table: its rows, headings first.
pub(super) type Table = Vec<Vec<String>>;

/// A page as Markdown.
pub(super) fn markdown(page: &super::page::Page) -> String {
    page.markdown()
}

/// A table as CSV, of the device of the sample.
pub(super) fn csv(table: &super::table::Table) -> String {
    super::csv_table::artifact(table, &super::sample::plain().title)
}

/// The text of one cell, which must stay one cell.
pub(super) fn cell(markdown: &str) -> String {
    let tables = tables(&format!("| a | b |\n| --- | --- |\n| {markdown} | end |\n"));
    assert_eq!(tables.len(), 1, "one table: {markdown}");
    assert_eq!(tables[0].len(), 2, "two rows: {markdown}");
    assert_eq!(tables[0][1][1], "end", "two cells: {markdown}");
    tables[0][1][0].clone()
}

/// The text of one paragraph, which must stay one.
pub(super) fn paragraph(markdown: &str) -> String {
    let events: Vec<Event<'_>> = events(markdown);
    if events.is_empty() {
        return String::new();
    }
    assert_eq!(events.first(), Some(&Event::Start(Tag::Paragraph)), "{markdown}");
    assert_eq!(events.last(), Some(&Event::End(TagEnd::Paragraph)), "{markdown}");
    events[1..events.len() - 1].iter().map(|event| plain(event, markdown)).collect()
}

/// Every table of a page.
pub(super) fn tables(markdown: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut within = false;
    for event in events(markdown) {
        match &event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                within = true;
                tables.last_mut().unwrap().last_mut().unwrap().push(String::new());
            }
            Event::End(TagEnd::TableCell) => within = false,
            Event::End(_) => {}
            _ if within => {
                let text = plain(&event, markdown);
                tables.last_mut().unwrap().last_mut().unwrap().last_mut().unwrap().push_str(&text);
            }
            _ => assert_harmless(&event),
        }
    }
    tables
}

fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

fn plain(event: &Event<'_>, markdown: &str) -> String {
    match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::InlineHtml(html) if &**html == "<br>" => "\n".to_owned(),
        Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => String::new(),
        other => panic!("{other:?} in {markdown}"),
    }
}

/// The markup this crate writes itself; anything else has come from a text.
fn assert_harmless(event: &Event<'_>) {
    let harmless = match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(_)
                | Tag::Item
                | Tag::Strong
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
        ),
        Event::InlineHtml(html) => &**html == "<br>",
        Event::Text(_) | Event::Code(_) | Event::SoftBreak => true,
        _ => false,
    };
    assert!(harmless, "{event:?}");
}
