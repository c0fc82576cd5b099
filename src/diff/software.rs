//! What elements are built of, and the vulnerabilities of that.

use super::delta::SoftwareChange;
use super::side::Side;
use crate::report::{ComponentRow, SoftwareRow, VulnerabilityRow};

/// Components and vulnerabilities that came, went or are another version or in another state, element by element.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>) -> Vec<SoftwareChange> {
    let (old, new) = (&before.report.software, &after.report.software);
    let none = SoftwareRow::default();
    let mut changes = Vec::new();
    for row in new {
        changes.extend(pair(old.iter().find(|known| known.element == row.element).unwrap_or(&none), row));
    }
    for row in old.iter().filter(|row| !new.iter().any(|known| known.element == row.element)) {
        let gone = SoftwareRow { element: row.element.clone(), element_name: row.element_name.clone(), ..SoftwareRow::default() };
        changes.extend(pair(row, &gone));
    }
    changes
}

fn pair(was: &SoftwareRow, is: &SoftwareRow) -> Vec<SoftwareChange> {
    let change = |kind: &str, (name, before, after): (String, Option<String>, Option<String>)| SoftwareChange {
        element: is.element.clone(),
        element_name: is.element_name.clone(),
        kind: kind.to_owned(),
        name,
        before,
        after,
    };
    let components = differences(&versions(&was.components), &versions(&is.components));
    let vulnerabilities = differences(&states(&was.vulnerabilities), &states(&is.vulnerabilities));
    let components = components.into_iter().chain(details(&parts(&was.components), &parts(&is.components)));
    let vulnerabilities =
        vulnerabilities.into_iter().chain(details(&reasons(&was.vulnerabilities), &reasons(&is.vulnerabilities)));
    let components = components.map(|found| change("component", found));
    components.chain(vulnerabilities.map(|found| change("vulnerability", found))).collect()
}

/// What more is said of something by name, detail by detail.
type Details = Vec<(String, Vec<(&'static str, String)>)>;

/// Components by name and version: the same version from elsewhere, or with another content, is no new version and yet a change.
fn parts(components: &[ComponentRow]) -> Details {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_default();
    let sorted = |list: &mut Vec<&str>| {
        list.sort_unstable();
        list.join(", ")
    };
    let all = |list: &[String]| sorted(&mut list.iter().map(String::as_str).collect());
    // which version it needs is told of what it needs
    let names = |list: &[String]| sorted(&mut list.iter().filter_map(|one| one.split(' ').next()).collect());
    let part = |row: &ComponentRow| {
        let name = format!("{} {}", row.name, or_none(&row.version)).trim_end().to_owned();
        let details = vec![
            ("supplier", or_none(&row.supplier)),
            ("identifier", or_none(&row.identifier)),
            ("licences", all(&row.licences)),
            ("hashes", all(&row.hashes)),
            ("needs", names(&row.depends_on)),
            ("support", or_none(&row.support_level)),
            ("supported until", or_none(&row.support_until)),
        ];
        (name, details)
    };
    components.iter().map(part).collect()
}

/// Vulnerabilities by id and component.
fn reasons(vulnerabilities: &[VulnerabilityRow]) -> Details {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_default();
    let reason = |row: &VulnerabilityRow| {
        let exploited = row.exploited.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned();
        let details = vec![
            ("justification", or_none(&row.justification)),
            ("action", or_none(&row.action)),
            ("severity", or_none(&row.severity)),
            ("known to be exploited", exploited),
        ];
        (name_of(row), details)
    };
    vulnerabilities.iter().map(reason).collect()
}

/// Details that differ; of what is named twice nothing can be told.
fn details(was: &Details, is: &Details) -> Vec<Difference> {
    let only = |all: &Details, name: &str| all.iter().filter(|(known, _)| known == name).count() == 1;
    let mut changes = Vec::new();
    for (name, now) in is.iter().filter(|(name, _)| only(is, name) && only(was, name)) {
        let Some((_, then)) = was.iter().find(|(known, _)| known == name) else { continue };
        let stated = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        let differ = then.iter().zip(now).filter(|((_, before), (_, after))| before != after);
        changes.extend(differ.map(|((detail, before), (_, after))| (format!("{name}, {detail}"), stated(before), stated(after))));
    }
    changes
}

/// Components by name, all versions of one together.
fn versions(components: &[ComponentRow]) -> Vec<(String, String)> {
    let version = |row: &ComponentRow| row.version.clone().unwrap_or_else(|| "version not stated".to_owned());
    together(components.iter().map(|row| (row.name.clone(), version(row))))
}

fn states(vulnerabilities: &[VulnerabilityRow]) -> Vec<(String, String)> {
    together(vulnerabilities.iter().map(|row| (name_of(row), row.status.clone())))
}

/// A vulnerability with its component; a new version of that is told by itself.
fn name_of(row: &VulnerabilityRow) -> String {
    let part = row.component.as_ref().and_then(|of| of.split(' ').next());
    part.map_or_else(|| row.id.clone(), |of| format!("{} in {of}", row.id))
}

fn together(rows: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in rows {
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => values.push(value),
            None => all.push((name, vec![value])),
        }
    }
    let join = |mut values: Vec<String>| {
        values.sort_unstable();
        values.dedup();
        values.join(", ")
    };
    all.into_iter().map(|(name, values)| (name, join(values))).collect()
}

type Difference = (String, Option<String>, Option<String>);

fn differences(was: &[(String, String)], is: &[(String, String)]) -> Vec<Difference> {
    let find = |all: &[(String, String)], name: &str| all.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let mut all: Vec<Difference> = is.iter().map(|(name, value)| (name.clone(), find(was, name), Some(value.clone()))).collect();
    let gone = was.iter().filter(|(name, _)| find(is, name).is_none());
    all.extend(gone.map(|(name, value)| (name.clone(), Some(value.clone()), None)));
    all.retain(|(_, before, after)| before != after);
    all
}
