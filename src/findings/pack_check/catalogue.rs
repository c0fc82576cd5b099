//! Published lists of identifiers that rules refer to, and the list of reference threats.

use crate::syntax::ast::{Declaration, Expr, ExprKind, Member};

/// A list of identifiers with titles.
pub(super) struct Catalogue {
    /// The attribute of a rule that holds some of them.
    attribute: &'static str,
    /// What stands before the number where an identifier is written out.
    prefix: &'static str,
    /// Which edition the list is.
    pub(super) edition: &'static str,
    /// Identifiers and titles, as CSV; a line that begins with `#` is a comment.
    list: &'static str,
}

const WEAKNESSES: Catalogue =
    Catalogue { attribute: "cwe", prefix: "CWE-", edition: "CWE 4.14", list: include_str!("../../../data/ids/cwe.csv") };
const ATTACKS: Catalogue =
    Catalogue { attribute: "capec", prefix: "CAPEC-", edition: "CAPEC 3.9", list: include_str!("../../../data/ids/capec.csv") };
const DEVICE_THREATS: Catalogue = Catalogue {
    attribute: "emb3d",
    prefix: "TID-",
    edition: "EMB3D of February 2026",
    list: include_str!("../../../data/ids/emb3d.csv"),
};
const REFERENCE: Catalogue = Catalogue {
    attribute: "catalogue",
    prefix: "",
    edition: "the reference list of medical-device threats",
    list: include_str!("../../../data/threats.csv"),
};

/// All lists.
pub(super) const CATALOGUES: [Catalogue; 4] = [WEAKNESSES, ATTACKS, DEVICE_THREATS, REFERENCE];

/// What the reference list calls a threat.
pub(crate) fn reference_title(id: &str) -> Option<String> {
    REFERENCE.entries().find(|(known, _)| known == id).map(|(_, title)| title)
}

impl Catalogue {
    /// Identifiers, without what stands before their numbers, and titles.
    fn entries(&self) -> impl Iterator<Item = (String, String)> {
        let reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).comment(Some(b'#')).from_reader(self.list.as_bytes());
        let prefix = self.prefix;
        reader.into_records().filter_map(Result::ok).filter_map(move |record| {
            let id = record.get(0).filter(|id| *id != "id")?;
            Some((id.strip_prefix(prefix).unwrap_or(id).to_owned(), record.get(1).unwrap_or_default().to_owned()))
        })
    }

    /// The identifiers, without what stands before their numbers.
    pub(super) fn ids(&self) -> Vec<String> {
        self.entries().map(|(id, _)| id).collect()
    }

    /// An identifier written out.
    pub(super) fn written(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    /// The identifiers a rule names, as they are written.
    pub(super) fn named_by<'a>(&self, rule: &'a Declaration) -> impl Iterator<Item = (String, &'a Expr)> {
        listed(rule, self.attribute).filter_map(|expr| match &expr.kind {
            ExprKind::Int(number) => Some((number.to_string(), expr)),
            ExprKind::Text(text) => Some((text.to_string(), expr)),
            _ => None,
        })
    }
}

/// The items of a list attribute as they are written.
fn listed<'a>(declaration: &'a Declaration, attribute: &str) -> impl Iterator<Item = &'a Expr> {
    let value = declaration.body.iter().find_map(|member| match member {
        Member::Attribute(said) if said.name.text == attribute => Some(&said.value),
        _ => None,
    });
    value.into_iter().flat_map(|value| if let ExprKind::List(items) = &value.kind { &items[..] } else { &[] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        assert_eq!(CATALOGUES.map(|catalogue| catalogue.ids().len()), [963, 615, 81, 100]);
    }

    #[test]
    fn a_title_may_hold_commas() {
        let title = reference_title("S10").expect("it is listed");
        assert_eq!(title, "Password/PIN guessed by brute force, dictionary or spraying");
        assert_eq!(reference_title("S99"), None);
    }
}
