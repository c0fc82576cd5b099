//! The server's first thread: says hello, hands messages to the worker in their order, and says goodbye.

use std::path::PathBuf;

use crossbeam_channel::unbounded;
use gen_lsp_types::InitializeParams;
use lsp_server::{Connection, ErrorCode, Message, Request, RequestId, Response};
use serde_json::{Value, json};

use crate::project::Choices;
use crate::syntax::ast::Date;

use super::capabilities::capabilities;
use super::replies::Replies;
use super::state::Client;
use super::transport;
use super::worker::{Job, Worker};
use super::workspace::{Calendar, Workspace};

/// What the server is started with.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where the library is read from, if not from inside the program.
    pub stdlib: Option<PathBuf>,
    /// Whether models are compiled as for a release, whatever their manifests say.
    pub release: bool,
    /// Whether links may lead out of a model's folder.
    pub follow_links: bool,
    /// The day decisions are held against, if it is fixed …
    pub today: Option<Date>,
    /// … else the one this gives.
    pub clock: fn() -> Option<Date>,
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The editor said goodbye.
    Orderly,
    /// It went away, or left without shutting down.
    Abruptly,
}

/// The worker walks trees that can be deep.
const STACK: usize = 32 * 1024 * 1024;

/// Serves an editor over standard input and output until it says goodbye or goes away.
pub fn serve_stdio(setup: &Setup) -> Ended {
    let (connection, threads) = transport::stdio();
    let ended = serve(&connection, setup);
    drop(connection);
    threads.finish();
    ended
}

/// Serves an editor over a connection until it says goodbye or goes away.
pub fn serve(connection: &Connection, setup: &Setup) -> Ended {
    let client = match greet(connection) {
        Ok(client) => client,
        Err(ended) => return ended,
    };
    let (jobs, taken) = unbounded();
    let replies = Replies::new(connection.sender.clone());
    let choices = Choices { stdlib: setup.stdlib.clone(), release: setup.release, follow_links: setup.follow_links };
    let calendar = Calendar { fixed: setup.today, clock: setup.clock };
    let answers = replies.clone();
    let work = move || Worker::new(client, Workspace::new(choices, calendar), answers).run(&taken);
    let Ok(worker) = std::thread::Builder::new().name("worker".to_owned()).stack_size(STACK).spawn(work) else {
        return Ended::Abruptly;
    };
    let ended = converse(connection, &replies, |job| jobs.send(job).is_ok());
    drop(jobs);
    // it catches its panics: one that got out has nothing more to say
    let _ = worker.join();
    ended
}

/// Waits for the editor to introduce itself.
fn greet(connection: &Connection) -> Result<Client, Ended> {
    let refuse = |id: RequestId, code: ErrorCode, reason: &str| {
        // nobody can be told that nobody listens
        let _ = connection.sender.send(Response::new_err(id, code as i32, reason.to_owned()).into());
    };
    for message in &connection.receiver {
        match message {
            Message::Request(request) if request.method == "initialize" => {
                let Ok(params) = serde_json::from_value::<InitializeParams>(request.params.clone()) else {
                    refuse(request.id, ErrorCode::InvalidParams, "these are no parameters of `initialize`");
                    continue;
                };
                let client = Client::of(&params.capabilities);
                let hello = json!({
                    "capabilities": capabilities(client),
                    "serverInfo": { "name": "ward", "version": env!("CARGO_PKG_VERSION") },
                });
                let sent = connection.sender.send(Response::new_ok(request.id, hello).into());
                return sent.map(|()| client).map_err(|_| Ended::Abruptly);
            }
            Message::Request(request) => {
                refuse(request.id, ErrorCode::ServerNotInitialized, "the first request has to be `initialize`");
            }
            Message::Notification(notification) if notification.method == "exit" => return Err(Ended::Abruptly),
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
    Err(Ended::Abruptly)
}

/// Hands on what the editor sends; false from `hand_on` ends it.
fn converse(connection: &Connection, replies: &Replies, hand_on: impl Fn(Job) -> bool) -> Ended {
    let mut shut_down = false;
    for message in &connection.receiver {
        let taken = match message {
            Message::Request(request) if shut_down => {
                replies.refuse(request.id, ErrorCode::InvalidRequest, "the server was shut down");
                true
            }
            Message::Request(request) if request.method == "initialize" => {
                replies.refuse(request.id, ErrorCode::InvalidRequest, "the server was initialised before");
                true
            }
            Message::Request(request) if request.method == "shutdown" => {
                shut_down = true;
                hand_on(Job::Request(Request { params: Value::Null, ..request }))
            }
            Message::Request(request) => {
                replies.asked(&request.id);
                hand_on(Job::Request(request))
            }
            Message::Notification(notification) if notification.method == "exit" => {
                return if shut_down { Ended::Orderly } else { Ended::Abruptly };
            }
            Message::Notification(notification) if notification.method == "$/cancelRequest" => {
                let id = notification.params.get("id").cloned();
                if let Some(id) = id.and_then(|id| serde_json::from_value(id).ok()) {
                    replies.cancel(&id);
                }
                true
            }
            Message::Notification(notification) => hand_on(Job::Notification(notification)),
            Message::Response(_) => true,
        };
        if !taken {
            break;
        }
    }
    Ended::Abruptly
}
