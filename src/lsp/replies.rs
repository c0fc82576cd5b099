//! Answers on their way to the editor, and which of them it still wants.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crossbeam_channel::Sender;
use lsp_server::{ErrorCode, Message, RequestId, Response};

/// The way to the editor. Whoever has a copy can answer, also from another thread.
#[derive(Debug, Clone)]
pub(super) struct Replies {
    out: Sender<Message>,
    /// Requests without an answer, and whether it is still wanted.
    pending: Arc<Mutex<BTreeMap<RequestId, bool>>>,
}

impl Replies {
    pub(super) fn new(out: Sender<Message>) -> Self {
        Self { out, pending: Arc::default() }
    }

    fn pending(&self) -> MutexGuard<'_, BTreeMap<RequestId, bool>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that the editor waits.
    pub(super) fn asked(&self, id: &RequestId) {
        self.pending().insert(id.clone(), true);
    }

    /// Notes that it does not any more; what was answered already cannot be taken back.
    pub(super) fn cancel(&self, id: &RequestId) {
        if let Some(wanted) = self.pending().get_mut(id) {
            *wanted = false;
        }
    }

    /// Whether an answer is worth its work; if not, the editor is told that there will be none.
    pub(super) fn is_wanted(&self, id: &RequestId) -> bool {
        let cancelled = self.pending().get(id) == Some(&false);
        if cancelled {
            self.refuse(id.clone(), ErrorCode::RequestCanceled, "cancelled");
        }
        !cancelled
    }

    /// Answers a request.
    pub(super) fn send(&self, response: Response) {
        self.pending().remove(&response.id);
        self.tell(response);
    }

    /// Answers a request with the reason why it has no other answer.
    pub(super) fn refuse(&self, id: RequestId, code: ErrorCode, reason: &str) {
        self.send(Response::new_err(id, code as i32, reason.to_owned()));
    }

    /// Tells the editor something.
    pub(super) fn tell(&self, message: impl Into<Message>) {
        // whoever does not listen any more need not be told
        let _ = self.out.send(message.into());
    }
}
