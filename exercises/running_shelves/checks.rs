//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use std::thread;

fn main() {
    checks::main(&[
        every("each shelf is tidied once", each_once),
        every("one shelf is tidied as well", a_single_one),
        every("nothing is tidied where there is no shelf", none),
        every("all shelves are tidied at the same time", all_at_once),
        every("no clerk tidies two shelves", one_each),
        every(
            "all shelves are tidy when `tidy_all` returns",
            tidy_when_it_returns,
        ),
    ]);
}

fn tidied(shelves: usize) -> Vec<String> {
    let tidied = checks::log();
    exercise::tidy_all(shelves, |shelf| tidied.note(shelf));
    let mut tidied = tidied.all();
    tidied.sort();
    tidied
}

fn each_once() {
    let tidied = tidied(3);
    assert!(
        tidied == ["1", "2", "3"],
        "of the shelves 1, 2 and 3 these were tidied: {tidied:?}"
    );
}

fn a_single_one() {
    let tidied = tidied(1);
    assert!(tidied == ["1"], "of shelf 1 these were tidied: {tidied:?}");
}

fn none() {
    let tidied = tidied(0);
    assert!(
        tidied.is_empty(),
        "there is no shelf, and these were tidied: {tidied:?}"
    );
}

fn all_at_once() {
    let inside = checks::meeting(3);
    exercise::tidy_all(3, |_| inside.join());
}

fn one_each() {
    let tidied = checks::log();
    exercise::tidy_all(2, |_| tidied.note(format!("{:?}", thread::current().id())));
    let clerks = tidied.all();
    assert!(
        clerks.len() != 2 || clerks[0] != clerks[1],
        "one clerk has tidied shelf 1 and shelf 2"
    );
}

fn tidy_when_it_returns() {
    let tidy = checks::log();
    exercise::tidy_all(2, |shelf| {
        tidy.note(format!("begin {shelf}"));
        tidy.note(format!("end {shelf}"));
    });
    for shelf in 1..=2 {
        let done = tidy.count(format!("end {shelf}"));
        assert!(
            done > 0,
            "`tidy_all` has returned, and shelf {shelf} is not tidy yet"
        );
    }
}
