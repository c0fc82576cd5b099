//! Who says what of which thing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::sheets::{Sheet, squeezed};
use crate::kit::{list, text};

/// Values of things, each with the documents that say it.
#[derive(Debug, Default)]
pub(super) struct Claims(BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>>);

/// What overviews call in plainer words than the full table does.
const PLAINER: [(&str, &str); 4] = [
    ("What it is for", "Purpose"),
    ("On or off as shipped", "State as shipped"),
    ("What you have to do or to watch for", "What the operator has to do or to watch for"),
    ("When the connection fails", "Behaviour on loss, failure or misuse"),
];

impl Claims {
    fn add(&mut self, of: &str, what: &str, value: String, document: &str) {
        let what = PLAINER.iter().find(|(plainer, _)| *plainer == what).map_or(what, |(_, usual)| *usual);
        let values = self.0.entry((of.to_owned(), what.to_owned())).or_default();
        values.entry(value).or_default().insert(document.to_owned());
    }

    /// What is said with more than one value, or worded to be found.
    pub(super) fn differences(&self) -> Vec<String> {
        let several = self.0.iter().filter(|(_, values)| values.len() > 1);
        several.map(|((of, what), values)| format!("{what} of {of}: {values:#?}")).collect()
    }

    #[track_caller]
    pub(super) fn agree(&self) {
        let differences = self.differences();
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    }

    /// The one value.
    #[track_caller]
    pub(super) fn value(&self, of: &str, what: &str) -> &str {
        let values = self.0.get(&(of.to_owned(), what.to_owned())).unwrap_or_else(|| panic!("nobody says the {what} of {of}"));
        values.keys().next().expect("a value")
    }

    /// The documents that say this of anything.
    pub(super) fn documents(&self, what: &str) -> BTreeSet<&str> {
        let all = self.0.iter().filter(|((_, known), _)| known == what).flat_map(|(_, values)| values.values().flatten());
        all.map(String::as_str).collect()
    }

    /// What a table says of ports: a row a port, or a table a port.
    pub(super) fn of_ports(&mut self, sheet: &Sheet, report: &Value) {
        let ports = list(report, "ports");
        let has = |heading: &str| sheet.headings.iter().any(|known| known == heading);
        let is_port = |id: &str| ports.iter().any(|port| text(port, "id") == id);
        let statements = ["Item", "Statement"];
        if sheet.headings.starts_with(&statements.map(str::to_owned)) {
            let Some(id) = sheet.rows.iter().find(|row| row[0] == "Identifier").map(|row| row[1].clone()) else { return };
            for row in sheet.rows.iter().filter(|_| is_port(&id)) {
                // items are squeezed like all cells, headings of columns are not
                let usual = ["State as shipped", "Direction of data"].into_iter().find(|usual| squeezed(usual) == row[0]);
                self.add(&id, usual.unwrap_or(&row[0]), row[1].clone(), &sheet.document);
            }
            return;
        }
        for row in &sheet.rows {
            let id = sheet.cell(row, "Identifier").or_else(|| sheet.cell(row, "Id")).cloned();
            let by_name = || {
                let shown = sheet.cell(row, "Port")?;
                let same = |port: &&Value| {
                    let (name, marking) = (squeezed(text(port, "name")), port["label"].as_str().map(squeezed));
                    *shown == name || marking.is_some_and(|marking| *shown == format!("{name}(marked“{marking}”)"))
                };
                ports.iter().find(same).map(|port| text(port, "id").to_owned())
            };
            let Some(id) = id.or_else(by_name).filter(|id| is_port(id)) else { continue };
            // a table of other things may name a port in a column
            if !(has("State as shipped") || has("On or off as shipped") || has("When the connection fails")) {
                continue;
            }
            for heading in sheet.headings.iter().filter(|heading| !["Port", "At", "Id"].contains(&heading.as_str())) {
                if heading.starts_with("Does a flow") || heading.starts_with("When nothing") {
                    continue;
                }
                let key = squeezed(heading);
                let usual = ["State as shipped", "Direction of data"].into_iter().find(|usual| *usual == heading);
                let plainer = PLAINER.iter().find(|(plainer, _)| *plainer == heading).map(|(_, usual)| *usual);
                let what = match plainer {
                    Some("State as shipped") => "State as shipped".to_owned(),
                    Some(plain) => squeezed(plain),
                    None => usual.map_or(key, str::to_owned),
                };
                self.add(&id, &what, sheet.cell(row, heading).expect("a cell").clone(), &sheet.document);
            }
        }
    }

    /// What a table says of threats: their titles, states and risks.
    pub(super) fn of_threats(&mut self, sheet: &Sheet) {
        let document = sheet.document.clone();
        if let Some((id, title)) = sheet.under.split_once(' ').filter(|(id, _)| id.contains('@')) {
            let stated = |item: &str| sheet.rows.iter().find(|row| row[0] == item).map(|row| row[1].as_str());
            if sheet.headings == ["Item", "Statement"] || sheet.headings == ["Field", "On record"] {
                self.add(id, "title", squeezed(title), &document);
                for (item, what) in [("State", "state"), ("state", "state")] {
                    if let Some(said) = stated(item) {
                        self.add(id, what, word(said), &document);
                    }
                }
                for (items, what) in
                    [(["Riskbeforecontrols", "riskbefore"], "risk before"), (["Riskaftercontrols", "riskafter"], "risk after")]
                {
                    if let Some(said) = items.into_iter().find_map(stated) {
                        self.add(id, what, word(said), &document);
                    }
                }
            }
            return;
        }
        for row in &sheet.rows {
            let id = ["id", "Id", "Threat"].into_iter().find_map(|heading| sheet.cell(row, heading));
            let Some(id) = id.filter(|id| id.contains('@')).cloned() else { continue };
            for (heading, what) in [("state", "state"), ("State", "state")] {
                if let Some(said) = sheet.cell(row, heading) {
                    self.add(&id, what, word(said), &document);
                }
            }
            for heading in ["risk before", "risk after"] {
                if let Some(said) = sheet.cell(row, heading) {
                    self.add(&id, heading, word(said), &document);
                }
            }
            let both = ["Risk before → after", "risk before and after"].into_iter().find_map(|heading| sheet.cell(row, heading));
            if let Some((before, after)) = both.and_then(|both| both.split_once('→')) {
                self.add(&id, "risk before", word(before), &document);
                self.add(&id, "risk after", word(after), &document);
            }
            let title = ["title", "What happens"].into_iter().find_map(|heading| sheet.cell(row, heading));
            let title = title.or_else(|| sheet.cell(row, "Threat").filter(|shown| **shown != id));
            if let Some(title) = title {
                self.add(&id, "title", title.clone(), &document);
            }
        }
    }

    /// What the rows of the report page carry for its filters.
    pub(super) fn of_report_page(&mut self, page: &str) {
        for row in page.split("<tr data-id=\"").skip(1) {
            let (id, rest) = row.split_once('"').expect("an id");
            let attribute = |name: &str| rest.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value);
            let tag_end = rest.find('>').expect("a tag");
            if id.contains('@') && rest[..tag_end].contains("data-state") {
                self.add(id, "state", attribute("data-state").expect("a state").to_owned(), "report.html");
                self.add(id, "risk after", squeezed(&attribute("data-risk").expect("a risk").replace("%20", " ")), "report.html");
            }
        }
    }
}

/// The first word of a statement, which names state or level; the rest explains it.
fn word(said: &str) -> String {
    said.split(['(', ',', '–', ':']).next().unwrap_or_default().trim().to_owned()
}
