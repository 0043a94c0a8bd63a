use std::error::Error;
use std::sync::Arc;

use crossbeam_channel::Receiver;

use super::ended::{Cause, ContextError, Ended};
use super::node::{Node, Place};

/// A node, and where it hangs.
#[derive(Debug)]
pub(super) struct Branch {
    node: Arc<Node>,
    above: Option<Arc<Node>>,
    place: Option<Place>,
}

impl Branch {
    pub(super) fn new(node: Arc<Node>, above: Option<Arc<Node>>, place: Option<Place>) -> Self {
        Branch { node, above, place }
    }

    pub(super) fn done(&self) -> &Receiver<()> {
        self.node.done()
    }

    /// Ends the node, and takes it off the list above, which would grow with
    /// every request otherwise.
    pub(super) fn end(&self, how: &Ended) {
        self.node.end(how);
        if let (Some(above), Some(place)) = (&self.above, self.place) {
            above.remove(place);
        }
    }
}

/// The right to cancel a context. Go's `CancelFunc` and `CancelCauseFunc`.
///
/// It may be used by any number of threads, any number of times; the first time
/// counts.
///
/// Dropping it cancels the context as well. So what Go writes as `defer
/// cancel()`, and `go vet` misses where it is forgotten, happens by itself; and
/// a context lives no longer than its `Cancel`.
///
/// ```
/// # use listings::Context;
/// let (request, cancel) = Context::background().with_cancel();
/// drop(cancel);
/// assert!(request.err().is_some());
/// ```
// ANCHOR: cancel
#[derive(Debug)]
#[must_use = "the context is cancelled as soon as its `Cancel` is dropped"]
pub struct Cancel {
    branch: Arc<Branch>,
}

impl Cancel {
    /// Cancels the context and all below it; when it returns, they are
    /// cancelled.
    pub fn cancel(&self) {
        self.branch.end(&Ended::from(ContextError::Canceled));
    }

    /// The same, and says why: [`Context::cause`](super::Context::cause) will
    /// tell.
    pub fn cancel_because(&self, reason: impl Into<Box<dyn Error + Send + Sync>>) {
        self.cancel_with(Cause::new(reason));
    }
}

impl Drop for Cancel {
    fn drop(&mut self) {
        self.cancel();
    }
}
// ANCHOR_END: cancel

impl Cancel {
    pub(super) fn new(branch: Branch) -> Self {
        Cancel {
            branch: Arc::new(branch),
        }
    }

    pub(crate) fn cancel_with(&self, cause: Cause) {
        self.branch.end(&Ended {
            error: ContextError::Canceled,
            cause: Some(cause),
        });
    }

    pub(super) fn branch(&self) -> &Arc<Branch> {
        &self.branch
    }
}

/// Calls off what [`Context::after_func`](super::Context::after_func) was asked
/// to do.
#[derive(Debug)]
pub struct Stop {
    waiting: Option<Waiting>,
}

/// What the task of a [`Stop`] waits for.
#[derive(Debug)]
pub(super) enum Waiting {
    /// The end of this node.
    For(Arc<Node>, Place),
    /// The end of a context that nobody can cancel.
    InVain,
}

impl Stop {
    pub(super) fn new(waiting: Option<Waiting>) -> Self {
        Stop { waiting }
    }

    /// Whether this call has kept the task from being run. It has not if the
    /// task was started, or was called off before.
    pub fn stop(&mut self) -> bool {
        match self.waiting.take() {
            Some(Waiting::For(node, place)) => node.remove(place).is_some(),
            Some(Waiting::InVain) => true,
            None => false,
        }
    }
}
