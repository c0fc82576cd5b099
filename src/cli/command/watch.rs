//! `ward watch`: what `ward build` does, again whenever a file of the model changes.

use std::path::Path;

use crate::cli::exit::{Failure, Outcome};
use crate::cli::watch::Watch;

use super::{Cx, build};

pub(super) fn run(cx: &mut Cx, path: Option<&Path>, output: Option<&Path>, poll: bool) -> Outcome {
    let mut watch = Watch::new(path, poll)?;
    loop {
        watch.begin();
        let drawing = build::Drawing { fonts: &[], whole: false, pin: false };
        match build::run(cx, path, output, drawing) {
            Ok(_) => {}
            Err(Failure::Unread) => return Err(Failure::Unread),
            // a file that is not there may come back
            Err(failure) => _ = cx.failed(failure),
        }
        watch.know(cx.inputs.clone());
        cx.console.note("watching; Ctrl-C ends");
        watch.wait();
    }
}
