//! The server's second thread: does one job after the other, and compiles when it is quiet.

use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use gen_lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
};
use lsp_server::{Message, Notification, Request};
use serde_json::Value;

use super::diagram::Drawer;
use super::dispatch::{answer, cancelled};
use super::documents::Documents;
use super::place::Place;
use super::publish::Publisher;
use super::server::{Pending, Wanted};
use super::state::{Client, State};
use super::workspace::Workspace;

/// How long after an edit its messages are computed, unless another one comes: typing is not interrupted …
const QUIET: Duration = Duration::from_millis(8);

/// … but for no longer than this.
const PATIENCE: Duration = Duration::from_millis(25);

/// What the first thread hands on.
#[derive(Debug)]
pub(super) enum Job {
    Request(Request),
    Notification(Notification),
}

/// When messages are to be computed.
#[derive(Debug, Clone, Copy)]
struct Due {
    at: Instant,
    latest: Instant,
}

/// Does the jobs.
pub(super) struct Worker {
    state: State,
    publisher: Publisher,
    drawer: Drawer,
    out: Sender<Message>,
    pending: Pending,
    due: Option<Due>,
}

impl Worker {
    pub(super) fn new(client: Client, workspace: Workspace, out: Sender<Message>, pending: Pending) -> Self {
        let state = State { client, documents: Documents::default(), workspace, calls: Vec::new() };
        Self { state, publisher: Publisher::default(), drawer: Drawer::new(out.clone()), out, pending, due: None }
    }

    /// Works until no more jobs can come.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let job = match self.due {
                None => match jobs.recv() {
                    Ok(job) => job,
                    Err(_) => return,
                },
                Some(due) => match jobs.recv_deadline(due.at) {
                    Ok(job) => job,
                    Err(RecvTimeoutError::Timeout) => {
                        self.publish();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                },
            };
            match job {
                Job::Request(request) => self.request(request),
                Job::Notification(notification) => self.notification(notification),
            }
        }
    }

    fn publish(&mut self) {
        self.due = None;
        self.state.workspace.refresh(&self.state.documents);
        self.publisher.publish(&self.state, &self.out);
    }

    fn request(&mut self, request: Request) {
        let id = request.id.clone();
        let wanted = self.pending.lock().ok().and_then(|pending| pending.get(&id).copied());
        let reply = match wanted {
            Some(Wanted::No) => Some(cancelled(id.clone())),
            _ => answer(&mut self.state, request, &self.drawer),
        };
        if let Ok(mut pending) = self.pending.lock() {
            pending.remove(&id);
        }
        if let Some(reply) = reply {
            // whoever does not listen any more needs no answer
            let _ = self.out.send(reply.into());
        }
        for call in std::mem::take(&mut self.state.calls) {
            // whoever does not listen any more needs no answer
            let _ = self.out.send(call);
        }
        // what was compiled for an answer is told, too
        if self.due.is_none() && self.publisher.is_behind(&self.state) {
            self.put_off();
        }
    }

    fn put_off(&mut self) {
        let now = Instant::now();
        let latest = self.due.map_or(now + PATIENCE, |due| due.latest);
        self.due = Some(Due { at: (now + QUIET).min(latest), latest });
    }

    /// What makes no sense is passed over: nobody waits for an answer.
    fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        let changed = match method.as_str() {
            "textDocument/didOpen" => self.opened(params),
            "textDocument/didChange" => self.changed(params),
            "textDocument/didClose" => self.closed(params),
            "textDocument/didSave" => self.saved(params),
            "workspace/didChangeWatchedFiles" | "workspace/didChangeWorkspaceFolders" => {
                self.state.workspace.touch_all();
                Some(())
            }
            _ => None,
        };
        if changed.is_some() {
            self.put_off();
        }
    }

    fn opened(&mut self, params: Value) -> Option<()> {
        let document = serde_json::from_value::<DidOpenTextDocumentParams>(params).ok()?.text_document;
        let key = Place::of(&document.uri).key();
        self.state.documents.open(document.uri, document.version, document.text);
        self.state.workspace.touch(&key);
        Some(())
    }

    fn changed(&mut self, params: Value) -> Option<()> {
        let params = serde_json::from_value::<DidChangeTextDocumentParams>(params).ok()?;
        let document = params.text_document;
        let uri = document.text_document_identifier.uri;
        let State { client, documents, workspace, .. } = &mut self.state;
        documents.change(&uri, document.version, params.content_changes, client.encoding).then(|| {
            workspace.touch(&Place::of(&uri).key());
        })
    }

    fn closed(&mut self, params: Value) -> Option<()> {
        let uri = serde_json::from_value::<DidCloseTextDocumentParams>(params).ok()?.text_document.uri;
        self.state.workspace.touch(&Place::of(&uri).key());
        self.state.documents.close(&uri);
        Some(())
    }

    fn saved(&mut self, params: Value) -> Option<()> {
        let uri = serde_json::from_value::<DidSaveTextDocumentParams>(params).ok()?.text_document.uri;
        match Place::of(&uri) {
            // a manifest or a bill of materials is read from the disk
            Place::File(path) if path.extension().is_none_or(|extension| extension != "tm") => self.state.workspace.touch_all(),
            place => self.state.workspace.touch(&place.key()),
        }
        Some(())
    }
}
