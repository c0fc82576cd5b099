//! Runs an engine where it can neither take the program down nor hold it up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use crate::drawing::geometry::Geometry;
use crate::drawing::layout::{LayoutError, WORKER_THREAD};
use crate::drawing::sized::{Sized, size};

/// Engines recurse as deep as the graph is long.
const STACK: usize = 256 << 20;
/// How long a picture may take, in all; unoptimised, everything takes ten times as long.
pub(crate) const SECONDS: u64 = if cfg!(debug_assertions) { 60 } else { 3 };

/// What an engine tells while it works.
enum News {
    /// A drawing better than those before.
    Better(Box<Geometry>),
    /// That was all.
    Done(Option<LayoutError>),
    TimeIsUp,
}

/// Where an engine puts drawings, each better than the one before.
pub(crate) struct Found(Sender<News>);

impl Found {
    /// Keeps a drawing, in case there is no time for a better one.
    pub(crate) fn keep(&self, geometry: &Geometry) {
        // The other side is gone when the time is up.
        let _ = self.0.send(News::Better(Box::new(geometry.clone())));
    }
}

/// Lets an engine work on a thread of its own for so long; the best drawing found until then counts. One that overruns is left behind.
pub(crate) fn within(
    seconds: u64,
    sized: &Sized<'_>,
    work: impl FnOnce(&Sized<'_>, &Found) -> Result<(), LayoutError> + Send + 'static,
) -> Result<Geometry, LayoutError> {
    let diagram = sized.diagram.clone();
    let (news, wait) = mpsc::channel();
    let found = Found(news.clone());
    let run = move || {
        let result = catch_unwind(AssertUnwindSafe(|| work(&size(&diagram), &found)));
        let failure = match result {
            Ok(result) => result.err(),
            Err(_) => Some(LayoutError::Panicked),
        };
        let _ = found.0.send(News::Done(failure));
    };
    let failed = |error: std::io::Error| LayoutError::Engine(error.to_string());
    thread::Builder::new().name(WORKER_THREAD.to_owned()).stack_size(STACK).spawn(run).map_err(failed)?;
    let alarm = move || {
        thread::sleep(Duration::from_secs(seconds));
        let _ = news.send(News::TimeIsUp);
    };
    thread::Builder::new().spawn(alarm).map_err(failed)?;
    let mut best = None;
    let failure = loop {
        match wait.recv() {
            Ok(News::Better(geometry)) => best = Some(*geometry),
            Ok(News::Done(failure)) => break failure.unwrap_or(LayoutError::Unreadable("drawing".to_owned())),
            Ok(News::TimeIsUp) => break LayoutError::TimedOut { seconds },
            Err(mpsc::RecvError) => break LayoutError::Panicked,
        }
    };
    best.ok_or(failure)
}

/// Lets an engine work on several threads, each told its number; gives an error where one breaks down.
#[cfg(feature = "elk")]
pub(crate) fn beside(threads: usize, work: impl Fn(usize) + Sync) -> Result<(), LayoutError> {
    let work = &work;
    thread::scope(|scope| {
        let spawn = |number| {
            let thread = thread::Builder::new().name(WORKER_THREAD.to_owned()).stack_size(STACK);
            thread.spawn_scoped(scope, move || work(number))
        };
        let running: Vec<_> = (1..threads).map(spawn).collect();
        let own = catch_unwind(AssertUnwindSafe(|| work(0))).map_err(|_| LayoutError::Panicked);
        let others = running.into_iter().map(|thread| match thread {
            Ok(thread) => thread.join().map_err(|_| LayoutError::Panicked),
            Err(error) => Err(LayoutError::Engine(error.to_string())),
        });
        others.fold(own, Result::and)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn whatever_an_engine_does_there_is_an_answer() {
        let diagram = samples::crowd(2);
        let sized = size(&diagram);
        let panics = within(10, &sized, |_, _| panic!("as an engine might"));
        assert_eq!(panics, Err(LayoutError::Panicked));
        let hangs = within(1, &sized, |_, found| {
            found.keep(&Geometry { width: 7.0, ..Geometry::default() });
            thread::sleep(Duration::from_secs(60));
            Ok(())
        });
        assert_eq!(hangs.map(|g| g.width), Ok(7.0));
        let nothing = within(1, &sized, |_, _| {
            loop {
                thread::sleep(Duration::from_secs(60));
            }
        });
        assert_eq!(nothing, Err(LayoutError::TimedOut { seconds: 1 }));
    }
}
