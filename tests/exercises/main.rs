//! The exercises from the command line, on a small course.

#[path = "../support/mod.rs"]
mod support;

mod commands;
mod course;
mod watching;
