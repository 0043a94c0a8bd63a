//! What the checks of an exercise are linked with in place of the crate `checks` while they are
//! explored.
//!
//! Whatever a check hands to the learner's code is an object of the explorer, and each use of it
//! one step. The objects are never dropped: a check may hand them to a thread that nobody joins.

mod gauge;
mod log;
mod meeting;

pub use checks::{Check, Demand, every, free, part, sleeps, some, weak};
pub use gauge::{Gauge, Inside, gauge};
pub use log::{Log, log};
pub use meeting::{Meeting, handshake, meeting};

use interleave::{Seen, Stream, What, current, perform_now};
use interleave_std::panic::{AssertUnwindSafe, catch_unwind};
use std::panic::Location;
use std::sync::OnceLock;

/// What is printed when a schedule has come to where a check wants it: a word that whoever reads the
/// graph has made up, and that an answer does not know.
static REACHED: OnceLock<String> = OnceLock::new();

/// What a panic's message begins with by which a check says that something is not as it should be.
/// Whoever reads the graph looks for it.
const SAID_BY_A_CHECK: char = '\u{1}';

/// As `std::assert!`, told apart from a panic of the learner's code.
#[macro_export]
macro_rules! assert {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            $crate::__fail(::core::format_args!($($words)+))
        }
    };
}

/// Ends the schedule here: an answer cannot catch what a check says, nor join it away.
#[doc(hidden)]
#[track_caller]
pub fn __fail(words: std::fmt::Arguments<'_>) -> ! {
    let message = format!("{SAID_BY_A_CHECK}{words}");
    match interleave::running() {
        true => current::fail(message, Location::caller()),
        false => panic!("{message}"),
    }
}

/// Ends the process: this schedule has come to where a check of [`some`] wants it.
#[track_caller]
pub fn reached() {
    let site = Location::caller();
    let word = REACHED.get().map_or("", String::as_str);
    interleave::print(Stream::Out, word, Some(site));
    current::exit(0, site)
}

/// How many threads the program has started so far.
#[track_caller]
pub fn threads() -> Option<usize> {
    let what = What::new("count threads").at(Location::caller());
    Some(perform_now(what, |world, _| {
        let count = world.started();
        (Seen::number(count as u64), count)
    }))
}

/// Begins to count how often the learner's own lines take or try a lock, up to `most` and one
/// more.
#[track_caller]
pub fn count_locks(most: usize) {
    let what = What::new("begin to count locks").at(Location::caller());
    perform_now(what, |world, _| {
        world.count_locks(most);
        (Seen::nothing(), ())
    });
}

/// How often a lock was taken or tried since [`count_locks`].
#[track_caller]
pub fn locks() -> Option<usize> {
    let what = What::new("count locks").at(Location::caller());
    perform_now(what, |world, _| {
        let count = world.locks();
        (Seen::number(count.unwrap_or(0) as u64), count)
    })
}

/// Calls `body`, and says whether it panicked.
pub fn panics(body: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(body)).is_err()
}

/// Starts a thread with this name, which a schedule shows.
///
/// # Panics
///
/// Never: an exploration has threads enough.
#[track_caller]
pub fn clerk<T: Send + 'static>(
    name: &str,
    body: impl FnOnce() -> T + Send + 'static,
) -> interleave_std::thread::JoinHandle<T> {
    let builder = interleave_std::thread::Builder::new().name(name.to_owned());
    builder.spawn(body).expect("a thread can be started")
}

/// Explores the check that the command line asks for: `explore NUMBER WORD FILE`, where the word is
/// printed by [`reached`], and the file is the one whose lines are shown. `list` says what each check
/// demands, one a line.
///
/// # Panics
///
/// If the command line asks for something else.
pub fn main(checks: &[Check]) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["list"] => {
            for check in checks {
                println!("{:?} {}", check.demand, check.property);
            }
        }
        ["explore", number, word, file] => {
            REACHED.set(word.to_owned()).expect("it is set once");
            let number: usize = number.parse().expect("a check has a number");
            let body = checks[number].body;
            let program = move || {
                body();
                0
            };
            interleave::child::main(program, file)
        }
        _ => {
            panic!("the workbench asks for `list` or `explore NUMBER WORD FILE`, not {arguments:?}")
        }
    }
}
