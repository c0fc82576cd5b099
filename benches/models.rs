//! How long a check takes, how it grows and how much memory it needs.
//!
//! `cargo bench` prints the table of `docs/performance.md` from the generator beside this file. The same program has parts to use alone:
//!
//! ```text
//! cargo bench --bench models -- short                       throughput, and a check after an edit
//! cargo bench --bench models -- ways 10000                   attack paths of a generated model, without the check before
//! cargo bench --bench models -- emit 1000 model.tm          the .tm text of a generated model
//! cargo bench --bench models -- emit neutral.json model.tm  … of a model in the neutral form
//! cargo bench --bench models -- check model.tm              one check in one process: seconds, findings, peak memory
//! cargo bench --bench models -- repeat model.tm 20          the same work over and over, to be looked at with a profiler
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for developers: it prints, and stops at the first surprise"
)]

mod emit;
mod generate;
mod neutral;
mod ways;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ward::compile::{Compilation, Options, compile};
use ward::diagnostic::Diagnostics;
use ward::program::{ReadError, STDLIB, World, load};
use ward::session::Session;
use ward::text::{FileId, SourceMap};

use neutral::Neutral;

const ROOT: &str = "model.tm";
const SIZES: [usize; 5] = [10, 100, 1_000, 10_000, 100_000];

/// A model of this many components has about 5,000 lines.
const FIVE_THOUSAND_LINES: usize = 360;

fn main() {
    // cargo adds `--bench`
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => table(),
        ["short"] => {
            throughput();
            recheck();
        }
        ["ways", size] => attack_ways(size.parse().unwrap()),
        ["emit", source, target] => std::fs::write(target, emit::emit(&model(source))).unwrap(),
        ["check", file] => check_once(file),
        ["repeat", file, rounds] => repeat(file, rounds.parse().unwrap()),
        _ => println!("usage: models [short | ways N | emit N|neutral.json model.tm | check model.tm | repeat model.tm ROUNDS]"),
    }
}

/// A model by size or by file.
fn model(source: &str) -> Neutral {
    match source.parse() {
        Ok(size) => generate::generate(size),
        Err(_) => serde_json::from_str(&std::fs::read_to_string(source).unwrap()).unwrap(),
    }
}

/// One text and the library.
struct Bench(Arc<str>);

impl World for Bench {
    fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        if path == ROOT { Ok(Arc::clone(&self.0)) } else { Err(ReadError::Missing) }
    }

    fn library(&self, module: &str) -> Result<(String, Arc<str>), ReadError> {
        let found = STDLIB.iter().find(|(name, _)| *name == module);
        found.map(|(name, text)| (format!("<std>/{name}"), (*text).into())).ok_or(ReadError::Missing)
    }

    fn modules(&self) -> Vec<String> {
        STDLIB.iter().map(|(name, _)| (*name).to_owned()).collect()
    }
}

fn options() -> Options {
    Options { root: Some(ROOT.to_owned()), packs: vec!["std.medical".to_owned(), "std.stride".to_owned()], ..Options::default() }
}

/// What `ward check` does, without printing.
fn check(session: &mut Session, text: &Arc<str>) -> Compilation {
    let compilation = compile(session, &Bench(Arc::clone(text)), &options());
    let error = compilation.diagnostics.iter().find(|found| found.severity == ward::diagnostic::code::Severity::Error);
    assert!(error.is_none(), "{}", ward::diagnostic::render(error.unwrap(), session.sources(), false));
    compilation
}

// ---------------------------------------------------------------- parts to use alone

fn check_once(file: &str) {
    let start = Instant::now();
    let text: Arc<str> = std::fs::read_to_string(file).unwrap().into();
    let mut session = Session::default();
    let compilation = check(&mut session, &text);
    let seconds = start.elapsed().as_secs_f64();
    let (findings, messages) = (compilation.findings.all.len(), compilation.diagnostics.len());
    // the process ends: nothing has to be given back piece by piece
    std::mem::forget((session, compilation));
    println!("seconds={seconds:.6} peak_mib={:.1} findings={findings} messages={messages}", peak_mib());
}

fn repeat(file: &str, rounds: usize) {
    let text: Arc<str> = std::fs::read_to_string(file).unwrap().into();
    for _ in 0..rounds {
        black_box(check(&mut Session::default(), &text));
    }
}

/// The most memory this process has had, as Linux counts it.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}

// ---------------------------------------------------------------- the table

