//! What is to be seen in the browser, and who waits for it to change.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What came of compiling the model.
#[derive(Debug, Default)]
pub(in crate::cli) struct State {
    /// How the findings stand, or that there is no telling, in one line.
    pub(in crate::cli) standing: String,
    /// What is to be said of the model.
    pub(in crate::cli) messages: String,
    /// The report; none where the model does not compile.
    pub(in crate::cli) page: Option<Vec<u8>>,
}

/// The newest state, for all connections.
#[derive(Debug, Clone, Default)]
pub(in crate::cli) struct Board(Arc<(Mutex<Shown>, Condvar)>);

#[derive(Debug, Default)]
struct Shown {
    /// How often the state has changed.
    version: u64,
    /// Whether the newest state has a report.
    sound: bool,
    standing: String,
    messages: String,
    /// The last report there was.
    page: Option<Arc<[u8]>>,
}

/// The part of a state that browsers are told at once.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct News {
    pub(super) version: u64,
    pub(super) sound: bool,
    pub(super) standing: String,
}

impl Board {
    /// Shows a new state. The last report stays where there is no new one.
    pub(in crate::cli) fn show(&self, state: State) {
        let mut shown = self.shown();
        shown.version += 1;
        shown.sound = state.page.is_some();
        shown.standing = state.standing;
        shown.messages = state.messages;
        if let Some(page) = state.page {
            shown.page = Some(page.into());
        }
        drop(shown);
        self.0.1.notify_all();
    }

    /// The report, as it was when the model last compiled.
    pub(super) fn page(&self) -> Option<Arc<[u8]>> {
        self.shown().page.clone()
    }

    /// What is to be said of the model.
    pub(super) fn messages(&self) -> String {
        self.shown().messages.clone()
    }

    /// The news after a version; none where there are none for a while.
    pub(super) fn after(&self, version: u64, longest: Duration) -> Option<News> {
        let waited = self.0.1.wait_timeout_while(self.shown(), longest, |shown| shown.version <= version);
        let (shown, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (shown.version > version).then(|| News { version: shown.version, sound: shown.sound, standing: shown.standing.clone() })
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_report_stays_until_there_is_a_new_one() {
        let board = Board::default();
        assert_eq!((board.page(), board.after(0, Duration::ZERO)), (None, None));
        let state = |page: Option<&str>| State {
            standing: "line".to_owned(),
            messages: "words".to_owned(),
            page: page.map(|page| page.as_bytes().to_vec()),
        };
        board.show(state(Some("one")));
        board.show(state(None));
        assert_eq!(board.page().as_deref(), Some(b"one".as_slice()));
        let news = board.after(0, Duration::ZERO).expect("news");
        assert_eq!((news.version, news.sound, board.messages().as_str()), (2, false, "words"));
        assert_eq!(board.after(2, Duration::ZERO), None);
    }
}
