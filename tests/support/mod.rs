//! What the tests of the served book share: a small course to edit, a server, a reader's requests.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod asking;
pub mod course;
pub mod events;
pub mod http;
pub mod processes;
pub mod serving;

use std::time::Duration;

/// How long a test waits for something that must happen, on however slow a machine.
pub const LIMIT: Duration = Duration::from_secs(60);
