//! The library passes the tests it contains, and finds the threats of the reference list.

use ward::compile::{Compilation, Options, compile};
use ward::diagnostic::render;
use ward::program::STDLIB;
use ward::session::Session;
use ward::syntax::ast::{Date, Member, Test};

use crate::world::{Files, TODAY};

/// The library compiled as `ward check stdlib` does.
fn library(session: &mut Session) -> Compilation {
    let options = Options {
        packs: STDLIB.iter().map(|(module, _)| (*module).to_owned()).collect(),
        today: Date::parse(TODAY),
        library: Some("std".to_owned()),
        ..Options::default()
    };
    compile(session, &Files { texts: Vec::new() }, &options)
}

fn tests(compilation: &Compilation) -> impl Iterator<Item = &Test> {
    let written = compilation.program.files.iter().flat_map(|file| &file.parse.body);
    written.filter_map(|member| if let Member::Test(test) = member { Some(&**test) } else { None })
}

#[test]
fn the_library_passes_its_own_tests() {
    let mut session = Session::default();
    let compilation = library(&mut session);
    let said: String = compilation.diagnostics.iter().map(|one| render(one, session.sources(), false)).collect();
    assert!(said.is_empty(), "{said}");
    assert!(compilation.rules.rules.len() >= 59, "only {} rules", compilation.rules.rules.len());
    assert_eq!(compilation.rules_checked, compilation.rules.rules.len());
    let tests = tests(&compilation).count();
    assert!(tests > 0);
    assert_eq!(compilation.tests_run, tests, "every test of the library runs");
}
