//! `ward serve` and `ward watch`, followed from outside while a model is edited. Waiting has no deadline of its own: what never comes is stopped by whoever
//! runs the tests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStderr, Stdio};

use super::kit::{Model, Run, ward};

const PUMP: &str = "system pump \"Pump\" { version: \"1\" }\nboundary box \"Box\" : DeviceEnclosure {\n    process fw \"Firmware\" : Firmware\n}\n";

/// A run of Ward that does not end by itself.
struct Running {
    child: Child,
    said: BufReader<ChildStderr>,
}

impl Running {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = ward(folder);
        let mut child = command.args(arguments).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("started");
        let said = BufReader::new(child.stderr.take().expect("standard error"));
        Self { child, said }
    }

    /// What is said up to a line that holds a text, that line included.
    fn until(&mut self, text: &str) -> String {
        let mut all = String::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.said.read_line(&mut line).expect("UTF-8"), 0, "ended without `{text}`:\n{all}");
            all.push_str(&line);
            if line.contains(text) {
                return all;
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A served model.
struct Served {
    _running: Running,
    port: u16,
    events: BufReader<TcpStream>,
}

impl Served {
    fn of(model: &Model, poll: bool) -> Self {
        let mut arguments = vec!["serve", "--port", "0"];
        arguments.extend(poll.then_some("--poll"));
        let mut running = Running::start(model.path(), &arguments);
        let line = running.until("the report is at");
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
        let port = port.parse().expect("a port");
        // what is said has to be read by somebody, or Ward would wait for that
        let Running { .. } = &running;
        let mut events = TcpStream::connect(("127.0.0.1", port)).expect("connected");
        write!(events, "GET /events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").expect("asked");
        Self { _running: running, port, events: BufReader::new(events) }
    }

    /// The next change of the model.
    fn news(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.events.read_line(&mut line).expect("UTF-8"), 0, "the server went away");
            if let Some(json) = line.strip_prefix("data: ") {
                return serde_json::from_str(json).expect("JSON");
            }
        }
    }

    /// Status line and headings, and the body, of an answer.
    fn ask(&self, method: &str, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("UTF-8");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let (head, body) = self.ask("GET", path, &format!("127.0.0.1:{}", self.port));
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{path}: {head}");
        body
    }
}

#[test]
fn the_page_follows_the_model_and_keeps_the_last_report_that_there_was() {
    for poll in [false, true] {
        let model = Model::of(PUMP);
        let mut served = Served::of(&model, poll);
        assert_eq!(served.news()["sound"], true);
        let first = served.get("/report.html");
        assert_eq!(first, model.ward(&["emit", "report"]).printed, "the file that `ward emit report` writes");
        model.edit("m.tm", "process fw", "proces fw");
        let news = served.news();
        assert_eq!((&news["sound"], &news["standing"]), (&false.into(), &"the model does not compile".into()));
        let messages = served.get("/messages");
        assert!(messages.contains("error[TM") && messages.contains("m.tm:"), "{messages}");
        assert!(!messages.contains('\u{1b}'), "{messages}");
        assert_eq!(served.get("/report.html"), first);
        model.edit("m.tm", "proces fw \"Firmware\"", "process fw \"Other firmware\"");
        assert_eq!(served.news()["sound"], true);
        assert!(served.get("/report.html").contains("Other firmware"));
        // a manifest that is wrong is a message, too, and no end
        let manifest = model.read("ward.toml");
        model.write("ward.toml", "[modell]\n");
        assert_eq!(served.news()["standing"], "the model cannot be read");
        assert!(served.get("/messages").contains("error[TM0501]"), "{}", served.get("/messages"));
        model.write("ward.toml", &manifest);
        assert_eq!(served.news()["sound"], true);
    }
}

#[test]
fn the_served_report_has_all_that_the_written_one_has() {
    let model = Model::example("inhaler");
    let mut served = Served::of(&model, false);
    assert_eq!(served.news()["sound"], true);
    let written = model.ward(&["emit", "report"]).printed;
    assert!(written.contains("attack"), "attack paths are among it");
    assert!(served.get("/report.html") == written, "another report than `ward emit report` writes");
}

#[test]
fn only_browsers_of_this_machine_are_answered_and_only_what_there_is() {
    let model = Model::of(&PUMP.replace("process fw", "proces fw"));
    let mut served = Served::of(&model, false);
    assert_eq!(served.news()["sound"], false);
    let us = format!("localhost:{}", served.port);
    for (method, path, host, status) in [
        ("GET", "/", "evil.example", "421 "),
        ("GET", "/report.html", "", "421 "),
        ("POST", "/", us.as_str(), "405 "),
        ("GET", "/../m.tm", us.as_str(), "404 "),
        ("GET", "/m.tm", us.as_str(), "404 "),
        ("GET", "/report.html", us.as_str(), "503 "),
    ] {
        let (head, body) = served.ask(method, path, host);
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{method} {path} of {host}: {head}");
        assert!(!body.contains("proces"), "{body}");
    }
    let (head, body) = served.ask("HEAD", "/", &us);
    assert!(head.contains("200 OK") && head.contains("Content-Security-Policy: default-src 'none'") && body.is_empty(), "{head}");
    for part in ["/shell.js", "/shell.css"] {
        assert!(served.get("/").contains(&part[1..]) && !served.get(part).is_empty());
    }
    // nonsense ends its own connection and nothing else
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("connected");
    stream.write_all(&[0x16, 3, 1, 0, 0xff]).expect("said");
    let mut answer = Vec::new();
    assert_eq!(stream.read_to_end(&mut answer).ok(), Some(0));
    served.get("/messages");
}

#[test]
fn a_port_that_is_in_use_is_said_to_be() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    Model::of(PUMP).ward(&["serve", "--port", &port]).ends(3, &[&format!("port {port} is in use"), "--port 0"]);
}

#[test]
fn what_is_watched_is_built_again_after_every_change() {
    let model = Model::of(PUMP);
    model.append("ward.toml", "\n[build]\noutputs = [\"ports.csv\", \"threats.md\"]\n");
    let mut running = Running::start(model.path(), &["watch"]);
    let said = running.until("watching");
    assert!(said.contains("2 artifacts in `./out`, 2 changed") || said.contains("2 artifacts in `out`, 2 changed"), "{said}");
    model.edit("m.tm", "\"Firmware\"", "\"Other firmware\"");
    running.until("watching");
    assert!(model.read("out/threats.md").contains("Other firmware"));
    let before = model.read("out/threats.md");
    model.edit("m.tm", "process fw", "proces fw");
    let said = running.until("watching");
    assert!(said.contains("error[TM"), "{said}");
    assert_eq!(model.read("out/threats.md"), before);
    // a file that is imported, and is not there yet
    model.edit("m.tm", "proces fw", "process fw").edit("m.tm", "import std.medical", "import std.medical\nimport \"part.tm\"");
    let said = running.until("watching");
    assert!(said.contains("part.tm"), "{said}");
    model.write("part.tm", "data plan \"Plan\"\n");
    let said = running.until("watching");
    assert!(said.contains("2 artifacts"), "{said}");
    Run::of(ward(model.path()).args(["watch", "no/such/model"])).ends(3, &["no/such"]);
}
