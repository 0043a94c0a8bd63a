//! As `std::sync`.

mod arc;
pub mod atomic;
mod barrier;
mod condvar;
mod guarded;
pub mod mpsc;
mod mutex;
mod once;
mod rwlock;

pub use ::std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use arc::{Arc, Count, Weak};
pub use barrier::{Barrier, BarrierWaitResult};
pub use condvar::{Condvar, WaitTimeoutResult};
pub use guarded::{Guarded, region};
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, Once, OnceLock, OnceState};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
