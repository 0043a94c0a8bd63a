//! The course: its commands, its book, its server.
//!
//! # Layout
//!
//! - [`commands`]: the command line, one file a command
//! - [`book`]: builds the book, and says in plain words why it cannot be built
//! - [`server`]: shows the book to a reader, and keeps it up to date while an author edits
//! - [`recording`]: what stands beside a listing, recorded and checked
//! - [`lint`]: what no compiler notices in chapters and listings
//! - [`pinned`]: the compiler whose words the chapters show
//! - [`program`]: a program that somebody names, and the workbench for it
//! - [`root`]: the folder in which all of it lies
//!
//! Dependencies run one way: `commands → server → book → root`,
//! and `commands → recording`, `lint → recording`.

pub mod book;
pub mod commands;
pub mod lint;
pub mod pinned;
pub mod program;
pub mod recording;
pub mod root;
pub mod server;
