//! Files that change beside the editor: by a checkout, a formatter, another program.

use gen_lsp_types::{FileChangeType, FileEvent};
use lsp_server::{Request, RequestId};
use serde_json::json;

use crate::project::MANIFEST;

use super::place::Place;
use super::state::State;

/// What models are made of: their texts, their manifest, and bills of materials under the names that are usual for them.
const WATCHED: [&str; 3] = ["**/*.tm", "**/ward.toml", "**/*.{cdx,spdx,vex,openvex}.json"];

/// Asks the editor to tell when such a file changes.
pub(super) fn registration(id: RequestId) -> Request {
    let watchers: Vec<_> = WATCHED.iter().map(|pattern| json!({ "globPattern": pattern })).collect();
    let registration = json!({
        "id": "ward-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    });
    Request::new(id, "client/registerCapability".to_owned(), json!({ "registrations": [registration] }))
}

/// Takes in what changed on the disk. Of a text that is open what the editor shows counts, so that to save it changes nothing.
pub(super) fn changed(state: &mut State, events: &[FileEvent]) {
    let State { documents, workspace, .. } = state;
    for event in events {
        let place = Place::of(&event.uri);
        let key = place.key();
        if documents.get(&key).is_some() {
            continue;
        }
        let is_manifest = key.file_name().is_some_and(|name| name == MANIFEST);
        match event.kind {
            FileChangeType::Changed if !is_manifest => workspace.touch(&key),
            // imports may find what they did not, or the other way round
            _ => return workspace.touch_all(),
        }
    }
}
