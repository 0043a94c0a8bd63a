//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};

fn main() {
    checks::main(&[
        every("the sum is right", the_sum_is_right),
        every("an odd number is not lost", an_odd_one_is_not_lost),
        every("one number is a list", one_number_is_a_list),
        every("a list may be empty", no_number_is_a_list),
        every("both halves are added at the same time", both_at_once),
        every("each number is added once", each_number_once),
        every("neither clerk adds more than half", neither_adds_more),
        every("each clerk adds one half of the column", a_half_each),
        every("the sum is made of what `add` returns", made_of_results),
    ]);
}

fn plainly(part: &[u64]) -> u64 {
    part.iter().sum()
}

fn the_sum_is_right() {
    is_right(100);
}

fn an_odd_one_is_not_lost() {
    is_right(3);
}

fn one_number_is_a_list() {
    is_right(1);
}

fn no_number_is_a_list() {
    is_right(0);
}

fn is_right(last: u64) {
    let numbers: Vec<u64> = (1..=last).collect();
    let (sum, right): (u64, u64) = (exercise::sum(&numbers, plainly), last * (last + 1) / 2);
    assert!(
        sum == right,
        "the numbers from 1 to {last} make {right}, not {sum}"
    );
}

fn both_at_once() {
    let inside = checks::meeting(2);
    exercise::sum(&[1, 2, 3, 4], |part| {
        inside.join();
        plainly(part)
    });
}

/// The parts that are handed to `add`.
fn parts(numbers: &[u64]) -> Vec<String> {
    let parts = checks::log();
    exercise::sum(numbers, |part| {
        let numbers: Vec<String> = part.iter().map(u64::to_string).collect();
        parts.note(numbers.join(" "));
        plainly(part)
    });
    parts.all()
}

fn each_number_once() {
    let parts = parts(&[1, 2, 3, 4, 5]).join(" ");
    let mut added: Vec<&str> = parts.split_whitespace().collect();
    added.sort_unstable();
    assert!(
        added == ["1", "2", "3", "4", "5"],
        "of 1 2 3 4 5 these were added: {added:?}"
    );
}

fn neither_adds_more() {
    for part in parts(&[1, 2, 3, 4, 5]) {
        let count = part.split_whitespace().count();
        assert!(count <= 3, "of 1 2 3 4 5 one clerk added {part}");
    }
}

fn a_half_each() {
    let mut parts = parts(&[1, 2, 3, 4, 5]);
    parts.sort();
    assert!(
        parts == ["1 2", "3 4 5"] || parts == ["1 2 3", "4 5"],
        "the column 1 2 3 4 5 has two halves, and `add` was called with these: {parts:?}"
    );
}

fn made_of_results() {
    // Another way to add: whoever adds for themselves does not know it.
    let sum: u64 = exercise::sum(&[1, 2, 3, 4], |part| 1000 * plainly(part));
    assert!(
        sum == 10_000,
        "`add` returned 10000 in all, and the sum is {sum}"
    );
}
