//! How a picture fits on A4, which decides how large its letters are in print.

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
pub(crate) const SHORT: f64 = 210.0 * MM;
pub(crate) const LONG: f64 = 297.0 * MM;
pub(crate) const MARGIN: f64 = 10.0 * MM;
/// Below the picture, for the number of the page.
pub(crate) const FOOT: f64 = 5.0 * MM;
/// A small picture is not blown up beyond this many points a pixel.
pub(crate) const LARGEST: f64 = 1.0;
/// Letters smaller than this, in points, are hard to read in print.
pub const SMALLEST_PRINT: f64 = 6.0;

/// A size of print within this of the least is no smaller to the eye.
const TOLERANCE: f64 = 0.05;

/// Whether letters of a height in points can be read in print.
pub fn is_legible(points: f64) -> bool {
    points >= SMALLEST_PRINT - TOLERANCE
}

/// A picture on a page of A4. All in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Width of the page.
    pub width: f64,
    /// Height of the page.
    pub height: f64,
    /// Left edge of the picture.
    pub left: f64,
    /// Upper edge of the picture.
    pub top: f64,
    /// Points for each pixel of the picture.
    pub scale: f64,
}

impl Paper {
    /// The page, upright or lying, on which a picture of some pixels is larger.
    pub fn fitting((width, height): (u32, u32)) -> Self {
        let (upright, lying) = (Self::of(SHORT, LONG, width, height), Self::of(LONG, SHORT, width, height));
        if upright.scale > lying.scale { upright } else { lying }
    }

    fn of(page_width: f64, page_height: f64, width: u32, height: u32) -> Self {
        let (w, h) = (f64::from(width.max(1)), f64::from(height.max(1)));
        let room = (page_width - 2.0 * MARGIN, page_height - 2.0 * MARGIN - FOOT);
        let scale = (room.0 / w).min(room.1 / h).min(LARGEST);
        Self { width: page_width, height: page_height, left: (page_width - w * scale) / 2.0, top: MARGIN, scale }
    }

    /// Where the foot of the page begins.
    pub(crate) fn foot(&self) -> f64 {
        self.height - MARGIN - FOOT
    }

    /// How wide the foot of the page is.
    pub(crate) fn foot_width(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_lies_on_its_page() {
        for size in [(760, 400), (1700, 900), (900, 2300), (1, 1), (0, 0), (30_000, 10)] {
            let paper = Paper::fitting(size);
            let (w, h) = (f64::from(size.0) * paper.scale, f64::from(size.1) * paper.scale);
            assert!(paper.left >= MARGIN - 0.001 && paper.left + w <= paper.width - MARGIN + 0.001, "{size:?}: {paper:?}");
            assert!(paper.top + h <= paper.foot() + 0.001 && paper.scale <= LARGEST, "{size:?}: {paper:?}");
        }
        assert!(Paper::fitting((1700, 900)).width > Paper::fitting((900, 1700)).width);
    }
}
