//! Whether a version is among those that a statement is about.

use std::cmp::Ordering;

/// Versions that a statement names, one by one or as a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// `3.0.13`, or `vers:semver/>=2.9|<=4.1`.
    pub text: String,
    /// Whether the text is a range.
    pub is_range: bool,
    /// What holds for them.
    pub standing: Standing,
}

/// What a list of versions says of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is not on the list: the statement is about others.
    Elsewhere,
    /// It is on the list, as one that is not affected.
    Unaffected,
    /// It is on the list, and nobody knows; or the list cannot be compared with it.
    Unknown,
    /// It is on the list, or there is none: what the statement says holds.
    Affected,
}

/// What a list says of a version; of several entries the most pressing one holds.
pub(super) fn standing(listed: &[Versions], version: Option<&str>) -> Standing {
    if listed.is_empty() {
        return Standing::Affected;
    }
    let Some(version) = version else { return Standing::Unknown };
    let of = |entry: &Versions| match (entry.is_range, contains(&entry.text, version)) {
        (false, _) if same(&entry.text, version) => entry.standing,
        (true, Some(true)) => entry.standing,
        (true, None) => Standing::Unknown,
        // `2.4-custom` was made from 2.4, and nobody says in what it differs
        (false, _) if version.strip_prefix(&entry.text).is_some_and(|rest| rest.starts_with(['-', '+', '~', '_'])) => {
            Standing::Unknown
        }
        (false, _) | (true, Some(false)) => Standing::Elsewhere,
    };
    listed.iter().map(of).max().unwrap_or(Standing::Elsewhere)
}

fn same(one: &str, other: &str) -> bool {
    one == other || compare(one, other) == Some(Ordering::Equal)
}

/// Whether a range holds a version; nothing where the two cannot be compared. Bounds stand in order, as the notation asks.
fn contains(range: &str, version: &str) -> Option<bool> {
    let bounds = match range.strip_prefix("vers:") {
        Some(rest) => rest.split_once('/')?.1,
        None => range,
    };
    let mut lower: Option<bool> = None;
    let mut inside = false;
    for bound in bounds.split(['|', ',']).map(str::trim).filter(|bound| !bound.is_empty()) {
        let (sign, text) = bound.split_at(bound.find(|sign: char| !"<>=!".contains(sign)).unwrap_or(bound.len()));
        if text == "*" {
            return Some(true);
        }
        let order = compare(version, text.trim())?;
        match sign {
            "" | "=" | "==" => inside |= order.is_eq(),
            "!=" if order.is_eq() => return Some(false),
            "!=" => {}
            ">" | ">=" => lower = Some(order.is_gt() || sign == ">=" && order.is_eq()),
            "<" | "<=" => {
                let below = order.is_lt() || sign == "<=" && order.is_eq();
                let above = lower.take().unwrap_or(true);
                inside |= above && below;
            }
            _ => return None,
        }
    }
    Some(inside || lower == Some(true))
}

/// The order of two versions; nothing where only a scheme of its own could tell.
fn compare(one: &str, other: &str) -> Option<Ordering> {
    let (one, other) = (pieces(one), pieces(other));
    let zero = "0".to_owned();
    for at in 0..one.len().max(other.len()) {
        let order = match (one.get(at), other.get(at)) {
            (Some(one), Some(other)) => piece_order(one, other)?,
            (Some(more), None) if is_number(more) => piece_order(more, &zero)?,
            (None, Some(more)) if is_number(more) => piece_order(&zero, more)?,
            (Some(more), None) => suffix_order(more)?,
            (None, Some(more)) => suffix_order(more)?.reverse(),
            (None, None) => Ordering::Equal,
        };
        if order.is_ne() {
            return Some(order);
        }
    }
    Some(Ordering::Equal)
}

