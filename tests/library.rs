//! The library passes the tests it contains.

use ward::compile::{Options, compile};
use ward::diagnostic::code::Severity;
use ward::diagnostic::render;
use ward::program::STDLIB;
use ward::session::Session;
use ward::syntax::ast::{Date, Member};

use crate::world::{Files, TODAY};

#[test]
fn the_library_passes_its_own_tests() {
    let mut session = Session::default();
    let options = Options {
        packs: STDLIB.iter().map(|(module, _)| (*module).to_owned()).collect(),
        today: Date::parse(TODAY),
        library_tests: true,
        ..Options::default()
    };
    let compilation = compile(&mut session, &Files { texts: Vec::new() }, &options);
    assert!(!compilation.diagnostics.iter().any(|one| one.severity == Severity::Error), "no error");
    let said: String = compilation.diagnostics.iter().map(|one| render(one, session.sources(), false)).collect();
    assert!(said.is_empty(), "{said}");
    assert!(compilation.rules.rules.len() >= 59, "only {} rules", compilation.rules.rules.len());
    let written = compilation.program.files.iter().flat_map(|file| &file.parse.body);
    let tests = written.filter(|member| matches!(member, Member::Test(_))).count();
    assert!(tests > 0);
    assert_eq!(compilation.tests_run, tests, "every test of the library runs");
}
