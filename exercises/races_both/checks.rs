//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, every};
use exercise::Board;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("a new board is empty", empty),
        every("loans and fees are counted", counted),
        every("no loan and no fee is lost", none_is_lost),
        every("a reader sees both changed or neither", both_or_neither),
        every(
            "a reader sees both or neither of two loans as well",
            of_two_loans,
        ),
        every("two readers see the board grow, not shrink", it_grows),
        every("whoever has lent sees it on the board", sees_it),
        every("each board counts for itself", two_boards),
        every("many loans have room", many),
    ]);
}

fn empty() {
    let (loans, paid): (u64, u64) = Board::default().read();
    assert!(
        (loans, paid) == (0, 0),
        "a new board says {loans} loans and {paid} paid"
    );
}

fn counted() {
    let board = Board::default();
    board.lend(5);
    board.lend(999);
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        (loans, paid) == (2, 1004),
        "two loans, 1004 paid, and the board says {loans} and {paid}"
    );
}

fn none_is_lost() {
    let board = Arc::new(Board::default());
    let clerk = |name: &str, fee| {
        let board = Arc::clone(&board);
        checks::clerk(name, move || board.lend(fee))
    };
    let clerks = [clerk("Ann", 2), clerk("Bob", 3)];
    for clerk in clerks {
        clerk.join().unwrap();
    }
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        (loans, paid) == (2, 5),
        "two loans, 5 paid, and the board says {loans} and {paid}"
    );
}

fn both_or_neither() {
    let board = Arc::new(Board::default());
    let shared = Arc::clone(&board);
    let ann = checks::clerk("Ann", move || shared.lend(7));
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        paid == 7 * loans,
        "each loan costs 7, and somebody read {loans} loans and {paid} paid"
    );
    ann.join().unwrap();
}

fn of_two_loans() {
    let board = Arc::new(Board::default());
    let clerks = ["Ann", "Bob"].map(|name| {
        let board = Arc::clone(&board);
        checks::clerk(name, move || board.lend(7))
    });
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        paid == 7 * loans,
        "each loan costs 7, and somebody read {loans} loans and {paid} paid"
    );
    for clerk in clerks {
        clerk.join().unwrap();
    }
}

fn it_grows() {
    let board = Arc::new(Board::default());
    let shared = Arc::clone(&board);
    let ann = checks::clerk("Ann", move || shared.lend(7));
    let [before, after]: [(u64, u64); 2] = [board.read(), board.read()];
    assert!(
        before.0 <= after.0 && before.1 <= after.1,
        "first the board said {before:?}, and then {after:?}"
    );
    ann.join().unwrap();
}

fn sees_it() {
    let board = Arc::new(Board::default());
    let shared = Arc::clone(&board);
    let ann = checks::clerk("Ann", move || shared.lend(7));
    board.lend(7);
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        (1..=2).contains(&loans) && paid == 7 * loans,
        "one was lent for 7, another one meanwhile, and the board says {loans} and {paid}"
    );
    ann.join().unwrap();
}

fn two_boards() {
    let (first, second) = (Board::default(), Board::default());
    first.lend(7);
    let (loans, paid): (u64, u64) = second.read();
    assert!(
        (loans, paid) == (0, 0),
        "nothing was lent here, and the board says {loans} and {paid}"
    );
}

fn many() {
    let board = Board::default();
    // In an exploration each of them is several steps; real threads make them in no time.
    let many = if checks::threads().is_some() { 2 } else { 1000 };
    for _ in 0..many {
        board.lend(999);
    }
    let (loans, paid): (u64, u64) = board.read();
    assert!(
        (loans, paid) == (many, 999 * many),
        "{many} loans for 999 each, and the board says {loans} and {paid}"
    );
}
