//! Waits until a file of a model changes.
//!
//! The operating system only wakes us up: whether something changed is seen by looking at the files. So what is written beside the model, an
//! editor's own files or a mere reading start nothing, and a wake-up that never comes on a network drive can be made up for by the clock.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::project::os_world::{here, tidy};

use super::exit::{Failure, plain};

/// How long nothing may have changed before a change counts as finished: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(40);
/// How long a file may be gone or empty that was neither: some editors and tools take their time between the two halves of a save.
const HALF: Duration = Duration::from_millis(600);
/// How often the files are looked at where nobody wakes us up.
const LOOK: Duration = Duration::from_secs(1);

/// What tells one state of a file from another; none where it is not there.
type Stamp = Option<(SystemTime, u64)>;

/// Watches the files of a model.
pub(super) struct Watch {
    /// The folder of the model.
    folder: PathBuf,
    /// The file the model begins with, where one is named.
    named: Option<PathBuf>,
    /// Files that were read when the model was compiled last.
    read: BTreeSet<PathBuf>,
    /// Every file that counts, as it was when the model was last compiled.
    seen: BTreeMap<PathBuf, Stamp>,
    waker: Option<Waker>,
}

/// What wakes us up.
struct Waker {
    watcher: RecommendedWatcher,
    events: Receiver<()>,
    folders: BTreeSet<PathBuf>,
}

impl Watch {
    /// Watches the model at a path; `poll` looks at the files every second instead of being woken up by the operating system.
    pub(super) fn new(path: Option<&Path>, poll: bool) -> Result<Self, Failure> {
        let path = path.unwrap_or(Path::new("."));
        fs::metadata(path).map_err(|error| Failure::cannot("read", path, &plain(&error)))?;
        let (folder, named) = match path.is_dir() {
            true => (path.to_owned(), None),
            false => (path.with_file_name(""), Some(tidy(path))),
        };
        let folder = here(&folder).to_owned();
        let waker = if poll { None } else { Some(Waker::new()?) };
        let mut watch = Self { folder, named, read: BTreeSet::new(), seen: BTreeMap::new(), waker };
        watch.begin();
        Ok(watch)
    }

    /// Remembers how the files are now; to be called before they are read.
    pub(super) fn begin(&mut self) {
        self.seen = self.stamps();
        self.look_at_folders();
    }

    /// Tells which files were read. One that was not known before is remembered as it is now.
    pub(super) fn know(&mut self, read: impl IntoIterator<Item = PathBuf>) {
        self.read = read.into_iter().map(|path| tidy(&path)).collect();
        let stamps = self.stamps();
        self.seen.retain(|path, _| stamps.contains_key(path));
        for (path, stamp) in stamps {
            self.seen.entry(path).or_insert(stamp);
        }
        self.look_at_folders();
    }

    /// Waits for a change, and until it is finished.
    pub(super) fn wait(&mut self) {
        while self.stamps() == self.seen {
            self.sleep(LOOK);
        }
        let (mut last, mut since) = (self.stamps(), Instant::now());
        loop {
            std::thread::sleep(QUIET);
            let now = self.stamps();
            if now != last {
                (last, since) = (now, Instant::now());
            } else if !self.is_half_saved(&now) || since.elapsed() >= HALF {
                return;
            }
        }
    }

    /// Whether a file is gone or empty that was there, with something in it, when the model was compiled last.
    fn is_half_saved(&self, now: &BTreeMap<PathBuf, Stamp>) -> bool {
        let something = |stamp: Option<&Stamp>| stamp.copied().flatten().is_some_and(|(_, length)| length > 0);
        self.seen.iter().any(|(path, stamp)| something(Some(stamp)) && !something(now.get(path)))
    }

    fn sleep(&self, longest: Duration) {
        let Some(waker) = &self.waker else { return std::thread::sleep(longest) };
        match waker.events.recv_timeout(longest) {
            // what is queued was about the same change
            Ok(()) => while waker.events.try_recv().is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(longest),
        }
    }

    /// The folders in which files count: the model's, those directly in it, and those of files that were read.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let mut folders = BTreeSet::from([self.folder.clone()]);
        folders.extend(self.read.iter().filter_map(|path| path.parent()).map(|folder| here(folder).to_owned()));
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.insert(entry.path());
            }
        }
        folders
    }

    /// The state of all files that count: those that were read, the manifest, and every `.tm` file beside them.
    fn stamps(&self) -> BTreeMap<PathBuf, Stamp> {
        let mut files: BTreeSet<PathBuf> = self.read.iter().cloned().collect();
        files.extend(self.named.clone());
        for folder in self.folders() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.extension().is_some_and(|ending| ending == "tm") || path.ends_with(crate::project::MANIFEST) {
                    files.insert(tidy(&path));
                }
            }
        }
        let stamp = |path: &PathBuf| -> Stamp {
            let known = fs::metadata(path).ok()?;
            Some((known.modified().ok()?, known.len()))
        };
        files.into_iter().map(|path| (path.clone(), stamp(&path))).collect()
    }

    fn look_at_folders(&mut self) {
        let folders = self.folders();
        if let Some(waker) = &mut self.waker {
            waker.look_at(folders);
        }
    }
}

impl Waker {
    fn new() -> Result<Self, Failure> {
        let (send, events) = channel();
        // what changed is looked at later, and whether somebody still waits is none of the watcher's business
        let tell = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = send.send(());
            }
        };
        let watcher = notify::recommended_watcher(tell)
            .map_err(|error| Failure::Cannot(format!("files cannot be watched: {error}; `--poll` looks at them instead")))?;
        Ok(Self { watcher, events, folders: BTreeSet::new() })
    }

    /// Folders rather than files: editors replace a file by another one of the same name. One that cannot be watched is looked at by the clock.
    fn look_at(&mut self, folders: BTreeSet<PathBuf>) {
        for gone in self.folders.difference(&folders) {
            let _ = self.watcher.unwatch(gone);
        }
        for new in folders.difference(&self.folders) {
            let _ = self.watcher.watch(new, RecursiveMode::NonRecursive);
        }
        self.folders = folders;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_count_are_a_change() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
        put("m.tm", "a");
        put("bill.json", "{}");
        put("notes.txt", "");
        let mut watch = Watch::new(Some(folder.path()), true).expect("a watch");
        watch.know([folder.path().join("bill.json")]);
        let changed = |watch: &Watch| watch.stamps() != watch.seen;
        assert!(!changed(&watch));
        put("notes.txt", "more");
        fs::create_dir(folder.path().join("out")).expect("a folder");
        put("out/threats.md", "x");
        assert!(!changed(&watch));
        for (name, text) in [("m.tm", "ab"), ("bill.json", "{ }"), ("new.tm", ""), ("ward.toml", ""), ("out/part.tm", "")] {
            put(name, text);
            assert!(changed(&watch), "{name}");
            watch.begin();
            assert!(!changed(&watch), "{name}");
        }
        fs::remove_file(folder.path().join("new.tm")).expect("removed");
        assert!(changed(&watch));
        // what was empty before is no half of anything
        assert!(!watch.is_half_saved(&watch.stamps()));
        put("m.tm", "");
        assert!(watch.is_half_saved(&watch.stamps()));
        fs::remove_file(folder.path().join("m.tm")).expect("removed");
        assert!(watch.is_half_saved(&watch.stamps()));
        put("m.tm", "back");
        assert!(!watch.is_half_saved(&watch.stamps()));
    }
}
