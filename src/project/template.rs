//! Templates of one's own: found where the manifest says.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, code::Code};
use crate::text::{FileId, Span};
use crate::words::tick;

use super::files::Files;
use super::manifest::{Manifest, TemplateTable, place};
use super::os_world::tidy;

/// A template and what is made of it.
#[derive(Debug)]
pub(crate) struct Template {
    /// Its folder, from the manifest's folder.
    pub(crate) folder: PathBuf,
    /// Its name in that folder.
    pub(crate) name: String,
    /// What is written, in the folder of outputs.
    pub(crate) output: String,
    /// Where the manifest names the template, and where the output.
    pub(crate) places: (Span, Span),
}

/// The templates of a manifest; each is a file that is there.
pub(super) fn declared(file: FileId, (files, folder): (&Files, &Path), manifest: &Manifest) -> Result<Vec<Template>, Diagnostic> {
    let one = |TemplateTable { file: path, output }: &TemplateTable| {
        let named = tidy(Path::new(path.get_ref()));
        let at = place(file, &path.span());
        let refused = |message: String| Diagnostic::new(Code::Manifest, at).message(message);
        let Some(name) =
            named.file_name().and_then(|name| name.to_str()).filter(|_| files.is_folder(&folder.join(&named)) == Ok(false))
        else {
            let shown = files.shown(&folder.join(&named)).display().to_string();
            return Err(refused(format!("there is no template {}", tick(&shown))));
        };
        Ok(Template {
            folder: named.with_file_name(""),
            name: name.to_owned(),
            output: tidy(Path::new(output.get_ref())).to_string_lossy().replace('\\', "/"),
            places: (at, place(file, &output.span())),
        })
    };
    manifest.build.templates.iter().map(one).collect()
}
