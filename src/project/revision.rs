//! The files of a revision, read by running `git`: nothing is checked out, and nothing is fetched.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;

use crate::program::{ReadError, beside};
use crate::syntax::ast::Date;
use crate::words::{nearest, tick};

use super::fault::{Fault, plain};
use super::os_world::{LARGEST, here, text_of};

/// A repository on this machine.
#[derive(Debug, Clone)]
pub(crate) struct Repository {
    /// Its outermost folder.
    pub(crate) root: PathBuf,
}

/// A revision, with the names and sizes of all its files.
#[derive(Debug)]
pub(crate) struct Tree {
    /// As it was asked for.
    revision: String,
    /// The id of its commit.
    pub(crate) commit: String,
    root: PathBuf,
    files: BTreeMap<String, Blob>,
    contents: RefCell<Contents>,
}

#[derive(Debug)]
struct Blob {
    id: String,
    /// Whether it is a link to another file.
    link: bool,
}

/// What a link may lead to, at most.
const LONGEST_CHAIN: usize = 8;

impl Repository {
    /// The repository around a folder; nothing where there is none.
    pub(crate) fn around(folder: &Path) -> Result<Option<Self>, Fault> {
        let answer = git(here(folder), &["rev-parse", "--show-toplevel"])?;
        match answer {
            Ok(root) => Ok(Some(Self { root: PathBuf::from(root.trim_end_matches(['\n', '\r'])) })),
            Err(error) if error.contains("not a git repository") => Ok(None),
            // of a repository without files on disk the revisions can be read all the same
            Err(error) if error.contains("must be run in a work tree") => {
                let bare = git(here(folder), &["rev-parse", "--absolute-git-dir"])?;
                Ok(bare.ok().map(|root| Self { root: PathBuf::from(root.trim_end_matches(['\n', '\r'])) }))
            }
            Err(error) if error.contains("dubious ownership") => {
                // git names the folder in single quotes
                let owned = error.split('\'').nth(1).unwrap_or("FOLDER");
                let trust = format!("`git config --global --add safe.directory '{owned}'` says that it can be trusted");
                Err(Fault::Cannot(format!("git does not read the repository `{owned}`, which belongs to somebody else; {trust}")))
            }
            Err(error) => Err(Fault::Cannot(format!("git cannot read the repository: {}", first_line(&error)))),
        }
    }

    /// The commit a revision means; nothing where it means none.
    pub(crate) fn commit(&self, revision: &str) -> Result<Option<String>, Fault> {
        if revision.starts_with('-') || revision.is_empty() {
            return Ok(None);
        }
        let meant = format!("{revision}^{{commit}}");
        let answer = git(&self.root, &["rev-parse", "--verify", "--quiet", &meant])?;
        Ok(answer.ok().map(|id| id.trim().to_owned()))
    }

    /// The commit a revision means, or why it means none.
    pub(crate) fn expect(&self, revision: &str) -> Result<String, Fault> {
        self.commit(revision)?.ok_or_else(|| self.unknown(revision))
    }

    /// Where two revisions parted.
    pub(crate) fn fork(&self, one: &str, other: &str) -> Result<String, Fault> {
        let (one_id, other_id) = (self.expect(one)?, self.expect(other)?);
        match git(&self.root, &["merge-base", &one_id, &other_id])? {
            Ok(id) => Ok(id.trim().to_owned()),
            Err(_) => {
                let help = self.shallow_help().unwrap_or_default();
                Err(Fault::Cannot(format!("{} and {} have no commit in common{help}", tick(one), tick(other))))
            }
        }
    }

