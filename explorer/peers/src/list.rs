//! All programs, and who can run them.

use crate::run::Body;
use crate::{loom, ours, shuttle};

/// A program.
#[derive(Clone, Copy)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// With this explorer's parts.
    pub ours: Body,
    /// With shuttle's.
    pub shuttle: Body,
    /// With loom's.
    pub loom: Body,
    /// Where one of the others cannot be compared, and why not.
    pub difference: Option<Difference>,
}

/// Where one of the others differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// shuttle stops at the first failure, so it does not find all outcomes; loom's unwinding of a
    /// deadlock in which guards are held aborts the process.
    Deadlocks,
    /// loom's `Barrier` cannot be used: its `wait` is not implemented.
    NoBarrierInLoom,
    /// loom does not see that a `try_lock` depends on another thread's `lock`, and misses that it
    /// may fail.
    TryLockInLoom,
    /// loom allows that two threads do not see each other's store although all orderings are
    /// `SeqCst`, which C11 does not: it treats them as acquire and release.
    SeqCstInLoom,
}

/// A program that is compiled with the parts of all three.
macro_rules! program {
    ($name:ident) => { program!(@ $name, None) };
    ($name:ident $difference:ident) => { program!(@ $name, Some(Difference::$difference)) };
    (@ $name:ident, $difference:expr) => {
        Program {
            name: stringify!($name),
            ours: ours::$name::run,
            shuttle: shuttle::$name::run,
            loom: loom::$name::run,
            difference: $difference,
        }
    };
}

/// A number of threads that each load and store one atomic.
macro_rules! growth {
    ($name:literal $threads:literal) => {
        Program {
            name: $name,
            ours: || ours::growth::run($threads),
            shuttle: || shuttle::growth::run($threads),
            loom: || loom::growth::run($threads),
            difference: None,
        }
    };
}

/// All programs that are compared.
pub static COMPARED: &[Program] = &[
    program!(barrier NoBarrierInLoom),
    program!(channel),
    program!(check_then_act),
    program!(compare_exchange),
    program!(condvar),
    program!(fetch_add),
    program!(lock_let_go),
    program!(lost_notification Deadlocks),
    program!(lost_update),
    program!(park),
    program!(rwlock),
    program!(store_buffering SeqCstInLoom),
    program!(try_lock TryLockInLoom),
    program!(two_locks),
    program!(two_locks_crossed Deadlocks),
    program!(wait_group),
];

/// All programs that are measured. (loom panics where there are more than five threads.)
pub static MEASURED: &[Program] = &[
    program!(lost_update),
    program!(two_locks),
    program!(wait_group),
    program!(rwlock_cache),
    program!(philosophers_3),
    program!(philosophers_5),
    program!(bounded_buffer),
    growth!("2 threads" 2),
    growth!("3 threads" 3),
    growth!("4 threads" 4),
    growth!("5 threads" 5),
    growth!("6 threads" 6),
    growth!("7 threads" 7),
];
