//! The server's second thread: does one job after the other, and compiles when it is quiet.

use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use gen_lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams,
};
use lsp_server::{ErrorCode, Notification, Request};
use serde_json::Value;

use super::diagram;
use super::dispatch::{answer, chosen};
use super::documents::Documents;
use super::drawer::{Drawer, SUPERSEDED};
use super::place::Place;
use super::publish::Publisher;
use super::replies::Replies;
use super::state::{Client, State};
use super::watching;
use super::workspace::Workspace;

/// How long after an edit its messages are computed, unless another one comes: typing is not interrupted …
const QUIET: Duration = Duration::from_millis(8);

/// … but for no longer than this.
const PATIENCE: Duration = Duration::from_millis(25);

/// How long after an edit a picture is drawn: while somebody types, the drawing would take the time that the messages need.
const REST: Duration = Duration::from_millis(100);

/// What the first thread hands on.
#[derive(Debug)]
pub(super) enum Job {
    Request(Request),
    Notification(Notification),
}

/// What is to be done next.
enum Step {
    Job(Job),
    Publish,
    Picture(Request),
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
    replies: Replies,
    due: Option<Due>,
    /// The picture that was asked for last.
    picture: Option<Request>,
    /// Until when no picture is drawn.
    rests: Option<Instant>,
}

impl Worker {
    pub(super) fn new(client: Client, workspace: Workspace, replies: Replies) -> Self {
        let state = State { client, documents: Documents::default(), workspace, calls: Vec::new(), asked: 0 };
        let drawer = Drawer::new(replies.clone());
        Self { state, publisher: Publisher::default(), drawer, replies, due: None, picture: None, rests: None }
    }

    /// Works until no more jobs can come.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        while let Some(step) = self.next(jobs) {
            match step {
                Step::Job(Job::Request(request)) if request.method == diagram::METHOD => self.put_picture_off(request),
                Step::Job(Job::Request(request)) => self.request(request),
                Step::Job(Job::Notification(notification)) => self.notification(notification),
                Step::Publish => self.publish(),
                Step::Picture(request) => self.picture(request),
            }
        }
    }

    /// What is to be done next: what the editor sends comes first, then messages that are due, a picture last. Nothing when no more can come.
    fn next(&mut self, jobs: &Receiver<Job>) -> Option<Step> {
        let picture = || self.picture.as_ref().map(|_| self.rests.unwrap_or_else(Instant::now));
        let until = self.due.map(|due| due.at).or_else(picture);
        let Some(until) = until else { return jobs.recv().ok().map(Step::Job) };
        match jobs.recv_deadline(until) {
            Ok(job) => Some(Step::Job(job)),
            Err(RecvTimeoutError::Timeout) if self.due.is_some() => Some(Step::Publish),
            Err(RecvTimeoutError::Timeout) => self.picture.take().map(Step::Picture),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn publish(&mut self) {
        self.due = None;
        self.state.workspace.refresh(&self.state.documents);
        self.publisher.publish(&self.state, &self.replies);
    }

    fn request(&mut self, request: Request) {
        if !self.replies.is_wanted(&request.id) {
            return;
        }
        let reply = answer(&mut self.state, request);
        self.replies.send(reply);
        for call in std::mem::take(&mut self.state.calls) {
            self.replies.tell(call);
        }
        self.tell_what_was_compiled();
    }

    /// What was compiled for an answer is told, too.
    fn tell_what_was_compiled(&mut self) {
        if self.due.is_none() && self.publisher.is_behind(&self.state) {
            self.put_off();
        }
    }

    /// To choose a picture takes longer than to answer a question: it waits until nothing else does, and only the last one is chosen.
    fn put_picture_off(&mut self, request: Request) {
        if let Some(earlier) = self.picture.replace(request) {
            self.replies.refuse(earlier.id, ErrorCode::ServerCancelled, SUPERSEDED);
        }
    }

    fn picture(&mut self, request: Request) {
        if !self.replies.is_wanted(&request.id) {
            return;
        }
        match chosen(&mut self.state, request) {
            Ok(order) => self.drawer.draw(order),
            Err(reply) => self.replies.send(*reply),
        }
        self.tell_what_was_compiled();
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
            "initialized" => {
                self.watch();
                None
            }
            "workspace/didChangeWatchedFiles" => self.changed_on_disk(params),
            "workspace/didChangeWorkspaceFolders" => {
                self.state.workspace.touch_all();
                Some(())
            }
            _ => None,
        };
        if changed.is_some() {
            self.rests = Some(Instant::now() + REST);
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

    fn watch(&mut self) {
        if self.state.client.watches {
            let id = self.state.next_id();
            self.replies.tell(watching::registration(id));
        }
    }

    fn changed_on_disk(&mut self, params: Value) -> Option<()> {
        let events = serde_json::from_value::<DidChangeWatchedFilesParams>(params).ok()?.changes;
        watching::changed(&mut self.state, &events);
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
