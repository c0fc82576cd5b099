//! How the model is judged: what its manifest says, and how its scheme rates risks.

use super::delta::SettingChange;
use super::side::Side;
use crate::report::SchemeRow;

/// How names of settings begin that are of the risk scheme.
const SCHEME: &str = "risk scheme";

/// Settings by name.
type Settings = Vec<(String, String)>;

/// Settings that are other ones than before: of the manifest, then of the risk scheme.
pub(super) fn compare(before: &Side<'_>, after: &Side<'_>) -> Vec<SettingChange> {
    let mut changes = differences(before.settings, after.settings);
    changes.extend(differences(&scheme(before), &scheme(after)));
    changes
}

/// Whether risks are rated otherwise than before.
pub(super) fn rate_otherwise(changes: &[SettingChange]) -> bool {
    changes.iter().any(|change| change.name.starts_with(SCHEME))
}

/// What a scheme says that risks are rated by.
fn scheme(side: &Side<'_>) -> Settings {
    let Some(SchemeRow { id, name, version, policy, exploitability, matrix, acceptable, start, reduces, .. }) =
        &side.report.scheme
    else {
        return Vec::new();
    };
    let mut acceptable = acceptable.clone();
    acceptable.sort_unstable();
    let mut settings = vec![(SCHEME.to_owned(), format!("{name} ({id})"))];
    let mut say = |name: String, value: String| settings.push((format!("{SCHEME}: {name}"), value));
    version.iter().for_each(|version| say("version".to_owned(), version.clone()));
    policy.iter().for_each(|policy| say("policy".to_owned(), policy.clone()));
    say("accepted".to_owned(), acceptable.join(", "));
    say("exploitability".to_owned(), exploitability.join(", "));
    for row in matrix {
        say(format!("risks of severity {}", row.severity), row.levels.join(", "));
    }
    start.iter().for_each(|row| say(format!("exploitability begins for {}", row.name), row.value.clone()));
    reduces.iter().for_each(|row| say(format!("taken off by {}", row.name), row.value.clone()));
    settings
}

fn differences(was: &[(String, String)], is: &[(String, String)]) -> Vec<SettingChange> {
    let find = |all: &[(String, String)], name: &str| all.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let row = |name: &str| SettingChange { name: name.to_owned(), before: find(was, name), after: find(is, name) };
    let mut changes: Vec<SettingChange> = is.iter().map(|(name, _)| row(name)).collect();
    changes.extend(was.iter().filter(|(name, _)| find(is, name).is_none()).map(|(name, _)| row(name)));
    changes.retain(|change| change.before != change.after);
    changes
}
