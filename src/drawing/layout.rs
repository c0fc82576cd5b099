//! The wall in front of every layout engine: sizes in, places out.

use std::fmt;

use crate::drawing::check::Fault;
use crate::drawing::geometry::Geometry;
use crate::drawing::sized::Sized;

/// Name of the thread on which a foreign engine runs; a panic there is caught.
pub const WORKER_THREAD: &str = "ward-layout";

/// Something that can place a diagram.
pub trait LayoutEngine {
    /// Places everything. The same input gives the same output.
    fn layout(&self, sized: &Sized<'_>) -> Result<Geometry, LayoutError>;
}

/// Why an engine gave no drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutError {
    /// It reported an error, in its own words.
    Engine(String),
    /// It broke down.
    Panicked,
    /// It did not finish in time.
    TimedOut {
        /// How long it was given.
        seconds: u64,
    },
    /// What it answered cannot be read.
    Unreadable(String),
    /// What it drew would mislead.
    Faulty(Fault),
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engine(message) => write!(f, "{message}"),
            Self::Panicked => write!(f, "the layout engine broke down"),
            Self::TimedOut { seconds } => {
                write!(f, "the layout engine did not finish within {seconds} seconds")
            }
            Self::Unreadable(what) => write!(f, "the layout engine's answer has no {what}"),
            Self::Faulty(fault) => write!(f, "the layout engine drew wrongly: {fault}"),
        }
    }
}

impl std::error::Error for LayoutError {}

/// The engine used where none is asked for: ELK where it is built in, else `dagre`.
pub fn default_engine() -> Box<dyn LayoutEngine> {
    #[cfg(feature = "elk")]
    return Box::new(crate::drawing::elk::ElkEngine::default());
    #[cfg(not(feature = "elk"))]
    return fallback_engine();
}

/// The engine that takes over where another fails.
pub fn fallback_engine() -> Box<dyn LayoutEngine> {
    Box::new(crate::drawing::dagre::DagreEngine)
}
