//! SVG text, written element by element. The only place where markup is put together; whatever text comes in is escaped here.

use crate::drawing::fonts::Used;
use crate::drawing::geometry::{Point, Rect};
use crate::drawing::sized::{Block, Line, Mark};
use crate::drawing::text_measure::{Font, Weight};
use crate::drawing::xml::escape;

/// Red that prints as dark grey.
pub(crate) const RED: &str = "#8b0000";
pub(crate) const BLACK: &str = "#000000";
pub(crate) const GREY: &str = "#444444";

/// Outline and filling of a shape.
#[derive(Clone, Copy)]
pub(crate) struct Pen {
    pub(crate) stroke: &'static str,
    pub(crate) width: f64,
    pub(crate) dashes: &'static str,
    pub(crate) fill: &'static str,
}

impl Pen {
    pub(crate) const SOLID: Self = Self { stroke: BLACK, width: 1.5, dashes: "", fill: "#ffffff" };
    pub(crate) const LINE: Self = Self { fill: "none", width: 1.3, ..Self::SOLID };
    pub(crate) const NO_LINE: Self = Self { stroke: "none", ..Self::SOLID };
    pub(crate) const DASHED: Self = Self { stroke: RED, width: 1.8, dashes: "8 5", fill: "none" };
}

/// Where a line of text stands relative to its x.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a block of text is set.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) anchor: Anchor,
    pub(crate) colour: &'static str,
    /// White behind the letters, against lines that cross.
    pub(crate) halo: bool,
}

/// Markup so far.
pub(crate) struct Canvas {
    out: String,
    used: Used,
    smallest: f64,
    /// Whether what a pointer is told stands beside each element.
    tips: bool,
}

impl Default for Canvas {
    fn default() -> Self {
        Self { out: String::new(), used: Used::default(), smallest: f64::INFINITY, tips: true }
    }
}

/// What became of a canvas.
pub(crate) struct Painted {
    pub(crate) markup: String,
    /// The characters set in it.
    pub(crate) used: Used,
    /// Size of the smallest letters in pixels; infinite where there are none.
    pub(crate) smallest: f64,
}

impl Canvas {
    /// One for a page that tells by itself what each element is.
    pub(crate) fn without_tips() -> Self {
        Self { tips: false, ..Self::default() }
    }

    pub(crate) fn finish(self) -> Painted {
        Painted { markup: self.out, used: self.used, smallest: self.smallest }
    }

    /// All of another canvas, too.
    pub(crate) fn join(&mut self, other: &Self) {
        self.out.push_str(&other.out);
        self.used.join(&other.used);
        self.smallest = self.smallest.min(other.smallest);
    }

