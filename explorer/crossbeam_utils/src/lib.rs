//! What a program is linked with in place of `crossbeam-utils` while it is explored.
//!
//! Here are [`sync::WaitGroup`], [`sync::Parker`], [`sync::ShardedLock`], [`Backoff`] and
//! [`CachePadded`]. `atomic::AtomicCell` and `thread::scope` (which std's has replaced) are not, so
//! that a program which needs them does not compile.

mod backoff;
mod parker;
mod wait_group;

pub use backoff::Backoff;
pub use crossbeam_utils::CachePadded;

/// As `crossbeam_utils::sync`.
pub mod sync {
    pub use crate::parker::{Parker, Unparker};
    pub use crate::wait_group::WaitGroup;

    /// As `crossbeam_utils::sync::ShardedLock`, which differs from std's lock in its speed.
    pub type ShardedLock<T> = interleave_std::sync::RwLock<T>;

    /// As `crossbeam_utils::sync::ShardedLockReadGuard`.
    pub type ShardedLockReadGuard<'a, T> = interleave_std::sync::RwLockReadGuard<'a, T>;

    /// As `crossbeam_utils::sync::ShardedLockWriteGuard`.
    pub type ShardedLockWriteGuard<'a, T> = interleave_std::sync::RwLockWriteGuard<'a, T>;
}
