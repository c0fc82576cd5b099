//! A git repository with a model of a pump in it, for tests that compare versions.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::kit::{Run, TODAY, text, ward};

/// A git repository that remembers nothing of the machine it is made on.
pub(crate) struct Repository {
    pub(crate) folder: tempfile::TempDir,
}

impl Repository {
    /// A repository with the pump, committed and tagged `start`.
    pub(crate) fn new() -> Self {
        let repository = Self::empty();
        for (name, text) in [("ward.toml", MANIFEST), ("pump.tm", PUMP), ("decisions.tm", DECISIONS), ("acme/rules.tm", RULES)] {
            repository.write(name, text);
        }
        repository.commit("start");
        repository
    }

    pub(crate) fn empty() -> Self {
        let repository = Self { folder: tempfile::tempdir().expect("a folder") };
        repository.git(&["init", "-q", "-b", "main", "."]);
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.current_dir(self.path()).args(arguments);
        command.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("LC_ALL", "C")]);
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Reviewer").env(format!("GIT_{who}_EMAIL"), "reviewer@example.org");
            command.env(format!("GIT_{who}_DATE"), "2026-09-01T12:00:00Z");
        }
        let output = command.output().expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("a file")
    }

    /// Replaces the only place where a text stands.
    #[track_caller]
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {name}");
        self.write(name, &text.replace(from, to));
        self
    }

    /// Commits everything, under a tag.
    #[track_caller]
    pub(crate) fn commit(&self, tag: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", tag]);
        self.git(&["tag", tag]);
    }

    pub(crate) fn diff(&self, arguments: &[&str]) -> Run {
        let mut command = ward(self.path());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").arg("diff").args(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        Run::of(&mut command)
    }

    /// The changes between two tags as a reader gets them, without what is another one on every machine and in every version.
    #[track_caller]
    pub(crate) fn told(&self, old: &str, new: &str, format: &str, status: i32) -> String {
        let run = self.diff(&[old, new, "--format", format]);
        assert_eq!(run.status, status, "{old} → {new}: {}\n{}", run.said, run.printed);
        let mut told = run.printed.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        for tag in [old, new] {
            let commit = self.git(&["rev-parse", tag]);
            told = told.replace(&commit[..8], "COMMIT");
        }
        for side in ["before", "after"] {
            let hash = text(&self.json(old, new)[side], "model_hash").to_owned();
            told = told.replace(&hash, "HASH");
        }
        without_lines(&told)
    }

    pub(crate) fn json(&self, old: &str, new: &str) -> Value {
        serde_json::from_str(&self.diff(&[old, new, "--format", "json"]).printed).expect("JSON")
    }
}

/// A text without the lines of the library in it, which move with the library.
fn without_lines(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split("tm:");
    out.push_str(parts.next().unwrap_or_default());
    let mut from_library = out.rfind(['<', '(', ' ']).is_some_and(|at| out[at..].starts_with('<'));
    for part in parts {
        out.push_str("tm:");
        let rest = if from_library { part.trim_start_matches(|sign: char| sign.is_ascii_digit()) } else { part };
        out.push_str(if from_library { "LINE" } else { "" });
        out.push_str(rest);
        from_library = rest.rfind(['<', '(', ' ']).is_some_and(|at| rest[at..].starts_with('<'));
    }
    out
}

pub(crate) const MANIFEST: &str = "[model]\nroot = \"pump.tm\"\npacks = [\"acme.rules\"]\n\n[libraries]\nacme = \"acme\"\n";

/// Rules of a house, few enough to be read.
pub(crate) const RULES: &str = r#"pack acme "Rules of the house" { version: "1.0" }

category Looking "Looking"

category Entering "Entering"

rule ACME1 "{f} can be read" : Looking {
    for flow f
    applies when   f.crosses
    mitigated when f.encrypted
    statement:     "Somebody between {f.source} and {f.target} reads {f.carries}."
    fix:           [MutualTls]
}

rule ACME2 "{p} opens the device" : Entering {
    for port p
    applies when   p.debug
    mitigated when p.locked
    statement:     "Whoever gets at {p} reads and writes the memory of {p.owner}."
    fix:           [DebugLock]
}

rule ACME3 "{p} runs what nobody signed" : Entering {
    for process p where (p is Firmware)
    applies when   p.privileged
    mitigated when p.secure_boot
    statement:     "Somebody puts other software on {p}."
    fix:           [SecureBoot]
}
"#;

pub(crate) const PUMP: &str = r#"import std.medical
import "decisions.tm"

system drip "Drip infusion pump" { version: "1.0", model: "D1" }

harm overdose "Overdose" { severity: critical }
data rate "Infusion rate" : TherapySettings { harms: [overdose] }

control order_tls "TLS with both sides known" : MutualTls {
    status:   implemented
    evidence: ["VER-12"]
}

boundary bay "Bed bay" : HospitalNetwork {
    external station "Nurses' station" : HospitalServer
}

boundary pump "Pump" : DeviceEnclosure {
    process app "Pump software" : EmbeddedLinux {
        port lan "LAN socket" : EthernetPort {
            purpose: "Takes the rate from the station."
            default: enabled
            access:  user
        }
    }
    process motor "Motor controller" : Firmware {
        privileged:  yes
        secure_boot: no
    }
}

flow order "Rate order": bay.station -> pump.app.lan over Mqtt {
    carries:  [rate]
    controls: [order_tls]
}
flow drive "Motor speed": pump.app -> pump.motor over Spi { carries: [rate] }

view overview "Overview" { of: [bay, pump] }
"#;

pub(crate) const DECISIONS: &str = r#"respond ACME3 @ pump.motor {
    accept:      "Nobody gets at the controller without breaking the seal."
    approved_by: "Security board"
    policy:      "SOP-7"
    until:       2027-06-30
}
"#;