/// Runs of digits and runs of letters.
fn pieces(version: &str) -> Vec<String> {
    let version = version.trim().trim_start_matches(['v', 'V']);
    // what was built how has no order
    let version = version.split('+').next().unwrap_or(version);
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<bool> = None;
    for sign in version.chars() {
        let kind = sign.is_alphanumeric().then(|| sign.is_ascii_digit());
        match (kind, pieces.last_mut()) {
            (Some(_), Some(piece)) if kind == last => piece.extend(sign.to_lowercase()),
            (Some(_), _) => pieces.push(sign.to_lowercase().collect()),
            (None, _) => {}
        }
        last = kind;
    }
    pieces
}

fn is_number(piece: &str) -> bool {
    piece.bytes().all(|byte| byte.is_ascii_digit())
}

fn piece_order(one: &str, other: &str) -> Option<Ordering> {
    match (is_number(one), is_number(other)) {
        (true, true) => {
            let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
            Some(one.len().cmp(&other.len()).then(one.cmp(other)))
        }
        (false, false) if one == other || one.len() == 1 && other.len() == 1 || is_early(one) && is_early(other) => {
            Some(one.cmp(other))
        }
        _ => None,
    }
}

/// What a version with letters at its end is to the one without.
fn suffix_order(letters: &str) -> Option<Ordering> {
    match letters {
        early if is_early(early) => Some(Ordering::Less),
        letter if letter.len() == 1 => Some(Ordering::Greater),
        _ => None,
    }
}

/// Words for versions before the one they are named after, whose alphabetical order is that of time.
fn is_early(word: &str) -> bool {
    matches!(word, "alpha" | "beta" | "rc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_what_lies_in_it() {
        for (range, inside, outside) in [
            ("vers:generic/>=2.9|<=4.1", &["2.9", "3", "4.1", "v4.1.0"][..], &["2.8.9", "4.2", "4.1.1"][..]),
            ("vers:npm/<1.0|>=2.0|<2.5|>=3", &["0.9", "2.4.9", "3.0.0", "10"], &["1.0", "1.5", "2.5", "2.9"]),
            ("vers:semver/1.2.3|1.4.0", &["1.2.3", "1.4"], &["1.3"]),
            ("vers:generic/*", &["1", "anything"], &[]),
            ("vers:semver/>=1.0.0|!=1.5.0", &["1.4.9"], &["1.5.0", "1.0.0-rc1"]),
            ("<1.0.2k", &["1.0.2j", "1.0.2"], &["1.0.2k", "1.0.2l"]),
            (">=1.0, <2.0", &["1.5"], &["2.0"]),
        ] {
            for version in inside {
                assert_eq!(contains(range, version), Some(true), "{range} {version}");
            }
            for version in outside {
                assert_eq!(contains(range, version), Some(false), "{range} {version}");
            }
        }
        for range in ["vers:generic", "vers:generic/~1.0", ">=1.0-patched"] {
            assert_eq!(contains(range, "1.0-custom"), None, "{range}");
        }
    }

    #[test]
    fn the_most_pressing_entry_holds_and_others_are_about_others() {
        let entry = |text: &str, is_range, standing| Versions { text: text.to_owned(), is_range, standing };
        let listed = [
            entry("2.4", false, Standing::Affected),
            entry("vers:generic/>=1.0|<=2.3", true, Standing::Unaffected),
            entry("vers:generic/>=3|<=5", true, Standing::Affected),
            entry("4.2", false, Standing::Unknown),
        ];
        for (version, is) in [
            ("2.4", Standing::Affected),
            ("2.0", Standing::Unaffected),
            ("2.9", Standing::Elsewhere),
            ("4.2", Standing::Affected),
            ("2.4-custom", Standing::Unknown),
        ] {
            assert_eq!(standing(&listed, Some(version)), is, "{version}");
        }
        assert_eq!(standing(&listed, None), Standing::Unknown);
        assert_eq!(standing(&[], None), Standing::Affected);
    }
}
