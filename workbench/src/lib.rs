//! Compiles and runs one program at a time, within limits.

pub mod explore;
