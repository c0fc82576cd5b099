//! `ward diff` from the outside: a repository with the changes a reviewer gets to see, and what cannot be compared.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use ward::report::build::{Circumstances, Wanted, build};

use super::kit::{Run, TODAY, list, text, ward};
use super::repository::{MANIFEST, PUMP, Repository};
use super::world::{compile_texts, files_in, folder, stem};

/// The changes, one a commit: its tag, what it does, and how the diff ends.
type Step = (&'static str, fn(&Repository), i32);

const STEPS: [Step; 10] = [
    (
        "new-port",
        |repository| {
            repository.edit(
                "pump.tm",
                "        }\n    }\n    process motor",
                "        }\n        port jtag \"Debug header\" : Jtag {\n            default: enabled\n            access:  factory\n        }\n    }\n    process motor",
            );
        },
        0,
    ),
    (
        "control-removed",
        |repository| {
            repository.edit("pump.tm", "    controls: [order_tls]\n", "    encrypted: no\n");
        },
        1,
    ),
    (
        "flow-encrypted",
        |repository| {
            repository.edit("pump.tm", "    encrypted: no\n", "    controls: [order_tls]\n");
        },
        0,
    ),
    (
        "component-renamed",
        |repository| {
            repository.edit(
                "pump.tm",
                "process motor \"Motor controller\" : Firmware {\n",
                "process drive_unit \"Drive unit\" : Firmware {\n        was:         pump.motor\n",
            );
            repository.edit("pump.tm", "pump.app -> pump.motor", "pump.app -> pump.drive_unit");
            repository.edit("decisions.tm", "pump.motor", "pump.drive_unit");
        },
        0,
    ),
    (
        "file-split",
        |repository| {
            let text = repository.read("pump.tm");
            let (from, to) = (text.find("boundary bay").expect("there"), text.find("boundary pump").expect("there"));
            repository.write("hospital.tm", &text[from..to]);
            let rest = format!("{}{}", &text[..from], &text[to..]);
            repository.write(
                "pump.tm",
                &rest.replace("import \"decisions.tm\"\n", "import \"decisions.tm\"\nimport \"hospital.tm\"\n"),
            );
        },
        0,
    ),
    (
        "response-expired",
        |repository| {
            repository.edit("decisions.tm", "2027-06-30", "2026-10-31");
        },
        1,
    ),
    (
        "pack-upgraded",
        |repository| {
            repository.edit("acme/rules.tm", "version: \"1.0\"", "version: \"1.1\"");
            let rule = "\nrule ACME4 \"{p} is open as shipped\" : Entering {\n    for port p\n    applies when   p.default == enabled\n    mitigated when p.covered\n    statement:     \"{p} is there for everybody.\"\n}\n";
            repository.write("acme/rules.tm", &format!("{}{rule}", repository.read("acme/rules.tm")));
        },
        0,
    ),
    (
        "boundary-moved",
        |repository| {
            repository.write(
                "hospital.tm",
                "boundary bay \"Bed bay\" : HospitalNetwork\nboundary ward_it \"Ward IT\" : HospitalNetwork {\n    external station \"Nurses' station\" : HospitalServer { was: bay.station }\n}\n\n",
            );
            repository.edit("pump.tm", "bay.station -> pump.app.lan", "ward_it.station -> pump.app.lan");
            repository.edit("pump.tm", "of: [bay, pump]", "of: [bay, ward_it, pump]");
        },
        0,
    ),
    (
        "reformatting",
        |repository| {
            let text = repository.read("pump.tm");
            let drive = "flow drive \"Motor speed\": pump.app -> pump.drive_unit over Spi { carries: [rate] }\n";
            let text = text.replace(drive, "").replace("of: [bay, ward_it, pump]", "of: [pump,ward_it,   bay]");
            let text = text.replace(
                "    status:   implemented\n    evidence: [\"VER-12\"]\n",
                "    evidence: [ \"VER-12\" ] // the report\n\n\n    status: implemented\n",
            );
            repository.write(
                "pump.tm",
                &text.replace("boundary pump", &format!("// the motor hangs on the board\n{drive}boundary pump")),
            );
        },
        0,
    ),
    (
        "new-variant",
        |repository| {
            repository.edit("pump.tm", "version: \"1.0\", model: \"D1\"", "version: \"2.0\", model: \"D2 with Bluetooth\"");
            repository.edit(
                "pump.tm",
                "        port lan ",
                "        port radio \"Bluetooth radio\" : BleRadio {\n            purpose: \"Shows the rate on a phone.\"\n            default: disabled\n            access:  user\n        }\n        port lan ",
            );
            repository.write(
                "phone.tm",
                "boundary pocket \"Nurse's pocket\" : PatientSurroundings {\n    external phone \"Phone\" : MobileApp\n}\nflow shown \"Rate shown\": pump.app.radio -> pocket.phone over BleGatt { carries: [rate], encrypted: no }\n",
            );
            repository.edit("pump.tm", "import \"decisions.tm\"\n", "import \"decisions.tm\"\nimport \"phone.tm\"\n");
            repository.edit("pump.tm", "of: [pump,ward_it,   bay]", "of: [pump, ward_it, bay, pocket]");
        },
        1,
    ),
];

#[test]
fn a_reviewer_reads_what_ten_commits_did() {
    let repository = Repository::new();
    let mut old = "start";
    for (tag, change, status) in STEPS {
        change(&repository);
        repository.commit(tag);
        for (format, ending) in [("text", "txt"), ("markdown", "md")] {
            let told = repository.told(old, tag, format, status);
            insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/diff" }, {
                insta::assert_snapshot!(format!("{tag}.{ending}"), told);
            });
        }
        old = tag;
    }
}

