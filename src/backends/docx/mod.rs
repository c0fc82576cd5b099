//! A page as a document for word processors (WordprocessingML, ISO/IEC 29500): real headings, tables whose heading is repeated, captions,
//! numbered pages, a header that says what is described, pictures with their alternative text.
//!
//! Written by us and not by a library: the parts in use are few, `zip` is at hand with the workbooks, and what a page needs (alternative texts,
//! repeated headings, the language, compressed parts, the same bytes every time) is said here in so many words.

mod body;
mod layout;
mod parts;
mod widths;

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
use super::page::Page;
use crate::report::TitleBlock;

/// The document of a page.
pub fn write(page: &Page, title: &TitleBlock) -> Vec<u8> {
    packed(page, title).expect("memory takes every part, and no part is larger than an archive takes")
}

fn packed(page: &Page, title: &TitleBlock) -> ZipResult<Vec<u8>> {
    let body = Body::of(page);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // the archive's own clock would differ each time
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    let texts = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(&body.title, title)),
        ("word/document.xml", body.document()),
        ("word/_rels/document.xml.rels", parts::document_relations(body.pictures.len())),
        ("word/styles.xml", parts::STYLES.to_owned()),
        ("word/numbering.xml", parts::numbering(&body.steps)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/header1.xml", parts::header(title)),
        ("word/footer1.xml", parts::footer(&body.title)),
    ];
    for (name, text) in texts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    for (number, picture) in (1..).zip(&body.pictures) {
        // dots are compressed already
        archive.start_file(format!("word/media/picture{number}.png"), options.compression_method(CompressionMethod::Stored))?;
        archive.write_all(picture)?;
    }
    // as every other artifact, it names the program in plain text
    archive.set_comment(title.generator.as_str())?;
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backends::sample;

    #[test]
    fn the_same_page_gives_the_same_bytes_and_names_the_program() {
        let mut page = Page::default();
        page.heading(1, "<b>\u{202e}&\u{0}");
        page.list(&["a".into()]);
        page.table(&["one"], &[vec!["]]>\nsecond line".into()]]);
        let title = sample::hostile().title;
        let once = write(&page, &title);
        assert_eq!(once, write(&page, &title));
        assert!(once.starts_with(b"PK") && once.ends_with(title.generator.as_bytes()));
    }
}
