//! What is read of a document, whatever its format.

use super::version::Versions;

/// A bill of materials, a VEX document, or both in one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// `CycloneDX 1.6`, `SPDX 2.3`, `OpenVEX 0.2.0`.
    pub format: String,
    /// Who made it.
    pub author: Option<String>,
    /// When.
    pub made: Option<String>,
    /// Its number, as links to it from other documents have it.
    pub serial: Option<String>,
    /// What it is a bill of; nothing where it does not say.
    pub product: Option<Component>,
    /// Components, in the order of the file.
    pub components: Vec<Component>,
    /// What is said of vulnerabilities, in the order of the file.
    pub statements: Vec<Statement>,
    /// Whether it is a bill of materials, even an empty one.
    pub is_bill: bool,
}

/// What an entry of a bill is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// A piece of software.
    #[default]
    Software,
    /// Something else of which statements may speak: a file, data, a key, a service elsewhere. It has no version or supplier of its own.
    Other,
}

/// A piece of software that somebody else wrote, or the product itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Component {
    /// What it is.
    pub sort: Sort,
    /// Its name, after that of its group: `@angular/core`.
    pub name: String,
    /// Its name without its group, where it has one.
    pub short_name: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Who supplies it.
    pub supplier: Option<String>,
    /// Package URL.
    pub purl: Option<String>,
    /// Name in the list of platforms (CPE).
    pub cpe: Option<String>,
    /// Further package URLs and names of platforms.
    pub identifiers: Vec<String>,
    /// How the document refers to it.
    pub reference: Option<String>,
    /// Licences, by identifier or name.
    pub licences: Vec<String>,
    /// Hashes, `SHA-256 9f86…`.
    pub hashes: Vec<String>,
    /// References of what it needs.
    pub depends_on: Vec<String>,
    /// How it is supported, in the words of whoever made the document.
    pub support_level: Option<String>,
    /// The day on which its support ends.
    pub support_until: Option<String>,
    /// Where it stands in the file, in bytes.
    pub at: usize,
}

impl Component {
    /// `openssl 3.0.13`.
    pub fn label(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.name),
            None => self.name.clone(),
        }
    }
}

/// What a document says of one vulnerability in some products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// `CVE-2026-1234`.
    pub vulnerability: String,
    /// Other names of the same vulnerability.
    pub aliases: Vec<String>,
    /// Whether the document says that it is on a list of vulnerabilities that are known to be exploited (KEV).
    pub exploited: Option<bool>,
    /// How severe it is, by whom the document cites: `critical (NVD)`.
    pub severity: Option<String>,
    /// What it is about; nothing where it is about what the document comes with.
    pub products: Vec<Product>,
    /// Whether it counts.
    pub status: Status,
    /// Why it does not, or how that was found.
    pub justification: Option<String>,
    /// Whether it does not count and no reason is given.
    pub unreasoned: bool,
    /// What is done about it.
    pub action: Option<String>,
    /// When it was made.
    pub made: Option<String>,
    /// Where it stands in the file, in bytes.
    pub at: usize,
}

/// What a statement is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Product {
    /// How the document itself refers to it, where it does.
    pub reference: Option<String>,
    /// Identifiers of the product, any of which may match.
    pub names: Vec<String>,
    /// Identifiers of the parts of it that are meant; without any, the product is.
    pub parts: Vec<Vec<String>>,
    /// The versions that are meant; all of them, where none is named.
    pub versions: Vec<Versions>,
}

/// Whether a vulnerability counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It can be exploited.
    Affected,
    /// Nobody has decided yet.
    UnderInvestigation,
    /// It is repaired.
    Fixed,
    /// It cannot be exploited here.
    NotAffected,
}

impl Status {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Affected => "affected",
            Self::UnderInvestigation => "under investigation",
            Self::Fixed => "fixed",
            Self::NotAffected => "not affected",
        }
    }
}
