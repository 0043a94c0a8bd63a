//! What is demanded of `exercise.rs`.

mod exercise;

use checks::{Log, assert, every};
use exercise::Library;
use listings::Context;
use std::sync::Arc;

fn main() {
    checks::main(&[
        every("the book is the one that was asked for", the_right_book),
        every("the database is asked once for each book", once),
        every("two who come together ask once, and both get it", together),
        every("whoever gives up leaves at once", leaves),
        every("a reader gives up or gets the book, in every order", either),
        every(
            "others get the book although the first gives up",
            others_get_it,
        ),
        every(
            "whoever comes later gets what was asked for by one who gave up",
            later,
        ),
    ]);
}

fn library(asked: &'static Log) -> Arc<Library> {
    let database = move |id| {
        asked.note(id);
        format!("book {id}")
    };
    Arc::new(Library::new(Box::new(database)))
}

fn book(id: u32) -> Option<String> {
    Some(format!("book {id}"))
}

fn the_right_book() {
    let library = library(checks::log());
    for id in [2, 1] {
        let found: Option<String> = library.find(&Context::background(), id);
        assert!(
            found == book(id),
            "book {id} was wanted, and {found:?} came"
        );
    }
}

fn once() {
    let asked = checks::log();
    let library = library(asked);
    let found = [1, 1].map(|id| library.find(&Context::background(), id));
    let times = asked.count(1);
    assert!(
        times == 1 && found == [book(1), book(1)],
        "the database was asked {times} times, and {found:?} came"
    );
}

fn together() {
    let asked = checks::log();
    let library = library(asked);
    let shared = Arc::clone(&library);
    let ann = checks::clerk("Ann", move || shared.find(&Context::background(), 1));
    let mine: Option<String> = library.find(&Context::background(), 1);
    let hers = ann.join().unwrap();
    let times = asked.count(1);
    assert!(
        times == 1 && mine == book(1) && hers == book(1),
        "the database was asked {times} times; one has {mine:?}, the other {hers:?}"
    );
}

fn leaves() {
    // The database answers after she has left.
    let left = checks::handshake();
    let library = Library::new(Box::new(move |id| {
        left.join();
        format!("book {id}")
    }));
    let (request, cancel) = Context::background().with_cancel();
    let nora = checks::clerk("Nora ends her request", move || cancel.cancel());
    let found: Option<String> = library.find(&request, 1);
    assert!(
        found.is_none(),
        "she has {found:?} before the database had it"
    );
    nora.join().unwrap();
    // Whoever does not ask for one who leaves, has nothing to wait for here.
    let another = checks::clerk("Paul", move || library.find(&Context::background(), 1));
    left.join();
    let found = another.join().unwrap();
    assert!(found == book(1), "Paul wanted book 1, and {found:?} came");
}

fn either() {
    let library = library(checks::log());
    let (request, cancel) = Context::background().with_cancel();
    let nora = checks::clerk("Nora ends her request", move || cancel.cancel());
    let found: Option<String> = library.find(&request, 1);
    assert!(
        found.is_none() || found == book(1),
        "book 1 was wanted, and {found:?} came"
    );
    nora.join().unwrap();
}

fn others_get_it() {
    let asked = checks::log();
    let library = library(asked);
    let shared = Arc::clone(&library);
    // Her request ends before it begins, or while she waits: for the others it is the same.
    let nora = checks::clerk("Nora", move || {
        let (request, cancel) = Context::background().with_cancel();
        cancel.cancel();
        shared.find(&request, 1)
    });
    let mine: Option<String> = library.find(&Context::background(), 1);
    let hers = nora.join().unwrap();
    let times = asked.count(1);
    assert!(
        mine == book(1) && (hers.is_none() || hers == book(1)),
        "Nora gave up with {hers:?}, and who did not give up has {mine:?}"
    );
    assert!(times == 1, "the database was asked {times} times");
}

fn later() {
    let asked = checks::log();
    let left = checks::handshake();
    let library = Library::new(Box::new(move |id| {
        asked.note(id);
        left.join();
        format!("book {id}")
    }));
    // The database has been asked when she gives up.
    let library = Arc::new(library);
    let shared = Arc::clone(&library);
    let (request, cancel) = Context::background().with_cancel();
    let nora = checks::clerk("Nora", move || shared.find(&request, 1));
    let database_is_asked = asked.count(1) == 1;
    cancel.cancel();
    nora.join().unwrap();
    if database_is_asked {
        left.join();
        let found: Option<String> = library.find(&Context::background(), 1);
        let times = asked.count(1);
        assert!(
            times == 1 && found == book(1),
            "the database was asked {times} times, and {found:?} came"
        );
    }
}
