//! A drawing as a PNG: as large as it is printed on A4, at a stated resolution.

use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};

use crate::drawing::fonts::{ExtraFont, guarded, tree};
use crate::drawing::paper::Paper;

/// Dots an inch, on A4.
const RESOLUTION: f64 = 200.0;
/// However small a picture is printed, a pixel of the SVG gets this many.
const LEAST: f64 = 1.0;
/// No picture has more pixels than this.
const MOST_PIXELS: f64 = 50_000_000.0;
const INCHES_A_METRE: f64 = 39.370_078_74;

/// What is written into the file beside the picture.
pub struct Caption<'c> {
    /// What it is called.
    pub title: &'c str,
    /// The program that drew it.
    pub generator: &'c str,
}

/// Draws an SVG of our own of a given size; nothing where memory does not suffice or the SVG cannot be read.
pub fn png(svg: &str, size: (u32, u32), caption: &Caption<'_>, extra: &[ExtraFont]) -> Option<Vec<u8>> {
    guarded(|| rendered(svg, size, caption, extra))
}

fn rendered(svg: &str, size: (u32, u32), caption: &Caption<'_>, extra: &[ExtraFont]) -> Option<Vec<u8>> {
    let tree = tree(svg, extra)?;
    let printed = Paper::fitting(size).scale / 72.0;
    let pixels = f64::from(size.0) * f64::from(size.1);
    let scale = (printed * RESOLUTION).max(LEAST).min((MOST_PIXELS / pixels.max(1.0)).sqrt());
    let side = |length: u32| (f64::from(length) * scale).ceil().max(1.0) as u32;
    let mut pixmap = Pixmap::new(side(size.0), side(size.1))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut pixmap.as_mut());
    let per_metre = (scale / printed * INCHES_A_METRE).round() as u32;
    encode(&pixmap, per_metre, caption).ok()
}

fn encode(pixmap: &Pixmap, per_metre: u32, caption: &Caption<'_>) -> Result<Vec<u8>, EncodingError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), caption.title.to_owned())?;
    encoder.add_itxt_chunk("Software".to_owned(), caption.generator.to_owned())?;
    let mut writer = encoder.write_header()?;
    // the sheet is white and covers all, so that every pixel is opaque, as PNG has it
    writer.write_image_data(pixmap.data())?;
    writer.finish()?;
    Ok(out)
}
