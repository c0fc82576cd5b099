//! Changes for a terminal.

use super::told::{sections, verdict};
use crate::backends::escape_text::spelt_out;
use crate::diff::{Delta, SideRow};

/// Lines to read from top to bottom: what is left to do, then every change, each with a sign.
pub fn text(delta: &Delta) -> String {
    let mut out = format!("{}: {} → {}\n", delta.after.device, delta.before.name, delta.after.name);
    out.push_str(&format!("{}\n", verdict(delta).1));
    for section in sections(delta) {
        out.push_str(&format!("\n{} ({})\n", section.title, section.sum));
        for item in section.items {
            out.push_str(&format!("  {} {}\n", item.sign, item.head.plain().replace('\n', " ")));
            for line in item.lines {
                out.push_str(&format!("      {}\n", line.plain().replace('\n', " ")));
            }
        }
    }
    if !delta.is_empty() {
        out.push('\n');
        out.push_str(&side("before", &delta.before));
        out.push_str(&side("after", &delta.after));
    }
    out.push_str(&format!("compared by {}\n", delta.generator));
    spelt_out(&out)
}

fn side(word: &str, row: &SideRow) -> String {
    let day = row.day.as_ref().map_or(String::new(), |day| format!("; decisions held against {day}"));
    format!("{word}: model {}; {}{day}\n", row.model_hash, row.packs_from.join("; "))
}
