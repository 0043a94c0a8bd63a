//! Asks a tree of tasks to stop, and carries what belongs to a request.
//!
//! # Layout
//!
//! - here: [`Context`], what a task is handed;
//! - `cancel`: [`Cancel`] and [`Stop`], what whoever started the task keeps;
//! - `node`: the tree along which a cancellation runs;
//! - `ended`: why a context ended.

mod cancel;
mod ended;
mod node;

pub use cancel::{Cancel, Stop};
pub use ended::{Cause, ContextError};

use std::any::Any;
use std::fmt;
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::RecvTimeoutError::Timeout;
use crossbeam_channel::{Receiver, never};

use cancel::{Branch, Waiting};
use ended::Ended;
use node::{Node, Task};

/// What is handed from a task to the tasks that it starts: until when they may
/// work, how they learn that they shall stop, and what belongs to the request.
/// Go's `context.Context`.
///
/// A context is made from another one, its parent, and never changes that. When
/// a context is cancelled, so are all that were made from it, and theirs; its
/// parent is not.
///
/// To clone a context is to share it: a clone is the same context, at the price
/// of two reference counts. A context that cannot be cancelled has neither a
/// lock nor a channel.
///
/// # Example
///
/// ```
/// use listings::{Context, ContextError};
/// use std::time::Duration;
///
/// let evening = Context::background();
/// let (request, cancel) = evening.with_timeout(Duration::from_secs(60));
/// assert!(request.err().is_none());
/// cancel.cancel();
/// assert_eq!(request.err(), Some(ContextError::Canceled));
/// assert!(evening.err().is_none());
/// ```
// ANCHOR: type
#[derive(Clone)]
pub struct Context {
    /// What tells it to stop; nothing, if nobody can.
    node: Option<Arc<Node>>,
    deadline: Option<Instant>,
    values: Option<Arc<Value>>,
}

/// A value, and those that were there before it.
struct Value {
    value: Box<dyn Any + Send + Sync>,
    above: Option<Arc<Value>>,
}
// ANCHOR_END: type

/// The end that the clock brings.
const EXCEEDED: Ended = Ended {
    error: ContextError::DeadlineExceeded,
    cause: None,
};

/// The `done` of a context that nobody can cancel.
static NEVER: LazyLock<Receiver<()>> = LazyLock::new(never);

impl Context {
    /// The root of every tree: never cancelled, without deadline, without
    /// values. Go's `context.Background()`.
    pub fn background() -> Self {
        Context {
            node: None,
            deadline: None,
            values: None,
        }
    }

    // ANCHOR: with_cancel
    /// A context below this one, and the right to cancel it. Go's
    /// `context.WithCancel` and `context.WithCancelCause` in one.
    ///
    /// It is cancelled when its [`Cancel`] is used or dropped, or when this one
    /// is cancelled. If this one is cancelled already, so is the new one.
    pub fn with_cancel(&self) -> (Context, Cancel) {
        let node = Arc::new(Node::new());
        let place = match &self.node {
            Some(above) => above.add(Arc::clone(&node)),
            None => None,
        };
        let context = Context {
            node: Some(Arc::clone(&node)),
            ..self.clone()
        };
        let above = self.node.clone();
        (context, Cancel::new(Branch::new(node, above, place)))
    }
    // ANCHOR_END: with_cancel

    /// As [`with_deadline`](Self::with_deadline), this much time from now. Go's
    /// `context.WithTimeout`.
    ///
    /// # Panics
    ///
    /// As `with_deadline` does, and if that moment is beyond what an
    /// [`Instant`] can tell.
    pub fn with_timeout(&self, timeout: Duration) -> (Context, Cancel) {
        let deadline = Instant::now() + timeout;
        self.until(deadline, || timeout.is_zero())
    }

    /// A context below this one that is cancelled at `deadline`, if nobody does
    /// so earlier. Go's `context.WithDeadline`.
    ///
    /// A deadline can only be made shorter: if this context has an earlier one,
    /// that stays. If the deadline is over, the new context has ended when this
    /// returns.
    ///
    /// Until it ends, the context costs a thread, which waits for the deadline
    /// or the end, whichever comes first. (In Go it costs a timer of the
    /// runtime, and no goroutine.)
    ///
    /// # Panics
    ///
    /// If the operating system refuses to start that thread.
    pub fn with_deadline(&self, deadline: Instant) -> (Context, Cancel) {
        self.until(deadline, || deadline <= Instant::now())
    }

