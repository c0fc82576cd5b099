//! An editor made of a few lines: it keeps its texts, asks, and remembers what it was told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::Duration;

use lsp_server::{Connection, Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value, json};
use ward::lsp::{Ended, Setup, serve};
use ward::syntax::ast::Date;

use crate::kit::{Model, TODAY};

/// How long an answer may take before a test is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// An editor and the server it talks to.
pub(crate) struct Client {
    connection: Option<Connection>,
    server: Option<JoinHandle<Ended>>,
    next: i32,
    /// What each text's messages are, by address.
    pub(crate) messages: BTreeMap<String, Vec<Value>>,
    /// What the server asked for.
    pub(crate) asked: Vec<Request>,
    versions: BTreeMap<String, i32>,
    /// What the server said that it can.
    pub(crate) hello: Value,
}

/// The address of a file.
pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// What every editor of the tests can do.
pub(crate) fn abilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": {
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "completion": { "completionItem": { "snippetSupport": true } },
        },
    })
}

impl Client {
    pub(crate) fn new() -> Self {
        Self::with(abilities())
    }

    pub(crate) fn with(abilities: Value) -> Self {
        let mut client = Self::silent();
        let hello = client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": abilities }));
        client.hello = hello;
        client.tell("initialized", json!({}));
        client
    }

    /// One that has not introduced itself.
    pub(crate) fn silent() -> Self {
        let (server, connection) = Connection::memory();
        let setup = Setup { stdlib: None, release: false, follow_links: false, today: Date::parse(TODAY), clock: || None };
        let server = std::thread::spawn(move || serve(&server, &setup));
        Self {
            connection: Some(connection),
            server: Some(server),
            next: 0,
            messages: BTreeMap::new(),
            asked: Vec::new(),
            versions: BTreeMap::new(),
            hello: Value::Null,
        }
    }

    fn connection(&self) -> &Connection {
        self.connection.as_ref().expect("it is connected")
    }

    pub(crate) fn tell(&self, method: &str, params: Value) {
        let message = Message::Notification(Notification { method: method.to_owned(), params });
        self.connection().sender.send(message).expect("the server listens");
    }

    /// Asks, and does not wait.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> RequestId {
        self.next += 1;
        let id = RequestId::from(self.next);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.connection().sender.send(Message::Request(request)).expect("the server listens");
        id
    }

    /// Waits for the answer to a request.
    pub(crate) fn response(&mut self, id: &RequestId) -> Result<Value, ResponseError> {
        loop {
            let message = self.connection().receiver.recv_timeout(PATIENCE).expect("the server answers");
            if let Message::Response(response) = message {
                assert_eq!(response.id, *id, "answers come in the order of requests");
                return response.response_result;
            }
            self.note(message);
        }
    }

    pub(crate) fn try_ask(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        let id = self.request(method, params);
        self.response(&id)
    }

    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.try_ask(method, params).unwrap_or_else(|error| panic!("{method}: {error:?}"))
    }

    fn note(&mut self, message: Message) {
        match message {
            Message::Notification(notification) if notification.method == "textDocument/publishDiagnostics" => {
                let address = notification.params["uri"].as_str().expect("an address").to_owned();
                let messages = notification.params["diagnostics"].as_array().expect("messages").clone();
                self.messages.insert(address, messages);
            }
            Message::Request(request) => {
                let reply = Response::new_ok(request.id.clone(), json!({ "applied": true }));
                self.connection().sender.send(Message::Response(reply)).expect("the server listens");
                self.asked.push(request);
            }
            Message::Notification(_) | Message::Response(_) => {}
        }
    }

    /// Waits until the server has said all it has to say.
    pub(crate) fn settle(&mut self) {
        // an answer comes after what was sent before; what is still computed comes when nothing is left to be compiled. Asked twice: on a
        // busy machine the server can have stood still in between
        for _ in 0..2 {
            let id = self.request("workspace/symbol", json!({ "query": "nothing has this name" }));
            let _ = self.response(&id);
            while let Ok(message) = self.connection().receiver.recv_timeout(Duration::from_millis(120)) {
                self.note(message);
            }
        }
    }

    // ------------------------------------------------------------ texts

    pub(crate) fn open(&mut self, address: &str, text: &str) {
        self.versions.insert(address.to_owned(), 1);
        let document = json!({ "uri": address, "languageId": "ward", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Opens a file of a model as it is on the disk.
    pub(crate) fn open_file(&mut self, model: &Model, file: &str) -> String {
        let path: PathBuf = model.path().join(file);
        let address = uri(&path);
        self.open(&address, &model.read(file));
        address
    }

    /// Replaces the whole text.
    pub(crate) fn change(&mut self, address: &str, text: &str) {
        self.change_by(address, json!([{ "text": text }]));
    }

    pub(crate) fn change_by(&mut self, address: &str, changes: Value) {
        let version = self.versions.entry(address.to_owned()).or_default();
        *version += 1;
        let document = json!({ "uri": address, "version": *version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub(crate) fn close(&mut self, address: &str) {
        self.tell("textDocument/didClose", json!({ "textDocument": { "uri": address } }));
    }

    /// The codes of a text's messages, in order.
    pub(crate) fn codes(&self, address: &str) -> Vec<String> {
        let messages = self.messages.get(address).map_or(&[][..], Vec::as_slice);
        messages.iter().map(|message| message["code"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Parameters for a position, which `at` marks: right behind its only place in the text.
    pub(crate) fn at(address: &str, text: &str, at: &str) -> Value {
        json!({ "textDocument": { "uri": address }, "position": position(text, at) })
    }

    /// Says goodbye; how the server took it.
    pub(crate) fn leave(mut self) -> Ended {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }

    /// Goes away without a word.
    pub(crate) fn vanish(mut self) -> Ended {
        self.connection = None;
        self.ended()
    }

    pub(crate) fn ended(&mut self) -> Ended {
        self.server.take().expect("it runs").join().expect("the server does not panic")
    }
}

/// The position right behind the only place of some words, in units of UTF-16.
#[track_caller]
pub(crate) fn position(text: &str, behind: &str) -> Value {
    assert_eq!(text.matches(behind).count(), 1, "`{behind}` is once in the text");
    let byte = text.find(behind).expect("it is there") + behind.len();
    let line = text[..byte].matches('\n').count();
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let units: usize = text[start..byte].chars().map(char::len_utf16).sum();
    json!({ "line": line, "character": units })
}

/// What stands in a range of a text.
pub(crate) fn slice<'t>(text: &'t str, range: &Value) -> &'t str {
    let byte = |position: &Value| {
        let line = position["line"].as_u64().expect("a line") as usize;
        let units = position["character"].as_u64().expect("a column") as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut counted = 0;
        let rest = &text[start..];
        rest.char_indices()
            .find(|(_, character)| {
                let here = counted >= units;
                counted += character.len_utf16();
                here
            })
            .map_or(text.len(), |(at, _)| start + at)
    };
    &text[byte(&range["start"])..byte(&range["end"])]
}

/// A text with edits made.
pub(crate) fn edited(text: &str, edits: &Value) -> String {
    let mut all: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("edits")
        .iter()
        .map(|edit| {
            let found = slice(text, &edit["range"]);
            let start = found.as_ptr() as usize - text.as_ptr() as usize;
            (start, start + found.len(), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    all.sort_by_key(|(start, end, _)| (*start, *end));
    let mut out = text.to_owned();
    for (start, end, new) in all.into_iter().rev() {
        out.replace_range(start..end, new);
    }
    out
}
