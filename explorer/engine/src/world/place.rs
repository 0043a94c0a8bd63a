//! Who runs at the moment, and how what runs finds its world.

use super::World;
use crate::object::Site;
use crate::watchdog;
use std::cell::Cell;
use std::ptr;

/// Who runs at the moment, on this thread of the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// No exploration.
    Outside,
    /// A thread of the explored program.
    Thread,
    /// The scheduler. What it calls of the program (a `Debug`) performs no operations.
    Scheduler,
    /// A thread whose execution is over, and whose destructors run: they perform no operations.
    Abandoning,
}

thread_local! {
    static PLACE: Cell<Place> = const { Cell::new(Place::Outside) };
    static WORLD: Cell<*mut World> = const { Cell::new(ptr::null_mut()) };
}

pub(crate) fn place() -> Place {
    PLACE.get()
}

pub(crate) fn set_place(place: Place) {
    PLACE.set(place);
}

/// Whether a thread of an explored program runs, which performs operations.
///
/// False in what the scheduler itself calls of the program (a `Debug` of a value that it shows),
/// in destructors after the end of an execution, and outside of any exploration: there a stand-in
/// must do without operations.
pub fn running() -> bool {
    place() == Place::Thread
}

/// Whether no exploration is going on here at all.
pub(crate) fn outside() -> bool {
    place() == Place::Outside
}

/// Registers an object that the running thread makes at `site`, and returns its stamp.
pub(crate) fn birth(site: Site) -> u64 {
    with(|world| world.born(site)).unwrap_or(0)
}

/// Stops the running fiber, whose execution is over, for good.
pub(crate) fn stop_here() -> ! {
    // SAFETY: the world outlives its fibers, and the scheduler holds no reference to it here.
    let suspender = unsafe {
        let world = &*WORLD.get();
        world.threads[world.running.0].fiber.suspender()
    };
    loop {
        suspender.suspend();
    }
}

/// Makes `world` the one that [`with`] finds.
pub(crate) fn set_world(world: *mut World) {
    WORLD.set(world);
}

/// Calls `f` with the world, if the caller is a thread of an explored program.
///
/// For what is local to the running thread; what others can notice is an operation.
pub fn with<R>(f: impl FnOnce(&mut World) -> R) -> Option<R> {
    if place() != Place::Thread {
        return None;
    }
    // SAFETY: while a thread of the program runs, the scheduler holds no reference to the world,
    // and `f` is called in a place in which this function answers nothing, so there is no second.
    watchdog::scheduler_runs();
    set_place(Place::Scheduler);
    let result = f(unsafe { &mut *WORLD.get() });
    crate::fiber::wipe();
    set_place(Place::Thread);
    watchdog::program_runs();
    Some(result)
}

/// As [`with`], for an access to memory: it is no sign of life, since a thread that makes nothing
/// else gets nowhere.
///
/// # Panics
///
/// Panics if the caller is no thread of an explored program.
pub(crate) fn glance<R>(f: impl FnOnce(&mut World) -> R) -> R {
    assert_eq!(place(), Place::Thread);
    set_place(Place::Scheduler);
    // SAFETY: as in `with`.
    let result = f(unsafe { &mut *WORLD.get() });
    crate::fiber::wipe();
    set_place(Place::Thread);
    result
}