    /// Markup that is known to be good.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.out.push('\n');
    }

    /// Opens the group of one element of the model.
    pub(crate) fn open(&mut self, id: &str, class: &str, element: &str, tip: &str) {
        let (id, element) = (escape(id), escape(element));
        self.raw(&format!("<g id=\"{id}\" class=\"{class}\" data-element=\"{element}\">"));
        if self.tips {
            self.raw(&format!("<title>{}</title>", escape(tip)));
        }
    }

    pub(crate) fn close(&mut self) {
        self.raw("</g>");
    }

    pub(crate) fn rect(&mut self, rect: Rect, radius: f64, pen: Pen) {
        self.raw(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>",
            num(rect.x),
            num(rect.y),
            num(rect.width),
            num(rect.height),
            if radius > 0.0 { format!(" rx=\"{}\"", num(radius)) } else { String::new() },
            style(pen)
        ));
    }

    /// Many at once.
    pub(crate) fn boxes(&mut self, rects: &[Rect], pen: Pen) {
        let one = |rect: &Rect| {
            let Rect { x, y, width, height } = *rect;
            format!("M{} {}h{}v{}h-{}Z", num(x), num(y), num(width), num(height), num(width))
        };
        let data: Vec<String> = rects.iter().map(one).collect();
        self.raw(&format!("<path d=\"{}\"{}/>", data.join(" "), style(pen)));
    }

    pub(crate) fn circle(&mut self, centre: Point, radius: f64, pen: Pen) {
        let (x, y, r) = (num(centre.x), num(centre.y), num(radius));
        self.raw(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}/>", style(pen)));
    }

    pub(crate) fn path(&mut self, points: &[Point], closed: bool, pen: Pen) {
        let mut data = String::new();
        for (index, point) in points.iter().enumerate() {
            data.push_str(if index == 0 { "M" } else { " L" });
            data.push_str(&format!("{} {}", num(point.x), num(point.y)));
        }
        if closed {
            data.push_str(" Z");
        }
        self.raw(&format!("<path d=\"{data}\" stroke-linejoin=\"round\"{}/>", style(pen)));
    }

    /// Lines of text from a given top.
    pub(crate) fn text(&mut self, x: f64, top: f64, lines: &[Line], setting: Setting) {
        let mut y = top;
        for line in lines {
            let height = line.height();
            if line.mark == Mark::Words {
                let base = y + height * 0.5 + line.font.size * 0.36;
                self.words(Point { x, y: base }, &line.text, line.font, setting);
            } else {
                self.badge(x, y, line, setting);
            }
            y += height;
        }
    }

    /// A block of text in the middle of a rectangle.
    pub(crate) fn centred(&mut self, rect: Rect, block: &Block, setting: Setting) {
        let height: f64 = block.lines.iter().map(Line::height).sum();
        let centre = rect.centre();
        self.text(centre.x, centre.y - height / 2.0, &block.lines, setting);
    }

    pub(crate) fn words(&mut self, at: Point, text: &str, font: Font, setting: Setting) {
        let mut attributes = format!("x=\"{}\" y=\"{}\" font-size=\"{}\"", num(at.x), num(at.y), num(font.size));
        match font.weight {
            Weight::Regular => {}
            Weight::Bold => attributes.push_str(" font-weight=\"bold\""),
        }
        match setting.anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes.push_str(" text-anchor=\"middle\""),
            Anchor::End => attributes.push_str(" text-anchor=\"end\""),
        }
        if setting.colour != BLACK {
            attributes.push_str(&format!(" fill=\"{}\"", setting.colour));
        }
        if setting.halo {
            attributes.push_str(" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        if text.chars().any(runs_leftwards) {
            // the renderer of PNG and PDF breaks down on such text without kerning
            attributes.push_str(" style=\"font-kerning:auto\"");
        }
        self.raw(&format!("<text {attributes}>{}</text>", escape(text)));
        self.used.add(text, font.weight);
        self.smallest = self.smallest.min(font.size);
    }

    fn badge(&mut self, x: f64, y: f64, line: &Line, setting: Setting) {
        let width = crate::drawing::symbols::badge_width(line);
        let left = if setting.anchor == Anchor::Middle { x - width / 2.0 } else { x };
        let (top, height) = (y + 2.0, line.height() - 3.0);
        let (radius, layer) = if line.mark == Mark::Controls { (height / 2.0, "controls") } else { (0.0, "threats") };
        self.raw(&format!("<g class=\"{layer}\">"));
        self.rect(Rect { x: left, y: top, width, height }, radius, Pen { width: 1.0, ..Pen::SOLID });
        let middle = Setting { anchor: Anchor::Middle, colour: BLACK, halo: false };
        let base = top + height / 2.0 + line.font.size * 0.36;
        self.words(Point { x: left + width / 2.0, y: base }, &line.text, line.font, middle);
        self.close();
    }
}

/// Whether a character belongs to a script that is written from right to left.
fn runs_leftwards(c: char) -> bool {
    matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

fn style(pen: Pen) -> String {
    let mut out = format!(" fill=\"{}\"", pen.fill);
    if pen.stroke != "none" {
        out.push_str(&format!(" stroke=\"{}\" stroke-width=\"{}\"", pen.stroke, num(pen.width)));
        if !pen.dashes.is_empty() {
            out.push_str(&format!(" stroke-dasharray=\"{}\"", pen.dashes));
        }
    }
    out
}

/// One decimal, and no negative nought.
pub(crate) fn num(value: f64) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}
