//! Package URLs and names of the list of platforms (CPE), read so that two ways to write the same are the same.

/// Qualifiers of package URLs that say where a package came from, not which build of it this is.
const OF_ORIGIN: [&str; 8] =
    ["package-id", "repository_url", "download_url", "vcs_url", "file_name", "checksum", "upstream", "source"];

/// Types of packages whose names do not tell capital letters.
const CASELESS: [&str; 5] = ["bitbucket", "composer", "deb", "github", "pypi"];

/// A package URL in parts, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Purl {
    /// `npm/@angular/core`.
    pub(super) base: String,
    /// `12.0.0`.
    pub(super) version: Option<String>,
    /// What narrows it to one build.
    qualifiers: Vec<(String, String)>,
}

impl Purl {
    /// Reads one; nothing where the text is none.
    pub(super) fn of(text: &str) -> Option<Self> {
        let scheme = text.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("pkg:"))?;
        let rest = text[scheme.len()..].trim_start_matches('/');
        let rest = rest.split('#').next().unwrap_or(rest);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = path.trim_end_matches('/');
        let slash = path.rfind('/')?;
        // a scope such as `@angular` begins a name and ends none
        let (path, version) = match path[slash..].rfind('@') {
            Some(at) if at > 1 => (&path[..slash + at], Some(decoded(&path[slash + at + 1..]))),
            _ => (path, None),
        };
        let (kind, name) = path.split_once('/')?;
        let kind = kind.to_ascii_lowercase();
        let parts: Vec<String> = name.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
        let mut name = parts.join("/");
        if CASELESS.contains(&kind.as_str()) {
            name = name.to_lowercase();
        }
        if kind == "pypi" {
            name = name.replace('_', "-");
        }
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let qualifiers = pairs.map(|(key, value)| (key.to_ascii_lowercase(), decoded(value)));
        let qualifiers = qualifiers.filter(|(key, _)| !OF_ORIGIN.contains(&key.as_str())).collect();
        Some(Self { base: format!("{kind}/{name}"), version: version.filter(|version| !version.is_empty()), qualifiers })
    }

    /// Whether what is said of this package holds for another: the same one, of the same version where one is named, and not another build.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let same = |(key, value): &(String, String)| other.qualifiers.iter().all(|(own, is)| own != key || is == value);
        self.base == other.base && (self.version.is_none() || self.version == other.version) && self.qualifiers.iter().all(same)
    }
}

/// A name of the list of platforms in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cpe {
    /// `a:openssl:openssl`.
    pub(super) base: String,
    /// `3.0.13`.
    pub(super) version: Option<String>,
}

impl Cpe {
    /// Reads one of either version; nothing where the text is none.
    pub(super) fn of(text: &str) -> Option<Self> {
        let fields = match (text.strip_prefix("cpe:2.3:"), text.strip_prefix("cpe:/")) {
            (Some(rest), _) => unescaped(rest),
            (_, Some(rest)) => rest.split(':').map(decoded).collect(),
            _ => return None,
        };
        let [part, vendor, product, rest @ ..] = &fields[..] else { return None };
        let version = rest.first().filter(|version| !matches!(version.as_str(), "" | "*" | "-"));
        Some(Self { base: format!("{part}:{vendor}:{product}").to_lowercase(), version: version.cloned() })
    }

    /// Whether what is said of this platform holds for another.
    pub(super) fn covers(&self, other: &Self) -> bool {
        self.base == other.base && (self.version.is_none() || self.version == other.version)
    }
}

/// The fields of a name in which `\:` is no end of one.
fn unescaped(text: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match (sign, fields.last_mut()) {
            (':', _) => fields.push(String::new()),
            ('\\', Some(field)) => field.extend(signs.next()),
            (sign, Some(field)) => field.push(sign),
            (_, None) => {}
        }
    }
    fields
}

/// A text whose `%40` is `@`.
pub(super) fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).filter(|_| *byte == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(said: &str, listed: &str) -> bool {
        match (Purl::of(said), Purl::of(listed)) {
            (Some(said), Some(listed)) => said.covers(&listed),
            _ => Cpe::of(said).unwrap().covers(&Cpe::of(listed).unwrap()),
        }
    }

    #[test]
    fn two_ways_to_write_the_same_are_the_same() {
        for (said, listed) in [
            ("pkg:npm/@angular/core@12.0.0", "pkg:npm/%40angular/core@12.0.0"),
            ("pkg:npm/%40angular/core", "pkg:npm/@angular/core@12.0.0"),
            ("PKG:Maven//org.example/lib@1", "pkg:maven/org.example/lib@1?type=jar"),
            ("pkg:deb/debian/bash@5.2-15%2Bb1", "pkg:deb/debian/bash@5.2-15+b1?arch=amd64&distro=debian-12"),
            ("pkg:pypi/Ruamel_Yaml@0.18", "pkg:pypi/ruamel-yaml@0.18"),
            ("pkg:golang/github.com/a/b@v1.2.3#sub/path", "pkg:golang/github.com/a/b@v1.2.3?package-id=ab"),
            ("pkg:oci/image@sha256%3Aab", "pkg:oci/image@sha256:ab?repository_url=ghcr.io/x"),
            ("pkg:npm/a@1?package-id=1", "pkg:npm/a@1?package-id=2"),
            ("cpe:/a:openssl:openssl:3.0.13", "cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*"),
            ("cpe:2.3:a:OpenSSL:openssl:*:*:*:*:*:*:*:*", "cpe:2.3:a:openssl:openssl:3.0.13:*:*:*:*:*:*:*"),
            (r"cpe:2.3:a:x:lib\:c:1\.0:*", "cpe:/a:x:lib%3ac:1.0"),
        ] {
            assert!(covers(said, listed), "{said} {listed}");
        }
    }

    #[test]
    fn another_package_version_or_build_is_another() {
        for (said, listed) in [
            ("pkg:npm/core@12.0.0", "pkg:npm/%40angular/core@12.0.0"),
            ("pkg:npm/a@1", "pkg:npm/a@2"),
            ("pkg:npm/a@1", "pkg:npm/a"),
            ("pkg:deb/debian/bash@5?arch=amd64", "pkg:deb/debian/bash@5?arch=arm64"),
            ("pkg:npm/A@1", "pkg:npm/a@1"),
            ("cpe:2.3:a:openssl:openssl:3.0.14:*", "cpe:2.3:a:openssl:openssl:3.0.13:*"),
        ] {
            assert!(!covers(said, listed), "{said} {listed}");
        }
        for none in ["", "pkg:", "pkg:npm", "openssl", "pkg", "päckchen:x/y"] {
            assert!(Purl::of(none).is_none() && Cpe::of(none).is_none(), "{none}");
        }
    }
}
