//! Which components of a bill a statement means.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::document::{Component, Document, Product};

/// The components of a bill by everything they may be called.
#[derive(Debug, Default)]
pub(super) struct Index {
    named: IndexMap<String, Vec<Target>, FxBuildHasher>,
}

/// What a statement is about: a component of the bill by its position, or the product that it is a bill of.
pub(super) type Target = Option<usize>;

impl Index {
    /// The index of a bill.
    pub(super) fn new(bill: &Document) -> Self {
        let mut index = Self::default();
        if let Some(component) = &bill.product {
            index.add(None, component);
        }
        for (at, component) in bill.components.iter().enumerate() {
            index.add(Some(at), component);
        }
        index
    }

    fn add(&mut self, target: Target, component: &Component) {
        let mut names = vec![component.name.clone(), component.label()];
        names.extend([&component.reference, &component.cpe].into_iter().flatten().cloned());
        if let Some(version) = &component.version {
            names.push(format!("{}@{version}", component.name));
        }
        if let Some(purl) = &component.purl {
            let parts = Purl::of(purl);
            names.push(parts.base.to_owned());
            if let Some(version) = parts.version.or(component.version.as_deref()) {
                names.push(format!("{}@{version}", parts.base));
            }
            names.push(purl.clone());
        }
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.named.entry(name).or_default().push(target);
        }
    }

    /// What a product of a statement is; the first name that means nothing otherwise.
    pub(super) fn find(&self, product: &Product) -> Result<Vec<Target>, String> {
        let whole = self.any(&product.names)?;
        if product.parts.is_empty() {
            return Ok(whole.to_vec());
        }
        let mut all = Vec::new();
        for part in &product.parts {
            all.extend_from_slice(self.any(part)?);
        }
        Ok(all)
    }

    fn any(&self, names: &[String]) -> Result<&[Target], String> {
        let found = names.iter().find_map(|name| self.one(name));
        found.ok_or_else(|| names.first().cloned().unwrap_or_default())
    }

    fn one(&self, name: &str) -> Option<&[Target]> {
        let name = match name.strip_prefix("urn:cdx:") {
            Some(link) => link.split_once('#').map_or(name, |(_, reference)| reference),
            None => name,
        };
        if let Some(exact) = self.named.get(name) {
            return Some(exact);
        }
        // qualifiers narrow a package to one build of it: what holds for the package holds for that build
        let purl = Purl::of(name);
        let plain = match purl.version {
            Some(version) => format!("{}@{version}", purl.base),
            None => purl.base.to_owned(),
        };
        name.starts_with("pkg:").then(|| self.named.get(&plain).map(Vec::as_slice)).flatten()
    }
}

/// A package URL in parts.
struct Purl<'p> {
    base: &'p str,
    version: Option<&'p str>,
}

impl<'p> Purl<'p> {
    fn of(purl: &'p str) -> Self {
        let plain = purl.split(['?', '#']).next().unwrap_or(purl);
        let name = plain.rfind('/').map_or(0, |slash| slash + 1);
        match plain[name..].rfind('@') {
            Some(at) if at > 0 => Self { base: &plain[..name + at], version: Some(&plain[name + at + 1..]) },
            _ => Self { base: plain, version: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        let component = |name: &str, version: &str, purl: &str, reference: &str| Component {
            name: name.to_owned(),
            version: Some(version.to_owned()),
            purl: Some(purl.to_owned()),
            reference: Some(reference.to_owned()),
            ..Component::default()
        };
        Index::new(&Document {
            product: Some(component("breva", "4.2", "pkg:generic/breva@4.2", "breva")),
            components: vec![
                component("openssl", "3.0.13", "pkg:generic/openssl@3.0.13?arch=arm", "c1"),
                component("core", "12.0.0", "pkg:npm/%40angular/core@12.0.0", "c2"),
            ],
            ..Document::default()
        })
    }

    fn find(names: &[&str], parts: &[&str]) -> Result<Vec<Target>, String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        index().find(&Product { names: own(names), parts: parts.iter().map(|part| own(&[part])).collect() })
    }

    #[test]
    fn a_component_is_found_by_all_its_names() {
        for name in [
            "openssl",
            "openssl@3.0.13",
            "openssl 3.0.13",
            "c1",
            "pkg:generic/openssl",
            "pkg:generic/openssl@3.0.13",
            "pkg:generic/openssl@3.0.13?arch=arm",
            "pkg:generic/openssl@3.0.13?distro=x",
            "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#c1",
        ] {
            assert_eq!(find(&[name], &[]), Ok(vec![Some(0)]), "{name}");
        }
        assert_eq!(find(&["pkg:npm/%40angular/core"], &[]), Ok(vec![Some(1)]));
    }

    #[test]
    fn another_version_is_another_component() {
        for name in ["openssl@3.0.14", "pkg:generic/openssl@3.0.14", "pkg:deb/openssl@3.0.13", "c9", ""] {
            assert_eq!(find(&[name], &[]), Err(name.to_owned()));
        }
    }

    #[test]
    fn parts_of_the_product_are_what_is_meant() {
        assert_eq!(find(&["pkg:generic/breva@4.2"], &[]), Ok(vec![None]));
        assert_eq!(find(&["pkg:generic/breva@4.2"], &["openssl"]), Ok(vec![Some(0)]));
        assert_eq!(find(&["pkg:generic/other@1"], &["openssl"]), Err("pkg:generic/other@1".to_owned()));
        assert_eq!(find(&["breva"], &["zlib"]), Err("zlib".to_owned()));
    }
}
