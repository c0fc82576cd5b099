//! Evidence as a reader looks it up: which document, and where in it.

/// A document and the place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence<'t> {
    /// The document: `RMF-001`.
    pub document: &'t str,
    /// What stands behind the first comma: `section 8`.
    pub place: Option<&'t str>,
}

impl<'t> Evidence<'t> {
    /// Reads `RMF-001, section 8`.
    pub fn of(text: &'t str) -> Self {
        let (document, place) = text.split_once(',').unwrap_or((text, ""));
        let place = place.trim();
        Self { document: document.trim(), place: (!place.is_empty()).then_some(place) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_stands_behind_the_first_comma() {
        let of = |text| (Evidence::of(text).document, Evidence::of(text).place);
        assert_eq!(of("RMF-001"), ("RMF-001", None));
        assert_eq!(of(" IFU-2.3 , section 9.6, table 4 "), ("IFU-2.3", Some("section 9.6, table 4")));
        assert_eq!(of("SOP-17, "), ("SOP-17", None));
    }
}
