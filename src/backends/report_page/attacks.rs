//! Attack paths: the weakest ways, and of each asset the picture with every hop of its ways.

use super::blocks::Blocks;
use super::links::Links;
use super::markup::text;
use super::pictures::{Figures, figure};
use crate::backends::attack_paths;
use crate::backends::page::Page;
use crate::report::Report;

/// The part.
pub(super) fn body(report: &Report, figures: &Figures, links: &Links<'_>) -> String {
    let mut page = Page::default();
    attack_paths::overview(&mut page, report);
    let mut html = Blocks::new(links).all(&page);
    for (asset, page) in attack_paths::assets(report) {
        // a picture too large for a page is followed by its parts
        let pictures = figures.attacks.iter().filter(|figure| asset.picture.as_ref() == Some(&figure.view));
        let pictures: String = pictures.map(|one| figure(one, "attack", links)).collect();
        html.push_str(&format!(
            "<details open class=\"fold asset\"><summary>{} <code>{}</code></summary>\n{pictures}{}</details>\n",
            text(&asset.name),
            text(&asset.id),
            Blocks::new(links).all(&page)
        ));
    }
    html
}
