//! Threads of the explored program.

use crate::fiber::Fiber;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::memory::{Knowledge, View};
use crate::object::Site;
use crate::operation::{Abandoned, Operation, Readiness, What, perform};
use crate::panics;
use crate::plain::clock::Clock;
use crate::rounds::Trail;
use crate::tables::Position;
use crate::world::{self, Over, ThreadId, World};
use interleave_request::{Memory, Time};
use std::any::Any;
use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::time::Duration;

/// How a thread ended.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ending {
    /// What it left to whoever joins it.
    pub(crate) left: Fingerprint,
    /// The panic that ended it, until somebody has joined it.
    pub(crate) panic: Option<panics::Panic>,
}

/// One thread in one execution.
pub(crate) struct Thread {
    pub(crate) number: u32,
    pub(crate) name: Option<Rc<str>>,
    pub(crate) fiber: Box<Fiber>,
    /// All that it has done and seen. It decides where the thread stands.
    pub(crate) history: Fingerprint,
    pub(crate) begun: bool,
    pub(crate) ending: Option<Ending>,
    parked: Option<*mut dyn Operation>,
    /// Where it is parked, if that was not known before.
    pub(crate) position: Option<Position>,
    pub(crate) deadline: Option<Duration>,
    /// How many threads it has started.
    pub(crate) started: u32,
    /// How many objects it has made at each place.
    pub(crate) made: HashMap<usize, u32>,
    pub(crate) token: Option<Token>,
    pub(crate) locals: Vec<Local>,
    pub(crate) panics: panics::Panics,
    /// The counted pointers that it is dropping now, one within the other: whether each was the
    /// last one to its value.
    pub(crate) drops: Vec<bool>,
    /// What it knows of memory, if that is weak.
    pub(crate) knowledge: Knowledge,
    /// How much of its stack is in use while it is parked.
    pub(crate) stack: Range<usize>,
    /// What it has changed on the stacks of others: the sum of all changes.
    pub(crate) left_elsewhere: Fingerprint,
    pub(crate) trail: Trail,
}

/// The token of `park` and `unpark`.
#[derive(Debug, Default)]
pub(crate) struct Token {
    /// What those had done and seen who have given it, if that matters.
    pub(crate) given_by: Fingerprint,
    /// What those knew of memory.
    pub(crate) view: View,
    /// What those knew to have happened.
    pub(crate) order: Clock,
}

/// A value of a `thread_local!`.
pub(crate) struct Local {
    pub(crate) key: usize,
    pub(crate) value: Box<dyn Any>,
    /// Where the value itself lies.
    pub(crate) bytes: (*const u8, usize),
}

impl Thread {
    pub(crate) fn new(number: u32, fiber: Fiber, history: Fingerprint, name: Option<&str>) -> Self {
        Thread {
            number,
            name: name.map(Rc::from),
            fiber: Box::new(fiber),
            history,
            begun: false,
            ending: None,
            parked: None,
            position: None,
            drops: Vec::new(),
            deadline: None,
            started: 0,
            made: HashMap::new(),
            token: None,
            locals: Vec::new(),
            panics: panics::Panics::default(),
            knowledge: Knowledge::default(),
            stack: 0..0,
            left_elsewhere: Fingerprint::default(),
            trail: Trail::default(),
        }
    }

    pub(crate) fn park(&mut self, operation: &'static mut dyn Operation) {
        self.parked = Some(operation);
    }

    pub(crate) fn operation(&self) -> Option<&dyn Operation> {
        // SAFETY: a parked operation lies on the stack of its suspended thread.
        self.parked.map(|operation| unsafe { &*operation })
    }

