//! A compiler that does not come to an end by itself.

use super::explorer;
use std::thread;
use std::time::{Duration, Instant};
use workbench::Cancel;
use workbench::explore::{Assembly, Error, Question};

/// The compiler goes round for ever while it works out the constant.
const ENDLESS: &str = "\
const BOOKS: u32 = {
    let mut books = 0;
    while books < 1 {
        books = 0;
    }
    books
};

pub fn main() {
    println!(\"{BOOKS}\");
}
";

/// Stops `work` after a while, by which the compiler is at it, and waits for its end.
fn stopped<T>(work: impl FnOnce(&Cancel) -> Result<T, Error>) -> Option<Error> {
    let cancel = Cancel::default();
    let canceller = cancel.clone();
    let begin = Instant::now();
    let stops = thread::spawn(move || {
        thread::sleep(Duration::from_secs(2));
        canceller.cancel();
    });
    let error = work(&cancel).err();
    stops.join().unwrap();
    let took = begin.elapsed();
    assert!(took < Duration::from_secs(60), "it took {took:?}");
    error
}

#[test]
fn the_compiler_of_a_program_stops_when_somebody_wants_it() {
    let explorer = explorer();
    let question = Question::default();
    let error = stopped(|cancel| {
        explorer.explore_until_cancelled("endless", ENDLESS, &question, |_| (), cancel)
    });
    assert!(matches!(error, Some(Error::Cancelled)), "{error:?}");
}

#[test]
fn the_compiler_of_two_files_stops_when_somebody_wants_it() {
    let explorer = explorer();
    let assembly = Assembly {
        name: "endless",
        root: ("root.rs", "mod endless;\nfn main() { endless::main() }\n"),
        subject: ("endless.rs", ENDLESS),
    };
    let error = stopped(|cancel| explorer.assemble(&assembly, cancel));
    assert!(matches!(error, Some(Error::Cancelled)), "{error:?}");
}
