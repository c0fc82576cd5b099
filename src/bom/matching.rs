//! Which components of a bill a statement means.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::document::{Component, Document, Product};
use super::identifier::{Cpe, Purl, decoded};

/// What stands before a hash among the names of a product.
pub(super) const OF_HASH: &str = "hash:";

/// What stands before the number of a bill in a link to it, and in the bill itself.
const LINK: &str = "urn:cdx:";
const SERIAL: &str = "urn:uuid:";

/// What a statement is about: a component of the bill by its position, or the product that it is a bill of.
pub(super) type Target = Option<usize>;

/// Parts of the bill that have a package URL or the name of a platform of one kind, each with it.
type ByBase<T> = IndexMap<String, Vec<(T, Target)>, FxBuildHasher>;

/// The components of a bill by everything they may be called.
#[derive(Debug, Default)]
pub(super) struct Index<'d> {
    serial: Option<&'d str>,
    named: IndexMap<String, Vec<Target>, FxBuildHasher>,
    purls: ByBase<Purl>,
    cpes: ByBase<Cpe>,
}

impl<'d> Index<'d> {
    /// The index of a bill.
    pub(super) fn new(bill: &'d Document) -> Self {
        let serial = bill.serial.as_deref().map(|serial| serial.strip_prefix(SERIAL).unwrap_or(serial));
        let mut index = Self { serial, ..Self::default() };
        if let Some(component) = &bill.product {
            index.add(None, component);
        }
        for (at, component) in bill.components.iter().enumerate() {
            index.add(Some(at), component);
        }
        index
    }

    fn add(&mut self, target: Target, component: &Component) {
        let mut names: Vec<String> = component.reference.iter().cloned().collect();
        for name in std::iter::once(&component.name).chain(&component.short_name) {
            names.push(name.clone());
            if let Some(version) = &component.version {
                names.extend([format!("{name} {version}"), format!("{name}@{version}")]);
            }
        }
        let hashes = component.hashes.iter().filter_map(|hash| hash.split_once(' '));
        names.extend(hashes.map(|(_, hash)| format!("{OF_HASH}{}", hash.to_ascii_lowercase())));
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.named.entry(name).or_default().push(target);
        }
        for text in component.purl.iter().chain(&component.cpe).chain(&component.identifiers) {
            if let Some(mut purl) = Purl::of(text) {
                purl.version = purl.version.or_else(|| component.version.clone());
                self.purls.entry(purl.base.clone()).or_default().push((purl, target));
            } else if let Some(mut cpe) = Cpe::of(text) {
                cpe.version = cpe.version.or_else(|| component.version.clone());
                self.cpes.entry(cpe.base.clone()).or_default().push((cpe, target));
            }
        }
    }

    /// What a product of a statement is; the first name that means nothing otherwise. References of a document mean what they mean in that
    /// document, so they count only where it is this bill itself, or where nothing else is known.
    pub(super) fn find(&self, product: &Product, is_own: bool) -> Result<Vec<Target>, String> {
        let own = product.reference.as_deref().filter(|_| is_own).and_then(|reference| self.exact(reference));
        if let Some(own) = own {
            return Ok(own);
        }
        let whole = self.any(&product.names)?;
        if product.parts.is_empty() {
            return Ok(whole);
        }
        let mut all = Vec::new();
        for part in &product.parts {
            all.extend(self.any(part)?);
        }
        Ok(all)
    }

    fn any(&self, names: &[String]) -> Result<Vec<Target>, String> {
        let found = names.iter().map(|name| self.one(name)).find(|found| !found.is_empty());
        found.ok_or_else(|| names.first().cloned().unwrap_or_default())
    }

    fn one(&self, name: &str) -> Vec<Target> {
        if let Some(link) = name.strip_prefix(LINK) {
            let (bill, reference) = link.split_once('#').map_or((link, None), |(bill, reference)| (bill, Some(reference)));
            let serial = bill.split('/').next().unwrap_or(bill);
            if self.serial.is_some_and(|own| !own.eq_ignore_ascii_case(serial)) {
                return Vec::new();
            }
            return match reference {
                Some(reference) => self.exact(reference).or_else(|| self.exact(&decoded(reference))).unwrap_or_default(),
                None => vec![None],
            };
        }
        if let Some(exact) = self.exact(name) {
            return exact;
        }
        let mut found: Vec<Target> = match (Purl::of(name), Cpe::of(name)) {
            (Some(purl), _) => covered(self.purls.get(&purl.base), |listed| purl.covers(listed)),
            (_, Some(cpe)) => covered(self.cpes.get(&cpe.base), |listed| cpe.covers(listed)),
            (None, None) => Vec::new(),
        };
        found.dedup();
        found
    }

    fn exact(&self, name: &str) -> Option<Vec<Target>> {
        self.named.get(name).cloned()
    }
}

fn covered<T>(listed: Option<&Vec<(T, Target)>>, covers: impl Fn(&T) -> bool) -> Vec<Target> {
    listed.into_iter().flatten().filter(|(listed, _)| covers(listed)).map(|(_, target)| *target).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill() -> Document {
        let component = |name: &str, version: &str, purl: &str, reference: &str| Component {
            name: name.to_owned(),
            version: Some(version.to_owned()),
            purl: Some(purl.to_owned()),
            reference: Some(reference.to_owned()),
            ..Component::default()
        };
        Document {
            product: Some(component("breva", "4.2", "pkg:generic/breva@4.2", "breva")),
            components: vec![
                component("openssl", "3.0.13", "pkg:generic/openssl@3.0.13?arch=arm", "c1"),
                component("core", "12.0.0", "pkg:npm/%40angular/core@12.0.0", "c2"),
            ],
            ..Document::default()
        }
    }

    fn find(names: &[&str], parts: &[&str]) -> Result<Vec<Target>, String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let parts = parts.iter().map(|part| own(&[part])).collect();
        Index::new(&bill()).find(&Product { names: own(names), parts, ..Product::default() }, false)
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
