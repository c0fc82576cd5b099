//! Fonts that the user names, for scripts that the embedded faces lack.

use std::fmt;
use std::sync::Arc;

use ttf_parser::{Face, Permissions};

/// A font file that was read and may be used.
#[derive(Debug, Clone)]
pub struct ExtraFont {
    bytes: Arc<Vec<u8>>,
}

/// Why a file is of no use as a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusableFont {
    /// It is no TrueType or OpenType font.
    Unreadable,
    /// Its makers forbid that documents contain it.
    Restricted,
}

impl ExtraFont {
    /// A font from the bytes of its file.
    pub fn new(bytes: Vec<u8>) -> Result<Self, UnusableFont> {
        let face = Face::parse(&bytes, 0).map_err(|_| UnusableFont::Unreadable)?;
        if face.permissions() == Some(Permissions::Restricted) || !face.is_subsetting_allowed() {
            return Err(UnusableFont::Restricted);
        }
        Ok(Self { bytes: Arc::new(bytes) })
    }

    /// Its file.
    pub(crate) fn bytes(&self) -> Arc<Vec<u8>> {
        Arc::clone(&self.bytes)
    }

    /// Its first face.
    pub(crate) fn face(&self) -> Option<Face<'_>> {
        Face::parse(&self.bytes, 0).ok()
    }
}

impl fmt::Display for UnusableFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => write!(f, "it is no TrueType or OpenType font"),
            Self::Restricted => write!(f, "its makers do not allow that documents contain parts of it"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_font_is_refused() {
        assert_eq!(ExtraFont::new(b"%PDF-1.7".to_vec()).err(), Some(UnusableFont::Unreadable));
        assert_eq!(ExtraFont::new(Vec::new()).err(), Some(UnusableFont::Unreadable));
        assert!(ExtraFont::new(dejavu::sans::regular().to_vec()).is_ok());
    }
}
