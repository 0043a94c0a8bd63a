//! Operations: the steps of a thread that others can notice.
//!
//! A thread *parks* before its operation takes effect. The scheduler asks every parked operation
//! whether it could go on, chooses one, lets it take effect, and resumes its thread, which runs on
//! to its next operation. What happens between two operations is local to the thread, so it makes
//! no difference when it happens.

use crate::fiber::Signal;
use crate::object::{ObjectId, Site};
use crate::registers;
use crate::seen::Seen;
use crate::world::{self, Place, ThreadId, World};
use std::time::Duration;

/// Whether a parked operation can take effect now.
#[derive(Clone, Debug)]
pub enum Readiness {
    /// In this many ways (at least one), among which the scheduler chooses.
    Ready(u32),
    /// Yes, and nothing that others do before or after it makes any difference: it is done at
    /// once, and the others are held back meanwhile.
    AtOnce,
    /// In one way; but it may also be kept waiting, as a reader by a writer that waits itself.
    ///
    /// Whoever is kept waiting is like somebody who comes later. It only makes a difference where
    /// nobody else can go on, or where the others go round until it has gone on. So the scheduler
    /// offers the second way, `Choice::Way(1)`, where all others that could go on may be kept
    /// waiting too. The stand-in then parks the thread again, as blocked.
    MayWait,
    /// Not before another thread has done something.
    Blocked(Reason),
    /// The same, but the operation can give up waiting: its deadline may pass.
    UntilDeadline(Reason),
    /// As one of these two, but it may also go on for no reason, if the model has
    /// [`spurious_wakeups`](interleave_request::Model::spurious_wakeups).
    Spurious {
        /// Why nothing else lets it go on.
        reason: Reason,
        /// Whether its deadline may pass.
        gives_up: bool,
    },
}

/// Why a thread cannot go on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// In words that stand after the operation: `is locked`, `has no message`.
    pub why: &'static str,
    /// What it waits for.
    pub object: Option<ObjectId>,
    /// Whom it waits for.
    pub threads: Vec<ThreadId>,
}

impl Reason {
    /// An object that is not as it should be; whoever holds it is named.
    pub fn object(world: &World, why: &'static str, object: ObjectId) -> Reason {
        Reason {
            why,
            object: Some(object),
            threads: world.holders(object),
        }
    }

    /// A thread that has yet to do something.
    pub fn threads(why: &'static str, threads: Vec<ThreadId>) -> Reason {
        Reason {
            why,
            object: None,
            threads,
        }
    }
}

/// Which way an operation takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// One of the ways in which it is ready, counted from 0.
    Way(u32),
    /// Its deadline passes.
    TimeOut,
}

/// What an operation is, for a reader.
#[derive(Clone, Copy)]
pub struct What<'a> {
    /// What is done: `lock`, `store`.
    pub verb: &'static str,
    /// To which object.
    pub object: Option<ObjectId>,
    /// Where, if the stand-in was told (`#[track_caller]`); a destructor is not.
    pub site: Option<Site>,
    /// With what: the value that is stored.
    pub detail: Option<&'a dyn Fn(&World) -> String>,
    /// When it gives up, if it is [`Readiness::UntilDeadline`].
    pub timeout: Option<Duration>,
}

impl<'a> What<'a> {
    /// An operation of the name `verb`.
    pub fn new(verb: &'static str) -> Self {
        What {
            verb,
            object: None,
            site: None,
            detail: None,
            timeout: None,
        }
    }

    /// On this object.
    pub fn on(self, object: ObjectId) -> Self {
        What {
            object: Some(object),
            ..self
        }
    }

    /// At this place of the program.
    pub fn at(self, site: Site) -> Self {
        What {
            site: Some(site),
            ..self
        }
    }

    /// With more to say; only called for what is shown.
    pub fn with(self, detail: &'a dyn Fn(&World) -> String) -> Self {
        What {
            detail: Some(detail),
            ..self
        }
    }

    /// Giving up after this time.
    pub fn within(self, timeout: Option<Duration>) -> Self {
        What { timeout, ..self }
    }
}

