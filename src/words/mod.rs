//! Small pieces of text: lists, counts, names in backticks, the nearest name, what a text is known by.

use sha2::{Digest, Sha256};

/// `` `x` ``, shortened where a hostile name is long.
pub fn tick(name: &str) -> String {
    const LONGEST: usize = 80;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &name[..end]),
        None => format!("`{name}`"),
    }
}

/// `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [init @ .., tail] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", init.join(", "), tail.as_ref())
        }
    }
}

/// `1 flow`, `2 flows`.
pub fn count(n: usize, noun: &str) -> String {
    let plural = if n == 1 { noun.to_owned() } else { plural(noun) };
    format!("{n} {plural}")
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The text with its first letter a capital, as at the beginning of a cell.
pub fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or(String::new(), |first| first.to_uppercase().chain(signs).collect())
}

/// `a process`, `an actor`.
pub fn article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// The candidate nearest to `name`, if one is near enough to be meant. Ties go to the first.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    if name.len() > LONGEST {
        return None;
    }
    let limit = (name.chars().count() / 3).clamp(1, 4);
    let lower = name.to_lowercase();
    let near = |candidate: &str| {
        (candidate.len() <= LONGEST && candidate != name).then(|| {
            let other = candidate.to_lowercase();
            let begun = lower.len() >= 4 && other.starts_with(&lower) && other.len() <= lower.len() + 3;
            distance(&lower, &other).min(if begun { 1 } else { usize::MAX })
        })
    };
    candidates
        .into_iter()
        .filter_map(|candidate| near(candidate).map(|far| (far, candidate)))
        .filter(|(far, _)| *far <= limit)
        .min_by_key(|(far, _)| *far)
        .map(|(_, candidate)| candidate)
}

/// What to do about a misspelt name, where one is near enough.
pub fn did_you_mean(near: Option<&str>) -> Option<String> {
    near.map(|near| format!("did you mean `{near}`?"))
}

/// Edits (insertion, deletion, replacement, swap of neighbours) between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

/// The first bytes of the SHA-256 of a text, in hexadecimal digits: what it is known by from one run to the next.
pub fn digest(text: &str, bytes: usize) -> String {
    Sha256::digest(text.as_bytes()).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_with_fewest_edits() {
        assert_eq!(nearest("Databse", ["Data", "Database", "x"]), Some("Database"));
        assert_eq!(nearest("ab", ["ba"]), Some("ba"));
        assert_eq!(nearest("reach", ["reaches"]), Some("reaches"));
        assert_eq!(nearest("lan", ["usb", "jtag"]), None);
    }

    #[test]
    fn lists_and_counts_read_as_english() {
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
        assert_eq!(count(1, "boundary"), "1 boundary");
        assert_eq!(count(2, "boundary"), "2 boundaries");
    }
}