    /// Paths of files on disk that are otherwise than in a revision: changed, new and deleted ones.
    pub(crate) fn changed_since(&self, revision: &str) -> Result<Vec<String>, Fault> {
        let commit = self.expect(revision)?;
        let tracked = git(&self.root, &["diff", "--name-only", "-z", "--no-renames", &commit, "--"])?;
        let new = git(&self.root, &["ls-files", "--others", "--exclude-standard", "-z"])?;
        let mut paths = Vec::new();
        for listed in [tracked, new] {
            let listed =
                listed.map_err(|error| Fault::Cannot(format!("git cannot tell what changed: {}", first_line(&error))))?;
            paths.extend(listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned));
        }
        Ok(paths)
    }

    /// The day of a commit.
    pub(crate) fn day(&self, commit: &str) -> Option<Date> {
        let answer = git(&self.root, &["show", "-s", "--format=%cs", commit]).ok()?.ok()?;
        Date::parse(answer.trim())
    }

    /// The files of a revision.
    pub(crate) fn tree(&self, revision: &str, commit: &str) -> Result<Tree, Fault> {
        let listed = git(&self.root, &["ls-tree", "-r", "-z", "--full-tree", commit])?
            .map_err(|error| Fault::Cannot(format!("git cannot list {}: {}", tick(revision), first_line(&error))))?;
        let files = listed.split('\0').filter_map(entry).collect();
        let contents = RefCell::new(Contents { root: self.root.clone(), running: None });
        Ok(Tree { revision: revision.to_owned(), commit: commit.to_owned(), root: self.root.clone(), files, contents })
    }

    fn unknown(&self, revision: &str) -> Fault {
        let names = git(&self.root, &["for-each-ref", "--format=%(refname:short)"]).ok().and_then(Result::ok).unwrap_or_default();
        let near = nearest(revision, names.lines());
        let help = match (self.shallow_help(), near) {
            (Some(help), _) => help,
            (None, Some(near)) => format!("; did you mean `{near}`?"),
            (None, None) => String::new(),
        };
        Fault::Cannot(format!(
            "{} is no revision of the repository `{}`, and no file or folder{help}",
            tick(revision),
            self.root.display()
        ))
    }

    /// What to do where the clone has not all history.
    fn shallow_help(&self) -> Option<String> {
        let shallow = git(&self.root, &["rev-parse", "--is-shallow-repository"]).ok()?.ok()?;
        (shallow.trim() == "true").then(|| {
            "; this clone is shallow and lacks earlier commits: `git fetch --unshallow` brings them (in CI: `fetch-depth: 0`)"
                .to_owned()
        })
    }
}

impl Tree {
    /// The revision with the beginning of its commit.
    pub(crate) fn name(&self) -> String {
        let short = self.commit.get(..8).unwrap_or(&self.commit);
        if self.commit.starts_with(&self.revision) { tick(short) } else { format!("{} ({short})", tick(&self.revision)) }
    }

    /// The revision as it is written before a path.
    pub(crate) fn short_name(&self) -> &str {
        if self.commit == self.revision { self.commit.get(..8).unwrap_or(&self.commit) } else { &self.revision }
    }

    /// The outermost folder of the repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is a file of a path.
    pub(crate) fn is_file(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether there are files in a folder of a path.
    pub(crate) fn is_folder(&self, path: &str) -> bool {
        path.is_empty() || self.below(path).next().is_some()
    }

    /// The paths of the files directly in a folder, sorted.
    pub(crate) fn files_in<'t>(&'t self, folder: &str) -> impl Iterator<Item = &'t str> {
        let skip = if folder.is_empty() { 0 } else { folder.len() + 1 };
        self.below(folder).filter(move |path| !path[skip..].contains('/'))
    }

    fn below<'t>(&'t self, folder: &str) -> impl Iterator<Item = &'t str> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let from = self.files.range(prefix.clone()..);
        from.map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(&prefix))
    }

    /// The text of a file. A link is followed inside the revision.
    pub(crate) fn read(&self, path: &str) -> Result<Arc<str>, ReadError> {
        let mut path = path.to_owned();
        for _ in 0..LONGEST_CHAIN {
            let Some(blob) = self.files.get(&path) else {
                let what = if self.is_folder(&path) { Some("it is a folder") } else { None };
                return Err(what.map_or(ReadError::Missing, |what| ReadError::Other(what.to_owned())));
            };
            let bytes = self.contents.borrow_mut().of(&blob.id)?;
            let text = text_of(&bytes[..])?;
            if !blob.link {
                return Ok(text);
            }
            path = beside(&path, &text).ok_or(ReadError::Outside)?;
        }
        Err(ReadError::Other("its links lead in a circle".to_owned()))
    }
}

