//! Where files are: on disk, or in a revision of a git repository, which is never checked out.

use std::path::{Component, Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use crate::program::ReadError;

use super::fault::plain;
use super::os_world::{self, Library};
use super::revision::Tree;

/// A place with files in it.
#[derive(Debug, Clone)]
pub(crate) enum Files {
    /// The disk.
    Disk,
    /// A revision; paths are those of the repository.
    Revision(Rc<Tree>),
}

impl Files {
    /// Whether there is a folder at a path; an error where there is neither a folder nor a file.
    pub(crate) fn is_folder(&self, path: &Path) -> Result<bool, String> {
        match self {
            Self::Disk => std::fs::metadata(path).map(|known| known.is_dir()).map_err(|error| plain(&error)),
            Self::Revision(tree) => match normal(path) {
                Some(path) if tree.is_folder(&path) => Ok(true),
                Some(path) if tree.is_file(&path) => Ok(false),
                _ => Err(format!("there is no such file or folder in {}", tree.name())),
            },
        }
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &Path) -> Result<Arc<str>, ReadError> {
        match self {
            Self::Disk => os_world::read_text(path),
            Self::Revision(tree) => tree.read(&normal(path).ok_or(ReadError::Outside)?),
        }
    }

    /// The `.tm` files directly in a folder, sorted.
    pub(crate) fn tm_files(&self, folder: &Path) -> Result<Vec<PathBuf>, String> {
        match self {
            Self::Disk => os_world::tm_files(folder).map_err(|error| plain(&error)),
            Self::Revision(tree) => {
                let folder = normal(folder).ok_or("it lies outside the repository")?;
                Ok(tree.files_in(&folder).filter(|path| path.ends_with(".tm")).map(PathBuf::from).collect())
            }
        }
    }

    /// The folder of a library that a manifest in `folder` names. A revision that does not have it, or whose repository does not, gets the one
    /// on disk today; nothing where that is not there either.
    pub(crate) fn library(&self, folder: &Path, path: &Path) -> Option<Library> {
        let joined = folder.join(path);
        if self.is_folder(&joined) == Ok(true) {
            return Some(Library { files: self.clone(), folder: joined });
        }
        let Self::Revision(tree) = self else { return None };
        let today = tree.root().join(joined);
        today.is_dir().then_some(Library { files: Self::Disk, folder: today })
    }

    /// The folder of a library that the command line names: that of the revision, where it lies in the repository.
    pub(crate) fn given(&self, folder: &Path) -> Library {
        let on_disk = Library { files: Self::Disk, folder: folder.to_owned() };
        let Self::Revision(tree) = self else { return on_disk };
        let inside = std::fs::canonicalize(folder).ok().zip(std::fs::canonicalize(tree.root()).ok());
        let path = inside.and_then(|(folder, root)| folder.strip_prefix(root).ok().map(Path::to_owned));
        match path.filter(|path| self.is_folder(path) == Ok(true)) {
            Some(folder) => Library { files: self.clone(), folder },
            None => on_disk,
        }
    }

    /// A path as messages show it.
    pub(crate) fn shown(&self, path: &Path) -> PathBuf {
        match self {
            Self::Disk => path.to_owned(),
            Self::Revision(tree) => {
                let path = normal(path).unwrap_or_else(|| path.display().to_string());
                PathBuf::from(format!("{}:{path}", tree.short_name()))
            }
        }
    }
}

/// A path of a repository with `/`, and without `.` and `..`; nothing where it leads out of it.
pub(crate) fn normal(path: &Path) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_a_repository_stays_in_it() {
        let normal = |path: &str| normal(Path::new(path));
        assert_eq!(normal("a/./b/../c.tm").as_deref(), Some("a/c.tm"));
        assert_eq!(normal("").as_deref(), Some(""));
        assert_eq!(normal("a/../../b"), None);
        assert_eq!(normal("/etc"), None);
    }
}
