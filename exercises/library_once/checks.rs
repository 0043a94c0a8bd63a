//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, Meeting, assert, every};
use exercise::Library;
use std::sync::{Arc, OnceLock};
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
        every("all who wait for a book get it", all_get_it),
        every(
            "the ways to two books do not wait for one another",
            together,
        ),
        every(
            "who wants a book that is there does not wait for another",
            not_held_up,
        ),
        every(
            "who waits for a book has it when it comes, whoever is on the way to another",
            as_soon_as_it_comes,
        ),
        every(
            "who waits for a book goes on waiting when another one comes",
            not_another,
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

fn all_get_it() {
    let library = library(checks::log());
    let others = ["Ann", "Bob"].map(|name| reader(name, &library, 1));
    let mine: String = library.find(1);
    let theirs = others.map(|other| other.join().unwrap());
    assert!(
        mine == "book 1" && theirs == ["book 1", "book 1"],
        "three wanted book 1; one has {mine}, the others {theirs:?}"
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

fn as_soon_as_it_comes() {
    // The way to the other book takes until both have book 1.
    let have_it = [checks::handshake(), checks::handshake()];
    let database = move |id| {
        if id == ELSEWHERE {
            have_it.map(Meeting::join);
        }
        format!("book {id}")
    };
    let library = Arc::new(Library::new(Box::new(database)));
    let readers = [("Ann", have_it[0]), ("Bob", have_it[1])].map(|(name, has_it)| {
        let shared = Arc::clone(&library);
        checks::clerk(name, move || {
            shared.find(1);
            has_it.pass();
        })
    });
    library.find(ELSEWHERE);
    for reader in readers {
        reader.join().unwrap();
    }
}

fn not_another() {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let asked = checks::log();
    // On the way to book 1 somebody needs the other book, so that one comes first.
    let database = move |id| {
        asked.note(id);
        if id == 1 {
            LIBRARY.get().expect("it is open").find(ELSEWHERE);
        }
        format!("book {id}")
    };
    let library = LIBRARY.get_or_init(|| Library::new(Box::new(database)));
    let ann = checks::clerk("Ann", || library.find(1));
    let mine: String = library.find(1);
    let hers = ann.join().unwrap();
    assert!(
        (mine.as_str(), hers.as_str()) == ("book 1", "book 1"),
        "both wanted book 1, and one has {mine}, the other {hers}"
    );
    let times = asked.count(1);
    assert!(
        times == 1,
        "the database was asked {times} times for book 1"
    );
}
