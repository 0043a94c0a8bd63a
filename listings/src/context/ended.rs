use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// The reason that somebody gave for a cancellation: an error that several may
/// own.
#[derive(Clone, Debug)]
pub struct Cause(Arc<Box<dyn Error + Send + Sync>>);

impl Cause {
    /// An error, or a text that says what has happened.
    pub fn new(reason: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Cause(Arc::new(reason.into()))
    }

    /// The error, if it is of this type. Go's `errors.AsType`.
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }

    /// Whether both are the same error, and not only equal ones.
    pub fn is(&self, other: &Cause) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

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
