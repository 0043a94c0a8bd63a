//! The course: its commands, its book, its server.
//!
//! # Layout
//!
//! - [`commands`]: the command line, one file a command
//! - [`recording`]: what stands beside a listing, recorded and checked
//! - [`lint`]: what no compiler notices in chapters and listings
//! - [`pinned`]: the compiler whose words the chapters show

pub mod commands;
pub mod lint;
pub mod pinned;
pub mod recording;
