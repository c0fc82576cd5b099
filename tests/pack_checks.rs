//! Rules that no model can make fire, and what is wrong with packs as a whole.

use ward::diagnostic::code::Code;
use ward::diagnostic::render;
use ward::session::Session;

use crate::world::compile_texts;

/// Messages of some codes about a model of this text.
fn messages(text: &str, codes: &[Code]) -> Vec<String> {
    let mut session = Session::default();
    let compilation = compile_texts(&mut session, &[("m.tm".to_owned(), text.to_owned())]);
    let errors = compilation.diagnostics.iter().filter(|one| one.severity == ward::diagnostic::code::Severity::Error);
    let errors: String = errors.map(|one| render(one, session.sources(), false)).collect();
    assert!(errors.is_empty(), "{text}\n{errors}");
    let of_codes = compilation.diagnostics.iter().filter(|one| codes.contains(&one.code));
    of_codes.map(|one| render(one, session.sources(), false)).collect()
}

fn rule(conditions: &str) -> String {
    format!("rule ACME1 \"x\" : Spoofing {{\n{conditions}\nstatement: \"x\"\n}}\n")
}

const NEVER: [Code; 2] = [Code::NeverFires, Code::NeverMitigated];

#[test]
fn rules_that_contradict_themselves_are_found() {
    let contradictions = [
        ("a fact and its opposite", "for store s where (s.encrypted)\napplies when not s.encrypted"),
        ("two values of a set", "for process p where (p.login == badge)\napplies when p.login in [none, pin]"),
        ("the order of a scale", "for flow f\napplies when f.exposure >= network and f.exposure < adjacent"),
        ("numbers", "for port p\napplies when p.tcp > 100 and p.tcp < 443 and p.tcp == 443"),
        ("a type and its base", "for data d where (d is not Command)\napplies when d is TherapyCommand"),
        ("two types of which neither inherits", "for data d\napplies when d is TherapyCommand and d is FirmwarePackage"),
        ("kinds of one end", "for flow f\napplies when f.source is actor and f.source is component"),
        ("an item that cannot be", "for flow f\napplies when any d in f.carries where (d is Alarm and d is Command)"),
        ("items of a list", "for flow f\napplies when any d in f.carries where (d is TherapyCommand) and not f.steers"),
        ("an empty list", "for flow f\napplies when empty(f.carries) and any d in f.carries where (d is Alarm)"),
        (
            "all and any",
            "for flow f\napplies when any d in f.carries where (d is Alarm) and all d in f.carries where (d is not Alarm)",
        ),
        ("through definitions", "for flow f where (f.by_person)\napplies when f.exposed"),
        ("what is known", "for process p\napplies when not known(p.login) and p.login == pin"),
        ("the type it is about", "for TherapyCommand d\napplies when d is not Command"),
        ("de Morgan", "for store s\napplies when not (s.encrypted or s.hashed) and (s.encrypted or s.hashed)"),
        ("the mitigation", "for store s\napplies when s.encrypted\nmitigated when s.encrypted or s.hashed"),
    ];
    let missed: Vec<&str> = contradictions
        .iter()
        .filter(|(_, conditions)| messages(&rule(conditions), &NEVER).len() != 1)
        .map(|(what, _)| *what)
        .collect();
    assert!(missed.is_empty(), "not found: {missed:?}");
}

#[test]
fn rules_that_can_fire_are_left_alone() {
    let possible = [
        "for store s where (s.encrypted)\napplies when not s.hashed\nmitigated when s.redacted",
        "for flow f\napplies when f.exposure >= network and f.exposure <= network",
        "for port p\napplies when p.tcp > 100 and p.tcp < 443 and p.tcp != 200",
        "for data d where (d is Command)\napplies when d is not TherapyCommand",
        "for flow f\napplies when any d in f.carries where (d is Alarm) and any d in f.carries where (d is Command)",
        "for flow f\napplies when any d in f.carries where (d is Command) and not any d in f.carries where (d is TherapyCommand)",
        "for flow f\napplies when f.steers and f.exposed",
        "for process p\napplies when known(p.login) and p.login != none\nmitigated when p.login == badge",
        "for process p\napplies when any f in p.flows where (any g in p.flows where (f.encrypted and not g.encrypted))",
        "for process p\napplies when p.steered_by_people and not any f in p.inbound where (f.by_person and f.encrypted)",
    ];
    for conditions in possible {
        let said = messages(&rule(conditions), &NEVER);
        assert!(said.is_empty(), "{conditions}\n{}", said.concat());
    }
}

#[test]
fn the_conditions_that_exclude_each_other_are_named_and_no_others() {
    let said = messages(
        &rule("for flow f where (f.crosses and f.by_person)\napplies when f.encrypted and f.exposed\nmitigated when f.signed"),
        &NEVER,
    );
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("m.tm:2:33") && said[0].contains("this does not"), "{}", said[0]);
    let marks = said[0].matches("^^").count() > 0
        && said[0].matches("this holds").count() == 1
        && said[0].matches("does not").count() == 1;
    assert!(marks, "{}", said[0]);
}
