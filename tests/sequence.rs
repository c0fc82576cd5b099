//! Views of style `sequence`, from the model's text to the picture's: who takes part, and what is told in which order.

use std::process::Command;

const MODEL: &str = r#"
system s "S" {}
import std.medical

data order "Order" : TherapyRecord {}

boundary ward "Ward" {
    actor nurse "Nurse" : ClinicalUser {}
    boundary pump "Pump" {
        process panel "Panel" : EmbeddedLinux {
            port touch "Touch" : OperatorPanel {}
        }
        process brain "Brain" : EmbeddedLinux {}
        store memory "Memory" : FlashStore {}
    }
}
external lab "Lab" : HospitalServer {}

flow programme "Programme": ward.nurse -> ward.pump.panel.touch over OperatorInterface { carries: [order] }
flow pass "Pass on": ward.pump.panel -> ward.pump.brain over Ipc { carries: [order] }
flow check "Check": ward.pump.brain -> ward.pump.brain over Ipc { carries: [order] }
flow keep "Keep": ward.pump.brain <-> ward.pump.memory over LocalFile { carries: [order] }
flow report "Report": ward.pump.brain -> lab over Https { carries: [order] }
"#;

/// The sequence a view tells, as Mermaid, without the comment: participants, boxes and messages, shortened to names.
#[track_caller]
fn told(view: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let model = format!("{MODEL}\nview v \"V\" {{ style: sequence, {view} }}\n");
    std::fs::write(folder.path().join("m.tm"), model).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ward"));
    command.current_dir(folder.path()).args(["emit", "dfd", "m.tm", "--view", "v", "--format", "mermaid"]);
    let output = command.env("SOURCE_DATE_EPOCH", "1800000000").env("NO_COLOR", "1").output().expect("Ward runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("Mermaid is UTF-8");
    let lines = text.lines().skip(2).filter(|line| !line.contains("DRAFT"));
    lines.map(|line| line.trim().split("<br/>").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn messages_come_in_the_order_written_and_participants_as_they_appear() {
    let expected = [
        "box transparent Pump",
        "participant n0 as Brain",
        "end",
        "participant n1 as Lab",
        "box transparent Ward",
        "actor n2 as Nurse",
        "end",
        "box transparent Pump",
        "participant n3 as Panel",
        "end",
        "n0->>n1: 1. Report",
        "n2->>n3: 2. Programme",
        "n0->>n1: 3. Report",
    ];
    assert_eq!(told("flows: [report, programme, report]"), expected);
}

#[test]
fn without_flows_all_are_told_as_declared() {
    let told = told("of: [ward]");
    let messages: Vec<&str> = told.iter().filter(|line| line.contains("->>")).map(String::as_str).collect();
    assert_eq!(
        messages,
        ["n0->>n1: 1. Programme", "n1->>n2: 2. Pass on", "n2->>n2: 3. Check", "n2->>n3: 4. Keep", "n3-->>n2: response"]
    );
}

#[test]
fn what_of_names_says_who_takes_part_and_in_which_order() {
    let expected = [
        "participant n0 as Lab",
        "box transparent Pump",
        "participant n1 as Brain",
        "end",
        "n1->>n1: 1. Check",
        "n1->>n0: 2. Report",
    ];
    assert_eq!(told("of: [lab, ward.pump.brain]"), expected);
    let expected = [
        "box transparent Pump",
        "participant n0 as Brain",
        "participant n1 as Panel",
        "participant n2 as Memory",
        "end",
        "participant n3 as Lab",
    ];
    assert_eq!(told("of: [ward.pump.brain], neighbours: yes")[..6], expected);
}

#[test]
fn a_boundary_at_depth_0_is_one_participant() {
    let expected = [
        "box transparent Ward",
        "actor n0 as Nurse",
        "participant n1 as Pump",
        "end",
        "participant n2 as Lab",
        "n0->>n1: 1. Programme",
        "n1->>n2: 2. Report",
    ];
    assert_eq!(told("of: [ward.nurse, ward.pump, lab], depth: 0"), expected);
    assert_eq!(told("of: [ward, lab], depth: 1"), expected);
}

#[test]
fn a_message_asked_for_is_told_even_inside_a_closed_participant() {
    let told = told("of: [ward.nurse, ward.pump], depth: 0, flows: [programme, pass]");
    assert_eq!(told[4..], ["n0->>n1: 1. Programme", "n1->>n1: 2. Pass on"]);
}
