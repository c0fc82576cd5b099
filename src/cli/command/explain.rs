//! `ward explain`: the page of a message, or what is known about a rule, a clause or a finding.

use std::path::Path;

use crate::backends::escape_text::spelt_out;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::{explanation, trace_page};
use crate::diagnostic::code::Code;
use crate::report::build::Wanted;
use crate::words::{nearest, tick};

use super::{BROKEN, Cx};

pub(super) fn run(cx: &mut Cx, what: &str, path: Option<&Path>) -> Outcome {
    if let Some(code) = Code::of(what) {
        let page = code.page();
        let end = if page.ends_with('\n') { "" } else { "\n" };
        cx.console.data(format!("{page}{end}").as_bytes())?;
        return Ok(Exit::Clean);
    }
    if looks_like_a_code(what) {
        return Err(unknown("message", what, nearest_code(what)));
    }
    let model = cx.compile_or_library(path)?;
    if !model.sound {
        return BROKEN;
    }
    let sources = cx.session.sources();
    if let Some(page) = trace_page::page(&model.compiled.compilation, sources, what)? {
        cx.console.data(spelt_out(&page).as_bytes())?;
        return Ok(Exit::Clean);
    }
    let wanted = Wanted { matrices: true, ..Wanted::ROWS };
    let report = model.compiled.report_with(sources, &model.gate, None, wanted);
    let Some(page) = explanation::explain(&model.compiled.compilation, sources, &report, what) else {
        let near = explanation::nearest_name(&model.compiled.compilation, &report, what);
        return Err(unknown("message, rule, clause or finding", what, near.as_deref().or(nearest_code(what))));
    };
    cx.console.data(spelt_out(&page).as_bytes())?;
    Ok(Exit::Clean)
}

/// `TM1`, `tm-0101`, `0101`: nothing in a model is called so.
fn looks_like_a_code(what: &str) -> bool {
    let rest = what.trim_start_matches(['T', 't', 'M', 'm', '-', '_']);
    !rest.is_empty() && rest.chars().all(|character| character.is_ascii_digit())
}

/// The code meant by a word: the one with its number, else the one that is spelt most like it.
fn nearest_code(what: &str) -> Option<&'static str> {
    let number = what.trim_start_matches(|character: char| !character.is_ascii_digit());
    let padded = number.parse::<u16>().ok().map(|number| format!("TM{number:04}"));
    let exact = padded.as_deref().and_then(Code::of).map(Code::id);
    let ids = || Code::ALL.iter().map(|code| code.id());
    exact.or_else(|| nearest(padded.as_deref().unwrap_or(what), ids()))
}

fn unknown(kind: &str, what: &str, near: Option<&str>) -> Failure {
    let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Failure::Cannot(format!("there is no {kind} {}{help}", tick(what)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_code_has_a_neighbour() {
        assert_eq!(nearest_code("tm-101"), Some("TM0101"));
        assert_eq!(nearest_code("TM01O1"), Some("TM0101"));
        assert!(nearest_code("TM0999").is_some());
        assert!(looks_like_a_code("101") && looks_like_a_code("TM12345"));
        assert!(!looks_like_a_code("TAM04") && !looks_like_a_code("SPF01@a.b"));
    }
}
