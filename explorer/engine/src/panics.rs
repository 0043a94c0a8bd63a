//! Panics of the explored program.
//!
//! All threads of the program run on one thread of the operating system, for which std counts
//! panics; so who is panicking is kept here, for each thread of the program.

use crate::fiber::Suspender;
use crate::tables::Position;
use crate::world::{self, Over, Place};
use std::cell::Cell;
use std::panic::{PanicHookInfo, set_hook, take_hook};
use std::sync::Once;

/// A panic: its message, and its place in the program if it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Panic {
    pub(crate) message: String,
    pub(crate) position: Position,
}

/// The panics of one thread.
#[derive(Debug, Default)]
pub(crate) struct Panics {
    /// Those that are unwinding its stack now, each with how many calls of `catch_unwind` were
    /// open when it began.
    unwinding: Vec<(Panic, usize)>,
    /// How many calls of `catch_unwind` are open.
    catching: usize,
}

impl Panics {
    /// The panic that has ended the thread.
    pub(crate) fn take(&mut self) -> Option<Panic> {
        self.unwinding.pop().map(|(panic, _)| panic)
    }

    pub(crate) fn unwinding(&self) -> bool {
        !self.unwinding.is_empty()
    }
}

/// Whether the running thread is unwinding, as [`std::thread::panicking`].
pub fn panicking() -> bool {
    match world::with(|world| world.threads[world.running.0].panics.unwinding()) {
        Some(panicking) => panicking,
        None => world::outside() && std::thread::panicking(),
    }
}

/// As [`std::panic::catch_unwind`], for the running thread.
///
/// # Errors
///
/// The payload of the panic that was caught.
pub fn catch<R>(f: impl FnOnce() -> R + std::panic::UnwindSafe) -> std::thread::Result<R> {
    let enter = |by: isize| {
        world::with(|world| {
            let panics = &mut world.threads[world.running.0].panics;
            panics.catching = panics.catching.saturating_add_signed(by);
        })
    };
    enter(1);
    let result = std::panic::catch_unwind(f);
    enter(-1);
    match result {
        Err(payload) if payload.is::<crate::operation::Abandoned>() => {
            std::panic::resume_unwind(payload)
        }
        Err(payload) => {
            world::with(|world| world.threads[world.running.0].panics.take());
            Err(payload)
        }
        Ok(value) => Ok(value),
    }
}

/// Notes a panic that the program raises without the hook (`resume_unwind`).
pub fn note_resumed_panic() {
    world::with(|world| {
        let panics = &mut world.threads[world.running.0].panics;
        let panic = Panic {
            message: "a panic was passed on".to_owned(),
            position: (0, 0),
        };
        panics.unwinding.push((panic, panics.catching));
    });
}

thread_local! {
    /// Whether a fiber was left inside of the panic hook: std would then abort at the next panic
    /// on this thread of the operating system.
    static TAINTED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread of the operating system can no longer be used for executions.
pub(crate) fn tainted() -> bool {
    TAINTED.get()
}

/// Sees to it that panics of explored programs are noted, and that all others go where they went.
pub(crate) fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |info| {
            match world::place() {
                Place::Thread => note(info),
                Place::Abandoning => {
                    // A destructor panics while its thread is being abandoned.
                    TAINTED.set(true);
                    world::stop_here();
                }
                Place::Outside | Place::Scheduler => previous(info),
            }
        }));
    });
}

fn note(info: &PanicHookInfo<'_>) {
    let message = match info.payload_as_str() {
        Some(message) => message.to_owned(),
        None => "a panic with a value that is no text".to_owned(),
    };
    let aborted = world::with(|world| {
        world.note_last_drop();
        let position = info.location().map_or((0, 0), |place| {
            let own = place.file() == world.tables.file();
            if own {
                (place.line(), place.column())
            } else {
                (0, 0)
            }
        });
        let position = match position {
            (0, 0) => crate::backtrace::caller(&world.tables).unwrap_or((0, 0)),
            position => position,
        };
        let me = world.running;
        let panics = &mut world.threads[me.0].panics;
        let catching = panics.catching;
        let second = panics
            .unwinding
            .iter()
            .any(|(_, caught)| *caught >= catching);
        panics.unwinding.push((
            Panic {
                message: message.clone(),
                position,
            },
            catching,
        ));
        second.then(|| {
            let line = position.0;
            let why = format!("{message} (line {line}), while a panic was being cleaned up");
            world.over = Some(Over::Abort(why));
            world.threads[me.0].fiber.suspender()
        })
    });
    if let Some(Some(suspender)) = aborted {
        suspend_for_ever(suspender);
    }
}

/// A panic in a destructor that runs because of a panic aborts the process. Here it must not: the
/// thread stops inside of the hook and is never resumed.
fn suspend_for_ever(suspender: Suspender) {
    TAINTED.set(true);
    loop {
        suspender.suspend();
    }
}