/// A file cut into its outermost declarations, each with the comments above it; its imports apart.
fn pieces(text: &str) -> (Vec<String>, Vec<String>) {
    let mut depth = 0_usize;
    let mut from = 0;
    let (mut imports, mut pieces) = (Vec::new(), Vec::new());
    let mut telling = false;
    for lexeme in ward::syntax::lex(text) {
        let word = &text[lexeme.start as usize..lexeme.end as usize];
        match word {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth -= 1,
            _ => {}
        }
        telling |= !lexeme.token.is_trivia();
        if word == "\n" && depth == 0 && telling {
            let piece = text[from..lexeme.end as usize].to_owned();
            let begins = piece.lines().find(|line| !line.trim().is_empty() && !line.starts_with("//")).unwrap_or_default();
            if begins.starts_with("import ") {
                imports.push(piece)
            } else {
                pieces.push(piece)
            }
            (from, telling) = (lexeme.end as usize, false);
        }
    }
    pieces.push(format!("{}\n", &text[from..]));
    (imports, pieces)
}

/// A declaration with the items of its lists in another order, where the order tells nothing.
fn shuffled(piece: &str, seed: usize) -> String {
    let lexemes = ward::syntax::lex(piece);
    let text = |at: usize| &piece[lexemes[at].start as usize..lexemes[at].end as usize];
    let telling: Vec<usize> = (0..lexemes.len()).filter(|at| !lexemes[*at].token.is_trivia()).collect();
    let mut out = piece.to_owned();
    // the rows of a matrix are no lists of anything
    if piece.contains("matrix") {
        return out;
    }
    // from the last to the first, so that places stay what they are
    for window in telling.windows(3).rev() {
        let [name, colon, open] = [text(window[0]), text(window[1]), text(window[2])];
        if (colon, open) != (":", "[") || name == "flows" {
            continue;
        }
        let from = lexemes[window[2]].end as usize;
        let Some(to) = piece[from..].find(']').map(|at| from + at) else { continue };
        let list = &piece[from..to];
        if list.contains(['[', '(', '\\']) || list.contains("//") {
            continue;
        }
        let quoted = || list.split('"').skip(1).step_by(2).map(|text| format!("\"{text}\"")).collect();
        let names = || list.split([',', '\n']).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect();
        let mut items: Vec<String> = if list.contains('"') { quoted() } else { names() };
        let turn = seed % items.len().max(1);
        items.rotate_left(turn);
        out.replace_range(from..to, &items.join(", "));
    }
    out
}

