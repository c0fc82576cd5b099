//! Where new decisions are written into a file that holds others: beside those about elements near theirs, so that two branches that each decide
//! something write in two places, and merge.

use crate::syntax::ast::{Body, Member, Respond};

/// A decision to be written.
pub(crate) struct New {
    /// Path of its element.
    pub(crate) element: String,
    /// Its rule.
    pub(crate) rule: String,
    /// Its text, with the end of its last line.
    pub(crate) text: String,
}

/// A text with more decisions; what was there stays as it was, byte by byte.
pub(crate) fn inserted(before: &str, body: &Body, new: &[New]) -> String {
    let mut out = before.to_owned();
    for (at, text) in insertions(before, body, new) {
        out.insert_str(at, &text);
    }
    out
}

/// What is put into a text, and at which byte, the last place first.
pub(crate) fn insertions(before: &str, body: &Body, new: &[New]) -> Vec<(usize, String)> {
    let lines = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let mut known: Vec<Known> = body.iter().filter_map(known).collect();
    known.retain(|one| one.end <= before.len());
    let mut new: Vec<&New> = new.iter().collect();
    if is_sorted(&known) {
        new.sort_by_key(|one| key(&one.element, &one.rule));
    }
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for one in new {
        let at = place(before, &known, one);
        let text = one.text.replace('\n', lines);
        match pieces.iter_mut().find(|(known, _)| *known == at) {
            Some((_, together)) => together.push_str(&format!("{lines}{text}")),
            None => pieces.push((at, text)),
        }
    }
    pieces.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (at, text) in &mut pieces {
        *text = apart(&before[..*at], text, &before[*at..], lines);
    }
    pieces
}

/// A decision that is there.
struct Known {
    element: String,
    rule: String,
    start: usize,
    end: usize,
}

fn known(member: &Member) -> Option<Known> {
    let Member::Respond(respond) = member else { return None };
    let Respond { rule, element, span, .. } = &**respond;
    Some(Known { element: element.text(), rule: rule.text(), start: span.start as usize, end: span.end as usize })
}

/// What decisions are sorted by: their element, then their rule.
fn key<'t>(element: &'t str, rule: &'t str) -> (Vec<&'t str>, &'t str) {
    (element.split('.').collect(), rule)
}

fn is_sorted(known: &[Known]) -> bool {
    known.is_sorted_by_key(|one| key(&one.element, &one.rule))
}

/// Where a decision goes: into the order there is; where there is none, behind the last one whose element is nearest to its own.
fn place(before: &str, known: &[Known], new: &New) -> usize {
    if is_sorted(known) {
        let smaller = known.iter().rfind(|one| key(&one.element, &one.rule) < key(&new.element, &new.rule));
        return match (smaller, known.first()) {
            (Some(one), _) => end_of_line(before, one.end),
            (None, Some(first)) => above_comments(before, first.start),
            (None, None) => before.len(),
        };
    }
    let near = |one: &&Known| one.element.split('.').zip(new.element.split('.')).take_while(|(a, b)| a == b).count();
    match known.iter().max_by_key(near).filter(|one| near(one) > 0) {
        Some(one) => end_of_line(before, one.end),
        None => before.len(),
    }
}

fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The beginning of the first of the lines with comments directly above the line of a place.
fn above_comments(text: &str, at: usize) -> usize {
    let mut start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    loop {
        let above = text[..start].trim_end_matches('\n').len();
        let line = text[..above].rfind('\n').map_or(0, |end| end + 1);
        let is_next = start - above <= 1 && start > 0;
        if !is_next || !text[line..above].trim_start().starts_with("//") {
            return start;
        }
        start = line;
    }
}

/// A piece with an empty line between it and what stands before and after it.
fn apart(above: &str, text: &str, below: &str, lines: &str) -> String {
    let gap = match above {
        "" => "",
        _ if above.ends_with("\n\n") || above.ends_with("\n\r\n") => "",
        _ if above.ends_with('\n') => lines,
        _ => &format!("{lines}{lines}"),
    };
    let close = if below.is_empty() || below.starts_with(['\n', '\r']) { "" } else { lines };
    format!("{gap}{text}{close}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use crate::text::FileId;

    fn added(before: &str, elements: &[&str]) -> String {
        let new: Vec<New> = elements
            .iter()
            .map(|element| New {
                element: (*element).to_owned(),
                rule: "R".to_owned(),
                text: format!("respond R @ {element} {{}}\n"),
            })
            .collect();
        inserted(before, &parse(FileId(0), before).body, &new)
    }

    #[test]
    fn a_decision_goes_where_the_order_has_it() {
        let both = "// all\n\n/// b\nrespond R @ b {}\nrespond R @ d {}\n";
        assert_eq!(added("", &["b"]), "respond R @ b {}\n");
        assert_eq!(added("// all", &["b"]), "// all\n\nrespond R @ b {}\n");
        assert_eq!(added(both, &["c"]), "// all\n\n/// b\nrespond R @ b {}\n\nrespond R @ c {}\n\nrespond R @ d {}\n");
        assert_eq!(added(both, &["a"]), "// all\n\nrespond R @ a {}\n\n/// b\nrespond R @ b {}\nrespond R @ d {}\n");
        assert_eq!(added("respond R @ b {}", &["d", "c"]), "respond R @ b {}\n\nrespond R @ c {}\n\nrespond R @ d {}\n");
    }

    #[test]
    fn without_an_order_a_decision_goes_to_its_kin() {
        let unsorted = "respond R @ b.x {}\n\nrespond R @ a.y.z {}\n\nrespond R @ c {}\n";
        let kin = "respond R @ b.x {}\n\nrespond R @ a.y.z {}\n\nrespond R @ a.y.q {}\n\nrespond R @ c {}\n";
        assert_eq!(added(unsorted, &["a.y.q"]), kin);
        assert!(added(unsorted, &["d"]).ends_with("respond R @ c {}\n\nrespond R @ d {}\n"));
    }
}
