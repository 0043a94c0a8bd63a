//! The types that the chapters of *Every Interleaving* build, step by step.
//!
//! Each is small enough to be read in one sitting, has the semantics of its Go
//! counterpart, and says where Rust makes it behave differently.
//!
//! | type | Go's counterpart | chapter |
//! |---|---|---|
//! | [`WaitGroup`] | `sync.WaitGroup` | WaitGroup |
//! | [`Hits`] | a struct with a `sync.Mutex` and an `int` | Mutex |
//! | [`Buffer`] | a buffered channel | Conditions |
//! | [`Semaphore`] | a buffered channel, `golang.org/x/sync/semaphore` | Conditions |
//! | [`ReadCondition`] | `sync.NewCond(mu.RLocker())` | Conditions |
//! | [`SpinLock`] | none | Atomics and memory order |
//! | [`Context`] | `context.Context` | Context |
//! | [`ErrGroup`] | `errgroup.Group` | Groups that can fail |
//!
//! [`books`] is what the library has on its shelves.

#![warn(missing_docs)]

pub mod books;
mod buffer;
mod context;
mod err_group;
mod hits;
mod read_condition;
mod semaphore;
mod spin_lock;
mod wait_group;

pub use buffer::Buffer;
pub use context::{Cancel, Cause, Context, ContextError, Stop};
pub use err_group::{ErrGroup, GroupError};
pub use hits::Hits;
pub use read_condition::ReadCondition;
pub use semaphore::{Permit, Semaphore};
pub use spin_lock::{SpinGuard, SpinLock};
pub use wait_group::{Done, WaitGroup};
