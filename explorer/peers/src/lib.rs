//! The same programs under this explorer, [shuttle] and [loom].
//!
//! Each file in `programs` is compiled three times, with `sync` and `thread` of the three. The test
//! compares which outcomes they find; `cargo run -p interleave-peers` measures what it takes.
//!
//! # Layout
//!
//! - `ours`, `shuttle`, `loom`: the programs with what each of the three calls `sync` and `thread`;
//! - [`run`]: runs one program under one of them;
//! - [`list`]: all programs, which of the three can run them, and why not.
//!
//! [shuttle]: https://docs.rs/shuttle
//! [loom]: https://docs.rs/loom

// That is the point: each of the three compiles them for itself.
#![allow(clippy::duplicate_mod)]

/// The programs, as modules of the module in which this is called.
macro_rules! programs {
    () => {
        programs! {
            barrier "../programs/barrier.rs"
            bounded_buffer "../programs/bounded_buffer.rs"
            channel "../programs/channel.rs"
            check_then_act "../programs/check_then_act.rs"
            compare_exchange "../programs/compare_exchange.rs"
            condvar "../programs/condvar.rs"
            fetch_add "../programs/fetch_add.rs"
            growth "../programs/growth.rs"
            lock_let_go "../programs/lock_let_go.rs"
            lost_notification "../programs/lost_notification.rs"
            lost_update "../programs/lost_update.rs"
            park "../programs/park.rs"
            philosophers_3 "../programs/philosophers_3.rs"
            philosophers_5 "../programs/philosophers_5.rs"
            rwlock "../programs/rwlock.rs"
            rwlock_cache "../programs/rwlock_cache.rs"
            store_buffering "../programs/store_buffering.rs"
            try_lock "../programs/try_lock.rs"
            two_locks "../programs/two_locks.rs"
            two_locks_crossed "../programs/two_locks_crossed.rs"
            wait_group "../programs/wait_group.rs"
        }
    };
    ($($name:ident $file:literal)+) => { $( #[path = $file] pub mod $name; )+ };
}

pub mod list;
mod loom;
mod ours;
pub mod run;
mod shuttle;
