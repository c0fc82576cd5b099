//! What the arguments of `ward diff` mean: two places, each with files and the path of a model in them.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::project::Project;
use crate::project::files::{Files, normal};
use crate::project::os_world::tidy;
use crate::project::revision::Repository;
use crate::syntax::ast::Date;
use crate::words::tick;

use super::args::Diff;
use super::exit::Failure;

/// One of the two models to be compared.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// What it is called.
    pub(super) name: String,
    /// Where its files are.
    pub(super) files: Files,
    /// Its path there.
    pub(super) path: PathBuf,
    /// The day of its commit.
    pub(super) day: Option<Date>,
    /// Whether there is anything at the path.
    pub(super) present: bool,
}

/// The earlier and the later one.
pub(super) fn sides(diff: &Diff) -> Result<(Place, Place), Failure> {
    let mut finder = Finder { model: diff.model.as_deref().unwrap_or(Path::new(".")), repository: None };
    let (mut earlier, later) = if let Some(new) = &diff.new {
        (finder.place(&diff.old)?, finder.place(new)?)
    } else if let Some((old, new, parted)) = range(&diff.old).filter(|_| !Path::new(&diff.old).exists()) {
        let later = finder.place(new)?;
        (if parted { finder.fork(old, new)? } else { finder.place(old)? }, later)
    } else {
        (finder.place(&diff.old)?, finder.on_disk(finder.model))
    };
    if !later.present {
        return Err(missing(&later));
    }
    // a model that was not there before is new, if it is there now
    if !earlier.present {
        if matches!(later.files, Files::Disk) && !later.path.exists() {
            return Err(missing(&earlier));
        }
        earlier.name = format!("{}, which has no `{}`", earlier.name, earlier.path.display());
    }
    Ok((earlier, later))
}

fn missing(place: &Place) -> Failure {
    let help = "where it was elsewhere, name it: `REVISION:PATH`";
    Failure::Cannot(format!("there is no `{}` in {}; {help}", place.path.display(), place.name))
}

/// `a..b`, or `a...b`, which begins where the two parted; without a name `HEAD` is meant.
fn range(text: &str) -> Option<(&str, &str, bool)> {
    let (old, new) = text.split_once("..")?;
    let (new, parted) = new.strip_prefix('.').map_or((new, false), |new| (new, true));
    // `../folder` is a path
    let is_name = |name: &str| !name.starts_with('/') && !name.contains("..");
    (is_name(old) && is_name(new) && !(old.is_empty() && new.is_empty())).then(|| (or_head(old), or_head(new), parted))
}

fn or_head(name: &str) -> &str {
    if name.is_empty() { "HEAD" } else { name }
}

struct Finder<'a> {
    model: &'a Path,
    repository: Option<Repository>,
}

