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
    let components = components.into_iter().map(|found| change("component", found));
    components.chain(vulnerabilities.into_iter().map(|found| change("vulnerability", found))).collect()
}

/// Components by name, all versions of one together.
fn versions(components: &[ComponentRow]) -> Vec<(String, String)> {
    let version = |row: &ComponentRow| row.version.clone().unwrap_or_else(|| "version not stated".to_owned());
    together(components.iter().map(|row| (row.name.clone(), version(row))))
}

fn states(vulnerabilities: &[VulnerabilityRow]) -> Vec<(String, String)> {
    // a new version of the component is told by itself
    let part = |row: &VulnerabilityRow| row.component.as_ref().and_then(|of| of.split(' ').next().map(str::to_owned));
    let name = |row: &VulnerabilityRow| part(row).map_or_else(|| row.id.clone(), |of| format!("{} in {of}", row.id));
    together(vulnerabilities.iter().map(|row| (name(row), row.status.clone())))
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
