//! The programs, to be explored by shuttle.
#![allow(missing_docs)]

use ::shuttle::{sync, thread};

programs!();