impl Finder<'_> {
    /// What a word means: a model in a revision (`main:models/pump`), a file or folder, or a revision.
    fn place(&mut self, word: &str) -> Result<Place, Failure> {
        let path = Path::new(word);
        if path.exists() {
            // a name that means two things is no answer
            let plain = path.components().count() == 1 && !word.starts_with('.');
            let both = plain && self.repository_if_any()?.is_some_and(|found| found.commit(word).is_ok_and(|id| id.is_some()));
            if both {
                return Err(Failure::Cannot(format!(
                    "{} is a revision and a file or folder; write `./{word}` for the one on disk, `{word}:` for the revision",
                    tick(word)
                )));
            }
            return Ok(self.on_disk(path));
        }
        match word.split_once(':') {
            Some(("", _)) => Err(Failure::Cannot(format!(
                "{} names no revision: what is staged cannot be read, only what is committed or on disk",
                tick(word)
            ))),
            Some((revision, "")) => self.revision(revision, None),
            Some((revision, path)) => self.revision(revision, Some(path)),
            None => self.revision(word, None),
        }
    }

    fn on_disk(&self, path: &Path) -> Place {
        let shown = match path.as_os_str().is_empty() || path == Path::new(".") {
            true => "the model as it is on disk".to_owned(),
            false => format!("the files in `{}`", path.display()),
        };
        Place { name: shown, files: Files::Disk, path: path.to_owned(), day: None, present: true }
    }

    /// The model in a revision, at a path of the repository, else where it is on disk.
    fn revision(&mut self, revision: &str, path: Option<&str>) -> Result<Place, Failure> {
        let Some(repository) = self.repository_if_any()?.cloned() else {
            return Err(Failure::Cannot(format!(
                "{} is no file or folder, and no revision either: `{}` is in no git repository",
                tick(revision),
                self.model.display()
            )));
        };
        let commit = repository.expect(revision)?;
        self.at(&repository, revision, &commit, path)
    }

    fn at(&self, repository: &Repository, revision: &str, commit: &str, path: Option<&str>) -> Result<Place, Failure> {
        let named = path.is_some();
        let path = match path {
            Some(path) => normal(Path::new(path)).map(PathBuf::from),
            None => inside(&repository.root, self.model),
        };
        let Some(path) = path else {
            let root = repository.root.display();
            return Err(Failure::Cannot(format!("`{}` lies outside the repository `{root}`", self.model.display())));
        };
        let tree = Rc::new(repository.tree(revision, commit)?);
        let name = tree.name();
        let files = Files::Revision(tree);
        let place = Place { present: files.is_folder(&path).is_ok(), name, files, path, day: repository.day(commit) };
        if named && !place.present {
            return Err(missing(&place));
        }
        Ok(place)
    }

    /// The model where two revisions parted.
    fn fork(&mut self, old: &str, new: &str) -> Result<Place, Failure> {
        let Some(repository) = self.repository_if_any()?.cloned() else {
            return Err(Failure::Cannot(format!("`{}` is in no git repository", self.model.display())));
        };
        let commit = repository.fork(old, new)?;
        let mut place = self.at(&repository, &commit, &commit, None)?;
        place.name = format!("{}, where {} and {} parted", place.name, tick(old), tick(new));
        Ok(place)
    }

    /// The repository around the model; around the next folder that is there, where the model is not any more.
    fn repository_if_any(&mut self) -> Result<Option<&Repository>, Failure> {
        if self.repository.is_none() {
            let start = self.model.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
            self.repository = Repository::around(start)?;
        }
        Ok(self.repository.as_ref())
    }
}

/// A path on disk as one of the repository, also where nothing is there now.
fn inside(root: &Path, path: &Path) -> Option<PathBuf> {
    let root = std::fs::canonicalize(root).ok()?;
    let present = path.ancestors().find(|part| part.exists() && !part.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let rest = path.strip_prefix(present).unwrap_or(path);
    let whole = std::fs::canonicalize(present).ok()?.join(rest);
    whole.strip_prefix(&root).ok().map(tidy)
}

/// From where the libraries of a side were taken, a sentence each.
pub(super) fn libraries(project: &Project, place: &Place) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let named = |name: &str, from: &str| format!("{} from {from}", tick(name));
    let mut std_given = false;
    for (name, library) in project.world.libraries() {
        std_given |= name == "std";
        told.push(match (&library.files, &place.files) {
            (Files::Revision(_), _) => {
                named(name, &format!("{}, as they were then", library.files.shown(&library.folder).display()))
            }
            (Files::Disk, Files::Revision(_)) => {
                named(name, &format!("`{}`, as it is today: the revision has none", library.folder.display()))
            }
            (Files::Disk, Files::Disk) => named(name, &format!("the folder `{}`", library.folder.display())),
        });
    }
    if !std_given {
        told.push(format!("`std` as it is inside Ward {}", env!("CARGO_PKG_VERSION")));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_revisions_may_stand_in_one_word() {
        assert_eq!(range("main..next"), Some(("main", "next", false)));
        assert_eq!(range("main...next"), Some(("main", "next", true)));
        assert_eq!(range("v1.2.."), Some(("v1.2", "HEAD", false)));
        assert_eq!(range("...next"), Some(("HEAD", "next", true)));
        assert_eq!(range("../old"), None);
        assert_eq!(range(".."), None);
        assert_eq!(range("v1.2"), None);
    }
}