/// A line of `git ls-tree`: mode, type, id, path.
fn entry(line: &str) -> Option<(String, Blob)> {
    let (known, path) = line.split_once('\t')?;
    let mut words = known.split_whitespace();
    let (mode, kind, id) = (words.next()?, words.next()?, words.next()?);
    let blob = Blob { id: id.to_owned(), link: mode == "120000" };
    (kind == "blob").then(|| (path.to_owned(), blob))
}

/// One `git cat-file` that answers for all files of a revision, once something was asked.
#[derive(Debug)]
struct Contents {
    root: PathBuf,
    running: Option<(Child, ChildStdin, BufReader<ChildStdout>)>,
}

impl Contents {
    fn of(&mut self, id: &str) -> Result<Vec<u8>, ReadError> {
        let (_, stdin, stdout) = self.running().map_err(ReadError::Other)?;
        let failed = |error: std::io::Error| ReadError::Other(format!("git does not answer: {}", plain(&error)));
        writeln!(stdin, "{id}").and_then(|()| stdin.flush()).map_err(failed)?;
        let mut head = String::new();
        stdout.read_line(&mut head).map_err(failed)?;
        let Some(size) = head.split_whitespace().nth(2).and_then(|size| size.parse::<u64>().ok()) else {
            let help = "its content is not in this clone, which is a partial one: `git fetch --refetch --no-filter` brings it";
            return Err(ReadError::Other(help.to_owned()));
        };
        // a line end follows the content
        let mut rest = stdout.take(size + 1);
        if size > LARGEST {
            std::io::copy(&mut rest, &mut std::io::sink()).map_err(failed)?;
            return Err(ReadError::TooLarge(LARGEST));
        }
        let mut bytes = Vec::new();
        rest.read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 <= size {
            return Err(ReadError::Other("git does not answer".to_owned()));
        }
        bytes.pop();
        Ok(bytes)
    }

    fn running(&mut self) -> Result<&mut (Child, ChildStdin, BufReader<ChildStdout>), String> {
        if self.running.is_none() {
            let mut command = command(&self.root, &["cat-file", "--batch"]);
            let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
            let mut child = pipes.spawn().map_err(|error| plain(&error))?;
            let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
                return Err("git does not answer".to_owned());
            };
            self.running = Some((child, stdin, BufReader::new(stdout)));
        }
        self.running.as_mut().ok_or_else(|| "git does not answer".to_owned())
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        if let Some((mut child, stdin, stdout)) = self.running.take() {
            // without input it ends by itself
            drop(stdin);
            drop(stdout);
            let _ = child.wait();
        }
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    // nobody is asked, nothing is written, nothing is fetched, and messages are those that are looked for
    command.envs([("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_NO_LAZY_FETCH", "1")]);
    command
}

/// What git prints, or what it says is wrong.
fn git(folder: &Path, arguments: &[&str]) -> Result<Result<String, String>, Fault> {
    let output = command(folder, arguments).output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            Fault::Cannot("`git` is not installed; without it only files and folders can be compared".to_owned())
        }
        _ => Fault::Cannot(format!("git cannot be run: {}", plain(&error))),
    })?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) })
}

/// What git says is wrong, without the warnings before it.
fn first_line(text: &str) -> &str {
    let line = text.lines().find(|line| !line.starts_with("warning: ")).unwrap_or(text.trim_end());
    line.trim_start_matches("fatal: ").trim_start_matches("error: ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_is_read() {
        let (path, blob) = entry("100644 blob 1234abcd\tmodels/a b.tm").expect("a file");
        assert_eq!((path.as_str(), blob.id.as_str(), blob.link), ("models/a b.tm", "1234abcd", false));
        assert!(entry("120000 blob 12\tlink").expect("a link").1.link);
        assert!(entry("160000 commit 12\tsubmodule").is_none());
    }
}
