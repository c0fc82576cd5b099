//! What stands in what.

use crate::report::diagram::{Diagram, End};

/// The node or frame itself, or the owner of the port.
pub(crate) fn element(diagram: &Diagram, end: End) -> End {
    match end {
        End::Port(port) => diagram.ports[port].owner,
        End::Node(_) | End::Frame(_) => end,
    }
}

/// The frame that holds an end; for a frame, the one outside it.
pub(crate) fn parent(diagram: &Diagram, end: End) -> Option<usize> {
    match element(diagram, end) {
        End::Node(node) => diagram.nodes[node].parent,
        End::Frame(frame) => diagram.frames[frame].parent,
        End::Port(_) => None,
    }
}

/// Whether `frame` holds `end`, at any depth; a frame does not hold itself.
pub(crate) fn holds(diagram: &Diagram, frame: usize, end: End) -> bool {
    let mut parent = parent(diagram, end);
    while let Some(outer) = parent {
        if outer == frame {
            return true;
        }
        parent = diagram.frames[outer].parent;
    }
    false
}
