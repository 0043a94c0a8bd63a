//! What stands beside a listing: recorded by running it, and checked by running it again.
//!
//! # Layout
//!
//! - [`listing`]: the listings on disk
//! - [`observe`]: compiles and runs one, and notes what there was to see
//! - [`judge`]: compares that with what the chapters claim and with what is recorded
//! - [`compare`]: the five ways of comparing two texts
//! - [`race`]: what detectors of data races report
//! - [`schedules`]: what the explorer makes of one: every outcome, and the shortest way to one
//! - [`tally`]: how often each output comes up in many runs
//! - [`refresh`]: writes what is recorded anew
//!
//! The tests of the book and the command `record` use the same observation and the same
//! judgement: what one writes, the other accepts.

pub mod compare;
pub mod judge;
pub mod listing;
pub mod observe;
pub mod race;
pub mod refresh;
pub mod schedules;
pub mod tally;