    // ANCHOR: until
    fn until(&self, deadline: Instant, is_over: impl FnOnce() -> bool) -> (Context, Cancel) {
        let (mut context, cancel) = self.with_cancel();
        if self.deadline.is_some_and(|earlier| earlier < deadline) {
            return (context, cancel);
        }
        context.deadline = Some(deadline);
        let branch = cancel.branch();
        if is_over() {
            branch.end(&EXCEEDED);
        } else if context.err().is_none() {
            let branch = Arc::clone(branch);
            thread::spawn(move || {
                if branch.done().recv_deadline(deadline) == Err(Timeout) {
                    branch.end(&EXCEEDED);
                }
            });
        }
        (context, cancel)
    }
    // ANCHOR_END: until

    // ANCHOR: value
    /// This context, and with it a value, which is found by its type. Go's
    /// `context.WithValue`.
    ///
    /// A value of the same type that was there before is hidden by it, for
    /// whoever has the new context.
    pub fn with_value<T: Any + Send + Sync>(&self, value: T) -> Context {
        Context {
            values: Some(Arc::new(Value {
                value: Box::new(value),
                above: self.values.clone(),
            })),
            ..self.clone()
        }
    }

    /// The value of this type that was added last. Go's `ctx.Value(key)`, where
    /// the key is a value and not a type.
    pub fn value<T: Any>(&self) -> Option<&T> {
        let mut place = self.values.as_deref();
        while let Some(at) = place {
            if let Some(value) = at.value.downcast_ref() {
                return Some(value);
            }
            place = at.above.as_deref();
        }
        None
    }
    // ANCHOR_END: value

    // ANCHOR: without_cancel
    /// The values of this context, and nothing that could end it. Go's
    /// `context.WithoutCancel`.
    ///
    /// For work that a request has caused, and that shall be finished after it.
    pub fn without_cancel(&self) -> Context {
        Context {
            values: self.values.clone(),
            ..Context::background()
        }
    }
    // ANCHOR_END: without_cancel

    /// Runs `task` in a new thread when this context has ended, at once if it
    /// has ended already. Go's `context.AfterFunc`.
    ///
    /// [`Stop::stop`] calls it off. To drop the [`Stop`] does not. If the
    /// context never ends, and is dropped, so is `task`.
    ///
    /// # Panics
    ///
    /// If the context has ended, and the operating system refuses to start a
    /// thread.
    pub fn after_func(&self, task: impl FnOnce() + Send + 'static) -> Stop {
        Stop::new(match &self.node {
            Some(node) => node
                .add(Box::new(task) as Task)
                .map(|place| Waiting::For(Arc::clone(node), place)),
            None => Some(Waiting::InVain),
        })
    }

    // ANCHOR: done
    /// A channel on which nothing is ever sent, and which is closed when the
    /// context ends: to be received from, in a `select!` beside other channels.
    /// Go's `ctx.Done()`.
    ///
    /// For a context that nobody can cancel it is never closed. (In Go it is
    /// `nil` then, which comes to the same.)
    pub fn done(&self) -> &Receiver<()> {
        match &self.node {
            Some(node) => node.done(),
            None => &NEVER,
        }
    }

    /// Why the context ended, or nothing if it has not. Once it says something,
    /// it always says that, and [`done`](Self::done) is closed. Go's
    /// `ctx.Err()`.
    pub fn err(&self) -> Option<ContextError> {
        Some(self.node.as_ref()?.ended()?.error)
    }
    // ANCHOR_END: done

    /// What was given as the reason by whoever cancelled it; without that, what
    /// [`err`](Self::err) says. Go's `context.Cause(ctx)`.
    pub fn cause(&self) -> Option<Cause> {
        let ended = self.node.as_ref()?.ended()?;
        Some(ended.cause.unwrap_or_else(|| Cause::new(ended.error)))
    }

    /// When the context will end at the latest, if that is settled. Go's
    /// `ctx.Deadline()`.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// `Err` if the context has ended: to be asked between two steps of a long
    /// work, as `ctx.check()?`.
    ///
    /// # Errors
    ///
    /// What [`err`](Self::err) says.
    pub fn check(&self) -> Result<(), ContextError> {
        self.err().map_or(Ok(()), Err)
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("err", &self.err())
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_is_taken_off_the_list_above() {
        let (top, _top) = Context::background().with_cancel();
        let below = || top.node.as_ref().unwrap().below();
        let (_one, cancelled) = top.with_cancel();
        let (_two, dropped) = top.with_cancel();
        let (three, _timed) = top.with_timeout(Duration::from_millis(1));
        let mut stopped = top.after_func(|| unreachable!());
        assert_eq!(below(), 4);
        cancelled.cancel();
        drop(dropped);
        assert!(stopped.stop());
        assert!(three.done().recv().is_err());
        // The thread that has ended it takes it off a moment later.
        while below() > 0 {
            thread::yield_now();
        }
    }
}
