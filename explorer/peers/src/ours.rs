//! The programs, to be explored by this explorer.
#![allow(missing_docs)]

use interleave_std::{sync, thread};

programs!();
