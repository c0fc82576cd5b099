//! Addresses of documents: files, texts of the library, and what an editor has not saved yet.

use std::path::{Component, Path, PathBuf};

use gen_lsp_types::Uri;

/// The scheme of texts that are inside the program: modules of the library, and pages about messages.
const INSIDE: &str = "ward-std:";

/// Where the pages about messages are, in the same scheme.
const PAGES: &str = "explain/";

/// Where the names of the library's sources begin that are inside the program.
const LIBRARY: &str = "<std>/";

/// What an address stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A file.
    File(PathBuf),
    /// A source of the library inside the program, by its name in messages: `<std>/core.tm`.
    Library(String),
    /// The page about a message, by its code.
    Page(String),
    /// Anything else, such as a text that has no file yet.
    Other(String),
}

impl Place {
    /// What an address stands for.
    pub(super) fn of(uri: &Uri) -> Self {
        let text = &uri.0;
        if let Some(path) = text.strip_prefix("file://").and_then(|rest| path_of(rest, cfg!(windows))) {
            return Self::File(path);
        }
        let Some(inside) = text.strip_prefix(INSIDE) else { return Self::Other(text.clone()) };
        let inside = decoded(inside.split(['#', '?']).next().unwrap_or_default());
        let inside = inside.trim_start_matches('/');
        match inside.strip_prefix(PAGES) {
            Some(page) => Self::Page(page.trim_end_matches(".md").to_owned()),
            None => Self::Library(format!("{LIBRARY}{inside}")),
        }
    }

    /// What a document is known by: its path, or its address.
    pub(super) fn key(&self) -> PathBuf {
        match self {
            Self::File(path) => path.clone(),
            Self::Library(name) => PathBuf::from(format!("{INSIDE}{name}")),
            Self::Page(name) | Self::Other(name) => PathBuf::from(name),
        }
    }
}

/// The address of a file.
pub(super) fn file_uri(path: &Path) -> Uri {
    let text = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    // a drive stands behind a slash
    let lead = if text.starts_with('/') { "" } else { "/" };
    Uri(format!("file://{lead}{}", encoded(&text)))
}

/// The address of a source of the library inside the program; nothing for another name.
pub(super) fn library_uri(name: &str) -> Option<Uri> {
    name.strip_prefix(LIBRARY).map(|file| Uri(format!("{INSIDE}/{}", encoded(file))))
}

/// The address of the page about a message.
pub(super) fn page_uri(code: &str) -> Uri {
    Uri(format!("{INSIDE}/{PAGES}{code}.md"))
}

/// The name of the module whose source has this name in messages: `std.core` for `<std>/core.tm`.
pub(super) fn module_of(name: &str) -> Option<String> {
    let (library, file) = name.strip_prefix('<')?.split_once(">/")?;
    Some(format!("{library}.{}", file.strip_suffix(".tm")?.replace('/', ".")))
}

/// The path after `file://`.
fn path_of(rest: &str, drives: bool) -> Option<PathBuf> {
    let rest = rest.split(['#', '?']).next()?;
    // a host other than this machine is no file of ours
    let path = match rest.find('/')? {
        0 => rest,
        at if rest[..at].eq_ignore_ascii_case("localhost") => &rest[at..],
        _ => return None,
    };
    let path = decoded(path);
    let bytes = path.as_bytes();
    let drive = drives && bytes.len() >= 3 && bytes[1].is_ascii_alphabetic() && bytes[2] == b':';
    let path = if drive { &path[1..] } else { &path[..] };
    (!path.contains('\0')).then(|| plain(Path::new(path)))
}

/// A path without `.` and `..`, as far as its text tells.
pub(super) fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let hex = |at: usize| more.get(at).and_then(|byte| (*byte as char).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &more[2..];
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files_are_paths() {
        for path in ["/a/b.tm", "/mit Leerzeichen/ä/ü%20#?.tm", "/\u{1f600}.tm"] {
            assert_eq!(Place::of(&file_uri(Path::new(path))), Place::File(PathBuf::from(path)), "{path}");
        }
        let of = |text: &str| Place::of(&Uri(text.to_owned()));
        assert_eq!(of("file:///a/%7Eb/../c.tm"), Place::File(PathBuf::from("/a/c.tm")));
        assert_eq!(of("file://localhost/a.tm"), Place::File(PathBuf::from("/a.tm")));
        assert_eq!(of("file://server/a.tm"), Place::Other("file://server/a.tm".to_owned()));
        assert_eq!(of("file:///a%0"), Place::File(PathBuf::from("/a%0")));
        assert_eq!(of("untitled:Untitled-1"), Place::Other("untitled:Untitled-1".to_owned()));
        assert_eq!(of(""), Place::Other(String::new()));
        assert_eq!(path_of("/c%3A/x.tm", true), Some(PathBuf::from("c:/x.tm")));
        assert_eq!(path_of("/c:/x.tm", false), Some(PathBuf::from("/c:/x.tm")));
    }

    #[test]
    fn texts_inside_the_program_have_addresses() {
        let uri = library_uri("<std>/core.tm").expect("it is inside");
        assert_eq!(uri.0, "ward-std:/core.tm");
        assert_eq!(Place::of(&uri), Place::Library("<std>/core.tm".to_owned()));
        assert_eq!(module_of("<std>/core.tm").as_deref(), Some("std.core"));
        assert_eq!(library_uri("<acme>/core.tm"), None);
        assert_eq!(Place::of(&page_uri("TM0101")), Place::Page("TM0101".to_owned()));
    }
}
