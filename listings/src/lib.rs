//! The types that the chapters of *Every Interleaving* build, step by step.
//!
//! Each is small enough to be read in one sitting, has the semantics of its Go
//! counterpart, and says where Rust makes it behave differently.
//!
//! | type | Go's counterpart | chapter |
//! |---|---|---|
//! | [`WaitGroup`] | `sync.WaitGroup` | WaitGroup |
//!
//! [`books`] is what the library has on its shelves.

#![warn(missing_docs)]

pub mod books;
mod wait_group;

pub use wait_group::{Done, WaitGroup};