/// A model by another hand: its declarations in another order and in other files, its lists in another order, with more blanks and comments.
fn rewritten(texts: &[(String, String)], seeds: &[usize]) -> Vec<(String, String)> {
    let mut files: Vec<(String, Vec<String>)> = Vec::new();
    let mut all = Vec::new();
    let (texts, documents): (Vec<_>, Vec<_>) = texts.iter().partition(|(name, _)| name.ends_with(".tm"));
    for (name, text) in texts {
        let (imports, own) = pieces(text);
        files.push((name.clone(), imports));
        all.extend(own);
    }
    for (at, piece) in all.into_iter().enumerate() {
        let seed = seeds[at % seeds.len()].wrapping_mul(31).wrapping_add(at * 7);
        let blank = |lexeme: ward::syntax::Lexeme| match lexeme.token {
            ward::syntax::Token::Whitespace if seed.is_multiple_of(3) => "   ",
            _ => &piece[lexeme.start as usize..lexeme.end as usize],
        };
        let piece: String = ward::syntax::lex(&piece).into_iter().map(blank).collect();
        let piece = shuffled(&piece, seed);
        let file = seed % files.len();
        let own = &mut files[file].1;
        let first = own.iter().position(|piece| !piece.contains("import ")).unwrap_or(own.len());
        let place = first + seed / 5 % (own.len() - first + 1);
        own.insert(place, format!("// seen {seed}\n\n\n{piece}"));
    }
    let written = files.into_iter().map(|(name, pieces)| (name, pieces.concat()));
    written.chain(documents.into_iter().cloned()).collect()
}

/// The changes between two models of texts.
fn changes(before: &[(String, String)], after: &[(String, String)]) -> ward::diff::Delta {
    let mut sessions = (ward::session::Session::default(), ward::session::Session::default());
    let compilations = (compile_texts(&mut sessions.0, before), compile_texts(&mut sessions.1, after));
    for compilation in [&compilations.0, &compilations.1] {
        assert!(!compilation.diagnostics.has_errors(), "{:?}", compilation.diagnostics.iter().next());
    }
    let wanted = Wanted { diagrams: true, matrices: true, ..Wanted::ROWS };
    let circumstances = Circumstances { wanted, ..Circumstances::default() };
    let reports = (
        build(&compilations.0, sessions.0.sources(), &circumstances),
        build(&compilations.1, sessions.1.sources(), &circumstances),
    );
    let side = |compilation, report, session: &'static str, sources| ward::diff::Side {
        compilation,
        report,
        sources,
        name: session,
        settings: &[],
        packs_from: &[],
        day: None,
    };
    ward::diff::compare(
        &side(&compilations.0, &reports.0, "before", sessions.0.sources()),
        &side(&compilations.1, &reports.1, "after", sessions.1.sources()),
        &[],
    )
}

