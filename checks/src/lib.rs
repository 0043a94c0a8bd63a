//! What the checks of an exercise are written with.
//!
//! An exercise's `checks.rs` is the root of a program, and the learner's `exercise.rs` a module of
//! it. Its `main` hands a list of checks to [`main`]: each of them a property in words, and a
//! function that puts the learner's code to the test.
//!
//! ```no_run
//! use checks::{assert, every};
//!
//! fn main() {
//!     checks::main(&[every("the sum is right", the_sum_is_right)]);
//! }
//!
//! fn the_sum_is_right() {
//!     assert!(2 + 2 == 4, "two and two are four");
//! }
//! ```
//!
//! The program is built twice: as it stands, and with the explorer's stand-ins, which take the
//! place of std and of this crate (`explorer/checks`). There each check runs in every schedule;
//! here it runs once, on real threads.
//!
//! # Layout
//!
//! - this file: a [`Check`], and the `main` that runs one;
//! - [`log`], [`gauge`], [`meeting`]: what a check hands to the learner's code, to learn what it
//!   does. Each use of them is one step of a schedule;
//! - [`threads`], [`count_locks`]: numbers that only the explorer knows.

mod gauge;
mod log;
mod meeting;

pub use gauge::{Gauge, Inside, gauge};
pub use log::{Log, log};
pub use meeting::{Meeting, handshake, meeting};

/// Says in words what is not as it should be. A check imports it from here, so that the explorer can
/// tell it from a panic of the learner's code.
pub use std::assert;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a check demands of the schedules of its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Every schedule comes to the function's end without a panic anywhere.
    Every,
    /// The same where memory is weak: a load may see an older value if the orderings that the
    /// program asks for permit it.
    Weak,
    /// As [`Demand::Every`], and in no state does a thread wait in the learner's own lines.
    Free,
    /// Some schedule comes to [`reached`].
    Some,
    /// No schedule comes to the function's end: it waits for ever, and is asleep meanwhile.
    Sleeps,
}

/// A property, and a function that shows whether it holds.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// In words, such as `no loan is lost`.
    pub property: &'static str,
    /// What is demanded of the function's schedules.
    pub demand: Demand,
    /// The function.
    pub body: fn(),
}

/// The property holds if `body` comes to its end in every schedule. It panics where it finds that
/// the property does not hold; `assert!` with a sentence is the way to do so.
pub const fn every(property: &'static str, body: fn()) -> Check {
    Check {
        property,
        demand: Demand::Every,
        body,
    }
}

/// As [`every`], where memory is weak: a load may see an older value if the orderings that the
/// learner's code asks for permit it.
pub const fn weak(property: &'static str, body: fn()) -> Check {
    Check {
        property,
        demand: Demand::Weak,
        body,
    }
}

/// As [`every`], and whoever is stopped in the middle of the learner's code holds nobody up: no
/// thread waits in a line of it for another one, neither asleep nor by looking again and again.
pub const fn free(property: &'static str, body: fn()) -> Check {
    Check {
        property,
        demand: Demand::Free,
        body,
    }
}

/// The property holds if in at least one schedule `body` calls [`reached`].
pub const fn some(property: &'static str, body: fn()) -> Check {
    Check {
        property,
        demand: Demand::Some,
        body,
    }
}

/// The property holds if in every schedule the function waits for ever, and all threads are asleep:
/// none of them looks again and again.
pub const fn sleeps(property: &'static str, body: fn()) -> Check {
    Check {
        property,
        demand: Demand::Sleeps,
        body,
    }
}

/// Says that this schedule has come to where a check of [`some`] wants it.
pub fn reached() {}

/// How many threads the program has started so far; nothing is known where it is not explored.
pub fn threads() -> Option<usize> {
    None
}

/// Begins to count how often the learner's own lines take or try a lock, up to `most` and one
/// more.
pub fn count_locks(most: usize) {
    let _ = most;
}

/// How often a lock was taken or tried since [`count_locks`]; nothing is known where the program
/// is not explored.
pub fn locks() -> Option<usize> {
    None
}

/// Calls `body`, and says whether it panicked.
pub fn panics(body: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(body)).is_err()
}

/// Starts a thread with this name, which a schedule shows.
///
/// # Panics
///
/// If the system has no thread left.
pub fn clerk<T: Send + 'static>(
    name: &str,
    body: impl FnOnce() -> T + Send + 'static,
) -> std::thread::JoinHandle<T> {
    let builder = std::thread::Builder::new().name(name.to_owned());
    builder.spawn(body).expect("a thread can be started")
}

/// Runs one check, or all of them.
///
/// The environment variable `CHECK` holds the number of one. Then there is a word on standard input,
/// which is printed when the check has come to its end. By then nobody else can have read it: an
/// answer that ends the process, and prints whatever it likes before, does not know the word.
/// Without the variable all are run, one after the other.
///
/// # Panics
///
/// If there is no such check.
pub fn main(checks: &[Check]) {
    let Ok(number) = std::env::var("CHECK") else {
        checks.iter().for_each(run_by_hand);
        return;
    };
    let number: usize = number.parse().expect("a check has a number");
    let word = std::io::read_to_string(std::io::stdin()).expect("there is a word to be printed");
    (checks[number].body)();
    println!("\n{word}");
}

/// Which one is wanted of several programs in one: the environment variable `PART` has its number.
///
/// # Panics
///
/// If it has no number.
#[doc(hidden)]
pub fn part() -> usize {
    let number = std::env::var("PART").ok();
    let number = number.and_then(|number| number.parse().ok());
    number.expect("the number of a part is in the variable PART")
}

fn run_by_hand(check: &Check) {
    match check.demand {
        Demand::Every | Demand::Weak | Demand::Free => {
            println!("{} …", check.property);
            (check.body)();
        }
        Demand::Some | Demand::Sleeps => println!("{}: one run cannot tell", check.property),
    }
}
