//! What a program is linked with in place of `parking_lot` while it is explored.
//!
//! Compiled with `--extern parking_lot=libinterleave_parking_lot.rlib`, a program uses these locks
//! without a change to its text. Every operation parks before it takes effect, and whatever the
//! real locks can do in some schedule, these do in some schedule too:
//!
//! - A panic poisons nothing.
//! - A writer that finds readers in a [`RwLock`] keeps new readers out from that moment on, so a
//!   thread that reads once more while a writer waits is deadlocked. A [`RecursiveRwLock`] lets
//!   readers in as long as there are readers.
//! - A fair unlock hands the lock over to a thread that waits. Whether a thread that is about to
//!   lock waits already is a matter of time, so it is a choice, and with several threads so is
//!   which of them waited longest.
//! - A [`Condvar`] never wakes without a notification. Which of several threads is notified is left
//!   open, as its documentation does.
//!
//! Not here, so that a program which needs it does not compile: `RawMutex` and `RawRwLock`,
//! `lock_api`, the unsafe functions (`force_unlock`, `raw`, `make_guard_unchecked`, `data_ptr`),
//! and what the features `arc_lock`, `serde` and `deadlock_detection` add.

mod condvar;
mod exclusive;
mod mutex;
mod once;
mod reentrant;
mod rwlock;
mod rwlock_guards;
mod rwlock_state;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use mutex::{
    AnyMappedMutexGuard, AnyMutex, AnyMutexGuard, FairMutex, FairMutexGuard, MappedFairMutexGuard,
    MappedMutexGuard, Mutex, MutexGuard,
};
pub use once::{Once, OnceState};
pub use reentrant::{MappedReentrantMutexGuard, ReentrantMutex, ReentrantMutexGuard};
pub use rwlock::{AnyRwLock, RecursiveRwLock, RwLock};
pub use rwlock_guards::{
    AnyMappedRwLockReadGuard, AnyMappedRwLockWriteGuard, AnyRwLockReadGuard,
    AnyRwLockUpgradableReadGuard, AnyRwLockWriteGuard, MappedRecursiveRwLockReadGuard,
    MappedRecursiveRwLockWriteGuard, MappedRwLockReadGuard, MappedRwLockWriteGuard,
    RecursiveRwLockReadGuard, RecursiveRwLockUpgradableReadGuard, RecursiveRwLockWriteGuard,
    RwLockReadGuard, RwLockUpgradableReadGuard, RwLockWriteGuard,
};

/// A guard's value as its own type shows it.
macro_rules! shown_as_value {
    ($guard:ident <$($parameter:tt),*> $([$($constant:tt)*])?) => {
        impl<$($($constant)*,)? T: ?Sized + std::fmt::Debug> std::fmt::Debug
            for $guard<'_, $($parameter),*>
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<$($($constant)*,)? T: ?Sized + std::fmt::Display> std::fmt::Display
            for $guard<'_, $($parameter),*>
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }
    };
}
pub(crate) use shown_as_value;
