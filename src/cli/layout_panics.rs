//! Keeps a breakdown of the layout engine off the user's screen: it is caught, the grid draws instead, and a warning says so.

use std::panic;
use std::thread;

use crate::drawing::layout::WORKER_THREAD;

/// Silences the report of a panic on the layout engine's thread; those of other threads are reported as before. To be called once, at the start.
pub(super) fn hush_layout_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(WORKER_THREAD) {
            usual(info);
        }
    }));
}
