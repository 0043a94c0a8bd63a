//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{assert, weak};
use exercise::Board;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        weak("before it is published there is no page", no_page),
        weak("whoever comes after it was published finds it", finds_it),
        weak(
            "whoever sees that there is a page sees the page",
            sees_the_page,
        ),
        weak("whoever has found the page finds it again", finds_it_again),
        weak("two readers see the same page", two_readers),
        weak("it is published although somebody looks", although),
        weak(
            "whoever has found the page finds it, whoever looks beside",
            whoever_looks_beside,
        ),
    ]);
}

/// More than sixteen bits.
const PAGE: u32 = 70_042;

fn publisher(board: &Arc<Board>, page: u32) -> JoinHandle<()> {
    let board = Arc::clone(board);
    checks::clerk("Ann", move || board.publish(page))
}

fn no_page() {
    let found: Option<u32> = Board::default().read();
    assert!(
        found.is_none(),
        "nothing was published, and {found:?} was found"
    );
}

fn finds_it() {
    // Zero and the largest number are pages like all others.
    for page in [PAGE, 0, u32::MAX] {
        let board = Arc::new(Board::default());
        publisher(&board, page).join().unwrap();
        let found: Option<u32> = board.read();
        assert!(
            found == Some(page),
            "page {page} was published, and {found:?} was found"
        );
    }
}

fn sees_the_page() {
    let board = Arc::new(Board::default());
    let ann = publisher(&board, PAGE);
    let found: Option<u32> = board.read();
    assert!(
        found.is_none_or(|page| page == PAGE),
        "page {PAGE} is being published, and {found:?} was found"
    );
    ann.join().unwrap();
}

fn finds_it_again() {
    let board = Arc::new(Board::default());
    let ann = publisher(&board, PAGE);
    let found: [Option<u32>; 2] = [(); 2].map(|()| board.read());
    let right = [[None, None], [None, Some(PAGE)], [Some(PAGE), Some(PAGE)]];
    assert!(
        right.contains(&found),
        "one after the other, {found:?} were found"
    );
    ann.join().unwrap();
}

fn two_readers() {
    let board = Arc::new(Board::default());
    let ann = publisher(&board, PAGE);
    let shared = Arc::clone(&board);
    let bob = checks::clerk("Bob", move || shared.read());
    let found: [Option<u32>; 2] = [board.read(), bob.join().unwrap()];
    let right = |found: &Option<u32>| found.is_none_or(|page| page == PAGE);
    assert!(
        found.iter().all(right),
        "two looked, and {found:?} were found"
    );
    ann.join().unwrap();
}

fn although() {
    let board = Arc::new(Board::default());
    let ann = publisher(&board, PAGE);
    board.read();
    ann.join().unwrap();
    let found: Option<u32> = board.read();
    assert!(
        found == Some(PAGE),
        "page {PAGE} was published while somebody looked, and later {found:?} was found"
    );
}

fn whoever_looks_beside() {
    let board = Arc::new(Board::default());
    board.publish(PAGE);
    let shared = Arc::clone(&board);
    let bob = checks::clerk("Bob", move || shared.read());
    let found: [Option<u32>; 2] = [board.read(), bob.join().unwrap()];
    assert!(
        found == [Some(PAGE); 2],
        "page {PAGE} was published, two looked, and {found:?} were found"
    );
}
