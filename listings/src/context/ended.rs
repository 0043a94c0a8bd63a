use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// The reason that somebody gave for a cancellation.
pub type Cause = Arc<dyn Error + Send + Sync>;

/// Why a context ended.
// ANCHOR: error
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContextError {
    /// Somebody cancelled it. Go's `context.Canceled`.
    Canceled,
    /// Its time was up. Go's `context.DeadlineExceeded`.
    DeadlineExceeded,
}
// ANCHOR_END: error

impl fmt::Display for ContextError {
    /// The words are Go's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ContextError::Canceled => "context canceled",
            ContextError::DeadlineExceeded => "context deadline exceeded",
        })
    }
}

impl Error for ContextError {}

/// How a context ended.
#[derive(Clone, Debug)]
pub(super) struct Ended {
    pub(super) error: ContextError,
    /// Only if somebody gave one.
    pub(super) cause: Option<Cause>,
}

impl From<ContextError> for Ended {
    fn from(error: ContextError) -> Self {
        Ended { error, cause: None }
    }
}
