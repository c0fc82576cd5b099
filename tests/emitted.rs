//! `ward emit` makes only the parts of the report that its artifact needs: what it writes is what `ward build` writes.

use std::path::Path;

use super::kit::{EXAMPLES, TODAY, bytes, ward};

/// The arguments that `emit` wants for a file of `build`; nothing for pictures of views, which `drawings` and `formats` look at, save one.
fn arguments(file: &str) -> Option<Vec<String>> {
    let (stem, ending) = file.rsplit_once('.').expect("an ending");
    if ["csv", "html", "xlsx"].contains(&ending) {
        return None; // what an artifact needs does not depend on these: `workbooks` holds them to the Markdown
    }
    let owned = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    match stem {
        // a template's document is made by `build` alone
        "release-note" => None,
        _ if stem.starts_with("dfd-") => {
            (file == "dfd-internet.svg").then(|| owned(&["dfd", "--view", "internet", "--format", ending])).flatten()
        }
        "attack-paths-firmware" | "attack-paths-vent_command" => {
            owned(&["attack-paths", "--view", &stem["attack-paths-".len()..], "--format", ending])
        }
        _ if stem.starts_with("attack-paths-") => None,
        _ => match stem.strip_prefix("matrix-") {
            Some(standard) => owned(&["matrix", "--standard", standard, "--format", ending]),
            None => owned(&[stem, "--format", ending]),
        },
    }
}

#[test]
fn an_artifact_alone_is_the_artifact_among_all() {
    for example in EXAMPLES {
        let output = tempfile::tempdir().expect("a folder");
        let model = format!("examples/{example}");
        let built =
            ward(Path::new(".")).args(["build", &model, "--today", TODAY, "-o"]).arg(output.path()).output().expect("it ran");
        assert!(built.status.success(), "{example}");
        let mut seen = 0;
        for (file, bytes) in bytes(output.path()) {
            let Some(arguments) = arguments(&file) else { continue };
            let alone =
                ward(Path::new(".")).arg("emit").args(&arguments).args([&model, "--today", TODAY]).output().expect("it ran");
            assert!(alone.stdout == bytes, "{example}: `emit {}` is not {file}", arguments.join(" "));
            seen += 1;
        }
        assert!(seen > 20, "{example}: {seen}");
    }
}
