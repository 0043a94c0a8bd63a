//! The programs, to be explored by loom.
#![allow(missing_docs)]

use ::loom::{sync, thread};

programs!();
