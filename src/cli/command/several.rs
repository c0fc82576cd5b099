//! Several models in one call: as many at once as there are processors, told in the order they were named.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use crate::cli::args::Global;
use crate::cli::console::Console;
use crate::cli::exit::{Exit, Outcome};

use super::Cx;

/// Does one thing with each model; the worst end wins. One model, or the one where one stands, is told as it is.
pub(super) fn each(
    cx: &mut Cx,
    paths: &[PathBuf],
    jobs: Option<u16>,
    one: impl Fn(&mut Cx, Option<&Path>) -> Outcome + Sync,
) -> Outcome {
    let [_, _, ..] = paths else { return one(cx, paths.first().map(PathBuf::as_path)) };
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = jobs.map_or_else(processors, usize::from).min(paths.len());
    let next = AtomicUsize::new(0);
    let (global, console) = (&cx.global, &cx.console);
    let mut worst = Exit::Clean;
    std::thread::scope(|scope| {
        let (done, told) = mpsc::channel();
        for _ in 0..jobs {
            let (done, next, one) = (done.clone(), &next, &one);
            scope.spawn(move || {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // nobody listens any more where the reader has gone
                    if done.send((path, alone(global, console, path, one))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut waiting = Vec::new();
        let mut order = paths.iter();
        let mut due = order.next();
        for answer in told {
            waiting.push(answer);
            // the same path may be named twice
            while let Some(at) = due.and_then(|due| waiting.iter().position(|(path, _)| *path == due)) {
                let (_, (own, exit)) = waiting.swap_remove(at);
                own.tell(console);
                worst = worst.max(exit);
                due = order.next();
            }
        }
    });
    Ok(worst)
}

/// One of several models, with a console that keeps what it is told.
fn alone(global: &Global, console: &Console, path: &Path, one: impl Fn(&mut Cx, Option<&Path>) -> Outcome) -> (Console, Exit) {
    let mut cx = Cx::new(global.clone(), console.keeping(path));
    let exit = one(&mut cx, Some(path)).unwrap_or_else(|failure| cx.failed(failure));
    (cx.console, exit)
}
