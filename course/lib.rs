//! The course: its commands, its book, its server.
//!
//! # Layout
//!
//! - [`commands`]: the command line, one file a command
//! - [`book`]: builds the book, and says in plain words why it cannot be built
//! - [`server`]: shows the book to a reader, and keeps it up to date while an author edits
//! - [`root`]: the folder in which all of it lies
//!
//! Dependencies run one way: `commands → server → book → root`.

pub mod book;
pub mod commands;
pub mod root;
pub mod server;
