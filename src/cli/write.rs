//! Bytes to disk: whole or not at all, and only where they changed.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::exit::{Failure, plain};
use super::os_world::here;

/// How much of either end of a file is searched for Ward's mark.
const MARKED: u64 = 4096;

/// What artifacts say about their generator; a CSV file has no room for that, but a column of its own.
const MARKS: [&[u8]; 2] = [b"Ward ", b"threat model fingerprint"];

/// A list for programs with nothing in it, which has no room for a mark and is nobody's work.
const EMPTY: &[u8] = b"[]\n\0";

/// Writes a file. Folders above it are made; true where its bytes were different before.
///
/// A link is followed, a device (`/dev/stdout`) written to as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    let failed = |error: &std::io::Error| Failure::cannot("write", path, &plain(error));
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(known) if known.is_dir() => Err(Failure::cannot("write", path, &"it is a folder")),
        Ok(known) if !known.is_file() => write_device(&target, bytes).map_err(|error| failed(&error)),
        Ok(known) if same(&target, &known, bytes) => Ok(false),
        Ok(known) if known.permissions().readonly() => Err(Failure::cannot("write", path, &"it is read-only")),
        Ok(known) => replace(&target, bytes, Some(&known)).map_err(|error| failed(&error)),
        Err(_) => replace(&target, bytes, None).map_err(|error| failed(&error)),
    }
}

/// Whether a file may be overwritten unasked: it is not there, is no ordinary file, or Ward wrote it.
pub(super) fn is_ours(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(known) if known.is_file() && known.len() > 0 => {
            let has = |ends: &[u8], mark: &[u8]| ends.windows(mark.len()).any(|window| window == mark);
            let is_marked = |ends: &[u8]| MARKS.iter().any(|mark| has(ends, mark)) || ends.starts_with(EMPTY);
            ends(path, known.len()).is_ok_and(|ends| is_marked(&ends))
        }
        _ => true,
    }
}

/// The first and the last bytes of a file.
fn ends(path: &Path, length: u64) -> std::io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    (&file).take(MARKED).read_to_end(&mut bytes)?;
    bytes.push(0);
    file.seek(SeekFrom::Start(length.saturating_sub(MARKED)))?;
    file.take(MARKED).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn same(path: &Path, known: &Metadata, bytes: &[u8]) -> bool {
    known.len() == bytes.len() as u64 && fs::read(path).is_ok_and(|old| old == bytes)
}

fn write_device(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()?;
    Ok(true)
}

/// Writes a file beside the target and renames it: nobody ever sees half of it.
fn replace(target: &Path, bytes: &[u8], known: Option<&Metadata>) -> std::io::Result<bool> {
    let folder = match target.parent() {
        Some(folder) => here(folder).to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ward-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.flush()?;
    if let Some(known) = known {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.persist(target).map_err(|error| error.error)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a/b.md");
        assert!(write(&path, b"x").expect("new"));
        assert!(!write(&path, b"x").expect("the same"));
        assert!(write(&path, b"y").expect("changed"));
        assert_eq!(fs::read(&path).expect("there"), b"y");
        assert_eq!(fs::read_dir(folder.path().join("a")).expect("there").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_permissions_any_program_would_give_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |name: &str| fs::metadata(folder.path().join(name)).expect("there").permissions().mode();
        write(&folder.path().join("ours"), b"x").expect("written");
        fs::write(folder.path().join("plain"), b"x").expect("written");
        assert_eq!(mode("ours"), mode("plain"));
    }

    #[test]
    fn only_what_ward_wrote_is_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x");
        assert!(is_ours(&path));
        write(&path, b"precious").expect("written");
        assert!(!is_ours(&path));
        write(&path, &[vec![b'.'; 10_000], b"Ward 0.1".to_vec()].concat()).expect("written");
        assert!(is_ours(&path));
    }
}
