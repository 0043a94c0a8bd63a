//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every};
use exercise::Library;
use std::sync::Arc;
use std::thread::JoinHandle;

fn main() {
    checks::main(&[
        every("the book is the one that was asked for", the_right_book),
        every("a book that was found is not asked for again", not_again),
        every(
            "two readers who come together ask once for one book",
            once_together,
        ),
        every("two readers of one book get the same", both_get_it),
        every(
            "the ways to two books do not wait for one another",
            together,
        ),
        every(
            "who wants a book that is there does not wait for another",
            not_held_up,
        ),
    ]);
}

/// Another book than book 1. In a few shelves for many books, both are on the same one.
const ELSEWHERE: u32 = 1_000_001;

fn library(asked: &'static Log) -> Arc<Library> {
    let database = move |id| {
        asked.note(id);
        format!("book {id}")
    };
    Arc::new(Library::new(Box::new(database)))
}

fn reader(name: &str, library: &Arc<Library>, id: u32) -> JoinHandle<String> {
    let library = Arc::clone(library);
    checks::clerk(name, move || library.find(id))
}

fn the_right_book() {
    let library = library(checks::log());
    for id in [2, 1, 2] {
        let book: String = library.find(id);
        assert!(
            book == format!("book {id}"),
            "book {id} was wanted, and {book} came"
        );
    }
}

fn not_again() {
    let asked = checks::log();
    let library = library(asked);
    library.find(1);
    library.find(1);
    let times = asked.count(1);
    assert!(
        times == 1,
        "the database was asked {times} times for book 1"
    );
}

fn once_together() {
    let asked = checks::log();
    let library = library(asked);
    let ann = reader("Ann", &library, 1);
    library.find(1);
    ann.join().unwrap();
    let times = asked.count(1);
    assert!(
        times == 1,
        "the database was asked {times} times for book 1"
    );
}

fn both_get_it() {
    let library = library(checks::log());
    let ann = reader("Ann", &library, 1);
    let mine: String = library.find(1);
    let hers = ann.join().unwrap();
    assert!(
        (mine.as_str(), hers.as_str()) == ("book 1", "book 1"),
        "both wanted book 1, and one has {mine}, the other {hers}"
    );
}

fn together() {
    let inside = checks::meeting(2);
    let database = |id| {
        inside.join();
        format!("book {id}")
    };
    let library = Arc::new(Library::new(Box::new(database)));
    let ann = reader("Ann", &library, 1);
    library.find(ELSEWHERE);
    ann.join().unwrap();
}

fn not_held_up() {
    // The way to the other book takes until Ann has book 1, which is there.
    let ann_has_it = checks::handshake();
    let database = |id| {
        if id == ELSEWHERE {
            ann_has_it.join();
        }
        format!("book {id}")
    };
    let library = Arc::new(Library::new(Box::new(database)));
    library.find(1);
    let shared = Arc::clone(&library);
    let ann = checks::clerk("Ann", move || {
        shared.find(1);
        ann_has_it.join();
    });
    library.find(ELSEWHERE);
    ann.join().unwrap();
}
