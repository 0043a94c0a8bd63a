//! The types that the chapters of *Every Interleaving* build, step by step.
//!
//! Each is small enough to be read in one sitting, has the semantics of its Go
//! counterpart, and says where Rust makes it behave differently.
//!
//! | type | Go's counterpart | chapter |
//! |---|---|---|
//! | [`WaitGroup`] | `sync.WaitGroup` | WaitGroup |
//! | [`Context`] | `context.Context` | Context |
//! | [`ErrGroup`] | `errgroup.Group` | Groups that can fail |
//!
//! [`books`] is what the library has on its shelves.

#![warn(missing_docs)]

pub mod books;
mod context;
mod err_group;
mod wait_group;

pub use context::{Cancel, Cause, Context, ContextError, Stop};
pub use err_group::{ErrGroup, GroupError};
pub use wait_group::{Done, WaitGroup};
