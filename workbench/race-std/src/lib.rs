//! A stand-in for `std` that tells ThreadSanitizer about std's own locks.
//!
//! ThreadSanitizer learns what happens before what from the code that it has instrumented.
//! Rust ships `std` without instrumentation, so the detector does not see a thread hand a mutex
//! to another one, and reports races where there are none. A program that is checked for races is
//! therefore linked with this crate under the name `std`: it is `std`, but where threads meet it
//! says so.
//!
//! # Layout
//!
//! | module | what is in it |
//! |---|---|
//! | [`sync`] | locks, conditions, barriers, once cells and channels |
//! | [`thread`] | scopes, and parking |
//! | [`io`] | the locks around stdout and stderr |
//! | [`fences`] | memory fences, which the detector's runtime ignores, and with them `Arc` |
//! | `tsan` | the calls into the detector's runtime |
//!
//! # Rules
//!
//! An annotation may claim a little more order than there is, which can hide a race, but never
//! less, which would report one that is none. A release is announced *before* the operation that
//! lets another thread go on, an acquire *after* the operation that waited.
//!
//! Everything that is not mentioned here is std's own.

#![no_std]

extern crate std as real;

pub use real::*;

pub mod fences;
pub mod io;
pub mod sync;
pub mod thread;
mod tsan;
