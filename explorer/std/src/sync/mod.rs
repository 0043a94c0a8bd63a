//! As `std::sync`.
//!
//! `Arc` and `Weak` are the real ones: to clone or drop one is no step. See `explorer/README.md`
//! for what that leaves out.

pub mod atomic;
mod barrier;
mod condvar;
mod guarded;
pub mod mpsc;
mod mutex;
mod once;
mod rwlock;

pub use ::std::sync::{Arc, LockResult, PoisonError, TryLockError, TryLockResult, Weak};
pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar::{Condvar, WaitTimeoutResult};
pub use guarded::{Guarded, region};
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, Once, OnceLock, OnceState};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
