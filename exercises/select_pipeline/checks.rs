//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every};

fn main() {
    checks::main(&[
        every("she gets the books in the order of the cards", the_books),
        every("if she wants none, she gets none", none_wanted),
        every("both clerks have gone home when it returns", gone_home),
        every(
            "they have gone home although none was wanted",
            gone_home_at_once,
        ),
        every("one reads while the other fetches", at_the_same_time),
        every("the cards are not read far ahead", not_far_ahead),
    ]);
}

/// Cards without end; but whoever reads too many of them is stopped.
fn cards(wanted: usize) -> impl FnMut() -> u32 + Send + 'static {
    let mut read = 0;
    move || {
        read += 1;
        assert!(
            read as usize <= wanted + 4,
            "{wanted} books are wanted, and {read} cards are read"
        );
        read
    }
}

fn book(id: u32) -> String {
    format!("book {id}")
}

fn the_books() {
    let books: Vec<String> = exercise::fetch(2, cards(2), book);
    assert!(
        books == ["book 1", "book 2"],
        "two books were wanted, and she got {books:?}"
    );
}

fn none_wanted() {
    let books: Vec<String> = exercise::fetch(0, cards(0), book);
    assert!(
        books.is_empty(),
        "no book was wanted, and she got {books:?}"
    );
}

/// Something that a clerk has with him, and lets go of when he goes home.
struct Coat(&'static Log);

impl Drop for Coat {
    fn drop(&mut self) {
        self.0.note("has gone home");
    }
}

fn with_coats(wanted: usize) {
    let gone = checks::log();
    let (first, second, mut read) = (Coat(gone), Coat(gone), cards(wanted));
    let read = move || {
        let _with_him = &first;
        read()
    };
    let fetch = move |id| {
        let _with_him = &second;
        book(id)
    };
    exercise::fetch(wanted, read, fetch);
    let count = gone.count("has gone home");
    assert!(
        count == 2,
        "she has her books, and {count} of two clerks have gone home"
    );
}

fn gone_home() {
    with_coats(1);
}

fn gone_home_at_once() {
    with_coats(0);
}

fn at_the_same_time() {
    // The second card is read while the first book is being fetched.
    let meet = checks::meeting(2);
    let mut cards = cards(2);
    let read = move || {
        let id = cards();
        if id == 2 {
            meet.join();
        }
        id
    };
    let fetch = move |id| {
        if id == 1 {
            meet.join();
        }
        book(id)
    };
    let books: Vec<String> = exercise::fetch(2, read, fetch);
    assert!(
        books == ["book 1", "book 2"],
        "two books were wanted, and she got {books:?}"
    );
}

fn not_far_ahead() {
    // Whoever reads more of them than that is stopped by `cards`.
    let books: Vec<String> = exercise::fetch(1, cards(1), book);
    assert!(
        books.len() == 1,
        "one book was wanted, and she got {books:?}"
    );
}