/// A parked operation, as the scheduler sees it.
pub(crate) trait Operation {
    fn what(&self) -> What<'_>;
    fn readiness(&self, world: &World, me: ThreadId) -> Readiness;
    fn take_effect(&mut self, world: &mut World, me: ThreadId, choice: Choice) -> Seen;
}

struct Parked<'a, R, When, Effect> {
    what: What<'a>,
    when: When,
    effect: Option<Effect>,
    result: Option<R>,
}

impl<R, When, Effect> Operation for Parked<'_, R, When, Effect>
where
    When: Fn(&World, ThreadId) -> Readiness,
    Effect: FnOnce(&mut World, ThreadId, Choice) -> (Seen, R),
{
    fn what(&self) -> What<'_> {
        self.what
    }

    fn readiness(&self, world: &World, me: ThreadId) -> Readiness {
        (self.when)(world, me)
    }

    fn take_effect(&mut self, world: &mut World, me: ThreadId, choice: Choice) -> Seen {
        let effect = self.effect.take().expect("an operation takes effect once");
        let (seen, result) = effect(world, me, choice);
        self.result = Some(result);
        seen
    }
}

/// Performs an operation of the running thread: parks until the scheduler has chosen it.
///
/// `when` is asked in every state until then; `effect` is called once, by the scheduler. Both see
/// the world and must not perform operations themselves. `effect` says what the thread has
/// [`Seen`] by it.
///
/// # Panics
///
/// Panics outside of an execution: ask [`crate::running`] first.
pub fn perform<R>(
    what: What<'_>,
    when: impl Fn(&World, ThreadId) -> Readiness,
    effect: impl FnOnce(&mut World, ThreadId, Choice) -> (Seen, R),
) -> R {
    let mut parked = Parked {
        what,
        when,
        effect: Some(effect),
        result: None,
    };
    if park(&mut parked) == Signal::Abandon {
        world::set_place(Place::Abandoning);
        std::panic::resume_unwind(Box::new(Abandoned));
    }
    parked.result.expect("a resumed operation has taken effect")
}

/// The same for an operation in code that cannot be unwound: when its execution is over, its thread
/// is left where it is.
pub(crate) fn perform_to_the_end<R>(
    what: What<'_>,
    when: impl Fn(&World, ThreadId) -> Readiness,
    effect: impl FnOnce(&mut World, ThreadId, Choice) -> (Seen, R),
) -> R {
    let mut parked = Parked {
        what,
        when,
        effect: Some(effect),
        result: None,
    };
    if park(&mut parked) == Signal::Abandon {
        world::set_place(Place::Abandoning);
        world::stop_here();
    }
    parked.result.expect("a resumed operation has taken effect")
}

/// An operation that is always ready, in one way.
pub fn perform_now<R>(what: What<'_>, effect: impl FnOnce(&mut World, ThreadId) -> (Seen, R)) -> R {
    perform(
        what,
        |_, _| Readiness::Ready(1),
        |world, me, _| effect(world, me),
    )
}

/// The payload with which a fiber is unwound when its execution is over.
pub(crate) struct Abandoned;

/// Marks how far the stack is the thread's own business. What lies below is compared with nothing:
/// so this frame holds the marker and nothing else, such as the scheduler's counters. The marker is
/// what the thread has in registers, which is its own business as well.
#[inline(never)]
fn park(operation: &mut dyn Operation) -> Signal {
    let marker = registers::now();
    let signal = park_above(operation, marker.as_ptr().cast());
    crate::fiber::wipe();
    signal
}

#[inline(never)]
fn park_above(operation: &mut dyn Operation, marker: *const u8) -> Signal {
    // SAFETY: the operation stays on this stack, in this place, until the fiber is resumed, and
    // the world forgets it when it has taken effect or when the fiber is abandoned.
    let operation: &'static mut dyn Operation = unsafe { std::mem::transmute(operation) };
    let suspender = world::with(|world| world.park(operation, marker))
        .expect("failed to perform an operation: no exploration is running on this thread");
    suspender.suspend()
}
