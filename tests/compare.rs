//! Pictures of what was before and what is now, through the built program.

use crate::kit::{Model, drawn};

#[test]
fn what_changed_is_in_the_picture_and_in_words() {
    let (old, new) = (Model::example("ventilator"), Model::example("ventilator"));
    let before = old.path().to_str().expect("UTF-8").to_owned();
    let compared = |arguments: &[&str]| {
        new.ward(&[&["emit", "dfd", "--view", "bedside", "--whole", "--compare", &before], arguments].concat())
    };
    compared(&[]).ends(0, &["No change."]).prints(&["No change.", "Changes since version"]);
    new.edit(
        "device.tm",
        "process app \"Application processor\"",
        "process cache \"Alarm cache\" : Firmware { }\nprocess app \"Main processor\"",
    );
    new.append("device.tm", "flow cache_in \"Cached alarms\": hospital.icu.breva.main.comm -> hospital.icu.breva.main.cache { carries: [vent_alarm] }");
    let text = new.read("device.tm");
    let from = text.find("                /// Second screen.").expect("the video socket");
    let end = from + text[from..].find("                }\n").expect("its end") + "                }\n".len();
    new.write("device.tm", &format!("{}{}", &text[..from], &text[end..]));
    let words = [
        "Added: element Alarm cache (hospital.icu.breva.main.cache).",
        "Added: flow Cached alarms (cache_in).",
        "Removed: port Video socket (hospital.icu.breva.main.app.video).",
        "“Application processor” is now “Main processor”",
    ];
    let run = compared(&[]);
    run.ends(0, &words).prints(&[">added<", ">removed<", ">changed<"]);
    let shown = drawn(&run.printed);
    for id in ["hospital.icu.breva.main.cache", "cache_in", "hospital.icu.breva.main.app.video"] {
        assert!(shown.iter().any(|known| known == id), "{id}");
    }
    assert_eq!(run.printed, compared(&[]).printed);
    compared(&["--format", "dot"]).ends(0, &words).prints(&["[+] Alarm cache", "[~] Main", "[−] Video socket"]);
    new.ward(&["emit", "dfd", "--view", "alarm_story", "--compare", &before])
        .ends(0, &["Changed"])
        .prints(&["[~] before the name"]);
    // in parts, a boundary that is drawn closed has changed with what is in it
    new.ward(&["emit", "dfd", "--view", "bedside", "--format", "dot", "--compare", &before])
        .ends(0, &["Added: element Alarm cache"])
        .prints(&["label=\"[~] "]);
    // a part is told what changed in its view
    let parts = new.ward(&["emit", "dfd", "--view", "sockets-1-icu", "--compare", &before]);
    parts.ends(0, &["Removed: port Video socket"]);
    // without it nothing of this is drawn
    assert!(!new.ward(&["emit", "dfd", "--view", "bedside"]).printed.contains("Changes since"));
}

#[test]
fn what_an_artifact_has_no_use_for_is_refused() {
    let model = Model::example("inhaler");
    model.ward(&["emit", "threats", "--profile", "internal"]).ends(3, &["`--profile` is for what customers get to see"]);
    model.ward(&["emit", "dfd", "--layers", "ports,none"]).ends(3, &["not both"]);
    model.ward(&["explain", "cloud.api ->"]).ends(3, &["names one end of a way only"]);
}

#[test]
fn an_earlier_model_that_does_not_compile_is_told_from_this_one() {
    let (old, new) = (Model::example("inhaler"), Model::example("inhaler"));
    let before = old.path().to_str().expect("UTF-8").to_owned();
    old.append("inhaler.tm", "process x : Nothing { }");
    new.ward(&["emit", "dfd", "--compare", &before]).ends(3, &["the earlier model at", "does not compile"]);
    new.ward(&["emit", "threats", "--compare", &before]).ends(3, &["`--compare` is about diagrams"]);
    new.ward(&["emit", "dfd", "--compare", "nowhere"]).ends(3, &["nowhere"]);
}