#[test]
fn what_is_only_text_is_no_change() {
    let texts = |example: &str, root: &str| -> Vec<(String, String)> {
        let mut files = files_in(&folder(&format!("examples/{example}")), "tm");
        files.sort_by_key(|file| stem(file) != root);
        files.extend(files_in(&folder(&format!("examples/{example}")), "json"));
        let name = |file: &Path| file.file_name().expect("a name").to_string_lossy().into_owned();
        files.iter().map(|file| (name(file), std::fs::read_to_string(file).expect("text"))).collect()
    };
    let models = [
        vec![("pump.tm".to_owned(), PUMP.to_owned()), ("decisions.tm".to_owned(), "// none\n".to_owned())],
        texts("inhaler", "inhaler"),
    ];
    let mut runner = TestRunner::new(Config { cases: 6, failure_persistence: None, ..Config::default() });
    let strategy = (prop::sample::select(vec![0, 0, 1]), prop::collection::vec(0..1000_usize, 1..40));
    runner
        .run(&strategy, |(model, seeds)| {
            let original = &models[model];
            let delta = changes(original, &rewritten(original, &seeds));
            prop_assert!(delta.is_empty(), "{}", ward::backends::diff::text(&delta));
            prop_assert_eq!(delta.before.model_hash, delta.after.model_hash);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_order_of_a_list_counts_where_it_tells_something() {
    let lists = |of: &str, flows: &str| {
        let view = format!("view story {{ style: sequence, of: [{of}], flows: [{flows}] }}\n");
        let texts = [("pump.tm", format!("{PUMP}{view}")), ("decisions.tm", "// none\n".to_owned())];
        texts.map(|(name, text)| (name.to_owned(), text)).to_vec()
    };
    let model = lists("bay, pump", "order, drive");
    let same = changes(&model, &lists("pump, bay, pump", "order, drive"));
    assert!(same.is_empty(), "{}", ward::backends::diff::text(&same));
    assert_eq!(same.before.model_hash, same.after.model_hash);
    let other = changes(&model, &lists("bay, pump", "drive, order"));
    assert!(
        ward::backends::diff::text(&other).contains("flows: was Rate order and Motor speed"),
        "{}",
        ward::backends::diff::text(&other)
    );
    assert_ne!(other.before.model_hash, other.after.model_hash);
}

#[test]
fn the_changes_fit_their_schema_and_the_page_is_well_formed() {
    let schema: Value = serde_json::from_str(include_str!("../docs/diff.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let repository = Repository::new();
    let mut old = "start";
    for (tag, change, _) in STEPS {
        change(&repository);
        repository.commit(tag);
        let delta = repository.json(old, tag);
        let errors: Vec<String> = validator.iter_errors(&delta).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{tag}: {errors:?}");
        old = tag;
    }
    let page = repository.diff(&["start", "new-variant", "--format", "html"]);
    assert_eq!(page.status, 1, "{}", page.said);
    let whole: Vec<&str> =
        page.printed.lines().filter(|line| !line.starts_with("<meta") && !line.starts_with("<!doctype")).collect();
    let whole = whole.join("\n").replace("<br>", "<br/>");
    roxmltree::Document::parse(&whole).expect("a page");
    assert!(page.printed.contains("Overview, before") && page.printed.contains("Overview, after"));
    // the same twice, and in a file as on the screen
    let again = repository.diff(&["start", "new-variant", "-o", "page.html"]);
    assert_eq!(again.status, 1, "{}", again.said);
    assert_eq!(repository.read("page.html"), page.printed);
}

#[test]
fn versions_are_revisions_ranges_folders_and_files() {
    let repository = Repository::new();
    let (_, new_port, _) = STEPS[0];
    new_port(&repository);
    let seen = |arguments: &[&str]| {
        repository.diff(arguments).ends(0, &[]).prints(&["New way in: port Debug header"]);
    };
    // what is not committed yet
    seen(&["HEAD"]);
    seen(&["start", "."]);
    repository.commit("next");
    seen(&["start..next"]);
    seen(&["start", "next"]);
    seen(&["start:", "next:pump.tm"]);
    seen(&["HEAD~1..", "--model", "pump.tm"]);
    // where they parted, and not what the other branch did since
    repository.git(&["checkout", "-q", "-b", "side", "start"]);
    repository.edit("pump.tm", "    secure_boot: no\n", "    secure_boot: yes\n");
    repository.commit("elsewhere");
    seen(&["elsewhere...next"]);
    assert!(!repository.diff(&["elsewhere...next"]).printed.contains("secure_boot"));
    assert!(repository.diff(&["elsewhere..next"]).printed.contains("secure_boot"));
    // a repository without files on disk
    let bare = Repository { folder: tempfile::tempdir().expect("a folder") };
    bare.git(&["clone", "-q", "--bare", &format!("file://{}", repository.path().display()), "."]);
    bare.diff(&["start..next", "--model", "pump.tm"]).ends(0, &[]).prints(&["New way in: port Debug header"]);
    // folders without any history
    let (old, new) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    for (folder, revision) in [(&old, "start"), (&new, "next")] {
        for file in ["ward.toml", "pump.tm", "decisions.tm", "acme/rules.tm"] {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, repository.git(&["show", &format!("{revision}:{file}")])).expect("a file");
        }
    }
    let (old, new) = (old.path().to_str().expect("UTF-8"), new.path().to_str().expect("UTF-8"));
    let mut outside = ward(Path::new("/"));
    let run = Run::of(outside.args(["diff", old, new, "--today", TODAY]));
    run.ends(0, &[]).prints(&["New way in: port Debug header"]);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let repository = Repository::new();
    let fails = |arguments: &[&str], says: &[&str]| {
        repository.diff(arguments).ends(3, says);
    };
    fails(&["strat"], &["`strat` is no revision", "did you mean `start`?"]);
    fails(&["start", "--model", "models/pump"], &["there is no `models/pump` in `start`", "REVISION:PATH"]);
    fails(&["start", ":pump.tm"], &["`:pump.tm` names no revision", "staged"]);
    fails(&["start", "--longest", "9"], &["`--longest` is for Markdown"]);
    fails(&["start:other.tm"], &["there is no `other.tm` in `start`"]);
    fails(&["start", "nowhere"], &["`nowhere` is no revision"]);
    fails(&["start", "-o", "x.pdf"], &["there is no format of changes for `.pdf`"]);
    fails(&["start", "--gate", "awful"], &["`awful` is no severity"]);
    fails(&["start", "-o", "pump.tm", "--format", "text"], &["Ward did not write the file"]);
    // a name that means two things
    repository.git(&["branch", "acme"]);
    fails(&["acme"], &["is a revision and a file or folder", "`./acme`", "`acme:`"]);
    // no repository
    let folder = tempfile::tempdir().expect("a folder");
    let mut bare = ward(folder.path());
    bare.env("GIT_CEILING_DIRECTORIES", folder.path().parent().expect("a folder")).args(["diff", "main"]);
    Run::of(&mut bare).ends(3, &["is in no git repository"]);
    // of somebody else
    let mut foreign = ward(repository.path());
    foreign.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").args(["diff", "start"]);
    Run::of(&mut foreign).ends(3, &["belongs to somebody else", "git config --global --add safe.directory '/"]);
    // a clone without history
    repository.edit("pump.tm", "\"D1\"", "\"D1a\"");
    repository.commit("later");
    let clone = Repository { folder: tempfile::tempdir().expect("a folder") };
    let from = format!("file://{}", repository.path().display());
    clone.git(&["clone", "-q", "--depth", "1", "--no-tags", &from, "."]);
    clone.diff(&["HEAD~1"]).ends(3, &["this clone is shallow", "git fetch --unshallow", "fetch-depth: 0"]);
    // a clone without old contents, which are not fetched
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    let partial = Repository { folder: tempfile::tempdir().expect("a folder") };
    partial.git(&["clone", "-q", "--filter=blob:none", &from, "."]);
    partial.diff(&["start"]).ends(3, &["its content is not in this clone", "git fetch --refetch"]);
    // without git
    let mut without = ward(repository.path());
    without.env("PATH", "").args(["diff", "start"]);
    Run::of(&mut without).ends(3, &["`git` is not installed"]);
}

#[test]
fn a_version_that_does_not_compile_is_named() {
    let repository = Repository::new();
    repository.edit("pump.tm", ": Firmware {", ": Firmwar {");
    repository.commit("broken");
    repository
        .diff(&["broken", "start"])
        .ends(2, &["`broken` (", "does not compile:", "broken:pump.tm:", "did you mean `Firmware`?"]);
    repository.diff(&["start", "broken"]).ends(2, &["`broken` ("]);
}

#[test]
fn the_gate_is_that_of_the_manifest_or_of_the_command() {
    let repository = Repository::new();
    let (_, removed, _) = STEPS[1];
    removed(&repository);
    repository.diff(&["HEAD"]).ends(1, &[]).prints(&["The gate refuses 1 of the threats.", "refused by the gate"]);
    repository.diff(&["HEAD", "--gate", "never"]).ends(0, &[]).prints(&["The gate lets it pass."]);
    repository.diff(&["HEAD", "--gate", "catastrophic"]).ends(0, &[]);
    repository.diff(&["HEAD", "--gate", "critical"]).ends(1, &[]);
    repository.write("ward.toml", &format!("{MANIFEST}\n[gate]\nopen_at_or_above = \"catastrophic\"\n"));
    repository.diff(&["HEAD"]).ends(0, &[]);
    repository.write("ward.toml", &format!("{MANIFEST}\n[gate]\nopen_at_or_above = \"critical\"\n"));
    repository.diff(&["HEAD"]).ends(1, &[]);
}

#[test]
fn each_side_is_compiled_with_the_packs_of_its_time() {
    let repository = Repository::new();
    let (_, upgraded, _) = STEPS[6];
    upgraded(&repository);
    repository.commit("upgraded");
    let delta = repository.json("start", "upgraded");
    assert_eq!(delta["before"]["packs_from"][0], "`acme` from start:acme, as they were then");
    assert!(text(&delta["before"]["packs_from"], "").is_empty());
    assert!(list(&delta, "threats").iter().any(|threat| text(threat, "id") == "ACME4@pump.app.lan"));
    // a library that the revision has not is that of today, which is said
    repository.git(&["rm", "-q", "-r", "--cached", "acme"]);
    repository.git(&["commit", "-q", "-m", "without"]);
    let run = repository.diff(&["HEAD", "."]);
    run.ends(0, &[]).prints(&["Nothing in the model changed."]);
    let delta: Value = serde_json::from_str(&repository.diff(&["HEAD", ".", "--format", "json"]).printed).expect("JSON");
    assert!(delta["before"]["packs_from"][0].as_str().is_some_and(|told| told.contains("as it is today: the revision has none")));
    // the library of Ward itself may lie in the repository, too
    let std = Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib");
    for file in std::fs::read_dir(std).expect("the library").filter_map(Result::ok) {
        repository
            .write(&format!("std/{}", file.file_name().to_string_lossy()), &std::fs::read_to_string(file.path()).expect("text"));
    }
    repository.commit("with-std");
    let run = repository.diff(&["HEAD", ".", "--stdlib", "std", "--format", "json"]);
    let delta: Value = serde_json::from_str(&run.printed).expect("JSON");
    assert!(text(&delta["before"], "packs_from").is_empty());
    assert!(run.printed.contains("`std` from HEAD:std, as they were then"), "{}", run.printed);
}

#[test]
fn decisions_may_be_held_against_the_day_of_their_commit() {
    let repository = Repository::new();
    repository.edit("decisions.tm", "2027-06-30", "2026-09-15");
    repository.commit("short");
    // the commit is of September, today is in November
    repository.diff(&["short", "."]).ends(0, &[]).prints(&["Nothing in the model changed."]);
    let run = repository.diff(&["short", ".", "--then"]);
    run.ends(1, &[]).prints(&[
        "Decisions (1 expired)",
        "! ACME3@pump.motor accept, expired",
        "decisions held against 2026-09-01",
    ]);
}
