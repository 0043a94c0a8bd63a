//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every, free};
use exercise::Record;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("the largest is kept", the_largest_is_kept),
        every(
            "a new record is called one, and nothing else is",
            called_a_record,
        ),
        every(
            "the largest of two who note at the same time is kept",
            of_two,
        ),
        every("the same number is a record once", once),
        every("a record is not undone", not_undone),
        every("no lock is taken", no_lock),
        free(
            "whoever is stopped in the middle holds nobody up",
            nobody_is_held_up,
        ),
    ]);
}

fn the_largest_is_kept() {
    let record = Record::default();
    for number in [3, 7, 5] {
        record.note(number);
    }
    let largest: u32 = record.largest();
    assert!(
        largest == 7,
        "3, 7 and 5 were noted, and the largest is said to be {largest}"
    );
}

fn called_a_record() {
    let record = Record::default();
    let records: Vec<bool> = [3, 3, 7, 5]
        .into_iter()
        .map(|number| record.note(number))
        .collect();
    assert!(
        records == [true, false, true, false],
        "of 3, 3, 7 and 5 these were called records: {records:?}"
    );
}

fn of_two() {
    let record = Arc::new(Record::default());
    let shared = Arc::clone(&record);
    let ann = checks::clerk("Ann", move || shared.note(5));
    record.note(9);
    ann.join().unwrap();
    let largest: u32 = record.largest();
    assert!(
        largest == 9,
        "5 and 9 were noted, and the largest is said to be {largest}"
    );
}

fn once() {
    let record = Arc::new(Record::default());
    let shared = Arc::clone(&record);
    let ann = checks::clerk("Ann", move || shared.note(5));
    let mine: bool = record.note(5);
    let hers: bool = ann.join().unwrap();
    assert!(
        mine != hers,
        "5 was noted twice: one was told {mine}, the other {hers}"
    );
}

fn not_undone() {
    let record = Arc::new(Record::default());
    let shared = Arc::clone(&record);
    let ann = checks::clerk("Ann", move || shared.note(5));
    record.note(7);
    let now: u32 = record.largest();
    assert!(
        now == 7,
        "7 has been noted, 5 is being noted, and the largest is said to be {now}"
    );
    ann.join().unwrap();
}

fn no_lock() {
    let record = Record::default();
    checks::count_locks(0);
    record.note(3);
    record.largest();
    let locks = checks::locks().unwrap_or(0);
    assert!(locks == 0, "a lock was taken");
}

fn nobody_is_held_up() {
    let record = Arc::new(Record::default());
    let shared = Arc::clone(&record);
    let ann = checks::clerk("Ann", move || shared.note(5));
    let bob = {
        let record = Arc::clone(&record);
        checks::clerk("Bob", move || record.note(7))
    };
    let largest: u32 = record.largest();
    assert!(
        [0, 5, 7].contains(&largest),
        "5 and 7 are being noted, and the largest is said to be {largest}"
    );
    ann.join().unwrap();
    bob.join().unwrap();
}
