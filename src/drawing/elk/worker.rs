//! Runs ELK where it can neither take the program down nor hold it up.

use std::panic::catch_unwind;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::drawing::layout::{LayoutError, WORKER_THREAD};

/// ELK recurses as deep as the graph is long.
const STACK: usize = 256 << 20;

/// Lays a graph out on a thread of its own; one that overruns is left behind.
pub(crate) fn run(graph: &Value, seconds: u64) -> Result<Value, LayoutError> {
    let text = graph.to_string();
    let (answer, wait) = mpsc::channel();
    let work = move || {
        let result = catch_unwind(|| elkrs::create_elk().layout_json(&text));
        // The other side is gone when the time is up.
        let _ = answer.send(result);
    };
    thread::Builder::new()
        .name(WORKER_THREAD.to_owned())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| LayoutError::Engine(error.to_string()))?;
    match wait.recv_timeout(Duration::from_secs(seconds)) {
        Ok(Ok(Ok(value))) => Ok(value),
        Ok(Ok(Err(message))) => Err(LayoutError::Engine(message)),
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => Err(LayoutError::Panicked),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(LayoutError::TimedOut { seconds }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nonsense_is_an_error() {
        let graph = json!({ "id": "r", "edges": [{ "id": "e", "sources": ["x"], "targets": ["y"] }] });
        assert!(matches!(run(&graph, 10), Err(LayoutError::Engine(_) | LayoutError::Panicked)));
    }
}
