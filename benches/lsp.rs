//! The language server as an editor feels it, through the protocol: from a keystroke to its messages, from a question to its completions, and
//! memory over many edits.
//!
//! ```text
//! cargo bench --bench lsp                 the table of `docs/performance.md`
//! cargo bench --bench lsp -- 500 2000     so many keystrokes and completions, and so many edits for the memory
//! ```

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for developers: it prints, and stops at the first surprise"
)]

#[path = "emit.rs"]
mod emit;
#[path = "generate.rs"]
mod generate;
#[path = "neutral.rs"]
mod neutral;

use std::time::{Duration, Instant};

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};
use ward::lsp::{Setup, serve};

/// A model of this many components has about 5,000 lines.
const FIVE_THOUSAND_LINES: usize = 360;

const ADDRESS: &str = "untitled:model";

fn main() {
    // cargo adds `--bench`
    let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (keys, edits) = (numbers.first().copied().unwrap_or(1_000), numbers.get(1).copied().unwrap_or(10_000));
    let text = format!("import std.medical\n{}", emit::emit(&generate::generate(FIVE_THOUSAND_LINES)));
    let mut editor = Editor::new(&text);
    println!("{} lines, {} messages at first", text.lines().count(), editor.shown);
    let typed = (0..keys).map(|at| editor.keystroke(at)).collect();
    report("keystroke to messages", typed);
    let completed = (0..keys).map(|at| editor.completion(at)).collect();
    report("completion right after a keystroke", completed);
    let typed_on = (0..keys).map(|at| editor.typed_on(at)).collect();
    report("keystroke to messages while pictures follow", typed_on);
    let (followed, drawn): (Vec<Duration>, Vec<Duration>) = (0..keys / 10).map(|at| editor.followed(at)).unzip();
    drop(followed);
    report("picture of the boundary around", drawn);
    let before = resident();
    let mut steps = vec![before];
    for part in 0..10 {
        for at in 0..edits / 10 {
            editor.keystroke(part * edits / 10 + at);
        }
        steps.push(resident());
    }
    let steps: Vec<String> = steps.iter().map(|mib| format!("{mib:.1}")).collect();
    println!("memory over {edits} edits, MiB after each tenth: {}", steps.join(" "));
}

/// How long the middle one of some times is, and those near the end.
fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
    println!("{what}: median {:.1} ms, 95 % {:.1} ms, 99 % {:.1} ms, worst {:.1} ms", at(0.5), at(0.95), at(0.99), at(1.0));
}

/// The memory this process holds, as Linux counts it.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}

struct Editor {
    connection: Connection,
    version: i32,
    /// The lines of flows: where the name begins, into which a letter is put, and what stands behind the arrow.
    places: Vec<(usize, usize, usize)>,
    /// Whether the letter is there.
    written: bool,
    shown: usize,
}

impl Editor {
    fn new(text: &str) -> Self {
        let (server, connection) = Connection::memory();
        let setup = Setup { stdlib: None, release: false, follow_links: false, today: None, clock: || None };
        std::thread::spawn(move || serve(&server, &setup));
        let mut editor = Self { connection, version: 1, places: Vec::new(), written: false, shown: 0 };
        editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
        editor.tell("initialized", json!({}));
        let document = json!({ "uri": ADDRESS, "languageId": "ward", "version": 1, "text": text });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let told = editor.messages();
        editor.shown = told.len();
        // where a letter in the name changes the messages, since an open threat is known by it
        let threatened = |line: usize| told.iter().any(|one| one["severity"] == 3 && one["range"]["start"]["line"] == line);
        let flows = text.lines().enumerate().filter(|(at, line)| line.trim_start().starts_with("flow ") && threatened(*at));
        editor.places =
            flows.map(|(at, line)| (at, line.find("flow ").unwrap_or(0) + 5, line.find("-> ").unwrap_or(0) + 3)).collect();
        editor
    }

    fn tell(&self, method: &str, params: Value) {
        self.connection.sender.send(Message::Notification(Notification { method: method.to_owned(), params })).unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = RequestId::from(1);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.connection.sender.send(Message::Request(request)).unwrap();
        loop {
            if let Message::Response(response) = self.connection.receiver.recv().unwrap() {
                return response.response_result.unwrap();
            }
        }
    }

    /// Waits for the messages of the last version.
    fn messages(&mut self) -> Vec<Value> {
        loop {
            if let Message::Notification(told) = self.connection.receiver.recv().unwrap()
                && told.params["version"] == self.version
            {
                return told.params["diagnostics"].as_array().cloned().unwrap_or_default();
            }
        }
    }

    /// Puts a letter into a name, or takes it out again: the messages change each time, since the flow is called otherwise.
    fn key(&mut self, at: usize) -> (usize, usize) {
        let (line, column, behind) = self.places[(at / 2) % self.places.len()];
        let (end, text) = if self.written { (column + 1, "") } else { (column, "x") };
        self.written = !self.written;
        self.version += 1;
        let range = json!({ "start": { "line": line, "character": column }, "end": { "line": line, "character": end } });
        let document = json!({ "uri": ADDRESS, "version": self.version });
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [{ "range": range, "text": text }] }),
        );
        (line, behind + usize::from(self.written))
    }

    fn keystroke(&mut self, at: usize) -> Duration {
        let start = Instant::now();
        self.key(at);
        self.messages();
        start.elapsed()
    }

    /// Keys as someone types them, one after the other has been answered, with a picture asked for at each and waited for at none.
    fn typed_on(&mut self, at: usize) -> Duration {
        let start = Instant::now();
        let (line, character) = self.key(at);
        let position = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": ADDRESS }, "position": position });
        let request = Request { id: RequestId::from(3 + at as i32), method: "ward/diagram".to_owned(), params };
        self.connection.sender.send(Message::Request(request)).unwrap();
        self.messages();
        start.elapsed()
    }

    /// A key, and the picture an editor asks for at once; when the messages were there, and when the picture was.
    fn followed(&mut self, at: usize) -> (Duration, Duration) {
        let start = Instant::now();
        let (line, character) = self.key(at);
        let id = RequestId::from(2);
        let position = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": ADDRESS }, "position": position });
        let request = Request { id, method: "ward/diagram".to_owned(), params };
        self.connection.sender.send(Message::Request(request)).unwrap();
        self.messages();
        let told = start.elapsed();
        loop {
            if let Message::Response(response) = self.connection.receiver.recv().unwrap() {
                let picture = response.response_result.unwrap();
                assert!(picture["svg"].as_str().is_some_and(|svg| svg.contains("<svg")));
                return (told, start.elapsed());
            }
        }
    }

    fn completion(&mut self, at: usize) -> Duration {
        let (line, character) = self.key(at);
        let start = Instant::now();
        // behind the arrow, where every component and port can stand
        let position = json!({ "line": line, "character": character });
        let list = self.ask("textDocument/completion", json!({ "textDocument": { "uri": ADDRESS }, "position": position }));
        assert!(list["items"].as_array().is_some_and(|items| items.len() > 100), "{list}");
        let taken = start.elapsed();
        self.messages();
        taken
    }
}
