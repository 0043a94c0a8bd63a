//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, clerk, every};
use exercise::Board;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("no loan is lost", no_loan_is_lost),
        every("no two loans get the same number", numbers_differ),
        every("what a clerk has lent is on the board", seen_at_once),
        every("each board counts for itself", two_boards),
    ]);
}

/// Ann and Bob each lend a book. Returns the numbers of the loans.
fn lend_twice(board: &Arc<Board>) -> Vec<u64> {
    let clerks = ["ann", "bob"].map(|name| {
        let board = Arc::clone(board);
        clerk(name, move || board.lend())
    });
    clerks.map(|clerk| clerk.join().unwrap()).into()
}

fn no_loan_is_lost() {
    let board = Arc::new(Board::new());
    lend_twice(&board);
    let total: u64 = board.total();
    assert!(
        total == 2,
        "two books were lent, and the board shows {total}"
    );
}

fn numbers_differ() {
    let board = Arc::new(Board::new());
    let mut numbers = lend_twice(&board);
    numbers.sort_unstable();
    assert!(
        numbers == [1, 2],
        "the two loans got the numbers {} and {}",
        numbers[0],
        numbers[1]
    );
}

fn seen_at_once() {
    let board = Arc::new(Board::new());
    let shared = Arc::clone(&board);
    let bob = clerk("bob", move || shared.lend());
    let number: u64 = board.lend();
    let total: u64 = board.total();
    assert!(
        total >= number,
        "a clerk has just lent book number {number}, and the board shows {total}"
    );
    bob.join().unwrap();
}

fn two_boards() {
    let (first, second) = (Board::new(), Board::new());
    first.lend();
    let total: u64 = second.total();
    assert!(
        total == 0,
        "nothing was lent here, and the board shows {total}"
    );
    let number: u64 = second.lend();
    assert!(
        number == 1,
        "the first loan on a board got the number {number}"
    );
}