    pub(crate) fn unpark(&mut self) -> &'static mut dyn Operation {
        let operation = self.parked.take().expect("a chosen thread is parked");
        // SAFETY: a parked operation lies on the stack of its thread, which stays suspended until
        // the operation has taken effect.
        unsafe { &mut *operation }
    }

    pub(crate) fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.number(self.token.is_some().into());
        into.fingerprint(
            self.token
                .as_ref()
                .map(|token| token.given_by)
                .unwrap_or_default(),
        );
        match &self.ending {
            Some(ending) => {
                into.number(1);
                into.fingerprint(ending.left);
                into.number(ending.panic.is_some().into());
                if world.model.memory == Memory::Weak {
                    self.knowledge.view.fingerprint(world, into);
                }
            }
            None => {
                into.number(0);
                into.fingerprint(self.history);
                if world.model.memory == Memory::Weak {
                    self.knowledge.fingerprint(world, into);
                    let token = self.token.as_ref().map(|token| &token.view);
                    token.unwrap_or(&View::default()).fingerprint(world, into);
                }
                // Where it may pass at any moment, it matters to which time that moves the clock.
                if world.model.time == Time::Idle || world.watched.clock {
                    let left = self
                        .deadline
                        .map(|deadline| deadline.saturating_sub(world.clock));
                    into.wide(left.map_or(u128::MAX, |left| left.as_nanos()));
                }
            }
        }
    }
}

/// What is told of a thread that is to be started.
pub struct NewThread<'a> {
    /// Where.
    pub site: Site,
    /// The name that the program gives it.
    pub name: Option<&'a str>,
}

/// Starts a thread that runs `body` and hands its result to `keep`.
///
/// `left` says what the thread leaves behind for whoever joins it: a fingerprint of its result if
/// that is all, nothing if it may have left more (because it borrows).
///
/// # Safety
///
/// What `body` and `keep` borrow must outlive the thread: the caller joins it.
pub unsafe fn spawn<T>(
    new: NewThread<'_>,
    body: impl FnOnce() -> T,
    left: impl FnOnce(&T) -> Option<Fingerprint>,
    keep: impl FnOnce(std::thread::Result<T>),
) -> ThreadId {
    // SAFETY: as the caller promises.
    let fiber = unsafe { Fiber::new(move || live(body, left, keep)) };
    let name = new.name;
    let what = What::new("spawn").at(new.site);
    perform(
        what,
        |_, _| Readiness::AtOnce,
        move |world, me, _| {
            let child = world.add_thread(Some(me), fiber, Some(new.site), name);
            world.tell(|world| world.thread_name(child).to_owned());
            (crate::seen::Seen::nothing(), child)
        },
    )
}

/// The whole life of a thread, on its own stack.
pub(crate) fn live<T>(
    body: impl FnOnce() -> T,
    left: impl FnOnce(&T) -> Option<Fingerprint>,
    keep: impl FnOnce(std::thread::Result<T>),
) {
    let result = catch_unwind(AssertUnwindSafe(body));
    if matches!(&result, Err(payload) if payload.is::<Abandoned>()) {
        return;
    }
    drop_locals();
    let known = result.as_ref().ok().and_then(left);
    let panicked = result.is_err();
    keep(result);
    end(known, panicked);
}

/// Runs the destructors of `thread_local!` values, the latest first.
fn drop_locals() {
    while let Some(Some(local)) = world::with(|world| {
        let me = world.running;
        world.threads[me.0].locals.pop()
    }) {
        drop(local.value);
    }
}

/// The end of a thread. It is a step of its own where somebody can notice when it happens: main's
/// end is the end of all threads, and a panic is a message.
fn end(left: Option<Fingerprint>, panicked: bool) {
    let matters =
        world::with(|world| world.running == ThreadId::MAIN || panicked || world.watched.ends);
    let Some(matters) = matters else { return };
    let verb = if panicked { "panic" } else { "return" };
    let alone = |world: &World, me: ThreadId| {
        let others = (0..world.threads.len()).filter(|index| *index != me.0);
        others
            .into_iter()
            .all(|index| world.threads[index].ending.is_some())
    };
    let effect = move |world: &mut World, me: ThreadId| {
        let thread = &mut world.threads[me.0];
        let panic = if panicked { thread.panics.take() } else { None };
        // Where threads may share what cannot be seen, what they leave is all that they have done.
        let left = left.filter(|_| !world.model.merging.is_by_history());
        thread.ending = Some(Ending {
            left: left.unwrap_or(thread.history),
            panic,
        });
        if me == ThreadId::MAIN {
            world.over = Some(Over::Main);
        }
    };
    if !matters {
        world::with(|world| effect(world, world.running));
        return;
    }
    perform(
        What::new(verb),
        move |world, me| match alone(world, me) {
            true => Readiness::AtOnce,
            false => Readiness::Ready(1),
        },
        move |world, me, _| {
            effect(world, me);
            (crate::seen::Seen::nothing(), ())
        },
    );
}
