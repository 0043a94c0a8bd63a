//! Threads that can fail, and are waited for together.

use std::any::Any;
use std::error::Error;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::{Cancel, Cause, Context, Done, WaitGroup};

/// What a member of a group may fail with.
pub type GroupError = Box<dyn Error + Send + Sync>;

/// A group of threads of which each may fail: the first failure wins, and can
/// ask the others to stop. Go's `errgroup.Group`, of the module
/// `golang.org/x/sync`.
///
/// To clone a group is to share it.
///
/// # Example
///
/// ```
/// use listings::ErrGroup;
///
/// let group = ErrGroup::new();
/// group.go(|| Ok(()));
/// group.go(|| Err("no such book".into()));
/// assert_eq!(group.wait().unwrap_err().to_string(), "no such book");
/// ```
// ANCHOR: type
#[derive(Clone, Default)]
pub struct ErrGroup {
    members: WaitGroup,
    shared: Arc<Shared>,
    /// A channel with room for as many as may work at once, if there is a
    /// limit.
    room: Option<(Sender<()>, Receiver<()>)>,
}

#[derive(Default)]
struct Shared {
    first: Mutex<Option<Failure>>,
    cancel: Option<Cancel>,
}

/// How a member failed.
enum Failure {
    Error(Cause),
    /// What it panicked with, until `wait` panics with it.
    Panic(Option<Box<dyn Any + Send>>),
}
// ANCHOR_END: type

impl ErrGroup {
    /// A group without a context, and without a limit.
    pub fn new() -> Self {
        Self::default()
    }

    /// A group, and a context below `parent` for its members. The context is
    /// cancelled, with the error as its cause, when the first member fails, and
    /// it is cancelled when [`wait`](Self::wait) returns. Go's
    /// `errgroup.WithContext`.
    pub fn with_context(parent: &Context) -> (Self, Context) {
        let (context, cancel) = parent.with_cancel();
        let shared = Arc::new(Shared {
            first: Mutex::default(),
            cancel: Some(cancel),
        });
        let group = ErrGroup {
            shared,
            ..Self::default()
        };
        (group, context)
    }

    /// Lets at most `most` members work at once. Go's `g.SetLimit(most)`,
    /// before the first `Go`.
    ///
    /// # Panics
    ///
    /// If `most` is zero: no member could ever start. (In Go, `Go` would then
    /// wait for ever.)
    #[must_use]
    pub fn limit(mut self, most: usize) -> Self {
        assert!(most > 0, "a group in which nobody may work");
        self.room = Some(bounded(most));
        self
    }

    // ANCHOR: go
    /// Runs `member` in a new thread. With a limit, it first waits until there
    /// is room.
    ///
    /// # Panics
    ///
    /// If the operating system refuses to start a thread.
    pub fn go<F>(&self, member: F)
    where
        F: FnOnce() -> Result<(), GroupError> + Send + 'static,
    {
        if let Some((enter, _)) = &self.room {
            enter.send(()).expect("the group holds both ends");
        }
        self.start(member);
    }

    /// Runs `member` in a new thread if there is room, and says whether. Go's
    /// `g.TryGo`.
    ///
    /// # Panics
    ///
    /// If the operating system refuses to start a thread.
    pub fn try_go<F>(&self, member: F) -> bool
    where
        F: FnOnce() -> Result<(), GroupError> + Send + 'static,
    {
        if let Some((enter, _)) = &self.room
            && enter.try_send(()).is_err()
        {
            return false;
        }
        self.start(member);
        true
    }

    fn start<F>(&self, member: F)
    where
        F: FnOnce() -> Result<(), GroupError> + Send + 'static,
    {
        let place = Place {
            leave: self.room.as_ref().map(|(_, leave)| leave.clone()),
            _member: self.members.task(),
        };
        let shared = Arc::clone(&self.shared);
        thread::spawn(move || {
            let _place = place;
            match panic::catch_unwind(AssertUnwindSafe(member)) {
                Ok(Ok(())) => {}
                Ok(Err(error)) => shared.fail(Failure::Error(Cause::new(error))),
                Err(panic) => shared.fail(Failure::Panic(Some(panic))),
            }
        });
    }
    // ANCHOR_END: go

    // ANCHOR: wait
    /// Waits until all members have ended, and gives the error of the one that
    /// failed first.
    ///
    /// # Errors
    ///
    /// The first error, however often one waits.
    ///
    /// # Panics
    ///
    /// With the panic of a member, if that was the first failure. (In Go a
    /// panic ends the program at once.)
    pub fn wait(&self) -> Result<(), Cause> {
        self.members.wait();
        if let Some(cancel) = &self.shared.cancel {
            cancel.cancel();
        }
        let mut first = self.shared.first();
        let panic = match &mut *first {
            None => return Ok(()),
            Some(Failure::Error(error)) => return Err(error.clone()),
            Some(Failure::Panic(panic)) => panic.take(),
        };
        drop(first);
        panic::resume_unwind(panic.unwrap_or_else(|| Box::new("a member panicked")))
    }
    // ANCHOR_END: wait
}

impl Shared {
    // ANCHOR: fail
    /// Keeps the failure if it is the first, and asks the others to stop.
    fn fail(&self, failure: Failure) {
        let mut first = self.first();
        if first.is_some() {
            return;
        }
        if let Some(cancel) = &self.cancel {
            match &failure {
                Failure::Error(error) => cancel.cancel_with(error.clone()),
                Failure::Panic(_) => cancel.cancel_because("a member panicked"),
            }
        }
        *first = Some(failure);
    }
    // ANCHOR_END: fail

    /// No code of others runs under this lock, so it is not poisoned.
    fn first(&self) -> MutexGuard<'_, Option<Failure>> {
        self.first.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of a member that works: gives way to the next, and then is done.
struct Place {
    leave: Option<Receiver<()>>,
    /// Is dropped after `drop` has run.
    _member: Done,
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(leave) = &self.leave {
            leave.recv().expect("the member has entered");
        }
    }
}