fn table() {
    let folder = std::env::temp_dir().join(format!("ward-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    println!(
        "{:>10}  {:>9}  {:>8}  {:>11}  {:>10}  {:>9}",
        "components", "source MB", "lines", "check ms", "spread ms", "peak MiB"
    );
    let mut measured: Vec<(usize, f64)> = Vec::new();
    for size in SIZES {
        let text: Arc<str> = emit::emit(&generate::generate(size)).into();
        let file = folder.join(format!("{size}.tm"));
        std::fs::write(&file, &*text).unwrap();
        let times = rounds(if size > 10_000 { 5 } else { 15 }, || {
            let mut session = Session::default();
            let start = Instant::now();
            let compilation = check(&mut session, &text);
            let elapsed = start.elapsed();
            black_box(compilation);
            elapsed
        });
        let [low, median, high] = times;
        let peak = peak_of(&file);
        let (bytes, lines) = (text.len() as f64 / 1e6, text.lines().count());
        println!("{size:>10}  {bytes:>9.2}  {lines:>8}  {median:>11.2}  {:>10}  {peak:>9.1}", format!("{low:.1}–{high:.1}"));
        measured.push((size, median));
    }
    exponents(&measured);
    for size in [1_000, 10_000] {
        attack_ways(size);
    }
    throughput();
    recheck();
    start_up(&folder.join("10.tm"));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Lowest, median and highest in milliseconds, after a round that does not count.
fn rounds(count: usize, mut work: impl FnMut() -> Duration) -> [f64; 3] {
    work();
    let mut times: Vec<f64> = (0..count).map(|_| work().as_secs_f64() * 1e3).collect();
    times.sort_by(f64::total_cmp);
    [times[0], times[count / 2], times[count - 1]]
}

/// One check in a process of its own.
fn peak_of(file: &Path) -> f64 {
    let output = Command::new(std::env::current_exe().unwrap()).arg("check").arg(file).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let peak = text.split_whitespace().find_map(|word| word.strip_prefix("peak_mib="));
    peak.and_then(|peak| peak.parse().ok()).unwrap_or(f64::NAN)
}

fn exponents(measured: &[(usize, f64)]) {
    let at = |size: usize| measured.iter().find(|(known, _)| *known == size).map_or(f64::NAN, |(_, time)| *time);
    for (from, to) in [(1_000, 10_000), (10_000, 100_000), (1_000, 100_000)] {
        let exponent = (at(to) / at(from)).ln() / (to as f64 / from as f64).ln();
        println!("growth from {from} to {to} components: n^{exponent:.2}");
    }
}

/// Megabytes of the model per second; the library is read too, and not counted.
fn throughput() {
    let text: Arc<str> = emit::emit(&generate::generate(10_000)).into();
    let world = Bench(Arc::clone(&text));
    let megabytes = text.len() as f64 / 1e6;
    let mut sources = SourceMap::default();
    let file: FileId = sources.set(ROOT, Arc::clone(&text));
    let [_, parse, _] = rounds(15, || {
        let start = Instant::now();
        let parsed = ward::syntax::parse(file, &text);
        let elapsed = start.elapsed();
        black_box(parsed);
        elapsed
    });
    println!("parse: {:.0} MB/s", text.len() as f64 / 1e3 / parse);
    let [_, graph, _] = rounds(15, || {
        let mut session = Session::default();
        let mut diagnostics = Diagnostics::default();
        let start = Instant::now();
        let program = load(&mut session, &world, Some(ROOT), &options().packs, None, &mut diagnostics);
        let built = ward::model::build(&program, &mut diagnostics);
        let elapsed = start.elapsed();
        black_box(built);
        elapsed
    });
    println!("source to resolved graph: {:.0} MB/s", megabytes * 1e3 / graph);
}

/// A check after one character changed, with what the session remembers; giving back the old result is part of it.
fn recheck() {
    let text = emit::emit(&generate::generate(FIVE_THOUSAND_LINES));
    let edited: Arc<str> = text.replacen("authentication: none", "authentication: mutual", 1).into();
    let texts = [Arc::from(text), edited];
    let mut session = Session::default();
    let mut last = check(&mut session, &texts[1]);
    let mut turn = 0;
    let [low, median, high] = rounds(51, || {
        turn += 1;
        let start = Instant::now();
        last = check(&mut session, &texts[turn % 2]);
        start.elapsed()
    });
    black_box(last);
    println!("check again after an edit, {} lines: {median:.2} ms ({low:.2}–{high:.2})", texts[0].lines().count());
}

/// The graph of attackers, and the ways from each position to each asset; the fastest of five.
fn attack_ways(size: usize) {
    let text: Arc<str> = emit::emit(&generate::generate(size)).into();
    let mut session = Session::default();
    let compilation = check(&mut session, &text);
    let mut times: Vec<(f64, f64, usize, usize)> = (0..5).map(|_| ways::ways(&compilation)).collect();
    times.sort_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
    let (graph, search, assets, found) = times[0];
    println!("attack paths of {size} components: graph {graph:.1} ms, {found} ways to {assets} assets {search:.1} ms");
}

/// The command itself on the smallest model, from start to end.
fn start_up(file: &Path) {
    let program = env!("CARGO_BIN_EXE_ward");
    let [low, median, high] = rounds(31, || {
        let start = Instant::now();
        let output = Command::new(program).arg("check").arg(file).output().unwrap();
        assert!(output.status.success());
        start.elapsed()
    });
    println!("`ward check` of ten components, the whole process: {median:.2} ms ({low:.2}–{high:.2})");
}
