//! Whether what the explorer says is true, from several sides.
//!
//! - `merging`: merged searches against plain enumeration, on programs written for it
//! - `random`: the same on thousands of programs made at random
//! - `owners`: the same, where threads learn things without a step
//! - `litmus`: what the memory models allow, case by case
//! - `replay`: every schedule that is shown leads to the end that is shown
//! - `rounds`: loops that wait, and loops that count
//! - `endings`: panics, deadlocks, livelocks, limits

mod endings;
mod litmus;
mod merging;
mod owners;
mod polling;
mod programs;
mod random;
mod replay;
mod rounds;
mod support;
