//! Threads of the explored program.

use crate::fiber::Fiber;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::hashing::HashMap;
use crate::memory::{Knowledge, View};
use crate::object::Site;
use crate::operation::{Abandoned, Operation, Readiness, What, perform};
use crate::panics;
use crate::plain::clock::Clock;
use crate::rounds::Trail;
use crate::tables::Position;
use crate::world::{self, Over, Place, ThreadId, World};
use interleave_request::{Memory, Time};
use std::any::Any;
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
            made: HashMap::default(),
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
    let life: Box<dyn Life + '_> = boxed(move || outlive(body, left, keep));
    // SAFETY: as the caller promises.
    let fiber = unsafe { Fiber::new(life) };
    start(new, fiber)
}

/// From here on nothing depends on what the thread does: it is compiled once, not in the explored
/// program for each thread that it starts.
fn start(new: NewThread<'_>, fiber: Fiber) -> ThreadId {
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

/// What a thread does from its beginning to its end, on its own stack.
pub(crate) trait Life {
    fn live(self: Box<Self>);
}

impl<Body: FnOnce() -> Option<End>> Life for Body {
    fn live(self: Box<Self>) {
        // All of a thread's state lies on its own stack, not in a block of somebody else's.
        let body = {
            let boxed = self;
            *boxed
        };
        let ended = body();
        if let Some(End { left, panicked }) = ended {
            end(left, panicked);
        }
    }
}

/// In a block that is none of the program's.
pub(crate) fn boxed<Body: FnOnce() -> Option<End>>(body: Body) -> Box<Body> {
    let place = world::place();
    world::set_place(Place::Scheduler);
    let boxed = Box::new(body);
    crate::fiber::wipe();
    world::set_place(place);
    boxed
}

/// How a thread has come to its end.
pub(crate) struct End {
    left: Option<Fingerprint>,
    panicked: bool,
}

/// The life of a thread but for its end; nothing if its execution was over before.
pub(crate) fn outlive<T>(
    body: impl FnOnce() -> T,
    left: impl FnOnce(&T) -> Option<Fingerprint>,
    keep: impl FnOnce(std::thread::Result<T>),
) -> Option<End> {
    let (mut body, mut value) = (Some(body), None);
    let panic = run(&mut || {
        if let Some(body) = body.take() {
            value = Some(body());
        }
    })?;
    let mut end = End {
        left: None,
        panicked: false,
    };
    match (value, panic) {
        (Some(value), _) => {
            end.left = left(&value);
            keep(Ok(value));
        }
        (None, panic) => {
            end.panicked = true;
            keep(Err(panic.unwrap_or_else(|| Box::new(()))));
        }
    }
    Some(end)
}

/// Runs the body of a thread. Returns how it panicked, if it did; nothing at all if its execution
/// was over before.
fn run(body: &mut dyn FnMut()) -> Option<Option<Box<dyn Any + Send>>> {
    let panic = catch_unwind(AssertUnwindSafe(body)).err();
    if panic.as_ref().is_some_and(|panic| panic.is::<Abandoned>()) {
        return None;
    }
    drop_locals();
    Some(panic)
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
